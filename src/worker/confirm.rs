//! Brings messages to their end: awaits what was sent, decides, acknowledges. Many at a time, each on its own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_nats::client::Request;
use async_nats::jetstream::context::{PublishAckFuture, PublishError, PublishErrorKind};
use async_nats::jetstream::publish::PublishAck;
use async_nats::jetstream::{self, AckKind, Context, ErrorCode};
use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::mpsc::Receiver;
use tokio::sync::watch;

use super::connect::Connections;
use super::dead_letter;
use super::disposition::{Disposition, Outcome, Reason, decide};
use super::health::{Health, Part};
use super::metrics::{Ended, Metrics};
use super::process::{Delivery, Outgoing, Rejection};
use super::progress::Held;
use super::publish::{InFlight, Sent, send};
use crate::settings::Settings;

/// How long an answer may still come after the connection that it was asked for on is gone: what was queued goes out on the new one.
const AFTER_RECONNECT: Duration = Duration::from_millis(300);
/// How long the server may take to confirm an ack, and how often it is asked. A server that was killed has forgotten the last deliveries
/// and never answers: not long, then, for the message keeps its slot meanwhile.
const ACK_TIMEOUT: Duration = Duration::from_secs(1);
const ACK_ATTEMPTS: usize = 2;
/// The server's code for a refusal because its account has no room left.
const INSUFFICIENT_RESOURCES: ErrorCode = ErrorCode(10023);
/// The server's status for "not now".
const UNAVAILABLE: usize = 503;

/// What all messages need to come to their end.
pub(super) struct Confirm {
    pub(super) context: Context,
    pub(super) settings: Arc<Settings>,
    pub(super) connections: Connections,
    pub(super) health: Arc<Health>,
    pub(super) metrics: Arc<Metrics>,
    pub(super) held: Arc<Held>,
    pub(super) output_blocked: Arc<AtomicBool>,
    /// True when what cannot be published at once is to be given back.
    pub(super) give_back: watch::Receiver<bool>,
}

impl Confirm {
    /// Brings all that was sent to its end, until nothing more can come.
    pub(super) async fn run(self, mut sent: Receiver<(Delivery, Sent)>) {
        let mut ending = FuturesUnordered::new();
        let mut open = true;
        while open || !ending.is_empty() {
            tokio::select! {
                next = sent.recv(), if open => match next {
                    Some((delivery, sent)) => ending.push(self.end(delivery, sent)),
                    None => open = false,
                },
                Some(()) = ending.next(), if !ending.is_empty() => {}
            }
        }
    }

    /// Brings one message to its end and frees its slot.
    async fn end(&self, delivery: Delivery, sent: Sent) {
        let ended = match sent {
            Sent::Record(in_flight) => self.end_record(&delivery, in_flight).await,
            Sent::DeadLetter(in_flight, reason) => self.end_dead_letter(&delivery, in_flight, reason).await,
            Sent::NotStarted => self.return_to_server(&delivery, None).await,
        };
        self.metrics.ended(ended);
        self.held.free(delivery.slot);
        tracing::debug!(sequence = delivery.sequence, delivered = delivery.delivered, ?ended, "message ended");
    }

    async fn end_record(&self, delivery: &Delivery, in_flight: InFlight) -> Ended {
        match self.until_published(delivery, in_flight).await {
            Ok(ack) => {
                self.metrics.end_to_end.observe(age_secs(delivery));
                self.acknowledge(delivery, Bytes::from_static(b"+ACK")).await;
                if ack.duplicate { Ended::Duplicate } else { Ended::Published }
            }
            Err(Disposition::DeadLetter(reason)) => {
                let rejection = Rejection { reason, detail: "the server refused the record for its size".to_owned() };
                let limit = self.context.client().server_info().max_payload;
                let letter = dead_letter::letter(&self.settings.dead_letter, delivery, &rejection, limit);
                let in_flight = send(&self.context, letter).await;
                self.end_dead_letter(delivery, in_flight, reason).await
            }
            Err(Disposition::Retry(delay)) => self.return_to_server(delivery, Some(delay)).await,
            Err(Disposition::Ack | Disposition::Hold(_)) => unreachable!("a record that is published or held is no error"),
        }
    }

    async fn end_dead_letter(&self, delivery: &Delivery, in_flight: InFlight, reason: Reason) -> Ended {
        match self.until_published(delivery, in_flight).await {
            Ok(ack) => {
                self.acknowledge(delivery, Bytes::from_static(b"+TERM")).await;
                if !ack.duplicate {
                    Metrics::reasoned(&self.metrics.dead_letters, reason.as_str());
                    tracing::warn!(stream = %delivery.stream, sequence = delivery.sequence, %reason, "dead letter");
                }
                Ended::DeadLetter
            }
            // a dead letter is never given up, only given back
            Err(Disposition::Retry(delay)) => self.return_to_server(delivery, Some(delay)).await,
            Err(_) => self.return_to_server(delivery, Some(Duration::from_secs(30))).await,
        }
    }

    /// Awaits the acknowledgement of a publish, sending again for as long as that may help.
    ///
    /// The error is what is to be done with the message instead.
    async fn until_published(&self, delivery: &Delivery, mut in_flight: InFlight) -> Result<PublishAck, Disposition> {
        let mut failures = 0;
        loop {
            let InFlight { outgoing, answer, sent } = in_flight;
            let outcome = match self.answered(answer).await {
                Ok(ack) => {
                    self.metrics.publish_ack.observe(sent.elapsed().as_secs_f64());
                    self.output_works();
                    return Ok(ack);
                }
                Err(error) => self.note(&error, &outgoing),
            };
            failures += 1;
            let passing = matches!(outcome, Outcome::OutputFull | Outcome::Unanswered);
            let outcome = if passing && *self.give_back.borrow() { Outcome::Stopping } else { outcome };
            match decide(outcome, failures, delivery.delivered, delivery.sequence) {
                Disposition::Hold(delay) => self.pause(delay).await,
                other => return Err(other),
            }
            in_flight = send(&self.context, outgoing).await;
        }
    }

    /// Waits for an answer, but not long for one that was asked for on a connection that is gone.
    async fn answered(&self, answer: Result<PublishAckFuture, PublishError>) -> Result<PublishAck, PublishError> {
        let answer = answer?.into_future();
        self.unless_reconnected(answer).await.unwrap_or_else(|| Err(PublishError::new(PublishErrorKind::BrokenPipe)))
    }

    /// `None` when the connection was lost before `answer` was there.
    async fn unless_reconnected<T>(&self, answer: impl Future<Output = T>) -> Option<T> {
        tokio::pin!(answer);
        let mut connections = self.connections.clone();
        connections.mark_unchanged();
        tokio::select! {
            answer = &mut answer => Some(answer),
            _ = connections.changed() => tokio::time::timeout(AFTER_RECONNECT, answer).await.ok(),
        }
    }

    /// A pause that the end of the worker cuts short.
    async fn pause(&self, delay: Duration) {
        let mut stop = self.give_back.clone();
        tokio::select! {
            () = tokio::time::sleep(delay) => {}
            _ = stop.wait_for(|told| *told) => {}
        }
    }

    /// Takes note of a failed publish and says what it means.
    fn note(&self, error: &PublishError, outgoing: &Outgoing) -> Outcome {
        let outcome = outcome_of(error);
        tracing::debug!(%error, subject = %outgoing.subject, "not published");
        let (name, trouble) = match outcome {
            Outcome::OutputFull => ("output_full", "has no room".to_owned()),
            Outcome::Refused => ("refused", format!("refuses: {error}")),
            Outcome::OverSize => ("over_size", String::new()),
            _ => ("unanswered", "acknowledges nothing".to_owned()),
        };
        Metrics::reasoned(&self.metrics.publish_failures, name);
        if outcome == Outcome::OutputFull {
            self.output_blocked.store(true, Ordering::Relaxed);
            self.metrics.output_blocked.set(1);
        }
        if !trouble.is_empty() {
            self.health.trouble(Part::Output, format!("stream {} {trouble}", self.stream_of(outgoing)));
        }
        outcome
    }

    fn stream_of(&self, outgoing: &Outgoing) -> &str {
        let letters = &self.settings.dead_letter;
        if outgoing.subject.starts_with(&letters.subject_prefix) { &letters.stream } else { &self.settings.output.stream }
    }

    fn output_works(&self) {
        self.health.well(Part::Output);
        self.health.well(Part::Permission);
        if self.output_blocked.swap(false, Ordering::Relaxed) {
            self.metrics.output_blocked.set(0);
            self.held.freed.notify_one();
        }
    }

    /// Ends a delivery and makes sure that the server knows. Where it does not, the message comes again, and its record or dead letter is
    /// recognised by its id: nothing is lost, nothing is there twice.
    async fn acknowledge(&self, delivery: &Delivery, kind: Bytes) {
        let client = self.context.client();
        for _ in 0..ACK_ATTEMPTS {
            let request = Request::new().payload(kind.clone()).timeout(Some(ACK_TIMEOUT));
            let answer = self.unless_reconnected(client.send_request(delivery.reply.clone(), request)).await;
            if let Some(Ok(answer)) = answer
                && answer.payload.is_empty()
                && answer.status.is_none_or(|status| status.is_success())
            {
                return;
            }
        }
        self.metrics.unconfirmed_acks.inc();
        tracing::debug!(stream = %delivery.stream, sequence = delivery.sequence, "the ack was not confirmed");
    }

    async fn return_to_server(&self, delivery: &Delivery, delay: Option<Duration>) -> Ended {
        let delay = delay.filter(|delay| !delay.is_zero());
        let payload = Bytes::from(AckKind::Nak(delay));
        if let Err(error) = self.context.client().publish(delivery.reply.clone(), payload).await {
            tracing::debug!(%error, "not given back; the server delivers it again when its patience ends");
        }
        Ended::Returned
    }
}

/// What a failed publish means for its message.
fn outcome_of(error: &PublishError) -> Outcome {
    match error.kind() {
        PublishErrorKind::MaxPayloadExceeded => Outcome::OverSize,
        PublishErrorKind::Other => refusal(error).map_or(Outcome::Unanswered, outcome_of_refusal),
        PublishErrorKind::WrongLastMessageId | PublishErrorKind::WrongLastSequence => Outcome::Refused,
        PublishErrorKind::StreamNotFound | PublishErrorKind::TimedOut | PublishErrorKind::BrokenPipe | PublishErrorKind::MaxAckPending => {
            Outcome::Unanswered
        }
    }
}

fn outcome_of_refusal(refusal: &jetstream::Error) -> Outcome {
    match refusal.error_code() {
        ErrorCode::STREAM_STORE_FAILED | ErrorCode::STORAGE_RESOURCES_EXCEEDED | INSUFFICIENT_RESOURCES => Outcome::OutputFull,
        ErrorCode::STREAM_MESSAGE_EXCEEDS_MAXIMUM => Outcome::OverSize,
        _ if refusal.code() == UNAVAILABLE => Outcome::Unanswered,
        _ => Outcome::Refused,
    }
}

/// The server's word, where it answered and said no.
fn refusal(error: &PublishError) -> Option<&jetstream::Error> {
    std::error::Error::source(error)?.downcast_ref()
}

/// Seconds since the stream took a message.
fn age_secs(delivery: &Delivery) -> f64 {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos() as i128;
    (now - delivery.published_nanos).max(0) as f64 / 1e9
}
