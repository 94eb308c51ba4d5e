//! Numbers in digits and words, without what they count.

use super::words::{Key, Words};
use crate::lexicon::measures::goes_by_millions;
use crate::lexicon::number_words::{cardinal, scale};

/// Longest number, in digits.
const LONGEST: usize = 24;

/// A number as the text writes it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Numeral<'a> {
    /// What it comes to.
    pub value: f64,
    /// What it was multiplied by: 1,000,000 in `3.2 million`.
    pub scale: f64,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
    /// One past the byte that ends the number itself.
    pub stop: usize,
    /// What its last token goes on with: `-year-old`, `km`.
    pub tail: &'a str,
    /// Whether it is digits alone, without comma, point and scale: a year, a label.
    pub is_bare: bool,
    /// Whether it is written in words.
    pub is_words: bool,
}

/// Reads the number that begins with the token at `first`.
pub(super) fn numeral<'a>(words: &Words<'a>, first: usize) -> Option<Numeral<'a>> {
    if words.raw(first).starts_with(|sign: char| sign.is_ascii_digit()) { in_digits(words, first) } else { in_words(words, first) }
}

/// Value and length of the digits that `text` begins with: `9,300.5`.
pub(super) fn digits(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let mut kept = [0; LONGEST];
    let mut count = 0;
    let mut at = 0;
    let mut has_point = false;
    while let Some(byte) = bytes.get(at) {
        let is_group = || [3, 2].iter().any(|size| is_group(&bytes[at + 1..], *size));
        match byte {
            b'0'..=b'9' => {}
            b',' if at > 0 && !has_point && is_group() => {
                at += 1;
                continue;
            }
            b'.' if at > 0 && !has_point && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => has_point = true,
            _ => break,
        }
        *kept.get_mut(count)? = *byte;
        count += 1;
        at += 1;
    }
    let value = std::str::from_utf8(&kept[..count]).ok()?.parse().ok()?;
    Some((value, at))
}

/// Whether `bytes` begins with a group of `size` digits after a comma: three and no fourth, or two before another comma.
fn is_group(bytes: &[u8], size: usize) -> bool {
    let all_digits = bytes.len() >= size && bytes[..size].iter().all(u8::is_ascii_digit);
    let next = bytes.get(size);
    all_digits && if size == 3 { !next.is_some_and(u8::is_ascii_digit) } else { next == Some(&b',') }
}

fn in_digits<'a>(words: &Words<'a>, first: usize) -> Option<Numeral<'a>> {
    let raw = words.raw(first);
    let (mut value, length) = digits(raw)?;
    let mut tail = &raw[length..];
    let mut stop = words.span(first).start + length;
    for (sign, part) in [("½", 0.5), ("¼", 0.25), ("¾", 0.75)] {
        if let Some(rest) = tail.strip_prefix(sign) {
            value += part;
            stop += sign.len();
            tail = rest;
        }
    }
    let is_bare = raw.len() == length && raw.bytes().all(|byte| byte.is_ascii_digit());
    let mut found = Numeral { value, scale: 1.0, first, end: first + 1, stop, tail, is_bare, is_words: false };
    if tail == "m" && says_millions(words, first) || matches!(tail, "bn" | "tn" | "trn" | "bln" | "mn" | "mln") {
        found.multiply(scale(tail)?, found.stop + tail.len(), "");
    }
    with_scales(words, &mut found);
    Some(found)
}

/// Whether `m` at the number of the token `first` says millions: of money or of what is counted, `6.2m euros`, `1.4m tonnes`, or of as much as
/// the number before, `from 40m crowns to 30m`.
fn says_millions(words: &Words<'_>, first: usize) -> bool {
    let is_counted = |at: usize| goes_by_millions(&words.key(at));
    let is_goal = || matches!(&*words.key_before(first, 1), "to" | "and" | "or") && first >= 3;
    let follows_millions = || {
        is_counted(first - 2) && words.raw(first - 3).ends_with('m') && words.raw(first - 3).starts_with(|sign: char| sign.is_ascii_digit())
    };
    is_counted(first + 1) || is_goal() && follows_millions()
}

/// Takes in `million`, `-million` and `million-` after the number.
pub(super) fn with_scales<'a>(words: &Words<'a>, found: &mut Numeral<'a>) {
    for _ in 0..2 {
        if let Some(rest) = found.tail.strip_prefix('-') {
            let piece = first_piece(rest);
            let Some(by) = scale(&Key::new(piece)).filter(|_| piece.len() > 1) else { return };
            found.multiply(by, found.stop + 1 + piece.len(), &rest[piece.len()..]);
        } else if found.tail.is_empty() {
            let raw = words.raw(found.end);
            let piece = first_piece(raw);
            let Some(by) = scale(&Key::new(piece)).filter(|_| !matches!(piece, "k" | "m" | "K" | "M")) else { return };
            found.multiply(by, words.span(found.end).start + piece.len(), &raw[piece.len()..]);
            found.end += 1;
        } else {
            return;
        }
    }
}

impl<'a> Numeral<'a> {
    /// Multiplies it by the word that ends at the byte `stop`, before `tail`.
    pub(super) fn multiply(&mut self, by: f64, stop: usize, tail: &'a str) {
        self.value *= by;
        self.scale *= by;
        self.stop = stop;
        self.tail = tail;
        self.is_bare = false;
    }
}

/// What stands before the first hyphen.
pub(super) fn first_piece(text: &str) -> &str {
    text.split('-').next().unwrap_or_default()
}

/// A number in words while it is read.
struct Sum {
    /// Thousands and above.
    total: f64,
    /// Below a thousand.
    current: f64,
    /// The last scale taken in; the next must be smaller.
    last_scale: f64,
    /// Whether anything was read.
    has_any: bool,
}

impl Sum {
    /// Takes in one word; `false` where it does not go on.
    fn take(&mut self, word: &str) -> bool {
        if let Some(number) = cardinal(word) {
            let fits = !self.has_any
                || number < 10.0 && number > 0.0 && self.current >= 20.0 && self.current % 10.0 == 0.0
                || number < 100.0 && number > 0.0 && self.current % 100.0 == 0.0 && (self.current > 0.0 || self.total > 0.0);
            if fits {
                self.current += number;
                self.has_any = true;
            }
            return fits;
        }
        let Some(by) = scale(word).filter(|_| word.len() > 2 && self.has_any) else { return false };
        if by < 1e3 {
            let fits = self.current > 0.0 && self.current < 100.0;
            if fits {
                self.current *= by;
            }
            return fits;
        }
        if by >= self.last_scale || self.current == 0.0 {
            return false;
        }
        self.total += self.current * by;
        self.current = 0.0;
        self.last_scale = by;
        true
    }

    /// Whether `and` may follow: `two hundred and fifty`.
    fn may_go_on_with_and(&self) -> bool {
        self.has_any && self.current % 100.0 == 0.0 && (self.current >= 100.0 || self.total > 0.0)
    }
}

fn in_words<'a>(words: &Words<'a>, first: usize) -> Option<Numeral<'a>> {
    let mut sum = Sum { total: 0.0, current: 0.0, last_scale: f64::INFINITY, has_any: false };
    let mut from = first;
    if matches!(&*words.key(first), "a" | "an") {
        scale(&Key::new(first_piece(words.raw(first + 1))))?;
        sum.take("one");
        from += 1;
    }
    let mut found = Numeral { value: 0.0, scale: 1.0, first, end: from, stop: 0, tail: "", is_bare: false, is_words: true };
    while let Some(next) = take_token(words, &mut sum, &mut found) {
        found.end = next;
        if !found.tail.is_empty() {
            break;
        }
    }
    if found.stop == 0 {
        return None;
    }
    found.value = sum.total + sum.current;
    found.scale = if sum.current == 0.0 && sum.total > 0.0 { sum.last_scale } else { 1.0 };
    add_fraction(words, &mut found);
    Some(found)
}

/// Takes in the pieces of the token at `found.end`, or `and` and the token after it; gives the token after.
fn take_token<'a>(words: &Words<'a>, sum: &mut Sum, found: &mut Numeral<'a>) -> Option<usize> {
    let mut index = found.end;
    if &*words.key(index) == "and" && sum.may_go_on_with_and() && cardinal(&Key::new(first_piece(words.raw(index + 1)))).is_some() {
        index += 1;
    }
    let raw = words.raw(index);
    let mut offset = 0;
    let mut taken = None;
    for piece in raw.split('-') {
        if !sum.take(&Key::new(piece)) {
            break;
        }
        offset += piece.len();
        taken = Some(offset);
        offset += 1;
    }
    let length = taken?;
    found.stop = words.span(index).start + length;
    found.tail = &raw[length..];
    Some(index + 1)
}

/// `two and a half`, `four-and-a-half`.
fn add_fraction(words: &Words<'_>, found: &mut Numeral<'_>) {
    let part = |word: &str| match word {
        "half" => Some(0.5),
        "quarter" => Some(0.25),
        _ => None,
    };
    if let Some(rest) = found.tail.strip_prefix("-and-a-") {
        let piece = first_piece(rest);
        if let Some(value) = part(piece) {
            found.value += value;
            found.stop += "-and-a-".len() + piece.len();
            found.tail = &rest[piece.len()..];
        }
        return;
    }
    let begins = found.tail.is_empty() && &*words.key(found.end) == "and" && matches!(&*words.key(found.end + 1), "a" | "one");
    if let Some(value) = part(&words.key(found.end + 2)).filter(|_| begins) {
        found.end += 3;
        found.stop = words.span(found.end - 1).end;
        found.value += value;
        with_scales_after_fraction(words, found);
    }
}

/// `one and a half million`.
fn with_scales_after_fraction(words: &Words<'_>, found: &mut Numeral<'_>) {
    if let Some(by) = scale(&words.key(found.end)).filter(|by| *by >= 1e3) {
        found.stop = words.span(found.end).end;
        found.end += 1;
        found.value *= by;
        found.scale *= by;
    }
}
