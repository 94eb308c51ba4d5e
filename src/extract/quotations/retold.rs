//! What a speaker passes on of another: `Ana Petrie said that the keeper had told her that he would leave`. The keeper said that he would
//! leave; Petrie is a relay. Of words between marks nothing is asked here: what is told there is the speaker's own story, but for speech between
//! marks of its own ([`super::within`]).

use super::complement::{Complement, Opening, complement};
use super::cue::{CueVerb, Voice, cue_verb};
use super::draft::{Draft, DraftCue};
use super::noun_phrase::{phrase_after, subject_before};
use super::outlets::to_comma;
use super::reading::Reading;
use super::relays::DraftRelay;
use super::teller::Teller;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::SPEECH;
use crate::text::TokenRange;

/// Fewer tokens are no content.
const LEAST: usize = 3;
/// Longest subject of the inner verb with what it opens with, in tokens.
const LONGEST_SUBJECT: usize = 48;
/// How much less sure the inner quotation is than the outer one.
const LESS_SURE: f32 = 0.8;
/// Name of the rule.
const RULE: &str = "passed_on_by_speaker";
/// Verbs that say to whom.
const TELLING: [&str; 7] = ["tell", "assure", "inform", "warn", "promise", "advise", "notify"];

/// What the speaker of `draft` has of others in it, and who passed that on: the speaker, then `outer`, those who passed `draft` on.
pub(super) fn retold(reading: &Reading<'_>, draft: &Draft, outer: &[DraftRelay]) -> Vec<(Draft, Vec<DraftRelay>)> {
    let Some(teller) = Teller::of(reading, draft, outer) else { return Vec::new() };
    let mut found = Vec::new();
    for part in &draft.parts {
        let mut from = part.start;
        while let Some(inner) = (from..part.end).find_map(|head| inner(reading, head, from, part.end)) {
            from = inner.parts.iter().map(|part| part.end).fold(from + 1, usize::max);
            found.push(teller.tells(inner, LESS_SURE));
        }
    }
    found
}

/// The inner quotation whose verb stands at `head`, all of it between `floor` and `limit`.
fn inner(reading: &Reading<'_>, head: usize, floor: usize, limit: usize) -> Option<Draft> {
    reading.words[head].verb.filter(|found| found.verb.takes(SPEECH) && !reading.quoted[head])?;
    let sentence = reading.sentence(head);
    let floor = floor.max(sentence.start).max(head.saturating_sub(LONGEST_SUBJECT));
    let floor = (floor..head).find(|at| !opens(reading, *at))?;
    let limit = limit.min(sentence.end);
    let verb = cue_verb(reading, head, floor)?;
    let (speaker, content, told, cue_end) = match verb.voice {
        Voice::Finite => told_by_subject(reading, &verb, floor, limit)?,
        Voice::Passive => told_by_another(reading, &verb, limit)?,
        _ => return None,
    };
    let cue = DraftCue::of(verb.verb, TokenRange::new(verb.group.start, cue_end));
    (content.len() >= LEAST).then(|| Draft {
        parts: vec![content],
        source: Some(speaker),
        cue: Some(cue),
        addressee: told,
        rule: RULE,
        source_score: 1.0,
        score: 1.0,
    })
}

/// Who told, what, whom, and the end of the cue.
type Told = (TokenRange, TokenRange, Option<TokenRange>, usize);

/// `that the keeper had told her that he would leave`
fn told_by_subject(reading: &Reading<'_>, verb: &CueVerb, floor: usize, limit: usize) -> Option<Told> {
    let speaker = subject_before(reading, floor, verb.group.start)?;
    let clause = complement(reading, verb, limit).filter(|clause| tells(reading, verb, clause))?;
    is_another(reading, speaker).then(|| (speaker, TokenRange::new(clause.start, limit), clause.addressee, clause.cue_end))
}

/// `had been assured by an engineer that it would hold`
fn told_by_another(reading: &Reading<'_>, verb: &CueVerb, limit: usize) -> Option<Told> {
    let by = verb.head + 1;
    let phrase = phrase_after(reading, by + 1, limit).filter(|_| reading.is_word(by, "by") && TELLING.contains(&verb.verb.lemma))?;
    let speaker = to_comma(reading, phrase);
    reading.is(speaker.end, FunctionWord::That).then(|| (speaker, TokenRange::new(speaker.end, limit), None, by + 1))
}

/// Whether the clause is what somebody told: it says to whom, or that it was before.
fn tells(reading: &Reading<'_>, verb: &CueVerb, clause: &Complement) -> bool {
    let is_question = reading.is_any(clause.start, &["what", "how", "where", "why", "who", "which"]);
    let is_clause = clause.opening == Opening::Clause && !is_question
        || clause.opening == Opening::Mark
        || reading.is(clause.start, FunctionWord::SubjectPronoun);
    let has_told = clause.addressee.is_some() && TELLING.contains(&verb.verb.lemma);
    is_clause && (has_told || verb.group.indices().any(|at| reading.is_word(at, "had")))
}

/// Whether somebody else than the outer speaker is the subject: a pronoun is most often that speaker.
fn is_another(reading: &Reading<'_>, subject: TokenRange) -> bool {
    !(subject.len() == 1 && reading.is(subject.start, FunctionWord::SubjectPronoun))
}

fn opens(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.part(at), Part::Mark | Part::Comma | Part::Function(FunctionWord::That | FunctionWord::Conjunction))
}

#[cfg(test)]
mod tests {
    use super::super::tests::passed_on_in;

    #[test]
    fn what_the_speaker_was_told_is_the_others() {
        assert_eq!(
            passed_on_in("Ana Petrie said that the keeper had told her on Sunday that he would leave the club."),
            [
                "Ana Petrie /  / that the keeper had told her on Sunday that he would leave the club",
                "the keeper / Ana Petrie / that he would leave the club"
            ]
        );
        assert_eq!(
            passed_on_in("Petrie told the Alden Herald that the keeper had told her that he would leave the club.")[1],
            "the keeper / Petrie, the Alden Herald / that he would leave the club"
        );
    }

    #[test]
    fn what_the_speaker_told_is_the_speakers() {
        assert_eq!(passed_on_in("Ana Petrie said that she had told him that he would leave the club.").len(), 1);
        assert_eq!(passed_on_in("“I told him that the club would pay,” Petrie said.").len(), 1);
    }
}
