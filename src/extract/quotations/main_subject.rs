//! The subject of a sentence, whose `saying` a participle is.

use super::noun_phrase::{continues_phrase, is_gerund, is_nominal, is_past, without_leading_adverbs};
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::VerbForm;
use crate::text::TokenRange;

/// The subject of the sentence `sentence`, looked for up to `end`: whose `saying` a participle is.
pub(super) fn main_subject(reading: &Reading<'_>, sentence: TokenRange, end: usize) -> Option<TokenRange> {
    let mut at = sentence.start;
    loop {
        at = without_leading_adverbs(reading, at, end);
        if at >= end {
            return None;
        }
        let begins_adverbial =
            matches!(reading.part(at), Part::Function(FunctionWord::Preposition | FunctionWord::To | FunctionWord::Question))
                || ((reading.part(at) == Part::Plain || at == sentence.start) && is_gerund(reading, at))
                || reading.is(at, FunctionWord::Subordinator)
                || (at == sentence.start && is_capital_participle(reading, at))
                || (at > sentence.start && reading.is(at - 1, FunctionWord::Subordinator))
                || matches!(reading.part(at), Part::Comma | Part::Sign | Part::Mark);
        if !begins_adverbial {
            break;
        }
        at = (at..end).find(|index| reading.part(*index) == Part::Comma)? + 1;
    }
    let phrase_end = (at..end).find(|index| ends_subject(reading, at, *index)).unwrap_or(end);
    let phrase_end = with_apposition(reading, phrase_end, end);
    let range = TokenRange::new(at, phrase_end);
    (!range.is_empty() && is_nominal(reading, range) && range.len() <= 24).then_some(range)
}

/// `Asked on Monday whether …,` in front of the subject.
fn is_capital_participle(reading: &Reading<'_>, at: usize) -> bool {
    reading.words[at].is_capital && reading.words[at].verb.is_some_and(|verb| verb.form == VerbForm::Past)
}

/// `at`, or where the apposition ends that the comma at `at` opens: `Ana Brandt, the harbor chief, wrote`.
fn with_apposition(reading: &Reading<'_>, at: usize, limit: usize) -> usize {
    if reading.part(at) != Part::Comma || at + 1 >= limit || !continues_phrase(reading, at + 1, limit) {
        return at;
    }
    let close = (at + 1..limit.min(at + 16)).find(|index| reading.part(*index) == Part::Comma);
    close.filter(|close| precedes_verb(reading, close + 1)).unwrap_or(at)
}

/// Whether a verb group begins at `at`, or behind at most two more nouns, so that the word before belongs to the subject.
fn precedes_verb(reading: &Reading<'_>, at: usize) -> bool {
    let is_verb = |index: usize| {
        is_past(reading, index) || matches!(reading.part(index), Part::Function(FunctionWord::Auxiliary | FunctionWord::Adverb))
    };
    let nouns = (at..at + 2).take_while(|index| reading.part(*index) == Part::Plain && !is_verb(*index)).count();
    is_verb(at + nouns) || reading.part(at + nouns) == Part::Comma
}

fn ends_subject(reading: &Reading<'_>, start: usize, index: usize) -> bool {
    match reading.part(index) {
        Part::Name | Part::Number | Part::PossessiveMark => false,
        Part::Plain => {
            let is_verb = reading.words[index].verb.is_some_and(|verb| verb.form != VerbForm::Base) || is_past(reading, index);
            let follows_name = index > start && reading.part(index - 1) == Part::Name;
            // `He starts`, not `One neighbour`
            let follows_pronoun =
                index > start && reading.is(index - 1, FunctionWord::SubjectPronoun) && !reading.is_word(index - 1, "one");
            follows_pronoun || (is_verb || follows_name) && !precedes_verb(reading, index + 1)
        }
        Part::Function(FunctionWord::Determiner | FunctionWord::Possessive) => {
            index > start && !reading.is_any(index - 1, &["of", "for", "from"])
        }
        Part::Function(FunctionWord::Preposition) => !reading.is_any(index, &["of", "for", "from"]),
        Part::Function(FunctionWord::SubjectPronoun) => index > start,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_pronoun_is_all_of_a_subject() {
        assert_eq!(found("He starts: “The dam is safe.”"), ["He | : | The dam is safe."]);
    }
}
