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
pub(super) fn mention_in(reading: &Reading<'_>, whole: TokenRange) -> Option<Span> {
    let head = head_segment(reading, whole);
    if let Some(span) = reading.name_at_end(reading.document.span_of(head)) {
        return Some(span);
    }
    let last =
        head.indices().rev().find(|index| reading.words[*index].is_noun_like() || matches!(reading.part(*index), Part::Function(_)))?;
    if reading.part(last) == Part::Name {
        return Some(reading.document.span_of(name_run(reading, head.start, last)));
    }
    if let Some(name) = name_in_apposition(reading, whole, head) {
        return Some(name);
    }
    let start = head.indices().find(|index| !matches!(reading.part(*index), Part::Mark | Part::Sign))?;
    Some(reading.document.span_of(TokenRange::new(start.min(last), last + 1)))
}

/// `whole` up to its first comma, preposition or relative pronoun.
fn head_segment(reading: &Reading<'_>, whole: TokenRange) -> TokenRange {
    let ends = |index: &usize| {
        matches!(
            reading.part(*index),
            Part::Comma | Part::Dash | Part::Open | Part::Function(FunctionWord::Preposition | FunctionWord::Relative | FunctionWord::To)
        )
    };
    let end = whole.indices().skip(1).find(ends).unwrap_or(whole.end);
    TokenRange::new(whole.start, end)
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

/// `Peter Brandt` in `the minister’s spokesman, Peter Brandt,`.
fn name_in_apposition(reading: &Reading<'_>, whole: TokenRange, head: TokenRange) -> Option<Span> {
    let start = head.end + 1;
    if start + 1 >= whole.end || reading.part(head.end) != Part::Comma || reading.part(start) != Part::Name {
        return None;
    }
    let last = (start..whole.end).take_while(|index| reading.part(*index) == Part::Name).last()?;
    let ends = last + 1 == whole.end || reading.part(last + 1) == Part::Comma;
    (ends && last > start).then(|| reading.document.span_of(name_run(reading, start, last)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::each;

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
        assert_eq!(mentions("The ministry’s spokesman, Peter Orlov, said that it would hold."), ["Peter Orlov"]);
    }

    #[test]
    fn nouns_and_pronouns_refer_too() {
        assert_eq!(mentions("A spokesman for the ministry said that it would hold."), ["A spokesman"]);
        assert_eq!(mentions("She said that it would hold."), ["She"]);
    }
}
