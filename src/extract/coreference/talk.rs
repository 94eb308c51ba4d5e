//! Who speaks in each stretch of quoted words, and who is addressed there by name: `“You are late, Brandt.”`

use super::discourse::{Discourse, Place};
use super::voices::Voices;
use crate::annotation::EntityType;
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{Document, Span, TokenRange};

/// So many stretches of quoted words are read for the speaker of another one, however many a paragraph has.
const REACH: usize = 64;

/// One stretch of quoted words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Turn {
    /// The person who speaks, as far as known.
    pub speaker: Option<usize>,
    /// The persons addressed by name.
    pub addressed: Vec<usize>,
    /// The paragraph.
    block: usize,
}

/// All of a story's quoted words, by their number.
#[derive(Debug, Default)]
pub(super) struct Talk {
    turns: Vec<Turn>,
}

impl Talk {
    /// `names` are the named places; `speaker` tells who speaks the words of a number, as far as their source does.
    pub(super) fn read(
        document: &Document,
        voices: &Voices,
        names: &[Place],
        discourse: &Discourse<'_>,
        speaker: impl Fn(usize) -> Option<usize>,
    ) -> Self {
        let block_at = |offset: usize| document.sentence_at(offset).map_or(0, |sentence| document.sentences()[sentence].block);
        let turn =
            |(number, content): (usize, Span)| Turn { speaker: speaker(number), addressed: Vec::new(), block: block_at(content.start) };
        let mut turns: Vec<Turn> = voices.contents().enumerate().map(turn).collect();
        for name in names.iter().filter(|name| discourse.referents[name.referent].entity_type == EntityType::Person) {
            let Some(quoted) = name.quoted else { continue };
            if is_address(document, name.tokens, voices.content(quoted)) {
                turns[quoted].addressed.push(name.referent);
            }
        }
        let mut talk = Self { turns };
        talk.lead_through();
        talk
    }

    /// Who speaks the words of a number, as far as known.
    pub(super) fn speaker(&self, quoted: usize) -> Option<usize> {
        self.turns[quoted].speaker
    }

    /// All of it, by their number.
    pub(super) fn turns(&self) -> &[Turn] {
        &self.turns
    }

    /// Who speaks before the words of a number: the last other speaker, in their paragraph or the two before it.
    pub(super) fn speaker_before(&self, quoted: usize) -> Option<usize> {
        let own = &self.turns[quoted];
        let near = self.turns[..quoted].iter().rev().take(REACH).take_while(|turn| turn.block + 2 >= own.block);
        near.filter_map(|turn| turn.speaker).find(|speaker| Some(*speaker) != own.speaker)
    }

    /// Gives words without a source the speaker of their paragraph, else whom the paragraph before addressed, else who spoke before that.
    fn lead_through(&mut self) {
        for number in 0..self.turns.len() {
            if self.turns[number].speaker.is_none() {
                self.turns[number].speaker = self.in_turn(&self.turns[number]);
            }
        }
    }

    /// Who speaks in `turn`, whose source is not known.
    fn in_turn(&self, turn: &Turn) -> Option<usize> {
        let speaker = |turns: &[Turn]| turns.iter().take(REACH).find_map(|turn| turn.speaker);
        if let Some(own) = speaker(self.of_block(turn.block)) {
            return Some(own);
        }
        let before = self.of_block(turn.block.checked_sub(1)?);
        let earlier = turn.block.checked_sub(2).map_or(&[][..], |block| self.of_block(block));
        let asked = speaker(before);
        let may_answer = |person: &usize| Some(*person) != asked && !turn.addressed.contains(person);
        let addressed = before.iter().take(REACH).flat_map(|turn| &turn.addressed).next().copied();
        addressed.filter(may_answer).or_else(|| speaker(earlier).filter(|_| !before.is_empty()).filter(may_answer))
    }

    /// The turns of a paragraph.
    fn of_block(&self, block: usize) -> &[Turn] {
        let from = self.turns.partition_point(|turn| turn.block < block);
        let to = self.turns.partition_point(|turn| turn.block <= block);
        &self.turns[from..to]
    }
}

/// What stands before a name by which somebody is addressed.
const BEFORE_ADDRESS: [&str; 25] = [
    ",", "!", "?", ".", "—", "–", "-", ";", ":", "oh", "ah", "well", "yes", "no", "please", "now", "come", "goodbye", "hello", "hi",
    "thanks", "sorry", "o", "hey", "you",
];
/// What stands behind it.
const BEHIND_ADDRESS: [&str; 9] = [",", ".", "!", "?", ";", "—", "–", "...", "…"];
/// Words between what stands before and the name, beside forms of address.
const BESIDE_NAME: [&str; 5] = ["my", "old", "dear", "poor", "sweet"];
/// Words behind a name and a comma that go on about whoever has it.
const GOES_ON: [&str; 6] = ["who", "whose", "the", "a", "and", "or"];

/// Whether the name at `tokens`, in the quoted words `content`, addresses somebody: set off on both sides, and no part of a list.
fn is_address(document: &Document, tokens: TokenRange, content: Span) -> bool {
    let inside = document.tokens_in(content);
    let word = |at: usize| if inside.indices().contains(&at) { document.word(at) } else { "" };
    let is_any = |at: usize, known: &[&str]| known.iter().any(|known| word(at).eq_ignore_ascii_case(known));
    let goes_on = word(tokens.end) == "," && is_any(tokens.end + 1, &GOES_ON);
    let is_set_off_behind = tokens.end >= inside.end || is_any(tokens.end, &BEHIND_ADDRESS);
    if goes_on || !is_set_off_behind {
        return false;
    }
    let is_beside = |at: usize| classes_of(word(at)).any(WordClasses::HONORIFIC) || is_any(at, &BESIDE_NAME);
    let first = (inside.start..tokens.start).rev().take_while(|at| is_beside(*at)).last().unwrap_or(tokens.start);
    if first <= inside.start {
        // `“Brandt.”` answers a question
        let is_all = tokens.end >= inside.end || word(tokens.end) == "." && tokens.end + 1 >= inside.end;
        return !is_all;
    }
    let is_capital = |at: usize| at > inside.start && word(at).starts_with(char::is_uppercase);
    let is_listed = word(first - 1) == "," && first > inside.start + 1 && is_capital(first - 2);
    is_any(first - 1, &BEFORE_ADDRESS) && !is_listed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    /// Whether `Brandt` is addressed in `words`, all of them quoted.
    fn addresses(words: &str) -> bool {
        let document = segment(words, &[]);
        let start = words.find("Brandt").expect("the name stands in the words");
        is_address(&document, document.tokens_in(Span::new(start, start + 6)), Span::new(0, words.len()))
    }

    #[test]
    fn whoever_is_set_off_is_addressed() {
        for words in ["You are late, Brandt.", "Brandt, come here", "Oh, my dear Mr. Brandt!", "No, Brandt, I stay.", "Thank you Brandt."] {
            assert!(addresses(words), "{words}");
        }
    }

    #[test]
    fn whoever_is_told_of_is_not() {
        for words in ["Brandt was late.", "Brandt, who was late, left", "I met Orlov, Brandt, and Lund", "Brandt.", "I saw Brandt."] {
            assert!(!addresses(words), "{words}");
        }
    }

    fn turn(speaker: Option<usize>, addressed: &[usize], block: usize) -> Turn {
        Turn { speaker, addressed: addressed.to_vec(), block }
    }

    fn speakers(turns: Vec<Turn>) -> Vec<Option<usize>> {
        let mut talk = Talk { turns };
        talk.lead_through();
        talk.turns.iter().map(|turn| turn.speaker).collect()
    }

    #[test]
    fn two_take_turns() {
        let turns = vec![turn(Some(1), &[], 0), turn(Some(2), &[], 1), turn(None, &[], 2), turn(None, &[], 3)];
        assert_eq!(speakers(turns), [Some(1), Some(2), Some(1), Some(2)]);
    }

    #[test]
    fn whoever_was_addressed_answers() {
        assert_eq!(speakers(vec![turn(Some(1), &[2], 0), turn(None, &[], 1)]), [Some(1), Some(2)]);
        assert_eq!(speakers(vec![turn(Some(1), &[2], 0), turn(None, &[2], 1)]), [Some(1), None]);
        assert_eq!(speakers(vec![turn(Some(1), &[2], 0), turn(None, &[], 2)]), [Some(1), None]);
    }

    #[test]
    fn a_paragraph_has_one_speaker() {
        assert_eq!(speakers(vec![turn(None, &[], 0), turn(Some(1), &[], 0)]), [Some(1), Some(1)]);
    }

    #[test]
    fn another_speaks_before() {
        let talk = Talk { turns: vec![turn(Some(1), &[], 0), turn(Some(2), &[], 1), turn(Some(1), &[], 6)] };
        assert_eq!([0, 1, 2].map(|quoted| talk.speaker_before(quoted)), [None, Some(1), None]);
    }
}
