//! The one entrance: picks the adapter and runs it.

use super::{Article, plain_json, plain_text};

/// Which format a payload is to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FormatChoice {
    /// Told by content type and content.
    #[default]
    Auto,
    /// An object with `text` or `body`.
    Json,
    /// Text and nothing else.
    Text,
    /// A page.
    Html,
}

impl FormatChoice {
    /// The choice that `name` means on the command line.
    ///
    /// # Errors
    /// When no format has that name; the message lists those that there are.
    pub fn from_name(name: &str) -> Result<Self, String> {
        match name {
            "auto" => Ok(Self::Auto),
            "json" => Ok(Self::Json),
            "text" => Ok(Self::Text),
            "html" => Ok(Self::Html),
            _ => Err("one of auto, json, text, html".to_owned()),
        }
    }
}

/// Why a payload is no article. Each variant is a reason for a dead letter; none is worth a retry.
#[derive(Debug, thiserror::Error)]
pub enum DecodeError {
    /// It is not what it says it is: broken JSON, no character encoding, a field of the wrong type.
    #[error("undecodable: {0}")]
    Undecodable(String),
    /// It is well formed, but holds no text and is no kill.
    #[error("no text: {0}")]
    NoText(String),
    /// It is in a format that nobody here reads.
    #[error("unsupported format: {0}")]
    UnsupportedFormat(String),
}

/// Reads one message as one article.
///
/// `content_type` is the header of that name, where the message has one; `choice` overrides it.
///
/// # Errors
/// When the payload is no article: see [`DecodeError`]. The message never quotes the payload's text.
pub fn decode(payload: &[u8], content_type: Option<&str>, choice: FormatChoice) -> Result<Article, DecodeError> {
    let _ = content_type;
    match choice {
        FormatChoice::Html => Err(DecodeError::UnsupportedFormat("html".to_owned())),
        FormatChoice::Text => plain_text::decode(payload),
        FormatChoice::Json => plain_json::decode(payload),
        FormatChoice::Auto if payload.trim_ascii_start().starts_with(b"{") => plain_json::decode(payload),
        FormatChoice::Auto => plain_text::decode(payload),
    }
}
