//! The Content-Type header of a message.

/// A media type and the character set that came with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ContentType {
    /// `type/subtype`, lower case, without parameters.
    pub essence: String,
    /// The `charset` parameter as it came, unquoted.
    pub charset: Option<String>,
}

impl ContentType {
    /// Reads a header's value; what it cannot read is left out.
    pub(super) fn parse(header: &str) -> Self {
        let mut parts = header.split(';');
        let essence = parts.next().unwrap_or_default().trim().to_ascii_lowercase();
        let charset = parts.find_map(charset_parameter);
        Self { essence, charset }
    }
}

fn charset_parameter(parameter: &str) -> Option<String> {
    let (name, value) = parameter.split_once('=')?;
    if !name.trim().eq_ignore_ascii_case("charset") {
        return None;
    }
    let value = value.trim().trim_matches(['"', '\'']).trim();
    (!value.is_empty()).then(|| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_essence_and_charset() {
        let found = ContentType::parse("Text/HTML; level=1; Charset=\"ISO-8859-1\"");
        assert_eq!(found.essence, "text/html");
        assert_eq!(found.charset.as_deref(), Some("ISO-8859-1"));
    }

    #[test]
    fn bears_with_nonsense() {
        assert_eq!(ContentType::parse("; ;=;charset").essence, "");
        assert_eq!(ContentType::parse("text/plain; charset=").charset, None);
    }
}
