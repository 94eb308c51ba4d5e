//! `BRANDT: We will rebuild.`: a transcript's label, or a headline that names its source first.
//!
//! A transcript has two labels or more in capitals of persons whom the story names in full; places of news in brief and `CLAIM` of a check of
//! facts stand in capitals, too. Each of its turns is a quotation whatever a network says: PolNeAR's annotators have eleven of fourteen such
//! paragraphs in its train split. Where every paragraph opens with a mark, a turn goes on until the next label.

use super::draft::{Draft, DraftCue, Findings};
use super::reading::Reading;
use super::word::Part;
use crate::text::TokenRange;

/// Longest label, in tokens.
const LONGEST: usize = 6;

/// Words in labels that name no speaker.
const NO_SPEAKERS: [&str; 26] = [
    "note",
    "update",
    "updated",
    "related",
    "watch",
    "read",
    "more",
    "photos",
    "photo",
    "video",
    "opinion",
    "analysis",
    "correction",
    "exclusive",
    "breaking",
    "live",
    "editor",
    "image",
    "source",
    "sources",
    "via",
    "story",
    "poll",
    "review",
    "news",
    "q",
];

/// Name of the rule for a turn of a transcript.
pub(super) const TRANSCRIPT: &str = "transcript_turn";

/// Fewest labels in capitals that make a transcript.
const FEWEST_TURNS: usize = 2;

/// Finds the paragraphs of `reading` that begin with the name of who speaks.
pub(super) fn labels(reading: &Reading<'_>, findings: &mut Findings) {
    let starts = paragraph_starts(reading);
    let drafts: Vec<(usize, Draft)> =
        starts.iter().enumerate().filter_map(|(number, start)| Some((number, attempt(reading, *start)?))).collect();
    let turns = transcript_turns(reading, &drafts);
    for (number, mut draft) in drafts {
        let (start, is_turn) = (starts[number], turns.binary_search(&number).is_ok());
        let opens_with_mark = reading.part(start) == Part::Mark;
        if is_turn {
            draft.rule = TRANSCRIPT;
            draft.parts.extend(goes_on(reading, &starts[number..]));
        }
        // `“Brandt: A Life”` is a title
        if is_turn || !opens_with_mark {
            findings.add(draft);
        }
        // the mark opens no quotation but the turn
        if is_turn && opens_with_mark {
            findings.take(start);
        }
    }
}

/// The paragraphs of `drafts` that are turns of a transcript, in their order; none where the story is none.
fn transcript_turns(reading: &Reading<'_>, drafts: &[(usize, Draft)]) -> Vec<usize> {
    let label_of = |draft: &Draft| draft.source.filter(|label| is_in_capitals(reading, *label));
    let labels: Vec<(usize, TokenRange)> = drafts.iter().filter_map(|(number, draft)| Some((*number, label_of(draft)?))).collect();
    if labels.len() < FEWEST_TURNS {
        return Vec::new();
    }
    let known = reading.last_names();
    let is_known = |label: TokenRange| known.contains(&reading.document.word(last_of_name(reading, label)).to_lowercase());
    if labels.iter().filter(|(_, label)| is_known(*label)).count() < FEWEST_TURNS {
        return Vec::new();
    }
    let speaks = |label: TokenRange| is_known(label) || reading.names_person(label);
    labels.into_iter().filter(|(_, label)| speaks(*label)).map(|(number, _)| number).collect()
}

/// The last word of the name in a label, before an office: `MOLL` of `CHRIS MOLL, HOST`.
fn last_of_name(reading: &Reading<'_>, label: TokenRange) -> usize {
    let is_name = |index: &usize| reading.part(*index) == Part::Name;
    label.indices().skip_while(|index| !is_name(index)).take_while(is_name).last().unwrap_or(label.start)
}

/// Where the paragraphs begin, and where the last one ends.
fn paragraph_starts(reading: &Reading<'_>) -> Vec<usize> {
    let mut block = None;
    let sentences = reading.document.sentences().iter();
    let firsts = sentences.filter(|sentence| block.replace(sentence.block) != Some(sentence.block));
    firsts.map(|sentence| sentence.tokens.start).chain([reading.words.len()]).collect()
}

fn is_in_capitals(reading: &Reading<'_>, label: TokenRange) -> bool {
    let letters = || label.indices().flat_map(|index| reading.document.word(index).chars()).filter(|sign| sign.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// The paragraphs after the one at the first of `starts` that go on with its turn: they open with a mark, too, and have no label.
fn goes_on(reading: &Reading<'_>, starts: &[usize]) -> Vec<TokenRange> {
    let opens = |start: usize| reading.part(start) == Part::Mark;
    let [own, rest @ ..] = starts else { return Vec::new() };
    let further = rest.windows(2).take_while(|paragraph| {
        let start = paragraph[0];
        opens(*own) && opens(start) && reading.part(start + 1) != Part::Open && attempt(reading, start).is_none()
    });
    further.filter_map(|paragraph| reading.trimmed(TokenRange::new(paragraph[0], paragraph[1]))).collect()
}

fn attempt(reading: &Reading<'_>, start: usize) -> Option<Draft> {
    // `"BRANDT: We will`, where each paragraph of a transcript opens with a mark
    let start = start + usize::from(reading.part(start) == Part::Mark);
    let colon = (start..reading.words.len().min(start + LONGEST + 1)).find(|index| reading.part(*index) == Part::Colon)?;
    let label = TokenRange::new(start, colon);
    let is_name = |index: usize| matches!(reading.part(index), Part::Name | Part::Comma | Part::Open | Part::Close | Part::PossessiveMark);
    let names_speaker = label.indices().any(|index| reading.part(index) == Part::Name)
        && label.indices().all(|index| is_name(index) && !reading.is_any(index, &NO_SPEAKERS));
    let end = paragraph_end(reading, colon);
    if !names_speaker || end < colon + 4 || reading.part(colon + 1) == Part::Mark {
        return None;
    }
    let cue = DraftCue { range: TokenRange::new(colon, colon + 1), lemma: ":" };
    let content = reading.trimmed(TokenRange::new(colon + 1, end))?;
    Some(Draft {
        parts: vec![content],
        source: Some(label),
        cue: Some(cue),
        addressee: None,
        rule: "speaker_label",
        source_score: 0.8,
        score: 0.6,
    })
}

fn paragraph_end(reading: &Reading<'_>, index: usize) -> usize {
    let block = reading.block(index);
    (index..reading.words.len()).find(|at| reading.block(*at) != block).unwrap_or(reading.words.len())
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;
    use super::*;
    use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind, Quotation};
    use crate::extract::quotations::quotations;
    use crate::segment::segment;
    use crate::text::Span;

    #[test]
    fn a_label_names_the_speaker() {
        assert_eq!(found("BRANDT: We will rebuild the pier by May."), ["BRANDT | : | We will rebuild the pier by May"]);
    }

    /// `source | parts` of each turn of a transcript in `text`, where `persons` are the names that were found.
    fn turns_in(text: &str, persons: &[&str]) -> Vec<String> {
        let document = segment(text, &[]);
        let entity = |name: &&str| {
            let start = text.find(name).expect("the name stands in the text");
            let span = Span::new(start, start + name.len());
            let mention = Mention { span, kind: MentionKind::Name, entity_type: EntityType::Person, score: 1.0 };
            EntityCluster { mentions: vec![mention], ..EntityCluster::default() }
        };
        let entities: Vec<EntityCluster> = persons.iter().map(entity).collect();
        let found = quotations(&Reading::new(&document, &entities));
        let turns = found.iter().filter(|quotation| quotation.attribution.rule == TRANSCRIPT);
        let words = |quotation: &Quotation| {
            let source = quotation.attribution.source.as_ref().map_or("-", |source| source.span.of(text));
            let parts: Vec<_> = quotation.parts.iter().map(|part| part.of(text)).collect();
            format!("{source} | {}", parts.join(" … "))
        };
        turns.map(words).collect()
    }

    #[test]
    fn a_transcript_is_made_of_turns() {
        let text = "Ana Brandt met Jan Orlov.\n\n“BRANDT: We will rebuild the pier by May.\n\n“It will be wider.\n\n“(Applause.)\n\n\
                    “ORLOV: Who pays for it all?";
        assert_eq!(
            turns_in(text, &["Ana Brandt", "Jan Orlov"]),
            ["BRANDT | We will rebuild the pier by May … It will be wider", "ORLOV | Who pays for it all"]
        );
    }

    #[test]
    fn a_label_in_full_introduces_its_speaker() {
        let text = "ANA BRANDT, HOST: Will you rebuild the pier?\n\nJAN ORLOV: We will rebuild it by May.\n\nBRANDT: Who pays for it all?";
        let turns =
            ["ANA BRANDT, HOST | Will you rebuild the pier", "JAN ORLOV | We will rebuild it by May", "BRANDT | Who pays for it all"];
        assert_eq!(turns_in(text, &["ANA BRANDT", "JAN ORLOV"]), turns);
    }

    #[test]
    fn places_and_claims_in_capitals_make_no_transcript() {
        let places = "LONDON: Ana Brandt said that rates would rise.\n\nPARIS: Police held two men over a theft.";
        assert!(turns_in(places, &["Ana Brandt"]).is_empty());
        let claims = "CLAIM: Masks make people ill.\n\nFACTS: They do no harm, Ana Brandt said.\n\nCLAIM: The pier is new.";
        assert!(turns_in(claims, &["CLAIM", "Ana Brandt"]).is_empty());
    }

    #[test]
    fn a_title_between_marks_is_no_label() {
        assert!(found("“Brandt: A Life in Letters” was published in May.").is_empty());
    }

    #[test]
    fn other_labels_do_not() {
        assert!(found("Editor's Note: The tide table has been corrected.").is_empty());
        assert!(found("The harbor has three gates: north, east and south.").is_empty());
    }
}
