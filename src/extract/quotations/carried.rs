//! What stands between marks without a cue of its own: it goes to the speaker before, or to nobody.

use super::direct::{continued, stands_alone};
use super::draft::{Draft, Findings};
use super::noun_phrase::main_subject;
use super::reading::Reading;
use super::word::Part;
use crate::text::TokenRange;

/// Fewest words of a stretch that is taken as a quotation without a cue.
const FEWEST_WORDS: usize = 4;

/// The speakers of the quotations found, walked through in the order of the text.
struct Speakers {
    /// End of each quotation (cue and source included) and its source; the last one first.
    coming: Vec<(usize, TokenRange)>,
    /// The last one that was passed.
    latest: Option<(usize, TokenRange)>,
}

impl Speakers {
    fn new(findings: &Findings) -> Self {
        let mut coming: Vec<_> = findings.drafts.iter().filter_map(|draft| Some((draft.end()?, draft.source?))).collect();
        coming.sort_unstable_by(|first, second| second.cmp(first));
        Self { coming, latest: None }
    }

    /// End and source of the last quotation that ends before `open`.
    fn before(&mut self, open: usize) -> Option<(usize, TokenRange)> {
        while let Some(next) = self.coming.pop_if(|next| next.0 <= open) {
            self.latest = self.latest.max(Some(next));
        }
        self.latest
    }
}

/// Adds the stretches that no sieve has taken and that are sentences of their own. Titles, nicknames and scare quotes are not.
pub(super) fn carried(reading: &Reading<'_>, findings: &mut Findings) {
    let mut speakers = Speakers::new(findings);
    let mut index = 0;
    while index < reading.stretches.len() {
        let group_end = continued(reading, index);
        if is_quotation(reading, findings, index, group_end) {
            let draft = attribute(reading, &mut speakers, index, group_end);
            findings.add(draft);
        }
        index = group_end;
    }
}

fn is_quotation(reading: &Reading<'_>, findings: &Findings, index: usize, group_end: usize) -> bool {
    let stretch = &reading.stretches[index];
    let is_free = !stretch.inside.indices().any(|at| findings.is_taken(at));
    let begins_sentence =
        reading.sentence(stretch.open).start == stretch.open || stretch.open > 0 && reading.part(stretch.open - 1) == Part::Colon;
    let words =
        stretch.inside.indices().filter(|at| reading.words[*at].is_noun_like() || matches!(reading.part(*at), Part::Function(_))).count();
    let ends_sentence =
        matches!(reading.part(reading.stretches[group_end - 1].inside.end - 1), Part::Stop | Part::Ellipsis | Part::Comma | Part::Dash)
            || group_end > index + 1;
    is_free && begins_sentence && words >= FEWEST_WORDS && ends_sentence && stands_alone(reading, group_end - 1)
}

fn attribute(reading: &Reading<'_>, speakers: &mut Speakers, index: usize, group_end: usize) -> Draft {
    let stretch = &reading.stretches[index];
    let parts: Vec<TokenRange> = reading.stretches[index..group_end].iter().map(|stretch| stretch.inside).collect();
    let (source, rule, source_score) = named_after_dash(reading, group_end - 1)
        .map(|source| (Some(source), "dash_speaker", 0.8))
        .or_else(|| speaker_before(reading, speakers, stretch.open))
        .unwrap_or((None, "unattributed", 0.0));
    if let (Some(source), Some(last)) = (source, parts.last()) {
        speakers.latest = Some((last.end, source));
    }
    Draft { parts, source, cue: None, addressee: None, rule, source_score, score: 0.7 }
}

/// `“…” — Ana Brandt`
fn named_after_dash(reading: &Reading<'_>, index: usize) -> Option<TokenRange> {
    let dash = reading.stretches[index].end();
    if dash + 1 >= reading.words.len() || reading.part(dash) != Part::Dash || reading.part(dash + 1) != Part::Name {
        return None;
    }
    let end = reading.sentence(dash + 1).end;
    reading.trimmed(TokenRange::new(dash + 1, end)).filter(|range| range.len() <= 12)
}

/// The speaker of the quotation before, else the subject of the sentence before, in the same paragraph or the one above.
fn speaker_before(reading: &Reading<'_>, speakers: &mut Speakers, open: usize) -> Option<(Option<TokenRange>, &'static str, f32)> {
    let block = reading.block(open);
    let sentence_before = open.checked_sub(1).map(|last| reading.sentence(last))?;
    let same_paragraph = reading.block(sentence_before.start) == block;
    let near = speakers.before(open).filter(|(end, _)| end + 3 > sentence_before.start);
    if let Some((_, source)) = near {
        return Some((Some(source), "same_speaker_continues", if same_paragraph { 0.7 } else { 0.5 }));
    }
    let subject = main_subject(reading, sentence_before, sentence_before.end)?;
    Some((Some(subject), "subject_of_sentence_before", if same_paragraph { 0.5 } else { 0.35 }))
}
