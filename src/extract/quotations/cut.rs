//! What was found as content but cannot be: of the network the attributing clause itself, what runs on into another paragraph, and when it
//! was; of the rules too, `it has been reported`.

use super::clause::addressee_after;
use super::cue::{Voice, cue_verb};
use super::draft::Draft;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::impersonal::impersonal;
use crate::text::TokenRange;

/// Verbs that name whom they speak to before what is said.
const TO_SOMEBODY: [&str; 5] = ["tell", "inform", "assure", "remind", "notify"];

/// Most tokens between a cue and its source where both are cut out of a content as one clause: `she firmly said`.
const BESIDE: usize = 3;

/// `draft` with a content that its own cue does not stand in and that, outside of marks, stays in its paragraph; with a source of one
/// paragraph that does not stand in the content.
pub(super) fn cut(reading: &Reading<'_>, mut draft: Draft) -> Draft {
    let cue = draft.cue.map(|cue| cue.range);
    draft.source = draft.source.map(|source| without_participle(reading, nearest_paragraph(reading, source, cue)));
    let hole = cue.map(|cue| clause(cue, draft.source));
    let whole = draft.parts.iter().flat_map(|part| without(*part, hole)).map(|part| without_addressee(reading, part, cue));
    let whole: Vec<TokenRange> = whole.collect();
    let home = cue.or(whole.first().copied()).map(|range| reading.block(range.start));
    draft.parts = whole
        .into_iter()
        .flat_map(|part| paragraphs(reading, part))
        .filter(|part| Some(reading.block(part.start)) == home || is_quoted(reading, *part))
        .filter(|part| reading.trimmed(*part).is_some())
        .filter(|part| !is_time_phrase(reading, *part))
        .collect();
    // who stands in the content does not say it
    let parts = &draft.parts;
    draft.source = draft.source.filter(|source| !parts.iter().any(|part| part.start < source.end && source.start < part.end));
    draft
}

/// `draft` with nobody as `it` of `it has been reported`, and without such a clause in its content; an agent behind `by` is the source.
pub(super) fn without_impersonal(reading: &Reading<'_>, mut draft: Draft) -> Draft {
    let clause_of = |verb: usize| impersonal(|at| reading.document.word(at), verb).map(|it| TokenRange::new(it, verb + 1));
    let opens_clause =
        |it: usize| (it + 1..reading.words.len().min(it + 7)).any(|verb| clause_of(verb).is_some_and(|found| found.start == it));
    draft.parts.retain(|part| part.len() > 1 || !opens_clause(part.start));
    let Some(clause) = draft.cue.and_then(|cue| clause_of(cue.range.end - 1)) else { return draft };
    draft.source = draft.source.filter(|source| source.end <= clause.start || clause.end <= source.start);
    let agent = draft.source.filter(|source| source.start <= clause.end + BESIDE && clause.end <= source.start);
    let hole = TokenRange::new(clause.start, agent.map_or(clause.end, |agent| agent.end));
    draft.parts.retain(|part| part.start < hole.start || hole.end < part.end);
    draft.parts = draft.parts.iter().flat_map(|part| without(*part, Some(hole))).collect();
    draft
}

/// `part` without whom a verb speaks to that always speaks to somebody: `he would quit` of `told his mother he would quit`.
fn without_addressee(reading: &Reading<'_>, part: TokenRange, cue: Option<TokenRange>) -> TokenRange {
    let Some(cue) = cue.filter(|cue| cue.end == part.start && !reading.quoted[part.start]) else { return part };
    let tells = cue_verb(reading, cue.end - 1, cue.start)
        .is_some_and(|verb| verb.voice != Voice::Passive && TO_SOMEBODY.contains(&verb.verb.lemma));
    let told = addressee_after(reading, part.start, part.end).filter(|_| tells);
    let begins_clause = |at: usize| {
        matches!(
            reading.part(at),
            Part::Function(FunctionWord::That | FunctionWord::SubjectPronoun | FunctionWord::Question | FunctionWord::To)
        )
    };
    told.filter(|told| begins_clause(told.end)).map_or(part, |told| TokenRange::new(told.end, part.end))
}

/// Participles that open a sentence before its speaker.
const PARTICIPLES: [&str; 12] = [
    "addressing",
    "appearing",
    "approached",
    "asked",
    "challenged",
    "contacted",
    "interviewed",
    "pressed",
    "questioned",
    "reached",
    "speaking",
    "writing",
];

/// Longest phrase that only says when, in tokens.
const LONGEST_TIME: usize = 8;

/// Whether `part` only says when: `since the beginning of the year`.
fn is_time_phrase(reading: &Reading<'_>, part: TokenRange) -> bool {
    let has_verb = part.indices().any(|at| reading.is(at, FunctionWord::Auxiliary) || reading.words[at].verb.is_some());
    let opens = reading.is_any(part.start, &["since", "during", "until", "throughout"]);
    opens && !has_verb && part.len() <= LONGEST_TIME && !is_quoted(reading, part)
}

/// The cue, with its source where that stands beside it.
fn clause(cue: TokenRange, source: Option<TokenRange>) -> TokenRange {
    let beside = source.filter(|source| source.start <= cue.end + BESIDE && cue.start <= source.end + BESIDE);
    beside.map_or(cue, |source| TokenRange::new(source.start.min(cue.start), source.end.max(cue.end)))
}

/// What is left of `part` where `hole` lies inside it.
fn without(part: TokenRange, hole: Option<TokenRange>) -> Vec<TokenRange> {
    match hole {
        Some(hole) if part.start < hole.start && hole.end < part.end => {
            vec![TokenRange::new(part.start, hole.start), TokenRange::new(hole.end, part.end)]
        }
        Some(hole) if part.start <= hole.start && hole.end < part.end => vec![TokenRange::new(hole.end, part.end)],
        Some(hole) if part.start < hole.start && hole.start < part.end && hole.end >= part.end => {
            vec![TokenRange::new(part.start, hole.start)]
        }
        _ => vec![part],
    }
}

/// `part`, cut where a paragraph ends.
fn paragraphs(reading: &Reading<'_>, part: TokenRange) -> Vec<TokenRange> {
    let mut pieces = Vec::new();
    let mut start = part.start;
    for index in part.indices().skip(1) {
        if reading.block(index) != reading.block(index - 1) {
            pieces.push(TokenRange::new(start, index));
            start = index;
        }
    }
    pieces.push(TokenRange::new(start, part.end));
    pieces
}

/// Whether all words of `part` stand between marks.
fn is_quoted(reading: &Reading<'_>, part: TokenRange) -> bool {
    part.indices().all(|index| reading.quoted[index] || matches!(reading.part(index), Part::Mark) || !is_word(reading, index))
}

fn is_word(reading: &Reading<'_>, index: usize) -> bool {
    reading.document.word(index).contains(char::is_alphanumeric)
}

/// `source` without the clause of a participle that opens its sentence: `Harold Minsky` of `Reached by phone, Harold Minsky`.
fn without_participle(reading: &Reading<'_>, source: TokenRange) -> TokenRange {
    let opens = source.start == reading.sentence(source.start).start && reading.is_any(source.start, &PARTICIPLES);
    let comma = source.indices().find(|at| reading.part(*at) == Part::Comma);
    match comma.filter(|comma| opens && comma + 1 < source.end) {
        Some(comma) => TokenRange::new(comma + 1, source.end),
        None => source,
    }
}

/// The piece of `source` in the paragraph of its cue, else its first.
fn nearest_paragraph(reading: &Reading<'_>, source: TokenRange, cue: Option<TokenRange>) -> TokenRange {
    let pieces = paragraphs(reading, source);
    let home = cue.map(|cue| reading.block(cue.start));
    let at_home = pieces.iter().find(|piece| Some(reading.block(piece.start)) == home);
    at_home.or(pieces.first()).and_then(|piece| reading.trimmed(*piece)).unwrap_or(source)
}
