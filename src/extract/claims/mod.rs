//! What is asserted, and by whom.

mod claimant;
mod clause;
mod content;
mod figures;
pub mod fingerprint;
mod kind;
mod links;
mod mood;
mod narration;
mod quoted;
mod reading;
mod same_as;
mod split;
mod statement;
#[cfg(test)]
mod tests;
mod values;
mod verb;
mod words;
mod worth;

use std::cmp::Reverse;

pub use values::with_values;

use crate::annotation::{Claim, EntityCluster, Quotation};
use crate::text::Document;

/// Finds the claims of `document`, in the order of the text: the content of `quotations` and the outlet's own narration, each sentence one
/// claim, or several where it joins clauses or holds a figure or a date in passing.
///
/// Judgements and wishes are claims too: their kind and their worth tell them apart. `worth` is a network's probability for each sentence
/// that it is worth checking.
pub fn claims(document: &Document, quotations: &[Quotation], entities: &[EntityCluster], worth: Option<&[f32]>) -> Vec<Claim> {
    let worth = worth::Worth::new(document, entities, worth);
    let words = words::Words::new(document);
    let quoted = quoted::quoted(&words, quotations, entities, &worth);
    let mut claims = quoted.claims;
    claims.extend(narration::claims(&words, quotations, &quoted.in_sentence, entities, &worth));
    claims.sort_by_key(|claim| (claim.span().start, Reverse(claim.span().end)));
    links::link(&mut claims, entities);
    claims
}
