//! What the sieves have found so far.

use super::reading::Reading;
use crate::lexicon::reporting_verbs::ReportingVerb;
use crate::text::TokenRange;

/// A cue in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DraftCue {
    /// Its tokens.
    pub(super) range: TokenRange,
    /// Its head in dictionary form; empty where the table does not hold it.
    pub(super) lemma: &'static str,
}

impl DraftCue {
    /// The cue of `verb` at `range`.
    pub(super) fn of(verb: &'static ReportingVerb, range: TokenRange) -> Self {
        Self { range, lemma: verb.lemma }
    }
}

/// A quotation in tokens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Draft {
    /// What was said, in order; marks and signs at the edges may still be there.
    pub(super) parts: Vec<TokenRange>,
    /// The phrase that names who said it.
    pub(super) source: Option<TokenRange>,
    /// The attributing words.
    pub(super) cue: Option<DraftCue>,
    /// To whom it was said.
    pub(super) addressee: Option<TokenRange>,
    /// The sieve that decided the source.
    pub(super) rule: &'static str,
    /// Confidence in the source.
    pub(super) source_score: f32,
    /// Confidence that this is a quotation.
    pub(super) score: f32,
}

/// The quotations found, and the tokens that no later sieve may use.
pub(super) struct Findings {
    /// In the order of finding.
    pub(super) drafts: Vec<Draft>,
    /// For each token, one more than the index of the draft whose content or cue holds it; zero where none does.
    taken: Vec<u32>,
}

impl Findings {
    /// Nothing found in `reading` yet.
    pub(super) fn new(reading: &Reading<'_>) -> Self {
        Self { drafts: Vec::new(), taken: vec![0; reading.words.len()] }
    }

    /// Adds `draft` and takes its tokens.
    pub(super) fn add(&mut self, draft: Draft) {
        let number = u32::try_from(self.drafts.len() + 1).unwrap_or(u32::MAX);
        for part in &draft.parts {
            self.taken[part.indices()].fill(number);
        }
        if let Some(cue) = draft.cue {
            self.taken[cue.range.indices()].fill(number);
        }
        self.drafts.push(draft);
    }

    /// Takes the token at `index` for the draft that was added last.
    pub(super) fn take(&mut self, index: usize) {
        self.taken[index] = u32::try_from(self.drafts.len()).unwrap_or(u32::MAX);
    }

    /// Adds `parts` to the draft at `number`.
    pub(super) fn extend(&mut self, number: usize, parts: &[TokenRange]) {
        for part in parts {
            self.taken[part.indices()].fill(u32::try_from(number + 1).unwrap_or(u32::MAX));
        }
        self.drafts[number].parts.extend_from_slice(parts);
    }

    /// The draft whose content or cue holds the token at `index`.
    pub(super) fn draft_at(&self, index: usize) -> Option<usize> {
        (self.taken[index] as usize).checked_sub(1)
    }

    /// Whether the token at `index` is taken.
    pub(super) fn is_taken(&self, index: usize) -> bool {
        self.taken[index] > 0
    }

    /// First token, `from` or later, from which on nothing is taken up to `to`.
    pub(super) fn free_from(&self, from: usize, to: usize) -> usize {
        (from..to).rev().find(|index| self.is_taken(*index)).map_or(from, |last| last + 1)
    }

    /// First taken token from `from` on, `to` where there is none.
    pub(super) fn free_to(&self, from: usize, to: usize) -> usize {
        (from..to).find(|index| self.is_taken(*index)).unwrap_or(to)
    }

    /// The source of the last quotation that has a token in `from..to`.
    pub(super) fn source_in(&self, from: usize, to: usize) -> Option<TokenRange> {
        let number = self.taken[from..to].iter().rev().find(|number| **number > 0)?;
        self.drafts[*number as usize - 1].source
    }
}
