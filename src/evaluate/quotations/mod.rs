//! Quotations: contents, cues and speakers against the gold's.
//!
//! Before anything is compared, every part loses white space and quotation marks at both edges and punctuation at its end, and parts
//! with nothing but such signs between them become one. `exact` = the same code points; `iou50` = intersection over union of the code
//! points at least one half, one to one, best first; `char` = code points of all contents of a document together. A speaker is right
//! where it has IoU ≥ .5 with the gold's, or overlaps it and covers its last word; where the gold has none, none is right.
//! `attribution` = an `iou50` pair with the right speaker; `attr_any` is content with any overlap. By kind, recall counts gold of a
//! kind (found by a prediction of any), precision counts predictions that claim a kind; `direct_only` puts those two together.

mod figures;
mod marked;
mod matching;
mod places;
mod score;

pub use figures::{MatchedPairs, Measures, QuotationFigures};
pub use marked::MarkedQuotation;
pub(super) use score::score;
