//! The record: the one output schema.
//!
//! Spans are half-open ranges of Unicode code points of `text.value`; every item carries its own words too. Nothing in a record
//! depends on a clock: the same input, configuration and version give the same bytes.

mod build;
mod ids;
mod schema;

pub use build::Provenance;
pub use schema::{
    AddresseeRecord, ArticleRecord, ArticleSource, BlockRecord, CheckWorthiness, ClaimRecord, ClaimantRecord, CueRecord, EntityRecord,
    Event, Factuality, HedgeRecord, MentionRecord, ModelRecord, OffsetUnit, PipelineRecord, QuoteRecord, Record, RelayRecord,
    SourceChainRecord, SourceRecord, SpanRecord, TextRecord, TitleRecord,
};
