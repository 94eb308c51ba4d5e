//! Gold and predictions, held against each other.

use serde::Serialize;

use super::check_worthiness::{self, CheckWorthinessFigures};
use super::entities::{self, EntityFigures};
use super::gold::{Answers, Gold};
use super::prediction::Prediction;
use super::quotations::{self, QuotationFigures};
use super::slip::Slip;

/// The figures of one sort of gold.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Figures {
    /// Of quotations.
    Quotations(Box<QuotationFigures>),
    /// Of names, and of mentions and clusters where the gold has them.
    Entities(Box<EntityFigures>),
    /// Of sentences worth checking.
    CheckWorthiness(Box<CheckWorthinessFigures>),
}

/// Figures, and the errors behind them.
#[derive(Debug, Clone, PartialEq)]
pub struct Evaluation {
    /// The figures.
    pub figures: Figures,
    /// The errors, in the order of the gold.
    pub slips: Vec<Slip>,
}

/// What `gold` can judge of `predictions`: where none of its quotations lies within another, it says nothing of speech within speech, and
/// predictions of that are left out.
pub fn judged(gold: &Gold, mut predictions: Vec<Prediction>) -> Vec<Prediction> {
    if let Answers::Quotations(answers) = &gold.answers
        && !answers.iter().any(|all| all.iter().any(|quotation| quotation.lies_within_any(all)))
    {
        for prediction in &mut predictions {
            let all = prediction.quotations.clone();
            prediction.quotations.retain(|quotation| !quotation.lies_within_any(&all));
        }
    }
    predictions
}

/// Compares `predictions`, one a document of `gold` and in its order.
///
/// # Panics
/// When there are not as many predictions as documents.
pub fn evaluate(gold: &Gold, predictions: &[Prediction]) -> Evaluation {
    assert_eq!(gold.documents.len(), predictions.len(), "one prediction a document");
    match &gold.answers {
        Answers::Quotations(answers) => {
            let (figures, slips) = quotations::score(&gold.documents, answers, predictions);
            Evaluation { figures: Figures::Quotations(Box::new(figures)), slips }
        }
        Answers::Entities(answers) => {
            let (figures, slips) = entities::score(&gold.documents, answers, predictions);
            Evaluation { figures: Figures::Entities(Box::new(figures)), slips }
        }
        Answers::CheckWorthiness(answers) => {
            let (figures, slips) = check_worthiness::score(&gold.documents, answers, predictions);
            Evaluation { figures: Figures::CheckWorthiness(Box::new(figures)), slips }
        }
    }
}
