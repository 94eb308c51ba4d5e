//! Who passed a quotation on: `as quoted by the Herald`, `told CNN`, `documents seen by the Gazette`.

use super::according::cue_and_source;
use super::clause::addressee_after;
use super::cue::{Voice, cue_verb};
use super::draft::{Draft, DraftCue};
use super::follow_up::relays_behind;
use super::lead_in::relays_ahead;
use super::noun_phrase::{phrase_after, subject_before};
use super::outlets::{has_outlet_name, is_known_outlet, is_outlet, outlet_after, outlet_of_staff, outlet_within, to_comma};
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::ADDRESSEE;
use crate::text::TokenRange;

/// Participles before `by` that name whoever passed words on.
const QUOTED_BY: [(&str, &str); 4] = [("quoted", "quote"), ("cited", "cite"), ("relayed", "relay"), ("paraphrased", "paraphrase")];

/// Participles before `by` that name an outlet: of others they say something else.
const SEEN_BY: [(&str, &str); 4] = [("seen", "see"), ("obtained", "obtain"), ("reviewed", "review"), ("viewed", "view")];

/// Participles before `by`, `in` or `on` that name an outlet, where it is known as one: of other bodies they say whose work it is.
const REPORTED_BY: [(&str, &str); 12] = [
    ("quoted", "quote"),
    ("released", "release"),
    ("issued", "issue"),
    ("read", "read"),
    ("reported", "report"),
    ("published", "publish"),
    ("printed", "print"),
    ("carried", "carry"),
    ("aired", "air"),
    ("broadcast", "broadcast"),
    ("televised", "televise"),
    ("shown", "show"),
];

/// Participles of a clause about the speaker, before `by` and an outlet that is known as one.
const ASKED_BY: [(&str, &str); 9] = [
    ("interviewed", "interview"),
    ("reached", "reach"),
    ("contacted", "contact"),
    ("approached", "approach"),
    ("asked", "ask"),
    ("questioned", "question"),
    ("recorded", "record"),
    ("filmed", "film"),
    ("overheard", "overhear"),
];

/// Words of time between such a participle and its preposition: `published late on Sunday by the Herald`.
const LONGEST_TIME: usize = 4;

/// What is said before `with` or `to` an outlet.
const SPOKEN: [(&str, &str, &str); 20] = [
    ("interview", "with", "interview with"),
    ("interview", "to", "interview to"),
    ("statement", "to", "statement to"),
    ("email", "to", "email to"),
    ("emails", "to", "email to"),
    ("message", "to", "message to"),
    ("speaking", "to", "speak to"),
    ("speaking", "with", "speak with"),
    ("spoke", "to", "speak to"),
    ("spoke", "with", "speak with"),
    ("comments", "to", "comments to"),
    ("remarks", "to", "remarks to"),
    ("sent", "to", "send to"),
    ("emailed", "to", "email to"),
    ("given", "to", "give to"),
    ("provided", "to", "provide to"),
    ("released", "to", "release to"),
    ("issued", "to", "issue to"),
    ("made", "to", "make to"),
    ("shared", "with", "share with"),
];

/// Who speaks for another: `Brandt said through his lawyer`.
const GO_BETWEENS: [&str; 20] = [
    "lawyer",
    "lawyers",
    "attorney",
    "attorneys",
    "solicitor",
    "solicitors",
    "barrister",
    "counsel",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "spokespeople",
    "representative",
    "representatives",
    "agent",
    "publicist",
    "aide",
    "aides",
    "intermediary",
    "intermediaries",
];

/// Verbs with which an outlet adds whose words those were: `Brandt quit, the Herald said`.
const ADDED_BY: [&str; 14] = [
    "reported",
    "reports",
    "said",
    "says",
    "wrote",
    "writes",
    "told",
    "tells",
    "revealed",
    "reveals",
    "disclosed",
    "discloses",
    "claimed",
    "claims",
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
/// `subjects` are those who pass it on as the subject of a clause.
pub(super) fn relays(reading: &Reading<'_>, draft: &Draft, subjects: Vec<DraftRelay>) -> (Vec<DraftRelay>, Option<TokenRange>) {
    let Some(cue) = draft.cue else { return (Vec::new(), draft.addressee) };
    let mut addressee = draft.addressee.or_else(|| spoken_to(reading, draft, cue));
    let mut found = subjects;
    let told = addressee.and_then(|name| {
        // `told it`: whether that is an outlet is seen when it is led to its entity
        let is_it = name.len() == 1 && reading.is_word(name.start, "it");
        let outlet = Some(name).filter(|name| is_it || is_outlet(reading, *name));
        outlet.or_else(|| outlet_after(reading, name.start, name.end))
    });
    if let Some(name) = told {
        found.push(DraftRelay { name, cue });
        addressee = None;
    }
    let sentence = reading.sentence(cue.range.start);
    let from = sentence.start.max(cue.range.start.saturating_sub(REACH));
    let to = sentence.end.min(cue.range.end + REACH);
    for at in (from..to).filter(|at| !reading.quoted[*at] && !draft.parts.iter().any(|part| part.indices().contains(at))) {
        let relay = through(reading, at, sentence)
            .or_else(|| outlet_at(reading, draft, at, sentence))
            .or_else(|| said_to(reading, cue, at, sentence.end))
            .or_else(|| other_source(reading, draft, cue, at, sentence.end))
            .or_else(|| was_told(reading, cue, at, sentence))
            .or_else(|| told_later(reading, draft, cue, at, sentence.end))
            .or_else(|| reported(reading, draft, cue, at, sentence));
        let is_new =
            |relay: &DraftRelay| found.iter().all(|known| known.name.end <= relay.name.start || relay.name.end <= known.name.start);
        let speaks =
            |relay: &DraftRelay| draft.source.is_some_and(|source| relay.name.start <= source.start && source.end <= relay.name.end);
        if let Some(relay) = relay.filter(is_new).filter(|relay| !speaks(relay)) {
            found.push(relay);
        }
    }
    if found.is_empty() {
        found = relays_behind(reading, draft);
    }
    if found.is_empty() && addressee.is_none() {
        found = relays_ahead(reading, draft);
    }
    for relay in &mut found {
        relay.name = outlet_itself(reading, relay.name, sentence.end);
    }
    (found, addressee)
}

/// The outlet that the preposition at `at` leads to, or the verb before it.
pub(super) fn outlet_at(reading: &Reading<'_>, draft: &Draft, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    if !matches!(reading.part(at), Part::Function(FunctionWord::Preposition | FunctionWord::To)) {
        return gave_interview(reading, at, sentence.end);
    }
    passed_on(reading, at, sentence.end)
        .or_else(|| printed(reading, at, sentence))
        .or_else(|| spoken_with(reading, at, sentence.end))
        .or_else(|| gave_interview(reading, at, sentence.end))
        .or_else(|| edition(reading, at, sentence.end))
        .or_else(|| said_in(reading, draft, at, sentence.end))
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
        .or_else(|| of(&ASKED_BY).filter(|_| names_known_outlet(reading, name)))?;
    // `recorded by a stringer for the Herald`
    let name = outlet_within(reading, name).filter(|_| of(&ASKED_BY).is_some()).unwrap_or(name);
    let start = if last > 0 && reading.is_word(last - 1, "as") { last - 1 } else { last };
    Some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(start, at + 1), lemma } })
}

fn names_known_outlet(reading: &Reading<'_>, name: TokenRange) -> bool {
    is_known_outlet(reading, name) || outlet_within(reading, name).is_some()
}

/// `published on Sunday by the Herald`, `aired on state television`, the preposition standing at `at`.
fn printed(reading: &Reading<'_>, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    if !reading.is_any(at, &["by", "in", "on"]) {
        return None;
    }
    const BETWEEN: [&str; 14] =
        ["on", "in", "late", "first", "behalf", "his", "her", "their", "aloud", "out", "outside", "inside", "court", "there"];
    let is_time = |index: &usize| reading.is(*index, FunctionWord::Time) || reading.is_any(*index, &BETWEEN);
    let first = sentence.start.max(at.saturating_sub(LONGEST_TIME + 1));
    let last = (first..at).rev().find(|index| !is_time(index))?;
    let (_, lemma) = REPORTED_BY.iter().find(|(word, _)| reading.is_word(last, word))?;
    let name = to_comma(reading, phrase_after(reading, at + 1, sentence.end)?);
    let is_read_by = *lemma == "read" && reading.part(name.end - 1) == Part::Name;
    if reading.is_word(at, "by") && (is_go_between(reading, name) || is_read_by || reading.is_word(at - 1, "behalf")) {
        return Some(DraftRelay {
            name: or_own_name(reading, name, sentence.end),
            cue: DraftCue { range: TokenRange::new(last, at + 1), lemma },
        });
    }
    // where somebody published it themselves is the place, not a relay: `published on the club's website`
    let is_own = reading.is_any(name.end - 1, &["website", "site", "blog", "page", "account"]);
    let is_on_air = ["broadcast", "air", "televise"].contains(lemma) && is_outlet(reading, name);
    // `remarks carried by the Norland Agency`
    let carries = *lemma == "carry" && reading.is_word(at, "by") && reading.names_organization(name);
    // `is quoted in Monday's Crop & Stockman as saying`
    let quotes = *lemma == "quote" && reading.part(name.end - 1) == Part::Name;
    let passes_on = !is_own && (is_on_air || carries || quotes || is_known_outlet(reading, name));
    passes_on.then_some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(last, at + 1), lemma } })
}

/// `Brandt said through his lawyer`, `via a spokesman`, `via the Herald`, the preposition standing at `at`.
fn through(reading: &Reading<'_>, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    let by_way = at >= sentence.start + 2 && reading.is_word(at, "of") && reading.is_word(at - 1, "way") && reading.is_word(at - 2, "by");
    let lemma = ["through", "via"].into_iter().find(|word| reading.is_word(at, word)).or(by_way.then_some("by way of"))?;
    let name = to_comma(reading, phrase_after(reading, at + 1, sentence.end)?);
    let passes_on = is_go_between(reading, name) || (lemma == "via" && is_outlet(reading, name));
    let name = if is_go_between(reading, name) { or_own_name(reading, name, sentence.end) } else { name };
    passes_on.then_some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(at, at + 1), lemma } })
}

/// `in an interview with the Herald`, `speaking to the Herald`, the preposition standing at `at`.
pub(super) fn spoken_with(reading: &Reading<'_>, at: usize, end: usize) -> Option<DraftRelay> {
    let before = at.checked_sub(1)?;
    let named = || outlet_after(reading, at + 1, end);
    let spoken = |before: usize| {
        let found = SPOKEN.iter().find(|(word, preposition, _)| reading.is_word(at, preposition) && reading.is_word(before, word));
        found.map(|(_, _, lemma)| DraftCue { range: TokenRange::new(before, at + 1), lemma })
    };
    let Some(cue) = spoken(before) else {
        // `spoke from prison to the Herald`
        let name = named()?;
        let goes_on = |index: &usize| !matches!(reading.part(*index), Part::Comma | Part::Mark | Part::Semicolon | Part::Colon);
        let cue = (at.saturating_sub(LONGEST_TIME + 2)..before).rev().take_while(goes_on).find_map(spoken)?;
        return Some(DraftRelay { name, cue });
    };
    let name = phrase_after(reading, at + 1, end).map(|name| to_comma(reading, name)).filter(|name| is_outlet(reading, *name));
    Some(DraftRelay { name: name.or_else(named)?, cue })
}

/// `Brandt confirmed to the Herald that …`, the `to` standing at `at`.
fn said_to(reading: &Reading<'_>, cue: DraftCue, at: usize, end: usize) -> Option<DraftRelay> {
    if at != cue.range.end || !reading.is_word(at, "to") {
        return None;
    }
    let name = to_comma(reading, phrase_after(reading, at + 1, end)?);
    is_known_outlet(reading, name)
        .then_some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(cue.range.start, at + 1), lemma: cue.lemma } })
}

/// `Brandt said in the Herald`, `speaking on Radio Norland`, the preposition standing at `at`: an outlet with its name.
fn said_in(reading: &Reading<'_>, draft: &Draft, at: usize, end: usize) -> Option<DraftRelay> {
    let is_in_source = draft.source.is_some_and(|source| source.indices().contains(&at));
    if is_in_source && !reading.is_any(at.wrapping_sub(1), &["speaking", "appearing"]) {
        return None;
    }
    let lemma = ["in", "on", "for"].into_iter().find(|word| reading.is_word(at, word))?;
    let proper = phrase_after(reading, at + 1, end).and_then(|phrase| proper_name(reading, phrase));
    let name = proper.filter(|name| has_outlet_name(reading, *name)).or_else(|| outlet_after(reading, at + 1, end))?;
    Some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(at, at + 1), lemma } })
}

/// `…, per the ministry’s website` or `…, according to prosecutors`, beside a content that has its speaker.
fn other_source(reading: &Reading<'_>, draft: &Draft, cue: DraftCue, at: usize, end: usize) -> Option<DraftRelay> {
    if !reading.is_any(at, &["according", "per"]) || matches!(cue.lemma, "per" | "according to") || draft.source.is_none() {
        return None;
    }
    let (cue, name) = cue_and_source(reading, at, end)?;
    let is_source = draft.source.is_some_and(|source| source.start < name.end && name.start < source.end);
    let venue = || said_in(reading, draft, name.end, end).map(|relay| relay.name);
    let name = outlet_within(reading, name).or_else(venue).unwrap_or_else(|| to_comma(reading, name));
    (!is_source).then_some(DraftRelay { name, cue })
}

/// `Brandt warned that it might break, the Herald reported.` Of other verbs only what is known as an outlet is the subject.
fn reported(reading: &Reading<'_>, draft: &Draft, cue: DraftCue, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    let content = draft.parts.iter().map(|part| part.end).max()?;
    if at < content || !reading.is_any(at, &ADDED_BY) || cue.range.indices().contains(&at) {
        return None;
    }
    let reports = reading.is_any(at, &["reported", "reports"]);
    let is_subject = |name: &TokenRange| match reports {
        true => is_outlet(reading, *name),
        false => is_known_outlet(reading, *name) || is_go_between(reading, *name),
    };
    let group = cue_verb(reading, at, content.max(sentence.start)).filter(|verb| verb.voice == Voice::Finite);
    let verb = group.map_or(at, |verb| verb.group.start);
    let name = subject_before(reading, content.max(sentence.start), verb).filter(is_subject)?;
    let is_source = draft.source.is_none_or(|source| source.start < name.end && name.start < source.end);
    let follows_comma = name.start > content && reading.part(name.start - 1) == Part::Comma;
    let lemma = reading.words[at].verb.map_or("report", |verb| verb.verb.lemma);
    (!is_source && follows_comma).then_some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(at, at + 1), lemma } })
}

/// `name`, or the outlet that it works for: `the paper` of `the paper's editor`; or its own name: `RTM` of `the state network, RTM`.
fn outlet_itself(reading: &Reading<'_>, name: TokenRange, end: usize) -> TokenRange {
    if let Some(outlet) = outlet_of_staff(reading, name) {
        return outlet;
    }
    let own = or_own_name(reading, to_comma(reading, name), end);
    if own.start > name.start && !has_outlet_name(reading, name) && reading.names_outlet(own) { own } else { name }
}

/// The name that stands beside `name`, where commas set one off: `Dana Weiss` of `his lawyer, Dana Weiss, …`.
fn or_own_name(reading: &Reading<'_>, name: TokenRange, end: usize) -> TokenRange {
    let beside = name.end + 1;
    let is_apposition = |own: &TokenRange| {
        let closes = own.end >= end || !matches!(reading.part(own.end), Part::Plain | Part::Function(_));
        reading.part(own.start) == Part::Name && closes
    };
    let own = (beside < end && reading.part(name.end) == Part::Comma).then(|| phrase_after(reading, beside, end)).flatten();
    own.map(|own| to_comma(reading, own)).filter(is_apposition).unwrap_or(name)
}

/// `gave the Herald an interview in which she said …`, the verb standing right before `at`.
pub(super) fn gave_interview(reading: &Reading<'_>, at: usize, end: usize) -> Option<DraftRelay> {
    if at == 0 || !reading.is_any(at - 1, &["gave", "given", "granted", "giving", "granting"]) {
        return None;
    }
    let interview = (at..end.min(at + LONGEST_TIME + 6)).find(|index| reading.is_word(*index, "interview"))?;
    let before = (at..interview).rev().find(|index| reading.is(*index, FunctionWord::Determiner))?;
    let name = reading.trimmed(TokenRange::new(at, before))?;
    let cue = DraftCue { range: TokenRange::new(at - 1, at), lemma: "give" };
    is_outlet(reading, name).then_some(DraftRelay { name, cue })
}

/// `in Tuesday's edition of Morgunbladid`, the preposition standing at `at`.
fn edition(reading: &Reading<'_>, at: usize, end: usize) -> Option<DraftRelay> {
    let before =
        at.checked_sub(1).filter(|before| reading.is_word(at, "of") && reading.is_any(*before, &["edition", "issue", "episode"]))?;
    let name = proper_name(reading, phrase_after(reading, at + 1, end)?)?;
    let is_named = name.indices().any(|index| reading.part(index) == Part::Name);
    is_named.then_some(DraftRelay { name, cue: DraftCue { range: TokenRange::new(before, at + 1), lemma: "edition of" } })
}

/// Whether the first noun of `name` is one of those who speak for another.
fn is_go_between(reading: &Reading<'_>, name: TokenRange) -> bool {
    let head = name.indices().find(|index| reading.part(*index) == Part::Plain);
    head.is_some_and(|head| reading.is_any(head, &GO_BETWEENS))
}

/// `The Herald was told by two officers that …`, the `told` standing at `at`.
fn was_told(reading: &Reading<'_>, cue: DraftCue, at: usize, sentence: TokenRange) -> Option<DraftRelay> {
    if !cue.range.indices().contains(&at) || !reading.is_word(at, "told") {
        return None;
    }
    let verb = cue_verb(reading, at, sentence.start).filter(|verb| verb.voice == Voice::Passive)?;
    let name = subject_before(reading, sentence.start, verb.group.start).map(|name| to_comma(reading, name))?;
    is_known_outlet(reading, name).then_some(DraftRelay { name, cue })
}

/// `Brandt said it would hold, a go-between told the Herald`, the `told` standing at `at`: the Herald.
fn told_later(reading: &Reading<'_>, draft: &Draft, cue: DraftCue, at: usize, end: usize) -> Option<DraftRelay> {
    let content = draft.parts.iter().map(|part| part.end).max()?;
    if at.checked_sub(1)? < content || !reading.is_word(at - 1, "told") || cue.range.indices().contains(&(at - 1)) {
        return None;
    }
    let name = to_comma(reading, addressee_after(reading, at, end)?);
    let cue = DraftCue { range: TokenRange::new(at - 1, at), lemma: "tell" };
    is_outlet(reading, name).then_some(DraftRelay { name, cue })
}

/// The proper name that `phrase` begins with, an article in front.
fn proper_name(reading: &Reading<'_>, phrase: TokenRange) -> Option<TokenRange> {
    let is_article = |at: usize| at == phrase.start && reading.is(at, FunctionWord::Determiner);
    let end = phrase.indices().find(|at| !is_article(*at) && !matches!(reading.part(*at), Part::Name | Part::Number));
    let name = TokenRange::new(phrase.start, end.unwrap_or(phrase.end));
    (!name.is_empty()).then_some(name)
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
    fn an_outlet_that_was_told_or_printed_it() {
        assert_eq!(relays("Brandt said in the Alden Herald on Friday that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("Speaking on Radio Norland, Brandt said it would hold."), ["Radio Norland / -"]);
        assert_eq!(relays("Brandt confirmed to the Alden Herald that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("It would hold, Brandt said in an email to the Alden Herald."), ["the Alden Herald / -"]);
        assert_eq!(relays("Brandt said in an email seen by the Alden Herald that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(
            relays("“It will hold,” Brandt said in a statement carried by the Norland News Agency."),
            ["the Norland News Agency / -"]
        );
        assert_eq!(relays("Brandt told state television that it would hold."), ["state television / -"]);
        assert_eq!(relays("In an interview published on Sunday by the Alden Herald, Brandt said it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("In remarks broadcast on state television, Brandt said it would hold."), ["state television / -"]);
        assert_eq!(relays("Brandt said in a statement sent to the Alden Herald that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("“It will hold,” Brandt said (via the Alden Herald)."), ["the Alden Herald / -"]);
        assert_eq!(relays("“It will hold,” Brandt said, local broadcaster TV4 said."), ["local broadcaster TV4 / -"]);
        assert_eq!(relays("Brandt said that it would hold, a note seen by the Alden Herald showed."), ["the Alden Herald / -"]);
    }

    #[test]
    fn an_outlet_that_asked_or_was_told() {
        assert_eq!(relays("Interviewed by the Alden Herald before the vote, Brandt said that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("“It will hold,” said Brandt, recorded by a stringer for the Alden Herald."), ["the Alden Herald / -"]);
        assert_eq!(relays("Brandt gave the Alden Herald an interview in which she said that it would hold."), ["the Alden Herald / -"]);
        assert_eq!(relays("“It will hold,” Brandt said in Tuesday's edition of Morgunbladid."), ["Morgunbladid / -"]);
        assert_eq!(
            relays("“It will hold,” Brandt said. The statement was carried by state television and repeated."),
            ["state television / -"]
        );
        assert_eq!(relays("Asked by the police, Brandt said that it would hold."), [" / -"]);
        assert_eq!(relays("Brandt told the paper's business editor that it would hold."), ["the paper / -"]);
    }

    #[test]
    fn a_go_between() {
        assert_eq!(relays("“It will hold,” Brandt said through her lawyer, Dana Weiss."), ["Dana Weiss / -"]);
        assert_eq!(relays("“It will hold,” Brandt said in a statement read by her lawyer on Monday."), ["her lawyer / -"]);
        assert_eq!(relays("“It will hold,” Brandt said by way of a spokesman."), ["a spokesman / -"]);
        assert_eq!(relays("Brandt said through his lawyer that it would hold."), ["his lawyer / -"]);
        assert_eq!(relays("Via a spokeswoman, Brandt said that it would hold."), ["a spokeswoman / -"]);
        assert_eq!(relays("Brandt said via an interpreter that it would hold."), [" / -"]);
        assert_eq!(relays("Brandt said through tears that it would hold."), [" / -"]);
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
        assert_eq!(relays("It was reported by the Alden Herald that the dam would hold."), [" / -"]);
        assert_eq!(relays("Brandt said in a statement published on the ministry's website that it would hold."), [" / -"]);
        assert_eq!(relays("Brandt said in the Alden Post Office that it would hold."), [" / -"]);
        assert_eq!(relays("Brandt said in a report for the Alden Broadcasting Committee that it would hold."), [" / -"]);
        assert_eq!(relays("A plan reviewed by engineers will work, Brandt said."), [" / -"]);
    }
}
