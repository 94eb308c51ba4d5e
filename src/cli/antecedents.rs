//! `quotewire antecedents`: what is weighed for pronouns and descriptions, for fitting its weights. Not for users, so that help does not
//! list it.

use std::fs::File;
use std::io::{BufReader, BufWriter, Write};
use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use serde_json::json;

use super::exit::Failure;
use super::stories::for_each_story;
use crate::pipeline::{AntecedentWeights, Pipeline};
use crate::settings::Profile;
use crate::text::{CodepointIndex, Span};
use crate::wire::{self, FormatChoice};

/// Print what speaks for each antecedent of each mention of stories, one JSON object a line: what training reads.
#[derive(Debug, Args)]
pub(super) struct AntecedentsArguments {
    /// Stories, one JSON object a line
    #[arg(value_name = "PATH")]
    path: PathBuf,
    /// What extracts: accurate, balanced, fast or rules
    #[arg(long, default_value = "balanced", value_name = "PROFILE", value_parser = Profile::from_name)]
    profile: Profile,
    /// Folder with weights files [default: those in the program]
    #[arg(long, value_name = "FOLDER")]
    models: Option<PathBuf>,
    /// Weights that decide, as JSON: `{class: {feature: weight}}` [default: those in the program]
    #[arg(long, value_name = "PATH")]
    weights: Option<PathBuf>,
    /// Chains that are known and decide before any weight, one JSON array a line for each story: `[start, end, chain]` of each mention
    #[arg(long, value_name = "PATH")]
    chains: Option<PathBuf>,
}

/// Runs the command.
pub(super) fn run(arguments: &AntecedentsArguments) -> Result<(), Failure> {
    let pipeline = Pipeline::load(arguments.profile, arguments.models.as_deref())?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let file = File::open(&arguments.path).with_context(|| format!("cannot open {}", arguments.path.display()))?;
    let text_of = |path: &PathBuf| std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()));
    let weights = arguments.weights.as_ref().map(text_of).transpose()?;
    let weights =
        weights.map(|json| AntecedentWeights::parse(&json).map_err(|why| anyhow::anyhow!("these are no weights: {why}"))).transpose()?;
    let chains = arguments.chains.as_ref().map(text_of).transpose()?;
    let mut chains = chains.as_deref().map(str::lines);
    let mut written: anyhow::Result<()> = Ok(());
    let read = for_each_story(BufReader::new(file), true, FormatChoice::Auto, |story| {
        let known = chains.as_mut().map(|lines| lines.next().context("there are no chains for it")).transpose();
        written = known
            .and_then(|known| line(&pipeline, &story.payload, weights.as_ref(), known))
            .and_then(|line| writeln!(out, "{line}").context("cannot write what was weighed"))
            .with_context(|| format!("line {}", story.line.unwrap_or_default()));
        written.is_ok()
    });
    written?;
    read.context("cannot read the stories")?;
    out.flush().context("cannot write what was weighed")?;
    Ok(())
}

/// Offsets are half-open, in Unicode code points of the text; `r` is the number of a referent, `f` holds the features that are not 0.
fn line(
    pipeline: &Pipeline,
    payload: &[u8],
    weights: Option<&AntecedentWeights>,
    chains: Option<&str>,
) -> anyhow::Result<serde_json::Value> {
    let article = wire::decode(payload, None, FormatChoice::Auto)?;
    let mut guidance = pipeline.guidance();
    if let Some(weights) = weights {
        guidance.weights = weights;
    }
    let bytes: Vec<usize> = article.text.char_indices().map(|(byte, _)| byte).chain([article.text.len()]).collect();
    let chains: Vec<(usize, usize, usize)> =
        chains.map(serde_json::from_str).transpose().context("these are no chains")?.unwrap_or_default();
    for (start, end, chain) in chains {
        let (start, end) = bytes.get(start).zip(bytes.get(end)).context("a chain leaves the text")?;
        guidance.chains.insert(Span::new(*start, *end), chain);
    }
    let (document, weighings) = pipeline.weighings(&article, &guidance);
    let index = CodepointIndex::new(document.text());
    let place = |span: Span| [index.offset(span.start), index.offset(span.end)];
    let names: Vec<_> = weighings.names.iter().map(|(span, referent)| json!({ "span": place(*span), "r": referent })).collect();
    let mentions: Vec<_> = weighings
        .mentions
        .iter()
        .map(|mention| {
            let candidates: Vec<_> = mention
                .candidates
                .iter()
                .map(|(referent, values)| {
                    let set: Vec<_> = values.iter().enumerate().filter(|(_, value)| **value != 0.0).collect();
                    json!({ "r": referent, "f": set })
                })
                .collect();
            json!({ "span": place(mention.span), "class": mention.class, "r": mention.referent, "candidates": candidates })
        })
        .collect();
    Ok(json!({ "features": weighings.features, "names": names, "mentions": mentions }))
}
