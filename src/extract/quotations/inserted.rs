//! `The dam, she said, is safe.` and `The dam is safe, Brandt told reporters.`: a clause set off by commas in a sentence without marks.

use super::clause::{Beside, cue_clause};
use super::draft::{Draft, Findings};
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::text::TokenRange;

/// Finds the sentences of `reading` with a clause that attributes them from inside or from the end.
pub(super) fn inserted(reading: &Reading<'_>, findings: &mut Findings) {
    for sentence in reading.document.sentences() {
        let range = sentence.tokens;
        if let Some(draft) =
            range.indices().filter(|at| may_open(reading, findings, *at)).find_map(|comma| attempt(reading, findings, range, comma))
        {
            findings.add(draft);
        }
    }
}

fn may_open(reading: &Reading<'_>, findings: &Findings, index: usize) -> bool {
    matches!(reading.part(index), Part::Comma | Part::Dash) && !reading.quoted[index] && !findings.is_taken(index)
}

fn attempt(reading: &Reading<'_>, findings: &Findings, sentence: TokenRange, comma: usize) -> Option<Draft> {
    let limit = findings.free_to(comma + 1, sentence.end);
    let clause = cue_clause(reading, comma + 1, limit, Beside::Words)?;
    let left = reading.trimmed(TokenRange::new(findings.free_from(sentence.start, comma), comma))?;
    let right = rest_after(reading, clause.end.max(clause_close(reading, clause.end, sentence.end)), limit);
    // `Alden Water, a small firm, said nine divers who …` is no insertion: what goes on after one goes on with a verb
    let is_inverted = clause.source.is_some_and(|source| source.start > clause.cue.range.start);
    let goes_on = |range: &TokenRange| reading.is(range.start, FunctionWord::Auxiliary) || may_be_verb(reading, range.start);
    let right_tells = right.as_ref().is_some_and(|range| !is_inverted || goes_on(range));
    if !right_tells && !left.indices().any(|index| may_be_verb(reading, index)) {
        return None;
    }
    let mut parts = vec![left];
    parts.extend(right);
    Some(Draft {
        parts,
        source: clause.source,
        cue: Some(clause.cue),
        addressee: clause.addressee,
        rule: "inserted_clause",
        source_score: 0.85,
        score: 0.8,
    })
}

/// Whether the word at `index` may be the verb of a clause.
fn may_be_verb(reading: &Reading<'_>, index: usize) -> bool {
    let is_open = reading.part(index) == Part::Plain;
    let is_reporting = reading.words[index].verb.is_some();
    let word = reading.document.word(index);
    let is_inflected = || word.ends_with("ed") || word.ends_with('s') || verb_forms(word).any(VerbForms::PAST);
    reading.is(index, FunctionWord::Auxiliary) || (is_open && (is_reporting || is_inflected()))
}

/// The comma that closes the clause which ends at `end`.
fn clause_close(reading: &Reading<'_>, end: usize, limit: usize) -> usize {
    if end < limit && reading.part(end) == Part::Comma { end + 1 } else { end }
}

/// What the sentence goes on with behind the clause.
fn rest_after(reading: &Reading<'_>, at: usize, limit: usize) -> Option<TokenRange> {
    if at >= limit {
        return None;
    }
    reading.trimmed(TokenRange::new(at, limit)).filter(|range| range.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_clause_inside_or_at_the_end_attributes_the_sentence() {
        assert_eq!(found("The dam, Brandt said, is safe."), ["Brandt | said | The dam … is safe"]);
        assert_eq!(found("The dam was inspected in May, the ministry said."), ["the ministry | said | The dam was inspected in May"]);
        assert_eq!(
            found("The dam was inspected in May, said Ana Brandt, the mayor of Port Alden."),
            ["Ana Brandt, the mayor of Port Alden | said | The dam was inspected in May"]
        );
    }

    #[test]
    fn what_a_comma_parts_from_the_source_is_said() {
        let text = "Lund brought a boat, a net and a lamp, the ministry has confirmed.";
        assert_eq!(found(text), ["the ministry | has confirmed | Lund brought a boat, a net and a lamp"]);
        let text = "The crew was led by Orlov, Ana Lund, the Port Alden Post reported.";
        assert_eq!(found(text), ["the Port Alden Post | reported | The crew was led by Orlov, Ana Lund"]);
        assert_eq!(found("The dam was closed in May, reports said."), ["reports | said | The dam was closed in May"]);
        assert_eq!(found("The dam was closed in May, reports the Post."), ["the Post | reports | The dam was closed in May"]);
        let text = "The dam was old, Ana Brandt, mayor of Port Alden said.";
        assert_eq!(found(text), ["Ana Brandt, mayor of Port Alden | said | The dam was old"]);
    }

    #[test]
    fn a_clause_with_a_content_of_its_own_does_not() {
        assert_eq!(found("In May, Brandt said the dam was safe."), ["Brandt | said | the dam was safe"]);
        assert_eq!(found("Brandt, the mayor, said the dam was safe."), ["Brandt, the mayor | said | the dam was safe"]);
    }
}
