//! Who passed a quotation on: `as quoted by the Herald`, `told CNN`, `documents seen by the Gazette`.

use super::according::cue_and_source;
use super::clause::addressee_after;
use super::cue::{Voice, cue_verb};
use super::draft::{Draft, DraftCue};
use super::noun_phrase::{phrase_after, subject_before};
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::outlet_words::{is_institution_word, is_outlet_noun, is_outlet_word};
use crate::lexicon::reporting_verbs::ADDRESSEE;
use crate::lexicon::{WordClasses, classes_of};
use crate::text::TokenRange;

/// Participles before `by` that name whoever passed words on.
const QUOTED_BY: [(&str, &str); 4] = [("quoted", "quote"), ("cited", "cite"), ("relayed", "relay"), ("paraphrased", "paraphrase")];

/// Participles before `by` that name an outlet: of others they say something else.
const SEEN_BY: [(&str, &str); 4] = [("seen", "see"), ("obtained", "obtain"), ("reviewed", "review"), ("viewed", "view")];

/// Participles before `by` that name an outlet, where it is known as one: of other bodies they say whose work it is.
const REPORTED_BY: [(&str, &str); 5] =
    [("reported", "report"), ("published", "publish"), ("carried", "carry"), ("aired", "air"), ("broadcast", "broadcast")];

/// What is said before `with` or `to` an outlet.
const SPOKEN: [(&str, &str, &str); 8] = [
    ("interview", "with", "interview with"),
    ("interview", "to", "interview to"),
    ("speaking", "to", "speak to"),
    ("speaking", "with", "speak with"),
    ("spoke", "to", "speak to"),
    ("spoke", "with", "speak with"),
    ("comments", "to", "comments to"),
    ("remarks", "to", "remarks to"),
];

/// Farthest from the cue that a relay is looked for in its sentence, in tokens.
const REACH: usize = 32;

/// A relay in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DraftRelay {
    /// Its name.
    pub(super) name: TokenRange,
    /// The words that say so.
    pub(super) cue: DraftCue,
}

/// The relays of `draft` that the sentence of its cue names, the nearest to the source first, and to whom it was said where that is none.
pub(super) fn relays(reading: &Reading<'_>, draft: &Draft) -> (Vec<DraftRelay>, Option<TokenRange>) {
    let Some(cue) = draft.cue else { return (Vec::new(), draft.addressee) };
    let mut addressee = draft.addressee.or_else(|| spoken_to(reading, draft, cue));
    let mut found: Vec<DraftRelay> = Vec::new();
    if let Some(name) = addressee.filter(|name| is_outlet(reading, *name)) {
        found.push(DraftRelay { name, cue });
        addressee = None;
    }
    let sentence = reading.sentence(cue.range.start);
    let from = sentence.start.max(cue.range.start.saturating_sub(REACH));
    let to = sentence.end.min(cue.range.end + REACH);
    for at in (from..to).filter(|at| !reading.quoted[*at] && !draft.parts.iter().any(|part| part.indices().contains(at))) {
        let relay = passed_on(reading, at, sentence.end)
            .or_else(|| spoken_with(reading, at, sentence.end))
            .or_else(|| other_source(reading, draft, cue, at, sentence.end))
            .or_else(|| reported(reading, draft, cue, at, sentence));
        if let Some(relay) = relay.filter(|relay| found.iter().all(|known| known.name.start != relay.name.start)) {
            found.push(relay);
        }
    }
    (found, addressee)
}

/// Whom the verb of the cue speaks to.
fn spoken_to(reading: &Reading<'_>, draft: &Draft, cue: DraftCue) -> Option<TokenRange> {
    let sentence = reading.sentence(cue.range.start);
    let takes = |index: &usize| reading.words[*index].verb.is_some_and(|found| found.verb.takes(ADDRESSEE));
    let head = cue.range.indices().rev().find(takes)?;
    let verb = cue_verb(reading, head, cue.range.start).filter(|verb| verb.voice != Voice::Passive)?;
    let range = addressee_after(reading, verb.head + 1, sentence.end)?;
    let is_content = draft.parts.iter().any(|part| part.start < range.end && range.start < part.end);
    (!is_content && !reading.quoted[range.start]).then_some(range)
}

/// `as quoted by …`, `seen by …`, the `by` standing at `at`.
fn passed_on(reading: &Reading<'_>, at: usize, end: usize) -> Option<DraftRelay> {
    if at == 0 || !reading.is_word(at, "by") {
        return None;
    }
    // `quoted as saying by the Herald`
    let said = at > 2 && reading.is_word(at - 1, "saying") && reading.is_word(at - 2, "as");
    let last = if said { at - 3 } else { at - 1 };
    let of = |table: &[(&'static str, &'static str)]| table.iter().find(|(word, _)| reading.is_word(last, word)).map(|(_, lemma)| *lemma);
    let name = to_comma(reading, phrase_after(reading, at + 1, end)?);
    let lemma = of(&QUOTED_BY)
        .or_else(|| of(&SEEN_BY).filter(|_| is_outlet(reading, name)))
        .or_else(|| of(&REPORTED_BY).filter(|_| is_known_outlet(reading, name)))?;
    let start = if last > 0 && reading.is_word(last - 1, "as") { last - 1 } else { last };
    Some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(start, at + 1), lemma } })
}

/// `in an interview with the Herald`, `speaking to the Herald`, the preposition standing at `at`.
fn spoken_with(reading: &Reading<'_>, at: usize, end: usize) -> Option<DraftRelay> {
    let before = at.checked_sub(1)?;
    let (_, _, lemma) = SPOKEN.iter().find(|(word, preposition, _)| reading.is_word(at, preposition) && reading.is_word(before, word))?;
    let name = to_comma(reading, phrase_after(reading, at + 1, end)?);
    if !is_outlet(reading, name) {
        return None;
    }
    Some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(before, at + 1), lemma } })
}

/// `…, per the ministry’s website` or `…, according to prosecutors`, beside a content that has its speaker.
fn other_source(reading: &Reading<'_>, draft: &Draft, cue: DraftCue, at: usize, end: usize) -> Option<DraftRelay> {
    if !reading.is_any(at, &["according", "per"]) || matches!(cue.lemma, "per" | "according to") || draft.source.is_none() {
        return None;
    }
    let (cue, name) = cue_and_source(reading, at, end)?;
    let is_source = draft.source.is_some_and(|source| source.start < name.end && name.start < source.end);
    (!is_source).then_some(DraftRelay { name: to_comma(reading, name), cue })
}

/// `Brandt warned that it might break, the Herald reported.`
fn reported(reading: &Reading<'_>, draft: &Draft, cue: DraftCue, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    let content = draft.parts.iter().map(|part| part.end).max()?;
    if at < content || !reading.is_any(at, &["reported", "reports"]) || cue.range.indices().contains(&at) {
        return None;
    }
    let name = subject_before(reading, content.max(sentence.start), at).filter(|name| is_outlet(reading, *name))?;
    let is_source = draft.source.is_none_or(|source| source.start < name.end && name.start < source.end);
    let follows_comma = name.start > content && reading.part(name.start - 1) == Part::Comma;
    (!is_source && follows_comma).then_some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(at, at + 1), lemma: "report" } })
}

/// Whether `name` is an outlet's: by its name, by what it is called, or because it is an organization that is no institution.
fn is_outlet(reading: &Reading<'_>, name: TokenRange) -> bool {
    is_known_outlet(reading, name) || (!names_institution(reading, name) && reading.names_organization(name))
}

/// Whether `name` is an outlet's by its own words: `the Alden Herald`, `the newspaper`.
fn is_known_outlet(reading: &Reading<'_>, name: TokenRange) -> bool {
    let document = reading.document;
    if classes_of(without_article(document.slice(document.span_of(name)))).any(WordClasses::OUTLET) {
        return true;
    }
    let is_called = |index: usize| {
        let heads = index + 1 == name.end || reading.part(index + 1) == Part::Name;
        heads && reading.part(index) == Part::Plain && is_outlet_noun(document.word(index))
    };
    let has_outlet_word = name.indices().any(|index| reading.part(index) == Part::Name && is_outlet_word(document.word(index)));
    !names_institution(reading, name) && (has_outlet_word || name.indices().any(is_called))
}

fn names_institution(reading: &Reading<'_>, name: TokenRange) -> bool {
    name.indices().any(|index| reading.part(index) == Part::Name && is_institution_word(reading.document.word(index)))
}

/// `name` without what a comma sets off: `the Alden Herald` of `the Alden Herald, a local paper`.
fn to_comma(reading: &Reading<'_>, name: TokenRange) -> TokenRange {
    let end = name.indices().find(|index| reading.part(*index) == Part::Comma).unwrap_or(name.end);
    TokenRange::new(name.start, end)
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("the ").unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::super::tests::each;

    fn relays(text: &str) -> Vec<String> {
        each(text, |text, quotation| {
            let relays: Vec<_> = quotation.relays.iter().map(|relay| relay.span.of(text)).collect();
            format!("{} / {}", relays.join(", "), quotation.addressee.map_or("-", |span| span.of(text)))
        })
    }

    #[test]
    fn an_outlet_that_passed_the_words_on() {
        assert_eq!(relays("“It will hold,” Brandt said as quoted by the Alden Herald."), ["the Alden Herald / -"]);
        assert_eq!(relays("Brandt told the Alden Herald that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("Brandt told the newspaper that it would hold."), ["the newspaper / -"]);
        assert_eq!(relays("Brandt warned that it might break, per the ministry's website."), ["the ministry's website / -"]);
        assert_eq!(relays("The dam may break, according to documents seen by the Alden Herald."), ["the Alden Herald / -"]);
        assert_eq!(relays("In an interview with the Alden Herald, Brandt said that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("Two divers, as quoted by the Alden Herald, said that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("“It will hold,” Brandt was quoted as saying by the Alden Herald."), ["the Alden Herald / -"]);
    }

    #[test]
    fn another_source_of_the_same_words_passed_them_on() {
        assert_eq!(relays("“It will hold,” Brandt wrote to a friend in May, according to prosecutors.")[0], "prosecutors / -");
    }

    #[test]
    fn those_spoken_to_are_no_relay() {
        assert_eq!(relays("Brandt told reporters that it would hold."), [" / reporters"]);
        assert_eq!(relays("Brandt told the Alden Harbor Committee that it would hold."), [" / the Alden Harbor Committee"]);
        assert_eq!(relays("Brandt said in a letter to Orlov that it would hold."), [" / -"]);
        assert_eq!(relays("A plan reviewed by engineers will work, Brandt said."), [" / -"]);
    }
}
