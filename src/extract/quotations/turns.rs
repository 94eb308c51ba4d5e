//! Turns of a dialogue that name no speaker: `“Did you read it?” she asked. ¶ “I read the summary.” ¶ “And?”`
//!
//! A paragraph that is one stretch between marks, right behind another, is a turn. Where a turn without a cue answers a question, speakers
//! take turns through the run, and a turn has the speaker of the turns an even number away.

use super::draft::{Draft, Findings};
use super::reading::Reading;
use crate::text::TokenRange;

/// Longest run of turns that speakers are led through: work on a text of nothing but short stretches stays bounded.
const LONGEST_RUN: usize = 200;

/// A paragraph that begins with a stretch between marks.
#[derive(Debug, Clone, Copy)]
struct Turn {
    /// Its words.
    inside: TokenRange,
    /// The draft that holds it; `None` where no sieve has taken it.
    draft: Option<usize>,
    /// Whether it asks.
    asks: bool,
    block: usize,
}

/// Adds the turns that no sieve has taken, in runs where somebody asks and another answers.
pub(super) fn turns(reading: &Reading<'_>, findings: &mut Findings) {
    let all = paragraphs_of_speech(reading, findings);
    let mut start = 0;
    while start < all.len() {
        let mut end = start + 1;
        while end < all.len() && all[end].block == all[end - 1].block + 1 && end - start < LONGEST_RUN {
            end += 1;
        }
        let run = &all[start..end];
        if run.windows(2).any(|pair| pair[0].asks && pair[1].draft.is_none()) {
            add_turns(findings, run);
        }
        start = end;
    }
}

fn paragraphs_of_speech(reading: &Reading<'_>, findings: &Findings) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    for stretch in &reading.stretches {
        let opens = reading.document.blocks()[stretch.block].span.start == reading.document.tokens()[stretch.open].span.start;
        let Some(close) = stretch.close.filter(|_| opens) else { continue };
        let draft = findings.draft_at(stretch.inside.start);
        let fills = close + 1 >= reading.words.len() || reading.block(close + 1) != stretch.block;
        if draft.is_some() || fills {
            let asks = reading.is_word(stretch.inside.end - 1, "?");
            turns.push(Turn { inside: stretch.inside, draft, asks, block: stretch.block });
        }
    }
    turns
}

fn add_turns(findings: &mut Findings, run: &[Turn]) {
    let mut speakers: [Option<TokenRange>; 2] = [None, None];
    for (number, turn) in run.iter().enumerate() {
        let source = turn.draft.and_then(|draft| findings.drafts[draft].source);
        let speaker = &mut speakers[number % 2];
        *speaker = speaker.or(source);
    }
    for (number, turn) in run.iter().enumerate().filter(|(_, turn)| turn.draft.is_none()) {
        let source = speakers[number % 2];
        let source_score = if source.is_some() { 0.6 } else { 0.0 };
        let parts = vec![turn.inside];
        findings.add(Draft { parts, source, cue: None, addressee: None, rule: "dialogue_turn", source_score, score: 0.7 });
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn speakers_take_turns_after_a_question() {
        let text = "“Did you read it?” Brandt asked.\n\n“I read the summary.”\n\n“Which you signed.”\n\n“I was told to,” Orlov said.";
        assert_eq!(
            found(text),
            [
                "Brandt | asked | Did you read it?",
                "Orlov | - | I read the summary.",
                "Brandt | - | Which you signed.",
                "Orlov | said | I was told to,"
            ]
        );
    }

    #[test]
    fn who_answers_may_stay_unknown() {
        assert_eq!(found("“Did you read it?” Brandt asked.\n\n“I read the summary.”")[1], "- | - | I read the summary.");
    }

    #[test]
    fn without_a_question_the_speaker_goes_on() {
        assert_eq!(found("“I read it,” Brandt said.\n\n“I signed it in May.”")[1], "Brandt | - | I signed it in May.");
    }
}
