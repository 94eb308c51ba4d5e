//! Word lists, one table a file, each naming its origin.

pub mod abbreviations;
pub mod aliases;
pub mod calendar;
pub mod calendar_words;
mod claim_cues;
pub mod claim_words;
pub mod function_words;
pub mod gender;
pub mod given_names;
pub mod impersonal;
pub mod irregular_forms;
pub mod measures;
pub mod named_things;
pub mod nationalities;
pub mod nicknames;
pub mod number_words;
pub mod organizations;
pub mod outlet_words;
pub mod outlets;
pub mod places;
mod reporting_verb_table;
pub mod reporting_verbs;
pub mod source_nouns;
pub mod stem;
pub mod stop_words;
pub mod surnames;
pub mod titles;
pub mod value_starts;
pub mod verb_forms;
mod word_classes;
mod word_key;
mod word_table;

pub use claim_cues::{ClaimCues, claim_cues};
pub use word_classes::{WordClasses, classes_of, without_possessive};
pub use word_key::WordKey;
pub use word_table::{Remembered, WordTable};
