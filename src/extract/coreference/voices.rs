//! Whose words a place in the text belongs to.

use crate::annotation::{Quotation, QuotationKind};
use crate::text::Span;

/// A direct quotation as the resolver of pronouns sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Voice {
    /// Its content, edges included.
    pub content: Span,
    /// The source's mention, else the whole source.
    pub source: Option<Span>,
}

/// Quotations before one that are looked at for whom it answers.
const TURNS: usize = 6;

/// The quotations of a story, ordered by their start.
pub(super) struct Voices {
    direct: Vec<Voice>,
    /// Sources of quotations of any kind, with the hull of the content, ordered by the source's start.
    sources: Vec<(Span, Span)>,
}

impl Voices {
    /// Reads `quotations`; `marked` are the words between quotation marks, in the order of the text.
    pub(super) fn new(quotations: &[Quotation], marked: &[Span]) -> Self {
        let mut direct = Vec::new();
        let mut sources = Vec::new();
        for quotation in quotations {
            let source = quotation.attribution.source.as_ref().map(|source| source.mention.unwrap_or(source.span));
            if let Some(source) = source {
                sources.push((source, quotation.span()));
            }
            if quotation.kind == QuotationKind::Direct {
                direct.extend(quotation.parts.iter().map(|part| Voice { content: *part, source }));
            }
        }
        direct.sort_by_key(|voice| voice.content.start);
        let others: Vec<Voice> =
            marked.iter().filter(|words| !overlaps(&direct, **words)).map(|words| Voice { content: *words, source: None }).collect();
        direct.extend(others);
        direct.sort_by_key(|voice| voice.content.start);
        sources.sort_by_key(|(source, _)| source.start);
        Self { direct, sources }
    }

    /// The direct quotation that holds the byte at `offset`.
    pub(super) fn at(&self, offset: usize) -> Option<Voice> {
        let after = self.direct.partition_point(|voice| voice.content.start <= offset);
        let voice = *self.direct[..after].last()?;
        voice.content.contains_offset(offset).then_some(voice)
    }

    /// The direct quotation that holds the byte at `offset`, as a number.
    pub(super) fn quoted_at(&self, offset: usize) -> Option<usize> {
        let after = self.direct.partition_point(|voice| voice.content.start <= offset);
        let last = after.checked_sub(1)?;
        self.direct[last].content.contains_offset(offset).then_some(last)
    }

    /// The contents, by their number.
    pub(super) fn contents(&self) -> impl Iterator<Item = Span> + '_ {
        self.direct.iter().map(|voice| voice.content)
    }

    /// The content of the quoted words of a number.
    pub(super) fn content(&self, quoted: usize) -> Span {
        self.direct[quoted].content
    }

    /// The source of a direct quotation.
    pub(super) fn speaker_span(&self, quoted: usize) -> Option<Span> {
        self.direct.get(quoted)?.source
    }

    /// The source of the last direct quotation before this one that has another.
    pub(super) fn speaker_before(&self, quoted: usize) -> Option<Span> {
        let own = self.speaker_span(quoted);
        let before = self.direct.get(quoted.saturating_sub(TURNS)..quoted)?;
        before.iter().rev().filter_map(|voice| voice.source).find(|source| Some(*source) != own)
    }

    /// The content of the quotation whose source stands at `span`.
    pub(super) fn content_of_source(&self, span: Span) -> Option<Span> {
        let from = self.sources.partition_point(|(source, _)| source.end <= span.start);
        self.sources[from..].iter().take_while(|(source, _)| source.start < span.end).map(|(_, content)| *content).next()
    }

    /// The source of the last quotation that is told of before `offset`.
    pub(super) fn last_source_before(&self, offset: usize) -> Option<Span> {
        let after = self.sources.partition_point(|(source, _)| source.end <= offset);
        self.sources[..after].last().map(|(source, _)| *source)
    }
}

/// Whether any of `voices`, ordered by their start, shares a byte with `words`.
fn overlaps(voices: &[Voice], words: Span) -> bool {
    let after = voices.partition_point(|voice| voice.content.start < words.end);
    voices[..after].last().is_some_and(|voice| voice.content.end > words.start)
}
