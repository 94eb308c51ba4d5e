//! Turns the scores of `B-`, `I-` and `O` labels into spans: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001).

use super::encoded::Encoded;
use super::file::ModelFile;
use super::heads::{TagHead, Transitions};
use crate::text::TokenRange;

/// A span that the model marks.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelledSpan {
    /// What follows `B-` in its label: `content`, `person`.
    pub kind: &'static str,
    /// Its tokens, at least one.
    pub tokens: TokenRange,
    /// How sure the model is, 0 to 1: the mean over the span's tokens of the probability of the label that the token got, summed over
    /// all valid sequences of labels (forward–backward).
    pub probability: f32,
}

/// The decoder of one head. Only valid sequences can come out, whatever was learned: `I-x` stands only after `B-x` or `I-x`.
#[derive(Debug, Clone)]
pub struct Sequence {
    head: TagHead,
    labels: Vec<Label>,
    /// Per label: score of beginning with it; minus infinity where that is invalid.
    start: Vec<f32>,
    /// Row-major [from × to], rows filled up to [`Self::width`]; minus infinity where that is invalid.
    transitions: Vec<f32>,
    start_factors: Vec<f64>,
    transition_factors: Vec<f64>,
}

/// Labels that a step of [`Sequence::best_path`] takes at once.
const LANES: usize = 4;

/// Tokens outside of any span on each side of one that its probability is reckoned with: what lies beyond moves it by less than it is shown to.
pub(super) const AROUND: usize = 8;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Outside,
    Begin(&'static str),
    Inside(&'static str),
}

impl Label {
    fn parse(label: &'static str) -> Self {
        match (label.strip_prefix("B-"), label.strip_prefix("I-")) {
            (Some(kind), _) => Self::Begin(kind),
            (_, Some(kind)) => Self::Inside(kind),
            _ => Self::Outside,
        }
    }

    /// Whether it may follow `before`; `None` is the beginning.
    fn may_follow(self, before: Option<Self>) -> bool {
        match self {
            Self::Inside(kind) => matches!(before, Some(Self::Begin(open) | Self::Inside(open)) if open == kind),
            Self::Outside | Self::Begin(_) => true,
        }
    }
}

impl Sequence {
    /// The decoder of `head`; `None` where its labels mark no spans.
    pub fn new(file: &ModelFile, head: TagHead) -> Option<Self> {
        file.transitions(head).map(|weights| Self::with_weights(head, weights))
    }

    fn with_weights(head: TagHead, weights: &Transitions) -> Self {
        let labels: Vec<Label> = head.labels().iter().map(|label| Label::parse(label)).collect();
        let allow = |valid: bool, score: f32| if valid { score } else { f32::NEG_INFINITY };
        let start: Vec<f32> = labels.iter().zip(&weights.start).map(|(label, score)| allow(label.may_follow(None), *score)).collect();
        let mut valid: Vec<f32> = Vec::with_capacity(labels.len() * labels.len());
        for (from, row) in labels.iter().zip(&weights.transitions) {
            valid.extend(labels.iter().zip(row).map(|(to, score)| allow(to.may_follow(Some(*from)), *score)));
        }
        let (start_factors, transition_factors) = (factors(&start), factors(&valid));
        let mut transitions = Vec::new();
        for row in valid.chunks_exact(labels.len()) {
            transitions.extend_from_slice(row);
            transitions.resize(transitions.len().next_multiple_of(LANES), f32::NEG_INFINITY);
        }
        Self { head, labels, start, transitions, start_factors, transition_factors }
    }

    /// The best labelling of `run` as spans, in order. The run is read whole: a span may be as long as it is, a quotation over paragraphs.
    ///
    /// # Panics
    /// Where the document has no such tokens.
    pub fn decode(&self, encoded: &Encoded, run: TokenRange) -> Vec<LabelledSpan> {
        self.decode_with(encoded, run, &[], |_| 0.0)
    }

    /// [`Self::decode`] with `bonus(token)` on the score of beginning a span of one of `kinds` at the token.
    ///
    /// # Panics
    /// Where the document has no such tokens.
    pub fn decode_with(&self, encoded: &Encoded, run: TokenRange, kinds: &[&str], bonus: impl Fn(usize) -> f32) -> Vec<LabelledSpan> {
        let share = |label: &Label| if matches!(label, Label::Begin(kind) if kinds.contains(kind)) { 1.0 } else { 0.0 };
        let shares: Vec<f32> = self.labels.iter().map(share).collect();
        let mut scores = Vec::with_capacity(run.len() * self.labels.len());
        for token in run.indices() {
            let bonus = bonus(token);
            scores.extend(encoded.scores(self.head, token).iter().zip(&shares).map(|(score, share)| score + share * bonus));
        }
        self.decode_scores(&scores, run.start)
    }

    /// `scores`: row-major [tokens × labels]; `first`: index of the first token.
    fn decode_scores(&self, scores: &[f32], first: usize) -> Vec<LabelledSpan> {
        let path = self.best_path(scores);
        let count = self.labels.len();
        let mut spans: Vec<LabelledSpan> = Vec::new();
        let mut around = 0..0;
        let mut marginals = Vec::new();
        for (offset, label) in path.iter().enumerate() {
            if self.labels[*label] == Label::Outside {
                continue;
            }
            let token = first + offset;
            if !around.contains(&offset) {
                around = self.surroundings(&path, offset);
                marginals = self.marginals(&scores[around.start * count..around.end * count]);
            }
            let probability = marginals[(offset - around.start) * count + label] as f32;
            match self.labels[*label] {
                Label::Outside => {}
                Label::Begin(kind) => spans.push(LabelledSpan { kind, tokens: TokenRange::new(token, token + 1), probability }),
                Label::Inside(_) => {
                    let open = spans.last_mut().expect("an inside label follows a begin label");
                    open.tokens.end = token + 1;
                    open.probability += probability;
                }
            }
        }
        for span in &mut spans {
            span.probability = (span.probability / span.tokens.len() as f32).min(1.0);
        }
        spans
    }

    /// The tokens around that at `offset` whose labels its probabilities depend on: to where the best path has stayed outside for a while; all of
    /// them for quotations, whose other readings may be as long as they are.
    fn surroundings(&self, path: &[usize], offset: usize) -> std::ops::Range<usize> {
        if matches!(self.head, TagHead::Quotations) {
            return 0..path.len();
        }
        let is_outside = |label: &usize| self.labels[*label] == Label::Outside;
        let start = offset.saturating_sub(AROUND);
        let mut end = offset;
        while let Some(next) = path[end..].iter().take(2 * AROUND + 1).rposition(|label| !is_outside(label)).filter(|next| *next > 0) {
            end += next;
        }
        start..path.len().min(end + AROUND + 1)
    }

    /// The labels of the best valid sequence (Viterbi); of equal ones, those that stand first in the head's list.
    fn best_path(&self, scores: &[f32]) -> Vec<usize> {
        let count = self.labels.len();
        let width = count.next_multiple_of(LANES);
        let mut best = self.start.clone();
        best.resize(width, f32::NEG_INFINITY);
        let mut reached = vec![0.0; width];
        let mut before = Vec::with_capacity(scores.len() / count.max(1) * width);
        for (token, row) in scores.chunks_exact(count).enumerate() {
            if token > 0 {
                // what all have in common is taken off, so that sums stay exact in a long run
                let highest = best.iter().copied().fold(f32::NEG_INFINITY, f32::max);
                reached.fill(f32::NEG_INFINITY);
                let pointers = before.len();
                before.resize(pointers + width, 0_u32);
                // of equal ones the first stays
                for (from, (score, row)) in (0..).zip(best.iter().zip(self.transitions.chunks_exact(width))) {
                    step(score - highest, row, from, &mut reached, &mut before[pointers..]);
                }
                std::mem::swap(&mut best, &mut reached);
            }
            best.iter_mut().zip(row).for_each(|(best, score)| *best += score);
        }
        if scores.is_empty() {
            return Vec::new();
        }
        let mut path = vec![first_best(best.iter().copied()).0];
        for pointers in before.chunks_exact(width).rev() {
            path.push(pointers[path[path.len() - 1]] as usize);
        }
        path.reverse();
        path
    }

    /// Probability of every label of every token, row-major [tokens × labels]: forward–backward, each token's values scaled to sum to one.
    fn marginals(&self, scores: &[f32]) -> Vec<f64> {
        let count = self.labels.len();
        let mut emissions: Vec<f64> = scores.iter().copied().map(f64::from).collect();
        emissions.chunks_exact_mut(count).for_each(to_factors);
        let mut forward = vec![0.0; emissions.len()];
        for offset in (0..emissions.len()).step_by(count) {
            let (earlier, here) = forward.split_at_mut(offset);
            let here = &mut here[..count];
            match offset.checked_sub(count) {
                None => here.copy_from_slice(&self.start_factors),
                Some(last) => {
                    for (own, row) in earlier[last..].iter().zip(self.transition_factors.chunks_exact(count)) {
                        here.iter_mut().zip(row).for_each(|(here, transition)| *here += own * transition);
                    }
                }
            }
            here.iter_mut().zip(&emissions[offset..]).for_each(|(here, emission)| *here *= emission);
            normalise(here);
        }
        let mut backward = vec![1.0; count];
        let mut ahead = vec![0.0; count];
        for offset in (0..emissions.len()).step_by(count).rev() {
            let here = &mut forward[offset..offset + count];
            here.iter_mut().zip(&backward).for_each(|(forward, backward)| *forward *= backward);
            normalise(here);
            for (ahead, (backward, emission)) in ahead.iter_mut().zip(backward.iter().zip(&emissions[offset..])) {
                *ahead = backward * emission;
            }
            for (backward, row) in backward.iter_mut().zip(self.transition_factors.chunks_exact(count)) {
                *backward = row.iter().zip(&ahead).map(|(transition, ahead)| transition * ahead).sum();
            }
            normalise(&mut backward);
        }
        forward
    }
}

/// Takes in the paths that go from the label `from`, the best of which scores `score`, to each other one by the transitions of `row`.
fn step(score: f32, row: &[f32], from: u32, reached: &mut [f32], pointers: &mut [u32]) {
    let targets = row.chunks_exact(LANES).zip(reached.chunks_exact_mut(LANES).zip(pointers.chunks_exact_mut(LANES)));
    for (row, (reached, pointers)) in targets {
        for lane in 0..LANES {
            let through = score + row[lane];
            let is_better = through > reached[lane];
            reached[lane] = if is_better { through } else { reached[lane] };
            pointers[lane] = if is_better { from } else { pointers[lane] };
        }
    }
}

/// Makes each value exp of it over the highest. Nothing falls below exp(-100) but what is invalid: products of three stay far from underflow, and a
/// label less likely than that is never told from one that is not.
fn to_factors(scores: &mut [f64]) {
    let highest = scores.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    for score in scores {
        *score = if *score == f64::NEG_INFINITY { 0.0 } else { (*score - highest).max(-100.0).exp() };
    }
}

/// The factors of `scores`.
fn factors(scores: &[f32]) -> Vec<f64> {
    let mut values: Vec<f64> = scores.iter().copied().map(f64::from).collect();
    to_factors(&mut values);
    values
}

fn normalise(values: &mut [f64]) {
    let factor = 1.0 / values.iter().sum::<f64>();
    values.iter_mut().for_each(|value| *value *= factor);
}

/// Index and value of the highest, the first of equal ones.
pub(super) fn first_best(scores: impl Iterator<Item = f32>) -> (usize, f32) {
    let mut best = (0, f32::NEG_INFINITY);
    for (index, score) in scores.enumerate() {
        if score > best.1 {
            best = (index, score);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LABELS: usize = 7;

    fn sequence(start: &[f32], transitions: &[f32]) -> Sequence {
        let transitions = transitions.chunks(LABELS).map(<[f32]>::to_vec).collect();
        Sequence::with_weights(TagHead::Quotations, &Transitions { start: start.to_vec(), transitions })
    }

    fn indifferent() -> Sequence {
        sequence(&[0.0; LABELS], &[0.0; LABELS * LABELS])
    }

    /// Scores that want the labels of `wanted`: `.` O, `C` `c` content, `S` `s` source, `Q` `q` cue; capitals begin.
    fn wanting(wanted: &str) -> Vec<f32> {
        let columns = wanted.chars().map(|sign| ".CcSsQq".find(sign).unwrap());
        columns.flat_map(|column| (0..LABELS).map(move |label| if label == column { 9.0 } else { 0.0 })).collect()
    }

    fn decoded(wanted: &str) -> String {
        let spans = indifferent().decode_scores(&wanting(wanted), 0);
        spans.iter().map(|span| format!("{} {}..{}", span.kind, span.tokens.start, span.tokens.end)).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn what_lies_far_away_moves_no_probability_of_a_name() {
        let count = TagHead::Names.labels().len();
        let sequence =
            Sequence::with_weights(TagHead::Names, &Transitions { start: vec![0.0; count], transitions: vec![vec![0.0; count]; count] });
        let row = |label: usize, score: f32| (0..count).map(|own| if own == label { score } else { 0.0 }).collect::<Vec<f32>>();
        let with_gap = |gap: usize| [vec![row(1, 4.0)], vec![row(0, 6.0); gap], vec![row(1, 4.0)], vec![row(0, 6.0); 3]].concat().concat();
        let spans = sequence.decode_scores(&with_gap(40), 0);
        let whole = sequence.marginals(&with_gap(40));
        assert_eq!(spans.iter().map(|span| span.tokens.start).collect::<Vec<_>>(), [0, 41]);
        for span in spans {
            let exact = whole[span.tokens.start * count + 1] as f32;
            assert!((span.probability - exact).abs() < 1e-6, "{} {exact}", span.probability);
        }
    }

    #[test]
    fn labels_become_spans() {
        assert_eq!(decoded(".Cccc.Ss.Qq"), "content 1..5, source 6..8, cue 9..11");
        assert_eq!(decoded("CcC"), "content 0..2, content 2..3");
        assert_eq!(decoded("...."), "");
        assert_eq!(decoded(""), "");
    }

    #[test]
    fn a_span_never_begins_inside() {
        assert_eq!(decoded(".ccc.S"), "content 1..4, source 5..6");
        assert_eq!(decoded("Ccss"), "content 0..2, source 2..4");
    }

    #[test]
    fn tokens_are_counted_from_the_first_of_the_run() {
        let spans = indifferent().decode_scores(&wanting(".Cc"), 40);
        assert_eq!(spans[0].tokens, TokenRange::new(41, 43));
        assert!(spans[0].probability > 0.99 && spans[0].probability <= 1.0);
    }

    #[test]
    fn doubt_lowers_the_probability() {
        let mut scores = wanting(".Cc.");
        scores[LABELS + 3] = 9.0; // the second token might as well begin a source
        scores[2 * LABELS + 4] = 9.0;
        let spans = indifferent().decode_scores(&scores, 0);
        assert!((spans[0].probability - 0.5).abs() < 0.01, "{}", spans[0].probability);
    }

    #[test]
    fn extreme_scores_give_probabilities() {
        let mut scores = wanting("..Cc..");
        scores.iter_mut().enumerate().for_each(|(index, score)| *score = if index % 3 == 0 { 1e30 } else { -1e30 } * (1.0 + *score));
        for span in indifferent().decode_scores(&scores, 0) {
            assert!((0.0..=1.0).contains(&span.probability), "{span:?}");
        }
    }

    /// Every valid sequence with its score, the slow way.
    fn all_paths(sequence: &Sequence, scores: &[f32]) -> Vec<(Vec<usize>, f64)> {
        let width = LABELS.next_multiple_of(LANES);
        let mut paths = vec![(Vec::new(), 0.0)];
        for row in scores.chunks_exact(LABELS) {
            let mut longer = Vec::new();
            for (path, score) in &paths {
                for (label, emission) in row.iter().enumerate() {
                    let step = path.last().map_or(sequence.start[label], |from: &usize| sequence.transitions[from * width + label]);
                    if step > f32::NEG_INFINITY {
                        longer.push(([path.as_slice(), &[label]].concat(), score + f64::from(step) + f64::from(*emission)));
                    }
                }
            }
            paths = longer;
        }
        paths
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn path_and_marginals_are_those_of_all_sequences(
            start in prop::collection::vec(-3f32..3.0, LABELS),
            transitions in prop::collection::vec(-3f32..3.0, LABELS * LABELS),
            scores in (1usize..5).prop_flat_map(|tokens| prop::collection::vec(-4f32..4.0, LABELS * tokens)),
        ) {
            let sequence = sequence(&start, &transitions);
            let paths = all_paths(&sequence, &scores);
            let best = paths.iter().max_by(|one, other| one.1.total_cmp(&other.1)).unwrap();
            prop_assert_eq!(&sequence.best_path(&scores), &best.0);
            let total: f64 = paths.iter().map(|(_, score)| score.exp()).sum();
            let marginals = sequence.marginals(&scores);
            for (token, row) in marginals.chunks_exact(LABELS).enumerate() {
                for (label, marginal) in row.iter().enumerate() {
                    let expected: f64 = paths.iter().filter(|(path, _)| path[token] == label).map(|(_, score)| score.exp()).sum();
                    prop_assert!((marginal - expected / total).abs() < 1e-9);
                }
            }
        }
    }
}
