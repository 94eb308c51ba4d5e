//! Notes of the desk: to other editors, or to readers about the story itself.

use super::starts_with_ignoring_case;

/// How notes begin, wherever they stand; the apostrophe of `Editor's` may be either.
const OPENINGS: &[&str] = &[
    "editor's note",
    "editor’s note",
    "editors' note",
    "editors’ note",
    "editors note:",
    "eds:",
    "eds.:",
    "eds note:",
    "eds: ",
    "note to editors",
    "editors: ",
    "notes to editors",
    "attention editors",
    "embargoed until",
    "embargoed:",
    "correction:",
    "clarification:",
];

/// What a note to readers says about a story.
const SUBJECTS: &[&str] =
    &["this story ", "this article ", "this report ", "this version ", "this post ", "this item ", "an earlier version of this "];
const DONE: &[&str] = &[
    "has been corrected",
    "has been updated",
    "has been amended",
    "has been clarified",
    "has been revised",
    "has been refiled",
    "was corrected",
    "was updated",
    "was amended",
    "was clarified",
    "corrects ",
    "refiles ",
    "updates ",
    "clarifies ",
    "adds ",
];

/// What a bracketed or capitalised note at the top says it does.
const ACTIONS: &[&str] = &[
    "adds",
    "updates",
    "corrects",
    "recasts",
    "refiles",
    "removes",
    "changes",
    "fixes",
    "rewrites",
    "repeats",
    "clarifies",
    "deletes",
    "recasts,",
    "adds,",
    "updates,",
    "writes",
];

/// A note that only says what a version changed is no longer. In bytes.
const LONGEST_ACTION: usize = 300;

/// Whether a paragraph is a note; `at_top` where little or no body text came before it.
pub(super) fn is_note(paragraph: &str, at_top: bool) -> bool {
    let inner = paragraph.trim_start_matches(['(', '[', '*', '_', ' ', '–', '—', '-']);
    OPENINGS.iter().any(|opening| starts_with_ignoring_case(inner, opening))
        || is_about_the_story(inner)
        || (at_top && is_action(paragraph))
}

fn is_about_the_story(inner: &str) -> bool {
    let Some(subject) = SUBJECTS.iter().find(|subject| starts_with_ignoring_case(inner, subject)) else { return false };
    DONE.iter().any(|done| starts_with_ignoring_case(&inner[subject.len()..], done))
        || (subject.starts_with("an earlier") && inner.len() <= LONGEST_ACTION)
}

/// `(Adds quotes in paragraph 3)`, `CORRECTS cost to 421 million krona`.
fn is_action(paragraph: &str) -> bool {
    if paragraph.len() > LONGEST_ACTION {
        return false;
    }
    let bracketed = paragraph.starts_with(['(', '[']) && paragraph.trim_end_matches('.').ends_with([')', ']']);
    let inner = paragraph.trim_start_matches(['(', '[']);
    let first = inner.split_whitespace().next().unwrap_or_default();
    let capitals = first.len() > 3 && first.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b',');
    (bracketed || capitals) && ACTIONS.iter().any(|action| action.eq_ignore_ascii_case(first))
}
