//! The entity behind each source and relay.
//!
//! `described` gives sources without a name an entity of their own, or the one they go back to; `resolve` leads every source and relay to
//! its entity, with what else it may be (`candidates`); `inherited` hands relays on to what the same speaker goes on to say; `named_beside` joins descriptions with the name that comes beside or
//! after them. `metonyms` tells
//! where a place stands for those who act there.

mod candidates;
mod described;
mod description;
mod index;
mod inherited;
mod metonyms;
mod named_beside;
mod resolve;

pub use described::with_described;
pub use metonyms::with_metonyms;
pub use named_beside::with_names_beside;
pub use resolve::resolve;
