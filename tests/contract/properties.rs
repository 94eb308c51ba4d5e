//! What holds for every record: spans give back their words, the same input gives the same bytes, nothing panics.

use proptest::prelude::*;
use quotewire::record::{Record, SpanRecord};
use quotewire::settings::EmitText;
use serde_json::Value;

use crate::support::{plain, record_of};

/// Pieces that news is made of, and pieces that break offsets: emoji, combining marks, CRLF, NBSP, odd quotation marks.
const PIECES: &[&str] = &[
    "“We will rebuild the wall,” Mayor Ingrid Halvorsen said.",
    "\"It is so,\" she added, \"and it stays.\"",
    "Tomas Wei told reporters that 9,300 homes",
    "according to the Norland Institute",
    " said ",
    " Ms. O’Brien ",
    "🌊",
    "👩‍👩‍👧",
    "e\u{301}",
    "\r\n",
    "\n\n",
    "\u{a0}",
    "“",
    "”",
    "\"",
    "'",
    "‘",
    "’",
    "«",
    "»",
    "``",
    "''",
    "(Reporting by Ana Brandt)",
    "PORT ALDEN (XWA) — ",
    "U.S. ",
    "Dr. ",
    "…",
    "ß",
    "İstanbul",
    "\u{200b}",
    "\u{feff}",
    "日本の首相は",
    "\t",
    " ",
    ". ",
    ", ",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn every_span_gives_back_its_words(text in text()) {
        prop_assume!(!text.trim().is_empty());
        let record = record_of(&plain(&text), None, EmitText::Full);
        prop_assert_eq!(record.text.value.as_deref(), Some(text.as_str()));
        prop_assert_eq!(record.text.length, text.chars().count());
        let characters: Vec<char> = text.chars().collect();
        for (span, words) in spans_with_words(&record) {
            prop_assert!(span.start < span.end && span.end <= characters.len(), "{:?} of {}", span, characters.len());
            let sliced: String = characters[span.start..span.end].iter().collect();
            prop_assert_eq!(sliced, words);
        }
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(text in text()) {
        prop_assume!(!text.trim().is_empty());
        let bytes = |_: u8| serde_json::to_vec(&record_of(&plain(&text), None, EmitText::Full)).expect("a record is plain data");
        prop_assert_eq!(bytes(1), bytes(2));
    }

    #[test]
    fn ids_are_unique_in_a_record_and_references_lead_somewhere(text in text()) {
        prop_assume!(!text.trim().is_empty());
        let record = record_of(&plain(&text), None, EmitText::Full);
        let entities: Vec<&String> = record.entities.iter().map(|entity| &entity.id).collect();
        let quotes: Vec<&String> = record.quotes.iter().map(|quote| &quote.id).collect();
        let claims: Vec<&String> = record.claims.iter().map(|claim| &claim.id).collect();
        for ids in [&entities, &quotes, &claims] {
            let mut unique = (*ids).clone();
            unique.sort();
            unique.dedup();
            prop_assert_eq!(unique.len(), ids.len());
        }
        let named = record.quotes.iter().filter_map(|quote| quote.source.as_ref()?.entity_id.as_ref());
        for id in named.chain(record.claims.iter().filter_map(|claim| claim.claimant.entity_id.as_ref())) {
            prop_assert!(entities.contains(&id));
        }
        for id in record.claims.iter().filter_map(|claim| claim.quote_id.as_ref()) {
            prop_assert!(quotes.contains(&id));
        }
    }
}

/// Every object of the record that has both `span` and `text`, wherever it stands.
fn spans_with_words(record: &Record) -> Vec<(SpanRecord, String)> {
    let mut found = Vec::new();
    collect(&serde_json::to_value(record).expect("a record is plain data"), &mut found);
    found
}

fn collect(value: &Value, found: &mut Vec<(SpanRecord, String)>) {
    match value {
        Value::Object(object) => {
            if let (Some(span), Some(Value::String(words))) = (object.get("span").filter(|span| span.is_object()), object.get("text")) {
                found.push((serde_json::from_value(span.clone()).expect("a span has a start and an end"), words.clone()));
            }
            object.values().for_each(|child| collect(child, found));
        }
        Value::Array(items) => items.iter().for_each(|child| collect(child, found)),
        _ => {}
    }
}

/// A run of one piece, as long as a message may be, takes no more than its share: work is linear in length.
#[test]
fn long_runs_of_anything_are_read_in_time() {
    let pieces =
        ["\"", "'", "“", "”", "according to ", "he said that ", "John Smith, a mayor, ", "“We go. \n\n", "A. ", "x\n", "🌊", "US (U.S.) "];
    for piece in pieces {
        let text = piece.repeat(300_000 / piece.len());
        let begun = std::time::Instant::now();
        record_of(&plain(&text), None, EmitText::Full);
        let took = begun.elapsed();
        assert!(took.as_secs() < 5, "{} bytes of {piece:?} took {took:?}", text.len());
    }
}
