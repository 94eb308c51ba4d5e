//! Runs the network over the word pieces of a document.

use std::iter;

use rustc_hash::FxHashMap;

use super::encoded::{Encoded, ReadWindow};
use super::error::ModelError;
use super::file::ModelFile;
use super::header::require;
use super::input::{FEATURE_TABLES, FEATURES, Pieces};
use super::network::Network;
use super::windows::Windows;
use crate::text::TokenRange;

/// A model that is ready: all threads share one.
pub struct Encoder {
    file: ModelFile,
    network: Network,
    /// Ids of the pieces before and after every window.
    frame: [u32; 2],
}

impl Encoder {
    /// Loads the network of `file`, and runs it once to see that it fits the header.
    ///
    /// # Errors
    /// Where the network cannot be loaded or run, or gives other columns than the header tells.
    pub fn load(mut file: ModelFile) -> Result<Self, ModelError> {
        let network = Network::load(file.network())?;
        file.release_network();
        let frame = [special(&file, "[CLS]")?, special(&file, "[SEP]")?];
        let encoder = Self { file, network, frame };
        encoder.try_out()?;
        Ok(encoder)
    }

    fn try_out(&self) -> Result<(), ModelError> {
        let positions = 3;
        let hidden = self.file.hidden();
        let rows = [0, 2];
        let (y, columns) = self.network.run(&vec![0.5; positions * hidden], hidden, &rows)?;
        let expected = self.file.heads().columns;
        require(columns == expected && y.len() == rows.len() * columns, || {
            format!("network gives {columns} columns, the heads have {expected}")
        })?;
        require(y.iter().all(|score| score.is_finite()), || "network gives scores that are not finite".to_owned())
    }

    /// The weights file that it was loaded from.
    pub fn file(&self) -> &ModelFile {
        &self.file
    }

    /// Scores every token of a document.
    ///
    /// Each window is a call of its own. The ranges by which activations are quantised are then the window's alone, and the memory in use is
    /// that of one window however long the document is.
    ///
    /// # Panics
    /// Where `pieces` are not those of this model's vocabulary and features.
    pub fn encode(&self, pieces: &Pieces) -> Encoded<'_> {
        let windows = Windows::cut(pieces.ids.len(), &pieces.first, self.file.window(), self.file.overlap());
        let read = |start: &usize| {
            let tokens = tokens_between(&pieces.first, *start, start + windows.length());
            ReadWindow { tokens, scores: self.scores(pieces, *start, windows.length(), tokens) }
        };
        let read = windows.starts().iter().map(read).collect();
        Encoded::new(&self.file, &pieces.first, windows, read)
    }

    /// Scores of [CLS], and of the first piece of each of `tokens`.
    fn scores(&self, pieces: &Pieces, start: usize, length: usize, tokens: TokenRange) -> Vec<f32> {
        let x = self.embed(pieces, start, length);
        let of_tokens = pieces.first[tokens.indices()].iter().map(|piece| piece - start + 1);
        let rows: Vec<i32> = iter::once(0).chain(of_tokens).map(|row| i32::try_from(row).expect("a window is short")).collect();
        let run = self.network.run(&x, self.file.hidden(), &rows);
        run.expect("the network ran when it was loaded, and takes any number of positions").0
    }

    /// The network's input for one window: [CLS] pieces [SEP], row-major [length + 2 × hidden].
    fn embed(&self, pieces: &Pieces, start: usize, length: usize) -> Vec<f32> {
        let hidden = self.file.hidden();
        let mut x = Vec::with_capacity((length + 2) * hidden);
        // few combinations of features make up most of a text
        let mut known: FxHashMap<[u8; FEATURES], Vec<f32>> = FxHashMap::default();
        x.extend(self.file.word(self.frame[0]));
        for piece in start..start + length {
            let features = pieces.features[piece];
            let told = known.entry(features).or_insert_with(|| self.told(features));
            x.extend(self.file.word(pieces.ids[piece]).zip(told).map(|(word, told)| word + *told));
        }
        x.extend(self.file.word(self.frame[1]));
        for (position, sum) in x.chunks_exact_mut(hidden).enumerate() {
            self.file.add_position(position, sum);
        }
        x
    }

    /// The sum of the vectors of `features`.
    fn told(&self, features: [u8; FEATURES]) -> Vec<f32> {
        let mut sum = vec![0.0; self.file.hidden()];
        for (offset, value) in FEATURE_OFFSETS.iter().zip(features) {
            self.file.add_feature(offset + usize::from(value), &mut sum);
        }
        sum
    }
}

/// The tokens whose first pieces, by `first`, lie from `start` to before `end`.
fn tokens_between(first: &[usize], start: usize, end: usize) -> TokenRange {
    TokenRange::new(first.partition_point(|piece| *piece < start), first.partition_point(|piece| *piece < end))
}

/// First row of each feature in the table of all.
const FEATURE_OFFSETS: [usize; FEATURES] = {
    let mut offsets = [0; FEATURES];
    let mut feature = 1;
    while feature < FEATURES {
        offsets[feature] = offsets[feature - 1] + FEATURE_TABLES[feature - 1].1;
        feature += 1;
    }
    offsets
};

fn special(file: &ModelFile, piece: &str) -> Result<u32, ModelError> {
    let id = file.vocabulary().position(|found| found == piece).and_then(|id| u32::try_from(id).ok());
    id.ok_or_else(|| ModelError::Misfit(format!("vocabulary has no {piece}")))
}
