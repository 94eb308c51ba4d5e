//! The entities that the wire itself names, found among the extracted.

use rustc_hash::FxHashMap;

use crate::annotation::{EntityCluster, EntityType, MentionKind};
use crate::lexicon::aliases;
use crate::text::Document;

/// Points each of `entities` at the entry of the wire's list that has its name. `supplied` are names and types, in the list's order.
///
/// An entry goes to one entity at the most, by its full name before any shorter mention; a last name alone decides nothing.
pub fn with_supplied(document: &Document, entities: Vec<EntityCluster>, supplied: &[(&str, EntityType)]) -> Vec<EntityCluster> {
    if supplied.is_empty() {
        return entities;
    }
    let mut entities = entities;
    let mut by_name: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for (index, entity) in entities.iter().enumerate() {
        let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).map(|mention| document.slice(mention.span));
        for name in [entity.canonical_name.as_str()].into_iter().chain(names) {
            let known = by_name.entry(key(name)).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
    }
    for (entry, (name, entity_type)) in supplied.iter().enumerate() {
        let found = by_name.get(&key(name)).into_iter().flatten();
        let mut fitting = found.filter(|index| fits(*entity_type, entities[**index].entity_type) && entities[**index].supplied.is_none());
        if let Some(index) = fitting.next().copied() {
            entities[index].supplied = Some(entry);
        }
    }
    entities
}

/// A name as it is compared: small, without an article, the last name behind: `Halvorsen, Ingrid` is `ingrid halvorsen`.
fn key(name: &str) -> String {
    let bare = name.trim().strip_prefix("The ").or(name.trim().strip_prefix("the ")).unwrap_or(name.trim());
    let turned = match bare.split_once(", ") {
        Some((last, first)) if !first.contains(',') => format!("{first} {last}"),
        _ => aliases::fullest(bare).to_owned(),
    };
    turned.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

fn fits(supplied: EntityType, found: EntityType) -> bool {
    let is_person = |entity_type| entity_type == EntityType::Person;
    is_person(supplied) == is_person(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Mention;
    use crate::segment::segment;
    use crate::text::Span;

    fn matched(text: &str, name: &str, supplied: &[(&str, EntityType)]) -> Option<usize> {
        let start = text.find(name).expect("the name stands in the text");
        let span = Span::new(start, start + name.len());
        let mention = Mention { span, kind: MentionKind::Name, entity_type: EntityType::Person, score: 0.9 };
        let entity = EntityCluster {
            canonical_name: name.to_owned(),
            entity_type: EntityType::Person,
            mentions: vec![mention],
            ..EntityCluster::default()
        };
        with_supplied(&segment(text, &[]), vec![entity], supplied)[0].supplied
    }

    #[test]
    fn full_names_match_in_either_order() {
        let text = "Ingrid Halvorsen won.";
        let list = [("Port Alden", EntityType::Location), ("Halvorsen, Ingrid", EntityType::Person)];
        assert_eq!(matched(text, "Ingrid Halvorsen", &list), Some(1));
    }

    #[test]
    fn other_names_and_other_types_do_not() {
        let text = "Ingrid Halvorsen won.";
        let list = [("Ingrid Halvorsen", EntityType::Organization), ("Lars Halvorsen", EntityType::Person)];
        assert_eq!(matched(text, "Ingrid Halvorsen", &list), None);
    }
}
