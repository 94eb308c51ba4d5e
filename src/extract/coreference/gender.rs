//! Which gender a person is spoken of with, as far as titles and given names tell.

use crate::annotation::{EntityCluster, EntityType};
use crate::lexicon::gender::{Gender, of_name, of_noun};
use crate::text::{Document, TokenKind};

/// The gender of each entity; `None` where nothing tells and for all that are no persons.
pub(super) fn genders(document: &Document, entities: &[EntityCluster]) -> Vec<Option<Gender>> {
    entities.iter().map(|entity| if entity.entity_type == EntityType::Person { gender_of(document, entity) } else { None }).collect()
}

/// By title and role first, by given name where they do not tell.
fn gender_of(document: &Document, entity: &EntityCluster) -> Option<Gender> {
    let by_title = entity.titles.iter().find_map(|title| {
        // `the wife of a fisherman`: the first word that tells is the person's own.
        let words = document.tokens_in(title.span).indices().filter(|index| document.tokens()[*index].kind == TokenKind::Word);
        words.map(|index| document.word(index)).find_map(of_noun)
    });
    by_title.or_else(|| of_name(&entity.canonical_name))
}
