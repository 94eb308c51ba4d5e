//! The subjects, as an AsyncAPI document.

use serde_json::{Value, json};

use crate::settings::Layers;
use crate::worker::disposition::Reason;

/// The AsyncAPI 3 document: JSON, as AsyncAPI allows, so that the binary needs no YAML writer.
pub(super) fn document() -> Value {
    let defaults = Layers::default().load().expect("the built-in defaults are valid");
    let reasons = Reason::ALL.map(Reason::as_str);
    let channel = |address: &str, description: &str, message: &str| {
        json!({
            "address": address,
            "description": description,
            "messages": { message: { "$ref": format!("#/components/messages/{message}") } }
        })
    };
    let operation = |action: &str, channel: &str| json!({ "action": action, "channel": { "$ref": format!("#/channels/{channel}") } });
    json!({
        "asyncapi": "3.0.0",
        "info": {
            "title": "quotewire",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Wire stories in, records of quotations, entities and claims out. Subjects are the defaults of the configuration."
        },
        "defaultContentType": "application/json",
        "channels": {
            "articles": channel(&defaults.input.subjects[0], "Stories as they come from the wire.", "article"),
            "records": {
                "address": defaults.output.subject_template,
                "description": "One record a story version. The state is a token of its own, so that permissions can fence embargoed stories.",
                "parameters": {
                    "provider": { "description": "Who sent the story; `unknown` where the wire does not say." },
                    "language": { "description": "The language's tag in lower case, region included: `en`, `en-gb`; `unknown` where neither the wire nor the text tells." },
                    "state": { "enum": ["usable", "embargoed", "withheld", "retracted"] }
                },
                "messages": { "record": { "$ref": "#/components/messages/record" } }
            },
            "deadLetters": {
                "address": format!("{}.{{reason}}", defaults.dead_letter.subject_prefix),
                "description": "Messages that are no story or could not be worked on, with their headers and body as they came.",
                "parameters": { "reason": { "enum": reasons } },
                "messages": { "deadLetter": { "$ref": "#/components/messages/deadLetter" } }
            }
        },
        "operations": {
            "receiveArticles": operation("receive", "articles"),
            "sendRecords": operation("send", "records"),
            "sendDeadLetters": operation("send", "deadLetters")
        },
        "components": {
            "messages": {
                "article": {
                    "name": "article",
                    "summary": "A story in any format that quotewire reads; plain JSON is the simplest.",
                    "payload": { "schemaFormat": "application/schema+json;version=2020-12", "schema": { "$ref": "article.v1.json" } }
                },
                "record": {
                    "name": "record",
                    "summary": "What was found in one version of one story; CloudEvents 1.0 attributes are in the headers `ce-…`.",
                    "payload": { "schemaFormat": "application/schema+json;version=2020-12", "schema": { "$ref": "record.v1.json" } }
                },
                "deadLetter": { "name": "deadLetter", "summary": "The message as it came; `Quotewire-Reason` and others say why.", "payload": {} }
            }
        }
    })
}
