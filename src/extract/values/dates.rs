//! Days, months and years by name: `Tuesday`, `March 3, 2026`, `3 March`, `in May`, `the 1990s`, `Christmas`.

use jiff::civil::Date;

use super::calendar::{self, Direction, Shift};
use super::found::{Found, dated};
use super::numerals::{Numeral, numeral};
use super::stretches::edge_before;
use super::tense::direction;
use super::words::{Key, NameRole, Words};
use crate::annotation::ValueKind;
use crate::lexicon::calendar_words::{feast, month, part_of_day, weekday};

/// What dates are resolved against.
#[derive(Debug, Clone, Copy)]
pub(super) struct Story {
    /// Day of the story; `None` where it has none.
    pub day: Option<Date>,
    /// The year named last, for `the following year`.
    pub year: Option<i16>,
}

/// The date by name that begins at the token `at`; words before it are taken in from the token `floor` on.
pub(super) fn named(words: &Words<'_>, at: usize, story: Story, floor: usize) -> Option<Found> {
    let key = words.key(at);
    if let Some(number) = month(&key).filter(|_| words.is_capitalized(at)) {
        return month_first(words, at, number, story, floor);
    }
    if let Some(number) = weekday(&key).filter(|_| words.is_capitalized(at)) {
        return on_weekday(words, at, number, story, floor);
    }
    if let Some((part, rest)) = words.raw(at).split_once('-').filter(|(part, _)| matches!(*part, "mid" | "Mid" | "end" | "End")) {
        return part_of_period(words, at, part, rest, story);
    }
    if let Some((feast, length)) = feast(&key, &words.key(at + 1)).filter(|_| words.is_capitalized(at)) {
        return on_feast(words, at, length, feast, story, floor);
    }
    let days = match &*key {
        "today" => 0,
        "yesterday" => -1,
        "tomorrow" => 1,
        "tonight" => return Some(part_of(words, at, at + 1, story.day, "NI")),
        _ => return None,
    };
    let day = story.day.and_then(|day| day.checked_add(jiff::Span::new().days(days)).ok());
    if let Some(code) = part_of_day(&words.key(at + 1)) {
        return Some(part_of(words, at, at + 2, day, code));
    }
    Some(date(words, at, at + 1, day.map(calendar::day)))
}

fn date(words: &Words<'_>, first: usize, end: usize, timex: Option<String>) -> Found {
    Found { span: words.span_of(first, end), first, end, kind: ValueKind::Date, normalised: dated(timex) }
}

fn part_of(words: &Words<'_>, first: usize, end: usize, day: Option<Date>, code: &str) -> Found {
    let timex = day.map(|day| format!("{}T{code}", calendar::day(day)));
    Found { span: words.span_of(first, end), first, end, kind: ValueKind::Time, normalised: dated(timex) }
}

/// Direction of the date whose first token is `first`; a term (`by Friday`) lies ahead unless a verb says otherwise.
pub(super) fn direction_at(words: &Words<'_>, first: usize) -> Option<Direction> {
    let found = direction(words, first);
    let first = edge_before(words, first, words.start()).map_or(first, |edge| edge.first);
    let is_term = matches!(&*words.key_before(first, 1), "by" | "until" | "till" | "before");
    if found.is_none() && is_term { Some(Direction::Future) } else { found }
}

/// The year of a month whose first token is `first`; a term told in the past is the nearest one.
fn year_at(words: &Words<'_>, first: usize, story: Date, number: i8) -> i16 {
    let edge = edge_before(words, first, words.start()).map_or(first, |edge| edge.first);
    let is_term = &*words.key_before(edge, 1) == "by";
    let direction = direction_at(words, first).unwrap_or(Direction::Past);
    let ahead = (number - story.month()).rem_euclid(12);
    let direction = if is_term && direction == Direction::Past && ahead < 6 { Direction::Future } else { direction };
    calendar::year_of_month(story, number, direction)
}

/// The bare number of one or two digits at the token, with `st`, `th`, as a day of a month.
fn day_number(words: &Words<'_>, at: usize) -> Option<i8> {
    let raw = words.raw(at);
    let digits = raw.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let is_plain = matches!(&raw[digits.len()..], "" | "st" | "nd" | "rd" | "th") && digits.len() <= 2;
    let amount_follows = matches!(words.raw(at + 1), "%" | "percent" | "million" | "billion");
    digits.parse().ok().filter(|day| is_plain && !amount_follows && (1..=31).contains(day))
}

/// The year that the token is: four digits.
pub(super) fn year_number(words: &Words<'_>, at: usize) -> Option<i16> {
    let raw = words.raw(at);
    let is_year = raw.len() == 4 && raw.bytes().all(|byte| byte.is_ascii_digit());
    raw.parse().ok().filter(|year| is_year && (1500..2100).contains(year))
}

/// The year after a day or month, over a comma, and the token after it.
fn year_after(words: &Words<'_>, at: usize) -> Option<(i16, usize)> {
    let at = if words.raw(at) == "," { at + 1 } else { at };
    Some((year_number(words, at)?, at + 1))
}

/// `March 3, 2026`, `March 2026`, `in March`, `last March`.
fn month_first(words: &Words<'_>, at: usize, number: i8, story: Story, floor: usize) -> Option<Found> {
    if let Some(day) = day_number(words, at + 1) {
        return Some(on_day(words, at, at + 2, number, day, story));
    }
    if let Some((first_day, last_day)) = day_range(words.raw(at + 1)) {
        let mut found = on_day(words, at, at + 2, number, first_day, story);
        let begin = found.normalised.timex.take();
        found.normalised.timex = begin.map(|begin| format!("{begin}/{}{last_day:02}", &begin[..8]));
        return Some(found);
    }
    if let Some(year) = year_number(words, at + 1) {
        return Some(date(words, at, at + 2, Some(calendar::month(year, number))));
    }
    let before = words.key_before(at, 1);
    if at > floor
        && let Some(shift) = Shift::of(&before)
    {
        let year = story.day.map(|day| shifted_year(day, number, shift));
        return Some(date(words, at - 1, at + 1, year.map(|year| calendar::month(year, number))));
    }
    let is_word_too = matches!(words.raw(at), "May" | "March" | "Mar" | "Jan");
    let introduced = matches!(
        &*before,
        "in" | "since"
            | "until"
            | "till"
            | "by"
            | "of"
            | "from"
            | "early"
            | "late"
            | "mid"
            | "through"
            | "to"
            | "between"
            | "during"
            | "before"
            | "after"
            | "for"
            | "and"
            | "every"
            | "each"
    );
    let is_name = words.is_capitalized(at + 1) && words.role(at + 1) != NameRole::None;
    // `May's local elections`
    let owns = matches!(words.raw(at + 1), "'s" | "’s") && at > words.start() && !words.is_capitalized(at - 1);
    if is_word_too && !owns && (!introduced || is_name) {
        return None;
    }
    let first = if at > floor && matches!(&*before, "early" | "late") { at - 1 } else { at };
    let year = story.day.map(|day| year_at(words, first, day, number));
    Some(date(words, first, at + 1, year.map(|year| calendar::month(year, number))))
}

/// `3-5` after a month.
fn day_range(raw: &str) -> Option<(i8, i8)> {
    let (first, last) = raw.split_once(['-', '–'])?;
    let (first, last): (i8, i8) = (first.parse().ok()?, last.parse().ok()?);
    (1 <= first && first < last && last <= 31).then_some((first, last))
}

fn shifted_year(story: Date, number: i8, shift: Shift) -> i16 {
    match shift {
        Shift::Last if number >= story.month() => story.year() - 1,
        Shift::Next if number <= story.month() => story.year() + 1,
        _ => story.year(),
    }
}

/// The day of a month in the tokens `first..end`, with the year that may follow.
fn on_day(words: &Words<'_>, first: usize, end: usize, month: i8, day: i8, story: Story) -> Found {
    if let Some((year, end)) = year_after(words, end) {
        return date(words, first, end, Date::new(year, month, day).ok().map(calendar::day));
    }
    let resolved = story.day.and_then(|story_day| match direction_at(words, first) {
        Some(direction) => calendar::day_of_year(story_day, month, day, direction),
        None => nearest(story_day, month, day),
    });
    date(words, first, end, resolved.map(calendar::day))
}

/// The day of that month and number that is nearest to the story's.
fn nearest(story: Date, month: i8, day: i8) -> Option<Date> {
    let sides = [Direction::Past, Direction::Future].map(|direction| calendar::day_of_year(story, month, day, direction));
    sides.into_iter().flatten().min_by_key(|date| date.since(story).map_or(i32::MAX, |span| span.get_days().abs()))
}

/// `3 March 2026`, `3rd of March`: the day is `numeral`.
pub(super) fn day_first(words: &Words<'_>, numeral: &Numeral<'_>, story: Story) -> Option<Found> {
    let day = day_number(words, numeral.first)?;
    let at = if &*words.key(numeral.first + 1) == "of" { numeral.first + 2 } else { numeral.first + 1 };
    let number = month(&words.key(at)).filter(|_| words.is_capitalized(at))?;
    Some(on_day(words, numeral.first, at + 1, number, day, story))
}

/// `Tuesday`, `late Monday`, `Monday night`, `next Friday`, `Tuesday, March 3`.
fn on_weekday(words: &Words<'_>, at: usize, number: i8, story: Story, floor: usize) -> Option<Found> {
    let before = words.key_before(at, 1);
    let shift = Shift::of(&before).filter(|_| at > floor);
    let is_late = at > floor && &*before == "late";
    let is_early = at > floor && &*before == "early";
    let first = if shift.is_some() || is_late || is_early { at - 1 } else { at };
    if let Some(mut exact) = exact_after(words, at + 1, story) {
        exact.first = first;
        exact.span.start = words.span(first).start;
        return Some(exact);
    }
    let day = story.day.and_then(|day| match shift {
        Some(shift) => calendar::shifted_weekday(day, number, shift),
        None => calendar::weekday(day, number, direction_at(words, first).unwrap_or(Direction::Past)),
    });
    if let Some(code) = part_of_day(&words.key(at + 1)) {
        return Some(part_of(words, first, at + 2, day, code));
    }
    if is_late {
        return Some(part_of(words, first, at + 1, day, "NI"));
    }
    Some(date(words, first, at + 1, day.map(calendar::day)))
}

/// The day of a month right after a weekday, over a comma.
fn exact_after(words: &Words<'_>, at: usize, story: Story) -> Option<Found> {
    let at = if words.raw(at) == "," { at + 1 } else { at };
    if let Some(number) = month(&words.key(at)).filter(|_| words.is_capitalized(at)) {
        let day = day_number(words, at + 1)?;
        return Some(on_day(words, at, at + 2, number, day, story));
    }
    day_first(words, &numeral(words, at)?, story)
}

/// `mid-March`, `mid-1990s`, `end-June`, `end-2027`: the period, of a year's end its last month.
fn part_of_period(words: &Words<'_>, at: usize, part: &str, rest: &str, story: Story) -> Option<Found> {
    if let Some(number) = month(&Key::new(rest)) {
        let year = story.day.map(|day| year_at(words, at, day, number));
        return Some(date(words, at, at + 1, year.map(|year| calendar::month(year, number))));
    }
    if part.eq_ignore_ascii_case("end")
        && let Some(year) = rest.parse().ok().filter(|year| rest.len() == 4 && (1500..2100).contains(year))
    {
        return Some(date(words, at, at + 1, Some(calendar::month(year, 12))));
    }
    Some(date(words, at, at + 1, Some(decade(rest)?)))
}

fn on_feast(
    words: &Words<'_>,
    at: usize,
    length: usize,
    which: crate::lexicon::calendar_words::Feast,
    story: Story,
    floor: usize,
) -> Option<Found> {
    let shift = Shift::of(&words.key_before(at, 1)).filter(|_| at > floor);
    let first = if shift.is_some() { at - 1 } else { at };
    if let Some(year) = year_number(words, at + length) {
        return Some(date(words, first, at + length + 1, calendar::feast(which, year).map(calendar::day)));
    }
    let day = story.day.and_then(|story_day| {
        let ahead = matches!((shift, direction_at(words, first)), (Some(Shift::Next), _) | (None, Some(Direction::Future)));
        let own = calendar::feast(which, story_day.year())?;
        let year = match ahead {
            true if own < story_day => story_day.year() + 1,
            false if own > story_day => story_day.year() - 1,
            _ => story_day.year(),
        };
        calendar::feast(which, year)
    });
    Some(date(words, first, at + length, day.map(calendar::day)))
}

/// TIMEX of a decade's or century's years: `196` of `1960s`, `199` of `'90s`.
pub(super) fn decade(raw: &str) -> Option<String> {
    let digits = raw.strip_suffix('s')?;
    let digits = digits.strip_suffix(['\'', '’']).unwrap_or(digits);
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || !digits.ends_with('0') {
        return None;
    }
    match digits.len() {
        4 if digits.ends_with("00") => Some(digits[..2].to_owned()),
        4 => Some(digits[..3].to_owned()),
        2 => {
            let century = if digits < "30" { "20" } else { "19" };
            Some(format!("{century}{}", &digits[..1]))
        }
        _ => None,
    }
}

/// `2024`, `2023-24`, `the 1960s`, `the '90s`: years in digits, at the token `at`.
pub(super) fn in_digits(words: &Words<'_>, at: usize, floor: usize) -> Option<Found> {
    let raw = words.raw(at);
    let bare = raw.strip_prefix(['\'', '’']).unwrap_or(raw);
    let has_article = at > floor && &*words.key_before(at, 1) == "the";
    if let Some(timex) = decade(bare).filter(|_| bare.len() >= 5 || bare.len() < raw.len() || has_article) {
        let has_part = at > floor + 1 && matches!(&*words.key_before(at, 1), "early" | "late") && &*words.key_before(at, 2) == "the";
        let first = at - if has_part { 2 } else { usize::from(has_article) };
        return Some(date(words, first, at + 1, Some(timex)));
    }
    if let Some((first, last)) = raw.split_once(['-', '–', '/']).filter(|(first, _)| first.len() == 4) {
        let year: i16 = first.parse().ok().filter(|year| (1800..2100).contains(year))?;
        let full = if last.len() == 2 { format!("{}{last}", &first[..2]) } else { last.to_owned() };
        let end: i16 = full.parse().ok().filter(|end| *end > year && *end < 2100)?;
        return Some(date(words, at, at + 1, Some(format!("{year}/{end}"))));
    }
    if let Some(day) = iso_day(raw) {
        return Some(date(words, at, at + 1, Some(calendar::day(day))));
    }
    let year = year_number(words, at)?;
    is_year_here(words, at).then(|| date(words, at, at + 1, Some(format!("{year:04}"))))
}

fn iso_day(raw: &str) -> Option<Date> {
    if raw.len() != 10 { None } else { raw.parse().ok() }
}

/// Whether four digits are a year where they stand, not a count.
fn is_year_here(words: &Words<'_>, at: usize) -> bool {
    let before = words.key_before(at, 1);
    let introduced = matches!(
        &*before,
        "in" | "since"
            | "by"
            | "until"
            | "till"
            | "of"
            | "from"
            | "before"
            | "after"
            | "during"
            | "through"
            | "early"
            | "late"
            | "mid"
            | "the"
            | "a"
            | "'s"
            | "his"
            | "her"
            | "its"
            | "their"
            | "and"
            | "to"
            | "between"
            | "for"
            | "around"
            | "about"
            | "summer"
            | "spring"
            | "autumn"
            | "fall"
            | "winter"
            | "("
            | ""
    );
    if words.is_plural(at + 1) {
        return introduced && !matches!(&*before, "of" | "from" | "by" | "to" | "and" | "for" | "around" | "about" | "the" | "after" | "");
    }
    true
}
