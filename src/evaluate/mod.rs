//! How well a pipeline does on annotated texts: gold in, figures and errors out.
//!
//! [`Gold`] is read from JSON lines, [`annotate_all`] runs a pipeline over its texts, [`evaluate`] compares, and a [`Report`] shows.
//! Every place is counted in code points, as gold and records have it. The measures are written down where they are computed:
//! [`quotations`], [`entities`], [`check_worthiness`].

mod char_text;
pub mod check_worthiness;
pub mod entities;
mod evaluation;
mod gold;
mod gold_line;
mod prediction;
pub mod quotations;
mod rates;
mod report;
mod slip;

pub use char_text::{CharSpan, CharText};
pub use evaluation::{Evaluation, Figures, evaluate, judged};
pub use gold::{Answers, Gold, GoldDocument, GoldError};
pub use prediction::{FoundMention, Prediction, annotate_all};
pub use rates::{Rates, Scores, Share};
pub use report::{Form, Report};
pub use slip::{Fault, Slip};
