//! Where the phrase that names a source begins and ends, without a parser.

use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::VerbForm;
use crate::text::TokenRange;

/// Longest source, in tokens.
const LONGEST: usize = 45;

/// The subject that ends just before `at`, beginning at `floor` at the earliest.
///
/// Appositions and relative clauses that a comma closes belong to it, adverbials in front do not.
pub(super) fn subject_before(reading: &Reading<'_>, floor: usize, at: usize) -> Option<TokenRange> {
    let end = without_time(reading, floor, at);
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    match reading.part(last) {
        Part::Function(FunctionWord::SubjectPronoun) => (!reading.is_word(last, "there")).then(|| TokenRange::new(last, end)),
        Part::Function(FunctionWord::Relative) if !reading.is_word(last, "which") => Some(TokenRange::new(last, end)),
        Part::Function(FunctionWord::Relative | FunctionWord::That) => {
            let antecedent_end = if last > floor && reading.part(last - 1) == Part::Comma { last - 1 } else { last };
            subject_before(reading, floor, antecedent_end).filter(|range| range.end > range.start)
        }
        Part::Comma | Part::Dash => subject_with_apposition(reading, floor, last),
        Part::Function(FunctionWord::ObjectPronoun | FunctionWord::Determiner) | Part::Name | Part::Plain | Part::Number => {
            plain_subject(reading, floor, end)
        }
        Part::PossessiveMark | Part::Close | Part::Mark | Part::Sign => plain_subject(reading, floor, end),
        _ => None,
    }
}

/// `at`, moved before a day that stands between subject and verb: `Brandt on Thursday said`.
fn without_time(reading: &Reading<'_>, floor: usize, at: usize) -> usize {
    let mut end = at;
    while end > floor + 1 && reading.is(end - 1, FunctionWord::Time) {
        end -= 1;
        if end > floor + 1 && reading.is_any(end - 1, &["on", "late", "early"]) {
            end -= 1;
        }
    }
    end
}

/// A subject without commas of its own.
fn plain_subject(reading: &Reading<'_>, floor: usize, end: usize) -> Option<TokenRange> {
    let start = clause_start(reading, floor, end);
    let start = without_leading_adverbs(reading, start, end);
    if start >= end {
        return None;
    }
    let start = match reading.part(start) {
        Part::Function(FunctionWord::Preposition | FunctionWord::To | FunctionWord::Conjunction) => nearest_phrase(reading, start, end)?,
        Part::Plain if is_past(reading, start) && reading.is_word(start + 1, "by") && start + 2 < end => start + 2,
        Part::Plain if is_gerund(reading, start) => nearest_phrase(reading, start, end)?,
        _ => start,
    };
    let range = TokenRange::new(start, end);
    (is_nominal(reading, range) && range.len() <= LONGEST).then_some(range)
}

/// Where the clause that ends at `end` begins: after a comma, a conjunction, a subordinator, an auxiliary of another clause.
fn clause_start(reading: &Reading<'_>, floor: usize, end: usize) -> usize {
    let mut at = end;
    let mut depth = 0_usize;
    while at > floor {
        let index = at - 1;
        match reading.part(index) {
            Part::Close => depth += 1,
            Part::Open if depth > 0 => depth -= 1,
            Part::Open => return at,
            _ if depth > 0 => {}
            Part::Comma | Part::Semicolon | Part::Colon | Part::Dash | Part::Stop | Part::Ellipsis => return at,
            Part::Function(FunctionWord::That) if is_relative_that(reading, floor, index) => {}
            Part::Function(FunctionWord::Question | FunctionWord::Subordinator | FunctionWord::That) => return at,
            Part::Function(FunctionWord::Auxiliary) => match relative_before(reading, floor, index) {
                Some(relative) => {
                    at = relative;
                    continue;
                }
                None => return at,
            },
            Part::Function(FunctionWord::SubjectPronoun) if reading.is_word(index, "one") && reading.is_word(at, "of") => {}
            Part::Function(FunctionWord::SubjectPronoun) if at < end && relative_before(reading, floor, index).is_none() => {
                return at;
            }
            Part::Function(FunctionWord::Conjunction) if !joins_names(reading, floor, index) => return at,
            _ => {}
        }
        at = index;
    }
    at
}

/// Past tenses without `-ed` that often open a relative clause.
const IRREGULAR_PAST: [&str; 24] = [
    "took", "made", "came", "went", "lost", "won", "held", "left", "ran", "led", "got", "gave", "saw", "kept", "met", "paid", "sent",
    "sold", "spent", "stood", "built", "bought", "brought", "fell",
];

/// Whether the `that` at `index` opens a relative clause whose subject it is: `firms that took part`.
fn is_relative_that(reading: &Reading<'_>, floor: usize, index: usize) -> bool {
    let follows_noun = index > floor && reading.part(index - 1) == Part::Plain && reading.words[index - 1].verb.is_none();
    follows_noun && (is_past(reading, index + 1) || reading.is_any(index + 1, &IRREGULAR_PAST))
}

/// The relative pronoun at most six tokens before `index`, whose clause the auxiliary at `index` belongs to.
fn relative_before(reading: &Reading<'_>, floor: usize, index: usize) -> Option<usize> {
    let first = floor.max(index.saturating_sub(6));
    (first..index).rev().find(|at| reading.is(*at, FunctionWord::Relative))
}

/// Whether the conjunction at `index` joins two short phrases rather than two clauses.
fn joins_names(reading: &Reading<'_>, floor: usize, index: usize) -> bool {
    if !reading.is_any(index, &["and", "or", "&"]) || index <= floor {
        return false;
    }
    let mut at = index;
    while at > floor && index - at < 6 {
        let part = reading.part(at - 1);
        let goes_on = matches!(
            part,
            Part::Name
                | Part::Plain
                | Part::PossessiveMark
                | Part::Number
                | Part::Function(FunctionWord::Determiner | FunctionWord::Possessive)
        ) || reading.is_any(at - 1, &["of", "for"]);
        if !goes_on {
            return at < index && !matches!(part, Part::Function(FunctionWord::Auxiliary | FunctionWord::Preposition | FunctionWord::To));
        }
        if is_past(reading, at - 1) {
            return false;
        }
        at -= 1;
    }
    at <= floor
}

pub(super) fn is_past(reading: &Reading<'_>, index: usize) -> bool {
    reading.part(index) == Part::Plain
        && (reading.words[index].verb.is_some_and(|verb| matches!(verb.form, VerbForm::Past))
            || reading.document.word(index).ends_with("ed"))
}

pub(super) fn is_gerund(reading: &Reading<'_>, index: usize) -> bool {
    reading.document.word(index).ends_with("ing")
}

/// `start`, moved behind adverbs, conjunctions and times: `And last week the council`.
pub(super) fn without_leading_adverbs(reading: &Reading<'_>, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        match reading.part(at) {
            // `Thursday's edition`
            Part::Function(FunctionWord::Time) if reading.part(at + 1) == Part::PossessiveMark => break,
            _ if is_stretch_of_time(reading, at) => {
                if at + 2 >= end || reading.part(at + 2) == Part::PossessiveMark {
                    break;
                }
                at += 2;
            }
            Part::Function(FunctionWord::Adverb | FunctionWord::Time | FunctionWord::Conjunction | FunctionWord::Subordinator)
            | Part::Mark => at += 1,
            _ => break,
        }
    }
    at
}

/// Whether `last week`, `this year` or the like stands at the token.
pub(super) fn is_stretch_of_time(reading: &Reading<'_>, at: usize) -> bool {
    // the programme `This Morning` is none
    let is_noun = reading.is_any(at + 1, &TIMES) && !reading.words[at + 1].is_capital;
    is_noun && reading.is_any(at, &["last", "next", "this"])
}

/// Nouns of time behind `last`, `next` and `this`.
const TIMES: [&str; 13] =
    ["week", "month", "year", "night", "weekend", "morning", "afternoon", "evening", "spring", "summer", "autumn", "winter", "season"];

/// Start of the phrase nearest to `end`, no preposition in it: `Mr. Brandt` in `On Monday Mr. Brandt`.
pub(super) fn nearest_phrase(reading: &Reading<'_>, floor: usize, end: usize) -> Option<usize> {
    let mut at = end;
    while at > floor {
        match reading.part(at - 1) {
            Part::Name | Part::Plain | Part::Number | Part::PossessiveMark | Part::Mark => at -= 1,
            Part::Function(FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::SubjectPronoun) => {
                at -= 1;
                break;
            }
            _ => break,
        }
    }
    (at < end).then_some(at)
}

/// A subject whose last apposition or relative clause the comma (or dash) at `comma` closes.
fn subject_with_apposition(reading: &Reading<'_>, floor: usize, comma: usize) -> Option<TokenRange> {
    let mut starts = vec![comma];
    let mut at = comma;
    let mut depth = 0_usize;
    while at > floor {
        match reading.part(at - 1) {
            Part::Close => depth += 1,
            Part::Open => depth = depth.saturating_sub(1),
            Part::Comma | Part::Dash if depth == 0 => starts.push(at),
            Part::Semicolon | Part::Colon | Part::Stop if depth == 0 => break,
            _ => {}
        }
        at -= 1;
    }
    starts.push(at);
    // From left to right: the first segment that is a noun phrase holds the head.
    for pair in starts.windows(2).rev() {
        let (segment_end, start) = (pair[0], pair[1]);
        let end = if segment_end == comma { comma } else { segment_end - 1 };
        if start >= end || segment_end == comma && starts.len() > 2 {
            continue;
        }
        if let Some(head) = head_segment(reading, start, end)
            && comma - head <= LONGEST
        {
            return Some(TokenRange::new(head, comma));
        }
    }
    None
}

/// Start of the noun phrase that the segment `start..end` ends with; `None` where it is an adverbial or a clause.
fn head_segment(reading: &Reading<'_>, start: usize, end: usize) -> Option<usize> {
    let first = without_leading_adverbs(reading, start, end);
    if first >= end || is_stretch_of_time(reading, first) && first + 2 == end {
        return None;
    }
    let begins_adverbial = match reading.part(first) {
        Part::Function(part) => matches!(
            part,
            FunctionWord::Preposition
                | FunctionWord::To
                | FunctionWord::Question
                | FunctionWord::Relative
                | FunctionWord::Auxiliary
                | FunctionWord::ObjectPronoun
        ),
        Part::Plain | Part::Name => is_gerund(reading, first) && end - first > 1,
        _ => false,
    };
    let has_verb = (first..end).any(|index| reading.is(index, FunctionWord::Auxiliary) || is_past(reading, index));
    // `after the release of the audio, Brandt, who`
    let is_time = reading.is_any(start, &["after", "before", "since", "until"]);
    let is_subordinate = is_time || reading.is(start, FunctionWord::Subordinator) && has_verb;
    if begins_adverbial || is_subordinate {
        return None;
    }
    let head = subject_before(reading, first, end)?;
    let is_clause = (first..head.start).any(|index| reading.is(index, FunctionWord::Auxiliary)) && !reading.words[head.start].is_capital;
    (!is_clause).then_some(head.start)
}

/// Whether `range` can name somebody.
pub(super) fn is_nominal(reading: &Reading<'_>, range: TokenRange) -> bool {
    range.indices().any(|index| reading.words[index].is_noun_like())
        || range
            .indices()
            .any(|index| matches!(reading.part(index), Part::Function(FunctionWord::Determiner | FunctionWord::SubjectPronoun)))
}

/// The phrase that begins at `start`, to `limit` at most: after `said` or `according to`.
pub(super) fn phrase_after(reading: &Reading<'_>, start: usize, limit: usize) -> Option<TokenRange> {
    let first = reading.part(start);
    if start >= limit {
        return None;
    }
    // `her agent`; `her` alone is whom
    let owns = reading.is_word(start, "her") && start + 1 < limit && reading.part(start + 1) == Part::Plain;
    if let Part::Function(FunctionWord::SubjectPronoun | FunctionWord::ObjectPronoun) = first
        && !reading.is_any(start, &["one", "everyone"])
        && !owns
    {
        return Some(TokenRange::new(start, start + 1));
    }
    let begins = matches!(first, Part::Name | Part::Plain | Part::Number | Part::Mark | Part::Sign)
        || matches!(first, Part::Function(FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::SubjectPronoun));
    if !(begins || owns) || (first == Part::Plain && is_gerund(reading, start)) {
        return None;
    }
    let end = phrase_end(reading, start, limit);
    let range = TokenRange::new(start, end);
    is_nominal(reading, range).then_some(range)
}

fn phrase_end(reading: &Reading<'_>, start: usize, limit: usize) -> usize {
    let mut at = start + 1;
    let mut in_apposition = false;
    let is_name = reading.part(start) == Part::Name;
    while at < limit && at - start < LONGEST {
        match reading.part(at) {
            Part::Stop | Part::Semicolon | Part::Colon | Part::Dash | Part::Ellipsis => return at,
            Part::Comma if at + 1 < limit && continues_phrase(reading, at + 1, limit) => in_apposition = true,
            Part::Comma => return at,
            // `the Sunday Times`
            Part::Function(FunctionWord::Time) if at == start + 1 && reading.part(at + 1) == Part::Name => {}
            Part::Function(FunctionWord::Subordinator | FunctionWord::Time | FunctionWord::Question) if !in_apposition => return at,
            Part::Function(FunctionWord::To) if !in_apposition && !is_close_to(reading, at) => return at,
            Part::Function(FunctionWord::Adverb | FunctionWord::Auxiliary) if !in_apposition => return at,
            Part::Function(FunctionWord::That) if !in_apposition && reading.part(at - 1) == Part::Name => return at,
            Part::Function(FunctionWord::Conjunction) if reading.is_word(at, "but") => return at,
            Part::Function(FunctionWord::Preposition) if !in_apposition && leaves_phrase(reading, at, is_name) => return at,
            Part::Plain if !in_apposition && is_gerund(reading, at) && reading.part(at - 1) == Part::Name => return at,
            _ => {}
        }
        at += 1;
    }
    at
}

/// Whether the `to` at `at` joins a noun to another: `a person close to the ministry`, `an aide to Brandt`.
fn is_close_to(reading: &Reading<'_>, at: usize) -> bool {
    reading.part(at - 1) == Part::Plain
        && matches!(reading.part(at + 1), Part::Name | Part::Function(FunctionWord::Determiner | FunctionWord::Possessive))
}

/// Whether the preposition at `at` begins an adverbial of the act of speech: `in a statement`.
fn leaves_phrase(reading: &Reading<'_>, at: usize, is_name: bool) -> bool {
    let is_venue = reading
        .is_any(at, &["in", "on", "at", "during", "via", "about", "into", "over", "through", "ahead", "amid", "following"])
        || (is_name && reading.is_word(at, "by"));
    is_venue && (is_name || reading.part(at + 1) != Part::Name || reading.is(at + 1, FunctionWord::Time))
}

/// Whether what begins at `at`, after a comma, still belongs to the phrase: an apposition, an age, a relative clause.
pub(super) fn continues_phrase(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    match reading.part(at) {
        Part::Number => true,
        Part::Function(FunctionWord::Determiner) => {
            !reading.is(at + 1, FunctionWord::Auxiliary) && !has_auxiliary_before_comma(reading, at, limit)
        }
        Part::Function(FunctionWord::Relative | FunctionWord::Possessive) => !reading.is_word(at, "which") || at + 2 < limit,
        Part::Name => !has_auxiliary_before_comma(reading, at, limit),
        Part::Function(FunctionWord::Adverb) => {
            reading.is_any(at, &["now", "then", "also", "formerly"]) && reading.is(at + 1, FunctionWord::Determiner)
        }
        Part::Plain if reading.is_word(at, "speaking") => true,
        Part::Function(FunctionWord::Preposition) => reading.is_word(at, "including"),
        Part::Plain => !is_gerund(reading, at) && !is_past(reading, at) && !has_auxiliary_before_comma(reading, at, limit),
        _ => false,
    }
}

fn has_auxiliary_before_comma(reading: &Reading<'_>, at: usize, limit: usize) -> bool {
    (at..limit)
        .take_while(|index| !matches!(reading.part(*index), Part::Comma | Part::Stop) && !reading.is(*index, FunctionWord::Relative))
        .any(|index| {
            reading.is(index, FunctionWord::Auxiliary)
                || (reading.is(index, FunctionWord::SubjectPronoun) && !reading.is_word(index, "one"))
        })
}

#[cfg(test)]
mod tests {
    use super::super::tests::found;

    #[test]
    fn a_subject_keeps_the_day_that_owns_it() {
        assert_eq!(found("Thursday's report said the dam was safe."), ["Thursday's report | said | the dam was safe"]);
        assert_eq!(found("On Thursday a report said the dam was safe."), ["a report | said | the dam was safe"]);
        assert_eq!(found("Last week's report said the dam was safe."), ["Last week's report | said | the dam was safe"]);
        assert_eq!(found("Last week Alden's council said the dam was safe."), ["Alden's council | said | the dam was safe"]);
        assert_eq!(found("This year the council said the dam was safe."), ["the council | said | the dam was safe"]);
        let text = "This Morning host Ana Brandt said the dam was safe.";
        assert_eq!(found(text), ["This Morning host Ana Brandt | said | the dam was safe"]);
        let text = "Earlier this week, Ana Brandt, the mayor, said the dam was safe.";
        assert_eq!(found(text), ["Ana Brandt, the mayor | said | the dam was safe"]);
    }

    #[test]
    fn what_was_before_is_no_subject() {
        assert_eq!(
            found("After the release of the report, Ana Brandt, who built the dam, said it was safe."),
            ["Ana Brandt, who built the dam | said | it was safe"]
        );
    }
}
