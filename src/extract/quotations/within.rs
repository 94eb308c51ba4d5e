//! Speech within speech: `“She told me, ‘Nobody is to see it,’” Brandt said`. She said that nobody is to see it; Brandt is a relay.

use super::complement::complement;
use super::cue::{Voice, cue_verb};
use super::draft::{Draft, DraftCue};
use super::noun_phrase::subject_before;
use super::reading::Reading;
use super::relays::DraftRelay;
use super::teller::Teller;
use super::word::Part;
use crate::lexicon::reporting_verbs::{SPEECH, VerbForm};
use crate::text::{TokenKind, TokenRange};

/// Fewer words are a term, no speech.
const LEAST: usize = 3;
/// Farthest that the verb stands before the inner mark, in tokens: `told me on the phone last week,`.
const REACH: usize = 9;
/// How much less sure the inner quotation is than the outer one.
const LESS_SURE: f32 = 0.9;
/// Name of the rule.
const RULE: &str = "speech_within_speech";
/// Subjects that tell of the speaker's own words, or of nobody's.
const NOBODY: [&str; 7] = ["i", "we", "you", "people", "who", "it", "one"];

/// What others said by the words of `draft`, between marks of their own, and who passed that on: its speaker, then `outer`.
pub(super) fn within(reading: &Reading<'_>, draft: &Draft, outer: &[DraftRelay]) -> Vec<(Draft, Vec<DraftRelay>)> {
    let Some(teller) = Teller::of(reading, draft, outer) else { return Vec::new() };
    let opening = |part: &TokenRange| part.indices().filter(|at| is_mark(reading, *at)).map(|at| (at, *part)).collect::<Vec<_>>();
    let mut found = Vec::new();
    let mut from = 0;
    for (open, part) in draft.parts.iter().flat_map(opening) {
        let Some((inner, end)) = (open >= from).then(|| inner(reading, open, part)).flatten() else { continue };
        from = end;
        found.push(teller.tells(inner, LESS_SURE));
    }
    found
}

/// The speech that the mark at `open`, within `part`, opens, and the token behind it.
fn inner(reading: &Reading<'_>, open: usize, part: TokenRange) -> Option<(Draft, usize)> {
    let close = (open + 1..part.end).find(|at| is_mark(reading, *at))?;
    let content = TokenRange::new(open + 1, close);
    let sentence = reading.sentence(open.checked_sub(1)?);
    let floor = sentence.start.max(part.start);
    let is_speech = content.len() >= LEAST && reading.words[content.start].is_capital && reading.quoted[open];
    let head = (floor..open).rev().take(REACH).find(|at| reading.words[*at].verb.is_some()).filter(|_| is_speech)?;
    let found = reading.words[head].verb.filter(|found| found.form == VerbForm::Past && found.verb.takes(SPEECH))?;
    let verb = cue_verb(reading, head, floor).filter(|verb| verb.voice == Voice::Finite)?;
    let start = (floor..verb.group.start).find(|at| !matches!(reading.part(*at), Part::Mark | Part::Comma))?;
    let subject = subject_before(reading, start, verb.group.start)?;
    let is_somebody = !(subject.len() == 1 && NOBODY.contains(&reading.document.word(subject.start).to_lowercase().as_str()));
    let cue_end = complement(reading, &verb, part.end).map_or(head + 1, |complement| complement.cue_end.min(open));
    is_somebody.then(|| {
        let cue = Some(DraftCue::of(found.verb, TokenRange::new(verb.group.start, cue_end)));
        let draft = Draft { parts: vec![content], source: Some(subject), cue, addressee: None, rule: RULE, source_score: 1.0, score: 1.0 };
        (draft, close + 1)
    })
}

/// Whether a mark stands at the token that may open or close speech within double marks.
fn is_mark(reading: &Reading<'_>, at: usize) -> bool {
    let token = reading.document.tokens()[at];
    token.kind == TokenKind::QuoteMark && matches!(reading.document.word(at), "'" | "‘" | "’" | "\"" | "“" | "”")
}

#[cfg(test)]
mod tests {
    use super::super::tests::passed_on_in;

    #[test]
    fn who_is_quoted_by_a_speaker_speaks() {
        assert_eq!(
            passed_on_in("“My father called me. He told me, ‘Nobody is to see it,’” Brandt said.")[1],
            "He / Brandt / Nobody is to see it,"
        );
        assert_eq!(
            passed_on_in("“The junior engineer said on the phone, ‘Dams sweat in the rain,’” Brandt told the Alden Herald.")[1],
            "The junior engineer / Brandt, the Alden Herald / Dams sweat in the rain,"
        );
    }

    #[test]
    fn terms_and_own_words_are_the_speakers() {
        assert_eq!(passed_on_in("“I told him, ‘You will pay for this,’” Brandt said.").len(), 1);
        assert_eq!(passed_on_in("“He said it was a ‘Good Friday’ of sorts,” Brandt said.").len(), 1);
    }
}
