//! Claims of whole texts.

use super::*;
use crate::annotation::{
    Attribution, ClaimKind, ClaimantKind, ClaimantVia, Cue, EntityType, Mention, MentionKind, Modality, Polarity, QuotationKind, Relay,
    Resolution, Source, SourceChainRole,
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
    let source =
        Source { span: source_span, mention: Some(source_span), cluster: Some(0), resolution: Resolution::Name, alternatives: Vec::new() };
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
fn a_report_without_a_name_is_of_what_it_stands_with() {
    let cues = |text: &str| {
        let document = segment(text, &[]);
        let found = claims(&document, &[quotation(text, QuotationKind::Indirect, &["the quay held"], "said", "Brandt")], &[], None);
        let chain = found.into_iter().find(|claim| document.slice(claim.span()) == "the quay held").expect("it is a claim").source_chain;
        chain.iter().filter_map(|link| link.cue).map(|cue| document.slice(cue).to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(cues("It was widely reported that Brandt said the quay held."), ["It was widely reported"]);
    assert_eq!(cues("Brandt said the quay held, it was reported."), ["it was reported"]);
    assert_eq!(cues("Brandt said the quay held, and it was reported that the bridge fell."), [""; 0]);
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
    let found =
        claims(&document, &[quotation(text, QuotationKind::Direct, &["The quay,", "will close in autumn."], "said", "Brandt")], &[], None);
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
fn narration_is_the_outlets() {
    let text = "The ferry carried 300 people. Fog hid the pier. And then? A calm sea.";
    let document = segment(text, &[]);
    let found = claims(&document, &[], &[], None);
    assert_eq!(texts(&document, &found), ["The ferry carried 300 people", "Fog hid the pier"]);
    assert!(found.iter().all(|claim| claim.claimant.kind == ClaimantKind::Outlet));
    assert_eq!(found[0].kind, ClaimKind::Statistic);
}

#[test]
fn what_only_announces_words_is_no_claim() {
    let document = segment("The Herald reported:\n\nThe quay held.\n\nThe letter reads:\n\nThe rooms are as follows:", &[]);
    assert_eq!(texts(&document, &claims(&document, &[], &[], None)), ["The quay held", "The rooms are as follows"]);
}

#[test]
fn what_comes_before_the_attribution_is_the_outlets() {
    let text = "The union sued the bank in December, saying that it ignored warnings. He had run the port and said that he was sorry.";
    let document = segment(text, &[]);
    let saying = quotation(text, QuotationKind::Indirect, &["that it ignored warnings"], "saying", "The union");
    let said = quotation(text, QuotationKind::Indirect, &["that he was sorry"], "said", "He");
    let found = claims(&document, &[saying, said], &[], None);
    assert_eq!(
        texts(&document, &found),
        ["The union sued the bank in December", "it ignored warnings", "He had run the port", "he was sorry"]
    );
    let via: Vec<ClaimantVia> = found.iter().map(|claim| claim.claimant.via).collect();
    assert_eq!(via, [ClaimantVia::Narration, ClaimantVia::Quote, ClaimantVia::Narration, ClaimantVia::Quote]);
}

#[test]
fn a_speaker_may_bring_a_claim_along() {
    let text = "“The quay is closed,” said Ana Brandt, who took over the port in 2019.";
    let document = segment(text, &[]);
    let found = claims(&document, &[quotation(text, QuotationKind::Direct, &["The quay is closed,"], "said", "Ana Brandt")], &[], None);
    assert_eq!(texts(&document, &found), ["The quay is closed", "Ana Brandt, who took over the port in 2019"]);
    assert_eq!(found[1].claimant.kind, ClaimantKind::Outlet);
}

#[test]
fn an_attribution_amid_a_clause_leaves_both_sides() {
    let text = "Rents in the town, according to Brandt, rose by 4 percent.";
    let document = segment(text, &[]);
    let mut quoted = quotation(text, QuotationKind::Indirect, &["Rents in the town"], "according to", "Brandt");
    quoted.attribution.cue.as_mut().expect("it has one").lemma = "according to".to_owned();
    let found = claims(&document, &[quoted], &[], None);
    let parts: Vec<Vec<&str>> = found.iter().map(|claim| claim.parts.iter().map(|part| document.slice(*part)).collect()).collect();
    assert_eq!(parts, [["Rents in the town", "rose by 4 percent"]]);
    assert_eq!(found[0].claimant.kind, ClaimantKind::Entity);
}

#[test]
fn people_without_a_name_are_unnamed() {
    let text = "A dock official said that the quay is shut. The firm said that it is open.";
    let document = segment(text, &[]);
    let entity = |words: &str| EntityCluster {
        canonical_name: words.to_owned(),
        mentions: vec![Mention { span: find(text, words), kind: MentionKind::Nominal, entity_type: EntityType::Person, score: 1.0 }],
        ..EntityCluster::default()
    };
    let entities = [entity("A dock official"), entity("The firm")];
    let mut by_firm = quotation(text, QuotationKind::Indirect, &["that it is open"], "said", "The firm");
    by_firm.attribution.source.as_mut().expect("it has one").cluster = Some(1);
    by_firm.attribution.cue.as_mut().expect("it has one").span =
        Span::new(text.rfind("said").expect("it stands there"), text.rfind("said").expect("it stands there") + 4);
    let by_official = quotation(text, QuotationKind::Indirect, &["that the quay is shut"], "said", "A dock official");
    let found = claims(&document, &[by_official, by_firm], &entities, None);
    let claimants: Vec<_> = found.iter().map(|claim| (claim.claimant.kind, claim.claimant.cluster)).collect();
    assert_eq!(claimants, [(ClaimantKind::Unnamed, None), (ClaimantKind::Entity, Some(1))]);
}

#[test]
fn claims_tell_of_entities_and_hold_claims() {
    let text = "The Alden Trust, which has seven members, has sued Brask.";
    let document = segment(text, &[]);
    let entity = |words: &str| EntityCluster {
        canonical_name: words.to_owned(),
        mentions: vec![Mention { span: find(text, words), kind: MentionKind::Name, entity_type: EntityType::Organization, score: 1.0 }],
        ..EntityCluster::default()
    };
    let found = claims(&document, &[], &[entity("Alden Trust"), entity("Brask")], None);
    assert_eq!(found.iter().map(|claim| claim.about.clone()).collect::<Vec<_>>(), [vec![0, 1], vec![0]]);
    assert_eq!(found.iter().map(|claim| claim.parent).collect::<Vec<_>>(), [None, Some(0)]);
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
fn figures_are_worth_more_than_feelings() {
    let text = "The ministry spent 40 percent more. I love this place.";
    let document = segment(text, &[]);
    let quoted = quotation(text, QuotationKind::Direct, &["The ministry spent 40 percent more. I love this place."], "spent", "ministry");
    let found = claims(&document, &[quoted], &[], None);
    assert!(found[0].check_worthiness > found[1].check_worthiness + 0.3);
}

mod properties {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn any_text_gives_claims_inside_it(text in any::<String>(), cuts in proptest::collection::vec(any::<prop::sample::Index>(), 4)) {
            let document = segment(&text, &[]);
            let boundaries: Vec<usize> = (0..=document.text().len()).filter(|at| document.text().is_char_boundary(*at)).collect();
            let mut places: Vec<usize> = cuts.iter().map(|cut| boundaries[cut.index(boundaries.len())]).collect();
            places.sort_unstable();
            let source = Source {
                span: Span::new(places[2], places[3]),
                mention: None,
                cluster: None,
                resolution: Resolution::Unknown,
                alternatives: Vec::new(),
            };
            let quotation = Quotation {
                parts: vec![Span::new(places[0], places[1])],
                kind: QuotationKind::Mixed,
                attribution: Attribution {
                    source: Some(source),
                    cue: Some(Cue { span: Span::new(places[1], places[2]), lemma: "according to".to_owned() }),
                    rule: "test",
                    score: 0.5,
                },
                relays: Vec::new(),
                addressee: None,
                score: 0.5,
            };
            for claim in claims(&document, &[quotation], &[], None) {
                prop_assert!(claim.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
                prop_assert!(claim.parts.iter().all(|part| !part.is_empty() && document.text().get(part.start..part.end).is_some()));
            }
        }

        #[test]
        fn words_of_all_sorts_never_panic(words in proptest::collection::vec(
            prop::sample::select(vec![
                "the", "quay", "which", "and", "but", ",", ";", "that", "said", "has", "40", "if", "because", "he's", "“", "”", "to", "who",
                "when", "sank", "not", ".", "?", "…", "I", "would", "%", "of", "most", "in", "2019", "it", "closed", "so",
            ]), 0..60)) {
            let document = segment(&words.join(" "), &[]);
            for claim in claims(&document, &[], &[], None) {
                prop_assert!(!claim.parts.is_empty());
            }
        }
    }
}
