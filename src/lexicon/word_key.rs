//! Words as the tables hold them: lower case, straight apostrophes.

/// Longest word, in bytes, that any table holds.
const LONGEST: usize = 24;

/// The folded form of a word, kept on the stack: look-ups run once a token.
#[derive(Debug, Clone, Copy)]
pub struct WordKey<'w>(Form<'w>);

#[derive(Debug, Clone, Copy)]
enum Form<'w> {
    /// The word is in this form already, as most are.
    Same(&'w str),
    /// Its bytes, and how many.
    Folded([u8; LONGEST], usize),
}

impl<'w> WordKey<'w> {
    /// Folds `word`; `None` where it is longer than any entry or holds letters that no table has.
    pub fn new(word: &'w str) -> Option<Self> {
        if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
            return (word.len() <= LONGEST).then_some(Self(Form::Same(word)));
        }
        let (mut bytes, mut length) = ([0; LONGEST], 0);
        let mut rest = word.as_bytes();
        while let Some((&first, tail)) = rest.split_first() {
            let (folded, tail) = match first {
                0x00..=0x7F => (first.to_ascii_lowercase(), tail),
                _ => (b'\'', rest.strip_prefix("’".as_bytes())?),
            };
            *bytes.get_mut(length)? = folded;
            length += 1;
            rest = tail;
        }
        Some(Self(Form::Folded(bytes, length)))
    }

    /// The folded word.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            Form::Same(word) => word,
            Form::Folded(bytes, length) => std::str::from_utf8(&bytes[..*length]).expect("only ASCII is kept"),
        }
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
