//! `quotewire gazetteer build`, and records with the ids of a list.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

const LIST: &str = "id,name,type,context\n\
    Q1,Ingrid Halvorsen,person,\n\
    our:7,Port Alden Harbour Commission; PAHC,organization,\n\
    Q3,Port Alden,location,lighthouse\n\
    Q4,Port Alden,location,Ohio\n";

const STORY: &str = "“The quay is closed,” Mayor Ingrid Halvorsen told reporters in Port Alden on Tuesday. The Port Alden Harbour \
    Commission agreed with her. Halvorsen said the old lighthouse would be saved.";

/// A folder of its own with the list, and the file that is compiled from it.
struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new(list: &str) -> Self {
        let desk = Self { folder: tempfile::tempdir().expect("a folder") };
        fs::write(desk.list(), list).expect("the folder can be written");
        fs::write(desk.path("story.txt"), STORY).expect("the folder can be written");
        desk
    }

    fn built(list: &str) -> Self {
        let desk = Self::new(list);
        let output = desk.build(&[]);
        assert!(output.status.success(), "{}", stderr(&output));
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn list(&self) -> PathBuf {
        self.path("list.csv")
    }

    fn file(&self) -> PathBuf {
        self.path("list.qwg")
    }

    fn build(&self, more: &[&str]) -> Output {
        quotewire(&[&["gazetteer", "build", text(&self.list()), "--into", text(&self.file())], more].concat())
    }

    fn extract(&self, more: &[&str]) -> Output {
        quotewire(&[&["extract", "--profile", "rules", "--output", "ndjson", text(&self.path("story.txt"))], more].concat())
    }

    fn with_gazetteer(&self) -> Output {
        self.extract(&["--gazetteer", text(&self.file())])
    }

    fn record(&self) -> Value {
        record(&self.with_gazetteer())
    }

    /// Exit code and complaint of `extract` with the compiled file as it is now.
    fn complaint(&self) -> (Option<i32>, String) {
        let output = self.with_gazetteer();
        (output.status.code(), stderr(&output))
    }
}

fn quotewire(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_quotewire")).args(arguments).output().expect("the binary runs")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a temporary path is UTF-8")
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn record(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("one record: {error}: {}", stderr(output)))
}

/// Each entity's name and the id that it is linked to.
fn links(record: &Value) -> Vec<(String, String)> {
    let entities = record["entities"].as_array().expect("a list");
    let linked = entities.iter().filter(|entity| entity["links"].as_array().is_some_and(|links| !links.is_empty()));
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    linked.map(|entity| (text(&entity["name"]), text(&entity["links"][0]["id"]))).collect()
}

#[test]
fn entities_get_the_ids_of_the_list() {
    let record = Desk::built(LIST).record();
    let mut found = links(&record);
    found.sort();
    let expected = [("Ingrid Halvorsen", "Q1"), ("Port Alden", "Q3"), ("Port Alden Harbour Commission", "our:7")];
    assert_eq!(found, expected.map(|(name, id)| (name.to_owned(), id.to_owned())));
    let halvorsen = record["entities"].as_array().expect("a list").iter().find(|entity| entity["name"] == "Ingrid Halvorsen");
    assert_eq!(halvorsen.expect("she is named")["links"], serde_json::json!([{ "id": "Q1", "confidence": 0.9 }]));
}

#[test]
fn without_a_gazetteer_nothing_is_linked_and_the_record_tells_which_it_was() {
    let desk = Desk::built(LIST);
    let plain = record(&desk.extract(&[]));
    assert!(links(&plain).is_empty());
    let other = Desk::built(&LIST.replace("Q1", "Q9"));
    let hashes = [plain, desk.record(), other.record()].map(|record| record["pipeline"]["config_sha256"].as_str().map(str::to_owned));
    assert!(hashes[0] != hashes[1] && hashes[1] != hashes[2] && hashes[0] != hashes[2], "{hashes:?}");
    assert_eq!(hashes[1].as_deref(), Desk::built(LIST).record()["pipeline"]["config_sha256"].as_str(), "the same list, elsewhere");
}

#[test]
fn a_list_of_json_lines_gives_the_same() {
    let lines = r#"{"id":"Q1","name":"Ingrid Halvorsen","type":"person"}
{"id":"our:7","names":["Port Alden Harbour Commission"],"type":"organization"}
{"id":"our:7","names":["PAHC"]}
{"id":"Q3","name":"Port Alden","type":"location","context":["lighthouse"]}
{"id":"Q4","name":"Port Alden","type":"location","context":"Ohio"}
"#;
    let (csv, json) = (Desk::built(LIST).record(), Desk::built(lines).record());
    assert_eq!(csv["entities"], json["entities"]);
    assert_eq!(csv["pipeline"], json["pipeline"]);
}

#[test]
fn a_bad_row_stops_the_build_unless_it_may_be_left_out() {
    let desk = Desk::new(&LIST.replace("Q3,Port Alden,location", "Q3,Port Alden,town"));
    let output = desk.build(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("list.csv: line 4: type \"town\" is none of"), "{}", stderr(&output));
    assert!(!desk.file().exists(), "nothing is left behind");
    let output = desk.build(&["--skip-bad-rows"]);
    assert!(output.status.success());
    assert!(stderr(&output).contains("line 4") && stderr(&output).contains("1 row was left out"), "{}", stderr(&output));
    assert!(String::from_utf8_lossy(&output.stdout).contains("list.qwg: 3 entries, 4 names"));
}

#[test]
fn lists_that_cannot_be_built_are_named_with_the_reason() {
    let none = "id,name\n";
    let other_type = "id,name,type\n1,Vale,person\n1,Vale,location\n";
    for (list, reason) in [(none, "list.csv: no rows"), ("qid,label\n1,Vale\n", "no column `name`"), (other_type, "line 3: id \"1\"")] {
        let output = Desk::new(list).build(&[]);
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains(reason), "{}", stderr(&output));
    }
    let desk = Desk::new(LIST);
    let list = desk.list();
    let onto_itself = quotewire(&["gazetteer", "build", text(&list), "--into", text(&list)]);
    assert!(stderr(&onto_itself).contains("is the list itself"), "{}", stderr(&onto_itself));
    assert_eq!(fs::read_to_string(&list).expect("it is there"), LIST);
    let missing = quotewire(&["gazetteer", "build", "no-such-list.csv", "--into", text(&desk.file())]);
    assert!(stderr(&missing).contains("no-such-list.csv"));
}

#[test]
fn files_that_cannot_be_used_are_named_with_the_reason() {
    let desk = Desk::built(LIST);
    let whole = fs::read(desk.file()).expect("it was built");
    let mut head_damaged = whole.clone();
    head_damaged[50] ^= 1;
    let longer = [whole.as_slice(), b"more"].concat();
    let cases: [(&[u8], &str); 7] = [
        (b"", "not a compiled gazetteer"),
        (LIST.as_bytes(), "quotewire gazetteer build"),
        (&whole[..20], "not whole"),
        (&whole[..200], "not whole"),
        (&whole[..whole.len() - 1], "not whole"),
        (&longer, "not whole"),
        (&head_damaged, "damaged"),
    ];
    for (bytes, reason) in cases {
        fs::write(desk.file(), bytes).expect("the folder can be written");
        let (code, message) = desk.complaint();
        assert_eq!(code, Some(3), "{message}");
        assert!(message.contains("list.qwg cannot be used") && message.contains(reason), "{reason}: {message}");
    }
    fs::remove_file(desk.file()).expect("it is there");
    assert!(desk.complaint().1.contains("No such file"), "{}", desk.complaint().1);
}

#[test]
fn a_damaged_payload_costs_no_more_than_its_links() {
    let desk = Desk::built(LIST);
    let whole = fs::read(desk.file()).expect("it was built");
    for place in (whole.len() - 300..whole.len()).step_by(23) {
        let mut damaged = whole.clone();
        damaged[place] ^= 0x55;
        fs::write(desk.file(), damaged).expect("the folder can be written");
        let (code, message) = desk.complaint();
        assert!(code.is_some_and(|code| [0, 1, 3].contains(&code)), "at {place}: {message}");
    }
}

#[test]
fn a_list_that_changed_asks_for_a_new_build() {
    let desk = Desk::built(LIST);
    fs::write(desk.list(), LIST).expect("the folder can be written");
    assert_eq!(desk.complaint().0, Some(0), "touched, and the same");
    fs::write(desk.list(), LIST.replace("Q1", "Q9")).expect("the folder can be written");
    let (code, message) = desk.complaint();
    assert_eq!(code, Some(3));
    assert!(message.contains("older than its list: build it again with `quotewire gazetteer build"), "{message}");
    assert!(desk.build(&[]).status.success());
    assert!(links(&desk.record()).iter().any(|(_, id)| id == "Q9"));
    fs::remove_file(desk.list()).expect("it is there");
    assert_eq!(desk.complaint().0, Some(0), "a compiled file does without its list");
}

#[test]
fn the_configuration_is_checked_with_the_gazetteer_it_names() {
    let desk = Desk::built(LIST);
    let setting = format!("pipeline.gazetteer={}", text(&desk.file()));
    assert!(quotewire(&["check-config", "--set", &setting]).status.success());
    fs::write(desk.file(), "something else").expect("the folder can be written");
    for command in [&["check-config", "--set", &setting][..], &["run", "--profile", "rules", "--gazetteer", text(&desk.file())]] {
        let output = quotewire(command);
        assert_eq!(output.status.code(), Some(3));
        assert!(stderr(&output).contains("not a compiled gazetteer"), "{}", stderr(&output));
    }
}
