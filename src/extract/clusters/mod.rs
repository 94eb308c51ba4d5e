//! The names of one entity, together.

mod joining;
mod titles;

use crate::annotation::{EntityCluster, EntityType, Mention};
use crate::text::Document;

/// Joins `names` into entities, in the order of their first mention, and gives each its titles.
pub fn clusters(document: &Document, names: Vec<Mention>) -> Vec<EntityCluster> {
    let groups = joining::join(document, &names);
    let mut clusters: Vec<EntityCluster> = Vec::with_capacity(groups.count);
    for (mention, group) in names.into_iter().zip(&groups.of_mention) {
        match clusters.get_mut(*group) {
            Some(cluster) => cluster.mentions.push(mention),
            None => clusters.push(EntityCluster {
                canonical_name: groups.names[*group].to_owned(),
                entity_type: groups.types[*group],
                titles: Vec::new(),
                mentions: vec![mention],
            }),
        }
    }
    let persons = clusters.iter_mut().filter(|cluster| cluster.entity_type == EntityType::Person);
    for cluster in persons {
        cluster.titles = titles::titles_of(document, &cluster.mentions);
    }
    clusters
}

#[cfg(test)]
mod tests;
