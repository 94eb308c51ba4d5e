//! Quotations between marks.

use crate::annotation::{Attribution, EntityCluster, Quotation, QuotationKind};
use crate::text::{Document, Span};

/// Finds the quotations of `document`. Sources get their spans here and their entities in `sources`; `entities` tell where names stand.
pub fn quotations(document: &Document, entities: &[EntityCluster]) -> Vec<Quotation> {
    let _ = entities;
    let mut found = Vec::new();
    for (_, paragraph) in document.paragraphs() {
        let text = document.slice(paragraph);
        for (open_mark, close_mark) in [('“', '”'), ('"', '"')] {
            let mut from = 0;
            while let Some(open) = text[from..].find(open_mark).map(|at| from + at + open_mark.len_utf8()) {
                let Some(close) = text[open..].find(close_mark).map(|at| open + at) else { break };
                if text[open..close].contains(' ') {
                    let span = Span::new(paragraph.start + open, paragraph.start + close);
                    let attribution = Attribution { source: None, cue: None, rule: "none", score: 0.0 };
                    found.push(Quotation {
                        parts: vec![span],
                        kind: QuotationKind::Direct,
                        attribution,
                        relays: Vec::new(),
                        addressee: None,
                        score: 0.5,
                    });
                }
                from = close + close_mark.len_utf8();
            }
        }
    }
    found
}
