//! The contracts that others build on: the committed schemas, and records that keep to them.

mod golden;
mod properties;
mod schemas;
mod support;
