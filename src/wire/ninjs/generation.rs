//! Which ninjs an object is.

use serde_json::{Map, Value};

use super::names::{CAMEL_CASE, SUPERDESK};
use crate::wire::SourceFormat;

/// The generation of ninjs that an object's properties tell; `None` where it is no ninjs.
///
/// Property names decide before `standard`: agencies put names and versions of their own there.
pub(in crate::wire) fn generation(object: &Map<String, Value>) -> Option<SourceFormat> {
    let has = |name: &str| object.contains_key(name);
    let is_list = |name: &str| object.get(name).is_some_and(Value::is_array);
    if CAMEL_CASE.iter().any(|name| has(name)) {
        return Some(SourceFormat::Ninjs3);
    }
    if is_list("bodies") || is_list("headlines") {
        return Some(if has("bodies") && declared_major(object) == Some(3) { SourceFormat::Ninjs3 } else { SourceFormat::Ninjs2 });
    }
    let has_body = object.keys().any(|name| name.starts_with("body_"));
    let has_dates = has("versioncreated") || has("pubstatus") || has("firstcreated");
    let has_id = has("uri") || has("guid");
    if !(has_body || (has_id && has_dates)) {
        return match declared_major(object) {
            Some(3) => Some(SourceFormat::Ninjs3),
            Some(2) => Some(SourceFormat::Ninjs2),
            _ => None,
        };
    }
    if is_list("descriptions") {
        return Some(SourceFormat::Ninjs2);
    }
    let superdesk = SUPERDESK.iter().any(|name| has(name));
    Some(if superdesk { SourceFormat::NinjsSuperdesk } else { SourceFormat::Ninjs1 })
}

/// The major version that `standard` names.
fn declared_major(object: &Map<String, Value>) -> Option<u32> {
    let standard = object.get("standard")?;
    let name = standard.get("name")?.as_str()?;
    let version = standard.get("version")?.as_str()?;
    name.to_ascii_lowercase().contains("ninjs").then(|| version.split('.').next()?.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::fields::parse_object;

    fn of(json: &str) -> Option<SourceFormat> {
        generation(&parse_object(json).unwrap())
    }

    #[test]
    fn property_names_tell_the_generation() {
        assert_eq!(of(r#"{"uri": "u", "versioncreated": "t", "body_text": "x"}"#), Some(SourceFormat::Ninjs1));
        assert_eq!(of(r#"{"uri": "u", "pubstatus": "canceled", "headline": "Wall"}"#), Some(SourceFormat::Ninjs1));
        assert_eq!(of(r#"{"uri": "u", "versioncreated": "t", "bodies": []}"#), Some(SourceFormat::Ninjs2));
        assert_eq!(of(r#"{"uri": "u", "versioncreated": "t", "descriptions": []}"#), Some(SourceFormat::Ninjs2));
        assert_eq!(of(r#"{"uri": "u", "versionCreated": "t", "bodies": []}"#), Some(SourceFormat::Ninjs3));
        assert_eq!(of(r#"{"standard": {"name": "ninjs", "version": "3.0"}, "uri": "u"}"#), Some(SourceFormat::Ninjs3));
        assert_eq!(of(r#"{"guid": "g", "versioncreated": "t", "body_html": "x"}"#), Some(SourceFormat::NinjsSuperdesk));
        assert_eq!(of(r#"{"uri": "u", "versioncreated": "t", "body_html": "x", "evolvedfrom": "g"}"#), Some(SourceFormat::NinjsSuperdesk));
    }

    #[test]
    fn a_simple_producers_object_is_none() {
        assert_eq!(of(r#"{"id": 1, "uri": "u", "text": "x"}"#), None);
        assert_eq!(of("{}"), None);
    }
}
