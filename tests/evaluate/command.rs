//! The command: forms, errors, exit codes.

use std::fs;
use std::process::{Command, Output};

use serde_json::Value;

use crate::fixtures;

/// Runs `evaluate` on one file with these lines.
fn evaluate(lines: &str, arguments: &[&str]) -> Output {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("gold.jsonl"), lines).expect("gold can be written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_quotewire"));
    command.current_dir(folder.path()).args(["evaluate", "--profile", "rules"]).args(arguments).output().expect("the binary runs")
}

fn stdout(output: &Output) -> String {
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).expect("it prints UTF-8")
}

fn complaint(lines: &str, arguments: &[&str]) -> (Option<i32>, String) {
    let output = evaluate(lines, arguments);
    assert!(output.stdout.is_empty());
    (output.status.code(), String::from_utf8_lossy(&output.stderr).trim_end().to_owned())
}

#[test]
fn a_table_a_page_or_json_is_written() {
    let lines = fixtures::quotations().lines;
    let table = stdout(&evaluate(&lines, &["gold.jsonl", "--errors", "1"]));
    assert!(table.starts_with("gold.jsonl, rules: 3 texts, 42 words, "), "{table}");
    assert!(table.contains("\nall quotations  ") && table.contains("\n  attribution  "), "{table}");
    let page = stdout(&evaluate(&lines, &["gold.jsonl", "--format", "markdown"]));
    assert!(page.contains("\n| all quotations | P | R | F1 | predicted | gold |\n|---|---:|"), "{page}");
    let json: Value = serde_json::from_str(&stdout(&evaluate(&lines, &["gold.jsonl", "--format", "json"]))).expect("it is JSON");
    assert_eq!((&json["profile"], &json["documents"]), (&Value::from("rules"), &Value::from(3)));
    assert!(json["figures"]["quotations"]["all"]["iou50"]["f1"].as_f64().is_some_and(|f1| f1 > 0.5));
}

#[test]
fn threads_do_not_change_figures() {
    let lines = fixtures::entities().lines;
    let figures = |jobs| {
        let report = stdout(&evaluate(&lines, &["gold.jsonl", "--format=json", "--errors=9", "--jobs", jobs]));
        let report: Value = serde_json::from_str(&report).expect("it is JSON");
        (report["figures"].clone(), report["errors"].clone())
    };
    assert_eq!(figures("1"), figures("3"));
}

#[test]
fn several_files_are_reported_one_by_one() {
    let output = stdout(&evaluate(&fixtures::check_worthiness().lines, &["--format=json", "gold.jsonl", "gold.jsonl"]));
    assert_eq!(output.lines().count(), 2);
    assert!(output.contains("\"ece\":"), "{output}");
}

#[test]
fn a_broken_line_is_named() {
    let lines = fixtures::quotations().lines + "{\"id\": \"cut\", \"text\": \"The pier\n";
    let (code, message) = complaint(&lines, &["gold.jsonl"]);
    assert_eq!(code, Some(1));
    assert!(message.starts_with("quotewire: gold.jsonl: line 4: EOF while parsing a string"), "{message}");
}

#[test]
fn a_file_without_documents_or_not_there_is_an_error() {
    assert_eq!(complaint("\n", &["gold.jsonl"]), (Some(1), "quotewire: gold.jsonl: no documents in it".to_owned()));
    let (code, message) = complaint("", &["other.jsonl"]);
    assert_eq!(code, Some(1));
    assert!(message.starts_with("quotewire: cannot read other.jsonl: "), "{message}");
}

#[test]
fn an_unknown_profile_is_a_matter_of_usage() {
    assert_eq!(complaint("\n", &["gold.jsonl", "--profile", "magic"]).0, Some(2));
}
