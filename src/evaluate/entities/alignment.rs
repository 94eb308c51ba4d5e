//! Which predicted mention stands for which gold one.

use std::collections::{BTreeMap, BTreeSet};

use super::mention::GoldMention;
use crate::evaluate::CharSpan;

/// Gold mention of each predicted one that has any: both as indices, and each at most once.
pub(super) type Alignment = BTreeMap<usize, usize>;

/// Aligns predicted spans that hold a gold head and lie inside the gold mention or hold it; nearest edges first, then in order.
pub(super) fn by_head(gold: &[GoldMention], found: &[CharSpan]) -> Alignment {
    let mut candidates = Vec::new();
    for (gold_index, mention) in gold.iter().enumerate() {
        let Some(head) = mention.head else { continue };
        let whole = mention.span();
        for (found_index, span) in found.iter().enumerate() {
            if span.contains(head) && (whole.contains(*span) || span.contains(whole)) {
                let distance = edge_distance(*span, whole).min(edge_distance(*span, mention.name_span()));
                candidates.push((distance, gold_index, found_index));
            }
        }
    }
    candidates.sort_unstable();
    one_to_one(candidates.into_iter().map(|(_, gold, found)| (gold, found)))
}

/// Aligns equal spans; whole phrases go before names, earlier mentions before later ones.
pub(super) fn by_span(gold: &[GoldMention], found: &[CharSpan]) -> Alignment {
    let mut places = BTreeMap::new();
    for (index, mention) in gold.iter().enumerate() {
        places.entry(mention.span()).or_insert(index);
    }
    for (index, mention) in gold.iter().enumerate() {
        places.entry(mention.name_span()).or_insert(index);
    }
    let pairs = found.iter().enumerate().filter_map(|(found_index, span)| Some((*places.get(span)?, found_index)));
    one_to_one(pairs)
}

fn edge_distance(span: CharSpan, other: CharSpan) -> usize {
    span.start.abs_diff(other.start) + span.end.abs_diff(other.end)
}

/// The first `(gold, found)` pairs that clash with none before them.
fn one_to_one(pairs: impl Iterator<Item = (usize, usize)>) -> Alignment {
    let mut taken = BTreeSet::new();
    let mut alignment = Alignment::new();
    for (gold, found) in pairs {
        if !taken.contains(&gold) && !alignment.contains_key(&found) {
            taken.insert(gold);
            alignment.insert(found, gold);
        }
    }
    alignment
}
