//! The compiled list, mapped into memory.

use std::fs::{self, File};
use std::io;
use std::ops::Range;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use fst::Map;
use mmap_guard::FileData;
use sha2::{Digest, Sha256};

use super::entry::Entry;
use super::error::GazetteerError;
use super::header::{Header, SourceFile, hex};
use super::posting::Posting;

/// A compiled list of names. Cheap to open however long it is, and shared by all processes that read it: the file is mapped, not read.
#[derive(Debug)]
pub struct Gazetteer {
    path: PathBuf,
    header: Header,
    entries: Section,
    postings: Section,
    names: Map<Section>,
}

/// A part of the mapped file.
#[derive(Debug, Clone)]
struct Section {
    file: Arc<FileData>,
    range: Range<usize>,
}

impl AsRef<[u8]> for Section {
    fn as_ref(&self) -> &[u8] {
        &self.file[self.range.clone()]
    }
}

impl Gazetteer {
    /// Opens the file at `path`, which [`super::build()`] wrote; looks at its head, its length, and at the list that it was built from
    /// where that is still there.
    ///
    /// # Errors
    /// Where it cannot be read, is foreign, not whole, of a newer format, damaged at its head, or older than its list.
    pub fn open(path: &Path) -> Result<Self, GazetteerError> {
        let file = Arc::new(map(path)?);
        let (header, payload) = Header::read(&file)?;
        let mut end = payload;
        let mut section = |length: u64| {
            let start = end;
            end = usize::try_from(length).map_or(usize::MAX, |length| start.saturating_add(length));
            Section { file: Arc::clone(&file), range: start..end }
        };
        let (entries, postings) = (section(header.lengths.entries), section(header.lengths.postings));
        let names = section(header.lengths.names);
        if end != file.len() {
            return Err(GazetteerError::Cut { expected: end as u64, found: file.len() as u64 });
        }
        let names = Map::new(names).map_err(|_| GazetteerError::Damaged { part: "names" })?;
        if is_stale(&header.source) {
            return Err(GazetteerError::Stale { source_file: header.source.path, file: path.to_owned() });
        }
        Ok(Self { path: path.to_owned(), header, entries, postings, names })
    }

    /// Reads the whole file and compares its checksum, which [`Gazetteer::open`] has no time for.
    ///
    /// # Errors
    /// Where it is damaged.
    pub fn verify(&self) -> Result<(), GazetteerError> {
        let payload = &self.entries.file[self.entries.range.start..];
        let is_whole = hex(&Sha256::digest(payload)) == self.header.sha256;
        if is_whole { Ok(()) } else { Err(GazetteerError::Damaged { part: "payload" }) }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Number of its entries.
    pub fn entries(&self) -> u64 {
        self.header.entries
    }

    /// Hex sha256 of what it holds: the same for the same list.
    pub fn sha256(&self) -> &str {
        &self.header.sha256
    }

    /// What `key` may be the name of.
    pub(super) fn postings(&self, key: &str) -> impl Iterator<Item = Posting> + '_ {
        let found = self.names.get(key).map(|value| Posting::list(value, self.postings.as_ref()));
        found.into_iter().flatten()
    }

    /// The entry of `posting`; `None` in a damaged file.
    pub(super) fn entry(&self, posting: Posting) -> Option<Entry<'_>> {
        Entry::read(self.entries.as_ref().get(posting.entry()..)?)
    }
}

/// Maps the file. Files that are not empty: an empty one cannot be mapped, and is foreign.
fn map(path: &Path) -> Result<FileData, GazetteerError> {
    mmap_guard::map_file(path).map_err(|error| match error.kind() {
        io::ErrorKind::InvalidInput => GazetteerError::Foreign,
        _ => GazetteerError::Unreadable(error),
    })
}

/// Whether the list is there and another one than it was; its bytes are compared only where the time leaves it open.
fn is_stale(source: &SourceFile) -> bool {
    let Ok(metadata) = fs::metadata(&source.path) else { return false };
    if metadata.len() != source.length {
        return true;
    }
    (metadata.mtime(), metadata.mtime_nsec()) > source.modified && sha256_of(&source.path).is_ok_and(|found| found != source.sha256)
}

fn sha256_of(path: &Path) -> io::Result<String> {
    let mut hasher = Sha256::new();
    io::copy(&mut File::open(path)?, &mut hasher)?;
    Ok(hex(&hasher.finalize()))
}
