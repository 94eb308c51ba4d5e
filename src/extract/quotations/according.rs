//! `According to Brandt, …`, `…, according to a report`, `…, per the ministry`.

use super::clause::CueClause;
use super::complement::complement;
use super::cue::{Voice, cue_verb};
use super::draft::{Draft, DraftCue, Findings};
use super::noun_phrase::phrase_after;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::THAT;
use crate::text::TokenRange;

/// Finds the sentences of `reading` that are so attributed.
pub(super) fn according(reading: &Reading<'_>, findings: &mut Findings) {
    for sentence in reading.document.sentences() {
        let range = sentence.tokens;
        let free = |index: &usize| !reading.quoted[*index] && !findings.is_taken(*index);
        let found = range.indices().filter(free).find_map(|at| attempt(reading, findings, range, at));
        if let Some(draft) = found {
            findings.add(draft);
        }
    }
}

/// `according to the mayor` right behind a quotation, at `at` or after the comma there.
pub(super) fn clause(reading: &Reading<'_>, at: usize, limit: usize) -> Option<CueClause> {
    let start = if reading.part(at) == Part::Comma { at + 1 } else { at };
    let (cue, source) = cue_and_source(reading, start, limit)?;
    Some(CueClause { cue, source: Some(source), addressee: None, end: source.end, is_participle: false, rule: "according_to" })
}

/// The cue and the source at `at`: `according to …`, `per …`.
pub(super) fn cue_and_source(reading: &Reading<'_>, at: usize, limit: usize) -> Option<(DraftCue, TokenRange)> {
    let (length, lemma) = if reading.is_word(at, "according") && reading.is_word(at + 1, "to") {
        (2, "according to")
    } else if reading.is_word(at, "per") && names_source(reading, at) {
        (1, "per")
    } else {
        return None;
    };
    let source = phrase_after(reading, at + length, limit)?;
    Some((DraftCue { range: TokenRange::new(at, at + length), lemma }, source))
}

/// Whether the `per` at `at` names a source, not a rate: `per the ministry` after a comma, not `per year`.
fn names_source(reading: &Reading<'_>, at: usize) -> bool {
    let sentence = reading.sentence(at);
    // `its leader, Per Amundsen`
    if at > sentence.start && reading.words[at].is_capital {
        return false;
    }
    let opens = at == sentence.start || matches!(reading.part(at - 1), Part::Comma | Part::Dash | Part::Open);
    let is_definite =
        reading.part(at + 1) == Part::Name || reading.is(at + 1, FunctionWord::Determiner) || reading.is(at + 1, FunctionWord::Possessive);
    opens && is_definite
}

/// Whether `start..end` has a cue with its content: then `per …` behind it names a relay.
fn attributes_already(reading: &Reading<'_>, start: usize, end: usize) -> bool {
    (start..end).filter(|index| !reading.quoted[*index]).any(|index| {
        let cue = cue_verb(reading, index, start).filter(|cue| cue.voice == Voice::Finite && cue.verb.takes(THAT));
        cue.is_some_and(|cue| complement(reading, &cue, end).is_some())
    })
}

fn attempt(reading: &Reading<'_>, findings: &Findings, sentence: TokenRange, at: usize) -> Option<Draft> {
    if !reading.is_any(at, &["according", "per"]) {
        return None; // before the way to the next finding is walked: sentences can be long
    }
    let (cue, source) = cue_and_source(reading, at, findings.free_to(at, sentence.end))?;
    if cue.lemma == "per" && attributes_already(reading, sentence.start, at) {
        return None;
    }
    let left = reading.trimmed(TokenRange::new(findings.free_from(sentence.start, at), at)).filter(|range| range.len() > 1);
    let follows = source.end;
    let goes_on = left.is_none() || reading.part(follows) == Part::Comma;
    let limit = findings.free_to(follows, sentence.end);
    let right =
        if goes_on && follows < limit { reading.trimmed(TokenRange::new(follows, limit)).filter(|range| range.len() > 1) } else { None };
    let parts: Vec<_> = left.into_iter().chain(right).collect();
    if parts.is_empty() {
        return None;
    }
    Some(Draft { parts, source: Some(source), cue: Some(cue), addressee: None, rule: "according_to", source_score: 0.9, score: 0.85 })
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn the_phrase_stands_before_inside_or_behind() {
        assert_eq!(found("According to Brandt, the dam is safe."), ["Brandt | According to | the dam is safe"]);
        assert_eq!(
            found("The dam is safe, according to a report by the ministry."),
            ["a report by the ministry | according to | The dam is safe"]
        );
        assert_eq!(found("The dam, according to Brandt, is safe."), ["Brandt | according to | The dam … is safe"]);
        assert_eq!(found("The dam is safe, per the ministry."), ["the ministry | per | The dam is safe"]);
    }

    #[test]
    fn a_rate_is_no_source() {
        assert!(found("The pumps move nine tons per hour.").is_empty());
        assert!(found("The firm and its leader, Per Brandt, moved nine tons.").is_empty());
    }
}
