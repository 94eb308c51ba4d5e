//! Names that stand for the same country or body. Origin: general knowledge, written down by hand.

use std::sync::LazyLock;

use super::{WordClasses, WordTable, classes_of};

/// Names of one entity each; the first of a row is the fullest.
pub const ALIASES: &[&[&str]] = &[
    &["United States of America", "United States", "U.S.A.", "U.S.", "USA", "US", "U.S.A", "U.S", "America"],
    &["United Kingdom", "U.K.", "UK", "U.K", "Great Britain", "Britain"],
    &["United Arab Emirates", "UAE", "U.A.E.", "Emirates"],
    &["European Union", "EU", "E.U."],
    &["United Nations", "UN", "U.N.", "U.N"],
    &["African Union", "AU"],
    &["Democratic Republic of the Congo", "Democratic Republic of Congo", "DRC", "DR Congo"],
    &["New York City", "NYC", "New York"],
    &["Los Angeles", "L.A.", "LA"],
    &["Washington D.C.", "Washington DC", "D.C.", "DC"],
    &["Soviet Union", "USSR", "U.S.S.R."],
    &["People's Republic of China", "PRC"],
    &["Federal Bureau of Investigation", "FBI"],
    &["Central Intelligence Agency", "CIA"],
    &["World Health Organization", "World Health Organisation", "WHO"],
    &["International Monetary Fund", "IMF"],
    &["Associated Press", "The Associated Press", "AP"],
    &["Agence France-Presse", "AFP"],
    &["Islamic State", "ISIS", "ISIL"],
    &["Czech Republic", "Czechia"],
    &["Myanmar", "Burma"],
    &["Ivory Coast", "Côte d'Ivoire"],
    &["Kyiv", "Kiev"],
    &["North Korea", "DPRK", "Democratic People's Republic of Korea"],
    &["Republican Party", "GOP", "G.O.P."],
];

/// The fullest name of the entity that `name` stands for; `name` itself where no row has it.
pub fn fullest(name: &str) -> &str {
    static INDEX: LazyLock<WordTable<&'static str>> =
        LazyLock::new(|| ALIASES.iter().flat_map(|row| row.iter().map(|name| (*name, row[0]))).collect());
    INDEX.get(name).copied().unwrap_or(name)
}

/// Whether `name`, short forms included, is a country's: `the U.S.`.
pub fn is_country(name: &str) -> bool {
    classes_of(name).with(classes_of(fullest(name))).any(WordClasses::COUNTRY)
}
