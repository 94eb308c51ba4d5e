//! Sets of code points, cleaned of what no annotator means.

use crate::evaluate::char_text::is_space;
use crate::evaluate::{CharSpan, CharText};

/// Quotation marks.
const MARKS: &str = "\"'`“”„‟‘’‚«»‹›";

/// Punctuation that may end a part.
const STOPS: &str = ".,;:!?…-–—";

/// Code points of one text as ordered, disjoint spans.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Places(Vec<CharSpan>);

impl Places {
    /// The places of `spans` without marks at their edges and stops at their ends; neighbours that only such signs part are joined.
    pub(super) fn cleaned(text: &CharText, spans: &[CharSpan]) -> Self {
        let mut sorted = spans.to_vec();
        sorted.sort_unstable();
        let mut joined: Vec<CharSpan> = Vec::new();
        for span in sorted {
            let Some(part) = trimmed(text, span) else { continue };
            match joined.last_mut() {
                Some(last) if part.start <= last.end || is_filler(text, CharSpan::new(last.end, part.start)) => {
                    last.end = last.end.max(part.end);
                }
                _ => joined.push(part),
            }
        }
        Self(joined)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Number of code points.
    pub(super) fn len(&self) -> usize {
        self.0.iter().map(|span| span.len()).sum()
    }

    /// From the first code point to the last; `None` where there is none.
    pub(super) fn hull(&self) -> Option<CharSpan> {
        Some(CharSpan::new(self.0.first()?.start, self.0.last()?.end))
    }

    /// The code points, in order.
    pub(super) fn offsets(&self) -> impl Iterator<Item = usize> {
        self.0.iter().flat_map(|span| span.start..span.end)
    }

    /// How many code points both have.
    pub(super) fn overlap(&self, other: &Places) -> usize {
        let (mut mine, mut theirs) = (self.0.as_slice(), other.0.as_slice());
        let mut shared = 0;
        while let ([first, rest @ ..], [other_first, other_rest @ ..]) = (mine, theirs) {
            shared += first.overlap(*other_first);
            if first.end <= other_first.end {
                mine = rest;
            } else {
                theirs = other_rest;
            }
        }
        shared
    }

    /// Intersection over union, 0 to 1; 0 where one is empty.
    pub(super) fn iou(&self, other: &Places) -> f64 {
        let shared = self.overlap(other);
        if shared == 0 { 0.0 } else { shared as f64 / (self.len() + other.len() - shared) as f64 }
    }

    /// The words, parts joined by ` … `.
    pub(super) fn words(&self, text: &CharText) -> String {
        self.0.iter().map(|span| text.slice(*span)).collect::<Vec<_>>().join(" … ")
    }
}

/// Whether a speaker at `found` is the one at `gold`.
pub(super) fn is_right_speaker(text: &CharText, gold: &Places, found: &Places) -> bool {
    if gold.is_empty() || found.is_empty() {
        return gold.is_empty() && found.is_empty();
    }
    let word = last_word(text, gold);
    gold.iou(found) >= 0.5 || found.overlap(gold) > 0 && found.overlap(&word) == word.len()
}

/// The last word of `places`, without a possessive `'s`; all of them where they hold no word.
fn last_word(text: &CharText, places: &Places) -> Places {
    let Some(last_part) = places.0.last() else { return Places::default() };
    let words = words_in(text, *last_part);
    let word = match words.as_slice() {
        [.., before, last] if is_possessive(text, *last) => Some(before),
        words => words.last(),
    };
    word.map_or_else(|| places.clone(), |word| Places(vec![*word]))
}

/// Whether the word at `span` is an `s` after an apostrophe.
fn is_possessive(text: &CharText, span: CharSpan) -> bool {
    let with_mark = CharSpan::new(span.start - 1, span.end);
    matches!(text.chars(with_mark), ['\'' | '’', 's'])
}

/// Runs of letters, digits and underscores in `part`.
fn words_in(text: &CharText, part: CharSpan) -> Vec<CharSpan> {
    let mut words: Vec<CharSpan> = Vec::new();
    for (offset, sign) in (part.start..part.end).zip(text.chars(part)) {
        if !sign.is_alphanumeric() && *sign != '_' {
            continue;
        }
        match words.last_mut() {
            Some(word) if word.end == offset => word.end += 1,
            _ => words.push(CharSpan::new(offset, offset + 1)),
        }
    }
    words
}

/// `span` without white space and marks at its edges and stops at its end; `None` where nothing is left.
fn trimmed(text: &CharText, span: CharSpan) -> Option<CharSpan> {
    let signs = text.chars(span);
    let before = signs.iter().take_while(|sign| is_space(**sign) || MARKS.contains(**sign)).count();
    let after = signs[before..].iter().rev().take_while(|sign| is_space(**sign) || is_tail(**sign)).count();
    let left = CharSpan::new(span.start + before, span.end - after);
    (!left.is_empty()).then_some(left)
}

fn is_filler(text: &CharText, gap: CharSpan) -> bool {
    text.chars(gap).iter().all(|sign| is_space(*sign) || is_tail(*sign))
}

fn is_tail(sign: char) -> bool {
    MARKS.contains(sign) || STOPS.contains(sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "“The pier stays,” said Ida Brandt’s aide. “For now.”\n\n“And ever,” she said.";

    fn at(words: &[&str]) -> Vec<CharSpan> {
        let place = |words: &&str| {
            let start = TEXT[..TEXT.find(words).unwrap()].chars().count();
            CharSpan::new(start, start + words.chars().count())
        };
        words.iter().map(place).collect()
    }

    fn cleaned(words: &[&str]) -> Places {
        Places::cleaned(&CharText::new(TEXT), &at(words))
    }

    #[test]
    fn edges_lose_marks_and_stops() {
        let text = CharText::new(TEXT);
        assert_eq!(cleaned(&["“The pier stays,” "]).words(&text), "The pier stays");
        assert_eq!(cleaned(&["For now.”"]).words(&text), "For now");
        assert!(cleaned(&[",” "]).is_empty());
    }

    #[test]
    fn parts_that_only_marks_part_are_joined() {
        let text = CharText::new(TEXT);
        assert_eq!(cleaned(&["And ever", "For now."]).words(&text), "For now.”\n\n“And ever");
        assert_eq!(cleaned(&["The pier stays,", "For now."]).words(&text), "The pier stays … For now");
        assert_eq!(cleaned(&["pier stays", "The pier"]).words(&text), "The pier stays");
    }

    #[test]
    fn a_speaker_is_right_by_half_or_by_the_last_word() {
        let text = CharText::new(TEXT);
        let is_right = |gold: &[&str], found: &[&str]| is_right_speaker(&text, &cleaned(gold), &cleaned(found));
        assert!(is_right(&["Ida Brandt"], &["Brandt"]));
        assert!(!is_right(&["Ida Brandt"], &["Ida"]));
        assert!(is_right(&["Ida Brandt’s"], &["Brandt"]), "a possessive s is no word");
        assert!(is_right(&[], &[]));
        assert!(!is_right(&[], &["she"]) && !is_right(&["she"], &[]));
    }

    #[test]
    fn iou_is_of_code_points() {
        assert_eq!(cleaned(&["The pier stays"]).iou(&cleaned(&["pier stays"])), 10.0 / 14.0);
        assert_eq!(cleaned(&["The pier"]).iou(&cleaned(&["stays"])), 0.0);
    }
}
