//! Receives messages, never more than there are slots, for as long as the worker runs: whatever breaks is opened again.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use async_nats::jetstream::consumer::PullConsumer;
use async_nats::jetstream::{self, Context};
use async_nats::{Client, Message, Subscriber};
use futures_util::StreamExt;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::watch;
use tokio::time::Instant;

use super::connect::{self, Connections};
use super::disposition::{Reason, is_delivered_too_often};
use super::health::{Health, Part};
use super::metrics::Metrics;
use super::process::{Delivery, Finished, Rejection};
use super::progress::Held;
use super::provision::{self, ProvisionError};
use super::pull::{self, Answer, Terms};
use super::suspects::Suspects;
use crate::settings::Settings;

/// How often the consumer is looked at: its backlog is shown, and its end is noticed, even while no request waits there.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How long a backlog may lie there while our requests stay unanswered.
const STALLED_AFTER: Duration = Duration::from_secs(5);
/// Pauses between attempts to bind, and after a broken inbox.
const SHORTEST_PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(1);
/// How long a worker that stops waits for the next message of those that it asked for. A server that is told that nobody listens any
/// longer while it delivers drops what it delivers.
const LINGER: Duration = Duration::from_millis(50);
const LONGEST_DRAIN: Duration = Duration::from_millis(500);

/// All that the intake works with.
pub(super) struct Intake {
    pub(super) client: Client,
    pub(super) context: Context,
    pub(super) settings: Arc<Settings>,
    pub(super) connections: Connections,
    pub(super) health: Arc<Health>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) held: Arc<Held>,
    /// Set while the output stream has no room.
    pub(super) output_blocked: Arc<AtomicBool>,
    pub(super) max_payload: Arc<AtomicUsize>,
    pub(super) ack_wait: watch::Sender<Duration>,
    pub(super) jobs: crossbeam_channel::Sender<Delivery>,
    /// For messages that need no work to come to their end.
    pub(super) finished: UnboundedSender<(Delivery, Finished)>,
    pub(super) stop: watch::Receiver<bool>,
    pub(super) suspects: Suspects,
    /// Whether a suspect is being worked on: then nothing else is.
    pub(super) suspect_works: bool,
}

/// Why a session with the consumer is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Over {
    /// The worker is told to stop.
    Stop,
    /// The inbox is of no more use; the consumer may well be.
    Broken(&'static str),
    /// The consumer is gone.
    Gone,
}

impl Intake {
    /// Receives until the worker is told to stop.
    pub(super) async fn run(mut self) {
        self.receive_for_ever().await;
        for delivery in self.suspects.drain() {
            let _ = self.finished.send((delivery, Finished::NotStarted));
        }
    }

    async fn receive_for_ever(&mut self) {
        let mut failures = 0;
        loop {
            let Some(consumer) = self.bind().await else { return };
            let begun = Instant::now();
            let over = self.session(&consumer).await;
            match over {
                Over::Stop => return,
                Over::Gone => self.health.trouble(Part::Consumer, "the consumer was deleted"),
                Over::Broken(cause) => {
                    tracing::info!(cause, "the intake opens anew");
                    Metrics::reasoned(&self.metrics.reopened, cause);
                }
            }
            failures = if begun.elapsed() > LONGEST_PAUSE { 0 } else { failures + 1 };
            if failures > 0 && self.paused(failures).await {
                return;
            }
        }
    }

    /// Binds to the consumer, however long it takes; `None` when the worker is told to stop.
    async fn bind(&mut self) -> Option<PullConsumer> {
        let mut failures = 0;
        loop {
            if *self.stop.borrow() {
                return None;
            }
            // marked as seen here, so that a connection made while we bind opens the inbox anew
            if *self.connections.borrow_and_update() == 0 {
                tokio::select! {
                    _ = self.connections.changed() => continue,
                    _ = self.stop.changed() => return None,
                }
            }
            match self.try_bind().await {
                Ok(consumer) => {
                    self.ack_wait.send_replace(consumer.cached_info().config.ack_wait);
                    self.health.well(Part::Consumer);
                    return Some(consumer);
                }
                Err(trouble) => self.health.trouble(Part::Consumer, trouble),
            }
            failures += 1;
            if self.paused(failures).await {
                return None;
            }
        }
    }

    async fn try_bind(&self) -> Result<PullConsumer, String> {
        connect::check_version(&self.client).map_err(|error| error.to_string())?;
        self.max_payload.store(self.client.server_info().max_payload, Ordering::Relaxed);
        let mode = self.settings.provision.mode;
        let provisioned = provision::provision(&self.context, &self.settings, mode).await.map_err(|error| error.to_string())?;
        for what in provisioned.created {
            tracing::info!(what, "created");
        }
        for drift in provisioned.drift {
            tracing::warn!(%drift, "the server's configuration differs");
        }
        provision::bind(&self.context, &self.settings).await.map_err(|error| error.to_string())
    }

    /// Waits after a failure, or for a new connection; true when the worker is told to stop.
    async fn paused(&mut self, failures: u32) -> bool {
        let pause = SHORTEST_PAUSE.saturating_mul(1 << failures.min(8)).min(LONGEST_PAUSE);
        tokio::select! {
            () = tokio::time::sleep(pause) => *self.stop.borrow(),
            _ = self.connections.changed() => *self.stop.borrow(),
            _ = self.stop.changed() => true,
        }
    }

    /// Receives on one inbox until something ends that.
    async fn session(&mut self, consumer: &PullConsumer) -> Over {
        let inbox = self.client.new_inbox();
        let Ok(mut subscriber) = self.client.subscribe(inbox.clone()).await else { return Over::Broken("no_subscription") };
        let info = consumer.cached_info();
        let mut session = Session {
            subject: pull::subject(&info.stream_name, &info.name),
            inbox,
            terms: Terms::new(info.config.max_batch, info.config.max_expires),
            stream: Arc::from(info.stream_name.as_str()),
            outstanding: 0,
            last_sign: Instant::now(),
            last_message: Instant::now(),
        };
        let over = self.receive(&mut session, &mut subscriber).await;
        self.close(&mut session, subscriber, over).await;
        over
    }

    async fn receive(&mut self, session: &mut Session, subscriber: &mut Subscriber) -> Over {
        let mut clock = tokio::time::interval(LOOK_EVERY);
        let mut look: Option<Look> = None;
        loop {
            self.release_suspect();
            if let Err(over) = self.ask(session).await {
                return over;
            }
            let turn = self.suspects.next_turn().filter(|_| self.is_quiet());
            tokio::select! {
                biased;
                _ = self.stop.changed() => return Over::Stop,
                _ = self.connections.changed() => return Over::Broken("reconnected"),
                message = subscriber.next() => match message {
                    Some(message) => if let Some(over) = self.received(session, message) { return over },
                    None => return Over::Broken("subscription_ended"),
                },
                () = self.held.freed.notified() => {}
                () = async { tokio::time::sleep_until(turn.expect("guarded")).await }, if turn.is_some() => {}
                _ = clock.tick() => {
                    if session.is_silent() { return Over::Broken("missed_heartbeat") }
                    if look.is_none() { look = Some(look_at(&self.context, &self.settings)) }
                }
                seen = async { look.as_mut().expect("guarded").await }, if look.is_some() => {
                    look = None;
                    if let Some(over) = self.seen(session, seen) { return over }
                }
            }
        }
    }

    /// Whether all messages that are held wait for their turn as suspects.
    fn is_quiet(&self) -> bool {
        self.held.count() == self.suspects.len()
    }

    /// Lets the next suspect be worked on, if nothing else is.
    fn release_suspect(&mut self) {
        if !self.is_quiet() {
            return;
        }
        self.suspect_works = false;
        if let Some(delivery) = self.suspects.take(Instant::now()) {
            tracing::info!(sequence = delivery.sequence, delivered = delivery.delivered, "worked on alone: it may have killed a worker");
            self.suspect_works = true;
            let _ = self.jobs.try_send(delivery);
        }
    }

    /// Asks for as many messages as there are slots, once half of all slots are free.
    async fn ask(&self, session: &mut Session) -> Result<(), Over> {
        self.metrics.in_flight.set(self.held.count() as i64);
        let slots = self.settings.worker.in_flight;
        let free = slots.saturating_sub(self.held.count() + session.outstanding).min(session.terms.batch);
        let suspended = self.suspect_works || !self.suspects.is_empty() || self.output_blocked.load(Ordering::Relaxed);
        if suspended || free < slots.min(session.terms.batch).div_ceil(2) {
            return Ok(());
        }
        if session.outstanding == 0 {
            session.last_sign = Instant::now(); // nothing was owed to us until now
        }
        session.outstanding += free;
        let (subject, inbox) = (session.subject.clone(), session.inbox.clone());
        let asked = self.client.publish_with_reply(subject, inbox, session.terms.request(free)).await;
        asked.map_err(|_| Over::Broken("no_request"))
    }

    fn received(&mut self, session: &mut Session, message: Message) -> Option<Over> {
        session.last_sign = Instant::now();
        match pull::read(&message) {
            Answer::Message => {
                session.outstanding = session.outstanding.saturating_sub(1);
                session.last_message = Instant::now();
                self.take(&session.stream, message);
            }
            Answer::Heartbeat => {}
            Answer::Ended { undelivered } => session.outstanding = session.outstanding.saturating_sub(undelivered),
            Answer::Broken(cause) => return Some(Over::Broken(cause)),
            Answer::Gone => return Some(Over::Gone),
        }
        None
    }

    /// Gives a message a slot and sends it on.
    fn take(&mut self, stream: &Arc<str>, message: Message) {
        let message = jetstream::Message { message, context: self.context.clone() };
        let Ok(info) = message.info() else {
            tracing::warn!(subject = %message.subject, "a message that is not from a stream came in and was dropped");
            return;
        };
        let (sequence, delivered) = (info.stream_sequence, u32::try_from(info.delivered).unwrap_or(u32::MAX));
        let published_nanos = info.published.unix_timestamp_nanos();
        let message = message.message;
        let reply = message.reply.expect("it was read from the reply just now");
        let delivery = Delivery {
            slot: self.held.take(reply.clone()),
            reply,
            payload: message.payload,
            headers: message.headers,
            stream: Arc::clone(stream),
            sequence,
            delivered,
            published_nanos,
        };
        if delivered > 1 {
            self.metrics.redelivered.inc();
        }
        match self.rejection(&delivery) {
            Some(rejection) => drop(self.finished.send((delivery, Finished::Rejected(rejection)))),
            None if Suspects::is_suspect(&delivery) => self.suspects.push(delivery, Instant::now()),
            // the queue has as many places as there are slots
            None => drop(self.jobs.try_send(delivery)),
        }
    }

    /// Why a message is not worked on at all, if it is not.
    fn rejection(&self, delivery: &Delivery) -> Option<Rejection> {
        let input = &self.settings.input;
        if is_delivered_too_often(delivery.delivered, input.max_deliveries) {
            let detail = format!("delivered {} times, {} are allowed", delivery.delivered, input.max_deliveries);
            return Some(Rejection { reason: Reason::DeliveredTooOften, detail });
        }
        if delivery.payload.len() > input.max_message_bytes {
            let detail = format!("{} bytes, {} are allowed", delivery.payload.len(), input.max_message_bytes);
            return Some(Rejection { reason: Reason::TooLarge, detail });
        }
        None
    }

    /// Takes note of a look at the consumer.
    fn seen(&self, session: &mut Session, seen: Result<PullConsumer, ProvisionError>) -> Option<Over> {
        match seen {
            Ok(consumer) => {
                let info = consumer.cached_info();
                self.metrics.consumer_pending.set(i64::try_from(info.num_pending).unwrap_or(i64::MAX));
                self.metrics.ack_pending.set(i64::try_from(info.num_ack_pending).unwrap_or(i64::MAX));
                let stalled = info.num_pending > 0 && session.outstanding > 0 && session.last_message.elapsed() > STALLED_AFTER;
                let room = i64::try_from(info.num_ack_pending).is_ok_and(|count| count < info.config.max_ack_pending);
                if info.num_pending == 0 {
                    session.last_message = Instant::now();
                }
                (stalled && room).then_some(Over::Broken("stalled"))
            }
            Err(ProvisionError::Missing(_)) => Some(Over::Gone),
            Err(ProvisionError::Failed { .. }) => None, // an election or a slow server; heartbeats tell whether it matters
        }
    }

    /// Leaves an inbox. What has come there or is on its way is taken in, or it would wait for the server's patience to end: when the
    /// worker stops, it is given back at once; after a reconnect the client listens here again by itself, and the server delivers to
    /// requests of the connection before.
    async fn close(&mut self, session: &mut Session, mut subscriber: Subscriber, over: Over) {
        while over == Over::Stop && session.outstanding > 0 {
            match tokio::time::timeout(LINGER, subscriber.next()).await {
                Ok(Some(message)) => drop(self.received(session, message)),
                Ok(None) | Err(_) => break,
            }
        }
        if subscriber.drain().await.is_err() {
            return;
        }
        let rest = async {
            while let Some(message) = subscriber.next().await {
                self.received(session, message);
            }
        };
        let _ = tokio::time::timeout(LONGEST_DRAIN, rest).await;
    }
}

/// One inbox and what is asked for on it.
struct Session {
    subject: String,
    inbox: String,
    terms: Terms,
    stream: Arc<str>,
    /// Messages asked for that have not come.
    outstanding: usize,
    /// When the server last said anything.
    last_sign: Instant,
    /// When the last message came, or there was none to come.
    last_message: Instant,
}

impl Session {
    /// Whether the server has forgotten our requests: it owes us a heartbeat and gives none.
    fn is_silent(&self) -> bool {
        self.outstanding > 0 && self.last_sign.elapsed() > self.terms.heartbeat * 2 + Duration::from_millis(500)
    }
}

type Look = Pin<Box<dyn Future<Output = Result<PullConsumer, ProvisionError>> + Send>>;

fn look_at(context: &Context, settings: &Arc<Settings>) -> Look {
    let (context, settings) = (context.clone(), Arc::clone(settings));
    Box::pin(async move { provision::bind(&context, &settings).await })
}
