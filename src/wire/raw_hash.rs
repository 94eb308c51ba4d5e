//! The hash of a message as it came.

use sha2::{Digest, Sha256};

/// Lower-case hex digits of the sha256 of `payload`.
pub(super) fn raw_sha256(payload: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let hash = Sha256::digest(payload);
    hash.iter().flat_map(|byte| [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]).map(char::from).collect()
}

/// The uri of a story whose wire gives none: the same bytes, the same story.
pub(super) fn hash_uri(raw_sha256: &str) -> String {
    format!("sha256:{raw_sha256}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_empty_message_has_the_well_known_hash() {
        assert_eq!(raw_sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
