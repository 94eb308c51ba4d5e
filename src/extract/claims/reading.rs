//! What sort of statement some words make.

use std::cell::OnceCell;

use super::clause::Clause;
use super::verb::Verb;
use super::words::{Part, Words};
use crate::annotation::{ClaimKind, Modality, Polarity, Tense};
use crate::lexicon::ClaimCues;
use crate::lexicon::function_words::FunctionWord;
use crate::text::{Span, TokenKind};

/// In whose voice a statement stands, and what the verb that attributes it makes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Voice {
    /// The outlet's own words.
    Narration,
    /// Somebody's own words.
    Direct,
    /// Somebody's words in the outlet's: `said that …`.
    Reported,
    /// What somebody is to do: `urged the council to …`.
    Asked,
    /// What somebody wants: `wants …`, `hopes for …`.
    Wanted,
    /// What will be: `expects prices to …`, `vowed to …`.
    Foreseen,
    /// What is not so: `denied that …`.
    Denied,
    /// What is felt to be so: `was sorry that …`.
    Felt,
}

/// What a statement's words tell of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// Its sort.
    pub kind: ClaimKind,
    /// Whether it denies.
    pub polarity: Polarity,
    /// Its mode.
    pub modality: Modality,
    /// When it takes place.
    pub tense: Tense,
    /// Words that soften it.
    pub hedges: Vec<Span>,
    /// All cues in it.
    pub cues: ClaimCues,
    /// Whether it holds a figure that counts something.
    pub has_figure: bool,
    /// Whether it holds a date.
    pub has_date: bool,
    /// Whether it tells of the past.
    pub is_past: bool,
    /// How many words it has.
    pub words: usize,
}

/// Reads the statement of `tokens`.
pub(super) fn read(words: &Words<'_>, tokens: &[usize], voice: Voice) -> Reading {
    let clause = Clause::read_any(words, tokens);
    let verb = clause.verb.map(|at| Verb::read(words, tokens, at)).unwrap_or_default();
    let openers = (0..tokens.len()).filter(|at| words.get(tokens[*at]).opens_phrase).collect();
    let statement = Statement { words, tokens, clause, verb, voice, openers, polarity: OnceCell::new() };
    let figures = statement.figures();
    let modality = statement.modality();
    let tense = statement.tense(modality);
    let cues = statement.all_cues();
    Reading {
        kind: statement.kind(modality, &figures),
        polarity: statement.polarity(),
        modality,
        tense,
        hedges: statement.hedges(),
        cues,
        has_figure: figures.strong > 0,
        has_date: tokens.iter().any(|index| words.get(*index).is_date),
        is_past: tense == Tense::Past,
        words: tokens.iter().filter(|index| words.document.tokens()[**index].kind != TokenKind::Punctuation).count(),
    }
}

/// A statement with its main clause.
pub(super) struct Statement<'a> {
    pub words: &'a Words<'a>,
    pub tokens: &'a [usize],
    pub clause: Clause,
    pub verb: Verb,
    pub voice: Voice,
    /// Where a phrase that [`Words::phrase_at`] is asked for may begin, as indices into `tokens`.
    openers: Vec<usize>,
    /// Whether it denies, once that was asked.
    polarity: OnceCell<Polarity>,
}

impl Statement<'_> {
    pub(super) fn polarity(&self) -> Polarity {
        *self.polarity.get_or_init(|| self.read_polarity())
    }

    pub(super) fn main(&self) -> impl Iterator<Item = usize> + '_ {
        self.tokens.iter().zip(&self.clause.in_main).filter(|(_, in_main)| **in_main).map(|(index, _)| *index)
    }

    pub(super) fn main_cues(&self) -> ClaimCues {
        self.main().fold(ClaimCues::NONE, |cues, index| cues.with(self.words.get(index).cues))
    }

    pub(super) fn all_cues(&self) -> ClaimCues {
        self.tokens.iter().fold(ClaimCues::NONE, |cues, index| cues.with(self.words.get(*index).cues))
    }

    /// Whether any of `phrases` stands somewhere: each is a run of words.
    pub(super) fn has_phrase(&self, phrases: &[&[&str]]) -> bool {
        let begins = |at: usize| self.words.phrase_at(self.tokens, at, phrases).is_some();
        let has = self.openers.iter().any(|at| begins(*at));
        debug_assert_eq!(has, (0..self.tokens.len()).any(begins));
        has
    }

    pub(super) fn first_is(&self, words: &[&str]) -> bool {
        let start = usize::from(self.tokens.first().is_some_and(|index| {
            self.words.is(*index, FunctionWord::Conjunction) || self.words.is_any(*index, &["now", "so", "then", "please"])
        }));
        self.tokens.get(start).is_some_and(|index| self.words.is_any(*index, words))
    }

    /// Whether the subject is one of `pronouns`.
    pub(super) fn subject_is(&self, pronouns: &[&str]) -> bool {
        let Some(verb) = self.clause.verb else { return false };
        let own = self.words.text(self.tokens[verb]);
        if let Some((subject, _)) = own.split_once(['\'', '’']).filter(|_| self.words.part(self.tokens[verb]) == Part::PronounWithVerb) {
            return pronouns.iter().any(|pronoun| pronoun.eq_ignore_ascii_case(subject));
        }
        let before = self.tokens[..verb].iter().rev().find(|index| !self.words.is(**index, FunctionWord::Adverb));
        before.is_some_and(|index| self.words.is_any(*index, pronouns))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn reading(text: &str, voice: Voice) -> Reading {
        let document = segment(text, &[]);
        let words = Words::new(&document);
        let tokens: Vec<usize> = (0..document.tokens().len()).collect();
        read(&words, &tokens, voice)
    }

    #[test]
    fn kinds_by_verb_and_figures() {
        let cases = [
            ("We should keep the quay open.", Voice::Direct, ClaimKind::Position, Modality::Normative, Tense::Present),
            ("Don't close our quay.", Voice::Direct, ClaimKind::Position, Modality::Normative, Tense::Present),
            ("to keep the quay open", Voice::Asked, ClaimKind::Position, Modality::Normative, Tense::Future),
            ("The storm led to a collapse of the pier.", Voice::Narration, ClaimKind::Causal, Modality::Asserted, Tense::Past),
            ("The pier is longer than the quay.", Voice::Narration, ClaimKind::Comparison, Modality::Asserted, Tense::Present),
            ("The workers repaired the pier.", Voice::Narration, ClaimKind::Event, Modality::Asserted, Tense::Past),
            ("The pier lies in the north.", Voice::Narration, ClaimKind::State, Modality::Asserted, Tense::Present),
            ("Fishing there is illegal at night.", Voice::Narration, ClaimKind::Rule, Modality::Asserted, Tense::Present),
            ("Crews must report to the harbor by April 6.", Voice::Narration, ClaimKind::Rule, Modality::Normative, Tense::Present),
            ("It is a wonderful old pier.", Voice::Direct, ClaimKind::Opinion, Modality::Asserted, Tense::Present),
            ("The pier has 40 steps.", Voice::Narration, ClaimKind::Statistic, Modality::Asserted, Tense::Present),
            ("The fund would sell the pier.", Voice::Reported, ClaimKind::Prediction, Modality::Predicted, Tense::Future),
            ("The pier is set to close.", Voice::Narration, ClaimKind::Prediction, Modality::Predicted, Tense::Future),
            ("They could have gone home.", Voice::Direct, ClaimKind::Opinion, Modality::Hypothetical, Tense::Past),
            ("He'd painted the pier.", Voice::Direct, ClaimKind::Event, Modality::Asserted, Tense::Past),
            ("The fee takes effect on July 1.", Voice::Narration, ClaimKind::Event, Modality::Asserted, Tense::Future),
            ("the ferry sank", Voice::Felt, ClaimKind::Event, Modality::Presupposed, Tense::Past),
        ];
        for (text, voice, kind, modality, tense) in cases {
            let found = reading(text, voice);
            assert_eq!((found.kind, found.modality, found.tense), (kind, modality, tense), "{text}");
        }
    }

    #[test]
    fn only_the_main_clause_denies() {
        let polarity = |text: &str, voice: Voice| reading(text, voice).polarity;
        for text in ["Nobody was hurt.", "The pier hasn't opened.", "The crew refused to sail.", "The report is false."] {
            assert_eq!(polarity(text, Voice::Narration), Polarity::Negative, "{text}");
        }
        for text in ["The pier that never opened was sold.", "They hired two crews, not one.", "The yard had been without a crane."] {
            assert_eq!(polarity(text, Voice::Narration), Polarity::Positive, "{text}");
        }
        assert_eq!(polarity("the mayor knew of the leak", Voice::Denied), Polarity::Negative);
    }

    #[test]
    fn hedges_are_words_and_phrases() {
        let text = "At least 40 boats may have sunk, about half of them old. In May some sailed.";
        let document = segment(text, &[]);
        let hedges: Vec<&str> = reading(text, Voice::Narration).hedges.into_iter().map(|hedge| document.slice(hedge)).collect();
        assert_eq!(hedges, ["At least", "may", "about"]);
    }

    #[test]
    fn years_days_and_ages_are_no_figures() {
        for text in ["The pier is from 1988.", "Brandt, 61, left.", "The pier opened on March 3.", "It began at 4.20am."] {
            assert!(!reading(text, Voice::Narration).has_figure, "{text}");
        }
        assert!(reading("The damage came to £6m.", Voice::Narration).has_figure);
    }
}
