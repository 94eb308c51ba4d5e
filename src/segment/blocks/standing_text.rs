//! Standing text: what a publisher prints around every story.

use super::starts_with_ignoring_case;

/// A standing line is no longer. In bytes.
const LONGEST: usize = 300;

/// How standing lines begin, whatever follows.
const OPENINGS: &[&str] = &[
    "©",
    "copyright ©",
    "copyright (c)",
    "(c) copyright",
    "all rights reserved",
    "click here",
    "related:",
    "related stories",
    "related articles",
    "related links",
    "read more:",
    "read more at ",
    "read more here",
    "read also:",
    "also read:",
    "see also:",
    "read the full story",
    "read the original",
    "more from ",
    "more on this",
    "follow us ",
    "like us on ",
    "find us on ",
    "join us on ",
    "sign up for ",
    "sign up to receive",
    "sign up here",
    "subscribe to ",
    "subscribe now",
    "subscribe here",
    "story continues ",
    "article continues ",
    "share this ",
    "this material may not be published",
    "this article originally appeared",
    "this story originally appeared",
    "this article was originally published",
    "this story was originally published",
    "this post originally appeared",
    "download our app",
    "download the app",
    "our standards:",
];

/// Lines that are nothing else, in lower case.
const WHOLE_LINES: &[&str] = &[
    "end",
    "ends",
    "(end)",
    "(ends)",
    "more",
    "(more)",
    "-30-",
    "-end-",
    "advertisement",
    "read more",
    "see also",
    "related",
    "- ends -",
    "-ends-",
    "- end -",
    "continue reading",
    "read more »",
    "read more >>",
];

/// Where a writer can be followed.
const NETWORKS: &[&str] = &[" on twitter", " on facebook", " on instagram", " on bluesky", " on mastodon", " on x ", " at @"];

/// Whether a paragraph is standing text.
pub(super) fn is_standing_text(paragraph: &str) -> bool {
    if paragraph.len() > LONGEST {
        return false;
    }
    is_rule(paragraph)
        || is_whole_line(paragraph)
        || OPENINGS.iter().any(|opening| starts_with_ignoring_case(paragraph, opening))
        || is_dated_copyright(paragraph)
        || says_rights_are_reserved(paragraph)
        || asks_to_follow(paragraph)
}

/// `___`, `* * *`, `###`: signs alone.
fn is_rule(paragraph: &str) -> bool {
    paragraph.chars().count() >= 2
        && paragraph.chars().all(|sign| matches!(sign, '_' | '-' | '*' | '#' | '=' | '~' | '•' | '–' | '—' | ' '))
}

fn is_whole_line(paragraph: &str) -> bool {
    paragraph.len() <= 20
        && WHOLE_LINES.iter().any(|line| line.eq_ignore_ascii_case(paragraph))
        && paragraph != "More"
        && paragraph != "End"
}

/// `Copyright 2026 XWA`, not `Copyright law`.
fn is_dated_copyright(paragraph: &str) -> bool {
    let after = ["copyright, ", "copyright ", "(c) "]
        .iter()
        .find(|opening| starts_with_ignoring_case(paragraph, opening))
        .map(|opening| &paragraph[opening.len()..]);
    after.is_some_and(|after| after.starts_with(|sign: char| sign.is_ascii_digit()))
}

fn says_rights_are_reserved(paragraph: &str) -> bool {
    let Some(at) = memchr::memmem::find(paragraph.as_bytes(), b"ights reserved")
        .or_else(|| memchr::memmem::find(paragraph.as_bytes(), b"IGHTS RESERVED"))
    else {
        return false;
    };
    at >= 4 && !paragraph.contains(['“', '"'])
}

/// `Follow Ana Brandt on Twitter`.
fn asks_to_follow(paragraph: &str) -> bool {
    if !paragraph.starts_with("Follow ") || paragraph.len() > 200 {
        return false;
    }
    let lower = paragraph.to_ascii_lowercase();
    lower.starts_with("follow @") || NETWORKS.iter().any(|network| lower.contains(network))
}
