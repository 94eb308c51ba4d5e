//! How much a claim is worth checking: points by features, set by hand and not calibrated.

use super::reading::Reading;
use crate::annotation::{ClaimKind, EntityCluster, EntityType, MentionKind, Modality};
use crate::lexicon::ClaimCues;
use crate::text::Span;

/// Where names stand, in order.
pub(super) struct NamePlaces(Vec<Span>);

impl NamePlaces {
    /// The names of `entities`, peoples apart.
    pub(super) fn new(entities: &[EntityCluster]) -> Self {
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

/// The worth of a claim with this reading, 0 to 1.
pub(super) fn worth(reading: &Reading, parts: &[Span], names: &NamePlaces) -> f32 {
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
        (reading.is_question, -0.25),
        (reading.words < 5, -0.15),
    ];
    let points: f32 = features.iter().filter(|(holds, _)| *holds).map(|(_, points)| points).sum();
    (0.35 + points).clamp(0.02, 0.98)
}
