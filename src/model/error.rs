//! Why a weights file is not taken.

use std::path::PathBuf;

use super::file::FORMAT;

/// A weights file that cannot be used. All are final: the caller names the file and stops.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// There is no such file, or it may not be read.
    #[error("model file {} cannot be read", path.display())]
    Unreadable {
        /// The file asked for.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// It is some other file.
    #[error("not a quotewire model: it does not begin with QWM1")]
    Foreign,
    /// Its end is missing.
    #[error("model is cut short: {expected} bytes expected, {found} found")]
    Cut {
        /// Bytes that it should have at the least.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// Another version wrote it.
    #[error("model has format {found}, this version reads format {FORMAT}")]
    OtherFormat {
        /// Format in the header.
        found: u64,
    },
    /// Its header is no JSON, or lacks a field.
    #[error("header of the model cannot be read")]
    Header(#[source] serde_json::Error),
    /// Its payload is not the one that was written.
    #[error("model is damaged: SHA-256 {expected} expected, {found} found")]
    Damaged {
        /// Checksum in the header.
        expected: String,
        /// Checksum of the payload.
        found: String,
    },
    /// Its parts do not fit one another, or not this version.
    #[error("header of the model does not fit: {0}")]
    Misfit(String),
    /// The network in it cannot be run.
    #[error("network of the model cannot be run")]
    Network(#[source] Box<dyn std::error::Error + Send + Sync>),
}
