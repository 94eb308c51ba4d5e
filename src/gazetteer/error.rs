//! Why a gazetteer is not taken, and why one is not built.

use std::path::{Path, PathBuf};

use super::header::FORMAT;
use super::row::RowFault;

/// A compiled gazetteer that cannot be used. All are final: the caller names the file and stops.
#[derive(Debug, thiserror::Error)]
pub enum GazetteerError {
    /// There is no such file, or it may not be read.
    #[error("it cannot be read")]
    Unreadable(#[source] std::io::Error),
    /// It is some other file; perhaps the list itself.
    #[error("not a compiled gazetteer: make one with `quotewire gazetteer build LIST --into FILE`")]
    Foreign,
    /// Its end is missing, or something follows it.
    #[error("not whole: {expected} bytes expected, {found} found; build it again")]
    Cut {
        /// Bytes that it should have.
        expected: u64,
        /// Bytes that it has.
        found: u64,
    },
    /// A later version wrote it.
    #[error("it has format {found}, this version reads format {FORMAT}; build it again")]
    Newer {
        /// Format in the header.
        found: u64,
    },
    /// Its bytes are not those that were written.
    #[error("damaged: the checksum of its {part} is wrong; build it again")]
    Damaged {
        /// What was looked at.
        part: &'static str,
    },
    /// The list that it was built from is another one by now.
    #[error("older than its list: build it again with `quotewire gazetteer build {} --into {}`", source_file.display(), file.display())]
    Stale {
        /// The list.
        source_file: PathBuf,
        /// The compiled file.
        file: PathBuf,
    },
}

/// Why a list could not be compiled.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// The list cannot be read.
    #[error("cannot read {}", path.display())]
    Unreadable {
        /// The list.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A column is missing in the first line of a CSV file.
    #[error("{}: line 1: no column `{column}`: the first line names the columns id, name, and perhaps type and context", path.display())]
    NoColumn {
        /// The list.
        path: PathBuf,
        /// The column.
        column: &'static str,
    },
    /// A row cannot be used.
    #[error("{}: line {line}: {fault}", path.display())]
    BadRow {
        /// The list.
        path: PathBuf,
        /// Where the row begins; the first is 1.
        line: u64,
        /// What is wrong with it.
        fault: RowFault,
    },
    /// It has no row that can be used.
    #[error("{}: no rows", path.display())]
    Empty {
        /// The list.
        path: PathBuf,
    },
    /// The compiled file would take the place of the list.
    #[error("{} is the list itself: it would be overwritten", path.display())]
    SameFile {
        /// The list.
        path: PathBuf,
    },
    /// The compiled file cannot be written.
    #[error("cannot write {}", path.display())]
    Unwritable {
        /// The compiled file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
}

impl BuildError {
    pub(super) fn unreadable(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Unreadable { path: path.to_owned(), source }
    }

    pub(super) fn unwritable(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        move |source| Self::Unwritable { path: path.to_owned(), source }
    }
}
