//! Where a content ends.

use super::cue::{CueVerb, Voice, cue_verb};
use super::draft::Findings;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{SPEECH, THAT, VerbForm};

/// End of the content of `cue` that begins at `start`, in a sentence that ends at `limit`.
///
/// It reaches to the end of the sentence, unless another attribution begins before, or the cue's clause only opens the sentence.
pub(super) fn content_end(reading: &Reading<'_>, findings: &Findings, cue: &CueVerb, start: usize, limit: usize) -> usize {
    let opens_sentence = opens_sentence(reading, cue);
    let mut at = start;
    let mut depth = 0_usize;
    while at < limit {
        if findings.is_taken(at) {
            return at;
        }
        if reading.quoted[at] {
            at += 1;
            continue;
        }
        match reading.part(at) {
            Part::Open => depth += 1,
            Part::Close if depth == 0 => return at,
            Part::Close => depth -= 1,
            Part::Semicolon => return at,
            Part::Comma if at > start && (opens_sentence || ends_at_comma(reading, at, limit)) => return at,
            Part::Function(FunctionWord::Conjunction) if at > start && goes_on_with_verb(reading, cue, at) => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// Whether the cue stands in a clause that only opens the sentence: `Asked whether …, he`, `While Brandt said …, others`.
fn opens_sentence(reading: &Reading<'_>, cue: &CueVerb) -> bool {
    let start = reading.sentence(cue.head).start;
    let first = if reading.is(start, FunctionWord::Conjunction) { start + 1 } else { start };
    let is_participle = cue.group.start == first && cue.voice != Voice::Finite;
    let is_subordinate = reading.is(first, FunctionWord::Subordinator) && !reading.is_any(first, &["so", "then", "even"]);
    let no_comma = !(start..cue.head).any(|index| reading.part(index) == Part::Comma);
    (is_participle || is_subordinate) && no_comma
}

/// Whether another attribution begins behind the comma at `comma`.
fn ends_at_comma(reading: &Reading<'_>, comma: usize, limit: usize) -> bool {
    let next = comma + 1;
    if next >= limit {
        return true;
    }
    let is_gerund_cue = |index: usize| {
        index < limit
            && !reading.quoted[index]
            && reading.words[index].verb.is_some_and(|verb| verb.form == VerbForm::Gerund && verb.verb.takes(SPEECH | THAT))
    };
    if is_gerund_cue(next) || (reading.is(next, FunctionWord::Adverb) && is_gerund_cue(next + 1)) {
        return true;
    }
    if reading.is_any(next, &["according", "per"]) {
        return true;
    }
    let joins = reading.is_any(next, &["and", "but", "while", "though", "although", "whereas"]);
    joins
        && (next + 1..limit.min(next + 12)).take_while(|index| !reading.quoted[*index] && reading.part(*index) != Part::Comma).any(
            |index| {
                reading.words[index]
                    .verb
                    .is_some_and(|verb| verb.verb.takes(SPEECH) && matches!(verb.form, VerbForm::Past | VerbForm::ThirdPerson))
                    && cue_verb(reading, index, next).is_some_and(|cue| cue.voice == Voice::Finite)
            },
        )
}

/// Whether the conjunction at `at` joins the cue with another verb that attributes: `criticized the plan and called for a vote`.
fn goes_on_with_verb(reading: &Reading<'_>, cue: &CueVerb, at: usize) -> bool {
    if cue.verb.takes(THAT) && cue.verb.takes(SPEECH) {
        return false;
    }
    let next = if reading.is(at + 1, FunctionWord::Adverb) { at + 2 } else { at + 1 };
    next < reading.words.len() && reading.words[next].verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::ThirdPerson))
}
