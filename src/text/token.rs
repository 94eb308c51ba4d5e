//! Words and signs.

use super::Span;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, perhaps with inner apostrophes, hyphens, full stops or digits: `U.S.`, `O'Brien`, `G20`.
    Word,
    /// Digits with their inner separators: `9,300`, `3.5`, `2026`.
    Number,
    /// One quotation mark, or a double one written as two signs: `"`, `“`, `` `` ``, `«`.
    QuoteMark,
    /// Any other sign or run of the same sign: `,`, `...`, `—`.
    Punctuation,
}

/// A word or sign of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// Its place in the document's text.
    pub span: Span,
    /// What it is made of.
    pub kind: TokenKind,
}

/// A half-open range of token indices of one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenRange {
    /// First token.
    pub start: usize,
    /// One past the last token.
    pub end: usize,
}

impl TokenRange {
    /// Makes the range `start..end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "token range {start}..{end} ends before it starts");
        Self { start, end }
    }

    /// Number of tokens.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the range holds no token.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The indices, in order.
    pub fn indices(self) -> std::ops::Range<usize> {
        self.start..self.end
    }
}
