//! The sieves in their order, and their findings as quotations.

use rustc_hash::FxHashSet;

use super::according::according;
use super::carried::carried;
use super::cut::without_impersonal;
use super::direct::direct;
use super::draft::{Draft, DraftCue, Findings};
use super::indirect::indirect;
use super::inserted::inserted;
use super::labels::labels;
use super::mention::mention_in;
use super::passed_on::passed_on;
use super::reading::Reading;
use super::relays::{DraftRelay, relays};
use super::retold::retold;
use super::turns::turns;
use super::within::within;
use crate::annotation::{Attribution, Cue, Quotation, QuotationKind, Relay, Resolution, Source};
use crate::text::{Document, TokenKind, TokenRange};

/// Finds the quotations of a text, in its order. Sources get their spans here and their entities in `sources`.
pub fn quotations(reading: &Reading<'_>) -> Vec<Quotation> {
    finish(reading, drafts_by_rules(reading))
}

/// The same without those who passed the words on, and without what those say of others: what a network is told.
pub fn evidence(reading: &Reading<'_>) -> Vec<Quotation> {
    let drafts = settled(reading, drafts_by_rules(reading));
    drafts.into_iter().filter_map(|(draft, _)| quotation(reading, &draft, Vec::new(), None)).collect()
}

/// What the sieves find, in the order of finding.
pub(super) fn drafts_by_rules(reading: &Reading<'_>) -> Vec<Draft> {
    if reading.words.is_empty() {
        return Vec::new();
    }
    let mut findings = Findings::new(reading);
    labels(reading, &mut findings);
    direct(reading, &mut findings);
    inserted(reading, &mut findings);
    according(reading, &mut findings);
    indirect(reading, &mut findings);
    turns(reading, &mut findings);
    carried(reading, &mut findings);
    findings.drafts
}

/// Makes quotations of `drafts`, in the order of the text.
pub(super) fn finish(reading: &Reading<'_>, drafts: Vec<Draft>) -> Vec<Quotation> {
    let drafts = settled(reading, drafts);
    let known: FxHashSet<usize> = drafts.iter().filter_map(|(draft, _)| draft.parts.first().map(|part| part.start)).collect();
    let mut all = Vec::with_capacity(drafts.len());
    for (draft, subjects) in drafts {
        let (outer, addressee) = relays(reading, &draft, subjects);
        let mut retold = retold(reading, &draft, &outer);
        retold.extend(within(reading, &draft, &outer));
        all.extend(quotation(reading, &draft, outer, addressee));
        let retold = retold.into_iter().filter(|(inner, _)| !known.contains(&inner.parts[0].start));
        all.extend(retold.filter_map(|(inner, relays)| quotation(reading, &inner, relays, inner.addressee)));
    }
    all
}

/// `drafts` in the order of the text, each with those who pass it on as the subject of a clause.
fn settled(reading: &Reading<'_>, drafts: Vec<Draft>) -> Vec<(Draft, Vec<DraftRelay>)> {
    let drafts = drafts.into_iter().map(|draft| without_impersonal(reading, draft));
    let mut drafts: Vec<Draft> = drafts.filter(|draft| !draft.parts.is_empty()).collect();
    drafts.sort_by_key(|draft| draft.parts.iter().map(|part| part.start).min());
    drafts.into_iter().map(|draft| passed_on(reading, draft)).collect()
}

fn quotation(reading: &Reading<'_>, draft: &Draft, relays: Vec<DraftRelay>, addressee: Option<TokenRange>) -> Option<Quotation> {
    let document = reading.document;
    let mut ranges: Vec<_> = draft.parts.iter().filter_map(|part| without_edge_marks(reading, *part)).collect();
    ranges.sort_unstable();
    ranges.dedup();
    if ranges.is_empty() {
        return None;
    }
    let relay = |relay: DraftRelay| Relay { span: document.span_of(relay.name), cluster: None, cue: Some(cue(document, relay.cue)) };
    Some(Quotation {
        kind: kind(reading, &ranges),
        parts: ranges.into_iter().map(|range| document.span_of(range)).collect(),
        attribution: Attribution {
            source: draft.source.map(|range| source(reading, range)),
            cue: draft.cue.map(|draft| cue(document, draft)),
            rule: draft.rule,
            score: draft.source_score,
        },
        addressee: addressee.map(|range| document.span_of(range)),
        relays: relays.into_iter().map(relay).collect(),
        score: draft.score,
    })
}

fn source(reading: &Reading<'_>, range: TokenRange) -> Source {
    Source {
        span: reading.document.span_of(range),
        mention: mention_in(reading, range),
        cluster: None,
        resolution: Resolution::Unknown,
        alternatives: Vec::new(),
    }
}

fn cue(document: &Document, draft: DraftCue) -> Cue {
    let lemma = if draft.lemma.is_empty() { document.word(draft.range.end - 1).to_lowercase() } else { draft.lemma.to_owned() };
    Cue { span: document.span_of(draft.range), lemma }
}

/// `part` without quotation marks at its edges, but for those of a quoted stretch inside it: `that the plan was “reckless”`.
fn without_edge_marks(reading: &Reading<'_>, part: TokenRange) -> Option<TokenRange> {
    let tokens = reading.document.tokens();
    let is_mark = |index: usize| tokens.get(index).is_some_and(|token| token.kind == TokenKind::QuoteMark);
    let mut start = part.indices().find(|index| !is_mark(*index))?;
    let mut end = part.indices().rev().find(|index| !is_mark(*index))? + 1;
    let is_quoted_whole = (start..end).all(|index| reading.quoted[index] || tokens[index].kind == TokenKind::Punctuation);
    if !is_quoted_whole && reading.quoted[end - 1] {
        let stop = usize::from(tokens.get(end).is_some_and(|token| token.kind == TokenKind::Punctuation) && reading.quoted[end]);
        if is_mark(end + stop) {
            end += stop + 1;
        }
    }
    if !is_quoted_whole && reading.quoted[start] && start > 0 && is_mark(start - 1) {
        start -= 1;
    }
    Some(TokenRange::new(start, end))
}

/// How much of `parts` stands between marks: words count, signs do not.
fn kind(reading: &Reading<'_>, parts: &[TokenRange]) -> QuotationKind {
    let words = || {
        let tokens = reading.document.tokens();
        parts.iter().flat_map(|part| part.indices()).filter(|index| matches!(tokens[*index].kind, TokenKind::Word | TokenKind::Number))
    };
    let all = words().count();
    let quoted = words().filter(|index| reading.quoted[*index]).count();
    match quoted {
        0 => QuotationKind::Indirect,
        _ if quoted == all => QuotationKind::Direct,
        _ => QuotationKind::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::found;
    use super::*;
    use crate::segment::segment;

    #[test]
    fn marks_of_a_stretch_inside_a_part_stay_and_those_around_a_part_go() {
        assert_eq!(found("Wei said that the plan was “reckless”."), ["Wei | said | that the plan was “reckless”"]);
        assert_eq!(found("Wei said that the plan was “quite reckless.”"), ["Wei | said | that the plan was “quite reckless.”"]);
        assert_eq!(found("“The plan is reckless,” Wei said."), ["Wei | said | The plan is reckless,"]);
        assert_eq!(found("Wei said that “reckless” plans were “the rule”."), ["Wei | said | that “reckless” plans were “the rule”"]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_panic(text in "(\\PC|Brandt|he| said| told| that| according to| and| who| in the| quoted| citing| as saying| Herald| reported| through his lawyer|[ \n.,:;'’“”\"—()]){0,60}") {
            let document = segment(&text, &[]);
            for quotation in quotations(&Reading::new(&document, &[])) {
                prop_assert!(!quotation.parts.is_empty());
                prop_assert!(quotation.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
                prop_assert!(quotation.parts.iter().all(|part| !part.of(&text).trim().is_empty()));
            }
        }
    }
}
