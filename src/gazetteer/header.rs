//! The head of a compiled gazetteer.
//!
//! ```text
//! 0..4  b"QWG1"     4..8  u32 LE: length N of the header     8..40  sha256 of the header     40..40+N  header: JSON
//! then, from the next multiple of 64, the payload: entries, postings, names
//! ```

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::error::GazetteerError;

/// The format that this version reads and writes.
pub(super) const FORMAT: u64 = 1;

const MAGIC: &[u8; 4] = b"QWG1";
const ALIGNMENT: usize = 64;
const HEAD: usize = 40;

/// The header as it is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Header {
    pub format: u64,
    /// Number of entries.
    pub entries: u64,
    pub source: SourceFile,
    /// Lengths of the parts of the payload, in bytes, in their order.
    pub lengths: Lengths,
    /// Hex sha256 of the payload: names the gazetteer.
    pub sha256: String,
}

/// The list that a gazetteer was built from, as it was then.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SourceFile {
    /// Where it was, from the root.
    pub path: PathBuf,
    /// Its length in bytes.
    pub length: u64,
    /// When it was last changed: seconds and nanoseconds since 1970.
    pub modified: (i64, i64),
    /// Hex sha256 of its bytes.
    pub sha256: String,
}

/// Lengths of the parts of the payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Lengths {
    pub entries: u64,
    pub postings: u64,
    pub names: u64,
}

impl Header {
    /// Reads and checks the head of a file; gives the header and where the payload begins.
    pub(super) fn read(bytes: &[u8]) -> Result<(Self, usize), GazetteerError> {
        let known = bytes.len().min(MAGIC.len());
        if bytes[..known] != MAGIC[..known] {
            return Err(GazetteerError::Foreign);
        }
        let cut = |expected: usize| GazetteerError::Cut { expected: expected as u64, found: bytes.len() as u64 };
        let head = bytes.get(..HEAD).ok_or_else(|| cut(HEAD))?;
        let length = u32::from_le_bytes(head[4..8].try_into().expect("four bytes were taken")) as usize;
        let json = bytes.get(HEAD..HEAD + length).ok_or_else(|| cut(HEAD + length))?;
        if Sha256::digest(json)[..] != head[8..] {
            return Err(GazetteerError::Damaged { part: "head" });
        }
        let damaged = |_| GazetteerError::Damaged { part: "head" };
        // looked at first: a newer format may have other fields
        #[derive(Deserialize)]
        struct Format {
            format: u64,
        }
        let Format { format } = serde_json::from_slice(json).map_err(damaged)?;
        if format != FORMAT {
            return Err(GazetteerError::Newer { found: format });
        }
        Ok((serde_json::from_slice(json).map_err(damaged)?, payload_after(length)))
    }

    /// What stands before the payload.
    pub(super) fn write(&self) -> Vec<u8> {
        let json = serde_json::to_vec(self).expect("a header is plain data");
        let length = u32::try_from(json.len()).expect("a header holds one path and some numbers");
        let mut bytes = MAGIC.to_vec();
        bytes.extend(length.to_le_bytes());
        bytes.extend(Sha256::digest(&json));
        bytes.extend(&json);
        bytes.resize(payload_after(json.len()), 0);
        bytes
    }
}

fn payload_after(header: usize) -> usize {
    (HEAD + header).next_multiple_of(ALIGNMENT)
}

/// Hexadecimal digits of a checksum.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
