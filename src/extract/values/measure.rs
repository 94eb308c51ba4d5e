//! What a number counts in: percent, money, units, stretches of time.

use super::numerals::Numeral;
use super::words::{Key, Words};
use crate::annotation::{Normalised, ValueKind};
use crate::lexicon::measures::{Stretch, currency, goes_by_millions, national_currency, stretch, unit};

use super::found::measured;
use super::stretches::length;

/// What a number is measured in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Measure {
    /// What the amount is of.
    pub kind: ValueKind,
    /// Its unit or code.
    unit: &'static str,
    /// How much of the unit one is: a cent is 0.01.
    factor: f64,
    /// Set for stretches of time.
    stretch: Option<Stretch>,
    /// One past the last token.
    pub end: usize,
    /// Where its words end.
    pub stop: usize,
}

impl Measure {
    /// The norm of `amount`.
    pub(super) fn of(&self, amount: f64) -> Normalised {
        match self.stretch {
            Some(stretch) => length(amount, stretch),
            None => measured(amount * self.factor, self.unit),
        }
    }

    /// The unit, as norms have it.
    pub(super) fn unit(&self) -> &'static str {
        self.stretch.map_or(self.unit, |stretch| stretch.unit)
    }

    /// By what a number is multiplied to be in the unit.
    pub(super) fn factor(&self) -> f64 {
        self.stretch.map_or(self.factor, |stretch| stretch.count)
    }
}

/// The measure that stands after `numeral`.
pub(super) fn after(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Measure> {
    if !numeral.tail.is_empty() {
        return in_tail(words, numeral);
    }
    let end = numeral.end;
    let measure = |kind, unit, factor, length: usize| {
        Some(Measure { kind, unit, factor, stretch: None, end: end + length, stop: words.span(end + length - 1).end })
    };
    let one = words.key(end);
    let two = words.key(end + 1);
    let raw = words.raw(end);
    match (raw, &*one, &*two) {
        ("%", ..) | (_, "percent" | "pct" | "pc", _) if &*two != "point" && &*two != "points" => {
            return measure(ValueKind::Percent, "percent", 1.0, 1);
        }
        (_, "per", "cent") => return measure(ValueKind::Percent, "percent", 1.0, 2),
        (_, "percentage", "point" | "points") | ("%", _, "point" | "points") | (_, "percent", "point" | "points") => {
            return measure(ValueKind::Quantity, "percentage point", 1.0, 2);
        }
        (_, "basis", "point" | "points") => return measure(ValueKind::Quantity, "basis point", 1.0, 2),
        (_, "square" | "sq", _) => return measure(ValueKind::Quantity, squared(&two)?, 1.0, 2),
        (_, "cubic", _) => return measure(ValueKind::Quantity, cubed(&two)?, 1.0, 2),
        (_, "nautical", "mile" | "miles") => return measure(ValueKind::Quantity, "nmi", 1.0, 2),
        (_, "metric", "ton" | "tons") => return measure(ValueKind::Quantity, "t", 1.0, 2),
        ("°" | "º", "", _) | (_, "degrees" | "degree", _) => return degrees(words, end, raw),
        _ => {}
    }
    if let Some(measure) = money_noun(words, numeral) {
        return Some(measure);
    }
    if let Some(found) = stretch_after(words, end) {
        return Some(found);
    }
    if raw == "m" && !numeral.is_words && !goes_by_millions(&two) {
        return measure(ValueKind::Quantity, "m", 1.0, 1);
    }
    let sign = unit(&one)?;
    if matches!(&*one, "m" | "mb" | "gb") && numeral.is_words || &*one == "yard" && !numeral.is_words && numeral.value == 1.0 {
        return None;
    }
    let is_speed =
        matches!((&*two, &*words.key(end + 2)), ("per" | "an", "hour")) || words.raw(end + 1) == "/" && words.raw(end + 2) == "h";
    match sign {
        "mi" if is_speed => measure(ValueKind::Quantity, "mph", 1.0, 3),
        "km" if is_speed => measure(ValueKind::Quantity, "km/h", 1.0, 3),
        _ => measure(ValueKind::Quantity, sign, 1.0, 1),
    }
}

/// `degrees`, with the scale that may follow.
fn degrees(words: &Words<'_>, end: usize, raw: &str) -> Option<Measure> {
    let is_sign = raw == "°" || raw == "º";
    let (unit, length) = match (&*words.key(end + 1), is_sign) {
        ("c", true) | ("celsius" | "centigrade" | "c", false) => ("°C", 2),
        ("f", true) | ("fahrenheit" | "f", false) => ("°F", 2),
        _ => ("°", 1),
    };
    Some(Measure { kind: ValueKind::Quantity, unit, factor: 1.0, stretch: None, end: end + length, stop: words.span(end + length - 1).end })
}

fn squared(word: &str) -> Option<&'static str> {
    Some(match unit(word)? {
        "km" => "km²",
        "m" => "m²",
        "cm" => "cm²",
        "mi" => "mi²",
        "ft" => "ft²",
        "yd" => "yd²",
        "in" => "in²",
        _ => return None,
    })
}

fn cubed(word: &str) -> Option<&'static str> {
    Some(match unit(word)? {
        "km" => "km³",
        "m" => "m³",
        "ft" => "ft³",
        "yd" => "yd³",
        _ => return None,
    })
}

/// `dollars`, `Canadian dollars`, `US dollars`, `cents`. Pounds are money unless they weigh something.
fn money_noun(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Measure> {
    let end = numeral.end;
    let is_national = words.is_capitalized(end) && currency(&words.key(end)).is_none();
    let is_two_words = is_national && matches!(words.raw(end), "Hong" | "New" | "Sri");
    let at = end + usize::from(is_national) + usize::from(is_two_words);
    let noun = words.key(at);
    let (code, factor) = currency(&noun)?;
    let is_code = noun.len() == 3 && words.raw(at).bytes().all(|byte| byte.is_ascii_uppercase());
    if matches!(&*noun, "aud" | "cad" | "rub" | "sek" | "nok" | "dkk" | "eur" | "usd" | "gbp" | "inr" | "cny" | "jpy" | "chf" | "rmb")
        && !is_code
    {
        return None;
    }
    if &*noun == "rand" && words.is_capitalized(at) {
        return None;
    }
    let code = if is_national { national_currency(&words.key(at - 1), code) } else { code };
    let stop = words.span(at).end;
    if matches!(&*noun, "pound" | "pounds") && !words.counts_pounds_as_money(at) {
        return Some(Measure { kind: ValueKind::Quantity, unit: "lb", factor: 1.0, stretch: None, end: at + 1, stop });
    }
    Some(Measure { kind: ValueKind::Money, unit: code, factor, stretch: None, end: at + 1, stop })
}

/// `years`, `more years`, `straight days`.
fn stretch_after(words: &Words<'_>, end: usize) -> Option<Measure> {
    let has_adjective = matches!(
        &*words.key(end),
        "more"
            | "additional"
            | "further"
            | "full"
            | "straight"
            | "consecutive"
            | "long"
            | "short"
            | "extra"
            | "whole"
            | "calendar"
            | "working"
            | "business"
            | "or"
    ) && &*words.key(end) != "or";
    let at = end + usize::from(has_adjective);
    let stretch = stretch(&words.key(at)).filter(|_| words.is_small(at))?;
    Some(Measure {
        kind: ValueKind::Duration,
        unit: stretch.unit,
        factor: 1.0,
        stretch: Some(stretch),
        end: at + 1,
        stop: words.span(at).end,
    })
}

/// The measure inside the number's own token: `20-mile`, `three-month`, `90mm`, `5-percent`, `50p`.
pub(super) fn in_tail(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Measure> {
    let stop = words.span(numeral.end - 1).end;
    let measure = |kind, unit, factor| Some(Measure { kind, unit, factor, stretch: None, end: numeral.end, stop });
    let tail = Key::new(numeral.tail.strip_prefix('-').unwrap_or(numeral.tail));
    let is_joined = !numeral.tail.starts_with('-');
    match &*tail {
        "" => return None,
        "percent" | "pc" | "pct" => return measure(ValueKind::Percent, "percent", 1.0),
        "p" if is_joined && !numeral.is_words => return measure(ValueKind::Money, "GBP", 0.01),
        "c" | "f" if is_joined => return measure(ValueKind::Quantity, if &*tail == "c" { "°C" } else { "°F" }, 1.0),
        "t" | "l" | "g" if is_joined => {
            let unit = ["t", "l", "g"].into_iter().find(|unit| *unit == &*tail)?;
            return measure(ValueKind::Quantity, unit, 1.0);
        }
        "m" if is_joined => return measure(ValueKind::Quantity, "m", 1.0),
        _ => {}
    }
    let piece = Key::new(tail.split('-').next().unwrap_or_default());
    if let Some((code, factor)) = currency(&piece).filter(|_| !is_joined) {
        let is_weight = matches!(&*piece, "pound" | "pounds") && !words.story_has_sterling();
        return if is_weight { measure(ValueKind::Quantity, "lb", 1.0) } else { measure(ValueKind::Money, code, factor) };
    }
    if let Some(stretch) = stretch(&piece) {
        return Some(Measure {
            kind: ValueKind::Duration,
            unit: stretch.unit,
            factor: 1.0,
            stretch: Some(stretch),
            end: numeral.end,
            stop,
        });
    }
    let whole = unit(&tail).or_else(|| unit(&piece))?;
    measure(ValueKind::Quantity, whole, 1.0)
}
