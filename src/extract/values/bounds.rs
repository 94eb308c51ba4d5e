//! Words around an amount that bound or soften it: `at least 40`, `some 200`, `10 or so`.

use super::found::Found;
use super::words::Words;
use crate::annotation::{Normalised, ValueKind};

/// What the words do to an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bound {
    /// It is about that.
    About,
    /// It is that or more.
    Least,
    /// It is that or less.
    Most,
    /// A little more.
    JustOver,
    /// A little less.
    JustUnder,
}

/// `found` with the words that bound it, none of them before the token `floor`.
pub(super) fn bounded(words: &Words<'_>, found: Found, floor: usize) -> Found {
    let may_be_bounded = match found.kind {
        ValueKind::Ordinal => false,
        ValueKind::Date => is_year(&found.normalised),
        ValueKind::Cardinal => found.normalised.score.is_none(),
        _ => true,
    };
    if !may_be_bounded {
        return found;
    }
    let mut bounded = found;
    if let Some((bound, end)) = after(words, bounded.end) {
        apply(&mut bounded.normalised, bound);
        bounded.end = end;
    }
    if let Some((bound, first)) = before(words, bounded.first, kind_for_bounds(&bounded)).filter(|(_, first)| *first >= floor) {
        let only_about = matches!(bounded.kind, ValueKind::Date | ValueKind::Time);
        if !only_about || bound == Bound::About {
            apply(&mut bounded.normalised, bound);
            bounded.first = first;
        }
    }
    bounded.span.start = bounded.span.start.min(words.span(bounded.first).start);
    bounded.span.end = bounded.span.end.max(if bounded.end > 0 { end_of(words, &bounded) } else { 0 });
    bounded
}

/// Ages are bounded like counts: `homeowners over 70`.
fn kind_for_bounds(found: &Found) -> ValueKind {
    if found.normalised.age { ValueKind::Cardinal } else { found.kind }
}

/// Where the last token ends, unless the value ends inside it.
fn end_of(words: &Words<'_>, found: &Found) -> usize {
    let last = words.span(found.end - 1);
    if last.contains_offset(found.span.end) { found.span.end } else { last.end }
}

fn is_year(normalised: &Normalised) -> bool {
    normalised.timex.as_ref().is_some_and(|timex| timex.len() == 4)
}

fn apply(normalised: &mut Normalised, bound: Bound) {
    normalised.approximate |= matches!(bound, Bound::About | Bound::JustOver | Bound::JustUnder);
    let is_single = normalised.min.is_none() && normalised.max.is_none();
    match bound {
        Bound::Least | Bound::JustOver if is_single => normalised.min = normalised.value.take(),
        Bound::Most | Bound::JustUnder if is_single => normalised.max = normalised.value.take(),
        _ => {}
    }
}

/// The bound that follows, and the token after it: `or so`, `or more`.
fn after(words: &Words<'_>, end: usize) -> Option<(Bound, usize)> {
    if &*words.key(end) != "or" {
        return None;
    }
    let bound = match &*words.key(end + 1) {
        "so" | "thereabouts" => Bound::About,
        "more" | "over" | "above" | "higher" | "longer" | "older" => Bound::Least,
        "less" | "fewer" | "under" | "below" | "lower" | "younger" => Bound::Most,
        _ => return None,
    };
    // `or more than that` goes on otherwise.
    (&*words.key(end + 2) != "than").then_some((bound, end + 2))
}

/// The bound before the token `first`, and the token that it begins with.
fn before(words: &Words<'_>, first: usize, kind: ValueKind) -> Option<(Bound, usize)> {
    let one = words.key_before(first, 1);
    let two = words.key_before(first, 2);
    let three = words.key_before(first, 3);
    let (bound, length) = match (&*three, &*two, &*one) {
        ("no" | "not", "more" | "greater" | "higher", "than") => (Bound::Most, 3),
        ("no" | "not", "fewer" | "less" | "lower", "than") => (Bound::Least, 3),
        (_, "more" | "greater" | "older", "than") => (Bound::Least, 2),
        (_, "fewer" | "less" | "younger", "than") => (Bound::Most, 2),
        ("as", "many" | "much" | "high" | "long", "as") => (Bound::Most, 3),
        ("as", "few" | "little" | "low", "as") => (Bound::Least, 3),
        ("a", "minimum", "of") | ("in", "excess", "of") => (Bound::Least, 3),
        ("a", "maximum", "of") => (Bound::Most, 3),
        ("an", "estimated", _) if is_article_late(&one) => return None,
        (_, "upwards", "of") => (Bound::Least, 2),
        (_, "at", "least") => (Bound::Least, 2),
        (_, "at", "most") => (Bound::Most, 2),
        (_, "up", "to") if !is_change(words, first.saturating_sub(2)) => (Bound::Most, 2),
        (_, "close" | "nearer", "to") => (Bound::About, 2),
        (_, "just", "over") => (Bound::JustOver, 2),
        (_, "just", "under") => (Bound::JustUnder, 2),
        (_, "well", "over" | "above") => (Bound::Least, 2),
        (_, "well", "under" | "below") => (Bound::Most, 2),
        (_, "an", "estimated") => (Bound::About, 2),
        _ => (single(&one, &two, kind)?, 1),
    };
    Some((bound, first - length))
}

fn is_article_late(word: &str) -> bool {
    matches!(word, "a" | "an" | "the")
}

/// Whether the token at `index` follows a verb of change, so that `to` after it names where that led: `went up to 40`.
fn is_change(words: &Words<'_>, index: usize) -> bool {
    matches!(&*words.key_before(index, 1), "went" | "go" | "goes" | "gone" | "moved" | "move" | "moves" | "edged" | "crept" | "was" | "is")
}

/// A bound of one word, `before` which stands another.
fn single(word: &str, before: &str, kind: ValueKind) -> Option<Bound> {
    match word {
        "roughly" | "approximately" | "nearly" | "almost" | "circa" | "nearer" | "virtually" | "estimated" => Some(Bound::About),
        "around" => Some(Bound::About),
        "about" => (!is_talk(before)).then_some(Bound::About),
        "some" => (kind != ValueKind::Time && kind != ValueKind::Proportion).then_some(Bound::About),
        "over" if kind == ValueKind::Duration => {
            matches!(before, "for" | "of" | "lasted" | "took" | "spent" | "takes").then_some(Bound::Least)
        }
        "over" | "above" | "exceeding" => (!is_dispute(before) && kind != ValueKind::Time).then_some(Bound::Least),
        // `climbed past $90`, not `the past 90 days`
        "past" => (kind == ValueKind::Money || kind == ValueKind::Percent).then_some(Bound::Least),
        "under" | "below" => (!is_dispute(before) && kind != ValueKind::Time).then_some(Bound::Most),
        _ => None,
    }
}

/// Whether `about` after `word` names a topic: `talked about two ships`.
fn is_talk(word: &str) -> bool {
    matches!(
        word,
        "talk"
            | "talks"
            | "talked"
            | "talking"
            | "spoke"
            | "speak"
            | "speaks"
            | "spoken"
            | "speaking"
            | "think"
            | "thinks"
            | "thought"
            | "thinking"
            | "know"
            | "knows"
            | "knew"
            | "known"
            | "worry"
            | "worries"
            | "worried"
            | "concern"
            | "concerns"
            | "concerned"
            | "ask"
            | "asked"
            | "asks"
            | "asking"
            | "tell"
            | "tells"
            | "question"
            | "questions"
            | "something"
            | "anything"
            | "nothing"
            | "information"
            | "details"
            | "doubts"
            | "fears"
            | "complained"
            | "complaints"
            | "warned"
            | "warning"
            | "lied"
            | "lying"
            | "story"
            | "stories"
            | "book"
            | "report"
            | "reports"
            | "learned"
            | "learnt"
            | "heard"
            | "wrote"
            | "care"
            | "cares"
            | "how"
            | "what"
    )
}

/// Whether `over` after `word` names what people fall out about: `a row over £5m`.
fn is_dispute(word: &str) -> bool {
    matches!(
        word,
        "row"
            | "dispute"
            | "disputes"
            | "fight"
            | "battle"
            | "clash"
            | "clashed"
            | "lawsuit"
            | "trial"
            | "concerns"
            | "concern"
            | "anger"
            | "angry"
            | "questions"
            | "talks"
            | "argument"
            | "argued"
            | "debate"
            | "sued"
            | "jailed"
            | "arrested"
            | "charged"
            | "protest"
            | "protests"
            | "fears"
            | "criticism"
            | "criticised"
            | "criticized"
            | "investigation"
            | "inquiry"
            | "scandal"
            | "resigned"
            | "victory"
            | "win"
            | "took"
            | "taken"
            | "came"
            | "come"
            | "left"
            | "comes"
    )
}
