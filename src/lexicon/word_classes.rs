//! What the word lists say of a word or phrase: one look-up that answers for all of them.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::{WordTable, calendar, given_names, named_things, nationalities, organizations, outlets, places, stop_words, surnames, titles};

/// A set of word classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct WordClasses(u64);

/// Declares one constant a class.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal;)*) => {
        impl WordClasses {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)*
        }
    };
}

classes! {
    /// A month.
    MONTH = 0;
    /// A weekday or feast.
    DAY = 1;
    /// Form of address or role of a man.
    OF_MAN = 2;
    /// Form of address or role of a woman.
    OF_WOMAN = 3;
    /// Form of address.
    HONORIFIC = 4;
    /// Office or rank that may stand before a name.
    OFFICE = 5;
    /// Belongs to the office after it.
    OFFICE_MODIFIER = 6;
    /// Role, written small.
    ROLE = 7;
    /// Given name of men.
    GIVEN_MAN = 8;
    /// Given name of women.
    GIVEN_WOMAN = 9;
    /// Given name of either.
    GIVEN_EITHER = 10;
    /// Family name.
    SURNAME = 11;
    /// Place known by name.
    PLACE = 12;
    /// Ends the name of a place.
    PLACE_LAST = 13;
    /// Begins the name of a place.
    PLACE_FIRST = 14;
    /// `North`, `New`: makes another place of the one after it.
    DIRECTION = 15;
    /// People, faith or party followers.
    GROUP = 16;
    /// Ends the name of an organization.
    ORGANIZATION_LAST = 17;
    /// Begins the name of an organization and goes on with `of`.
    BEFORE_OF = 18;
    /// What a department is for.
    TOPIC = 19;
    /// Organization known by name.
    ORGANIZATION = 20;
    /// News outlet.
    OUTLET = 21;
    /// Capitals that name no organization.
    OTHER_CAPITALS = 22;
    /// Ends the name of an event.
    EVENT_LAST = 23;
    /// Event known by name.
    EVENT = 24;
    /// Ends the name of a work.
    WORK_LAST = 25;
    /// Work known by name.
    WORK = 26;
    /// Product known by name.
    PRODUCT = 27;
    /// Function word or adverb.
    FUNCTION = 28;
    /// Common word.
    COMMON = 29;
    /// First word of a phrase in the lists.
    PHRASE_START = 30;
    /// Begins the name of an event and goes on with `of`.
    EVENT_BEFORE_OF = 31;
    /// Country or territory, as distinct from a smaller place.
    COUNTRY = 32;
}

impl WordClasses {
    /// Any given name.
    pub const GIVEN: Self = Self(Self::GIVEN_MAN.0 | Self::GIVEN_WOMAN.0 | Self::GIVEN_EITHER.0);
    /// Any entry that is a name by itself.
    pub const KNOWN_NAME: Self =
        Self(Self::PLACE.0 | Self::ORGANIZATION.0 | Self::OUTLET.0 | Self::EVENT.0 | Self::WORK.0 | Self::PRODUCT.0 | Self::GROUP.0);
    /// Any word that ends the name of something other than a person.
    pub const LAST_OF_THING: Self = Self(Self::ORGANIZATION_LAST.0 | Self::PLACE_LAST.0 | Self::EVENT_LAST.0 | Self::WORK_LAST.0);
    /// Words that are no name by themselves.
    pub const PLAIN: Self = Self(Self::FUNCTION.0 | Self::COMMON.0 | Self::TOPIC.0);
    /// Form of address or office.
    pub const TITLE: Self = Self(Self::HONORIFIC.0 | Self::OFFICE.0);

    /// Whether the word is of any of the classes `others`.
    pub fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// Whether no list has the word.
    pub fn is_unknown(self) -> bool {
        self.0 & !Self::PHRASE_START.0 == 0
    }

    /// The classes of this set and of `others`.
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// Lists whose entries are looked up in any case.
const FOLDED_LISTS: &[(&str, WordClasses)] = &[
    (calendar::MONTHS, WordClasses::MONTH),
    (calendar::WEEKDAYS, WordClasses::DAY),
    (calendar::FEASTS, WordClasses::DAY),
    (titles::HONORIFICS_OF_MEN, WordClasses::HONORIFIC.with(WordClasses::OF_MAN)),
    (titles::HONORIFICS_OF_WOMEN, WordClasses::HONORIFIC.with(WordClasses::OF_WOMAN)),
    (titles::HONORIFICS, WordClasses::HONORIFIC),
    (titles::OFFICES, WordClasses::OFFICE),
    (titles::OFFICE_MODIFIERS, WordClasses::OFFICE_MODIFIER),
    (titles::ROLES_OF_MEN, WordClasses::ROLE.with(WordClasses::OF_MAN)),
    (titles::ROLES_OF_WOMEN, WordClasses::ROLE.with(WordClasses::OF_WOMAN)),
    (titles::ROLES, WordClasses::ROLE),
    (given_names::OF_MEN, WordClasses::GIVEN_MAN),
    (given_names::OF_WOMEN, WordClasses::GIVEN_WOMAN),
    (given_names::OF_EITHER, WordClasses::GIVEN_EITHER),
    (surnames::COMMON, WordClasses::SURNAME),
    (places::COUNTRIES, WordClasses::PLACE.with(WordClasses::COUNTRY)),
    (places::STATES, WordClasses::PLACE),
    (places::CITIES, WordClasses::PLACE),
    (places::REGIONS, WordClasses::PLACE),
    (places::LAST_WORDS, WordClasses::PLACE_LAST),
    (places::FIRST_WORDS, WordClasses::PLACE_FIRST),
    (places::DIRECTIONS, WordClasses::DIRECTION),
    (nationalities::PEOPLES, WordClasses::GROUP),
    (nationalities::FAITHS, WordClasses::GROUP),
    (nationalities::FOLLOWERS, WordClasses::GROUP),
    (organizations::LAST_WORDS, WordClasses::ORGANIZATION_LAST),
    (organizations::BEFORE_OF, WordClasses::BEFORE_OF),
    (organizations::TOPICS, WordClasses::TOPIC),
    (organizations::KNOWN, WordClasses::ORGANIZATION),
    (outlets::OUTLETS, WordClasses::OUTLET),
    (named_things::EVENT_LAST_WORDS, WordClasses::EVENT_LAST),
    (named_things::EVENT_BEFORE_OF, WordClasses::EVENT_BEFORE_OF),
    (named_things::WORK_LAST_WORDS, WordClasses::WORK_LAST),
    (named_things::EVENTS, WordClasses::EVENT),
    (named_things::WORKS, WordClasses::WORK),
    (named_things::PRODUCTS, WordClasses::PRODUCT),
    (stop_words::FUNCTION_WORDS, WordClasses::FUNCTION),
    (stop_words::COMMON_WORDS, WordClasses::COMMON),
];

/// Lists whose entries count only as they are written.
const EXACT_LISTS: &[(&str, WordClasses)] = &[
    (places::ABBREVIATIONS, WordClasses::PLACE),
    (organizations::ACRONYMS, WordClasses::ORGANIZATION),
    (organizations::CAPITALS_OF_OTHER_KINDS, WordClasses::OTHER_CAPITALS),
];

/// Longest word or phrase that is looked up, in bytes.
const LONGEST: usize = 64;

struct Index {
    folded: WordTable<WordClasses>,
    exact: FxHashMap<&'static str, WordClasses>,
}

static INDEX: LazyLock<Index> = LazyLock::new(Index::build);

impl Index {
    fn build() -> Self {
        let mut folded: WordTable<WordClasses> = WordTable::default();
        for (list, classes) in FOLDED_LISTS {
            for entry in list.split(", ").map(|entry| entry.trim().to_lowercase()) {
                if let Some((first, _)) = entry.split_once(' ') {
                    add(&mut folded, without_possessive(first), WordClasses::PHRASE_START);
                }
                if classes.any(WordClasses::GROUP) && !entry.ends_with('s') {
                    add(&mut folded, &format!("{entry}s"), *classes);
                }
                add(&mut folded, &entry, *classes);
            }
        }
        let mut exact: FxHashMap<&'static str, WordClasses> = FxHashMap::default();
        for (list, classes) in EXACT_LISTS {
            for entry in list.split(", ").map(str::trim) {
                let known = exact.entry(entry).or_default();
                *known = known.with(*classes);
            }
        }
        for entry in places::ABBREVIATIONS.split(", ").filter_map(|entry| entry.split_once(' ')) {
            add(&mut folded, &entry.0.to_lowercase(), WordClasses::PHRASE_START);
        }
        Self { folded, exact }
    }
}

fn add(index: &mut WordTable<WordClasses>, entry: &str, classes: WordClasses) {
    let known = index.or_default(entry);
    *known = known.with(classes);
}

/// What the lists say of `word`, a word or a phrase with single spaces, in any case.
pub fn classes_of(word: &str) -> WordClasses {
    let index = &*INDEX;
    let all_capitals = !word.bytes().any(|byte| byte.is_ascii_lowercase());
    let exact = if all_capitals || word.contains('.') || word.len() < 4 { index.exact.get(word).copied() } else { None };
    // In capitals, `US` is a country and `WHO` an agency; the small words behind them do not count.
    if all_capitals && let Some(classes) = exact {
        return classes;
    }
    let found = folded(word).with(exact.unwrap_or_default());
    // `Jan.` and other short forms whose list entry has no full stop.
    match word.strip_suffix('.') {
        Some(stem) if found.is_unknown() && !stem.is_empty() && !stem.contains(' ') => folded(stem),
        _ => found,
    }
}

fn folded(word: &str) -> WordClasses {
    let index = &INDEX.folded;
    if word.len() > LONGEST {
        return WordClasses::default();
    }
    if word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        return index.get(word).copied().unwrap_or_default();
    }
    let mut buffer = [0; LONGEST];
    let small = &mut buffer[..word.len()];
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    let found = match std::str::from_utf8(small) {
        Ok(text) if word.is_ascii() => index.get(text),
        _ => index.get(word.to_lowercase().replace('’', "'").as_str()),
    };
    found.copied().unwrap_or_default()
}

/// Whether the token is the mark behind whoever owns what follows: `'s`, `’`.
pub fn is_possessive_mark(word: &str) -> bool {
    matches!(word, "'s" | "’s" | "'" | "’")
}

/// `word` without a possessive mark at its end: `Halvorsen's` and `Sanders'` lose theirs.
pub fn without_possessive(word: &str) -> &str {
    for mark in ["'s", "’s", "'S", "’S"] {
        if let Some(bare) = word.strip_suffix(mark)
            && !bare.is_empty()
        {
            return bare;
        }
    }
    for mark in ["s'", "s’", "S'", "S’"] {
        if word.ends_with(mark) {
            return &word[..word.len() - mark.len() + 1];
        }
    }
    word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_countries_from_pronouns_by_their_capitals() {
        assert!(classes_of("US").any(WordClasses::PLACE));
        assert!(!classes_of("us").any(WordClasses::PLACE));
        assert!(classes_of("WHO").any(WordClasses::ORGANIZATION));
        assert!(!classes_of("Who").any(WordClasses::ORGANIZATION));
    }

    #[test]
    fn knows_phrases_and_their_first_words() {
        assert!(classes_of("Burkina Faso").any(WordClasses::PLACE));
        assert!(classes_of("Burkina").any(WordClasses::PHRASE_START));
        assert!(classes_of("The Washington Post").any(WordClasses::OUTLET));
        assert!(classes_of("Jan.").any(WordClasses::MONTH));
        assert!(!classes_of("Washington Post.").any(WordClasses::OUTLET));
    }

    #[test]
    fn strips_possessive_marks_alone() {
        assert_eq!(without_possessive("Halvorsen’s"), "Halvorsen");
        assert_eq!(without_possessive("Sanders'"), "Sanders");
        assert_eq!(without_possessive("O'Brien"), "O'Brien");
        assert_eq!(without_possessive("'s"), "'s");
    }

    #[test]
    fn survives_any_text() {
        for word in ["", "é", "İstanbul", "’", "ǅ", "\u{1F600}"] {
            let _ = classes_of(word);
            let _ = without_possessive(word);
        }
    }
}
