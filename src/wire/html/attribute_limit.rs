//! A guard before the tokenizer, which compares every attribute of a tag with all before it: a megabyte of them takes seconds.

/// No tag of a real page comes near.
const MOST_ATTRIBUTES: usize = 2_000;
/// Markup below this size cannot do harm. In bytes.
const HARMLESS_SIZE: usize = 32 * 1024;

/// Whether some tag of `markup` has more attributes than any page needs.
pub(super) fn is_exceeded(markup: &str) -> bool {
    if markup.len() <= HARMLESS_SIZE {
        return false;
    }
    let bytes = markup.as_bytes();
    let mut at = 0;
    while let Some(offset) = memchr::memchr(b'<', &bytes[at..]) {
        at += offset + 1;
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let (attributes, end) = tag(bytes, at);
        if attributes > MOST_ATTRIBUTES {
            return true;
        }
        at = end;
    }
    false
}

/// How many attributes the tag whose name begins at `start` can have at most, and where it ends.
fn tag(bytes: &[u8], start: usize) -> (usize, usize) {
    let mut attributes = 0;
    let mut last = 0;
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'>' => break,
            b'"' | b'\'' if last == b'=' => {
                let length = memchr::memchr(byte, &bytes[at..]).unwrap_or(bytes.len() - at);
                at = (at + length + 1).min(bytes.len());
                attributes += 1;
            }
            byte if byte.is_ascii_whitespace() || byte == b'/' => {
                attributes += usize::from(!last.is_ascii_whitespace() && last != b'/');
                last = if last == b'=' { last } else { byte };
                continue;
            }
            _ => {}
        }
        last = byte;
    }
    (attributes, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_and_many_tags_are_no_fault() {
        let image = format!("<img alt=\"{}\" src='data:{}'>", "a b ".repeat(20_000), "x/".repeat(20_000));
        assert!(!is_exceeded(&image));
        assert!(!is_exceeded(&"<p class=\"a\" id=b>1 < 2</p>".repeat(5_000)));
    }

    #[test]
    fn thousands_of_attributes_are() {
        for attribute in ["a ", "a/", "a=\"b\"", "a = 'b'\n", "a=b "] {
            assert!(is_exceeded(&format!("<p {}>", attribute.repeat(20_000))), "{attribute}");
        }
    }
}
