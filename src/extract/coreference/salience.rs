//! How much a story is about each of its entities.

use crate::annotation::{EntityCluster, MentionKind};
use crate::text::{BlockRole, Document, Span};

/// What counts for how much: place of the first mention, number of mentions, the headline, being a subject. Set by hand.
const OF_COUNT: f32 = 0.45;
const OF_PLACE: f32 = 0.2;
const OF_HEADLINE: f32 = 0.2;
const OF_SUBJECT: f32 = 0.15;
/// What is unnamed is seldom what a story is about.
const UNNAMED: f32 = 0.6;
/// Sentences after which the place of the first mention counts half.
const HALF_PLACE: f32 = 4.0;
/// Tokens at the start of a sentence in which its subject mostly begins.
const SUBJECT_WITHIN: usize = 3;

/// Sets the salience of `entities`, 0 to 1; the most salient has 1. `headline` is the one that stands outside the text.
pub fn with_salience(document: &Document, entities: Vec<EntityCluster>, headline: Option<&str>) -> Vec<EntityCluster> {
    let mut headlines: Vec<&str> = headline.into_iter().collect();
    let blocks = document.blocks().iter().filter(|block| block.role == BlockRole::Headline);
    headlines.extend(blocks.map(|block| document.slice(block.span)));
    let most = entities.iter().map(|entity| entity.mentions.len()).max().unwrap_or(0) as f32;
    let mut entities = entities;
    for entity in &mut entities {
        entity.salience = points(document, entity, &headlines, most);
    }
    let highest = entities.iter().map(|entity| entity.salience).fold(0.0, f32::max);
    if highest > 0.0 {
        entities.iter_mut().for_each(|entity| entity.salience /= highest);
    }
    entities
}

fn points(document: &Document, entity: &EntityCluster, headlines: &[&str], most: f32) -> f32 {
    let count = entity.mentions.len() as f32;
    let first = entity.mentions.first().and_then(|mention| document.sentence_at(mention.span.start)).unwrap_or(0) as f32;
    let subjects = entity.mentions.iter().filter(|mention| begins_sentence(document, mention.span)).count() as f32;
    let is_named = entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name);
    let in_headline = is_named && is_in_headline(document, entity, headlines);
    let points = OF_COUNT * (1.0 + count).ln() / (1.0 + most).ln()
        + OF_PLACE * HALF_PLACE / (HALF_PLACE + first)
        + OF_HEADLINE * f32::from(u8::from(in_headline))
        + OF_SUBJECT * subjects / count.max(1.0);
    if is_named { points } else { points * UNNAMED }
}

fn is_in_headline(document: &Document, entity: &EntityCluster, headlines: &[&str]) -> bool {
    let mut names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).map(|mention| document.slice(mention.span));
    // one of a name's shorter forms may stand in the story far down; a few of them tell
    let has_word = |headline: &&str, name: &str| {
        headline.match_indices(name).any(|(at, _)| {
            let is_letter = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
            !is_letter(headline[..at].chars().next_back()) && !is_letter(headline[at + name.len()..].chars().next())
        })
    };
    names.by_ref().take(6).any(|name| headlines.iter().any(|headline| has_word(headline, name)))
}

fn begins_sentence(document: &Document, span: Span) -> bool {
    let Some(sentence) = document.sentence_at(span.start).map(|index| document.sentences()[index]) else { return false };
    document.tokens_in(span).start < sentence.tokens.start + SUBJECT_WITHIN
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{EntityType, Mention};
    use crate::segment::segment;

    fn entity(text: &str, name: &str) -> EntityCluster {
        let places = text.match_indices(name).map(|(start, _)| Span::new(start, start + name.len()));
        let mention = |span| Mention { span, kind: MentionKind::Name, entity_type: EntityType::Person, score: 0.9 };
        EntityCluster { canonical_name: name.to_owned(), mentions: places.map(mention).collect(), ..EntityCluster::default() }
    }

    #[test]
    fn often_and_early_is_most_salient() {
        let text = "Brandt won. Brandt thanked the voters. A crowd had waited for Obuya.";
        let document = segment(text, &[]);
        let found = with_salience(&document, vec![entity(text, "Brandt"), entity(text, "Obuya")], None);
        assert_eq!(found[0].salience, 1.0);
        assert!(found[1].salience > 0.0 && found[1].salience < 0.6, "{}", found[1].salience);
    }

    #[test]
    fn the_headline_lifts_whole_words_alone() {
        let text = "A crowd waited for Obuya, and for Brandt.";
        let document = segment(text, &[]);
        let salience = |headline| {
            let found = with_salience(&document, vec![entity(text, "Obuya"), entity(text, "Brandt")], Some(headline));
            (found[0].salience, found[1].salience)
        };
        assert_eq!(salience("Brandt wins").1, 1.0);
        assert_eq!(salience("Brandtville floods"), salience("Rain"));
    }

    #[test]
    fn nothing_found_stays_nothing() {
        assert!(with_salience(&segment("It rained.", &[]), Vec::new(), None).is_empty());
    }
}
