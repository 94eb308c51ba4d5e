//! What stands between marks without a cue of its own: it goes to the speaker before, or to nobody.

use super::direct::{continued, stands_alone};
use super::draft::{Draft, Findings};
use super::main_subject::main_subject;
use super::noun_phrase::phrase_after;
use super::reading::Reading;
use super::word::Part;
use crate::text::TokenRange;

/// Fewest words of a stretch that is taken as a quotation without a cue.
const FEWEST_WORDS: usize = 4;

/// Adds the stretches that no sieve has taken and that are sentences of their own. Titles, nicknames and scare quotes are not.
///
/// In the paragraph of a quotation that has its cue they are further parts of it.
pub(super) fn carried(reading: &Reading<'_>, findings: &mut Findings) {
    let mut index = 0;
    while index < reading.stretches.len() {
        let group_end = continued(reading, index);
        let words = words_in(reading, index);
        let dash = named_after_dash(reading, group_end - 1);
        if words >= FEWEST_WORDS_OF_PART && is_sentence(reading, findings, index, group_end, dash.is_some()) {
            let parts: Vec<TokenRange> = reading.stretches[index..group_end].iter().map(|stretch| stretch.inside).collect();
            match dash.map_or_else(|| before(reading, findings, reading.stretches[index].open), Before::Named) {
                Before::SameParagraph(draft) => findings.extend(draft, &parts),
                _ if words < FEWEST_WORDS => {}
                Before::Named(source) => findings.add(draft(parts, Some(source), "dash_speaker", 0.8)),
                Before::Speaker(source) => findings.add(draft(parts, Some(source), "same_speaker_continues", 0.5)),
                Before::Subject(source) => findings.add(draft(parts, Some(source), "subject_before", 0.4)),
                Before::Nobody => findings.add(draft(parts, None, "unattributed", 0.0)),
            }
        }
        index = group_end;
    }
}

/// Fewest words of one that is a further part of a quotation in its paragraph.
const FEWEST_WORDS_OF_PART: usize = 2;

/// What stands before a quotation without a cue, or right behind it.
enum Before {
    /// A quotation with its cue, in the same paragraph.
    SameParagraph(usize),
    /// A name behind a dash.
    Named(TokenRange),
    /// The speaker of what stands just before.
    Speaker(TokenRange),
    /// The person whom the sentence before is about: `Brandt shook her head.`
    Subject(TokenRange),
    /// Nothing that tells.
    Nobody,
}

fn draft(parts: Vec<TokenRange>, source: Option<TokenRange>, rule: &'static str, source_score: f32) -> Draft {
    Draft { parts, source, cue: None, addressee: None, rule, source_score, score: 0.7 }
}

/// Number of words in the stretch at `index`.
fn words_in(reading: &Reading<'_>, index: usize) -> usize {
    let inside = reading.stretches[index].inside;
    inside.indices().filter(|at| reading.words[*at].is_noun_like() || matches!(reading.part(*at), Part::Function(_))).count()
}

/// Whether the stretches from `index` to `group_end` are free and sentences of their own, or a name behind a dash says that they are.
fn is_sentence(reading: &Reading<'_>, findings: &Findings, index: usize, group_end: usize, is_named: bool) -> bool {
    let stretch = &reading.stretches[index];
    let is_free = !stretch.inside.indices().any(|at| findings.is_taken(at));
    let begins_sentence =
        reading.sentence(stretch.open).start == stretch.open || stretch.open > 0 && reading.part(stretch.open - 1) == Part::Colon;
    let ends_sentence =
        matches!(reading.part(reading.stretches[group_end - 1].inside.end - 1), Part::Stop | Part::Ellipsis | Part::Comma | Part::Dash)
            || group_end > index + 1;
    is_free && (begins_sentence || is_named) && ends_sentence && stands_alone(reading, group_end - 1)
}

/// `“…” — Ana Brandt`
fn named_after_dash(reading: &Reading<'_>, index: usize) -> Option<TokenRange> {
    let dash = reading.stretches[index].end();
    if dash + 1 >= reading.words.len() || reading.part(dash) != Part::Dash || reading.part(dash + 1) != Part::Name {
        return None;
    }
    phrase_after(reading, dash + 1, reading.sentence(dash + 1).end).filter(|range| range.len() <= 24)
}

/// The last quotation before `open`, in its paragraph or in the last sentence of the one above.
fn before(reading: &Reading<'_>, findings: &Findings, open: usize) -> Before {
    let Some(sentence_before) = open.checked_sub(1).map(|last| reading.sentence(last)) else { return Before::Nobody };
    let block = reading.block(open);
    let in_reach = |index: &usize| reading.block(*index) == block || *index >= sentence_before.start;
    let last = (0..open).rev().take_while(in_reach).find_map(|index| findings.draft_at(index).map(|draft| (index, draft)));
    let Some((index, number)) = last else { return subject_above(reading, open, sentence_before) };
    let found = &findings.drafts[number];
    let is_quoted = found.cue.is_some() && found.parts.iter().any(|part| reading.quoted[part.end - 1]);
    if reading.block(index) == block && is_quoted {
        return Before::SameParagraph(number);
    }
    found.source.map_or(Before::Nobody, Before::Speaker)
}

/// The subject of the sentence that ends the paragraph above, where the stretch opens its own: a pronoun or a name.
fn subject_above(reading: &Reading<'_>, open: usize, sentence: TokenRange) -> Before {
    let opens_paragraph = reading.block(open) != reading.block(sentence.start) && reading.sentence(open).start == open;
    let is_told = !sentence.indices().any(|index| reading.quoted[index]);
    let last_clause = sentence.indices().rev().take(40).find(|index| {
        reading.part(*index) == Part::Comma && reading.is_any(index + 1, &["he", "she"]) && reading.part(index + 2) != Part::Comma
    });
    let subject = match last_clause {
        Some(comma) => Some(TokenRange::new(comma + 1, comma + 2)),
        None => main_subject(reading, sentence, sentence.end),
    };
    let names_person = |range: &TokenRange| {
        let last = range.end - 1;
        reading.part(last) == Part::Name && !reading.names_organization(*range) || range.len() == 1 && reading.is_any(last, &["he", "she"])
    };
    match subject.filter(|range| opens_paragraph && is_told && names_person(range)) {
        Some(subject) => Before::Subject(subject),
        None => Before::Nobody,
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_later_sentence_of_the_paragraph_is_a_further_part() {
        let text = "“The dam will hold,” Brandt said. She pointed at the gates. “They are new.”";
        assert_eq!(found(text), ["Brandt | said | The dam will hold, … They are new."]);
    }

    #[test]
    fn a_paragraph_of_its_own_goes_to_the_speaker_before() {
        let text = "“The dam will hold,” Brandt said.\n\n“Nobody needs to leave the valley.”";
        assert_eq!(found(text), ["Brandt | said | The dam will hold,", "Brandt | - | Nobody needs to leave the valley."]);
    }

    #[test]
    fn a_name_behind_a_dash_speaks() {
        assert_eq!(found("“The sea gives and takes away.” — Ana Brandt"), ["Ana Brandt | - | The sea gives and takes away."]);
    }

    #[test]
    fn the_person_told_of_before_speaks() {
        let text = "Brandt shook her head.\n\n“Nobody needs to leave the valley.”";
        assert_eq!(found(text), ["Brandt | - | Nobody needs to leave the valley."]);
        let text = "In a letter to the court, she went further.\n\n“Nobody needs to leave the valley.”";
        assert_eq!(found(text), ["she | - | Nobody needs to leave the valley."]);
        assert_eq!(found("The rain went on.\n\n“Nobody needs to leave the valley.”"), ["- | - | Nobody needs to leave the valley."]);
    }

    #[test]
    fn a_name_behind_a_dash_speaks_inside_a_sentence_too() {
        let text = "One of the letters ended, “Do not drain the lake.” – Ana Brandt, 81, of Port Alden";
        assert_eq!(found(text), ["Ana Brandt, 81 | - | Do not drain the lake."]);
    }

    #[test]
    fn unknown_is_an_answer() {
        assert_eq!(found("“The sea gives and takes away.”"), ["- | - | The sea gives and takes away."]);
    }
}
