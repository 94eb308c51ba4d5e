//! WordPiece as BERT's uncased models have it (Devlin et al. 2019; Wu et al. 2016): lower case, no accents, signs apart, then the longest
//! known piece from the left.

use unicode_normalization::char::decompose_canonical;
use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::lexicon::{WordKey, WordTable};
use crate::text::Span;

/// Piece for what the vocabulary cannot spell.
const UNKNOWN: &str = "[UNK]";

/// What a piece that goes on with a word begins with in the vocabulary.
const CONTINUES: &str = "##";
/// A word of more characters is unknown.
const LONGEST_WORD: usize = 100;

/// A piece of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordPiece {
    /// Its place in the vocabulary.
    pub id: u32,
    /// The bytes of the text that it was made from.
    pub span: Span,
}

/// Why a list of pieces is no vocabulary.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("the vocabulary lacks the piece {UNKNOWN}")]
pub struct VocabularyError;

/// The pieces that a network knows.
#[derive(Debug)]
pub struct Vocabulary {
    /// Pieces that begin a word.
    first: WordTable<u32>,
    /// Pieces that go on with one, without their `##`.
    next: WordTable<u32>,
    unknown: u32,
    /// Characters of the longest piece.
    longest: usize,
}

/// A character as the vocabulary has it, and where the text has it.
#[derive(Debug, Clone, Copy)]
struct Folded {
    sign: char,
    origin: Span,
}

impl Vocabulary {
    /// Makes the vocabulary of `pieces`, a piece's number being its place.
    ///
    /// # Errors
    /// When the piece for what cannot be spelt is missing.
    pub fn new<'a>(pieces: impl Iterator<Item = &'a str>) -> Result<Self, VocabularyError> {
        let (mut first, mut next) = (WordTable::default(), WordTable::default());
        let mut longest = 0;
        for (id, piece) in (0..).zip(pieces) {
            let (table, part) = match piece.strip_prefix(CONTINUES) {
                Some(rest) if !rest.is_empty() => (&mut next, rest),
                _ => (&mut first, piece),
            };
            table.insert(part, id);
            longest = longest.max(part.chars().count());
        }
        let unknown = first.get(UNKNOWN).copied().ok_or(VocabularyError)?;
        Ok(Self { first, next, unknown, longest })
    }

    /// Number of the piece for what cannot be spelt.
    pub fn unknown(&self) -> u32 {
        self.unknown
    }

    /// Number of the one piece that `word` is; `None` where it is several, or where that takes a closer look.
    pub fn whole(&self, word: &str) -> Option<u32> {
        let is_sign = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_punctuation());
        let is_plain = is_sign || word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        let key = WordKey::new(word).filter(|_| is_plain)?;
        self.first.get(key.as_str()).copied()
    }

    /// The pieces of `text`, in order; spans are bytes of `text`.
    pub fn pieces(&self, text: &str) -> Vec<WordPiece> {
        let mut pieces = Vec::new();
        let mut word = Vec::new();
        for (offset, sign) in text.char_indices() {
            let origin = Span::new(offset, offset + sign.len_utf8());
            match kind(sign) {
                SignKind::Nothing => {}
                SignKind::Space => self.end_word(&mut word, &mut pieces),
                SignKind::Alone => {
                    self.end_word(&mut word, &mut pieces);
                    fold(sign, origin, &mut word);
                    self.end_word(&mut word, &mut pieces);
                }
                SignKind::Letter => fold(sign, origin, &mut word),
            }
        }
        self.end_word(&mut word, &mut pieces);
        pieces
    }

    /// Cuts the word gathered in `word` into pieces, and empties it.
    fn end_word(&self, word: &mut Vec<Folded>, pieces: &mut Vec<WordPiece>) {
        let Some((first, last)) = word.first().zip(word.last()) else { return };
        let whole = Span::new(first.origin.start, last.origin.end);
        let before = pieces.len();
        if word.len() > LONGEST_WORD || !self.cut(word, pieces) {
            pieces.truncate(before);
            pieces.push(WordPiece { id: self.unknown, span: whole });
        }
        word.clear();
    }

    /// Appends the pieces of `word`; `false` where some part of it is unknown.
    fn cut(&self, word: &[Folded], pieces: &mut Vec<WordPiece>) -> bool {
        let spelling: String = word.iter().map(|folded| folded.sign).collect();
        let ends: Vec<usize> = spelling.char_indices().map(|(offset, sign)| offset + sign.len_utf8()).collect();
        let mut start = 0;
        while start < word.len() {
            let known = if start == 0 { &self.first } else { &self.next };
            let from = if start == 0 { 0 } else { ends[start - 1] };
            let Some((end, id)) = (start + 1..=word.len().min(start + self.longest))
                .rev()
                .find_map(|end| Some((end, *known.get(&spelling[from..ends[end - 1]])?)))
            else {
                return false;
            };
            pieces.push(WordPiece { id, span: Span::new(word[start].origin.start, word[end - 1].origin.end) });
            start = end;
        }
        true
    }
}

/// What BERT's basic tokenizer makes of a character.
enum SignKind {
    /// Dropped: control characters, accents.
    Nothing,
    /// Parts words.
    Space,
    /// A word by itself: punctuation, Chinese characters.
    Alone,
    /// Part of a word.
    Letter,
}

fn kind(sign: char) -> SignKind {
    if sign.is_ascii() {
        return match sign {
            ' ' | '\t' | '\n' | '\r' => SignKind::Space,
            _ if sign.is_ascii_control() => SignKind::Nothing,
            _ if sign.is_ascii_punctuation() => SignKind::Alone,
            _ => SignKind::Letter,
        };
    }
    if sign.is_whitespace() {
        return SignKind::Space;
    }
    match sign.general_category() {
        _ if sign == char::REPLACEMENT_CHARACTER => SignKind::Nothing,
        GeneralCategory::Control | GeneralCategory::Format | GeneralCategory::Unassigned | GeneralCategory::PrivateUse => SignKind::Nothing,
        _ if sign.general_category_group() == GeneralCategoryGroup::Punctuation || is_chinese(sign) => SignKind::Alone,
        _ => SignKind::Letter,
    }
}

/// The blocks of Chinese characters that BERT's tokenizer sets apart.
fn is_chinese(sign: char) -> bool {
    matches!(u32::from(sign),
        0x4E00..=0x9FFF | 0x3400..=0x4DBF | 0x20000..=0x2A6DF | 0x2A700..=0x2B73F | 0x2B740..=0x2B81F | 0x2B920..=0x2CEAF
        | 0xF900..=0xFAFF | 0x2F800..=0x2FA1F)
}

/// Appends `sign` in lower case and without its accents.
fn fold(sign: char, origin: Span, word: &mut Vec<Folded>) {
    if sign.is_ascii() {
        word.push(Folded { sign: sign.to_ascii_lowercase(), origin });
        return;
    }
    decompose_canonical(sign, |part| {
        if part.general_category() != GeneralCategory::NonspacingMark {
            word.extend(part.to_lowercase().map(|sign| Folded { sign, origin }));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINES: &str = "[PAD]\n[UNK]\n[CLS]\n[SEP]\nthe\nmayor\n##s\nhal\n##vor\n##sen\n,\n'\ns\nmuller\n中";

    fn pieces(text: &str) -> Vec<String> {
        let vocabulary = Vocabulary::new(LINES.lines()).expect("the list holds every special piece");
        let names: Vec<&str> = LINES.lines().collect();
        vocabulary.pieces(text).iter().map(|piece| format!("{}={}", piece.span.of(text), names[piece.id as usize])).collect()
    }

    #[test]
    fn words_are_cut_into_the_longest_known_pieces() {
        assert_eq!(pieces("The mayors, Halvorsen"), ["The=the", "mayor=mayor", "s=##s", ",=,", "Hal=hal", "vor=##vor", "sen=##sen"]);
    }

    #[test]
    fn a_word_of_one_piece_is_known_at_once() {
        let vocabulary = Vocabulary::new(LINES.lines()).expect("the list holds every special piece");
        assert_eq!(["The", "mayor", ",", "S"].map(|word| vocabulary.whole(word)), [Some(4), Some(5), Some(10), Some(12)]);
        assert_eq!(["Halvorsen", "Müller", "the,", "[UNK]", ""].map(|word| vocabulary.whole(word)), [None; 5]);
    }

    #[test]
    fn signs_and_chinese_characters_stand_alone() {
        assert_eq!(pieces("mayor's中the"), ["mayor=mayor", "'='", "s=s", "中=中", "the=the"]);
    }

    #[test]
    fn accents_are_dropped_and_spans_keep_them() {
        assert_eq!(pieces("Müller Mu\u{308}ller"), ["Müller=muller", "Mu\u{308}ller=muller"]);
    }

    #[test]
    fn what_cannot_be_spelt_is_unknown_as_a_whole() {
        assert_eq!(pieces("mayorx the"), ["mayorx=[UNK]", "the=the"]);
        assert_eq!(pieces(&"s".repeat(101)).len(), 1);
    }

    #[test]
    fn control_characters_are_dropped_and_any_white_space_parts() {
        assert_eq!(pieces("the\u{200b}\u{0}\u{3000}mayor"), ["the=the", "mayor=mayor"]);
    }

    #[test]
    fn there_must_be_a_piece_for_what_is_unknown() {
        assert_eq!(Vocabulary::new(["the", "[CLS]", "[SEP]"].into_iter()).unwrap_err(), VocabularyError);
    }
}
