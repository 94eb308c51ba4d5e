//! A document as the network reads it.

pub use super::features::{FEATURE_TABLES, FEATURES};

use super::features::{OfWord, features};
use super::{Evidence, Vocabulary};
use crate::text::Document;

/// The word pieces of all tokens of a document, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Number of each piece in the vocabulary.
    pub ids: Vec<u32>,
    /// Features of each piece, see [`super::FEATURE_TABLES`].
    pub features: Vec<[u8; FEATURES]>,
    /// For each token, the index of its first piece; every token has at least one.
    pub first: Vec<usize>,
}

/// What a word is wherever it stands.
#[derive(Clone)]
struct Spelt {
    /// Its pieces, as a range of those of all words.
    pieces: std::ops::Range<usize>,
    told: OfWord,
}

impl Pieces {
    /// Spells the tokens of `document`.
    pub fn new(document: &Document, evidence: &Evidence, vocabulary: &Vocabulary) -> Self {
        let tokens = document.tokens().len();
        let most = tokens * 4 / 3;
        let mut pieces = Self { ids: Vec::with_capacity(most), features: Vec::with_capacity(most), first: Vec::with_capacity(tokens) };
        let mut spelt: Vec<u32> = Vec::new();
        let words = document.of_each_word(|index| {
            let (word, start) = (document.word(index), spelt.len());
            spell(vocabulary, word, &mut spelt);
            Spelt { pieces: start..spelt.len(), told: OfWord::read(word) }
        });
        for (index, word) in words.iter().enumerate() {
            pieces.push(features(document, evidence, index, word.told), &spelt[word.pieces.clone()]);
        }
        pieces
    }

    /// Appends one token of the pieces `ids`; only the first has a gap before it.
    fn push(&mut self, features: [u8; FEATURES], ids: &[u32]) {
        self.first.push(self.ids.len());
        self.ids.extend(ids);
        self.features.push(features);
        self.features.resize(self.ids.len(), without_gap(features));
    }
}

/// Appends the pieces of `word` to `ids`; one that has none (nothing but accents or controls) is unknown.
fn spell(vocabulary: &Vocabulary, word: &str, ids: &mut Vec<u32>) {
    if let Some(id) = vocabulary.whole(word) {
        ids.push(id);
        return;
    }
    let start = ids.len();
    ids.extend(vocabulary.pieces(word).iter().map(|piece| piece.id));
    if ids.len() == start {
        ids.push(vocabulary.unknown());
    }
}

/// The features of a piece that goes on with its token.
fn without_gap(mut features: [u8; FEATURES]) -> [u8; FEATURES] {
    features[1] = 0;
    features
}
