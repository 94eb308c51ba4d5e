//! What went wrong at one place, for people to study.

use std::collections::BTreeMap;

use serde::Serialize;

use super::CharSpan;
use super::gold::GoldDocument;

/// How many code points of text are shown on either side.
const CONTEXT: usize = 40;

/// In which way something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// The gold has it, the prediction does not.
    Missed,
    /// The prediction has it, the gold does not.
    Spurious,
    /// The quotation is found, but its speaker is not.
    WrongSpeaker,
}

impl Fault {
    /// Its name for people.
    pub fn name(self) -> &'static str {
        match self {
            Fault::Missed => "missed",
            Fault::Spurious => "spurious",
            Fault::WrongSpeaker => "wrong speaker",
        }
    }
}

/// One error as scoring notes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Index of the document.
    pub document: usize,
    /// Where it is.
    pub span: CharSpan,
    /// In which way it is wrong.
    pub fault: Fault,
    /// What sort of thing it is: `direct`, `PER`, `pronoun`.
    pub kind: &'static str,
    /// More for people; empty where there is no more to say.
    pub note: String,
}

/// One error with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShownSlip {
    /// Id of the document.
    pub document: String,
    /// In which way it is wrong.
    pub fault: Fault,
    /// What sort of thing it is.
    pub kind: &'static str,
    /// Where it is.
    pub span: CharSpan,
    /// The words before it.
    pub before: String,
    /// Its own words.
    pub text: String,
    /// The words after it.
    pub after: String,
    /// More for people.
    pub note: String,
}

/// The first `limit` slips of each fault and kind, with their words; sorted by fault and kind, then as the gold has them.
pub(super) fn first_of_each(slips: &[Slip], documents: &[GoldDocument], limit: usize) -> Vec<ShownSlip> {
    let mut groups: BTreeMap<(Fault, &str), Vec<&Slip>> = BTreeMap::new();
    for slip in slips {
        let group = groups.entry((slip.fault, slip.kind)).or_default();
        if group.len() < limit {
            group.push(slip);
        }
    }
    groups.into_values().flatten().map(|slip| shown(slip, &documents[slip.document])).collect()
}

fn shown(slip: &Slip, document: &GoldDocument) -> ShownSlip {
    let text = &document.text;
    let before = CharSpan::new(slip.span.start.saturating_sub(CONTEXT), slip.span.start);
    let after = CharSpan::new(slip.span.end, (slip.span.end + CONTEXT).min(text.len()));
    ShownSlip {
        document: document.id.clone(),
        fault: slip.fault,
        kind: slip.kind,
        span: slip.span,
        before: text.slice(before),
        text: text.slice(slip.span),
        after: text.slice(after),
        note: slip.note.clone(),
    }
}
