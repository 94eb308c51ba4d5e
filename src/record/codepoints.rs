//! From byte offsets to code points, once.

use super::SpanRecord;
use crate::text::Span;

/// Translates byte offsets of one text into code-point offsets.
pub(super) struct CodepointIndex {
    /// Byte offset of each character after the first non-ASCII one, in order; empty for ASCII text.
    starts: Vec<usize>,
    /// Bytes before the first non-ASCII character: there both offsets agree.
    ascii_prefix: usize,
}

impl CodepointIndex {
    pub(super) fn new(text: &str) -> Self {
        let ascii_prefix = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
        let starts = text[ascii_prefix..].char_indices().map(|(offset, _)| ascii_prefix + offset).collect();
        Self { starts, ascii_prefix }
    }

    /// Length of the text in code points.
    pub(super) fn len(&self) -> usize {
        self.ascii_prefix + self.starts.len()
    }

    /// The code-point span of a byte span that lies on character boundaries.
    pub(super) fn span(&self, span: Span) -> SpanRecord {
        SpanRecord { start: self.offset(span.start), end: self.offset(span.end) }
    }

    fn offset(&self, byte: usize) -> usize {
        if byte <= self.ascii_prefix { byte } else { self.ascii_prefix + self.starts.partition_point(|&start| start < byte) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_characters_not_bytes() {
        let text = "It cost 5 € — “a lot”, she said 🌊.";
        let index = CodepointIndex::new(text);
        let start = text.find("a lot").expect("the words are there");
        let span = index.span(Span::new(start, start + 5));
        let sliced: String = text.chars().skip(span.start).take(span.end - span.start).collect();
        assert_eq!(sliced, "a lot");
        assert_eq!(index.len(), text.chars().count());
        assert_eq!(index.span(Span::new(text.len(), text.len())).end, index.len());
    }
}
