//! The name, noun or pronoun in a source that refers.

use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::text::{Span, TokenRange};

/// Words before a name that are no part of it.
const TITLES: [&str; 44] = [
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "prof.",
    "rev.",
    "sir",
    "gen.",
    "lt.",
    "col.",
    "maj.",
    "capt.",
    "sgt.",
    "sen.",
    "rep.",
    "gov.",
    "sec.",
    "amb.",
    "lt",
    "president",
    "vice",
    "senator",
    "senators",
    "representative",
    "congressman",
    "congresswoman",
    "governor",
    "mayor",
    "minister",
    "prime",
    "secretary",
    "chancellor",
    "judge",
    "justice",
    "king",
    "queen",
    "pope",
    "general",
    "chief",
    "sheriff",
    "professor",
    "ambassador",
    "mr",
    "mrs",
];

/// The mention in the source `whole`; `None` where nothing in it refers.
///
/// A name without titles, a pronoun, or a description with its complements but without relative clauses: `a spokesman for the ministry`.
pub(super) fn mention_in(reading: &Reading<'_>, whole: TokenRange) -> Option<Span> {
    let head = head_segment(reading, whole);
    let span = reading.document.span_of(head);
    if let Some(name) = reading.name_across(span, reading.document.span_of(whole).end).or_else(|| reading.name_at_end(span)) {
        return Some(name);
    }
    let last =
        head.indices().rev().find(|index| reading.words[*index].is_noun_like() || matches!(reading.part(*index), Part::Function(_)))?;
    if let Some(name) = known_name_in_apposition(reading, whole, head) {
        return Some(name);
    }
    if reading.part(last) == Part::Name && !is_plain_word(reading, head, whole) {
        return Some(reading.document.span_of(name_run(reading, head.start, last)));
    }
    if let Some(name) = name_in_apposition(reading, whole, head) {
        return Some(name);
    }
    let start = head.indices().find(|index| !matches!(reading.part(*index), Part::Mark | Part::Sign))?;
    let end = if head.end < whole.end { complement_end(reading, whole, last + 1) } else { last + 1 };
    Some(reading.document.span_of(TokenRange::new(start.min(last), end)))
}

/// `whole` up to its first comma, preposition, relative pronoun or participle.
fn head_segment(reading: &Reading<'_>, whole: TokenRange) -> TokenRange {
    let ends = |index: &usize| {
        matches!(
            reading.part(*index),
            Part::Comma
                | Part::Dash
                | Part::Open
                | Part::Function(
                    FunctionWord::Preposition | FunctionWord::Relative | FunctionWord::To | FunctionWord::That | FunctionWord::Time
                )
        ) || is_participle(reading, whole.start, *index)
    };
    let end = whole.indices().skip(1).find(ends).unwrap_or(whole.end);
    TokenRange::new(whole.start, end)
}

/// Participles that tell how a document came to be known; those of people (`two people briefed on the matter`) tell who they are.
const OF_DOCUMENTS: [&str; 14] = [
    "seen",
    "obtained",
    "reviewed",
    "viewed",
    "released",
    "published",
    "issued",
    "posted",
    "dated",
    "filed",
    "sent",
    "written",
    "made",
    "leaked",
];

/// `released` in `a study released on Monday`: behind a noun, so that the phrase's head stands before it.
fn is_participle(reading: &Reading<'_>, start: usize, index: usize) -> bool {
    let is_form = reading.part(index) == Part::Plain && reading.is_any(index, &OF_DOCUMENTS);
    index > start && is_form && matches!(reading.part(index - 1), Part::Plain | Part::Name)
}

/// Whether `head` is one word that has its capital from the start of the sentence, and goes on: `Analysts at the bank`.
fn is_plain_word(reading: &Reading<'_>, head: TokenRange, whole: TokenRange) -> bool {
    let opens = head.len() == 1 && reading.sentence(head.start).start == head.start;
    let word = reading.document.word(head.start);
    opens && head.end < whole.end && word.ends_with('s') && matches!(reading.part(head.end), Part::Function(FunctionWord::Preposition))
}

/// Where the complements of a description end that begin at `at`: at a comma, a clause, or a time.
fn complement_end(reading: &Reading<'_>, whole: TokenRange, at: usize) -> usize {
    let begins =
        matches!(reading.part(at), Part::Function(FunctionWord::Preposition | FunctionWord::To)) || reading.part(at) == Part::Plain;
    let is_apart = |index: usize| {
        matches!(
            reading.part(index),
            Part::Comma
                | Part::Dash
                | Part::Open
                | Part::Mark
                | Part::Function(
                    FunctionWord::Relative
                        | FunctionWord::That
                        | FunctionWord::Time
                        | FunctionWord::Auxiliary
                        | FunctionWord::Subordinator
                        | FunctionWord::Adverb
                )
        ) || is_participle(reading, whole.start, index)
    };
    if !begins {
        return at;
    }
    let end = (at..whole.end).find(|index| is_apart(*index)).unwrap_or(whole.end);
    // a preposition that is left without its object: `a spokesman on Tuesday`
    let last_noun =
        (at..end).rev().find(|index| reading.words[*index].is_noun_like() || matches!(reading.part(*index), Part::PossessiveMark));
    let is_pronoun = end > at && matches!(reading.part(end - 1), Part::Function(FunctionWord::ObjectPronoun | FunctionWord::Possessive));
    if is_pronoun { end } else { last_noun.map_or(at, |last| last + 1) }
}

/// The run of capitalised words that ends at `last`, titles left out.
fn name_run(reading: &Reading<'_>, floor: usize, last: usize) -> TokenRange {
    let mut start = last;
    while start > floor && (reading.part(start - 1) == Part::Name || reading.part(start - 1) == Part::Mark && start - 1 > floor) {
        start -= 1;
    }
    while start < last && (reading.is_any(start, &TITLES) || reading.part(start) == Part::Mark) {
        start += 1;
    }
    TokenRange::new(start, last + 1)
}

/// The known name that is all of an apposition but for titles: `Alison Brandt` in `the local MP, Dr Alison Brandt,`.
fn known_name_in_apposition(reading: &Reading<'_>, whole: TokenRange, head: TokenRange) -> Option<Span> {
    let comma = head.end;
    if comma + 1 >= whole.end || reading.part(comma) != Part::Comma {
        return None;
    }
    let end = (comma + 1..whole.end).find(|index| reading.part(*index) == Part::Comma).unwrap_or(whole.end);
    let segment = TokenRange::new(comma + 1, end);
    let is_capital =
        !segment.is_empty() && segment.indices().all(|index| reading.words[index].is_capital || reading.part(index) == Part::Name);
    if is_capital { reading.name_at_end(reading.document.span_of(segment)) } else { None }
}

/// `Peter Brandt` in `the minister’s spokesman, Peter Brandt,`.
fn name_in_apposition(reading: &Reading<'_>, whole: TokenRange, head: TokenRange) -> Option<Span> {
    let comma = (head.end..whole.end).find(|index| reading.part(*index) == Part::Comma)?;
    let start = comma + 1;
    if start + 1 >= whole.end || reading.part(start) != Part::Name {
        return None;
    }
    let last = (start..whole.end).take_while(|index| reading.part(*index) == Part::Name).last()?;
    let ends = last + 1 == whole.end || reading.part(last + 1) == Part::Comma;
    (ends && last > start).then(|| reading.document.span_of(name_run(reading, start, last)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::each;

    fn mentions(text: &str) -> Vec<String> {
        each(text, |text, quotation| {
            let mention = quotation.attribution.source.as_ref().and_then(|source| source.mention);
            mention.map_or("-", |span| span.of(text)).to_owned()
        })
    }

    #[test]
    fn titles_and_appositions_stay_out() {
        assert_eq!(mentions("“It will hold,” said Gen. Ana Brandt, a former diver."), ["Ana Brandt"]);
        assert_eq!(mentions("Mr. Orlov of the harbor office said that it would hold."), ["Orlov"]);
        assert_eq!(mentions("A lawyer for the ministry, Peter Orlov, said that it would hold."), ["Peter Orlov"]);
        assert_eq!(mentions("The ministry’s spokesman, Peter Orlov, said that it would hold."), ["Peter Orlov"]);
    }

    #[test]
    fn nothing_between_two_commas_is_no_apposition() {
        assert!(mentions("Dr. , , ,  said \u{a0} said ").iter().all(|mention| !mention.is_empty()));
    }

    #[test]
    fn nouns_and_pronouns_refer_too() {
        assert_eq!(mentions("A spokesman for the ministry said that it would hold."), ["A spokesman for the ministry"]);
        assert_eq!(
            mentions("A person familiar with the plan, who asked to stay, said that it would hold.")[1..],
            ["A person familiar with the plan"]
        );
        assert_eq!(mentions("Analysts at the bank said that it would hold."), ["Analysts at the bank"]);
        assert_eq!(mentions("It will hold, according to a study released on Monday."), ["a study"]);
        assert_eq!(mentions("One of them said that it would hold."), ["One of them"]);
        assert_eq!(mentions("She said that it would hold."), ["She"]);
    }
}
