//! Somebody who passes another's words on as the subject of the sentence, or amid it: `the Herald quoted Brandt as saying …`, `the Herald,
//! citing Brandt, reported …`, `Brandt said, according to prosecutors, that …`. Who is quoted, cited or said it speaks; the other is a relay.

use super::complement::complement;
use super::cue::{CueVerb, Voice, cue_verb};
use super::draft::{Draft, DraftCue};
use super::noun_phrase::{phrase_after, subject_before};
use super::outlets::{is_known_outlet, is_outlet, outlet_within, to_comma};
use super::reading::Reading;
use super::relays::DraftRelay;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{SPEECH, THAT, VerbForm};
use crate::text::TokenRange;

/// What one who is quoted does with words, beside the reporting verbs.
const DESCRIBING: [&str; 8] = ["describing", "dismissing", "calling", "denouncing", "condemning", "blaming", "praising", "criticising"];

/// Farthest that `as saying` stands behind `quoted`, in tokens.
const REACH: usize = 24;
/// Farthest from the cue that one who quotes or cites is looked for in its sentence, in tokens.
const NEAR: usize = 64;
/// Farthest that the verb of a content stands before it, in tokens.
const FAR: usize = 12;
/// Farthest that the outlet stands behind the content that it heard, in tokens.
const FAR_BEHIND: usize = 24;
/// Longest subject of a clause inside a content, in tokens.
const LONGEST_SUBJECT: usize = 16;

/// `draft` with those as its source whom its own source, or the subject of its cue, passes on; and who that is, the nearest to them first.
pub(super) fn passed_on(reading: &Reading<'_>, mut draft: Draft) -> (Draft, Vec<DraftRelay>) {
    let first = quoting(reading, &draft)
        .or_else(|| quoted_by(reading, &draft))
        .or_else(|| citing(reading, &draft))
        .or_else(|| interrupted(reading, &draft))
        .or_else(|| with_own_verb(reading, &draft))
        .or_else(|| heard(reading, &draft));
    let mut relays = Vec::new();
    if let Some((inner, relay)) = first {
        draft = inner;
        relays.push(relay);
    }
    if let Some((inner, relay)) = nested(reading, &draft) {
        draft = inner;
        relays.insert(0, relay);
    }
    (draft, relays)
}

/// `the Herald quoted Brandt as saying …`: the content is what stands outside of these words.
fn quoting(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let cue = draft.cue?.range;
    let sentence = reading.sentence(cue.start);
    let at = unquoted(reading, cue, &["quoted", "quotes", "quoting", "cited", "cites", "citing", "reported", "reports"])?;
    let said = (at + 2..sentence.end.min(at + REACH)).find(|said| {
        let may_lack_as = reading.is_word(*said, "saying") && reading.is_any(at, &["quoted", "quotes", "quoting"]);
        let is_speech = reading.words[*said].verb.is_some_and(|verb| verb.form == VerbForm::Gerund) || reading.is_any(*said, &DESCRIBING);
        (reading.is_word(said - 1, "as") && is_speech) || may_lack_as
    })?;
    let verb = if reading.is_word(said - 1, "as") { said - 1 } else { said };
    // `quoted the police chief, Ana Brandt, as saying`, `quoting a general, whom it did not name, as saying`
    let closes =
        |speaker: &TokenRange| speaker.end == verb || reading.part(speaker.end) == Part::Comma && reading.part(verb - 1) == Part::Comma;
    let speaker = phrase_after(reading, at + 1, verb).filter(closes)?;
    let by = subject_before(reading, sentence.start, at).or_else(|| {
        // `its rival Al-Aman went further, quoting a general`
        let outlets = (sentence.start.max(at.saturating_sub(NEAR))..at).find_map(|index| reading.outlet_from(index));
        outlets.filter(|_| reading.part(at - 1) == Part::Comma)
    })?;
    let frame = TokenRange::new(by.start, said + 1);
    if cue.start >= frame.end || cue.end <= frame.start {
        return None;
    }
    let parts = without(reading, draft, frame);
    let cue = DraftCue { range: TokenRange::new(verb, said + 1), lemma: "say" };
    let relay = DraftRelay { name: by, cue: DraftCue { range: TokenRange::new(at, at + 1), lemma: "quote" } };
    Some((Draft { parts, source: Some(speaker), cue: Some(cue), addressee: None, ..draft.clone() }, relay))
}

/// `Brandt was quoted by the Herald as saying …`, where the Herald passed for the speaker.
fn quoted_by(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let source = draft.source?;
    let sentence = reading.sentence(source.start);
    let by = source.start.checked_sub(1).filter(|by| *by > sentence.start + 1 && reading.is_word(*by, "by"))?;
    // `quoted as saying by the Herald`
    let as_saying = reading.is_word(by - 1, "saying") && by > sentence.start + 3 && reading.is_word(by - 2, "as");
    let participle = if as_saying { by - 3 } else { by - 1 };
    let is_quoted = reading.is_any(participle, &["quoted", "cited"]);
    let group =
        (sentence.start..participle).rev().take_while(|at| reading.is(*at, FunctionWord::Auxiliary)).last().filter(|_| is_quoted)?;
    let speaker = subject_before(reading, sentence.start, group)?;
    let parts = without(reading, draft, TokenRange::new(speaker.start, source.end));
    let relay = DraftRelay { name: source, cue: DraftCue { range: TokenRange::new(participle, by + 1), lemma: "quote" } };
    let cue = Some(DraftCue { range: TokenRange::new(group, by), lemma: "say" });
    (!parts.is_empty()).then(|| (Draft { parts, source: Some(speaker), cue, ..draft.clone() }, relay))
}

/// `According to the Herald, Brandt texted that …`, where the Herald passed for the speaker: the verb beside the content has its own.
fn with_own_verb(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let (name, cue) = (draft.source?, draft.cue?);
    let start = draft.parts.first()?.start;
    let sentence = reading.sentence(cue.range.start);
    if cue.lemma != "according to" || !sentence.indices().contains(&start) {
        return None;
    }
    // behind the content only what a clause with `that` or marks are: `has told borrowers to expect less, according to the bank`
    let is_clause = reading.is(start, FunctionWord::That) || reading.quoted[start];
    let floor = if start > name.end { name.end } else { sentence.start };
    if floor < name.end && !is_clause {
        return None;
    }
    let is_between = |at: &usize| {
        matches!(reading.part(*at), Part::Mark | Part::Colon | Part::Comma | Part::Function(FunctionWord::That))
            || reading.is_any(*at, &["back", "later"])
    };
    let beside = (floor..start).rev().find(|at| !is_between(at))?;
    // `told farmers that`
    let says = |head: usize| cue_verb(reading, head, floor).filter(|verb| verb.voice == Voice::Finite && verb.verb.takes(SPEECH));
    let told = |verb: &CueVerb| complement(reading, verb, sentence.end).is_some_and(|found| found.start.abs_diff(start) <= 1);
    let verb = says(beside).or_else(|| (floor..beside).rev().take(FAR).find_map(says).filter(told))?;
    let speaker = subject_before(reading, floor, verb.group.start)?;
    let relay = DraftRelay { name: to_comma(reading, name), cue };
    Some((Draft { source: Some(speaker), cue: Some(DraftCue::of(verb.verb, verb.group)), ..draft.clone() }, relay))
}

/// `“…,” Brandt can be heard saying, the Herald reported`, `“…,” he went on, according to the Herald`.
fn heard(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let (name, cue) = (draft.source?, draft.cue?);
    let content = draft.parts.last()?.end;
    let end = name.start.min(cue.range.start);
    let sentence = reading.sentence(cue.range.start);
    let outlet = to_comma(reading, name);
    if content >= end || end > content + FAR_BEHIND || content < sentence.start || !is_known_outlet(reading, outlet) {
        return None;
    }
    let is_free = |at: &usize| !reading.quoted[*at];
    let verb = (content..end).filter(is_free).find_map(|head| {
        let verb = cue_verb(reading, head, content)?;
        let is_heard = verb.voice == Voice::Gerund && reading.is_any(head - 1, &["heard", "seen"]);
        (verb.verb.takes(SPEECH) && (verb.voice == Voice::Finite || is_heard)).then_some((verb, is_heard))
    });
    let goes_on = |at: &usize| reading.is_any(*at, &["went", "goes"]) && reading.is_word(at + 1, "on");
    let group = match verb {
        Some((verb, false)) => verb.group.start,
        Some((verb, true)) => (content..verb.head - 1).rev().take_while(|at| reading.is(*at, FunctionWord::Auxiliary)).last()?,
        None => (content..end).find(goes_on)?,
    };
    let speaker = subject_before(reading, content, group).filter(|speaker| speaker.start != name.start)?;
    let inner = DraftCue { range: TokenRange::new(group, verb.as_ref().map_or(group + 2, |(verb, _)| verb.head + 1)), lemma: "say" };
    Some((Draft { source: Some(speaker), cue: Some(inner), ..draft.clone() }, DraftRelay { name: outlet, cue }))
}

/// `the Herald, citing Brandt, said …`, `Reuters reported …, citing two officials`: only what is known as an outlet.
fn citing(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let (source, cue) = (draft.source?, draft.cue?.range);
    let sentence = reading.sentence(cue.start);
    // `, which cited Brandt`, inside of the phrase or behind it
    let is_relative = |at: usize| at > source.start && reading.is_word(at - 1, "which");
    let cites = |at: &usize| reading.is_any(*at, &["cited", "quoted", "cites", "quotes"]) && is_relative(*at);
    let beside = source.start..sentence.end.min(source.end + 3);
    let at = unquoted(reading, cue, &["citing", "quoting"]).or_else(|| beside.into_iter().find(cites))?;
    let stands_apart = at == sentence.start || reading.part(at - 1) == Part::Comma || is_relative(at);
    // `quoting officials, a radio station said`: read as one phrase
    let cited = Some(to_comma(reading, source)).filter(|cited| source.start == at + 1 && cited.end + 1 < source.end);
    let outlet = to_comma(reading, cited.map_or(source, |cited| TokenRange::new(cited.end + 1, source.end)));
    let passes_on =
        is_known_outlet(reading, outlet) || is_relative(at) && (is_outlet(reading, outlet) || outlet_within(reading, outlet).is_some());
    if !stands_apart || !passes_on {
        return None;
    }
    let speaker = to_comma(reading, phrase_after(reading, at + 1, sentence.end)?);
    // the outlet's own verb: `the Herald, citing Brandt, said …`
    let said = (speaker.end + 1 < sentence.end && reading.part(speaker.end) == Part::Comma).then_some(speaker.end + 1);
    let said = said.filter(|said| reading.words[*said].verb.is_some_and(|verb| verb.form != VerbForm::Gerund));
    let end = said.map_or(speaker.end, |said| said + 1);
    let parts = without(reading, draft, TokenRange::new(at.max(sentence.start + 1) - 1, end));
    let outlet = outlet_within(reading, outlet).filter(|_| is_relative(at)).unwrap_or(outlet);
    let relay = DraftRelay { name: outlet, cue: DraftCue { range: TokenRange::new(at, at + 1), lemma: "cite" } };
    Some((Draft { parts, source: Some(speaker), ..draft.clone() }, relay))
}

/// `Brandt said, according to prosecutors, that …`: she said it, they pass it on.
fn interrupted(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let (name, cue) = (draft.source?, draft.cue?);
    let sentence = reading.sentence(cue.range.start);
    let comma = cue.range.start.checked_sub(1).filter(|at| cue.lemma == "according to" && reading.part(*at) == Part::Comma)?;
    let head = comma.checked_sub(1).filter(|head| *head > sentence.start)?;
    let verb = cue_verb(reading, head, sentence.start).filter(|verb| verb.voice == Voice::Finite && verb.verb.takes(SPEECH | THAT))?;
    let speaker = subject_before(reading, sentence.start, verb.group.start)?;
    let parts = without(reading, draft, TokenRange::new(speaker.start, cue.range.start));
    let is_behind = parts.iter().all(|part| part.start >= name.end);
    let relay = DraftRelay { name: to_comma(reading, name), cue };
    let cue = Some(DraftCue::of(verb.verb, verb.group));
    is_behind.then(|| (Draft { parts, source: Some(speaker), cue, ..draft.clone() }, relay))
}

/// `the Herald reported that Brandt had said …`, `According to the Herald, Brandt said …`: what an outlet has of another is the other's; and
/// what anybody has of another by a clause with `that`: `Brandt wrote that …, according to a diary`.
fn nested(reading: &Reading<'_>, draft: &Draft) -> Option<(Draft, DraftRelay)> {
    let (source, cue) = (draft.source?, draft.cue?);
    let (part, rest) = draft.parts.split_first()?;
    let outlet = to_comma(reading, source);
    // documents seen by an outlet are no outlet
    let is_simple = outlet.indices().all(|at| !reading.is(at, FunctionWord::Preposition) || reading.is_word(at, "of"));
    let is_from_outlet = is_simple && is_known_outlet(reading, outlet);
    if !is_from_outlet && cue.lemma != "according to" {
        return None;
    }
    let start = if reading.is(part.start, FunctionWord::That) { part.start + 1 } else { part.start };
    let end = part.end.min(start + LONGEST_SUBJECT);
    let is_free = |index: &usize| !reading.quoted[*index] && !matches!(reading.part(*index), Part::Mark);
    let verb = (start + 1..end).take_while(is_free).find_map(|head| cue_verb(reading, head, start))?;
    let says = verb.voice == Voice::Finite && verb.verb.takes(SPEECH) && verb.verb.takes(THAT);
    let speaker = subject_before(reading, start, verb.group.start).filter(|speaker| says && speaker.start == start)?;
    let complement = complement(reading, &verb, part.end).filter(|complement| complement.start < part.end)?;
    // `has told borrowers to expect less, according to the bank` is the bank's own word
    if !is_from_outlet && !reading.is(complement.start, FunctionWord::That) {
        return None;
    }
    let parts = [TokenRange::new(complement.start, part.end)].into_iter().chain(rest.iter().copied()).collect();
    let inner = DraftCue::of(verb.verb, TokenRange::new(verb.group.start, complement.cue_end));
    let relay = DraftRelay { name: outlet, cue };
    Some((Draft { parts, source: Some(speaker), cue: Some(inner), addressee: complement.addressee, ..draft.clone() }, relay))
}

/// The first of `words` near the cue that stands outside of quotation marks and in no passive: `was quoted` names who is quoted before it.
fn unquoted(reading: &Reading<'_>, cue: TokenRange, words: &[&str]) -> Option<usize> {
    let sentence = reading.sentence(cue.start);
    let mut near = sentence.start.max(cue.start.saturating_sub(NEAR))..sentence.end.min(cue.end + NEAR);
    let is_passive = |at: usize| at > sentence.start && reading.is_any(at - 1, &["was", "were", "is", "are", "been", "being"]);
    near.find(|at| !reading.quoted[*at] && reading.is_any(*at, words) && !is_passive(*at))
}

/// The contents of `draft` before and behind `frame`, without the signs behind it.
fn without(reading: &Reading<'_>, draft: &Draft, frame: TokenRange) -> Vec<TokenRange> {
    let is_sign = |index: &usize| matches!(reading.part(*index), Part::Comma | Part::Colon | Part::Dash);
    let end = (frame.end..reading.words.len()).find(|index| !is_sign(index)).unwrap_or(frame.end);
    let before = |part: &TokenRange| TokenRange::new(part.start, part.end.min(frame.start).max(part.start));
    let behind = |part: &TokenRange| TokenRange::new(part.start.max(end).min(part.end), part.end);
    draft.parts.iter().flat_map(|part| [before(part), behind(part)]).filter(|part| reading.trimmed(*part).is_some()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::tests::passed_on_in;

    #[test]
    fn who_is_quoted_speaks() {
        let expected = ["Brandt / The Alden Herald / that the dam would hold"];
        assert_eq!(passed_on_in("The Alden Herald quoted Brandt as saying that the dam would hold."), expected);
        assert_eq!(
            passed_on_in("State television quotes the minister as saying the dam held."),
            ["the minister / State television / the dam held"]
        );
        assert_eq!(passed_on_in("State media quoted Brandt saying the dam held."), ["Brandt / State media / the dam held"]);
        assert_eq!(passed_on_in("The lawyer quoted Brandt as saying: “The dam held.”"), ["Brandt / The lawyer / The dam held."]);
        assert_eq!(passed_on_in("Brandt was quoted as saying the dam held."), ["Brandt /  / the dam held"]);
    }

    #[test]
    fn who_is_quoted_or_cited_speaks() {
        assert_eq!(
            passed_on_in("Brandt was quoted by the Alden Herald as saying that it would hold."),
            ["Brandt / the Alden Herald / that it would hold"]
        );
        assert_eq!(
            passed_on_in("The Alden Herald cited Brandt as denying that it would break."),
            ["Brandt / The Alden Herald / that it would break"]
        );
    }

    #[test]
    fn according_to_amid_a_clause_of_speech() {
        assert_eq!(
            passed_on_in("Police chief Brandt said, according to local media, that the dam held."),
            ["Police chief Brandt / local media / that the dam held"]
        );
    }

    #[test]
    fn what_an_outlet_has_of_another_is_the_others() {
        let expected = ["Brandt / The Alden Herald / that the dam would hold"];
        assert_eq!(passed_on_in("The Alden Herald reported that Brandt had said that the dam would hold."), expected);
        assert_eq!(
            passed_on_in("The harbor chief told investors the dam would hold, according to the Alden Herald."),
            ["The harbor chief / the Alden Herald / the dam would hold"]
        );
        assert_eq!(
            passed_on_in("The Alden Herald reported that the dam Brandt said was safe would break."),
            ["The Alden Herald /  / that the dam Brandt said was safe would break"]
        );
        assert_eq!(
            passed_on_in("Prosecutors said Brandt told investors that the dam would hold."),
            ["Prosecutors /  / Brandt told investors that the dam would hold", "Brandt / Prosecutors / that the dam would hold"]
        );
    }

    #[test]
    fn what_anybody_has_of_another_by_a_clause_is_the_others() {
        assert_eq!(
            passed_on_in("Brandt told a friend that the dam would “hold for years,” according to her diary."),
            ["Brandt / her diary / that the dam would “hold for years,”"]
        );
        assert_eq!(
            passed_on_in("Brandt has told her crew to expect a flood, according to her diary."),
            ["her diary /  / Brandt has told her crew to expect a flood"]
        );
    }

    #[test]
    fn whom_an_outlet_cites_speaks() {
        assert_eq!(
            passed_on_in("Quoting prison officials, a radio station in the city of Alden said that the dam would hold."),
            ["prison officials / a radio station in the city of Alden / that the dam would hold"]
        );
        assert_eq!(
            passed_on_in("The dam will hold, according to the Alden Herald, which cited two engineers.")[0],
            "two engineers / the Alden Herald / The dam will hold"
        );
        assert_eq!(
            passed_on_in("The Alden Herald quoted the harbor chief, Ana Brandt, as saying that the dam would hold."),
            ["the harbor chief, Ana Brandt / The Alden Herald / that the dam would hold"]
        );
        assert_eq!(
            passed_on_in("The Alden Herald reported that the dam would hold, citing Brandt."),
            ["Brandt / The Alden Herald / that the dam would hold"]
        );
        assert_eq!(
            passed_on_in("The Alden Herald, citing Brandt, said the dam would hold."),
            ["Brandt / The Alden Herald / the dam would hold"]
        );
        assert_eq!(
            passed_on_in("The dam will hold, the Alden Herald reported on Friday, citing two people familiar with the matter."),
            ["two people familiar with the matter / the Alden Herald / The dam will hold"]
        );
        assert_eq!(
            passed_on_in("Citing a letter from Brandt, the Alden Herald reported that the dam would hold."),
            ["a letter from Brandt / the Alden Herald / that the dam would hold"]
        );
        assert_eq!(passed_on_in("The ministry, citing engineers, said the dam would hold.")[0].split(" / ").next(), Some("The ministry"));
    }
}
