//! The user's own list of names: ids of theirs, or Wikidata's, for the entities of a story.
//!
//! A list (CSV or NDJSON) is compiled once, by [`build()`], into a file that is mapped into memory and read where it lies: however long it
//! is, opening it costs next to nothing, and processes on one machine share it. [`Gazetteer::link`] decides which entry an entity is.

mod build;
mod entry;
mod error;
mod file;
mod header;
mod key;
mod legal_forms;
mod line_starts;
mod link;
mod posting;
mod row;
mod rows;
mod shorter;
mod story;
mod weigh;

pub use build::{BadRows, Built, Skipped, build};
pub use error::{BuildError, GazetteerError};
pub use file::Gazetteer;
pub use row::RowFault;
