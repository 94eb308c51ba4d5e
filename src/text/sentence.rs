//! Sentences.

use super::{Span, TokenRange};

/// A sentence of a document; it never reaches over a block's end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    /// Its place in the text, without the white space around it.
    pub span: Span,
    /// Its tokens, as indices into the document's.
    pub tokens: TokenRange,
    /// The block that it stands in, as an index into the document's.
    pub block: usize,
}
