//! What a single quotation mark or apostrophe is at one place of a text.

use crate::lexicon::WordKey;

/// Farthest that the closing partner of a single mark is looked for, in bytes.
const REACH: usize = 1_200;

/// Words that begin with an apostrophe for letters left out.
const ELISIONS: [&str; 9] = ["em", "til", "cause", "twas", "tis", "bout", "round", "n", "im"];

/// Pronouns and adverbs whose `'s` is a verb: the contraction stays one word.
const CONTRACTED: [&str; 17] = [
    "he",
    "she",
    "it",
    "that",
    "this",
    "there",
    "here",
    "what",
    "who",
    "where",
    "when",
    "how",
    "why",
    "let",
    "everyone",
    "everything",
    "nothing",
];

/// Whether `sign` may be an apostrophe.
pub(super) fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ')
}

/// Where the possessive `'s` of `word` begins, as an offset into it; `None` where there is none or `'s` is a verb.
pub(super) fn possessive_start(word: &str) -> Option<usize> {
    let stem = word.strip_suffix(['s', 'S'])?;
    let owner = stem.strip_suffix(is_apostrophe)?;
    let contracted = WordKey::new(owner).is_some_and(|key| CONTRACTED.contains(&key.as_str()));
    (!owner.is_empty() && !contracted).then_some(owner.len())
}

/// Length in bytes of the word that begins with an apostrophe at the start of `rest`: `’90s`, `'em`; `None` where none does.
pub(super) fn elision_length(rest: &str) -> Option<usize> {
    let mut signs = rest.chars();
    let apostrophe = signs.next().filter(|sign| is_apostrophe(*sign))?;
    let word: &str = signs.as_str();
    let length = word.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(word.len());
    let word = &word[..length];
    let years = word.as_bytes();
    let is_years = matches!(years, [b'0'..=b'9', b'0'..=b'9'] | [b'0'..=b'9', b'0'..=b'9', b's']);
    let is_elision = is_years || WordKey::new(word).is_some_and(|key| ELISIONS.contains(&key.as_str()));
    is_elision.then_some(apostrophe.len_utf8() + length)
}

/// Offset of the mark that closes the single quotation opened just before `from` in `stretch`; `None` where the sign opens nothing.
///
/// A mark after `s` may be a possessive (`the voters' choice`), so one after another letter or sign is preferred. A double mark that
/// closes something opened earlier ends the search.
pub(super) fn closing_mark(stretch: &str, from: usize) -> Option<usize> {
    let mut before = ' ';
    let mut doubtful = None;
    let mut inner_is_open = false;
    for (offset, sign) in stretch[from..].char_indices().take_while(|(offset, _)| *offset < REACH) {
        let after = stretch[from + offset + sign.len_utf8()..].chars().next();
        match sign {
            '“' => inner_is_open = true,
            '"' if before.is_whitespace() && !inner_is_open => inner_is_open = true,
            '”' | '"' if inner_is_open => inner_is_open = false,
            '”' | '"' => break,
            '\'' if is_double(&stretch[from + offset..]) => break,
            '‘' if !before.is_alphanumeric() && offset > 0 => break,
            '\'' | '’' if !before.is_whitespace() && !after.is_some_and(char::is_alphanumeric) => {
                if !matches!(before, 's' | 'S') {
                    return Some(from + offset);
                }
                doubtful = Some(from + offset);
            }
            _ => {}
        }
        before = sign;
    }
    doubtful
}

/// Whether `rest` begins with two single signs that stand for one double mark.
fn is_double(rest: &str) -> bool {
    rest.starts_with("''") && !rest.starts_with("'''")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_possessives_not_contractions() {
        assert_eq!(possessive_start("Halvorsen’s"), Some("Halvorsen".len()));
        assert_eq!(possessive_start("NORLAND'S"), Some("NORLAND".len()));
        assert_eq!(possessive_start("It's"), None);
        assert_eq!(possessive_start("boats"), None);
    }

    #[test]
    fn tells_elisions_from_opening_marks() {
        assert_eq!(elision_length("’90s were"), Some("’90s".len()));
        assert_eq!(elision_length("'em all"), Some(3));
        assert_eq!(elision_length("'No way,'"), None);
    }

    #[test]
    fn prefers_a_mark_that_is_no_possessive() {
        let stretch = "'The voters' choice,' he said.";
        assert_eq!(closing_mark(stretch, 1), Some("'The voters' choice,".len()));
    }

    #[test]
    fn stops_where_the_outer_quotation_ends() {
        assert_eq!(closing_mark("'Bring them,” he said. The ships' crews", 1), None);
    }
}
