//! Which predicted quotation stands for which gold one.

use super::places::Places;
use crate::annotation::QuotationKind;
use crate::evaluate::CharText;

use super::MarkedQuotation;

/// A quotation as it is compared.
pub(super) struct Comparable {
    pub(super) content: Places,
    pub(super) cue: Places,
    pub(super) speaker: Places,
    pub(super) kind: Option<QuotationKind>,
}

/// The quotations that have any content left, cleaned.
pub(super) fn comparable(text: &CharText, quotations: &[MarkedQuotation]) -> Vec<Comparable> {
    let cleaned = quotations.iter().map(|quotation| Comparable {
        content: Places::cleaned(text, &quotation.content),
        cue: Places::cleaned(text, &quotation.cue),
        speaker: Places::cleaned(text, &quotation.speaker),
        kind: quotation.kind,
    });
    cleaned.filter(|quotation| !quotation.content.is_empty()).collect()
}

/// A gold and a predicted quotation that overlap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Pair {
    pub(super) gold: usize,
    pub(super) found: usize,
    pub(super) iou: f64,
}

/// All pairs that overlap, best first, then in the order of the gold and of the predictions.
pub(super) fn overlapping(gold: &[Comparable], found: &[Comparable]) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (gold_index, gold) in gold.iter().enumerate() {
        for (found_index, found) in found.iter().enumerate() {
            let may_overlap = gold.content.hull().zip(found.content.hull()).is_some_and(|(gold, found)| gold.overlap(found) > 0);
            let iou = if may_overlap { gold.content.iou(&found.content) } else { 0.0 };
            if iou > 0.0 {
                pairs.push(Pair { gold: gold_index, found: found_index, iou });
            }
        }
    }
    pairs.sort_by(|a, b| b.iou.total_cmp(&a.iou).then((a.gold, a.found).cmp(&(b.gold, b.found))));
    pairs
}

/// The pairs with at least this overlap that clash with no better one.
pub(super) fn one_to_one(pairs: &[Pair], least: f64) -> Vec<Pair> {
    let mut taken: Vec<Pair> = Vec::new();
    let mut gold_taken = std::collections::HashSet::new();
    let mut found_taken = std::collections::HashSet::new();
    for pair in pairs.iter().filter(|pair| pair.iou >= least) {
        if !gold_taken.contains(&pair.gold) && !found_taken.contains(&pair.found) {
            gold_taken.insert(pair.gold);
            found_taken.insert(pair.found);
            taken.push(*pair);
        }
    }
    taken
}
