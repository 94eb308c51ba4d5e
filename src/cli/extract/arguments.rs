//! The flags of `extract`.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::settings::Profile;
use crate::wire::FormatChoice;

/// Extract records from files, without a broker
///
/// One record a story, in input order. A file of one JSON object a line is read line by line: a bad line is reported with its
/// number, the others go on, and the exit code is 1 at the end.
#[derive(Debug, Args)]
pub(in crate::cli) struct ExtractArguments {
    /// Files, or folders that are read in name order; `-` is the standard input
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<String>,
    /// Format of the stories
    #[arg(long, default_value = "auto", value_name = "FORMAT", value_parser = FormatChoice::from_name)]
    pub(super) format: FormatChoice,
    /// What extracts: accurate, balanced, fast or rules
    #[arg(long, default_value = "balanced", value_name = "PROFILE", value_parser = Profile::from_name)]
    pub(super) profile: Profile,
    /// Folder with weights files [default: those in the program]
    #[arg(long, value_name = "FOLDER")]
    pub(super) models: Option<PathBuf>,
    /// Compiled list of names whose ids entities get: see `quotewire gazetteer build --help`
    #[arg(long, value_name = "FILE")]
    pub(super) gazetteer: Option<PathBuf>,
    /// What is written [default: text on a terminal, else ndjson]
    #[arg(long, value_enum, value_name = "OUTPUT")]
    pub(super) output: Option<OutputForm>,
    /// Threads that extract [default: one a core]
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<NonZeroUsize>,
    /// Tell at the end, on the standard error, where the time of a story went
    #[arg(long)]
    pub(super) timings: bool,
}

/// What `extract` writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum OutputForm {
    /// One record a line.
    Ndjson,
    /// Records with line breaks and indents.
    Json,
    /// The marked article, for people.
    Text,
}
