//! Errors with their words, for study.

use crate::evaluate::slip::ShownSlip;

/// The errors, in groups of one fault and kind; the words in question stand in brackets.
pub(super) fn listing(errors: &[ShownSlip]) -> String {
    let mut lines = String::new();
    let mut group = None;
    for error in errors {
        if group.replace((error.fault, error.kind)) != Some((error.fault, error.kind)) {
            lines += &format!("{}, {}\n", error.fault.name(), error.kind);
        }
        lines += &line(error);
    }
    lines
}

fn line(error: &ShownSlip) -> String {
    let note = if error.note.is_empty() { String::new() } else { format!("  ({})", error.note) };
    let [before, text, after] = [&error.before, &error.text, &error.after].map(|words| on_one_line(words));
    format!("  {} {}..{}  {before}[{text}]{after}{}\n", error.document, error.span.start, error.span.end, on_one_line(&note))
}

/// `words` with every white space a blank, so that places keep their width.
fn on_one_line(words: &str) -> String {
    words.chars().map(|sign| if sign.is_whitespace() || sign.is_control() { ' ' } else { sign }).collect()
}
