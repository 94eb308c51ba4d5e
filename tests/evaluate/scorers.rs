//! The figures against those of the corpora's own scorers, which stand in `../shared/data` and which a fresh clone lacks: then these
//! tests say so and pass.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use quotewire::annotation::EntityType;
use quotewire::evaluate::{Prediction, evaluate};
use serde_json::{Value, json};

use crate::fixtures::{self, Fixture, quotation_json};

/// The scorers print four digits at the least.
const ROUNDING: f64 = 0.000_051;

/// What a scorer counts that is no figure of the prediction, or follows from others.
const NOT_COMPARED: [&str; 4] = ["docs", "docs_without_prediction", "missing", "tp"];

/// A file beside the repository; `None`, and a word on it, where it is not there.
fn beside(path: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    if !path.exists() {
        eprintln!("skipped: {} is not there", path.display());
    }
    path.exists().then_some(path)
}

/// What a Python program prints.
fn python(arguments: &[&Path]) -> String {
    let output = Command::new("python3").args(arguments).output().expect("python3 runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}

/// Every number of `expected` is at the same place in `ours`; gives how many there are.
fn compare(expected: &Value, ours: &Value, path: &str) -> usize {
    let Value::Object(fields) = expected else {
        match (number(expected), number(ours)) {
            (Some(expected), Some(ours)) => assert!((expected - ours).abs() < ROUNDING, "{path}: {ours}, the scorer has {expected}"),
            _ => assert_eq!(ours, expected, "{path}"),
        }
        return 1;
    };
    // without scipy the scorer aligns clusters greedily, which gives a lower bound
    let is_greedy = fields.contains_key("ceafe_greedy");
    let mut count = 0;
    for (name, value) in fields.iter().filter(|(name, _)| !NOT_COMPARED.contains(&name.as_str())) {
        let own = &ours[name.trim_end_matches("_greedy")];
        assert!(own != &Value::Null || value.is_null(), "{path}/{name} is missing");
        if is_greedy && ["ceafe_greedy", "conll"].contains(&name.as_str()) {
            let f1 = |value: &Value| value.as_f64().or(value["f1"].as_f64()).expect("it has an F1");
            assert!(f1(own) >= f1(value) - ROUNDING, "{path}/{name}");
            continue;
        }
        count += compare(value, own, &format!("{path}/{name}"));
    }
    count
}

/// A number; Python counts with truth values, and prints them as such.
fn number(value: &Value) -> Option<f64> {
    value.as_f64().or_else(|| value.as_bool().map(|holds| f64::from(u8::from(holds))))
}

fn type_code(entity_type: EntityType) -> &'static str {
    match entity_type {
        EntityType::Person => "PER",
        EntityType::Organization => "ORG",
        EntityType::Location => "LOC",
        _ => "MISC",
    }
}

/// A prediction as the scorers read it.
fn scorer_line(gold: &str, prediction: &Prediction) -> Value {
    let gold: Value = serde_json::from_str(gold).expect("gold is JSON");
    let entities: Vec<Value> = prediction
        .mentions
        .iter()
        .map(|mention| {
            let (start, end, kind) = (mention.span.start, mention.span.end, mention.kind);
            json!({ "start": start, "end": end, "kind": kind, "type": type_code(mention.entity_type), "cluster": mention.cluster })
        })
        .collect();
    let quotations: Vec<Value> = prediction.quotations.iter().map(quotation_json).collect();
    let score = prediction.check_worthiness;
    json!({ "id": gold["id"], "text": gold["text"], "quotes": quotations, "entities": entities, "score": score })
}

/// Scores a fixture both ways; `mode` goes before the scorer's files. Gives how many figures agree.
fn agree(scorer: &Path, mode: Option<&str>, fixture: &Fixture) -> usize {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let [gold, predicted] = ["gold.jsonl", "predicted.jsonl"].map(|name| folder.path().join(name));
    let lines: String =
        fixture.lines.lines().zip(&fixture.predictions).map(|(gold, found)| format!("{}\n", scorer_line(gold, found))).collect();
    fs::write(&gold, &fixture.lines).expect("gold can be written");
    fs::write(&predicted, lines).expect("predictions can be written");
    let mut arguments = vec![scorer];
    arguments.extend(mode.map(Path::new));
    arguments.extend([gold.as_path(), predicted.as_path()]);
    if mode.is_none() {
        arguments.push(Path::new("--json"));
    }
    let expected: Value = serde_json::from_str(&python(&arguments)).expect("the scorer prints JSON");
    let figures = serde_json::to_value(evaluate(&fixture.gold(), &fixture.predictions).figures).expect("figures are plain data");
    let ours = figures.as_object().and_then(|sorts| sorts.values().next()).expect("there is one sort of figures");
    compare(&expected, ours, "")
}

#[test]
fn quotations_score_as_the_scorer_has_it() {
    let Some(scorer) = beside("data/quotes/score.py") else { return };
    assert!(agree(&scorer, None, &fixtures::quotations()) > 80);
}

#[test]
fn entities_score_as_the_scorer_has_it() {
    let Some(scorer) = beside("data/entities/score.py") else { return };
    assert!(agree(&scorer, None, &fixtures::entities()) > 60);
}

#[test]
fn check_worthiness_scores_as_the_scorer_has_it() {
    let Some(scorer) = beside("data/claims/score.py") else { return };
    assert!(agree(&scorer, Some("cw"), &fixtures::check_worthiness()) > 10);
}

#[test]
fn the_command_scores_as_records_do() {
    let (Some(converter), Some(quotations), Some(entities)) =
        (beside("tools/records_to_scorer.py"), beside("data/quotes/score.py"), beside("data/entities/score.py"))
    else {
        return;
    };
    for (scorer, fixture) in [(quotations, fixtures::quotations()), (entities, fixtures::entities())] {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let [gold, records, predicted] = ["gold.jsonl", "records.ndjson", "predicted.jsonl"].map(|name| folder.path().join(name));
        fs::write(&gold, &fixture.lines).expect("gold can be written");
        fs::write(&records, quotewire(&[Path::new("extract"), Path::new("--output=ndjson"), &gold])).expect("records can be written");
        fs::write(&predicted, python(&[&converter, &gold, &records])).expect("predictions can be written");
        let expected: Value = serde_json::from_str(&python(&[&scorer, &gold, &predicted, Path::new("--json")])).expect("it prints JSON");
        let report = quotewire(&[Path::new("evaluate"), Path::new("--format=json"), &gold]);
        let report: Value = serde_json::from_str(&report).expect("a report is JSON");
        let figures = report["figures"].as_object().and_then(|sorts| sorts.values().next()).expect("there is one sort of figures");
        assert!(compare(&expected, figures, "") > 60);
    }
}

fn quotewire(arguments: &[&Path]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_quotewire")).args(arguments).output().expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("it prints UTF-8")
}
