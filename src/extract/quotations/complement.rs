//! What a verb that attributes takes after it: where the content begins, and to whom it was said.

use super::clause::addressee_after;
use super::cue::{CueVerb, Voice};
use super::noun_phrase::is_stretch_of_time;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{ADDRESSEE, INFINITIVE, OBJECT, QUESTION, SPEECH, THAT};
use crate::text::TokenRange;

/// Farthest that `that` or a mark is looked for behind an adverbial, in tokens.
const REACH: usize = 16;

/// Nouns that say where or how something was said: behind them the content may begin without `that`.
const VENUES: [&str; 22] = [
    "statement",
    "interview",
    "speech",
    "letter",
    "email",
    "e-mail",
    "report",
    "tweet",
    "post",
    "memo",
    "filing",
    "conference",
    "call",
    "release",
    "testimony",
    "op-ed",
    "message",
    "note",
    "video",
    "twitter",
    "facebook",
    "news",
];

/// How the content begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Opening {
    /// With `that`, `whether`, `how`.
    Clause,
    /// With `to`.
    Infinitive,
    /// With a noun phrase, perhaps the subject of a clause without `that`.
    Phrase,
    /// With a quotation mark.
    Mark,
}

/// Where the content of a verb begins.
#[derive(Debug, Clone, Copy)]
pub(super) struct Complement {
    /// First token of the content.
    pub(super) start: usize,
    /// How it begins.
    pub(super) opening: Opening,
    /// To whom it was said.
    pub(super) addressee: Option<TokenRange>,
    /// One past the cue, its preposition or particle included.
    pub(super) cue_end: usize,
}

/// What follows the verb of `cue` in its sentence, which ends at `limit`; `None` where nothing there can be its content.
pub(super) fn complement(reading: &Reading<'_>, cue: &CueVerb, limit: usize) -> Option<Complement> {
    let verb = cue.verb;
    let mut at = cue.head + 1;
    let mut cue_end = at;
    let mut addressee = None;
    let mut first_adverb = None;
    for _ in 0..5 {
        if at >= limit {
            return None;
        }
        let found = |start: usize, opening: Opening| Some(Complement { start, opening, addressee, cue_end });
        match reading.part(at) {
            Part::Function(FunctionWord::That) if verb.takes(THAT) => return found(at, Opening::Clause),
            Part::Function(FunctionWord::Question | FunctionWord::Relative) if verb.takes(QUESTION) => return found(at, Opening::Clause),
            Part::Plain if verb.takes(QUESTION) && reading.is_word(at, "if") => return found(at, Opening::Clause),
            Part::Function(FunctionWord::Subordinator) if verb.takes(QUESTION) && reading.is_any(at, &["if", "when"]) => {
                return found(at, Opening::Clause);
            }
            Part::Function(FunctionWord::To) if verb.takes(INFINITIVE) => return found(at, Opening::Infinitive),
            Part::Function(FunctionWord::To) if verb.takes_preposition("to") => {
                cue_end = at + 1;
                return phrase_or_mark(reading, at + 1, addressee, cue_end);
            }
            Part::Function(FunctionWord::Preposition) if takes_preposition(reading, cue, at) => {
                cue_end = at + 1;
                at += 1;
                if reading.is_word(at - 1, "out") {
                    continue;
                }
                return phrase_or_mark(reading, at, addressee, cue_end);
            }
            Part::Function(FunctionWord::Preposition | FunctionWord::To) if verb.takes(SPEECH | THAT) => {
                at = behind_adverbial(reading, at, limit, cue)?;
            }
            // `told lawmakers last month that`
            _ if verb.takes(SPEECH | THAT) && is_stretch_of_time(reading, at) => {
                if reading.is(at + 2, FunctionWord::Auxiliary) {
                    return found(at, Opening::Phrase); // the time is the subject: `said last year was the worst`
                }
                at += 2;
            }
            Part::Function(FunctionWord::Time) if verb.takes(SPEECH | THAT) => at += 1,
            Part::Function(FunctionWord::Adverb) => {
                first_adverb.get_or_insert(at);
                at += 1;
            }
            Part::Mark if verb.takes(SPEECH | OBJECT) => return found(at, Opening::Mark),
            Part::Colon if verb.takes(SPEECH) => {
                cue_end = at + 1;
                return (at + 1 < limit).then_some(Complement { start: at + 1, opening: Opening::Clause, addressee, cue_end });
            }
            _ if verb.takes(ADDRESSEE) && addressee.is_none() && cue.voice != Voice::Passive => {
                let range = addressee_after(reading, at, limit)?;
                if !speaks_to(reading, cue, range, limit) {
                    return verb.takes(OBJECT).then_some(Complement { start: at, opening: Opening::Phrase, addressee, cue_end });
                }
                addressee = Some(range);
                at = range.end;
            }
            _ if verb.takes(OBJECT) && begins_phrase(reading, at) => {
                let start = first_adverb.filter(|adverb| adverb + 1 == at).unwrap_or(at);
                return Some(Complement { start, opening: Opening::Phrase, addressee, cue_end });
            }
            _ => return None,
        }
    }
    None
}

/// Whether the object `range` is who is spoken to (`told voters that`), not what is asked for or said (`told the truth`).
fn speaks_to(reading: &Reading<'_>, cue: &CueVerb, range: TokenRange, limit: usize) -> bool {
    let always = matches!(cue.verb.lemma, "tell" | "inform" | "assure" | "remind" | "notify");
    let follows = reading.part(range.end);
    let is_clause = matches!(follows, Part::Function(FunctionWord::That | FunctionWord::Question) | Part::Mark | Part::Colon);
    range.end < limit && (always || is_clause || (cue.verb.lemma == "ask" && reading.is_any(range.end, &["if", "about"])))
}

fn takes_preposition(reading: &Reading<'_>, cue: &CueVerb, at: usize) -> bool {
    cue.verb.takes_preposition(&reading.document.word(at).to_ascii_lowercase())
}

fn phrase_or_mark(reading: &Reading<'_>, at: usize, addressee: Option<TokenRange>, cue_end: usize) -> Option<Complement> {
    let opening = match reading.part(at) {
        Part::Mark => Opening::Mark,
        Part::Function(FunctionWord::Question | FunctionWord::Relative | FunctionWord::That) => Opening::Clause,
        _ if begins_phrase(reading, at) => Opening::Phrase,
        _ => return None,
    };
    Some(Complement { start: at, opening, addressee, cue_end })
}

fn begins_phrase(reading: &Reading<'_>, at: usize) -> bool {
    match reading.part(at) {
        Part::Name | Part::Plain | Part::Number | Part::Sign | Part::Open => true,
        Part::Function(part) => matches!(
            part,
            FunctionWord::Determiner
                | FunctionWord::Possessive
                | FunctionWord::SubjectPronoun
                | FunctionWord::ObjectPronoun
                | FunctionWord::That
                | FunctionWord::Question
        ),
        _ => false,
    }
}

/// Where the content begins behind the adverbial at `at`: at `that`, at a mark, or behind the venue it names.
fn behind_adverbial(reading: &Reading<'_>, at: usize, limit: usize, cue: &CueVerb) -> Option<usize> {
    let end = limit.min(at + REACH);
    for index in at + 1..end {
        match reading.part(index) {
            Part::Function(FunctionWord::That) if cue.verb.takes(THAT) => return Some(index),
            Part::Function(FunctionWord::Time) => return Some(index + 1),
            Part::Mark | Part::Colon => return Some(index),
            Part::Plain | Part::Name if reading.is_any(index, &VENUES) && begins_clause(reading, index + 1) => return Some(index + 1),
            Part::Comma | Part::Semicolon | Part::Stop => return None,
            _ => {}
        }
    }
    None
}

fn begins_clause(reading: &Reading<'_>, at: usize) -> bool {
    matches!(
        reading.part(at),
        Part::Name
            | Part::Number
            | Part::Function(FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::SubjectPronoun | FunctionWord::That)
            | Part::Function(FunctionWord::Time)
    )
}
