//! What a source without a name says of itself: its head, and what that is.

use crate::annotation::{EntityType, Resolution};
use crate::lexicon::WordKey;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::outlet_words::is_outlet_noun;
use crate::lexicon::source_nouns::{is_body_noun, is_collective, is_document_noun, is_unnamed_head, withholds_name};
use crate::text::{Document, Span};

/// A description, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Description {
    /// From its first word to its head: `A spokesman` of `A spokesman for the ministry`.
    pub(super) to_head: Span,
    /// Its head, in lower case.
    pub(super) head: String,
    /// `the`, `its`, `their`: it may go back to something.
    pub(super) is_definite: bool,
    /// `a`, `one`, `another`.
    pub(super) is_indefinite: bool,
    /// Whether the head is its last word.
    pub(super) ends_with_head: bool,
}

impl Description {
    /// Reads `mention`; `None` where it holds no word.
    pub(super) fn read(document: &Document, mention: Span) -> Option<Self> {
        let tokens = document.tokens_in(mention);
        let key = |index: usize| WordKey::new(document.word(index));
        let part = |index: usize| key(index).and_then(|key| function_word(key.as_str()));
        let first = tokens.indices().next()?;
        let joins = |index: &usize| {
            matches!(part(*index), Some(FunctionWord::Preposition | FunctionWord::To | FunctionWord::Relative))
                || opens_complement(document.word(*index))
        };
        let end = tokens.indices().skip(1).find(joins).unwrap_or(tokens.end);
        let head_at = end.checked_sub(1).filter(|head| *head >= first)?;
        let head = key(head_at)?.as_str().to_owned();
        let opening = key(first)?;
        Some(Self {
            to_head: Span::new(mention.start, document.tokens()[head_at].span.end),
            head,
            is_definite: opening.as_str() == "the" || part(first) == Some(FunctionWord::Possessive),
            is_indefinite: matches!(opening.as_str(), "a" | "an" | "one" | "another"),
            ends_with_head: end == tokens.end,
        })
    }

    /// What its head is.
    pub(super) fn entity_type(&self) -> EntityType {
        if is_document_noun(&self.head) {
            EntityType::Work
        } else if is_body_noun(&self.head) || is_outlet_noun(&self.head) {
            EntityType::Organization
        } else if is_collective(&self.head) {
            EntityType::Group
        } else {
            EntityType::Person
        }
    }

    /// How a source of this description resolves, `whole` being all of it.
    pub(super) fn resolution(&self, document: &Document, whole: Span) -> Resolution {
        let is_withheld = document.slice(whole).split_whitespace().filter_map(WordKey::new).any(|word| withholds_name(word.as_str()));
        if is_withheld || (self.is_indefinite && is_unnamed_head(&self.head)) {
            Resolution::Unnamed
        } else if is_collective(&self.head) && !is_document_noun(&self.head) {
            Resolution::Collective
        } else {
            Resolution::Nominal
        }
    }
}

/// Adjectives that a complement follows.
fn opens_complement(word: &str) -> bool {
    matches!(word, "familiar" | "close" | "responsible" | "briefed" | "involved")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn read(text: &str) -> (String, EntityType, Resolution) {
        let document = segment(text, &[]);
        let all = Span::new(0, text.len());
        let description = Description::read(&document, all).expect("it has words");
        (document.slice(description.to_head).to_owned(), description.entity_type(), description.resolution(&document, all))
    }

    #[test]
    fn the_head_stands_before_the_first_preposition() {
        assert_eq!(read("A spokesman for the Labor Ministry"), ("A spokesman".into(), EntityType::Person, Resolution::Unnamed));
        assert_eq!(read("a person familiar with the matter"), ("a person".into(), EntityType::Person, Resolution::Unnamed));
        assert_eq!(read("Two officials in the capital"), ("Two officials".into(), EntityType::Group, Resolution::Collective));
        assert_eq!(read("the annual report"), ("the annual report".into(), EntityType::Work, Resolution::Nominal));
        assert_eq!(read("The company"), ("The company".into(), EntityType::Organization, Resolution::Nominal));
        assert_eq!(read("state radio"), ("state radio".into(), EntityType::Organization, Resolution::Nominal));
    }
}
