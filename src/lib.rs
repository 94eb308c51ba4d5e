//! quotewire: a NATS JetStream worker that turns wire stories into records of who said what, who is named, and what is claimed.
//!
//! Data flows one way:
//!
//! ```text
//! bytes ─wire::decode→ Article ─segment→ Document ─extract→ the rules' names and quotations ─model→ Reading
//!    ─extract→ entities, quotations, claims ⇒ Annotations
//!    ─Record::new→ Record ─worker: publish, await PublishAck→ only then acknowledge the input
//! ```
//!
//! (The rules profile has no model: what the rules find goes straight on.)
//!
//! | row | modules | uses |
//! |---|---|---|
//! | 1 | [`text`], [`lexicon`], [`settings`] | the standard library |
//! | 2 | [`annotation`], [`segment`], [`wire`] | `text`; `segment` also `lexicon` |
//! | 3 | [`model`] | `text`, `lexicon`, `annotation`; the one place that knows rten |
//! | 4 | [`extract`] | `text`, `annotation`, `lexicon`, `model`; its extractors never import each other |
//! | 4 | [`gazetteer`] | `text`, `annotation`; the one place that knows the user's own list of names |
//! | 5 | [`pipeline`] | rows 1 to 4: the one place that knows the order |
//! | 6 | [`record`] | `wire`, `text`, `annotation`, `settings` |
//! | 7 | [`render`] | `record`, and the kinds of `annotation` and `text` in it |
//! | 8 | [`worker`] | `pipeline`, `record`, `wire`, `settings`: the one asynchronous part |
//! | 9 | [`evaluate`] | `pipeline`, `wire`, `text`, `annotation` |
//! | 10 | [`cli`] | rows 5 to 9, `wire`, `settings`; `model` and `text` for the features that training reads, `gazetteer` to build one |
//!
//! A row uses only rows above it; `tests/layering.rs` holds the table against the code. From `text` to `record` everything is
//! synchronous and deterministic: no clock, environment, network, randomness or logging.

pub mod annotation;
pub mod cli;
pub mod evaluate;
pub mod extract;
pub mod gazetteer;
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
