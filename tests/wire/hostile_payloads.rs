//! What feeds, faults and attackers send: clear errors that quote nothing, and never a panic.

use proptest::prelude::*;
use quotewire::wire::{self, DecodeError, FormatChoice};

use super::document;

fn outcome(payload: &[u8], content_type: Option<&str>) -> String {
    wire::decode(payload, content_type, FormatChoice::Auto)
        .map_or_else(|error| error.to_string(), |article| format!("read: {}", article.text))
}

#[test]
fn broken_messages_say_what_is_wrong() {
    let deep = format!("{{\"id\":1,\"text\":{}", "[".repeat(100_000));
    let deep_unknown = format!("{{\"id\":1,\"text\":\"x\",\"a\":{}1{}}}", "[".repeat(500), "]".repeat(500));
    for (payload, reason) in [
        (&b""[..], "no text: the payload is empty"),
        (b" \r\n\t", "no text: the payload is empty"),
        (b"\0\0\0\0", "undecodable: no text: a zero byte at 0"),
        (b"\xff\xfe\xfd", "undecodable: not UTF-16LE"),
        (b"Z\xfcrich", "undecodable: not UTF-8: invalid at byte 1"),
        (b"{\"id\": 1, \"text\": \"cut o", "undecodable: not JSON: EOF"),
        (b"{\"id\": 1, \"text\": \"\\ud800\"}", "undecodable: not JSON: "),
        (b"{\"id\": 1e999, \"text\": \"x\"}", "undecodable: not JSON: number out of range"),
        (b"{\"id\": 1, \"text\": \"\xff\"}", "undecodable: not UTF-8: invalid at byte 19"),
        (b"[{\"id\": 1}]", "undecodable: a JSON array"),
        (b"{}", "no text: "),
        (b"{\"id\": 1, \"text\": 5}", "undecodable: `text` is no string"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b '&c;&c;'>]><nitf>&b;</nitf>", "unsupported format: NITF"),
        (b"<?xml version='1.0'?>", "undecodable: not XML: no root element"),
        (b"%PDF-1.7", "unsupported format: PDF"),
        (deep.as_bytes(), "undecodable: not JSON: recursion limit exceeded"),
        (deep_unknown.as_bytes(), "undecodable: not JSON: recursion limit exceeded"),
    ] {
        let found = outcome(payload, None);
        assert!(found.starts_with(reason), "{:?} gave {found:?}", payload[..payload.len().min(60)].escape_ascii().to_string());
    }
}

#[test]
fn the_header_decides_before_the_content() {
    assert_eq!(outcome(b"{not json}", Some("text/plain")), "read: {not json}");
    assert!(outcome(b"The wall stands.", Some("application/json")).starts_with("undecodable: not JSON"));
    assert_eq!(outcome(b"Z\xfcrich stands.", Some("text/plain; charset=iso-8859-1")), "read: Zürich stands.");
    assert_eq!(outcome(b"\xff\xfeN\0o\0.\0", None), "read: No.");
    assert_eq!(outcome(b"<p>One.<p>Two.", Some("text/html; charset=utf-8")), "read: One.\n\nTwo.");
}

#[test]
fn deeply_nested_markup_is_read() {
    let page = format!("<!doctype html>{}<p>The wall stands.</p>", "<div><ul><li><b>".repeat(20_000));
    assert_eq!(outcome(page.as_bytes(), None), "read: The wall stands.");
}

/// Half a megabyte each: whatever takes more than linear time here takes minutes, and is noticed.
#[test]
fn payloads_made_to_be_slow_are_read_in_linear_time() {
    let size = 500_000;
    let attributes: String = (0..80_000).map(|number| format!("a{number} ")).collect();
    let properties: String = (0..40_000).map(|number| format!(",\"body_{number}\":\"a\"")).collect();
    for payload in [
        format!("<p {attributes}>x"),
        format!("{{\"uri\":\"u\",\"pubstatus\":\"usable\"{properties}}}"),
        "<article>x</article>".repeat(size / 20),
        "<div><b>".repeat(300) + &"</i></span>x".repeat(size / 12),
        "<ul><li>x".repeat(size / 9),
        "<p>".to_owned() + &"a<br>".repeat(size / 5),
        "<p>".to_owned() + &"&CounterClockwiseContourIntegra<".repeat(size / 32),
        "a\n".repeat(size / 2),
        "the mayor of the city said on that day that the wall would,\n".repeat(size / 60),
        "(".repeat(size),
        "“PORT (".repeat(size / 9),
    ] {
        if let Ok(article) = wire::decode(payload.as_bytes(), None, FormatChoice::Auto) {
            document(&article);
        }
    }
}

#[test]
fn errors_never_quote_the_story() {
    for payload in [
        &b"{\"id\": 1, \"text\": {\"secret\": \"secret\"}}"[..],
        b"{\"id\": {\"secret\": 1}, \"text\": \"secret\"}",
        b"{\"text\": \"secret\"",
        b"\"secret\"",
        b"secret {\"\xff",
        b"{\"uri\": \"u\", \"versioncreated\": \"secret\", \"body_text\": [\"secret\"]}",
    ] {
        let content_type = payload.starts_with(b"\"").then_some("application/json");
        let error = outcome(payload, content_type);
        assert!(!error.contains("secret"), "{error}");
    }
}

/// Reads a payload in every way there is; nothing may panic, and what is read must hold together.
fn read_in_every_way(payload: &[u8]) {
    for choice in FormatChoice::ALL {
        for content_type in
            [None, Some("text/html"), Some("application/xml"), Some("text/plain; charset=utf-16le"), Some("application/json")]
        {
            match wire::decode(payload, content_type, choice) {
                Ok(article) => drop(document(&article)),
                Err(DecodeError::Undecodable(_) | DecodeError::NoText(_) | DecodeError::UnsupportedFormat(_)) => {}
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(payload in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_in_every_way(&payload);
    }

    #[test]
    fn arbitrary_text_never_panics(payload in "\\PC{0,200}") {
        read_in_every_way(payload.as_bytes());
    }

    #[test]
    fn markup_like_text_never_panics(payload in "(<(/|!|\\?)?(p|div|article|br|td|li|script|q|title|h1|pre|a b='c')?>?|&(amp;|#x20;|nbsp)?|[ \\nA-Zé“.]{0,6}|\\]\\]>|--){0,40}") {
        read_in_every_way(payload.as_bytes());
    }

    #[test]
    fn news_like_text_never_panics(payload in "([A-Z]{2,9}|[A-Z][a-zé]{2,6}|By|\\(|\\)|—| - |--|,|\\.|\\n|\\r\\n|\\n\\n|“|”|``|''|©|Reporting by| |\u{a0}|🌊){0,60}") {
        read_in_every_way(payload.as_bytes());
    }

    #[test]
    fn plain_json_keeps_its_text(text in "\\PC{1,80}[\\n\\r\\t\u{0}\u{a0}]{0,4}\\PC{0,80}") {
        prop_assume!(!text.trim().is_empty());
        let payload = serde_json::json!({"id": 7, "text": text}).to_string();
        let article = wire::decode(payload.as_bytes(), None, FormatChoice::Auto).expect("plain JSON");
        prop_assert_eq!(article.text, text);
    }

    #[test]
    fn plain_text_is_the_text(text in "[A-Za-z]\\PC{0,80}(\\r?\\n){0,3}\\PC{0,80}") {
        prop_assume!(!text.contains('\0'));
        let article = wire::decode(text.as_bytes(), None, FormatChoice::Text).expect("plain text");
        prop_assert_eq!(article.text, text);
    }

    #[test]
    fn ninjs_of_any_shape_never_panics(value in any_json(), name in "(uri|guid|version|versionCreated|pubstatus|headlines|bodies|body_html|subject|altids|located|authors|embargoed|urgency|usageterms|provider|infosource|signals)") {
        let mut object = serde_json::json!({"uri": "u", "pubstatus": "usable", "body_text": "The wall stands."});
        object[name] = value;
        read_in_every_way(object.to_string().as_bytes());
    }
}

/// JSON values a few levels deep.
fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(serde_json::Value::from),
        any::<i64>().prop_map(serde_json::Value::from),
        any::<f64>().prop_map(serde_json::Value::from),
        "\\PC{0,12}".prop_map(serde_json::Value::from),
        Just(serde_json::Value::from("<p>x")),
        Just(serde_json::Value::from("2026-03-10T10:15:00Z")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(serde_json::Value::from),
            proptest::collection::btree_map("(name|value|role|code|uri|rel|contenttype)", inner, 0..4)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}
