//! Nouns by which named bodies and people are spoken of. Origin: own lists, from the usage of newspapers.

use crate::annotation::EntityType;
use crate::lexicon::aliases::is_country;
use crate::lexicon::outlet_words::is_outlet_noun;
use crate::lexicon::{WordClasses, classes_of};

/// Nouns that also stand in the name of the body they are said of.
pub(super) const BODY_NOUNS: &[&str] = &[
    "academy",
    "administration",
    "agency",
    "airline",
    "alliance",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "center",
    "centre",
    "church",
    "club",
    "coalition",
    "college",
    "commission",
    "committee",
    "company",
    "corporation",
    "council",
    "court",
    "department",
    "federation",
    "firm",
    "foundation",
    "fund",
    "government",
    "group",
    "hospital",
    "institute",
    "league",
    "ministry",
    "museum",
    "office",
    "organization",
    "organisation",
    "parliament",
    "party",
    "police",
    "school",
    "senate",
    "service",
    "society",
    "team",
    "tribunal",
    "trust",
    "union",
    "university",
];

/// Words of company names, by which `the company` is known.
const COMPANY_WORDS: &[&str] = &[
    "airlines",
    "airways",
    "bancorp",
    "brands",
    "co",
    "company",
    "corp",
    "corporation",
    "enterprises",
    "foods",
    "gmbh",
    "group",
    "holdings",
    "inc",
    "industries",
    "limited",
    "llc",
    "ltd",
    "motors",
    "partners",
    "pharma",
    "pharmaceuticals",
    "plc",
    "systems",
    "technologies",
    "energy",
    "lines",
    "mining",
    "steel",
    "stores",
];

/// Nouns for companies.
const COMPANY_NOUNS: &[&str] =
    &["company", "firm", "business", "corporation", "maker", "manufacturer", "retailer", "group", "carmaker", "producer"];

/// Nouns for places.
const PLACE_NOUNS: &[&str] = &["city", "country", "county", "island", "nation", "province", "region", "state", "town", "village"];

/// What `noun` describes where it stands for somebody named; `None` for other words.
pub(super) fn is_known_noun(noun: &str) -> Option<EntityType> {
    if is_outlet_noun(noun) || BODY_NOUNS.contains(&noun) {
        return Some(EntityType::Organization);
    }
    let is_role = noun.starts_with(char::is_lowercase) && classes_of(noun).any(WordClasses::ROLE.with(WordClasses::OFFICE));
    is_role.then_some(EntityType::Person)
}

/// How a noun fits a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NameFit {
    /// The noun stands in the name: `the council` of `Alden Council`.
    Word,
    /// The noun says what sort of body or place the name is of.
    Sort,
    /// The noun says nothing of it.
    No,
}

/// How `noun` fits an entity of that name and type; `is_outlet` where it is known as one.
pub(super) fn name_fit(noun: &str, name: &str, entity_type: EntityType, is_outlet: bool) -> NameFit {
    if name.split([' ', '-']).any(|word| word.eq_ignore_ascii_case(noun)) {
        return NameFit::Word;
    }
    let has_word = |words: &[&str]| name.split([' ', '-', '.', ',']).any(|word| words.iter().any(|known| word.eq_ignore_ascii_case(known)));
    let is_sort = match entity_type {
        _ if is_outlet_noun(noun) || noun == "agency" => is_outlet,
        EntityType::Organization if COMPANY_NOUNS.contains(&noun) => has_word(COMPANY_WORDS),
        EntityType::Location if PLACE_NOUNS.contains(&noun) => fits_place(noun, name),
        _ => false,
    };
    if is_sort { NameFit::Sort } else { NameFit::No }
}

fn fits_place(noun: &str, name: &str) -> bool {
    let is_country = is_country(name);
    match noun {
        "country" | "nation" => is_country,
        "city" | "town" | "village" | "county" | "province" => !is_country,
        _ => false,
    }
}
