//! Text and nothing else.

use sha2::{Digest, Sha256};

use super::{Article, DecodeError, SourceFormat};

/// Reads the whole payload as the text of a story.
pub(super) fn decode(payload: &[u8]) -> Result<Article, DecodeError> {
    let text = std::str::from_utf8(payload).map_err(|error| DecodeError::Undecodable(format!("not UTF-8: {error}")))?;
    if text.trim().is_empty() {
        return Err(DecodeError::NoText("the payload is blank".to_owned()));
    }
    let hash = format!("{:x}", Sha256::digest(payload));
    Ok(Article::new(format!("sha256:{hash}"), text.to_owned(), SourceFormat::PlainText, hash))
}
