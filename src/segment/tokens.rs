//! Words and signs.

use super::apostrophes::{closing_mark, elision_length, is_apostrophe, possessive_start};
use crate::lexicon::abbreviations::{Abbreviation, abbreviation};
use crate::text::{Span, Token, TokenKind};

/// Appends the tokens of the stretch `within` of `text` to `tokens`.
///
/// A possessive `'s` is a token of its own, contractions stay whole; an abbreviation keeps its full stop; addresses of the web stay
/// whole; an apostrophe that is no quotation mark is punctuation or part of its word.
pub(super) fn tokenize(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let mut scanner = Scanner { stretch: within.of(text), offset: 0, before: ' ', single_close: None };
    while let Some((start, kind)) = scanner.next() {
        tokens.push(Token { span: Span::new(within.start + start, within.start + scanner.offset), kind });
    }
}

/// Walks over one paragraph.
struct Scanner<'a> {
    stretch: &'a str,
    /// Where the next token is looked for.
    offset: usize,
    /// The character before `offset`.
    before: char,
    /// Where the single quotation mark stands that closes the one opened last.
    single_close: Option<usize>,
}

impl Scanner<'_> {
    /// Start and kind of the next token, which ends at `self.offset` afterwards.
    fn next(&mut self) -> Option<(usize, TokenKind)> {
        let rest = &self.stretch[self.offset..];
        let blank = rest.len() - rest.trim_start().len();
        if blank > 0 {
            self.before = ' ';
            self.offset += blank;
        }
        let start = self.offset;
        let first = self.char_at(start)?;
        let (end, kind) = self.token_at(start, first);
        self.offset = end;
        self.before = self.stretch[start..end].chars().next_back().unwrap_or(' ');
        Some((start, kind))
    }

    fn char_at(&self, offset: usize) -> Option<char> {
        self.stretch[offset..].chars().next()
    }

    /// End and kind of the token that begins at `start` with `first`.
    fn token_at(&mut self, start: usize, first: char) -> (usize, TokenKind) {
        if is_word_char(first) {
            return self.word(start);
        }
        let end = start + first.len_utf8();
        match first {
            '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' => (end, TokenKind::QuoteMark),
            '`' | '\'' if self.char_at(end) == Some(first) && self.single_close != Some(start) => (end + 1, TokenKind::QuoteMark),
            '`' => (end, TokenKind::QuoteMark),
            '\'' | '‘' | '’' | '‚' | '‛' | 'ʼ' => self.single_mark(start, first),
            '@' | '#' if self.char_at(end).is_some_and(is_word_char) && !self.before.is_alphanumeric() => {
                (self.run_end(end, is_word_char), TokenKind::Word)
            }
            _ => (self.run_end(end, |sign| sign == first), TokenKind::Punctuation),
        }
    }

    /// First offset from `from` on whose character `accepts` refuses.
    fn run_end(&self, from: usize, accepts: impl Fn(char) -> bool) -> usize {
        self.stretch[from..].find(|sign| !accepts(sign)).map_or(self.stretch.len(), |length| from + length)
    }

    fn single_mark(&mut self, start: usize, first: char) -> (usize, TokenKind) {
        let end = start + first.len_utf8();
        if self.single_close == Some(start) {
            self.single_close = None;
            return (end, TokenKind::QuoteMark);
        }
        let after = self.char_at(end);
        if self.before.is_alphanumeric() {
            let is_possessive = matches!(after, Some('s' | 'S')) && !self.char_at(end + 1).is_some_and(is_word_char);
            return if is_possessive && is_apostrophe(first) { (end + 1, TokenKind::Word) } else { (end, TokenKind::Punctuation) };
        }
        if let Some(length) = elision_length(&self.stretch[start..]) {
            return (start + length, TokenKind::Word);
        }
        let opens = after.is_some_and(|sign| !sign.is_whitespace()) && !matches!(self.before, '.' | ',' | '!' | '?' | '…');
        if opens && let Some(close) = closing_mark(self.stretch, end) {
            self.single_close = Some(close);
            return (end, TokenKind::QuoteMark);
        }
        let is_mark = first != '\'' || matches!(self.before, '.' | ',' | '!' | '?' | '…');
        (end, if is_mark { TokenKind::QuoteMark } else { TokenKind::Punctuation })
    }

    fn word(&self, start: usize) -> (usize, TokenKind) {
        if let Some(end) = self.address_end(start) {
            return (end, TokenKind::Word);
        }
        let mut end = self.word_end(start);
        if let Some(length) = possessive_start(&self.stretch[start..end]) {
            return (start + length, TokenKind::Word);
        }
        if self.keeps_full_stop(start, end) {
            end += 1;
            // `D.C.-based` is one word.
            let goes_on = self.stretch[end..].strip_prefix('-').is_some_and(|rest| rest.starts_with(is_word_char));
            end = if goes_on { self.word_end(end + 1) } else { end };
        }
        let is_number = self.stretch[start..end].chars().all(|sign| !sign.is_alphabetic());
        (end, if is_number { TokenKind::Number } else { TokenKind::Word })
    }

    /// End of the web address that begins at `start`; `None` where none does.
    fn address_end(&self, start: usize) -> Option<usize> {
        let rest = &self.stretch[start..];
        let is_address = ["http://", "https://", "www."]
            .iter()
            .any(|scheme| rest.as_bytes().get(..scheme.len()).is_some_and(|head| head.eq_ignore_ascii_case(scheme.as_bytes())));
        if !is_address {
            return None;
        }
        let end = self.run_end(start, |sign| !sign.is_whitespace() && !matches!(sign, '<' | '>' | '"' | '“' | '”' | '’' | '»'));
        let trimmed = self.stretch[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '…']);
        Some(start + trimmed.len())
    }

    /// End of the letters and digits from `start` on, with the signs that join them.
    fn word_end(&self, start: usize) -> usize {
        let mut piece_start = start;
        let mut before = ' ';
        let mut signs = self.stretch[start..].char_indices().map(|(offset, sign)| (start + offset, sign)).peekable();
        while let Some((offset, sign)) = signs.next() {
            if !is_word_char(sign) {
                let joined = signs.peek().is_some_and(|(_, after)| {
                    is_word_char(*after) && joins(sign, before, *after, offset - piece_start) && self.single_close != Some(offset)
                });
                if !joined {
                    return offset;
                }
                piece_start = offset + sign.len_utf8();
            }
            before = sign;
        }
        self.stretch.len()
    }

    /// Whether the full stop at `end` belongs to the word `start..end` before it.
    fn keeps_full_stop(&self, start: usize, end: usize) -> bool {
        let rest = &self.stretch[end..];
        if !rest.starts_with('.') || rest.starts_with("..") {
            return false;
        }
        let word = &self.stretch[start..end];
        let follows = rest[1..].trim_start().chars().next();
        match abbreviation(word) {
            Some(Abbreviation::BeforeNumber) => follows.is_some_and(char::is_numeric),
            Some(Abbreviation::BeforeName) => follows.is_some(),
            Some(Abbreviation::Anywhere) => word.contains('.') || word.starts_with(char::is_uppercase) || matches!(word, "etc" | "al"),
            None => is_initials(word, follows),
        }
    }
}

/// Whether `sign`, after `before` and in front of `after`, joins both into one word. `piece` is the length of what stands before it,
/// counted from the last joining sign.
fn joins(sign: char, before: char, after: char, piece: usize) -> bool {
    match sign {
        '-' | '\'' | '’' | 'ʼ' | '\u{2010}' | '\u{2011}' | '@' => true,
        '.' if before.is_numeric() => after.is_numeric() || piece == 1,
        '.' => piece == 1 || after.is_lowercase() || after.is_numeric(),
        ',' | ':' | '/' => before.is_numeric() && after.is_numeric(),
        '&' => before.is_uppercase() && after.is_uppercase(),
        _ => false,
    }
}

/// Whether `word` is an initial before a name (`J.`), or letters each with their full stop (`U.S`, `D-N.Y`).
fn is_initials(word: &str, follows: Option<char>) -> bool {
    let last = word.rsplit('-').next().unwrap_or(word);
    let mut letters = last.chars();
    let only = letters.next();
    if letters.next().is_none() {
        return word.len() == last.len() && only.is_some_and(char::is_uppercase) && follows.is_some_and(char::is_uppercase);
    }
    last.contains('.') && last.split('.').all(|piece| piece.chars().count() == 1 && piece.chars().all(char::is_alphabetic))
}

/// Letters, digits and what combines with them.
fn is_word_char(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '_' | '\u{AD}' | '\u{300}'..='\u{36F}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().map(|token| token.span.of(text)).collect()
    }

    fn marks(text: &str) -> Vec<usize> {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        tokens.iter().filter(|token| token.kind == TokenKind::QuoteMark).map(|token| token.span.start).collect()
    }

    #[test]
    fn keeps_abbreviations_whole() {
        let text = "Sen. J. K. Brandt of the U.S. met Gen. Orlov at 9 a.m. in St. Agnes.";
        let expected = "Sen.|J.|K.|Brandt|of|the|U.S.|met|Gen.|Orlov|at|9|a.m.|in|St.|Agnes|.";
        assert_eq!(words(text).join("|"), expected);
    }

    #[test]
    fn full_stop_ends_a_common_word() {
        assert_eq!(words("He said no. It is art. Plan B.").join("|"), "He|said|no|.|It|is|art|.|Plan|B|.");
    }

    #[test]
    fn splits_possessives_and_keeps_contractions() {
        assert_eq!(
            words("Brandt’s aide didn't see the crews' boats; it's O'Neill's.").join("|"),
            "Brandt|’s|aide|didn't|see|the|crews|'|boats|;|it's|O'Neill|'s|."
        );
    }

    #[test]
    fn keeps_numbers_whole() {
        assert_eq!(
            words("9,300 of 3.5m, 9/11, $4.20, 18-year-old, 10:30.").join("|"),
            "9,300|of|3.5m|,|9/11|,|$|4.20|,|18-year-old|,|10:30|."
        );
    }

    #[test]
    fn keeps_addresses_whole() {
        let text = "See https://harbor.example/a?b=1, ask info@harbor.example or @portalden about #tide.";
        assert_eq!(words(text).join("|"), "See|https://harbor.example/a?b=1|,|ask|info@harbor.example|or|@portalden|about|#tide|.");
    }

    #[test]
    fn tells_single_marks_from_apostrophes() {
        let text = "“He said 'the crews' boats sank' in the ’90s,” ‘Don’t’ ``so''";
        let found: Vec<_> = marks(text).into_iter().map(|start| text[start..].chars().next().expect("a mark")).collect();
        assert_eq!(found, ['“', '\'', '\'', '”', '‘', '’', '`', '\'']);
    }

    #[test]
    fn an_apostrophe_alone_is_no_mark() {
        assert!(marks("The crews' boats and the '90s and rock 'n roll, fishin' too").is_empty());
    }

    #[test]
    fn splits_sentences_that_touch() {
        assert_eq!(words("It ended.The end").join("|"), "It|ended|.|The|end");
    }

    proptest! {
        #[test]
        fn tokens_are_ordered_and_skip_only_white_space(text in "(\\PC|[ \n.,'’“”\"`‘a-cA-C0-2@/-]){0,80}") {
            let mut tokens = Vec::new();
            tokenize(&text, Span::new(0, text.len()), &mut tokens);
            let mut end = 0;
            for token in &tokens {
                prop_assert!(token.span.start >= end && !token.span.is_empty());
                prop_assert!(text[end..token.span.start].trim().is_empty());
                end = token.span.end;
            }
            prop_assert!(text[end..].trim().is_empty());
        }
    }
}
