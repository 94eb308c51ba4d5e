//! To whom something is done: `the bus hit the truck` and `the truck hit the bus` hold the same words.

use std::borrow::Cow;

use super::ContentReader;
use crate::lexicon::claim_words::class_of;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::VerbForms;
use crate::text::{TokenKind, TokenRange};

/// Classes of verbs whose two sides may change places.
const REVERSIBLE: [&str; 6] = ["buy", "hit", "attack", "sue", "accuse", "replace"];

/// Whether a word of the class, or of the dictionary form, may tell what somebody does to another.
pub(super) fn tells_deed(class: &str) -> bool {
    matches!(class, "win" | "los" | "lose") || REVERSIBLE.contains(&class)
}

/// Longest group of auxiliaries and adverbs before a verb, in tokens.
const LONGEST_GROUP: usize = 5;

/// Longest phrase of a side, in tokens.
const LONGEST_SIDE: usize = 12;

/// Farthest that the other side stands behind the verb, in tokens.
const REACH: usize = 6;

/// What a word says of who did it to whom.
pub(super) struct Deed<'r> {
    /// Stem of the last word that names the side to which it was done.
    pub(super) patient: Cow<'r, str>,
    /// Whether the word tells it from the loser's side: `lost 3-1 to Rovers`.
    pub(super) is_loss: bool,
}

impl ContentReader<'_> {
    /// The deed that the word at `index` tells; `None` where one side is missing from `part`.
    pub(super) fn deed(&self, index: usize, part: TokenRange) -> Option<Deed<'_>> {
        if !self.words[index].tells_deed {
            return None;
        }
        let (start, end) = (part.start, part.end);
        let base = self.words[index].base();
        let class = self.words[index].class_of_form.unwrap_or(base);
        match (class, base) {
            // `a 3-1 win over Selby Rovers`
            ("win", "win" | "victori" | "victory" | "triumph") if self.is(index + 1, "over") && index + 1 < end => {
                self.done(self.behind(index + 2, end)?, false)
            }
            ("win", "win" | "victori" | "victory" | "triumph" | "clinch") => None,
            ("win", _) => self.sides(index, start, end),
            ("los" | "lose", _) => {
                let to = (index + 1..end.min(index + REACH)).find(|at| self.is(*at, "to"))?;
                // `lost 3-1 to`, `lost to`: whatever else is lost is no match
                (index + 1..to).all(|at| self.document.tokens()[at].kind == TokenKind::Number).then_some(())?;
                self.behind(to + 1, end)?;
                self.done(self.before(index, start)?, true)
            }
            _ if REVERSIBLE.contains(&class) => self.sides(index, start, end),
            _ => None,
        }
    }

    fn sides(&self, index: usize, start: usize, end: usize) -> Option<Deed<'_>> {
        let subject = self.before(index, start)?;
        let is_passive = (start.max(index.saturating_sub(LONGEST_GROUP))..index)
            .rev()
            .take_while(|at| self.is_of_group(*at))
            .any(|at| ["is", "are", "was", "were", "be", "been", "being"].iter().any(|form| self.is(at, form)));
        if !is_passive {
            return self.done(self.behind(index + 1, end)?, false);
        }
        let by = (index + 1..end.min(index + REACH)).find(|at| self.is(*at, "by"))?;
        self.behind(by + 1, end)?;
        self.done(subject, false)
    }

    fn done(&self, patient: usize, is_loss: bool) -> Option<Deed<'_>> {
        Some(Deed { patient: self.last_of_side(patient, patient + 1)?, is_loss })
    }

    /// The last word of the phrase that begins at `from`, by its class.
    pub(super) fn last_of_side(&self, from: usize, end: usize) -> Option<Cow<'_, str>> {
        let last = self.behind(from, end)?;
        let word = &self.words[last];
        let stemmed = word.stem.as_deref().map_or_else(|| stem(&word.lower).into(), Cow::from);
        Some(class_of(&stemmed).map_or(stemmed, Cow::from))
    }

    /// The last word of the phrase right before the verb at `index`.
    fn before(&self, index: usize, start: usize) -> Option<usize> {
        let last = (start..index).rev().take(LONGEST_GROUP).find(|at| !self.is_of_group(*at))?;
        // `the panel of the altarpiece was bought`
        let of = (start + 1..last).rev().take(REACH).find(|at| self.is(*at, "of"));
        let head = of.map_or(last, |of| of - 1);
        (self.is_content(last) && self.is_content(head)).then_some(head)
    }

    /// The last word of the phrase that begins at `from`.
    fn behind(&self, from: usize, end: usize) -> Option<usize> {
        let opens = |at: &usize| matches!(self.part(*at), Some(FunctionWord::Determiner | FunctionWord::Possessive));
        let end = end.min(from + LONGEST_SIDE);
        let first = (from..end).find(|at| !opens(at) && self.document.tokens()[*at].kind != TokenKind::Number)?;
        // a name ends where the small letters begin again
        let leaves_name = |at: usize| at > first && self.is_capital(at - 1) && !self.is_capital(at);
        let last = (first..end).take_while(|at| self.is_content(*at) && !leaves_name(*at)).last()?;
        let forms = self.words[last].forms;
        (forms == VerbForms::NONE || forms.any(VerbForms::OFTEN_NOUN)).then_some(last)
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        at < self.document.tokens().len() && self.document.word(at).starts_with(char::is_uppercase)
    }

    fn is_of_group(&self, at: usize) -> bool {
        matches!(self.part(at), Some(FunctionWord::Auxiliary | FunctionWord::Adverb))
    }

    fn is_content(&self, at: usize) -> bool {
        self.document.tokens()[at].kind == TokenKind::Word && self.part(at).is_none()
    }

    fn part(&self, at: usize) -> Option<FunctionWord> {
        self.words[at].part
    }

    fn is(&self, at: usize, word: &str) -> bool {
        at < self.document.tokens().len() && self.document.word(at) == word
    }
}
