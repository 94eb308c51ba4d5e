//! What is found in a document: plain data, without the code that finds it.

mod annotations;
mod claim;
mod entity;
mod mention;
mod quotation;
mod value;

pub use annotations::Annotations;
pub use claim::{Claim, ClaimKind, Claimant, ClaimantKind, ClaimantVia, Modality, Polarity, SourceChainLink, SourceChainRole, Tense};
pub use entity::{EntityCluster, EntityType, KnowledgeLink, Title, TitleKind};
pub use mention::{Mention, MentionKind};
pub use quotation::{Alternative, Attribution, Cue, Quotation, QuotationKind, Relay, Resolution, Source};
pub use value::{Normalised, Value, ValueKind};
