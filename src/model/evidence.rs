//! What the rules found, as the network reads it: one code a token and feature.

use crate::annotation::{EntityCluster, EntityType, MentionKind, Quotation};
use crate::text::{Document, Span};

/// Codes of the rules' findings, one a token.
///
/// Where findings overlap the first in the order of the text stands, the longer one of two that begin together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// 0 outside, then begin and inside of: content 1 2, source 3 4, cue 5 6.
    pub quotation: Vec<u8>,
    /// 0 outside, then begin and inside of: person 1 2, organization 3 4, location 5 6, any other 7 8.
    pub name: Vec<u8>,
    /// Where a token stands among the quotation marks: 0 outside, 1 inside, 2 at an opening mark, 3 at a closing one.
    pub marks: Vec<u8>,
}

impl Evidence {
    /// The evidence of `entities` and `quotations`; `marks` as the extractor of quotations gives them.
    pub fn new(document: &Document, entities: &[EntityCluster], quotations: &[Quotation], marks: Vec<u8>) -> Self {
        Self { quotation: quotation_codes(document, quotations), name: name_codes(document, entities), marks }
    }
}

fn quotation_codes(document: &Document, quotations: &[Quotation]) -> Vec<u8> {
    let mut codes = vec![0; document.tokens().len()];
    for quotation in quotations {
        let attribution = &quotation.attribution;
        if let Some(cue) = &attribution.cue {
            write(document, cue.span, 5, &mut codes);
        }
        if let Some(source) = &attribution.source {
            write(document, source.span, 3, &mut codes);
        }
        for part in &quotation.parts {
            write(document, *part, 1, &mut codes);
        }
    }
    codes
}

fn name_codes(document: &Document, entities: &[EntityCluster]) -> Vec<u8> {
    let mentions = entities.iter().flat_map(|entity| &entity.mentions).filter(|mention| mention.kind == MentionKind::Name);
    let mut names: Vec<_> = mentions.map(|mention| (mention.span, name_code(mention.entity_type))).collect();
    names.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    let mut codes = vec![0; document.tokens().len()];
    for (span, code) in names {
        write(document, span, code, &mut codes);
    }
    codes
}

fn name_code(entity_type: EntityType) -> u8 {
    match entity_type {
        EntityType::Person => 1,
        EntityType::Organization => 3,
        EntityType::Location => 5,
        EntityType::Group | EntityType::Event | EntityType::Work | EntityType::Product | EntityType::Other => 7,
    }
}

/// Writes `begin` on the first token of `span` and `begin + 1` on the others, where nothing stands yet.
fn write(document: &Document, span: Span, begin: u8, codes: &mut [u8]) {
    let range = document.tokens_in(span);
    for (place, code) in codes[range.indices()].iter_mut().enumerate() {
        if *code != 0 {
            continue;
        }
        *code = if place == 0 { begin } else { begin + 1 };
    }
}
