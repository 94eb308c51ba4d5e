//! Headers of records: CloudEvents 1.0 in binary mode, the id that the broker tells duplicates by, and what is passed on.

use async_nats::header::{HeaderMap, HeaderValue, NATS_MESSAGE_ID};

use crate::record::Event;

/// What the event is about; its schema, as CloudEvents has it.
const DATA_SCHEMA: &str = "urn:quotewire:schema:record:v1";
const JSON: &str = "application/json";
/// Passed on always: who traces a story sees its record.
const TRACE_HEADERS: [&str; 2] = ["traceparent", "tracestate"];

/// What the headers of one record say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Description<'a> {
    pub(super) id: &'a str,
    pub(super) event: Event,
    pub(super) uri: &'a str,
    /// Now, as RFC 3339.
    pub(super) time: &'a str,
    pub(super) source: &'a str,
}

/// The headers of a record; `received` are those of its message, of which the `forwarded` go along.
pub(super) fn record_headers(description: &Description<'_>, received: Option<&HeaderMap>, forwarded: &[String]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    if let Some(received) = received {
        let names = TRACE_HEADERS.into_iter().chain(forwarded.iter().map(String::as_str));
        names.filter(|name| !is_ours(name)).for_each(|name| copy(received, name, &mut headers));
    }
    headers.insert("ce-specversion", "1.0");
    headers.insert("ce-id", encoded(description.id));
    headers.insert("ce-source", encoded(description.source));
    headers.insert("ce-type", event_type(description.event));
    headers.insert("ce-subject", encoded(description.uri));
    headers.insert("ce-time", description.time);
    headers.insert("ce-datacontenttype", JSON);
    headers.insert("ce-dataschema", DATA_SCHEMA);
    headers.insert("Content-Type", JSON);
    headers.insert(NATS_MESSAGE_ID, description.id);
    headers
}

/// Whether a header is the record's own or the server's, and so never passed on: another message's id would hide the record.
fn is_ours(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    name.starts_with("nats-") || name.starts_with("ce-") || name == "content-type"
}

fn event_type(event: Event) -> &'static str {
    match event {
        Event::Enriched => "quotewire.record.enriched.v1",
        Event::Retracted => "quotewire.record.retracted.v1",
    }
}

/// The last value of a header, its name read in any case.
pub(super) fn value<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    values(headers, name)?.last().map(HeaderValue::as_str)
}

fn values<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a Vec<HeaderValue>> {
    headers.iter().find(|(known, _)| AsRef::<str>::as_ref(*known).eq_ignore_ascii_case(name)).map(|(_, values)| values)
}

fn copy(received: &HeaderMap, name: &str, headers: &mut HeaderMap) {
    for value in values(received, name).into_iter().flatten() {
        headers.append(name, value.clone());
    }
}

/// A value as CloudEvents writes it in a header: what is not printable ASCII, and space, `"` and `%`, percent-encoded.
fn encoded(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'"' | b'%' | 0..=b' ' | 0x7f.. => {
                const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
                out.extend(['%', char::from(DIGITS[usize::from(byte >> 4)]), char::from(DIGITS[usize::from(byte & 15)])]);
            }
            _ => out.push(char::from(byte)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn description(uri: &str) -> Description<'_> {
        Description { id: "r_1", event: Event::Enriched, uri, time: "2026-11-02T08:00:00Z", source: "quotewire" }
    }

    #[test]
    fn a_record_is_a_cloud_event() {
        let headers = record_headers(&description("urn:xwa:1"), None, &[]);
        let get = |name: &str| value(&headers, name).unwrap_or_default();
        assert_eq!(get("ce-specversion"), "1.0");
        assert_eq!(get("ce-type"), "quotewire.record.enriched.v1");
        assert_eq!(get("CE-Subject"), "urn:xwa:1");
        assert_eq!(get("Nats-Msg-Id"), get("ce-id"));
        assert_eq!(headers.len(), 10);
    }

    #[test]
    fn values_are_percent_encoded() {
        let headers = record_headers(&description("Zoë \"50%\"\r\nEvil: 1"), None, &[]);
        assert_eq!(value(&headers, "ce-subject"), Some("Zo%C3%AB%20%2250%25%22%0D%0AEvil:%201"));
    }

    #[test]
    fn trace_and_chosen_headers_are_passed_on_in_any_case() {
        let mut received = HeaderMap::new();
        received.insert("TraceParent", "00-abc");
        received.insert("TS", "17");
        received.insert("Nats-Msg-Id", "theirs");
        received.insert("Secret", "no");
        let headers = record_headers(&description("u"), Some(&received), &["ts".to_owned(), "nats-msg-id".to_owned()]);
        assert_eq!(value(&headers, "traceparent"), Some("00-abc"));
        assert_eq!(value(&headers, "ts"), Some("17"));
        assert_eq!(value(&headers, "secret"), None);
        assert_eq!(headers.get(NATS_MESSAGE_ID).unwrap().as_str(), "r_1", "never theirs");
        assert!(headers.get("nats-msg-id").is_none());
    }
}
