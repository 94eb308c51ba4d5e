//! The network's scores of one document.

use super::file::ModelFile;
use super::heads::{Calibration, Heads, LinkHead, TagHead};
use super::windows::Windows;

/// Scores of every token of a document, read at the token's first piece, in the window where that is farthest from an end.
pub struct Encoded<'m> {
    heads: &'m Heads,
    check_worthiness: Calibration,
    windows: Windows,
    /// Per window: row-major [length + 2 × columns]; the first row is [CLS].
    scores: Vec<Vec<f32>>,
    tokens: Vec<Place>,
}

/// Where a token is read.
#[derive(Clone, Copy)]
struct Place {
    piece: usize,
    window: usize,
}

impl<'m> Encoded<'m> {
    /// `first`: per token its first piece. `scores`: per window `y`.
    pub(super) fn new(file: &'m ModelFile, first: &[usize], windows: Windows, scores: Vec<Vec<f32>>) -> Self {
        let tokens = first.iter().map(|piece| Place { piece: *piece, window: windows.most_central(*piece) }).collect();
        Self { heads: file.heads(), check_worthiness: file.check_worthiness(), windows, scores, tokens }
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the document has no token.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// Scores of the labels of `head` for a token, in the order of [`TagHead::labels`]; not normalised.
    ///
    /// # Panics
    /// Where the document has no such token.
    pub fn scores(&self, head: TagHead, token: usize) -> &[f32] {
        &self.row(token)[self.heads.tags[head as usize]..][..head.labels().len()]
    }

    /// Score of the link from one token to another, or to none; not normalised. Comparable among all targets of the same `from`.
    ///
    /// It is computed in the window in which `from` is read: `None` where `to` lies outside it.
    ///
    /// # Panics
    /// Where the document has no such token.
    pub fn link(&self, head: LinkHead, from: usize, to: Option<usize>) -> Option<f32> {
        let columns = &self.heads.links[head as usize];
        let Place { piece, window } = self.tokens[from];
        let from_position = self.position(piece, window)?;
        let to_position = match to {
            Some(token) => self.position(self.tokens[token].piece, window)?,
            None => 0, // the key at [CLS]
        };
        let query = &self.at(window, from_position)[columns.start..][..columns.width];
        let key = &self.at(window, to_position)[columns.start + columns.width..][..columns.width];
        let product: f32 = query.iter().zip(key).map(|(query, key)| query * key).sum();
        let radius = columns.distance_bias.len() / 2;
        let bias = (to_position + radius).saturating_sub(from_position).min(2 * radius);
        Some(product / (columns.width as f32).sqrt() + columns.distance_bias[bias])
    }

    /// Attention and value of a token for the check-worthiness of its sentence.
    pub(super) fn check_worthiness_of(&self, token: usize) -> (f32, f32) {
        let row = self.row(token);
        (row[self.heads.check_worthiness], row[self.heads.check_worthiness + 1])
    }

    /// How a logit of check-worthiness becomes a probability.
    pub(super) fn calibration(&self) -> Calibration {
        self.check_worthiness
    }

    fn row(&self, token: usize) -> &[f32] {
        let Place { piece, window } = self.tokens[token];
        self.at(window, piece + 1 - self.windows.starts()[window])
    }

    fn at(&self, window: usize, position: usize) -> &[f32] {
        &self.scores[window][position * self.heads.columns..][..self.heads.columns]
    }

    /// Position of a piece in a window, counted from [CLS] as 0; `None` where the window does not hold it.
    fn position(&self, piece: usize, window: usize) -> Option<usize> {
        let offset = piece.checked_sub(self.windows.starts()[window])?;
        (offset < self.windows.length()).then_some(offset + 1)
    }
}
