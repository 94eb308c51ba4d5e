//! Two numbers that belong together: `10 to 15`, `between 3% and 5%`, `3-5 million`, `6-3`, `7 votes to 2`.

use super::amounts::million_in_tail;
use super::dates::{Story, day_first};
use super::found::{Found, rounded};
use super::measure::{Measure, after};
use super::numerals::{Numeral, digits, numeral};
use super::words::Words;
use crate::annotation::{Normalised, ValueKind};
use crate::lexicon::measures::currency_sign;
use crate::text::Span;

/// What two numbers make.
#[derive(Debug, Clone)]
pub(super) enum Pair<'a> {
    /// The sides of a score or vote.
    Score(Found),
    /// Least and most.
    Range(Range<'a>),
    /// Neither, and no values each; the token after them.
    Skip(usize),
}

/// A least and a most.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range<'a> {
    /// First token, `between` included.
    first: usize,
    least: f64,
    most: f64,
    /// The second number, by which the measure stands.
    pub last: Numeral<'a>,
}

/// The pair that begins with `numeral`; `None` where that stands alone.
pub(super) fn pair<'a>(words: &Words<'a>, numeral: &Numeral<'a>, floor: usize) -> Option<Pair<'a>> {
    if let Some(rest) = numeral.tail.strip_prefix(['-', '–', '/', ':']) {
        return in_token(words, numeral, rest);
    }
    if let Some(end) = votes(words, numeral) {
        return Some(end);
    }
    let measure = after(words, numeral);
    let end = measure.map_or(numeral.end, |measure| measure.end);
    let is_between = floor < numeral.first && between(words, numeral.first, floor).is_some();
    let connector = words.raw(end);
    let is_tight = words.touches_before(end) && words.touches_before(end + 1);
    let joins = match &*words.key(end) {
        "and" => is_between,
        // `voted by 212 to 188`
        "to" => {
            (!is_change(words, numeral.first) || is_vote_by(words, numeral.first))
                && measure.is_none_or(|measure| measure.kind != ValueKind::Percent)
        }
        "or" => numeral.value > 0.0 && numeral.is_words,
        _ => matches!(connector, "-" | "–" | "—" | "‑") && is_tight,
    };
    if !joins {
        return None;
    }
    let has_sign = currency_sign("", words.raw(end + 1)).is_some();
    let mut second = self::numeral(words, end + 1 + usize::from(has_sign)).filter(|second| !second.tail.starts_with("-year-old"))?;
    if has_sign {
        million_in_tail(&mut second);
    }
    if second.tail == "m" && numeral.tail.is_empty() && words.raw_before(numeral.first, 1) == "£" {
        million_in_tail(&mut second);
    }
    let is_plain = measure.is_none() && !has_sign && numeral.scale == 1.0 && second.scale == 1.0;
    if is_plain && matches!(connector, "-" | "–") && is_score(words, numeral.first, second.end, numeral.value, second.value) {
        return Some(score(words, numeral.first, second.end, numeral.value, second.value));
    }
    if is_plain && connector == "to" && tells_vote(words, numeral.first, second.end) {
        return Some(score(words, numeral.first, second.end, numeral.value, second.value));
    }
    let first = between(words, numeral.first, floor).filter(|_| is_between).unwrap_or(numeral.first);
    range(numeral, second, first)
}

/// A range of both, where it rises. A scale of the second is the first's too: `3-5 million`.
fn range<'a>(numeral: &Numeral<'a>, last: Numeral<'a>, first: usize) -> Option<Pair<'a>> {
    let shares_scale = numeral.scale == 1.0 && last.scale > 1.0 && numeral.value < last.scale && numeral.value * last.scale < last.value;
    let least = if shares_scale { numeral.value * last.scale } else { numeral.value };
    (least < last.value).then_some(Pair::Range(Range { first, least: rounded(least), most: rounded(last.value), last }))
}

/// First token of `between` before the number at `first`, over a sign of money.
fn between(words: &Words<'_>, first: usize, floor: usize) -> Option<usize> {
    let has_sign = currency_sign("", words.raw_before(first, 1)).is_some();
    let at = first.checked_sub(1 + usize::from(has_sign)).filter(|at| *at >= floor)?;
    (&*words.key(at) == "between").then_some(at)
}

/// Whether `by` before the number at `first` tells how a vote went: `passed by 212 to 188`.
fn is_vote_by(words: &Words<'_>, first: usize) -> bool {
    let verb = words.key_before(first, 2);
    &*words.key_before(first, 1) == "by"
        && matches!(&*verb, "vote" | "voted" | "passed" | "approved" | "rejected" | "defeated" | "won" | "lost")
}

/// Whether the number at `first` is where a change began or how far it went: `from 10 to 15`, `rose 5 to 40`.
fn is_change(words: &Words<'_>, first: usize) -> bool {
    let has_sign = currency_sign("", words.raw_before(first, 1)).is_some();
    let before = words.key_before(first, 1 + usize::from(has_sign));
    matches!(
        &*before,
        "from"
            | "by"
            | "rose"
            | "fell"
            | "up"
            | "down"
            | "gained"
            | "dropped"
            | "climbed"
            | "lost"
            | "slipped"
            | "added"
            | "jumped"
            | "slid"
            | "fall"
            | "rise"
            | "tumbled"
            | "surged"
            | "cut"
            | "raised"
            | "increased"
            | "decreased"
            | "of"
    )
}

/// `6-3`, `10-15`, `3-5m`: both numbers in one token.
fn in_token<'a>(words: &Words<'a>, numeral: &Numeral<'a>, rest: &'a str) -> Option<Pair<'a>> {
    let (value, length) = digits(rest)?;
    let tail = &rest[length..];
    let start = words.span(numeral.end - 1).end - rest.len();
    if numeral.tail.starts_with(['/', ':'])
        || tail.starts_with(['-', '/', ':']) && !tail[1..].starts_with(|sign: char| sign.is_alphabetic())
    {
        return Some(Pair::Skip(numeral.end));
    }
    let mut last = Numeral { value, scale: 1.0, stop: start + length, tail, is_bare: false, ..*numeral };
    super::numerals::with_scales(words, &mut last);
    if matches!(last.tail, "m" | "bn" | "tn" | "k") {
        let is_money = currency_sign("", words.raw_before(numeral.first, 1)).is_some();
        if is_money || last.tail != "m" {
            let by = crate::lexicon::number_words::scale(last.tail)?;
            last.multiply(by, last.stop + last.tail.len(), "");
        }
    }
    let is_plain = last.scale == 1.0 && last.tail.is_empty();
    if is_plain && is_score(words, numeral.first, last.end, numeral.value, value) {
        return Some(score(words, numeral.first, last.end, numeral.value, value));
    }
    range(numeral, last, numeral.first).or(Some(Pair::Skip(numeral.end)))
}

/// Whether `first-second` in the tokens from `from` to `end` is a score rather than a range.
fn is_score(words: &Words<'_>, from: usize, end: usize, first: f64, second: f64) -> bool {
    let small = first.fract() == 0.0 && second.fract() == 0.0 && first < 1000.0 && second < 1000.0;
    let next = words.raw(end);
    let measures = words.is_plural(end) && !is_contest(next)
        || matches!(next, "%" | "percent" | "per" | "point")
        || crate::lexicon::measures::unit(next).is_some();
    let measures = measures || crate::lexicon::measures::stretch(next).is_some();
    small && (first >= second || !measures || tells_vote(words, from, end)) && !(measures && first < second)
}

/// Whether the words around tell of a vote or a match.
fn tells_vote(words: &Words<'_>, from: usize, end: usize) -> bool {
    let before = (1..=5).any(|back| is_contest(&words.key_before(from, back)));
    before || (0..2).any(|ahead| is_contest(&words.key(end + ahead)))
}

fn is_contest(word: &str) -> bool {
    matches!(
        word,
        "vote"
            | "votes"
            | "voted"
            | "win"
            | "wins"
            | "won"
            | "winning"
            | "beat"
            | "beaten"
            | "lost"
            | "lose"
            | "loss"
            | "defeat"
            | "defeated"
            | "victory"
            | "draw"
            | "drew"
            | "ruled"
            | "ruling"
            | "decision"
            | "lead"
            | "led"
            | "score"
            | "majority"
            | "passed"
            | "approved"
            | "rejected"
            | "split"
            | "thrashed"
            | "edged"
    )
}

/// `7 votes to 2`, `by nine votes to four`.
fn votes<'a>(words: &Words<'a>, numeral: &Numeral<'a>) -> Option<Pair<'a>> {
    let noun = words.key(numeral.end);
    if !numeral.tail.is_empty()
        || numeral.value.fract() != 0.0
        || !matches!(&*noun, "votes" | "goals" | "games" | "sets" | "points")
        || &*words.key(numeral.end + 1) != "to"
    {
        return None;
    }
    let second = self::numeral(words, numeral.end + 2).filter(|second| second.value.fract() == 0.0)?;
    Some(score(words, numeral.first, second.end, numeral.value, second.value))
}

fn score<'a>(words: &Words<'a>, first: usize, end: usize, own: f64, other: f64) -> Pair<'a> {
    let normalised = Normalised { score: Some([own as u32, other as u32]), ..Normalised::default() };
    Pair::Score(Found { span: words.span_of(first, end), first, end, kind: ValueKind::Cardinal, normalised })
}

impl Range<'_> {
    /// Days of one month: `between 2 and 17 February`.
    pub(super) fn days(&self, words: &Words<'_>, story: Story) -> Option<Found> {
        let mut found = day_first(words, &self.last, story)?;
        found.first = self.first;
        found.span.start = words.span(self.first).start;
        found.normalised.timex = found.normalised.timex.map(|last| format!("{}{:02}/{last}", &last[..8], self.least));
        Some(found)
    }

    /// The value, with the measure after the second number.
    pub(super) fn found(&self, words: &Words<'_>, measure: Option<Measure>) -> Found {
        let factor = measure.map_or(1.0, |measure| measure.factor());
        let normalised = Normalised {
            min: Some(rounded(self.least * factor)),
            max: Some(rounded(self.most * factor)),
            unit: measure.map(|measure| measure.unit().to_owned()),
            ..Normalised::default()
        };
        let start = words.span(self.first).start;
        let (stop, end) = measure.map_or((self.last.stop, self.last.end), |measure| (measure.stop, measure.end));
        let kind = measure.map_or(ValueKind::Cardinal, |measure| measure.kind);
        Found { span: Span::new(start, stop.max(start)), first: self.first, end, kind, normalised }
    }

    /// The value in money of a sign before the first number, at the token `first`.
    pub(super) fn in_money(&self, words: &Words<'_>, first: usize, code: &str) -> Found {
        let mut found = self.found(words, None);
        found.kind = ValueKind::Money;
        found.first = found.first.min(first);
        found.span.start = found.span.start.min(words.span(first).start);
        found.normalised.unit = Some(code.to_owned());
        found
    }
}
