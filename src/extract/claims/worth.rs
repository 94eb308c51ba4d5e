//! How much a claim is worth checking: the network's calibrated word on its sentence; without a network points by features, set by hand.

use super::reading::Reading;
use crate::annotation::{ClaimKind, EntityCluster, EntityType, MentionKind, Modality};
use crate::lexicon::ClaimCues;
use crate::text::{Document, Span};

/// Where names stand, in order.
struct NamePlaces(Vec<Span>);

impl NamePlaces {
    /// The names of `entities`, peoples apart.
    fn new(entities: &[EntityCluster]) -> Self {
        let named = entities.iter().filter(|entity| entity.entity_type != EntityType::Group);
        let mentions = named.flat_map(|entity| &entity.mentions).filter(|mention| mention.kind == MentionKind::Name);
        let mut places: Vec<Span> = mentions.map(|mention| mention.span).collect();
        places.sort_unstable();
        Self(places)
    }

    fn any_in(&self, parts: &[Span]) -> bool {
        parts.iter().any(|part| {
            let from = self.0.partition_point(|place| place.start < part.start);
            self.0.get(from).is_some_and(|place| place.end <= part.end)
        })
    }
}

/// What tells how much a claim is worth checking.
pub(super) struct Worth<'a> {
    document: &'a Document,
    names: NamePlaces,
    /// The network's word on each sentence of the document; `None` without one.
    of_sentences: Option<&'a [f32]>,
}

impl<'a> Worth<'a> {
    /// The judge of the claims of `document`.
    pub(super) fn new(document: &'a Document, entities: &[EntityCluster], of_sentences: Option<&'a [f32]>) -> Self {
        Self { document, names: NamePlaces::new(entities), of_sentences }
    }

    /// The worth of a claim, 0 to 1: the network's for the sentence that it begins in, else by points.
    pub(super) fn of(&self, reading: &Reading, parts: &[Span]) -> f32 {
        let by_network = parts.first().and_then(|part| self.of_sentence(self.document.sentence_at(part.start)?));
        by_network.unwrap_or_else(|| by_points(reading, parts, &self.names))
    }

    /// The network's word on the sentence at `index`.
    pub(super) fn of_sentence(&self, index: usize) -> Option<f32> {
        self.of_sentences?.get(index).copied()
    }
}

/// The worth of a claim with this reading by the rules.
fn by_points(reading: &Reading, parts: &[Span], names: &NamePlaces) -> f32 {
    let cues = reading.cues;
    let features = [
        (reading.has_figure, 0.25),
        (cues.any(ClaimCues::PERCENT.with(ClaimCues::MONEY)), 0.1),
        (cues.any(ClaimCues::QUANTITY), 0.08),
        (cues.any(ClaimCues::COMPARISON), 0.08),
        (reading.kind == ClaimKind::Causal, 0.08),
        (reading.has_date, 0.06),
        (reading.is_past, 0.08),
        (names.any_in(parts), 0.08),
        (reading.kind == ClaimKind::Opinion, -0.18),
        (reading.kind == ClaimKind::Position, -0.15),
        (reading.modality == Modality::Hypothetical, -0.05),
        (reading.modality == Modality::Predicted, -0.1),
        (cues.any(ClaimCues::FIRST_PERSON), -0.12),
        (reading.words < 5, -0.15),
    ];
    let points: f32 = features.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
    (0.35 + points).clamp(0.02, 0.98)
}
