//! Which gender a person is spoken of with, as far as titles and given names tell.

use crate::annotation::{EntityCluster, EntityType};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{Document, TokenKind};

/// A gender in the grammatical sense: `he` or `she`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gender {
    /// `he`.
    Man,
    /// `she`.
    Woman,
}

/// The gender of each entity; `None` where nothing tells and for all that are no persons.
pub(super) fn genders(document: &Document, entities: &[EntityCluster]) -> Vec<Option<Gender>> {
    entities.iter().map(|entity| if entity.entity_type == EntityType::Person { gender_of(document, entity) } else { None }).collect()
}

/// By title and role first, by given name where they do not tell.
fn gender_of(document: &Document, entity: &EntityCluster) -> Option<Gender> {
    for title in &entity.titles {
        // `the wife of a fisherman`: the first word that tells is the person's own.
        for index in document.tokens_in(title.span).indices().filter(|index| document.tokens()[*index].kind == TokenKind::Word) {
            if let Some(gender) = by_classes(classes_of(document.word(index)), WordClasses::OF_MAN, WordClasses::OF_WOMAN) {
                return Some(gender);
            }
        }
    }
    let given = entity.canonical_name.split(' ').find(|word| word.trim_end_matches('.').chars().count() > 1)?;
    let given = given.split('-').next().unwrap_or(given);
    by_classes(classes_of(given), WordClasses::GIVEN_MAN, WordClasses::GIVEN_WOMAN)
}

/// The gender that a noun tells: `spokeswoman`.
pub(super) fn of_word(noun: &str) -> Option<Gender> {
    by_classes(classes_of(noun), WordClasses::OF_MAN, WordClasses::OF_WOMAN)
}

fn by_classes(classes: WordClasses, man: WordClasses, woman: WordClasses) -> Option<Gender> {
    match (classes.any(man), classes.any(woman)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}
