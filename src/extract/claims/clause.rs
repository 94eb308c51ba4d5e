//! The main clause of a statement: its finite verb, and what stands outside subordinate clauses.

use super::words::{Part, Words};
use crate::lexicon::WordKey;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::VerbForms;

/// A statement's tokens with its main clause.
pub(super) struct Clause {
    /// Index into the statement's tokens of the word that begins the main verb group.
    pub verb: Option<usize>,
    /// For each token, whether it belongs to the main clause.
    pub in_main: Vec<bool>,
}

/// Whether the tokens hold a main clause.
pub(super) fn is_clause(words: &Words<'_>, tokens: &[usize]) -> bool {
    walk(words, tokens, None).is_some()
}

impl Clause {
    /// Reads the statement of `tokens`, of which a relative clause may be the only one: `Brandt, who took over in 2019`.
    pub(super) fn read_any(words: &Words<'_>, tokens: &[usize]) -> Self {
        let clause = Self::read(words, tokens);
        let verb = tokens.iter().position(|index| words.get(*index).is_finite);
        if clause.verb.is_some() || verb.is_none() { clause } else { Self { verb, in_main: vec![true; tokens.len()] } }
    }

    /// Reads the statement of `tokens`, which are in order.
    pub(super) fn read(words: &Words<'_>, tokens: &[usize]) -> Self {
        let mut in_main = vec![false; tokens.len()];
        let verb = walk(words, tokens, Some(&mut in_main));
        Self { verb, in_main }
    }
}

/// Finds the verb of the main clause, as [`Clause::verb`]; marks the tokens of that clause in `in_main`, and stops at the verb without it.
fn walk(words: &Words<'_>, tokens: &[usize], mut in_main: Option<&mut [bool]>) -> Option<usize> {
    let mut verb = None;
    let mut at = behind_opening_clause(words, tokens);
    while at < tokens.len() {
        let index = tokens[at];
        match words.part(index) {
            Part::Comma if opens_relative(words, tokens, at + 1) => {
                at = closing_comma(words, tokens, at + 1);
                continue;
            }
            Part::Function(FunctionWord::Relative | FunctionWord::Question) if verb.is_none() && at > 0 => {
                at = behind_verb(words, tokens, at + 1);
                continue;
            }
            Part::Function(FunctionWord::That) if verb.is_none() && at > 0 && is_noun_like(words, tokens[at - 1]) => {
                at = behind_verb(words, tokens, at + 1);
                continue;
            }
            Part::Function(FunctionWord::Subordinator) if verb.is_none() && at > 0 && !words.is_any(index, &["than", "so", "as"]) => {
                at = behind_verb(words, tokens, at + 1);
                continue;
            }
            Part::Function(FunctionWord::Relative | FunctionWord::That | FunctionWord::Subordinator | FunctionWord::Question)
                if verb.is_some() && !words.is_any(index, &["than", "so", "as"]) =>
            {
                break;
            }
            Part::Mark if verb.is_some() && at > 0 && matches!(words.part(tokens[at - 1]), Part::Comma | Part::Colon) => {
                break;
            }
            _ => {}
        }
        if verb.is_none() && words.get(index).is_finite {
            verb = Some(at);
        }
        match in_main.as_deref_mut() {
            Some(in_main) => in_main[at] = true,
            None if verb.is_some() => break,
            None => {}
        }
        at += 1;
    }
    verb
}

fn is_noun_like(words: &Words<'_>, index: usize) -> bool {
    matches!(words.part(index), Part::Name | Part::Plain | Part::Number) && !words.get(index).is_finite
}

/// Behind the subordinate clause that opens the statement: `When it rained, …`.
fn behind_opening_clause(words: &Words<'_>, tokens: &[usize]) -> usize {
    let start = usize::from(tokens.first().is_some_and(|index| words.is(*index, FunctionWord::Conjunction)));
    let Some(first) = tokens.get(start).copied() else { return 0 };
    let opens = words.is(first, FunctionWord::Subordinator) && !words.is_any(first, &["so", "than", "once"]);
    if !opens {
        return 0;
    }
    let comma = (start..tokens.len()).find(|at| words.part(tokens[*at]) == Part::Comma);
    comma.map_or_else(|| behind_verb(words, tokens, start + 1), |comma| comma + 1)
}

/// Whether a relative clause begins at `at`, behind a comma.
pub(super) fn opens_relative(words: &Words<'_>, tokens: &[usize], at: usize) -> bool {
    let Some(&index) = tokens.get(at) else { return false };
    words.is(index, FunctionWord::Relative) || words.is_any(index, &["where", "whose"]) || words.is_any(index, &["when"]) && at > 1
}

/// Behind the comma that closes the relative clause at `at`; the end where none does.
pub(super) fn closing_comma(words: &Words<'_>, tokens: &[usize], at: usize) -> usize {
    let verb = (at..tokens.len()).find(|place| words.get(tokens[*place]).is_finite);
    let Some(verb) = verb else { return tokens.len() };
    let closes = |place: &usize| matches!(words.part(tokens[*place]), Part::Comma | Part::Dash | Part::Semicolon);
    (verb..tokens.len()).find(closes).map_or(tokens.len(), |comma| comma + 1)
}

/// Behind the verb group of a clause that only tells which one is meant: `The man who came`.
fn behind_verb(words: &Words<'_>, tokens: &[usize], at: usize) -> usize {
    let verb = (at..tokens.len()).find(|place| words.get(tokens[*place]).is_finite);
    verb.map_or(tokens.len(), |verb| verb + 1)
}

/// The words of the verb group that begins at `verb`: auxiliaries, then the verb itself, adverbs left out.
pub(super) fn verb_group(words: &Words<'_>, tokens: &[usize], verb: usize) -> Vec<usize> {
    let mut group = vec![tokens[verb]];
    let begins = words.part(tokens[verb]);
    if !matches!(begins, Part::PronounWithVerb | Part::Function(FunctionWord::Auxiliary)) {
        return group;
    }
    for &index in tokens[verb + 1..].iter().take(7) {
        let word = words.get(index);
        match word.part {
            Part::Function(FunctionWord::Auxiliary) => group.push(index),
            Part::Function(FunctionWord::Adverb) | Part::Mark => {}
            _ if words.is_any(index, &["so", "far", "long", "once", "twice", "all"]) => {}
            Part::Plain if word.forms.any(forms_after(words, group[group.len() - 1])) => {
                group.push(index);
                break;
            }
            _ => break,
        }
    }
    group
}

/// The forms of a verb that go on behind the auxiliary at `index`.
fn forms_after(words: &Words<'_>, index: usize) -> VerbForms {
    let text = words.text(index);
    let key = WordKey::new(text);
    let ends_with = |ending: &str| key.as_ref().map_or(text, WordKey::as_str).ends_with(ending);
    let is_be = words.is_any(index, &["is", "are", "am", "was", "were", "be", "been", "being"]);
    let is_have = words.is_any(index, &["has", "have", "had", "having"]);
    if is_have || ["hasn't", "haven't", "hadn't", "'ve"].into_iter().any(ends_with) {
        VerbForms::PARTICIPLE
    } else if is_be || ["isn't", "aren't", "wasn't", "weren't", "'m", "'re", "'s"].into_iter().any(ends_with) {
        VerbForms::PARTICIPLE.with(VerbForms::GERUND)
    } else if ends_with("'d") {
        VerbForms::BASE.with(VerbForms::PARTICIPLE)
    } else {
        VerbForms::BASE
    }
}
