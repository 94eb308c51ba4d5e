//! Cuts an input into stories: a file is one story, or holds one a line.

use std::io::{BufRead, Read};

use crate::wire::FormatChoice;

/// How much of an input is looked at to tell what it is, in bytes.
const PEEK_BYTES: usize = 64 * 1024;

/// One story as it stands in the input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct Story {
    /// Line that it stands on, from 1; `None` where the whole input is one story.
    pub(in crate::cli) line: Option<usize>,
    /// Its bytes.
    pub(in crate::cli) payload: Vec<u8>,
}

/// Calls `take` with each story of `reader`, in order; stops early when `take` answers `false`.
///
/// An input named NDJSON is read by line. Any other is read by line where its first lines show a JSON object on one line,
/// and is one story where they do not (a JSON document over several lines, a page, a text).
///
/// # Errors
/// When the input cannot be read.
pub(in crate::cli) fn for_each_story(
    mut reader: impl BufRead,
    is_ndjson: bool,
    format: FormatChoice,
    mut take: impl FnMut(Story) -> bool,
) -> std::io::Result<()> {
    let mut start = Vec::new();
    if !is_ndjson {
        read_start(&mut reader, &mut start)?;
        if !may_hold_json(format) || !shows_one_object_a_line(&start) {
            reader.read_to_end(&mut start)?;
            take(Story { line: None, payload: start });
            return Ok(());
        }
    }
    lines(std::io::Cursor::new(start).chain(reader), take)
}

/// Reads until a line is complete, the input ends, or enough is there to judge by.
fn read_start(reader: &mut impl BufRead, start: &mut Vec<u8>) -> std::io::Result<()> {
    while start.len() < PEEK_BYTES && first_full_line(start).is_none_or(|line| line.trim_ascii().is_empty()) {
        let more = reader.fill_buf()?;
        if more.is_empty() {
            break;
        }
        let count = more.len();
        start.extend_from_slice(more);
        reader.consume(count);
    }
    Ok(())
}

fn first_full_line(bytes: &[u8]) -> Option<&[u8]> {
    let skipped = bytes.len() - bytes.trim_ascii_start().len();
    let rest = &bytes[skipped..];
    rest.iter().position(|byte| *byte == b'\n').map(|end| &rest[..end])
}

fn may_hold_json(format: FormatChoice) -> bool {
    !matches!(format, FormatChoice::Text | FormatChoice::Html)
}

/// Whether one of the first lines is a whole JSON object, or is the broken start of such a line among others that are whole.
fn shows_one_object_a_line(start: &[u8]) -> bool {
    start.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).any(|line| {
        let line = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(line);
        line.starts_with(b"{") && serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
    })
}

fn lines(mut reader: impl BufRead, mut take: impl FnMut(Story) -> bool) -> std::io::Result<()> {
    let mut number = 0;
    loop {
        let mut payload = Vec::new();
        if reader.read_until(b'\n', &mut payload)? == 0 {
            return Ok(());
        }
        number += 1;
        let mut length = payload.trim_ascii_end().len();
        if number == 1 && payload.starts_with(b"\xEF\xBB\xBF") {
            payload.drain(..3);
            length = length.saturating_sub(3);
        }
        payload.truncate(length);
        if !payload.is_empty() && !take(Story { line: Some(number), payload }) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stories(input: &str, is_ndjson: bool, format: FormatChoice) -> Vec<(Option<usize>, String)> {
        let mut all = Vec::new();
        for_each_story(input.as_bytes(), is_ndjson, format, |story| {
            all.push((story.line, String::from_utf8(story.payload).expect("the test is UTF-8")));
            true
        })
        .expect("a slice can be read");
        all
    }

    #[test]
    fn one_object_a_line_is_read_by_line() {
        let found = stories("{\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\r\n", false, FormatChoice::Auto);
        assert_eq!(found, [(Some(1), "{\"text\":\"One.\"}".to_owned()), (Some(3), "{\"text\":\"Two.\"}".to_owned())]);
    }

    #[test]
    fn a_json_document_over_several_lines_is_one_story() {
        let document = "{\n  \"text\": \"One.\"\n}\n";
        assert_eq!(stories(document, false, FormatChoice::Auto), [(None, document.to_owned())]);
    }

    #[test]
    fn a_bad_first_line_does_not_hide_the_good_ones() {
        let found = stories("{\"text\": \n{\"text\":\"Two.\"}\n", false, FormatChoice::Auto);
        assert_eq!(found.len(), 2);
        assert_eq!(found[1].0, Some(2));
    }

    #[test]
    fn a_text_is_one_story_even_where_it_shows_json() {
        let text = "The file said:\n{\"a\": 1}\n";
        assert_eq!(stories(text, false, FormatChoice::Text), [(None, text.to_owned())]);
        assert_eq!(stories("First line.\n\nSecond.", false, FormatChoice::Auto).len(), 1);
    }

    #[test]
    fn a_named_ndjson_file_is_read_by_line_whatever_it_holds() {
        assert_eq!(stories("not json\n[]\n", true, FormatChoice::Auto).len(), 2);
    }

    #[test]
    fn an_empty_input_is_one_empty_story_or_no_line() {
        assert_eq!(stories("", false, FormatChoice::Auto), [(None, String::new())]);
        assert_eq!(stories("", true, FormatChoice::Auto), []);
    }
}
