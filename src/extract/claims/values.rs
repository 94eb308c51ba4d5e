//! What the figures in claims tell of them: which they hold, their fingerprints, and which claims say the same.

use super::fingerprint::{ContentReader, entity_key, name_key};
use super::same_as::same_as;
use crate::annotation::{Claim, Claimant, ClaimantKind, EntityCluster, Value};
use crate::text::Document;

/// Key of the outlet as a claimant.
const OUTLET: &str = "outlet";

/// Gives each claim the values inside its parts, its fingerprint, and the others that say the same. `values` in the order of the text.
pub fn with_values(document: &Document, claims: Vec<Claim>, entities: &[EntityCluster], values: &[Value]) -> Vec<Claim> {
    let reader = ContentReader::new(document, entities, values);
    let mut claims = claims;
    let mut contents = Vec::with_capacity(claims.len());
    for claim in &mut claims {
        claim.values = inside(claim, values);
        let claimant = claimant_key(document, &claim.claimant, entities);
        let content = reader.content(&claim.parts, &claimant);
        claim.fingerprint = content.fingerprint(&claimant);
        contents.push(content);
    }
    for (claim, same) in claims.iter_mut().zip(same_as(&contents)) {
        claim.same_as = same;
    }
    claims
}

/// Indices of the values that lie in a part of the claim, in the order of the text.
fn inside(claim: &Claim, values: &[Value]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for part in &claim.parts {
        let first = values.partition_point(|value| value.span.start < part.start);
        found.extend(
            (first..values.len())
                .take_while(|index| values[*index].span.start < part.end)
                .filter(|index| part.contains(values[*index].span)),
        );
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// The same for one claimant in any story.
fn claimant_key(document: &Document, claimant: &Claimant, entities: &[EntityCluster]) -> String {
    let entity = claimant.cluster.and_then(|cluster| entities.get(cluster));
    match (claimant.kind, entity, claimant.span) {
        (ClaimantKind::Outlet, ..) => OUTLET.to_owned(),
        (_, Some(entity), _) => entity_key(entity),
        (_, None, Some(span)) => name_key(document.slice(span)),
        _ => String::new(),
    }
}
