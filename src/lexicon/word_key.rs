//! Words as the tables hold them: lower case, straight apostrophes.

/// Longest word, in bytes, that any table holds.
const LONGEST: usize = 24;

/// The folded form of a word, kept on the stack: look-ups run once a token.
#[derive(Debug, Clone, Copy)]
pub struct WordKey {
    bytes: [u8; LONGEST],
    length: usize,
}

impl WordKey {
    /// Folds `word`; `None` where it is longer than any entry or holds letters that no table has.
    pub fn new(word: &str) -> Option<Self> {
        let mut key = Self { bytes: [0; LONGEST], length: 0 };
        let mut rest = word.as_bytes();
        while let Some((&first, tail)) = rest.split_first() {
            let (folded, tail) = match first {
                0x00..=0x7F => (first.to_ascii_lowercase(), tail),
                _ => (b'\'', rest.strip_prefix("’".as_bytes())?),
            };
            *key.bytes.get_mut(key.length)? = folded;
            key.length += 1;
            rest = tail;
        }
        Some(key)
    }

    /// The folded word.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).expect("only ASCII is kept")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_and_apostrophes() {
        assert_eq!(WordKey::new("Didn’t").expect("short").as_str(), "didn't");
    }

    #[test]
    fn refuses_what_no_table_holds() {
        assert!(WordKey::new("Zoë").is_none());
        assert!(WordKey::new(&"long".repeat(9)).is_none());
    }
}
