//! One type for all mentions of a name, and the mentions themselves.

use rustc_hash::FxHashMap;

use super::pieces::Candidate;
use super::typing::{Evidence, from_around, from_within};
use super::words::{Shape, Words};
use crate::annotation::{EntityType, Mention, MentionKind};

/// Share of the evidence around other mentions of the same name that counts for a mention.
const SHARED: f32 = 0.6;
/// Points for a last or first name whose full name is a person elsewhere.
const PART_OF_PERSON: f32 = 3.0;
/// Evidence around all mentions of a name counts for no more points than these.
const MOST_SHARED: f32 = 3.0;
/// Fewer points than these say nothing.
const LEAST: f32 = 0.5;

/// Makes the mentions of `candidates`, in the same order.
pub(super) fn settle(words: &Words<'_>, candidates: &[Candidate]) -> Vec<Mention> {
    let within: Vec<Evidence> = candidates.iter().map(|candidate| from_within(words, candidate)).collect();
    let around: Vec<Evidence> = candidates.iter().map(|candidate| from_around(words, candidate)).collect();
    let pooled = pool(words, candidates, &within, &around);
    let parts = parts_of_persons(words, candidates, &pooled);
    let mut mentions = Vec::with_capacity(candidates.len());
    for (index, candidate) in candidates.iter().enumerate() {
        let range = candidate.range;
        let written = words.slice(range.start, range.end);
        let mut evidence = pooled[written];
        evidence.add_all(&around[index], 1.0 - SHARED);
        if range.len() == 1 && parts.get(written).copied().unwrap_or(false) {
            evidence.add(EntityType::Person, PART_OF_PERSON);
        }
        let (best, points, second) = evidence.best();
        let entity_type = if points < LEAST { EntityType::Other } else { best };
        let score = (0.5 + (points - second.max(0.0)) / 10.0).clamp(0.3, 0.95);
        mentions.push(Mention { span: words.span(range.start, range.end), kind: MentionKind::Name, entity_type, score });
    }
    mentions
}

/// Evidence for each name as written: from its words once, from around all its mentions a share.
fn pool<'a>(words: &Words<'a>, candidates: &[Candidate], within: &[Evidence], around: &[Evidence]) -> FxHashMap<&'a str, Evidence> {
    let mut pooled: FxHashMap<&str, (Evidence, Evidence)> = FxHashMap::default();
    for (index, candidate) in candidates.iter().enumerate() {
        let written = words.slice(candidate.range.start, candidate.range.end);
        let (own, shared) = pooled.entry(written).or_insert((within[index], Evidence::default()));
        if candidate.titled && own.of(EntityType::Person) < 5.0 {
            own.add(EntityType::Person, 4.0);
        }
        shared.add_all(&around[index], SHARED);
    }
    let joined = |(own, shared): (Evidence, Evidence)| {
        let mut evidence = own;
        evidence.add_all(&shared.bounded(MOST_SHARED), 1.0);
        evidence
    };
    pooled.into_iter().map(|(written, evidence)| (written, joined(evidence))).collect()
}

/// Last names, and first names too, of the persons with full names.
fn parts_of_persons<'a>(words: &Words<'a>, candidates: &[Candidate], pooled: &FxHashMap<&str, Evidence>) -> FxHashMap<&'a str, bool> {
    let mut parts = FxHashMap::default();
    for candidate in candidates {
        let range = candidate.range;
        let (best, points, _) = pooled[words.slice(range.start, range.end)].best();
        if range.len() < 2 || best != EntityType::Person || points < 2.0 {
            continue;
        }
        parts.insert(words.word(range.end - 1), true);
        if words.all[range.start].shape == Shape::Capitalised {
            parts.insert(words.word(range.start), true);
        }
    }
    parts
}
