//! Amounts that begin with a number: money, percent, quantities, durations, ranges, scores, plain counts.

use super::dates::{self, Story};
use super::found::{Found, Step, measured, number, rounded};
use super::measure::{Measure, after, in_tail};
use super::numerals::{Numeral, numeral};
use super::ranges::{self, Pair};
use super::words::{NameRole, Words};
use super::{ages, not_values, proportions, stretches, times};
use crate::annotation::{Normalised, ValueKind};
use crate::lexicon::measures::{currency_code, currency_sign};
use crate::lexicon::number_words::{cardinal, ordinal, plural_scale, scale};
use crate::text::Span;

/// What the number at the token `at` is; words before it are taken in from the token `floor` on.
pub(super) fn counted(words: &Words<'_>, at: usize, story: Story, floor: usize) -> Step {
    let Some(numeral) = numeral(words, at) else { return Step::Nothing };
    if numeral.is_words && is_no_count(words, &numeral) {
        return Step::Skip(numeral.end);
    }
    if let Some(found) = of_calendar(words, &numeral, story, floor) {
        return Step::Value(found);
    }
    if let Some(end) = not_values::skipped(words, &numeral) {
        return Step::Skip(end.max(at + 1));
    }
    if let Some(found) = ages::counted(words, &numeral).or_else(|| proportions::counted(words, &numeral)) {
        return Step::Value(found);
    }
    let Some(pair) = ranges::pair(words, &numeral, floor) else { return single(words, &numeral, None, story) };
    match pair {
        Pair::Score(found) => Step::Value(found),
        Pair::Range(range) => {
            if let Some(days) = range.days(words, story) {
                return Step::Value(days);
            }
            let measure = after(words, &range.last);
            Step::Value(range.found(words, measure))
        }
        Pair::Skip(end) => Step::Skip(end),
    }
}

/// Dates, times and orders that begin with a number.
fn of_calendar(words: &Words<'_>, numeral: &Numeral<'_>, story: Story, floor: usize) -> Option<Found> {
    if numeral.is_words {
        return times::clock(words, numeral);
    }
    let at = numeral.first;
    ages::decade_of_life(words, at)
        .or_else(|| dates::day_first(words, numeral, story))
        .or_else(|| times::race(words, at))
        .or_else(|| times::clock(words, numeral))
        .or_else(|| is_plain(words, numeral).then(|| dates::in_digits(words, at, floor)).flatten())
        .or_else(|| in_order(words, numeral))
}

/// Whether nothing after the digits makes them an amount.
fn is_plain(words: &Words<'_>, numeral: &Numeral<'_>) -> bool {
    numeral.scale == 1.0 && (!numeral.is_bare || after(words, numeral).is_none())
}

/// `21st`, `the 19th century`.
fn in_order(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Found> {
    let (suffix, rest) = numeral.tail.split_at_checked(2)?;
    let is_order = matches!(suffix, "st" | "nd" | "rd" | "th") && (rest.is_empty() || rest.starts_with('-'));
    if !is_order || numeral.value.fract() != 0.0 {
        return None;
    }
    let is_century = rest == "-century" || rest.is_empty() && &*words.key(numeral.end) == "century";
    if is_century && numeral.value >= 1.0 {
        let end = if rest.is_empty() { numeral.end + 1 } else { numeral.end };
        let normalised = super::found::dated(Some(format!("{:02}", numeral.value - 1.0)));
        return Some(Found { span: words.span_of(numeral.first, end), first: numeral.first, end, kind: ValueKind::Date, normalised });
    }
    let start = words.span(numeral.first).start;
    let span = Span::new(start, numeral.stop + 2);
    Some(Found { span, first: numeral.first, end: numeral.end, kind: ValueKind::Ordinal, normalised: number(numeral.value) })
}

/// `one` as a pronoun, `zero` as a quality, and number words inside other words.
fn is_no_count(words: &Words<'_>, numeral: &Numeral<'_>) -> bool {
    if let Some(rest) = numeral.tail.strip_prefix('-') {
        let piece = super::numerals::first_piece(rest);
        return cardinal(&super::words::Key::new(piece)).is_some()
            || matches!(
                rest,
                "way"
                    | "off"
                    | "sided"
                    | "on-one"
                    | "handed"
                    | "piece"
                    | "star"
                    | "up"
                    | "liner"
                    | "thing"
                    | "ish"
                    | "tolerance"
                    | "figure"
                    | "time"
            );
    }
    if numeral.value == 0.0 {
        return after(words, numeral).is_none();
    }
    if numeral.value != 1.0 || numeral.end != numeral.first + 1 || numeral.tail == "-" {
        return false;
    }
    let next = words.key(numeral.end);
    let before = words.key_before(numeral.first, 1);
    if matches!(
        &*before,
        "no" | "any" | "every" | "each" | "some" | "this" | "that" | "the" | "which" | "another" | "a" | "good" | "new" | "number"
    ) {
        return !matches!(&*before, "the" | "some") || after(words, numeral).is_none();
    }
    let is_idiom =
        &*next == "day" && !matches!(&*before, "for" | "in" | "of" | "than" | "least" | "after" | "within" | "just" | "only" | "about");
    let is_pronoun = !words.is_small(numeral.end)
        || matches!(
            &*next,
            "another"
                | "can"
                | "could"
                | "would"
                | "is"
                | "was"
                | "has"
                | "that"
                | "who"
                | "which"
                | "might"
                | "should"
                | "must"
                | "to"
                | "and"
                | "or"
                | "may"
                | "will"
                | "had"
                | "does"
                | "for"
                | "with"
                | "by"
                | "on"
                | "at"
                | "from"
                | "as"
                | "but"
                | "when"
                | "where"
                | "whose"
                | "the"
                | "if"
        );
    is_idiom || is_pronoun && proportions::counted(words, numeral).is_none()
}

/// A number that stands alone, with what it is measured in; `code` is the money of a sign before it.
fn single(words: &Words<'_>, numeral: &Numeral<'_>, code: Option<&'static str>, story: Story) -> Step {
    let start = words.span(numeral.first).start;
    if let Some(code) = code {
        let span = Span::new(start, numeral.stop);
        return Step::Value(Found {
            span,
            first: numeral.first,
            end: numeral.end,
            kind: ValueKind::Money,
            normalised: measured(numeral.value, code),
        });
    }
    let measure = if numeral.tail.is_empty() { after(words, numeral) } else { in_tail(words, numeral) };
    if let Some(measure) = measure {
        if measure.kind == ValueKind::Duration
            && let Some(ago) = stretches::ago(words, numeral.first, measure.end, numeral.value, &words.key(measure.end - 1), story)
        {
            return Step::Value(ago);
        }
        return Step::Value(measured_as(numeral, start, &measure));
    }
    if !numeral.tail.is_empty() && !numeral.tail.starts_with('-') {
        return Step::Skip(numeral.end);
    }
    let normalised = number(numeral.value);
    let bounded = match numeral.tail {
        "-plus" => Normalised { min: normalised.value, value: None, ..normalised },
        "-odd" | "-ish" => Normalised { approximate: true, ..normalised },
        _ => normalised,
    };
    let span =
        Span::new(start, if matches!(numeral.tail, "-plus" | "-odd" | "-ish") { words.span(numeral.end - 1).end } else { numeral.stop });
    Step::Value(Found { span, first: numeral.first, end: numeral.end, kind: ValueKind::Cardinal, normalised: bounded })
}

fn measured_as(numeral: &Numeral<'_>, start: usize, measure: &Measure) -> Found {
    let normalised = measure.of(rounded(numeral.value));
    Found { span: Span::new(start, measure.stop), first: numeral.first, end: measure.end, kind: measure.kind, normalised }
}

/// Money that begins with a sign or code at the token `at`: `$1.2 million`, `A$5`, `EUR 5m`.
pub(super) fn money(words: &Words<'_>, at: usize, story: Story, floor: usize) -> Step {
    let raw = words.raw(at);
    let letters = if at > floor && words.touches_before(at) { words.raw_before(at, 1) } else { "" };
    let (code, first) = match (currency_sign(letters, raw), currency_code(raw)) {
        (Some(code), _) => (code, at - usize::from(is_sign_letters(letters))),
        (None, Some(code)) => (code, at),
        (None, None) => return Step::Nothing,
    };
    let Some(mut numeral) = numeral(words, at + 1).filter(|numeral| !numeral.is_words) else { return Step::Nothing };
    million_in_tail(&mut numeral);
    if let Some(Pair::Range(range)) = ranges::pair(words, &numeral, floor) {
        return Step::Value(range.in_money(words, first, code));
    }
    let Step::Value(mut found) = single(words, &numeral, Some(code), story) else { return Step::Nothing };
    found.first = first;
    found.span.start = words.span(first).start;
    Step::Value(found)
}

/// `14m` after a sign of money: not metres.
pub(super) fn million_in_tail(numeral: &mut Numeral<'_>) {
    let by = match numeral.tail {
        "m" | "M" => 1e6,
        "k" | "K" => 1e3,
        "B" | "b" => 1e9,
        "T" | "t" => 1e12,
        _ => return,
    };
    numeral.multiply(by, numeral.stop + 1, "");
}

/// Letters of a country before its sign.
fn is_sign_letters(letters: &str) -> bool {
    matches!(letters, "US" | "A" | "AU" | "C" | "CA" | "NZ" | "HK" | "S" | "NT" | "R" | "E")
}

/// An order in words: `the third`, `finished second`.
pub(super) fn in_order_by_word(words: &Words<'_>, at: usize) -> Option<Found> {
    let place = ordinal(&words.key(at))?;
    let before = words.key_before(at, 1);
    let is_start = at == words.start();
    let is_name = words.role(at) != NameRole::None || words.is_capitalized(at) && (!is_start || words.is_capitalized(at + 1));
    let next = words.raw(at + 1);
    let is_determined = matches!(
        &*before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "its"
            | "their"
            | "our"
            | "my"
            | "your"
            | "this"
            | "that"
            | "another"
            | "every"
            | "each"
            | "'s"
            | "very"
            | "in"
            | "finished"
            | "placed"
            | "came"
            | "ranked"
            | "was"
            | "is"
    );
    let counts = if place <= 2 { is_determined || is_start && words.is_small(at + 1) && next != "of" } else { true };
    let is_idiom =
        &*before == "at" || matches!(next, "," | "-") && is_start || &*before == "per" || next == "of" && &*words.key(at + 2) == "all";
    let is_compound = place == 1 && matches!(next, "name" | "names" | "mate" | "aid" | "class" | "hand" | "language" | "duty" | "instance");
    if is_name || !counts || is_idiom || is_compound {
        return None;
    }
    let span = words.span(at);
    Some(Found { span, first: at, end: at + 1, kind: ValueKind::Ordinal, normalised: number(f64::from(place)) })
}

/// `dozens`, `tens of thousands`, `a few hundred`: twice the unit or more.
pub(super) fn vague(words: &Words<'_>, at: usize, floor: usize) -> Option<Found> {
    let key = words.key(at);
    let counted = |first: usize, end: usize, least: f64| Found {
        span: words.span_of(first, end),
        first,
        end,
        kind: ValueKind::Cardinal,
        normalised: Normalised { min: Some(least), approximate: true, ..Normalised::default() },
    };
    if let Some(by) = scale(&key).filter(|_| key.len() > 3) {
        let quantifier = matches!(&*words.key_before(at, 1), "few" | "several") && at > floor;
        let length = 1 + usize::from(&*words.key_before(at, 2) == "a" && at > floor + 1);
        return quantifier.then(|| counted(at - length, at + 1, 2.0 * by));
    }
    let by = plural_scale(&key)?;
    if matches!(&*key, "tens" | "scores") && &*words.key(at + 1) != "of" {
        return None;
    }
    let of_scale = (&*words.key(at + 1) == "of").then(|| plural_scale(&words.key(at + 2))).flatten().filter(|next| *next > by);
    match of_scale {
        Some(next) => Some(counted(at, at + 3, 2.0 * by * next)),
        None => Some(counted(at, at + 1, 2.0 * by)),
    }
}
