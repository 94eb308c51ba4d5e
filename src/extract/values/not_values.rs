//! Numbers that name or mark instead of counting: flights, sections, list marks, telephone numbers.

use super::numerals::Numeral;
use super::words::{NameRole, Words};

/// The token after a number that is no value; `None` where it may be one. `numeral` begins at the token `numeral.first`.
pub(super) fn skipped(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<usize> {
    telephone(words, numeral)
        .or_else(|| is_list_mark(words, numeral).then_some(numeral.end))
        .or_else(|| is_label(words, numeral).then_some(numeral.end))
}

/// Digits of a telephone number and what goes on with it.
fn telephone(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<usize> {
    if numeral.is_words {
        return None;
    }
    let raw = words.raw(numeral.first);
    let follows_plus = words.raw_before(numeral.first, 1) == "+" && words.touches_before(numeral.first);
    let leads_with_zero = raw.len() > 2 && raw.starts_with('0') && raw.bytes().all(|byte| byte.is_ascii_digit());
    let is_hyphened = is_hyphened_telephone(raw);
    if !(follows_plus || leads_with_zero || is_hyphened) {
        return None;
    }
    let mut end = numeral.first + 1;
    while words.is_number(end) {
        end += 1;
    }
    Some(end)
}

/// `555-0134`, `212-555-0134`. Scores and years have other lengths.
fn is_hyphened_telephone(raw: &str) -> bool {
    let mut lengths = [0; 4];
    let mut count = 0;
    for group in raw.split('-') {
        if count == lengths.len() || !group.bytes().all(|byte| byte.is_ascii_digit()) {
            return false;
        }
        lengths[count] = group.len();
        count += 1;
    }
    matches!(&lengths[..count], [3, 4] | [3, 3, 4] | [1, 3, 3, 4])
}

/// `1.` or `2)` at the start of a sentence, `(3)` anywhere.
fn is_list_mark(words: &Words<'_>, numeral: &Numeral<'_>) -> bool {
    let closes = matches!(words.raw(numeral.end), "." | ")") && words.touches_before(numeral.end) && numeral.is_bare;
    if words.raw(numeral.end) == "(" && words.touches_before(numeral.end) {
        return true; // `401(k)`
    }
    let opens = words.raw_before(numeral.first, 1) == "(";
    let is_first = numeral.first == words.start();
    let goes_on = words.end() > numeral.end + 1;
    let follows_person = numeral.first >= 2 && words.role(numeral.first - 2) == NameRole::Person;
    closes
        && numeral.value < 100.0
        && (is_first && (goes_on || words.raw(numeral.end) == ".") || opens && words.raw(numeral.end) == ")" && !follows_person)
}

/// A number after the word whose label it is: `Section 4`, `flight 370`, `Boeing 737`.
fn is_label(words: &Words<'_>, numeral: &Numeral<'_>) -> bool {
    if numeral.first == words.start() {
        return false;
    }
    let before = words.key_before(numeral.first, 1);
    if is_designator(&before) || words.raw_before(numeral.first, 1) == "#" {
        return !is_verb_use(words, numeral, &before);
    }
    let follows_name = words.role(numeral.first - 1) != NameRole::None || is_inner_capital(words, numeral.first - 1);
    let counts_on = words.is_plural(numeral.end) || !numeral.tail.is_empty() || is_amount_sign(words.raw(numeral.end));
    follows_name && numeral.is_bare && !counts_on && !is_year(numeral) && !follows_calendar(&before)
}

/// Words whose number says which one.
fn is_designator(word: &str) -> bool {
    matches!(
        word,
        "section"
            | "article"
            | "chapter"
            | "rule"
            | "clause"
            | "paragraph"
            | "page"
            | "part"
            | "room"
            | "route"
            | "highway"
            | "interstate"
            | "flight"
            | "gate"
            | "terminal"
            | "platform"
            | "channel"
            | "figure"
            | "table"
            | "version"
            | "schedule"
            | "amendment"
            | "proposition"
            | "prop"
            | "resolution"
            | "no"
            | "no."
            | "nos."
            | "number"
            | "category"
            | "type"
            | "model"
            | "formula"
            | "volume"
            | "act"
            | "scene"
            | "episode"
            | "protocol"
            | "directive"
            | "regulation"
            | "annex"
            | "appendix"
            | "item"
            | "question"
            | "exhibit"
            | "unit"
            | "ward"
            | "reactor"
            | "bus"
            | "box"
            | "apartment"
            | "suite"
            | "zone"
            | "pier"
            | "berth"
            | "dock"
            | "hangar"
            | "runway"
            | "tier"
            | "grade"
            | "phase"
    )
}

/// Whether a designator is another word here: `no 40 boats`, `the number 12 of them`, `type 40 letters`.
fn is_verb_use(words: &Words<'_>, numeral: &Numeral<'_>, before: &str) -> bool {
    match before {
        "no" => !words.raw_before(numeral.first, 1).starts_with('N'),
        "act" | "question" | "figure" | "type" | "unit" | "dock" | "grade" | "box" | "bus" | "table" => {
            words.is_plural(numeral.end) || !numeral.is_bare || numeral.is_words
        }
        _ => numeral.scale > 1.0,
    }
}

/// Whether the token is capitalised inside its sentence, and not as every such word is.
fn is_inner_capital(words: &Words<'_>, index: usize) -> bool {
    index > words.start() && words.is_word(index) && words.is_capitalized(index) && words.raw_before(index, 1) != ":"
}

fn is_amount_sign(word: &str) -> bool {
    matches!(word, "%" | "percent" | "per")
}

fn is_year(numeral: &Numeral<'_>) -> bool {
    (1800.0..2100.0).contains(&numeral.value)
}

fn follows_calendar(word: &str) -> bool {
    crate::lexicon::calendar_words::month(word).is_some() || crate::lexicon::calendar_words::weekday(word).is_some()
}
