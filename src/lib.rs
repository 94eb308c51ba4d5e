//! quotewire: a NATS JetStream worker that turns wire stories into records of who said what, who is named, and what is claimed.
//!
//! Data flows one way:
//!
//! ```text
//! bytes ─wire::decode→ Article ─segment→ Document ─extract→ entities, quotations, claims ⇒ Annotations
//!    ─Record::new→ Record ─worker: publish, await PublishAck→ only then acknowledge the input
//! ```
//!
//! | row | modules | uses |
//! |---|---|---|
//! | 1 | [`text`], [`lexicon`], [`settings`] | the standard library |
//! | 2 | [`annotation`], [`segment`], [`wire`] | `text`; `segment` also `lexicon` |
//! | 2 | [`model`] | `text`, `lexicon`, `annotation`; the one place that knows rten |
//! | 3 | [`extract`] | `text`, `annotation`, `lexicon`, `model`; its extractors never import each other |
//! | 4 | [`pipeline`] | rows 1 to 3: the one place that knows the order |
//! | 5 | [`record`] | `wire`, `text`, `annotation`, `settings` |
//! | 6 | [`render`] | `record`, and the kinds of `annotation` and `text` in it |
//! | 7 | [`worker`] | `pipeline`, `record`, `wire`, `settings`: the one asynchronous part |
//! | 8 | [`evaluate`] | `pipeline`, `wire`, `text`, `annotation` |
//! | 9 | [`cli`] | rows 4 to 8, `wire`, `settings` |
//!
//! A row uses only rows above it; `tests/layering.rs` holds the table against the code. From `text` to `record` everything is
//! synchronous and deterministic: no clock, environment, network, randomness or logging.

pub mod annotation;
pub mod cli;
pub mod evaluate;
pub mod extract;
pub mod lexicon;
pub mod model;
pub mod pipeline;
pub mod record;
pub mod render;
pub mod segment;
pub mod settings;
pub mod text;
pub mod wire;
pub mod worker;
