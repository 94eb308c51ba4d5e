//! Pronouns and descriptions, led to their entities.

mod gender;
mod nominals;
mod pronouns;
mod story;
mod voices;

use crate::annotation::{EntityCluster, Mention, Quotation};
use crate::text::Document;

/// Adds pronoun and nominal mentions to `entities`, whose order and number stay as they are. `quotations` tell whose voice a pronoun stands in.
///
/// Where several entities fit about equally well, or none does, the pronoun stays alone.
pub fn with_pronouns(document: &Document, entities: Vec<EntityCluster>, quotations: &[Quotation]) -> Vec<EntityCluster> {
    let voices = voices::Voices::new(quotations);
    let genders = gender::genders(document, &entities);
    let mut story = story::Story::new(document, &entities);
    let mut found = pronouns::resolve(document, &mut story, &voices, genders);
    found.extend(pronouns::first_persons(document, &story, &voices));
    found.extend(nominals::resolve(document, &entities, &story));
    with_mentions(entities, found)
}

/// A mention found for the entity at an index.
type Found = (usize, Mention);

fn with_mentions(mut entities: Vec<EntityCluster>, found: Vec<Found>) -> Vec<EntityCluster> {
    for (entity, mention) in found {
        entities[entity].mentions.push(mention);
    }
    for entity in &mut entities {
        entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        entity.mentions.dedup_by_key(|mention| mention.span);
    }
    entities
}
