//! Our own network: what it reads (word pieces and features), its weights file, how it is run, and how its scores are decoded.
//!
//! Scores are values of a document alone: the same pieces give the same scores on the same kind of processor, whatever else is worked on.

pub mod encoded;
pub mod encoder;
pub mod error;
pub mod file;
pub mod heads;
pub mod input;
pub mod sentences;
pub mod sequence;
pub mod windows;

mod header;
mod network;
