//! Runs the network over the word pieces of a document.

use super::encoded::Encoded;
use super::error::ModelError;
use super::file::ModelFile;
use super::header::require;
use super::input::{FEATURE_TABLES, FEATURES, Pieces};
use super::network::Network;
use super::windows::Windows;

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
        let (y, columns) = self.network.run(&vec![0.5; positions * hidden], hidden)?;
        let expected = self.file.heads().columns;
        require(columns == expected && y.len() == positions * columns, || {
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
        let scores = windows.starts().iter().map(|start| self.scores(pieces, *start, windows.length())).collect();
        Encoded::new(&self.file, &pieces.first, windows, scores)
    }

    fn scores(&self, pieces: &Pieces, start: usize, length: usize) -> Vec<f32> {
        let x = self.embed(pieces, start, length);
        let (y, _) =
            self.network.run(&x, self.file.hidden()).expect("the network ran when it was loaded, and takes any number of positions");
        y
    }

    /// The network's input for one window: [CLS] pieces [SEP], row-major [length + 2 × hidden].
    fn embed(&self, pieces: &Pieces, start: usize, length: usize) -> Vec<f32> {
        let hidden = self.file.hidden();
        let mut x = vec![0.0; (length + 2) * hidden];
        for (position, sum) in x.chunks_exact_mut(hidden).enumerate() {
            self.file.add_position(position, sum);
            match position {
                0 => self.file.add_word(self.frame[0], sum),
                _ if position > length => self.file.add_word(self.frame[1], sum),
                _ => self.add_piece(pieces, start + position - 1, sum),
            }
        }
        x
    }

    fn add_piece(&self, pieces: &Pieces, piece: usize, sum: &mut [f32]) {
        self.file.add_word(pieces.ids[piece], sum);
        for (offset, value) in FEATURE_OFFSETS.iter().zip(pieces.features[piece]) {
            self.file.add_feature(offset + usize::from(value), sum);
        }
    }
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
