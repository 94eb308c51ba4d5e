//! Names and their clusters.

use crate::annotation::EntityCluster;
use crate::text::Document;

/// Finds the entities of `document`.
pub fn entities(document: &Document) -> Vec<EntityCluster> {
    let _ = document;
    Vec::new()
}
