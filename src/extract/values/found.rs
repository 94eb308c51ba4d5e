//! What the rules give.

use crate::annotation::{Normalised, ValueKind};
use crate::text::Span;

/// A value, with the tokens that it takes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Found {
    /// Its place.
    pub span: Span,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// What it is of.
    pub kind: ValueKind,
    /// What it comes to.
    pub normalised: Normalised,
}

/// What a rule makes of the tokens at a place.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    /// Nothing begins there.
    Nothing,
    /// What begins there is no value, up to this token.
    Skip(usize),
    /// A value.
    Value(Found),
}

impl Step {
    /// The value as a step; nothing where there is none.
    pub(super) fn of(found: Option<Found>) -> Self {
        found.map_or(Self::Nothing, Self::Value)
    }
}

/// A norm that holds `value` alone.
pub(super) fn number(value: f64) -> Normalised {
    Normalised { value: Some(rounded(value)), ..Normalised::default() }
}

/// A norm that holds `value` in `unit`.
pub(super) fn measured(value: f64, unit: &str) -> Normalised {
    Normalised { unit: Some(unit.to_owned()), ..number(value) }
}

/// A norm that holds `timex` alone.
pub(super) fn dated(timex: Option<String>) -> Normalised {
    Normalised { timex, ..Normalised::default() }
}

/// `value` without the noise of binary fractions, to nine decimals.
pub(super) fn rounded(value: f64) -> f64 {
    let factor = 1e9;
    if value.abs() < 1e6 { (value * factor).round() / factor } else { value }
}
