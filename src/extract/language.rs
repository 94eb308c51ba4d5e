//! The language of a text.

/// The language of `text` as an ISO 639-1 code; `None` where the text is too short or too mixed to tell.
pub fn detect(text: &str) -> Option<&'static str> {
    let _ = text;
    None
}
