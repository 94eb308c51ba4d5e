//! The clause that attributes what stands beside it: `she said`, `said the mayor of Port Alden, a Democrat`, `Brandt told reporters`.

use super::cue::{CueVerb, Voice, cue_verb};
use super::draft::DraftCue;
use super::noun_phrase::{phrase_after, subject_before};
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{ADDRESSEE, SPEECH, THAT};
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::TokenRange;

/// A clause that attributes.
#[derive(Debug, Clone, Copy)]
pub(super) struct CueClause {
    /// The verb group.
    pub(super) cue: DraftCue,
    /// Who speaks.
    pub(super) source: Option<TokenRange>,
    /// To whom.
    pub(super) addressee: Option<TokenRange>,
    /// One past its last token: a sign, an opening mark, or the end of the sentence.
    pub(super) end: usize,
    /// Whether its verb is a participle without a subject: `“…,” adding`.
    pub(super) is_participle: bool,
    /// The sieve that it stands for.
    pub(super) rule: &'static str,
}

/// Beside what the clause stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Beside {
    /// After a quotation that ends with a comma, or with no stop at all.
    Quotation,
    /// After a quotation that ends like a sentence: the clause must be short.
    FinishedQuotation,
    /// After a comma, between words without marks: nothing but an adverbial may follow the verb.
    Words,
}

/// Verbs that stand before their subject between words without marks: `…, said the mayor`.
const INVERTED: [&str; 8] = ["say", "write", "report", "note", "explain", "argue", "add", "recall"];

/// Words that may stand between the start of the clause and its verb.
const REACH: usize = 32;

/// The attributing clause that begins at `at` and ends at `limit` at the latest.
pub(super) fn cue_clause(reading: &Reading<'_>, at: usize, limit: usize, beside: Beside) -> Option<CueClause> {
    let start = skip_signs(reading, at, limit);
    let reach = if beside == Beside::FinishedQuotation { 9 } else { REACH };
    let head = (start..limit.min(start + reach))
        .take_while(|index| !ends_search(reading, *index))
        .find(|index| is_speech(reading, *index, start))?;
    let cue = cue_verb(reading, head, start)?;
    if matches!(cue.voice, Voice::Infinitive) || (cue.voice == Voice::Gerund && cue.group.start > start) {
        return None;
    }
    let clause = if cue.group.start == start {
        verb_first(reading, &cue, limit, beside)
    } else {
        subject_first(reading, &cue, start, limit, beside)
    }?;
    fits(reading, &clause, &cue, TokenRange::new(start, limit), beside).then_some(clause)
}

/// `“…,” Brandt thundered.`: a subject and a verb that the table does not hold, right behind a quotation that ends with a comma.
pub(super) fn unknown_verb_clause(reading: &Reading<'_>, at: usize, limit: usize) -> Option<CueClause> {
    let subject =
        TokenRange::new(at, (at..limit).take_while(|index| reading.part(*index) == Part::Name).last().map_or(at, |last| last + 1));
    let is_pronoun = reading.is(at, FunctionWord::SubjectPronoun);
    let source = if is_pronoun { TokenRange::new(at, at + 1) } else { subject };
    let verb = if reading.is(source.end, FunctionWord::Adverb) { source.end + 1 } else { source.end };
    let is_verb = verb < limit && reading.part(verb) == Part::Plain && reading.document.word(verb).ends_with(['d', 's']);
    if source.is_empty() || !is_verb {
        return None;
    }
    let cue = DraftCue { range: TokenRange::new(source.end, verb + 1), lemma: "" };
    let end = clause_end(reading, verb + 1, limit, Beside::Quotation);
    Some(CueClause { cue, source: Some(source), addressee: None, end, is_participle: false, rule: "unknown_verb_after_quotation" })
}

fn skip_signs(reading: &Reading<'_>, at: usize, limit: usize) -> usize {
    let mut start = at;
    while start < limit && matches!(reading.part(start), Part::Comma | Part::Dash) {
        start += 1;
    }
    start
}

fn ends_search(reading: &Reading<'_>, index: usize) -> bool {
    matches!(reading.part(index), Part::Mark | Part::Stop | Part::Semicolon | Part::Colon | Part::Ellipsis)
        || reading.quoted[index]
        || reading.is(index, FunctionWord::That)
}

/// Whether the word at `index` is a verb of speech that may attribute: not the noun in `the report`, not `called` after `so`.
fn is_speech(reading: &Reading<'_>, index: usize, start: usize) -> bool {
    let Some(found) = reading.words[index].verb.filter(|found| found.verb.takes(SPEECH)) else { return false };
    let in_relative_clause = index > start + 1 && reading.is(index - 1, FunctionWord::Relative);
    // `reports said`: those who say it
    let says = |at: usize| reading.words.get(at).and_then(|word| word.verb).is_some_and(|found| found.verb.takes(THAT));
    let is_noun = index == start && verb_forms(reading.document.word(index)).any(VerbForms::OFTEN_NOUN) && says(index + 1);
    !in_relative_clause
        && !is_noun
        && (found.verb.lemma != "point" || reading.is_word(index + 1, "out"))
        && cue_verb(reading, index, start).is_some()
}

/// `said Ana Brandt, the harbor chief`; without a subject the verb goes on with the speaker before: `“…,” and added: “…”`.
fn verb_first(reading: &Reading<'_>, cue: &CueVerb, limit: usize, beside: Beside) -> Option<CueClause> {
    let particle = usize::from(reading.is_word(cue.head + 1, "out"));
    let cue_range = TokenRange::new(cue.group.start, cue.head + 1 + particle);
    let source = phrase_after(reading, cue_range.end, limit);
    if source.is_none() && cue.voice == Voice::Passive && !reading.is_word(cue.group.start.wrapping_sub(1), "and") {
        return None;
    }
    let end = clause_end(reading, source.map_or(cue_range.end, |range| range.end), limit, beside);
    Some(CueClause {
        cue: DraftCue::of(cue.verb, cue_range),
        source,
        addressee: None,
        end,
        is_participle: cue.voice == Voice::Gerund,
        rule: "verb_after_quotation",
    })
}

/// `Brandt told reporters in Port Alden`.
fn subject_first(reading: &Reading<'_>, cue: &CueVerb, start: usize, limit: usize, beside: Beside) -> Option<CueClause> {
    let whole = whole_subject(reading, start, cue.group.start);
    let whole = whole.filter(|whole| beside != Beside::Words || is_name_with_role(reading, *whole));
    let source = whole.or_else(|| subject_before(reading, start, cue.group.start));
    if source.is_none() && !reading.is(start, FunctionWord::Conjunction) {
        return None;
    }
    let addressee = cue.verb.takes(ADDRESSEE).then(|| addressee_after(reading, cue.head + 1, limit)).flatten();
    let end = clause_end(reading, addressee.map_or(cue.head + 1, |range| range.end), limit, beside);
    Some(CueClause {
        cue: DraftCue::of(cue.verb, cue.group),
        source,
        addressee,
        end,
        is_participle: false,
        rule: "speaker_after_quotation",
    })
}

/// All of `start..end`, where it can be nothing but a source with its appositions.
fn whole_subject(reading: &Reading<'_>, start: usize, end: usize) -> Option<TokenRange> {
    let begins = match reading.part(start) {
        Part::Name | Part::Plain => !reading.document.word(start).ends_with("ing"),
        Part::Function(FunctionWord::Determiner | FunctionWord::Possessive) => true,
        _ => false,
    };
    let has_comma = (start..end).any(|index| reading.part(index) == Part::Comma);
    let has_clause = (start..end).any(|index| {
        matches!(
            reading.part(index),
            Part::Function(FunctionWord::Auxiliary | FunctionWord::SubjectPronoun | FunctionWord::Relative | FunctionWord::Subordinator)
        )
    });
    let closes = end > start && matches!(reading.part(end - 1), Part::Name | Part::Plain | Part::Number | Part::Close);
    (begins && has_comma && !has_clause && closes).then(|| TokenRange::new(start, end))
}

/// Whether `source` is a name and, behind its last comma, a role. In a sentence without marks anything else before that comma is the end of what
/// is said: `a boat, a net and a lamp, Brandt said`.
fn is_name_with_role(reading: &Reading<'_>, source: TokenRange) -> bool {
    let Some(comma) = source.indices().rev().find(|index| reading.part(*index) == Part::Comma) else { return false };
    let roles = WordClasses::ROLE.with(WordClasses::OFFICE);
    let has_role = (comma + 1..source.end).any(|index| classes_of(reading.document.word(index)).any(roles));
    reading.part(source.start) == Part::Name && has_role
}

/// Whom a verb like `told` speaks to; its object, up to the first word that opens something else.
pub(super) fn addressee_after(reading: &Reading<'_>, at: usize, limit: usize) -> Option<TokenRange> {
    let mut end = at;
    while end < limit {
        let goes_on = match reading.part(end) {
            Part::Name | Part::Plain | Part::Number | Part::PossessiveMark => {
                let follows_noun =
                    end > at && !matches!(reading.part(end - 1), Part::Function(FunctionWord::Determiner | FunctionWord::Possessive));
                !(follows_noun && reading.words[end].verb.is_some() && reading.part(end) == Part::Plain)
            }
            Part::Function(FunctionWord::ObjectPronoun) => end == at,
            Part::Function(FunctionWord::Determiner | FunctionWord::Possessive) => end == at,
            Part::Function(FunctionWord::SubjectPronoun) => {
                end == at && reading.is_any(at, &["it", "you", "everyone", "anyone", "someone"])
            }
            Part::Function(FunctionWord::Preposition) => end > at && reading.is_word(end, "of"),
            Part::Function(FunctionWord::Conjunction) => end > at && reading.is_word(end, "and") && reading.part(end + 1) != Part::Mark,
            _ => false,
        };
        if !goes_on {
            break;
        }
        // `her local paper`
        let owns = end == at && reading.is_word(end, "her") && reading.part(end + 1) == Part::Plain;
        let is_pronoun = !owns && matches!(reading.part(end), Part::Function(FunctionWord::ObjectPronoun | FunctionWord::SubjectPronoun));
        end += 1;
        if is_pronoun {
            break;
        }
    }
    (end > at).then(|| TokenRange::new(at, end))
}

/// Where the clause ends: before an opening mark, a stop or a semicolon, or at `limit`.
fn clause_end(reading: &Reading<'_>, from: usize, limit: usize, beside: Beside) -> usize {
    let ends = |index: &usize| match reading.part(*index) {
        Part::Mark | Part::Stop | Part::Semicolon | Part::Colon => true,
        Part::Comma | Part::Dash => beside == Beside::Words,
        _ => false,
    };
    (from..limit).find(ends).unwrap_or(limit)
}

/// Whether the clause may stand where it does.
fn fits(reading: &Reading<'_>, clause: &CueClause, cue: &CueVerb, reach: TokenRange, beside: Beside) -> bool {
    let limit = reach.end;
    let after = clause.addressee.or(clause.source.filter(|source| source.start > cue.head)).map_or(clause.cue.range.end, |range| range.end);
    match beside {
        Beside::Quotation => true,
        Beside::FinishedQuotation => {
            let is_addressed = matches!(reading.part(after), Part::Function(FunctionWord::ObjectPronoun));
            closes_soon(reading, after, limit) || is_adverbial(reading, after) || is_addressed
        }
        Beside::Words => {
            let has_place = closes_soon(reading, after, limit) || (is_adverbial(reading, after) && adverbial_closes(reading, after, limit));
            has_place && is_plain_insertion(reading, clause, cue, reach.start)
        }
    }
}

/// Whether the clause is no more than its subject and a verb of saying: nothing else tells it from a clause of the narration.
fn is_plain_insertion(reading: &Reading<'_>, clause: &CueClause, cue: &CueVerb, start: usize) -> bool {
    let Some(source) = clause.source else { return false };
    if !cue.verb.takes(THAT) || cue.voice == Voice::Gerund {
        return false;
    }
    if source.start > cue.head {
        return INVERTED.contains(&cue.verb.lemma) && cue.group.len() == 1;
    }
    source.start == start || (source.start == start + 1 && reading.is_any(start, &["as", "and"]))
}

fn closes_soon(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    at >= limit || matches!(reading.part(at), Part::Comma | Part::Stop | Part::Semicolon | Part::Close)
}

fn is_adverbial(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.part(at),
        Part::Function(FunctionWord::Preposition | FunctionWord::Time | FunctionWord::Adverb | FunctionWord::Subordinator)
    )
}

/// Whether what begins at `at` is a short adverbial that ends in a comma or with the sentence: no clause of content in it.
fn adverbial_closes(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    for index in at..limit.min(at + 14) {
        match reading.part(index) {
            Part::Comma | Part::Stop | Part::Semicolon => return true,
            Part::Function(FunctionWord::That | FunctionWord::Auxiliary | FunctionWord::SubjectPronoun) => return false,
            Part::Mark => return false,
            _ => {}
        }
    }
    at + 14 >= limit
}
