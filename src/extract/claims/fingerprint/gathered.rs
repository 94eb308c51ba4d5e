//! What is gathered from the words of a claim.

use std::borrow::Cow;
use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::keys::place_stem;
use super::roles::Deed;
use super::word::{Term, Word, is_verb};
use crate::lexicon::claim_words::{class_of, is_class, is_empty_word, is_kind, is_light_beside_figure, undone};
use crate::lexicon::function_words::function_word;
use crate::lexicon::number_words::ordinal;
use crate::lexicon::stem::stem;
use crate::lexicon::{WordClasses, classes_of};

/// What is gathered from the words of a claim, as its reader has them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Gathered<'r> {
    pub(super) words: Vec<Cow<'r, str>>,
    /// The words of names.
    pub(super) names: Vec<Cow<'r, str>>,
    /// Those of `words` that say little beside a figure: verbs that are no nouns, `average`.
    pub(super) light: Vec<Cow<'r, str>>,
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
    pub(super) first_actor: Option<&'r str>,
    /// The name after `by`.
    pub(super) by_actor: Option<&'r str>,
    pub(super) actors: Vec<&'r str>,
    /// Places that act or are acted upon.
    pub(super) places: Vec<&'r str>,
    /// To whom it was done, where a verb tells it.
    pub(super) patients: Vec<Cow<'r, str>>,
    /// Whether somebody lost to another.
    pub(super) is_loss: bool,
}

impl<'r> Gathered<'r> {
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
                self.add_said("pay", true);
                self.is_due = true;
            }
            "must" | "require" | "requires" | "required" | "need" | "needs" => self.is_due = true,
            _ => return false,
        }
        true
    }

    /// Adds a name, of a person or not; `side` where it acts or is acted upon.
    pub(super) fn add_name(&mut self, key: &'r str, is_person: bool, side: Option<Side>) {
        // `Lissen Valley` as `the Lissen valley`
        let is_plain = |word: &str| tells_kind(word) || class_of(word).is_some() || is_class(word);
        // `Parliament` is no more a name than `parliament`; `Price` may be
        let all_plain = (is_person || key.contains(' ')) && key.split(' ').all(is_plain);
        for word in key.split(' ') {
            let of_name = if is_plain(word) && !all_plain { &mut self.words } else { &mut self.names };
            of_name.push(class_of(word).unwrap_or(word).into());
        }
        if let Some(side) = side {
            if side.follows_by {
                self.by_actor.get_or_insert(key);
            }
            self.first_actor.get_or_insert(key);
            let actors = if side.is_place { &mut self.places } else { &mut self.actors };
            actors.push(key);
        }
    }

    /// Adds a class that several words together make.
    pub(super) fn add_class(&mut self, class: &'static str, weight: Weight) {
        let is_light = match weight {
            Weight::Whole => false,
            Weight::Act => true,
            Weight::Thing => is_verb(class) || is_light_beside_figure(class),
        };
        if !is_empty_word(class) {
            self.add_said(class, is_light);
        }
    }

    /// Adds the stems of a token.
    pub(super) fn add_token(&mut self, word: &'r Word, word_use: Use) {
        if !word.is_plain {
            return add_word(&word.lower, word_use, self);
        }
        if let Some(stem) = word.stem.as_deref().filter(|_| word.lower != "s") {
            let class = word.content.as_ref().map_or_else(|| class_of(stem), |term| term.class);
            if word_use == Use::Name && class.is_none() && !tells_kind(&word.lower) {
                self.names.push(place_stem(stem).into());
            } else if let Some(term) = &word.content {
                self.add_said(term.name.as_str(), term.is_light_as(word_use));
            }
        }
    }

    fn add_term(&mut self, term: Option<Term>, word_use: Use) {
        if let Some(term) = term {
            let is_light = term.is_light_as(word_use);
            self.add_said(String::from(term.name), is_light);
        }
    }

    /// Adds a class, or the stem of a word that has none.
    fn add_said(&mut self, said: impl Into<Cow<'r, str>>, is_light: bool) {
        let said = said.into();
        if is_light {
            self.light.push(said.clone());
        }
        self.words.push(said);
    }

    /// Adds to whom a verb says that it was done.
    pub(super) fn add_deed(&mut self, deed: Option<Deed<'r>>) {
        let Some(deed) = deed else { return };
        self.patients.push(deed.patient);
        self.is_loss |= deed.is_loss;
    }

    /// Adds a function word that changes what is claimed.
    pub(super) fn add_particle(&mut self, word: &'r str) {
        self.add_said(word, is_light_beside_figure(word));
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
pub(super) fn add_word(word: &str, word_use: Use, gathered: &mut Gathered<'_>) {
    let joined = word.replace('-', "").to_lowercase();
    if joined.len() < word.len() {
        let stem = stem(&joined);
        if class_of(&stem).is_some() {
            return gathered.add_term(Term::new(&stem, &joined), word_use);
        }
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
            None => gathered.add_term(Term::new(&stem(lower), lower), word_use),
        }
    }
}

/// Whether `word` (lower case) says of what kind a name is, within it too: `Lissen Valley`, `Brackholm Airport`.
fn tells_kind(word: &str) -> bool {
    is_kind(word) || classes_of(word).any(WordClasses::LAST_OF_THING)
}

/// What [`Gathered::add_mark`] and the reader's marks may begin with, besides `n't` and `'ll`.
pub(super) const MARKS: &str = "
    not never no unable nobody none nothing neither nor cannot without fail fails failed failing failure deny denies denied denying lack lacks
    lacked lacking unknown unaware have has had planning plans will would shall plan planned intends intend intended aims aim going due set
    expected expects expect scheduled hopes hope poised want wants seeks seek intention thinking considering considers consider considered
    mulling weighing may might could possibly yet about likely forced obliged compelled bound agreed agrees agree refused refuses refuse
    refusing should ought owe owes owed must require requires required need needs is are whether spring summer autumn winter fall starting
    beginning effective";

/// Whether what begins with the word (lower case) may deny, foretell or oblige, or open a date.
pub(super) fn opens_mark(word: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| MARKS.split_whitespace().collect());
    INDEX.contains(word) || word.ends_with("n't") || word.ends_with("'ll") || undone(word).is_some()
}
