//! A place where an entity is spoken of.

use super::EntityType;
use crate::text::Span;

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// By name: `Ingrid Halvorsen`.
    Name,
    /// By description: `the mayor`.
    Nominal,
    /// By pronoun: `she`.
    Pronoun,
}

/// One reference to an entity. Mentions may nest (`Obama` in `Obama administration`).
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Its place; of a name without title, article and possessive mark.
    pub span: Span,
    /// How it refers.
    pub kind: MentionKind,
    /// What it refers to.
    pub entity_type: EntityType,
    /// Confidence in span and type, 0 to 1.
    pub score: f32,
}
