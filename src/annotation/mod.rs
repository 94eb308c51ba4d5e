//! What is found in a document: plain data, without the code that finds it.

mod annotations;
mod claim;
mod entity;
mod mention;
mod quotation;

pub use annotations::Annotations;
pub use claim::{Claim, ClaimKind, Claimant, ClaimantKind, ClaimantVia, Modality, Polarity, SourceChainLink, SourceChainRole};
pub use entity::{EntityCluster, EntityType, Title, TitleKind};
pub use mention::{Mention, MentionKind};
pub use quotation::{Attribution, Cue, Quotation, QuotationKind, Relay, Resolution, Source};
