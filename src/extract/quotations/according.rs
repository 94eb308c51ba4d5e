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
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
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
    let source = if left.is_none() { opening_source(reading, source, sentence.end) } else { source };
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

/// The source of a phrase that opens its sentence, of `source`, which may have taken the subject of what is said for an apposition:
/// `According to Brandt, the head of the port, the dam is safe`, but `According to the Post, the head of the port has left`.
fn opening_source(reading: &Reading<'_>, source: TokenRange, limit: usize) -> TokenRange {
    let is_inside_name = |comma: usize| {
        let before = reading.document.span_of(TokenRange::new(source.start, comma));
        reading.name_across(before, reading.document.span_of(source).end).is_some()
    };
    let parts = |index: &usize| *index > source.start && reading.part(*index) == Part::Comma && !is_inside_name(*index);
    let Some(comma) = source.indices().find(parts) else { return source };
    let own = TokenRange::new(source.start, comma);
    apposition_end(reading, own, limit).map_or(own, |end| TokenRange::new(source.start, end))
}

/// Where the apposition behind `own` ends, at the comma that closes it; `None` where what stands there is what is said.
fn apposition_end(reading: &Reading<'_>, own: TokenRange, limit: usize) -> Option<usize> {
    let begin = own.end + 1;
    let comma_from = |from: usize| (from..limit).find(|index| reading.part(*index) == Part::Comma);
    let close = comma_from(begin).filter(|close| describes(reading, own, TokenRange::new(begin, *close)))?;
    let is_relative = reading.is(close + 1, FunctionWord::Relative);
    let close = if is_relative { comma_from(close + 1)? } else { close };
    begins_clause(reading, close + 1, limit).then_some(close)
}

/// Whether `words` may describe the source `own` before them: an age, a role, a relative clause, a name behind a description.
fn describes(reading: &Reading<'_>, own: TokenRange, words: TokenRange) -> bool {
    let may_open = match reading.part(words.start) {
        Part::Number => words.len() == 1,
        Part::Function(FunctionWord::Relative) => return true,
        // `the statistics office, Destatis,`; `Ana Brandt, President of the port,`; `the Port, Norland's daily,`
        Part::Name => {
            let is_role = reading.is(words.start + 1, FunctionWord::Preposition);
            let owns = words.indices().any(|index| reading.part(index) == Part::PossessiveMark);
            reading.part(own.end - 1) == Part::Plain || is_role || owns
        }
        Part::Plain | Part::Function(FunctionWord::Determiner | FunctionWord::Possessive) => true,
        _ => false,
    };
    // `a firm based in Port Alden` has no finite verb, as far as can be told
    let is_participle = |index: usize| reading.is(index + 1, FunctionWord::Preposition);
    let mut own_words = words.indices().take_while(|index| !reading.is(*index, FunctionWord::Relative));
    may_open && !own_words.any(|index| is_finite(reading, index) && !is_participle(index))
}

/// Whether a clause begins at `at`: a subject, and its verb before the next comma.
fn begins_clause(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    // `however, the dam`
    let is_aside = reading.is(at, FunctionWord::Adverb) && reading.part(at + 1) == Part::Comma;
    let start = if is_aside { at + 2 } else { at };
    let opens = match reading.part(start) {
        Part::Name | Part::Number | Part::Sign => true,
        Part::Plain => !is_finite(reading, start) && !reading.document.word(start).ends_with("ing"),
        Part::Function(part) => {
            matches!(part, FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::SubjectPronoun | FunctionWord::ObjectPronoun)
        }
        _ => false,
    };
    let mut clause = (start + 1..limit).take_while(|index| !matches!(reading.part(*index), Part::Comma | Part::Semicolon | Part::Colon));
    opens && clause.any(|index| is_finite(reading, index))
}

/// Whether the word at `index` may be a finite verb; a noun that may be one is none.
fn is_finite(reading: &Reading<'_>, index: usize) -> bool {
    let forms = verb_forms(reading.document.word(index));
    let is_verb = forms.any(VerbForms::PAST.with(VerbForms::THIRD_PERSON)) && !forms.any(VerbForms::OFTEN_NOUN);
    reading.is(index, FunctionWord::Auxiliary) || reading.part(index) == Part::Plain && is_verb
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
    fn an_apposition_belongs_to_the_source() {
        for source in [
            "Ana Brandt, the head of the port",
            "Ana Brandt, head of the port",
            "Ana Brandt, President of the port",
            "Ana Brandt, who runs the port",
            "Ana Brandt, 61",
            "the statistics office, Norstat",
            "Lund Water, a firm based in Port Alden",
        ] {
            assert_eq!(found(&format!("According to {source}, the dam is safe.")), [format!("{source} | According to | the dam is safe")]);
        }
    }

    #[test]
    fn the_subject_of_what_is_said_does_not() {
        for said in [
            "Ana Brandt, who runs the port, has left",
            "the port sold nine cranes in May, its best month",
            "an old man, who was not named, is safe",
            "boats form the most part of the trade, and they are safe",
            "Ana Brandt, 61, was there",
            "Brandt's son, Karl, still lives there",
        ] {
            let found = found(&format!("According to the Port Alden Post, {said}."));
            assert_eq!(found, [format!("the Port Alden Post | According to | {said}")]);
        }
    }

    #[test]
    fn a_rate_is_no_source() {
        assert!(found("The pumps move nine tons per hour.").is_empty());
        assert!(found("The firm and its leader, Per Brandt, moved nine tons.").is_empty());
    }
}
