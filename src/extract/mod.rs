//! The extractors. Each is a pure function of the document and of earlier annotations; none imports another: `pipeline` passes their values on.

pub mod claims;
pub mod clusters;
pub mod coreference;
pub mod language;
pub mod names;
pub mod quotations;
pub mod sources;
pub mod values;
