//! Descriptions that are safe to resolve: `the administration`, `the newspaper`, `the mayor`.

use super::Found;
use super::story::Story;
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{Document, TokenRange};

/// Sentences after which a description no longer reaches back.
const REACH: usize = 12;

/// Nouns for news outlets.
const OUTLET_NOUNS: &[&str] =
    &["publication", "newspaper", "paper", "magazine", "outlet", "broadcaster", "network", "tabloid", "daily", "site"];

/// Nouns that also stand in the name of the body they are said of.
const BODY_NOUNS: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "alliance",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "corporation",
    "council",
    "court",
    "department",
    "federation",
    "foundation",
    "fund",
    "hospital",
    "institute",
    "league",
    "ministry",
    "museum",
    "office",
    "organization",
    "organisation",
    "party",
    "school",
    "society",
    "union",
    "university",
];

/// Words between the article and the noun that do not change who is meant.
const FILLERS: &[&str] = &["same", "former", "then"];

/// Leads descriptions with a definite article to the entity that they fit alone, or that stands nearest among bodies of that noun.
pub(super) fn resolve(document: &Document, entities: &[EntityCluster], story: &Story) -> Vec<Found> {
    let mut found = Vec::new();
    for (sentence_index, sentence) in document.sentences().iter().enumerate() {
        for index in sentence.tokens.indices() {
            if !matches!(document.word(index), "the" | "The") {
                continue;
            }
            let noun_at =
                if sentence.tokens.end > index + 2 && FILLERS.contains(&document.word(index + 1)) { index + 2 } else { index + 1 };
            if noun_at >= sentence.tokens.end || goes_on(document, noun_at, sentence.tokens) {
                continue;
            }
            let span = document.span_of(TokenRange::new(index, noun_at + 1));
            let noun = document.word(noun_at);
            let asked = Asked { noun, start: span.start, sentence: sentence_index };
            if let Some(entity) = entity_for(entities, story, document, &asked) {
                let entity_type = entities[entity].entity_type;
                found.push((entity, Mention { span, kind: MentionKind::Nominal, entity_type, score: 0.6 }));
            }
        }
    }
    found
}

/// Whether the noun goes on and so means something else: `the company car`, `the mayor of Halden`.
fn goes_on(document: &Document, noun_at: usize, sentence: TokenRange) -> bool {
    if noun_at + 1 >= sentence.end {
        return false;
    }
    let next = document.word(noun_at + 1);
    matches!(next, "of" | "for" | "in" | "that" | "which" | "who" | "-")
        || next.starts_with(char::is_uppercase) && document.tokens()[noun_at + 1].span.start == document.tokens()[noun_at].span.end + 1
}

/// A description whose entity is asked for.
struct Asked<'a> {
    noun: &'a str,
    start: usize,
    sentence: usize,
}

fn entity_for(entities: &[EntityCluster], story: &Story, document: &Document, asked: &Asked<'_>) -> Option<usize> {
    if OUTLET_NOUNS.contains(&asked.noun) {
        let is_outlet =
            |entity: usize| entities[entity].entity_type == EntityType::Organization && is_outlet(&entities[entity].canonical_name);
        return nearest(story, asked, is_outlet);
    }
    if BODY_NOUNS.contains(&asked.noun) {
        return nearest(story, asked, |entity| {
            entities[entity].entity_type == EntityType::Organization && has_noun(&entities[entity].canonical_name, asked.noun)
        });
    }
    let classes = classes_of(asked.noun);
    if !asked.noun.starts_with(char::is_lowercase) || !classes.any(WordClasses::ROLE.with(WordClasses::OFFICE)) {
        return None;
    }
    let mut holders = (0..entities.len()).filter(|entity| {
        entities[*entity].titles.iter().any(|title| title.span.start < asked.start && title_has(document.slice(title.span), asked.noun))
    });
    let holder = holders.next()?;
    (holders.next().is_none() && nearest(story, asked, |entity| entity == holder).is_some()).then_some(holder)
}

/// The entity that stood last before the description, among those that `fits` takes.
fn nearest(story: &Story, asked: &Asked<'_>, fits: impl Fn(usize) -> bool) -> Option<usize> {
    let before = story.places.partition_point(|place| place.span.start < asked.start);
    let mut places = story.places[..before].iter().rev().take_while(|place| place.sentence + REACH >= asked.sentence);
    places.find(|place| place.name && fits(place.entity)).map(|place| place.entity)
}

fn is_outlet(name: &str) -> bool {
    classes_of(name).any(WordClasses::OUTLET)
        || name.split(' ').any(|word| {
            matches!(
                word,
                "News"
                    | "Times"
                    | "Post"
                    | "Herald"
                    | "Tribune"
                    | "Gazette"
                    | "Journal"
                    | "Chronicle"
                    | "Telegraph"
                    | "Daily"
                    | "Courier"
                    | "Magazine"
            )
        })
}

fn has_noun(name: &str, noun: &str) -> bool {
    name.split(' ').any(|word| word.eq_ignore_ascii_case(noun))
}

fn title_has(title: &str, noun: &str) -> bool {
    title.split(' ').any(|word| word.eq_ignore_ascii_case(noun))
}
