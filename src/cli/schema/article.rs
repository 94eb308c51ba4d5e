//! The simplest input, as a JSON Schema. Written by hand: the reader takes an object apart field by field and passes over what it does
//! not know, so there is no type to make it from. The test below holds it against the reader.

use serde_json::{Value, json};

/// The JSON Schema (2020-12) of a plain JSON article.
pub(super) fn schema() -> Value {
    let text = |description: &str| json!({ "type": "string", "description": description });
    let time = |description: &str| json!({ "type": "string", "description": format!("{description}; RFC 3339, or a date") });
    let id = |description: &str| json!({ "type": ["string", "number"], "description": description });
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:quotewire:schema:article.v1",
        "title": "plain JSON article",
        "description": "The simplest input. Other fields are passed over; other formats are told by their own marks.",
        "type": "object",
        "anyOf": [{ "required": ["text"] }, { "required": ["body"] }],
        "properties": {
            "id": id("Id of the story, the same in all versions; without one, `uri`, `url` or a hash of the content"),
            "uri": text("As `id`, for who calls it so"),
            "url": text("Address of the story; never fetched"),
            "version": id("Version of the story"),
            "title": text("Headline; a block of its own, outside the text"),
            "text": text("The story. Offsets of the record count in exactly this string; paragraphs are parted by line breaks"),
            "body": text("As `text`, for who calls it so"),
            "byline": text("Who wrote it"),
            "dateline": text("Where it was filed"),
            "language": text("BCP 47 tag; detected where it is missing"),
            "source": text("Who sends it: the provider"),
            "published": time("When the first version was made"),
            "updated": time("When this version was made"),
            "embargoed_until": time("Until when it may not be published"),
            "status": { "enum": ["usable", "withheld", "embargoed", "canceled"], "description": "Whether it may be published; `canceled` kills it" },
            "urgency": { "type": "integer", "minimum": 1, "maximum": 9, "description": "1 is most urgent" },
            "slugline": text("The desk's working name of the story"),
            "ednote": text("The desk's note"),
            "usage_terms": text("What a reader may do with it"),
            "copyright": text("Whose it is")
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::{ArticleState, FormatChoice, decode};

    #[test]
    fn every_field_of_the_schema_is_read() {
        let story = json!({
            "id": "a-1", "uri": "urn:a:1", "url": "https://xwa.example/1", "version": 2, "title": "Wall", "text": "It holds.",
            "byline": "By Ana Brandt", "dateline": "PORT ALDEN", "language": "en", "source": "XWA", "published": "2026-03-10T09:00:00Z",
            "updated": "2026-03-10T10:00:00Z", "embargoed_until": "2026-03-11T09:00:00Z", "status": "embargoed", "urgency": 3,
            "slugline": "WALL", "ednote": "Adds quote.", "usage_terms": "Editorial use.", "copyright": "XWA"
        });
        let article = decode(story.to_string().as_bytes(), None, FormatChoice::Auto).expect("the story can be read");
        assert_eq!(article.uri, "a-1");
        assert_eq!(article.alternative_ids.len(), 2);
        assert_eq!(article.state, ArticleState::Embargoed);
        assert_eq!(article.urgency, Some(3));
        let read = [
            &article.version,
            &article.headline,
            &article.byline,
            &article.language,
            &article.provider,
            &article.first_created,
            &article.version_created,
            &article.embargoed_until,
            &article.slugline,
            &article.editor_note,
            &article.usage_terms,
            &article.copyright,
        ];
        assert!(read.iter().all(|field| field.is_some()), "{article:?}");
        assert!(article.dateline.is_some());
        let named: Vec<String> = story.as_object().expect("an object").keys().cloned().collect();
        let schema = schema();
        let known = schema["properties"].as_object().expect("an object");
        assert!(named.iter().all(|name| known.contains_key(name)));
        assert_eq!(named.len() + 1, known.len(), "all but `body`, which stands in for `text`");
    }
}
