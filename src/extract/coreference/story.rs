//! Where the entities of a story stand, in the order of the text.

use crate::annotation::{EntityCluster, EntityType};
use crate::text::{Document, Span};

/// One place where an entity stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The entity.
    pub entity: usize,
    /// Its words.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// Whether it looks like the subject of its sentence: the first person named there, not after a preposition.
    pub subject: bool,
    /// Whether it is a name rather than a pronoun.
    pub name: bool,
}

/// All places, ordered; grows by the pronouns that are resolved.
pub(super) struct Story {
    /// Ordered by start.
    pub places: Vec<Place>,
    /// The type of each entity.
    pub types: Vec<EntityType>,
    /// How often each entity has stood so far, up to the pronoun at hand.
    pub counts: Vec<usize>,
}

impl Story {
    /// Places of the names of `entities`.
    pub(super) fn new(document: &Document, entities: &[EntityCluster]) -> Self {
        let mut places = Vec::new();
        for (entity, cluster) in entities.iter().enumerate() {
            for mention in &cluster.mentions {
                let Some(sentence) = document.sentence_at(mention.span.start) else { continue };
                places.push(Place { entity, span: mention.span, sentence, subject: false, name: true });
            }
        }
        places.sort_by_key(|place| (place.span.start, place.span.end));
        let types = entities.iter().map(|entity| entity.entity_type).collect();
        let mut story = Self { places, types, counts: vec![0; entities.len()] };
        story.mark_subjects(document);
        story
    }

    /// Marks the first person of each sentence that stands after no preposition and owns nothing.
    fn mark_subjects(&mut self, document: &Document) {
        let mut last_marked = None;
        for index in 0..self.places.len() {
            let place = self.places[index];
            let person = self.types[place.entity] == EntityType::Person;
            if !person || last_marked == Some(place.sentence) || after_preposition(document, place.span) || owns(document, place.span) {
                continue;
            }
            self.places[index].subject = true;
            last_marked = Some(place.sentence);
        }
    }
}

fn after_preposition(document: &Document, span: Span) -> bool {
    let token = document.tokens_in(span).start;
    let before = token.checked_sub(1).map_or("", |index| document.word(index));
    matches!(
        before,
        "of" | "by" | "with" | "to" | "from" | "for" | "against" | "about" | "on" | "like" | "between" | "over" | "under" | "after" | "in"
    )
}

/// Whether a possessive mark follows.
pub(super) fn owns(document: &Document, span: Span) -> bool {
    let rest = &document.text()[span.end..];
    rest.starts_with("'s") || rest.starts_with("’s") || rest.starts_with("' ") || rest.starts_with("’ ")
}
