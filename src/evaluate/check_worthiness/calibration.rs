//! Whether a score of .7 means seven of ten.

use serde::Serialize;

use super::ranking::Judged;
use crate::evaluate::rates::ratio;

/// Number of bins, of equal width.
const BINS: usize = 15;

/// How far scores are from probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calibration {
    /// Expected calibration error, 0 to 1.
    #[serde(rename = "ece")]
    pub expected_error: f64,
    /// The bins that hold anything, lowest first.
    pub reliability: Vec<Bin>,
}

/// The sentences with scores in `(from, to]`; a score of 0 lies in the first bin.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// Lower edge.
    pub from: f64,
    /// Upper edge.
    pub to: f64,
    /// How many sentences there are.
    pub n: usize,
    /// Their mean score.
    pub mean_score: f64,
    /// Their share of yes.
    pub share_of_yes: f64,
}

impl Calibration {
    /// Bins `sentences`.
    pub(super) fn of(sentences: &[Judged]) -> Self {
        let mut counts = [Count::default(); BINS];
        sentences.iter().for_each(|sentence| counts[bin_of(sentence.score)].add(sentence));
        let bins = counts.iter().enumerate().filter(|(_, count)| count.n > 0);
        let reliability: Vec<Bin> = bins.map(|(index, count)| count.bin(index)).collect();
        let gap = |bin: &Bin| bin.n as f64 * (bin.mean_score - bin.share_of_yes).abs();
        let expected_error = ratio(reliability.iter().map(gap).sum(), sentences.len() as f64);
        Self { expected_error, reliability }
    }
}

fn bin_of(score: f64) -> usize {
    let above_lower_edges = (score * BINS as f64).ceil();
    // the cast saturates: what is no number between 0 and 1 lies in an outer bin
    (above_lower_edges as usize).clamp(1, BINS) - 1
}

#[derive(Clone, Copy, Default)]
struct Count {
    n: usize,
    scores: f64,
    yes: usize,
}

impl Count {
    fn add(&mut self, sentence: &Judged) {
        self.n += 1;
        self.scores += sentence.score;
        self.yes += usize::from(sentence.is_worthy);
    }

    fn bin(&self, index: usize) -> Bin {
        let edge = |index: usize| index as f64 / BINS as f64;
        let n = self.n as f64;
        Bin { from: edge(index), to: edge(index + 1), n: self.n, mean_score: self.scores / n, share_of_yes: self.yes as f64 / n }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(scores: &[(f64, bool)]) -> Calibration {
        let sentences: Vec<Judged> = scores.iter().map(|(score, is_worthy)| Judged { score: *score, is_worthy: *is_worthy }).collect();
        Calibration::of(&sentences)
    }

    #[test]
    fn edges_belong_to_the_bin_below() {
        assert_eq!([0.0, 0.06, 0.2, 0.21, 0.4, 1.0, 7.0, -1.0, f64::NAN].map(bin_of), [0, 0, 2, 3, 5, 14, 14, 0, 0]);
    }

    #[test]
    fn the_error_is_the_mean_distance_by_weight() {
        // .9 three times, two of them yes: |.9 − .667|; .1 once, no: .1
        let found = of(&[(0.9, true), (0.9, true), (0.9, false), (0.1, false)]);
        assert!((found.expected_error - (3.0 * (0.9 - 2.0 / 3.0) + 0.1) / 4.0).abs() < 1e-12);
        assert_eq!(found.reliability.iter().map(|bin| bin.n).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(of(&[(1.0, true), (0.0, false)]).expected_error, 0.0);
    }
}
