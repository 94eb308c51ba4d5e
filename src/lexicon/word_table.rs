//! Tables of words: what look-ups that run once a token go through.

use rustc_hash::FxHashMap;

/// Longest word, in bytes, that lies in the table itself.
const SHORT: usize = 15;

/// A word of at most [`SHORT`] bytes, filled up with zeros, its length last.
type Short = [u64; 2];

/// A map from words. Short ones lie in it side by side with their values: finding one touches no other memory, and the memory of a table is cold
/// whenever a network has run.
#[derive(Debug, Clone)]
pub struct WordTable<V> {
    short: FxHashMap<Short, V>,
    long: FxHashMap<Box<str>, V>,
}

impl<V> Default for WordTable<V> {
    fn default() -> Self {
        Self { short: FxHashMap::default(), long: FxHashMap::default() }
    }
}

impl<V> WordTable<V> {
    /// The value of `word`.
    pub fn get(&self, word: &str) -> Option<&V> {
        match short(word) {
            Some(key) => self.short.get(&key),
            None => self.long.get(word),
        }
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// Whether it has no word.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its words, in no order.
    pub fn words(&self) -> impl Iterator<Item = String> + '_ {
        let short = self.short.keys().map(|[first, second]| {
            let bytes: Vec<u8> = [first.to_le_bytes(), second.to_le_bytes()].concat();
            String::from_utf8_lossy(&bytes[..usize::from(bytes[SHORT])]).into_owned()
        });
        short.chain(self.long.keys().map(|word| word.to_string()))
    }

    /// Gives `word` the value, in the place of one that it had.
    pub fn insert(&mut self, word: &str, value: V) {
        match short(word) {
            Some(key) => self.short.insert(key, value),
            None => self.long.insert(word.into(), value),
        };
    }

    /// The value of `word`, by default where it had none.
    pub fn or_default(&mut self, word: &str) -> &mut V
    where
        V: Default,
    {
        match short(word) {
            Some(key) => self.short.entry(key).or_default(),
            None => self.long.entry(word.into()).or_default(),
        }
    }
}

/// What was read of words in several tables, remembered in one: most words of a story were read in one before.
#[derive(Debug)]
pub struct Remembered<V>(WordTable<V>);

/// Most words that are remembered.
const REMEMBERED: usize = 16_384;
/// Longest word that is remembered, in bytes.
const LONGEST_REMEMBERED: usize = 32;

impl<V> Default for Remembered<V> {
    fn default() -> Self {
        Self(WordTable::default())
    }
}

impl<V: Clone> Remembered<V> {
    /// What `read` makes of `word`, which must depend on the word alone.
    pub fn of(&mut self, word: &str, read: impl FnOnce(&str) -> V) -> V {
        if word.len() > LONGEST_REMEMBERED {
            return read(word);
        }
        if let Some(known) = self.0.get(word) {
            return known.clone();
        }
        if self.0.len() == REMEMBERED {
            self.0 = WordTable::default();
        }
        let found = read(word);
        self.0.insert(word, found.clone());
        found
    }
}

impl<S: AsRef<str>, V> FromIterator<(S, V)> for WordTable<V> {
    fn from_iter<I: IntoIterator<Item = (S, V)>>(rows: I) -> Self {
        let mut table = Self::default();
        rows.into_iter().for_each(|(word, value)| table.insert(word.as_ref(), value));
        table
    }
}

fn short(word: &str) -> Option<Short> {
    let mut bytes = [0; SHORT + 1];
    bytes[..SHORT].get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    bytes[SHORT] = u8::try_from(word.len()).ok()?;
    let [first, second] = bytes.as_chunks::<8>().0 else { return None };
    Some([u64::from_le_bytes(*first), u64::from_le_bytes(*second)])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn short_and_long_words_are_told_apart() {
        let words = ["", "a", "a\0", "exactly fifteen", "exactly sixteen.", "Zoë"];
        let table: WordTable<usize> = words.iter().enumerate().map(|(index, word)| (word, index)).collect();
        assert_eq!(words.map(|word| table.get(word).copied()), [0, 1, 2, 3, 4, 5].map(Some));
        assert_eq!([table.get("b"), table.get("a\0\0"), table.get("exactly fifteen.")], [None; 3]);
    }

    #[test]
    fn a_value_is_put_in_the_place_of_another() {
        let mut table: WordTable<u8> = WordTable::default();
        *table.or_default("quay") += 1;
        *table.or_default("quay") += 1;
        assert_eq!(table.get("quay"), Some(&2));
        table.insert("quay", 7);
        assert_eq!(table.get("quay"), Some(&7));
    }

    #[test]
    fn words_are_read_once_unless_they_are_long() {
        let (mut remembered, mut reads) = (Remembered::default(), 0);
        let long = "quay".repeat(9);
        for word in ["quay", "quay", &long, &long] {
            remembered.of(word, |_| reads += 1);
        }
        assert_eq!(reads, 3);
    }

    #[test]
    fn words_are_forgotten_before_there_are_too_many() {
        let (mut remembered, mut reads) = (Remembered::default(), 0);
        for number in (0..=REMEMBERED).chain([0]) {
            remembered.of(&format!("w{number}"), |_| reads += 1);
        }
        assert_eq!((reads, remembered.0.len()), (REMEMBERED + 2, 2));
    }

    proptest! {
        #[test]
        fn it_is_a_map(rows in prop::collection::vec(("\\PC{0,20}", 0u8..9), 0..20), word in "\\PC{0,20}") {
            let table: WordTable<u8> = rows.iter().map(|(word, value)| (word, *value)).collect();
            let map: std::collections::HashMap<&str, u8> = rows.iter().map(|(word, value)| (word.as_str(), *value)).collect();
            prop_assert_eq!(table.get(&word), map.get(word.as_str()));
            for (word, _) in &rows {
                prop_assert_eq!(table.get(word), map.get(word.as_str()));
            }
            let words: std::collections::BTreeSet<String> = table.words().collect();
            prop_assert_eq!(words, map.keys().map(|word| (*word).to_owned()).collect());
        }
    }
}
