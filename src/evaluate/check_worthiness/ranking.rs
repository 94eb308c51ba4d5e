//! Figures of the order that scores give.

/// A sentence with its score and its gold.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Judged {
    pub(super) score: f64,
    pub(super) is_worthy: bool,
}

/// Sentences of one score, and those with a higher one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Step {
    pub(super) score: f64,
    /// How many have this score or a higher one.
    pub(super) count: usize,
    /// How many of them are worthy.
    pub(super) hits: usize,
}

/// The sentences, highest score first; equal ones in the order of the gold.
pub(super) fn ranked(sentences: &[Judged]) -> Vec<Judged> {
    let mut ranked = sentences.to_vec();
    ranked.sort_by(|a, b| b.score.total_cmp(&a.score));
    ranked
}

/// One step for each different score of `ranked`, highest first.
pub(super) fn steps(ranked: &[Judged]) -> Vec<Step> {
    let mut steps: Vec<Step> = Vec::new();
    let mut hits = 0;
    for (index, sentence) in ranked.iter().enumerate() {
        hits += usize::from(sentence.is_worthy);
        if steps.last().is_some_and(|step| step.score == sentence.score) {
            steps.pop();
        }
        steps.push(Step { score: sentence.score, count: index + 1, hits });
    }
    steps
}

/// Average precision: precision at each step, weighted by the recall that it adds. 0 where nothing is worthy.
pub(super) fn average_precision(steps: &[Step]) -> f64 {
    let worthy = steps.last().map_or(0, |step| step.hits);
    let mut sum = 0.0;
    let mut hits_before = 0;
    for step in steps.iter().filter(|_| worthy > 0) {
        sum += (step.hits - hits_before) as f64 / worthy as f64 * step.hits as f64 / step.count as f64;
        hits_before = step.hits;
    }
    sum
}

/// Area under the ROC curve; `None` where all sentences are worthy, or none.
pub(super) fn area_under_curve(steps: &[Step]) -> Option<f64> {
    let last = steps.last()?;
    let (worthy, unworthy) = (last.hits, last.count - last.hits);
    let mut area = 0.0;
    let (mut hits_before, mut misses_before) = (0, 0);
    for step in steps {
        let misses = step.count - step.hits;
        area += (misses - misses_before) as f64 * (step.hits + hits_before) as f64 / 2.0;
        (hits_before, misses_before) = (step.hits, misses);
    }
    (worthy > 0 && unworthy > 0).then(|| area / (worthy as f64 * unworthy as f64))
}

/// Share of worthy ones among the first `count`.
pub(super) fn precision_at(ranked: &[Judged], count: usize) -> f64 {
    let first = &ranked[..count.min(ranked.len())];
    let hits = first.iter().filter(|sentence| sentence.is_worthy).count();
    crate::evaluate::rates::ratio(hits as f64, first.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(scores: &[(f64, bool)]) -> Vec<Judged> {
        ranked(&scores.iter().map(|(score, is_worthy)| Judged { score: *score, is_worthy: *is_worthy }).collect::<Vec<_>>())
    }

    #[test]
    fn equal_scores_are_one_step() {
        let ranked = judged(&[(0.2, false), (0.9, true), (0.5, true), (0.5, false)]);
        let steps = steps(&ranked);
        assert_eq!(steps.iter().map(|step| (step.count, step.hits)).collect::<Vec<_>>(), [(1, 1), (3, 2), (4, 2)]);
        // half of the recall at precision 1, the other half at 2/3
        assert!((average_precision(&steps) - (0.5 + 0.5 * 2.0 / 3.0)).abs() < 1e-12);
        // of the four pairs three are in order and one is a tie
        assert_eq!(area_under_curve(&steps), Some(3.5 / 4.0));
        assert_eq!(precision_at(&ranked, 2), 1.0);
        assert_eq!(precision_at(&ranked, 50), 0.5);
    }

    #[test]
    fn one_sided_gold_has_no_curve() {
        let steps = steps(&judged(&[(0.3, false), (0.4, false)]));
        assert_eq!((average_precision(&steps), area_under_curve(&steps)), (0.0, None));
    }
}
