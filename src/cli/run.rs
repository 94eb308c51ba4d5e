//! `quotewire run`: the worker.

use std::io::IsTerminal;

use anyhow::Context;
use clap::Args;
use tokio::signal::unix::{SignalKind, signal};
use tracing_subscriber::EnvFilter;

use super::exit::Failure;
use super::settings_arguments::SettingsArguments;
use crate::pipeline::LoadError;
use crate::settings::{LogFormat, LogSettings};
use crate::worker::connect::ConnectError;
use crate::worker::{self, RunError, process};

/// Run the worker: stories in from JetStream, records out.
#[derive(Debug, Args)]
pub(super) struct RunArguments {
    #[command(flatten)]
    settings: SettingsArguments,
}

/// Runs the command until SIGTERM or SIGINT.
pub(super) fn run(arguments: &RunArguments) -> Result<(), Failure> {
    let settings = arguments.settings.load()?;
    start_logs(&settings.log)?;
    log_panics();
    let work = process::load(&settings)?;
    let runtime = runtime(settings.worker.thread_count()).context("cannot start the runtime")?;
    let outcome = runtime.block_on(async {
        let stop = stop_signal().context("cannot listen for signals")?;
        worker::run(settings, work, stop).await.map_err(Failure::from)
    });
    runtime.shutdown_background();
    outcome
}

/// One thread carries some 20,000 messages a second, more than eight threads can extract; handing over between two costs each message.
fn runtime(extraction_threads: usize) -> std::io::Result<tokio::runtime::Runtime> {
    if extraction_threads <= 8 {
        return tokio::runtime::Builder::new_current_thread().enable_all().build();
    }
    tokio::runtime::Builder::new_multi_thread().worker_threads(extraction_threads.div_ceil(8)).enable_all().build()
}

fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

fn start_logs(settings: &LogSettings) -> Result<(), Failure> {
    let filter = EnvFilter::try_new(&settings.level).map_err(|error| Failure::Config(format!("log.level: {error}")))?;
    let json = match settings.format {
        LogFormat::Json => true,
        LogFormat::Text => false,
        LogFormat::Auto => !std::io::stderr().is_terminal(),
    };
    let logs = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if json {
        logs.json().flatten_event(true).init();
    } else {
        let colours = std::io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
        logs.with_ansi(colours).init();
    }
    Ok(())
}

/// A panic is logged with its place and without its message, which may quote the article.
fn log_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, thread = std::thread::current().name(), "panicked");
    }));
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Failure::Config(format!("{:#}", anyhow::Error::from(error)))
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Connect(error) => error.into(),
            RunError::Listen { .. } | RunError::Thread(_) => Failure::Runtime(error.into()),
        }
    }
}

impl From<ConnectError> for Failure {
    fn from(error: ConnectError) -> Self {
        match error {
            ConnectError::Settings(fault) => Failure::Config(fault),
            ConnectError::Unreachable { .. } => Failure::Unreachable(error.to_string()),
            ConnectError::ServerTooOld(_) => Failure::Runtime(error.into()),
        }
    }
}
