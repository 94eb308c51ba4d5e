//! Cutting a run of capitalised words into names: titles, peoples and days out, sentence starters off.

use super::runs::phrase_at;
use super::words::{Shape, Words};
use crate::lexicon::reporting_verbs::reporting_form;
use crate::lexicon::{ClaimCues, WordClasses, claim_cues, classes_of};
use crate::text::TokenRange;

/// A stretch that may be a name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    /// Its words.
    pub range: TokenRange,
    /// What the lists say of the whole.
    pub classes: WordClasses,
    /// Whether a title or office stands before it.
    pub titled: bool,
}

/// Cuts the run into candidates, in order.
pub(super) fn cut(words: &Words<'_>, run: TokenRange, found: &mut Vec<Candidate>) {
    let trimmed = if whole_phrase(words, run).is_some() { Some(run) } else { without_plain_edges(words, run) };
    let Some(run) = trimmed else { return };
    if let Some(outlet) = whole_phrase(words, run) {
        found.push(Candidate { range: run, classes: outlet, titled: false });
        return;
    }
    if let Some(split) = day_or_plain_in_headline(words, run) {
        cut_around(words, run, split, found);
        return;
    }
    if let Some(title) = last_title(words, run) {
        let before = before_title(words, run.start, title);
        if before > run.start {
            cut(words, TokenRange::new(run.start, before), found);
        }
        push(words, TokenRange::new(title + 1, run.end), true, found);
        return;
    }
    let run = without_trailing_title(words, run);
    if run.is_empty() {
        return;
    }
    if !ends_thing(words, run)
        && let Some(group) = group_in(words, run)
    {
        if group.start > run.start {
            cut(words, TokenRange::new(run.start, group.start), found);
        }
        found.push(Candidate { range: group, classes: WordClasses::GROUP, titled: false });
        if group.end < run.end {
            cut(words, TokenRange::new(group.end, run.end), found);
        }
        return;
    }
    push(words, run, false, found);
}

/// Cuts what stands before and after the word at `split`, which is no part of a name.
fn cut_around(words: &Words<'_>, run: TokenRange, split: usize, found: &mut Vec<Candidate>) {
    if split > run.start {
        cut(words, TokenRange::new(run.start, split), found);
    }
    if split + 1 < run.end {
        cut(words, TokenRange::new(split + 1, run.end), found);
    }
}

/// The run without articles, sentence starters and joining words at its edges; `None` where nothing is left.
fn without_plain_edges(words: &Words<'_>, run: TokenRange) -> Option<TokenRange> {
    let mut start = run.start;
    while start < run.end && drops_at_start(words, start, run.end) {
        start += 1;
    }
    let mut end = run.end;
    while end > start && (words.all[end - 1].shape == Shape::Small || is_function(words, end - 1)) {
        end -= 1;
    }
    (start < end).then(|| TokenRange::new(start, end))
}

fn drops_at_start(words: &Words<'_>, start: usize, end: usize) -> bool {
    let word = &words.all[start];
    if !word.is_capitalised() {
        return true;
    }
    if let Some((phrase_end, classes)) = phrase_at(words, start, end) {
        let article_of_first = word.first && words.word(start) == "The" && phrase_end == start + 2;
        if classes.any(WordClasses::KNOWN_NAME) && !article_of_first {
            return false;
        }
    }
    if is_function(words, start) {
        return true;
    }
    // `Officials John Reed and …`, `Researcher Ann Lee`: a plain word that owes its capital to its place.
    let plain = WordClasses::COMMON.with(WordClasses::ROLE);
    let names = WordClasses::GIVEN.with(WordClasses::KNOWN_NAME).with(WordClasses::DIRECTION).with(WordClasses::TITLE);
    word.first && start + 1 < end && word.classes.any(plain) && !word.classes.any(names) && !ends_thing(words, TokenRange::new(start, end))
}

/// A function word; `Will`, `May` and `US` are none before a name or in capitals.
fn is_function(words: &Words<'_>, index: usize) -> bool {
    let word = &words.all[index];
    let may_be_name = !word.first && word.classes.any(WordClasses::GIVEN.with(WordClasses::PLACE));
    word.classes.any(WordClasses::FUNCTION) && !may_be_name
}

fn whole_phrase(words: &Words<'_>, run: TokenRange) -> Option<WordClasses> {
    phrase_at(words, run.start, run.end).filter(|(end, _)| *end == run.end).map(|(_, classes)| classes)
}

/// The first day or month of the run, or in a headline the first plain word.
fn day_or_plain_in_headline(words: &Words<'_>, run: TokenRange) -> Option<usize> {
    let event = words.all[run.end - 1].classes.any(WordClasses::EVENT_LAST) && run.len() > 1;
    let mut index = run.start;
    while index < run.end {
        if let Some((end, _)) = phrase_at(words, index, run.end) {
            index = end;
            continue;
        }
        let word = &words.all[index];
        let given_before_name = word.classes.any(WordClasses::GIVEN)
            && index + 1 < run.end
            && !matches!(
                words.before(index, 1),
                "in" | "In" | "on" | "On" | "since" | "last" | "next" | "early" | "late" | "mid" | "until" | "by" | "of"
            )
            && !words.all[index + 1].classes.any(WordClasses::KNOWN_NAME);
        if word.classes.any(WordClasses::MONTH.with(WordClasses::DAY)) && !event && !given_before_name {
            return Some(index);
        }
        if word.headline && is_plain_in_headline(words, index, run) {
            return Some(index);
        }
        index += 1;
    }
    None
}

/// Whether the word of a headline owes its capital to the headline.
fn is_plain_in_headline(words: &Words<'_>, index: usize, run: TokenRange) -> bool {
    let names = WordClasses::GIVEN.with(WordClasses::KNOWN_NAME).with(WordClasses::SURNAME).with(WordClasses::TITLE);
    let classes = words.all[index].classes;
    if classes.any(names) || !classes.any(WordClasses::PLAIN) && !words.is_seen_small(index) {
        return false;
    }
    let part_of_thing = classes.any(WordClasses::LAST_OF_THING.with(WordClasses::BEFORE_OF));
    !(part_of_thing || ends_thing(words, run) && run.len() <= 4)
}

/// The last title in the run that has a person's name after it.
fn last_title(words: &Words<'_>, run: TokenRange) -> Option<usize> {
    if run.len() < 2 {
        return None;
    }
    let title = (run.start..run.end - 1).rev().find(|index| is_title(words, *index))?;
    let honorific = words.all[title].classes.any(WordClasses::HONORIFIC);
    let rest = TokenRange::new(title + 1, run.end);
    let bare = words.all[rest.start].classes;
    let names_person = honorific || bare.any(WordClasses::GIVEN) || !ends_thing(words, run) && words.all[rest.start].shape != Shape::Small;
    let follows_office = !bare.any(WordClasses::PLAIN.with(WordClasses::GROUP)) || bare.any(WordClasses::GIVEN.with(WordClasses::SURNAME));
    (names_person && follows_office && whole_phrase(words, run).is_none()).then_some(title)
}

/// Whether the capitalised word at `index` is an office or form of address; never a given name.
fn is_title(words: &Words<'_>, index: usize) -> bool {
    let word = &words.all[index];
    word.is_capitalised() && word.classes.any(WordClasses::TITLE) && !word.classes.any(WordClasses::GIVEN)
}

/// Start of the words that belong to the title at `title`: `Deputy Foreign` in `Deputy Foreign Minister`.
fn before_title(words: &Words<'_>, start: usize, title: usize) -> usize {
    let belongs = WordClasses::TITLE.with(WordClasses::OFFICE_MODIFIER).with(WordClasses::TOPIC).with(WordClasses::COMMON);
    let mut at = title;
    while at > start {
        let word = &words.all[at - 1];
        let belongs_for_certain = word.classes.any(WordClasses::OFFICE_MODIFIER.with(WordClasses::TOPIC));
        let stays_name = word.classes.any(WordClasses::KNOWN_NAME.with(WordClasses::ORGANIZATION_LAST)) && !belongs_for_certain;
        let in_phrase = at >= start + 2 && classes_of(words.slice(at - 2, at)).any(WordClasses::KNOWN_NAME);
        if !word.classes.any(belongs) || stays_name || in_phrase {
            break;
        }
        at -= 1;
    }
    at
}

/// `Congressional Hispanic Caucus Chairwoman` without its last word; `Stephen King` stays.
fn without_trailing_title(words: &Words<'_>, run: TokenRange) -> TokenRange {
    let last = &words.all[run.end - 1];
    let given = words.all[run.start].classes.any(WordClasses::GIVEN);
    let is_title = last.classes.any(WordClasses::OFFICE) && !last.classes.any(WordClasses::GIVEN.with(WordClasses::LAST_OF_THING));
    if run.len() < 2 || given || !is_title {
        return run;
    }
    TokenRange::new(run.start, before_title(words, run.start, run.end - 1))
}

/// Whether the run ends with a word that ends names of things, or is joined by `of`.
fn ends_thing(words: &Words<'_>, run: TokenRange) -> bool {
    let last = &words.all[run.end - 1];
    let head = words.all[run.start];
    run.len() > 1
        && (last.classes.any(WordClasses::LAST_OF_THING)
            || head.classes.any(WordClasses::BEFORE_OF) && (run.start + 1..run.end).any(|index| matches!(words.word(index), "of" | "for")))
}

/// The first word or phrase of the run that names a people.
fn group_in(words: &Words<'_>, run: TokenRange) -> Option<TokenRange> {
    let mut index = run.start;
    while index < run.end {
        if let Some((end, classes)) = phrase_at(words, index, run.end) {
            if classes.any(WordClasses::GROUP) {
                return Some(TokenRange::new(index, end));
            }
            index = end;
            continue;
        }
        let classes = words.all[index].classes;
        if classes.any(WordClasses::GROUP) && !(index > run.start && classes.any(WordClasses::SURNAME.with(WordClasses::GIVEN))) {
            return Some(TokenRange::new(index, index + 1));
        }
        index += 1;
    }
    None
}

fn push(words: &Words<'_>, range: TokenRange, titled: bool, found: &mut Vec<Candidate>) {
    let range = without_topic_before_given(words, range);
    let titled = titled || after_small_office(words, range.start);
    let classes = if range.len() == 1 { words.all[range.start].classes } else { classes_of(words.slice(range.start, range.end)) };
    let candidate = Candidate { range, classes, titled };
    if is_name(words, &candidate) {
        found.push(candidate);
    }
}

/// `State John Kerry`, from `Secretary of State John Kerry`, without its first word.
fn without_topic_before_given(words: &Words<'_>, range: TokenRange) -> TokenRange {
    let given = range.indices().find(|index| words.all[*index].classes.any(WordClasses::GIVEN));
    match given {
        Some(given) if given > range.start && !ends_thing(words, range) => {
            let plain = (range.start..given).all(|index| {
                let classes = words.all[index].classes;
                classes.any(WordClasses::TOPIC.with(WordClasses::COMMON).with(WordClasses::ROLE)) && !classes.any(WordClasses::KNOWN_NAME)
            });
            if plain { TokenRange::new(given, range.end) } else { range }
        }
        _ => range,
    }
}

/// Whether the small word before the name is an office or role: `president Ana Brandt`.
fn after_small_office(words: &Words<'_>, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    words.all[before].shape == Shape::Small && words.all[before].span.end + 1 == words.all[start].span.start && {
        let classes = classes_of(words.word(before));
        classes.any(WordClasses::ROLE.with(WordClasses::OFFICE)) && !classes.any(WordClasses::FUNCTION)
    }
}

/// Whether the candidate is a name rather than a word that owes its capital to its place, to a list or to style.
fn is_name(words: &Words<'_>, candidate: &Candidate) -> bool {
    let range = candidate.range;
    let first = &words.all[range.start];
    let known = WordClasses::KNOWN_NAME.with(WordClasses::GIVEN).with(WordClasses::SURNAME);
    if candidate.classes.any(WordClasses::OTHER_CAPITALS.with(WordClasses::MONTH).with(WordClasses::DAY)) && range.len() == 1 {
        return candidate.classes.any(WordClasses::GIVEN.with(WordClasses::PRODUCT)) && !first.first;
    }
    if range.len() == 1 {
        return is_single_name(words, candidate);
    }
    let all_plain = range.indices().all(|index| {
        let classes = words.all[index].classes;
        words.all[index].shape == Shape::Small
            || classes.any(WordClasses::PLAIN.with(WordClasses::TITLE)) && !classes.any(known.with(WordClasses::LAST_OF_THING))
    });
    let last = words.all[range.end - 1].classes;
    let office_alone = last.any(WordClasses::OFFICE)
        && range.indices().all(|index| {
            words.all[index].classes.any(WordClasses::TITLE.with(WordClasses::OFFICE_MODIFIER).with(WordClasses::PLAIN))
                && !words.all[index].classes.any(WordClasses::GIVEN.with(WordClasses::SURNAME))
        });
    !all_plain && !office_alone
}

fn is_single_name(words: &Words<'_>, candidate: &Candidate) -> bool {
    let index = candidate.range.start;
    let (word, written) = (&words.all[index], words.word(index));
    let classes = candidate.classes;
    if matches!(word.shape, Shape::Initial) {
        return false;
    }
    let known = WordClasses::KNOWN_NAME.with(WordClasses::GIVEN).with(WordClasses::SURNAME);
    let plain =
        classes.any(WordClasses::PLAIN.with(WordClasses::TITLE).with(WordClasses::OFFICE_MODIFIER).with(WordClasses::LAST_OF_THING));
    if is_plural_of_capitals(written) || is_currency(words, index) {
        return false;
    }
    if candidate.titled {
        let honorific = index > 0 && words.all[index - 1].classes.any(WordClasses::HONORIFIC);
        return !classes.any(WordClasses::FUNCTION.with(WordClasses::TITLE)) && (honorific || classes.any(known) || !plain);
    }
    let elsewhere = words.capitalised_inside.contains(written);
    let certain = !word.first && !word.headline;
    if classes.any(known) {
        return certain || elsewhere || !plain;
    }
    if plain {
        return certain && classes.any(WordClasses::ORGANIZATION_LAST) && matches!(words.before(index, 1), "the" | "The");
    }
    if certain || elsewhere || word.shape == Shape::AllCapitals {
        return true;
    }
    !words.is_seen_small(index) && !looks_common(written) && goes_on_like_name(words, index)
}

/// `MPs`, `NGOs`: kinds of things, not names.
fn is_plural_of_capitals(written: &str) -> bool {
    written.strip_suffix('s').is_some_and(|stem| stem.len() > 1 && stem.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// `US` in `US$40` and in `40 U.S. dollars`.
fn is_currency(words: &Words<'_>, index: usize) -> bool {
    words.text[words.all[index].span.end..].starts_with(['$', '€', '£']) || matches!(words.at(index + 1), "dollars" | "dollar" | "$")
}

/// Whether the words after an unknown word at the start of a sentence are those that follow names.
fn goes_on_like_name(words: &Words<'_>, index: usize) -> bool {
    let next = words.at(index + 1);
    words.all[index].closed
        || matches!(next, "is" | "was" | "has" | "had" | "will" | "would" | "did" | "does" | "who" | "and" | "also" | "," | "(")
        || reporting_form(next).is_some()
        || claim_cues(next).any(ClaimCues::EVENT)
        || next.ends_with("ed")
}

/// Whether an unknown word at the start of a sentence has an ending of common words.
fn looks_common(written: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ing", "ly", "ed", "tion", "tions", "sion", "ment", "ments", "ness", "ity", "ities", "ous", "ful", "less", "able", "ible", "ive",
        "ers", "ies", "ism", "ists", "ance", "ence", "ency", "ship", "hood", "ward", "wise", "ors", "ants", "ents", "als", "ics", "ies",
        "est",
    ];
    ENDINGS.iter().any(|ending| written.ends_with(ending))
}
