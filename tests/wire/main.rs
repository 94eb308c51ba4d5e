//! The wire adapters on whole messages: the bundled samples, one story in every format, and what must never break them.

mod bundled_samples;
mod every_format;
mod hostile_payloads;

use std::path::{Path, PathBuf};

use quotewire::segment::segment;
use quotewire::text::{BlockRole, Document};
use quotewire::wire::{self, Article, DecodeError, FormatChoice};

/// A folder of the repository.
fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Decodes a file as the demo feeds it, with a Content-Type after its ending.
fn decode_file(path: &Path) -> Result<Article, DecodeError> {
    let payload = std::fs::read(path).expect("the file is in the repository");
    let content_type = match path.extension().and_then(|ending| ending.to_str()) {
        Some("json") => Some("application/json"),
        Some("txt") => Some("text/plain; charset=utf-8"),
        Some("html") => Some("text/html"),
        _ => None,
    };
    wire::decode(&payload, content_type, FormatChoice::Auto)
}

/// The segmented article, after checking what holds of all blocks.
fn document(article: &Article) -> Document {
    let document = segment(&article.text, &article.blocks);
    assert_eq!(document.text(), article.text);
    let mut end = 0;
    for block in document.blocks() {
        assert!(article.text[end..block.span.start].trim().is_empty(), "blocks skip only white space");
        assert!(!block.span.is_empty());
        end = block.span.end;
    }
    assert!(article.text[end..].trim().is_empty(), "blocks skip only white space");
    document
}

/// First and last words of the story itself: of its first and last paragraph.
fn ends_of_body(document: &Document) -> (String, String) {
    let paragraphs: Vec<&str> = document.paragraphs().map(|(_, span)| document.slice(span)).collect();
    let first = paragraphs.first().copied().unwrap_or_default();
    let last = paragraphs.last().copied().unwrap_or_default();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
    let (first, last) = (words(first), words(last));
    (first[..first.len().min(3)].join(" "), last[last.len().saturating_sub(3)..].join(" "))
}

/// The texts of the blocks with `role`.
fn blocks_of(document: &Document, role: BlockRole) -> Vec<&str> {
    document.blocks().iter().filter(|block| block.role == role).map(|block| document.slice(block.span)).collect()
}
