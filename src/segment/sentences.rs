//! Sentences.

use crate::text::{Sentence, Span, Token, TokenKind, TokenRange};

/// Words that rarely follow an abbreviation inside a sentence, but often begin the next one.
const STARTERS: [&str; 40] = [
    "The",
    "A",
    "An",
    "In",
    "On",
    "At",
    "It",
    "He",
    "She",
    "They",
    "We",
    "I",
    "You",
    "But",
    "And",
    "His",
    "Her",
    "Its",
    "Their",
    "This",
    "That",
    "These",
    "Those",
    "There",
    "When",
    "While",
    "After",
    "Before",
    "If",
    "As",
    "For",
    "With",
    "Since",
    "However",
    "Meanwhile",
    "Some",
    "Many",
    "No",
    "Not",
    "Then",
];

/// Longest sentence, in tokens: a longer stretch without a stop is cut, so that work on a sentence stays bounded.
const LONGEST: usize = 400;

/// Most closing marks and brackets in a row that belong to one sentence.
const MOST_CLOSERS: usize = 8;

/// Appends the sentences of the block at `block`, whose tokens begin at `first`.
///
/// Closing marks and brackets belong to the sentence before; a full stop inside an abbreviation ends nothing.
pub(super) fn split(text: &str, block: usize, first: usize, tokens: &[Token], sentences: &mut Vec<Sentence>) {
    let splitter = Splitter { text, tokens };
    let mut start = first;
    let mut index = first;
    while index < tokens.len() {
        let next = splitter.after_closers(index + 1);
        if next == tokens.len() || next - start >= LONGEST || splitter.ends_at(start, index, next) {
            let span = Span::new(tokens[start].span.start, tokens[next - 1].span.end);
            sentences.push(Sentence { span, tokens: TokenRange::new(start, next), block });
            start = next;
            index = next;
        } else {
            index += 1;
        }
    }
}

struct Splitter<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

impl Splitter<'_> {
    fn word(&self, index: usize) -> &str {
        self.tokens[index].span.of(self.text)
    }

    /// The first token from `index` on that is no closing mark or bracket; of a longer run than any text has, the first few are passed.
    fn after_closers(&self, index: usize) -> usize {
        let mut next = index;
        while next < self.tokens.len().min(index + MOST_CLOSERS) && self.closes(next) {
            next += 1;
        }
        next
    }

    fn closes(&self, index: usize) -> bool {
        let glued = index > 0 && self.tokens[index - 1].span.end == self.tokens[index].span.start;
        let has_space_after =
            self.tokens.get(index + 1).is_none_or(|next| next.span.start > self.tokens[index].span.end || self.is_closer(index + 1));
        match self.word(index) {
            "”" | "’" | "''" | "»" | "›" | ")" | "]" | "}" => glued,
            "\"" | "'" | "“" => glued && has_space_after,
            _ => false,
        }
    }

    fn is_closer(&self, index: usize) -> bool {
        matches!(self.word(index), "”" | "’" | "''" | "»" | "›" | ")" | "]" | "\"" | "'" | "." | ",")
    }

    /// Whether the sentence from `start` ends with the token at `index` and its closing marks, `next` being the first token after them.
    fn ends_at(&self, start: usize, index: usize, next: usize) -> bool {
        let word = self.word(index);
        if self.tokens[index].kind == TokenKind::Word {
            return word.ends_with('.') && index > start && self.begins_after_abbreviation(index, next);
        }
        match word.as_bytes().first() {
            Some(b'!' | b'?') => self.may_begin(next),
            Some(b'.') if word.len() == 1 => self.may_begin(next) && !self.is_enumerator(start, index),
            Some(b'.') => self.begins_with_capital(next),
            _ => word.starts_with('…') && self.begins_with_capital(next),
        }
    }

    /// Whether all of the sentence so far is the number of a list's item: `1.`
    fn is_enumerator(&self, start: usize, index: usize) -> bool {
        index == start + 1 && self.tokens[start].kind == TokenKind::Number && self.word(start).len() <= 2
    }

    fn may_begin(&self, next: usize) -> bool {
        let word = self.word(next);
        !word.starts_with(char::is_lowercase) && !matches!(word, "," | ";" | ":" | "." | ")" | "]" | "—" | "–" | "--" | "…" | "...")
    }

    fn begins_with_capital(&self, next: usize) -> bool {
        let mut at = next;
        while at + 1 < self.tokens.len() && self.tokens[at].kind == TokenKind::QuoteMark {
            at += 1;
        }
        self.word(at).starts_with(char::is_uppercase) && !self.word(at).starts_with("I'") && self.word(at) != "I"
    }

    /// Whether a new sentence begins at `next`, after the abbreviation at `index`.
    fn begins_after_abbreviation(&self, index: usize, next: usize) -> bool {
        let may_end = match crate::lexicon::abbreviations::abbreviation(self.word(index).trim_end_matches('.')) {
            Some(class) => class == crate::lexicon::abbreviations::Abbreviation::Anywhere,
            None => self.word(index).matches('.').count() > 1,
        };
        let closed = next > index + 1;
        may_end
            && (STARTERS.contains(&self.word(next))
                || (closed && self.begins_with_capital(next))
                || (self.tokens[next].kind == TokenKind::QuoteMark && self.begins_with_capital(next)))
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::segment;

    fn sentences(text: &str) -> String {
        let document = segment(text, &[]);
        document.sentences().iter().map(|sentence| document.slice(sentence.span)).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn does_not_cut_inside_abbreviations() {
        let text = "Mr. Brandt of Tidewater Inc. met Gen. A. Orlov at 9 a.m. Friday. He left.";
        assert_eq!(sentences(text), "Mr. Brandt of Tidewater Inc. met Gen. A. Orlov at 9 a.m. Friday.|He left.");
    }

    #[test]
    fn cuts_after_an_abbreviation_before_a_starter() {
        assert_eq!(sentences("He left the U.S. The ship sank."), "He left the U.S.|The ship sank.");
    }

    #[test]
    fn closing_marks_stay_with_the_sentence() {
        assert_eq!(
            sentences("“We sail. We fish.” She left. (It rained.) \"Go.\" \"No.\""),
            "“We sail.|We fish.”|She left.|(It rained.)|\"Go.\"|\"No.\""
        );
    }

    #[test]
    fn a_question_goes_on_before_its_cue() {
        assert_eq!(sentences("“Why now?” she asked. “Stop!” he cried."), "“Why now?” she asked.|“Stop!” he cried.");
    }

    #[test]
    fn numbers_and_ellipses_do_not_end_sentences() {
        assert_eq!(sentences("It rose 3.5 percent ... and fell. 1. Go home. "), "It rose 3.5 percent ... and fell.|1. Go home.");
    }
}
