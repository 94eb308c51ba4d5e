//! One pass over the tokens of a sentence.

use super::dates::{self, Story};
use super::found::{Found, Step};
use super::words::{NameRole, Words};
use super::{ages, amounts, bounds, proportions, stretches, times};
use crate::annotation::{Value, ValueKind};
use crate::lexicon::value_starts::begins_value;

/// Appends the values of the sentence to `values`.
pub(super) fn sentence(words: &Words<'_>, story: &mut Story, values: &mut Vec<Value>) {
    let mut at = words.start();
    let mut floor = at;
    while at < words.end() {
        match step(words, at, *story, floor) {
            Step::Nothing => at += 1,
            Step::Skip(end) => at = end.max(at + 1),
            Step::Value(found) => {
                let found = stretches::with_edge(words, bounds::bounded(words, found, floor), floor);
                story.year = year_of(&found).or(story.year);
                at = found.end.max(at + 1);
                floor = at;
                values.push(Value { span: found.span, kind: found.kind, normalised: found.normalised });
            }
        }
    }
}

/// The year that a date names.
fn year_of(found: &Found) -> Option<i16> {
    let timex = found.normalised.timex.as_ref().filter(|timex| found.kind == ValueKind::Date && timex.len() == 4)?;
    timex.parse().ok()
}

fn step(words: &Words<'_>, at: usize, story: Story, floor: usize) -> Step {
    if words.role(at) != NameRole::None {
        return Step::Nothing;
    }
    let raw = words.raw(at);
    let Some(first) = raw.chars().next() else { return Step::Nothing };
    if first.is_ascii_digit() {
        return amounts::counted(words, at, story, floor);
    }
    if !first.is_alphabetic() {
        return match first {
            '\'' | '’' => Step::of(dates::in_digits(words, at, floor)),
            _ => amounts::money(words, at, story, floor),
        };
    }
    by_word(words, at, story, floor)
}

fn by_word(words: &Words<'_>, at: usize, story: Story, floor: usize) -> Step {
    let raw = words.raw(at);
    if !begins_value(&super::words::Key::new(super::numerals::first_piece(raw))) {
        return Step::Nothing;
    }
    let is_inside = at > words.start() && words.is_word(at - 1);
    if is_inside && words.is_capitalized(at) && crate::lexicon::number_words::cardinal(&words.key(at)).is_some() {
        return Step::Nothing;
    }
    if let Step::Value(found) = amounts::money(words, at, story, floor) {
        return Step::Value(found);
    }
    let calendar = dates::named(words, at, story, floor)
        .or_else(|| stretches::quarter_token(words, at, story))
        .or_else(|| quarter_ahead(words, at, story))
        .or_else(|| stretches::named(words, at, story, floor))
        .or_else(|| times::named(words, at));
    if let Some(found) = calendar {
        return Step::Value(found);
    }
    match proportions::named(words, at, floor) {
        Step::Nothing => {}
        step => return step,
    }
    // `twenty-first`
    if raw.contains('-')
        && let Some(found) = amounts::in_order_by_word(words, at)
    {
        return Step::Value(found);
    }
    let has_article = at > floor && matches!(&*words.key_before(at, 1), "a" | "an");
    if has_article && crate::lexicon::number_words::scale(&super::words::Key::new(super::numerals::first_piece(raw))).is_some() {
        return amounts::counted(words, at - 1, story, floor);
    }
    if let Some(found) = ages::decade_of_life(words, at).or_else(|| amounts::vague(words, at, floor)) {
        return Step::Value(found);
    }
    match amounts::counted(words, at, story, floor) {
        Step::Nothing => Step::of(amounts::in_order_by_word(words, at)),
        step => step,
    }
}

/// `first quarter`: the order waits for its noun.
fn quarter_ahead(words: &Words<'_>, at: usize, story: Story) -> Option<Found> {
    let is_order = crate::lexicon::number_words::ordinal(&words.key(at)).is_some() && &*words.key(at + 1) == "quarter";
    is_order.then(|| stretches::named(words, at + 1, story, at)).flatten()
}
