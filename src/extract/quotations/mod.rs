//! Quotations by rules: marks are paired, cues found, each cue led to its source and its content.
//!
//! The order of the sieves: `direct` takes stretches between marks with a cue after, inside or before them; `inserted` takes sentences
//! with `…, she said` in or after them; `according` takes `according to …`; `indirect` takes clauses after a cue; `turns` takes the
//! turns of a dialogue; `carried` gives what is left between marks to the speaker before. What one sieve has taken no later one sees: attributions do not nest.

mod according;
mod carried;
mod clause;
mod complement;
mod cue;
mod cut;
mod direct;
mod draft;
mod extent;
mod find;
mod follow_up;
mod indirect;
mod inserted;
mod kept;
mod labels;
mod lead_in;
mod main_subject;
mod marks;
mod mention;
mod noun_phrase;
mod outlets;
mod passed_on;
mod reading;
mod relays;
mod retold;
mod settle;
mod tagged;
mod teller;
#[cfg(test)]
mod tests;
mod turns;
mod within;
mod word;

pub use find::{evidence, quotations};
pub use marks::{mark_states, marked};
pub use reading::Reading;
pub use tagged::tagged;
