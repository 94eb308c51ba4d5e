//! Shares, and precision with recall.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// So many of so many. In JSON its value (null where there is nothing to count) and the total.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Share {
    /// How many are right.
    pub hits: usize,
    /// How many there are.
    pub total: usize,
}

impl Share {
    /// Counts more.
    pub fn add(&mut self, hits: usize, total: usize) {
        self.hits += hits;
        self.total += total;
    }

    /// 0 to 1; `None` where there is nothing to count.
    pub fn value(self) -> Option<f64> {
        (self.total > 0).then(|| ratio(self.hits as f64, self.total as f64))
    }
}

impl Serialize for Share {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut share = serializer.serialize_struct("Share", 2)?;
        share.serialize_field("value", &self.value())?;
        share.serialize_field("n", &self.total)?;
        share.end()
    }
}

/// Precision, recall and their harmonic mean, 0 to 1; 0 where there is nothing to count.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Rates {
    /// Precision.
    #[serde(rename = "p")]
    pub precision: f64,
    /// Recall.
    #[serde(rename = "r")]
    pub recall: f64,
    /// F1.
    pub f1: f64,
}

impl Rates {
    /// The rates of this precision and recall.
    pub fn new(precision: f64, recall: f64) -> Self {
        Self { precision, recall, f1: ratio(2.0 * precision * recall, precision + recall) }
    }
}

/// Rates with the numbers that they stand on.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Scores {
    /// The rates.
    #[serde(flatten)]
    pub rates: Rates,
    /// How many were predicted.
    pub pred: usize,
    /// How many there are in the gold.
    pub gold: usize,
}

impl Scores {
    /// `pred`: which share of the predicted is right; `gold`: which share of the gold is found.
    pub fn new(pred: Share, gold: Share) -> Self {
        let rates = Rates::new(pred.value().unwrap_or(0.0), gold.value().unwrap_or(0.0));
        Self { rates, pred: pred.total, gold: gold.total }
    }
}

/// `part` of `whole`, 0 where there is no whole.
pub(super) fn ratio(part: f64, whole: f64) -> f64 {
    if whole == 0.0 { 0.0 } else { part / whole }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_harmonic_and_never_undefined() {
        assert_eq!(Rates::new(0.5, 1.0).f1, 2.0 / 3.0);
        assert_eq!(Rates::new(0.0, 0.0).f1, 0.0);
        let scores = Scores::new(Share::default(), Share { hits: 0, total: 3 });
        assert_eq!((scores.rates.precision, scores.rates.f1, scores.pred, scores.gold), (0.0, 0.0, 0, 3));
    }

    #[test]
    fn an_empty_share_has_no_value() {
        assert_eq!(serde_json::to_string(&Share::default()).unwrap(), r#"{"value":null,"n":0}"#);
    }
}
