//! Descriptions that are safe to resolve: `the administration`, `the newspaper`, `the mayor`.

use super::Found;
use super::nouns::BODY_NOUNS;
use super::story::Story;
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind};
use crate::lexicon::aliases::is_country;
use crate::lexicon::outlet_words::is_outlet_noun;
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{Document, TokenRange};

/// Sentences after which a description no longer reaches back.
const REACH: usize = 12;

/// Words between the article and the noun that do not change who is meant.
const FILLERS: &[&str] = &["same", "former", "then"];

/// A noun behind a definite article that stands for somebody: `the agency`, `the former mayor`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Definite {
    /// From the article to the noun.
    pub tokens: TokenRange,
    /// Index of its sentence.
    pub sentence: usize,
}

/// All of them, in the order of the text; those that go on and so mean something else are left out: `the company car`, `the mayor of Halden`.
pub(super) fn definites(document: &Document) -> impl Iterator<Item = Definite> + '_ {
    document.sentences().iter().enumerate().flat_map(move |(index, sentence)| {
        let range = sentence.tokens;
        let articles = range.indices().filter(|start| matches!(document.word(*start), "the" | "The"));
        articles.filter_map(move |start| {
            let has_filler = range.end > start + 2 && FILLERS.contains(&document.word(start + 1));
            let noun = start + 1 + usize::from(has_filler);
            (noun < range.end && !goes_on(document, noun, range))
                .then(|| Definite { tokens: TokenRange::new(start, noun + 1), sentence: index })
        })
    })
}

/// Leads descriptions with a definite article to the entity that they fit alone, or that stands nearest among bodies of that noun, and `our
/// country` to the one at home.
pub(super) fn resolve(document: &Document, entities: &[EntityCluster], story: &Story) -> Vec<Found> {
    let found = |tokens: TokenRange, entity: usize| {
        let entity_type = entities[entity].entity_type;
        (entity, Mention { span: document.span_of(tokens), kind: MentionKind::Nominal, entity_type, score: 0.6 })
    };
    let described = definites(document).filter_map(|definite| {
        let start = document.span_of(definite.tokens).start;
        let asked = Asked { noun: document.word(definite.tokens.end - 1), start, sentence: definite.sentence };
        Some(found(definite.tokens, entity_for(entities, story, document, &asked)?))
    });
    let home = home_country(entities);
    let ours = home.into_iter().flat_map(|home| our_country(document).map(move |tokens| (tokens, home)));
    described.chain(ours.map(|(tokens, home)| found(tokens, home))).collect()
}

/// The country that a story names most often: the one at home.
fn home_country(entities: &[EntityCluster]) -> Option<usize> {
    let countries = entities.iter().enumerate().filter(|(_, entity)| is_country(&entity.canonical_name));
    let mut counted: Vec<(usize, usize)> = countries.map(|(index, entity)| (entity.mentions.len(), index)).collect();
    counted.sort_unstable_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counted.as_slice() {
        [(_, only)] => Some(*only),
        [(most, first), (next, _), ..] if most > next => Some(*first),
        _ => None,
    }
}

/// Where somebody speaks of `our country`, `this nation`.
fn our_country(document: &Document) -> impl Iterator<Item = TokenRange> + '_ {
    document.sentences().iter().flat_map(move |sentence| {
        let range = sentence.tokens;
        let starts = range.indices().filter(move |start| start + 1 < range.end && is_ours(document.word(*start)));
        starts.filter(|start| matches!(document.word(start + 1), "country" | "nation")).map(|start| TokenRange::new(start, start + 2))
    })
}

fn is_ours(word: &str) -> bool {
    ["our", "this"].iter().any(|own| word.eq_ignore_ascii_case(own))
}

/// Whether the noun goes on.
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
    if is_outlet_noun(asked.noun) {
        return nearest(story, asked, |entity| entities[entity].is_outlet);
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

fn has_noun(name: &str, noun: &str) -> bool {
    name.split(' ').any(|word| word.eq_ignore_ascii_case(noun))
}

fn title_has(title: &str, noun: &str) -> bool {
    title.split(' ').any(|word| word.eq_ignore_ascii_case(noun))
}
