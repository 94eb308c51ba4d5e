//! Counts quotations, document by document.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{MatchedPairs, Measures, QuotationFigures};
use super::marked::MarkedQuotation;
use super::matching::{Comparable, Pair, comparable, one_to_one, overlapping};
use super::places::is_right_speaker;
use crate::annotation::QuotationKind;
use crate::evaluate::gold::GoldDocument;
use crate::evaluate::prediction::Prediction;
use crate::evaluate::slip::{Fault, Slip};
use crate::evaluate::{CharText, Scores, Share};

/// Name of all kinds together.
const ALL: &str = "all";

/// Scores `predictions` against `answers`; all three lists have one entry a document.
pub(in crate::evaluate) fn score(
    documents: &[GoldDocument],
    answers: &[Vec<MarkedQuotation>],
    predictions: &[Prediction],
) -> (QuotationFigures, Vec<Slip>) {
    let mut counts = Counts::default();
    for (index, document) in documents.iter().enumerate() {
        let gold = comparable(&document.text, &answers[index]);
        let found = comparable(&document.text, &predictions[index].quotations);
        counts.add_document(&Comparison::new(index, &document.text, gold, found));
    }
    (counts.figures(), counts.slips)
}

/// The quotations of one document, matched.
struct Comparison<'a> {
    document: usize,
    text: &'a CharText,
    gold: Vec<Comparable>,
    found: Vec<Comparable>,
    exact: Vec<Pair>,
    half: Vec<Pair>,
}

impl<'a> Comparison<'a> {
    fn new(document: usize, text: &'a CharText, gold: Vec<Comparable>, found: Vec<Comparable>) -> Self {
        let pairs = overlapping(&gold, &found);
        let (exact, half) = (one_to_one(&pairs, 1.0), one_to_one(&pairs, 0.5));
        Self { document, text, gold, found, exact, half }
    }

    fn has_right_speaker(&self, pair: &Pair) -> bool {
        is_right_speaker(self.text, &self.gold[pair.gold].speaker, &self.found[pair.found].speaker)
    }

    fn speakers_touch(&self, pair: &Pair) -> bool {
        self.gold[pair.gold].speaker.overlap(&self.found[pair.found].speaker) > 0
    }
}

/// Shares by kind, and of all kinds.
type ByKind = BTreeMap<&'static str, Measures<Share>>;

#[derive(Default)]
struct Counts {
    /// Of the gold, what is found.
    gold: ByKind,
    /// Of the predictions, what is right.
    found: ByKind,
    pairs: PairCounts,
    slips: Vec<Slip>,
}

impl Counts {
    fn add_document(&mut self, comparison: &Comparison<'_>) {
        let right: Vec<Pair> = comparison.half.iter().filter(|pair| comparison.has_right_speaker(pair)).copied().collect();
        let touches = |pair: &&Pair| comparison.has_right_speaker(pair) || comparison.speakers_touch(pair);
        let loose: Vec<Pair> = comparison.half.iter().filter(touches).copied().collect();
        self.add_matches(comparison, &comparison.exact, |shares| &mut shares.exact);
        self.add_matches(comparison, &comparison.half, |shares| &mut shares.iou50);
        self.add_matches(comparison, &right, |shares| &mut shares.attribution);
        self.add_matches(comparison, &loose, |shares| &mut shares.attr_any);
        add_chars(&mut self.gold, comparison.text.len(), &comparison.gold, &comparison.found);
        add_chars(&mut self.found, comparison.text.len(), &comparison.found, &comparison.gold);
        comparison.half.iter().for_each(|pair| self.pairs.add(comparison, pair));
        self.add_slips(comparison, &right);
    }

    /// Counts both sides of one measure.
    fn add_matches(&mut self, comparison: &Comparison<'_>, pairs: &[Pair], measure: impl Fn(&mut Measures<Share>) -> &mut Share) {
        let gold_hits: BTreeSet<usize> = pairs.iter().map(|pair| pair.gold).collect();
        let found_hits: BTreeSet<usize> = pairs.iter().map(|pair| pair.found).collect();
        for (side, quotations, hits) in [(&mut self.gold, &comparison.gold, gold_hits), (&mut self.found, &comparison.found, found_hits)] {
            for (index, quotation) in quotations.iter().enumerate() {
                let is_hit = usize::from(hits.contains(&index));
                for kind in [kind_name(quotation.kind), ALL] {
                    measure(side.entry(kind).or_default()).add(is_hit, 1);
                }
            }
        }
    }

    fn add_slips(&mut self, comparison: &Comparison<'_>, right: &[Pair]) {
        let mut slips = Vec::new();
        let mut note = |quotation: &Comparable, fault: Fault, note: String| {
            let span = quotation.content.hull().expect("a comparable quotation has content");
            slips.push(Slip { document: comparison.document, span, fault, kind: kind_name(quotation.kind), note });
        };
        for (index, gold) in comparison.gold.iter().enumerate() {
            match comparison.half.iter().find(|pair| pair.gold == index) {
                None => note(gold, Fault::Missed, String::new()),
                Some(pair) if !right.contains(pair) => {
                    let found = &comparison.found[pair.found];
                    let words = [&gold.speaker, &found.speaker].map(|speaker| speaker.words(comparison.text));
                    note(gold, Fault::WrongSpeaker, format!("gold ‹{}›, found ‹{}›", words[0], words[1]));
                }
                Some(_) => {}
            }
        }
        for (index, found) in comparison.found.iter().enumerate() {
            if !comparison.half.iter().any(|pair| pair.found == index) {
                note(found, Fault::Spurious, String::new());
            }
        }
        self.slips.append(&mut slips);
    }

    fn figures(&self) -> QuotationFigures {
        let by_kind = |side: &ByKind| side.iter().filter(|(kind, _)| **kind != ALL).map(|(kind, shares)| (*kind, *shares)).collect();
        QuotationFigures {
            all: self.scores(ALL),
            direct_only: self.scores(kind_name(Some(QuotationKind::Direct))),
            recall_by_gold_kind: by_kind(&self.gold),
            precision_by_pred_kind: by_kind(&self.found),
            matched_pairs: self.pairs.figures(),
        }
    }

    fn scores(&self, kind: &str) -> Measures<Scores> {
        let shares = |side: &ByKind| side.get(kind).copied().unwrap_or_default();
        shares(&self.found).zip_with(&shares(&self.gold), |found, gold| Scores::new(*found, *gold))
    }
}

/// Counts the code points of `mine`, by the kind of the first quotation that claims each, and those of them that `theirs` have too.
fn add_chars(side: &mut ByKind, length: usize, mine: &[Comparable], theirs: &[Comparable]) {
    let mut is_theirs = vec![false; length];
    theirs.iter().flat_map(|quotation| quotation.content.offsets()).for_each(|offset| is_theirs[offset] = true);
    let mut is_counted = vec![false; length];
    for quotation in mine {
        let mut share = Share::default();
        for offset in quotation.content.offsets() {
            if !std::mem::replace(&mut is_counted[offset], true) {
                share.add(usize::from(is_theirs[offset]), 1);
            }
        }
        for kind in [kind_name(quotation.kind), ALL] {
            side.entry(kind).or_default().char.add(share.hits, share.total);
        }
    }
}

fn kind_name(kind: Option<QuotationKind>) -> &'static str {
    match kind {
        Some(QuotationKind::Direct) => "direct",
        Some(QuotationKind::Mixed) => "mixed",
        Some(QuotationKind::Indirect) => "indirect",
        None => "none",
    }
}

/// What the pairs of `iou50` agree in.
#[derive(Default)]
struct PairCounts {
    same_kind: Share,
    speaker_right: Share,
    speaker_any_overlap: Share,
    speaker_left_empty: Share,
    no_speaker_agreed: Share,
    cue_overlap: Share,
}

impl PairCounts {
    fn add(&mut self, comparison: &Comparison<'_>, pair: &Pair) {
        let (gold, found) = (&comparison.gold[pair.gold], &comparison.found[pair.found]);
        let is_right = usize::from(comparison.has_right_speaker(pair));
        self.same_kind.add(usize::from(gold.kind == found.kind), 1);
        if gold.speaker.is_empty() {
            self.no_speaker_agreed.add(is_right, 1);
        } else {
            self.speaker_right.add(is_right, 1);
            self.speaker_any_overlap.add(usize::from(comparison.speakers_touch(pair)), 1);
            self.speaker_left_empty.add(usize::from(found.speaker.is_empty()), 1);
        }
        if !gold.cue.is_empty() {
            self.cue_overlap.add(usize::from(gold.cue.overlap(&found.cue) > 0), 1);
        }
    }

    fn figures(&self) -> MatchedPairs {
        MatchedPairs {
            n: self.same_kind.total,
            same_kind: self.same_kind.value(),
            speaker_right: self.speaker_right.value(),
            speaker_any_overlap: self.speaker_any_overlap.value(),
            speaker_left_empty: self.speaker_left_empty.value(),
            no_speaker_agreed: self.no_speaker_agreed.value(),
            cue_overlap: self.cue_overlap.value(),
        }
    }
}
