//! From an article's text to a [`Document`]: blocks and their roles, tokens, sentences.

mod apostrophes;
mod blocks;
mod sentences;
mod tokens;

use crate::text::{Block, BlockRole, Document};

/// Segments `text`. `given` are the blocks that the wire format itself told apart; where it is empty they are found in the text.
pub fn segment(text: &str, given: &[Block]) -> Document {
    let blocks = blocks::find(text, given);
    let mut all_tokens = Vec::new();
    let mut all_sentences = Vec::new();
    for (index, block) in blocks.iter().enumerate() {
        if block.role != BlockRole::Paragraph {
            continue;
        }
        let first = all_tokens.len();
        tokens::tokenize(text, block.span, &mut all_tokens);
        sentences::split(text, index, first, &all_tokens, &mut all_sentences);
    }
    Document::new(text.to_owned(), blocks, all_sentences, all_tokens)
}
