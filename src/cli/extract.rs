//! `quotewire extract`: records of files, without a broker.

use std::io::{Read, Write};

use anyhow::Context;
use clap::Args;

use super::exit::Failure;
use crate::pipeline::{Pipeline, RULES_PROFILE};
use crate::record::{PipelineRecord, Provenance, Record};
use crate::settings::EmitText;
use crate::wire::{self, FormatChoice};

/// Extract records from files, without a broker.
#[derive(Debug, Args)]
pub(super) struct ExtractArguments {
    /// Files to read; `-` is the standard input.
    #[arg(required = true)]
    paths: Vec<String>,
}

/// Runs the command.
pub(super) fn run(arguments: &ExtractArguments) -> Result<(), Failure> {
    let pipeline = Pipeline::rules();
    let description = PipelineRecord {
        name: RULES_PROFILE.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        config_sha256: String::new(),
        models: Vec::new(),
    };
    let provenance = Provenance { message: None, pipeline: &description, emit_text: EmitText::Full };
    let mut out = std::io::stdout().lock();
    for path in &arguments.paths {
        let bytes = if path == "-" {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).context("cannot read the standard input")?;
            bytes
        } else {
            std::fs::read(path).with_context(|| format!("cannot read {path}"))?
        };
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let article = wire::decode(line, None, FormatChoice::Auto).map_err(anyhow::Error::from)?;
            let annotated = pipeline.annotate(&article);
            let record =
                Record::new(article, &annotated.document, &annotated.annotations, annotated.language, annotated.warnings, &provenance);
            serde_json::to_writer(&mut out, &record).context("cannot write a record")?;
            out.write_all(b"\n").context("cannot write a record")?;
        }
    }
    Ok(())
}
