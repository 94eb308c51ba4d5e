//! One line of gold as it stands in the file.

use serde::Deserialize;

use super::CharSpan;
use super::entities::GoldMention;
use super::quotations::MarkedQuotation;

/// A document with whatever is annotated in it; unknown fields are ignored.
#[derive(Debug, Deserialize)]
pub(super) struct GoldLine {
    id: Id,
    pub(super) text: String,
    quotes: Option<Vec<MarkedQuotation>>,
    mentions: Option<Vec<GoldMention>>,
    label: Option<u64>,
}

/// An id; numbers are taken too, as `extract` does.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Id {
    Text(String),
    Number(serde_json::Number),
}

/// What is right in one document.
pub(super) enum Answer {
    Quotations(Vec<MarkedQuotation>),
    Entities(Vec<GoldMention>),
    CheckWorthiness(bool),
}

impl GoldLine {
    pub(super) fn id(&self) -> String {
        match &self.id {
            Id::Text(id) => id.clone(),
            Id::Number(id) => id.to_string(),
        }
    }

    /// What is right in the document, every place held against its length in code points.
    pub(super) fn answer(self, length: usize) -> Result<Answer, String> {
        if let Some(quotations) = self.quotes {
            let places = quotations.iter().flat_map(MarkedQuotation::places);
            check(places, length)?;
            return Ok(Answer::Quotations(quotations));
        }
        if let Some(mentions) = self.mentions {
            let places = mentions.iter().flat_map(GoldMention::places);
            check(places, length)?;
            return Ok(Answer::Entities(mentions));
        }
        match self.label {
            Some(label @ (0 | 1)) => Ok(Answer::CheckWorthiness(label == 1)),
            Some(label) => Err(format!("`label` is {label}, not 0 or 1")),
            None => Err("neither `quotes`, `mentions` nor `label`".to_owned()),
        }
    }
}

fn check(places: impl Iterator<Item = CharSpan>, length: usize) -> Result<(), String> {
    for CharSpan { start, end } in places {
        if start >= end {
            return Err(format!("{start}..{end} covers nothing"));
        }
        if end > length {
            return Err(format!("{start}..{end} lies outside the text, which has {length} code points"));
        }
    }
    Ok(())
}
