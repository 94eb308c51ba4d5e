//! Pull requests: what we ask the consumer for, and what it answers.
//!
//! The client library has a stream of messages that does this too, but it asks for more by itself and keeps what comes in a buffer of
//! its own, where no sign of life reaches it; so the requests are made here, never for more than there are slots.

use std::time::Duration;

use async_nats::{Message, StatusCode};
use bytes::Bytes;

/// How long a request stays with the server, unless the consumer allows less.
const EXPIRES: Duration = Duration::from_secs(20);
/// How often the server says that it still has the request, unless that is too seldom for the consumer.
const HEARTBEAT: Duration = Duration::from_secs(2);

/// What a request may ask of a consumer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Terms {
    /// Messages in one request, at most.
    pub(super) batch: usize,
    expires: Duration,
    /// How often the server says that it still has the request.
    pub(super) heartbeat: Duration,
}

impl Terms {
    /// The terms of a consumer that allows `max_batch` messages and `max_expires` a request; 0 is no limit.
    pub(super) fn new(max_batch: i64, max_expires: Duration) -> Self {
        let expires = if max_expires.is_zero() { EXPIRES } else { EXPIRES.min(max_expires) };
        let batch = usize::try_from(max_batch).ok().filter(|batch| *batch > 0).unwrap_or(usize::MAX);
        Self { batch, expires, heartbeat: HEARTBEAT.min(expires / 2) } // the server refuses more than half
    }

    /// The body of a request for `batch` messages.
    pub(super) fn request(&self, batch: usize) -> Bytes {
        let (expires, heartbeat) = (self.expires.as_nanos(), self.heartbeat.as_nanos());
        format!(r#"{{"batch":{batch},"expires":{expires},"idle_heartbeat":{heartbeat}}}"#).into()
    }
}

/// What came in on the inbox of our requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// A message of the stream.
    Message,
    /// The consumer is well and has nothing for us.
    Heartbeat,
    /// A request ended with this many messages not delivered.
    Ended {
        /// How many of its messages will never come.
        undelivered: usize,
    },
    /// Nothing more will come on this inbox: ask on a new one.
    Broken(&'static str),
    /// The consumer is gone.
    Gone,
}

/// Reads what came in.
pub(super) fn read(message: &Message) -> Answer {
    let Some(status) = message.status else { return Answer::Message };
    let description = message.description.as_deref().unwrap_or_default();
    match status {
        StatusCode::OK => Answer::Message,
        StatusCode::IDLE_HEARTBEAT => Answer::Heartbeat,
        StatusCode::NO_RESPONDERS => Answer::Broken("no_responders"), // an election, or the consumer is gone: the next look tells
        StatusCode::REQUEST_TERMINATED if description == "Consumer Deleted" => Answer::Gone,
        StatusCode::TIMEOUT | StatusCode::NOT_FOUND | StatusCode::REQUEST_TERMINATED => {
            undelivered(message).map_or(Answer::Broken("request_terminated"), |undelivered| Answer::Ended { undelivered })
        }
        _ => Answer::Broken("unknown_status"),
    }
}

fn undelivered(message: &Message) -> Option<usize> {
    message.headers.as_ref()?.get("Nats-Pending-Messages")?.as_str().parse().ok()
}

/// The subject that requests go to.
pub(super) fn subject(stream: &str, consumer: &str) -> String {
    format!("$JS.API.CONSUMER.MSG.NEXT.{stream}.{consumer}")
}

#[cfg(test)]
mod tests {
    use async_nats::HeaderMap;

    use super::*;

    fn status(code: u16, description: &str, pending: Option<&str>) -> Message {
        let mut headers = HeaderMap::new();
        if let Some(pending) = pending {
            headers.insert("Nats-Pending-Messages", pending);
        }
        Message {
            subject: "inbox".into(),
            reply: None,
            payload: Bytes::new(),
            headers: Some(headers),
            status: Some(StatusCode::from_u16(code).unwrap()),
            description: Some(description.to_owned()),
            length: 0,
        }
    }

    #[test]
    fn every_answer_is_told_apart() {
        assert_eq!(read(&status(100, "Idle Heartbeat", None)), Answer::Heartbeat);
        assert_eq!(read(&status(408, "Request Timeout", Some("12"))), Answer::Ended { undelivered: 12 });
        assert_eq!(read(&status(409, "Batch Completed", Some("3"))), Answer::Ended { undelivered: 3 });
        assert_eq!(read(&status(409, "Consumer Deleted", None)), Answer::Gone);
        assert_eq!(read(&status(409, "Leadership Change", None)), Answer::Broken("request_terminated"));
        assert_eq!(read(&status(503, "", None)), Answer::Broken("no_responders"));
        assert_eq!(read(&status(423, "", None)), Answer::Broken("unknown_status"));
    }

    #[test]
    fn a_request_is_json_with_nanoseconds() {
        let read: serde_json::Value = serde_json::from_slice(&Terms::new(0, Duration::ZERO).request(5)).unwrap();
        assert_eq!(read, serde_json::json!({"batch": 5, "expires": 20_000_000_000u64, "idle_heartbeat": 2_000_000_000u64}));
    }

    #[test]
    fn a_request_keeps_to_what_the_consumer_allows() {
        let terms = Terms::new(10, Duration::from_secs(3));
        assert_eq!((terms.batch, terms.expires, terms.heartbeat), (10, Duration::from_secs(3), Duration::from_millis(1500)));
        assert_eq!(Terms::new(-1, Duration::ZERO).batch, usize::MAX);
    }
}
