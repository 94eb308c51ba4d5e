//! Figures in a statement, and the words that soften it.

use super::reading::Statement;
use super::words::Part;
use crate::lexicon::ClaimCues;
use crate::text::Span;

/// How many figures the main clause holds.
pub(super) struct Figures {
    /// Digits, money, percent, `tens of thousands`.
    pub strong: usize,
    /// Number words: `two`.
    pub weak: usize,
}

impl Statement<'_> {
    pub(super) fn figures(&self) -> Figures {
        let mut figures = Figures { strong: 0, weak: 0 };
        for (at, index) in self.tokens.iter().enumerate() {
            let word = self.words.get(*index);
            let is_name = at > 0 && word.part == Part::Name; // `Half Moon Bay`
            if is_name || !self.clause.in_main[at] && self.clause.verb.is_some() {
                continue;
            }
            let is_ranked = at > 0
                && self.words.is_any(*index, &["most", "third", "half"])
                && self.words.is_any(self.tokens[at - 1], &["the", "a", "and"]);
            let is_strong_cue =
                word.cues.any(ClaimCues::PERCENT.with(ClaimCues::SHARE)) && (!is_ranked || self.words.is_any(*index + 1, &["of"]));
            match word.part {
                Part::Number if self.counts(at) => figures.strong += 1,
                Part::Number => {}
                _ if is_strong_cue => figures.strong += 1,
                _ if word.cues.any(ClaimCues::NUMBER) && self.is_bounded(at) => figures.strong += 1,
                _ if word.cues.any(ClaimCues::NUMBER) && !self.words.is_any(*index, &["one"]) => figures.weak += 1,
                _ => {}
            }
        }
        figures
    }

    /// Whether the number word at `at` is bounded or a share: `about six`, `at least four`, `one in eight`.
    pub(super) fn is_bounded(&self, at: usize) -> bool {
        let words = self.words;
        let before = |back: usize, list: &[&str]| at.checked_sub(back).is_some_and(|before| words.is_any(self.tokens[before], list));
        let softened = at > 0 && words.get(self.tokens[at - 1]).cues.any(ClaimCues::HEDGE_OF_NUMBER);
        let least = before(1, &["least", "most", "than"]);
        let share = self.tokens.get(at + 1).is_some_and(|index| words.is_any(*index, &["in"]))
            && self.tokens.iter().skip(at + 2).take(2).any(|index| words.get(*index).cues.any(ClaimCues::NUMBER));
        softened || least || share
    }

    /// Whether the number at `at` counts something: no year, day of a month, age or time of day.
    pub(super) fn counts(&self, at: usize) -> bool {
        let words = self.words;
        let before = at.checked_sub(1).map(|before| self.tokens[before]);
        let after = self.tokens.get(at + 1).copied();
        let is_money = before.is_some_and(|index| words.get(index).cues.any(ClaimCues::MONEY));
        if is_money {
            return true;
        }
        let is_month =
            |index: usize| words.part(index) == Part::Name && (words.get(index).is_date || words.is_any(index, &["march", "may"]));
        let is_day = before.is_some_and(is_month) || after.is_some_and(is_month);
        let is_age =
            before.is_some_and(|index| words.part(index) == Part::Comma) && after.is_some_and(|index| words.part(index) == Part::Comma);
        let text = words.text(self.tokens[at]);
        let is_time = text.ends_with("am")
            || text.ends_with("pm")
            || after.is_some_and(|index| words.is_any(index, &["am", "pm", "a.m.", "p.m.", "o'clock"]));
        let is_ago = self.tokens.get(at + 2).is_some_and(|index| words.is_any(*index, &["earlier", "ago", "later"]));
        !(words.get(self.tokens[at]).is_date || is_day || is_age || is_time || is_ago)
    }

    pub(super) fn hedges(&self) -> Vec<Span> {
        let words = self.words;
        let softens = |at: usize, index: usize| {
            let cues = words.get(index).cues;
            let is_name = at > 0 && words.text(index).starts_with(char::is_uppercase); // `May`
            let number_next = self.tokens.get(at + 1).is_some_and(|next| {
                words.get(*next).cues.any(ClaimCues::NUMBER.with(ClaimCues::SHARE)) || words.get(*next).cues.any(ClaimCues::MONEY)
            });
            !is_name && (cues.any(ClaimCues::HEDGE) || cues.any(ClaimCues::HEDGE_OF_NUMBER) && number_next)
        };
        let mut hedges = Vec::new();
        for (at, &index) in self.tokens.iter().enumerate() {
            if softens(at, index) {
                hedges.push(words.span(index));
            } else if let Some(length) = self.hedge_phrase(at) {
                let last = self.tokens[at + length - 1];
                hedges.push(Span::new(words.span(index).start, words.span(last).end));
            }
        }
        hedges
    }

    /// Words of the hedge of several words that begins at `at`.
    pub(super) fn hedge_phrase(&self, at: usize) -> Option<usize> {
        const PHRASES: [&[&str]; 9] = [
            &["at", "least"],
            &["at", "most"],
            &["up", "to"],
            &["more", "than"],
            &["less", "than"],
            &["fewer", "than"],
            &["as", "many", "as"],
            &["as", "much", "as"],
            &["as", "early", "as"],
        ];
        let length = self.words.phrase_at(self.tokens, at, &PHRASES)?;
        let next = *self.tokens.get(at + length)?;
        let cues = self.words.get(next).cues;
        cues.any(ClaimCues::NUMBER.with(ClaimCues::MONEY).with(ClaimCues::SHARE)).then_some(length)
    }
}
