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
            _ if at > start && leaves_object(reading, cue, at) => return at,
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
    if reading.is_word(next, "but") && continues_subject(reading, next + 1) {
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

/// Whether a verb stands at `at`, so that the subject of the cue goes on: `…, but declined to comment`.
fn continues_subject(reading: &Reading<'_>, at: usize) -> bool {
    let next = if reading.is(at, FunctionWord::Adverb) { at + 1 } else { at };
    reading.is(next, FunctionWord::Auxiliary)
        || (reading.part(next) == Part::Plain && (reading.words[next].verb.is_some() || reading.document.word(next).ends_with("ed")))
}

/// Whether the conjunction at `at` joins the cue with another verb that attributes: `criticized the plan and called for a vote`.
fn goes_on_with_verb(reading: &Reading<'_>, cue: &CueVerb, at: usize) -> bool {
    let next = if reading.is(at + 1, FunctionWord::Adverb) { at + 2 } else { at + 1 };
    let Some(found) = reading.words.get(next).and_then(|word| word.verb) else { return false };
    if !matches!(found.form, VerbForm::Past | VerbForm::ThirdPerson) {
        return false;
    }
    let takes_clause = cue.verb.takes(THAT) && cue.verb.takes(SPEECH);
    !takes_clause || reading.is_word(at, "but") || (found.verb.takes(SPEECH) && found.verb.takes(THAT) && begins_content(reading, next + 1))
}

fn begins_content(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.part(at), Part::Mark | Part::Function(FunctionWord::That | FunctionWord::Question))
}

/// Whether the word at `at` begins an adverbial of the act itself, where the content is a noun phrase: `endorsed Brandt on Monday`.
fn leaves_object(reading: &Reading<'_>, cue: &CueVerb, at: usize) -> bool {
    if cue.verb.takes(THAT) {
        return false;
    }
    match reading.part(at) {
        Part::Function(FunctionWord::Time) => true,
        Part::Function(FunctionWord::Subordinator) => !reading.is_any(at, &["than", "so", "as"]),
        Part::Function(FunctionWord::Preposition) => {
            (reading.is_any(at, &["on", "in"]) && (reading.is(at + 1, FunctionWord::Time) || reading.part(at + 1) == Part::Number))
                || reading.is_word(at, "during")
        }
        _ => false,
    }
}
