//! The words of a claim one by one.

use super::gathered::{Gathered, Use, add_word};
use super::{ContentReader, Place, is_article};
use crate::annotation::{EntityType, MentionKind};
use crate::lexicon::claim_words::{class_of, is_mass_noun, telling, undone};
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::number_words::cardinal;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{TokenKind, TokenRange};

/// Farthest that `from` and `to` stand from each other, in tokens.
const GOAL_WITHIN: usize = 24;

/// Classes or stems of what something is held against.
const STANDARDS: [&str; 8] = ["wage", "averag", "limit", "level", "threshold", "target", "norm", "forecast"];

/// Function words that change what is claimed, and a verb that may stand for one: what [`ContentReader::read_particle`] knows.
const PARTICLES: [&str; 20] = [
    "another",
    "following",
    "before",
    "after",
    "since",
    "until",
    "more",
    "less",
    "fewer",
    "if",
    "below",
    "above",
    "only",
    "some",
    "all",
    "every",
    "from",
    "both",
    "than",
    "against",
];

/// Endings of nouns that hardly a name has: `Turnout fell`, `Unemployment rose`.
const NOUN_ENDINGS: [&str; 9] = ["ment", "tion", "sion", "ness", "ism", "ship", "out", "put", "fall"];

impl ContentReader<'_> {
    /// Adds the word at `index` of the part `part`.
    pub(super) fn read_word<'r>(&'r self, index: usize, part: TokenRange, gathered: &mut Gathered<'r>) {
        if !matches!(self.document.tokens()[index].kind, TokenKind::Word | TokenKind::Number) || self.stands_before_name(index) {
            return;
        }
        if gathered.skipped > 0 {
            gathered.skipped -= 1;
            return;
        }
        let word = &self.words[index];
        if word.is_silent() && self.pairs_behind(index, part).is_none() {
            return;
        }
        if self.is_kind_of_name(index, part) || self.describes_kind(index, part) || self.read_rate(index, part, gathered) {
            return;
        }
        if self.read_idiom(index, part, gathered) || self.read_mark(index, part, gathered) {
            return;
        }
        if word.class == Some("home") {
            gathered.is_own_home |=
                self.is_owned(index) || matches!(self.word_before(index), "left" | "leave" | "fled" | "flee" | "fleeing" | "leaving");
        }
        gathered.add_deed(self.deed(index, part));
        if self.read_particle(index, part, gathered) {
            return;
        }
        let next = self.next(index, part);
        // a capital opens a sentence, too; but `Rovington beat`, `Lorvany's`, `Tarvonian`
        let is_name = self.is_capital(index) && (index > part.start || self.opens_with_name(index, next));
        let word_use = if is_name {
            Use::Name
        } else {
            match (is_article(self.word_before(index)), next) {
                (true, "of") => Use::Act,
                (true, _) => Use::Noun,
                _ => Use::Open,
            }
        };
        gathered.add_token(word, word_use);
    }

    /// Reads words that deny, foretell or oblige, and those that only open a date.
    fn read_mark(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> bool {
        let opens = self.words[index].opens_mark;
        debug_assert!(opens || says_nothing(|gathered| self.mark(index, part, gathered)), "{:?} opens a mark", self.words[index]);
        opens && self.mark(index, part, gathered)
    }

    /// Reads what begins with one of [`super::gathered::MARKS`].
    fn mark(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> bool {
        let (lower, next) = (self.words[index].lower.as_str(), self.next(index, part));
        // `due to illness` foretells nothing, `due to open` does
        let opens = index + 2 < part.end
            && (self.words[index + 2].forms.any(VerbForms::BASE) || matches!(self.words[index + 2].lower.as_str(), "be" | "have"));
        let is_reason = lower == "due" && next == "to" && !opens;
        // `agreed to a truce`
        let opens_thing = index + 2 < part.end
            && (self.opens_value(index + 2)
                || matches!(self.words[index + 2].part, Some(FunctionWord::Determiner | FunctionWord::Possessive)));
        let is_done = matches!(lower, "agreed" | "agrees" | "agree") && next == "to" && opens_thing;
        // `twice as likely to die`
        let is_compared = lower == "likely" && matches!(self.word_before(index), "as" | "more" | "less" | "most" | "least");
        if !is_reason && !is_done && !is_compared && gathered.add_mark(lower, next) {
            return true;
        }
        // `the plant is to close`
        gathered.is_future |= matches!(lower, "is" | "are") && next == "to";
        // `a wind farm is planned`, `not planned`
        if lower == "planned" && matches!(self.word_before(index), "is" | "are" | "was" | "were" | "be" | "been" | "being" | "not") {
            gathered.is_future = true;
            return true;
        }
        // `over whether to lift it`: whether it should be lifted
        gathered.is_advised |= lower == "whether" && next == "to";
        self.read_season(index, part, gathered) || self.read_undone(index, gathered) || only_opens_date(lower, next)
    }

    /// Reads the season of a year: `autumn 2027`, `the fall of 2027`.
    fn read_season(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> bool {
        let season = match self.words[index].lower.as_str() {
            season @ ("spring" | "summer" | "autumn" | "winter") => season,
            "fall" => "autumn",
            _ => return false,
        };
        let year = if self.next(index, part) == "of" { index + 2 } else { index + 1 };
        let is_year = year < part.end && {
            let word = self.words[year].lower.as_str();
            word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
        };
        if is_year {
            gathered.dates.push(season.to_owned());
        }
        is_year
    }

    /// Reads what was not done: `undeclared gifts`.
    fn read_undone(&self, index: usize, gathered: &mut Gathered<'_>) -> bool {
        let word = &self.words[index];
        let Some(done) = undone(&word.lower) else { return false };
        gathered.denials += 1;
        add_word(done, Use::Open, gathered);
        true
    }

    /// Reads a rate, `hourly` and `per hour` as `an hour`, and half a year, `H1` as `the first half`.
    fn read_rate(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> bool {
        if !self.words[index].opens_rate {
            return false;
        }
        let word = self.words[index].lower.as_str();
        let is_each = is_each(word);
        let Some(rate) = (if is_each { unit_of_rate(self.next(index, part)) } else { rate(word) }) else { return false };
        gathered.figures.push(("", rate.to_owned()));
        gathered.skipped = usize::from(is_each);
        true
    }

    /// Whether the word says only of what kind the name beside it is: `the airline Pelisse`, `the town of Adra`, `Marra island`,
    /// `Pemberlow, the retailer,`.
    fn is_kind_of_name(&self, index: usize, part: TokenRange) -> bool {
        if !self.words[index].is_kind {
            return false;
        }
        let is_name = |at: usize| {
            part.indices().contains(&at)
                && (matches!(self.places[at], Place::Mention(_, MentionKind::Name)) || self.is_capital(at) && self.words[at].part.is_none())
        };
        let before = |back: usize| index.checked_sub(back).filter(|at| part.indices().contains(at));
        let names_before = |back: usize| before(back).is_some_and(is_name);
        let is_apposition = names_before(3)
            && before(2).is_some_and(|at| self.document.word(at) == ",")
            && before(1).is_some_and(|at| is_article(self.document.word(at)));
        is_name(index + 1) || self.next(index, part) == "of" && is_name(index + 2) || names_before(1) || is_apposition
    }

    /// Whether the word describes the kind of a name: `debut novel Salt Road`, `top seed Diallo`.
    fn describes_kind(&self, index: usize, part: TokenRange) -> bool {
        let word = &self.words[index];
        let is_before_kind = index + 1 < part.end && self.words[index + 1].is_kind && self.is_kind_of_name(index + 1, part);
        let is_plain = || word.part.is_none() && word.forms == VerbForms::NONE && cardinal(&word.lower).is_none();
        is_before_kind && is_plain() && !telling(word.base()).tells_apart
    }

    /// Reads function words that change what is claimed.
    fn read_particle<'r>(&'r self, index: usize, part: TokenRange, gathered: &mut Gathered<'r>) -> bool {
        let is_particle = self.words[index].is_particle;
        debug_assert!(
            is_particle || says_nothing(|gathered| self.particle(index, part, gathered)),
            "{:?} is a particle",
            self.words[index]
        );
        is_particle && self.particle(index, part, gathered)
    }

    /// Reads one of [`PARTICLES`].
    fn particle<'r>(&'r self, index: usize, part: TokenRange, gathered: &mut Gathered<'r>) -> bool {
        let (lower, next) = (self.words[index].lower.as_str(), self.next(index, part));
        let counts = next.starts_with(|sign: char| sign.is_ascii_digit()) || cardinal(next).is_some();
        match lower {
            "another" if counts => gathered.add_particle("more"),
            "following" if self.word_before(index) != "the" => gathered.add_particle("after"),
            "before" | "after" | "since" | "until" | "more" | "less" | "fewer" | "if" => gathered.add_particle(lower),
            // `paid below the minimum wage`
            "below" | "above" => match self.last_of_side(index + 1, part.end).filter(|other| STANDARDS.contains(&other.as_ref())) {
                Some(standard) => {
                    gathered.add_particle(if lower == "below" { "less" } else { "more" });
                    gathered.words.push(format!("than {standard}").into());
                }
                None => return false,
            },
            // `will admit only girls`
            "only" if !counts && next.ends_with('s') && !matches!(self.word_before(index), "not" | "the") => gathered.add_particle(lower),
            "some" if next == "of" => gathered.add_particle(lower),
            // `not all`: some do
            "all" | "every" if self.word_before(index).eq_ignore_ascii_case("not") => gathered.add_particle("all"),
            // `from bats to humans`
            "from" => match self.last_of_side(index + 1, part.end).filter(|_| self.has_goal(index, part) && !self.opens_value(index + 1)) {
                Some(source) => gathered.words.push(format!("from {source}").into()),
                None => return false,
            },
            // `both sides`: the two
            "both" if next.ends_with('s') && self.word_before(index) != "," => gathered.figures.push(("", "2".to_owned())),
            "than" if index + 1 < part.end => match self.last_of_side(index + 1, part.end) {
                Some(other) => gathered.words.push(format!("than {other}").into()),
                None => return false,
            },
            "against" => {
                let verb = stem(&self.word_before(index).to_lowercase());
                let is_stand = ["vote", "decide"].contains(&class_of(&verb).unwrap_or(&verb))
                    || ["ruled", "argued", "campaigned"].contains(&self.word_before(index));
                gathered.words.extend(is_stand.then(|| lower.into()));
            }
            _ => return false,
        }
        true
    }

    /// Whether the first word of a part is a name by what follows.
    fn opens_with_name(&self, index: usize, next: &str) -> bool {
        let lower = self.words[index].lower.as_str();
        let is_noun = NOUN_ENDINGS.iter().any(|ending| lower.ends_with(ending));
        let acts = verb_forms(next).any(VerbForms::PAST)
            && !lower.ends_with('s')
            && !is_noun
            && verb_forms(lower) == VerbForms::NONE
            && !is_mass_noun(lower);
        let is_subject = function_word(next) == Some(FunctionWord::Auxiliary)
            && !is_noun
            && !lower.ends_with('s')
            && verb_forms(lower) == VerbForms::NONE
            && self.words[index].class.is_none()
            && !is_mass_noun(lower);
        acts || is_subject || matches!(next, "'s" | "’s" | "shares" | "stock") || lower.ends_with("ian")
    }

    /// Whether a value begins at the token.
    pub(super) fn opens_value(&self, index: usize) -> bool {
        let start = self.document.tokens().get(index).map_or(0, |token| token.span.start);
        self.values.binary_search_by_key(&start, |value| value.span.start).is_ok()
    }

    /// Whether the part says near the token where something goes: `to` and no verb.
    fn has_goal(&self, index: usize, part: TokenRange) -> bool {
        let goes = |at: usize| {
            let next = &self.words[at + 1];
            let opens_thing = matches!(next.part, Some(FunctionWord::Determiner | FunctionWord::Possessive));
            let is_thing = || next.part.is_none() && next.forms == VerbForms::NONE && cardinal(&next.lower).is_none();
            let is_named_or_many = || self.is_capital(at + 1) || next.lower.ends_with('s');
            self.words[at].lower == "to" && (opens_thing || is_thing() && is_named_or_many() && next.lower.starts_with(char::is_alphabetic))
        };
        (part.start.max(index.saturating_sub(GOAL_WITHIN))..part.end.min(index + GOAL_WITHIN + 1).saturating_sub(1)).any(goes)
    }

    /// The word behind the one at `index`, in lower case; empty where the part ends.
    pub(super) fn next(&self, index: usize, part: TokenRange) -> &str {
        if index + 1 < part.end { &self.words[index + 1].lower } else { "" }
    }

    pub(super) fn word_before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |at| self.document.word(at))
    }

    /// Whether the word is a role right before the name of a person: `cyclist Aron Leigh`.
    pub(super) fn is_role_of_name(&self, index: usize, end: usize) -> bool {
        let follows = self.places.get(index + 1).filter(|_| index + 1 < end);
        let is_person = |cluster: usize| self.entities[cluster].entity_type == EntityType::Person;
        if !matches!(follows, Some(Place::Mention(cluster, MentionKind::Name)) if is_person(*cluster)) {
            return false;
        }
        let word = self.document.word(index);
        let is_doer = ["er", "or", "ist", "man", "woman", "ian", "keeper"].iter().any(|ending| word.ends_with(ending))
            && !matches!(word, "former" | "other" | "younger" | "older" | "elder" | "another" | "fewer" | "under" | "over" | "after");
        let is_role = is_doer || classes_of(word).any(WordClasses::ROLE.with(WordClasses::OFFICE));
        is_role && word.starts_with(char::is_lowercase)
    }

    /// Whether the word is a title or given name before a name that nobody found: the name after it is enough.
    fn stands_before_name(&self, index: usize) -> bool {
        let is_capital = |at: usize| at < self.document.tokens().len() && self.document.word(at).starts_with(char::is_uppercase);
        let title_or_given = WordClasses::HONORIFIC
            .with(WordClasses::OFFICE)
            .with(WordClasses::GIVEN_MAN)
            .with(WordClasses::GIVEN_WOMAN)
            .with(WordClasses::GIVEN_EITHER);
        is_capital(index) && is_capital(index + 1) && classes_of(self.document.word(index)).any(title_or_given)
    }
}

/// Whether `read` reads nothing.
fn says_nothing<'r>(read: impl FnOnce(&mut Gathered<'r>) -> bool) -> bool {
    let mut gathered = Gathered::default();
    !read(&mut gathered) && gathered == Gathered::default()
}

/// Whether the word (lower case) may be a function word that changes what is claimed.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether the word (lower case), or what begins with it, is a rate or half a year.
pub(super) fn opens_rate(word: &str) -> bool {
    is_each(word) || rate(word).is_some()
}

/// Whether a unit behind the word makes a rate: `per hour`.
fn is_each(word: &str) -> bool {
    matches!(word, "per" | "each" | "every")
}

/// Whether a date alone follows: `from May`, `starting in May`.
fn only_opens_date(word: &str, next: &str) -> bool {
    matches!(word, "starting" | "beginning" | "effective") && matches!(next, "in" | "on" | "from")
}

/// The figure of a word that tells how often, or which half of a year.
fn rate(word: &str) -> Option<&'static str> {
    match word {
        "h1" => Some("#1"),
        "h2" => Some("#2"),
        "hourly" => unit_of_rate("hour"),
        "daily" => unit_of_rate("day"),
        "fortnightly" => Some("1209600second"),
        "weekly" => unit_of_rate("week"),
        "monthly" => unit_of_rate("month"),
        "yearly" | "annual" | "annually" => unit_of_rate("year"),
        _ => None,
    }
}

/// The figure of what stands behind `per`.
fn unit_of_rate(word: &str) -> Option<&'static str> {
    match word {
        "hour" => Some("3600second"),
        "day" => Some("86400second"),
        "week" => Some("604800second"),
        "month" => Some("1month"),
        "year" => Some("12month"),
        _ => None,
    }
}
