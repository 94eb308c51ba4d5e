//! Who tells a story in the first person, where somebody does.

use std::collections::BTreeMap;

use super::anaphors::Anaphor;
use super::discourse::{Discourse, Place};
use super::form::Form;
use super::talk::Talk;
use super::voices::Voices;
use crate::annotation::EntityType;
use crate::lexicon::{WordClasses, classes_of, is_possessive_mark};
use crate::text::{BlockRole, Document, Span, TokenKind, TokenRange};

/// Fewer `I` outside of quotation marks for each `you` there are a talk, whose speakers take turns.
const LEAST_FOR_ADDRESSEE: usize = 3;
/// Fewer for each paragraph that ends with a question are an interview.
const LEAST_FOR_QUESTION: usize = 16;
/// One in so many paragraphs, dialogue aside, has an `I` where somebody tells the whole of a story: in fewer it is a statement set off.
const PARAGRAPHS: usize = 4;

/// The `I` by which somebody tells a story, as indices into `anaphors`; none where nobody does.
///
/// They stand outside of quotation marks, also of those that nobody closes, and not in a statement behind a colon.
pub(super) fn telling(document: &Document, anaphors: &[Anaphor<'_>], voices: &Voices) -> Vec<usize> {
    let blocks = document.blocks();
    let outside = Outside::new(document, voices);
    let (mut told, mut paragraphs) = (Vec::new(), 0);
    let (mut last, mut is_stated) = (None, false);
    for index in outside.of_form(anaphors, Form::Speaker) {
        let block = document.sentences()[anaphors[index].sentence].block;
        if last != Some(block) {
            let goes_on = is_stated && last.is_some_and(|last: usize| last + 1 == block);
            is_stated = goes_on || block.checked_sub(1).is_some_and(|before| document.slice(blocks[before].span).ends_with(':'));
            paragraphs += usize::from(!is_stated);
            last = Some(block);
        }
        if !is_stated {
            told.push(index);
        }
    }
    let narration = blocks.iter().filter(|block| !opens_with_mark(document, block.span)).count();
    let is_whole = paragraphs * PARAGRAPHS >= narration;
    if told.is_empty() || !is_whole || outside.is_talk(anaphors, told.len()) { Vec::new() } else { told }
}

/// What stands outside of quoted words.
struct Outside<'o> {
    document: &'o Document,
    voices: &'o Voices,
    /// The quotation marks, as tokens.
    marks: Vec<usize>,
}

impl<'o> Outside<'o> {
    fn new(document: &'o Document, voices: &'o Voices) -> Self {
        let tokens = document.tokens().iter().enumerate();
        let marks = tokens.filter(|(_, token)| token.kind == TokenKind::QuoteMark).map(|(index, _)| index).collect();
        Self { document, voices, marks }
    }

    /// Those of `anaphors` that are of `form`, as indices.
    fn of_form(&self, anaphors: &[Anaphor<'_>], form: Form) -> impl Iterator<Item = usize> {
        let of_form = anaphors.iter().enumerate().filter(move |(_, anaphor)| anaphor.form == form && self.holds(anaphor));
        of_form.map(|(index, _)| index)
    }

    /// Whether `anaphor` stands outside of quoted words, and behind no mark of its paragraph that nothing closes.
    fn holds(&self, anaphor: &Anaphor<'_>) -> bool {
        if self.voices.quoted_at(anaphor.span.start).is_some() {
            return false;
        }
        let paragraph = self.document.blocks()[self.document.sentences()[anaphor.sentence].block].span;
        let before = self.marks.partition_point(|mark| *mark < anaphor.tokens.start);
        let last = self.marks[..before].last().map(|mark| self.document.tokens()[*mark].span.start);
        match last.filter(|mark| *mark >= paragraph.start) {
            // a mark that closes quoted words stands right behind them
            Some(mark) => mark > paragraph.start && self.voices.quoted_at(mark - 1).is_some(),
            // the mark that opens a paragraph may be read as an apostrophe
            None => !opens_with_mark(self.document, paragraph),
        }
    }

    /// Whether several speak by turns, by how many `I` there are: an interview, or a talk.
    fn is_talk(&self, anaphors: &[Anaphor<'_>], told: usize) -> bool {
        let asks = |span: Span| self.document.slice(span).ends_with('?') && self.voices.quoted_at(span.end - 1).is_none();
        let questions = self.document.blocks().iter().filter(|block| asks(block.span)).count();
        let addressed = self.of_form(anaphors, Form::Addressee).count();
        told < addressed * LEAST_FOR_ADDRESSEE || questions > 1 && told < questions * LEAST_FOR_QUESTION
    }
}

fn opens_with_mark(document: &Document, paragraph: Span) -> bool {
    document.slice(paragraph).starts_with(['“', '"', '‘', '\'', '«'])
}

/// What somebody writes: `BRANDT'S DIARY`.
const WRITINGS: [&str; 9] = ["journal", "diary", "letter", "story", "account", "statement", "testimony", "narrative", "memoir"];

/// What names somebody as the narrator, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    /// Others call the name, and nobody tells of whoever has it.
    Called,
    /// The name stands alone in its paragraph, or in the byline, and nobody tells of whoever has it.
    Signed,
    /// `my name is Brandt`.
    Introduced,
}

/// The person who tells the story, by the `names` in it; `None` where nothing says who.
pub(super) fn narrator(document: &Document, names: &[Place], discourse: &Discourse<'_>, talk: &Talk) -> Option<usize> {
    let mut signs: BTreeMap<(usize, Sign), usize> = BTreeMap::new();
    let mut add = |referent: usize, sign: Sign| *signs.entry((referent, sign)).or_default() += 1;
    let mut is_told_of = vec![false; discourse.referents.len()];
    for name in names.iter().filter(|name| discourse.referents[name.referent].entity_type == EntityType::Person) {
        if name.quoted.is_some() {
            continue;
        }
        if introduces(document, name.tokens) {
            add(name.referent, Sign::Introduced);
        } else if stands_alone(document, name) {
            add(name.referent, Sign::Signed);
        } else {
            is_told_of[name.referent] = true;
        }
    }
    for turn in talk.turns() {
        for addressed in &turn.addressed {
            add(*addressed, Sign::Called);
        }
    }
    let may = signs.iter().filter(|((referent, sign), _)| *sign == Sign::Introduced || !is_told_of[*referent]);
    let best = may.clone().map(|((_, sign), count)| (*sign, *count)).max()?;
    let mut of_best = may.filter(|((_, sign), count)| (*sign, **count) == best);
    let found = of_best.next().map(|((referent, _), _)| *referent);
    found.filter(|_| of_best.next().is_none())
}

/// Whether the words before a name say that it is the speaker's own: `my name is`, `I am`, `call me`.
fn introduces(document: &Document, tokens: TokenRange) -> bool {
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| document.word(at));
    let next = document.tokens().get(tokens.end).map_or("", |token| document.slice(token.span));
    if is_possessive_mark(next) {
        return false;
    }
    let is = |back: usize, known: &[&str]| known.iter().any(|known| word(back).eq_ignore_ascii_case(known));
    let calls = ["call", "called", "calls", "named", "name", "christened", "dubbed"];
    match word(1) {
        "am" | "was" if is(2, &["I"]) => true,
        "I'm" | "I’m" => true,
        "is" | "was" | "being" if is(2, &["name"]) => is(3, &["my"]) || is(4, &["my"]),
        "," if is(2, &["I"]) => next == ",",
        "me" | "myself" => calls.iter().any(|known| word(2).eq_ignore_ascii_case(known)),
        _ => false,
    }
}

/// Whether a name is all there is in its paragraph, or stands in the byline.
fn stands_alone(document: &Document, name: &Place) -> bool {
    let block = &document.blocks()[document.sentences()[name.sentence].block];
    if block.role == BlockRole::Byline {
        return true;
    }
    let all = document.tokens_in(block.span);
    let is_writing = all.end == name.tokens.end + 2 && WRITINGS.iter().any(|known| document.word(all.end - 1).eq_ignore_ascii_case(known));
    let is_of_name = |at: usize| {
        let word = document.word(at);
        name.tokens.indices().contains(&at) || classes_of(word).any(WordClasses::HONORIFIC) || !word.starts_with(char::is_alphanumeric)
    };
    // `BRANDT'S DIARY`: the mark of the owner is a token of its own
    (all.start..if is_writing { name.tokens.end } else { all.end }).all(is_of_name)
}

#[cfg(test)]
mod tests {
    use super::super::anaphors::anaphors;
    use super::*;
    use crate::segment::segment;

    fn is_told(text: &str) -> bool {
        let document = segment(text, &[]);
        let marked = text.find('“').zip(text.find('”')).map(|(open, close)| Span::new(open + '“'.len_utf8(), close));
        !telling(&document, &anaphors(&document, &[], None), &Voices::new(&[], marked.as_slice())).is_empty()
    }

    #[test]
    fn a_story_is_told_outside_of_marks() {
        assert!(is_told("I came late to the quay. My boat was gone."));
        assert!(!is_told("“I came late to the quay,” Orlov said."));
        assert!(!is_told("Orlov came late to the quay."));
    }

    #[test]
    fn a_statement_is_no_story() {
        assert!(!is_told("Orlov wrote:\n\nI came late to the quay.\n\nMy boat was gone."));
        assert!(!is_told("Orlov said: ‘I came late to the quay.\n\n'I saw that my boat was gone."));
        assert!(!is_told("Orlov left.\n\nHe sailed.\n\nThe quay is old.\n\nIt rained.\n\nI came late."));
    }

    #[test]
    fn an_interview_is_told_by_nobody() {
        assert!(!is_told("Why boats?\n\nI liked them.\n\nHas it been long?\n\nI built the first as a child, and my sister sailed it."));
    }

    #[test]
    fn names_are_introduced_by_who_has_them() {
        let is_introduced = |text: &str| {
            let document = segment(text, &[]);
            let start = text.find("Brandt").expect("the name stands in the text");
            introduces(&document, document.tokens_in(Span::new(start, start + 6)))
        };
        for text in [
            "My name is Brandt.",
            "I am Brandt.",
            "I’m Brandt.",
            "I, Brandt, swear it.",
            "They call me Brandt.",
            "My last name being Brandt, I left.",
        ] {
            assert!(is_introduced(text), "{text}");
        }
        for text in ["Her name is Brandt.", "I was Brandt’s friend.", "It told me Brandt had left.", "He was Brandt."] {
            assert!(!is_introduced(text), "{text}");
        }
    }
}
