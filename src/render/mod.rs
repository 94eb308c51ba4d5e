//! Views of a record for people.

mod line;
mod lists;
mod marks;
mod terminal;

pub use terminal::terminal;
