//! Dead letters: the message as it came, with the reason why it can never become a record.

use async_nats::header::{HeaderMap, NATS_MESSAGE_ID};
use bytes::Bytes;

use super::process::{Delivery, Outgoing, Rejection, size_of_headers};
use crate::settings::DeadLetterSettings;

/// The longest detail, in bytes: a header should stay a line.
const LONGEST_DETAIL: usize = 300;

/// The dead letter of a message: its headers and body, and ours beside them. What exceeds `limit` bytes is cut off its end, and a header
/// says how long it was.
pub(super) fn letter(settings: &DeadLetterSettings, delivery: &Delivery, rejection: &Rejection, limit: usize) -> Outgoing {
    let mut headers = kept_headers(delivery.headers.as_ref());
    headers.insert("Quotewire-Reason", rejection.reason.as_str());
    headers.insert("Quotewire-Detail", one_line(&rejection.detail).as_str());
    headers.insert("Quotewire-Stream", &*delivery.stream);
    headers.insert("Quotewire-Sequence", delivery.sequence.to_string().as_str());
    headers.insert("Quotewire-Deliveries", delivery.delivered.to_string().as_str());
    headers.insert(NATS_MESSAGE_ID, message_id(delivery).as_str());
    let room = limit.saturating_sub(size_of_headers(&headers) + 64);
    let body = if delivery.payload.len() > room {
        headers.insert("Quotewire-Original-Length", delivery.payload.len().to_string().as_str());
        delivery.payload.slice(..room)
    } else {
        Bytes::clone(&delivery.payload)
    };
    Outgoing { subject: format!("{}.{}", settings.subject_prefix, rejection.reason).into(), headers, body }
}

/// The same for each delivery of a message and never that of a record. The time keeps a stream that was made anew apart from the old
/// one, whose sequences it repeats.
fn message_id(delivery: &Delivery) -> String {
    format!("dead:{}:{}:{}", delivery.stream, delivery.sequence, delivery.published_nanos)
}

/// The message's own headers, without those that the server would act upon.
fn kept_headers(received: Option<&HeaderMap>) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, values) in received.into_iter().flat_map(HeaderMap::iter) {
        let theirs: &str = name.as_ref();
        let kept = if theirs.to_ascii_lowercase().starts_with("nats-") { format!("Original-{theirs}") } else { theirs.to_owned() };
        for value in values {
            headers.append(kept.as_str(), value.clone());
        }
    }
    headers
}

fn one_line(detail: &str) -> String {
    let mut line = String::with_capacity(detail.len().min(LONGEST_DETAIL));
    for sign in detail.chars().map(|sign| if sign.is_control() { ' ' } else { sign }) {
        if line.len() + sign.len_utf8() > LONGEST_DETAIL {
            break;
        }
        line.push(sign);
    }
    line
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::disposition::Reason;
    use super::super::headers::value;
    use super::*;

    fn delivery(payload: Vec<u8>) -> Delivery {
        let mut headers = HeaderMap::new();
        headers.insert("X-Desk", "night");
        headers.insert("Nats-Msg-Id", "theirs");
        Delivery {
            slot: 0,
            reply: "$JS.ACK.x".into(),
            payload: payload.into(),
            headers: Some(headers),
            stream: Arc::from("WIRE_IN"),
            sequence: 7,
            delivered: 3,
            published_nanos: 99,
        }
    }

    fn written(payload: Vec<u8>, limit: usize) -> Outgoing {
        let settings = DeadLetterSettings { stream: "D".to_owned(), subject_prefix: "wire.dlq.v1".to_owned() };
        let rejection = Rejection { reason: Reason::NoText, detail: "no text: blank\r\nEvil: é".to_owned() };
        letter(&settings, &delivery(payload), &rejection, limit)
    }

    #[test]
    fn a_letter_holds_the_message_and_the_reason() {
        let letter = written(b"{}".to_vec(), 1_000_000);
        let get = |name: &str| value(&letter.headers, name).unwrap_or_default().to_owned();
        assert_eq!(letter.subject.as_str(), "wire.dlq.v1.no_text");
        assert_eq!(letter.body, "{}");
        assert_eq!((get("X-Desk"), get("Quotewire-Reason")), ("night".to_owned(), "no_text".to_owned()));
        assert_eq!(
            (get("Quotewire-Stream"), get("Quotewire-Sequence"), get("Quotewire-Deliveries")),
            ("WIRE_IN".into(), "7".into(), "3".into())
        );
        assert_eq!(get("Quotewire-Detail"), "no text: blank  Evil: é");
    }

    #[test]
    fn its_id_is_its_own() {
        let letter = written(b"{}".to_vec(), 1_000_000);
        assert_eq!(value(&letter.headers, "Nats-Msg-Id"), Some("dead:WIRE_IN:7:99"));
        assert_eq!(value(&letter.headers, "Original-Nats-Msg-Id"), Some("theirs"));
    }

    #[test]
    fn what_does_not_fit_is_cut_off_and_told() {
        let letter = written(vec![b'x'; 5000], 2000);
        assert!(letter.body.len() + size_of_headers(&letter.headers) <= 2000);
        assert_eq!(value(&letter.headers, "Quotewire-Original-Length"), Some("5000"));
    }
}
