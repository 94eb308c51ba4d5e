//! Clauses and phrases after a verb that attributes: `said that …`, `vowed to …`, `criticized the plan`.

use super::complement::{Complement, Opening, complement};
use super::cue::{CueVerb, Voice, cue_verb};
use super::draft::{Draft, DraftCue, Findings};
use super::extent::content_end;
use super::main_subject::main_subject;
use super::noun_phrase::{nearest_phrase, phrase_after, subject_before};
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{PASSIVE, QUESTION, SPEECH, THAT, VerbForm};
use crate::text::TokenRange;

/// Farthest that a subject with a relative clause in it begins before its verb, in tokens.
const LONGEST_SUBJECT: usize = 64;

/// Finds the attributions of `reading` by a verb in front of its content. From left to right: the first one takes what follows.
pub(super) fn indirect(reading: &Reading<'_>, findings: &mut Findings) {
    for sentence in reading.document.sentences() {
        let range = sentence.tokens;
        let mut at = range.start;
        while at < range.end {
            let is_free = reading.words[at].verb.is_some() && !reading.quoted[at] && !findings.is_taken(at);
            match is_free.then(|| attempt(reading, findings, range, at)).flatten() {
                Some(draft) => {
                    at = draft.parts.last().map_or(at + 1, |part| part.end);
                    findings.add(draft);
                }
                None => at += 1,
            }
        }
    }
}

fn attempt(reading: &Reading<'_>, findings: &Findings, sentence: TokenRange, head: usize) -> Option<Draft> {
    let floor = findings.free_from(sentence.start, head);
    let cue = cue_verb(reading, head, floor)?;
    let limit = findings.free_to(head + 1, sentence.end);
    if cue.voice == Voice::Passive {
        return passive(reading, findings, &cue, floor, limit);
    }
    let complement = complement(reading, &cue, limit)?;
    if cue.voice == Voice::Infinitive && !may_be_infinitive(&cue, &complement) {
        return None;
    }
    if complement.opening == Opening::Phrase && is_likely_noun(reading, &cue, complement.start) {
        return None;
    }
    let near = sentence.start.max(cue.group.start.saturating_sub(LONGEST_SUBJECT));
    let subject_floor = if closes_relative_clause(reading, findings, near, &cue) { near } else { floor };
    let own = (cue.voice == Voice::Finite).then(|| subject_before(reading, subject_floor, cue.group.start)).flatten();
    let source = own.or_else(|| inherited(reading, findings, &cue, sentence))?;
    let rule = if own.is_some() { "verb_before_content" } else { "participle_of_speaker" };
    draft(reading, findings, &cue, &complement, Some(source), limit, rule)
}

/// Whether the comma before the cue closes a relative clause that holds an attribution of its own: `Brandt, who asked to stay, said`.
fn closes_relative_clause(reading: &Reading<'_>, findings: &Findings, floor: usize, cue: &CueVerb) -> bool {
    let start = cue.group.start;
    let follows_comma = start > floor && reading.part(start - 1) == Part::Comma;
    let inner = if follows_comma { findings.source_in(floor, start) } else { None };
    inner.is_some_and(|source| source.len() == 1 && reading.is(source.start, FunctionWord::Relative))
}

/// `phone calls went unanswered`: a plural noun between two words of the open classes, rather than a verb.
fn is_likely_noun(reading: &Reading<'_>, cue: &CueVerb, content: usize) -> bool {
    let form = reading.words[cue.head].verb.map(|found| found.form);
    let before = cue.head.checked_sub(1).map(|before| reading.part(before));
    let is_bare = matches!(form, Some(VerbForm::ThirdPerson | VerbForm::Base)) && cue.group.len() == 1;
    is_bare && !cue.verb.takes(THAT) && before == Some(Part::Plain) && reading.part(content) == Part::Plain
}

/// `to say that …` counts, `to support the plan` does not.
fn may_be_infinitive(cue: &CueVerb, complement: &Complement) -> bool {
    cue.verb.takes(SPEECH) && cue.verb.takes(THAT) && matches!(complement.opening, Opening::Clause | Opening::Mark)
}

/// The source of a verb without a subject of its own: the noun that a participle follows, the speaker of the cue before, or the subject of
/// the sentence.
fn inherited(reading: &Reading<'_>, findings: &Findings, cue: &CueVerb, sentence: TokenRange) -> Option<TokenRange> {
    let start = cue.group.start;
    let joined = cue.voice != Voice::Finite || start == sentence.start || is_joined(reading, start - 1);
    if !joined {
        return None;
    }
    if cue.voice == Voice::Gerund
        && start > sentence.start
        && reading.words[start - 1].is_noun_like()
        && let Some(noun) = nearest_phrase(reading, sentence.start, start)
    {
        return Some(TokenRange::new(noun, start));
    }
    findings.source_in(sentence.start, start).or_else(|| main_subject(reading, sentence, start))
}

fn is_joined(reading: &Reading<'_>, before: usize) -> bool {
    reading.part(before) == Part::Comma || reading.is(before, FunctionWord::Conjunction)
}

fn draft(
    reading: &Reading<'_>,
    findings: &Findings,
    cue: &CueVerb,
    complement: &Complement,
    source: Option<TokenRange>,
    limit: usize,
    rule: &'static str,
) -> Option<Draft> {
    let end = content_end(reading, findings, cue, complement.start, limit);
    let content = reading.trimmed(TokenRange::new(complement.start, end.max(complement.start)))?;
    let (source_score, score) = match complement.opening {
        Opening::Clause => (0.85, 0.85),
        Opening::Mark => (0.85, 0.8),
        Opening::Infinitive => (0.75, 0.6),
        Opening::Phrase if cue.verb.takes(SPEECH) && cue.verb.takes(THAT) => (0.8, 0.75),
        Opening::Phrase => (0.7, 0.5),
    };
    Some(Draft {
        parts: vec![content],
        source,
        cue: Some(DraftCue::of(cue.verb, TokenRange::new(cue.group.start, complement.cue_end))),
        addressee: complement.addressee,
        rule,
        source_score,
        score,
    })
}

/// `was asked whether …`, `it was reported that …`, `is expected to …`.
fn passive(reading: &Reading<'_>, findings: &Findings, cue: &CueVerb, floor: usize, limit: usize) -> Option<Draft> {
    if !cue.verb.takes(PASSIVE) {
        return None;
    }
    let next = cue.head + 1;
    let source = if reading.is_word(next, "by") { phrase_after(reading, next + 1, limit) } else { None };
    let at = source.map_or(next, |range| range.end);
    let is_clause = reading.is(at, FunctionWord::That) || (cue.verb.takes(QUESTION) && is_question(reading, at));
    let opening = match reading.part(at) {
        _ if is_clause => Opening::Clause,
        Part::Function(FunctionWord::Preposition) if reading.is_word(at, "about") => Opening::Phrase,
        Part::Function(FunctionWord::To) => Opening::Infinitive,
        _ => return None,
    };
    let start = if opening == Opening::Phrase { at + 1 } else { at };
    let complement = Complement { start, opening, addressee: None, cue_end: start.min(at + 1).max(next) };
    let complement = Complement { cue_end: if opening == Opening::Phrase { at + 1 } else { next }, ..complement };
    let mut draft = draft(reading, findings, cue, &complement, source, limit, "passive_cue")?;
    if opening == Opening::Infinitive && matches!(cue.verb.lemma, "say" | "report" | "expect" | "believe" | "think") {
        draft.parts.insert(0, subject_before(reading, floor, cue.group.start)?);
    }
    Some(draft)
}

fn is_question(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.part(at), Part::Function(FunctionWord::Question | FunctionWord::Relative)) || reading.is_any(at, &["if", "when"])
}

#[cfg(test)]
mod tests {
    use super::super::tests::{each, found};

    #[test]
    fn clauses_after_a_verb_of_saying() {
        assert_eq!(found("The mayor said that the dam was safe."), ["The mayor | said | that the dam was safe"]);
        assert_eq!(found("The mayor said the dam was safe."), ["The mayor | said | the dam was safe"]);
        assert_eq!(found("Orlov told the Herald that he would sue."), ["Orlov | told | that he would sue"]);
        assert_eq!(found("Orlov told lawmakers last month that he would sue."), ["Orlov | told | that he would sue"]);
        assert_eq!(found("Orlov said this week the pier was safe."), ["Orlov | said | the pier was safe"]);
        assert_eq!(found("Orlov said this morning the pier was safe."), ["Orlov | said | the pier was safe"]);
        assert_eq!(found("Orlov said last year was the worst."), ["Orlov | said | last year was the worst"]);
        assert_eq!(
            found("Officials said in a statement on Monday that the road is closed."),
            ["Officials | said | that the road is closed"]
        );
        assert_eq!(found("She has repeatedly denied that she knew."), ["She | has repeatedly denied | that she knew"]);
    }

    #[test]
    fn a_long_subject_stays_whole() {
        assert_eq!(
            found("A person close to the ministry, who asked not to be named, said that the dam was safe."),
            ["who | asked | to be named", "A person close to the ministry, who asked not to be named | said | that the dam was safe"]
        );
        assert_eq!(
            found("Nine of the firms that took part said that they would wait."),
            ["Nine of the firms that took part | said | that they would wait"]
        );
        assert_eq!(
            found("Ana Brandt, who leads the harbor office, urged that the gates be closed."),
            ["Ana Brandt, who leads the harbor office | urged | that the gates be closed"]
        );
        assert_eq!(
            found("On Monday, a spokesman for the ministry said the dam was safe."),
            ["a spokesman for the ministry | said | the dam was safe"]
        );
    }

    #[test]
    fn infinitives_phrases_and_prepositions() {
        assert_eq!(found("Orlov vowed to rebuild the pier."), ["Orlov | vowed | to rebuild the pier"]);
        assert_eq!(found("Brandt called for a new vote."), ["Brandt | called for | a new vote"]);
        assert_eq!(
            found("Brandt criticized the plan and called for a new vote."),
            ["Brandt | criticized | the plan", "Brandt | called for | a new vote"]
        );
    }

    #[test]
    fn a_participle_takes_the_speaker_before_it() {
        assert_eq!(
            found("Brandt said the dam was safe, adding that crews had checked it."),
            ["Brandt | said | the dam was safe", "Brandt | adding | that crews had checked it"]
        );
    }

    #[test]
    fn nobody_speaks_in_an_agentless_passive() {
        assert_eq!(found("It was reported that the dam had burst."), ["- | was reported | that the dam had burst"]);
        assert_eq!(found("However, it’s reported that the dam had burst."), ["- | it’s reported | that the dam had burst"]);
        assert_eq!(found("The dam had burst, it was widely reported."), ["- | was widely reported | The dam had burst"]);
    }

    #[test]
    fn quoted_words_inside_make_it_mixed() {
        let kinds = each("Brandt called the dam “a ticking bomb.”", |_, quotation| format!("{:?}", quotation.kind));
        assert_eq!(kinds, ["Mixed"]);
    }

    #[test]
    fn nouns_are_no_verbs() {
        assert!(found("The report on the dam came out in May.").is_empty());
        assert!(found("Their claims of damage were paid in March.").is_empty());
        assert!(found("The reported damage was small.").is_empty());
        assert!(found("Three phone calls went unanswered.").is_empty());
    }
}
