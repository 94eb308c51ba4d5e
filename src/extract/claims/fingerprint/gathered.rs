//! What is gathered from the words of a claim, and the content it comes to.

use rustc_hash::FxHashSet;

use super::Content;
use super::keys::place_stem;
use super::roles::Deed;
use super::word::{Term, Word};
use crate::lexicon::claim_words::{class_of, has_opposite, is_empty_word, is_kind, is_light_beside_figure, is_understood, tells_apart};
use crate::lexicon::function_words::function_word;
use crate::lexicon::number_words::ordinal;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, classes_of};

/// Acts, and those who do them when nobody else is named: `officers arrested the suspect` as `the suspect was arrested`.
const IMPLIED: [(&str, &[&str]); 6] = [
    ("arrest", &["police", "detective"]),
    ("jail", &["court", "jury"]),
    ("convict", &["court", "jury"]),
    ("acquit", &["court", "jury"]),
    ("rescue", &["crew"]),
    ("fire", &["firefighter", "crew"]),
];

/// Classes or stems, and what each comes to where it is denied.
const OPPOSITES: [(&str, &str); 12] = [
    ("pace", "lag"),
    ("allow", "ban"),
    ("survive", "die"),
    ("legal", "illegal"),
    ("likely", "unlikely"),
    ("clear", "uncertain"),
    ("certain", "uncertain"),
    ("chang", "unchanged"),
    ("safe", "dangerous"),
    ("present", "absent"),
    ("attend", "absent"),
    ("heed", "ignore"),
];

/// From how many points on a claim is specific that names somebody or something: a name counts one, a date two or three, a figure two to six.
/// By the pairs for development, from 2 to 4 do equally well.
const SPECIFIC: usize = 3;
/// The same of a claim without a name: `It rose 12 percent` may be said of anything.
const SPECIFIC_WITHOUT_NAME: usize = 6;

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
            | "expected" | "expects" | "scheduled" | "hopes" | "poised" | "want" | "wants" | "seeks"
                if next == "to" =>
            {
                self.is_future = true;
            }
            // `is due in Abravia`, `is set for Friday`
            "due" | "scheduled" | "set" if matches!(next, "in" | "on" | "for" | "at") => {
                self.is_future = true;
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
            "agreed" | "agrees" | "agree" if next == "to" => {
                self.is_future = true;
                return false;
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

    /// Adds a name; `side` where it acts or is acted upon.
    pub(super) fn add_name(&mut self, key: &str, side: Option<Side>) {
        // `Lissen Valley` as `the Lissen valley`
        let is_plain = |word: &str| tells_kind(word) || class_of(word).is_some();
        let all_plain = key.split(' ').all(is_plain);
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

    /// The content that all of it comes to.
    pub(super) fn into_content(mut self) -> Content {
        let is_denied = self.settle_denial();
        let is_denied = self.settle_opposite(is_denied);
        self.settle_sides();
        self.settle_idioms();
        // Where something went matters where it moved: `fell to 4`, `fell by 4`, `from 7 to 8`.
        let moves = self.has(&["rise", "fall"]) || ["from ", "to "].iter().all(|way| self.figures.iter().any(|(own, _)| own == way));
        self.settle_figures();
        let topic = if self.is_specific() { self.take_topic() } else { Vec::new() };
        let mut words = self.words;
        words.extend(self.names);
        words.sort_unstable();
        words.dedup();
        let mut figures: Vec<String> =
            self.figures.into_iter().map(|(way, figure)| if moves { format!("{way}{figure}") } else { figure }).collect();
        let mut dates = self.dates;
        figures.sort_unstable();
        dates.sort_unstable();
        dates.dedup();
        let marks = [
            (is_denied, "denied"),
            (self.is_future && !self.is_possible, "future"),
            (self.is_possible, "possible"),
            (self.is_due, "due"),
            (self.is_advised, "advised"),
        ];
        Content { words, topic, figures, dates, marks: marks.iter().filter(|(holds, _)| *holds).map(|(_, mark)| *mark).collect() }
    }

    /// Whether it is denied; `knew nothing until May` is `did not know before May`.
    fn settle_denial(&mut self) -> bool {
        let is_denied = self.denials % 2 == 1;
        if is_denied && self.has(&["until"]) {
            // nor is `until after`
            self.words.retain(|word| word != "after");
            self.words.iter_mut().filter(|word| *word == "until").for_each(|word| *word = "before".to_owned());
        }
        is_denied
    }

    /// Puts the opposite of what is denied, where a word says it: `has not kept pace` is `lags`. Whether what remains is denied.
    fn settle_opposite(&mut self, is_denied: bool) -> bool {
        let Some((affirmed, opposite)) = OPPOSITES.iter().find(|(affirmed, _)| is_denied && self.has(&[affirmed])) else {
            return is_denied;
        };
        self.replace(&[affirmed], opposite);
        false
    }

    /// Says to whom it was done, or else who did it: `A hit B` and `B hit A` hold the same words.
    fn settle_sides(&mut self) {
        if self.is_loss {
            self.replace(&["los", "lose"], "win");
        }
        // who goes to a place is not told from the place
        let sides = if self.actors.is_empty() { &mut self.places } else { &mut self.actors };
        sides.sort_unstable();
        sides.dedup();
        let has_both = sides.len() > 1;
        let actor = self.by_actor.as_ref().or(self.first_actor.as_ref()).filter(|_| has_both);
        if !self.patients.is_empty() {
            self.words.extend(self.patients.iter().map(|patient| format!("patient {patient}")));
        } else if let Some(actor) = actor {
            self.words.push(format!("actor {actor}"));
        }
    }

    /// Puts one word for what several say together, and leaves out those who do it when nobody else is named.
    fn settle_idioms(&mut self) {
        // who left home had to
        if self.is_own_home && self.has(&["leav", "leave", "escape"]) {
            self.replace(&["home", "leav", "leave", "escape"], "evacuate");
            self.light.push("evacuate".to_owned());
            self.is_due = false;
        }
        if self.has(&["hurt", "die", "damage"]) {
            self.words.retain(|word| word != "report");
        }
        // a court throws out what it overturns
        if self.has(&["reject"]) && self.has(&["convict", "verdict"]) {
            self.replace(&["reject"], "overturn");
            self.light.push("overturn".to_owned());
        }
        if self.has(&["postpone"]) {
            self.words.retain(|word| word != "until");
        }
        self.is_future &= !self.has(&["takeeffect"]);
        if self.has(&["life"]) && self.has(&["claim", "lose", "los", "cost"]) {
            self.replace(&["life", "claim", "lose", "los", "cost"], "die");
        }
        for (act, doers) in IMPLIED {
            if self.has(&[act]) {
                self.words.retain(|word| !doers.contains(&word.as_str()));
            }
        }
    }

    /// Leaves out what says little beside figures: there are many words for one event, and what remains is who, what, how many, which way and
    /// when.
    fn settle_figures(&mut self) {
        if self.figures.iter().any(|(_, figure)| figure.contains(':')) {
            // how many for and against says who voted, too
            self.words.retain(|word| !matches!(word.as_str(), "vote" | "parliament" | "lawmaker" | "goal" | "scor"));
            // a draw is a result; a crowd is drawn
            self.light.retain(|word| word != "draw");
        }
        let is_share = self.figures.iter().any(|(_, figure)| figure.ends_with("percent"));
        let are_jobs = self.has(&["job"]);
        const LOSSES: [&str; 7] = ["los", "lose", "loss", "shed", "fall", "disappear", "disappearance"];
        if (is_share || are_jobs) && self.has(&LOSSES) {
            self.replace(&LOSSES, if are_jobs { "layoff" } else { "fall" });
        }
        if !self.figures.is_empty() {
            self.words.retain(|word| has_opposite(word) || !self.light.contains(word));
        }
    }

    /// Whether names, figures and dates alone tell the claim from nearly all others.
    fn is_specific(&self) -> bool {
        let of_figure = |figure: &str| match figure.bytes().filter(u8::is_ascii_digit).count() {
            _ if figure.starts_with('#') => 2,
            0 | 1 => 2,
            2 => 4,
            _ => 6,
        };
        let of_date = |date: &String| if date.bytes().any(|byte| byte.is_ascii_digit()) { 3 } else { 2 };
        let figures: usize = self.figures.iter().map(|(_, figure)| of_figure(figure)).sum();
        let dates: usize = self.dates.iter().map(of_date).sum();
        let names: FxHashSet<&String> = self.names.iter().collect();
        let least = if names.is_empty() { SPECIFIC_WITHOUT_NAME } else { SPECIFIC };
        figures + dates + names.len() >= least
    }

    /// Takes out what a specific claim is about: two desks seldom choose the same words for that. What tells facts apart stays.
    fn take_topic(&mut self) -> Vec<String> {
        let names: FxHashSet<&str> = self.names.iter().map(String::as_str).collect();
        // a bill that is introduced is not passed yet
        let is_law = self.has(&["bill", "law", "legisl", "measur"]);
        let is_left_out = |word: &str| is_understood(word) && !(is_law && matches!(word, "introduce" | "approve" | "back"));
        // `Category 2`
        let is_number = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
        let is_side = |word: &str| word.split_once(' ').is_some_and(|(_, side)| side.split(' ').any(|side| names.contains(side)));
        let (kept, mut topic): (Vec<String>, Vec<String>) = std::mem::take(&mut self.words)
            .into_iter()
            .partition(|word| tells_apart(word) && !is_left_out(word) || is_number(word) || is_side(word));
        self.words = kept;
        topic.sort_unstable();
        topic.dedup();
        topic
    }

    fn has(&self, wanted: &[&str]) -> bool {
        self.words.iter().any(|word| wanted.contains(&word.as_str()))
    }

    /// Puts `new` in the place of the words `old`.
    fn replace(&mut self, old: &[&str], new: &str) {
        self.words.retain(|word| !old.contains(&word.as_str()));
        self.words.push(new.to_owned());
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
