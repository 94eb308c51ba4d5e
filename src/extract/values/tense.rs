//! Whether the clause around a date tells of the past or of the future.

use super::calendar::Direction;
use super::words::Words;

/// How many tokens before and after a date its verb is looked for.
const REACH: usize = 24;

/// On which side of the story's day the date at the token `at` lies, by the nearest verb: before it in its sentence, else after it; `None`
/// where no verb tells.
pub(super) fn direction(words: &Words<'_>, at: usize) -> Option<Direction> {
    let from = at.saturating_sub(REACH).max(words.start());
    let to = (at + REACH).min(words.end());
    let behind = (from..at).rev().find_map(|index| of_verb(words, index));
    behind.or_else(|| (at + 1..to).find_map(|index| of_verb(words, index)))
}

fn of_verb(words: &Words<'_>, index: usize) -> Option<Direction> {
    if !words.is_word(index) || words.is_capitalized(index) && index > words.start() {
        return None;
    }
    let key = words.key(index);
    match &*key {
        "will" | "shall" | "won't" | "we'll" | "i'll" | "he'll" | "she'll" | "they'll" | "it'll" | "you'll" | "'ll" => {
            Some(Direction::Future)
        }
        "would" | "could" | "should" | "may" | "might" | "must" | "can" => {
            let is_perfect = (1..=3).any(|ahead| &*words.key(index + ahead) == "have");
            Some(if is_perfect { Direction::Past } else { Direction::Future })
        }
        "to" => of_infinitive(words, index),
        "due" | "expected" | "scheduled" | "planned" | "set" if matches!(&*words.key(index + 1), "for" | "on" | "in" | "by" | "at") => {
            Some(Direction::Future)
        }
        "expects" | "expect" | "expected" | "predicts" | "predicted" | "forecasts" | "forecast" => Some(Direction::Future),
        "begins" | "starts" | "opens" | "closes" | "ends" | "expires" | "resumes" | "meets" | "takes" | "returns" | "faces" | "arrives"
        | "kicks" | "launches" | "hosts" | "runs" => Some(Direction::Future),
        "until" | "till" if !has_past_before(words, index) => Some(Direction::Future),
        "is" | "are" | "'s" | "'re" | "we're" | "they're" | "it's" | "i'm" if words.raw(index + 1).ends_with("ing") => {
            Some(Direction::Future)
        }
        "was" | "were" | "had" | "did" | "has" | "have" | "wasn't" | "weren't" | "didn't" | "hadn't" | "hasn't" | "haven't" => {
            Some(Direction::Past)
        }
        key => is_past_form(key).then_some(Direction::Past),
    }
}

/// `plans to close`, `due to open`, `is to meet`: what follows is still to come. `began to`, `managed to`: it isn't.
fn of_infinitive(words: &Words<'_>, index: usize) -> Option<Direction> {
    if !words.is_small(index + 1) || words.key(index + 1).ends_with("ing") {
        return None;
    }
    let before = words.key_before(index, 1);
    if &*words.key(index + 1) == "be"
        && !before.ends_with("ed")
        && !matches!(&*before, "found" | "thought" | "said" | "seem" | "seems" | "appears")
    {
        return Some(Direction::Future);
    }
    matches!(
        &*before,
        "plan"
            | "plans"
            | "planned"
            | "planning"
            | "due"
            | "set"
            | "expected"
            | "expects"
            | "expect"
            | "scheduled"
            | "hopes"
            | "hope"
            | "hoped"
            | "hoping"
            | "intends"
            | "intend"
            | "intended"
            | "aims"
            | "aim"
            | "going"
            | "is"
            | "are"
            | "agreed"
            | "ordered"
            | "likely"
            | "wants"
            | "want"
            | "vowed"
            | "promised"
            | "pledged"
            | "threatened"
            | "offered"
            | "proposed"
            | "decided"
            | "poised"
            | "ready"
            | "bound"
            | "asked"
            | "urged"
            | "told"
            | "deadline"
            | "time"
            | "decision"
    )
    .then_some(Direction::Future)
}

fn has_past_before(words: &Words<'_>, index: usize) -> bool {
    let from = index.saturating_sub(REACH).max(words.start());
    (from..index).any(|before| {
        let key = words.key(before);
        matches!(&*key, "was" | "were" | "had" | "did") || words.is_small(before) && is_past_form(&key)
    })
}

/// Whether `word` looks like a verb in the past.
fn is_past_form(word: &str) -> bool {
    let is_regular = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed") && !word.contains('-');
    is_regular
        || matches!(
            word,
            "said"
                | "told"
                | "began"
                | "became"
                | "came"
                | "went"
                | "made"
                | "took"
                | "gave"
                | "got"
                | "found"
                | "left"
                | "won"
                | "lost"
                | "fell"
                | "rose"
                | "grew"
                | "fled"
                | "met"
                | "held"
                | "built"
                | "bought"
                | "sold"
                | "paid"
                | "sent"
                | "spent"
                | "broke"
                | "brought"
                | "caught"
                | "chose"
                | "drew"
                | "drove"
                | "felt"
                | "fought"
                | "flew"
                | "hid"
                | "kept"
                | "knew"
                | "laid"
                | "led"
                | "ran"
                | "sank"
                | "saw"
                | "shook"
                | "shot"
                | "slept"
                | "spoke"
                | "stood"
                | "stole"
                | "struck"
                | "swam"
                | "taught"
                | "thought"
                | "threw"
                | "wrote"
                | "hit"
                | "voted"
                | "died"
                | "beat"
                | "drawn"
                | "seen"
                | "heard"
                | "put"
        )
}
