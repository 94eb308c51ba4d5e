//! Our own network: what it reads (word pieces and features), its weights file, how it is run, and how its scores are decoded.
//!
//! Scores are values of a document alone: the same pieces give the same scores on the same kind of processor, whatever else is worked on.

mod embedded_weights;
pub mod encoded;
pub mod encoder;
pub mod error;
mod evidence;
mod features;
pub mod file;
mod header;
pub mod heads;
pub mod input;
mod mentions;
mod network;
mod quotation_groups;
mod reading;
pub mod sentences;
pub mod sequence;
pub mod windows;
mod word_pieces;

pub use embedded_weights::embedded;
pub use error::ModelError;
pub use evidence::Evidence;
pub use file::ModelFile;
pub use input::Pieces;
pub use mentions::{Antecedent, Candidates, TaggedMention};
pub use quotation_groups::{Tagged, TaggedQuotation};
pub use reading::{Model, Reading, TaggedName};
pub use word_pieces::{Vocabulary, VocabularyError, WordPiece};
