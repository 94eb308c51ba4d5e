//! Holds `src/**` to the layer table of `src/lib.rs`: a module uses only rows above its own, and some crates have one room each.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Each top-level module and what it may name by `crate::`.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("lexicon", &[]),
    ("settings", &[]),
    ("annotation", &["text"]),
    ("segment", &["text", "lexicon"]),
    ("wire", &["text"]),
    ("model", &["text", "lexicon", "annotation"]),
    ("extract", &["text", "annotation", "lexicon", "model"]),
    ("gazetteer", &["text", "annotation"]),
    ("processor", &[]),
    ("pipeline", &["settings", "text", "annotation", "segment", "wire", "model", "extract", "gazetteer"]),
    ("record", &["text", "annotation", "wire", "settings"]),
    ("render", &["record", "annotation", "text"]),
    ("worker", &["pipeline", "record", "wire", "settings"]),
    ("evaluate", &["pipeline", "wire", "text", "annotation"]),
    ("cli", &["pipeline", "record", "render", "wire", "settings", "worker", "evaluate", "model", "text", "gazetteer"]),
];

/// Crates that only the named modules may use.
const ROOMS: &[(&str, &[&str])] = &[
    ("async_nats::", &["worker", "cli"]),
    ("tokio::", &["worker", "cli"]),
    ("axum::", &["worker"]),
    ("rten::", &["model"]),
    ("rten_tensor::", &["model"]),
    ("fst::", &["gazetteer"]),
    ("mmap_guard::", &["gazetteer"]),
    ("csv::", &["gazetteer"]),
    ("config::", &["settings"]),
    ("clap::", &["cli"]),
    ("tracing::", &["worker", "cli"]),
    ("std::env::", &["settings", "cli"]),
    ("SystemTime", &["worker", "cli"]),
    ("Instant::now", &["worker", "cli"]),
];

#[test]
fn modules_use_only_rows_above_their_own() {
    let mut faults = Vec::new();
    for (path, code) in sources() {
        let module = module_of(&path);
        let allowed = MAY_USE.iter().find(|(name, _)| *name == module).map(|(_, uses)| *uses);
        let Some(allowed) = allowed else {
            faults.push(format!("{}: module `{module}` has no row in the table", path.display()));
            continue;
        };
        for used in crate_paths(&code) {
            if used != module && !allowed.contains(&used.as_str()) {
                faults.push(format!("{}: `{module}` may not use `crate::{used}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn some_crates_have_one_room_each() {
    let mut faults = Vec::new();
    for (path, code) in sources() {
        let module = module_of(&path);
        for (name, rooms) in ROOMS {
            if names_crate(&code, name) && !rooms.contains(&module.as_str()) {
                faults.push(format!("{}: `{module}` may not use `{name}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn extractors_never_import_each_other() {
    let mut faults = Vec::new();
    for (path, code) in sources() {
        let Some(own) = extractor_of(&path) else { continue };
        for part in code.split("crate::extract::").skip(1) {
            let used = identifier(part);
            if used != own {
                faults.push(format!("{}: extractor `{own}` uses `{used}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Every file below `src` but the two roots, with its code: comments, and tests, left out.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    collect(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    files.sort();
    assert!(files.len() > 20, "src is read");
    files
        .into_iter()
        .map(|path| {
            let code = fs::read_to_string(&path).expect("a source file can be read");
            let product = code.split("#[cfg(test)]\nmod tests").next().expect("split gives at least one part");
            let lines = product.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>();
            let relative = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("it lies in src").to_owned();
            (relative, lines.join("\n"))
        })
        .filter(|(path, _)| !["lib.rs", "main.rs"].map(Path::new).contains(&path.as_path()) && !path.ends_with("tests.rs"))
        .collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("an entry can be read").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

fn module_of(path: &Path) -> String {
    let first = path.components().next().expect("a source has a name");
    first.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned()
}

fn extractor_of(path: &Path) -> Option<String> {
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned());
    (parts.next()? == "extract").then(|| parts.next())?.filter(|name| name != "mod")
}

/// The modules that `code` names by `crate::`, also in groups: `use crate::{text::Span, wire}`.
fn crate_paths(code: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for part in code.split("crate::").skip(1) {
        if let Some(group) = part.strip_prefix('{') {
            used.extend(top_level_names(group));
        } else {
            used.insert(identifier(part));
        }
    }
    used
}

fn top_level_names(group: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut depth = 0;
    let mut expects_name = true;
    for (offset, sign) in group.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => expects_name = true,
            _ if expects_name && sign.is_alphabetic() => {
                names.push(identifier(&group[offset..]));
                expects_name = false;
            }
            _ => {}
        }
    }
    names
}

fn identifier(text: &str) -> String {
    text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
}

/// Whether `code` names the crate itself, and not a path that merely ends alike (`crate::config::`).
fn names_crate(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(offset, _)| {
        let before = code[..offset].chars().next_back();
        before.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_' && sign != ':')
            || (name.chars().next().is_some_and(char::is_uppercase) && before == Some(':'))
    })
}

#[test]
fn grouped_imports_are_read_whole() {
    let used = crate_paths("use crate::{text::{Span, Token}, wire};\nlet x = crate::record::Record::new();");
    assert_eq!(used.into_iter().collect::<Vec<_>>(), ["record", "text", "wire"]);
}
