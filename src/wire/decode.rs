//! The one entrance: picks the adapter and runs it.

use super::content_type::ContentType;
use super::detect::{Family, family, json_format, xml_format};
use super::fields::parse_object;
use super::raw_hash::raw_sha256;
use super::{Article, FormatChoice, SourceFormat, charset, html, ninjs, plain_json, plain_text};

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
/// `content_type` is the header of that name, where the message has one; its character set counts always, its type where `choice` is
/// [`FormatChoice::Auto`].
///
/// # Errors
/// When the payload is no article: see [`DecodeError`]. The message never quotes the payload's text.
pub fn decode(payload: &[u8], content_type: Option<&str>, choice: FormatChoice) -> Result<Article, DecodeError> {
    let content_type = content_type.map(ContentType::parse);
    let declared_charset = content_type.as_ref().and_then(|content_type| content_type.charset.as_deref());
    if payload.trim_ascii().is_empty() {
        return Err(DecodeError::NoText("the payload is empty".to_owned()));
    }
    let family = match choice {
        FormatChoice::Auto => family(payload, content_type.as_ref())?,
        FormatChoice::Json | FormatChoice::Ninjs => Family::Json,
        FormatChoice::Text => Family::Text,
        FormatChoice::Html => Family::Html,
    };
    match family {
        Family::Json => decode_json(payload, declared_charset, choice),
        Family::Text => plain_text::decode(payload, declared_charset),
        Family::Html => html::decode(payload, declared_charset),
        Family::Xml => decode_xml(payload, declared_charset),
    }
}

fn decode_json(payload: &[u8], declared_charset: Option<&str>, choice: FormatChoice) -> Result<Article, DecodeError> {
    let text = charset::decode(payload, declared_charset)?;
    let object = parse_object(&text)?;
    let format = match choice {
        FormatChoice::Json => SourceFormat::PlainJson,
        FormatChoice::Ninjs => ninjs::generation(&object).unwrap_or(SourceFormat::Ninjs1),
        _ => json_format(&object)?,
    };
    let hash = raw_sha256(payload);
    match format {
        SourceFormat::PlainJson => plain_json::decode(object, hash),
        _ => ninjs::decode(object, format, hash),
    }
}

/// XML has no adapter yet, but for pages that are written as XML.
fn decode_xml(payload: &[u8], declared_charset: Option<&str>) -> Result<Article, DecodeError> {
    let start = String::from_utf8_lossy(payload);
    let document = charset::decode(payload, declared_charset).unwrap_or(start);
    xml_format(&document)?;
    html::decode(payload, declared_charset)
}
