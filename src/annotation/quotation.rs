//! Quotations: content, cue, source, and who passed them on.

use crate::text::{Span, hull};

/// How much of a quotation stands between quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum QuotationKind {
    /// All letters and digits of it.
    Direct,
    /// None of it.
    Indirect,
    /// Some of it.
    Mixed,
}

/// How a source was led to its entity, or why it was not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// By a name in the source itself.
    Name,
    /// From a pronoun.
    Pronoun,
    /// From a description: `the mayor`.
    Nominal,
    /// Several people, not one: `officials`, `residents`.
    Collective,
    /// Somebody whose name is withheld: `a person familiar with the matter`.
    Unnamed,
    /// It could not be told.
    Unknown,
}

/// The words that attribute: `said`, `according to`, `:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// Its place, the verb group included: `has repeatedly said`.
    pub span: Span,
    /// Its head in dictionary form: `say`.
    pub lemma: String,
}

/// Who is quoted, as the text has it at the cue.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// The whole phrase, titles and appositions included.
    pub span: Span,
    /// The name, noun or pronoun in it that refers; `None` where there is none.
    pub mention: Option<Span>,
    /// The entity, as an index into [`super::Annotations::entities`]; `None` where it is unknown.
    pub cluster: Option<usize>,
    /// How `cluster` was found.
    pub resolution: Resolution,
    /// Other entities that it may be, the likeliest first.
    pub alternatives: Vec<Alternative>,
}

/// An entity that a source may be instead.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alternative {
    /// The entity, as an index into [`super::Annotations::entities`].
    pub cluster: usize,
    /// Confidence, 0 to 1.
    pub score: f32,
}

/// Who said it, by which words, and what decided that.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// Who is quoted; `None` where the text names nobody.
    pub source: Option<Source>,
    /// The attributing words; `None` where there are none (a quotation that continues the one before).
    pub cue: Option<Cue>,
    /// Name of the rule that decided the source, or agreed with the network on content and source; `model` where the network decided
    /// against the rules or without them.
    pub rule: &'static str,
    /// Confidence in the source, 0 to 1.
    pub score: f32,
}

/// Who passed a quotation on: `as quoted by Fox News Latino`, `told CNN`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    /// The relay as the text has it.
    pub span: Span,
    /// The entity, as an index into [`super::Annotations::entities`].
    pub cluster: Option<usize>,
    /// The words that say so; `None` where it is inherited from the quotation before.
    pub cue: Option<Cue>,
}

/// Something that somebody said, wrote or is reported to hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Quotation {
    /// What was said; ordered, disjoint, never empty. Marks around a whole part are left out, those of a quoted stretch inside stay.
    pub parts: Vec<Span>,
    /// How much of it stands in quotation marks.
    pub kind: QuotationKind,
    /// Who said it.
    pub attribution: Attribution,
    /// Who passed it on, the nearest to the source first; the outlet itself is never listed.
    pub relays: Vec<Relay>,
    /// To whom it was said, where that is not a relay: `told reporters`.
    pub addressee: Option<Span>,
    /// Confidence that this is a quotation with these edges, 0 to 1.
    pub score: f32,
}

impl Quotation {
    /// From the first byte of the first part to the last byte of the last.
    pub fn span(&self) -> Span {
        hull(&self.parts).expect("a quotation has at least one part")
    }
}
