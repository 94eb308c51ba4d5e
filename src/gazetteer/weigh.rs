//! How well an entry fits an entity of a story.
//!
//! Weights and confidences were set by hand, for names that a newspaper would print; they are not calibrated.

use super::entry::Entry;
use super::key::is_part_of;
use super::shorter::NameFit;
use super::story::Story;
use crate::annotation::EntityType;

/// Contexts above this say no more.
const MOST_CONTEXTS: usize = 2;

/// How well the types of entity and entry go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TypeFit {
    /// They are the same.
    Same,
    /// One of them is not known.
    Unknown,
    /// Writers use the one for the other: a town for its council, a paper for its publisher.
    Near,
    /// They are different things.
    Clash,
}

/// What speaks for an entry.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Weight {
    /// To compare with other entries of the same name.
    pub points: i32,
    /// That the entry is meant, 0 to 1, where no other has the name; `None` where it cannot be meant at all.
    pub confidence: Option<f32>,
}

/// Weighs `entry`, which fits the name `key` by `name_fit`, for an entity of `entity_type`.
pub(super) fn weigh(entry: &Entry<'_>, name_fit: NameFit, key: &str, entity_type: EntityType, story: &Story<'_>) -> Weight {
    let type_fit = type_fit(entity_type, entry.entity_type);
    let says_more = |phrase: &&str| !is_part_of(phrase, key);
    // a name of one word may be a word of the text ("will"), unless it was found to be a name
    let is_said = |name: &str| story.names(name) || (name.contains(' ') && story.says(name));
    let is_named_elsewhere = entry.names.filter(says_more).any(is_said);
    let contexts = entry.context.filter(says_more).filter(|phrase| story.says(phrase)).take(MOST_CONTEXTS).count();
    let type_points = match type_fit {
        TypeFit::Same => 2,
        TypeFit::Unknown => 1,
        TypeFit::Near => 0,
        TypeFit::Clash => -2,
    };
    let name_points = if name_fit == NameFit::Same { 2 } else { 0 };
    let points = type_points + name_points + 3 * i32::from(is_named_elsewhere) + 2 * contexts as i32;
    let is_one_word = !key.contains(' ');
    let is_risky = name_fit == NameFit::Shorter && is_one_word && type_fit != TypeFit::Same; // Apple, of Apple Inc.
    if type_fit == TypeFit::Clash || is_risky {
        return Weight { points, confidence: None };
    }
    let mut confidence = if name_fit == NameFit::Same { 0.9 } else { 0.8 };
    confidence *= match type_fit {
        TypeFit::Same => 1.0,
        TypeFit::Unknown => 0.85,
        TypeFit::Near | TypeFit::Clash => 0.7,
    };
    if is_one_word && entity_type == EntityType::Person {
        confidence *= 0.7;
    }
    for _ in 0..contexts + usize::from(is_named_elsewhere) {
        confidence = 1.0 - (1.0 - confidence) / 2.0;
    }
    Weight { points, confidence: Some(confidence) }
}

fn type_fit(entity_type: EntityType, of_entry: Option<EntityType>) -> TypeFit {
    use EntityType::{Group, Location, Organization, Other, Product, Work};
    let Some(of_entry) = of_entry.filter(|kind| *kind != Other) else { return TypeFit::Unknown };
    match (entity_type, of_entry) {
        (one, other) if one == other => TypeFit::Same,
        (Other, _) => TypeFit::Unknown,
        (Organization, Location | Group | Work | Product) | (Location | Group | Work | Product, Organization) => TypeFit::Near,
        (Location, Group) | (Group, Location) | (Work, Product) | (Product, Work) => TypeFit::Near,
        _ => TypeFit::Clash,
    }
}
