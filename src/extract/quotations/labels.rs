//! `BRANDT: We will rebuild.`: a transcript's label, or a headline that names its source first.
//!
//! Of two labels or more in capitals a transcript is made, and each turn is a quotation whatever a network says: PolNeAR's annotators have
//! eleven of the fourteen in its train split. Where every paragraph opens with a mark, a turn goes on until the next label.

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

/// Name of the rule for a turn of a transcript.
pub(super) const TRANSCRIPT: &str = "transcript_turn";

/// Fewest labels in capitals that make a transcript.
const FEWEST_TURNS: usize = 2;

/// Finds the paragraphs of `reading` that begin with the name of who speaks.
pub(super) fn labels(reading: &Reading<'_>, findings: &mut Findings) {
    let starts = paragraph_starts(reading);
    let mut drafts: Vec<(usize, Draft)> =
        starts.iter().enumerate().filter_map(|(number, start)| Some((number, attempt(reading, *start)?))).collect();
    let is_turn = |draft: &Draft| draft.source.is_some_and(|label| is_in_capitals(reading, label));
    if drafts.iter().filter(|(_, draft)| is_turn(draft)).count() >= FEWEST_TURNS {
        for (number, draft) in drafts.iter_mut().filter(|(_, draft)| is_turn(draft)) {
            draft.rule = TRANSCRIPT;
            draft.parts.extend(goes_on(reading, &starts[*number..]));
        }
    }
    drafts.into_iter().for_each(|(_, draft)| findings.add(draft));
}

/// Where the paragraphs begin, and where the last one ends.
fn paragraph_starts(reading: &Reading<'_>) -> Vec<usize> {
    let mut block = None;
    let sentences = reading.document.sentences().iter();
    let firsts = sentences.filter(|sentence| block.replace(sentence.block) != Some(sentence.block));
    firsts.map(|sentence| sentence.tokens.start).chain([reading.words.len()]).collect()
}

fn is_in_capitals(reading: &Reading<'_>, label: TokenRange) -> bool {
    let letters = || label.indices().flat_map(|index| reading.document.word(index).chars()).filter(|sign| sign.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// The paragraphs after the one at the first of `starts` that go on with its turn: they open with a mark, too, and have no label.
fn goes_on(reading: &Reading<'_>, starts: &[usize]) -> Vec<TokenRange> {
    let opens = |start: usize| reading.part(start) == Part::Mark;
    let [own, rest @ ..] = starts else { return Vec::new() };
    let further = rest.windows(2).take_while(|paragraph| {
        let start = paragraph[0];
        opens(*own) && opens(start) && reading.part(start + 1) != Part::Open && attempt(reading, start).is_none()
    });
    further.filter_map(|paragraph| reading.trimmed(TokenRange::new(paragraph[0], paragraph[1]))).collect()
}

fn attempt(reading: &Reading<'_>, start: usize) -> Option<Draft> {
    // `"BRANDT: We will`, where each paragraph of a transcript opens with a mark
    let start = start + usize::from(reading.part(start) == Part::Mark);
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
    use super::super::tests::found;

    #[test]
    fn a_label_names_the_speaker() {
        assert_eq!(found("BRANDT: We will rebuild the pier by May."), ["BRANDT | : | We will rebuild the pier by May"]);
    }

    #[test]
    fn a_transcript_is_made_of_turns() {
        let text = "“BRANDT: We will rebuild the pier by May.\n\n“It will be wider.\n\n“(Applause.)\n\n“ORLOV: Who pays for it all?";
        assert_eq!(found(text), ["BRANDT | : | We will rebuild the pier by May … It will be wider", "ORLOV | : | Who pays for it all"]);
    }

    #[test]
    fn other_labels_do_not() {
        assert!(found("Editor's Note: The tide table has been corrected.").is_empty());
        assert!(found("The harbor has three gates: north, east and south.").is_empty());
    }
}
