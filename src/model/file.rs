//! The weights file of one profile (`models/NAME.qwm`), read in place.
//!
//! ```text
//! 0..4   b"QWM1"      4..8  u32 LE: length N of the header      8..8+N  header: JSON
//! then, from the next multiple of 64, the payload: vocabulary, words, word_scales, positions, features, network
//! ```

use std::borrow::Cow;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::error::ModelError;
use super::header::{Header, Section, require};
use super::heads::{Calibration, Heads, TagHead, Transitions};
use super::input::FEATURE_TABLES;

/// The format that this version reads.
pub const FORMAT: u64 = 2;

const MAGIC: &[u8; 4] = b"QWM1";
const ALIGNMENT: usize = 64;

/// A weights file that was checked: every table has the size that the header gives it.
///
/// Embedded bytes are borrowed for ever and never copied: the word table is read in place.
#[derive(Debug)]
pub struct ModelFile {
    bytes: Cow<'static, [u8]>,
    payload: usize,
    header: Header,
    heads: Heads,
    transitions: [Option<Transitions>; TagHead::ALL.len()],
    check_worthiness: Calibration,
    vocabulary: usize,
    positions: usize,
}

impl ModelFile {
    /// Reads and checks the file at `path`.
    ///
    /// # Errors
    /// Where it cannot be read, and as [`ModelFile::parse`].
    pub fn read(path: &Path) -> Result<Self, ModelError> {
        let bytes = std::fs::read(path).map_err(|source| ModelError::Unreadable { path: path.to_owned(), source })?;
        Self::parse(Cow::Owned(bytes))
    }

    /// Checks the bytes of a weights file, the checksum included.
    ///
    /// # Errors
    /// Where they are cut short, foreign, of another format, damaged, or do not fit this version.
    pub fn parse(bytes: Cow<'static, [u8]>) -> Result<Self, ModelError> {
        let json = header_bytes(&bytes)?;
        let payload = (8 + json.len()).next_multiple_of(ALIGNMENT);
        let header = Header::parse(json, FORMAT)?;
        header.check()?;
        check_sections(&header, payload, bytes.len())?;
        check_sum(&header, &bytes[payload..])?;
        let mut file = Self {
            heads: header.heads()?,
            transitions: header.transitions()?,
            check_worthiness: header.check_worthiness()?,
            vocabulary: 0,
            positions: 0,
            bytes,
            payload,
            header,
        };
        file.check_tables()?;
        Ok(file)
    }

    fn check_tables(&mut self) -> Result<(), ModelError> {
        let vocabulary = std::str::from_utf8(self.section(self.header.sections.vocabulary));
        self.vocabulary = vocabulary.map_err(|_| ModelError::Misfit("vocabulary is not UTF-8".to_owned()))?.lines().count();
        let hidden = self.header.hidden;
        let row = hidden.saturating_mul(4);
        self.positions = self.header.sections.positions.length / row;
        let feature_rows: usize = FEATURE_TABLES.iter().map(|(_, rows)| rows).sum();
        let sections = &self.header.sections;
        let sizes = [
            ("words", sections.words, self.vocabulary.saturating_mul(hidden)),
            ("word_scales", sections.word_scales, self.vocabulary * 4),
            ("positions", sections.positions, self.positions * row),
            ("features", sections.features, row.saturating_mul(feature_rows)),
        ];
        for (name, section, expected) in sizes {
            require(section.length == expected, || format!("section {name} has {} bytes, not {expected}", section.length))?;
        }
        let positions = self.positions;
        let needed = self.header.window.saturating_add(2);
        require(positions == 0 || positions >= needed, || format!("{positions} positions do not hold a window of {needed}"))
    }

    /// Name of the profile: `balanced`.
    pub fn name(&self) -> &str {
        &self.header.name
    }

    /// When it was made: `2026.11.28`.
    pub fn version(&self) -> &str {
        &self.header.version
    }

    /// Width of the vectors that the network reads.
    pub fn hidden(&self) -> usize {
        self.header.hidden
    }

    /// Most word pieces that the network reads at once.
    pub fn window(&self) -> usize {
        self.header.window
    }

    /// Fewest word pieces that neighbouring windows share.
    pub fn overlap(&self) -> usize {
        self.header.overlap
    }

    /// Checksum of the payload, in hexadecimal: names the weights.
    pub fn sha256(&self) -> &str {
        &self.header.sha256
    }

    /// Where the heads' columns lie.
    pub fn heads(&self) -> &Heads {
        &self.heads
    }

    /// The learned transitions of `head`; `None` where it is no sequence head.
    pub fn transitions(&self, head: TagHead) -> Option<&Transitions> {
        self.transitions[head as usize].as_ref()
    }

    /// What is put on the score of beginning a content or a cue outside of quotation marks: more recall, less precision. 0 where the file has none.
    pub fn eagerness(&self) -> f32 {
        self.header.eagerness
    }

    /// How check-worthiness becomes a probability.
    pub fn check_worthiness(&self) -> Calibration {
        self.check_worthiness
    }

    /// The word pieces, in the order of their ids.
    pub fn vocabulary(&self) -> impl ExactSizeIterator<Item = &str> {
        let text = std::str::from_utf8(self.section(self.header.sections.vocabulary)).expect("it was checked to be UTF-8");
        Lines { lines: text.lines(), left: self.vocabulary }
    }

    /// The vector of a word piece.
    ///
    /// # Panics
    /// Where `id` is not one of the vocabulary.
    pub(super) fn word(&self, id: u32) -> impl Iterator<Item = f32> {
        let scales = self.section(self.header.sections.word_scales);
        let scale = float(&scales[id as usize * 4..][..4]);
        let row = &self.section(self.header.sections.words)[id as usize * self.header.hidden..][..self.header.hidden];
        row.iter().map(move |value| f32::from(value.cast_signed()) * scale)
    }

    /// Adds the vector of a position in the window to `sum`; nothing where the network knows no positions.
    pub(super) fn add_position(&self, position: usize, sum: &mut [f32]) {
        if self.positions > 0 {
            self.add_row(self.header.sections.positions, position, sum);
        }
    }

    /// Adds the vector of one value of a feature to `sum`: `row` counts over the tables of all features.
    pub(super) fn add_feature(&self, row: usize, sum: &mut [f32]) {
        self.add_row(self.header.sections.features, row, sum);
    }

    fn add_row(&self, section: Section, row: usize, sum: &mut [f32]) {
        let length = self.header.hidden * 4;
        for (sum, value) in sum.iter_mut().zip(self.section(section)[row * length..][..length].as_chunks::<4>().0) {
            *sum += f32::from_le_bytes(*value);
        }
    }

    /// The network: ONNX. Borrowed for ever where the file is embedded.
    pub(super) fn network(&self) -> Cow<'static, [u8]> {
        let section = self.header.sections.network;
        let range = self.payload + section.offset..self.payload + section.end();
        match &self.bytes {
            Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[range]),
            Cow::Owned(bytes) => Cow::Owned(bytes[range].to_vec()),
        }
    }

    /// Gives the memory of the network's bytes back, once the network is loaded; it is most of a file. Embedded ones stay where they are.
    pub(super) fn release_network(&mut self) {
        let network = self.header.sections.network;
        let is_last = self.header.sections.named().iter().all(|(_, section)| section.end() <= network.end());
        if let (Cow::Owned(bytes), true) = (&mut self.bytes, is_last) {
            bytes.truncate(self.payload + network.offset);
            bytes.shrink_to_fit();
        }
    }

    fn section(&self, section: Section) -> &[u8] {
        &self.bytes[self.payload + section.offset..self.payload + section.end()]
    }
}

/// The lines of a text whose number is known.
struct Lines<'a> {
    lines: std::str::Lines<'a>,
    left: usize,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let line = self.lines.next()?;
        self.left -= 1;
        Some(line)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.left, Some(self.left))
    }
}

impl ExactSizeIterator for Lines<'_> {}

fn header_bytes(bytes: &[u8]) -> Result<&[u8], ModelError> {
    let known = bytes.len().min(MAGIC.len());
    if bytes[..known] != MAGIC[..known] {
        return Err(ModelError::Foreign);
    }
    let length = bytes.get(4..8).ok_or_else(|| cut(8, bytes.len()))?;
    let length = u32::from_le_bytes(length.try_into().expect("four bytes were taken"));
    let end = 8 + u64::from(length);
    let whole = usize::try_from(end).ok().and_then(|end| bytes.get(8..end));
    whole.ok_or(ModelError::Cut { expected: end, found: bytes.len() as u64 })
}

fn check_sections(header: &Header, payload: usize, found: usize) -> Result<(), ModelError> {
    for (name, section) in header.sections.named() {
        require(section.offset % ALIGNMENT == 0, || format!("section {name} begins at {}, no multiple of {ALIGNMENT}", section.offset))?;
        let end = payload.saturating_add(section.end());
        if end > found {
            return Err(cut(end, found));
        }
    }
    Ok(())
}

fn check_sum(header: &Header, payload: &[u8]) -> Result<(), ModelError> {
    let found: String = Sha256::digest(payload).iter().map(|byte| format!("{byte:02x}")).collect();
    if found == header.sha256 { Ok(()) } else { Err(ModelError::Damaged { expected: header.sha256.clone(), found }) }
}

fn cut(expected: usize, found: usize) -> ModelError {
    ModelError::Cut { expected: expected as u64, found: found as u64 }
}

fn float(bytes: &[u8]) -> f32 {
    f32::from_le_bytes(bytes.try_into().expect("four bytes were taken"))
}
