//! What a story says: the names of its entities, and whether some words stand there one after the other.

use std::cell::OnceCell;
use std::hash::{BuildHasher, BuildHasherDefault};

use rustc_hash::{FxHashMap, FxHashSet, FxHasher};

use super::key;

/// One story, to be asked what it says. Its words are read when they are first asked for.
#[derive(Debug)]
pub(super) struct Story<'a> {
    text: &'a str,
    names: FxHashSet<&'a str>,
    words: OnceCell<Words>,
}

impl<'a> Story<'a> {
    /// The story with this text, whose entities have names with these keys.
    pub(super) fn new(text: &'a str, names: impl Iterator<Item = &'a str>) -> Self {
        Self { text, names: names.collect(), words: OnceCell::new() }
    }

    /// Whether one of its entities has a name with this key.
    pub(super) fn names(&self, key: &str) -> bool {
        self.names.contains(key)
    }

    /// Whether the words of `phrase`, written as keys are, stand in it one after the other.
    pub(super) fn says(&self, phrase: &str) -> bool {
        self.words.get_or_init(|| Words::new(self.text)).contain(phrase)
    }
}

/// The words of one story, written as keys are.
#[derive(Debug)]
struct Words {
    words: String,
    /// Hash of a word, and where it stands last.
    last: FxHashMap<u64, u32>,
    /// Of each word: where it begins, in bytes of `words`, and the place of the one before it with the same hash.
    places: Vec<(u32, Option<u32>)>,
}

impl Words {
    fn new(text: &str) -> Self {
        let words = key::words(text);
        let mut last = FxHashMap::default();
        let mut places = Vec::with_capacity(words.len() / 5);
        let mut start = 0;
        for word in words.split(' ') {
            let Ok(begins) = u32::try_from(start) else { break }; // no story has four gigabytes
            let before = last.insert(hash(word), places.len() as u32);
            places.push((begins, before));
            start += word.len() + 1;
        }
        Self { words, last, places }
    }

    fn contain(&self, phrase: &str) -> bool {
        let first = phrase.split(' ').next().unwrap_or_default();
        let mut place = self.last.get(&hash(first)).copied();
        while let Some(here) = place {
            let (start, before) = self.places[here as usize];
            let rest = self.words[start as usize..].strip_prefix(phrase);
            if rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')) {
                return true;
            }
            place = before;
        }
        false
    }
}

fn hash(word: &str) -> u64 {
    BuildHasherDefault::<FxHasher>::default().hash_one(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn story(text: &str) -> Story<'_> {
        Story::new(text, ["ana vale"].into_iter())
    }

    #[test]
    fn phrases_are_found_as_whole_words_in_a_row() {
        let story = story("The harbour of Lisbon is full. “Lisbon’s mayor knows,” said Ana Vale.");
        for phrase in ["lisbon", "harbour of lisbon", "lisbon mayor", "ana vale", "the"] {
            assert!(story.says(phrase), "{phrase}");
        }
        for phrase in ["lis", "lisbon is empty", "vale ana", "ana vale said", "of the"] {
            assert!(!story.says(phrase), "{phrase}");
        }
    }

    #[test]
    fn names_are_those_of_its_entities() {
        assert!(story("").names("ana vale") && !story("").names("vale"));
    }

    #[test]
    fn a_story_without_words_says_nothing() {
        assert!(!story("").says("lisbon") && !story("— … —").says("lisbon"));
    }
}
