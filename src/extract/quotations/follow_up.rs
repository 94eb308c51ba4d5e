//! Who passed a quotation on by the sentence behind it: `The comments were first reported by the Herald.`, `She was speaking to CNN.`

use super::draft::Draft;
use super::reading::Reading;
use super::relays::{DraftRelay, outlet_at};
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::text::TokenRange;

/// What was said is called so when it is spoken of again.
const SAID: [&str; 36] = [
    "accusation",
    "accusations",
    "admission",
    "allegation",
    "allegations",
    "announcement",
    "claim",
    "claims",
    "comment",
    "comments",
    "confession",
    "email",
    "emails",
    "footage",
    "interview",
    "letter",
    "memo",
    "message",
    "messages",
    "prediction",
    "promise",
    "quote",
    "quotes",
    "recording",
    "remark",
    "remarks",
    "revelation",
    "speech",
    "statement",
    "statements",
    "testimony",
    "threat",
    "transcript",
    "video",
    "warning",
    "words",
];

/// Verbs that say it was said: `He made the admission on the Herald's podcast`.
const MADE: [&str; 6] = ["made", "repeated", "gave", "delivered", "offered", "issued"];

/// Farthest that an outlet stands in the sentence, in tokens.
const REACH: usize = 40;

/// Words between the beginning of the sentence and what was said, at the most.
const LONGEST: usize = 5;

/// The relays of `draft` that the sentence right behind it names, in its paragraph.
pub(super) fn relays_behind(reading: &Reading<'_>, draft: &Draft) -> Vec<DraftRelay> {
    let cue = draft.cue.map(|cue| cue.range.end);
    let Some(end) = draft.parts.iter().map(|part| part.end).chain(cue).max() else { return Vec::new() };
    let own = reading.sentence(end - 1);
    // a mark that closes the quotation stands at its end
    let next = (own.end..reading.words.len()).find(|at| matches!(reading.part(*at), Part::Name | Part::Plain | Part::Function(_)));
    let Some(sentence) = next.map(|next| reading.sentence(next)) else { return Vec::new() };
    if reading.block(sentence.start) != reading.block(own.start) || !speaks_of_it(reading, sentence) {
        return Vec::new();
    }
    let unquoted = sentence.indices().take(REACH).filter(|at| !reading.quoted[*at]);
    unquoted.filter_map(|at| outlet_at(reading, draft, at, sentence)).take(1).collect()
}

/// Whether `sentence` begins with what was said before, or with somebody who said it.
fn speaks_of_it(reading: &Reading<'_>, sentence: TokenRange) -> bool {
    let begins = TokenRange::new(sentence.start, sentence.end.min(sentence.start + LONGEST));
    let said = begins.indices().skip(1).find(|at| reading.is_any(*at, &SAID));
    let opens = reading.is_any(sentence.start, &["the", "this", "that", "these", "those", "his", "her", "their", "its"]);
    let follows = |words: &[&str]| {
        reading.is(sentence.start, FunctionWord::SubjectPronoun) && sentence.len() > 3 && reading.is_any(sentence.start + 1, words)
    };
    let is_speaking = follows(&["was", "were", "is"]) && reading.is_word(sentence.start + 2, "speaking");
    (said.is_some() && (opens || follows(&MADE))) || is_speaking
}

#[cfg(test)]
mod tests {
    use super::super::tests::relays_of;

    #[test]
    fn the_next_sentence_tells_where_it_was_said() {
        assert_eq!(relays_of("“It will hold,” Brandt said. The comments were first reported by the Alden Herald."), ["the Alden Herald"]);
        assert_eq!(relays_of("Brandt told donors that it would hold. Her remarks were broadcast on Radio Norland."), ["Radio Norland"]);
        assert_eq!(relays_of("“It will hold,” Brandt said. She was speaking to the Alden Herald."), ["the Alden Herald"]);
        assert_eq!(
            relays_of("“It will hold,” Brandt said. She made the claim in an interview with the Alden Herald."),
            ["the Alden Herald"]
        );
    }

    #[test]
    fn other_sentences_do_not() {
        assert_eq!(relays_of("“It will hold,” Brandt said. The dam was first described by the Alden Herald."), [""]);
        assert_eq!(relays_of("“It will hold,” Brandt said.\n\nThe comments were first reported by the Alden Herald."), [""]);
    }
}
