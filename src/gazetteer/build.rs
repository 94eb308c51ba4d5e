//! Compiles a list into a file that [`super::Gazetteer`] maps.

use std::collections::hash_map::Entry as Slot;
use std::fs::{self, File};
use std::io::{self, BufReader, Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;

use fst::MapBuilder;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::entry::Entry;
use super::error::BuildError;
use super::header::{FORMAT, Header, Lengths, SourceFile, hex};
use super::posting::Posting;
use super::row::{Row, RowFault};
use super::rows::{Stop, for_each_row};
use super::shorter::shorter;

/// How many rows that were left out are told with their fault.
const MOST_TOLD: usize = 10;

/// What a row that cannot be used does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadRows {
    /// It stops the build.
    Stop,
    /// It is left out, and counted.
    Skip,
}

/// A row that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// Where it begins; the first line is 1.
    pub line: u64,
    /// What is wrong with it.
    pub fault: RowFault,
}

/// What was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// Number of entries: of different ids.
    pub entries: usize,
    /// Number of different names, the shorter forms counted.
    pub names: usize,
    /// Length of the compiled file, in bytes.
    pub bytes: u64,
    /// Number of rows that were left out.
    pub skipped: u64,
    /// The first of them.
    pub told: Vec<Skipped>,
}

/// Compiles the list at `list` into the file `into`, which appears whole or not at all. Rows with one id are one entry.
///
/// # Errors
/// Where the list cannot be read or has no rows, a row is bad and `bad_rows` says stop, or the file cannot be written.
pub fn build(list: &Path, into: &Path, bad_rows: BadRows) -> Result<Built, BuildError> {
    let unreadable = || BuildError::unreadable(list);
    let path = fs::canonicalize(list).map_err(unreadable())?;
    if fs::canonicalize(into).is_ok_and(|into| into == path) {
        return Err(BuildError::SameFile { path: list.to_owned() });
    }
    let file = File::open(&path).map_err(unreadable())?;
    let metadata = file.metadata().map_err(unreadable())?;
    let mut reader = Hashed { file, hasher: Sha256::new(), length: 0 };
    let mut drafts = Drafts::default();
    let mut skipped = 0;
    let mut told = Vec::new();
    for_each_row(BufReader::with_capacity(1 << 16, &mut reader), |line, row| {
        let Err(fault) = row.and_then(|row| drafts.add(row)) else { return Ok(()) };
        if bad_rows == BadRows::Stop {
            return Err(BuildError::BadRow { path: list.to_owned(), line, fault });
        }
        skipped += 1;
        if told.len() < MOST_TOLD {
            told.push(Skipped { line, fault });
        }
        Ok(())
    })
    .map_err(|stop| match stop {
        Stop::Unreadable(source) => unreadable()(source),
        Stop::NoColumn(column) => BuildError::NoColumn { path: list.to_owned(), column },
        Stop::Taker(error) => error,
    })?;
    if drafts.rows.is_empty() {
        return Err(BuildError::Empty { path: list.to_owned() });
    }
    let modified = (metadata.mtime(), metadata.mtime_nsec());
    let source = SourceFile { path, length: reader.length, modified, sha256: hex(&reader.hasher.finalize()) };
    let entries = drafts.rows.len();
    let payload = Payload::new(drafts.rows);
    let bytes = write(into, entries, source, &payload).map_err(BuildError::unwritable(into))?;
    Ok(Built { entries, names: payload.keys, bytes, skipped, told })
}

/// A file whose bytes are counted and hashed as they are read.
struct Hashed {
    file: File,
    hasher: Sha256,
    length: u64,
}

impl Read for Hashed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.file.read(buffer)?;
        self.hasher.update(&buffer[..count]);
        self.length += count as u64;
        Ok(count)
    }
}

/// The rows so far; those of one id are one.
#[derive(Default)]
struct Drafts {
    rows: Vec<Row>,
    by_id: FxHashMap<Box<str>, usize>,
}

impl Drafts {
    fn add(&mut self, row: Row) -> Result<(), RowFault> {
        match self.by_id.entry(row.id.clone()) {
            Slot::Vacant(slot) => {
                slot.insert(self.rows.len());
                self.rows.push(row);
                Ok(())
            }
            Slot::Occupied(slot) => merge(&mut self.rows[*slot.get()], row),
        }
    }
}

fn merge(draft: &mut Row, row: Row) -> Result<(), RowFault> {
    if row.entity_type.is_some() && draft.entity_type.is_some() && row.entity_type != draft.entity_type {
        return Err(RowFault::OtherType(row.id.into()));
    }
    draft.entity_type = draft.entity_type.or(row.entity_type);
    for (known, more) in [(&mut draft.names, row.names), (&mut draft.context, row.context)] {
        for key in more {
            if !known.contains(&key) {
                known.push(key);
            }
        }
    }
    Ok(())
}

/// What follows the head.
struct Payload {
    entries: Vec<u8>,
    postings: Vec<u8>,
    names: Vec<u8>,
    /// Number of keys in `names`.
    keys: usize,
}

impl Payload {
    fn new(rows: Vec<Row>) -> Self {
        let mut entries = Vec::new();
        let mut named: Vec<(Box<str>, Posting)> = Vec::with_capacity(rows.len() * 2);
        for row in rows {
            let start = entries.len();
            Entry::write(&row.id, row.entity_type, &row.names, &row.context, &mut entries);
            for name in &row.names {
                named.extend(shorter(name, row.entity_type).map(|shorter| (shorter.key.into(), Posting::new(start, true))));
            }
            named.extend(row.names.into_iter().map(|name| (name, Posting::new(start, false))));
        }
        named.sort_unstable();
        // of one key and entry the name itself comes first, and stays
        named.dedup_by(|next, one| next.0 == one.0 && next.1.entry() == one.1.entry());
        let mut postings = Vec::new();
        let mut names = MapBuilder::memory();
        let mut keys = 0;
        for same in named.chunk_by(|one, next| one.0 == next.0) {
            let of_key: Vec<Posting> = same.iter().map(|(_, posting)| *posting).collect();
            let number = Posting::write(&of_key, &mut postings);
            names.insert(&*same[0].0, number).expect("keys are sorted and each stands once");
            keys += 1;
        }
        let names = names.into_inner().expect("memory takes all that is written");
        Self { entries, postings, names, keys }
    }

    fn parts(&self) -> [&[u8]; 3] {
        [&self.entries, &self.postings, &self.names]
    }
}

/// Writes beside the file and then takes its place: whoever has the old one mapped goes on with it.
fn write(into: &Path, entries: usize, source: SourceFile, payload: &Payload) -> io::Result<u64> {
    let mut hasher = Sha256::new();
    payload.parts().iter().for_each(|part| hasher.update(part));
    let [entries_length, postings, names] = payload.parts().map(|part| part.len() as u64);
    let lengths = Lengths { entries: entries_length, postings, names };
    let header = Header { format: FORMAT, entries: entries as u64, source, lengths, sha256: hex(&hasher.finalize()) };
    let folder = into.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let readable = fs::Permissions::from_mode(0o644); // the worker may be another user
    let mut file = tempfile::Builder::new().prefix(".quotewire-gazetteer-").permissions(readable).tempfile_in(folder)?;
    let head = header.write();
    file.write_all(&head)?;
    for part in payload.parts() {
        file.write_all(part)?;
    }
    file.as_file().sync_all()?;
    file.persist(into)?;
    Ok(head.len() as u64 + entries_length + postings + names)
}
