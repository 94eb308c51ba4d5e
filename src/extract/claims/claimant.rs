//! Who answers for a claim, and through whom it came to the reader.

use crate::annotation::{
    Claimant, ClaimantKind, ClaimantVia, EntityCluster, MentionKind, Quotation, Resolution, SourceChainLink, SourceChainRole,
};
use crate::lexicon::impersonal::impersonal;
use crate::lexicon::source_nouns::{is_body_noun, is_collective, is_document_noun, is_unnamed_head};
use crate::text::{Document, Span, TokenRange};

/// The outlet as claimant.
pub(super) fn outlet() -> Claimant {
    Claimant { kind: ClaimantKind::Outlet, cluster: None, span: None, via: ClaimantVia::Narration, score: 0.8 }
}

/// Who answers for the content of `quotation`: the source's entity; somebody unnamed where that has no name and is no body or document.
pub(super) fn claimant_of(document: &Document, quotation: &Quotation, entities: &[EntityCluster]) -> Claimant {
    let source = quotation.attribution.source.as_ref();
    let cluster = source.and_then(|source| source.cluster);
    let is_withheld = source.is_some_and(|source| source.resolution == Resolution::Unnamed);
    let named = cluster.filter(|cluster| !is_withheld && !entities.get(*cluster).is_some_and(|entity| is_unnamed(document, entity)));
    Claimant {
        kind: if named.is_some() { ClaimantKind::Entity } else { ClaimantKind::Unnamed },
        cluster: named,
        span: source.map(|source| source.mention.unwrap_or(source.span)),
        via: ClaimantVia::Quote,
        score: quotation.attribution.score,
    }
}

/// Whether the entity is people whom the text neither names nor singles out: `a spokesman`, `two officials`, `residents`.
///
/// `The senator` is somebody whom the story knows, though the name may not be found.
fn is_unnamed(document: &Document, entity: &EntityCluster) -> bool {
    if entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name) {
        return false;
    }
    let Some(described) = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Nominal) else { return true };
    let phrase = head_words(document.slice(described.span));
    let head = phrase.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    if is_body_noun(&head) || is_document_noun(&head) {
        return false;
    }
    let first = phrase.split_whitespace().next().unwrap_or_default().to_lowercase();
    let is_definite =
        matches!(first.as_str(), "the" | "its" | "his" | "her" | "their" | "our" | "my") || first.ends_with("'s") || first.ends_with("’s");
    !is_definite || is_collective(&head) || is_unnamed_head(&head)
}

/// The phrase up to its first preposition: `a spokesman` of `a spokesman for the port`.
fn head_words(phrase: &str) -> &str {
    let goes_on = |at: usize| {
        let rest = &phrase[at + 1..];
        let is_preposition = |word: &str| matches!(word, "of" | "for" | "at" | "in" | "by" | "from" | "with" | "on" | "close" | "to");
        rest.split_once(' ').is_some_and(|(word, _)| is_preposition(word))
            || ["who", "released", "published", "seen"].iter().any(|word| rest.starts_with(word))
    };
    let end = phrase.bytes().enumerate().position(|(at, byte)| byte == b',' || byte == b' ' && goes_on(at));
    phrase[..end.unwrap_or(phrase.len())].trim_end()
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
    chain.push(publisher());
    chain
}

/// The last step of every chain.
pub(super) fn publisher() -> SourceChainLink {
    SourceChainLink { role: SourceChainRole::Publisher, cluster: None, cue: None }
}

/// `it has been reported` between or right before the parts of the quotation, or behind them and with nothing reported after it.
fn nameless_report(document: &Document, quotation: &Quotation) -> Option<Span> {
    let hull = quotation.span();
    let tokens = document.tokens_in(hull);
    let from = tokens.start.saturating_sub(6);
    let outside = |index: usize| !quotation.parts.iter().any(|part| part.contains(document.tokens()[index].span));
    let to = (tokens.end + 8).min(document.tokens().len());
    let word_at = |at: usize| document.word(at);
    // `… held, and it was reported that …` is of what comes next
    let is_of_it = |clause: &TokenRange| {
        let ends = clause.end == document.tokens().len() || !document.word(clause.end).starts_with(char::is_alphanumeric);
        clause.start < tokens.end || clause.start <= tokens.end + 1 && ends
    };
    let clause = |verb: usize| impersonal(word_at, verb).map(|it| TokenRange::new(it, verb + 1)).filter(is_of_it);
    let clause = (from..to).filter(|index| outside(*index)).find_map(clause)?;
    let sentence = |index: usize| document.sentence_at(document.tokens()[index].span.start);
    (sentence(clause.start) == sentence(tokens.start)).then(|| document.span_of(clause))
}
