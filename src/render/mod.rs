//! Views of a record for people.

mod lists;
mod marks;
mod terminal;

pub use terminal::terminal;
