//! Several claims in one sentence: coordinated clauses, relative clauses and appositions that hold a figure or a date.

use super::clause::{closing_comma, is_clause, opens_relative};
use super::words::{Part, Words};
use crate::lexicon::ClaimCues;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::VerbForms;

/// A sentence longer than this, in tokens, is a list or a table: it is not split, which keeps the work linear in the length of the story.
const LONGEST: usize = 300;
/// Words that a subject may have before its verb.
const SUBJECT_REACH: usize = 14;
/// An apposition shorter than this asserts nothing of its own.
const LEAST_APPOSITION: usize = 5;
/// Words that an antecedent may have.
const ANTECEDENT_REACH: usize = 6;

/// A clause that may be a claim, with what it says in passing.
#[derive(Debug)]
pub(super) struct Statement {
    /// Its tokens.
    pub main: Vec<usize>,
    /// Relative clauses and an apposition that are claims of their own.
    pub inner: Vec<Vec<usize>>,
}

/// The clauses in the statement of `tokens`, in the order of the text.
pub(super) fn split(words: &Words<'_>, tokens: &[usize]) -> Vec<Statement> {
    coordinated(words, tokens).into_iter().map(|clause| inner_claims(words, clause)).collect()
}

/// The statement cut where a clause with a subject and a verb of its own begins.
fn coordinated<'t>(words: &Words<'_>, tokens: &'t [usize]) -> Vec<&'t [usize]> {
    if tokens.len() > LONGEST {
        return vec![tokens];
    }
    let mut clauses = Vec::new();
    let mut start = 0;
    for at in 1..tokens.len() {
        if at <= start {
            continue;
        }
        if let Some(next) = cut(words, tokens, start, at) {
            clauses.push(&tokens[start..at]);
            start = next;
        }
    }
    clauses.push(&tokens[start..]);
    clauses
}

/// Where the next clause begins, if the one that began at `start` ends before `at`.
fn cut(words: &Words<'_>, tokens: &[usize], start: usize, at: usize) -> Option<usize> {
    let left = &tokens[start..at];
    let next = at + 1;
    // an attribution stands between: `The quay is closed, Brandt said, and the pier will follow`
    let is_apart = tokens[at] != tokens[at - 1] + 1;
    if is_apart && begins_clause(words, tokens, at, false) && is_complete(words, left) {
        return Some(at);
    }
    match words.part(tokens[at]) {
        Part::Semicolon => (is_clause(words, left) && is_clause(words, &tokens[next..])).then_some(next),
        Part::Comma | Part::Ellipsis => {
            let is_pronoun = tokens
                .get(next)
                .is_some_and(|index| words.part(*index) == Part::PronounWithVerb || words.is(*index, FunctionWord::SubjectPronoun));
            let is_thought = left.iter().rev().find(|index| words.get(**index).is_finite).is_some_and(|index| words.get(*index).reports);
            (is_pronoun && !is_thought && begins_clause(words, tokens, next, false) && is_complete(words, left)).then_some(next)
        }
        Part::Function(FunctionWord::Conjunction) if !words.is_any(tokens[at], &["or", "nor", "&"]) => {
            let that = tokens.get(next).is_some_and(|index| words.is(*index, FunctionWord::That));
            let subject = if that { next + 1 } else { next };
            let reaches_over_commas = that || words.is_any(tokens[at], &["but"]);
            let is_own = begins_clause(words, tokens, subject, reaches_over_commas) || goes_on_with_figure(words, tokens, start, at);
            let goes_on = is_apart && tokens.get(next).is_some_and(|index| words.get(*index).is_finite);
            ((is_own || goes_on) && is_complete(words, left)).then_some(subject)
        }
        _ => None,
    }
}

/// Whether nothing is open at the end of `left`: it has a main clause, and the last clause that begins in it has its verb.
fn is_complete(words: &Words<'_>, left: &[usize]) -> bool {
    let opener = left.iter().enumerate().rposition(|(at, index)| {
        let dates = left.get(at + 1).is_some_and(|next| words.part(*next) == Part::Number || words.get(*next).is_date);
        if dates && words.is_any(*index, &["since", "until", "before", "after"]) {
            return false;
        }
        matches!(
            words.part(*index),
            Part::Function(FunctionWord::That | FunctionWord::Relative | FunctionWord::Subordinator | FunctionWord::Question)
        ) || words.is_any(*index, &["after", "before", "since"])
    });
    let last_verb = left.iter().rposition(|index| words.get(*index).is_finite);
    let Some(last_verb) = last_verb else { return false };
    let is_open =
        opener.is_some_and(|opener| opener > last_verb && left.len() - opener > 1 && !words.is_any(left[opener], &["than", "as"]));
    let ends_with_comma = left.last().is_some_and(|index| words.part(*index) == Part::Comma);
    (!is_open || ends_with_comma) && is_clause(words, left)
}

/// Whether a subject and its finite verb stand at `at`.
fn begins_clause(words: &Words<'_>, tokens: &[usize], at: usize, over_commas: bool) -> bool {
    let mut place = at;
    while tokens.get(place).is_some_and(|index| words.is(*index, FunctionWord::Adverb) || words.is(*index, FunctionWord::Time)) {
        place += 1;
    }
    let Some(&first) = tokens.get(place) else { return false };
    let end = tokens.len().min(place + SUBJECT_REACH);
    match words.part(first) {
        Part::PronounWithVerb => true,
        // `and if I did say it, I'm sorry`
        Part::Function(FunctionWord::Subordinator)
            if place == at && words.is_any(first, &["if", "when", "unless", "although", "while"]) =>
        {
            let comma = (place..end).find(|next| words.part(tokens[*next]) == Part::Comma);
            comma.is_some_and(|comma| begins_clause(words, tokens, comma + 1, false))
        }
        Part::Function(FunctionWord::SubjectPronoun) => {
            let verb = (place + 1..end).find(|next| !words.is(tokens[*next], FunctionWord::Adverb));
            verb.is_some_and(|verb| words.get(tokens[verb]).is_finite)
        }
        Part::Function(FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::Question)
        | Part::Name
        | Part::Number
        | Part::Plain => {
            let is_gerund = words.get(first).forms.any(VerbForms::GERUND);
            let is_noun = tokens.get(place + 1).is_some_and(|index| words.is_any(*index, &["of"]));
            (!is_gerund || is_noun) && !words.get(first).is_finite && has_verb_after_subject(words, tokens, place + 1, end, over_commas)
        }
        _ => false,
    }
}

fn has_verb_after_subject(words: &Words<'_>, tokens: &[usize], from: usize, end: usize, over_commas: bool) -> bool {
    let mut at = from;
    while at < end {
        let index = tokens[at];
        if words.get(index).is_finite {
            return !words.is(tokens[at - 1], FunctionWord::Conjunction);
        }
        match words.part(index) {
            Part::Name | Part::Plain | Part::Number | Part::PossessiveMark | Part::Sign | Part::Mark => {}
            Part::Function(
                FunctionWord::Determiner
                | FunctionWord::Possessive
                | FunctionWord::Preposition
                | FunctionWord::Adverb
                | FunctionWord::ObjectPronoun
                | FunctionWord::Time
                | FunctionWord::Conjunction
                | FunctionWord::SubjectPronoun,
            ) => {}
            Part::Comma if over_commas => {
                let close = (at + 1..tokens.len().min(at + SUBJECT_REACH)).rev().find(|place| {
                    words.part(tokens[*place]) == Part::Comma && tokens.get(place + 1).is_some_and(|next| words.get(*next).is_finite)
                });
                return close.is_some();
            }
            _ => return false,
        }
        at += 1;
    }
    false
}

/// Whether a second predicate with an auxiliary and a figure of its own follows one with a figure: `opens in May and will cost $3 million`.
fn goes_on_with_figure(words: &Words<'_>, tokens: &[usize], start: usize, at: usize) -> bool {
    let after = &tokens[at + 1..];
    let verb = after.iter().find(|index| !words.is(**index, FunctionWord::Adverb));
    let has_auxiliary = verb.is_some_and(|index| {
        words.get(*index).is_finite && words.is(*index, FunctionWord::Auxiliary) && !words.is_any(*index, &["had", "was", "were"])
    });
    let reach = after.len().min(2 * SUBJECT_REACH);
    has_auxiliary && is_measured(words, &tokens[start..at]) && is_measured(words, &after[..reach])
}

/// Whether the words hold a figure or a date.
pub(super) fn is_measured(words: &Words<'_>, tokens: &[usize]) -> bool {
    tokens.iter().enumerate().any(|(at, index)| {
        let word = words.get(*index);
        let counts = word.cues.any(ClaimCues::NUMBER.with(ClaimCues::PERCENT)) && !words.is_any(*index, &["one"]);
        let is_past_unit = || {
            words.is_any(*index, &["year", "years", "week", "weeks", "month", "months", "season", "decade", "decades"])
                && words.is_any(tokens[at - 1], &["last", "next", "this", "past", "few", "several", "each"])
        };
        counts || word.is_date || at > 0 && is_past_unit() || words.is_any(*index, &["twice"])
    })
}

/// The clause without its relative clauses and apposition that are claims of their own, and those.
fn inner_claims(words: &Words<'_>, clause: &[usize]) -> Statement {
    let mut main = Vec::with_capacity(clause.len());
    let mut inner = Vec::new();
    let mut at = 0;
    while at < clause.len() {
        if let Some((claim, end)) = relative_claim(words, clause, at) {
            inner.push(claim);
            at = end;
            continue;
        }
        main.push(clause[at]);
        at += 1;
    }
    if let Some(comma) = final_apposition(words, &main) {
        inner.push(main[comma + 1..].to_vec());
        main.truncate(comma);
    }
    Statement { main, inner }
}

/// The relative clause behind the comma at `comma`, with the name or noun that it tells of, if it holds a figure or a date; and where it ends.
pub(super) fn relative_claim(words: &Words<'_>, tokens: &[usize], comma: usize) -> Option<(Vec<usize>, usize)> {
    if words.part(tokens[comma]) != Part::Comma || !opens_relative(words, tokens, comma + 1) {
        return None;
    }
    let end = closing_comma(words, tokens, comma + 1);
    let clause = &tokens[comma + 1..end];
    if clause.len() < 4 || clause.len() > LONGEST || !is_measured(words, clause) || !clause.iter().any(|index| words.get(*index).is_finite)
    {
        return None;
    }
    let tells_of_thing = !words.is_any(clause[0], &["where", "when"]);
    let from = if tells_of_thing { antecedent(words, tokens, comma) } else { comma + 1 };
    Some((tokens[from..end].to_vec(), end))
}

/// Where the name or noun phrase that ends at `comma` begins; behind the comma where none does.
fn antecedent(words: &Words<'_>, tokens: &[usize], comma: usize) -> usize {
    let least = comma.saturating_sub(ANTECEDENT_REACH);
    let is_name = |at: &usize| words.part(tokens[*at]) == Part::Name;
    let mut from = comma;
    while from > least && is_name(&(from - 1)) {
        from -= 1;
    }
    if from == comma {
        let opens = (least..comma)
            .rev()
            .find(|at| matches!(words.part(tokens[*at]), Part::Function(FunctionWord::Determiner | FunctionWord::Possessive)));
        let is_phrase =
            opens.is_some_and(|opens| tokens[opens + 1..comma].iter().all(|index| matches!(words.part(*index), Part::Plain | Part::Name)));
        return if is_phrase { opens.unwrap_or(comma + 1) } else { comma + 1 };
    }
    let has_article = from > 0 && words.is_any(tokens[from - 1], &["the"]);
    if has_article { from - 1 } else { from }
}

/// The comma before an apposition with a figure that ends the clause: `…, the first strike in 27 years`.
fn final_apposition(words: &Words<'_>, main: &[usize]) -> Option<usize> {
    if main.len() > LONGEST {
        return None;
    }
    let comma = main.iter().rposition(|index| words.part(*index) == Part::Comma)?;
    let rest = &main[comma + 1..];
    let opens = rest.first().is_some_and(|index| words.is_any(*index, &["the", "a", "an", "its", "his", "her", "their"]));
    let counts = rest.iter().any(|index| {
        words.get(*index).cues.any(ClaimCues::NUMBER.with(ClaimCues::PERCENT)) || words.is_any(*index, &["decade", "decades"])
    });
    (opens && counts && rest.len() >= LEAST_APPOSITION && !is_clause(words, rest) && is_clause(words, &main[..comma])).then_some(comma)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn clauses(text: &str) -> Vec<String> {
        let document = segment(text, &[]);
        let words = Words::new(&document);
        let tokens: Vec<usize> = (0..document.tokens().len()).collect();
        let join = |claim: &Vec<usize>| claim.iter().map(|index| words.text(*index)).collect::<Vec<_>>().join(" ");
        split(&words, &tokens).iter().flat_map(|statement| std::iter::once(&statement.main).chain(&statement.inner)).map(join).collect()
    }

    #[test]
    fn cuts_between_clauses_with_their_own_subjects() {
        assert_eq!(clauses("My uncle works here and he's got a medal"), ["My uncle works here", "he's got a medal"]);
        assert_eq!(clauses("The dam held, but the road below it was washed away"), ["The dam held ,", "the road below it was washed away"]);
        assert_eq!(clauses("the dam held and that nobody was hurt"), ["the dam held", "nobody was hurt"]);
        assert_eq!(clauses("He has lost his keys, he has lost his hat"), ["He has lost his keys", "he has lost his hat"]);
    }

    #[test]
    fn keeps_joined_nouns_and_verbs_together() {
        for text in [
            "Nurses and porters walked out on Monday and returned a day later",
            "He left after talks over wages and a pension collapsed",
            "The mayor said that prices and wages will rise",
            "When the tide rose, the quay and the yard were flooded",
        ] {
            assert_eq!(clauses(text), [text.replace(',', " ,")], "{text}");
        }
    }

    #[test]
    fn a_relative_clause_with_a_figure_is_a_claim_of_its_own() {
        assert_eq!(
            clauses("The Brask Trust, which has seven members, has not met"),
            ["The Brask Trust has not met", "The Brask Trust , which has seven members ,"]
        );
        assert_eq!(clauses("The Brask Trust, which few know, has not met").len(), 1);
    }

    #[test]
    fn an_apposition_with_a_figure_is_a_claim_of_its_own() {
        assert_eq!(
            clauses("Dockers walked out on Monday, the first strike in 27 years"),
            ["Dockers walked out on Monday", "the first strike in 27 years"]
        );
        assert_eq!(clauses("They sold a yacht, a barn and a vineyard").len(), 1);
    }
}
