//! Names, figures and dates as keys that two wordings share.

use std::borrow::Cow;
use std::rc::Rc;

use super::word::Word;
use crate::annotation::{EntityCluster, EntityType, MentionKind, Normalised, Value, ValueKind};
use crate::lexicon::aliases::fullest;
use crate::lexicon::claim_words::{class_of, is_kind};
use crate::lexicon::function_words::function_word;
use crate::lexicon::stem::stem;
use crate::lexicon::{WordClasses, calendar_words, classes_of};

/// The key of an entity in any story: a person's last name, the words of another name or of a description in their order of the alphabet.
pub fn entity_key(entity: &EntityCluster) -> String {
    match entity.entity_type {
        _ if !has_name(entity) => name_key(&entity.canonical_name),
        EntityType::Person => last_name(&entity.canonical_name),
        _ if has_title(&entity.canonical_name) => last_name(&entity.canonical_name),
        _ => name_key(&entity.canonical_name),
    }
}

/// Whether a mention names it: `prosecutors for the state` does not.
pub(super) fn has_name(entity: &EntityCluster) -> bool {
    entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name)
}

/// Whether a name that passed for another begins with the title of a person: `Governor Ellis Park`.
fn has_title(name: &str) -> bool {
    let classes = classes_of(name.split_whitespace().next().unwrap_or_default());
    let last = classes_of(name.split_whitespace().next_back().unwrap_or_default());
    classes.any(WordClasses::HONORIFIC.with(WordClasses::OFFICE)) && !last.any(WordClasses::ORGANIZATION_LAST) && name.contains(' ')
}

pub(super) fn last_name(name: &str) -> String {
    let is_suffix = |word: &&str| !matches!(*word, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
    let last = Word::of(name.split_whitespace().rev().find(is_suffix).unwrap_or(name));
    // `Will` may be a name
    match last.stem.as_deref() {
        Some(stem) => place_stem(stem).to_owned(),
        None => place_stem(&stem(&last.lower)).to_owned(),
    }
}

/// The words of a name or description by their classes, sorted: `the Ministry of Defence` and `Defense Ministry` share it.
pub fn name_key(name: &str) -> String {
    let name = without_kind(name.strip_prefix("the ").or(name.strip_prefix("The ")).unwrap_or(name));
    let name = in_one_spelling(fullest(name));
    // `the Orbital Science Agency (OSA)`
    let name = name.split('(').next().unwrap_or_default();
    let is_named = name.contains(char::is_uppercase);
    // `the airline Skylark Air`
    let is_kind_of_name = |word: &str| is_named && is_kind(word);
    let words = name.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | ',')).filter(|word| !is_kind_of_name(word));
    let words: Vec<Rc<Word>> = words
        .map(|word| word.trim_end_matches("'s").trim_end_matches("’s").trim_matches(|sign: char| !sign.is_alphanumeric()))
        .map(Word::of)
        .filter(|word| !word.lower.is_empty() && !is_legal_form(&word.lower))
        .collect();
    let stems = words.iter().filter_map(|word| word.stem.as_deref());
    let mut stems: Vec<&str> = stems.map(|stem| class_of(stem).unwrap_or_else(|| place_stem(stem))).collect();
    stems.sort_unstable();
    stems.dedup();
    // `the National Statistics Bureau` as `the statistics bureau`, `local residents` as `residents`
    let is_reach = |stem: &str| matches!(stem, "country" | "local");
    if stems.iter().any(|stem| !is_reach(stem) && !matches!(*stem, "bank" | "assembli")) {
        stems.retain(|stem| !is_reach(stem));
    }
    // `the Portmere Police Department` as `Portmere police`
    if stems.contains(&"police") {
        stems.retain(|stem| !matches!(*stem, "ministri" | "servic" | "forc"));
    }
    stems.join(" ")
}

/// The name with the only such names of bodies in wires that are written in either way.
fn in_one_spelling(name: &str) -> Cow<'_, str> {
    let is_written_apart = |(first, second)| matches!((first, second), ("Coast", "Guard") | ("coast", "guard") | ("Football", "Club"));
    if !name.split(' ').zip(name.split(' ').skip(1)).any(is_written_apart) {
        return name.into();
    }
    name.replace("Coast Guard", "Coastguard").replace("coast guard", "coastguard").replace("Football Club", "FC").into()
}

/// The name without the common nouns before it, which say what it is: `letting agency Harbourline Lettings`, not `police in Vessa`.
fn without_kind(name: &str) -> &str {
    let Some(capital) = name.find(char::is_uppercase) else { return name };
    let (kind, own) = name.split_at(capital);
    let is_common = |word: &str| word.starts_with(char::is_lowercase);
    let is_noun = |word: &str| is_common(word) && function_word(word).is_none();
    // a description goes on with a noun: `former UN envoy`
    let describes = own.split_whitespace().any(is_noun);
    if kind.ends_with(' ') && kind.split_whitespace().all(is_noun) && !describes { own } else { name }
}

fn is_legal_form(word: &str) -> bool {
    matches!(
        word,
        "inc"
            | "ltd"
            | "llc"
            | "plc"
            | "corp"
            | "co"
            | "gmbh"
            | "ag"
            | "limited"
            | "incorporated"
            | "company"
            | "corporation"
            | "group"
            | "fc"
            | "afc"
            | "cf"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
    )
}

/// `kalvian` as `kalvia`, `tollaran` as `tollara`.
pub(super) fn place_stem(stem: &str) -> &str {
    // `pellandian` as `pelland`
    if let Some(land) = stem.strip_suffix("ian").filter(|land| land.ends_with("land")) {
        return land;
    }
    stem.strip_suffix('n').filter(|base| base.ends_with('a') && stem.len() >= 6).unwrap_or(stem)
}

/// A figure by what it comes to, whatever its words.
pub(super) fn figure_key(value: &Value) -> String {
    let Normalised { value: exact, min, max, score, unit, .. } = &value.normalised;
    if let Some([own, other]) = score {
        return format!("{own}:{other}");
    }
    let shown = |number: &Option<f64>| number.map(|number| format!("{number}")).unwrap_or_default();
    let amount = match (min, max) {
        (None, None) => shown(exact),
        _ => format!("{}..{}", shown(min), shown(max)),
    };
    let place = if value.kind == ValueKind::Ordinal { "#" } else { "" };
    let (amount, unit) = match (value.kind, unit.as_deref()) {
        // `half` is `50%`.
        (ValueKind::Proportion, _) if (*exact).or(*min).or(*max).is_some_and(|share| share < 1.0) => {
            (scaled(&value.normalised, 100.0), Some("percent"))
        }
        (ValueKind::Percent, unit) => (scaled(&value.normalised, 1.0), unit),
        (ValueKind::Duration, Some("year")) => (scaled(&value.normalised, 12.0), Some("month")),
        (ValueKind::Duration, Some(unit)) if seconds_of(unit).is_some() => {
            (scaled(&value.normalised, seconds_of(unit).unwrap_or(1.0)), Some("second"))
        }
        (_, Some("basis point")) => (scaled(&value.normalised, 0.01), Some("percentage point")),
        (_, Some("cm")) => (scaled(&value.normalised, 0.01), Some("m")),
        (_, Some("km")) => (scaled(&value.normalised, 1000.0), Some("m")),
        (_, Some("ton" | "t")) => (scaled(&value.normalised, 1000.0), Some("kg")),
        (_, unit) => (amount, unit),
    };
    format!("{place}{amount}{}", unit.unwrap_or_default())
}

/// Seconds of one `unit` of time that always lasts as long.
fn seconds_of(unit: &str) -> Option<f64> {
    match unit {
        "second" => Some(1.0),
        "minute" => Some(60.0),
        "hour" => Some(3600.0),
        "day" => Some(86_400.0),
        "week" => Some(604_800.0),
        _ => None,
    }
}

/// Seconds of a duration; `None` for ages, ranges and other values.
pub(super) fn seconds(value: &Value) -> Option<f64> {
    let norm = &value.normalised;
    let unit = norm.unit.as_deref().filter(|_| value.kind == ValueKind::Duration && !norm.age)?;
    Some(norm.value? * seconds_of(unit)?)
}

/// The amount or range times `factor`, to two decimals.
fn scaled(normalised: &Normalised, factor: f64) -> String {
    let shown = |number: Option<f64>| number.map(|number| format!("{}", (number * factor * 100.0).round() / 100.0)).unwrap_or_default();
    match (normalised.min, normalised.max) {
        (None, None) => shown(normalised.value),
        (min, max) => format!("{}..{}", shown(min), shown(max)),
    }
}

/// A date by its TIMEX, else by its words in their order of the alphabet.
pub(super) fn date_key(value: &Value, words: &str) -> String {
    if let Some(timex) = &value.normalised.timex {
        return timex.clone();
    }
    let pieces = words.split(|sign: char| sign.is_whitespace() || matches!(sign, '-' | ','));
    let mut keys: Vec<String> = pieces
        .map(|piece| piece.to_lowercase())
        .filter(|piece| !piece.is_empty() && !matches!(piece.as_str(), "the" | "of" | "on" | "in" | "late" | "early"))
        .map(|piece| if matches!(piece.as_str(), "earlier" | "before" | "previously") { "ago".to_owned() } else { piece })
        .map(as_elsewhere)
        .map(|piece| calendar_words::month(&piece).map_or_else(|| day_key(&piece), |month| format!("month {month}")))
        .collect();
    keys.sort_unstable();
    keys.join(" ")
}

/// `fall` as `autumn`, `q3` as `third quarter`.
fn as_elsewhere(piece: String) -> String {
    let quarter = match piece.as_str() {
        "fall" => return "autumn".to_owned(),
        "q1" => "first",
        "q2" => "second",
        "q3" => "third",
        "q4" => "fourth",
        _ => return piece,
    };
    format!("quarter {quarter}")
}

/// The keys of a date; `late on Thursday` as `Thursday night`, `next April` as `April next year`.
pub(super) fn date_keys(value: &Value, words: &str, is_late: bool) -> Vec<String> {
    let key = date_key(value, words);
    if let Some(month) = key.strip_suffix(" next").filter(|month| month.starts_with("month ")) {
        return vec![month.to_owned(), "next year".to_owned()];
    }
    let is_night = (is_late || words.starts_with("late ")) && calendar_words::weekday(&key).is_some();
    vec![if is_night { format!("night {key}") } else { key }]
}

/// The key of the `day` of the month of the date with this key; `None` where that names no day.
pub(super) fn same_month(date: &str, day: f64) -> Option<String> {
    if let Some((own, month)) = date.split_once(" month ") {
        let names_day = own.len() <= 2 && own.bytes().all(|byte| byte.is_ascii_digit());
        return names_day.then(|| format!("{day} month {month}"));
    }
    let month = date.get(..8).filter(|month| date.len() == 10 && month.ends_with('-'))?;
    Some(format!("{month}{day:02}"))
}

/// `3rd` as `3`.
fn day_key(piece: &str) -> String {
    let digits = piece.trim_end_matches(|sign: char| sign.is_alphabetic());
    if digits.is_empty() || digits.len() + 2 != piece.len() { piece.to_owned() } else { digits.to_owned() }
}
