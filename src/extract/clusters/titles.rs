//! Titles and roles that stand with the names of a person.

use crate::annotation::{Mention, Title, TitleKind};
use crate::lexicon::{WordClasses, classes_of, is_possessive_mark};
use crate::text::{Document, Span, TokenKind, TokenRange};

/// Most words of a title before a name.
const LONGEST_BEFORE: usize = 6;
/// Most tokens of an apposition after a name.
const LONGEST_AFTER: usize = 16;
/// How far into an apposition its role may stand.
const ROLE_WITHIN: usize = 8;

/// The titles that stand before or after `mentions`, in the order of the text; `persons` are all names of persons, in the same order.
pub(super) fn titles_of(document: &Document, mentions: &[Mention], persons: &[TokenRange]) -> Vec<Title> {
    let mut titles = Vec::new();
    for mention in mentions {
        let tokens = document.tokens_in(mention.span);
        if tokens.is_empty() {
            continue;
        }
        titles.extend(title_before(document, tokens.start));
        titles.extend(apposition_after(document, tokens.end, persons));
    }
    titles
}

/// `Deputy Foreign Minister` before a name; honorifics alone are a kind of their own.
fn title_before(document: &Document, name: usize) -> Option<Title> {
    let sentence = document.sentence_at(document.tokens()[name].span.start)?;
    let sentence_start = document.sentences()[sentence].tokens.start;
    let belongs = WordClasses::TITLE.with(WordClasses::ROLE).with(WordClasses::OFFICE_MODIFIER);
    let mut end = name;
    // The full stop of `Mr.`, where it is a token of its own.
    if end > sentence_start && document.word(end - 1) == "." {
        end -= 1;
    }
    let lowest = sentence_start.max(end.saturating_sub(LONGEST_BEFORE));
    let head = classes_at(document, end.checked_sub(1)?);
    if end <= lowest || !head.any(WordClasses::TITLE.with(WordClasses::ROLE)) || head.any(WordClasses::FUNCTION) {
        return None;
    }
    let mut start = end - 1;
    while start > lowest {
        let classes = classes_at(document, start - 1);
        let adjective = classes.any(WordClasses::TOPIC) && !classes.any(WordClasses::FUNCTION);
        if document.tokens()[start - 1].kind != TokenKind::Word || !classes.any(belongs) && !adjective || classes.any(WordClasses::FUNCTION)
        {
            break;
        }
        start -= 1;
    }
    let honorific = end - start == 1 && head.any(WordClasses::HONORIFIC);
    let mut span = document.span_of(TokenRange::new(start, end));
    if end < name {
        span.end = document.tokens()[end].span.end;
    }
    Some(Title { span, kind: if honorific { TitleKind::Honorific } else { TitleKind::Office } })
}

/// `, a spokesman for the ministry,` after a name: from the article to the next comma, verb of speech or end.
fn apposition_after(document: &Document, end: usize, persons: &[TokenRange]) -> Option<Title> {
    let last = end.checked_sub(1)?;
    let sentence = document.sentences()[document.sentence_at(document.tokens()[last].span.start)?];
    let limit = sentence.tokens.end.min(end + LONGEST_AFTER);
    if end + 1 >= limit || document.word(end) != "," {
        return None;
    }
    let opener = document.word(end + 1);
    let starts_role = classes_at(document, end + 1).any(WordClasses::ROLE.with(WordClasses::OFFICE).with(WordClasses::OFFICE_MODIFIER));
    if !matches!(opener, "a" | "an" | "the" | "his" | "her" | "its" | "their" | "one" | "The" | "A") && !starts_role {
        return None;
    }
    let mut stop = end + 1;
    while stop < limit && !ends_apposition(document.word(stop)) {
        stop += 1;
    }
    let roles = WordClasses::ROLE.with(WordClasses::OFFICE);
    let role = (end + 1..stop.min(end + 1 + ROLE_WITHIN)).any(|index| classes_at(document, index).any(roles));
    let closes = stop < limit || limit == sentence.tokens.end;
    let is_role = role && closes && !names_another(document, TokenRange::new(end + 1, stop), persons);
    (is_role && stop > end + 1).then(|| Title { span: document.span_of(TokenRange::new(end + 1, stop)), kind: TitleKind::Office })
}

/// Whether `words` are another person with a title, or none: `since Ana Brandt, Mayor Lund has`; not `Ana Brandt, Mayor Lund's aide,`.
fn names_another(document: &Document, words: TokenRange, persons: &[TokenRange]) -> bool {
    let name_at = |index: usize| persons.binary_search_by_key(&index, |person| person.start).ok().map(|found| persons[found]);
    let titles = WordClasses::TITLE.with(WordClasses::ROLE).with(WordClasses::OFFICE).with(WordClasses::OFFICE_MODIFIER);
    let first = words.indices().find(|index| name_at(*index).is_some() || !classes_at(document, *index).any(titles));
    let owns = |name: TokenRange| document.tokens().get(name.end).is_some_and(|next| is_possessive_mark(document.slice(next.span)));
    first.and_then(name_at).is_some_and(|name| !owns(name))
}

fn ends_apposition(word: &str) -> bool {
    matches!(
        word,
        "," | "."
            | ";"
            | ":"
            | "—"
            | "–"
            | "-"
            | "("
            | ")"
            | "?"
            | "!"
            | "\""
            | "“"
            | "”"
            | "who"
            | "said"
            | "says"
            | "told"
            | "added"
            | "was"
            | "is"
            | "has"
            | "had"
            | "were"
            | "and"
            | "but"
            | "as"
            | "wrote"
            | "did"
            | "will"
            | "would"
            | "have"
    )
}

fn classes_at(document: &Document, index: usize) -> WordClasses {
    classes_of(Span::of(document.tokens()[index].span, document.text()))
}
