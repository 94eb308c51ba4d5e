//! `quotewire feed`: stories to the input subject, as a wire would send them.

use std::io::BufReader;

use anyhow::Context as _;
use async_nats::HeaderMap;
use async_nats::jetstream::Context;
use async_nats::jetstream::publish::PublishAck;
use bytes::Bytes;
use clap::Args;

use super::exit::Failure;
use super::settings_arguments::SettingsArguments;
use super::stories::{Input, bundled, content_type, for_each_story, list};
use crate::settings::Settings;
use crate::wire::FormatChoice;
use crate::worker::connect;

/// Send stories to the input subject, and wait until the stream has each
#[derive(Debug, Args)]
pub(super) struct FeedArguments {
    /// Files, or folders that are read in name order; `-` is the standard input [default: the bundled stories]
    #[arg(value_name = "PATH")]
    paths: Vec<String>,
    /// Where to [default: the first of `input.subjects`, with `feed` for its wildcard]
    #[arg(long, value_name = "SUBJECT")]
    subject: Option<String>,
    #[command(flatten)]
    settings: SettingsArguments,
}

/// A story on its way to the broker.
#[derive(Debug, Clone)]
pub(super) struct Parcel {
    /// Its `Content-Type`, where a file's name tells one.
    pub(super) content_type: Option<&'static str>,
    /// Its bytes.
    pub(super) payload: Bytes,
}

/// Runs the command.
pub(super) fn run(arguments: &FeedArguments) -> Result<(), Failure> {
    let settings = arguments.settings.load()?;
    let parcels = if arguments.paths.is_empty() { bundled_parcels() } else { read_parcels(&arguments.paths)? };
    let subject = arguments.subject.clone().unwrap_or_else(|| default_subject(&settings));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().context("cannot start the runtime")?;
    runtime.block_on(async {
        let client = connect::connect_once(&settings.nats).await?;
        let context = async_nats::jetstream::new(client);
        for parcel in &parcels {
            send(&context, &subject, parcel).await?;
        }
        anstream::println!("{} stories sent to {subject}", parcels.len());
        Ok(())
    })
}

/// Sends one story and waits until the stream has it.
///
/// # Errors
/// When no stream takes it.
pub(super) async fn send(context: &Context, subject: &str, parcel: &Parcel) -> anyhow::Result<PublishAck> {
    let mut headers = HeaderMap::new();
    if let Some(content_type) = parcel.content_type {
        headers.insert("Content-Type", content_type);
    }
    let sent = context.publish_with_headers(subject.to_owned(), headers, parcel.payload.clone()).await;
    let acknowledged = match sent {
        Ok(acknowledgement) => acknowledgement.await,
        Err(error) => Err(error),
    };
    acknowledged.with_context(|| format!("no stream took a story on {subject}; `quotewire init` makes the streams"))
}

/// The bundled stories.
pub(super) fn bundled_parcels() -> Vec<Parcel> {
    let parcel = |name, payload| Parcel { content_type: content_type(name), payload: Bytes::from_static(payload) };
    bundled().iter().map(|story| parcel(story.name, story.payload)).collect()
}

fn read_parcels(paths: &[String]) -> anyhow::Result<Vec<Parcel>> {
    let mut parcels = Vec::new();
    for input in list(paths)? {
        let mut take = |payload: Vec<u8>| parcels.push(Parcel { content_type: input.content_type(), payload: payload.into() });
        let mut each = |story: super::stories::Story| {
            take(story.payload);
            true
        };
        let read = match &input {
            Input::Stdin => for_each_story(std::io::stdin().lock(), false, FormatChoice::Auto, &mut each),
            Input::File(path) => std::fs::File::open(path)
                .and_then(|file| for_each_story(BufReader::new(file), input.is_named_ndjson(), FormatChoice::Auto, &mut each)),
        };
        read.with_context(|| format!("cannot read {}", input.name()))?;
    }
    Ok(parcels)
}

/// The first input subject, with `feed` in the place of its wildcards.
pub(super) fn default_subject(settings: &Settings) -> String {
    let first = settings.input.subjects.first().map_or("wire.in.v1.>", String::as_str);
    first.replace(['*', '>'], "feed")
}
