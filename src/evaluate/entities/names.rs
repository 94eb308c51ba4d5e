//! Names by span and type.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::NameFigures;
use super::mention::{Class, GoldMention};
use super::trim::trimmed;
use crate::annotation::MentionKind;
use crate::evaluate::prediction::FoundMention;
use crate::evaluate::slip::{Fault, Slip};
use crate::evaluate::{CharSpan, CharText, Scores, Share};

/// The names of one side of one document; of two on one span the first counts.
type Names = BTreeMap<CharSpan, Class>;

/// Counts of one measure.
#[derive(Default)]
struct Tally {
    both: usize,
    gold: usize,
    found: usize,
}

impl Tally {
    fn add(&mut self, gold: &BTreeSet<CharSpan>, found: &BTreeSet<CharSpan>) {
        self.both += gold.intersection(found).count();
        self.gold += gold.len();
        self.found += found.len();
    }

    fn scores(&self) -> Scores {
        Scores::new(Share { hits: self.both, total: self.found }, Share { hits: self.both, total: self.gold })
    }
}

/// Counts names, document by document.
#[derive(Default)]
pub(super) struct NameCounts {
    person: Tally,
    organization: Tally,
    location: Tally,
    boundary: Tally,
    outermost: Tally,
    all: Tally,
    pub(super) slips: Vec<Slip>,
}

impl NameCounts {
    pub(super) fn add_document(&mut self, document: usize, text: &CharText, gold: &[GoldMention], found: &[FoundMention]) {
        let (gold, ignored) = gold_names(text, gold);
        let found = found_names(text, found, &ignored);
        for class in [Class::Person, Class::Organization, Class::Location] {
            let is_of_class = |other: Class| other == class;
            let (wanted, given) = (spans(&gold, is_of_class), spans(&found, is_of_class));
            self.of_class(class).add(&wanted, &given);
            self.add_slips(document, class, &wanted, &given);
        }
        let is_typed = |class: Class| class != Class::Other;
        self.boundary.add(&spans(&gold, is_typed), &spans(&found, is_typed));
        let (all_gold, all_found) = (spans(&gold, |_| true), spans(&found, |_| true));
        self.outermost.add(&outermost(&all_gold), &outermost(&all_found));
        self.all.add(&all_gold, &all_found);
    }

    fn of_class(&mut self, class: Class) -> &mut Tally {
        match class {
            Class::Person => &mut self.person,
            Class::Organization => &mut self.organization,
            Class::Location | Class::Other => &mut self.location,
        }
    }

    fn add_slips(&mut self, document: usize, class: Class, gold: &BTreeSet<CharSpan>, found: &BTreeSet<CharSpan>) {
        let slip = |span: &CharSpan, fault| Slip { document, span: *span, fault, kind: class.name(), note: String::new() };
        self.slips.extend(gold.difference(found).map(|span| slip(span, Fault::Missed)));
        self.slips.extend(found.difference(gold).map(|span| slip(span, Fault::Spurious)));
    }

    pub(super) fn figures(&self) -> NameFigures {
        let mut typed = Tally::default();
        for class in [&self.person, &self.organization, &self.location] {
            typed.both += class.both;
            typed.gold += class.gold;
            typed.found += class.found;
        }
        NameFigures {
            typed: typed.scores(),
            person: self.person.scores(),
            organization: self.organization.scores(),
            location: self.location.scores(),
            boundary: self.boundary.scores(),
            outermost: self.outermost.scores(),
            all: self.all.scores(),
        }
    }
}

/// The gold's names, and the spans that are neither right nor wrong.
fn gold_names(text: &CharText, mentions: &[GoldMention]) -> (Names, BTreeSet<CharSpan>) {
    let mut names = Names::new();
    let mut ignored = BTreeSet::new();
    for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let span = trimmed(text, mention.name_span());
        if mention.entity_type == "time" || mention.is_group {
            ignored.extend([span, trimmed(text, mention.span())]);
        } else {
            names.entry(span).or_insert(mention.class());
        }
    }
    ignored.retain(|span| !names.contains_key(span));
    (names, ignored)
}

fn found_names(text: &CharText, mentions: &[FoundMention], ignored: &BTreeSet<CharSpan>) -> Names {
    let mut names = Names::new();
    for mention in mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let span = trimmed(text, mention.span);
        if !ignored.contains(&span) {
            names.entry(span).or_insert(Class::of_found(mention.entity_type));
        }
    }
    names
}

fn spans(names: &Names, is_wanted: impl Fn(Class) -> bool) -> BTreeSet<CharSpan> {
    names.iter().filter(|(_, class)| is_wanted(**class)).map(|(span, _)| *span).collect()
}

/// The spans that lie in no other.
fn outermost(spans: &BTreeSet<CharSpan>) -> BTreeSet<CharSpan> {
    let mut longest_first: Vec<CharSpan> = spans.iter().copied().collect();
    longest_first.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    let mut covered_to = 0;
    longest_first.retain(|span| {
        let is_outside = span.end > covered_to;
        covered_to = covered_to.max(span.end);
        is_outside
    });
    longest_first.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outermost_spans_lie_in_no_other() {
        let spans = [[0, 9], [0, 4], [5, 9], [7, 12], [12, 15]].map(CharSpan::from);
        let expected = [[0, 9], [7, 12], [12, 15]].map(CharSpan::from);
        assert_eq!(outermost(&spans.into()), expected.into());
    }
}
