//! From bytes to text: byte order mark, declared character set, or what the bytes themselves tell.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::DecodeError;

/// Decodes `payload`: a byte order mark wins, then the `declared` character set, then the pattern of zero bytes that UTF-16 leaves
/// around ASCII, then UTF-8. The byte order mark is no part of the text.
///
/// # Errors
/// When the character set is unknown, or the bytes are not in it: nothing is guessed or replaced.
pub(super) fn decode<'a>(payload: &'a [u8], declared: Option<&str>) -> Result<Cow<'a, str>, DecodeError> {
    if let Some((encoding, mark_length)) = Encoding::for_bom(payload) {
        return strict(&payload[mark_length..], encoding);
    }
    if let Some(label) = declared {
        return strict(payload, named(label)?);
    }
    strict(payload, utf16_without_mark(payload).unwrap_or(UTF_8))
}

/// As [`decode`], for a page: its own `<meta charset>` counts after the header, and bytes that fit nothing are read as browsers do,
/// as Windows-1252. The second value tells whether it came to that.
pub(super) fn decode_page<'a>(payload: &'a [u8], declared: Option<&str>) -> Result<(Cow<'a, str>, bool), DecodeError> {
    let own = declared.map(str::to_owned).or_else(|| meta_charset(payload));
    if own.is_some() {
        return Ok((decode(payload, own.as_deref())?, false));
    }
    match decode(payload, None) {
        Ok(text) => Ok((text, false)),
        Err(_) if payload.contains(&0) => decode(payload, None).map(|text| (text, false)),
        Err(_) => Ok((strict(payload, WINDOWS_1252)?, true)),
    }
}

fn named(label: &str) -> Result<&'static Encoding, DecodeError> {
    let unknown = || {
        let shown: String = label.chars().filter(|sign| sign.is_ascii_graphic()).take(40).collect();
        DecodeError::Undecodable(format!("unknown character set `{shown}`"))
    };
    Encoding::for_label_no_replacement(label.as_bytes()).ok_or_else(unknown)
}

fn strict<'a>(bytes: &'a [u8], encoding: &'static Encoding) -> Result<Cow<'a, str>, DecodeError> {
    if encoding == UTF_8 {
        return match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(text)),
            Err(error) => Err(DecodeError::Undecodable(format!("not UTF-8: invalid at byte {}", error.valid_up_to()))),
        };
    }
    encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or_else(|| DecodeError::Undecodable(format!("not {}: a byte sequence that it does not have", encoding.name())))
}

/// JSON, HTML and XML all start with an ASCII sign; in UTF-16 a zero byte stands beside it.
fn utf16_without_mark(payload: &[u8]) -> Option<&'static Encoding> {
    match payload {
        [b'{' | b'<' | b'[', 0, ..] => Some(UTF_16LE),
        [0, b'{' | b'<' | b'[', ..] => Some(UTF_16BE),
        _ => None,
    }
}

/// The character set that a page names in its first 1,024 bytes, as the HTML standard has it. A page that could be read so far is
/// in no sort of UTF-16, whatever it says.
fn meta_charset(payload: &[u8]) -> Option<String> {
    let head = payload[..payload.len().min(1024)].to_ascii_lowercase();
    let at = memchr::memmem::find(&head, b"charset=")? + b"charset=".len();
    let value = head[at..].iter().skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '));
    let label: String =
        value.take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':')).map(|byte| char::from(*byte)).collect();
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    let is_utf16 = encoding == UTF_16LE || encoding == UTF_16BE;
    Some(if is_utf16 { UTF_8.name().to_owned() } else { label })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(result: Result<Cow<'_, str>, DecodeError>) -> String {
        result.expect_err("must not decode").to_string()
    }

    #[test]
    fn a_mark_beats_the_declared_character_set() {
        assert_eq!(decode("\u{feff}Zürich".as_bytes(), Some("iso-8859-1")).unwrap(), "Zürich");
        assert_eq!(decode(b"\xff\xfeZ\0\xfc\0", None).unwrap(), "Zü");
        assert_eq!(decode(b"\xfe\xff\0Z\0\xfc", None).unwrap(), "Zü");
    }

    #[test]
    fn utf16_json_needs_no_mark() {
        assert_eq!(decode(b"{\0}\0", None).unwrap(), "{}");
        assert_eq!(decode(b"\0{\0}", None).unwrap(), "{}");
    }

    #[test]
    fn latin_1_is_read_where_it_is_declared() {
        assert_eq!(decode(b"Z\xfcrich", Some("ISO-8859-1")).unwrap(), "Zürich");
    }

    #[test]
    fn nothing_is_guessed() {
        assert_eq!(message(decode(b"Z\xfcrich", None)), "undecodable: not UTF-8: invalid at byte 1");
        assert_eq!(message(decode(b"Zurich", Some("klingon"))), "undecodable: unknown character set `klingon`");
        assert_eq!(message(decode(b"\xff\xfe\0\xd8", None)), "undecodable: not UTF-16LE: a byte sequence that it does not have");
    }

    #[test]
    fn a_page_may_name_its_own() {
        let (text, guessed) = decode_page(b"<meta charset=\"iso-8859-1\"><p>Z\xfcrich", None).unwrap();
        assert_eq!((&*text, guessed), ("<meta charset=\"iso-8859-1\"><p>Zürich", false));
        let (text, guessed) = decode_page(b"<p>Z\xfcrich", None).unwrap();
        assert_eq!((&*text, guessed), ("<p>Zürich", true));
    }
}
