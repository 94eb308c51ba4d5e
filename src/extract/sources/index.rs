//! Mentions by their place.

use crate::annotation::{EntityCluster, MentionKind};
use crate::text::{Document, Span};

/// Most mentions that are looked at around a place: a text of nothing but names stays cheap.
const MOST: usize = 64;

/// A mention and the index of its cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Indexed {
    pub(super) span: Span,
    pub(super) cluster: usize,
    pub(super) is_name: bool,
    pub(super) is_pronoun: bool,
}

/// All mentions, ordered by their place.
pub(super) struct MentionIndex {
    mentions: Vec<Indexed>,
}

impl MentionIndex {
    pub(super) fn new(entities: &[EntityCluster]) -> Self {
        let mut mentions: Vec<_> = entities
            .iter()
            .enumerate()
            .flat_map(|(cluster, entity)| entity.mentions.iter().map(move |mention| (cluster, mention)))
            .map(|(cluster, mention)| Indexed {
                span: mention.span,
                cluster,
                is_name: mention.kind == MentionKind::Name,
                is_pronoun: mention.kind == MentionKind::Pronoun,
            })
            .collect();
        mentions.sort_unstable();
        Self { mentions }
    }

    /// The mentions inside `span`.
    pub(super) fn within(&self, span: Span) -> impl Iterator<Item = Indexed> + '_ {
        let first = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions[first..]
            .iter()
            .take_while(move |mention| mention.span.start < span.end)
            .filter(move |mention| span.contains(mention.span))
            .copied()
    }

    /// The mention of exactly `span`.
    pub(super) fn exact(&self, span: Span) -> Option<Indexed> {
        self.within(span).find(|mention| mention.span == span)
    }

    /// The longest name inside `span`, the last of those.
    pub(super) fn name_in(&self, span: Span) -> Option<Indexed> {
        self.within(span).filter(|mention| mention.is_name).max_by_key(|mention| mention.span.len())
    }

    /// The mention inside `span` that ends with it: the head of `the mayor Ana Brandt`.
    pub(super) fn head_of(&self, span: Span) -> Option<Indexed> {
        self.within(span).filter(|mention| mention.span.end == span.end).max_by_key(|mention| (mention.is_name, mention.span.len()))
    }

    /// Whom the `who` or `which` at `offset` means: the longest mention that ends just before it, complements of a description counted in.
    pub(super) fn before_relative(&self, document: &Document, offset: usize) -> Option<Indexed> {
        let reaches = |mention: &Indexed| {
            let between = document.text().get(mention.span.end..offset).unwrap_or_default().trim_end_matches([' ', ',']);
            between.is_empty() || (!mention.is_name && is_complement(between))
        };
        let near = self.preceding(offset).filter(|mention| !mention.is_pronoun && mention.span.end <= offset);
        near.filter(reaches).max_by_key(|mention| (!mention.is_name, mention.span.len()))
    }

    /// The mentions that begin before `offset`, the nearest first; not all of them.
    pub(super) fn preceding(&self, offset: usize) -> impl Iterator<Item = Indexed> + '_ {
        let end = self.mentions.partition_point(|mention| mention.span.start < offset);
        self.mentions[..end].iter().rev().take(MOST).copied()
    }
}

/// Longest complement of a description, in bytes.
const LONGEST_COMPLEMENT: usize = 80;

/// Whether `words` go on with a description: ` at the ministry`.
fn is_complement(words: &str) -> bool {
    let begins = [" of ", " at ", " for ", " in ", " from ", " with ", " to ", " on "].iter().any(|word| words.starts_with(word));
    begins && words.len() <= LONGEST_COMPLEMENT && !words.contains([',', '.', ';', '\n'])
}
