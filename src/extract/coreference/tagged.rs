//! The network's nominal and pronoun mentions: those of an entity at hand join it, the others make entities of their own.

use rustc_hash::FxHashMap;

use crate::annotation::{EntityCluster, Mention, MentionKind};
use crate::model::{Antecedent, Reading};
use crate::text::{Document, Span};

/// A link back that is less probable joins nothing.
const LEAST_LINK: f32 = 0.5;
/// A mention that is less probable is left out.
const LEAST_MENTION: f32 = 0.5;

/// Adds the mentions of `reading` to `entities`, which `with_pronouns` has been over; those of nobody known become entities too. All
/// come in the order of their first mention.
///
/// A mention that stands in an entity already stays there. Any other goes where the network leads it, as far as that is one of the unnamed:
/// who is meant by name is `with_pronouns`' to say, which knows titles, genders and voices.
pub fn with_mentions(document: &Document, mut entities: Vec<EntityCluster>, reading: &Reading) -> Vec<EntityCluster> {
    let named = entities.len();
    let mut at: FxHashMap<Span, usize> = FxHashMap::default();
    for (index, entity) in entities.iter().enumerate() {
        at.extend(entity.mentions.iter().map(|mention| (mention.span, index)));
    }
    let mut entity_of: Vec<Option<usize>> = vec![None; reading.mentions.len()];
    for (index, tagged) in reading.mentions.iter().enumerate() {
        if tagged.probability < LEAST_MENTION {
            continue;
        }
        let span = document.span_of(tagged.tokens);
        let back = tagged.antecedent.filter(|(_, probability)| *probability >= LEAST_LINK);
        let led = back.and_then(|(antecedent, _)| match antecedent {
            Antecedent::Mention(other) => entity_of.get(other).copied().flatten(),
            Antecedent::Name(_) => None,
        });
        let known = at.get(&span).copied();
        let joined = known.or(led.filter(|entity| *entity >= named && entities[*entity].entity_type == tagged.entity_type));
        let mention = Mention { span, kind: tagged.kind, entity_type: tagged.entity_type, score: tagged.probability };
        entity_of[index] = Some(match joined {
            Some(entity) if known.is_none() => {
                entities[entity].mentions.push(mention);
                entity
            }
            Some(entity) => entity,
            None => {
                entities.push(alone(mention));
                entities.len() - 1
            }
        });
    }
    for unnamed in &mut entities[named..] {
        let description = unnamed.mentions.iter().find(|mention| mention.kind == MentionKind::Nominal);
        unnamed.canonical_name = document.slice(description.unwrap_or(&unnamed.mentions[0]).span).to_owned();
    }
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    entities
}

/// An entity that no name is known of; what it is called is told when all its mentions are known.
fn alone(mention: Mention) -> EntityCluster {
    EntityCluster { entity_type: mention.entity_type, mentions: vec![mention], ..EntityCluster::default() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::EntityType;
    use crate::model::TaggedMention;
    use crate::segment::segment;

    fn mention(document: &Document, words: &str, kind: MentionKind, back: Option<Antecedent>) -> TaggedMention {
        let start = document.text().find(words).expect("the words stand in the text");
        let tokens = document.tokens_in(Span::new(start, start + words.len()));
        TaggedMention {
            tokens,
            kind,
            entity_type: EntityType::Person,
            probability: 0.9,
            antecedent: back.map(|antecedent| (antecedent, 0.8)),
        }
    }

    fn reading(mentions: Vec<TaggedMention>) -> Reading {
        Reading { quotations: Vec::new(), names: Vec::new(), mentions, candidates: Vec::new(), check_worthiness: Vec::new() }
    }

    /// Entities as `name: mention, mention`.
    fn shown(document: &Document, entities: &[EntityCluster]) -> Vec<String> {
        let words = |entity: &EntityCluster| entity.mentions.iter().map(|m| document.slice(m.span)).collect::<Vec<_>>().join(", ");
        entities.iter().map(|entity| format!("{}: {}", entity.canonical_name, words(entity))).collect()
    }

    #[test]
    fn nobody_known_is_an_entity_with_its_later_mentions() {
        let document = segment("A fisherman came. He left.", &[]);
        let mentions = vec![
            mention(&document, "A fisherman", MentionKind::Nominal, None),
            mention(&document, "He", MentionKind::Pronoun, Some(Antecedent::Mention(0))),
        ];
        assert_eq!(shown(&document, &with_mentions(&document, Vec::new(), &reading(mentions))), ["A fisherman: A fisherman, He"]);
    }

    #[test]
    fn a_mention_that_has_its_entity_already_stays_there() {
        let document = segment("Ingrid Halvorsen came. She left.", &[]);
        let named = EntityCluster {
            canonical_name: "Ingrid Halvorsen".to_owned(),
            entity_type: EntityType::Person,
            mentions: vec![
                Mention { span: Span::new(0, 16), kind: MentionKind::Name, entity_type: EntityType::Person, score: 0.9 },
                Mention { span: Span::new(23, 26), kind: MentionKind::Pronoun, entity_type: EntityType::Person, score: 0.9 },
            ],
            ..EntityCluster::default()
        };
        let mentions = vec![mention(&document, "She", MentionKind::Pronoun, None)];
        assert_eq!(
            shown(&document, &with_mentions(&document, vec![named], &reading(mentions))),
            ["Ingrid Halvorsen: Ingrid Halvorsen, She"]
        );
    }

    #[test]
    fn doubtful_mentions_are_left_out() {
        let document = segment("A fisherman came.", &[]);
        let doubtful = TaggedMention { probability: 0.4, ..mention(&document, "A fisherman", MentionKind::Nominal, None) };
        assert!(with_mentions(&document, Vec::new(), &reading(vec![doubtful])).is_empty());
    }
}
