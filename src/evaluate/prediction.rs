//! What a pipeline finds, in the gold's terms.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::CharSpan;
use super::gold::GoldDocument;
use super::quotations::MarkedQuotation;
use crate::annotation::{Claim, EntityType, MentionKind, Quotation};
use crate::pipeline::{Annotated, Pipeline};
use crate::text::{CodepointIndex, Span};

/// What was found in one document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Prediction {
    /// Quotations, in the order of the record.
    pub quotations: Vec<MarkedQuotation>,
    /// Mentions, cluster by cluster.
    pub mentions: Vec<FoundMention>,
    /// How much the text is worth checking, 0 to 1.
    pub check_worthiness: f64,
}

/// A mention that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FoundMention {
    /// Its place.
    pub span: CharSpan,
    /// How it refers.
    pub kind: MentionKind,
    /// What its cluster is.
    pub entity_type: EntityType,
    /// Its cluster: the same number for the mentions of one entity of one document.
    pub cluster: usize,
}

impl Prediction {
    /// What `annotated` holds, as a record shows it.
    pub fn of(annotated: &Annotated) -> Self {
        let index = CodepointIndex::new(annotated.document.text());
        let quotations = annotated.annotations.quotations.iter().map(|quotation| marked(quotation, &index)).collect();
        let mut mentions = Vec::new();
        for (cluster, entity) in annotated.annotations.entities.iter().enumerate() {
            mentions.extend(entity.mentions.iter().map(|mention| FoundMention {
                span: CharSpan::of(mention.span, &index),
                kind: mention.kind,
                entity_type: entity.entity_type,
                cluster,
            }));
        }
        Self { quotations, mentions, check_worthiness: worth(&annotated.annotations.claims) }
    }
}

fn marked(quotation: &Quotation, index: &CodepointIndex) -> MarkedQuotation {
    let attribution = &quotation.attribution;
    let place = |span: Option<Span>| span.map(|span| CharSpan::of(span, index)).into_iter().collect();
    MarkedQuotation {
        content: quotation.parts.iter().map(|part| CharSpan::of(*part, index)).collect(),
        cue: place(attribution.cue.as_ref().map(|cue| cue.span)),
        speaker: place(attribution.source.as_ref().map(|source| source.span)),
        kind: Some(quotation.kind),
    }
}

/// A text is as worth checking as the worthiest claim in it; without a claim it is not. In hundredths, as records have it.
fn worth(claims: &[Claim]) -> f64 {
    let worthiest = claims.iter().map(|claim| claim.check_worthiness).fold(0.0, f32::max);
    f64::from((worthiest * 100.0).round()) / 100.0
}

/// Runs `pipeline` over all documents on `jobs` threads; one prediction a document, in their order.
pub fn annotate_all(pipeline: &Pipeline, documents: &[GoldDocument], jobs: usize) -> Vec<Prediction> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut found = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(document) = documents.get(index) else { return found };
            found.push((index, Prediction::of(&pipeline.annotate(&document.article))));
        }
    };
    let mut predictions = vec![Prediction::default(); documents.len()];
    thread::scope(|scope| {
        let workers: Vec<_> = (0..jobs.max(1)).map(|_| scope.spawn(work)).collect();
        for worker in workers {
            for (index, prediction) in worker.join().expect("annotating does not panic") {
                predictions[index] = prediction;
            }
        }
    });
    predictions
}
