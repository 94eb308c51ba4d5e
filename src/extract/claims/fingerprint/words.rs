//! The words of a claim one by one, and the idioms that several of them make.

use super::gathered::{Gathered, Use};
use super::{ContentReader, Place, is_article};
use crate::annotation::{EntityType, MentionKind};
use crate::lexicon::claim_words::{class_of, class_of_pair};
use crate::lexicon::function_words::function_word;
use crate::lexicon::number_words::cardinal;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{TokenKind, TokenRange};

/// Farthest that charges or a suit stand behind the verb that drops them, in tokens.
const COURT_WITHIN: usize = 6;
/// Longest office behind `named`, in tokens.
const LONGEST_OFFICE: usize = 4;

impl ContentReader<'_> {
    /// Adds the word at `index` of the part `part`.
    pub(super) fn read_word(&self, index: usize, part: TokenRange, gathered: &mut Gathered) {
        if !matches!(self.document.tokens()[index].kind, TokenKind::Word | TokenKind::Number) || self.stands_before_name(index) {
            return;
        }
        if gathered.skipped > 0 {
            gathered.skipped -= 1;
            return;
        }
        if self.read_mark(index, part, gathered) {
            return;
        }
        gathered.add_deed(self.deed(index, self.words[index].base(), part));
        if self.read_idiom(index, part, gathered) || self.read_particle(index, part, gathered) {
            return;
        }
        let word_use = match (is_article(self.word_before(index)), self.next(index, part)) {
            (true, "of") => Use::Act,
            (true, _) => Use::Noun,
            _ => Use::Open,
        };
        gathered.add_token(&self.words[index], word_use);
    }

    /// Reads words that deny, foretell or oblige, and those that only open a date.
    fn read_mark(&self, index: usize, part: TokenRange, gathered: &mut Gathered) -> bool {
        let (lower, next) = (self.words[index].lower.as_str(), self.next(index, part));
        // `due to illness` foretells nothing, `due to open` does
        let opens = index + 2 < part.end && verb_forms(self.document.word(index + 2)).any(VerbForms::BASE);
        let is_reason = lower == "due" && next == "to" && !opens;
        if !is_reason && gathered.add_mark(lower, next) {
            return true;
        }
        // `the plant is to close`
        gathered.is_future |= matches!(lower, "is" | "are") && next == "to";
        // `from May`, `starting in May`
        matches!(lower, "starting" | "beginning" | "effective") && matches!(next, "in" | "on" | "from")
    }

    /// Reads words that say something else together than one by one.
    fn read_idiom(&self, index: usize, part: TokenRange, gathered: &mut Gathered) -> bool {
        let word = &self.words[index];
        match (word.lower.as_str(), word.base(), self.next(index, part)) {
            // `was named transport secretary`
            ("named", ..) if self.is_appointment(index, part.end) => gathered.words.push("appoint".to_owned()),
            ("pleaded" | "pleads" | "plead" | "pleading" | "pled", _, "guilty") => {
                gathered.words.push("admit".to_owned());
                gathered.skipped = 1;
            }
            ("pleaded" | "pleads" | "plead" | "pleading" | "pled", _, "not") if self.next(index + 1, part) == "guilty" => {
                gathered.denials += 1;
                gathered.skipped = 2;
            }
            // `ruled out joining`: will not join
            ("rule" | "rules" | "ruled", _, "out") => {
                gathered.denials += 1;
                gathered.is_future = true;
                gathered.skipped = 1;
            }
            (_, "drop", _) if self.is_of_court(index, part.end) => gathered.words.push("withdraw".to_owned()),
            // `they have run out of beds`: they have none
            (_, "run", "out") => {
                gathered.denials += 1;
                gathered.skipped = 1;
            }
            (_, base, next) => {
                let Some(class) = class_of_pair(base, next) else { return false };
                gathered.add_class(class);
                gathered.skipped = 1;
            }
        }
        true
    }

    /// Reads function words that change what is claimed.
    fn read_particle(&self, index: usize, part: TokenRange, gathered: &mut Gathered) -> bool {
        let (lower, next) = (self.words[index].lower.as_str(), self.next(index, part));
        let counts = next.starts_with(|sign: char| sign.is_ascii_digit()) || cardinal(next).is_some();
        match lower {
            "another" if counts => gathered.add_particle("more"),
            "following" if self.word_before(index) != "the" => gathered.add_particle("after"),
            "before" | "after" | "since" | "until" | "more" | "less" | "fewer" | "if" => gathered.add_particle(lower),
            "some" if next == "of" => gathered.add_particle(lower),
            "against" => {
                let verb = stem(&self.word_before(index).to_lowercase());
                let is_stand = ["vote", "decide", "protest"].contains(&class_of(&verb).unwrap_or(&verb))
                    || ["ruled", "argued", "campaigned"].contains(&self.word_before(index));
                gathered.words.extend(is_stand.then(|| lower.to_owned()));
            }
            _ => return false,
        }
        true
    }

    /// The word behind the one at `index`, in lower case; empty where the part ends.
    fn next(&self, index: usize, part: TokenRange) -> &str {
        if index + 1 < part.end { &self.words[index + 1].lower } else { "" }
    }

    fn word_before(&self, index: usize) -> &str {
        index.checked_sub(1).map_or("", |at| self.document.word(at))
    }

    fn is_appointment(&self, index: usize, end: usize) -> bool {
        let office = (index + 1..end.min(index + 1 + LONGEST_OFFICE)).take_while(|at| function_word(self.document.word(*at)).is_none());
        let offices = WordClasses::ROLE.with(WordClasses::OFFICE);
        matches!(self.word_before(index), "was" | "been" | "were")
            && office.map(|at| classes_of(self.document.word(at))).any(|classes| classes.any(offices))
    }

    /// Whether charges or a suit are what the verb at `index` is about: `dropped two of the charges`.
    fn is_of_court(&self, index: usize, end: usize) -> bool {
        let near = self.words[index + 1..end.min(index + 1 + COURT_WITHIN)].iter();
        near.map(|word| class_of(word.base()).unwrap_or(word.base())).any(|word| matches!(word, "charg" | "sue" | "complaint"))
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
