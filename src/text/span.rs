//! A place in a text, in bytes.

/// A half-open range of bytes of one document's text; both ends lie on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// Makes the span `start..end`.
    ///
    /// # Panics
    /// In debug builds, when `end < start`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "span {start}..{end} ends before it starts");
        Self { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies inside this span (equal spans included).
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the byte at `offset` lies inside this span.
    pub fn contains_offset(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }

    /// The covered part of `text`.
    ///
    /// # Panics
    /// When the span does not lie on character boundaries inside `text`.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// The smallest span that covers all of `spans`; `None` where there is none.
pub fn hull(spans: &[Span]) -> Option<Span> {
    let start = spans.iter().map(|span| span.start).min()?;
    let end = spans.iter().map(|span| span.end).max()?;
    Some(Span::new(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_the_text_it_was_made_for() {
        let text = "The mayor said no.";
        assert_eq!(Span::new(4, 9).of(text), "mayor");
    }

    #[test]
    fn hull_covers_all_parts() {
        assert_eq!(hull(&[Span::new(5, 7), Span::new(1, 2)]), Some(Span::new(1, 7)));
        assert_eq!(hull(&[]), None);
    }
}
