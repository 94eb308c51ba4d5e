//! What claims have to do with entities and with each other.

use crate::annotation::{Claim, EntityCluster, MentionKind};
use crate::text::Span;

/// Fills in, for each claim, the entities that it speaks of and the claim that holds it. `claims` are in the order of the text, a longer one
/// before a shorter one that begins with it.
pub(super) fn link(claims: &mut [Claim], entities: &[EntityCluster]) {
    let mentions = mentions(entities);
    for claim in claims.iter_mut() {
        claim.about = about(claim, &mentions);
    }
    let parents = parents(claims);
    for (claim, parent) in claims.iter_mut().zip(parents) {
        claim.parent = parent;
    }
}

/// The places of the mentions of entities that have a name, in order.
fn mentions(entities: &[EntityCluster]) -> Vec<(Span, usize)> {
    let named = entities.iter().enumerate().filter(|(_, entity)| entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name));
    let mut mentions: Vec<(Span, usize)> =
        named.flat_map(|(cluster, entity)| entity.mentions.iter().map(move |mention| (mention.span, cluster))).collect();
    mentions.sort_unstable();
    mentions
}

fn about(claim: &Claim, mentions: &[(Span, usize)]) -> Vec<usize> {
    let mut about = Vec::new();
    for part in &claim.parts {
        let first = mentions.partition_point(|(span, _)| span.start < part.start);
        for (span, cluster) in mentions[first..].iter().take_while(|(span, _)| span.start < part.end) {
            let is_new = !about.contains(cluster) && claim.claimant.cluster != Some(*cluster);
            if is_new && part.contains(*span) {
                about.push(*cluster);
            }
        }
    }
    about
}

/// For each claim the smallest one before it whose words hold all of its own.
fn parents(claims: &[Claim]) -> Vec<Option<usize>> {
    let spans: Vec<Span> = claims.iter().map(Claim::span).collect();
    let mut open: Vec<usize> = Vec::new();
    let mut parents = Vec::with_capacity(claims.len());
    for (index, span) in spans.iter().enumerate() {
        while open.last().is_some_and(|last| spans[*last].end <= span.start) {
            open.pop();
        }
        parents.push(open.iter().rev().copied().find(|outer| spans[*outer].contains(*span) && spans[*outer] != *span));
        open.push(index);
    }
    parents
}
