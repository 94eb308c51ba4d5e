//! Entities: the mentions of one person, body or place, together.

use super::Mention;
use crate::text::Span;

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntityType {
    /// A human being.
    Person,
    /// A company, agency, party, court, team or other body.
    Organization,
    /// A country, town, region or landmark.
    Location,
    /// People spoken of together: `Latino advocates`, `residents`; nationalities and faiths.
    Group,
    /// A named happening: `the Olympic Games`.
    Event,
    /// A named work: a book, law, report, website.
    Work,
    /// A named product.
    Product,
    /// Named, but none of the others.
    #[default]
    Other,
}

/// What sort of title stands with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TitleKind {
    /// A form of address: `Mr.`, `Dr.`, `Sir`.
    Honorific,
    /// An office, rank or role: `Mayor`, `Gen.`, `spokesman`.
    Office,
}

/// A title or role that the text gives an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// Its place.
    pub span: Span,
    /// What sort it is.
    pub kind: TitleKind,
}

/// An entry of a gazetteer that an entity is.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct KnowledgeLink {
    /// Its id there.
    pub id: String,
    /// How well it fits, 0 to 1.
    pub confidence: f32,
}

/// All mentions of one entity of one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EntityCluster {
    /// The fullest name that the text gives; for an unnamed entity its first description.
    pub canonical_name: String,
    /// What it is.
    pub entity_type: EntityType,
    /// Titles and roles, in the order of the text.
    pub titles: Vec<Title>,
    /// Its mentions, in the order of the text; never empty.
    pub mentions: Vec<Mention>,
    /// Whether it is a news outlet: by its name, or by what the story calls it.
    pub is_outlet: bool,
    /// How much the story is about it, 0 to 1; the most salient of a story has 1.
    pub salience: f32,
    /// The entry of the wire's own list that it is, as an index into [`crate::wire::Article::supplied`].
    pub supplied: Option<usize>,
    /// Entries of the user's gazetteer that it is.
    pub links: Vec<KnowledgeLink>,
}
