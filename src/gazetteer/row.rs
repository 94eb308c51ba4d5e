//! A row of the list, checked.

use serde_json::{Map, Value};

use super::entry::{LONGEST_ID, LONGEST_KEY, TYPES};
use super::key::{key, words};
use crate::annotation::EntityType;

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RowFault {
    /// It is no row of its format.
    #[error("{0}")]
    Format(String),
    /// It has no id.
    #[error("no id")]
    NoId,
    /// Its id is longer than any can be.
    #[error("the id is longer than {LONGEST_ID} bytes")]
    LongId,
    /// It has no name.
    #[error("no name")]
    NoName,
    /// A name has neither letter nor digit.
    #[error("name {0:?} has neither letter nor digit")]
    EmptyName(String),
    /// A name or context is longer than any can be: often a quotation mark that nothing closes.
    #[error("{0:?}… is longer than {LONGEST_KEY} bytes")]
    Long(String),
    /// The type is none of ours.
    #[error("type {0:?} is none of person, organization, location, group, event, work, product and other")]
    UnknownType(String),
    /// An earlier row gives the same id another type.
    #[error("id {0:?} has another type in an earlier row")]
    OtherType(String),
}

/// A row that was checked: its names and contexts are keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    pub id: Box<str>,
    pub names: Vec<Box<str>>,
    pub entity_type: Option<EntityType>,
    pub context: Vec<Box<str>>,
}

impl Row {
    /// Checks the fields of a row; an empty type is none.
    pub(super) fn new<'a>(
        id: &str,
        names: impl Iterator<Item = &'a str>,
        entity_type: &str,
        context: impl Iterator<Item = &'a str>,
    ) -> Result<Self, RowFault> {
        let id = id.trim();
        if id.is_empty() {
            return Err(RowFault::NoId);
        }
        if id.len() > LONGEST_ID {
            return Err(RowFault::LongId);
        }
        let names = names_of(names)?;
        if names.is_empty() {
            return Err(RowFault::NoName);
        }
        let context = context_of(context)?;
        Ok(Self { id: id.into(), names, entity_type: type_of(entity_type)?, context })
    }

    /// Reads a line of NDJSON: `{"id", "names", "type", "context"}`; `name` will do for `names`, and one text for a list of one.
    pub(super) fn from_json(line: &[u8]) -> Result<Self, RowFault> {
        let fields: Map<String, Value> = serde_json::from_slice(line).map_err(|error| RowFault::Format(error.to_string()))?;
        let id = match fields.get("id") {
            Some(Value::Number(number)) => number.to_string(),
            _ => text(&fields, "id")?.unwrap_or_default().to_owned(),
        };
        let names = texts(&fields, "names")?.into_iter().chain(texts(&fields, "name")?);
        Self::new(&id, names, text(&fields, "type")?.unwrap_or_default(), texts(&fields, "context")?.into_iter())
    }
}

fn names_of<'a>(names: impl Iterator<Item = &'a str>) -> Result<Vec<Box<str>>, RowFault> {
    let mut keys: Vec<Box<str>> = Vec::new();
    for name in names.map(str::trim).filter(|name| !name.is_empty()) {
        let key = short_enough(key(name), name)?;
        if key.is_empty() {
            return Err(RowFault::EmptyName(name.to_owned()));
        }
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

fn context_of<'a>(context: impl Iterator<Item = &'a str>) -> Result<Vec<Box<str>>, RowFault> {
    let mut keys: Vec<Box<str>> = Vec::new();
    for phrase in context {
        let key = short_enough(words(phrase), phrase)?;
        if !key.is_empty() && !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

fn short_enough(key: String, written: &str) -> Result<Box<str>, RowFault> {
    if key.len() <= LONGEST_KEY { Ok(key.into()) } else { Err(RowFault::Long(written.chars().take(40).collect())) }
}

fn type_of(name: &str) -> Result<Option<EntityType>, RowFault> {
    let name = name.trim().to_ascii_lowercase();
    if name.is_empty() {
        return Ok(None);
    }
    let american = name.replace("organisation", "organization");
    let known = TYPES.into_iter().find(|kind| serde_json::to_value(kind).is_ok_and(|value| value == american.as_str()));
    known.map(Some).ok_or(RowFault::UnknownType(name))
}

fn text<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, RowFault> {
    match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(RowFault::Format(format!("`{name}` is no text"))),
    }
}

fn texts<'a>(fields: &'a Map<String, Value>, name: &str) -> Result<Vec<&'a str>, RowFault> {
    let Some(Value::Array(items)) = fields.get(name) else { return Ok(text(fields, name)?.into_iter().collect()) };
    let texts: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
    texts.ok_or_else(|| RowFault::Format(format!("`{name}` holds something that is no text")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(line: &str) -> String {
        Row::from_json(line.as_bytes()).unwrap_err().to_string()
    }

    #[test]
    fn a_line_gives_keys() {
        let line =
            r#"{"id":"Q7","names":["Alden Shipping Ltd.","The Alden"],"type":"Organisation","context":["Port Alden","harbour"],"more":1}"#;
        let row = Row::from_json(line.as_bytes()).unwrap();
        assert_eq!((&*row.id, row.entity_type), ("Q7", Some(EntityType::Organization)));
        assert_eq!(row.names, ["alden shipping ltd".into(), "alden".into()]);
        assert_eq!(row.context, ["port alden".into(), "harbour".into()]);
        let least = Row::from_json(br#"{"id":77,"name":"Ana Vale","type":null}"#).unwrap();
        assert_eq!((&*least.id, least.entity_type, least.context.len()), ("77", None, 0));
    }

    #[test]
    fn each_fault_is_named() {
        assert_eq!(fault(r#"{"name":"Vale"}"#), "no id");
        assert_eq!(fault(r#"{"id":"1","names":[" "]}"#), "no name");
        assert_eq!(fault(r#"{"id":"1","name":"—"}"#), "name \"—\" has neither letter nor digit");
        assert!(fault(r#"{"id":"1","name":"Vale","type":"city"}"#).starts_with("type \"city\" is none of person, organization"));
        assert_eq!(fault(r#"{"id":"1","names":["Vale",7]}"#), "`names` holds something that is no text");
        assert_eq!(fault(r#"{"id":{},"name":"Vale"}"#), "`id` is no text");
        assert!(fault(&format!(r#"{{"id":"1","name":"{}"}}"#, "vale ".repeat(60))).ends_with("… is longer than 255 bytes"));
        assert!(fault("{\"id\":").contains("EOF"));
        assert!(fault("[1]").contains("expected a map"));
    }
}
