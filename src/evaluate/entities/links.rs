//! Coreference: MUC (Vilain et al. 1995), B³ (Bagga and Baldwin 1998) and CEAF-e (Luo 2005).

use std::collections::{BTreeMap, BTreeSet};

use super::alignment::Alignment;
use super::assignment::best_sum;
use super::figures::LinkFigures;
use super::mention::{Class, GoldMention};
use crate::evaluate::prediction::FoundMention;
use crate::evaluate::rates::ratio;
use crate::evaluate::{Rates, Scores, Share};

/// Mentions of one entity, as numbers: a gold mention's index, or a number past them all for a prediction that stands for none.
type Cluster = BTreeSet<usize>;

/// A part of a whole, both summed over documents.
#[derive(Default)]
struct Sums {
    part: f64,
    whole: f64,
}

impl Sums {
    fn add(&mut self, (part, whole): (f64, usize)) {
        self.part += part;
        self.whole += whole as f64;
    }

    fn ratio(&self) -> f64 {
        ratio(self.part, self.whole)
    }
}

/// One measure's sums.
#[derive(Default)]
struct Sides {
    precision: Sums,
    recall: Sums,
}

impl Sides {
    fn rates(&self) -> Rates {
        Rates::new(self.precision.ratio(), self.recall.ratio())
    }
}

/// Counts coreference, document by document.
#[derive(Default)]
pub(super) struct LinkCounts {
    found_mentions: Share,
    gold_mentions: Share,
    muc: Sides,
    b3: Sides,
    ceafe: Sides,
}

impl LinkCounts {
    pub(super) fn add_document(&mut self, gold: &[GoldMention], found: &[FoundMention], alignment: &Alignment) {
        let (key, response) = (gold_clusters(gold), found_clusters(gold, found, alignment));
        self.muc.recall.add(muc(&key, &response));
        self.muc.precision.add(muc(&response, &key));
        self.b3.recall.add(b3(&key, &response));
        self.b3.precision.add(b3(&response, &key));
        let similarity = ceafe(&key, &response);
        self.ceafe.recall.add((similarity, key.len()));
        self.ceafe.precision.add((similarity, response.len()));
        let in_key: Cluster = key.iter().flatten().copied().collect();
        let in_response: Cluster = response.iter().flatten().copied().collect();
        let both = in_key.intersection(&in_response).count();
        self.gold_mentions.add(both, in_key.len());
        self.found_mentions.add(both, in_response.len());
    }

    pub(super) fn figures(&self) -> LinkFigures {
        let (muc, b3, ceafe) = (self.muc.rates(), self.b3.rates(), self.ceafe.rates());
        let mentions = Scores::new(self.found_mentions, self.gold_mentions);
        LinkFigures { mentions, muc, b3, ceafe, conll: (muc.f1 + b3.f1 + ceafe.f1) / 3.0 }
    }
}

fn gold_clusters(gold: &[GoldMention]) -> Vec<Cluster> {
    let wanted = mentions_of_wanted_clusters(gold);
    linked(wanted.into_iter().map(|index| (gold[index].cluster, index)))
}

fn found_clusters(gold: &[GoldMention], found: &[FoundMention], alignment: &Alignment) -> Vec<Cluster> {
    let wanted = mentions_of_wanted_clusters(gold);
    let mentions = found.iter().enumerate().filter_map(|(index, mention)| {
        let number = match alignment.get(&index) {
            Some(aligned) => wanted.contains(aligned).then_some(*aligned),
            None => (Class::of_found(mention.entity_type) != Class::Other).then_some(gold.len() + index),
        };
        number.map(|number| (mention.cluster, number))
    });
    linked(mentions)
}

/// Indices of the gold mentions in clusters that are mostly persons, organizations or places; of equals the first type counts.
fn mentions_of_wanted_clusters(gold: &[GoldMention]) -> BTreeSet<usize> {
    let mut counts: BTreeMap<Option<i64>, Vec<(&str, usize)>> = BTreeMap::new();
    for mention in gold {
        let types = counts.entry(mention.cluster).or_default();
        match types.iter_mut().find(|(name, _)| *name == mention.entity_type) {
            Some((_, count)) => *count += 1,
            None => types.push((&mention.entity_type, 1)),
        }
    }
    let is_wanted = |mention: &GoldMention| {
        let types = &counts[&mention.cluster];
        let most = types.iter().map(|(_, count)| *count).max();
        let first = types.iter().find(|(_, count)| Some(*count) == most);
        first.is_some_and(|(name, _)| Class::of_gold(name) != Class::Other)
    };
    gold.iter().enumerate().filter(|(_, mention)| is_wanted(mention)).map(|(index, _)| index).collect()
}

/// Clusters of more than one mention.
fn linked<K: Ord>(mentions: impl Iterator<Item = (K, usize)>) -> Vec<Cluster> {
    let mut clusters: BTreeMap<K, Cluster> = BTreeMap::new();
    for (cluster, mention) in mentions {
        clusters.entry(cluster).or_default().insert(mention);
    }
    clusters.into_values().filter(|cluster| cluster.len() > 1).collect()
}

/// Cluster of each mention, as an index.
fn places(clusters: &[Cluster]) -> BTreeMap<usize, usize> {
    let each = clusters.iter().enumerate().flat_map(|(index, cluster)| cluster.iter().map(move |mention| (*mention, index)));
    each.collect()
}

/// Links of `key` that `response` keeps, and all links of `key`.
fn muc(key: &[Cluster], response: &[Cluster]) -> (f64, usize) {
    let place = places(response);
    let kept = |cluster: &Cluster| {
        let touched: BTreeSet<usize> = cluster.iter().filter_map(|mention| place.get(mention).copied()).collect();
        let alone = cluster.iter().filter(|mention| !place.contains_key(mention)).count();
        cluster.len() - touched.len() - alone
    };
    let links = key.iter().map(|cluster| cluster.len() - 1).sum();
    (key.iter().map(kept).sum::<usize>() as f64, links)
}

/// Sum over the mentions of `key` of the share of their cluster that `response` has with them, and the number of mentions.
fn b3(key: &[Cluster], response: &[Cluster]) -> (f64, usize) {
    let place = places(response);
    let mut sum = 0.0;
    for cluster in key {
        let mut shared: BTreeMap<usize, usize> = BTreeMap::new();
        cluster.iter().filter_map(|mention| place.get(mention)).for_each(|index| *shared.entry(*index).or_default() += 1);
        // each of the `count` mentions in one response cluster shares it with `count` of this one
        sum += shared.values().map(|count| (count * count) as f64).sum::<f64>() / cluster.len() as f64;
    }
    (sum, key.iter().map(Cluster::len).sum())
}

/// Similarity of the best one-to-one alignment of clusters, by Luo's φ₄.
fn ceafe(key: &[Cluster], response: &[Cluster]) -> f64 {
    if response.is_empty() {
        return 0.0;
    }
    let similarity = |a: &Cluster, b: &Cluster| 2.0 * a.intersection(b).count() as f64 / (a.len() + b.len()) as f64;
    let rows: Vec<Vec<f64>> = key.iter().map(|a| response.iter().map(|b| similarity(a, b)).collect()).collect();
    best_sum(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clusters(lists: &[&[usize]]) -> Vec<Cluster> {
        lists.iter().map(|list| list.iter().copied().collect()).collect()
    }

    #[test]
    fn one_link_of_two_is_kept() {
        let (key, response) = (clusters(&[&[1, 2, 3]]), clusters(&[&[1, 2], &[4, 5]]));
        assert_eq!(muc(&key, &response), (1.0, 2));
        assert_eq!(muc(&response, &key), (1.0, 2));
        assert_eq!(b3(&key, &response), (4.0 / 3.0, 3));
        assert_eq!(b3(&response, &key), (2.0, 4));
        assert_eq!(ceafe(&key, &response), 0.8);
    }

    #[test]
    fn nothing_against_nothing_is_nothing() {
        assert_eq!(muc(&[], &[]), (0.0, 0));
        assert_eq!(ceafe(&clusters(&[&[1, 2]]), &[]), 0.0);
        assert_eq!(ceafe(&[], &clusters(&[&[1, 2]])), 0.0);
    }
}
