//! Amounts, dates and durations, and what they come to.

mod ages;
mod amounts;
mod bounds;
mod calendar;
mod dateline;
mod dates;
mod found;
mod measure;
mod not_values;
mod numerals;
mod proportions;
mod ranges;
mod scan;
mod stretches;
mod tense;
mod times;
mod words;

pub use jiff::civil::Date;

use crate::annotation::{EntityCluster, Value};
use crate::text::Document;

/// Finds the values of `document`, in the order of the text; they do not overlap. What stands in the names of `entities` is no value.
///
/// `story` is the day of the story, which relative dates are resolved against; without it they stay open. A dateline's day goes before it.
pub fn values(document: &Document, entities: &[EntityCluster], story: Option<Date>) -> Vec<Value> {
    let roles = words::name_roles(document, entities);
    let (mut values, day) = dateline::values(document, story);
    let pounds = words::Pounds::of(document.text());
    let mut story = dates::Story { day, year: None };
    for sentence in document.sentences() {
        scan::sentence(&words::Words::new(document, &roles, sentence.tokens, pounds), &mut story, &mut values);
    }
    values.sort_by_key(|value| (value.span.start, value.span.end));
    values
}

#[cfg(test)]
mod tests;
