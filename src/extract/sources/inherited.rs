//! Relays that a quotation has from the one before: its speaker goes on.

use crate::annotation::{Quotation, Relay};
use crate::text::{Document, Span};

/// Farthest that a speaker's last quotation is looked for, in quotations.
const REACH: usize = 6;

/// Gives a quotation the relays of the last one of its speaker, where it has none of its own: in one paragraph, or where it opens the next.
pub(super) fn inherit_relays(document: &Document, quotations: &mut [Quotation]) {
    for index in 1..quotations.len() {
        let (before, rest) = quotations.split_at_mut(index);
        let current = &mut rest[0];
        if !current.relays.is_empty() {
            continue;
        }
        let near = before.iter().rev().take(REACH).take_while(|previous| goes_on(document, previous, current));
        let own = near.enumerate().find(|(back, previous)| match back {
            0 => shares_speaker(document, previous, current),
            _ => is_of_same_entity(previous, current),
        });
        if let Some((_, previous)) = own {
            current.relays = previous.relays.iter().map(|relay| Relay { cue: None, ..relay.clone() }).collect();
        }
    }
}

fn is_of_same_entity(previous: &Quotation, current: &Quotation) -> bool {
    let cluster = |quotation: &Quotation| quotation.attribution.source.as_ref().and_then(|source| source.cluster);
    cluster(previous).is_some() && cluster(previous) == cluster(current)
}

/// Whether `current` stands in the paragraph of `previous`, or opens the one below.
fn goes_on(document: &Document, previous: &Quotation, current: &Quotation) -> bool {
    let (first, second) = (whole(previous), whole(current));
    let between = document.slice(Span::new(first.end.min(second.start), second.start.max(first.end)));
    let is_adjacent = between.trim_matches(|sign: char| !sign.is_alphanumeric()).is_empty();
    !between.contains('\n') || (is_adjacent && between.matches("\n\n").count() <= 1)
}

/// The quotation with its cue and source, as far as they stand around it.
fn whole(quotation: &Quotation) -> Span {
    let mut span = quotation.span();
    let cue = quotation.attribution.cue.as_ref().map(|cue| cue.span);
    let source = quotation.attribution.source.as_ref().filter(|_| cue.is_some()).map(|source| source.span);
    let relays = quotation.relays.iter().filter(|relay| relay.cue.is_some()).map(|relay| relay.span);
    for other in cue.into_iter().chain(source).chain(relays) {
        span = Span::new(span.start.min(other.start), span.end.max(other.end));
    }
    span
}

/// Whether `current` goes on with the speaker of `previous`: the same entity, no source at all, or where neither is known the same word.
fn shares_speaker(document: &Document, previous: &Quotation, current: &Quotation) -> bool {
    let source = |quotation: &Quotation| quotation.attribution.source.clone();
    match (source(previous), source(current)) {
        (Some(_), None) => true,
        (Some(first), Some(second)) => {
            let words = |span: Option<Span>| span.map(|span| document.slice(span));
            let last = |span: Option<Span>| words(span).and_then(|words| words.rsplit(' ').next());
            let is_pronoun = words(second.mention)
                .is_some_and(|words| ["he", "she", "they", "it"].iter().any(|pronoun| words.eq_ignore_ascii_case(pronoun)));
            let is_same_entity = first.cluster.is_some() && first.cluster == second.cluster;
            let may_be_same = first.cluster.is_none() || second.cluster.is_none();
            is_same_entity || (is_pronoun && may_be_same) || (first.mention.is_some() && last(first.mention) == last(second.mention))
        }
        _ => false,
    }
}
