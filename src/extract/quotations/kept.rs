//! Which quotations of the rules count although the network has nothing there.

use super::draft::Draft;
use super::labels::TRANSCRIPT;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::text::TokenRange;

/// Verbs of a clause beside its content that says no more than who said it.
const PLAIN_SPEECH: [&str; 8] = ["say", "add", "report", "reveal", "announce", "confirm", "note", "show"];

/// Fewest tokens of a content.
const FEWEST: usize = 4;

/// Longest source, in tokens: a longer one has more in it than a phrase.
const LONGEST_SOURCE: usize = 16;

/// Whether `rule`, which overlaps nothing of the network's, is a quotation all the same.
///
/// Of all that the rules find alone three in ten are right. Two kinds are right more often, by the articles of PolNeAR's train split and our
/// own development stories: a whole sentence with `…, she said` or with `according to …` beside it. The turns of a transcript are, too.
pub(super) fn is_kept(reading: &Reading<'_>, rule: &Draft) -> bool {
    if rule.rule == TRANSCRIPT {
        return true;
    }
    let is_kind = match rule.rule {
        "inserted_clause" => rule.cue.is_some_and(|cue| PLAIN_SPEECH.contains(&cue.lemma)) && rule.parts.len() == 1,
        "according_to" => true,
        _ => false,
    };
    let Some(content) = rule.parts.first().filter(|_| is_kind) else { return false };
    let has_plain_source = rule.source.is_some_and(|source| !has_auxiliary(reading, source) && source.len() <= LONGEST_SOURCE);
    has_plain_source && content.len() >= FEWEST && is_sentence(reading, *content)
}

/// Whether `content` reads like the sentence's main clause: it opens the sentence with its subject, and has a verb.
fn is_sentence(reading: &Reading<'_>, content: TokenRange) -> bool {
    let start = reading.sentence(content.start).start;
    let opens = content.start == start || (content.start == start + 1 && reading.is(start, FunctionWord::Conjunction));
    let first = if reading.is(content.start, FunctionWord::Conjunction) { content.start + 1 } else { content.start };
    let begins_clause = match reading.part(first) {
        Part::Name | Part::Number => true,
        Part::Plain => !reading.document.word(first).ends_with("ing"),
        Part::Function(part) => matches!(part, FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::SubjectPronoun),
        _ => false,
    };
    opens && begins_clause && has_verb(reading, content)
}

fn has_auxiliary(reading: &Reading<'_>, range: TokenRange) -> bool {
    range.indices().any(|index| reading.is(index, FunctionWord::Auxiliary))
}

fn has_verb(reading: &Reading<'_>, range: TokenRange) -> bool {
    range.indices().any(|index| {
        let is_past =
            reading.part(index) == Part::Plain && (reading.words[index].verb.is_some() || reading.document.word(index).ends_with("ed"));
        reading.is(index, FunctionWord::Auxiliary) || (is_past && index > range.start)
    })
}
