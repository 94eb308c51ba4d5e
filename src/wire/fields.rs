//! The fields of a JSON message, taken one by one; what is odd about them becomes a warning, not an error.

use serde_json::{Map, Value};

use super::time::{self, ReadTime};
use super::{DecodeError, Warning};

/// Parses `text` as one JSON object.
///
/// # Errors
/// When it is no JSON, or no object. The message has line and column, never what stands there.
pub(super) fn parse_object(text: &str) -> Result<Map<String, Value>, DecodeError> {
    match serde_json::from_str(text) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(Value::Array(_)) => Err(DecodeError::Undecodable("a JSON array; one object a message is expected".to_owned())),
        Ok(_) => Err(DecodeError::Undecodable("a JSON value that is no object".to_owned())),
        Err(error) => Err(DecodeError::Undecodable(format!("not JSON: {error}"))),
    }
}

/// The fields of one object that nobody has taken yet. Names match whatever their case: ninjs 3 writes `versionCreated` where 1 and 2
/// write `versioncreated`.
#[derive(Debug)]
pub(super) struct Fields {
    left: Vec<(String, Value)>,
    /// What was odd so far.
    pub warnings: Vec<Warning>,
}

impl Fields {
    pub(super) fn new(object: Map<String, Value>) -> Self {
        Self { left: object.into_iter().collect(), warnings: Vec::new() }
    }

    /// Takes the field `name`; `None` where it is absent or null.
    pub(super) fn take(&mut self, name: &str) -> Option<Value> {
        let index = self.left.iter().position(|(left, _)| left.eq_ignore_ascii_case(name))?;
        let (_, value) = self.left.swap_remove(index);
        (!value.is_null()).then_some(value)
    }

    /// Takes all `names`; the first that holds a string or number with something in it counts. White space around it is cut off.
    pub(super) fn text(&mut self, names: &[&str]) -> Option<String> {
        let mut found = None;
        for name in names {
            let Some(value) = self.take(name) else { continue };
            match plain_text(&value) {
                Some(text) if found.is_none() && !text.is_empty() => found = Some(text),
                Some(_) => {}
                None => self.warn_unreadable(name),
            }
        }
        found
    }

    /// Takes all `names`; the first that holds a readable time counts.
    pub(super) fn time(&mut self, names: &[&str]) -> Option<String> {
        let mut found = None;
        for name in names {
            let Some(value) = self.take(name) else { continue };
            let time = self.read_time(name, &value);
            found = found.or(time);
        }
        found
    }

    /// Reads one time; an unreadable one gives a warning and `None`, an empty one `None`.
    pub(super) fn read_time(&mut self, name: &str, value: &Value) -> Option<String> {
        let read = match value {
            Value::String(written) if written.trim().is_empty() => return None,
            Value::String(written) => time::read(written),
            Value::Number(number) => number.as_i64().map_or(ReadTime::Unreadable, time::read_unix),
            _ => ReadTime::Unreadable,
        };
        match read {
            ReadTime::Exact(time) => Some(time),
            ReadTime::Assumed(time) => {
                self.warnings.push(Warning::new("time_without_offset", format!("`{name}` names no offset; read as UTC")));
                Some(time)
            }
            ReadTime::Unreadable => {
                self.warnings.push(Warning::new("unreadable_time", format!("`{name}` is no time that can be read")));
                None
            }
        }
    }

    /// Takes an id: a string, or a number that JSON readers agree on.
    ///
    /// # Errors
    /// When it is a number beyond what 64 bits hold: read as a float, two stories could get one id.
    pub(super) fn id(&mut self, name: &str) -> Result<Option<String>, DecodeError> {
        const LARGEST_EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
        match self.take(name) {
            Some(Value::Number(number)) if number.is_f64() && number.as_f64().is_none_or(|float| float.abs() >= LARGEST_EXACT) => {
                Err(DecodeError::Undecodable(format!("`{name}` is a number beyond 64 bits; send it as a string")))
            }
            Some(value) => match plain_text(&value) {
                Some(text) => Ok((!text.is_empty()).then_some(text)),
                None => Err(DecodeError::Undecodable(format!("`{name}` is neither a string nor a number"))),
            },
            None => Ok(None),
        }
    }

    /// Takes an urgency from 1 to 9.
    pub(super) fn urgency(&mut self, name: &str) -> Option<u8> {
        let written = self.text(&[name])?;
        let urgency = written.parse::<u8>().ok().filter(|urgency| (1..=9).contains(urgency));
        if urgency.is_none() && written != "0" {
            self.warn_unreadable(name);
        }
        urgency
    }

    /// Takes a list; one object or string alone counts as a list of one.
    pub(super) fn list(&mut self, name: &str) -> Vec<Value> {
        match self.take(name) {
            Some(Value::Array(values)) => values,
            Some(value @ (Value::Object(_) | Value::String(_))) => vec![value],
            Some(_) => {
                self.warn_unreadable(name);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    /// Notes that a field holds something that its name does not promise.
    pub(super) fn warn_unreadable(&mut self, name: &str) {
        self.warnings.push(Warning::new("unreadable_field", format!("`{name}` is not what was expected there; left out")));
    }

    /// Whether a field of that name is still there.
    pub(super) fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(left, _)| left.eq_ignore_ascii_case(name))
    }

    /// The names of the fields that nobody took, in the alphabet's order.
    pub(super) fn left_names(&self) -> Vec<&str> {
        let mut names: Vec<_> = self.left.iter().map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        names
    }
}

/// A string without the white space around it, or a number; `None` for anything else.
pub(super) fn plain_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The string under `name` of an object, where there is one with something in it; the name's case does not matter.
pub(super) fn member(value: &Value, name: &str) -> Option<String> {
    let (_, found) = value.as_object()?.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
    plain_text(found).filter(|text| !text.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(json: &str) -> Fields {
        Fields::new(parse_object(json).unwrap())
    }

    #[test]
    fn the_first_name_with_something_in_it_counts_and_case_does_not() {
        let mut fields = fields(r#"{"title": " ", "headLine": " Wall to be rebuilt ", "other": 1}"#);
        assert_eq!(fields.text(&["title", "headline"]).as_deref(), Some("Wall to be rebuilt"));
        assert_eq!(fields.left_names(), ["other"]);
    }

    #[test]
    fn an_unreadable_time_is_a_warning() {
        let mut fields = fields(r#"{"published": "last Tuesday"}"#);
        assert_eq!(fields.time(&["published"]), None);
        assert_eq!(fields.warnings[0].code, "unreadable_time");
        assert!(!fields.warnings[0].detail.contains("Tuesday"));
    }

    #[test]
    fn a_number_too_large_for_an_id_is_refused() {
        assert_eq!(fields(r#"{"id": 18446744073709551615}"#).id("id").unwrap().as_deref(), Some("18446744073709551615"));
        let error = fields(r#"{"id": 123456789012345678901234567890}"#).id("id").unwrap_err();
        assert_eq!(error.to_string(), "undecodable: `id` is a number beyond 64 bits; send it as a string");
    }

    #[test]
    fn errors_tell_the_place_and_not_the_text() {
        let error = parse_object(r#"{"text": "The secret deal" "#).unwrap_err().to_string();
        assert!(error.contains("line 1 column") && !error.contains("secret"), "{error}");
        let error = parse_object(r#""The secret deal""#).unwrap_err().to_string();
        assert_eq!(error, "undecodable: a JSON value that is no object");
        let error = parse_object(r#"{"text": "\ud800"}"#).unwrap_err().to_string();
        assert!(error.contains("surrogate") || error.contains("hex escape"), "{error}");
    }
}
