//! Descriptions whose name stands beside them or comes later: `his lawyer, Dana Weiss,` and `A federal judge said … Judge Alan Kowal wrote`.

use rustc_hash::FxHashMap;

use super::described::holds_office;
use super::description::Description;
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind};
use crate::lexicon::source_nouns::{is_collective, is_unnamed_head};
use crate::text::Document;

/// Bytes at the start of a story whose descriptions a later name may explain.
const LEDE: usize = 400;
/// Sentences in which that name comes.
const REACH: usize = 8;

/// Joins descriptions with the name that an apposition gives them, and those at the start of the story with the only person of that office who
/// is named soon after. The entities come in the order of their first mention.
pub fn with_names_beside(document: &Document, mut entities: Vec<EntityCluster>) -> Vec<EntityCluster> {
    let names = Names::new(&entities);
    let mut moved: Vec<(usize, Mention)> = Vec::new();
    for index in 0..entities.len() {
        let mentions = std::mem::take(&mut entities[index].mentions);
        let beside = |mention: &Mention| names.beside(document, &entities, mention).filter(|named| *named != index);
        let whole = (!names.is_named[index])
            .then(|| mentions.iter().find_map(beside).or_else(|| names.later(document, &entities, mentions.first()?)))
            .flatten();
        let mut kept = Vec::with_capacity(mentions.len());
        for mention in mentions {
            match whole.or_else(|| beside(&mention)) {
                Some(named) => moved.push((named, mention)),
                None => kept.push(mention),
            }
        }
        entities[index].mentions = kept;
    }
    for (named, mention) in moved {
        entities[named].mentions.push(mention);
    }
    entities.retain(|entity| !entity.mentions.is_empty());
    for entity in &mut entities {
        entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    }
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    entities
}

/// Where names stand.
struct Names {
    /// For the place where a name begins its entity and where the longest that begins there ends.
    begins: FxHashMap<usize, (usize, usize)>,
    /// For each entity whether it has a name.
    is_named: Vec<bool>,
    /// For each entity where its first mention begins.
    first: Vec<usize>,
}

impl Names {
    fn new(entities: &[EntityCluster]) -> Self {
        let mut names =
            Self { begins: FxHashMap::default(), is_named: vec![false; entities.len()], first: Vec::with_capacity(entities.len()) };
        for (index, entity) in entities.iter().enumerate() {
            names.first.push(entity.mentions.first().map_or(0, |mention| mention.span.start));
            for name in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
                names.is_named[index] = true;
                let known = names.begins.entry(name.span.start).or_insert((index, name.span.end));
                if name.span.end > known.1 {
                    *known = (index, name.span.end);
                }
            }
        }
        names
    }

    /// The entity whose name is the apposition of `description`: `his lawyer, Dana Weiss,`, not `to his lawyer, Dana Weiss said`.
    fn beside(&self, document: &Document, entities: &[EntityCluster], description: &Mention) -> Option<usize> {
        if description.kind != MentionKind::Nominal {
            return None;
        }
        let rest = document.text().get(description.span.end..)?;
        let gap = [", the ", ", "].into_iter().find(|gap| rest.starts_with(gap))?;
        let (named, end) = *self.begins.get(&(description.span.end + gap.len()))?;
        let after = document.text().get(end..).unwrap_or_default();
        let closes = after.is_empty() || after.starts_with([',', '.', ';', ')', '\n']) || after.starts_with(" that ");
        let read = Description::read(document, description.span)?;
        let fits = match entities[named].entity_type {
            EntityType::Person => description.entity_type == EntityType::Person,
            EntityType::Organization | EntityType::Work => description.entity_type == EntityType::Organization,
            _ => false,
        };
        (closes && fits && !is_collective(&read.head)).then_some(named)
    }

    /// The only person of the office that `description`, at the start of the story, names, if that person is named soon after it for the first
    /// time.
    fn later(&self, document: &Document, entities: &[EntityCluster], description: &Mention) -> Option<usize> {
        let is_person = description.kind == MentionKind::Nominal && description.entity_type == EntityType::Person;
        if !is_person || description.span.start > LEDE {
            return None;
        }
        let sentence = document.sentence_at(description.span.start)?;
        let read = Description::read(document, description.span)?;
        if is_collective(&read.head) || is_unnamed_head(&read.head) {
            return None;
        }
        let comes_soon = |first: usize| document.sentence_at(first).is_some_and(|at| at <= sentence + REACH);
        let fits = |index: &usize| {
            let first = self.first[*index];
            self.is_named[*index]
                && first > description.span.end
                && holds_office(document, &entities[*index], &read.head)
                && comes_soon(first)
        };
        let mut found = (0..entities.len()).filter(fits);
        let named = found.next()?;
        found.next().is_none().then_some(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Title, TitleKind};
    use crate::segment::segment;
    use crate::text::Span;

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
