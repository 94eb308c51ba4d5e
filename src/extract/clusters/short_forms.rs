//! Which names are short for which.

use crate::annotation::EntityType;
use crate::lexicon::nicknames::is_nickname;
use crate::lexicon::{WordClasses, classes_of};
use crate::text::{Document, Span};

/// The form of address before a name, as far as it tells a gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Address {
    /// `Mr.`, `Sir`.
    OfMan,
    /// `Mrs.`, `Lady`.
    OfWoman,
    /// None, or one that does not tell.
    None,
}

impl Address {
    /// The one right before the name at `span`.
    pub(super) fn before(document: &Document, span: Span) -> Self {
        let tokens = document.tokens_in(span);
        let Some(mut before) = tokens.start.checked_sub(1) else { return Self::None };
        if document.word(before) == "." && before > 0 {
            before -= 1;
        }
        let classes = classes_of(document.word(before));
        if !classes.any(WordClasses::HONORIFIC) {
            return Self::None;
        }
        match (classes.any(WordClasses::OF_MAN), classes.any(WordClasses::OF_WOMAN)) {
            (true, false) => Self::OfMan,
            (false, true) => Self::OfWoman,
            _ => Self::None,
        }
    }

    /// Whether nobody is addressed both ways.
    pub(super) fn speaks_against(self, other: Self) -> bool {
        self != other && self != Self::None && other != Self::None
    }
}

/// A name as written, of one type and after one sort of address, with all its mentions.
#[derive(Debug)]
pub(super) struct Form<'a> {
    /// As written.
    pub written: &'a str,
    /// Its words; of a person without title, number and letters behind the name.
    pub words: Vec<&'a str>,
    /// What it names.
    pub entity_type: EntityType,
    /// The number of a ruler: `III`.
    pub numeral: Option<&'a str>,
    /// How the bearer is addressed.
    pub address: Address,
    /// How many mentions it has.
    pub count: usize,
}

impl<'a> Form<'a> {
    /// Without mentions.
    pub(super) fn new(written: &'a str, entity_type: EntityType, address: Address) -> Self {
        let mut words: Vec<&str> = written.split_whitespace().collect();
        let mut address = address;
        let mut numeral = None;
        if entity_type == EntityType::Person {
            if words.len() > 1 && is_title(words[0]) {
                words.remove(0);
            }
            numeral = words.pop_if(|word| is_numeral(word));
            if words.is_empty() {
                words.extend(numeral);
            }
            while words.len() > 2 && is_behind_name(words[words.len() - 1]) {
                words.pop();
            }
            if words.len() > 1 && address == Address::None {
                address = by_given_name(words[0]);
            }
        }
        Self { written, words, entity_type, numeral, address, count: 0 }
    }
}

/// `Captain` of `Captain Good`; a word that is a given name too is none.
fn is_title(word: &str) -> bool {
    let classes = classes_of(word);
    classes.any(WordClasses::TITLE) && !classes.any(WordClasses::GIVEN.with(WordClasses::SURNAME))
}

fn is_numeral(word: &str) -> bool {
    matches!(word, "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX" | "X" | "XI" | "XII" | "XIII" | "XIV" | "XV" | "XVI")
}

/// `Jr.`, `FRS`, `MBE`.
fn is_behind_name(word: &str) -> bool {
    matches!(word.trim_end_matches(['.', ',']), "Jr" | "Sr" | "Junior" | "Senior")
        || (2..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn by_given_name(word: &str) -> Address {
    let classes = classes_of(word);
    match (classes.any(WordClasses::GIVEN_MAN), classes.any(WordClasses::GIVEN_WOMAN)) {
        (true, false) => Address::OfMan,
        (false, true) => Address::OfWoman,
        _ => Address::None,
    }
}

/// Whether the one form is short for the other.
pub(super) fn abbreviates(short: &Form<'_>, full: &Form<'_>) -> bool {
    if is_storm(short, full) {
        return true;
    }
    if short.entity_type != full.entity_type {
        return false;
    }
    match short.entity_type {
        EntityType::Person => {
            let is_other_ruler = short.numeral.is_some() && full.numeral.is_some() && short.numeral != full.numeral;
            let lacks_numeral = short.words == full.words && short.numeral.is_none() && full.numeral.is_some();
            let may_be_one = !is_other_ruler && !short.address.speaks_against(full.address);
            may_be_one && (lacks_numeral || shortens_person(&short.words, &full.words))
        }
        EntityType::Organization => is_acronym(short.written, &full.words) || shortens_body(&short.words, &full.words),
        EntityType::Location => shortens_place(&short.words, &full.words) || is_acronym(short.written, &full.words),
        EntityType::Event | EntityType::Work => is_acronym(short.written, &full.words),
        _ => false,
    }
}

/// `Ilse` of `Hurricane Ilse`, whatever either passes for: few names are less certain of type.
fn is_storm(short: &Form<'_>, full: &Form<'_>) -> bool {
    const STORMS: [&str; 4] = ["Hurricane", "Cyclone", "Typhoon", "Storm"];
    let before = full.words.len().saturating_sub(1);
    short.words.len() == 1
        && before > 0
        && full.words.last() == short.words.first()
        && full.words[..before].iter().any(|word| STORMS.contains(word))
}

/// `Brandt` or `Ana` of `Ana Brandt`; `Ana Brandt` of `Ana Lucia Brandt`; `A. Brandt` of `Ana Brandt`; `Bill Reed` of `William Reed`.
fn shortens_person(short: &[&str], full: &[&str]) -> bool {
    if short.len() > full.len() || short == full {
        return false;
    }
    if full.ends_with(short) || (full.starts_with(short) && full.len() > short.len()) {
        return true;
    }
    if short.len() < 2 || short.last() != full.last() {
        return false;
    }
    let (first, full_first) = (short[0].trim_end_matches('.'), full[0].trim_end_matches('.'));
    let is_initial = first.chars().count() == 1 && full_first.starts_with(first) && full_first != first;
    let is_same = first == full_first && short.len() < full.len();
    is_same || is_initial || is_nickname(first, full_first)
}

/// `Halden` of `Halden Corp.`; `Health Ministry` of `Norland Health Ministry`; `Pirates` of `Alden Pirates`; `Reyes Foundation` of
/// `Reyes Foundation for Music`; `the Court` of `Supreme Court`.
fn shortens_body(short: &[&str], full: &[&str]) -> bool {
    if short.len() >= full.len() {
        return false;
    }
    let is_body_word = |word: &str| classes_of(word).any(WordClasses::ORGANIZATION_LAST.with(WordClasses::BEFORE_OF));
    let is_place = |word: &str| classes_of(word).any(WordClasses::PLACE);
    let rest = &full[short.len()..];
    if full.starts_with(short) {
        let goes_on = short.len() > 1 && matches!(rest[0], "for" | "of") && is_body_word(short[short.len() - 1]);
        return rest.iter().all(|word| is_body_word(word)) || goes_on || short.len() == 1 && is_body_word(short[0]) && rest[0] == "of";
    }
    if !full.ends_with(short) {
        return false;
    }
    let before = &full[..full.len() - short.len()];
    short.len() > 1 || is_body_word(short[0]) || is_place(&before.join(" ")) || is_of_it(before, short[0])
}

/// `Scientology` of `Church of Scientology`; `Helsinki` is not the `University of Helsinki`.
fn is_of_it(before: &[&str], last: &str) -> bool {
    let is_before_of = |word: &str| classes_of(word).any(WordClasses::BEFORE_OF);
    matches!(before, [body, "of"] if is_before_of(body)) && !classes_of(last).any(WordClasses::PLACE)
}

/// `Alden` of `Alden, Norland`, `Alden City` and `City of Alden`.
fn shortens_place(short: &[&str], full: &[&str]) -> bool {
    let (Some(last), Some(of_full)) = (short.last(), full.get(short.len().wrapping_sub(1))) else { return false };
    let is_start = full.starts_with(&short[..short.len() - 1]) && full.len() > short.len();
    let has_comma = of_full.strip_suffix(',') == Some(*last);
    let is_city = of_full == last && full[short.len()..] == ["City"];
    is_start && (has_comma || is_city) || full.starts_with(&["City", "of"]) && full.len() == short.len() + 2 && full.ends_with(short)
}

/// Whether `acronym` is made of the first letters of the capitalised words of `full`, or of all its words.
fn is_acronym(acronym: &str, full: &[&str]) -> bool {
    let letters: String = acronym.chars().filter(|sign| *sign != '.').collect();
    letters.len() > 1 && full.len() > 1 && letters == initials(full)
}

/// The first letters of the capitalised words and the digits.
pub(super) fn initials(words: &[&str]) -> String {
    let is_letter = |sign: &char| sign.is_uppercase() || sign.is_ascii_digit();
    words.iter().flat_map(|word| word.split('-')).filter_map(|word| word.chars().next()).filter(is_letter).collect()
}
