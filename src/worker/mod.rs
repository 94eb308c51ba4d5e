//! The worker: consumes articles from JetStream, publishes records, acknowledges. The one asynchronous part of the crate.
