//! `quotewire evaluate`: how well a profile does on annotated texts.

use std::fs;
use std::io::{ErrorKind, Write};
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::Context;
use clap::{Args, ValueEnum};

use super::exit::Failure;
use crate::evaluate::{Form, Gold, Report, annotate_all, evaluate, judged};
use crate::pipeline::Pipeline;
use crate::settings::Profile;

/// Compare what is found in annotated texts with their annotations
///
/// A file holds one JSON object a line, with `id`, `text` and `quotes` (content, cue, speaker, kind), `mentions` (start, end, type,
/// kind, and perhaps name, head, cluster) or `label` (0 or 1: is the sentence worth checking). Places are half-open, in code points.
#[derive(Debug, Args)]
pub(super) struct EvaluateArguments {
    /// Files of annotated texts; each is reported on its own
    #[arg(required = true, value_name = "GOLD")]
    gold: Vec<PathBuf>,
    /// What extracts: accurate, balanced, fast or rules
    #[arg(long, default_value = "balanced", value_name = "PROFILE", value_parser = Profile::from_name)]
    profile: Profile,
    /// Folder with weights files [default: those in the program]
    #[arg(long, value_name = "FOLDER")]
    models: Option<PathBuf>,
    /// What is written; `json` is one line a file
    #[arg(long, value_enum, default_value_t = FormArgument::Table, value_name = "FORMAT")]
    format: FormArgument,
    /// List the first N errors of each kind, with their words
    #[arg(long, default_value_t = 0, value_name = "N")]
    errors: usize,
    /// Threads that extract [default: one a core]
    #[arg(long, value_name = "N")]
    jobs: Option<NonZeroUsize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormArgument {
    /// Tables for a terminal.
    Table,
    /// Tables in Markdown.
    Markdown,
    /// Everything, for machines.
    Json,
}

/// Runs the command.
pub(super) fn run(arguments: &EvaluateArguments) -> Result<(), Failure> {
    let pipeline = Pipeline::load(arguments.profile, arguments.models.as_deref())?;
    let form = match arguments.format {
        FormArgument::Table => Form::Table,
        FormArgument::Markdown => Form::Markdown,
        FormArgument::Json => Form::Json,
    };
    for (index, path) in arguments.gold.iter().enumerate() {
        let report = report(arguments, &pipeline, path)?.write(form);
        let gap = if index > 0 && form != Form::Json { "\n" } else { "" };
        if !print(&format!("{gap}{report}"))? {
            break;
        }
    }
    Ok(())
}

fn report(arguments: &EvaluateArguments, pipeline: &Pipeline, path: &Path) -> anyhow::Result<Report> {
    let name = path.display().to_string();
    let lines = fs::read(path).with_context(|| format!("cannot read {name}"))?;
    let gold = Gold::read(&lines).with_context(|| name.clone())?;
    let jobs = arguments.jobs.or_else(|| std::thread::available_parallelism().ok()).map_or(1, Into::into);
    let start = Instant::now();
    let predictions = judged(&gold, annotate_all(pipeline, &gold.documents, jobs));
    let seconds = start.elapsed().as_secs_f64();
    Ok(Report::new(&name, arguments.profile.name(), &gold, seconds, evaluate(&gold, &predictions), arguments.errors))
}

/// Writes to the standard output; `false` when nobody reads it any longer.
fn print(text: &str) -> anyhow::Result<bool> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(error).context("cannot write the report"),
    }
}
