//! The extractors. Each is a pure function of the document and of earlier annotations; none imports another: `pipeline` passes their values on.

pub mod entities;
pub mod quotations;
