//! The simplest producer: an object with `text` (or `body`) and whatever else it knows.

use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::{Article, DecodeError, SourceFormat};

#[derive(Deserialize)]
struct PlainArticle {
    id: Option<Id>,
    #[serde(alias = "body")]
    text: Option<String>,
    title: Option<String>,
    version: Option<Id>,
    published: Option<String>,
    language: Option<String>,
    source: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

impl Id {
    fn into_string(self) -> String {
        match self {
            Id::Text(text) => text,
            Id::Number(number) => number.to_string(),
        }
    }
}

/// Reads an object with `id`, `text`, `title`, `version`, `published`, `language`, `source`.
pub(super) fn decode(payload: &[u8]) -> Result<Article, DecodeError> {
    let plain: PlainArticle = serde_json::from_slice(payload).map_err(|error| DecodeError::Undecodable(error.to_string()))?;
    let text = plain.text.ok_or_else(|| DecodeError::NoText("neither `text` nor `body`".to_owned()))?;
    let hash = format!("{:x}", Sha256::digest(payload));
    let uri = plain.id.map_or_else(|| format!("sha256:{hash}"), Id::into_string);
    let mut article = Article::new(uri, text, SourceFormat::PlainJson, hash);
    article.headline = plain.title;
    article.version = plain.version.map(Id::into_string);
    article.version_created = plain.published;
    article.language = plain.language;
    article.provider = plain.source;
    Ok(article)
}
