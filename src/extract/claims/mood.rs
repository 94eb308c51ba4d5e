//! Polarity, mode and tense of a statement.

use super::reading::{Statement, Voice};
use super::words::Part;
use crate::annotation::{Modality, Polarity, Tense};
use crate::lexicon::ClaimCues;

impl Statement<'_> {
    pub(super) fn read_polarity(&self) -> Polarity {
        if self.voice == Voice::Denied {
            return Polarity::Negative;
        }
        let words = self.words;
        let denies = |at: usize, index: usize| {
            let only_next = || self.tokens.get(at + 1).is_some_and(|next| words.is_any(*next, &["only", "just", "least"]));
            let contrasts = || at > 0 && (words.part(self.tokens[at - 1]) == Part::Comma || words.is_any(self.tokens[at - 1], &["than"]));
            words.get(index).cues.any(ClaimCues::NEGATION) && !only_next() && !(words.is_any(index, &["not"]) && contrasts())
        };
        let refuses = || {
            self.verb.head.is_some_and(|head| {
                self.words.is_any(head, &["refused", "refuses", "refuse", "failed", "fails", "fail", "declined", "declines", "unanswered"])
            })
        };
        let says_false =
            || self.has_phrase(&[&["is", "false"], &["was", "false"], &["are", "false"], &["is", "untrue"], &["was", "untrue"]]);
        let in_main = |at: usize| self.clause.in_main[at] || self.clause.verb.is_none();
        // what stands behind a second finite verb is denied by itself: `remains open but hasn't been asked`
        let verb = self.clause.verb.unwrap_or(0);
        let second = (verb + 1..self.tokens.len()).find(|at| words.get(self.tokens[*at]).is_finite).unwrap_or(self.tokens.len());
        let is_negative = self.tokens[..second].iter().enumerate().any(|(at, index)| in_main(at) && denies(at, *index));
        if is_negative || refuses() || says_false() { Polarity::Negative } else { Polarity::Positive }
    }

    pub(super) fn is_imperative(&self) -> bool {
        self.voice == Voice::Direct
            && (self.first_is(&[
                "let", "let's", "let’s", "don't", "don’t", "do", "stop", "keep", "give", "tell", "show", "stay", "help", "come", "go",
            ]) && self.clause.verb.is_none_or(|verb| verb > 0)
                || self.first_is(&["don't", "don’t", "let's", "let’s"]))
    }

    pub(super) fn has_condition(&self) -> bool {
        self.tokens.iter().any(|index| self.words.is_any(*index, &["if", "unless"]))
    }

    pub(super) fn modality(&self) -> Modality {
        let verb = &self.verb;
        let is_own_voice = matches!(self.voice, Voice::Direct);
        let has_had = verb.has_perfect && verb.modal.is_some();
        match self.voice {
            Voice::Asked | Voice::Wanted => return Modality::Normative,
            Voice::Foreseen => return Modality::Predicted,
            Voice::Felt => return Modality::Presupposed,
            _ => {}
        }
        if self.is_imperative() || self.wants() {
            return Modality::Normative;
        }
        match verb.modal {
            Some("should" | "must" | "ought" | "shall") => Modality::Normative,
            Some("have-to") if !verb.has_past => Modality::Normative,
            Some("can") if self.subject_is(&["we", "they"]) && self.polarity() == Polarity::Negative => Modality::Normative,
            Some("will") => Modality::Predicted,
            Some("going") if !verb.has_past => Modality::Predicted,
            Some("going") if self.voice == Voice::Reported => Modality::Predicted,
            Some("would" | "could" | "might" | "may") if has_had => Modality::Hypothetical,
            Some("would") if is_own_voice => Modality::Hypothetical,
            Some("would") if self.has_condition() && self.voice != Voice::Reported => Modality::Hypothetical,
            Some("would") => Modality::Predicted,
            Some("could") if self.words.is_any(verb.head.unwrap_or(usize::MAX), &["remember", "see", "hear", "afford", "say"]) => {
                Modality::Asserted
            }
            Some("could" | "might" | "may") if is_own_voice && verb.has_be => Modality::Hypothetical,
            Some("could" | "might" | "may") => Modality::Predicted,
            _ if self.first_is(&["if"]) => Modality::Hypothetical,
            _ => Modality::Asserted,
        }
    }

    pub(super) fn tense(&self, modality: Modality) -> Tense {
        let verb = &self.verb;
        match (self.voice, modality) {
            (Voice::Asked | Voice::Foreseen, _) => return Tense::Future,
            (_, Modality::Predicted) => return Tense::Future,
            _ => {}
        }
        let Some(_) = self.clause.verb else {
            return if self.voice == Voice::Denied { Tense::Past } else { Tense::Present };
        };
        let is_modal = verb.modal.is_some();
        match verb.modal {
            Some("have-to" | "going") => {}
            Some("could") if modality == Modality::Asserted => return Tense::Past,
            Some("would") if self.has_condition() && !verb.has_perfect => return Tense::Future,
            _ if is_modal && verb.has_perfect => return Tense::Past,
            _ if is_modal => return Tense::Present,
            _ => {}
        }
        let is_scheduled = self.is_scheduled();
        if is_scheduled && !verb.has_past && !verb.has_perfect {
            return Tense::Future;
        }
        let only_has = verb.head.is_some_and(|head| self.words.is_any(head, &["has", "have", "’ve", "'ve"]));
        if verb.has_past || verb.has_perfect && !only_has && !verb.has_got { Tense::Past } else { Tense::Present }
    }

    /// Whether it tells of something with a date to come: `takes effect on July 1`, `is scheduled for Monday`.
    pub(super) fn is_scheduled(&self) -> bool {
        let Some(head) = self.verb.head else { return false };
        let is_begin = self
            .words
            .is_any(head, &["takes", "resumes", "resume", "expires", "expire", "begins", "begin", "opens", "ends", "starts", "meets"]);
        let has_date = self.tokens.iter().any(|index| self.words.get(*index).is_date);
        is_begin && has_date || self.verb.has_be && self.words.is_any(head, &["scheduled", "due"])
    }

    /// Whether the main verb says what somebody wants or is for or against.
    pub(super) fn wants(&self) -> bool {
        let Some(head) = self.verb.head else { return false };
        let wants = self.words.is_any(
            head,
            &["want", "wants", "wanted", "demand", "demands", "demanded", "urge", "urges", "urged", "insist", "insists", "wish", "asking"],
        );
        let would_rather = self.has_phrase(&[
            &["i'd", "rather"],
            &["i’d", "rather"],
            &["would", "rather"],
            &["i'd", "want"],
            &["i’d", "want"],
            &["i'd", "like"],
            &["i’d", "like"],
        ]);
        wants && self.verb.modal.is_none() || would_rather
    }
}
