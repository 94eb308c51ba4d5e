//! The contracts that others build on: the committed schemas, and records that keep to them.

mod gold_stories;
mod golden;
mod properties;
mod schemas;
mod support;
