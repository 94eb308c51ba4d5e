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

/// What `noun` describes where it stands for somebody named; `None` for other words.
pub(super) fn is_known_noun(noun: &str) -> Option<EntityType> {
    if is_outlet_noun(noun) || BODY_NOUNS.contains(&noun) {
        return Some(EntityType::Organization);
    }
    let is_role = noun.starts_with(char::is_lowercase) && classes_of(noun).any(WordClasses::ROLE.with(WordClasses::OFFICE));
    is_role.then_some(EntityType::Person)
}

/// What sort of thing a noun says that something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NounSort {
    /// `newspaper`.
    Outlet,
    /// `firm`.
    Company,
    /// `nation`.
    Country,
    /// `town`.
    OtherPlace,
    /// No sort that a name tells.
    Unknown,
}

impl NounSort {
    /// The sort of `noun`.
    pub(super) fn of(noun: &str) -> Self {
        match noun {
            "country" | "nation" => Self::Country,
            "city" | "town" | "village" | "county" | "province" => Self::OtherPlace,
            _ if noun == "agency" || is_outlet_noun(noun) => Self::Outlet,
            _ if COMPANY_NOUNS.contains(&noun) => Self::Company,
            _ => Self::Unknown,
        }
    }
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
pub(super) fn name_fit(noun: &str, sort: NounSort, name: &str, entity_type: EntityType, is_outlet: bool) -> NameFit {
    if name.split([' ', '-']).any(|word| word.eq_ignore_ascii_case(noun)) {
        return NameFit::Word;
    }
    let has_company_word =
        || name.split([' ', '-', '.', ',']).any(|word| COMPANY_WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)));
    let is_sort = match (sort, entity_type) {
        (NounSort::Outlet, _) => is_outlet,
        (NounSort::Company, EntityType::Organization) => has_company_word(),
        (NounSort::Country, EntityType::Location) => is_country(name),
        (NounSort::OtherPlace, EntityType::Location) => !is_country(name),
        _ => false,
    };
    if is_sort { NameFit::Sort } else { NameFit::No }
}
