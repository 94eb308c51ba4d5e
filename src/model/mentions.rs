//! Nominal and pronoun mentions, and what each refers back to.

use super::encoded::Encoded;
use super::heads::{LinkHead, TagHead};
use super::reading::TaggedName;
use super::sequence::first_best;
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
/// Candidates that are less probable are left out.
const LEAST: f32 = 0.005;

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

/// What a mention may refer back to, with what probability.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Candidates {
    /// Earlier names and mentions, in the order of their heads; the improbable ones are left out.
    pub earlier: Vec<(Antecedent, f32)>,
    /// That it refers to nothing before it.
    pub none: f32,
}

/// The mentions of a document, names apart, and what each of them may refer back to.
pub(super) fn mentions(document: &Document, encoded: &Encoded<'_>, names: &[TaggedName]) -> (Vec<TaggedMention>, Vec<Candidates>) {
    let mut inside = vec![false; encoded.len()];
    let mut found: Vec<TaggedMention> = Vec::new();
    for token in 0..encoded.len() {
        let scores = encoded.scores(TagHead::Mentions, token);
        let (label, highest) = first_best(scores.iter().copied());
        inside[token] = label >= INSIDE;
        let in_name = || names.iter().any(|name| name.tokens.indices().contains(&token));
        if label < FIRST_HEAD || in_name() {
            continue;
        }
        let (kind, entity_type) = HEADS[label - FIRST_HEAD];
        let probability = 1.0 / scores.iter().map(|score| (score - highest).exp()).sum::<f32>();
        let start = if kind == MentionKind::Pronoun { token } else { start(document, &inside, token) };
        found.push(TaggedMention { tokens: TokenRange::new(start, token + 1), kind, entity_type, probability, antecedent: None });
    }
    let candidates = lead_back(encoded, names, &mut found);
    (found, candidates)
}

/// Where the phrase begins whose head is `head`: it goes back over words that the network put inside a phrase, within the sentence.
fn start(document: &Document, inside: &[bool], head: usize) -> usize {
    let sentence = document.sentence_at(document.tokens()[head].span.start).map_or(0, |index| document.sentences()[index].tokens.start);
    (sentence..head).rev().take_while(|token| inside[*token]).last().unwrap_or(head)
}

/// Gives each mention the earlier one that it most probably refers back to; returns all that it may.
fn lead_back(encoded: &Encoded<'_>, names: &[TaggedName], found: &mut [TaggedMention]) -> Vec<Candidates> {
    let name_heads = names.iter().enumerate().map(|(index, name)| (name.tokens.end - 1, Antecedent::Name(index)));
    let mention_heads = found.iter().enumerate().map(|(index, mention)| (mention.tokens.end - 1, Antecedent::Mention(index)));
    let mut heads: Vec<(usize, Antecedent)> = name_heads.chain(mention_heads).collect();
    heads.sort_by_key(|(head, antecedent)| (*head, matches!(antecedent, Antecedent::Mention(_))));
    let mut all = Vec::with_capacity(found.len());
    for mention in found.iter_mut() {
        let candidates = candidates(encoded, &heads, mention.tokens.end - 1);
        let best = candidates.earlier.iter().copied().max_by(|a, b| a.1.total_cmp(&b.1));
        mention.antecedent = best.filter(|(_, probability)| *probability > candidates.none);
        all.push(candidates);
    }
    all
}

/// What the mention with its head at the token `head` may refer back to, among the nearest of `heads`.
fn candidates(encoded: &Encoded<'_>, heads: &[(usize, Antecedent)], head: usize) -> Candidates {
    let before = heads.partition_point(|(other, _)| *other < head);
    let scored: Vec<(Antecedent, f32)> = heads[before.saturating_sub(REACH)..before]
        .iter()
        .filter_map(|(other, antecedent)| Some((*antecedent, encoded.link(LinkHead::Antecedent, head, Some(*other))?)))
        .collect();
    let none = encoded.link(LinkHead::Antecedent, head, None).unwrap_or(0.0);
    let highest = scored.iter().map(|(_, score)| *score).fold(none, f32::max);
    let sum: f32 = scored.iter().map(|(_, score)| *score).chain([none]).map(|score| (score - highest).exp()).sum();
    let probability = |score: f32| (score - highest).exp() / sum;
    let earlier = scored.into_iter().map(|(antecedent, score)| (antecedent, probability(score)));
    Candidates { earlier: earlier.filter(|(_, probability)| *probability >= LEAST).collect(), none: probability(none) }
}
