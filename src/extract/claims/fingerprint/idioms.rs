//! Idioms: words that say something else together than one by one.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::ContentReader;
use super::gathered::{Gathered, Weight};
use crate::annotation::ValueKind;
use crate::lexicon::claim_words::Pairs;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::number_words::{cardinal, ordinal};
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, calendar_words, classes_of};
use crate::text::TokenRange;

/// Farthest that what a verb acts on stands behind it, in tokens.
const OBJECT_WITHIN: usize = 6;
/// Farthest that it stands before a verb in the passive voice, in tokens.
const SUBJECT_WITHIN: usize = 16;
/// Longest office behind `named`, in tokens.
const LONGEST_OFFICE: usize = 4;

/// What an idiom of this file may begin with, as it stands or in its dictionary form or stem: nothing else is held against all of them.
const OPENERS: &str = "
    pleaded pleads plead pleading pled rule rules ruled run strike strikes strik reach sign make mak seal age aged on close late early end part double
    opening named without lose los lack come com leave leav jump up down bring drive push ruins defeat defeats drop scrap abandon shelv
    ditch fire fir lift remov deni refus cut knock no posted shut clos pay pai paid finished finishing closed settled hit hits hitting added
    adds earliest soonest ended ending pair hat-trick plea pleas clear for out pull not";

/// Whether an idiom may begin with the word, in lower case or as its dictionary form or stem.
pub(super) fn opens_idiom(word: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| OPENERS.split_whitespace().collect());
    INDEX.contains(word)
}

/// What somebody may be cleared of.
const WRONGS: &str = "any all charges wrongdoing misconduct murder manslaughter rape assault fraud bribery corruption theft perjury";

/// Verbs as their dictionary forms or stems, what they act on by class or else stem, and the class of both together: the first that holds.
const OF_OBJECTS: &[(&[&str], &[&str], &str)] = &[
    (&["drop"], &["charg", "sue", "complaint"], "withdraw"),
    (&["drop", "scrap", "abandon", "shelv", "ditch"], &["plan", "idea", "scheme", "propos", "project"], "cancel"),
    (&["lose", "los"], &["appeal"], "reject"),
    (&["fire", "fir"], &["manager", "coach", "director", "worker", "minister", "advis", "editor", "offic", "leader"], "sack"),
    (&["lift", "remov", "end", "scrap"], &["ban", "restrict", "embargo", "curfew", "sanction", "blockad"], "end"),
    (&["deni", "refus"], &["bail", "parol", "permiss", "access", "entri", "asylum", "visa", "request", "applic", "appeal"], "reject"),
];

/// What several words say together.
struct Said {
    class: &'static str,
    /// Words behind the first that belong to it.
    skipped: usize,
    weight: Weight,
}

impl Said {
    /// Adds it; gives the number of words behind the first.
    fn add_to(self, gathered: &mut Gathered<'_>) -> usize {
        gathered.add_class(self.class, self.weight);
        self.skipped
    }
}

impl ContentReader<'_> {
    /// Reads words that say something else together than one by one.
    pub(super) fn read_idiom(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> bool {
        let opens = self.words[index].opens_idiom;
        debug_assert!(opens || self.read_phrase(index, part, &mut Gathered::default()).is_none(), "{:?} opens an idiom", self.words[index]);
        let skipped = if opens { self.read_phrase(index, part, gathered) } else { None };
        let skipped = skipped.or_else(|| self.pair(index, part).map(|pair| pair.add_to(gathered)));
        gathered.skipped = skipped.unwrap_or(gathered.skipped);
        skipped.is_some()
    }

    /// Reads an idiom that begins with one of [`OPENERS`]; gives the number of words behind the first.
    fn read_phrase(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> Option<usize> {
        let skipped = self.read_denial(index, part, gathered).or_else(|| self.empty_phrase(index, part));
        let skipped = skipped.or_else(|| self.read_figure(index, part, gathered));
        skipped.or_else(|| self.said(index, part).map(|said| said.add_to(gathered)))
    }

    /// Reads phrases that deny or foretell; gives the number of words behind the first.
    fn read_denial(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> Option<usize> {
        let word = &self.words[index];
        match (word.lower.as_str(), word.base(), self.next(index, part)) {
            ("pleaded" | "pleads" | "plead" | "pleading" | "pled", _, "not") if self.next(index + 1, part) == "guilty" => {
                gathered.denials += 1;
                Some(2)
            }
            ("plea" | "pleas", _, "of") if self.follow(index + 2, &["not", "guilty"], part) => {
                gathered.denials += 1;
                Some(3)
            }
            // `did not have enough beds`
            ("not", _, "have" | "has") if self.next(index + 1, part) == "enough" => {
                gathered.add_class("shortage", Weight::Whole);
                Some(2)
            }
            // `ruled out joining`: will not join
            ("rule" | "rules" | "ruled", _, "out") => {
                gathered.denials += 1;
                gathered.is_future = true;
                Some(1)
            }
            // `no longer safe`, as `not safe anymore`
            ("no", _, "longer") => {
                gathered.denials += 1;
                gathered.words.push("longer".into());
                Some(1)
            }
            // `they have run out of beds`: they have none
            (_, "run", "out") => {
                gathered.denials += 1;
                Some(1)
            }
            // `struck a deal to buy`: agreed to
            (_, "strike" | "strik" | "reach" | "sign" | "make" | "mak" | "seal", "a" | "an") if self.opens_agreement(index + 2, part) => {
                gathered.is_future = true;
                Some(3)
            }
            _ => None,
        }
    }

    /// The number of words behind the first of a phrase that says nothing.
    fn empty_phrase(&self, index: usize, part: TokenRange) -> Option<usize> {
        let before = self.word_before(index);
        match (self.words[index].lower.as_str(), self.next(index, part)) {
            ("age" | "aged", "of") if self.is_number(index + 2, part) => Some(1),
            ("aged", _) if self.is_number(index + 1, part) => Some(0),
            ("on", "board" | "release") | ("close", "to") => Some(1),
            ("late" | "early", "on") => Some(0),
            // `posted a loss`: no job is meant
            ("posted", _) => Some(0),
            // `finished third`
            ("finished" | "finishing", next) if ordinal(next).is_some() => Some(0),
            // `closed at 34 euros`
            ("closed" | "ended" | "finished" | "settled", "at") if self.opens_amount(index + 2) => Some(0),
            // `ended Wednesday at 315 pence`
            ("closed" | "ended" | "finished" | "settled", day)
                if calendar_words::weekday(day).is_some() && self.next(index + 1, part) == "at" && self.opens_amount(index + 3) =>
            {
                Some(0)
            }
            // `hit 40 degrees`
            ("hit" | "hits" | "hitting", _) if self.opens_amount(index + 1) => Some(0),
            // `until May at the earliest`
            ("earliest" | "soonest", _) if before == "the" => Some(0),
            // `the week ended May 9`
            ("ended" | "ending", _) if matches!(before, "week" | "month" | "quarter" | "year" | "weeks" | "months") => Some(0),
            // `at the end of the trial`, `as part of`
            ("end", "of") if before == "the" => Some(1),
            ("part", "of") if before == "as" => Some(1),
            _ => None,
        }
    }

    /// Reads words that stand for a figure; gives the number of words behind the first.
    fn read_figure(&self, index: usize, part: TokenRange, gathered: &mut Gathered<'_>) -> Option<usize> {
        match (self.words[index].lower.as_str(), self.next(index, part)) {
            // `double Earth's size`
            ("double", next) if next == "the" || self.is_capital(index + 1) => {
                gathered.figures.push(("", "2".to_owned()));
                Some(0)
            }
            // `a pair of prisoners`
            ("pair", "of") => {
                gathered.figures.push(("", "2".to_owned()));
                Some(0)
            }
            ("hat-trick", _) => {
                gathered.figures.push(("", "3".to_owned()));
                Some(0)
            }
            // `opening weekend`: the first
            ("opening", "weekend" | "match" | "game" | "day" | "night" | "round" | "stage" | "session" | "set") => {
                gathered.figures.push(("", "#1".to_owned()));
                Some(0)
            }
            _ => None,
        }
    }

    /// The class of what the words at `index` say together.
    fn said(&self, index: usize, part: TokenRange) -> Option<Said> {
        let word = &self.words[index];
        let (class, skipped, weight) = match (word.lower.as_str(), word.base(), self.next(index, part)) {
            // `was named transport secretary`
            ("named", ..) if self.is_appointment(index, part.end) => ("appoint", 0, Weight::Whole),
            ("pleaded" | "pleads" | "plead" | "pleading" | "pled", _, "guilty") => ("admit", 1, Weight::Whole),
            ("plea" | "pleas", _, "of") if self.next(index + 1, part) == "guilty" => ("admit", 2, Weight::Whole),
            // `cleared Sergeant Larch of wrongdoing`
            (_, "clear", _) if self.is_of_wrong(index, part) => ("acquit", 0, Weight::Act),
            (_, "pull", _) if self.is_soon(index, "out", part) => ("withdraw", 0, Weight::Act),
            ("for", _, "good") if self.closes(index + 2, part) => ("permanent", 1, Weight::Whole),
            ("out", _, "of") if matches!(self.next(index + 1, part), "action" | "service" | "order") => ("outoforder", 2, Weight::Whole),
            ("no", _, "charge") if matches!(self.next(index + 1, part), "for" | "to" | "") => ("free", 1, Weight::Whole),
            ("no", _, next) if is_power(next) && !matches!(self.next(index + 1, part), "to" | "over") => ("outage", 1, Weight::Act),
            // who is without power any more
            ("without", _, next) | (_, "lose" | "los" | "lack", next) if is_power(next) => ("outage", 1, Weight::Act),
            (_, "come" | "com" | "leave" | "leav" | "jump", "off") if matches!(self.next(index + 2, part), "rails" | "tracks") => {
                ("derail", 3, Weight::Act)
            }
            // `cut off the electricity of`, `knocked out power`
            (_, "cut", "off") | (_, "knock", "out") if (index + 2..part.end.min(index + 4)).any(|at| is_power(&self.words[at].lower)) => {
                ("outage", 1, Weight::Act)
            }
            (_, "shut" | "close" | "clos", "its" | "their") if self.next(index + 1, part) == "doors" => ("close", 2, Weight::Whole),
            (_, "pay" | "pai" | "paid", "a") if self.next(index + 1, part) == "visit" => ("visit", 2, Weight::Act),
            ("up", ..) if self.opens_value(index + 1) || self.opens_origin(index + 1, part) => ("rise", 0, Weight::Whole),
            ("added" | "adds", ..) if self.opens_amount(index + 1) => ("rise", 0, Weight::Whole),
            ("down", ..) if self.opens_value(index + 1) || self.opens_origin(index + 1, part) => ("fall", 0, Weight::Whole),
            // `bring migration down`
            (_, "bring" | "drive" | "push", _) if self.is_soon(index, "down", part) => ("fall", 0, Weight::Whole),
            ("ruins", ..) => ("debris", 0, Weight::Thing),
            // `defeats` as a noun: losses
            ("defeat" | "defeats", ..) if self.is_noun_here(index) => ("lose", 0, Weight::Whole),
            ("strike" | "strikes", ..) if is_of_weapon(self.word_before(index)) => ("attack", 0, Weight::Thing),
            (_, base, _) => (self.class_with_object(index, base, part)?, 0, Weight::Whole),
        };
        Some(Said { class, skipped, weight })
    }

    /// What pairs say whose second word is the one behind that at `index`.
    pub(super) fn pairs_behind(&self, index: usize, part: TokenRange) -> Option<&'static Pairs> {
        if index + 1 < part.end { self.words[index + 1].pairs } else { None }
    }

    /// The class of what the word at `index` and the one behind it say together.
    fn pair(&self, index: usize, part: TokenRange) -> Option<Said> {
        let word = &self.words[index];
        let next = self.next(index, part);
        let class = *self.pairs_behind(index, part)?.get(word.stem_of_base())?;
        // `put off`; `pay rise` is a thing, though `pay` is a verb
        let is_act = word.forms != VerbForms::NONE && (verb_forms(class) != VerbForms::NONE || function_word(next).is_some());
        Some(Said { class, skipped: 1, weight: if is_act { Weight::Act } else { Weight::Thing } })
    }

    /// Whether what begins at the token is measured: money, a share, degrees.
    fn opens_amount(&self, index: usize) -> bool {
        let start = self.document.tokens().get(index).map_or(0, |token| token.span.start);
        let found = self.values.binary_search_by_key(&start, |value| value.span.start);
        found.is_ok_and(|at| matches!(self.values[at].kind, ValueKind::Money | ValueKind::Percent | ValueKind::Quantity))
    }

    fn is_appointment(&self, index: usize, end: usize) -> bool {
        let office = (index + 1..end.min(index + 1 + LONGEST_OFFICE)).take_while(|at| function_word(self.document.word(*at)).is_none());
        let offices = WordClasses::ROLE.with(WordClasses::OFFICE);
        matches!(self.word_before(index), "was" | "been" | "were")
            && office.map(|at| classes_of(self.document.word(at))).any(|classes| classes.any(offices))
    }

    /// What the verb at `index` and what it acts on come to: `dropped two of the charges`, `the plan was dropped`.
    fn class_with_object(&self, index: usize, base: &str, part: TokenRange) -> Option<&'static str> {
        // `lift` is a verb where an auxiliary or `to` says so
        let follows_auxiliary = || matches!(function_word(self.word_before(index)), Some(FunctionWord::Auxiliary | FunctionWord::To));
        if self.words[index].forms == VerbForms::NONE && !follows_auxiliary() {
            return None;
        }
        let mut rows = OF_OBJECTS.iter().filter(|(verbs, ..)| verbs.contains(&base)).peekable();
        rows.peek()?;
        let is_passive = matches!(self.word_before(index), "is" | "are" | "was" | "were" | "be" | "been" | "being");
        let near = if is_passive {
            part.start.max(index.saturating_sub(SUBJECT_WITHIN))..index
        } else {
            index + 1..part.end.min(index + 1 + OBJECT_WITHIN)
        };
        // what is refused to somebody stands behind in either voice: `were denied bail`
        let behind = index + 1..part.end.min(index + 1 + OBJECT_WITHIN);
        let is_object = |at: usize, objects: &[&str]| {
            let word = &self.words[at];
            objects.contains(&word.class_or_base()) || objects.contains(&word.base())
        };
        rows.find(|(.., objects, _)| near.clone().chain(behind.clone()).any(|at| is_object(at, objects))).map(|(.., class)| *class)
    }

    /// Whether `deal to` and a verb begin at the token.
    fn opens_agreement(&self, at: usize, part: TokenRange) -> bool {
        at + 2 < part.end
            && matches!(self.words[at].lower.as_str(), "deal" | "agreement" | "accord")
            && self.words[at + 1].lower == "to"
            && self.words[at + 2].forms.any(VerbForms::BASE)
    }

    /// Whether the word, a noun or a verb, is a noun: no name, pronoun or auxiliary stands before it.
    fn is_noun_here(&self, index: usize) -> bool {
        let before = self.word_before(index);
        let parts = [FunctionWord::Auxiliary, FunctionWord::To, FunctionWord::SubjectPronoun, FunctionWord::Conjunction];
        !before.starts_with(char::is_uppercase) && !function_word(before).is_some_and(|part| parts.contains(&part))
    }

    fn is_number(&self, at: usize, part: TokenRange) -> bool {
        let is_one = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit()) || cardinal(word).is_some();
        at < part.end && is_one(&self.words[at].lower)
    }

    /// Whether something that is held against somebody stands behind the verb, after `of`.
    fn is_of_wrong(&self, index: usize, part: TokenRange) -> bool {
        (index + 1..part.end.min(index + OBJECT_WITHIN))
            .any(|at| self.words[at].lower == "of" && WRONGS.split(' ').any(|wrong| wrong == self.next(at, part)))
    }

    /// Whether `from` and a value begin at the token: `down from 910`.
    fn opens_origin(&self, at: usize, part: TokenRange) -> bool {
        at < part.end && self.words[at].lower == "from" && self.opens_value(at + 1)
    }

    /// Whether the words at the token are `wanted`.
    fn follow(&self, at: usize, wanted: &[&str], part: TokenRange) -> bool {
        at + wanted.len() <= part.end && wanted.iter().enumerate().all(|(offset, wanted)| self.words[at + offset].lower == *wanted)
    }

    /// Whether no word that goes on with a noun stands at the token: `for good after 140 years`, not `for good reasons`.
    fn closes(&self, at: usize, part: TokenRange) -> bool {
        at >= part.end || self.words[at].part.is_some() || !self.words[at].lower.starts_with(char::is_alphabetic)
    }

    /// Whether `particle` stands within reach behind a verb.
    fn is_soon(&self, index: usize, particle: &str, part: TokenRange) -> bool {
        (index + 2..part.end.min(index + OBJECT_WITHIN)).any(|at| self.words[at].lower == particle)
    }

    /// Whether somebody has what the word at `index` names: `their homes`.
    pub(super) fn is_owned(&self, index: usize) -> bool {
        function_word(&self.word_before(index).to_lowercase()) == Some(FunctionWord::Possessive)
    }
}

fn is_power(word: &str) -> bool {
    matches!(word, "power" | "electricity")
}

fn is_of_weapon(word: &str) -> bool {
    matches!(word, "drone" | "air" | "missile" | "rocket" | "artillery" | "mortar")
}
