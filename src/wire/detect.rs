//! Which format a message is in: by its Content-Type, then by what it starts with, then by the names of its JSON properties.
//!
//! A format that is recognised but has no adapter yet is named in the error. Its adapter, when it comes, is a module beside the
//! others and an arm in [`detect`]'s callers.

use serde_json::{Map, Value};

use super::content_type::ContentType;
use super::{DecodeError, SourceFormat, ninjs, xml_root};

/// The family of formats that a message belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    /// A JSON object; its properties tell the format.
    Json,
    /// Text and nothing else.
    Text,
    /// A page.
    Html,
    /// XML; the root element tells the format.
    Xml,
}

/// Tells the family from the header, else from the first bytes.
///
/// # Errors
/// When either names a format that is not read.
pub(super) fn family(payload: &[u8], content_type: Option<&ContentType>) -> Result<Family, DecodeError> {
    let declared = content_type.map_or(Ok(None), |content_type| declared_family(&content_type.essence))?;
    declared.map_or_else(|| sniffed_family(payload), Ok)
}

fn declared_family(essence: &str) -> Result<Option<Family>, DecodeError> {
    let family = match essence {
        "application/ld+json" => return Err(unsupported("schema.org JSON-LD")),
        "application/feed+json" => return Err(unsupported("JSON Feed")),
        "application/cloudevents+json" => return Err(unsupported("CloudEvents in structured mode")),
        "text/plain" => Family::Text,
        "text/html" | "application/xhtml+xml" => Family::Html,
        "application/json" | "text/json" | "application/x-ndjson" | "application/ndjson" => Family::Json,
        "application/xml" | "text/xml" => Family::Xml,
        _ if essence.ends_with("+json") => Family::Json,
        _ if essence.ends_with("+xml") => Family::Xml,
        "application/pdf" | "application/zip" | "application/gzip" | "application/rtf" | "application/msword" => {
            return Err(unsupported(essence));
        }
        _ if ["image/", "audio/", "video/", "font/"].iter().any(|kind| essence.starts_with(kind)) => {
            return Err(unsupported(&media(essence)));
        }
        _ => return Ok(None),
    };
    Ok(Some(family))
}

/// A media type as a log can bear it.
fn media(essence: &str) -> String {
    essence.chars().filter(|sign| sign.is_ascii_alphanumeric() || matches!(sign, '/' | '+' | '-' | '.')).take(60).collect()
}

/// First bytes of files that are no text.
const MAGIC: [(&[u8], &str); 7] = [
    (b"%PDF-", "PDF"),
    (b"\x1f\x8b", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
];

fn sniffed_family(payload: &[u8]) -> Result<Family, DecodeError> {
    if let Some((_, name)) = MAGIC.iter().find(|(magic, _)| payload.starts_with(magic)) {
        return Err(unsupported(name));
    }
    // Marks and zero bytes of UTF-16 stand between the signs looked for here; what is left is ASCII in every encoding that is read.
    let start: Vec<u8> = payload.iter().copied().filter(|byte| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff)).take(512).collect();
    let start = start.trim_ascii_start();
    Ok(match start {
        [b'{', ..] => Family::Json,
        [b'[', rest @ ..] if matches!(rest.trim_ascii_start().first(), Some(b'{' | b']' | b'[')) => Family::Json,
        [b'<', b'?', ..] => Family::Xml,
        [b'<', b'!' | b'a'..=b'z' | b'A'..=b'Z', ..] if starts_like_html(start) => Family::Html,
        [b'<', b'!' | b'a'..=b'z' | b'A'..=b'Z', ..] => Family::Xml,
        _ => Family::Text,
    })
}

fn starts_like_html(start: &[u8]) -> bool {
    const TAGS: [&str; 34] = [
        "!doctype html",
        "!--",
        "html",
        "head",
        "body",
        "article",
        "main",
        "section",
        "header",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "span",
        "meta",
        "title",
        "script",
        "style",
        "link",
        "table",
        "ul",
        "ol",
        "br",
        "hr",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "blockquote",
        "figure",
        "img",
        "center",
    ];
    let lower = start[1..].to_ascii_lowercase();
    let names = |tag: &&str| {
        let ends = lower.get(tag.len()).is_none_or(|next| !next.is_ascii_alphanumeric() && !matches!(next, b':' | b'-' | b'_'));
        lower.starts_with(tag.as_bytes()) && (ends || **tag == *"!--")
    };
    TAGS.iter().any(names)
}

/// Tells the format of a JSON object from its properties.
///
/// # Errors
/// When it is in a format that is not read, or has no property that a story has.
pub(super) fn json_format(object: &Map<String, Value>) -> Result<SourceFormat, DecodeError> {
    let has = |name: &str| object.contains_key(name);
    let starts = |name: &str, prefix: &str| object.get(name).and_then(Value::as_str).is_some_and(|value| value.starts_with(prefix));
    if starts("format", "digitalwires") || (has("article_html") && has("urn")) {
        return Err(unsupported("dpa-digitalwires"));
    }
    if has("specversion") && has("data") {
        return Err(unsupported("CloudEvents in structured mode"));
    }
    let plain = object.get("text").or_else(|| object.get("body")).is_some_and(|value| !value.is_null());
    if plain && !has("bodies") && !object.keys().any(|name| name.starts_with("body_")) {
        return Ok(SourceFormat::PlainJson);
    }
    if let Some(format) = ninjs::generation(object) {
        return Ok(format);
    }
    if object.get("data").is_some_and(|data| data.get("item").is_some() || data.get("items").is_some()) {
        return Err(unsupported("AP Media API"));
    }
    if starts("version", "https://jsonfeed.org") {
        return Err(unsupported("JSON Feed"));
    }
    if has("@type") || has("@graph") {
        return Err(unsupported("schema.org JSON-LD"));
    }
    if has("id") || has("uri") || has("title") || has("headline") || has("status") || plain {
        return Ok(SourceFormat::PlainJson);
    }
    Err(DecodeError::NoText("a JSON object without any property that a story has".to_owned()))
}

/// Says that the XML `document` is in a format without adapter; gives back a page written as XML.
pub(super) fn xml_format(document: &str) -> Result<SourceFormat, DecodeError> {
    match xml_root::root_name(document) {
        Some(root) if root.eq_ignore_ascii_case("html") => Ok(SourceFormat::Html),
        Some(root) => Err(unsupported(&xml_root::format_name(root))),
        None => Err(DecodeError::Undecodable("not XML: no root element".to_owned())),
    }
}

fn unsupported(name: &str) -> DecodeError {
    DecodeError::UnsupportedFormat(name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sniff(payload: &[u8]) -> String {
        family(payload, None).map_or_else(|error| error.to_string(), |family| format!("{family:?}"))
    }

    fn declared(header: &str) -> String {
        family(b"{", Some(&ContentType::parse(header))).map_or_else(|error| error.to_string(), |family| format!("{family:?}"))
    }

    #[test]
    fn first_bytes_tell_the_family() {
        for (payload, expected) in [
            (&b" \n{\"id\": 1}"[..], "Json"),
            (b"\xef\xbb\xbf{}", "Json"),
            (b"\xff\xfe{\0}\0", "Json"),
            (b"\0{\0}", "Json"),
            (b"[{}]", "Json"),
            (b"[Breaking] The wall stands.", "Text"),
            (b"<!DOCTYPE HTML><html>", "Html"),
            (b"<p>The wall", "Html"),
            (b"<pre-note/>", "Xml"),
            (b"<?xml version='1.0'?>", "Xml"),
            (b"<rss>", "Xml"),
            (b"< 5 per cent", "Text"),
            (b"The wall stands.", "Text"),
            (b"", "Text"),
            (b"%PDF-1.7", "unsupported format: PDF"),
        ] {
            assert_eq!(sniff(payload), expected, "{}", payload.escape_ascii());
        }
    }

    #[test]
    fn the_header_goes_first() {
        assert_eq!(declared("text/plain; charset=utf-8"), "Text");
        assert_eq!(declared("application/vnd.xwa.story+json"), "Json");
        assert_eq!(declared("application/atom+xml"), "Xml");
        assert_eq!(declared("image/jpeg"), "unsupported format: image/jpeg");
        assert_eq!(declared("application/octet-stream"), "Json", "says nothing, so the bytes do");
    }
}
