//! The text of a ninjs story: of its several bodies, the one that keeps the paragraphs.

use serde_json::Value;

use crate::wire::Warning;
use crate::wire::fields::{Fields, member};
use crate::wire::html::{FlatText, flatten_fragment};

/// What a body is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Markup {
    Html,
    Text,
    /// Not read: NITF, NewsML, an agency's own.
    Xml,
}

/// More bodies than this are no story's.
const MOST_BODIES: usize = 64;

struct Body {
    markup: Markup,
    /// Less is better among those of one markup.
    rank: u8,
    value: String,
}

/// Takes all bodies and gives the best that has text: HTML before text, the main one before others. Where there is none, the
/// description is the story. Empty where there is no text at all.
pub(super) fn read(fields: &mut Fields, headline: Option<&str>) -> FlatText {
    let mut bodies = listed(fields, "bodies");
    bodies.extend(single(fields, "body_"));
    if let Some(text) = first_with_text(bodies, headline) {
        return text;
    }
    let mut descriptions = listed(fields, "descriptions");
    descriptions.extend(single(fields, "description_"));
    let Some(text) = first_with_text(descriptions, headline) else { return FlatText::default() };
    fields.warnings.push(Warning::new("body_in_description", "the story has no body; its description is read as one"));
    text
}

fn first_with_text(mut bodies: Vec<Body>, headline: Option<&str>) -> Option<FlatText> {
    bodies.retain(|body| body.markup != Markup::Xml && !body.value.trim().is_empty());
    bodies.sort_by_key(|body| (body.markup, body.rank));
    bodies.into_iter().map(|body| flat(body, headline)).find(|text| !text.text.trim().is_empty())
}

fn flat(body: Body, headline: Option<&str>) -> FlatText {
    match body.markup {
        Markup::Html => flatten_fragment(&body.value, headline),
        Markup::Text | Markup::Xml => FlatText { text: body.value, blocks: Vec::new() },
    }
}

/// Generations 2 and 3: `[{role, contenttype, value}]`.
fn listed(fields: &mut Fields, name: &str) -> Vec<Body> {
    let mut bodies = Vec::new();
    for entry in fields.list(name) {
        let Some(value) = raw_member(&entry, "value") else { continue };
        let role = member(&entry, "role").unwrap_or_default().to_ascii_lowercase();
        let content_type = member(&entry, "contenttype").unwrap_or_default().to_ascii_lowercase();
        let rank = if matches!(role.as_str(), "main" | "text" | "html" | "body") { 0 } else { 1 };
        bodies.push(Body { markup: markup(&content_type, &role, &value), rank, value });
    }
    bodies
}

/// Generation 1: `body_html`, `body_xhtml`, `body_text`, and any `body_…` that an agency adds.
fn single(fields: &mut Fields, prefix: &str) -> Vec<Body> {
    let bodies_left = fields.left_names().into_iter().filter(|name| name.to_ascii_lowercase().starts_with(prefix));
    let names: Vec<String> = bodies_left.take(MOST_BODIES).map(str::to_owned).collect();
    let mut bodies = Vec::new();
    for name in names {
        let Some(Value::String(value)) = fields.take(&name) else { continue };
        let role = name[prefix.len()..].to_ascii_lowercase();
        let rank = match role.as_str() {
            "html" | "text" => 0,
            "xhtml" => 1,
            _ => 2,
        };
        bodies.push(Body { markup: markup("", &role, &value), rank, value });
    }
    bodies
}

fn markup(content_type: &str, role: &str, value: &str) -> Markup {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    match essence {
        "text/html" | "application/xhtml+xml" => return Markup::Html,
        "text/plain" => return Markup::Text,
        _ if essence.ends_with("xml") => return Markup::Xml,
        _ => {}
    }
    let start = value.trim_start();
    if start.starts_with("<?xml") || role.contains("nitf") || role.contains("newsml") {
        Markup::Xml
    } else if role.contains("html") || looks_like_html(start) {
        Markup::Html
    } else {
        Markup::Text
    }
}

fn looks_like_html(start: &str) -> bool {
    ["<p>", "<p ", "<div", "<section", "<article", "<h1", "<html", "<!doctype", "<body"]
        .iter()
        .any(|tag| start.get(..tag.len()).is_some_and(|found| found.eq_ignore_ascii_case(tag)))
}

/// As `member`, but with the white space around it: offsets count in it.
fn raw_member(entry: &Value, name: &str) -> Option<String> {
    entry.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?.1.as_str().map(str::to_owned)
}
