//! Stories that a command reads: from files, folders, the standard input, or those bundled with the program.

mod bundled;
mod cut;
mod inventory;

pub(super) use bundled::bundled;
pub(super) use cut::{Story, for_each_story};
pub(super) use inventory::{Input, content_type, list};
