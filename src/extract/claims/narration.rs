//! Claims of the outlet itself, and of the source before where its attribution plainly runs on.

use super::quoted::{chain_of, claimant_of, trimmed};
use super::reading::{Reading, read};
use super::worth::Worth;
use crate::annotation::{Claim, Claimant, ClaimantKind, ClaimantVia, Quotation, QuotationKind, SourceChainLink, SourceChainRole};
use crate::text::{Document, Sentence, Span};

/// How sure a claimant is that is carried over from the sentence before, as a share of the first.
const CARRIED_SHARE: f32 = 0.6;
/// From this probability on a sentence is a claim whatever it stands on: low, so that what falls out could as well be 0, and consumers filter.
const WORTH_CHECKING: f32 = 0.1;
/// Cues after which the next sentence may go on in the same voice.
const REPORTS: &[&str] =
    &["report", "say", "state", "add", "note", "find", "show", "write", "claim", "reveal", "explain", "according to", "according"];

/// Claims of the sentences that hold no quotation.
pub(super) fn claims(document: &Document, quotations: &[Quotation], worth: &Worth<'_>) -> Vec<Claim> {
    let mut hulls: Vec<(Span, usize)> = quotations.iter().enumerate().map(|(index, quotation)| (quotation.span(), index)).collect();
    hulls.sort_by_key(|(hull, index)| (hull.start, *index));
    let mut claims = Vec::new();
    let mut next = 0;
    let mut reach = 0;
    let mut carried: Option<(usize, usize)> = None;
    for (index, sentence) in document.sentences().iter().enumerate() {
        let mut last_inside = None;
        while next < hulls.len() && hulls[next].0.start < sentence.span.end {
            reach = reach.max(hulls[next].0.end);
            last_inside = Some(hulls[next].1);
            next += 1;
        }
        if reach > sentence.span.start {
            carried = last_inside.filter(|quotation| runs_on(&quotations[*quotation], sentence)).map(|quotation| (quotation, index));
            continue;
        }
        let from = carried.filter(|(_, from)| from + 1 == index && document.sentences()[*from].block == sentence.block);
        let claim = match from {
            Some((quotation, _)) if carries_over(document, sentence) => {
                carried = Some((quotation, index));
                carried_over(document, sentence, quotation, &quotations[quotation], worth)
            }
            _ => own(document, sentence, index, worth),
        };
        claims.extend(claim);
    }
    claims
}

/// Whether the quotation is reported speech that ends with its sentence: `X reports that …`.
fn runs_on(quotation: &Quotation, sentence: &Sentence) -> bool {
    let cue = quotation.attribution.cue.as_ref();
    quotation.kind == QuotationKind::Indirect
        && quotation.span().end + 2 >= sentence.span.end
        && quotation.attribution.source.is_some()
        && cue.is_some_and(|cue| cue.span.end <= quotation.span().start && REPORTS.contains(&cue.lemma.as_str()))
}

/// Whether the sentence goes on in the voice before it: `And …`, `But …`, `It also …`.
fn carries_over(document: &Document, sentence: &Sentence) -> bool {
    let tokens = sentence.tokens;
    let word = |offset: usize| if tokens.start + offset < tokens.end { document.word(tokens.start + offset) } else { "" };
    matches!(word(0), "And" | "But" | "Also" | "Moreover" | "Furthermore" | "Additionally")
        || matches!(word(0), "It" | "They") && word(1) == "also"
}

fn carried_over(document: &Document, sentence: &Sentence, index: usize, quotation: &Quotation, worth: &Worth<'_>) -> Option<Claim> {
    let connector = document.tokens()[sentence.tokens.start].span;
    let starts_with_connector = !matches!(connector.of(document.text()), "It" | "They");
    let from = if starts_with_connector { connector.end } else { sentence.span.start };
    let part = trimmed(document, Span::new(from, sentence.span.end))?;
    let reading = read(document, &[part]);
    let mut claimant = claimant_of(quotation);
    claimant.via = ClaimantVia::CarriedOver;
    claimant.span = None;
    claimant.score *= CARRIED_SHARE;
    Some(claim(part, reading, claimant, chain_of(document, quotation), Some(index), worth))
}

/// The outlet's own claim, where the sentence stands on a number, a date or a cause, or the network finds it worth checking.
fn own(document: &Document, sentence: &Sentence, index: usize, worth: &Worth<'_>) -> Option<Claim> {
    let part = trimmed(document, sentence.span)?;
    let reading = read(document, &[part]);
    let is_worth_checking = worth.of_sentence(index).is_some_and(|probability| probability >= WORTH_CHECKING);
    if !reading.is_checkable() && !is_worth_checking {
        return None;
    }
    let claimant = Claimant { kind: ClaimantKind::Outlet, cluster: None, span: None, via: ClaimantVia::Narration, score: 0.8 };
    let chain = vec![SourceChainLink { role: SourceChainRole::Publisher, cluster: None, cue: None }];
    Some(claim(part, reading, claimant, chain, None, worth))
}

fn claim(
    part: Span,
    reading: Reading,
    claimant: Claimant,
    source_chain: Vec<SourceChainLink>,
    quotation: Option<usize>,
    worth: &Worth<'_>,
) -> Claim {
    let parts = vec![part];
    Claim {
        check_worthiness: worth.of(&reading, &parts),
        parts,
        quotation,
        claimant,
        source_chain,
        kind: reading.kind,
        polarity: reading.polarity,
        modality: reading.modality,
        tense: reading.tense(),
        hedges: reading.hedges,
        values: Vec::new(),
        about: Vec::new(),
        parent: None,
        same_as: Vec::new(),
        fingerprint: String::new(),
    }
}
