//! The network's scores of one document.

use super::file::ModelFile;
use super::heads::{Calibration, Heads, LinkHead, TagHead};
use super::windows::Windows;
use crate::text::TokenRange;

/// Scores of every token of a document, read at the token's first piece, in the window where that is farthest from an end.
pub struct Encoded<'m> {
    heads: &'m Heads,
    check_worthiness: Calibration,
    windows: Windows,
    /// In the order of `windows`.
    read: Vec<ReadWindow>,
    tokens: Vec<Place>,
}

/// What the network gave for one window.
pub(super) struct ReadWindow {
    /// The tokens whose first pieces lie in it.
    pub tokens: TokenRange,
    /// Row-major [1 + tokens × columns]; the first row is [CLS].
    pub scores: Vec<f32>,
}

/// Where a token is read.
#[derive(Clone, Copy)]
struct Place {
    piece: usize,
    window: usize,
}

impl<'m> Encoded<'m> {
    /// `first`: per token its first piece. `read`: in the order of `windows`.
    pub(super) fn new(file: &'m ModelFile, first: &[usize], windows: Windows, read: Vec<ReadWindow>) -> Self {
        let tokens = first.iter().map(|piece| Place { piece: *piece, window: windows.most_central(*piece) }).collect();
        Self { heads: file.heads(), check_worthiness: file.check_worthiness(), windows, read, tokens }
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
    /// It is computed in the window in which `from` is read: `None` where `to` lies outside it. Keys of another window do not fit: the network
    /// knows where in the window they stand.
    ///
    /// # Panics
    /// Where the document has no such token.
    pub fn link(&self, head: LinkHead, from: usize, to: Option<usize>) -> Option<f32> {
        let columns = &self.heads.links[head as usize];
        let window = self.tokens[from].window;
        let from_position = self.position(from, window);
        let (to_row, to_position) = match to {
            Some(token) => (self.row_in(token, window)?, self.position(token, window)),
            None => (0, 0), // the key at [CLS]
        };
        let query = &self.row(from)[columns.start..][..columns.width];
        let key = &self.at(window, to_row)[columns.start + columns.width..][..columns.width];
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
        let window = self.tokens[token].window;
        self.at(window, self.row_in(token, window).expect("a token is read in a window that holds it"))
    }

    fn at(&self, window: usize, row: usize) -> &[f32] {
        &self.read[window].scores[row * self.heads.columns..][..self.heads.columns]
    }

    /// Row of a token among those of a window; `None` where the window does not hold it.
    fn row_in(&self, token: usize, window: usize) -> Option<usize> {
        let tokens = self.read[window].tokens;
        tokens.indices().contains(&token).then(|| 1 + token - tokens.start)
    }

    /// Position of a token in a window that holds it, counted from [CLS] as 0.
    fn position(&self, token: usize, window: usize) -> usize {
        self.tokens[token].piece + 1 - self.windows.starts()[window]
    }
}
