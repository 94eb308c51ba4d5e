//! `quotewire extract`.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

fn extract(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quotewire"))
        .args(["extract", "--profile", "rules"]) // the command is the same for all, and the rules are at hand at once
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        let _ = stdin.write_all(&input); // a command that reads no input closes the pipe early
    });
    let output = child.wait_with_output().expect("the binary ends");
    writer.join().expect("the writer ends");
    output
}

fn records(output: &Output) -> Vec<Value> {
    let text = std::str::from_utf8(&output.stdout).expect("records are UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("a line is a record")).collect()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Many stories of different length, so that threads finish out of order.
fn many_stories(count: usize) -> Vec<u8> {
    let mut lines = Vec::new();
    for number in 0..count {
        let text = format!("“Storm number {number} was the worst,” Mayor Ingrid Halvorsen said. ").repeat(1 + number * 7 % 40);
        lines.extend(serde_json::to_vec(&serde_json::json!({ "id": number, "text": text })).expect("plain data"));
        lines.push(b'\n');
    }
    lines
}

#[test]
fn records_come_in_input_order_whatever_the_number_of_threads() {
    let input = many_stories(300);
    let one = extract(&["--jobs", "1", "-"], &input);
    let four = extract(&["--jobs", "4", "-"], &input);
    assert!(one.status.success() && four.status.success());
    assert_eq!(one.stdout, four.stdout, "the same bytes");
    let ids: Vec<String> = records(&four).iter().map(|record| record["article"]["uri"].as_str().expect("a uri").to_owned()).collect();
    assert_eq!(ids, (0..300).map(|number| number.to_string()).collect::<Vec<_>>());
}

#[test]
fn the_text_of_a_line_is_kept_to_the_letter_and_its_title_stays_outside() {
    let text = " Two  spaces,\r\na tab\t, e\u{301} and 🌊.\n\n“So it is,” she said. ";
    let line = serde_json::to_vec(&serde_json::json!({ "id": "a", "title": "Title", "text": text })).expect("plain data");
    let output = extract(&["-"], &line);
    let record = &records(&output)[0];
    assert_eq!(record["text"]["value"], text);
    assert_eq!(record["article"]["headline"], "Title");
}

#[test]
fn a_bad_line_is_named_and_the_others_go_on() {
    let output = extract(&["-"], b"{\"id\":1,\"text\":\"One.\"}\n{\"id\":2,\n\n{\"id\":4}\n{\"id\":5,\"text\":\"Five.\"}\n");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(records(&output).len(), 2);
    assert!(stderr(&output).contains("line 2: undecodable"), "{}", stderr(&output));
    assert!(stderr(&output).contains("line 4: no text"), "{}", stderr(&output));
}

#[test]
fn broken_input_of_every_sort_ends_with_one_and_no_crash() {
    let deep = format!("{{\"text\":{}", "[".repeat(100_000));
    let inputs: [&[u8]; 6] = [b"", b"\x00\xff\xfe", b"[]", b"{\"text\":\"\\ud800\"}", deep.as_bytes(), b"{\"text\":7}"];
    for input in inputs {
        let output = extract(&["--format", "json", "-"], input);
        assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
        assert!(!stderr(&output).contains("panicked"), "{}", stderr(&output));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn timings_are_told_beside_the_records() {
    let output = extract(&["--timings", "-"], &many_stories(3));
    assert_eq!(records(&output).len(), 3);
    let told = stderr(&output);
    assert!(told.starts_with("ms a story, p50 and p99 of 3:") && told.contains("linking, claims, values"), "{told}");
}

#[test]
fn folders_are_read_in_name_order_and_files_by_their_kind() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let write = |name: &str, content: &str| fs::write(folder.path().join(name), content).expect("a file can be written");
    write("b.txt", "Second story.\n\n“It holds,” she said.");
    write("a.ndjson", "{\"id\":\"first\",\"text\":\"First story.\"}\n{\"id\":\"also first\",\"text\":\"Also.\"}\n");
    write("c.json", "{\n  \"id\": \"third\",\n  \"text\": \"Third story.\"\n}\n");
    write(".hidden", "not read");
    let output = extract(&[path(folder.path())], b"");
    assert!(output.status.success(), "{}", stderr(&output));
    let texts: Vec<String> = records(&output).iter().map(|record| record["text"]["value"].as_str().expect("a text").to_owned()).collect();
    assert_eq!(texts.len(), 4);
    assert!(texts[0] == "First story." && texts[2].starts_with("Second") && texts[3] == "Third story.", "{texts:?}");
}

#[test]
fn a_file_that_is_not_there_and_a_wrong_flag_have_codes_of_their_own() {
    let missing = extract(&["no-such-file.json"], b"");
    assert_eq!(missing.status.code(), Some(1));
    assert!(stderr(&missing).contains("no-such-file.json"));
    assert_eq!(extract(&["--format", "morse", "-"], b"").status.code(), Some(2));
    assert_eq!(extract(&["--jobs", "0", "-"], b"").status.code(), Some(2));
}

#[test]
fn the_text_view_has_no_escape_codes_in_a_pipe() {
    let output = extract(&["--output", "text", "--format", "text", "-"], "“It holds,” Ingrid Halvorsen said.".as_bytes());
    let shown = String::from_utf8(output.stdout).expect("the view is UTF-8");
    assert!(shown.contains("[It holds,]¹") && !shown.contains('\u{1b}'), "{shown}");
}

fn path(path: &Path) -> &str {
    path.to_str().expect("a temporary path is UTF-8")
}
