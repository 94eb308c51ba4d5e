//! Days and stretches of the calendar, resolved against the day of the story and written as ISO 8601.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

use crate::lexicon::calendar_words::Feast;

/// On which side of the story's day something lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// Before it, or on it.
    Past,
    /// On it, or after.
    Future,
}

/// A stretch before, around or after the one that the story's day lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shift {
    /// `last`.
    Last,
    /// `this`.
    This,
    /// `next`.
    Next,
}

impl Shift {
    /// The shift that `word` makes.
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "last" | "previous" | "past" => Some(Self::Last),
            "this" | "current" => Some(Self::This),
            "next" | "coming" => Some(Self::Next),
            _ => None,
        }
    }

    /// By how many stretches.
    pub(super) fn steps(self) -> i32 {
        match self {
            Self::Last => -1,
            Self::This => 0,
            Self::Next => 1,
        }
    }
}

/// The last or next day of the number `weekday`, Monday 1; the story's own counts for both.
pub(super) fn weekday(story: Date, weekday: i8, direction: Direction) -> Option<Date> {
    let ahead = i32::from((weekday - story.weekday().to_monday_one_offset()).rem_euclid(7));
    let days = match direction {
        Direction::Future => ahead,
        Direction::Past if ahead == 0 => 0,
        Direction::Past => ahead - 7,
    };
    story.checked_add(days.days()).ok()
}

/// `last Tuesday` and `next Tuesday`, which are never the story's own day; `this Tuesday` is the one of its week.
pub(super) fn shifted_weekday(story: Date, number: i8, shift: Shift) -> Option<Date> {
    let in_week = i32::from(number - story.weekday().to_monday_one_offset());
    let days = match shift {
        Shift::Last if in_week < 0 => in_week,
        Shift::Last => in_week - 7,
        Shift::This => in_week,
        Shift::Next if in_week > 0 => in_week,
        Shift::Next => in_week + 7,
    };
    story.checked_add(days.days()).ok()
}

/// The year of the last or next `month`; the story's own month counts for both.
pub(super) fn year_of_month(story: Date, month: i8, direction: Direction) -> i16 {
    match direction {
        Direction::Past if month > story.month() => story.year() - 1,
        Direction::Future if month < story.month() => story.year() + 1,
        _ => story.year(),
    }
}

/// The last or next day of the year with that month and day; the story's own counts for both.
pub(super) fn day_of_year(story: Date, month: i8, day: i8, direction: Direction) -> Option<Date> {
    let of_year = |year| Date::new(year, month, day).ok();
    let own = of_year(story.year());
    match (direction, own) {
        (Direction::Past, Some(own)) if own <= story => Some(own),
        (Direction::Past, _) => of_year(story.year() - 1).or(own),
        (Direction::Future, Some(own)) if own >= story => Some(own),
        (Direction::Future, _) => of_year(story.year() + 1).or(own),
    }
}

/// The feast in `year`.
pub(super) fn feast(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Thanksgiving => Date::new(year, 11, 1).ok()?.nth_weekday_of_month(4, Weekday::Thursday).ok(),
        Feast::Easter(days) => easter(year)?.checked_add(i32::from(days).days()).ok(),
        Feast::Other => None,
    }
}

/// Easter Sunday of the Gregorian calendar, after the anonymous algorithm of Nature 13 (1876), 487.
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - correction - rest % 4) % 7;
    let late = (golden + 11 * correction + 22 * weekday) / 451;
    let days = correction + weekday - 7 * late + 114;
    Date::new(i16::try_from(year).ok()?, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

/// `2026-03-02`.
pub(super) fn day(day: Date) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// `2026-03`.
pub(super) fn month(year: i16, month: i8) -> String {
    format!("{year:04}-{month:02}")
}

/// `2026-W17`.
pub(super) fn week(day: Date) -> String {
    let week = day.iso_week_date();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// `2026-Q2`.
pub(super) fn quarter(year: i16, quarter: i8) -> String {
    format!("{year:04}-Q{quarter}")
}

/// Last day of a month.
pub(super) fn last_of_month(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

/// The month `months` after that of `story`.
pub(super) fn months_on(story: Date, months: i32) -> Option<String> {
    let first = date(story.year(), story.month(), 1);
    first.checked_add(months.months()).ok().map(|moved| month(moved.year(), moved.month()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_lie_before_or_after() {
        let story = date(2026, 5, 6); // a Wednesday
        assert_eq!(weekday(story, 1, Direction::Past).map(day).as_deref(), Some("2026-05-04"));
        assert_eq!(weekday(story, 3, Direction::Past).map(day).as_deref(), Some("2026-05-06"));
        assert_eq!(weekday(story, 1, Direction::Future).map(day).as_deref(), Some("2026-05-11"));
        assert_eq!(shifted_weekday(story, 3, Shift::Last).map(day).as_deref(), Some("2026-04-29"));
        assert_eq!(shifted_weekday(story, 5, Shift::Next).map(day).as_deref(), Some("2026-05-08"));
    }

    #[test]
    fn feasts_move() {
        assert_eq!(feast(Feast::Easter(0), 2026).map(day).as_deref(), Some("2026-04-05"));
        assert_eq!(feast(Feast::Easter(0), 2024).map(day).as_deref(), Some("2024-03-31"));
        assert_eq!(feast(Feast::Thanksgiving, 2025).map(day).as_deref(), Some("2025-11-27"));
    }

    #[test]
    fn a_day_that_a_year_lacks_is_none() {
        assert_eq!(day_of_year(date(2026, 3, 1), 2, 29, Direction::Past), None);
        assert_eq!(day_of_year(date(2026, 3, 1), 13, 40, Direction::Past), None);
    }
}
