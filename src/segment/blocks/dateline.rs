//! Datelines at the start of a paragraph: `PORT ALDEN, Norland (XWA) — `, `LONDON (Reuters) - `, `WASHINGTON, March 3 (XWA) -- `.

use super::dateline_places::is_dateline_city;

/// No dateline is longer. In bytes.
const LONGEST: usize = 110;

/// Agencies and broadcasters that print their name without a dash after it, or after a place in small letters.
const AGENCIES: &[&str] = &[
    "AP",
    "Reuters",
    "AFP",
    "UPI",
    "CNN",
    "dpa",
    "DPA",
    "ANSA",
    "EFE",
    "Xinhua",
    "TASS",
    "Interfax",
    "Kyodo",
    "PTI",
    "ANI",
    "IANS",
    "Bloomberg",
];

/// Words in small letters inside names of places.
const SMALL_WORDS: &[&str] =
    &["of", "and", "the", "de", "la", "le", "du", "sur", "al", "el", "del", "da", "do", "am", "an", "der", "upon", "on"];

/// Words in capitals that begin an emphasis, not a dateline.
const NO_PLACES: &[&str] = &[
    "BREAKING",
    "UPDATE",
    "UPDATED",
    "EXCLUSIVE",
    "WATCH",
    "LIVE",
    "NO",
    "YES",
    "NOT",
    "NEVER",
    "FILE",
    "PHOTOS",
    "VIDEO",
    "LOOK",
    "ANALYSIS",
    "OPINION",
    "CORRECTION",
    "WARNING",
    "NOTE",
    "THE",
    "WORLDWIDE",
];

/// Length of the dateline that `paragraph` begins with, its dash included, without the white space after it; `None` where it begins
/// with none.
///
/// An agency in brackets after a place in capitals is a dateline anywhere: a round-up has several. What says less counts only
/// `at_top`: without an agency, a region or date after the place, or a city that news style lets stand alone.
pub(super) fn length(paragraph: &str, at_top: bool) -> Option<usize> {
    if !paragraph.starts_with(|sign: char| sign.is_uppercase() || sign == '(') {
        return None;
    }
    let head = head(paragraph);
    with_dash(paragraph, head, at_top).or_else(|| if at_top { without_dash(paragraph, head) } else { None })
}

/// As much of a paragraph as a dateline can be.
fn head(paragraph: &str) -> &str {
    let mut end = paragraph.len().min(LONGEST);
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    &paragraph[..end]
}

fn with_dash(paragraph: &str, head: &str, at_top: bool) -> Option<usize> {
    let (before, dash_end) = first_dash(head)?;
    let after = paragraph[dash_end..].trim_start();
    let (places, agency) = split_agency(before)?;
    if !(starts_a_sentence(after) || (after.is_empty() && agency.is_some())) {
        return None;
    }
    let fits = match agency {
        Some(_) if places.is_empty() => at_top,
        Some(agency) => is_in_capitals(places) && is_place_line(places) || at_top && is_soft_place(places, agency),
        None => at_top && stands_without_agency(places),
    };
    fits.then_some(dash_end)
}

/// The text before the first dash, and where the dash ends. A hyphen or underscore is a dash between spaces only.
fn first_dash(head: &str) -> Option<(&str, usize)> {
    let bytes = head.as_bytes();
    let stands_alone = |at: usize| at > 0 && bytes[at - 1] == b' ' && bytes.get(at + 1) == Some(&b' ');
    for (at, sign) in head.char_indices() {
        let end = match sign {
            '—' | '–' => at + sign.len_utf8(),
            '-' if bytes.get(at + 1) == Some(&b'-') => at + bytes[at..].iter().take_while(|byte| **byte == b'-').count(),
            '-' | '_' if stands_alone(at) => at + 1,
            _ => continue,
        };
        return Some((head[..at].trim_end(), end));
    }
    None
}

/// Takes `(XWA)` off the end. `None` where brackets hold what is no agency.
fn split_agency(before: &str) -> Option<(&str, Option<&str>)> {
    let Some(inner) = before.strip_suffix(')') else { return Some((before, None)) };
    let at = inner.rfind('(')?;
    let agency = inner[at + 1..].trim();
    let fits = (2..=30).contains(&agency.len())
        && agency.split_whitespace().count() <= 4
        && agency.chars().all(|sign| sign.is_alphabetic() || matches!(sign, ' ' | '\'' | '’' | '.' | '/' | '&' | '-'));
    fits.then(|| (before[..at].trim_end().trim_end_matches(','), Some(agency)))
}

/// A sentence starts with a capital, a figure or a quotation mark.
fn starts_a_sentence(after: &str) -> bool {
    after.starts_with(|sign: char| {
        sign.is_uppercase() || sign.is_numeric() || matches!(sign, '“' | '"' | '‘' | '\'' | '`' | '«' | '„' | '$' | '€' | '£')
    })
}

/// The first part is in capitals: `PORT ALDEN, Norland`, `McALLEN, Texas`.
fn is_in_capitals(places: &str) -> bool {
    let place = places.split(',').next().unwrap_or_default();
    let capitals = place.chars().filter(|sign| sign.is_uppercase()).count();
    let small = place.chars().filter(|sign| sign.is_lowercase()).count();
    capitals >= 3 && small <= 2 && small * 3 <= capitals
}

/// A place and what follows it after commas: regions and dates, all of capitalised words.
fn is_place_line(places: &str) -> bool {
    let mut parts = places.split(',').map(str::trim);
    let place = parts.next().unwrap_or_default();
    let count = place.split_whitespace().count();
    (1..=5).contains(&count)
        && place.split_whitespace().all(is_name_word)
        && places.matches(',').count() <= 3
        && parts.all(is_region_or_date)
}

fn is_name_word(word: &str) -> bool {
    let fits = |sign: char| sign.is_alphabetic() || matches!(sign, '.' | '-' | '\'' | '’' | '/');
    word.chars().all(fits) && (word.starts_with(char::is_uppercase) || SMALL_WORDS.contains(&word))
}

fn is_region_or_date(part: &str) -> bool {
    let words = part.split_whitespace().count();
    (1..=4).contains(&words) && part.split_whitespace().all(|word| is_name_word(word) || word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// With an agency, the place may be in small letters (`Port Alden (xwa) - `) or a date alone (`Feb 15 (Reuters) - `).
fn is_soft_place(places: &str, agency: &str) -> bool {
    let capitals = agency.len() <= 5 && agency.chars().all(char::is_uppercase);
    let short = capitals || (agency.len() == 3 && agency.chars().all(char::is_lowercase));
    let known = AGENCIES.contains(&agency);
    (short || known) && (is_place_line(places) && !places.ends_with('.') || known && is_region_or_date(places))
}

/// A place in capitals that needs no agency: a region or date follows it, or it is a city that stands alone.
fn stands_without_agency(places: &str) -> bool {
    let (place, rest) = places.split_once(',').map_or((places, None), |(place, rest)| (place.trim(), Some(rest.trim())));
    let first = place.split_whitespace().next().unwrap_or_default();
    if !is_in_capitals(places) || !is_place_line(places) || NO_PLACES.contains(&first) {
        return false;
    }
    rest.map_or_else(|| is_dateline_city(place), |rest| rest.starts_with(char::is_uppercase) && !is_in_capitals(rest))
}

/// `Washington (CNN) The …`, `(CNN)The …`: a known agency, and no dash.
fn without_dash(paragraph: &str, head: &str) -> Option<usize> {
    let open = head.find('(')?;
    let close = open + head[open..].find(')')?;
    let places = head[..open].trim_end();
    let fits = AGENCIES.contains(&head[open + 1..close].trim()) && (places.is_empty() || is_place_line(places));
    (fits && paragraph[close + 1..].trim_start().starts_with(char::is_uppercase)).then_some(close + 1)
}
