//! Runs the demo: one story after another, so that a correction and a kill are seen in their order.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use anyhow::{Context as _, anyhow, bail};
use async_nats::jetstream::Context;
use async_nats::{Client, Message, Subscriber};
use clap::Args;
use futures_util::StreamExt;
use tokio::sync::oneshot;

use super::server::{self, DemoServer};
use super::tally::Tally;
use crate::cli::exit::Failure;
use crate::cli::feed::{Parcel, bundled_parcels, default_subject, send};
use crate::record::Record;
use crate::render::terminal;
use crate::settings::{Layers, ProvisionMode, Settings};
use crate::worker::{self, connect, process, provision};

/// How long a story may take to come out as a record.
const PATIENCE: Duration = Duration::from_secs(20);

/// Show the whole way: a broker of its own, the worker, bundled stories, and each record as a marked article
///
/// Ends by itself when the stories are through, and cleanly at Ctrl-C; leaves nothing behind.
#[derive(Debug, Args)]
pub(in crate::cli) struct DemoArguments {
    /// The nats-server to start [default: the one in PATH, else .tools/nats-server]
    #[arg(long, value_name = "FILE", env = "QUOTEWIRE_NATS_SERVER")]
    nats_server: Option<PathBuf>,
    /// Keep broker and worker running after the last story, until Ctrl-C, for stories of your own
    #[arg(long)]
    stay: bool,
}

/// Runs the command.
pub(in crate::cli) fn run(arguments: &DemoArguments) -> Result<(), Failure> {
    let program = server::find(arguments.nats_server.as_deref())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().context("cannot start the runtime")?;
    let outcome = runtime.block_on(async {
        let server = DemoServer::start(&program).await?;
        let outcome = tokio::select! {
            outcome = demonstrate(&server.url, arguments.stay) => outcome,
            _ = tokio::signal::ctrl_c() => Ok(()),
        };
        server.stop().await;
        outcome
    });
    runtime.shutdown_background();
    outcome.map_err(Failure::Runtime)
}

async fn demonstrate(url: &str, stay: bool) -> anyhow::Result<()> {
    let settings = settings(url)?;
    let work = process::load(&settings)?;
    let client = connect::connect_once(&settings.nats).await?;
    let context = async_nats::jetstream::new(client.clone());
    provision::provision(&context, &settings, ProvisionMode::Create).await?;
    let mut outcomes = subscribe(&client, &settings).await?;
    let (stop, told_to_stop) = oneshot::channel::<()>();
    let worker = tokio::spawn(worker::run(settings.clone(), work, async {
        let _ = told_to_stop.await; // the demo's end drops the sender
    }));

    let mut tally = Tally::default();
    for parcel in bundled_parcels() {
        show(&context, &default_subject(&settings), &parcel, &mut outcomes, &mut tally).await?;
    }
    anstream::println!("{}", tally.line());
    if stay {
        anstream::println!("\nbroker and worker stay up at {url} until Ctrl-C; try: quotewire feed --server {url} FILE");
        tokio::signal::ctrl_c().await.context("cannot listen for Ctrl-C")?;
    }
    drop(stop);
    worker.await.context("the worker ended badly")??;
    Ok(())
}

/// The defaults, with the demo's own broker and without the HTTP server.
fn settings(url: &str) -> anyhow::Result<Settings> {
    let flags = [("nats.servers", url), ("http.listen", ""), ("worker.threads", "1")];
    let flags = flags.map(|(key, value)| (key.to_owned(), value.to_owned())).to_vec();
    Ok(Layers { flags, ..Layers::default() }.load()?)
}

/// Everything that comes out: records and dead letters.
async fn subscribe(client: &Client, settings: &Settings) -> anyhow::Result<futures_util::stream::Select<Subscriber, Subscriber>> {
    let records = settings.output.subjects.first().ok_or_else(|| anyhow!("no output subject"))?;
    let records = client.subscribe(records.clone()).await.context("cannot listen to the records")?;
    let dead_letters = format!("{}.>", settings.dead_letter.subject_prefix);
    let dead_letters = client.subscribe(dead_letters).await.context("cannot listen to the dead letters")?;
    client.flush().await.context("cannot listen")?;
    Ok(futures_util::stream::select(records, dead_letters))
}

/// Sends one story and prints what comes of it.
async fn show(
    context: &Context,
    subject: &str,
    parcel: &Parcel,
    outcomes: &mut (impl StreamExt<Item = Message> + Unpin),
    tally: &mut Tally,
) -> anyhow::Result<()> {
    let begun = Instant::now();
    send(context, subject, parcel).await?;
    let outcome = tokio::time::timeout(PATIENCE, outcomes.next()).await;
    let Ok(Some(message)) = outcome else { bail!("a story has not come out after {} s", PATIENCE.as_secs()) };
    if let Some(reason) = message.headers.as_ref().and_then(|headers| headers.get("Quotewire-Reason")) {
        tally.dead_letter();
        anstream::println!("dead letter: {reason}\n");
        return Ok(());
    }
    let record: Record = serde_json::from_slice(&message.payload).context("a record cannot be read")?;
    tally.record(&record, begun.elapsed());
    anstream::println!("{}\n", terminal(&record));
    Ok(())
}
