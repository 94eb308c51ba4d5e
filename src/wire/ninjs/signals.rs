//! What signals, subjects, genres and profiles say of a story.

use serde_json::Value;

use crate::wire::fields::{Fields, member};
use crate::wire::life_cycle::signal_hint;
use crate::wire::{Article, ArticleKind, Subject, SuppliedEntity, SuppliedEntityKind};

/// Reads signals and subjects. A subject that is a signal (`rel` or scheme says so) is one.
pub(super) fn read(article: &mut Article, fields: &mut Fields) {
    for name in ["signal", "signals"] {
        article.signals.extend(fields.list(name).iter().filter_map(term));
    }
    for name in ["subject", "subjects"] {
        for value in fields.list(name) {
            if is_signal(&value) {
                article.signals.extend(term(&value));
                continue;
            }
            let subject = Subject { name: name_of(&value), code: code_of(&value) };
            if subject.name.is_some() || subject.code.is_some() {
                article.subjects.push(subject);
            }
        }
    }
    article.update_type = article.signals.iter().find_map(|signal| signal_hint(signal));
    article.kind = kind(article, fields);
    supplied(article, fields);
}

fn kind(article: &Article, fields: &mut Fields) -> ArticleKind {
    let profile = fields.text(&["profile"]);
    let genres = ["genre", "genres"].into_iter().flat_map(|name| fields.list(name)).collect::<Vec<_>>();
    let words = genres.iter().filter_map(name_of).chain(article.signals.iter().cloned()).chain(profile);
    for word in words {
        let word = word.rsplit(':').next().unwrap_or_default().to_ascii_lowercase();
        match word.as_str() {
            "advisory" | "editor advisory" | "note to editors" | "memo" => return ArticleKind::Advisory,
            "alert" | "flash" | "newsalert" | "breaking-alert" => return ArticleKind::Alert,
            _ => {}
        }
    }
    let is_note = |text: &Option<String>| {
        text.as_deref().is_some_and(|text| ["ADVISORY", "Advisory:", "EDITORS:"].iter().any(|word| text.starts_with(word)))
    };
    if is_note(&article.headline) || is_note(&article.slugline) {
        return ArticleKind::Advisory;
    }
    match fields.text(&["type"]).as_deref() {
        None | Some("text" | "article" | "news") => ArticleKind::News,
        Some(_) => ArticleKind::Other,
    }
}

fn supplied(article: &mut Article, fields: &mut Fields) {
    let sorts = [
        (["person", "people"], SuppliedEntityKind::Person),
        (["organisation", "organisations"], SuppliedEntityKind::Organization),
        (["place", "places"], SuppliedEntityKind::Place),
    ];
    for (names, kind) in sorts {
        for value in names.into_iter().flat_map(|name| fields.list(name)) {
            if let Some(name) = name_of(&value) {
                article.supplied.push(SuppliedEntity { name, code: code_of(&value), kind });
            }
        }
    }
}

fn is_signal(subject: &Value) -> bool {
    member(subject, "rel").is_some_and(|rel| rel == "signal")
        || member(subject, "scheme").is_some_and(|scheme| scheme.trim_end_matches('/').ends_with("/signal"))
        || member(subject, "code").is_some_and(|code| code.starts_with("sig:"))
}

/// A signal's code, else its name.
fn term(value: &Value) -> Option<String> {
    code_of(value).or_else(|| name_of(value))
}

fn name_of(value: &Value) -> Option<String> {
    match value {
        Value::String(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        _ => member(value, "name"),
    }
}

fn code_of(value: &Value) -> Option<String> {
    ["code", "qcode", "uri", "literal"].iter().find_map(|name| member(value, name))
}
