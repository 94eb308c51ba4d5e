//! Names inside names and around them: `Oslo` in `University of Oslo`, `Brandt administration`, `Norwegian fishers`.

use super::pieces::Candidate;
use super::runs::phrase_at;
use super::words::{Shape, Words};
use crate::annotation::{EntityType, Mention, MentionKind};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::Span;

/// Small words that make a body of the name before them.
const BODIES: &[&str] = &["administration"];

/// Adds the names inside and around `mentions`, which are those of `candidates`, in the same order.
pub(super) fn add(words: &Words<'_>, candidates: &[Candidate], mentions: &mut Vec<Mention>) {
    let mut more = Vec::new();
    for (candidate, mention) in candidates.iter().zip(mentions.iter()) {
        if mention.entity_type == EntityType::Organization && candidate.range.len() > 1 {
            add_places(words, candidate, &mut more);
        }
        if let Some(people) = people_around(words, candidate, mention.entity_type) {
            more.push(Mention { span: people, kind: MentionKind::Nominal, entity_type: EntityType::Group, score: 0.7 });
        }
        if let Some(body) = body_around(words, candidate, mention.entity_type) {
            more.push(Mention { span: body, kind: MentionKind::Name, entity_type: EntityType::Organization, score: 0.8 });
        }
    }
    mentions.extend(more);
}

/// Adds the places that an organization is named after.
fn add_places(words: &Words<'_>, candidate: &Candidate, more: &mut Vec<Mention>) {
    let range = candidate.range;
    if candidate.classes.any(WordClasses::OUTLET) {
        return;
    }
    let mut index = range.start;
    while index < range.end {
        let (end, classes) = phrase_at(words, index, range.end).unwrap_or((index + 1, words.all[index].classes));
        let whole = index == range.start && end == range.end;
        if classes.any(WordClasses::PLACE) && !whole && !classes.any(WordClasses::GIVEN.with(WordClasses::SURNAME)) {
            more.push(Mention { span: words.span(index, end), kind: MentionKind::Name, entity_type: EntityType::Location, score: 0.7 });
        }
        index = end;
    }
}

/// `Norwegian fishers`: a people's word with a role in the plural is a group of its own.
fn people_around(words: &Words<'_>, candidate: &Candidate, entity_type: EntityType) -> Option<Span> {
    let end = candidate.range.end;
    let word = words.all.get(end)?;
    let role = words.word(end).strip_suffix('s').is_some_and(|role| classes_of(role).any(WordClasses::ROLE));
    let follows = entity_type == EntityType::Group && word.shape == Shape::Small && role && !words.all[end - 1].closed;
    follows.then(|| words.span(candidate.range.start, end + 1))
}

/// `Brandt administration`: the body of a person.
fn body_around(words: &Words<'_>, candidate: &Candidate, entity_type: EntityType) -> Option<Span> {
    let end = candidate.range.end;
    let closed = words.all[end - 1].closed;
    let follows = end < words.all.len() && BODIES.contains(&words.word(end)) && !closed;
    (follows && entity_type == EntityType::Person).then(|| words.span(candidate.range.start, end + 1))
}
