//! Text and the places in it: spans, tokens, sentences, blocks, and the immutable document that holds them.

mod block;
mod codepoints;
mod document;
mod sentence;
mod span;
mod token;

pub use block::{Block, BlockRole};
pub use codepoints::CodepointIndex;
pub use document::Document;
pub use sentence::Sentence;
pub use span::{Span, hull};
pub use token::{Token, TokenKind, TokenRange};
