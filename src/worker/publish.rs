//! Sends what the threads have finished, without waiting for the answers: those are awaited elsewhere, many at a time.

use std::sync::Arc;
use std::time::Instant;

use async_nats::jetstream::Context;
use async_nats::jetstream::context::{PublishAckFuture, PublishError};
use async_nats::jetstream::message::PublishMessage;
use tokio::sync::mpsc::{Sender, UnboundedReceiver};

use super::dead_letter;
use super::disposition::Reason;
use super::process::{Delivery, Finished, Outgoing};
use crate::settings::Settings;

/// What the end of a message waits for.
pub(super) enum Sent {
    /// Its record was sent.
    Record(InFlight),
    /// Its dead letter was sent.
    DeadLetter(InFlight, Reason),
    /// Nothing was: it goes back.
    NotStarted,
}

/// A message to a stream and the answer that it waits for.
pub(super) struct InFlight {
    pub(super) outgoing: Outgoing,
    pub(super) answer: Result<PublishAckFuture, PublishError>,
    pub(super) sent: Instant,
}

/// Sends; `Err` where it never left.
pub(super) async fn send(context: &Context, outgoing: Outgoing) -> InFlight {
    let message = PublishMessage::build().payload(outgoing.body.clone()).headers(outgoing.headers.clone());
    let answer = context.send_publish(outgoing.subject.clone(), message).await;
    InFlight { outgoing, answer, sent: Instant::now() }
}

/// Sends all that is finished, in order, until nothing more can come.
pub(super) async fn run(
    context: Context,
    settings: Arc<Settings>,
    mut finished: UnboundedReceiver<(Delivery, Finished)>,
    sent: Sender<(Delivery, Sent)>,
) {
    while let Some((delivery, end)) = finished.recv().await {
        let sending = match end {
            Finished::Record(outgoing) => Sent::Record(send(&context, *outgoing).await),
            Finished::Rejected(rejection) => {
                let limit = context.client().server_info().max_payload;
                let letter = dead_letter::letter(&settings.dead_letter, &delivery, &rejection, limit);
                Sent::DeadLetter(send(&context, letter).await, rejection.reason)
            }
            Finished::NotStarted => Sent::NotStarted,
        };
        if sent.send((delivery, sending)).await.is_err() {
            return; // the worker is past its deadline
        }
    }
}
