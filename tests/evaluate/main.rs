//! `quotewire evaluate`: figures worked out by hand, the same figures as the corpora's own scorers, and the command as a user meets it.

mod by_hand;
mod command;
mod fixtures;
mod scorers;
