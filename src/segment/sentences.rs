//! Sentences.

use crate::text::{Sentence, Span, Token, TokenKind, TokenRange};

/// Appends the sentences of the block at `block`, whose tokens begin at `first`.
pub(super) fn split(text: &str, block: usize, first: usize, tokens: &[Token], sentences: &mut Vec<Sentence>) {
    let mut start = first;
    for index in first..tokens.len() {
        let ends = matches!(tokens[index].span.of(text), "." | "!" | "?")
            && tokens.get(index + 1).is_none_or(|next| next.kind != TokenKind::QuoteMark);
        if ends || index + 1 == tokens.len() {
            let span = Span::new(tokens[start].span.start, tokens[index].span.end);
            sentences.push(Sentence { span, tokens: TokenRange::new(start, index + 1), block });
            start = index + 1;
        }
    }
}
