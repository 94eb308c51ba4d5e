//! From byte offsets to code points, once.

/// Translates byte offsets of one text into code-point offsets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodepointIndex {
    /// Byte offset of each character after the first non-ASCII one, in order; empty for ASCII text.
    starts: Vec<usize>,
    /// Bytes before the first non-ASCII character: there both offsets agree.
    ascii_prefix: usize,
}

impl CodepointIndex {
    /// Counts the characters of `text`.
    pub fn new(text: &str) -> Self {
        let ascii_prefix = text.bytes().position(|byte| !byte.is_ascii()).unwrap_or(text.len());
        let starts = text[ascii_prefix..].char_indices().map(|(offset, _)| ascii_prefix + offset).collect();
        Self { starts, ascii_prefix }
    }

    /// Length of the text in code points.
    pub fn len(&self) -> usize {
        self.ascii_prefix + self.starts.len()
    }

    /// Whether the text has no character.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many code points stand before the byte at `byte`, which lies on a character boundary.
    pub fn offset(&self, byte: usize) -> usize {
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
        let (from, to) = (index.offset(start), index.offset(start + 5));
        let sliced: String = text.chars().skip(from).take(to - from).collect();
        assert_eq!(sliced, "a lot");
        assert_eq!(index.len(), text.chars().count());
        assert_eq!(index.offset(text.len()), index.len());
    }
}
