//! `BRANDT: We will rebuild.`: a transcript's label, or a headline that names its source first.

use super::draft::{Draft, DraftCue, Findings};
use super::reading::Reading;
use super::word::Part;
use crate::text::TokenRange;

/// Longest label, in tokens.
const LONGEST: usize = 6;

/// Words in labels that name no speaker.
const NO_SPEAKERS: [&str; 26] = [
    "note",
    "update",
    "updated",
    "related",
    "watch",
    "read",
    "more",
    "photos",
    "photo",
    "video",
    "opinion",
    "analysis",
    "correction",
    "exclusive",
    "breaking",
    "live",
    "editor",
    "image",
    "source",
    "sources",
    "via",
    "story",
    "poll",
    "review",
    "news",
    "q",
];

/// Finds the paragraphs of `reading` that begin with the name of who speaks.
pub(super) fn labels(reading: &Reading<'_>, findings: &mut Findings) {
    let mut block = None;
    for sentence in reading.document.sentences() {
        if block.replace(sentence.block) != Some(sentence.block)
            && let Some(draft) = attempt(reading, sentence.tokens.start)
        {
            findings.add(draft);
        }
    }
}

fn attempt(reading: &Reading<'_>, start: usize) -> Option<Draft> {
    let colon = (start..reading.words.len().min(start + LONGEST + 1)).find(|index| reading.part(*index) == Part::Colon)?;
    let label = TokenRange::new(start, colon);
    let is_name = |index: usize| matches!(reading.part(index), Part::Name | Part::Comma | Part::Open | Part::Close | Part::PossessiveMark);
    let names_speaker = label.indices().any(|index| reading.part(index) == Part::Name)
        && label.indices().all(|index| is_name(index) && !reading.is_any(index, &NO_SPEAKERS));
    let end = paragraph_end(reading, colon);
    if !names_speaker || end < colon + 4 || reading.part(colon + 1) == Part::Mark {
        return None;
    }
    let cue = DraftCue { range: TokenRange::new(colon, colon + 1), lemma: ":" };
    let content = reading.trimmed(TokenRange::new(colon + 1, end))?;
    Some(Draft {
        parts: vec![content],
        source: Some(label),
        cue: Some(cue),
        addressee: None,
        rule: "speaker_label",
        source_score: 0.8,
        score: 0.6,
    })
}

fn paragraph_end(reading: &Reading<'_>, index: usize) -> usize {
    let block = reading.block(index);
    (index..reading.words.len()).find(|at| reading.block(*at) != block).unwrap_or(reading.words.len())
}

#[cfg(test)]
mod tests {
    use super::super::testing::found;

    #[test]
    fn a_label_names_the_speaker() {
        assert_eq!(found("BRANDT: We will rebuild the pier by May."), ["BRANDT | : | We will rebuild the pier by May"]);
    }

    #[test]
    fn other_labels_do_not() {
        assert!(found("Editor's Note: The tide table has been corrected.").is_empty());
        assert!(found("The harbor has three gates: north, east and south.").is_empty());
    }
}
