//! Parts and multiples: `half`, `two-thirds`, `one in five`, `most`, `doubled`, `twice`, `three times as many`.

use super::found::{Found, Step, measured, number};
use super::numerals::{Numeral, first_piece};
use super::stretches::length;
use super::words::{Key, Words};
use crate::annotation::{Normalised, ValueKind};
use crate::lexicon::measures::{currency, stretch, unit};
use crate::lexicon::number_words::{denominator, multiple, scale};

/// Most that a `one in …` counts out of.
const LARGEST_WHOLE: f64 = 1e6;

fn part(words: &Words<'_>, first: usize, end: usize, normalised: Normalised) -> Found {
    Found { span: words.span_of(first, end), first, end, kind: ValueKind::Proportion, normalised }
}

/// A part as the norm writes it, to three decimals.
fn share(value: f64) -> Normalised {
    number((value * 1000.0).round() / 1000.0)
}

/// The part or multiple by word that begins at the token `at`; an article before it is taken in from `floor` on.
pub(super) fn named(words: &Words<'_>, at: usize, floor: usize) -> Step {
    let key = words.key(at);
    if let Some(value) = multiple(&key) {
        return Step::Value(part(words, at, at + 1, number(value)));
    }
    match &*key {
        "half" => half(words, at, floor),
        "most" => Step::of(is_majority(words, at).then(|| part(words, at, at + 1, least_half()))),
        "majority" => Step::of(majority(words, at, floor)),
        "twice" => Step::Value(twice(words, at)),
        "double" | "triple" if is_of_amount(&words.key(at + 1)) => {
            Step::Value(part(words, at, at + 1, number(if &*key == "double" { 2.0 } else { 3.0 })))
        }
        _ => Step::of(fraction(words, at, floor)),
    }
}

fn least_half() -> Normalised {
    Normalised { min: Some(0.5), ..Normalised::default() }
}

fn is_of_amount(word: &str) -> bool {
    matches!(word, "the" | "that" | "its" | "their" | "what" | "as" | "his" | "her" | "those")
}

/// `half`, with what it halves where that is an amount of its own: `half a million`, `half an hour`, `half a mile`.
fn half(words: &Words<'_>, at: usize, floor: usize) -> Step {
    if matches!(&*words.key(at + 1), "a" | "an")
        && let Some((kind, normalised, end)) = of_one(words, at + 2, 0.5)
    {
        return Step::Value(Found { kind, ..part(words, at, end, normalised) });
    }
    let before = words.key_before(at, 1);
    let after = words.key(at + 1);
    let is_of_game =
        matches!(&*before, "first" | "second" | "other" | "opening" | "better" | "last" | "final" | "top" | "bottom" | "latter" | "each");
    if is_of_game || matches!(&*after, "past" | "time" | "way") || &*before == "a" && &*words.key_before(at, 2) == "and" {
        return Step::Nothing;
    }
    let has_number = matches!(&*before, "a" | "one") && at > floor;
    Step::Value(part(words, at - usize::from(has_number), at + 1, share(0.5)))
}

/// The part `value` of one thing that is counted or measured, whose noun stands at `noun`: its kind, what it comes to, and one past the noun.
fn of_one(words: &Words<'_>, noun: usize, value: f64) -> Option<(ValueKind, Normalised, usize)> {
    let key = words.key(noun);
    if &*key == "percentage" && &*words.key(noun + 1) == "point" {
        return Some((ValueKind::Quantity, measured(value, "percentage point"), noun + 2));
    }
    if &*key == "point" {
        return Some((ValueKind::Quantity, measured(value, "percentage point"), noun + 1));
    }
    // `half a billion dollars`
    if let (Some(by), Some((code, factor))) = (scale(&key), currency(&words.key(noun + 1))) {
        return Some((ValueKind::Money, measured(by * value * factor, code), noun + 2));
    }
    let (kind, normalised) = match (scale(&key), stretch(&key), unit(&key)) {
        (Some(by), ..) => (ValueKind::Cardinal, number(by * value)),
        (_, Some(stretch), _) => (ValueKind::Duration, length(value, stretch)),
        (_, _, Some(unit)) => (ValueKind::Quantity, measured(value, unit)),
        _ if &*key == "percent" => (ValueKind::Percent, measured(value, "percent")),
        _ => return None,
    };
    Some((kind, normalised, noun + 1))
}

/// `a quarter of a percentage point`, `two-thirds of a mile`: the part `value`, told by the tokens `first..end`, of one measured thing.
fn of_a_unit(words: &Words<'_>, first: usize, end: usize, value: f64) -> Option<Found> {
    let is_of_one = &*words.key(end) == "of" && matches!(&*words.key(end + 1), "a" | "an" | "one");
    let (kind, normalised, end) = is_of_one.then(|| of_one(words, end + 2, value)).flatten()?;
    Some(Found { kind, ..part(words, first, end, normalised) })
}

/// Whether `most` counts: `most of`, `Most boats`. `most important` does not, nor `at most`, nor `the most votes`.
fn is_majority(words: &Words<'_>, at: usize) -> bool {
    let before = words.key_before(at, 1);
    if matches!(&*before, "the" | "at" | "'s" | "its" | "his" | "her" | "their" | "our" | "my" | "second" | "what") {
        return false;
    }
    if &*words.key(at + 1) == "of" || matches!(&*words.key(at + 1), "people" | "men" | "women" | "children") {
        return true;
    }
    let next = words.key(at + 1);
    let is_verb = matches!(&*next, "could" | "would" | "will" | "have" | "had" | "are" | "were" | "did" | "do" | "said" | "can" | "may")
        || at == words.start() && next.len() > 4 && next.ends_with("ed");
    is_verb
        || words.is_plural(at + 1)
        || words.is_small(at + 1) && words.is_plural(at + 2) && !words.raw(at + 1).ends_with("ly") && at == words.start()
}

/// `a majority of`, `the vast majority`: not a party's, nor one of so many seats.
fn majority(words: &Words<'_>, at: usize, floor: usize) -> Option<Found> {
    let has_size = matches!(&*words.key_before(at, 1), "vast" | "overwhelming" | "large" | "great" | "clear" | "slim" | "narrow" | "big");
    let article = at.checked_sub(1 + usize::from(has_size)).filter(|article| *article >= floor)?;
    let counts =
        &*words.key(at + 1) == "of" && !words.is_number(at + 2) && crate::lexicon::number_words::cardinal(&words.key(at + 2)).is_none();
    (matches!(&*words.key(article), "a" | "the") && counts).then(|| part(words, article, at + 1, least_half()))
}

/// `twice as many`, `twice the size`; else so many times.
fn twice(words: &Words<'_>, at: usize) -> Found {
    let kind = if is_of_amount(&words.key(at + 1)) { ValueKind::Proportion } else { ValueKind::Cardinal };
    Found { kind, ..part(words, at, at + 1, number(2.0)) }
}

/// `a third`, `a quarter`, in words of their own.
fn fraction(words: &Words<'_>, at: usize, floor: usize) -> Option<Found> {
    let parts = denominator(&words.key(at))?;
    let is_one = matches!(&*words.key_before(at, 1), "a" | "one") && at > floor;
    if !is_one || words.raw(at).ends_with('s') {
        return None;
    }
    let next = words.key(at + 1);
    let is_noun_after = words.is_word(at + 1)
        && !matches!(
            &*next,
            "of" | "in"
                | "by"
                | "from"
                | "since"
                | "to"
                | "more"
                | "less"
                | "fewer"
                | "higher"
                | "lower"
                | "compared"
                | "and"
                | "or"
                | "but"
                | "were"
                | "are"
                | "have"
                | "had"
                | "said"
                | "was"
                | "is"
                | "will"
                | "as"
                | "at"
                | "over"
                | "on"
                | "the"
                | "during"
                | "because"
                | "between"
        );
    // `cut it by a third among the young`
    let is_change = &*words.key_before(at, 2) == "by";
    if is_noun_after && !is_change {
        return None;
    }
    let value = 1.0 / f64::from(parts);
    Some(of_a_unit(words, at - 1, at + 1, value).unwrap_or_else(|| part(words, at - 1, at + 1, share(value))))
}

/// A part that begins with a number: `two-thirds`, `two thirds`, `one in five`, `nine out of 10`, `three times as many`, `10-fold`.
pub(super) fn counted(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Found> {
    if let Some(rest) = numeral.tail.strip_prefix('-') {
        return counted_in_token(words, numeral, rest);
    }
    if numeral.tail == "x" {
        return Some(part(words, numeral.first, numeral.end, number(numeral.value)));
    }
    if !numeral.tail.is_empty() {
        return None;
    }
    let next = words.key(numeral.end);
    let is_one = numeral.value == 1.0;
    if let Some(parts) = denominator(&next).filter(|parts| numeral.value < f64::from(*parts) && next.ends_with('s') != is_one) {
        let counts = is_one || numeral.is_words;
        let value = numeral.value / f64::from(parts);
        let found = || of_a_unit(words, numeral.first, numeral.end + 1, value);
        return counts.then(|| found().unwrap_or_else(|| part(words, numeral.first, numeral.end + 1, share(value))));
    }
    if &*next == "times" && is_comparison(&words.key(numeral.end + 1)) {
        return Some(part(words, numeral.first, numeral.end + 1, number(numeral.value)));
    }
    out_of(words, numeral).or_else(|| one_noun_in(words, numeral))
}

fn counted_in_token(words: &Words<'_>, numeral: &Numeral<'_>, rest: &str) -> Option<Found> {
    if rest == "fold" {
        return Some(part(words, numeral.first, numeral.end, number(numeral.value)));
    }
    if let Some(whole) = rest.strip_prefix("in-").or_else(|| rest.strip_prefix("out-of-")) {
        let whole = whole.parse().ok().or_else(|| crate::lexicon::number_words::cardinal(&Key::new(whole)))?;
        return (numeral.value < whole).then(|| part(words, numeral.first, numeral.end, share(numeral.value / whole)));
    }
    let parts = denominator(&Key::new(first_piece(rest))).filter(|_| !rest.contains('-'))?;
    let value = numeral.value / f64::from(parts);
    let found = || of_a_unit(words, numeral.first, numeral.end, value);
    (value < 1.0).then(|| found().unwrap_or_else(|| part(words, numeral.first, numeral.end, share(value))))
}

fn is_comparison(word: &str) -> bool {
    is_of_amount(word)
        || matches!(word, "more" | "higher" | "larger" | "bigger" | "greater" | "longer" | "faster" | "less" | "worse" | "likelier")
}

/// `one nurse in three`, not `one goal in three games`.
fn one_noun_in(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Found> {
    let noun = numeral.end;
    let is_noun = numeral.value == 1.0 && words.is_small(noun) && !words.is_plural(noun) && words.is_word(noun);
    if !is_noun || &*words.key(noun + 1) != "in" {
        return None;
    }
    let whole = super::numerals::numeral(words, noun + 2)?;
    let next = words.key(whole.end);
    let counts_other = words.is_plural(whole.end) || words.is_capitalized(whole.end) || stretch(&next).is_some() || unit(&next).is_some();
    let fits = whole.tail.is_empty() && whole.value.fract() == 0.0 && (2.0..=100.0).contains(&whole.value) && !counts_other;
    fits.then(|| part(words, numeral.first, whole.end, share(1.0 / whole.value)))
}

/// `one in five`, `six in every ten`, `nine out of 10`.
fn out_of(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Found> {
    let mut at = match (&*words.key(numeral.end), &*words.key(numeral.end + 1)) {
        ("in", _) => numeral.end + 1,
        ("out", "of") => numeral.end + 2,
        _ => return None,
    };
    if &*words.key(at) == "every" {
        at += 1;
    }
    let is_bare_in = at == numeral.end + 1;
    let whole = super::numerals::numeral(words, at)?;
    let is_round =
        [5.0, 10.0, 12.0, 20.0, 25.0, 50.0, 100.0, 1000.0].contains(&whole.value) || whole.value < 10.0 || whole.value % 1000.0 == 0.0;
    let is_year = whole.is_bare && whole.value >= 1500.0;
    let next = words.key(whole.end);
    let counts_time = stretch(&next).is_some() || crate::lexicon::calendar_words::month(&next).is_some() || unit(&next).is_some();
    let fits = whole.tail.is_empty() && numeral.value < whole.value && whole.value <= LARGEST_WHOLE && !is_year;
    (fits && (!is_bare_in || is_round && !counts_time)).then(|| part(words, numeral.first, whole.end, share(numeral.value / whole.value)))
}
