//! A document as the network reads it.

pub use super::features::{FEATURE_TABLES, FEATURES};

use rustc_hash::FxHashMap;

use super::features::features;
use super::{Evidence, Vocabulary, WordPiece};
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

impl Pieces {
    /// Spells the tokens of `document`.
    pub fn new(document: &Document, evidence: &Evidence, vocabulary: &Vocabulary) -> Self {
        let tokens = document.tokens().len();
        let mut pieces = Self { ids: Vec::with_capacity(tokens * 4 / 3), features: Vec::new(), first: Vec::with_capacity(tokens) };
        // most words stand more than once
        let mut spelt: FxHashMap<&str, Vec<WordPiece>> = FxHashMap::default();
        for index in 0..tokens {
            let word = document.word(index);
            let of_word = spelt.entry(word).or_insert_with(|| vocabulary.pieces(word));
            pieces.push(features(document, evidence, index), of_word, vocabulary.unknown());
        }
        pieces
    }

    /// Appends one token; one that has no piece (nothing but accents or controls) is unknown.
    fn push(&mut self, features: [u8; FEATURES], spelt: &[WordPiece], unknown: u32) {
        self.first.push(self.ids.len());
        if spelt.is_empty() {
            self.ids.push(unknown);
        }
        self.ids.extend(spelt.iter().map(|piece| piece.id));
        self.features.resize(self.ids.len(), without_gap(features));
        if let Some(first) = self.first.last() {
            self.features[*first] = features;
        }
    }
}

/// The features of a piece that goes on with its token.
fn without_gap(mut features: [u8; FEATURES]) -> [u8; FEATURES] {
    features[1] = 0;
    features
}
