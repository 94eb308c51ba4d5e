//! What the network reads of a document: word pieces with their features.

/// Number of features of a word piece.
pub const FEATURES: usize = 6;

/// Name and number of values of each feature, in the order of [`Pieces::features`].
pub const FEATURE_TABLES: [(&str, usize); FEATURES] =
    [("shape", 9), ("gap", 3), ("marks", 4), ("rule_quotation", 7), ("rule_name", 9), ("lexicon", 16)];

/// The word pieces of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pieces {
    /// Word pieces of all tokens, in order.
    pub ids: Vec<u32>,
    /// Per token: index of its first piece; each token has at least one.
    pub first: Vec<usize>,
    /// Per piece: the value of each feature.
    pub features: Vec<[u8; FEATURES]>,
}
