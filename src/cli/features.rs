//! `quotewire features`: what the network reads, for training it. Not for users, so that help does not list it.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use serde_json::json;

use super::exit::Failure;
use super::stories::for_each_story;
use crate::model::{Pieces, Vocabulary};
use crate::pipeline::Pipeline;
use crate::text::{CodepointIndex, Document};
use crate::wire::{self, FormatChoice};

/// Print the word pieces, features, tokens and sentences of stories, one JSON object a line: what training reads.
#[derive(Debug, Args)]
pub(super) struct FeaturesArguments {
    /// Stories, one JSON object a line
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// The word pieces, one a line
    #[arg(long, value_name = "PATH")]
    vocabulary: PathBuf,
}

/// Runs the command.
pub(super) fn run(arguments: &FeaturesArguments) -> Result<(), Failure> {
    let lines = std::fs::read_to_string(&arguments.vocabulary).context("cannot read the vocabulary")?;
    let vocabulary = Vocabulary::new(lines.lines()).context("this is no vocabulary")?;
    let pipeline = Pipeline::rules();
    let mut out = BufWriter::new(std::io::stdout().lock());
    let file = File::open(&arguments.path).with_context(|| format!("cannot open {}", arguments.path.display()))?;
    let mut written: anyhow::Result<()> = Ok(());
    let read = for_each_story(BufReader::new(file), true, FormatChoice::Auto, |story| {
        written = line(&pipeline, &vocabulary, &story.payload)
            .and_then(|line| writeln!(out, "{line}").context("cannot write the features"))
            .with_context(|| format!("line {}", story.line.unwrap_or_default()));
        written.is_ok()
    });
    written?;
    read.context("cannot read the stories")?;
    out.flush().context("cannot write the features")?;
    Ok(())
}

fn line(pipeline: &Pipeline, vocabulary: &Vocabulary, payload: &[u8]) -> anyhow::Result<serde_json::Value> {
    let article = wire::decode(payload, None, FormatChoice::Auto)?;
    let (document, pieces) = pipeline.pieces(&article, vocabulary);
    Ok(features(&document, &pieces))
}

/// Offsets are half-open, in Unicode code points of the text; sentences are ranges of tokens.
fn features(document: &Document, pieces: &Pieces) -> serde_json::Value {
    let index = CodepointIndex::new(document.text());
    let tokens: Vec<_> = document.tokens().iter().map(|token| [index.offset(token.span.start), index.offset(token.span.end)]).collect();
    let sentences: Vec<_> = document.sentences().iter().map(|sentence| [sentence.tokens.start, sentence.tokens.end]).collect();
    json!({ "tokens": tokens, "sentences": sentences, "ids": pieces.ids, "first": pieces.first, "features": pieces.features })
}
