//! The worker: consumes articles from JetStream, publishes records, acknowledges. The one asynchronous part of the crate.
//!
//! ```text
//! intake ─jobs→ extraction threads ─finished→ publish ─sent→ confirm ⇒ +ACK, or dead letter and +TERM
//!    ↑ one slot free again ←─ held (a sign of life for each, every third of ack_wait) ←─┘
//! ```
//!
//! Every message that is received holds a slot until it ends in exactly one of ack, delayed nak, or dead letter: see
//! [`disposition`]. Slots bound every queue, so that nothing here can grow.

mod address;
mod confirm;
pub mod connect;
mod dead_letter;
pub mod disposition;
pub mod doctor;
mod headers;
mod health;
mod intake;
mod metrics;
pub mod process;
mod progress;
pub mod provision;
mod publish;
mod pull;
mod run;
mod subjects;
mod suspects;

pub use run::{RunError, run};
