//! Whole records of the bundled stories: a change of the rules shows as a diff of these files. `UPDATE_GOLDEN=1 cargo test --test contract` writes them again.

use std::fs;
use std::path::PathBuf;

use quotewire::settings::EmitText;

use crate::support::{record_of, root};

#[test]
fn bundled_stories_give_their_golden_records() {
    let mut stale = Vec::new();
    for path in samples() {
        let payload = fs::read(&path).expect("a sample can be read");
        let record = record_of(&payload, content_type(&path), EmitText::Full);
        let text = serde_json::to_string_pretty(&record).expect("a record is plain data") + "\n";
        let name = path.file_name().expect("a sample has a name").to_string_lossy().into_owned();
        let golden = root().join("tests/contract/golden").join(format!("{name}.record.json"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::create_dir_all(golden.parent().expect("it lies in a folder")).expect("the folder can be made");
            fs::write(&golden, &text).expect("the golden record can be written");
        }
        if fs::read_to_string(&golden).unwrap_or_default() != text {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "records differ from tests/contract/golden: {stale:?}; read the diff after `make golden`");
}

fn samples() -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join("samples")).expect("the samples are there");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry can be read").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension != "md"));
    paths.sort();
    assert!(paths.len() >= 12, "at least twelve stories are bundled");
    paths
}

fn content_type(path: &std::path::Path) -> Option<&'static str> {
    match path.extension()?.to_str()? {
        "txt" => Some("text/plain; charset=utf-8"),
        "html" => Some("text/html"),
        _ => Some("application/json"),
    }
}
