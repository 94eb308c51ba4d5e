//! The segmented text that every extractor reads.

use rustc_hash::FxHashMap;

use super::{Block, BlockRole, Sentence, Span, Token, TokenKind, TokenRange};

/// A text with its blocks, sentences and tokens. Made by `segment`, never changed afterwards.
///
/// Tokens are ordered and disjoint and skip only white space; every token of a paragraph belongs to exactly one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    sentences: Vec<Sentence>,
    tokens: Vec<Token>,
    /// For each token, the number of its word among the distinct ones.
    numbers: Vec<usize>,
    /// The first token of each distinct word, by its number.
    distinct: Vec<usize>,
}

impl Document {
    /// Puts the parts together; `segment` is the one caller outside tests.
    pub fn new(text: String, blocks: Vec<Block>, sentences: Vec<Sentence>, tokens: Vec<Token>) -> Self {
        let mut known: FxHashMap<(&str, TokenKind), usize> = FxHashMap::default();
        let mut numbers = Vec::with_capacity(tokens.len());
        let mut distinct = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            let number = *known.entry((token.span.of(&text), token.kind)).or_insert(distinct.len());
            if number == distinct.len() {
                distinct.push(index);
            }
            numbers.push(number);
        }
        Self { text, blocks, sentences, tokens, numbers, distinct }
    }

    /// The article's flattened text, exactly.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// All blocks, in the order of the text.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// All sentences, in the order of the text; only paragraphs have sentences.
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All tokens, in the order of the text; only paragraphs have tokens.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// The text of the token at `index`.
    pub fn word(&self, index: usize) -> &str {
        self.tokens[index].span.of(&self.text)
    }

    /// The number of the token's word among [`Self::distinct`]: tokens of one text and kind share it.
    pub fn number(&self, index: usize) -> usize {
        self.numbers[index]
    }

    /// Where each distinct word of the document stands first.
    pub fn distinct(&self) -> &[usize] {
        &self.distinct
    }

    /// What `read` makes of each token, by its index. Most words stand more than once, so it is asked only where a word stands first: what it
    /// makes must depend on the token's text and kind alone.
    pub fn of_each_word<T: Clone>(&self, read: impl FnMut(usize) -> T) -> Vec<T> {
        let read: Vec<T> = self.distinct.iter().copied().map(read).collect();
        self.numbers.iter().map(|number| read[*number].clone()).collect()
    }

    /// The text that `span` covers.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// From the first byte of the range's first token to the last byte of its last.
    ///
    /// # Panics
    /// When the range is empty.
    pub fn span_of(&self, range: TokenRange) -> Span {
        Span::new(self.tokens[range.start].span.start, self.tokens[range.end - 1].span.end)
    }

    /// The tokens that lie wholly inside `span`.
    pub fn tokens_in(&self, span: Span) -> TokenRange {
        let start = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        TokenRange::new(start, end.max(start))
    }

    /// The sentences of the block at `block`, as a slice of [`Document::sentences`].
    pub fn sentences_of(&self, block: usize) -> &[Sentence] {
        let start = self.sentences.partition_point(|sentence| sentence.block < block);
        let end = self.sentences.partition_point(|sentence| sentence.block <= block);
        &self.sentences[start..end]
    }

    /// Index of the sentence that holds the byte at `offset`, white space after a sentence counted to it; `None` before the first.
    pub fn sentence_at(&self, offset: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.span.start <= offset).checked_sub(1)
    }

    /// The paragraphs, in order, with their index among the blocks.
    pub fn paragraphs(&self) -> impl Iterator<Item = (usize, Span)> + '_ {
        self.blocks.iter().enumerate().filter(|(_, block)| block.role == BlockRole::Paragraph).map(|(index, block)| (index, block.span))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_once_and_known_wherever_they_stand() {
        let text = "a quay, a pier";
        let places = [(0, 1), (2, 6), (6, 7), (8, 9), (10, 14)];
        let kinds = [TokenKind::Word, TokenKind::Word, TokenKind::Punctuation, TokenKind::Word, TokenKind::Word];
        let tokens = places.iter().zip(kinds).map(|((start, end), kind)| Token { span: Span::new(*start, *end), kind }).collect();
        let document = Document::new(text.to_owned(), Vec::new(), Vec::new(), tokens);
        let mut reads = Vec::new();
        let words = document.of_each_word(|index| {
            reads.push(index);
            document.word(index).to_owned()
        });
        assert_eq!(words, ["a", "quay", ",", "a", "pier"]);
        assert_eq!((&reads[..], document.distinct()), (&[0, 1, 2, 4][..], &reads[..]));
        assert_eq!(document.number(3), document.number(0));
    }

    #[test]
    fn one_text_of_two_kinds_is_two_words() {
        let token = |start: usize, kind| Token { span: Span::new(start, start + 1), kind };
        let tokens = vec![token(0, TokenKind::QuoteMark), token(2, TokenKind::Punctuation)];
        let document = Document::new("' '".to_owned(), Vec::new(), Vec::new(), tokens);
        assert_ne!(document.number(0), document.number(1));
    }
}
