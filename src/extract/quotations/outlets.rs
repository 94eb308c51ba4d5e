//! Which phrases name an outlet.

use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::outlet_words::{is_institution_word, is_news_agency, is_outlet_noun, is_outlet_word};
use crate::lexicon::reporting_verbs::VerbForm;
use crate::lexicon::{WordClasses, classes_of};
use crate::text::TokenRange;

/// Who works for an outlet and is told things in its stead.
const STAFF: [&str; 12] = [
    "reporter",
    "reporters",
    "correspondent",
    "journalist",
    "journalists",
    "editor",
    "interviewer",
    "host",
    "hosts",
    "presenter",
    "anchor",
    "columnist",
];

/// Farthest into its phrase that the name of an outlet begins, in tokens.
const DEEP: usize = 8;

/// Whether `name` is an outlet's: by its name, by what it is called, or because it is an organization that is no institution.
pub(super) fn is_outlet(reading: &Reading<'_>, name: TokenRange) -> bool {
    is_known_outlet(reading, name) || (!names_institution(reading, name) && reading.names_organization(name))
}

/// Whether `name` is an outlet's by its own words: `the Alden Herald`, `the newspaper`, `state television`.
pub(super) fn is_known_outlet(reading: &Reading<'_>, name: TokenRange) -> bool {
    let is_called = |index: usize| {
        let heads = index + 1 == name.end
            || matches!(reading.part(index + 1), Part::Name | Part::Function(FunctionWord::Preposition | FunctionWord::Conjunction));
        let before = index.checked_sub(1).map_or("", |before| reading.document.word(before));
        let word = reading.document.word(index);
        heads && reading.part(index) == Part::Plain && (is_outlet_noun(word) || is_news_agency(before, word))
    };
    has_outlet_name(reading, name)
        || (!names_institution(reading, name) && name.indices().any(is_called))
        || outlet_of_staff(reading, name).is_some()
}

/// `the paper` of `the paper's business editor`.
pub(super) fn outlet_of_staff(reading: &Reading<'_>, name: TokenRange) -> Option<TokenRange> {
    let name = to_comma(reading, name);
    let mark = name.indices().find(|index| reading.part(*index) == Part::PossessiveMark)?;
    let owner = TokenRange::new(name.start, mark);
    let follows = (mark + 1..name.end).find(|index| matches!(reading.part(*index), Part::Plain) && reading.is_any(*index, &STAFF))?;
    (follows + 1 == name.end || reading.part(follows + 1) == Part::Name).then_some(owner).filter(|owner| is_known_outlet(reading, *owner))
}

/// Whether `name` holds the name of an outlet: `the Alden Herald`, not `the newspaper`.
pub(super) fn has_outlet_name(reading: &Reading<'_>, name: TokenRange) -> bool {
    if name.is_empty() {
        return false;
    }
    let document = reading.document;
    let has_outlet_word = |index: usize| reading.part(index) == Part::Name && is_outlet_word(document.word(index));
    classes_of(without_article(document.slice(document.span_of(name)))).any(WordClasses::OUTLET)
        || reading.names_outlet(name)
        || (!names_institution(reading, name) && name.indices().any(has_outlet_word))
}

/// The first phrase inside `phrase`, behind a preposition, that names an outlet: `the Alden Herald` of `a report in the Alden Herald`.
pub(super) fn outlet_within(reading: &Reading<'_>, phrase: TokenRange) -> Option<TokenRange> {
    let starts = phrase.indices().skip(1).filter(|at| reading.is_any(at - 1, &["in", "by", "from", "on", "for"]));
    starts.map(|start| to_comma(reading, TokenRange::new(start, phrase.end))).find(|name| has_outlet_name(reading, *name))
}

/// The name of an outlet in the phrase that begins at `at`: `Dirt Road Now` of `the radio show “Dirt Road Now”`, `the Henley Lamp` of `her
/// local paper, the Henley Lamp`.
pub(super) fn outlet_after(reading: &Reading<'_>, at: usize, end: usize) -> Option<TokenRange> {
    let mut may_open = true;
    for index in at..end.min(at + DEEP) {
        if let Some(name) = reading.outlet_from(index) {
            return Some(name);
        }
        let noun_before = index > at && is_outlet_noun(reading.document.word(index - 1));
        let opens = match reading.part(index) {
            Part::Function(FunctionWord::Determiner | FunctionWord::Possessive) if may_open => false,
            Part::Name | Part::Plain | Part::Function(FunctionWord::Time) if reading.part(index + 1) == Part::PossessiveMark => false,
            Part::Plain | Part::PossessiveMark | Part::Mark => false,
            Part::Comma if noun_before => true,
            Part::Function(FunctionWord::Preposition) if reading.is_any(index.wrapping_sub(1), &["edition", "issue", "episode"]) => true,
            _ => return None,
        };
        may_open = opens;
    }
    None
}

/// `name` without what a comma sets off, and without the verb that a phrase may run into: `the Alden Herald` of `the Alden Herald, a local
/// paper`, and of `the Alden Herald showed`.
pub(super) fn to_comma(reading: &Reading<'_>, name: TokenRange) -> TokenRange {
    let is_verb = |index: usize| {
        let finite = reading.words[index].verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::ThirdPerson));
        finite && index > name.start && reading.part(index) == Part::Plain && reading.part(index - 1) == Part::Name
    };
    // `carried by state television and repeated until noon`
    let goes_on = |index: usize| {
        let follows = index + 1 < name.end && reading.part(index + 1) == Part::Plain;
        reading.is(index, FunctionWord::Conjunction) && follows && reading.document.word(index + 1).ends_with("ed")
    };
    let end = name
        .indices()
        .find(|index| {
            let closes = matches!(reading.part(*index), Part::Comma | Part::Close | Part::Function(FunctionWord::That));
            closes || is_verb(*index) || goes_on(*index)
        })
        .unwrap_or(name.end);
    TokenRange::new(name.start, end)
}

fn names_institution(reading: &Reading<'_>, name: TokenRange) -> bool {
    let is_institution = |index: usize| {
        reading.part(index) == Part::Name && is_institution_word(reading.document.word(index)) && !is_of_news(reading, name, index)
    };
    name.indices().any(is_institution)
}

/// Whether the word at `index` is that of an outlet's company: `Norland News Agency`, `the Alden Broadcasting Company`.
fn is_of_news(reading: &Reading<'_>, name: TokenRange, index: usize) -> bool {
    let is_company = reading.is_any(index, &["agency", "association", "company", "corp", "corp.", "group", "inc", "inc.", "ltd", "ltd."]);
    is_company && index > name.start && reading.is_any(index - 1, &["news", "press", "broadcasting", "television", "radio", "media"])
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name)
}
