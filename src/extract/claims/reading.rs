//! What sort of statement some words make.

use super::clause::{Clause, verb_group};
use super::words::{Part, Words};
use crate::annotation::{ClaimKind, Modality, Polarity, Tense};
use crate::lexicon::ClaimCues;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::VerbForms;
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

/// The verb group of the main clause.
#[derive(Debug, Default)]
struct Verb {
    /// The modal verb, in lower case: `would`; `going` for what is going to be.
    modal: Option<&'static str>,
    has_past: bool,
    has_perfect: bool,
    has_be: bool,
    has_got: bool,
    is_progressive: bool,
    is_passive: bool,
    is_state: bool,
    /// Index of the last word of the group.
    head: Option<usize>,
}

const MODALS: [&str; 12] = ["will", "would", "can", "could", "may", "might", "must", "shall", "should", "ought", "have-to", "going"];

/// Reads the statement of `tokens`.
pub(super) fn read(words: &Words<'_>, tokens: &[usize], voice: Voice) -> Reading {
    let clause = Clause::read_any(words, tokens);
    let verb = clause.verb.map(|at| Verb::read(words, tokens, at)).unwrap_or_default();
    let statement = Statement { words, tokens, clause, verb, voice };
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

/// Whether the word at `index` is a participle and no base form.
fn is_only_participle(words: &Words<'_>, index: usize) -> bool {
    let forms = words.get(index).forms;
    forms.any(VerbForms::PARTICIPLE) && !forms.any(VerbForms::BASE)
}

impl Verb {
    fn read(words: &Words<'_>, tokens: &[usize], at: usize) -> Self {
        let group = verb_group(words, tokens, at);
        let mut verb = Self { head: group.last().copied(), ..Self::default() };
        for (place, index) in group.iter().enumerate() {
            let text = words.text(*index).to_ascii_lowercase().replace('’', "'");
            let is_first = place == 0;
            verb.add(words, *index, &text, is_first);
        }
        verb.read_after(words, tokens, at, group.len());
        // `he'd touched`
        if verb.modal == Some("would") && group.len() > 1 && verb.head.is_some_and(|head| is_only_participle(words, head)) {
            (verb.modal, verb.has_perfect, verb.has_past) = (None, true, true);
        }
        verb
    }

    fn add(&mut self, words: &Words<'_>, index: usize, text: &str, is_first: bool) {
        let bare = text.strip_suffix("n't").map_or(text, |stem| match stem {
            "wo" => "will",
            "ca" => "can",
            stem => stem,
        });
        match bare {
            "cannot" => self.modal = Some("can"),
            "was" | "were" => (self.has_past, self.has_be) = (true, true),
            "is" | "are" | "am" | "be" | "been" | "being" | "ai" => self.has_be = true,
            "has" | "have" => self.has_perfect = true,
            "had" => (self.has_perfect, self.has_past) = (true, true),
            "did" => self.has_past = true,
            "do" | "does" => {}
            _ => self.add_other(words, index, bare, is_first),
        }
    }

    fn add_other(&mut self, words: &Words<'_>, index: usize, text: &str, is_first: bool) {
        if let Some(modal) = MODALS.iter().find(|modal| **modal == text) {
            self.modal = Some(modal);
            return;
        }
        match text.split_once('\'').map(|(_, ending)| ending) {
            Some("ll") => self.modal = Some("will"),
            Some("d") => self.modal = Some("would"),
            Some("ve") => self.has_perfect = true,
            Some("m" | "re" | "s") => self.has_be = true,
            _ => {
                let forms = words.get(index).forms;
                self.is_progressive = self.has_be && forms.any(VerbForms::GERUND);
                self.is_passive = self.has_be && forms.any(VerbForms::PARTICIPLE);
                self.has_past |= is_first && forms.any(VerbForms::PAST);
                self.is_state = forms.any(VerbForms::STATE);
                self.has_got = matches!(text, "got");
            }
        }
    }

    /// What stands right behind the group: `has to`, `is set to`, `is to`.
    fn read_after(&mut self, words: &Words<'_>, tokens: &[usize], at: usize, length: usize) {
        let Some(head) = self.head else { return };
        let Some(place) = tokens[at..].iter().take(length + 8).position(|index| *index == head).map(|offset| at + offset) else { return };
        let to_follows = |place: usize| tokens.get(place + 1).is_some_and(|index| words.is(*index, FunctionWord::To));
        let is_have = words.is_any(head, &["have", "has", "need", "needs"]) || words.is_any(head, &["had"]);
        let is_going = self.has_be && words.is_any(head, &["going", "set", "expected", "due", "bound", "poised", "likely", "scheduled"]);
        let is_be = self.has_be && words.is_any(head, &["is", "are"]);
        let intends = !self.has_perfect
            && words.is_any(head, &["plan", "plans", "planned", "intends", "intend", "intended", "vowed", "vows", "aims", "hopes"]);
        let expects = words.is_any(head, &["expect", "expects", "expected"]) && !self.has_be && self.modal.is_none();
        // `is due to`, `are likely to`: the adjective is no verb of the group.
        let next_is_adjective =
            self.has_be && tokens.get(place + 1).is_some_and(|index| words.is_any(*index, &["due", "likely", "set", "about", "poised"]));
        if is_have && to_follows(place) {
            self.modal = Some("have-to");
        } else if (is_going || is_be || intends) && to_follows(place) || next_is_adjective && to_follows(place + 1) || expects {
            self.modal = Some("going");
        }
    }

    fn is_any_modal(&self, modals: &[&str]) -> bool {
        self.modal.is_some_and(|modal| modals.contains(&modal))
    }
}

/// How many figures the main clause holds.
struct Figures {
    /// Digits, money, percent, `tens of thousands`.
    strong: usize,
    /// Number words: `two`.
    weak: usize,
}

/// A statement with its main clause.
struct Statement<'a> {
    words: &'a Words<'a>,
    tokens: &'a [usize],
    clause: Clause,
    verb: Verb,
    voice: Voice,
}

impl Statement<'_> {
    fn main(&self) -> impl Iterator<Item = usize> + '_ {
        self.tokens.iter().zip(&self.clause.in_main).filter(|(_, in_main)| **in_main).map(|(index, _)| *index)
    }

    fn main_cues(&self) -> ClaimCues {
        self.main().fold(ClaimCues::NONE, |cues, index| cues.with(self.words.get(index).cues))
    }

    fn all_cues(&self) -> ClaimCues {
        self.tokens.iter().fold(ClaimCues::NONE, |cues, index| cues.with(self.words.get(*index).cues))
    }

    /// Whether any of `lists` begins somewhere: each is a run of words.
    fn has_phrase(&self, phrases: &[&[&str]]) -> bool {
        let runs = |phrase: &&[&str], at: usize| {
            phrase
                .iter()
                .enumerate()
                .all(|(offset, word)| self.tokens.get(at + offset).is_some_and(|index| self.words.is_any(*index, &[word])))
        };
        (0..self.tokens.len()).any(|at| phrases.iter().any(|phrase| runs(phrase, at)))
    }

    fn first_is(&self, words: &[&str]) -> bool {
        let start = usize::from(self.tokens.first().is_some_and(|index| {
            self.words.is(*index, FunctionWord::Conjunction) || self.words.is_any(*index, &["now", "so", "then", "please"])
        }));
        self.tokens.get(start).is_some_and(|index| self.words.is_any(*index, words))
    }

    /// Whether the subject is one of `pronouns`.
    fn subject_is(&self, pronouns: &[&str]) -> bool {
        let Some(verb) = self.clause.verb else { return false };
        let own = self.words.text(self.tokens[verb]);
        if let Some((subject, _)) = own.split_once(['\'', '’']).filter(|_| self.words.part(self.tokens[verb]) == Part::PronounWithVerb) {
            return pronouns.iter().any(|pronoun| pronoun.eq_ignore_ascii_case(subject));
        }
        let before = self.tokens[..verb].iter().rev().find(|index| !self.words.is(**index, FunctionWord::Adverb));
        before.is_some_and(|index| self.words.is_any(*index, pronouns))
    }

    fn figures(&self) -> Figures {
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
                word.cues.any(ClaimCues::PERCENT.with(ClaimCues::SHARE)) && !(is_ranked && !self.words.is_any(*index + 1, &["of"]));
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
    fn is_bounded(&self, at: usize) -> bool {
        let words = self.words;
        let before = |back: usize, list: &[&str]| at.checked_sub(back).is_some_and(|before| words.is_any(self.tokens[before], list));
        let softened = at > 0 && words.get(self.tokens[at - 1]).cues.any(ClaimCues::HEDGE_OF_NUMBER);
        let least = before(1, &["least", "most", "than"]);
        let share = self.tokens.get(at + 1).is_some_and(|index| words.is_any(*index, &["in"]))
            && self.tokens.iter().skip(at + 2).take(2).any(|index| words.get(*index).cues.any(ClaimCues::NUMBER));
        softened || least || share
    }

    /// Whether the number at `at` counts something: no year, day of a month, age or time of day.
    fn counts(&self, at: usize) -> bool {
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

    fn hedges(&self) -> Vec<Span> {
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
    fn hedge_phrase(&self, at: usize) -> Option<usize> {
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
        let begins = |phrase: &&[&str]| {
            phrase
                .iter()
                .enumerate()
                .all(|(offset, word)| self.tokens.get(at + offset).is_some_and(|index| self.words.is_any(*index, &[word])))
        };
        let length = PHRASES.iter().find(|phrase| begins(phrase))?.len();
        let next = *self.tokens.get(at + length)?;
        let cues = self.words.get(next).cues;
        cues.any(ClaimCues::NUMBER.with(ClaimCues::MONEY).with(ClaimCues::SHARE)).then_some(length)
    }

    fn polarity(&self) -> Polarity {
        if self.voice == Voice::Denied {
            return Polarity::Negative;
        }
        let words = self.words;
        let denies = |at: usize, index: usize| {
            let only_next = self.tokens.get(at + 1).is_some_and(|next| words.is_any(*next, &["only", "just", "least"]));
            let contrasts = at > 0 && (words.part(self.tokens[at - 1]) == Part::Comma || words.is_any(self.tokens[at - 1], &["than"]));
            words.get(index).cues.any(ClaimCues::NEGATION) && !only_next && !(contrasts && words.is_any(index, &["not"]))
        };
        let refuses = self.verb.head.is_some_and(|head| {
            self.words.is_any(head, &["refused", "refuses", "refuse", "failed", "fails", "fail", "declined", "declines", "unanswered"])
        });
        let says_false = self.has_phrase(&[&["is", "false"], &["was", "false"], &["are", "false"], &["is", "untrue"], &["was", "untrue"]]);
        let in_main = |at: usize| self.clause.in_main[at] || self.clause.verb.is_none();
        // what stands behind a second finite verb is denied by itself: `remains open but hasn't been asked`
        let verb = self.clause.verb.unwrap_or(0);
        let second = (verb + 1..self.tokens.len()).find(|at| words.get(self.tokens[*at]).is_finite).unwrap_or(self.tokens.len());
        let is_negative = self.tokens[..second].iter().enumerate().any(|(at, index)| in_main(at) && denies(at, *index));
        if is_negative || refuses || says_false { Polarity::Negative } else { Polarity::Positive }
    }

    fn is_imperative(&self) -> bool {
        self.voice == Voice::Direct
            && (self.first_is(&[
                "let", "let's", "let’s", "don't", "don’t", "do", "stop", "keep", "give", "tell", "show", "stay", "help", "come", "go",
            ]) && self.clause.verb.is_none_or(|verb| verb > 0)
                || self.first_is(&["don't", "don’t", "let's", "let’s"]))
    }

    fn has_condition(&self) -> bool {
        self.tokens.iter().any(|index| self.words.is_any(*index, &["if", "unless"]))
    }

    fn modality(&self) -> Modality {
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

    fn tense(&self, modality: Modality) -> Tense {
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
    fn is_scheduled(&self) -> bool {
        let Some(head) = self.verb.head else { return false };
        let is_begin = self
            .words
            .is_any(head, &["takes", "resumes", "resume", "expires", "expire", "begins", "begin", "opens", "ends", "starts", "meets"]);
        let has_date = self.tokens.iter().any(|index| self.words.get(*index).is_date);
        is_begin && has_date || self.verb.has_be && self.words.is_any(head, &["scheduled", "due"])
    }

    /// Whether the main verb says what somebody wants or is for or against.
    fn wants(&self) -> bool {
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

    fn is_causal(&self) -> bool {
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
            self.words.is_any(index, &["caused", "causes", "cause", "triggered", "triggers", "prompted", "sparked", "blamed"])
                && self.words.get(index).forms.any(VerbForms::PAST.with(VerbForms::THIRD_PERSON).with(VerbForms::PARTICIPLE))
        });
        by_verb || self.has_phrase(&CAUSES)
    }

    fn is_comparison(&self) -> bool {
        let words = self.words;
        self.tokens.iter().enumerate().any(|(at, index)| {
            let before = at.checked_sub(1).map(|before| self.tokens[before]);
            let is_superlative = words.get(*index).cues.any(ClaimCues::SUPERLATIVE)
                && before.is_some_and(|before| {
                    matches!(words.part(before), Part::Function(FunctionWord::Determiner | FunctionWord::Possessive))
                        || words.part(before) == Part::PossessiveMark
                });
            let is_than = words.is_any(*index, &["than"]) && !self.tokens.get(at + 1).is_some_and(|next| words.part(*next) == Part::Number);
            is_superlative || is_than
        })
    }

    /// Whether it is a judgement or a feeling.
    fn is_opinion(&self) -> bool {
        let cues = self.main_cues();
        let verb = &self.verb;
        let is_own_voice = self.voice == Voice::Direct;
        let says_i = self.subject_is(&["i", "we", "i'm"]);
        let thinks = verb.head.is_some_and(|head| {
            self.words.is_any(head, &["think", "believe", "feel", "feels", "love", "hate", "hope", "wish", "fear", "doubt", "suspect"])
        });
        let is_copula = verb.has_be && !verb.is_progressive && !verb.is_passive && verb.modal.is_none();
        let is_generic = self.subject_is(&["you", "nobody", "everybody", "everyone"]) && !verb.has_past && !verb.has_perfect;
        let tells_of_this = self.subject_is(&["this", "that", "these", "those", "it"]);
        let is_judged = is_copula && (!verb.has_past || tells_of_this) && !self.subject_is(&["there", "he", "she"]);
        let is_negative = self.polarity() == Polarity::Negative;
        let denies_in_general = is_negative
            && self
                .clause
                .verb
                .is_some_and(|at| self.words.is_any(self.tokens[at], &["do", "does", "don't", "doesn't", "don’t", "doesn’t"]))
            && !says_i;
        let exceeds = self.main().any(|index| self.words.is_any(index, &["too", "simply"])) && !verb.has_past;
        let likens =
            verb.head.is_some_and(|head| self.words.is_any(head, &["sounded", "looked", "felt", "seems", "seemed", "sounds", "feels"]));
        cues.any(ClaimCues::OPINION)
            || says_i && thinks
            || is_own_voice && (is_generic || is_judged || likens || denies_in_general || exceeds)
            || self.has_phrase(&[&["i'd", "treat"], &["i’d", "treat"]])
    }

    fn kind(&self, modality: Modality, figures: &Figures) -> ClaimKind {
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
    fn is_stance(&self) -> bool {
        let Some(head) = self.verb.head else { return false };
        let is_link = self.verb.has_be && !self.verb.is_passive || self.words.is_any(head, &["has", "have"]);
        self.words.get(head).cues.any(ClaimCues::POSITION) || is_link && self.main_cues().any(ClaimCues::POSITION)
    }

    /// Whether a figure is its point.
    fn is_statistic(&self, figures: &Figures) -> bool {
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

    fn event_or_state(&self) -> ClaimKind {
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
