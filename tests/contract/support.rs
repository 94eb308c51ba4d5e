//! What the contract tests share.

use quotewire::pipeline::Pipeline;
use quotewire::record::{PipelineRecord, Provenance, Record};
use quotewire::settings::EmitText;
use quotewire::wire::{self, Article, FormatChoice};

/// The record of a payload, as the worker would publish it with the text emitted as told.
pub fn record_of(payload: &[u8], content_type: Option<&str>, emit_text: EmitText) -> Record {
    let article = wire::decode(payload, content_type, FormatChoice::Auto).expect("the test's payload can be read");
    record_of_article(article, emit_text)
}

/// The record of a decoded article.
pub fn record_of_article(article: Article, emit_text: EmitText) -> Record {
    let annotated = Pipeline::rules().annotate(&article);
    let description = PipelineRecord::describe("rules", Vec::new(), None, emit_text);
    let provenance = Provenance { message: Some(("ARTICLES", 7)), pipeline: &description, emit_text };
    Record::new(article, &annotated.document, &annotated.annotations, annotated.language, annotated.warnings, &provenance)
}

/// A plain JSON payload with `text` alone.
pub fn plain(text: &str) -> Vec<u8> {
    serde_json::to_vec(&serde_json::json!({ "id": "t", "text": text, "language": "en" })).expect("plain data")
}

/// The repository's root.
pub fn root() -> &'static std::path::Path {
    std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
}
