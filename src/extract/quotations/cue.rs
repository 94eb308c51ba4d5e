//! Verbs that attribute, as they stand in a sentence: the verb group and its voice.

use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{ReportingVerb, VerbForm};
use crate::text::TokenRange;

/// How the verb stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// It has a subject: `said`, `has said`, `is calling for`.
    Finite,
    /// `saying`, without a form of `be`.
    Gerund,
    /// `to say`.
    Infinitive,
    /// `was asked`, or a participle alone: `asked whether …, he`.
    Passive,
}

/// A verb that attributes.
#[derive(Debug, Clone, Copy)]
pub(super) struct CueVerb {
    /// The verb itself.
    pub(super) head: usize,
    /// The verb group, auxiliaries and adverbs included.
    pub(super) group: TokenRange,
    /// Its entry.
    pub(super) verb: &'static ReportingVerb,
    /// How it stands.
    pub(super) voice: Voice,
}

/// Nouns without a plural `s` that take a plural verb, and words that stand for several people.
const PLURALS: [&str; 18] = [
    "people", "police", "some", "many", "most", "others", "few", "all", "both", "several", "those", "media", "women", "men", "majority",
    "percent", "half", "clergy",
];

/// The attributing verb at `head`, its group beginning at `floor` at the earliest; `None` where the word is no verb or no verb of the table.
pub(super) fn cue_verb(reading: &Reading<'_>, head: usize, floor: usize) -> Option<CueVerb> {
    let word = reading.words[head];
    let found = word.verb?;
    let sentence = reading.sentence(head);
    let may_be_name = word.is_capital && found.verb.lemma != "say";
    if may_be_name && head != sentence.start && reading.part(head - 1) != Part::Mark {
        return None;
    }
    if let Some(start) = quoted_as(reading, head, floor.max(sentence.start)) {
        return Some(CueVerb { head, group: TokenRange::new(start, head + 1), verb: found.verb, voice: Voice::Finite });
    }
    let group = group_before(reading, head, floor.max(sentence.start), found.form);
    let before = (group.start > sentence.start).then(|| group.start - 1);
    let voice = voice(reading, head, &group, before, found.form)?;
    Some(CueVerb { head, group: TokenRange::new(group.start, head + 1), verb: found.verb, voice })
}

/// Farthest that `quoted` stands before `as saying`: the outlet may be named between.
const REACH_OF_QUOTED: usize = 8;

/// Start of `was quoted as saying` or `was quoted by the Herald as saying`, whose last word stands at `head`.
fn quoted_as(reading: &Reading<'_>, head: usize, floor: usize) -> Option<usize> {
    if head < floor + 2 || !reading.is_any(head, &["saying", "telling", "asking"]) || !reading.is_word(head - 1, "as") {
        return None;
    }
    let first = floor.max(head.saturating_sub(REACH_OF_QUOTED));
    let participle = (first..head - 1).rev().find(|index| reading.is_any(*index, &["quoted", "cited"]))?;
    let group = group_before(reading, participle, floor, VerbForm::Past);
    group.has_be.then_some(group.start)
}

/// What stands between the subject and the verb.
struct Group {
    start: usize,
    has_auxiliary: bool,
    has_be: bool,
    has_to: bool,
}

fn group_before(reading: &Reading<'_>, head: usize, floor: usize, form: VerbForm) -> Group {
    let mut group = Group { start: head, has_auxiliary: false, has_be: false, has_to: false };
    while group.start > floor {
        let at = group.start - 1;
        match reading.part(at) {
            Part::Function(FunctionWord::Auxiliary) => {
                group.has_auxiliary = true;
                group.has_be |= is_be(reading, at);
            }
            Part::Function(FunctionWord::Adverb) => {}
            // `it's claimed`: nobody is named who claims it
            _ if matches!(form, VerbForm::Past | VerbForm::Participle) && reading.is_any(at, &["it's", "it’s"]) => group.has_be = true,
            Part::Function(FunctionWord::To) if form == VerbForm::Base && at + 1 == head => group.has_to = true,
            _ => break,
        }
        group.start = at;
    }
    // An adverb that opens the sentence or follows a comma is not the verb's: `Meanwhile, …`.
    while group.start < head && reading.words[group.start].is_capital && reading.is(group.start, FunctionWord::Adverb) {
        group.start += 1;
    }
    group
}

fn is_be(reading: &Reading<'_>, index: usize) -> bool {
    reading.is_any(index, &["is", "are", "was", "were", "be", "been", "being", "am", "isn't", "wasn't", "aren't", "weren't"])
}

fn voice(reading: &Reading<'_>, head: usize, group: &Group, before: Option<usize>, form: VerbForm) -> Option<Voice> {
    let is_modified = before.is_some_and(|at| modifies_noun(reading, at));
    match form {
        VerbForm::Gerund if group.has_be => Some(Voice::Finite),
        VerbForm::Gerund => (!before.is_some_and(|at| is_owner(reading, at))).then_some(Voice::Gerund),
        VerbForm::Base if group.has_to => Some(infinitive(reading, group)),
        VerbForm::Base if group.has_auxiliary => Some(Voice::Finite),
        VerbForm::Base => (before.is_some_and(|at| is_plural(reading, at))).then_some(Voice::Finite),
        VerbForm::ThirdPerson => {
            (!group.has_auxiliary && !is_modified && before.is_some_and(|at| is_singular(reading, at))).then_some(Voice::Finite)
        }
        VerbForm::Past | VerbForm::Participle if group.has_be => Some(Voice::Passive),
        VerbForm::Participle => group.has_auxiliary.then_some(Voice::Finite),
        VerbForm::Past if group.has_auxiliary => Some(Voice::Finite),
        VerbForm::Past if is_modified => None,
        VerbForm::Past if reading.is_word(head + 1, "by") => Some(Voice::Passive),
        VerbForm::Past => Some(if before.is_some_and(|at| can_end_subject(reading, at)) { Voice::Finite } else { Voice::Passive }),
    }
}

/// `went on to say` has a subject; another infinitive has none.
fn infinitive(reading: &Reading<'_>, group: &Group) -> Voice {
    let goes_on = group.start > 0 && reading.is_word(group.start - 1, "on");
    if goes_on { Voice::Finite } else { Voice::Infinitive }
}

fn is_owner(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.part(at), Part::PossessiveMark | Part::Function(FunctionWord::Determiner | FunctionWord::Possessive))
}

/// Whether the word at `at` makes the next one a noun or an adjective.
fn modifies_noun(reading: &Reading<'_>, at: usize) -> bool {
    let is_several = reading.is_any(at, &PLURALS) || reading.is_any(at, &["another", "one", "each"]);
    (is_owner(reading, at) && !is_several) || matches!(reading.part(at), Part::Function(FunctionWord::Preposition | FunctionWord::To))
}

fn is_plural(reading: &Reading<'_>, at: usize) -> bool {
    match reading.part(at) {
        Part::Function(FunctionWord::SubjectPronoun) => !reading.is_any(at, &["he", "she", "it", "one", "everyone", "nobody", "someone"]),
        Part::Function(FunctionWord::Relative) => true,
        Part::Function(FunctionWord::Determiner) => reading.is_any(at, &PLURALS),
        Part::Plain | Part::Name | Part::Number => {
            let word = reading.document.word(at);
            let ends_like_plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us");
            ends_like_plural || reading.is_any(at, &PLURALS) || (at > 1 && reading.is_word(at - 2, "and") && reading.part(at) == Part::Name)
        }
        Part::Comma | Part::Close => true,
        _ => false,
    }
}

fn is_singular(reading: &Reading<'_>, at: usize) -> bool {
    match reading.part(at) {
        Part::Plain => {
            let word = reading.document.word(at);
            !word.ends_with('s') || word.ends_with("ss") || word.ends_with("us")
        }
        Part::Function(FunctionWord::SubjectPronoun) => !reading.is_any(at, &["they", "we", "i", "you"]),
        _ => can_end_subject(reading, at),
    }
}

fn can_end_subject(reading: &Reading<'_>, at: usize) -> bool {
    match reading.part(at) {
        Part::Name | Part::Plain | Part::Number | Part::Comma | Part::Close | Part::Mark | Part::Dash | Part::PossessiveMark => true,
        Part::Function(part) => matches!(
            part,
            FunctionWord::SubjectPronoun
                | FunctionWord::ObjectPronoun
                | FunctionWord::Relative
                | FunctionWord::That
                | FunctionWord::Determiner
                | FunctionWord::Time
                | FunctionWord::Conjunction
        ),
        _ => false,
    }
}
