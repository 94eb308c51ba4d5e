//! What one thread does with one story.

use super::arguments::OutputForm;
use super::timings::{Clock, Spent};
use crate::cli::stories::Story;
use crate::pipeline::Pipeline;
use crate::record::{PipelineRecord, Provenance, Record};
use crate::render::terminal;
use crate::settings::EmitText;
use crate::wire::{self, DecodeError, FormatChoice};

/// Everything a story needs, shared by all threads.
pub(super) struct Job {
    pub(super) pipeline: Pipeline,
    pub(super) description: PipelineRecord,
    pub(super) format: FormatChoice,
    pub(super) output: OutputForm,
}

impl Job {
    /// The record of `story` in the form that is asked for, its line break included, and where its time went.
    pub(super) fn record(&self, story: &Story, content_type: Option<&str>) -> Result<(Vec<u8>, Spent), DecodeError> {
        let article = wire::decode(&story.payload, content_type, self.format)?;
        let mut clock = Clock::start();
        let annotated = self.pipeline.annotate_in_steps(&article, |step| clock.lap(step));
        let provenance = Provenance { message: None, pipeline: &self.description, emit_text: EmitText::Full };
        let record = Record::new(article, &annotated.document, &annotated.annotations, annotated.language, annotated.warnings, &provenance);
        let mut bytes = match self.output {
            OutputForm::Ndjson => serde_json::to_vec(&record).expect("a record is plain data"),
            OutputForm::Json => serde_json::to_vec_pretty(&record).expect("a record is plain data"),
            OutputForm::Text => terminal(&record).into_bytes(),
        };
        bytes.push(b'\n');
        Ok((bytes, clock.spent()))
    }
}
