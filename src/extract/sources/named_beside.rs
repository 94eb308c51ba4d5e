//! Descriptions whose name stands beside them, came before or comes later: `his lawyer, Dana Weiss,`, `Dana Weiss … said the 38-year-old` and
//! `A federal judge said … Judge Alan Kowal wrote`.

use rustc_hash::FxHashMap;

use super::described::holds_office;
use super::description::Description;
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind, Quotation, QuotationKind};
use crate::lexicon::source_nouns::{is_collective, is_unnamed_head};
use crate::text::{Document, Span};

/// Bytes at the start of a story whose descriptions a later name may explain.
const LEDE: usize = 400;
/// Sentences in which that name comes.
const REACH: usize = 8;

/// What ends a description by age.
const AGED: &str = "-year-old";
/// Sentences over which an age reaches back.
const REACH_OF_AGE: usize = 4;

/// Joins descriptions with the name that an apposition gives them, ages with the person spoken of last, and descriptions at the start of the
/// story with the only person of that office who is named soon after, or whose name opens the next paragraph. The entities come in the order of
/// their first mention.
pub fn with_names_beside(document: &Document, mut entities: Vec<EntityCluster>, quotations: &[Quotation]) -> Vec<EntityCluster> {
    let names = Names::new(&entities, quotations);
    let mut moved: Vec<(usize, Mention)> = Vec::new();
    for index in 0..entities.len() {
        let mentions = std::mem::take(&mut entities[index].mentions);
        let beside = |mention: &Mention| {
            let named = names.beside(document, &entities, mention).or_else(|| names.of_age(document, &entities, mention));
            named.filter(|named| *named != index)
        };
        let whole = (!names.is_named[index])
            .then(|| {
                let later = || {
                    let first = mentions.first()?;
                    names.later(document, &entities, first).or_else(|| names.opens_next(document, &entities, first))
                };
                mentions.iter().find_map(beside).or_else(later)
            })
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
    /// What stands between marks, in order; what is quoted within that is no part of its own.
    quoted: Vec<Span>,
}

impl Names {
    fn new(entities: &[EntityCluster], quotations: &[Quotation]) -> Self {
        let direct = quotations.iter().filter(|quotation| quotation.kind == QuotationKind::Direct);
        let mut quoted: Vec<Span> = direct.flat_map(|quotation| quotation.parts.iter().copied()).collect();
        quoted.sort_unstable_by_key(|part| (part.start, std::cmp::Reverse(part.end)));
        quoted.dedup_by(|inner, outer| outer.contains(*inner));
        let is_named = vec![false; entities.len()];
        let mut names = Self { begins: FxHashMap::default(), is_named, first: Vec::with_capacity(entities.len()), quoted };
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

    /// The person whom `the 38-year-old` means: the first one named in the nearest sentence before that names any outside of marks.
    fn of_age(&self, document: &Document, entities: &[EntityCluster], description: &Mention) -> Option<usize> {
        let words = document.slice(description.span);
        let age = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "))?.strip_suffix(AGED)?;
        age.bytes().all(|byte| byte.is_ascii_digit()).then_some(())?;
        let last = document.sentence_at(description.span.start)?;
        (last.saturating_sub(REACH_OF_AGE)..=last).rev().find_map(|sentence| {
            let tokens = document.sentences()[sentence].tokens;
            let outside = tokens.indices().map(|at| document.tokens()[at].span.start).filter(|start| !self.is_quoted(*start));
            let person = |start: usize| self.begins.get(&start).map(|(entity, _)| *entity);
            let mut people = outside.filter_map(person).filter(|entity| entities[*entity].entity_type == EntityType::Person);
            people.next().filter(|_| tokens.start < document.tokens_in(description.span).start)
        })
    }

    /// Whether the byte stands in the last quotation that begins at or before it.
    fn is_quoted(&self, start: usize) -> bool {
        let before = self.quoted.partition_point(|part| part.start <= start);
        before.checked_sub(1).is_some_and(|last| start < self.quoted[last].end)
    }

    /// The person whose full name, the first in the story, opens the paragraph behind the one that `description` opens: `A former bookkeeper told
    /// a jury … Denise Rauch, 51, is charged`.
    fn opens_next(&self, document: &Document, entities: &[EntityCluster], description: &Mention) -> Option<usize> {
        let is_person = description.kind == MentionKind::Nominal && description.entity_type == EntityType::Person;
        let sentence = document.sentence_at(description.span.start).filter(|sentence| *sentence == 0 && is_person)?;
        let read = Description::read(document, description.span)?;
        if !read.is_indefinite || is_collective(&read.head) || is_unnamed_head(&read.head) || !opens(document, description) {
            return None;
        }
        let block = document.sentences()[sentence].block;
        let next = document.sentences().iter().find(|sentence| sentence.block != block)?;
        let (named, _) = *self.begins.get(&next.span.start)?;
        let entity = &entities[named];
        (entity.entity_type == EntityType::Person && entity.canonical_name.contains(' ') && self.first[named] == next.span.start)
            .then_some(named)
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

/// Whether nothing but a dateline stands before the description in its sentence.
fn opens(document: &Document, description: &Mention) -> bool {
    let before = document.text().get(..description.span.start).unwrap_or_default().trim_end();
    before.is_empty() || before.ends_with(['—', '–', '-', ':', ')'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Attribution, Title, TitleKind};
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
        let quoted = text.find('“').map(|open| Quotation {
            kind: QuotationKind::Direct,
            parts: vec![Span::new(open, text.find('”').expect("the mark closes"))],
            attribution: Attribution { source: None, cue: None, rule: "", score: 1.0 },
            relays: Vec::new(),
            addressee: None,
            score: 1.0,
        });
        let found = with_names_beside(&document, nominal.chain(named).collect(), quoted.as_slice());
        found.iter().map(|entity| format!("{}: {}", entity.canonical_name, words(entity))).collect()
    }

    #[test]
    fn an_apposition_names_whom_the_description_means() {
        let text = "His lawyer, Dana Weiss, said no.";
        assert_eq!(joined(text, &["His lawyer"], &[("Dana Weiss", "")]), ["Dana Weiss: His lawyer, Dana Weiss"]);
    }

    #[test]
    fn an_age_means_who_was_named_last() {
        let text = "Dana Weiss, a nurse, spent a night there. “Kim paid,” said the 38-year-old.";
        assert_eq!(
            joined(text, &["the 38-year-old"], &[("Dana Weiss", ""), ("Kim", "")]),
            ["Dana Weiss: Dana Weiss, the 38-year-old", "Kim: Kim"]
        );
    }

    #[test]
    fn the_name_that_opens_the_second_paragraph_is_of_whom_the_first_speaks() {
        let text = "ALDEN — A former clerk told a jury that she took it.\n\nDana Weiss, 51, is charged.";
        assert_eq!(joined(text, &["A former clerk"], &[("Dana Weiss", "")]), ["Dana Weiss: A former clerk, Dana Weiss"]);
        let text = "A jury heard a former clerk.\n\nDana Weiss, 51, is charged.";
        assert_eq!(joined(text, &["a former clerk"], &[("Dana Weiss", "")]).len(), 2);
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
