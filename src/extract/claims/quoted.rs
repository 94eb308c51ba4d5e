//! Claims that are the content of quotations.

use super::reading::read;
use super::worth::Worth;
use crate::annotation::{Claim, Claimant, ClaimantKind, ClaimantVia, Quotation, SourceChainLink, SourceChainRole};
use crate::text::{Document, Span, TokenKind, TokenRange};

/// Fewer words than these assert nothing: `Yes.`, `Thank you.`
const LEAST_WORDS: usize = 3;

/// One claim for each sentence of each quotation.
pub(super) fn claims(document: &Document, quotations: &[Quotation], worth: &Worth<'_>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for (index, quotation) in quotations.iter().enumerate() {
        for parts in sentences_of(document, &quotation.parts) {
            if words_in(document, &parts) < LEAST_WORDS {
                continue;
            }
            let reading = read(document, &parts);
            let check_worthiness = worth.of(&reading, &parts);
            claims.push(Claim {
                claimant: claimant_of(quotation),
                source_chain: chain_of(document, quotation),
                quotation: Some(index),
                kind: reading.kind,
                polarity: reading.polarity,
                modality: reading.modality,
                tense: reading.tense(),
                hedges: reading.hedges,
                values: Vec::new(),
                about: Vec::new(),
                parent: None,
                same_as: Vec::new(),
                fingerprint: String::new(),
                check_worthiness,
                parts,
            });
        }
    }
    claims
}

/// The parts of a quotation, grouped by sentence, without the signs at their ends. What an attribution cuts in two stays one.
fn sentences_of(document: &Document, parts: &[Span]) -> Vec<Vec<Span>> {
    let mut groups: Vec<(usize, Vec<Span>)> = Vec::new();
    for part in parts {
        let first = document.sentence_at(part.start).unwrap_or(0);
        for (offset, sentence) in document.sentences()[first.min(document.sentences().len())..].iter().enumerate() {
            if sentence.span.start >= part.end {
                break;
            }
            let cut =
                Span::new(sentence.span.start.max(part.start), sentence.span.end.min(part.end).max(sentence.span.start.max(part.start)));
            let Some(piece) = trimmed(document, cut) else { continue };
            match groups.last_mut() {
                Some((last, pieces)) if *last == first + offset => pieces.push(piece),
                _ => groups.push((first + offset, vec![piece])),
            }
        }
    }
    groups.into_iter().map(|(_, pieces)| pieces).collect()
}

/// The piece without white space and signs at its end; `None` where nothing is left.
pub(super) fn trimmed(document: &Document, piece: Span) -> Option<Span> {
    let text = document.slice(piece);
    let start =
        text.len() - text.trim_start_matches(|sign: char| sign.is_whitespace() || matches!(sign, '"' | '“' | '”' | ',' | '—' | '–')).len();
    let body = &text[start..];
    let end = body
        .trim_end_matches(|sign: char| sign.is_whitespace() || matches!(sign, '.' | ',' | ';' | ':' | '!' | '"' | '“' | '”' | '—' | '–'))
        .len();
    (end > 0).then(|| Span::new(piece.start + start, piece.start + start + end))
}

fn words_in(document: &Document, parts: &[Span]) -> usize {
    let count = |part: &Span| document.tokens_in(*part).indices().filter(|index| document.tokens()[*index].kind == TokenKind::Word).count();
    parts.iter().map(count).sum()
}

/// Who answers for the content: the source's entity, else somebody unnamed.
pub(super) fn claimant_of(quotation: &Quotation) -> Claimant {
    let source = quotation.attribution.source.as_ref();
    let cluster = source.and_then(|source| source.cluster);
    Claimant {
        kind: if cluster.is_some() { ClaimantKind::Entity } else { ClaimantKind::Unnamed },
        cluster,
        span: source.map(|source| source.mention.unwrap_or(source.span)),
        via: ClaimantVia::Quote,
        score: quotation.attribution.score,
    }
}

/// The relays of the quotation, whoever reports without a name, and the publisher last.
pub(super) fn chain_of(document: &Document, quotation: &Quotation) -> Vec<SourceChainLink> {
    let mut chain: Vec<SourceChainLink> = Vec::with_capacity(quotation.relays.len() + 1);
    if let Some(cue) = nameless_report(document, quotation) {
        chain.push(SourceChainLink { role: SourceChainRole::Unnamed, cluster: None, cue: Some(cue) });
    }
    chain.extend(quotation.relays.iter().map(|relay| SourceChainLink {
        role: SourceChainRole::Relay,
        cluster: relay.cluster,
        cue: relay.cue.as_ref().map(|cue| cue.span),
    }));
    chain.push(SourceChainLink { role: SourceChainRole::Publisher, cluster: None, cue: None });
    chain
}

/// `it has been reported` between or right before the parts of the quotation.
fn nameless_report(document: &Document, quotation: &Quotation) -> Option<Span> {
    let hull = quotation.span();
    let tokens = document.tokens_in(hull);
    let from = tokens.start.saturating_sub(6);
    let outside = |index: usize| !quotation.parts.iter().any(|part| part.contains(document.tokens()[index].span));
    let verb = (from..tokens.end).find(|index| {
        matches!(document.word(*index), "reported" | "alleged" | "claimed" | "rumored" | "rumoured")
            && *index > 0
            && outside(*index)
            && matches!(document.word(index - 1), "been" | "was" | "is" | "being")
    })?;
    let start = (verb.saturating_sub(4)..verb).find(|index| document.word(*index).eq_ignore_ascii_case("it"))?;
    Some(document.span_of(TokenRange::new(start, verb + 1)))
}
