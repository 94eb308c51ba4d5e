//! Everything found in one document.

use super::{Claim, EntityCluster, Quotation, Value};

/// The result of the pipeline: entities, quotations and claims that point at each other by index.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Annotations {
    /// In the order of their first mention.
    pub entities: Vec<EntityCluster>,
    /// In the order of their first part.
    pub quotations: Vec<Quotation>,
    /// In the order of their first part.
    pub claims: Vec<Claim>,
    /// In the order of the text.
    pub values: Vec<Value>,
}
