//! Pronouns that need no weighing.

use super::anaphors::Anaphor;
use super::discourse::{Place, Referent};
use super::form::{Case, Form};
use crate::annotation::EntityType;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::text::{Document, TokenRange};

/// Longest verb with its helpers between a body and what it owns, in tokens.
const LONGEST_VERB: usize = 4;

/// Whom a reflexive pronoun right behind a mention stresses: `Brandt himself`. `near` are the places before it.
pub(super) fn stressed<'p>(mut near: impl Iterator<Item = &'p Place>, anaphor: &Anaphor<'_>) -> Option<usize> {
    if anaphor.form.case() != Some(Case::Reflexive) {
        return None;
    }
    near.find(|place| place.tokens.end == anaphor.tokens.start).map(|place| place.referent)
}

/// Whose `its` or `their` follows right behind a body's verb: `the ministry has started their raids`. `place` is the nearest before it, of
/// `known`.
pub(super) fn owning_subject(document: &Document, known: &Referent<'_>, place: &Place, anaphor: &Anaphor<'_>) -> Option<usize> {
    if !matches!(anaphor.form, Form::They(Case::Owner) | Form::It(Case::Owner)) {
        return None;
    }
    let gap = TokenRange::new(place.tokens.end, anaphor.tokens.start);
    let is_of_verb = |at: usize| {
        let word = document.word(at);
        let part = function_word(word);
        let is_helper = matches!(part, Some(FunctionWord::Auxiliary | FunctionWord::Adverb));
        is_helper || part.is_none() && word.bytes().all(|byte| byte.is_ascii_lowercase())
    };
    let ends_like_verb = |at: usize| document.word(at).ends_with("ed") || verb_forms(document.word(at)) != VerbForms::NONE;
    let is_body = known.entity_type == EntityType::Organization;
    let holds = is_body && gap.len() <= LONGEST_VERB && gap.indices().all(is_of_verb) && ends_like_verb(gap.end - 1);
    holds.then_some(place.referent)
}
