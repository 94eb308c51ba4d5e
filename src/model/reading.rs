//! What the network makes of one document: spans with their probabilities, before any of it becomes an annotation.

use super::encoded::Encoded;
use super::encoder::Encoder;
use super::error::ModelError;
use super::evidence::Evidence;
use super::file::ModelFile;
use super::heads::TagHead;
use super::input::Pieces;
use super::mentions::{Candidates, TaggedMention, mentions};
use super::quotation_groups::{TaggedQuotation, group};
use super::sentences::check_worthiness;
use super::sequence::{AROUND, LabelledSpan, Sequence};
use super::word_pieces::Vocabulary;
use crate::annotation::EntityType;
use crate::text::{Document, TokenRange};

/// A loaded model with everything that decoding needs; shared by all threads.
pub struct Model {
    encoder: Encoder,
    vocabulary: Vocabulary,
    quotations: Sequence,
    names: Sequence,
    inner_names: Sequence,
}

/// A name that the network found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TaggedName {
    /// Its tokens.
    pub tokens: TokenRange,
    /// Person, organization, location, or `Other` for everything else.
    pub entity_type: EntityType,
    /// How sure the network is of span and type, 0 to 1.
    pub probability: f32,
}

/// What the network found in a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// In the order of the text.
    pub quotations: Vec<TaggedQuotation>,
    /// In the order of the text, an outer name before those inside it.
    pub names: Vec<TaggedName>,
    /// Nominal and pronoun mentions, in the order of their heads.
    pub mentions: Vec<TaggedMention>,
    /// What each of `mentions` may refer back to.
    pub candidates: Vec<Candidates>,
    /// Probability that a sentence is worth checking, for each sentence of the document.
    pub check_worthiness: Vec<f32>,
    /// Numbers in each of the network's vectors: what is fitted to its probabilities goes by it.
    pub width: usize,
}

impl Model {
    /// Loads the network of `file`.
    ///
    /// # Errors
    /// When the file's network cannot be run, or lacks what decoding needs.
    pub fn load(file: ModelFile) -> Result<Self, ModelError> {
        let vocabulary = Vocabulary::new(file.vocabulary()).map_err(|error| ModelError::Misfit(error.to_string()))?;
        let sequence = |head| Sequence::new(&file, head).ok_or_else(|| ModelError::Misfit(format!("no transitions for {head:?}")));
        let (quotations, names, inner_names) = (sequence(TagHead::Quotations)?, sequence(TagHead::Names)?, sequence(TagHead::InnerNames)?);
        Ok(Self { encoder: Encoder::load(file)?, vocabulary, quotations, names, inner_names })
    }

    /// The file that it was loaded from.
    pub fn file(&self) -> &ModelFile {
        self.encoder.file()
    }

    /// Reads `document`. The same document and evidence always give the same reading.
    pub fn read(&self, document: &Document, evidence: &Evidence) -> Reading {
        let all = TokenRange::new(0, document.tokens().len());
        if all.is_empty() {
            return Reading {
                quotations: Vec::new(),
                names: Vec::new(),
                mentions: Vec::new(),
                candidates: Vec::new(),
                check_worthiness: Vec::new(),
                width: self.file().hidden(),
            };
        }
        let encoded = self.encoder.encode(&Pieces::new(document, evidence, &self.vocabulary));
        let names = self.names(&encoded, all);
        let (mentions, candidates) = mentions(document, &encoded, &names);
        // what stands between marks is found without
        let eagerness = self.file().eagerness();
        let bonus = |token: usize| if evidence.marks[token] == 0 { eagerness } else { 0.0 };
        Reading {
            quotations: group(&encoded, &self.quotations.decode_with(&encoded, all, &["content", "cue"], bonus)),
            mentions,
            candidates,
            names,
            check_worthiness: document.sentences().iter().map(|sentence| check_worthiness(&encoded, sentence.tokens)).collect(),
            width: self.file().hidden(),
        }
    }

    /// The outermost names, and those that lie inside one of them.
    fn names(&self, encoded: &Encoded<'_>, all: TokenRange) -> Vec<TaggedName> {
        let outer = self.names.decode(encoded, all);
        let inner = around(&outer, all).into_iter().flat_map(|run| self.inner_names.decode(encoded, run));
        let lies_inside = |tokens: TokenRange| {
            let at = outer.partition_point(|span| span.tokens.end < tokens.end);
            outer.get(at).is_some_and(|span| span.tokens.start <= tokens.start && span.tokens.len() > tokens.len())
        };
        let kept = outer.iter().copied().chain(inner.filter(|span| lies_inside(span.tokens)));
        let mut names: Vec<TaggedName> = kept
            .map(|span| TaggedName { tokens: span.tokens, entity_type: entity_type(span.kind), probability: span.probability })
            .collect();
        names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
        names
    }
}

/// The tokens of `all` within [`AROUND`] of a span that has room for another inside, as the fewest runs.
fn around(outer: &[LabelledSpan], all: TokenRange) -> Vec<TokenRange> {
    let mut runs: Vec<TokenRange> = Vec::new();
    for tokens in outer.iter().map(|span| span.tokens).filter(|tokens| tokens.len() > 1) {
        let run = TokenRange::new(tokens.start.saturating_sub(AROUND).max(all.start), all.end.min(tokens.end + AROUND));
        match runs.last_mut().filter(|last| last.end >= run.start) {
            Some(last) => last.end = run.end,
            None => runs.push(run),
        }
    }
    runs
}

/// The type that a label's kind stands for.
fn entity_type(kind: &str) -> EntityType {
    match kind {
        "person" => EntityType::Person,
        "organization" => EntityType::Organization,
        "location" => EntityType::Location,
        _ => EntityType::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_room_for_another_are_looked_around() {
        let name = |start: usize, end: usize| LabelledSpan { kind: "person", tokens: TokenRange::new(start, end), probability: 1.0 };
        let runs = |names: &[LabelledSpan]| around(names, TokenRange::new(0, 100));
        assert_eq!(runs(&[name(3, 4), name(50, 51)]), []);
        assert_eq!(runs(&[name(3, 5), name(50, 52)]), [TokenRange::new(0, 5 + AROUND), TokenRange::new(50 - AROUND, 52 + AROUND)]);
        assert_eq!(
            runs(&[name(40, 42), name(50, 53), name(97, 99)]),
            [TokenRange::new(40 - AROUND, 53 + AROUND), TokenRange::new(97 - AROUND, 100)]
        );
    }
}
