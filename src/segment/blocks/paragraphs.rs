//! Where paragraphs end: at an empty line, and at a line's end where lines are not wrapped by hand.

use super::trimmed;
use crate::text::Span;

/// Lines that were wrapped by hand are about as long as a terminal or teletype was wide. In characters.
const WRAPPED_LENGTHS: std::ops::RangeInclusive<usize> = 45..=100;
/// The full lines of a wrapped paragraph differ by at most the longest word and a little.
const MOST_DIFFERENCE: usize = 24;

/// A line that is not blank.
#[derive(Debug, Clone, Copy)]
struct Line {
    /// Without the white space around it.
    span: Span,
    /// Columns of white space before it.
    indent: usize,
    /// Whether a blank line, or the start, is before it.
    after_gap: bool,
}

/// The paragraphs inside `within`, without the white space around them.
pub(super) fn split(text: &str, within: Span) -> Vec<Span> {
    let lines = lines(text, within);
    let mut paragraphs = Vec::with_capacity(lines.len());
    let mut start = 0;
    while start < lines.len() {
        let end = lines[start + 1..].iter().position(|line| line.after_gap).map_or(lines.len(), |length| start + 1 + length);
        join_wrapped(text, &lines[start..end], &mut paragraphs);
        start = end;
    }
    paragraphs
}

fn lines(text: &str, within: Span) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut offset = within.start;
    let mut after_gap = true;
    for line in within.of(text).split_inclusive('\n') {
        let span = trimmed(text, Span::new(offset, offset + line.len()));
        if span.is_empty() {
            after_gap = true;
        } else {
            lines.push(Line { span, indent: span.start - offset, after_gap });
            after_gap = false;
        }
        offset += line.len();
    }
    lines
}

/// Joins the lines between two gaps to paragraphs: all of them where they are wrapped throughout, else only those that plainly go on.
fn join_wrapped(text: &str, lines: &[Line], paragraphs: &mut Vec<Span>) {
    let Some((first, rest)) = lines.split_first() else { return };
    if rest.is_empty() {
        paragraphs.push(first.span);
        return;
    }
    let wrapped = is_wrapped_throughout(text, lines);
    let mut current = first.span;
    let mut before = first;
    for line in rest {
        let indented = line.indent >= before.indent + 2;
        let goes_on = !indented && (wrapped || plainly_goes_on(before.span.of(text), line.span.of(text)));
        if goes_on {
            current.end = line.span.end;
        } else {
            paragraphs.push(current);
            current = line.span;
        }
        before = line;
    }
    paragraphs.push(current);
}

/// All lines but the last are about as long, none is longer than a page is wide, and most break in mid-sentence.
fn is_wrapped_throughout(text: &str, lines: &[Line]) -> bool {
    if lines.iter().any(|line| line.span.len() > 4 * *WRAPPED_LENGTHS.end()) {
        return false;
    }
    let lengths: Vec<usize> = lines.iter().map(|line| line.span.of(text).chars().count()).collect();
    let Some((last, full)) = lengths.split_last() else { return false };
    let longest = full.iter().copied().max().unwrap_or(0);
    let shortest = full.iter().copied().min().unwrap_or(0);
    let breaks = lines.len() - 1;
    let open = lines.windows(2).filter(|pair| !ends_sentence(pair[0].span.of(text))).count();
    let going_on = lines.windows(2).filter(|pair| plainly_goes_on(pair[0].span.of(text), pair[1].span.of(text))).count();
    full.iter().all(|length| WRAPPED_LENGTHS.contains(length))
        && longest - shortest <= MOST_DIFFERENCE
        && *last <= longest + MOST_DIFFERENCE / 2
        && 2 * open >= breaks
        && going_on > 0
}

/// A line of full length that stops without a mark, before a line that starts with a small letter.
fn plainly_goes_on(line: &str, next: &str) -> bool {
    let stops_open = line.ends_with(|sign: char| sign.is_alphanumeric() || matches!(sign, ',' | ';' | '\'' | '’'));
    line.len() >= *WRAPPED_LENGTHS.start()
        && line.len() <= 4 * *WRAPPED_LENGTHS.end()
        && WRAPPED_LENGTHS.contains(&line.chars().count())
        && stops_open
        && next.starts_with(char::is_lowercase)
}

fn ends_sentence(line: &str) -> bool {
    line.trim_end_matches(['"', '”', '’', '\'', '»', ')', ']']).ends_with(['.', '!', '?', ':'])
}
