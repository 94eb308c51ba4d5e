//! IPTC ninjs, generations 1 to 3, and what Superdesk makes of it.

mod body;
mod decode;
mod generation;
mod names;
mod signals;

pub(super) use decode::decode;
pub(super) use generation::generation;
