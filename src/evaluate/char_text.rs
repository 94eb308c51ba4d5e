//! Texts and places counted in code points.

use serde::{Deserialize, Serialize};

use crate::text::{CodepointIndex, Span};

/// A half-open range of code points of one text. In JSON a pair: `[4, 9]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "[usize; 2]", into = "[usize; 2]")]
pub struct CharSpan {
    /// First code point.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
}

impl CharSpan {
    /// Makes the span `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The code points of the bytes `span` of the text behind `index`.
    pub fn of(span: Span, index: &CodepointIndex) -> Self {
        Self::new(index.offset(span.start), index.offset(span.end))
    }

    /// Length in code points; 0 where the end stands before the start.
    pub fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether `other` lies inside this span (equal spans included).
    pub fn contains(self, other: CharSpan) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// How many code points both spans cover.
    pub fn overlap(self, other: CharSpan) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}

impl From<[usize; 2]> for CharSpan {
    fn from([start, end]: [usize; 2]) -> Self {
        Self { start, end }
    }
}

impl From<CharSpan> for [usize; 2] {
    fn from(span: CharSpan) -> Self {
        [span.start, span.end]
    }
}

/// A text that is read by code point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CharText(Vec<char>);

impl CharText {
    /// Takes `text` apart.
    pub fn new(text: &str) -> Self {
        Self(text.chars().collect())
    }

    /// Length in code points.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The code points of `span`.
    ///
    /// # Panics
    /// When the span does not lie inside the text.
    pub fn chars(&self, span: CharSpan) -> &[char] {
        &self.0[span.start..span.end]
    }

    /// The words of `span`, as a string.
    ///
    /// # Panics
    /// When the span does not lie inside the text.
    pub fn slice(&self, span: CharSpan) -> String {
        self.chars(span).iter().collect()
    }
}

/// Whether `sign` parts words: Unicode's white space, and the four separators of ASCII that it leaves out.
pub(super) fn is_space(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{1c}'..='\u{1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn overlap_counts_shared_code_points() {
        assert_eq!(CharSpan::new(2, 7).overlap(CharSpan::new(5, 9)), 2);
        assert_eq!(CharSpan::new(2, 5).overlap(CharSpan::new(5, 9)), 0);
    }
}
