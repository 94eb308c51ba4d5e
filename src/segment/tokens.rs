//! Words and signs.

use crate::text::{Span, Token, TokenKind};

/// Appends the tokens of the stretch `within` of `text` to `tokens`.
pub(super) fn tokenize(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let stretch = within.of(text);
    let mut chars = stretch.char_indices().peekable();
    while let Some((offset, first)) = chars.next() {
        if first.is_whitespace() {
            continue;
        }
        let kind = kind_of(first);
        let mut end = offset + first.len_utf8();
        while let Some(&(next_offset, next)) = chars.peek() {
            let goes_on = match kind {
                TokenKind::Word | TokenKind::Number => {
                    next.is_alphanumeric()
                        || (is_joiner(next) && stretch[next_offset + next.len_utf8()..].starts_with(char::is_alphanumeric))
                }
                TokenKind::Punctuation => next == first,
                TokenKind::QuoteMark => next == first && matches!(first, '`' | '\''),
            };
            if !goes_on {
                break;
            }
            end = next_offset + next.len_utf8();
            chars.next();
        }
        tokens.push(Token { span: Span::new(within.start + offset, within.start + end), kind });
    }
}

fn kind_of(first: char) -> TokenKind {
    match first {
        '"' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛' | '\'' | '`' | '«' | '»' | '‹' | '›' => {
            TokenKind::QuoteMark
        }
        _ if first.is_numeric() => TokenKind::Number,
        _ if first.is_alphabetic() => TokenKind::Word,
        _ => TokenKind::Punctuation,
    }
}

fn is_joiner(sign: char) -> bool {
    matches!(sign, '.' | ',' | '-' | '\'' | '’')
}
