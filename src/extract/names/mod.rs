//! Names by shape, titles and lexicon.

mod nested;
mod pieces;
mod runs;
mod settle;
mod typing;
mod words;

use crate::annotation::Mention;
use crate::text::Document;

/// Finds the names in `document`, in the order of the text; they may nest.
pub fn names(document: &Document) -> Vec<Mention> {
    let words = words::Words::new(document);
    let mut candidates = Vec::new();
    for run in runs::runs(&words) {
        pieces::cut(&words, run, &mut candidates);
    }
    let mut mentions = settle::settle(&words, &candidates);
    nested::add(&words, &candidates, &mut mentions);
    mentions.sort_by_key(|mention| (mention.span.start, usize::MAX - mention.span.end));
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}
