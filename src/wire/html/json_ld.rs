//! schema.org metadata of a page, from its scripts of linked data.

use serde_json::Value;

use crate::wire::fields::member;

/// How deep an article may lie inside lists and graphs.
const DEEPEST: usize = 4;

/// The first article among a page's scripts, as a JSON object; broken scripts are passed over.
pub(super) fn article(scripts: &[String]) -> Option<Value> {
    scripts.iter().filter_map(|script| serde_json::from_str(script.trim()).ok()).find_map(|value| find(value, DEEPEST))
}

fn find(value: Value, depth: usize) -> Option<Value> {
    match value {
        Value::Object(_) if is_article(&value) => Some(value),
        Value::Object(mut object) if depth > 0 => {
            let inner = object.remove("@graph").or_else(|| object.remove("mainEntity"))?;
            find(inner, depth - 1)
        }
        Value::Array(values) if depth > 0 => values.into_iter().find_map(|inner| find(inner, depth - 1)),
        _ => None,
    }
}

/// `NewsArticle`, `ReportageNewsArticle`, `Article`, `LiveBlogPosting`, …
fn is_article(value: &Value) -> bool {
    let names_article = |kind: &Value| kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("BlogPosting"));
    match value.get("@type") {
        Some(Value::Array(kinds)) => kinds.iter().any(names_article),
        Some(kind) => names_article(kind),
        None => false,
    }
}

/// The names under `field`: a string, an object with `name`, or a list of either.
pub(super) fn names(article: &Value, field: &str) -> Vec<String> {
    let name_of = |value: &Value| match value {
        Value::String(name) => Some(name.trim().to_owned()).filter(|name| !name.is_empty()),
        _ => member(value, "name"),
    };
    match article.get(field) {
        Some(Value::Array(values)) => values.iter().filter_map(name_of).collect(),
        Some(value) => name_of(value).into_iter().collect(),
        None => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_article_in_lists_and_graphs() {
        let scripts = [
            "not json".to_owned(),
            r#"{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Wall", "author": [{"name": "Ana Brandt"}, "Lee"]}]}"#.to_owned(),
        ];
        let found = article(&scripts).unwrap();
        assert_eq!(member(&found, "headline").as_deref(), Some("Wall"));
        assert_eq!(names(&found, "author"), ["Ana Brandt", "Lee"]);
    }

    #[test]
    fn other_data_is_no_article() {
        assert_eq!(article(&[r#"{"@type": "Organization", "name": "XWA"}"#.to_owned()]), None);
    }
}
