//! Profiles: what a record says of its model, replay, and weights files that are not what they should be.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const STORY: &str = "samples/09-school-meals.json";

fn quotewire(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_quotewire")).current_dir(root()).args(arguments).output().expect("the binary runs")
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn weights(profile: &str) -> PathBuf {
    root().join("models").join(profile).with_extension("qwm")
}

/// The complaint about `balanced.qwm` with these bytes in a folder of its own, and the exit code.
fn complaint(bytes: Option<&[u8]>) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    if let Some(bytes) = bytes {
        fs::write(folder.path().join("balanced.qwm"), bytes).expect("the folder can be written");
    }
    let output = quotewire(&["extract", "--models", folder.path().to_str().expect("a path"), STORY]);
    (output.status.code(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_record_names_the_weights_that_it_was_made_with() {
    for profile in ["accurate", "balanced", "fast"] {
        let output = quotewire(&["extract", "--profile", profile, "--models", "models", "--output", "ndjson", STORY]);
        let record: Value = serde_json::from_slice(&output.stdout).expect("one record");
        let model = &record["pipeline"]["models"][0];
        assert_eq!(record["pipeline"]["name"], profile);
        assert!(model["name"].as_str().expect("a name").starts_with(profile), "{model}");
        assert_eq!(model["sha256"].as_str().map(str::len), Some(64));
        assert!(record["quotes"].as_array().is_some_and(|quotes| quotes.len() > 4), "{profile} finds the quotations");
    }
}

#[test]
fn the_same_stories_give_the_same_bytes_on_any_number_of_threads() {
    let once = quotewire(&["extract", "--profile", "fast", "--output", "ndjson", "--jobs", "1", "samples"]);
    let again = quotewire(&["extract", "--profile", "fast", "--output", "ndjson", "--jobs", "3", "samples"]);
    assert!(once.stdout.len() > 10_000);
    assert_eq!(once.stdout, again.stdout);
}

#[test]
fn weights_from_a_folder_are_those_in_the_program() {
    let embedded = quotewire(&["extract", "--profile", "fast", "--output", "ndjson", STORY]);
    let read = quotewire(&["extract", "--profile", "fast", "--models", "models", "--output", "ndjson", STORY]);
    assert!(!read.stdout.is_empty());
    assert_eq!(embedded.stdout, read.stdout);
}

#[test]
fn weights_that_cannot_be_used_are_named_with_the_reason() {
    let whole = fs::read(weights("balanced")).expect("the repository holds them");
    let mut damaged = whole.clone();
    let last = damaged.len() - 1;
    damaged[last] ^= 1;
    let fast = fs::read(weights("fast")).expect("the repository holds them");
    let cases: [(Option<&[u8]>, &str); 5] = [
        (None, "cannot be read"),
        (Some(b"GIF89a, a picture"), "not a quotewire model"),
        (Some(&whole[..whole.len() / 2]), "cut short"),
        (Some(&damaged), "damaged"),
        (Some(&fast), "holds the weights of `fast`"),
    ];
    for (bytes, reason) in cases {
        let (code, message) = complaint(bytes);
        assert_eq!(code, Some(3), "{message}");
        assert!(message.contains("balanced.qwm") && message.contains(reason), "{message}");
    }
}

#[test]
fn weights_that_the_program_does_not_carry_are_asked_for() {
    let output = quotewire(&["extract", "--profile", "accurate", STORY]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("holds no weights for the profile `accurate`"));
}

#[test]
fn a_worker_without_its_weights_does_not_start() {
    let output = quotewire(&["run", "--set", "pipeline.models=nowhere"]);
    assert_eq!(output.status.code(), Some(3));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nowhere/balanced.qwm"));
}

#[test]
fn profiles_that_are_none_are_refused() {
    assert_eq!(quotewire(&["extract", "--profile", "perfect", STORY]).status.code(), Some(2));
    assert_eq!(quotewire(&["run", "--profile", "perfect"]).status.code(), Some(3));
}
