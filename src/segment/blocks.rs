//! Paragraphs and block roles.

use crate::text::{Block, BlockRole, Span};

/// The blocks of `text`: those `given`, else its paragraphs, each with its role.
pub(super) fn find(text: &str, given: &[Block]) -> Vec<Block> {
    if !given.is_empty() {
        return given.to_vec();
    }
    lines(text).into_iter().map(|span| Block { role: BlockRole::Paragraph, span }).collect()
}

/// The lines of `text` that are not blank, without the white space around them.
fn lines(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let start = offset + (line.len() - line.trim_start().len());
            spans.push(Span::new(start, start + trimmed.len()));
        }
        offset += line.len();
    }
    spans
}
