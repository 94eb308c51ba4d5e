//! What is gathered from the words of a claim.

use super::keys::place_stem;
use super::roles::Deed;
use super::word::{Term, Word};
use crate::lexicon::claim_words::{class_of, is_class, is_empty_word, is_kind, is_light_beside_figure};
use crate::lexicon::function_words::function_word;
use crate::lexicon::number_words::ordinal;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, classes_of};

/// What is gathered from the words of a claim.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) words: Vec<String>,
    /// The words of names.
    pub(super) names: Vec<String>,
    /// Those of `words` that say little beside a figure: verbs that are no nouns, `average`.
    pub(super) light: Vec<String>,
    /// With `from` or `to` before it.
    pub(super) figures: Vec<(&'static str, String)>,
    pub(super) dates: Vec<String>,
    pub(super) denials: usize,
    pub(super) is_future: bool,
    pub(super) is_possible: bool,
    pub(super) is_due: bool,
    pub(super) is_advised: bool,
    /// Whether a home is named with those whose it is.
    pub(super) is_own_home: bool,
    /// Words to come that are read already.
    pub(super) skipped: usize,
    /// The first name that may act.
    pub(super) first_actor: Option<String>,
    /// The name after `by`.
    pub(super) by_actor: Option<String>,
    pub(super) actors: Vec<String>,
    /// Places that act or are acted upon.
    pub(super) places: Vec<String>,
    /// To whom it was done, where a verb tells it.
    pub(super) patients: Vec<String>,
    /// Whether somebody lost to another.
    pub(super) is_loss: bool,
}

impl Gathered {
    /// Takes in words that deny, foretell or oblige; `false` where it is none of them.
    pub(super) fn add_mark(&mut self, word: &str, next: &str) -> bool {
        match word {
            "not" if next == "only" => {}
            "not" | "never" | "no" | "unable" | "nobody" | "none" | "nothing" | "neither" | "nor" | "cannot" | "without" => {
                self.denials += 1
            }
            "fail" | "fails" | "failed" | "failing" | "failure" if next == "to" => self.denials += 1,
            "deny" | "denies" | "denied" | "denying" | "lack" | "lacks" | "lacked" | "lacking" => self.denials += 1,
            "unknown" | "unaware" => self.denials += 1,
            "have" | "has" | "had" if next == "to" => self.is_due = true,
            "planning" | "plans" if next.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') && !next.is_empty() => {
                self.is_future = true
            }
            word if word.ends_with("n't") => {
                self.denials += 1;
                self.is_future |= word == "won't" || word == "wouldn't";
            }
            "will" | "would" | "shall" => self.is_future = true,
            word if word.ends_with("'ll") => self.is_future = true,
            "plan" | "plans" | "planned" | "planning" | "intends" | "intend" | "intended" | "aims" | "aim" | "going" | "due" | "set"
            | "expected" | "expects" | "expect" | "scheduled" | "hopes" | "hope" | "poised" | "want" | "wants" | "seeks" | "seek"
                if next == "to" =>
            {
                self.is_future = true;
            }
            // `is due in Abravia`, `is set for Friday`
            "due" | "scheduled" | "set" if matches!(next, "in" | "on" | "for" | "at") => {
                self.is_future = true;
            }
            // `is planning the construction of`, `has no intention of`
            "planning" if matches!(next, "the" | "a" | "an" | "its" | "their") => self.is_future = true,
            "intention" if matches!(next, "of" | "to") => self.is_future = true,
            // `is considering ordering`
            "thinking" if next == "of" => self.is_possible = true,
            "considering" | "considers" | "consider" | "considered" | "mulling" | "weighing" if next.ends_with("ing") => {
                self.is_possible = true;
            }
            // `could not stop`: was not able to
            "could" if next == "not" => {}
            "may" | "might" | "could" | "possibly" => self.is_possible = true,
            "yet" if next == "to" => self.denials += 1,
            "about" if next == "to" => self.is_future = true,
            "likely" if next == "to" => {
                self.is_future = true;
                return false;
            }
            "forced" | "obliged" | "compelled" | "bound" if next == "to" => self.is_due = true,
            "agreed" | "agrees" | "agree" if next == "to" => self.is_future = true,
            // `refused to sign`: would not
            "refused" | "refuses" | "refuse" | "refusing" if next == "to" => {
                self.denials += 1;
                self.is_future = true;
            }
            "should" | "ought" => self.is_advised = true,
            "owe" | "owes" | "owed" => {
                self.words.push("pay".to_owned());
                self.light.push("pay".to_owned());
                self.is_due = true;
            }
            "must" | "require" | "requires" | "required" | "need" | "needs" => self.is_due = true,
            _ => return false,
        }
        true
    }

    /// Adds a name, of a person or not; `side` where it acts or is acted upon.
    pub(super) fn add_name(&mut self, key: &str, is_person: bool, side: Option<Side>) {
        // `Lissen Valley` as `the Lissen valley`
        let is_plain = |word: &str| tells_kind(word) || class_of(word).is_some() || is_class(word);
        // `Parliament` is no more a name than `parliament`; `Price` may be
        let all_plain = (is_person || key.contains(' ')) && key.split(' ').all(is_plain);
        for word in key.split(' ') {
            let of_name = if is_plain(word) && !all_plain { &mut self.words } else { &mut self.names };
            of_name.push(class_of(word).unwrap_or(word).to_owned());
        }
        if let Some(side) = side {
            if side.follows_by {
                self.by_actor.get_or_insert_with(|| key.to_owned());
            }
            self.first_actor.get_or_insert_with(|| key.to_owned());
            let actors = if side.is_place { &mut self.places } else { &mut self.actors };
            actors.push(key.to_owned());
        }
    }

    /// Adds a class that several words together make.
    pub(super) fn add_class(&mut self, class: &str, weight: Weight) {
        let is_light = match weight {
            Weight::Whole => false,
            Weight::Act => true,
            Weight::Thing => is_verb(class) || is_light_beside_figure(class),
        };
        if is_empty_word(class) {
            return;
        }
        self.words.push(class.to_owned());
        self.light.extend(is_light.then(|| class.to_owned()));
    }

    /// Adds the stems of a token.
    pub(super) fn add_token(&mut self, word: &Word, word_use: Use) {
        let is_plain = word.lower.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_plain {
            return add_word(&word.lower, word_use, self);
        }
        if let Some(stem) = word.stem.as_deref().filter(|_| word.lower != "s") {
            let class = word.content.as_ref().map_or_else(|| class_of(stem), |term| term.class);
            if word_use == Use::Name && class.is_none() && !tells_kind(&word.lower) {
                self.names.push(place_stem(stem));
                return;
            }
            self.add_term(&word.lower, word.content.clone(), word_use);
        }
    }

    fn add_term(&mut self, lower: &str, term: Option<Term>, word_use: Use) {
        let Some(term) = term else { return };
        let of_class = term.class.unwrap_or(lower);
        let is_act = match word_use {
            Use::Noun | Use::Name => false,
            Use::Act => is_verb(of_class) || verb_forms(of_class) == VerbForms::NONE && verb_forms(lower) != VerbForms::NONE,
            Use::Open => is_verb(of_class) || verb_forms(of_class) == VerbForms::NONE && is_verb(lower),
        };
        if is_act || term.is_light {
            self.light.push(term.name.clone());
        }
        self.words.push(term.name);
    }

    /// Adds to whom a verb says that it was done.
    pub(super) fn add_deed(&mut self, deed: Option<Deed>) {
        let Some(deed) = deed else { return };
        self.patients.push(deed.patient);
        self.is_loss |= deed.is_loss;
    }

    /// Adds a function word that changes what is claimed.
    pub(super) fn add_particle(&mut self, word: &str) {
        self.words.push(word.to_owned());
        if is_light_beside_figure(word) {
            self.light.push(word.to_owned());
        }
    }
}

/// How a name stands with what is done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    pub(super) is_place: bool,
    /// After `by`.
    pub(super) follows_by: bool,
}

/// How much what several words say together counts beside a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// As much as anywhere.
    Whole,
    /// As an act: little, unless it has an opposite.
    Act,
    /// As a thing: as its class says.
    Thing,
}

/// What a word is where it stands: by an article before it and `of` behind it, or its capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// A noun: `the fire`.
    Noun,
    /// What somebody does or what happens, as a noun: `the collapse of`.
    Act,
    /// Neither stands there.
    Open,
    /// A capital within the sentence.
    Name,
}

/// Adds the stems of a word, the parts of a joined one each, unless it has a class as a whole: `take-off`.
pub(super) fn add_word(word: &str, word_use: Use, gathered: &mut Gathered) {
    let joined = word.replace('-', "").to_lowercase();
    if joined.len() < word.len() && class_of(&stem(&joined)).is_some() {
        return gathered.add_term(&joined, Term::of_stem(&stem(&joined)), word_use);
    }
    for piece in word.split(['-', '/']) {
        let lower = piece.to_lowercase().replace('’', "'");
        let lower = lower.trim_matches(|sign: char| !sign.is_alphanumeric());
        if lower.is_empty() || lower == "s" {
            continue;
        }
        // `second-floor` as `on the second floor`
        match ordinal(lower).filter(|_| piece.len() < word.len()) {
            Some(order) => gathered.figures.push(("", format!("#{order}"))),
            None if function_word(lower).is_some() => {}
            None => gathered.add_term(lower, Term::of_stem(&stem(lower)), word_use),
        }
    }
}

/// Whether `word` (lower case) says of what kind a name is, within it too: `Lissen Valley`, `Brackholm Airport`.
fn tells_kind(word: &str) -> bool {
    is_kind(word) || classes_of(word).any(WordClasses::LAST_OF_THING)
}

/// Whether `word` (lower case) is a verb and hardly a noun: `weathered`, not `plans`.
fn is_verb(word: &str) -> bool {
    let forms = verb_forms(word);
    forms != VerbForms::NONE && !forms.any(VerbForms::OFTEN_NOUN)
}
