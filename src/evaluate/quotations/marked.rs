//! A quotation as a person or a program marked it.

use serde::Deserialize;

use crate::annotation::QuotationKind;
use crate::evaluate::CharSpan;

/// A quotation with its places; any list may be empty, and a list may be out of order or overlap itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
pub struct MarkedQuotation {
    /// What was said, in parts.
    pub content: Vec<CharSpan>,
    /// The attributing words.
    #[serde(default)]
    pub cue: Vec<CharSpan>,
    /// Who is quoted, as the text has it at the cue.
    #[serde(default)]
    pub speaker: Vec<CharSpan>,
    /// How much stands in quotation marks; `None` where that is not marked.
    pub kind: Option<QuotationKind>,
}

impl MarkedQuotation {
    /// Whether all of its content, and not all of the other's, is content of another of `all`.
    pub(in crate::evaluate) fn lies_within_any(&self, all: &[Self]) -> bool {
        let length = |quotation: &Self| quotation.content.iter().map(|part| part.len()).sum::<usize>();
        let covers = |outer: &Self| self.content.iter().all(|inner| outer.content.iter().any(|part| part.contains(*inner)));
        !self.content.is_empty() && all.iter().any(|outer| length(outer) > length(self) && covers(outer))
    }

    /// All its places.
    pub fn places(&self) -> impl Iterator<Item = CharSpan> {
        self.content.iter().chain(&self.cue).chain(&self.speaker).copied()
    }
}
