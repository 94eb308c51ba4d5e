//! Who else a source may be: the entities at hand before it, by distance and part.

use super::index::MentionIndex;
use crate::annotation::{Alternative, EntityCluster, EntityType, MentionKind};
use crate::lexicon::gender::{Gender, of_name, of_noun};
use crate::text::{Document, Span};

/// Sentences after which an entity is no longer at hand.
const REACH: usize = 6;
/// Points by which the best must lead the second to be the answer.
const LEAD: f32 = 0.25;
/// Fewer points than these are no answer.
const LEAST: f32 = -2.0;
/// Most alternatives that are told.
const MOST_ALTERNATIVES: usize = 3;
/// An alternative that is less likely is not told.
const LEAST_ALTERNATIVE: f32 = 0.03;

/// What a source asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// `he`, `she`.
    Single(Gender),
    /// `it`.
    Body,
    /// `they`.
    Several,
    /// A description of a person: `the senator`.
    Person,
    /// Whoever goes on to speak.
    Anyone,
}

impl Wanted {
    /// What the pronoun `word` asks for; `None` where it is another word.
    pub(super) fn by_pronoun(word: &str) -> Option<Self> {
        Some(match word.to_ascii_lowercase().as_str() {
            "he" | "him" => Self::Single(Gender::Man),
            "she" | "her" => Self::Single(Gender::Woman),
            "it" => Self::Body,
            "they" | "them" => Self::Several,
            _ => return None,
        })
    }
}

/// A source whose entity is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// Where it stands.
    pub(super) offset: usize,
    /// What it asks for.
    pub(super) wanted: Wanted,
    /// The content: whoever is named there alone does not say it.
    pub(super) content: Span,
    /// Who spoke last.
    pub(super) last_speaker: Option<usize>,
}

/// An entity and how well it fits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Candidate {
    pub(super) cluster: usize,
    pub(super) points: f32,
}

/// Who may be meant, the best first.
pub(super) fn candidates(document: &Document, index: &MentionIndex, entities: &[EntityCluster], asked: &Asked) -> Vec<Candidate> {
    let Some(sentence) = document.sentence_at(asked.offset) else { return Vec::new() };
    let mut found: Vec<Candidate> = Vec::new();
    for mention in index.preceding(asked.offset).filter(|mention| !asked.content.contains(mention.span)) {
        let distance = sentence.saturating_sub(document.sentence_at(mention.span.start).unwrap_or(0));
        if distance > REACH {
            break;
        }
        let Some(fit) = fit(document, &entities[mention.cluster], asked.wanted) else { continue };
        let opens = opens_sentence(document, mention.span);
        let spoke = asked.last_speaker == Some(mention.cluster);
        let points = fit - 0.9 * distance as f32 + if opens { 0.9 } else { 0.0 } + if spoke { 1.2 } else { 0.0 };
        match found.iter_mut().find(|candidate| candidate.cluster == mention.cluster) {
            Some(known) => known.points = known.points.max(points),
            None => found.push(Candidate { cluster: mention.cluster, points }),
        }
    }
    found.sort_by(|a, b| b.points.total_cmp(&a.points).then(a.cluster.cmp(&b.cluster)));
    found
}

/// The best of `candidates`, where it leads.
pub(super) fn leading(candidates: &[Candidate]) -> Option<usize> {
    let best = candidates.first().filter(|best| best.points >= LEAST)?;
    let leads = candidates.get(1).is_none_or(|second| second.points + LEAD <= best.points);
    leads.then_some(best.cluster)
}

/// The candidates beside `chosen`, which has `score` of the probability.
pub(super) fn alternatives(candidates: &[Candidate], chosen: Option<usize>, score: f32) -> Vec<Alternative> {
    let others = || candidates.iter().filter(|candidate| Some(candidate.cluster) != chosen);
    let whole: f32 = others().map(|candidate| candidate.points.exp()).sum();
    let left = if chosen.is_some() { 1.0 - score.clamp(0.0, 1.0) } else { 1.0 };
    let shares = others().map(|candidate| Alternative { cluster: candidate.cluster, score: left * candidate.points.exp() / whole });
    shares.filter(|alternative| alternative.score >= LEAST_ALTERNATIVE).take(MOST_ALTERNATIVES).collect()
}

/// How well an entity fits by what it is; `None` where it cannot be.
fn fit(document: &Document, entity: &EntityCluster, wanted: Wanted) -> Option<f32> {
    use EntityType::{Group, Location, Organization, Person, Work};
    let kind = entity.entity_type;
    match wanted {
        Wanted::Single(wanted) => (kind == Person && gender(document, entity).is_none_or(|gender| gender == wanted)).then_some(0.0),
        Wanted::Person => (kind == Person).then_some(0.0),
        Wanted::Body => match kind {
            Organization => Some(0.0),
            Work => Some(-0.3),
            Location => Some(-1.2),
            _ => None,
        },
        Wanted::Several => match kind {
            Group => Some(0.3),
            Organization | Person => Some(-0.5),
            _ => None,
        },
        Wanted::Anyone => match kind {
            Person => Some(0.0),
            Organization | Group => Some(-0.7),
            _ => None,
        },
    }
}

/// By the pronouns that go back to the entity, else by titles, else by the given name.
fn gender(document: &Document, entity: &EntityCluster) -> Option<Gender> {
    let pronouns = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Pronoun);
    let by_pronoun = pronouns.map(|mention| document.slice(mention.span).to_ascii_lowercase()).find_map(|word| match word.as_str() {
        "he" | "him" | "his" | "himself" => Some(Gender::Man),
        "she" | "her" | "hers" | "herself" => Some(Gender::Woman),
        _ => None,
    });
    let by_title = || entity.titles.iter().flat_map(|title| document.slice(title.span).split_whitespace()).find_map(of_noun);
    by_pronoun.or_else(by_title).or_else(|| of_name(&entity.canonical_name))
}

/// Whether nothing but a title or an article stands before the mention in its sentence.
fn opens_sentence(document: &Document, mention: Span) -> bool {
    let start = document.sentence_at(mention.start).map_or(0, |sentence| document.sentences()[sentence].span.start);
    mention.start.saturating_sub(start) <= 24 && !document.text()[start..mention.start.max(start)].contains(',')
}
