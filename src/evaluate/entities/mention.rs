//! A mention as the gold has it.

use serde::Deserialize;

use crate::annotation::{EntityType, MentionKind};
use crate::evaluate::CharSpan;

/// A mention of the gold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct GoldMention {
    /// First code point of the whole phrase.
    pub start: usize,
    /// One past its last code point.
    pub end: usize,
    /// Its head word; `None` where only names are marked.
    pub head: Option<CharSpan>,
    /// Of a name, the name itself, without title and article; `None` where that is the whole phrase.
    pub name: Option<CharSpan>,
    /// What it refers to, in the gold's own words: `person`, `organization`, `place`, or anything else.
    #[serde(rename = "type")]
    pub entity_type: String,
    /// How it refers.
    pub kind: MentionKind,
    /// Whether it names a people or a kind of persons.
    #[serde(default, rename = "group")]
    pub is_group: bool,
    /// Its cluster, the same number for the mentions of one entity; `None` where only names are marked.
    pub cluster: Option<i64>,
}

impl GoldMention {
    /// The whole phrase.
    pub fn span(&self) -> CharSpan {
        CharSpan::new(self.start, self.end)
    }

    /// The name itself; of a phrase without one, the phrase.
    pub fn name_span(&self) -> CharSpan {
        self.name.unwrap_or_else(|| self.span())
    }

    /// All its places.
    pub fn places(&self) -> impl Iterator<Item = CharSpan> {
        [Some(self.span()), self.head, self.name].into_iter().flatten()
    }

    /// Which of the types that are told apart it has.
    pub(super) fn class(&self) -> Class {
        Class::of_gold(&self.entity_type)
    }
}

/// The types that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Class {
    Person,
    Organization,
    Location,
    Other,
}

impl Class {
    pub(super) fn of_gold(entity_type: &str) -> Self {
        match entity_type {
            "person" | "PER" => Class::Person,
            "organization" | "ORG" => Class::Organization,
            "place" | "LOC" => Class::Location,
            _ => Class::Other,
        }
    }

    pub(super) fn of_found(entity_type: EntityType) -> Self {
        match entity_type {
            EntityType::Person => Class::Person,
            EntityType::Organization => Class::Organization,
            EntityType::Location => Class::Location,
            EntityType::Group | EntityType::Event | EntityType::Work | EntityType::Product | EntityType::Other => Class::Other,
        }
    }

    /// Its name in figures.
    pub(super) fn name(self) -> &'static str {
        match self {
            Class::Person => "PER",
            Class::Organization => "ORG",
            Class::Location => "LOC",
            Class::Other => "MISC",
        }
    }
}
