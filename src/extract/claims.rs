//! What is asserted, and by whom.

use crate::annotation::{Claim, EntityCluster, Quotation};
use crate::text::Document;

/// Finds the claims of `document`: the content of `quotations`, and narration that stands on a number.
pub fn claims(document: &Document, quotations: &[Quotation], entities: &[EntityCluster]) -> Vec<Claim> {
    let _ = (document, quotations, entities);
    Vec::new()
}
