//! Word lists, one table a file, each naming its origin.

pub mod abbreviations;
mod word_key;

pub use word_key::WordKey;
