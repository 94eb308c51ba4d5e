//! Pronouns and descriptions, led to their entities.

mod anaphors;
mod certain;
mod discourse;
mod features;
mod fit;
mod form;
mod gender;
mod narrator;
mod nominals;
mod nouns;
mod pronouns;
mod resolve;
mod resolver;
mod salience;
mod story;
mod supplied;
mod talk;
mod voices;
mod weights;

use crate::annotation::{EntityCluster, Mention, Quotation};
use crate::text::Document;

pub use resolve::{Weighing, Weighings, resolve, weighings};
pub use resolver::Guidance;
pub use salience::with_salience;
pub use supplied::with_supplied;
pub use weights::Weights;

/// Adds pronoun and nominal mentions to `entities`, whose order and number stay as they are. `quotations` tell whose voice a pronoun stands in.
///
/// Where several entities fit about equally well, or none does, the pronoun stays alone.
pub fn with_pronouns(document: &Document, entities: Vec<EntityCluster>, quotations: &[Quotation]) -> Vec<EntityCluster> {
    let voices = voices::Voices::new(quotations, &[]);
    let genders = gender::genders(document, &entities);
    let mut story = story::Story::new(document, &entities);
    let mut found = pronouns::resolve(document, &mut story, &voices, genders);
    found.extend(pronouns::first_persons(document, &story, &voices));
    found.extend(nominals::resolve(document, &entities, &story));
    with_found(entities, found)
}

/// A mention found for the entity at an index.
type Found = (usize, Mention);

fn with_found(mut entities: Vec<EntityCluster>, found: Vec<Found>) -> Vec<EntityCluster> {
    for (entity, mention) in found {
        entities[entity].mentions.push(mention);
    }
    for entity in &mut entities {
        entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        entity.mentions.dedup_by_key(|mention| mention.span);
    }
    entities
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Attribution, Cue, EntityType, MentionKind, QuotationKind, Resolution, Source, Title, TitleKind};
    use crate::lexicon::outlet_words::names_outlet;
    use crate::segment::segment;
    use crate::text::Span;

    fn find(text: &str, part: &str) -> Span {
        let start = text.find(part).expect("the part stands in the text");
        Span::new(start, start + part.len())
    }

    /// An entity of all places where one of `names`, separated by `|`, stands.
    fn entity(text: &str, names: &str, entity_type: EntityType) -> EntityCluster {
        let mut mentions: Vec<Mention> = names
            .split('|')
            .flat_map(|name| text.match_indices(name))
            .map(|(start, name)| Mention { span: Span::new(start, start + name.len()), kind: MentionKind::Name, entity_type, score: 0.9 })
            .collect();
        mentions.sort_by_key(|mention| mention.span);
        EntityCluster {
            canonical_name: names.split('|').next().unwrap_or(names).to_owned(),
            entity_type,
            is_outlet: names_outlet(names),
            mentions,
            ..EntityCluster::default()
        }
    }

    fn quoted(text: &str, content: &str, source: &str) -> Quotation {
        let span = find(text, source);
        Quotation {
            parts: vec![find(text, content)],
            kind: QuotationKind::Direct,
            attribution: Attribution {
                source: Some(Source {
                    span,
                    mention: Some(span),
                    cluster: None,
                    resolution: Resolution::Unknown,
                    alternatives: Vec::new(),
                }),
                cue: Some(Cue { span: find(text, "said"), lemma: "say".to_owned() }),
                rule: "test",
                score: 0.9,
            },
            relays: Vec::new(),
            addressee: None,
            score: 0.9,
        }
    }

    /// Pronouns and descriptions that were led home, as `words→name`, in the order of the entities.
    fn led(text: &str, entities: Vec<EntityCluster>, quotations: &[Quotation]) -> Vec<String> {
        let document = segment(text, &[]);
        let entities = with_pronouns(&document, entities, quotations);
        let mut led = Vec::new();
        for entity in &entities {
            for mention in entity.mentions.iter().filter(|mention| mention.kind != MentionKind::Name) {
                led.push(format!("{}→{}", document.slice(mention.span), entity.canonical_name));
            }
        }
        led
    }

    use EntityType::{Location, Organization, Person};

    #[test]
    fn gender_of_given_names_parts_two_people() {
        let text = "Ingrid Halvorsen met Thomas Reed. She smiled, and he left.";
        let entities = vec![entity(text, "Ingrid Halvorsen", Person), entity(text, "Thomas Reed", Person)];
        assert_eq!(led(text, entities, &[]), ["She→Ingrid Halvorsen", "he→Thomas Reed"]);
    }

    #[test]
    fn a_title_tells_the_gender() {
        let text = "Chairwoman Zandvliet met Obuya. She smiled.";
        let mut chair = entity(text, "Zandvliet", Person);
        chair.titles.push(Title { span: find(text, "Chairwoman"), kind: TitleKind::Office });
        assert_eq!(led(text, vec![chair, entity(text, "Obuya", Person)], &[]), ["She→Zandvliet"]);
    }

    #[test]
    fn nobody_fits_where_gender_speaks_against_it() {
        let text = "Ingrid Halvorsen was late. He left.";
        assert_eq!(led(text, vec![entity(text, "Ingrid Halvorsen", Person)], &[]), [""; 0]);
    }

    #[test]
    fn people_far_away_are_out_of_reach() {
        let text = format!("Ingrid Halvorsen was late. {}She left.", "The boat sank. ".repeat(12));
        assert_eq!(led(&text, vec![entity(&text, "Ingrid Halvorsen", Person)], &[]), [""; 0]);
    }

    #[test]
    fn i_in_a_quotation_is_its_speaker() {
        let text = "“I lost my boat,” Ingrid Halvorsen said.";
        let entities = vec![entity(text, "Ingrid Halvorsen", Person)];
        assert_eq!(
            led(text, entities, &[quoted(text, "I lost my boat,", "Ingrid Halvorsen")]),
            ["I→Ingrid Halvorsen", "my→Ingrid Halvorsen"]
        );
    }

    #[test]
    fn i_weighs_nobody_where_the_speaker_has_a_name() {
        let text = "Brandt and Brandt met Orlov. “I lost my boat,” Orlov said.";
        let entities = vec![entity(text, "Brandt", Person), entity(text, "Orlov", Person)];
        let document = segment(text, &[]);
        let found = resolve(&document, entities, &[quoted(text, "I lost my boat,", "Orlov")], &[], None);
        let words = |entity: &EntityCluster| entity.mentions.iter().map(|mention| document.slice(mention.span)).collect::<Vec<_>>();
        assert_eq!(found.iter().map(words).collect::<Vec<_>>(), [vec!["Brandt", "Brandt"], vec!["Orlov", "I", "my", "Orlov"]]);
    }

    #[test]
    fn i_outside_quotations_is_nobody() {
        let text = "Ingrid Halvorsen left. I stayed.";
        assert_eq!(led(text, vec![entity(text, "Ingrid Halvorsen", Person)], &[]), [""; 0]);
    }

    #[test]
    fn speaker_is_not_somebody_named_only_in_the_words() {
        let text = "Thomas Reed came late. “Paul Lund was angry,” he said.";
        let entities = vec![entity(text, "Thomas Reed", Person), entity(text, "Paul Lund", Person)];
        assert_eq!(led(text, entities, &[quoted(text, "Paul Lund was angry,", "he")]), ["he→Thomas Reed"]);
    }

    #[test]
    fn he_in_a_quotation_is_not_the_speaker() {
        let text = "“He stole it,” Thomas Reed said.";
        let entities = vec![entity(text, "Thomas Reed", Person)];
        assert_eq!(led(text, entities, &[quoted(text, "He stole it,", "Thomas Reed")]), [""; 0]);
    }

    #[test]
    fn the_publication_is_the_outlet_named_last() {
        let text = "The Alden Gazette saw it. So did Norland News. The publication was first.";
        let entities = vec![entity(text, "Alden Gazette", Organization), entity(text, "Norland News", Organization)];
        assert_eq!(led(text, entities, &[]), ["The publication→Norland News"]);
    }

    #[test]
    fn our_country_is_the_one_named_most() {
        let text = "Norway wrote to Sweden. Norway waited. Our nation is old, and this country is patient.";
        let entities = vec![entity(text, "Norway", Location), entity(text, "Sweden", Location)];
        assert_eq!(led(text, entities, &[]), ["Our nation→Norway", "this country→Norway"]);
        let text = "The U.S. waited. Our nation is old.";
        assert_eq!(led(text, vec![entity(text, "U.S.", Location)], &[]), ["Our nation→U.S."]);
        let text = "Norway wrote to Sweden. Our nation is old.";
        let entities = vec![entity(text, "Norway", Location), entity(text, "Sweden", Location)];
        assert_eq!(led(text, entities, &[]), [""; 0]);
    }

    #[test]
    fn a_description_goes_to_the_body_of_that_noun_alone() {
        let text = "Halden College closed. The college was old. The company was new. The college of arts stayed.";
        assert_eq!(led(text, vec![entity(text, "Halden College", Organization)], &[]), ["The college→Halden College"]);
    }
}
