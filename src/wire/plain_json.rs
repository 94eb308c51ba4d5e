//! The simplest producer: an object with `text` (or `body`) and whatever else it knows. Unknown fields are ignored.

use serde_json::{Map, Value};

use super::fields::Fields;
use super::raw_hash::hash_uri;
use super::{AlternativeId, Article, ArticleState, Dateline, DecodeError, SourceFormat, life_cycle, provider};

/// Reads an object with `text`, exactly as it is. Beside it: `id` (else `uri`, `url`, the content's hash), `version`, `title` or
/// `headline`, `byline`, `published`, `updated`, `language`, `source` or `provider`, `status`, `embargoed_until`, `urgency`,
/// `slugline`, `dateline`, `ednote`, `copyright`, `usage_terms`.
pub(super) fn decode(object: Map<String, Value>, raw_sha256: String) -> Result<Article, DecodeError> {
    let mut fields = Fields::new(object);
    let text = body(&mut fields)?;
    let id = fields.id("id")?;
    let given_uri = fields.text(&["uri", "guid"]);
    let url = fields.text(&["url"]);
    let uri = id.clone().or_else(|| given_uri.clone()).or_else(|| url.clone()).unwrap_or_else(|| hash_uri(&raw_sha256));

    let mut article = Article::new(uri, text, SourceFormat::PlainJson, raw_sha256);
    for (role, value) in [("uri", given_uri), ("url", url)] {
        if let Some(value) = value.filter(|value| *value != article.uri) {
            article.alternative_ids.push(AlternativeId { role: role.to_owned(), value });
        }
    }
    read_metadata(&mut article, &mut fields);
    let status = fields.text(&["status", "pubstatus"]);
    let embargo_named = fields.has("embargoed_until") || fields.has("embargoed") || fields.has("embargo");
    let warnings_before = fields.warnings.len();
    article.embargoed_until = fields.time(&["embargoed_until", "embargoed", "embargo"]);
    let embargo_unreadable = embargo_named && article.embargoed_until.is_none() && fields.warnings.len() > warnings_before;
    article.warnings = fields.warnings;
    life_cycle::settle(&mut article, status.as_deref(), embargo_unreadable);

    if article.state == ArticleState::Canceled && article.text.trim().is_empty() {
        article.text.clear();
    } else if article.text.trim().is_empty() {
        return Err(DecodeError::NoText("neither `text` nor `body` holds any".to_owned()));
    }
    Ok(article)
}

/// The text, untouched: `text` before `body`. Empty where neither is there.
fn body(fields: &mut Fields) -> Result<String, DecodeError> {
    let mut found = String::new();
    for name in ["text", "body"] {
        match fields.take(name) {
            Some(Value::String(text)) if found.trim().is_empty() => found = text,
            None | Some(Value::String(_)) => {}
            Some(_) => return Err(DecodeError::Undecodable(format!("`{name}` is no string"))),
        }
    }
    Ok(found)
}

fn read_metadata(article: &mut Article, fields: &mut Fields) {
    article.version = fields.text(&["version"]);
    article.headline = fields.text(&["title", "headline"]);
    article.byline = fields.text(&["byline"]);
    article.first_created = fields.time(&["published", "created"]);
    article.version_created = fields.time(&["updated", "modified"]).or_else(|| article.first_created.clone());
    article.language = fields.text(&["language", "lang"]);
    article.provider = fields.text(&["source", "provider"]).or_else(|| provider::authority(&article.uri));
    article.urgency = fields.urgency("urgency");
    article.slugline = fields.text(&["slugline"]);
    article.dateline = fields.text(&["dateline"]).map(|text| Dateline { text, place: None, agency: None });
    article.editor_note = fields.text(&["ednote", "editor_note"]);
    article.copyright = fields.text(&["copyright"]);
    article.usage_terms = fields.text(&["usage_terms", "usageterms"]);
}

#[cfg(test)]
mod tests {
    use super::super::fields::parse_object;
    use super::*;

    fn read(json: &str) -> Result<Article, DecodeError> {
        decode(parse_object(json)?, "00".to_owned())
    }

    fn message(json: &str) -> String {
        read(json).expect_err("must not decode").to_string()
    }

    #[test]
    fn the_text_is_kept_byte_for_byte() {
        let article = read(r#"{"id": 17, "text": "  Eins.\r\n\r\n\tZwei\u00a0\u0000🌊 \n"}"#).unwrap();
        assert_eq!(article.text, "  Eins.\r\n\r\n\tZwei\u{a0}\0🌊 \n");
        assert_eq!(article.uri, "17");
        assert!(article.warnings.is_empty());
    }

    #[test]
    fn reads_what_a_simple_producer_knows() {
        let article = read(
            r#"{"id": "wall", "url": "https://xwa.example/wall", "body": "The wall stands.", "headline": "Wall stands",
                "byline": "By Ana Brandt", "version": 2, "published": "2026-03-10T09:00:00+01:00", "updated": "2026-03-10T10:15:00Z",
                "language": "en", "source": "XWA", "urgency": "3", "mood": ["grey"]}"#,
        )
        .unwrap();
        assert_eq!(article.text, "The wall stands.");
        assert_eq!(article.headline.as_deref(), Some("Wall stands"));
        assert_eq!(article.version.as_deref(), Some("2"));
        assert_eq!(article.first_created.as_deref(), Some("2026-03-10T08:00:00Z"));
        assert_eq!(article.version_created.as_deref(), Some("2026-03-10T10:15:00Z"));
        assert_eq!(article.alternative_ids[0].value, "https://xwa.example/wall");
        assert_eq!((article.provider.as_deref(), article.urgency), (Some("XWA"), Some(3)));
        assert!(article.warnings.is_empty(), "unknown fields are ignored: {:?}", article.warnings);
    }

    #[test]
    fn an_embargo_and_a_kill_are_states() {
        let embargoed = read(r#"{"id": 1, "text": "Later.", "embargoed_until": "2026-03-12T06:00:00Z"}"#).unwrap();
        assert_eq!(embargoed.state, ArticleState::Embargoed);
        let unreadable = read(r#"{"id": 1, "text": "Later.", "embargoed_until": "Thursday"}"#).unwrap();
        assert_eq!(unreadable.state, ArticleState::Withheld);
        let killed = read(r#"{"id": 1, "status": "killed"}"#).unwrap();
        assert_eq!((killed.state, killed.text.as_str()), (ArticleState::Canceled, ""));
    }

    #[test]
    fn says_what_is_wrong_without_quoting_it() {
        assert_eq!(message(r#"{"id": 1}"#), "no text: neither `text` nor `body` holds any");
        assert_eq!(message(r#"{"id": 1, "text": " \n "}"#), "no text: neither `text` nor `body` holds any");
        assert_eq!(message(r#"{"id": 1, "text": ["secret"]}"#), "undecodable: `text` is no string");
        assert_eq!(message(r#"{"id": [1], "text": "secret"}"#), "undecodable: `id` is neither a string nor a number");
    }
}
