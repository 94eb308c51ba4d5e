//! Ids and keys that stay the same from version to version.

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

/// Hands out ids for the items of one story: a hash of the story's uri, the sort of item, what the item says, and how often that
/// came before. An item that a new version leaves as it was keeps its id.
pub(super) struct IdMaker<'a> {
    uri: &'a str,
    seen: FxHashMap<(&'static str, String), u32>,
}

impl<'a> IdMaker<'a> {
    pub(super) fn new(uri: &'a str) -> Self {
        Self { uri, seen: FxHashMap::default() }
    }

    /// The id of the next item of sort `prefix` that says `content`.
    pub(super) fn next(&mut self, prefix: &'static str, content: &str) -> String {
        let count = self.seen.entry((prefix, content.to_owned())).or_insert(0);
        *count += 1;
        format!("{prefix}_{}", short_hash(&[self.uri, prefix, content, &count.to_string()]))
    }
}

/// The first 16 hex digits of the sha256 of `parts`, each ended by a zero byte.
pub(super) fn short_hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    }
    hex(&hasher.finalize()[..8])
}

/// Lower-case hex digits of `bytes`.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).map(char::from).collect()
}

/// What two printings of the same words share: lower case, letters and digits alone, single spaces.
pub(super) fn normalised(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | '–' | '—')) {
        let before = out.len();
        for sign in word.chars() {
            match sign {
                'a'..='z' | '0'..='9' => out.push(sign),
                _ if sign.is_ascii() => out.extend(sign.is_ascii_uppercase().then(|| sign.to_ascii_lowercase())),
                _ if sign.is_alphanumeric() => out.extend(sign.to_lowercase()),
                _ => {}
            }
        }
        if out.len() > before {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_and_case_do_not_matter_to_a_key() {
        assert_eq!(normalised("“We won’t wait,” she said — again."), "we wont wait she said again");
        assert_eq!(normalised("Well-known"), normalised("well known"));
        assert_eq!(normalised(" … "), "");
    }

    #[test]
    fn the_same_words_twice_get_two_ids() {
        let mut ids = IdMaker::new("urn:story");
        assert_ne!(ids.next("q", "no comment"), ids.next("q", "no comment"));
        assert_eq!(IdMaker::new("urn:story").next("q", "no comment"), IdMaker::new("urn:story").next("q", "no comment"));
        assert_ne!(IdMaker::new("urn:other").next("q", "no comment"), IdMaker::new("urn:story").next("q", "no comment"));
    }

    #[test]
    fn hex_is_lower_case_and_padded() {
        assert_eq!(hex(&[0, 171, 16]), "00ab10");
    }
}
