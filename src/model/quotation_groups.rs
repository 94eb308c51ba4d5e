//! From tagged parts, cues and sources to quotations: which part belongs to which cue, and which source to that.

use super::encoded::Encoded;
use super::heads::LinkHead;
use super::sequence::LabelledSpan;
use crate::text::TokenRange;

/// What a target loses for each token between it and what points to it: the nearer of two good ones is right more often.
const COST_A_TOKEN: f32 = 0.05;
/// A part whose chosen cue has less of the probability than this, among all cues and none, stands alone.
const LEAST_LINK: f32 = 0.3;

/// A span that the network tagged.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tagged {
    /// Its tokens.
    pub tokens: TokenRange,
    /// How sure the network is, 0 to 1.
    pub probability: f32,
}

/// A quotation as the network tagged and linked it.
#[derive(Debug, Clone, PartialEq)]
pub struct TaggedQuotation {
    /// What was said, in order; never empty.
    pub parts: Vec<Tagged>,
    /// The attributing words; `None` for a part that stands alone.
    pub cue: Option<Tagged>,
    /// Who said it.
    pub source: Option<Tagged>,
    /// How sure the links are, 0 to 1: that of the first part to the cue, times that of the cue to the source.
    pub link_probability: f32,
}

/// Groups the tagged spans of the quotation head.
pub(super) fn group(encoded: &Encoded<'_>, spans: &[LabelledSpan]) -> Vec<TaggedQuotation> {
    let parts = of_kind(spans, "content");
    let cues = of_kind(spans, "cue");
    let sources = of_kind(spans, "source");
    let mut by_cue: Vec<Option<TaggedQuotation>> = cues.iter().map(|_| None).collect();
    let mut alone = Vec::new();
    for part in parts {
        let Some(chosen) = choose(encoded, LinkHead::PartCue, part.tokens, &cues) else {
            alone.push(TaggedQuotation { parts: vec![part], cue: None, source: None, link_probability: 1.0 });
            continue;
        };
        match &mut by_cue[chosen.target] {
            Some(quotation) => quotation.parts.push(part),
            None => by_cue[chosen.target] = Some(with_cue(encoded, part, cues[chosen.target], &sources, chosen.probability)),
        }
    }
    let mut quotations: Vec<TaggedQuotation> = by_cue.into_iter().flatten().chain(alone).collect();
    quotations.sort_by_key(|quotation| quotation.parts[0].tokens.start);
    quotations
}

fn of_kind(spans: &[LabelledSpan], kind: &str) -> Vec<Tagged> {
    let of_kind = spans.iter().filter(|span| span.kind == kind);
    of_kind.map(|span| Tagged { tokens: span.tokens, probability: span.probability }).collect()
}

fn with_cue(encoded: &Encoded<'_>, part: Tagged, cue: Tagged, sources: &[Tagged], probability: f32) -> TaggedQuotation {
    let chosen = choose(encoded, LinkHead::CueSource, cue.tokens, sources);
    TaggedQuotation {
        parts: vec![part],
        cue: Some(cue),
        source: chosen.map(|chosen| sources[chosen.target]),
        link_probability: probability * chosen.map_or(1.0, |chosen| chosen.probability),
    }
}

/// The target of a link.
#[derive(Debug, Clone, Copy)]
struct Chosen {
    /// Index among the targets.
    target: usize,
    /// Its share of the probability.
    probability: f32,
}

/// The best target of the link from the first token of `from`; `None` where none is better than no target, or sure enough.
fn choose(encoded: &Encoded<'_>, head: LinkHead, from: TokenRange, targets: &[Tagged]) -> Option<Chosen> {
    let scores: Vec<f32> = targets
        .iter()
        .map(|target| {
            let tokens = target.tokens.indices();
            let best = tokens.filter_map(|token| encoded.link(head, from.start, Some(token))).fold(f32::NEG_INFINITY, f32::max);
            best - COST_A_TOKEN * distance(from, target.tokens) as f32
        })
        .collect();
    let none = encoded.link(head, from.start, None).unwrap_or(f32::NEG_INFINITY);
    let (target, score) = scores.iter().copied().enumerate().max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
    if !score.is_finite() {
        return None;
    }
    let highest = score.max(none);
    let whole: f32 = scores.iter().chain([&none]).map(|score| (score - highest).exp()).sum();
    let probability = (score - highest).exp() / whole;
    (score >= none && probability >= LEAST_LINK).then_some(Chosen { target, probability })
}

/// Tokens between two ranges.
fn distance(a: TokenRange, b: TokenRange) -> usize {
    a.start.saturating_sub(b.end).max(b.start.saturating_sub(a.end))
}
