//! What the figures in claims tell of them: which they hold, their fingerprints, and which claims say the same.

use std::borrow::Cow;

use super::fingerprint::{ContentReader, name_key};
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
        let claimant = claimant_key(document, &claim.claimant, &reader);
        // the outlet is not among those whom its claims name
        let own = if claimant == OUTLET { "" } else { &claimant };
        let content = reader.content(&claim.parts, own);
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
fn claimant_key<'k>(document: &Document, claimant: &Claimant, reader: &'k ContentReader<'_>) -> Cow<'k, str> {
    let entity = claimant.cluster.and_then(|cluster| reader.key(cluster));
    match (claimant.kind, entity, claimant.span) {
        (ClaimantKind::Outlet, ..) => OUTLET.into(),
        (_, Some(key), _) => key.into(),
        (_, None, Some(span)) => name_key(document.slice(span)).into(),
        _ => "".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Normalised, ValueKind};
    use crate::extract::claims::claims;
    use crate::segment::segment;
    use crate::text::Span;

    /// The narration of `text` with the figures in `figures` as values.
    fn read(text: &str, figures: &[(&str, f64)]) -> Vec<Claim> {
        let document = segment(text, &[]);
        let values: Vec<Value> = figures
            .iter()
            .map(|(words, value)| {
                let start = text.find(words).expect("the figure stands in the text");
                let normalised = Normalised { value: Some(*value), ..Normalised::default() };
                Value { span: Span::new(start, start + words.len()), kind: ValueKind::Cardinal, normalised }
            })
            .collect();
        with_values(&document, claims(&document, &[], &[], None), &[], &values)
    }

    #[test]
    fn claims_hold_the_values_inside_their_parts() {
        let found = read("The ferry carried 300 people. The pier has 40 steps.", &[("300", 300.0), ("40", 40.0)]);
        assert_eq!(found.iter().map(|claim| claim.values.clone()).collect::<Vec<_>>(), [[0], [1]]);
    }

    #[test]
    fn two_wordings_share_a_fingerprint_and_point_at_each_other() {
        let text = "The storm destroyed 240 homes in the bay. In the bay 241 houses were wrecked by the storm.";
        let same = read(text, &[("240", 240.0), ("241", 240.0)]);
        assert_eq!(same[0].fingerprint, same[1].fingerprint);
        assert_eq!((&same[0].same_as[..], &same[1].same_as[..]), (&[1][..], &[0][..]));
        let other = read(text, &[("240", 240.0), ("241", 241.0)]);
        assert_ne!(other[0].fingerprint, other[1].fingerprint);
        assert!(other.iter().all(|claim| claim.same_as.is_empty()));
    }

    #[test]
    fn denial_and_direction_part_claims() {
        let fingerprint = |text: &str| read(text, &[("40", 40.0)])[0].fingerprint.clone();
        let rose = fingerprint("The price of cocoa rose to 40 in the bay.");
        assert_eq!(rose, fingerprint("In the bay the price of cocoa climbed to 40."));
        assert_ne!(rose, fingerprint("The price of cocoa fell to 40 in the bay."));
        assert_ne!(rose, fingerprint("The price of cocoa did not rise to 40 in the bay."));
        assert_ne!(rose, fingerprint("The price of cocoa rose by 40 in the bay."));
    }
}
