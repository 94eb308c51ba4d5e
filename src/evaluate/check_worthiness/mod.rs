//! Check-worthiness: the score of a sentence against yes and no.
//!
//! Average precision and the area under the ROC curve count equal scores together; F1 and accuracy are at a score of at least .5.
//! Expected calibration error (Guo et al. 2017, of the score as the probability of a yes): fifteen bins of equal width, open below
//! and closed above, each with the distance of its mean score from its share of yes, weighted by its number of sentences.

mod calibration;
mod ranking;
mod score;

pub use calibration::{Bin, Calibration};
pub(super) use score::score;
pub use score::{AtThreshold, CheckWorthinessFigures};
