//! Credits: who worked on a story, said after it. Left in the text, `Reporting by X` would be a speaker.

use super::starts_with_ignoring_case;

/// How credits begin. From the sign-offs of the large agencies.
const OPENINGS: &[&str] = &[
    "reporting by ",
    "additional reporting by ",
    "additional reporting ",
    "reporting and writing by ",
    "reporting and editing by ",
    "writing by ",
    "writing and reporting by ",
    "writing and editing by ",
    "editing by ",
    "edited by ",
    "compiled by ",
    "written by ",
    "translated by ",
    "translation by ",
    "with assistance from ",
    "with assistance by ",
    "with reporting by ",
    "with reporting from ",
    "graphic by ",
    "graphics by ",
    "photography by ",
    "research by ",
];

/// Words in small letters that a line of credits has beside names.
const SMALL_WORDS: &[&str] = &[
    "and",
    "by",
    "in",
    "at",
    "from",
    "with",
    "the",
    "of",
    "for",
    "additional",
    "reporting",
    "writing",
    "editing",
    "edited",
    "translation",
    "graphics",
    "graphic",
    "photography",
    "research",
    "assistance",
    "contributed",
    "compiled",
    "desk",
    "newsroom",
    "bureau",
    "de",
    "del",
    "da",
    "der",
    "den",
    "di",
    "du",
    "la",
    "le",
    "van",
    "von",
    "bin",
    "al",
    "&",
];

/// What a sentence that thanks a colleague ends in.
const THANKS: &[&str] = &[
    "contributed to this report",
    "contributed to this story",
    "contributed to this article",
    "contributed to this dispatch",
    "contributed reporting",
    "contributed to the report",
];

/// A credit in full sentences is no longer. In bytes.
const LONGEST_SENTENCES: usize = 250;

/// Whether a whole paragraph is a credit.
pub(super) fn is_credit(paragraph: &str) -> bool {
    let bracketed = paragraph.starts_with(['(', '[']) && paragraph.trim_end_matches('.').ends_with([')', ']']);
    let inner = paragraph.trim_start_matches(['(', '[', '—', '–', '-', '*', '_', ' ']);
    let opens = OPENINGS.iter().any(|opening| starts_with_ignoring_case(inner, opening));
    (opens && (bracketed || inner.split_whitespace().skip(1).all(fits_a_credit))) || thanks(paragraph)
}

/// Where a credit in brackets begins at the end of a paragraph of body text.
pub(super) fn trailing(paragraph: &str) -> Option<usize> {
    let body = paragraph.trim_end_matches('.');
    if !body.ends_with([')', ']']) {
        return None;
    }
    let at = body.rfind(['(', '['])?;
    OPENINGS.iter().any(|opening| starts_with_ignoring_case(&body[at + 1..], opening)).then_some(at)
}

/// `Associated Press writer Lee Okafor contributed to this report.`
fn thanks(paragraph: &str) -> bool {
    let may_thank = paragraph.len() <= LONGEST_SENTENCES && memchr::memmem::find(paragraph.as_bytes(), b"contribut").is_some();
    if !may_thank || paragraph.contains(['“', '"']) {
        return false;
    }
    let ending = paragraph.trim_end_matches(['.', ')', ']', ' ']);
    THANKS.iter().any(|phrase| ending.ends_with(phrase) || ending.contains(phrase) && follows_with_place(ending, phrase))
}

/// `… contributed to this report from Port Alden`.
fn follows_with_place(ending: &str, phrase: &str) -> bool {
    ending.split_once(phrase).is_some_and(|(_, after)| after.starts_with(" from ") && after.len() <= 60)
}

fn fits_a_credit(word: &str) -> bool {
    let bare = word.trim_matches([',', ';', '(', ')', ':', '.', '[', ']']);
    let lower_case = SMALL_WORDS.iter().any(|small| small.eq_ignore_ascii_case(bare));
    lower_case || bare.is_empty() || bare.starts_with(|sign: char| sign.is_uppercase() || sign.is_numeric() || sign == '@')
}
