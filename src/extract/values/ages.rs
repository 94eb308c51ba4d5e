//! Ages: `34-year-old`, `aged 34`, `Brandt, 34,`, `34 years old`, `in his thirties`.

use super::found::{Found, measured};
use super::numerals::Numeral;
use super::words::{NameRole, Words};
use crate::annotation::{Normalised, ValueKind};
use crate::lexicon::measures::stretch;
use crate::text::Span;

/// Nobody is older, in years.
const OLDEST: f64 = 125.0;

fn age(words: &Words<'_>, first: usize, end: usize, years: f64) -> Found {
    let normalised = Normalised { age: true, timex: Some(format!("P{years}Y")), ..measured(years, "year") };
    Found { span: words.span_of(first, end), first, end, kind: ValueKind::Duration, normalised }
}

/// The age that `numeral` is.
pub(super) fn counted(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Found> {
    let (first, end) = (numeral.first, numeral.end);
    if let Some(rest) = numeral.tail.strip_prefix('-') {
        return in_token(words, numeral, rest);
    }
    if !numeral.tail.is_empty() {
        return None;
    }
    let next = words.key(end);
    if let Some(stretch) = stretch(&next) {
        let is_old = &*words.key(end + 1) == "old" || &*words.key(end + 1) == "of" && &*words.key(end + 2) == "age";
        let last = if &*words.key(end + 1) == "old" { end + 2 } else { end + 3 };
        return is_old.then(|| {
            let mut found = age(words, first, last, numeral.value * stretch.count);
            found.normalised.unit = Some(stretch.unit.to_owned());
            found.normalised.timex = Some(format!("P{}{}", numeral.value * stretch.count, stretch.letter));
            found
        });
    }
    let fits = numeral.scale == 1.0 && numeral.value.fract() == 0.0 && (1.0..=OLDEST).contains(&numeral.value);
    (fits && (is_introduced(words, first) || follows_person(words, first, end))).then(|| age(words, first, end, numeral.value))
}

/// `34-year-old`, `18-month-old`: the whole token.
fn in_token(words: &Words<'_>, numeral: &Numeral<'_>, rest: &str) -> Option<Found> {
    let mut pieces = rest.split('-');
    let stretch = stretch(pieces.next()?)?;
    matches!(pieces.next(), Some("old" | "olds")).then(|| {
        let mut found = age(words, numeral.first, numeral.end, numeral.value * stretch.count);
        found.normalised.unit = Some(stretch.unit.to_owned());
        found.normalised.timex = Some(format!("P{}{}", numeral.value, stretch.letter));
        found
    })
}

/// `aged 34`, `at the age of 34`, `people over 70`.
fn is_introduced(words: &Words<'_>, first: usize) -> bool {
    let one = words.key_before(first, 1);
    let two = words.key_before(first, 2);
    match (&*two, &*one) {
        (_, "aged" | "age" | "ages") | ("age" | "ages", "of") => true,
        (people, "over" | "under") => {
            matches!(
                people,
                "anyone" | "people" | "those" | "everyone" | "adults" | "children" | "residents" | "homeowners" | "voters" | "drivers"
            ) && !words.is_plural(first + 1)
        }
        _ => false,
    }
}

/// `Brandt, 34,` and `Brandt (34)`.
fn follows_person(words: &Words<'_>, first: usize, end: usize) -> bool {
    let before = words.raw_before(first, 1);
    let after = words.raw(end);
    let closes = match before {
        "," => {
            matches!(after, "," | "." | ";" | ")" | "–" | "—" | "")
                || matches!(&*words.key(end), "and" | "who" | "of" | "was" | "said" | "from")
        }
        "(" => after == ")",
        _ => return false,
    };
    closes && first >= 2 && (words.role(first - 2) == NameRole::Person || is_person_noun(words, first))
}

/// Whether `the driver` or the like stands two tokens before the token `first`.
fn is_person_noun(words: &Words<'_>, first: usize) -> bool {
    let noun = words.key_before(first, 2);
    let is_known = matches!(
        &*noun,
        "man"
            | "woman"
            | "boy"
            | "girl"
            | "teenager"
            | "defendant"
            | "suspect"
            | "victim"
            | "driver"
            | "passenger"
            | "pensioner"
            | "student"
    );
    is_known && (3..=5).any(|back| matches!(&*words.key_before(first, back), "the" | "a" | "an" | "one" | "another"))
}

/// `30s` and `thirties` after `his` or `her`, at the token `at`.
pub(super) fn decade_of_life(words: &Words<'_>, at: usize) -> Option<Found> {
    let has_part = matches!(&*words.key_before(at, 1), "early" | "late" | "mid");
    if !matches!(&*words.key_before(at, 1 + usize::from(has_part)), "his" | "her" | "their" | "my") {
        return None;
    }
    let raw = words.raw(at);
    let least = match raw.strip_suffix('s').and_then(|digits| digits.parse().ok()) {
        Some(years) => years,
        None => match &*words.key(at) {
            "twenties" => 20.0,
            "thirties" => 30.0,
            "forties" => 40.0,
            "fifties" => 50.0,
            "sixties" => 60.0,
            "seventies" => 70.0,
            "eighties" => 80.0,
            "nineties" => 90.0,
            _ => return None,
        },
    };
    let normalised =
        Normalised { min: Some(least), max: Some(least + 9.0), unit: Some("year".to_owned()), age: true, ..Normalised::default() };
    let span: Span = words.span(at);
    (10.0..=90.0).contains(&least).then_some(Found { span, first: at, end: at + 1, kind: ValueKind::Duration, normalised })
}
