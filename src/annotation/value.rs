use crate::text::Span;

/// What a value is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ValueKind {
    /// A count: `1,200`, `tens of thousands`, a score.
    Cardinal,
    /// A place in an order: `third`.
    Ordinal,
    /// A day, month, year or another stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time, an age among them.
    Duration,
    /// An amount of money.
    Money,
    /// So many of a hundred.
    Percent,
    /// A part or a multiple: `half`, `most`, `doubled`.
    Proportion,
    /// An amount in a physical unit: `12 km`.
    Quantity,
}

/// What a value comes to, as far as its words tell.
#[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Normalised {
    /// The number, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<f64>,
    /// The least that it may be, inclusive: of a range, `at least 40`, `tens of thousands`.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub min: Option<f64>,
    /// The most that it may be, inclusive.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub max: Option<f64>,
    /// Both sides of a score or a vote.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub score: Option<[u32; 2]>,
    /// What it counts in: an ISO 4217 code, `percent`, a unit's usual sign (`km`), a stretch of time (`day`).
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub unit: Option<String>,
    /// Whether the words say that it is about that much.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub approximate: bool,
    /// Whether a duration is somebody's age.
    #[serde(skip_serializing_if = "std::ops::Not::not", default)]
    pub age: bool,
    /// A date, time or duration as ISO 8601 writes it: `2026-03`, `T09:30`, `P3D`. A date that hangs on the story's own stays open where
    /// the story has none.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub timex: Option<String>,
}

/// An amount, date or duration in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Its place, with the words that bound it (`at least`, `about`), without what it counts.
    pub span: Span,
    /// What it is of.
    pub kind: ValueKind,
    /// What it comes to.
    pub normalised: Normalised,
}
