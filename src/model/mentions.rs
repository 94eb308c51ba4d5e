//! Nominal and pronoun mentions, and what each refers back to.

use super::encoded::Encoded;
use super::heads::{LinkHead, TagHead};
use super::reading::TaggedName;
use crate::annotation::{EntityType, MentionKind};
use crate::text::{Document, TokenRange};

/// Label of the words of a phrase before its head.
const INSIDE: usize = 1;
/// Labels from here on stand on heads.
const FIRST_HEAD: usize = 2;
/// What the labels of heads mean, in their order.
const HEADS: [(MentionKind, EntityType); 6] = [
    (MentionKind::Nominal, EntityType::Person),
    (MentionKind::Nominal, EntityType::Organization),
    (MentionKind::Nominal, EntityType::Location),
    (MentionKind::Pronoun, EntityType::Person),
    (MentionKind::Pronoun, EntityType::Organization),
    (MentionKind::Pronoun, EntityType::Location),
];
/// Earlier mentions that a mention is held against, the nearest ones.
const REACH: usize = 40;

/// What a mention refers back to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Antecedent {
    /// The name, as an index into [`super::Reading::names`].
    Name(usize),
    /// The mention, as an index into [`super::Reading::mentions`].
    Mention(usize),
}

/// A nominal or pronoun mention that the network found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TaggedMention {
    /// The phrase up to its head: `the city's mayor` of `the city's mayor since May`.
    pub tokens: TokenRange,
    /// Nominal or pronoun.
    pub kind: MentionKind,
    /// Person, organization or location.
    pub entity_type: EntityType,
    /// How sure the network is of kind and type, 0 to 1.
    pub probability: f32,
    /// The nearest earlier mention of the same entity, with the probability of the link.
    pub antecedent: Option<(Antecedent, f32)>,
}

/// The mentions of a document, names apart.
pub(super) fn mentions(document: &Document, encoded: &Encoded<'_>, names: &[TaggedName]) -> Vec<TaggedMention> {
    let mut inside = vec![false; encoded.len()];
    let mut found: Vec<TaggedMention> = Vec::new();
    for token in 0..encoded.len() {
        let (label, probability) = best(encoded.scores(TagHead::Mentions, token));
        inside[token] = label >= INSIDE;
        let in_name = || names.iter().any(|name| name.tokens.indices().contains(&token));
        if label < FIRST_HEAD || in_name() {
            continue;
        }
        let (kind, entity_type) = HEADS[label - FIRST_HEAD];
        let start = if kind == MentionKind::Pronoun { token } else { start(document, &inside, token) };
        found.push(TaggedMention { tokens: TokenRange::new(start, token + 1), kind, entity_type, probability, antecedent: None });
    }
    lead_back(encoded, names, &mut found);
    found
}

/// The best label and its probability.
fn best(scores: &[f32]) -> (usize, f32) {
    let (label, highest) =
        scores.iter().copied().enumerate().fold((0, f32::NEG_INFINITY), |best, scored| if scored.1 > best.1 { scored } else { best });
    (label, 1.0 / scores.iter().map(|score| (score - highest).exp()).sum::<f32>())
}

/// Where the phrase begins whose head is `head`: it goes back over words that the network put inside a phrase, within the sentence.
fn start(document: &Document, inside: &[bool], head: usize) -> usize {
    let sentence = document.sentence_at(document.tokens()[head].span.start).map_or(0, |index| document.sentences()[index].tokens.start);
    (sentence..head).rev().take_while(|token| inside[*token]).last().unwrap_or(head)
}

/// Gives each mention the earlier one that it most probably refers back to.
fn lead_back(encoded: &Encoded<'_>, names: &[TaggedName], found: &mut [TaggedMention]) {
    let name_heads = names.iter().enumerate().map(|(index, name)| (name.tokens.end - 1, Antecedent::Name(index)));
    let mention_heads = found.iter().enumerate().map(|(index, mention)| (mention.tokens.end - 1, Antecedent::Mention(index)));
    let mut heads: Vec<(usize, Antecedent)> = name_heads.chain(mention_heads).collect();
    heads.sort_by_key(|(head, antecedent)| (*head, matches!(antecedent, Antecedent::Mention(_))));
    for mention in found.iter_mut() {
        let head = mention.tokens.end - 1;
        let before = heads.partition_point(|(other, _)| *other < head);
        let candidates = heads[before.saturating_sub(REACH)..before]
            .iter()
            .filter_map(|(other, antecedent)| Some((encoded.link(LinkHead::Antecedent, head, Some(*other))?, *antecedent)));
        let scored: Vec<(f32, Antecedent)> = candidates.collect();
        let none = encoded.link(LinkHead::Antecedent, head, None).unwrap_or(0.0);
        let Some((score, antecedent)) = scored.iter().copied().max_by(|a, b| a.0.total_cmp(&b.0)) else { continue };
        let highest = score.max(none);
        let all: f32 = scored.iter().map(|(score, _)| score).chain([&none]).map(|score| (score - highest).exp()).sum();
        mention.antecedent = (score > none).then_some((antecedent, (score - highest).exp() / all));
    }
}
