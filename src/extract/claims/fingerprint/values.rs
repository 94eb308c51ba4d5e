//! What the values of a claim come to.

use std::borrow::Cow;

use super::ContentReader;
use super::gathered::Gathered;
use super::keys::{date_key, date_keys, figure_key, same_month, seconds};
use crate::annotation::{Normalised, Value, ValueKind};
use crate::lexicon::{WordKey, number_words};

/// Longest joint of two days of a month with its spaces, in bytes: ` and `.
const LONGEST_JOINT: usize = 5;

impl ContentReader<'_> {
    /// Where the value stands among those of the document.
    fn index_of(&self, value: &Value) -> usize {
        self.values.partition_point(|other| other.span.start < value.span.start)
    }

    /// The seconds of `2 hours, 19 minutes and 44 seconds`, with its first value; nothing with the others; `None` for what stands alone.
    fn run_of_durations(&self, value: &Value) -> Option<Option<f64>> {
        let at = self.index_of(value);
        let goes_on = |first: usize| {
            let (Some(one), Some(next)) = (self.values.get(first), self.values.get(first + 1)) else { return false };
            let gap = self.document.text().get(one.span.end..next.span.start).unwrap_or_default();
            seconds(one).is_some() && seconds(next).is_some() && matches!(gap.trim(), "" | "," | "and" | ", and")
        };
        if at > 0 && goes_on(at - 1) {
            return Some(None);
        }
        let more = (at..self.values.len()).take_while(|first| goes_on(*first)).count();
        (more > 0).then(|| Some(self.values[at..=at + more].iter().filter_map(seconds).sum()))
    }

    /// The date of a number that is a day of the month beside another: `6` of `6 to 10 December`, `10` of `December 6 to 10`.
    fn day_of_range(&self, value: &Value, before: &str, after: &str) -> Option<String> {
        let day =
            value.normalised.value.filter(|day| value.kind == ValueKind::Cardinal && day.fract() == 0.0 && (1.0..=31.0).contains(day))?;
        let joins = |word: &str| matches!(word, "to" | "and" | "or" | "-" | "–");
        let at = self.index_of(value);
        let is_near = |first: &Value, second: &Value| second.span.start - first.span.end <= LONGEST_JOINT;
        let next = self.values.get(at + 1).filter(|next| joins(after) && is_near(value, next));
        let last = || at.checked_sub(1).map(|last| &self.values[last]).filter(|last| joins(before) && is_near(last, value));
        let date = next.or_else(last).filter(|date| date.kind == ValueKind::Date)?;
        same_month(&date_key(date, self.document.slice(date.span)), day)
    }

    /// The value with what it leaves to the words around it: `to 36` of `from 40 hours to 36`, `exceeded 9`.
    fn in_full<'v>(&self, value: &'v Value, before: &str) -> Cow<'v, Value> {
        if matches!(before, "exceed" | "exceeds" | "exceeded" | "exceeding") && value.normalised.min.is_none() {
            let mut bounded = value.clone();
            bounded.normalised.min = bounded.normalised.value.take();
            return Cow::Owned(bounded);
        }
        let at = self.index_of(value);
        let goes = |first: &Value, last: &Value| {
            matches!(self.document.text().get(first.span.end..last.span.start).map(str::trim), Some("to" | "from" | "instead of"))
        };
        // cents are kept as dollars
        let has_unit =
            |other: &&Value| other.normalised.unit.is_some() && other.normalised.value.is_some() && other.kind != ValueKind::Money;
        let last = at.checked_sub(1).map(|last| &self.values[last]).filter(|last| goes(last, value)).filter(has_unit);
        let next = || self.values.get(at + 1).filter(|next| goes(value, next)).filter(has_unit);
        match last.or_else(next) {
            Some(other) if value.kind == ValueKind::Cardinal && value.normalised.unit.is_none() => {
                let normalised = Normalised { unit: other.normalised.unit.clone(), ..value.normalised.clone() };
                Cow::Owned(Value { kind: other.kind, normalised, ..value.clone() })
            }
            _ => Cow::Borrowed(value),
        }
    }

    /// Adds what the value comes to; with `from` and `to` where it says whence and whither something went.
    pub(super) fn add_value(&self, value: &Value, index: usize, gathered: &mut Gathered<'_>) {
        let before = |back: usize| index.checked_sub(back).map_or("", |at| self.document.word(at));
        let end = self.document.tokens().partition_point(|token| token.span.start < value.span.end);
        let after = if end < self.document.tokens().len() { self.document.word(end) } else { "" };
        // `not one of the jets`: none
        if matches!((before(1), after), ("not" | "Not", "of")) && value.kind == ValueKind::Cardinal && value.normalised.value == Some(1.0) {
            return;
        }
        if let Some(day) = self.day_of_range(value, before(1), after) {
            return gathered.dates.push(day);
        }
        if matches!(value.kind, ValueKind::Date | ValueKind::Time) {
            let is_late = before(1) == "late" || before(2) == "late" && before(1) == "on";
            return gathered.dates.extend(date_keys(value, self.document.slice(value.span), is_late));
        }
        // `wants to halve`
        let change = change_of(self.document.slice(value.span));
        let way = if change.is_some() { "" } else { way([before(3), before(2), before(1)], value.kind) };
        if let Some(run) = self.run_of_durations(value) {
            return gathered.figures.extend(run.map(|seconds| (way, format!("{seconds}second"))));
        }
        gathered.words.extend(change.map(Cow::from));
        let figure = self.figure(value, before(1), after, gathered);
        gathered.figures.push((way, figure));
    }

    /// The figure of a value that is no date, between the words `before` and `after` it.
    fn figure(&self, value: &Value, before: &str, after: &str, gathered: &mut Gathered<'_>) -> String {
        let counts_points = matches!(value.kind, ValueKind::Cardinal | ValueKind::Proportion) && matches!(after, "point" | "points");
        gathered.skipped = usize::from(counts_points);
        // `a ten-year low`
        let extreme = [("low", "lowest"), ("high", "highest")].into_iter().find(|(word, _)| *word == after);
        gathered.words.extend(extreme.filter(|_| value.kind == ValueKind::Duration).map(|(_, most)| most.into()));
        // `stage nine`: the ninth
        let is_order = value.kind == ValueKind::Cardinal && matches!(before, "stage" | "round" | "leg" | "race") && !after.ends_with('s');
        let order = if is_order { "#" } else { "" };
        // `a quarter point`
        let part = value.normalised.value.filter(|_| counts_points && value.kind == ValueKind::Proportion);
        let amount = part.map_or_else(|| figure_key(&self.in_full(value, before)), |part| part.to_string());
        let bound = if value.kind == ValueKind::Duration && before == "within" { ".." } else { "" };
        let unit = if counts_points { "percentage point" } else { "" };
        format!("{bound}{order}{amount}{unit}")
    }
}

/// Whether something went from or to a value of the kind, by the three words before it.
fn way(before: [&str; 3], kind: ValueKind) -> &'static str {
    match before {
        ["go" | "goes" | "going" | "gone" | "went", "up", "to"] => "to ",
        [_, "up" | "close" | "votes" | "due", "to"] => "",
        // `slowed to a three-year low of 2.9 percent`
        [_, "low" | "high" | "peak" | "record" | "trough", "of"] => "to ",
        [_, _, "at"] if kind == ValueKind::Money => "to ",
        [_, _, "from"] | [_, "instead", "of"] => "from ",
        [_, _, "to" | "reached" | "reaching" | "hit" | "hitting" | "reach"] => "to ",
        _ => "",
    }
}

/// The direction that a multiple tells: `halved` falls, `doubled` rises.
fn change_of(words: &str) -> Option<&'static str> {
    let last = WordKey::new(words.rsplit(' ').next()?)?;
    let by = number_words::multiple(last.as_str()).filter(|_| !last.as_str().ends_with("fold"))?;
    Some(if by < 1.0 { "fall" } else { "rise" })
}
