//! Word lists, one table a file, each naming its origin.

pub mod abbreviations;
pub mod function_words;
pub mod outlet_words;
pub mod reporting_verbs;
pub mod source_nouns;
mod word_key;

pub use word_key::WordKey;
