//! `quotewire demo`: a broker of its own, the worker, the bundled stories, and each record as a marked article.

mod run;
mod server;
mod tally;

pub(super) use run::{DemoArguments, run};
