//! Bylines: `By Ana Brandt`, `By ANA BRANDT, XWA Staff Writer`.

/// Longer lines are sentences. In bytes.
const LONGEST: usize = 140;

/// Words that a line of names may have in small letters.
const SMALL_WORDS: &[&str] =
    &["and", "of", "for", "in", "at", "the", "de", "del", "da", "der", "den", "di", "du", "la", "le", "van", "von", "bin", "al", "&", "|"];

/// First words after `By` that make a time or a phrase, not a name.
const NO_NAMES: &[&str] = &[
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
    "Christmas",
    "Easter",
    "Then",
    "Now",
    "The",
    "This",
    "That",
    "These",
    "Those",
    "All",
    "Any",
    "Contrast",
    "Comparison",
    "Law",
    "Noon",
    "Midnight",
];

/// Whether a paragraph is a byline: `By` and names, with nothing that makes it a sentence.
pub(super) fn is_byline(paragraph: &str) -> bool {
    let Some(names) = paragraph.strip_prefix("By ").or_else(|| paragraph.strip_prefix("BY ")) else { return false };
    let first = names.split([' ', ',']).next().unwrap_or_default();
    let agency = names.starts_with("The Associated Press") || names.starts_with("THE ASSOCIATED PRESS");
    paragraph.len() <= LONGEST
        && (agency || !NO_NAMES.iter().any(|word| word.eq_ignore_ascii_case(first)))
        && !ends_like_a_sentence(names)
        && names.split_whitespace().all(fits_a_name_line)
}

/// Whether the paragraph after a byline says where its writer works: `XWA Staff Writer`, `Associated Press`.
pub(super) fn is_affiliation(paragraph: &str) -> bool {
    const ROLES: &[&str] = &["Writer", "Writers", "Correspondent", "Reporter", "Editor", "Press", "Service", "News", "WRITER", "PRESS"];
    paragraph.len() <= 60
        && paragraph.split_whitespace().all(fits_a_name_line)
        && paragraph.split_whitespace().last().is_some_and(|word| ROLES.contains(&word))
}

fn ends_like_a_sentence(names: &str) -> bool {
    let abbreviated = ["Jr.", "Sr.", "Inc.", "M.D.", "Ph.D."].iter().any(|ending| names.ends_with(ending));
    names.ends_with(['.', '!', '?', ':', '"', '”']) && !abbreviated
}

fn fits_a_name_line(word: &str) -> bool {
    let bare = word.trim_matches([',', ';', '(', ')']);
    SMALL_WORDS.contains(&bare)
        || bare.starts_with(char::is_uppercase)
        || word.contains('@')
        || bare.starts_with("d'")
        || bare.starts_with("d’")
}
