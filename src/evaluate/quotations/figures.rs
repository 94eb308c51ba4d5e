//! The figures of quotations.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::evaluate::{Scores, Share};

/// One value for each measure; what they mean stands in the module's documentation.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Measures<T> {
    /// The same code points.
    pub exact: T,
    /// Half of them.
    pub iou50: T,
    /// Code points, not quotations.
    pub char: T,
    /// Half of them, with the right speaker.
    pub attribution: T,
    /// Half of them, with a speaker that overlaps the right one.
    pub attr_any: T,
}

impl<T> Measures<T> {
    /// What `f` makes of each value of this and of `other`.
    pub fn zip_with<U, V>(&self, other: &Measures<U>, f: impl Fn(&T, &U) -> V) -> Measures<V> {
        Measures {
            exact: f(&self.exact, &other.exact),
            iou50: f(&self.iou50, &other.iou50),
            char: f(&self.char, &other.char),
            attribution: f(&self.attribution, &other.attribution),
            attr_any: f(&self.attr_any, &other.attr_any),
        }
    }

    /// The values with their names.
    pub fn rows(&self) -> [(&'static str, &T); 5] {
        [
            ("exact", &self.exact),
            ("iou50", &self.iou50),
            ("char", &self.char),
            ("attribution", &self.attribution),
            ("attr_any", &self.attr_any),
        ]
    }
}

/// How quotations do against the gold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuotationFigures {
    /// Of all kinds.
    pub all: Measures<Scores>,
    /// Recall of direct gold, precision of what claims to be direct.
    pub direct_only: Measures<Scores>,
    /// Recall by the gold's kind; `none` where the gold has no kind.
    pub recall_by_gold_kind: BTreeMap<&'static str, Measures<Share>>,
    /// Precision by the kind that is claimed.
    pub precision_by_pred_kind: BTreeMap<&'static str, Measures<Share>>,
    /// Of the pairs of `iou50`.
    pub matched_pairs: MatchedPairs,
}

/// What the pairs of `iou50` agree in, as shares; `None` where there is nothing to count.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct MatchedPairs {
    /// How many pairs there are.
    pub n: usize,
    /// Pairs of one kind.
    pub same_kind: Option<f64>,
    /// Right speakers, where the gold has one.
    pub speaker_right: Option<f64>,
    /// Speakers that overlap the right one.
    pub speaker_any_overlap: Option<f64>,
    /// Predictions without a speaker, where the gold has one.
    pub speaker_left_empty: Option<f64>,
    /// Predictions without a speaker, where the gold has none.
    pub no_speaker_agreed: Option<f64>,
    /// Cues that overlap, where the gold has one.
    pub cue_overlap: Option<f64>,
}
