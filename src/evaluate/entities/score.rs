//! Counts entities, document by document.

use super::alignment::{by_head, by_span};
use super::described::DescribedCounts;
use super::figures::{CoreferenceFigures, EntityFigures};
use super::links::LinkCounts;
use super::mention::GoldMention;
use super::names::NameCounts;
use super::people::PeopleCounts;
use crate::evaluate::CharSpan;
use crate::evaluate::gold::GoldDocument;
use crate::evaluate::prediction::Prediction;
use crate::evaluate::slip::Slip;

/// Scores `predictions` against `answers`; all three lists have one entry a document.
pub(in crate::evaluate) fn score(
    documents: &[GoldDocument],
    answers: &[Vec<GoldMention>],
    predictions: &[Prediction],
) -> (EntityFigures, Vec<Slip>) {
    let mut names = NameCounts::default();
    for (index, document) in documents.iter().enumerate() {
        names.add_document(index, &document.text, &answers[index], &predictions[index].mentions);
    }
    let mut slips = std::mem::take(&mut names.slips);
    let has_clusters = answers.iter().flatten().any(|mention| mention.cluster.is_some());
    let coreference = has_clusters.then(|| {
        let (figures, more) = score_coreference(answers, predictions);
        slips.extend(more);
        figures
    });
    (EntityFigures { names: names.figures(), coreference }, slips)
}

fn score_coreference(answers: &[Vec<GoldMention>], predictions: &[Prediction]) -> (CoreferenceFigures, Vec<Slip>) {
    let (mut exact, mut head) = (LinkCounts::default(), LinkCounts::default());
    let (mut people, mut described) = (PeopleCounts::default(), DescribedCounts::default());
    for (index, (gold, prediction)) in answers.iter().zip(predictions).enumerate() {
        let found = &prediction.mentions;
        let spans: Vec<CharSpan> = found.iter().map(|mention| mention.span).collect();
        let heads = by_head(gold, &spans);
        exact.add_document(gold, found, &by_span(gold, &spans));
        head.add_document(gold, found, &heads);
        people.add_document(index, gold, found, &heads);
        described.add_document(index, gold, found);
    }
    let figures = CoreferenceFigures {
        exact: exact.figures(),
        head: head.figures(),
        person_pronouns: people.pronoun_figures(),
        name_clusters: people.name_figures(),
        described_mentions: described.figures(),
    };
    let mut slips = people.slips;
    slips.append(&mut described.slips);
    (figures, slips)
}
