//! The network's quotations: as it tagged them, then held against the rules' own.

use super::cut::cut;
use super::draft::{Draft, DraftCue};
use super::find::{drafts_by_rules, finish};
use super::reading::Reading;
use super::settle::settle;
use super::word::Part;
use crate::annotation::Quotation;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::reporting_form;
use crate::lexicon::source_nouns::is_collective;
use crate::model::{Tagged, TaggedQuotation};
use crate::text::TokenRange;

/// Name of the rule where the network decided against the rules, or without them.
pub(super) const BY_MODEL: &str = "model";
/// The cue of those who may pass on what another said.
pub(super) const ACCORDING_TO: &str = "according to";

/// Makes quotations of what the network tagged, in the order of the text.
///
/// The network decides what is a quotation and who is quoted. The rules keep three things that they do better (measured on PolNeAR's dev
/// articles): the edges of what stands between marks, a source where the network has none, and to whom it was said and who passed it on,
/// which the network is not asked. What the rules alone find counts where it is of a kind that is mostly right. Where the rules found the same
/// content and source the quotation carries the rule's name, else `model`.
pub fn tagged(reading: &Reading<'_>, found: &[TaggedQuotation]) -> Vec<Quotation> {
    let by_rules = drafts_by_rules(reading);
    let found = parted(reading, found);
    let found = found.iter().map(|quotation| cut(reading, draft(reading, quotation)));
    let mut drafts: Vec<Draft> = found.filter(|draft| !draft.parts.is_empty() && !is_mere_stance(reading, draft)).collect();
    for rule in &by_rules {
        settle(reading, rule, &mut drafts);
    }
    finish(reading, drafts)
}

/// The quotations of `found`, a part of its own wherever it stands in a paragraph before its cue's and somebody else's cue between them.
fn parted(reading: &Reading<'_>, found: &[TaggedQuotation]) -> Vec<TaggedQuotation> {
    let cues: Vec<TokenRange> = found.iter().filter_map(|quotation| quotation.cue.map(|cue| cue.tokens)).collect();
    let mut all = Vec::with_capacity(found.len());
    for quotation in found {
        let Some(cue) = quotation.cue.filter(|_| quotation.parts.len() > 1) else {
            all.push(quotation.clone());
            continue;
        };
        let is_apart = |part: &&Tagged| {
            let is_between = |other: &TokenRange| part.tokens.end <= other.start && other.end <= cue.tokens.start;
            reading.block(part.tokens.start) < reading.block(cue.tokens.start) && cues.iter().any(is_between)
        };
        let (apart, own): (Vec<&Tagged>, Vec<&Tagged>) = quotation.parts.iter().partition(is_apart);
        let alone = |part: &Tagged| TaggedQuotation { parts: vec![*part], cue: None, source: None, link_probability: 1.0 };
        all.extend(apart.into_iter().map(alone));
        if !own.is_empty() {
            all.push(TaggedQuotation { parts: own.into_iter().copied().collect(), ..quotation.clone() });
        }
    }
    all
}

/// Whether `draft` tells with whom somebody stands, without a word that was said: `stood up for the dockers`.
fn is_mere_stance(reading: &Reading<'_>, draft: &Draft) -> bool {
    let says = |cue: DraftCue| cue.range.indices().any(|at| reading.words[at].verb.is_some()) || cue.lemma == ACCORDING_TO;
    let is_noun = |part: &TokenRange| {
        let mut words = part.indices();
        words.all(|at| {
            let is_free = !reading.quoted[at] && !matches!(reading.part(at), Part::Mark);
            is_free && !matches!(reading.part(at), Part::Function(FunctionWord::Auxiliary | FunctionWord::That | FunctionWord::Question))
        })
    };
    let Some(part) = draft.parts.first() else { return false };
    let leaves =
        |at: &usize| matches!(reading.part(*at), Part::Comma | Part::Function(FunctionWord::Preposition | FunctionWord::Conjunction));
    let phrase = TokenRange::new(part.start, part.indices().find(leaves).unwrap_or(part.end));
    let head = phrase.indices().next_back().map(|head| reading.document.word(head).to_lowercase());
    let are_people = head.is_some_and(|head| is_collective(&head));
    let sides = |cue: DraftCue| reading.is_any(cue.range.end - 1, &["for", "with", "behind", "against"]) && !says(cue);
    are_people && draft.cue.is_some_and(sides) && draft.parts.iter().all(is_noun)
}

/// The network's quotation as it is.
fn draft(reading: &Reading<'_>, found: &TaggedQuotation) -> Draft {
    Draft {
        parts: found.parts.iter().map(|part| part.tokens).collect(),
        source: found.source.and_then(|source| reading.trimmed(source.tokens)),
        cue: found.cue.map(|cue| DraftCue { range: cue.tokens, lemma: lemma(reading, cue.tokens) }),
        addressee: None,
        rule: BY_MODEL,
        source_score: found.link_probability * found.source.map_or(1.0, |source| source.probability),
        score: mean(&found.parts),
    }
}

fn mean(parts: &[Tagged]) -> f32 {
    parts.iter().map(|part| part.probability).sum::<f32>() / parts.len().max(1) as f32
}

/// `according to`, or the dictionary form of the last reporting verb in the cue; empty where it holds neither.
fn lemma(reading: &Reading<'_>, cue: TokenRange) -> &'static str {
    if reading.is_word(cue.start, "according") {
        return ACCORDING_TO;
    }
    let form = cue.indices().rev().find_map(|index| reporting_form(&reading.document.word(index).to_lowercase()));
    form.map_or("", |form| form.verb.lemma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;
    use crate::text::Span;

    /// Quotations as the network may have found them: parts (apart by ` … `), cue and source, empty where there is none.
    type Found<'a> = (&'a str, &'a str, &'a str);

    /// What becomes of them, as `source | cue | parts | rule`.
    fn settled(text: &str, found: &[Found<'_>]) -> Vec<String> {
        let document = segment(text, &[]);
        let range = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            Tagged { tokens: document.tokens_in(Span::new(start, start + words.len())), probability: 0.9 }
        };
        let found: Vec<TaggedQuotation> = found
            .iter()
            .map(|(parts, cue, source)| TaggedQuotation {
                parts: parts.split(" … ").map(range).collect(),
                cue: (!cue.is_empty()).then(|| range(cue)),
                source: (!source.is_empty()).then(|| range(source)),
                link_probability: 0.9,
            })
            .collect();
        let words = |span: Option<Span>| span.map_or("-", |span| document.slice(span)).to_owned();
        tagged(&Reading::new(&document, &[]), &found)
            .iter()
            .map(|quotation| {
                let parts: Vec<&str> = quotation.parts.iter().map(|part| document.slice(*part)).collect();
                let attribution = &quotation.attribution;
                let (source, cue) = (attribution.source.as_ref().map(|source| source.span), attribution.cue.as_ref().map(|cue| cue.span));
                format!("{} | {} | {} | {}", words(source), words(cue), parts.join(" … "), attribution.rule)
            })
            .collect()
    }

    #[test]
    fn what_the_rules_do_not_find_is_the_networks() {
        assert_eq!(
            settled("The report reflects a fear of floods.", &[("a fear of floods", "reflects", "The report")]),
            ["The report | reflects | a fear of floods | model"]
        );
    }

    #[test]
    fn words_of_two_paragraphs_with_another_cue_between_are_two_quotations() {
        let text = "Brandt was calm. “It leaks.”\n\nMoe told us the pier was shut. “We lost it,” he said.";
        let found = [("It leaks … We lost it", "said", "he"), ("the pier was shut", "told", "Moe")];
        let expected = [
            "- | - | It leaks | model",
            "Moe | told | the pier was shut | verb_before_content",
            "he | said | We lost it, | speaker_after_quotation",
        ];
        assert_eq!(settled(text, &found), expected);
    }

    #[test]
    fn where_both_agree_the_rule_is_named() {
        let text = "Brandt said that the dam would hold.";
        assert_eq!(
            settled(text, &[("that the dam would hold", "said", "Brandt")]),
            ["Brandt | said | that the dam would hold | verb_before_content"]
        );
    }

    #[test]
    fn what_the_network_leaves_out_is_no_quotation() {
        assert_eq!(settled("Brandt said that the dam would hold.", &[]), [""; 0]);
    }

    #[test]
    fn a_whole_sentence_with_its_speaker_beside_counts_without_the_network() {
        assert_eq!(
            settled("The gates are checked each May, she said.", &[]),
            ["she | said | The gates are checked each May | inserted_clause"]
        );
        assert_eq!(settled("At one point, she said, nobody came.", &[]), [""; 0]);
        assert_eq!(
            settled("The hull was sold, according to a report.", &[]),
            ["a report | according to | The hull was sold | according_to"]
        );
        assert_eq!(settled("With luck, according to a report, it holds.", &[]), [""; 0]);
    }

    #[test]
    fn a_content_holds_neither_its_own_cue_nor_the_next_paragraph() {
        let text = "Without it the dam would break, she said.\n\nNot all agreed with her.";
        assert_eq!(
            settled(text, &[("Without it the dam would break, she said.\n\nNot all agreed", "said", "she")]),
            ["she | said | Without it the dam would break, | inserted_clause"]
        );
    }

    #[test]
    fn who_wrote_it_is_quoted_and_not_who_passes_it_on() {
        let text = "“It will hold,” Brandt wrote to a friend in May, according to prosecutors.";
        assert_eq!(
            settled(text, &[("It will hold", "according to", "prosecutors")]),
            ["Brandt | wrote | It will hold, | speaker_after_quotation"]
        );
    }

    #[test]
    fn who_is_told_of_first_is_no_part_of_the_source() {
        let text = "According to the Post, Brandt, 61, has left the port of Alden.";
        assert_eq!(
            settled(text, &[("has left the port of Alden", "According to", "the Post, Brandt, 61")]),
            ["the Post | According to | has left the port of Alden | according_to"]
        );
    }

    #[test]
    fn those_who_were_told_pass_it_on() {
        let relays = |text: &str, content: &str, source: &str| {
            let document = segment(text, &[]);
            let range = |words: &str| {
                let start = text.find(words).expect("the words stand in the text");
                Tagged { tokens: document.tokens_in(Span::new(start, start + words.len())), probability: 0.9 }
            };
            let cue = if text.contains("was told") { "was told" } else { "said" };
            let found =
                TaggedQuotation { parts: vec![range(content)], cue: Some(range(cue)), source: Some(range(source)), link_probability: 0.9 };
            let quotations = tagged(&Reading::new(&document, &[]), &[found]);
            quotations[0].relays.iter().map(|relay| document.slice(relay.span)).collect::<Vec<_>>().join(", ")
        };
        assert_eq!(
            relays("The Alden Herald was told by two engineers that it would hold.", "that it would hold", "two engineers"),
            "The Alden Herald"
        );
        let text = "Brandt said that it would hold, her lawyer told the Alden Herald.";
        assert_eq!(relays(text, "that it would hold", "Brandt"), "her lawyer, the Alden Herald");
    }

    #[test]
    fn whom_somebody_sides_with_is_no_content() {
        assert_eq!(
            settled("Brandt stood up for dockers in their call for rest.", &[("dockers in their call for rest", "stood up for", "Brandt")]),
            [""; 0]
        );
        let parts = [("dockers in their call for rest … in light of the heat", "stood up for", "Brandt")];
        assert_eq!(settled("Brandt stood up for dockers in their call for rest, which is heard, in light of the heat.", &parts), [""; 0]);
        assert_eq!(settled("Brandt stood up for an end to it.", &[("an end to it", "stood up for", "Brandt")]).len(), 1);
    }

    #[test]
    fn when_it_was_is_no_content() {
        assert_eq!(
            settled("Crews have watched the dam since the end of March.", &[("since the end of March", "have watched", "Crews")]),
            [""; 0]
        );
    }

    #[test]
    fn an_answer_is_the_other_speakers() {
        let text = "“Did you read it?” Brandt asked.\n\n“I read the summary.”\n\n“Did it say more?”\n\n“It did not,” Orlov replied.";
        assert_eq!(
            settled(
                text,
                &[("Did you read it? … I read the summary. … Did it say more?", "asked", "Brandt"), ("It did not", "replied", "Orlov")]
            ),
            [
                "Brandt | asked | Did you read it? | speaker_after_quotation",
                "Orlov | - | I read the summary. | dialogue_turn",
                "Brandt | - | Did it say more? | dialogue_turn",
                "Orlov | replied | It did not, | speaker_after_quotation"
            ]
        );
    }

    #[test]
    fn marks_give_a_quotation_its_edges() {
        let text = "“The dam is safe. It will hold for years,” Brandt said.";
        assert_eq!(
            settled(text, &[("The dam is safe.", "", ""), ("will hold for years", "said", "Brandt")]),
            ["Brandt | said | The dam is safe. It will hold for years, | speaker_after_quotation"]
        );
    }

    #[test]
    fn a_part_joined_to_another_paragraphs_cue_is_set_free() {
        let text = "“The dam is safe,” Brandt said.\n\n“It will break,” Orlov warned.";
        assert_eq!(
            settled(text, &[("The dam is safe … It will break", "said", "Brandt")]),
            ["Brandt | said | The dam is safe, | speaker_after_quotation", "Orlov | warned | It will break, | speaker_after_quotation"]
        );
    }

    #[test]
    fn a_clause_joined_to_another_sentences_cue_is_set_free() {
        let text = "Orlov reported that the gates had rusted. Asked about the figures, Brandt said they were old.";
        assert_eq!(
            settled(text, &[("that the gates had rusted … the figures", "Asked about", ""), ("they were old", "said", "Brandt")])[0],
            "Orlov | reported | that the gates had rusted | verb_before_content"
        );
    }

    #[test]
    fn who_is_heard_speaks_and_the_outlet_passes_it_on() {
        let text = "“It will hold,” Brandt can be heard saying, the Alden Herald reported.";
        assert_eq!(settled(text, &[("It will hold,", "reported", "the Alden Herald")])[0].split(" | ").next(), Some("Brandt"));
        let text = "“It will hold,” she went on, according to the Alden Herald.";
        let found = settled(text, &[("It will hold,", "according to", "the Alden Herald")]);
        assert_eq!(found[0].split(" | ").next(), Some("she"));
    }

    #[test]
    fn a_source_of_another_sentence_gives_way_to_the_one_beside_the_cue() {
        let text = "She left early. Brandt, who built the dam, told voters that it would hold.";
        assert_eq!(
            settled(text, &[("that it would hold", "told", "She")]),
            ["Brandt, who built the dam | told | that it would hold | verb_before_content"]
        );
    }

    #[test]
    fn a_source_that_the_network_does_not_see_is_the_rules() {
        let text = "“The dam is safe,” Brandt said.";
        assert_eq!(settled(text, &[("The dam is safe", "", "")]), ["Brandt | said | The dam is safe, | speaker_after_quotation"]);
    }

    #[test]
    fn where_a_mark_is_missing_the_words_that_attribute_end_the_quotation() {
        let text = "“The dam is safe, said Brandt, who built it. He lives below it.";
        assert_eq!(
            settled(text, &[("The dam is safe", "said", "Brandt, who built it")]),
            ["Brandt, who built it | said | The dam is safe, | verb_after_quotation"]
        );
    }

    #[test]
    fn words_around_the_marks_stay_the_networks() {
        let text = "Brandt said the dam was “safe for years” and sound.";
        assert_eq!(
            settled(text, &[("the dam was “safe for years” and sound", "said", "Brandt")]),
            ["Brandt | said | the dam was “safe for years” and sound | verb_before_content"]
        );
    }
}
