//! The day that a dateline prints: `LISBON, March 3 (Harbour Wire) -`.

use jiff::civil::Date;

use super::calendar::{self, Direction};
use super::found::dated;
use crate::annotation::{Value, ValueKind};
use crate::lexicon::WordKey;
use crate::lexicon::calendar_words::month;
use crate::text::{BlockRole, Document, Span};

/// Farthest that the day of a dateline lies from the story's own for both to be one: a story moves on around midnight.
const MOST_DAYS_APART: i32 = 3;

/// The values of the datelines of `document`, resolved against `story`, and the day that they put the story on.
pub(super) fn values(document: &Document, story: Option<Date>) -> (Vec<Value>, Option<Date>) {
    let mut values = Vec::new();
    let mut day = story;
    for block in document.blocks().iter().filter(|block| block.role == BlockRole::Dateline) {
        let Some((span, month, number, year)) = month_and_day(document.slice(block.span)) else { continue };
        let span = Span::new(block.span.start + span.start, block.span.start + span.end);
        let resolved = match (year, story) {
            (Some(year), _) => Date::new(year, month, number).ok(),
            (None, Some(story)) => [Direction::Past, Direction::Future]
                .into_iter()
                .filter_map(|direction| calendar::day_of_year(story, month, number, direction))
                .min_by_key(|date| days_apart(*date, story)),
            (None, None) => None,
        };
        if let Some(resolved) = resolved
            && story.is_none_or(|story| days_apart(resolved, story) <= MOST_DAYS_APART)
        {
            day = Some(resolved);
        }
        values.push(Value { span, kind: ValueKind::Date, normalised: dated(resolved.map(calendar::day)) });
    }
    (values, day)
}

fn days_apart(first: Date, second: Date) -> i32 {
    first.since(second).map_or(i32::MAX, |span| span.get_days().abs())
}

/// The month and day of `text`, with the year that may follow, and their place.
fn month_and_day(text: &str) -> Option<(Span, i8, i8, Option<i16>)> {
    let words: Vec<(usize, &str)> = pieces(text);
    let as_month = |index: usize| words.get(index).and_then(|(_, word)| month(WordKey::new(word)?.as_str()));
    let as_day = |index: usize| -> Option<i8> { words.get(index)?.1.parse().ok().filter(|day| (1..=31).contains(day)) };
    let as_year = |index: usize| -> Option<i16> { words.get(index)?.1.parse().ok().filter(|year| (1900..2100).contains(year)) };
    let at = (0..words.len()).find(|at| as_month(*at).is_some() && (as_day(at + 1).is_some() || *at > 0 && as_day(at - 1).is_some()))?;
    let (first, last) = if as_day(at + 1).is_some() { (at, at + 1) } else { (at - 1, at) };
    let day = as_day(at + 1).or_else(|| as_day(at.checked_sub(1)?))?;
    let year = as_year(last + 1);
    let end = words.get(last + usize::from(year.is_some()))?;
    Some((Span::new(words[first].0, end.0 + end.1.len()), as_month(at)?, day, year))
}

/// The words of `text` with their offsets, without the signs at their ends.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut offset = 0;
    for piece in text.split(|sign: char| sign.is_whitespace() || matches!(sign, ',' | '(' | ')')) {
        if !piece.is_empty() {
            found.push((offset, piece));
        }
        offset += piece.len() + text[offset + piece.len()..].chars().next().map_or(0, char::len_utf8);
    }
    found
}
