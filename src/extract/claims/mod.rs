//! What is asserted, and by whom.

pub mod fingerprint;
mod narration;
mod quoted;
mod reading;
mod same_as;
mod values;
mod worth;

pub use values::with_values;

use crate::annotation::{Claim, EntityCluster, Quotation};
use crate::text::Document;

/// Finds the claims of `document`, in the order of the text: the content of `quotations`, sentence by sentence, and narration that stands on a
/// number, a date or a cause.
///
/// Questions and judgements are claims too: their kind and their worth tell them apart. `worth` is a network's probability for each
/// sentence that it is worth checking.
pub fn claims(document: &Document, quotations: &[Quotation], entities: &[EntityCluster], worth: Option<&[f32]>) -> Vec<Claim> {
    let worth = worth::Worth::new(document, entities, worth);
    let mut claims = quoted::claims(document, quotations, &worth);
    claims.extend(narration::claims(document, quotations, &worth));
    claims.sort_by_key(|claim| (claim.span().start, claim.span().end));
    claims
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{
        Attribution, ClaimKind, ClaimantKind, ClaimantVia, Cue, Modality, Polarity, QuotationKind, Relay, Resolution, Source,
        SourceChainRole,
    };
    use crate::segment::segment;
    use crate::text::Span;

    fn find(text: &str, part: &str) -> Span {
        let start = text.find(part).expect("the part stands in the text");
        Span::new(start, start + part.len())
    }

    /// A quotation of `parts` by `source`, the entity 0.
    fn quotation(text: &str, kind: QuotationKind, parts: &[&str], cue: &str, source: &str) -> Quotation {
        let source_span = find(text, source);
        let source = Source {
            span: source_span,
            mention: Some(source_span),
            cluster: Some(0),
            resolution: Resolution::Name,
            alternatives: Vec::new(),
        };
        let cue = Cue { span: find(text, cue), lemma: if cue.starts_with("report") { "report".to_owned() } else { "say".to_owned() } };
        Quotation {
            parts: parts.iter().map(|part| find(text, part)).collect(),
            kind,
            attribution: Attribution { source: Some(source), cue: Some(cue), rule: "test", score: 0.9 },
            relays: Vec::new(),
            addressee: None,
            score: 0.9,
        }
    }

    fn texts<'a>(document: &'a Document, claims: &[Claim]) -> Vec<&'a str> {
        claims.iter().map(|claim| document.slice(claim.span())).collect()
    }

    #[test]
    fn each_sentence_of_a_quotation_is_a_claim_of_its_speaker() {
        let text = "“The quay is closed. Nobody may enter it,” Brandt said.";
        let document = segment(text, &[]);
        let found = claims(
            &document,
            &[quotation(text, QuotationKind::Direct, &["The quay is closed. Nobody may enter it"], "said", "Brandt")],
            &[],
            None,
        );
        assert_eq!(texts(&document, &found), ["The quay is closed", "Nobody may enter it"]);
        assert!(found.iter().all(|claim| claim.claimant.kind == ClaimantKind::Entity && claim.claimant.via == ClaimantVia::Quote));
        assert_eq!(found[1].polarity, Polarity::Negative);
    }

    #[test]
    fn content_cut_by_its_attribution_stays_one_claim() {
        let text = "“The quay,” Brandt said, “will close in autumn.”";
        let document = segment(text, &[]);
        let found = claims(
            &document,
            &[quotation(text, QuotationKind::Direct, &["The quay,", "will close in autumn."], "said", "Brandt")],
            &[],
            None,
        );
        let parts: Vec<Vec<&str>> = found.iter().map(|claim| claim.parts.iter().map(|part| document.slice(*part)).collect()).collect();
        assert_eq!(parts, [["The quay", "will close in autumn"]]);
        assert_eq!((found[0].kind, found[0].modality), (ClaimKind::Prediction, Modality::Predicted));
    }

    #[test]
    fn publisher_ends_the_chain_after_the_relays() {
        let text = "“The quay is closed,” Brandt said, as quoted by the Alden Gazette.";
        let document = segment(text, &[]);
        let mut quoted = quotation(text, QuotationKind::Direct, &["The quay is closed,"], "said", "Brandt");
        quoted.relays.push(Relay { span: find(text, "Alden Gazette"), cluster: Some(1), cue: None });
        let found = claims(&document, &[quoted], &[], None);
        let roles: Vec<SourceChainRole> = found[0].source_chain.iter().map(|link| link.role).collect();
        assert_eq!(roles, [SourceChainRole::Relay, SourceChainRole::Publisher]);
    }

    #[test]
    fn narration_with_a_number_is_the_outlets() {
        let text = "The ferry carried 300 people. The sea was calm. Fog hid the pier.";
        let document = segment(text, &[]);
        let found = claims(&document, &[], &[], None);
        assert_eq!(texts(&document, &found), ["The ferry carried 300 people"]);
        assert_eq!((found[0].claimant.kind, found[0].kind), (ClaimantKind::Outlet, ClaimKind::Statistic));
    }

    #[test]
    fn attribution_runs_on_after_a_report() {
        let text = "The Gazette reports that about 40 boats sank. And most of them were old. The harbor has 90 berths.";
        let document = segment(text, &[]);
        let found =
            claims(&document, &[quotation(text, QuotationKind::Indirect, &["about 40 boats sank"], "reports", "The Gazette")], &[], None);
        assert_eq!(texts(&document, &found), ["about 40 boats sank", "most of them were old", "The harbor has 90 berths"]);
        let via: Vec<ClaimantVia> = found.iter().map(|claim| claim.claimant.via).collect();
        assert_eq!(via, [ClaimantVia::Quote, ClaimantVia::CarriedOver, ClaimantVia::Narration]);
        let hedges: Vec<&str> = found[0].hedges.iter().map(|hedge| document.slice(*hedge)).collect();
        assert_eq!(hedges, ["about"]);
    }

    #[test]
    fn attribution_does_not_run_on_after_a_direct_quotation() {
        let text = "“Forty boats sank here,” Brandt said. And 12 people drowned in the bay.";
        let document = segment(text, &[]);
        let found = claims(&document, &[quotation(text, QuotationKind::Direct, &["Forty boats sank here,"], "said", "Brandt")], &[], None);
        assert_eq!(found[1].claimant.kind, ClaimantKind::Outlet);
    }

    #[test]
    fn kinds_by_their_cues() {
        let cases = [
            ("We should keep the quay open.", ClaimKind::Position, Modality::Normative),
            ("The storm led to a collapse of the pier.", ClaimKind::Causal, Modality::Asserted),
            ("The pier is longer than the quay.", ClaimKind::Comparison, Modality::Asserted),
            ("The workers repaired the pier.", ClaimKind::Event, Modality::Asserted),
            ("The pier lies in the north.", ClaimKind::State, Modality::Asserted),
            ("Fishing there is illegal at night.", ClaimKind::Rule, Modality::Asserted),
            ("It is a wonderful old pier.", ClaimKind::Opinion, Modality::Asserted),
            ("The pier has 40 steps.", ClaimKind::Statistic, Modality::Asserted),
        ];
        for (text, kind, modality) in cases {
            let document = segment(text, &[]);
            let reading = reading::read(&document, &[Span::new(0, text.len())]);
            assert_eq!((reading.kind, reading.modality), (kind, modality), "{text}");
        }
    }

    #[test]
    fn figures_are_worth_more_than_feelings() {
        let text = "The ministry spent 40 percent more. I love this place.";
        let document = segment(text, &[]);
        let quoted =
            quotation(text, QuotationKind::Direct, &["The ministry spent 40 percent more. I love this place."], "spent", "ministry");
        let found = claims(&document, &[quoted], &[], None);
        assert!(found[0].check_worthiness > found[1].check_worthiness + 0.3);
    }

    #[test]
    fn years_are_no_figures() {
        let document = segment("The pier is from 1988.", &[]);
        assert!(claims(&document, &[], &[], None).is_empty());
    }
}
