//! Text of an article on one line of a terminal.

/// `text` on one line, without control characters: an article must not steer the terminal that shows it.
pub(super) fn printable(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").chars().map(|sign| if sign.is_control() { '\u{fffd}' } else { sign }).collect()
}

/// `text` on one line of at most `columns` characters.
pub(super) fn shortened(text: &str, columns: usize) -> String {
    let line = printable(text);
    if line.chars().count() <= columns {
        return line;
    }
    let kept: String = line.chars().take(columns.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
