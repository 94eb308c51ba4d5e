//! What sort of statement it is.

use super::figures::Figures;
use super::reading::{Statement, Voice};
use super::words::Part;
use crate::annotation::{ClaimKind, Modality, Polarity};
use crate::lexicon::ClaimCues;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::VerbForms;

impl Statement<'_> {
    pub(super) fn is_causal(&self) -> bool {
        const CAUSES: [&[&str]; 12] = [
            &["because"],
            &["due", "to"],
            &["led", "to"],
            &["lead", "to"],
            &["leads", "to"],
            &["thanks", "to"],
            &["owing", "to"],
            &["contributed", "to"],
            &["adds", "to"],
            &["as", "a", "result"],
            &["in", "light", "of"],
            &["have", "led"],
        ];
        let by_verb = self.main().any(|index| {
            self.words.get(index).forms.any(VerbForms::PAST.with(VerbForms::THIRD_PERSON).with(VerbForms::PARTICIPLE))
                && self.words.is_any(index, &["caused", "causes", "cause", "triggered", "triggers", "prompted", "sparked", "blamed"])
        });
        by_verb || self.has_phrase(&CAUSES)
    }

    pub(super) fn is_comparison(&self) -> bool {
        let words = self.words;
        self.tokens.iter().enumerate().any(|(at, index)| {
            let before = at.checked_sub(1).map(|before| self.tokens[before]);
            let is_superlative = words.get(*index).cues.any(ClaimCues::SUPERLATIVE)
                && before.is_some_and(|before| {
                    matches!(words.part(before), Part::Function(FunctionWord::Determiner | FunctionWord::Possessive))
                        || words.part(before) == Part::PossessiveMark
                });
            let is_than = words.is(*index, FunctionWord::Subordinator)
                && words.is_any(*index, &["than"])
                && !self.tokens.get(at + 1).is_some_and(|next| words.part(*next) == Part::Number);
            is_superlative || is_than
        })
    }

    /// Whether it is a judgement or a feeling.
    pub(super) fn is_opinion(&self) -> bool {
        if self.main_cues().any(ClaimCues::OPINION) || self.has_phrase(&[&["i'd", "treat"], &["i’d", "treat"]]) {
            return true;
        }
        let verb = &self.verb;
        let says_i = self.subject_is(&["i", "we", "i'm"]);
        let thinks = || {
            verb.head.is_some_and(|head| {
                self.words.is_any(head, &["think", "believe", "feel", "feels", "love", "hate", "hope", "wish", "fear", "doubt", "suspect"])
            })
        };
        says_i && thinks() || self.voice == Voice::Direct && self.judges(says_i)
    }

    /// Whether somebody judges in words of their own; `says_i` where they are its subject.
    fn judges(&self, says_i: bool) -> bool {
        let verb = &self.verb;
        let is_copula = verb.has_be && !verb.is_progressive && !verb.is_passive && verb.modal.is_none();
        let is_generic = || self.subject_is(&["you", "nobody", "everybody", "everyone"]) && !verb.has_past && !verb.has_perfect;
        let tells_of_this = || self.subject_is(&["this", "that", "these", "those", "it"]);
        let is_judged = || is_copula && (!verb.has_past || tells_of_this()) && !self.subject_is(&["there", "he", "she"]);
        let denies_in_general = || {
            let auxiliaries = ["do", "does", "don't", "doesn't", "don’t", "doesn’t"];
            let is_general = self.clause.verb.is_some_and(|at| self.words.is_any(self.tokens[at], &auxiliaries));
            is_general && !says_i && self.polarity() == Polarity::Negative
        };
        let exceeds = || !verb.has_past && self.main().any(|index| self.words.is_any(index, &["too", "simply"]));
        let likens =
            || verb.head.is_some_and(|head| self.words.is_any(head, &["sounded", "looked", "felt", "seems", "seemed", "sounds", "feels"]));
        is_generic() || is_judged() || likens() || denies_in_general() || exceeds()
    }

    pub(super) fn kind(&self, modality: Modality, figures: &Figures) -> ClaimKind {
        match self.voice {
            Voice::Asked | Voice::Wanted => return ClaimKind::Position,
            Voice::Foreseen => return ClaimKind::Prediction,
            _ => {}
        }
        let cues = self.all_cues();
        let is_rule = cues.any(ClaimCues::RULE);
        match modality {
            Modality::Normative if self.voice == Voice::Narration && self.verb.is_any_modal(&["must", "have-to"]) => {
                return ClaimKind::Rule;
            }
            Modality::Normative => return ClaimKind::Position,
            Modality::Predicted => return ClaimKind::Prediction,
            Modality::Hypothetical if self.verb.is_any_modal(&["would"]) && is_rule => return ClaimKind::Rule,
            Modality::Hypothetical if figures.strong == 0 => return ClaimKind::Opinion,
            _ => {}
        }
        let is_stance = self.is_stance();
        if self.is_causal() && self.voice != Voice::Felt {
            return ClaimKind::Causal;
        }
        if self.is_statistic(figures) {
            return ClaimKind::Statistic;
        }
        if is_rule && !self.verb.has_past {
            return ClaimKind::Rule;
        }
        if is_stance {
            return ClaimKind::Position;
        }
        let is_opinion = self.is_opinion();
        if self.is_comparison() && !(is_opinion && self.subject_is(&["you", "nobody", "everybody"])) {
            return ClaimKind::Comparison;
        }
        if is_opinion {
            return ClaimKind::Opinion;
        }
        self.event_or_state()
    }

    /// Whether its verb, or what its subject is said to be or have, is for or against something: `opposes`, `is not the answer`.
    pub(super) fn is_stance(&self) -> bool {
        let Some(head) = self.verb.head else { return false };
        let is_link = self.verb.has_be && !self.verb.is_passive || self.words.is_any(head, &["has", "have"]);
        self.words.get(head).cues.any(ClaimCues::POSITION) || is_link && self.main_cues().any(ClaimCues::POSITION)
    }

    /// Whether a figure is its point.
    pub(super) fn is_statistic(&self, figures: &Figures) -> bool {
        if figures.strong > 0 {
            return true;
        }
        // A number word counts as the subject or with another: `Five people have died`.
        let verb = self.clause.verb.unwrap_or(0);
        let is_subject = self.tokens[..verb.min(self.tokens.len())].iter().take(4).any(|index| {
            self.words.get(*index).cues.any(ClaimCues::NUMBER)
                && self.words.part(*index) != Part::Number
                && !self.words.is_any(*index, &["one"])
                && !self.words.is_any(*index + 1, &["years", "days", "weeks", "months", "hours", "minutes"])
        });
        figures.weak > 1 || figures.weak > 0 && is_subject
    }

    pub(super) fn event_or_state(&self) -> ClaimKind {
        let verb = &self.verb;
        if self.is_scheduled() {
            return ClaimKind::Event;
        }
        let Some(head) = verb.head else {
            // `denied misleading the council`
            return if self.voice == Voice::Denied { ClaimKind::Event } else { ClaimKind::State };
        };
        let is_copula = verb.has_be && !verb.is_progressive && !verb.is_passive;
        let only_has = self.words.is_any(head, &["has", "have", "had"]);
        let is_told = verb.has_past || verb.has_perfect || verb.is_progressive;
        if is_told && !is_copula && !only_has && !verb.has_got && !verb.is_state { ClaimKind::Event } else { ClaimKind::State }
    }
}
