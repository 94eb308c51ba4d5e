//! Figures for people and for machines.

mod errors;
mod rows;
mod table;

use serde::Serialize;

use self::table::Table;
use super::evaluation::{Evaluation, Figures};
use super::gold::Gold;
use super::rates::ratio;
use super::slip::{ShownSlip, first_of_each};

/// The outcome of one evaluation; as JSON it has the names that its fields have, figures unrounded.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Report {
    /// Name of the gold.
    pub gold: String,
    /// What extracted.
    pub profile: String,
    /// Number of texts.
    pub documents: usize,
    /// Their words, by white space.
    pub words: usize,
    /// How long extraction took.
    pub seconds: f64,
    /// Texts a second, on all threads together.
    pub articles_per_second: f64,
    /// The figures.
    pub figures: Figures,
    /// The errors that are shown.
    pub errors: Vec<ShownSlip>,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Tables for a terminal.
    Table,
    /// Tables in Markdown.
    Markdown,
    /// One line of JSON.
    Json,
}

impl Report {
    /// Puts a report together; `errors` is how many of each fault and kind are shown.
    pub fn new(name: &str, profile: &str, gold: &Gold, seconds: f64, evaluation: Evaluation, errors: usize) -> Self {
        let documents = gold.documents.len();
        Self {
            gold: name.to_owned(),
            profile: profile.to_owned(),
            documents,
            words: gold.word_count(),
            seconds,
            articles_per_second: ratio(documents as f64, seconds),
            errors: first_of_each(&evaluation.slips, &gold.documents, errors),
            figures: evaluation.figures,
        }
    }

    /// The report in this form, its last line break included.
    pub fn write(&self, form: Form) -> String {
        match form {
            Form::Json => serde_json::to_string(self).expect("a report is plain data") + "\n",
            Form::Table => self.with_tables(Table::text),
            Form::Markdown => self.with_tables(Table::markdown),
        }
    }

    fn with_tables(&self, render: impl Fn(&Table) -> String) -> String {
        let Self { gold, profile, documents, words, articles_per_second, .. } = self;
        let mut parts = vec![format!("{gold}, {profile}: {documents} texts, {words} words, {articles_per_second:.0} texts/s\n")];
        parts.extend(rows::tables(&self.figures).iter().map(&render));
        if !self.errors.is_empty() {
            parts.push(errors::listing(&self.errors));
        }
        parts.join("\n")
    }
}
