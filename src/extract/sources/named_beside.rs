//! Descriptions whose name stands beside them or comes later: `his lawyer, Dana Weiss,` and `A federal judge said … Judge Alan Kowal wrote`.

use rustc_hash::FxHashMap;

use super::described::holds_office;
use super::description::Description;
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind};
use crate::lexicon::source_nouns::{is_collective, is_unnamed_head};
use crate::text::{Document, Span};

/// Sentences at the start of a story whose descriptions a later name may explain.
const LEDE: usize = 2;
/// Sentences in which that name comes.
const REACH: usize = 8;

/// Joins descriptions with the name that an apposition gives them, and those at the start of the story with the only person of that office who
/// is named soon after. The entities come in the order of their first mention.
pub fn with_names_beside(document: &Document, mut entities: Vec<EntityCluster>) -> Vec<EntityCluster> {
    let begins: FxHashMap<usize, usize> = entities
        .iter()
        .enumerate()
        .flat_map(|(index, entity)| {
            entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).map(move |name| (name.span.start, index))
        })
        .collect();
    for index in 0..entities.len() {
        let beside: Vec<(Span, usize)> = entities[index]
            .mentions
            .iter()
            .filter_map(|mention| Some((mention.span, name_beside(document, &entities, &begins, mention)?)))
            .collect();
        for (span, named) in beside.into_iter().filter(|(_, named)| *named != index) {
            if is_named(&entities[index]) {
                move_mention(&mut entities, index, named, span);
            } else {
                join(&mut entities, index, named);
            }
        }
        if let Some(named) = named_later(document, &entities, index) {
            join(&mut entities, index, named);
        }
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    entities
}

fn is_named(entity: &EntityCluster) -> bool {
    entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name)
}

/// Puts all mentions of the entity `from` into the entity `to`.
fn join(entities: &mut [EntityCluster], from: usize, to: usize) {
    let moved = std::mem::take(&mut entities[from].mentions);
    entities[to].mentions.extend(moved);
    entities[to].mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
}

fn move_mention(entities: &mut [EntityCluster], from: usize, to: usize, span: Span) {
    let moved: Vec<Mention> = entities[from].mentions.extract_if(.., |mention| mention.span == span).collect();
    entities[to].mentions.extend(moved);
    entities[to].mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
}

/// The entity whose name is the apposition of `description`: `his lawyer, Dana Weiss,`, not `to his lawyer, Dana Weiss said`.
fn name_beside(document: &Document, entities: &[EntityCluster], begins: &FxHashMap<usize, usize>, description: &Mention) -> Option<usize> {
    if description.kind != MentionKind::Nominal {
        return None;
    }
    let rest = document.text().get(description.span.end..)?;
    let gap = [", the ", ", "].into_iter().find(|gap| rest.starts_with(gap))?;
    let start = description.span.end + gap.len();
    let named = *begins.get(&start)?;
    let name = entities[named].mentions.iter().filter(|mention| mention.span.start == start).max_by_key(|mention| mention.span.end)?;
    let after = document.text().get(name.span.end..).unwrap_or_default();
    let closes = after.is_empty() || after.starts_with([',', '.', ';', ')', '\n']) || after.starts_with(" that ");
    let read = Description::read(document, description.span)?;
    let fits = match entities[named].entity_type {
        EntityType::Person => description.entity_type == EntityType::Person,
        EntityType::Organization | EntityType::Work => description.entity_type == EntityType::Organization,
        _ => false,
    };
    (closes && fits && !is_collective(&read.head)).then_some(named)
}

/// The only person of the office that the description at the start of the story names, named soon after it for the first time.
fn named_later(document: &Document, entities: &[EntityCluster], index: usize) -> Option<usize> {
    let entity = &entities[index];
    let first = entity.mentions.first().filter(|first| first.kind == MentionKind::Nominal && entity.entity_type == EntityType::Person)?;
    let sentence = document.sentence_at(first.span.start)?;
    let read = Description::read(document, first.span)?;
    if sentence >= LEDE || is_named(entity) || is_collective(&read.head) || is_unnamed_head(&read.head) {
        return None;
    }
    let comes_soon = |other: &&EntityCluster| {
        let name = other.mentions.first();
        name.is_some_and(|name| {
            name.span.start > first.span.end && document.sentence_at(name.span.start).is_some_and(|at| at <= sentence + REACH)
        })
    };
    let fits = |other: &&EntityCluster| is_named(other) && holds_office(document, other, &read.head) && comes_soon(other);
    let mut found = entities.iter().enumerate().filter(|(_, other)| fits(other));
    let (named, _) = found.next()?;
    found.next().is_none().then_some(named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Title, TitleKind};
    use crate::segment::segment;

    /// Entities as `name: mention, mention`; `described` stand alone at first, `people` have a title each.
    fn joined(text: &str, described: &[&str], people: &[(&str, &str)]) -> Vec<String> {
        let span = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        };
        let entity = |words: &str, kind: MentionKind, title: &str| EntityCluster {
            canonical_name: words.to_owned(),
            entity_type: EntityType::Person,
            titles: if title.is_empty() { Vec::new() } else { vec![Title { span: span(title), kind: TitleKind::Office }] },
            mentions: vec![Mention { span: span(words), kind, entity_type: EntityType::Person, score: 1.0 }],
            ..EntityCluster::default()
        };
        let document = segment(text, &[]);
        let nominal = described.iter().map(|words| entity(words, MentionKind::Nominal, ""));
        let named = people.iter().map(|(name, title)| entity(name, MentionKind::Name, title));
        let words = |entity: &EntityCluster| entity.mentions.iter().map(|m| document.slice(m.span)).collect::<Vec<_>>().join(", ");
        let found = with_names_beside(&document, nominal.chain(named).collect());
        found.iter().map(|entity| format!("{}: {}", entity.canonical_name, words(entity))).collect()
    }

    #[test]
    fn an_apposition_names_whom_the_description_means() {
        let text = "His lawyer, Dana Weiss, said no.";
        assert_eq!(joined(text, &["His lawyer"], &[("Dana Weiss", "")]), ["Dana Weiss: His lawyer, Dana Weiss"]);
    }

    #[test]
    fn a_clause_behind_the_comma_does_not() {
        let text = "In a note to his lawyer, Dana Weiss said no.";
        assert_eq!(joined(text, &["his lawyer"], &[("Dana Weiss", "")]).len(), 2);
    }

    #[test]
    fn who_is_named_later_is_the_one_of_that_office() {
        let text = "A federal judge said no on Friday. The case is old. Judge Alan Kowal wrote that it failed.";
        assert_eq!(joined(text, &["A federal judge"], &[("Alan Kowal", "Judge")]), ["Alan Kowal: A federal judge, Alan Kowal"]);
        let text = "A federal judge said no on Friday. Mayor Alan Kowal wrote that it failed.";
        assert_eq!(joined(text, &["A federal judge"], &[("Alan Kowal", "Mayor")]).len(), 2);
        let text = "A federal judge said no. Judge Alan Kowal and Judge Ana Brandt agreed.";
        assert_eq!(joined(text, &["A federal judge"], &[("Alan Kowal", "Judge"), ("Ana Brandt", "Judge")]).len(), 3);
    }
}
