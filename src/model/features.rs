//! What the network is told of a word piece beside its spelling.

use super::evidence::Evidence;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::reporting_verbs::{SPEECH, reporting_form};
use crate::lexicon::source_nouns::is_collective;
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{Document, TokenKind};

/// Number of features of a piece.
pub const FEATURES: usize = 6;

/// Name of each feature and how many values it has.
pub const FEATURE_TABLES: [(&str, usize); FEATURES] =
    [("shape", 9), ("gap", 3), ("marks", 4), ("rule_quotation", 7), ("rule_name", 9), ("lexicon", 16)];

/// What a word tells wherever it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct OfWord {
    shape: u8,
    lexicon: u8,
}

impl OfWord {
    pub(super) fn read(word: &str) -> Self {
        Self { shape: shape(word), lexicon: lexicon_class(word) }
    }
}

/// The features of the token at `index`, the word of which tells `of_word`: those of its first piece. The others have no gap before them.
pub(super) fn features(document: &Document, evidence: &Evidence, index: usize, of_word: OfWord) -> [u8; FEATURES] {
    let is_word = document.tokens()[index].kind == TokenKind::Word;
    [
        of_word.shape,
        gap_before(document, index),
        evidence.marks[index],
        evidence.quotation[index],
        evidence.name[index],
        if is_word { of_word.lexicon } else { 0 },
    ]
}

/// Case and digits of a word: the vocabulary has lower case alone.
fn shape(word: &str) -> u8 {
    let mut letters = word.chars().filter(|sign| sign.is_alphanumeric());
    let Some(first) = letters.next() else { return 1 };
    if word.chars().all(|sign| sign.is_numeric()) {
        return 2;
    }
    if word.chars().any(char::is_numeric) {
        return 3;
    }
    let uppers = word.chars().filter(|sign| sign.is_uppercase()).count();
    let others = letters.count();
    match (first.is_uppercase(), uppers) {
        (_, 0) => 4,
        (true, 1) if others == 0 => 5,
        (true, _) if uppers == others + 1 => 6,
        (true, 1) => 7,
        _ => 8,
    }
}

/// What stands before a token: 0 nothing, 1 a blank, 2 a line break.
fn gap_before(document: &Document, index: usize) -> u8 {
    let start = document.tokens()[index].span.start;
    let end = index.checked_sub(1).map_or(0, |before| document.tokens()[before].span.end);
    let gap = &document.text()[end..start];
    match index {
        0 => 2,
        _ if gap.contains('\n') => 2,
        _ => u8::from(!gap.is_empty()),
    }
}

/// What the word lists say of a word: the first class that holds.
fn lexicon_class(word: &str) -> u8 {
    let small = word.to_lowercase();
    if let Some(function) = function_word(&small) {
        return match function {
            FunctionWord::SubjectPronoun | FunctionWord::ObjectPronoun | FunctionWord::Possessive | FunctionWord::Relative => 1,
            _ => 2,
        };
    }
    if let Some(form) = reporting_form(&small) {
        return if form.verb.takes(SPEECH) { 3 } else { 4 };
    }
    let classes = classes_of(word);
    let order: [(WordClasses, u8); 11] = [
        (WordClasses::HONORIFIC, 5),
        (WordClasses::OFFICE.with(WordClasses::OFFICE_MODIFIER).with(WordClasses::ROLE), 6),
        (WordClasses::GIVEN, 7),
        (WordClasses::PLACE, 8),
        (WordClasses::GROUP, 9),
        (WordClasses::ORGANIZATION.with(WordClasses::OUTLET), 10),
        (WordClasses::ORGANIZATION_LAST.with(WordClasses::BEFORE_OF), 11),
        (WordClasses::SURNAME, 12),
        (WordClasses::MONTH.with(WordClasses::DAY), 13),
        (WordClasses::EVENT_LAST.with(WordClasses::WORK_LAST).with(WordClasses::PLACE_LAST), 14),
        (WordClasses::PLAIN, 2),
    ];
    let listed = order.iter().find(|(class, _)| classes.any(*class)).map(|(_, code)| *code);
    listed.unwrap_or(if is_collective(&small) { 15 } else { 0 })
}
