//! Who passed a quotation on: `as quoted by the Herald`, `told CNN`.

use super::according::cue_and_source;
use super::draft::{Draft, DraftCue};
use super::noun_phrase::phrase_after;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::outlet_words::is_outlet_word;
use crate::text::TokenRange;

/// Participles before `by` that name a relay.
const PASSED_ON: [(&str, &str); 6] =
    [("quoted", "quote"), ("reported", "report"), ("cited", "cite"), ("published", "publish"), ("carried", "carry"), ("relayed", "relay")];

/// A relay in tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct DraftRelay {
    /// Its name.
    pub(super) name: TokenRange,
    /// The words that say so.
    pub(super) cue: DraftCue,
}

/// The relay of `draft`, if its cue's sentence names one.
pub(super) fn relay(reading: &Reading<'_>, draft: &Draft) -> Option<DraftRelay> {
    let cue = draft.cue?;
    relay_by_participle(reading, cue.range.end).or_else(|| trailing_source(reading, draft)).or_else(|| {
        let name = draft.addressee.filter(|name| is_outlet(reading, *name))?;
        Some(DraftRelay { name, cue })
    })
}

/// `as quoted by …` at most eight tokens behind the cue, outside marks.
fn relay_by_participle(reading: &Reading<'_>, from: usize) -> Option<DraftRelay> {
    let end = reading.sentence(from.checked_sub(1)?).end;
    let at = (from..end.min(from + 8))
        .take_while(|index| !reading.quoted[*index] && reading.part(*index) != Part::Mark)
        .find(|index| reading.is_word(*index, "by"))?;
    let (_, lemma) = PASSED_ON.iter().find(|(participle, _)| at > from && reading.is_word(at - 1, participle))?;
    let start = if at > from + 1 && reading.is_word(at - 2, "as") { at - 2 } else { at - 1 };
    let name = phrase_after(reading, at + 1, end)?;
    Some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(start, at + 1), lemma } })
}

/// `…, per the ministry’s website` behind a content that has its speaker.
fn trailing_source(reading: &Reading<'_>, draft: &Draft) -> Option<DraftRelay> {
    let end = draft.parts.last()?.end;
    let at = if reading.part(end) == Part::Comma { end + 1 } else { end };
    if at >= reading.words.len() || draft.cue.is_some_and(|cue| cue.lemma == "per") {
        return None;
    }
    let (cue, name) = cue_and_source(reading, at, reading.sentence(at).end)?;
    (cue.lemma == "per").then_some(DraftRelay { name, cue })
}

/// Whether `name` is an outlet's: a capitalised phrase with an outlet word in it.
fn is_outlet(reading: &Reading<'_>, name: TokenRange) -> bool {
    name.indices().any(|index| reading.part(index) == Part::Name && is_outlet_word(reading.document.word(index)))
}

#[cfg(test)]
mod tests {
    use super::super::testing::each;

    fn relays(text: &str) -> Vec<String> {
        each(text, |text, quotation| {
            let relays: Vec<_> = quotation.relays.iter().map(|relay| relay.span.of(text)).collect();
            format!("{} / {}", relays.join(", "), quotation.addressee.map_or("-", |span| span.of(text)))
        })
    }

    #[test]
    fn an_outlet_that_passed_the_words_on() {
        assert_eq!(
            relays("“It will hold,” Brandt said as quoted by the Alden Herald. “It must,” Brandt added."),
            ["the Alden Herald / -", "the Alden Herald / -"]
        );
        assert_eq!(relays("Brandt told the Alden Herald that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("Brandt warned that it might break, per the ministry's website."), ["the ministry's website / -"]);
    }

    #[test]
    fn those_spoken_to_are_no_relay() {
        assert_eq!(relays("Brandt told reporters that it would hold."), [" / reporters"]);
        assert_eq!(relays("Brandt said in a letter to Orlov that it would hold."), [" / -"]);
    }
}
