//! A speaker who passes on what others said.

use super::draft::Draft;
use super::mention::mention_in;
use super::reading::Reading;
use super::relays::DraftRelay;

/// The speaker of a quotation, as one who passes on what is told in it.
pub(super) struct Teller<'a> {
    draft: &'a Draft,
    relay: DraftRelay,
    /// Those who passed the quotation itself on, the nearest to its speaker first.
    outer: &'a [DraftRelay],
}

impl<'a> Teller<'a> {
    /// The speaker of `draft`; `None` where it has no source or no cue.
    pub(super) fn of(reading: &Reading<'_>, draft: &'a Draft, outer: &'a [DraftRelay]) -> Option<Self> {
        let (source, cue) = (draft.source?, draft.cue?);
        let name = mention_in(reading, source).map_or(source, |mention| reading.document.tokens_in(mention));
        Some(Self { draft, relay: DraftRelay { name, cue }, outer })
    }

    /// `inner` as this speaker tells it, surer by no more than `share` of the whole; and who passed it on: the speaker first.
    pub(super) fn tells(&self, inner: Draft, share: f32) -> (Draft, Vec<DraftRelay>) {
        let inner = Draft { source_score: self.draft.source_score * share, score: self.draft.score * share, ..inner };
        (inner, [self.relay].into_iter().chain(self.outer.iter().copied()).collect())
    }
}
