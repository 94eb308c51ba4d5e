//! The committed schemas are those that the types give, and every record keeps to its schema.

use std::fs;
use std::process::Command;

use quotewire::settings::EmitText;
use serde_json::Value;

use crate::support::{plain, record_of, root};

fn printed(contract: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_quotewire")).args(["schema", contract]).output().expect("the binary runs");
    assert!(output.status.success(), "schema {contract} fails");
    String::from_utf8(output.stdout).expect("a schema is UTF-8")
}

#[test]
fn committed_schemas_have_not_drifted() {
    for (contract, file) in [("input", "article.v1.json"), ("output", "record.v1.json"), ("asyncapi", "asyncapi.json")] {
        let path = root().join("schema").join(file);
        let committed = fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == printed(contract), "schema/{file} is stale: write it again with `make schema`");
    }
}

#[test]
fn records_keep_to_their_schema() {
    let schema: Value = serde_json::from_str(&printed("output")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let story =
        plain("“We will not wait for another storm,” Mayor Ingrid Halvorsen told reporters. The plan costs 412 million krona, she said.");
    let kill = br#"{"uri":"urn:newsml:xwa.example:1","type":"text","version":"4","versioncreated":"2026-03-10T12:00:00Z","pubstatus":"canceled","headline":"Wall"}"#;
    for payload in [story.as_slice(), kill] {
        for emit_text in [EmitText::Full, EmitText::Hash, EmitText::None] {
            let record = serde_json::to_value(record_of(payload, None, emit_text)).expect("a record is plain data");
            let faults: Vec<String> = validator.iter_errors(&record).map(|fault| fault.to_string()).collect();
            assert!(faults.is_empty(), "{faults:?} in {record:#}");
        }
    }
}

#[test]
fn a_record_without_its_id_breaks_the_schema() {
    let schema: Value = serde_json::from_str(&printed("output")).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is one");
    let mut record = serde_json::to_value(record_of(&plain("No news."), None, EmitText::Full)).expect("a record is plain data");
    record.as_object_mut().expect("a record is an object").remove("id");
    assert!(!validator.is_valid(&record));
}
