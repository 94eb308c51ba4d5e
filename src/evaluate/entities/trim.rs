//! Names without what stands around them.

use crate::evaluate::char_text::is_space;
use crate::evaluate::{CharSpan, CharText};

/// `span` without a leading `the` and a trailing `'s`, or the apostrophe after an `s`; never empty.
pub(super) fn trimmed(text: &CharText, span: CharSpan) -> CharSpan {
    let start = span.start + article_length(text.chars(span));
    let from_start = CharSpan::new(start, span.end);
    CharSpan::new(start, span.end - possessive_length(text.chars(from_start)))
}

/// Signs of a leading article with the space after it; 0 where nothing would be left.
fn article_length(signs: &[char]) -> usize {
    if !matches!(signs, ['t' | 'T', 'h', 'e', ..] | ['T', 'H', 'E', ..]) {
        return 0;
    }
    let spaces = signs[3..].iter().take_while(|sign| is_space(**sign)).count();
    if spaces == 0 || 3 + spaces == signs.len() { 0 } else { 3 + spaces }
}

/// Signs of a trailing possessive mark with the space before it; 0 where nothing would be left.
fn possessive_length(signs: &[char]) -> usize {
    let length = match signs {
        [before @ .., '\'' | '’', 's'] => 2 + before.iter().rev().take_while(|sign| is_space(**sign)).count(),
        [.., 's', '\'' | '’'] => 1,
        _ => 0,
    };
    if length == signs.len() { 0 } else { length }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trim(words: &str) -> String {
        let text = CharText::new(words);
        text.slice(trimmed(&text, CharSpan::new(0, text.len())))
    }

    #[test]
    fn articles_and_possessive_marks_go() {
        assert_eq!(trim("the Port Authority's"), "Port Authority");
        assert_eq!(trim("THE Halden Group’s"), "Halden Group");
        assert_eq!(trim("the United Ports'"), "United Ports");
        assert_eq!(trim("Brandt 's"), "Brandt");
    }

    #[test]
    fn what_only_looks_like_one_stays() {
        assert_eq!(trim("Theodora"), "Theodora");
        assert_eq!(trim("tHE Pier"), "tHE Pier");
        assert_eq!(trim("the "), "the ");
        assert_eq!(trim("'s"), "'s");
        assert_eq!(trim("O'"), "O'");
    }
}
