//! The entity behind each source and relay.
//!
//! `described` gives sources without a name an entity of their own, or the one they go back to; `resolve` leads every source and relay to
//! its entity, with what else it may be (`candidates`); `inherited` hands relays on to what the same speaker goes on to say. `metonyms` tells
//! where a place stands for those who act there.

mod candidates;
mod described;
mod description;
mod index;
mod inherited;
mod metonyms;
mod resolve;

pub use described::with_described;
pub use metonyms::with_metonyms;
pub use resolve::resolve;
