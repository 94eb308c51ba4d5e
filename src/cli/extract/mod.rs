//! `quotewire extract`: records of files, without a broker.

mod arguments;
mod job;
mod output;
mod run;
mod timings;

pub(super) use arguments::ExtractArguments;
pub(super) use run::run;
