//! Stretches of the calendar told by their distance: `last year`, `this week`, `the end of the month`, `a year ago`, `the first quarter`.

use jiff::civil::Date;

use super::calendar::{self, Direction, Shift};
use super::dates::{Story, direction_at, year_number};
use super::found::{Found, dated, measured};
use super::tense::direction;
use super::words::Words;
use crate::annotation::{Normalised, ValueKind};
use crate::lexicon::calendar_words::{part_of_day, season};
use crate::lexicon::measures::{Stretch, stretch};
use crate::lexicon::number_words::ordinal;

/// The stretch whose noun is the token `at`; words before it are taken in from the token `floor` on.
pub(super) fn named(words: &Words<'_>, at: usize, story: Story, floor: usize) -> Option<Found> {
    let noun = words.key(at);
    let has = |back: usize| at >= floor + back;
    let before = words.key_before(at, 1);
    if let Some(number) = ordinal(&before).filter(|number| &*noun == "quarter" && *number <= 4 && has(1)) {
        return quarter(words, at - 1, at + 1, number as i8, story);
    }
    if let Some(shift) = Shift::of(&before).filter(|_| has(1)) {
        let has_article = has(2) && &*words.key_before(at, 2) == "the";
        let is_long = matches!(&*noun, "decade" | "century") && shift != Shift::This;
        if &*before == "past" || has_article && shift == Shift::Last || is_long {
            return lasting(words, at - 1 - usize::from(has_article), at, stretch(&noun)?);
        }
        let first = at - 1 - usize::from(has_article && &*before == "coming");
        return shifted(words, first, at, &noun, shift, story);
    }
    if &*before == "following" && has(2) && &*words.key_before(at, 2) == "the" && stretch(&noun).is_some() {
        let year = story.year.filter(|_| &*noun == "year").and_then(|year| year.checked_add(1));
        return Some(date(words, at - 2, at + 1, year.map(|year| format!("{year:04}"))));
    }
    if let Some(some) = uncounted(words, at, &noun) {
        return Some(some);
    }
    if &*before == "another" {
        return lasting(words, at, at, stretch(&noun).filter(|_| !noun.ends_with('s') && noun.len() > 3)?);
    }
    if matches!(&*before, "a" | "an") && has(1) {
        return counted_by_article(words, at, &noun, story);
    }
    if &*before == "the" && has(1) {
        return with_article(words, at, &noun, story, floor);
    }
    None
}

fn date(words: &Words<'_>, first: usize, end: usize, timex: Option<String>) -> Found {
    Found { span: words.span_of(first, end), first, end, kind: ValueKind::Date, normalised: dated(timex) }
}

/// `last year`, `this morning`, `next summer`: the tokens `first..=at`.
fn shifted(words: &Words<'_>, first: usize, at: usize, noun: &str, shift: Shift, story: Story) -> Option<Found> {
    if let Some(code) = part_of_day(noun) {
        let days = if noun == "night" { shift.steps() } else { 0 };
        if shift != Shift::This && noun != "night" {
            return None;
        }
        let day = story.day.and_then(|day| day.checked_add(jiff::Span::new().days(days)).ok());
        let timex = day.map(|day| format!("{}T{code}", calendar::day(day)));
        return Some(Found { span: words.span_of(first, at + 1), first, end: at + 1, kind: ValueKind::Time, normalised: dated(timex) });
    }
    if let Some(code) = season(noun) {
        let timex = story.day.map(|day| format!("{:04}-{code}", season_year(day, code, shift)));
        return Some(date(words, first, at + 1, timex));
    }
    let known = matches!(noun, "year" | "month" | "week" | "weekend" | "quarter" | "decade" | "century" | "season");
    known.then(|| date(words, first, at + 1, story.day.and_then(|day| moved(day, noun, shift.steps()))))
}

/// The stretch `steps` after the one that holds `day`.
fn moved(day: Date, noun: &str, steps: i32) -> Option<String> {
    let year = day.year() + i16::try_from(steps).ok()?;
    match noun {
        "year" => Some(format!("{year:04}")),
        "month" => calendar::months_on(day, steps),
        "week" => Some(calendar::week(day.checked_add(jiff::Span::new().weeks(steps)).ok()?)),
        "weekend" => Some(format!("{}-WE", calendar::week(day.checked_add(jiff::Span::new().weeks(steps)).ok()?))),
        "quarter" => {
            let number = i32::from(day.year()) * 4 + i32::from((day.month() - 1) / 3) + steps;
            Some(calendar::quarter(i16::try_from(number.div_euclid(4)).ok()?, number.rem_euclid(4) as i8 + 1))
        }
        "decade" => Some(format!("{:03}", i32::from(day.year()) / 10 + steps)),
        "century" => Some(format!("{:02}", i32::from(day.year()) / 100 + steps)),
        _ => None,
    }
}

/// First month of a season.
fn season_start(code: &str) -> i8 {
    match code {
        "SP" => 3,
        "SU" => 6,
        "FA" => 9,
        _ => 12,
    }
}

fn season_year(day: Date, code: &str, shift: Shift) -> i16 {
    let start = season_start(code);
    match shift {
        Shift::Last if day.month() > start + 2 => day.year(),
        Shift::Last => day.year() - 1,
        Shift::This => day.year(),
        Shift::Next if day.month() < start => day.year(),
        Shift::Next => day.year() + 1,
    }
}

/// `the past decade`: a length, in the tokens `first..=at`.
fn lasting(words: &Words<'_>, first: usize, at: usize, stretch: Stretch) -> Option<Found> {
    let normalised = length(1.0, stretch);
    Some(Found { span: words.span_of(first, at + 1), first, end: at + 1, kind: ValueKind::Duration, normalised })
}

/// `for months`, `years later`: more than one, how many is not told.
fn uncounted(words: &Words<'_>, at: usize, noun: &str) -> Option<Found> {
    let stretch = stretch(noun).filter(|_| noun.ends_with('s') && noun.len() > 4 && words.is_small(at) || noun == "days")?;
    let is_told = matches!(&*words.key_before(at, 1), "for")
        || matches!(&*words.key(at + 1), "late" | "later" | "before" | "earlier" | "ago" | "after");
    let clock = if stretch.is_clock { "T" } else { "" };
    let normalised = Normalised {
        min: Some(2.0 * stretch.count),
        unit: Some(stretch.unit.to_owned()),
        approximate: true,
        timex: Some(format!("P{clock}X{}", stretch.letter)),
        ..Normalised::default()
    };
    is_told.then(|| Found { span: words.span(at), first: at, end: at + 1, kind: ValueKind::Duration, normalised })
}

/// A norm of `count` stretches.
pub(super) fn length(count: f64, stretch: Stretch) -> Normalised {
    let amount = count * stretch.count;
    let clock = if stretch.is_clock { "T" } else { "" };
    Normalised { timex: Some(format!("P{clock}{amount}{}", stretch.letter)), ..measured(amount, stretch.unit) }
}

/// `a year`, `an hour`, `a month ago`.
fn counted_by_article(words: &Words<'_>, at: usize, noun: &str, story: Story) -> Option<Found> {
    let stretch = stretch(noun).filter(|stretch| stretch.unit != "second" && !noun.ends_with('s') && noun.len() > 3 || noun == "day")?;
    if noun == "night" || noun == "min" {
        return None;
    }
    if let Some(ago) = ago(words, at - 1, at + 1, 1.0, noun, story) {
        return Some(ago);
    }
    // `a year and a half`
    let has_half = ["and", "a", "half"].iter().zip(at + 1..).all(|(word, index)| &*words.key(index) == *word);
    if has_half {
        let (first, end) = (at - 1, at + 4);
        let normalised = length(1.5, stretch);
        return Some(Found { span: words.span_of(first, end), first, end, kind: ValueKind::Duration, normalised });
    }
    lasting(words, at - 1, at, stretch)
}

/// `three years ago`, `a month earlier`: `count` of the noun in the tokens `first..end`.
pub(super) fn ago(words: &Words<'_>, first: usize, end: usize, count: f64, noun: &str, story: Story) -> Option<Found> {
    let stretch = stretch(noun)?;
    let after = words.key(end);
    let tells = match &*after {
        "ago" => true,
        "earlier" => count == 1.0 && matches!(stretch.unit, "year" | "month"),
        _ => false,
    };
    if !tells || stretch.is_clock || &*words.key(end + 1) == "than" {
        return None;
    }
    let steps = -(count * stretch.count).round().min(5000.0) as i32;
    let timex = story.day.and_then(|day| match stretch.unit {
        "year" if steps == -1 => calendar::months_on(day, -12),
        "year" => moved(day, "year", steps),
        "month" => calendar::months_on(day, steps),
        "week" => moved(day, "week", steps),
        _ => day.checked_add(jiff::Span::new().try_days(steps).ok()?).ok().map(calendar::day),
    });
    let mut found = date(words, first, end + 1, timex);
    found.normalised.approximate = stretch.count > 2.0;
    Some(found)
}

/// `the summer`, `the weekend`; `the year` and the like only where an end or start of it is told.
fn with_article(words: &Words<'_>, at: usize, noun: &str, story: Story, floor: usize) -> Option<Found> {
    if let Some(code) = season(noun) {
        let introduced = matches!(
            &*words.key_before(at, 2),
            "in" | "by" | "until" | "during" | "since" | "for" | "over" | "before" | "after" | "of" | "this"
        );
        let direction = direction_at(words, at - 1);
        let timex = story.day.zip(direction).map(|(day, direction)| {
            let shift = if direction == Direction::Future { Shift::Next } else { Shift::Last };
            format!("{:04}-{code}", season_year(day, code, shift))
        });
        return introduced.then(|| date(words, at - 1, at + 1, timex));
    }
    if noun == "weekend" {
        return Some(date(words, at - 1, at + 1, story.day.and_then(|day| moved(day, noun, 0))));
    }
    let known = matches!(noun, "year" | "month" | "week" | "quarter" | "decade" | "century" | "season");
    let edge = edge_before(words, at - 1, floor).filter(|_| known)?;
    let timex = story.day.and_then(|day| moved(day, noun, 0)).map(|timex| edge.of_stretch(noun, timex));
    Some(date(words, edge.first, at + 1, timex))
}

/// The end or start that a phrase tells of: `the end of`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    /// First token of the phrase.
    pub first: usize,
    is_start: bool,
    is_end: bool,
}

/// The edge told in the words before the token `first`, none of them before `floor`.
pub(super) fn edge_before(words: &Words<'_>, first: usize, floor: usize) -> Option<Edge> {
    if &*words.key_before(first, 1) != "of" || first < floor + 2 {
        return None;
    }
    let edge = words.key_before(first, 2);
    let (is_start, is_end) = match &*edge {
        "start" | "beginning" => (true, false),
        "end" | "close" => (false, true),
        "middle" | "turn" => (false, false),
        _ => return None,
    };
    let has_article = first >= floor + 3 && &*words.key_before(first, 3) == "the";
    Some(Edge { first: first - 2 - usize::from(has_article), is_start, is_end })
}

impl Edge {
    fn of_stretch(self, noun: &str, timex: String) -> String {
        match noun {
            "year" if self.is_start => format!("{timex}-01-01"),
            "year" if self.is_end => format!("{timex}-12"),
            _ => timex,
        }
    }

    /// The edge of a month or year by name, from its TIMEX.
    fn of_named(self, timex: String) -> String {
        let edge = match (timex.len(), self.is_start, self.is_end) {
            (4, true, _) => Some(format!("{timex}-01-01")),
            (4, _, true) => Some(format!("{timex}-12")),
            (7, true, _) => Some(format!("{timex}-01")),
            (7, _, true) => {
                let parts = timex.split_once('-').and_then(|(year, month)| Some((year.parse().ok()?, month.parse().ok()?)));
                parts.and_then(|(year, month)| calendar::last_of_month(year, month)).map(calendar::day)
            }
            _ => None,
        };
        edge.unwrap_or(timex)
    }
}

/// A date by name with the edge of it that may be told before: `the end of September`.
pub(super) fn with_edge(words: &Words<'_>, found: Found, floor: usize) -> Found {
    let is_named = found.kind == ValueKind::Date && found.normalised.timex.as_ref().is_none_or(|timex| matches!(timex.len(), 4 | 7));
    let Some(edge) = edge_before(words, found.first, floor).filter(|_| is_named) else { return found };
    let mut found = found;
    found.normalised.timex = found.normalised.timex.map(|timex| edge.of_named(timex));
    found.first = edge.first;
    found.span.start = words.span(edge.first).start;
    found
}

/// `first quarter`, `third quarter of 2025`, `Q3 2025`: the tokens `first..end`.
fn quarter(words: &Words<'_>, first: usize, end: usize, number: i8, story: Story) -> Option<Found> {
    let (year, end) = match (&*words.key(end), &*words.key(end + 1), &*words.key(end + 2)) {
        ("of", "last" | "this" | "next", "year") => {
            let shift = Shift::of(&words.key(end + 1))?;
            (story.day.and_then(|day| Some(day.year() + i16::try_from(shift.steps()).ok()?)), end + 3)
        }
        ("of", "the", "year") => (story.day.map(Date::year), end + 3),
        ("of", _, _) if year_number(words, end + 1).is_some() => (year_number(words, end + 1), end + 2),
        _ if year_number(words, end).is_some() => (year_number(words, end), end + 1),
        _ => {
            let is_future = direction(words, first) == Some(Direction::Future);
            let year = story.day.map(|day| {
                let own = (day.month() - 1) / 3 + 1;
                day.year() + i16::from(is_future && number < own) - i16::from(!is_future && number > own)
            });
            (year, end)
        }
    };
    Some(date(words, first, end, year.map(|year| calendar::quarter(year, number))))
}

/// `Q3`, `first-quarter`: a quarter in one token.
pub(super) fn quarter_token(words: &Words<'_>, at: usize, story: Story) -> Option<Found> {
    let raw = words.raw(at);
    let number = match raw.strip_prefix('Q') {
        Some(digit) if digit.len() == 1 => digit.parse().ok()?,
        _ => {
            let (order, noun) = raw.split_once('-')?;
            ordinal(&super::words::Key::new(order)).filter(|_| noun == "quarter")? as i8
        }
    };
    if !(1..=4).contains(&number) {
        return None;
    }
    quarter(words, at, at + 1, number, story)
}
