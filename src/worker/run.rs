//! Puts a worker together, runs it until it is told to stop, and takes it apart in order.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize};
use std::time::Duration;

use async_nats::Client;
use async_nats::jetstream::context::ContextBuilder;
use tokio::sync::{mpsc, watch};
use tokio::task::JoinHandle;

use super::confirm::Confirm;
use super::connect::{self, ConnectError, REQUEST_TIMEOUT};
use super::health::{self, Health, Part, Shown};
use super::intake::Intake;
use super::metrics::Metrics;
use super::process::{self, Work, Workshop};
use super::progress::{self, Held};
use super::publish;
use super::subjects::SubjectTemplate;
use super::suspects::Suspects;
use crate::settings::Settings;

/// What the server takes in one message until it says so itself.
const USUAL_MAX_PAYLOAD: usize = 1 << 20;

/// Why a worker could not start.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The connection's settings cannot be used.
    #[error(transparent)]
    Connect(#[from] ConnectError),
    /// The HTTP server's address cannot be used.
    #[error("cannot listen on {address}: {source}")]
    Listen {
        /// The address.
        address: String,
        /// Why not.
        source: std::io::Error,
    },
    /// The system gives no thread.
    #[error("cannot start a thread: {0}")]
    Thread(#[from] std::io::Error),
}

/// Runs a worker until `told_to_stop` is ready, then finishes what has begun and gives back the rest.
///
/// A server, stream or consumer that is missing is waited for, now and later.
///
/// # Errors
/// When it cannot start at all; once it has started, it ends only when told to.
pub async fn run(settings: Settings, work: Work, told_to_stop: impl Future<Output = ()>) -> Result<(), RunError> {
    let settings = Arc::new(settings);
    let health = Arc::new(Health::default());
    let metrics = Arc::new(Metrics::new());
    serve_http(&settings, &health, &metrics).await?;
    let worker = Worker::start(settings, work, Arc::clone(&health), metrics).await?;
    told_to_stop.await;
    health.trouble(Part::Worker, "stopping");
    worker.stop().await;
    Ok(())
}

async fn serve_http(settings: &Settings, health: &Arc<Health>, metrics: &Arc<Metrics>) -> Result<(), RunError> {
    let listen = &settings.http.listen;
    let Ok(address) = listen.parse::<SocketAddr>() else { return Ok(()) }; // empty: settings were validated
    let listener = health::listen(address).await.map_err(|source| RunError::Listen { address: listen.clone(), source })?;
    tokio::spawn(health::serve(listener, Shown { health: Arc::clone(health), metrics: Arc::clone(metrics) }));
    Ok(())
}

/// A running worker.
struct Worker {
    client: Client,
    deadline: Duration,
    /// Tells the intake to stop.
    stop: watch::Sender<bool>,
    /// Tells all others to give back what was not begun.
    give_back: watch::Sender<bool>,
    intake: JoinHandle<()>,
    /// In the order in which they end: each ends when the one before has.
    stages: [JoinHandle<()>; 2],
    alive: JoinHandle<()>,
}

impl Worker {
    async fn start(settings: Arc<Settings>, work: Work, health: Arc<Health>, metrics: Arc<Metrics>) -> Result<Self, RunError> {
        let (client, connections) = connect::stay_connected(&settings.nats, Arc::clone(&health)).await?;
        let context = ContextBuilder::new().timeout(REQUEST_TIMEOUT).build(client.clone());
        let held = Arc::new(Held::default());
        let output_blocked = Arc::new(AtomicBool::new(false));
        let max_payload = Arc::new(AtomicUsize::new(USUAL_MAX_PAYLOAD));
        let (stop, stop_told) = watch::channel(false);
        let (give_back, give_back_told) = watch::channel(false);
        let (ack_wait, ack_wait_told) = watch::channel(settings.input.ack_wait());
        let (jobs, jobs_taken) = crossbeam_channel::bounded(2 * settings.worker.in_flight);
        let (finished, finished_taken) = mpsc::unbounded_channel(); // bounded by the slots: each entry holds one
        let (sent, sent_taken) = mpsc::channel(settings.worker.in_flight);

        let workshop = Arc::new(Workshop {
            work,
            template: SubjectTemplate::new(&settings.output.subject_template),
            source: settings.publish.source.clone(),
            forward_headers: settings.publish.forward_headers.clone(),
            oversized: settings.publish.oversized,
            max_payload: Arc::clone(&max_payload),
            metrics: Arc::clone(&metrics),
            give_back: give_back_told.clone(),
        });
        // Nobody joins the threads: work that has passed the deadline must not keep the process.
        process::start(settings.worker.thread_count(), &workshop, &jobs_taken, &finished)?;
        let intake = Intake {
            client: client.clone(),
            context: context.clone(),
            settings: Arc::clone(&settings),
            connections: connections.clone(),
            health: Arc::clone(&health),
            metrics: Arc::clone(&metrics),
            held: Arc::clone(&held),
            output_blocked: Arc::clone(&output_blocked),
            max_payload,
            ack_wait,
            jobs,
            finished,
            stop: stop_told,
            suspects: Suspects::default(),
            suspect_works: false,
        };
        let confirm = Confirm {
            context: context.clone(),
            settings: Arc::clone(&settings),
            connections,
            health,
            metrics,
            held: Arc::clone(&held),
            output_blocked,
            give_back: give_back_told,
        };
        let alive = tokio::spawn({
            let client = client.clone();
            async move { progress::keep_alive(client, &held, ack_wait_told).await }
        });
        let intake = tokio::spawn(intake.run());
        let stages =
            [tokio::spawn(publish::run(context, Arc::clone(&settings), finished_taken, sent)), tokio::spawn(confirm.run(sent_taken))];
        let deadline = settings.worker.shutdown_deadline();
        Ok(Self { client, deadline, stop, give_back, intake, stages, alive })
    }

    /// Stops to receive, gives back what was not begun, finishes what was, and leaves; all that within the deadline.
    ///
    /// Nothing is given back while the intake still listens: the server would deliver it here again.
    async fn stop(self) {
        let Self { client, deadline, stop, give_back, intake, stages, alive } = self;
        stop.send_replace(true);
        let finish = async {
            ended(intake.await);
            give_back.send_replace(true);
            for stage in stages {
                ended(stage.await);
            }
        };
        if tokio::time::timeout(deadline, finish).await.is_err() {
            tracing::warn!("the deadline passed; what was not finished will be delivered again");
        }
        alive.abort();
        let leave = async {
            let _ = client.flush().await;
            let _ = client.drain().await;
        };
        let _ = tokio::time::timeout(Duration::from_secs(1), leave).await;
        tracing::info!("stopped");
    }
}

fn ended(stage: Result<(), tokio::task::JoinError>) {
    if let Err(error) = stage {
        tracing::error!(%error, "a stage ended badly");
    }
}
