//! Who passed a quotation on by the sentence before it: `Brandt spoke to the Herald on Monday. “It will hold,” she said.`

use super::draft::{Draft, DraftCue};
use super::outlets::{has_outlet_name, outlet_after};
use super::reading::Reading;
use super::relays::{DraftRelay, gave_interview, spoken_with};
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::text::TokenRange;

/// Words of somebody who is on the air: `was a guest on the Herald's podcast`.
const ON_AIR: [&str; 6] = ["guest", "appeared", "appearing", "appearance", "interviewed", "interview"];

/// Tokens at the end of the sentence before that are looked at.
const BACK: usize = 60;

/// Most tokens between such a word and the outlet.
const REACH: usize = 3;

/// The relays of `draft` that the sentence right before it names, in its paragraph, where its speaker stands there.
pub(super) fn relays_ahead(reading: &Reading<'_>, draft: &Draft) -> Vec<DraftRelay> {
    let (Some(source), Some(cue)) = (draft.source, draft.cue) else { return Vec::new() };
    let first = draft.parts.iter().map(|part| part.start).chain([cue.range.start, source.start]).min().unwrap_or(source.start);
    let own = reading.sentence(first);
    let Some(last) = (0..own.start).rev().find(|at| matches!(reading.part(*at), Part::Name | Part::Plain | Part::Function(_))) else {
        return Vec::new();
    };
    let whole = reading.sentence(last);
    let before = TokenRange::new(whole.start.max(whole.end.saturating_sub(BACK)), whole.end);
    if reading.block(before.start) != reading.block(own.start) || !stands_in(reading, source, before) {
        return Vec::new();
    }
    let unquoted = before.indices().filter(|at| !reading.quoted[*at]);
    let named = |relay: &DraftRelay| has_outlet_name(reading, relay.name);
    let relay = |at: usize| {
        let spoken = spoken_with(reading, at, before.end).or_else(|| gave_interview(reading, at, before.end));
        spoken.filter(named).or_else(|| on_air(reading, at, before))
    };
    unquoted.filter_map(relay).take(1).collect()
}

/// Whether the speaker is a pronoun, or has a word of the name in `sentence`.
fn stands_in(reading: &Reading<'_>, source: TokenRange, sentence: TokenRange) -> bool {
    let is_named = |at: usize| {
        let word = reading.document.word(at);
        reading.part(at) == Part::Name && sentence.indices().any(|index| reading.document.word(index) == word)
    };
    reading.is(source.start, FunctionWord::SubjectPronoun) && !reading.is_any(source.start, &["it", "i", "we"])
        || source.indices().any(is_named)
}

/// `was a guest on the radio show “Dirt Road Now”`, the preposition standing at `at`.
fn on_air(reading: &Reading<'_>, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    let first = sentence.start.max(at.saturating_sub(REACH));
    let word = (first..at).rev().find(|index| reading.is_any(*index, &ON_AIR)).filter(|_| reading.is_any(at, &["on", "by", "in"]))?;
    let name = outlet_after(reading, at + 1, sentence.end)?;
    Some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(word, at + 1), lemma: "on" } })
}

#[cfg(test)]
mod tests {
    use super::super::tests::relays_of;

    #[test]
    fn the_sentence_before_tells_who_was_spoken_to() {
        assert_eq!(relays_of("Brandt spoke to the Alden Herald on Monday. “It will hold,” she said."), ["the Alden Herald"]);
        assert_eq!(relays_of("Brandt gave the Alden Herald an interview. “It will hold,” Brandt said."), ["the Alden Herald"]);
    }

    #[test]
    fn other_speakers_and_paragraphs_have_nothing_of_it() {
        assert_eq!(relays_of("Brandt spoke to the Alden Herald on Monday. “It will hold,” Orlov said."), [""]);
        assert_eq!(relays_of("Brandt spoke to the Alden Herald on Monday.\n\n“It will hold,” she said."), [""]);
        assert_eq!(relays_of("Brandt read the Alden Herald on Monday. “It will hold,” she said."), [""]);
    }
}
