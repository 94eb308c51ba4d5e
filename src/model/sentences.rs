//! How much a sentence is worth checking.

use super::encoded::Encoded;
use crate::text::TokenRange;

/// Probability that the sentence `tokens` holds a claim worth checking; 0 for no token.
///
/// The network scores every token; the sentence's logit is the mean of the tokens' values, weighted by the softmax of their attention.
///
/// # Panics
/// Where the document has no such token.
pub fn check_worthiness(encoded: &Encoded, tokens: TokenRange) -> f32 {
    let scores: Vec<(f32, f32)> = tokens.indices().map(|token| encoded.check_worthiness_of(token)).collect();
    let Some(logit) = pooled(&scores) else { return 0.0 };
    let calibration = encoded.calibration();
    1.0 / (1.0 + (-(logit * calibration.scale + calibration.shift)).exp())
}

/// Σ softmax(attention)·value; `None` for no score.
fn pooled(scores: &[(f32, f32)]) -> Option<f32> {
    let highest = scores.iter().map(|(attention, _)| *attention).reduce(f32::max)?;
    let mut weights = 0.0;
    let mut sum = 0.0;
    for (attention, value) in scores {
        let weight = (attention - highest).exp();
        weights += weight;
        sum += weight * value;
    }
    Some(sum / weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attention_weighs_the_values() {
        assert_eq!(pooled(&[]), None);
        assert_eq!(pooled(&[(3.0, -2.0)]), Some(-2.0));
        let even = pooled(&[(0.0, 1.0), (0.0, 3.0)]).unwrap();
        assert!((even - 2.0).abs() < 1e-6);
        let towards_second = pooled(&[(0.0, 1.0), (80.0, 3.0)]).unwrap();
        assert!((towards_second - 3.0).abs() < 1e-6);
    }
}
