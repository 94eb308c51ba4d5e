//! Counts sentences worth checking.

use serde::Serialize;

use super::calibration::Calibration;
use super::ranking::{Judged, Step, area_under_curve, average_precision, precision_at, ranked, steps};
use crate::evaluate::gold::GoldDocument;
use crate::evaluate::prediction::Prediction;
use crate::evaluate::rates::ratio;
use crate::evaluate::slip::{Fault, Slip};
use crate::evaluate::{CharSpan, Scores, Share};

/// The score from which a sentence counts as worth checking.
const THRESHOLD: f64 = 0.5;

/// How scores of sentences do against the gold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CheckWorthinessFigures {
    /// How many sentences there are.
    pub n: usize,
    /// How many of them are worthy.
    pub pos: usize,
    /// Average precision.
    pub ap: f64,
    /// Area under the ROC curve; `None` where only one answer occurs.
    pub auc: Option<f64>,
    /// Share of worthy ones among the ten with the highest score.
    #[serde(rename = "p@10")]
    pub precision_at_10: f64,
    /// … among the fifty.
    #[serde(rename = "p@50")]
    pub precision_at_50: f64,
    /// Precision, recall and F1 at a score of .5.
    #[serde(rename = "at_0.5")]
    pub at_half: Scores,
    /// Share of sentences on the right side of .5.
    pub acc: f64,
    /// The best F1 that any threshold gives, and that threshold.
    #[serde(flatten)]
    pub best: AtThreshold,
    /// Whether scores are probabilities.
    #[serde(flatten)]
    pub calibration: Calibration,
}

/// An F1 and the score that gives it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AtThreshold {
    /// The F1.
    #[serde(rename = "best_f1")]
    pub f1: f64,
    /// The score from which a sentence counts as worth checking.
    #[serde(rename = "best_thr")]
    pub threshold: f64,
}

/// Scores `predictions` against `answers`; all three lists have one entry a sentence.
pub(in crate::evaluate) fn score(
    documents: &[GoldDocument],
    answers: &[bool],
    predictions: &[Prediction],
) -> (CheckWorthinessFigures, Vec<Slip>) {
    let judge = |(is_worthy, prediction): (&bool, &Prediction)| Judged { score: prediction.check_worthiness, is_worthy: *is_worthy };
    let sentences: Vec<Judged> = answers.iter().zip(predictions).map(judge).collect();
    (figures(&sentences), slips(documents, &sentences))
}

fn figures(sentences: &[Judged]) -> CheckWorthinessFigures {
    let ranked = ranked(sentences);
    let steps = steps(&ranked);
    let right = sentences.iter().filter(|sentence| (sentence.score >= THRESHOLD) == sentence.is_worthy).count();
    let worthy = steps.last().map_or(0, |step| step.hits);
    let at_half = steps.iter().rfind(|step| step.score >= THRESHOLD);
    CheckWorthinessFigures {
        n: sentences.len(),
        pos: worthy,
        ap: average_precision(&steps),
        auc: area_under_curve(&steps),
        precision_at_10: precision_at(&ranked, 10),
        precision_at_50: precision_at(&ranked, 50),
        at_half: scores(at_half, worthy),
        acc: ratio(right as f64, sentences.len() as f64),
        best: best(&steps, worthy),
        calibration: Calibration::of(sentences),
    }
}

/// The scores where the sentences down to `step` count as worthy; none of them where there is no step.
fn scores(step: Option<&Step>, worthy: usize) -> Scores {
    let (hits, count) = step.map_or((0, 0), |step| (step.hits, step.count));
    Scores::new(Share { hits, total: count }, Share { hits, total: worthy })
}

/// The best F1 to four digits, and the highest threshold that gives it.
fn best(steps: &[Step], worthy: usize) -> AtThreshold {
    let mut best = AtThreshold { f1: f64::NEG_INFINITY, threshold: 0.0 };
    for step in steps {
        let f1 = (scores(Some(step), worthy).rates.f1 * 10_000.0).round() / 10_000.0;
        if f1 > best.f1 {
            best = AtThreshold { f1, threshold: step.score };
        }
    }
    best
}

fn slips(documents: &[GoldDocument], sentences: &[Judged]) -> Vec<Slip> {
    let mut slips = Vec::new();
    for (document, sentence) in sentences.iter().enumerate() {
        let fault = match (sentence.is_worthy, sentence.score >= THRESHOLD) {
            (true, false) => Fault::Missed,
            (false, true) => Fault::Spurious,
            _ => continue,
        };
        let span = CharSpan::new(0, documents[document].text.len());
        slips.push(Slip { document, span, fault, kind: "worth checking", note: format!("score {:.2}", sentence.score) });
    }
    slips
}
