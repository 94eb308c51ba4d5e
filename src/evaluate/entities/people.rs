//! Pronouns led to names, and names put together.

use std::collections::{BTreeMap, BTreeSet};

use super::alignment::Alignment;
use super::figures::{NameClusters, PersonPronouns};
use super::mention::{Class, GoldMention};
use crate::annotation::MentionKind;
use crate::evaluate::Share;
use crate::evaluate::prediction::FoundMention;
use crate::evaluate::rates::ratio;
use crate::evaluate::slip::{Fault, Slip};

/// A gold cluster.
type GoldCluster = Option<i64>;

/// Counts pronouns of persons and clusters of names, document by document.
#[derive(Default)]
pub(super) struct PeopleCounts {
    right: Share,
    alone: Share,
    earlier: Share,
    found: Share,
    purity: f64,
    completeness: f64,
    names_found: usize,
    names_missed: usize,
    pub(super) slips: Vec<Slip>,
}

impl PeopleCounts {
    /// `alignment` is the one by head.
    pub(super) fn add_document(&mut self, document: usize, gold: &[GoldMention], found: &[FoundMention], alignment: &Alignment) {
        let named: Vec<(usize, usize)> = alignment
            .iter()
            .map(|(found_index, gold_index)| (*found_index, *gold_index))
            .filter(|(found_index, gold_index)| is_name(&gold[*gold_index]) && found[*found_index].kind == MentionKind::Name)
            .collect();
        self.add_pronouns(document, gold, found, alignment, &named);
        self.add_names(gold, found, &named);
    }

    fn add_pronouns(
        &mut self,
        document: usize,
        gold: &[GoldMention],
        found: &[FoundMention],
        alignment: &Alignment,
        named: &[(usize, usize)],
    ) {
        let first_names = first_names(gold);
        let mut names_of: BTreeMap<usize, BTreeSet<GoldCluster>> = BTreeMap::new();
        for (found_index, gold_index) in named {
            names_of.entry(found[*found_index].cluster).or_default().insert(gold[*gold_index].cluster);
        }
        let found_of: BTreeMap<usize, usize> = alignment.iter().map(|(found_index, gold_index)| (*gold_index, *found_index)).collect();
        for (index, mention) in gold.iter().enumerate() {
            let Some(first_name) = first_names.get(&mention.cluster).filter(|_| is_person_pronoun(mention)) else { continue };
            let names = found_of.get(&index).and_then(|found_index| names_of.get(&found[*found_index].cluster));
            let is_right = names.is_some_and(|names| names.contains(&mention.cluster));
            let is_alone = is_right && names.is_some_and(|names| names.len() == 1);
            self.right.add(usize::from(is_right), 1);
            self.alone.add(usize::from(is_alone), 1);
            self.found.add(usize::from(found_of.contains_key(&index)), 1);
            if *first_name < mention.start {
                self.earlier.add(usize::from(is_right), 1);
            }
            if !is_right {
                let note = "not led to its name".to_owned();
                self.slips.push(Slip { document, span: mention.span(), fault: Fault::Missed, kind: "person pronoun", note });
            }
        }
    }

    fn add_names(&mut self, gold: &[GoldMention], found: &[FoundMention], named: &[(usize, usize)]) {
        let is_typed = |mention: &GoldMention| mention.class() != Class::Other;
        let pairs: Vec<(usize, GoldCluster)> = named
            .iter()
            .filter(|(_, gold_index)| is_typed(&gold[*gold_index]))
            .map(|(found_index, gold_index)| (found[*found_index].cluster, gold[*gold_index].cluster))
            .collect();
        let together = counts(pairs.iter().copied());
        let in_found = counts(pairs.iter().map(|(cluster, _)| *cluster));
        let in_gold = counts(pairs.iter().map(|(_, cluster)| *cluster));
        for pair in &pairs {
            self.purity += together[pair] as f64 / in_found[&pair.0] as f64;
            self.completeness += together[pair] as f64 / in_gold[&pair.1] as f64;
        }
        let wanted = gold.iter().filter(|mention| is_name(mention) && is_typed(mention)).count();
        self.names_found += pairs.len();
        self.names_missed += wanted - pairs.len();
    }

    pub(super) fn pronoun_figures(&self) -> PersonPronouns {
        PersonPronouns {
            accuracy: self.right.value().unwrap_or(0.0),
            no_other_entity_in_cluster: self.alone.value().unwrap_or(0.0),
            earlier: self.earlier.value().unwrap_or(0.0),
            found: self.found.value().unwrap_or(0.0),
            n: self.right.total,
            n_earlier: self.earlier.total,
        }
    }

    pub(super) fn name_figures(&self) -> NameClusters {
        NameClusters {
            purity: ratio(self.purity, self.names_found as f64),
            completeness: ratio(self.completeness, self.names_found as f64),
            n: self.names_found,
            missed: self.names_missed,
        }
    }
}

fn is_name(mention: &GoldMention) -> bool {
    mention.kind == MentionKind::Name && !mention.is_group
}

fn is_person_pronoun(mention: &GoldMention) -> bool {
    mention.kind == MentionKind::Pronoun && mention.entity_type == "person"
}

/// Where the first name of each cluster that has one starts.
fn first_names(gold: &[GoldMention]) -> BTreeMap<GoldCluster, usize> {
    let mut first = BTreeMap::new();
    for mention in gold.iter().filter(|mention| is_name(mention)) {
        let start = first.entry(mention.cluster).or_insert(mention.start);
        *start = mention.start.min(*start);
    }
    first
}

fn counts<K: Ord>(keys: impl Iterator<Item = K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    keys.for_each(|key| *counts.entry(key).or_default() += 1);
    counts
}
