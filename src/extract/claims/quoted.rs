//! Claims that are the content of quotations.

use super::clause::is_clause;
use super::content::voice;
use super::reading::Voice;
use super::statement::{Origin, claims as claims_of};
use super::words::{Part, Words};
use super::worth::Worth;
use crate::annotation::{Claim, EntityCluster, Quotation, QuotationKind};
use crate::text::Span;

/// The claims of quotations, and what narration needs to know of them.
pub(super) struct Quoted {
    /// The claims.
    pub claims: Vec<Claim>,
    /// For each sentence, the quotations whose content asserts something in it, in the order of the text.
    pub in_sentence: Vec<Vec<Piece>>,
}

/// What a sentence holds of a quotation.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The quotation, as an index.
    pub quotation: usize,
    /// Its places.
    pub places: Vec<Span>,
}

/// The claims of each sentence of each quotation.
pub(super) fn quoted(words: &Words<'_>, quotations: &[Quotation], entities: &[EntityCluster], worth: &Worth<'_>) -> Quoted {
    let mut found = Quoted { claims: Vec::new(), in_sentence: vec![Vec::new(); words.document.sentences().len()] };
    for (index, quotation) in quotations.iter().enumerate() {
        let Some(voice) = voice(words, quotation) else {
            if let Some((sentence, places)) = around_attribution(words, quotation) {
                let origin = Origin::quotation(words, quotation, index, entities, Voice::Reported);
                let tokens: Vec<usize> = places.iter().flat_map(|place| words.document.tokens_in(*place).indices()).collect();
                found.claims.extend(claims_of(words, &tokens, &origin, worth));
                found.in_sentence[sentence].push(Piece { quotation: index, places });
            }
            continue;
        };
        let origin = Origin::quotation(words, quotation, index, entities, voice);
        for (sentence, places) in sentences_of(words, quotation) {
            let tokens: Vec<usize> = places.iter().flat_map(|place| words.document.tokens_in(*place).indices()).collect();
            // what stands in another sentence than the cue is in the speaker's own words
            let is_apart = cue_sentence(words, quotation).is_some_and(|cue| cue != sentence);
            let voice = if is_apart { Voice::Direct } else { origin.voice };
            found.claims.extend(claims_of(words, &tokens, &Origin { voice, ..origin.clone() }, worth));
            found.in_sentence[sentence].push(Piece { quotation: index, places });
        }
    }
    found
}

/// The parts of a quotation, grouped by sentence. What an attribution cuts in two stays one.
///
/// Without marks only the sentence of the cue is somebody's: one before or behind it is the outlet's.
fn sentences_of(words: &Words<'_>, quotation: &Quotation) -> Vec<(usize, Vec<Span>)> {
    let document = words.document;
    let sentences = document.sentences();
    let cue = cue_sentence(words, quotation);
    let mut groups: Vec<(usize, Vec<Span>)> = Vec::new();
    for part in &quotation.parts {
        let first = document.sentence_at(part.start).unwrap_or(0);
        for (offset, sentence) in sentences.iter().skip(first).enumerate() {
            if sentence.span.start >= part.end {
                break;
            }
            let start = sentence.span.start.max(part.start);
            let piece = Span::new(start, sentence.span.end.min(part.end).max(start));
            let at = first + offset;
            let is_plain = quotation.kind != QuotationKind::Direct && !is_marked(words, piece);
            if piece.is_empty() || is_plain && cue.is_some_and(|cue| cue != at) {
                continue;
            }
            match groups.last_mut() {
                Some((last, pieces)) if *last == at => pieces.push(piece),
                _ => groups.push((at, vec![piece])),
            }
        }
    }
    groups
}

/// The sentence of the quotation without its attribution, where that stands amid a clause: `Rents, according to Brandt, rose`.
fn around_attribution(words: &Words<'_>, quotation: &Quotation) -> Option<(usize, Vec<Span>)> {
    let cue = quotation.attribution.cue.as_ref()?;
    let source = quotation.attribution.source.as_ref()?;
    let sentence = cue_sentence(words, quotation)?;
    let whole = words.document.sentences()[sentence].span;
    let is_amid = whole.contains(source.span) && quotation.span().end <= cue.span.start && source.span.start >= cue.span.end;
    if !matches!(cue.lemma.as_str(), "according to" | "according" | "per") || !is_amid {
        return None;
    }
    let places = vec![Span::new(whole.start, cue.span.start), Span::new(source.span.end, whole.end)];
    let tokens: Vec<usize> = places.iter().flat_map(|place| words.document.tokens_in(*place).indices()).collect();
    is_clause(words, &tokens).then_some((sentence, places))
}

/// The sentence of the cue, as an index.
fn cue_sentence(words: &Words<'_>, quotation: &Quotation) -> Option<usize> {
    quotation.attribution.cue.as_ref().and_then(|cue| words.document.sentence_at(cue.span.start))
}

/// Whether a quotation mark stands in the piece or right before or behind it.
fn is_marked(words: &Words<'_>, piece: Span) -> bool {
    let tokens = words.document.tokens_in(piece);
    (tokens.start.saturating_sub(1)..tokens.end + 1).any(|index| words.part(index) == Part::Mark)
}
