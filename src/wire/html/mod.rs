//! HTML: markup to paragraphs, for pages and for the bodies that other formats carry.

mod attribute_limit;
mod elements;
mod flat_text;
mod flatten;
mod json_ld;
mod open_elements;
mod page;

pub(super) use flat_text::{FlatText, flatten_fragment};
pub(super) use page::decode;
