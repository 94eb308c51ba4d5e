//! From statements to claims.

use super::claimant::{chain_of, claimant_of, outlet, publisher};
use super::content::{asserts, felt, places, trimmed, without_addressee};
use super::reading::{Voice, read};
use super::split::split;
use super::words::Words;
use super::worth::Worth;
use crate::annotation::{Claim, Claimant, EntityCluster, Quotation, SourceChainLink};

/// Who answers for a statement, through whom it came, and from which quotation.
#[derive(Debug, Clone)]
pub(super) struct Origin {
    /// Who answers for it.
    pub claimant: Claimant,
    /// From the claimant outward.
    pub chain: Vec<SourceChainLink>,
    /// The quotation, as an index.
    pub quotation: Option<usize>,
    /// In whose voice it stands.
    pub voice: Voice,
}

impl Origin {
    /// The outlet itself.
    pub(super) fn narration() -> Self {
        Self { claimant: outlet(), chain: vec![publisher()], quotation: None, voice: Voice::Narration }
    }

    /// The content of the quotation at `index`.
    pub(super) fn quotation(words: &Words<'_>, quotation: &Quotation, index: usize, entities: &[EntityCluster], voice: Voice) -> Self {
        Self {
            claimant: claimant_of(words.document, quotation, entities),
            chain: chain_of(words.document, quotation),
            quotation: Some(index),
            voice,
        }
    }
}

/// The claims of the statement of `tokens`, one for each clause that asserts something.
pub(super) fn claims(words: &Words<'_>, tokens: &[usize], origin: &Origin, worth: &Worth<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for statement in split(words, tokens) {
        if asserts(words, &statement.main, origin.voice) {
            claims.extend(claim(words, &statement.main, origin, worth));
        }
        claims.extend(statement.inner.iter().filter_map(|inner| claim(words, inner, origin, worth)));
    }
    claims
}

/// The claim of one clause, which is not split.
pub(super) fn claim(words: &Words<'_>, clause: &[usize], origin: &Origin, worth: &Worth<'_>) -> Option<Claim> {
    let whole = trimmed(words, clause);
    let presupposed = if origin.voice == Voice::Direct { felt(words, &whole) } else { None };
    let voice = if presupposed.is_some() { Voice::Felt } else { origin.voice };
    let mut tokens = presupposed.unwrap_or(whole);
    if voice == Voice::Asked {
        tokens = without_addressee(words, tokens);
    }
    let parts = places(words, &tokens);
    if parts.is_empty() {
        return None;
    }
    let reading = read(words, &tokens, voice);
    Some(Claim {
        check_worthiness: worth.of(&reading, &parts),
        parts,
        quotation: origin.quotation,
        claimant: origin.claimant.clone(),
        source_chain: origin.chain.clone(),
        kind: reading.kind,
        polarity: reading.polarity,
        modality: reading.modality,
        tense: reading.tense,
        hedges: reading.hedges,
        values: Vec::new(),
        about: Vec::new(),
        parent: None,
        same_as: Vec::new(),
        fingerprint: String::new(),
    })
}
