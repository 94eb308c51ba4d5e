//! Times of day: `9 a.m.`, `4.40am`, `10:30`, `noon`, `seven in the morning`, `8 o'clock in the evening`.

use super::found::{Found, dated, measured};
use super::numerals::Numeral;
use super::words::Words;
use crate::annotation::{Normalised, ValueKind};
use crate::text::Span;

/// The half of the day that a word names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
}

fn half(word: &str) -> Option<Half> {
    match word {
        "am" | "a.m" | "a.m." => Some(Half::Morning),
        "pm" | "p.m" | "p.m." => Some(Half::Afternoon),
        _ => None,
    }
}

/// The time of day that begins with `numeral`.
pub(super) fn clock(words: &Words<'_>, numeral: &Numeral<'_>) -> Option<Found> {
    let first = numeral.first;
    let raw = words.raw(first);
    let digits = raw.trim_end_matches(|sign: char| sign.is_ascii_alphabetic());
    let letters = if numeral.is_words { "" } else { &raw[digits.len()..] };
    let next = words.key(first + 1);
    let (hour, minute) = if numeral.is_words { (whole(numeral.value)?, 0) } else { hour_and_minute(digits)? };
    if numeral.is_words && (numeral.end != first + 1 || !numeral.tail.is_empty()) {
        return None;
    }
    if let Some(half) = half(&letters.to_ascii_lowercase()).filter(|_| hour <= 12) {
        return Some(time(words, first, first + 1, in_half(hour, half), minute));
    }
    if !letters.is_empty() {
        return None;
    }
    if let Some(half) = half(&next).filter(|_| hour <= 12 && (&*next != "am" || !numeral.is_words)) {
        return Some(time(words, first, first + 2, in_half(hour, half), minute));
    }
    if &*next == "o'clock" && (1..=12).contains(&hour) {
        let half = part(words, first + 2);
        let end = if half.is_some() { first + 5 } else { first + 2 };
        return Some(time(words, first, end, half.map_or(hour, |half| in_half(hour, half)), minute));
    }
    if let Some(half) = part(words, first + 1).filter(|_| (1..=12).contains(&hour)) {
        return Some(time(words, first, first + 4, in_half(hour, half), minute));
    }
    let is_colon = digits.contains(':') && digits.len() >= 4;
    let has_zone = matches!(&*next, "gmt" | "utc" | "bst" | "cet" | "est" | "local");
    (is_colon || has_zone && digits.len() >= 4).then(|| time(words, first, first + 1, hour, minute))
}

/// `in the morning`, `in the afternoon`.
fn part(words: &Words<'_>, at: usize) -> Option<Half> {
    match (&*words.key(at), &*words.key(at + 1), &*words.key(at + 2)) {
        ("in", "the", "morning") => Some(Half::Morning),
        ("in", "the", "afternoon" | "evening") => Some(Half::Afternoon),
        _ => None,
    }
}

fn whole(value: f64) -> Option<u32> {
    (value.fract() == 0.0 && (0.0..=24.0).contains(&value)).then_some(value as u32)
}

/// Hour and minute of `9`, `4.40`, `10:30`, `1430`.
fn hour_and_minute(digits: &str) -> Option<(u32, u32)> {
    let (hour, minute) = match digits.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour, minute),
        Some(_) => return None,
        None if digits.len() == 4 => digits.split_at_checked(2)?,
        None => (digits, "0"),
    };
    let is_short = hour.len() <= 2 && hour.bytes().chain(minute.bytes()).all(|byte| byte.is_ascii_digit());
    let (hour, minute) = (hour.parse().ok()?, minute.parse().ok()?);
    (is_short && hour < 24 && minute < 60).then_some((hour, minute))
}

fn in_half(hour: u32, half: Half) -> u32 {
    match half {
        Half::Morning => hour % 12,
        Half::Afternoon => hour % 12 + 12,
    }
}

fn time(words: &Words<'_>, first: usize, end: usize, hour: u32, minute: u32) -> Found {
    let span = words.span_of(first, end);
    Found { span, first, end, kind: ValueKind::Time, normalised: dated(Some(format!("T{hour:02}:{minute:02}"))) }
}

/// `noon` and `midnight`.
pub(super) fn named(words: &Words<'_>, at: usize) -> Option<Found> {
    match &*words.key(at) {
        "noon" | "midday" => Some(time(words, at, at + 1, 12, 0)),
        "midnight" => Some(time(words, at, at + 1, 0, 0)),
        _ => None,
    }
}

/// A race's time: `2:27:41`.
pub(super) fn race(words: &Words<'_>, at: usize) -> Option<Found> {
    let raw = words.raw(at);
    let mut parts = [0_u32; 3];
    let mut count = 0;
    for piece in raw.split(':') {
        *parts.get_mut(count)? = piece.parse().ok().filter(|_| piece.len() <= 2)?;
        count += 1;
    }
    let [hours, minutes, seconds] = parts;
    if count != 3 || minutes > 59 || seconds > 59 {
        return None;
    }
    let timex = Some(format!("PT{hours}H{minutes}M{seconds}S"));
    let normalised = Normalised { timex, ..measured(f64::from(hours * 3600 + minutes * 60 + seconds), "second") };
    let span: Span = words.span(at);
    Some(Found { span, first: at, end: at + 1, kind: ValueKind::Duration, normalised })
}
