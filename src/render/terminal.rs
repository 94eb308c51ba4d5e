//! The marked article on a terminal. Styles are always written; whoever prints strips them where they are not wanted.

use std::fmt::Write;

use anstyle::Style;

use super::line::printable;
use super::lists::{claims, entities, quotes, warnings};
use super::marks::{Mark, marks_of, style_of};
use crate::record::{BlockRecord, Event, Record};
use crate::text::BlockRole;

/// Columns of a line.
const WIDTH: usize = 96;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The article of `record` with its marks, and lists of quotes, entities and claims under it; ends without a line break.
pub fn terminal(record: &Record) -> String {
    let mut out = String::new();
    let title = record.article.headline.as_deref().unwrap_or(&record.article.uri);
    let _ = writeln!(out, "{BOLD}{}{BOLD:#}", printable(title));
    let _ = writeln!(out, "{DIM}{}{DIM:#}", description(record));
    if let Some(text) = &record.text.value {
        write_text(&mut out, record, text);
    }
    for list in [quotes(record), entities(record), claims(record), warnings(record)] {
        out.push_str(&list);
    }
    out.truncate(out.trim_end().len());
    out
}

fn description(record: &Record) -> String {
    let article = &record.article;
    let event = match record.event {
        Event::Enriched => None,
        Event::Retracted => Some("RETRACTED: nothing said of this story before stands"),
    };
    let version = article.version.as_ref().map(|version| format!("version {version}"));
    let state = format!("{:?}", article.state).to_lowercase();
    let parts =
        [event.map(str::to_owned), Some(article.uri.clone()), version, article.provider.clone(), article.language.clone(), Some(state)];
    printable(&parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn write_text(out: &mut String, record: &Record, text: &str) {
    let characters: Vec<char> = text.chars().collect();
    let marks = marks_of(record);
    for block in &record.text.blocks {
        let Some(span) = block.span else { continue };
        let inside: Vec<Mark> = marks.iter().filter(|mark| mark.span.start < span.end && span.start < mark.span.end).copied().collect();
        let words = words_of(&characters, block, &inside);
        out.push('\n');
        wrap(out, &words);
    }
}

/// A word with its styles and signs, and the columns that it takes.
#[derive(Default)]
struct Word {
    styled: String,
    columns: usize,
    /// The style that is open at its end.
    style: Style,
}

impl Word {
    fn push(&mut self, text: &str, style: Style) {
        if style != self.style {
            let _ = write!(self.styled, "{:#}{style}", self.style);
            self.style = style;
        }
        self.styled.push_str(text);
        self.columns += text.chars().count();
    }

    fn closed(mut self) -> Self {
        let _ = write!(self.styled, "{:#}", self.style);
        self
    }
}

/// The words of `block`; signs of marks stick to the words that they touch.
fn words_of(characters: &[char], block: &BlockRecord, marks: &[Mark]) -> Vec<Word> {
    let span = block.span.expect("only blocks inside the text are written");
    let plain = if block.role == BlockRole::Paragraph { Style::new() } else { DIM };
    let mut words = Vec::new();
    let mut word = Word::default();
    for (at, &character) in characters.iter().enumerate().take(span.end).skip(span.start) {
        if character.is_whitespace() {
            words.push(std::mem::take(&mut word).closed());
            continue;
        }
        let style = style_of(marks.iter().filter(|mark| (mark.span.start..mark.span.end).contains(&at)).map(|mark| mark.kind));
        let opening = marks.iter().filter(|mark| mark.span.start == at).map(|mark| mark.kind.opening());
        let closing = marks.iter().rev().filter(|mark| mark.span.end == at + 1).map(|mark| mark.kind.closing());
        let shown = if character.is_control() { '\u{fffd}' } else { character };
        let text: String = opening.chain([shown.to_string()]).chain(closing).collect();
        word.push(&text, if style == Style::new() { plain } else { style });
    }
    words.push(word.closed());
    words.retain(|word| word.columns > 0);
    words
}

fn wrap(out: &mut String, words: &[Word]) {
    let mut column = 0;
    for word in words {
        if column > 0 && column + 1 + word.columns > WIDTH {
            out.push('\n');
            column = 0;
        }
        if column > 0 {
            out.push(' ');
            column += 1;
        }
        out.push_str(&word.styled);
        column += word.columns;
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::{PipelineRecord, SpanRecord};

    fn record(text: &str, quote: &str) -> Record {
        let start = text.chars().count() - text[text.find(quote).expect("the quote is in the text")..].chars().count();
        let span = SpanRecord { start, end: start + quote.chars().count() };
        let json = serde_json::json!({
            "schema": "quotewire.record.v1", "id": "r_1", "event": "enriched",
            "article": {
                "uri": "urn:story:1", "kind": "news", "state": "usable", "signals": [], "subjects": [], "supplied": [],
                "alternative_ids": [], "headline": "Wall\u{1b}[31m to be built", "source": { "format": "plain-json", "raw_sha256": "" }
            },
            "text": {
                "value": text, "length": text.chars().count(), "offset_unit": "codepoint",
                "blocks": [{ "role": "paragraph", "span": { "start": 0, "end": text.chars().count() } }]
            },
            "quotes": [{
                "id": "q_1", "key": "k", "kind": "direct", "text": quote, "span": span, "parts": [span], "relays": [],
                "confidence": 1.0, "rule": "test"
            }],
            "entities": [], "claims": [], "values": [], "warnings": [],
            "pipeline": serde_json::to_value(PipelineRecord::describe("rules", Vec::new(), None, Default::default())).expect("plain data")
        });
        serde_json::from_value(json).expect("the record is whole")
    }

    fn plain(text: &str) -> String {
        anstream::adapter::strip_str(text).to_string()
    }

    #[test]
    fn a_quotation_is_marked_and_listed() {
        let shown = plain(&terminal(&record("“We will not wait 🌊,” the mayor said.", "We will not wait 🌊,")));
        assert!(shown.contains("“[We will not wait 🌊,]¹” the mayor said."), "{shown}");
        assert!(shown.contains("¹ direct   unknown: We will not wait 🌊, (no cue; test)"), "{shown}");
    }

    #[test]
    fn control_characters_of_the_article_do_not_reach_the_terminal() {
        let shown = plain(&terminal(&record("He\u{7} said “no\u{1b}[2J way to go”.", "way to go")));
        assert!(!shown.contains('\u{7}') && !shown.contains('\u{1b}'), "{shown:?}");
    }

    #[test]
    fn long_lines_are_wrapped_between_words() {
        let text = "“We will not wait for it,” she said. ".repeat(20);
        let shown = plain(&terminal(&record(&text, "We will not wait")));
        assert!(shown.lines().all(|line| line.chars().count() <= WIDTH + 20), "{shown}");
    }
}
