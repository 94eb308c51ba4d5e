//! Our own gold stories: twenty for development and twenty held out, whose spans give back their words and whose items point at items.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

fn stories(half: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold").join(half);
    let mut found: Vec<PathBuf> = fs::read_dir(folder).expect("the folder is there").map(|entry| entry.expect("readable").path()).collect();
    found.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    found.sort();
    found
}

/// Every object with a start, an end and words of its own, however deep.
fn spans(value: &Value, found: &mut Vec<(usize, usize, String)>) {
    if let (Some(start), Some(end), Some(words)) = (value["start"].as_u64(), value["end"].as_u64(), value["text"].as_str()) {
        found.push((start as usize, end as usize, words.to_owned()));
    }
    match value {
        Value::Object(fields) => fields.values().for_each(|field| spans(field, found)),
        Value::Array(items) => items.iter().for_each(|item| spans(item, found)),
        _ => {}
    }
}

fn ids(gold: &Value, items: &str) -> BTreeSet<String> {
    let items = gold[items].as_array().expect("a list");
    items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
}

fn assert_points_at(value: &Value, known: &BTreeSet<String>, path: &Path) {
    if let Some(id) = value.as_str() {
        assert!(known.contains(id), "{}: {id} is not there", path.display());
    }
}

#[test]
fn gold_spans_give_back_their_words() {
    for half in ["development", "held_out"] {
        let stories = stories(half);
        assert_eq!(stories.len(), 20, "{half}");
        for path in stories {
            let text: Vec<char> = fs::read_to_string(path.with_extension("txt")).expect("the text is there").chars().collect();
            let gold: Value = serde_json::from_str(&fs::read_to_string(&path).expect("readable")).expect("JSON");
            let mut found = Vec::new();
            spans(&gold, &mut found);
            assert!(found.len() > 50, "{}", path.display());
            for (start, end, words) in found {
                let slice: String = text.get(start..end).expect("inside the text").iter().collect();
                assert_eq!(slice, words, "{} at {start}", path.display());
            }
        }
    }
}

#[test]
fn gold_items_point_at_items() {
    for path in stories("development").into_iter().chain(stories("held_out")) {
        let gold: Value = serde_json::from_str(&fs::read_to_string(&path).expect("readable")).expect("JSON");
        let (entities, quotes, values) = (ids(&gold, "entities"), ids(&gold, "quotes"), ids(&gold, "values"));
        for quote in gold["quotes"].as_array().expect("a list") {
            assert_points_at(&quote["speaker_entity"], &entities, &path);
            assert_points_at(&quote["continues"], &quotes, &path);
        }
        for claim in gold["claims"].as_array().expect("a list") {
            assert_points_at(&claim["claimant"]["entity"], &entities, &path);
            assert_points_at(&claim["quote"], &quotes, &path);
            claim["values"].as_array().expect("a list").iter().for_each(|value| assert_points_at(value, &values, &path));
        }
    }
}
