//! Claims: what is asserted, and by whom.

use crate::text::{Span, hull};

/// What sort of statement a claim is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimKind {
    /// It stands on a number.
    Statistic,
    /// One thing brought about another.
    Causal,
    /// One thing is more, less or as much as another.
    Comparison,
    /// Something happened or is happening.
    Event,
    /// Something is so.
    State,
    /// Something will happen.
    Prediction,
    /// Something is allowed, forbidden or required.
    Rule,
    /// Somebody is for or against something, or wants it.
    Position,
    /// A judgement of worth.
    Opinion,
}

/// What sort of claimant answers for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimantKind {
    /// An entity of the story.
    Entity,
    /// The outlet itself: narration that nobody else answers for.
    Outlet,
    /// Somebody whom the text does not name.
    Unnamed,
}

/// How the claim came to its claimant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClaimantVia {
    /// As the content of a quotation.
    Quote,
    /// As the sentence after one, which carries its attribution over.
    CarriedOver,
    /// As the outlet's own words.
    Narration,
}

/// Who asserts a claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Claimant {
    /// What sort it is.
    pub kind: ClaimantKind,
    /// The entity, as an index into [`super::Annotations::entities`]; set for [`ClaimantKind::Entity`] alone.
    pub cluster: Option<usize>,
    /// The words that name the claimant.
    pub span: Option<Span>,
    /// How it was found.
    pub via: ClaimantVia,
    /// Confidence, 0 to 1.
    pub score: f32,
}

/// The part that somebody plays between the claimant and the reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SourceChainRole {
    /// Passed it on.
    Relay,
    /// Published this story.
    Publisher,
    /// Passed it on without a name: `it has been reported that`.
    Unnamed,
}

/// One step from the claimant outward to the reader.
#[derive(Debug, Clone, PartialEq)]
pub struct SourceChainLink {
    /// The part played.
    pub role: SourceChainRole,
    /// The entity, as an index into [`super::Annotations::entities`].
    pub cluster: Option<usize>,
    /// The words that say so.
    pub cue: Option<Span>,
}

/// Whether a claim affirms or denies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It affirms.
    Positive,
    /// It denies.
    Negative,
}

/// In which mode a claim is put.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// As fact.
    Asserted,
    /// As what should be.
    Normative,
    /// As what could be.
    Hypothetical,
    /// As what will be.
    Predicted,
    /// As given, in passing: `his third defeat`.
    Presupposed,
}

/// When what a claim tells of takes place, seen from the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Tense {
    /// Before; the perfect too.
    Past,
    /// Now, or always.
    Present,
    /// To come.
    Future,
}

/// A statement that could be agreed with or denied.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Its words; ordered, disjoint, never empty.
    pub parts: Vec<Span>,
    /// The quotation that it comes from, as an index into [`super::Annotations::quotations`].
    pub quotation: Option<usize>,
    /// Who asserts it.
    pub claimant: Claimant,
    /// From the claimant outward; the publisher is always last.
    pub source_chain: Vec<SourceChainLink>,
    /// What sort of statement it is.
    pub kind: ClaimKind,
    /// Whether it affirms or denies.
    pub polarity: Polarity,
    /// In which mode it is put.
    pub modality: Modality,
    /// When it takes place.
    pub tense: Tense,
    /// Words that soften it: `may`, `reportedly`.
    pub hedges: Vec<Span>,
    /// The amounts and dates in it, as indices into [`super::Annotations::values`].
    pub values: Vec<usize>,
    /// The entities that it speaks of, its claimant left out, as indices into [`super::Annotations::entities`].
    pub about: Vec<usize>,
    /// The claim whose content holds this one, as an index into [`super::Annotations::claims`].
    pub parent: Option<usize>,
    /// Other claims of the story that say the same, as indices into [`super::Annotations::claims`].
    pub same_as: Vec<usize>,
    /// The same for two wordings of one claim by one claimant with the same figures.
    pub fingerprint: String,
    /// How much it is worth checking, 0 to 1: a network's calibrated probability, else points of the rules, which are not calibrated.
    pub check_worthiness: f32,
}

impl Claim {
    /// From the first byte of the first part to the last byte of the last.
    pub fn span(&self) -> Span {
        hull(&self.parts).expect("a claim has at least one part")
    }
}
