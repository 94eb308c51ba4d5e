//! Runs of capitalised words with the small words that join them.

use super::words::{Shape, Word, Words};
use crate::lexicon::{WordClasses, classes_of};
use crate::text::TokenRange;

/// Small words inside names of persons and places: `Ludwig van Beethoven`, `Mohammed bin Salman`, `Rio de Janeiro`.
const PARTICLES: &[&str] = &[
    "al", "au", "bin", "bint", "da", "das", "de", "del", "della", "dem", "den", "der", "di", "dos", "du", "e", "el", "ibn", "la", "las",
    "le", "les", "los", "of", "ten", "ter", "ul", "und", "van", "vom", "von", "y", "zu", "zum", "zur",
];

/// Longest phrase that is looked up, in words.
const LONGEST_PHRASE: usize = 6;

/// The runs of `words`, in order. A run never crosses a sign other than `&` or a closed word.
pub(super) fn runs(words: &Words<'_>) -> Vec<TokenRange> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.all.len() {
        if !starts_name(words, at) {
            at += 1;
            continue;
        }
        let end = run_end(words, at);
        found.push(TokenRange::new(at, end));
        at = end;
    }
    found
}

/// End of the longest phrase of the lists that starts with the word at `at`, with its classes; a single word is no phrase.
pub(super) fn phrase_at(words: &Words<'_>, at: usize, limit: usize) -> Option<(usize, WordClasses)> {
    if !words.all[at].classes.any(WordClasses::PHRASE_START) {
        return None;
    }
    let last = limit.min(at + LONGEST_PHRASE);
    for end in (at + 2..=last).rev() {
        if words.all[at..end - 1].windows(2).any(|pair| pair[0].first && !pair[0].is_capitalised()) {
            continue;
        }
        let classes = classes_of(words.slice(at, end)).any(WordClasses::KNOWN_NAME);
        if classes && words.all[end - 1].shape != Shape::Small {
            return Some((end, classes_of(words.slice(at, end))));
        }
    }
    None
}

fn starts_name(words: &Words<'_>, at: usize) -> bool {
    let word = &words.all[at];
    word.is_capitalised() && !words.word(at).eq("I")
}

fn run_end(words: &Words<'_>, start: usize) -> usize {
    let mut end = start;
    loop {
        end = match phrase_at(words, end, words.all.len()) {
            Some((phrase_end, _)) => phrase_end,
            None => end + 1,
        };
        if words.all[end - 1].closed && !goes_on_after_possessive(words, end) {
            return end;
        }
        match next_part(words, start, end) {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// Index of the capitalised word that goes on with the run `start..end`, over joining words.
fn next_part(words: &Words<'_>, start: usize, end: usize) -> Option<usize> {
    let next = words.all.get(end)?;
    if next.first || !adjoins(words, end) {
        return None;
    }
    if next.is_capitalised() {
        return starts_name(words, end).then_some(end);
    }
    let joiner = words.word(end);
    let last = &words.all[end - 1];
    let after = capitalised_after(words, end + 1)?;
    let straight = after == end + 1;
    let joins = match joiner {
        "&" | "'n'" => straight,
        "of" => joins_with_of(words, start, end),
        "for" | "on" => {
            last.classes.any(WordClasses::BEFORE_OF)
                && straight
                && words.all[after].classes.any(WordClasses::TOPIC.with(WordClasses::COMMON))
                && !words.all[after].classes.any(WordClasses::DAY.with(WordClasses::MONTH))
        }
        "at" => words.word(start) == "University" && straight,
        "and" => straight && joins_with_and(words, start, end),
        _ => PARTICLES.contains(&joiner) && !is_plain(last) && !last.classes.any(WordClasses::OFFICE),
    };
    joins.then_some(after)
}

/// The capitalised word at `at`, or after one or two particles or articles there.
fn capitalised_after(words: &Words<'_>, at: usize) -> Option<usize> {
    for index in at..at + 3 {
        let word = words.all.get(index)?;
        if word.first || !adjoins(words, index) {
            return None;
        }
        if word.is_capitalised() {
            return starts_name(words, index).then_some(index);
        }
        let small = words.word(index);
        if small != "the" && !PARTICLES.contains(&small) {
            return None;
        }
    }
    None
}

/// `Ministry of`, `Battle of`, `Game of`: not `Smith of Denver` or `President of France`.
fn joins_with_of(words: &Words<'_>, start: usize, end: usize) -> bool {
    let last = &words.all[end - 1];
    let heads = WordClasses::BEFORE_OF.with(WordClasses::EVENT_BEFORE_OF).with(WordClasses::PLACE_LAST).with(WordClasses::PLACE_FIRST);
    if last.headline {
        return last.classes.any(WordClasses::BEFORE_OF);
    }
    if last.classes.any(WordClasses::TITLE.with(WordClasses::GIVEN).with(WordClasses::DAY).with(WordClasses::MONTH)) {
        return false;
    }
    if last.first && end - start == 1 {
        return last.classes.any(WordClasses::BEFORE_OF) && words.all[end + 1].is_capitalised()
            || last.classes.any(WordClasses::EVENT_BEFORE_OF);
    }
    last.classes.any(
        heads.with(WordClasses::EVENT_LAST).with(WordClasses::WORK_LAST).with(WordClasses::ORGANIZATION_LAST).with(WordClasses::COMMON),
    )
}

/// `Department of Health and Human Services`, `Food and Drug Administration`: not `Ana and Tom`.
fn joins_with_and(words: &Words<'_>, start: usize, end: usize) -> bool {
    let (left, right) = (&words.all[end - 1], &words.all[end + 1]);
    if left.headline || !left.classes.any(WordClasses::TOPIC) && !is_plain(left) {
        return false;
    }
    let department = words.all[start].classes.any(WordClasses::BEFORE_OF.with(WordClasses::ORGANIZATION_LAST)) && end - start > 2;
    if department && (right.classes.any(WordClasses::TOPIC) || is_plain(right)) {
        return true;
    }
    let one_topic = left.classes.any(WordClasses::TOPIC) && right.classes.any(WordClasses::TOPIC);
    one_topic
        && (end + 2..(end + 5).min(words.all.len()))
            .take_while(|index| words.all[*index].is_capitalised())
            .any(|index| words.all[index].classes.any(WordClasses::ORGANIZATION_LAST))
}

fn is_plain(word: &Word) -> bool {
    word.classes.any(WordClasses::PLAIN) && !word.classes.any(WordClasses::KNOWN_NAME.with(WordClasses::GIVEN).with(WordClasses::SURNAME))
}

/// `King's College`, `People's Republic`: a possessive inside a name.
fn goes_on_after_possessive(words: &Words<'_>, end: usize) -> bool {
    let owner = words.word(end - 1);
    let next = if words.at(end).starts_with(['\'', '’']) { end + 1 } else { end };
    next == end
        && matches!(
            owner,
            "King"
                | "Queen"
                | "People"
                | "Children"
                | "Women"
                | "Men"
                | "Workers"
                | "Farmers"
                | "Teachers"
                | "Veterans"
                | "Christie"
                | "St"
        )
        && words
            .all
            .get(end)
            .is_some_and(|word| word.is_capitalised() && word.classes.any(WordClasses::LAST_OF_THING.with(WordClasses::BEFORE_OF)))
}

/// Whether the word at `index` stands next to the one before it, with one space or none between.
fn adjoins(words: &Words<'_>, index: usize) -> bool {
    let gap = words.all[index].span.start.saturating_sub(words.all[index - 1].span.end);
    gap <= 1 || words.all[index - 1].closed
}
