//! The words of one sentence, as the rules for values look at them.

use std::ops::Deref;

use crate::annotation::{EntityCluster, EntityType, MentionKind};
use crate::lexicon::WordKey;
use crate::text::{Document, Span, TokenKind, TokenRange};

/// What the names of a story make of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum NameRole {
    /// It stands in no name.
    #[default]
    None,
    /// It is part of a person's name.
    Person,
    /// It is part of another name.
    Other,
}

/// The role of each token of `document` in the names of `entities`.
pub(super) fn name_roles(document: &Document, entities: &[EntityCluster]) -> Vec<NameRole> {
    let mut roles = vec![NameRole::None; document.tokens().len()];
    for entity in entities {
        let role = if entity.entity_type == EntityType::Person { NameRole::Person } else { NameRole::Other };
        for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            for index in document.tokens_in(mention.span).indices() {
                roles[index] = role;
            }
        }
    }
    roles
}

/// A word in lower case with straight apostrophes; empty where it is longer than any word of the lists.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key<'w>(Option<WordKey<'w>>);

impl<'w> Key<'w> {
    pub(super) fn new(word: &'w str) -> Self {
        Self(WordKey::new(word))
    }
}

impl Deref for Key<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        self.0.as_ref().map_or("", WordKey::as_str)
    }
}

/// What pounds are in a story: money, or a weight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pounds {
    has_sterling: bool,
    has_dollars: bool,
}

impl Pounds {
    /// Looks for signs of either money in `text`.
    pub(super) fn of(text: &str) -> Self {
        let has = |sign: &str| memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some();
        Self { has_sterling: has("£") || has("pence") || has("sterling"), has_dollars: has("$") || has("dollars") }
    }
}

/// The tokens of one sentence. What lies outside it is an empty word.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    document: &'a Document,
    roles: &'a [NameRole],
    sentence: TokenRange,
    pounds: Pounds,
}

impl<'a> Words<'a> {
    /// The words of `sentence`, with the roles of all tokens of the document.
    pub(super) fn new(document: &'a Document, roles: &'a [NameRole], sentence: TokenRange, pounds: Pounds) -> Self {
        Self { document, roles, sentence, pounds }
    }

    /// Whether the story counts in pounds sterling.
    pub(super) fn story_has_sterling(&self) -> bool {
        self.pounds.has_sterling
    }

    /// Whether `pounds` at the token are money: not `pounds of`, and not in a story that pays in dollars alone.
    pub(super) fn counts_pounds_as_money(&self, at: usize) -> bool {
        if &*self.key(at + 1) == "of" {
            return matches!(
                &*self.key(at + 2),
                "public" | "taxpayers" | "debt" | "damage" | "savings" | "their" | "his" | "her" | "its" | "our"
            );
        }
        self.pounds.has_sterling || !self.pounds.has_dollars
    }

    /// First token of the sentence.
    pub(super) fn start(&self) -> usize {
        self.sentence.start
    }

    /// One past its last.
    pub(super) fn end(&self) -> usize {
        self.sentence.end
    }

    fn holds(&self, index: usize) -> bool {
        self.sentence.start <= index && index < self.sentence.end
    }

    /// The token as printed.
    pub(super) fn raw(&self, index: usize) -> &'a str {
        if self.holds(index) { self.document.word(index) } else { "" }
    }

    /// The token `back` before `index`, as printed.
    pub(super) fn raw_before(&self, index: usize, back: usize) -> &'a str {
        index.checked_sub(back).map_or("", |at| self.raw(at))
    }

    /// The token, folded.
    pub(super) fn key(&self, index: usize) -> Key<'a> {
        Key::new(self.raw(index))
    }

    /// The token `back` before `index`, folded.
    pub(super) fn key_before(&self, index: usize, back: usize) -> Key<'a> {
        Key::new(self.raw_before(index, back))
    }

    /// Place of the token, which lies in the sentence.
    pub(super) fn span(&self, index: usize) -> Span {
        self.document.tokens()[index].span
    }

    /// Place of the tokens `first..end`; at least one.
    pub(super) fn span_of(&self, first: usize, end: usize) -> Span {
        self.document.span_of(TokenRange::new(first, end))
    }

    /// Whether the token follows the one before it without white space.
    pub(super) fn touches_before(&self, index: usize) -> bool {
        index > self.sentence.start && self.holds(index) && self.span(index - 1).end == self.span(index).start
    }

    /// Whether the token is digits with their inner signs.
    pub(super) fn is_number(&self, index: usize) -> bool {
        self.holds(index) && self.document.tokens()[index].kind == TokenKind::Number
    }

    /// Whether the token is a word.
    pub(super) fn is_word(&self, index: usize) -> bool {
        self.holds(index) && self.document.tokens()[index].kind == TokenKind::Word
    }

    /// What the story's names make of the token.
    pub(super) fn role(&self, index: usize) -> NameRole {
        if self.holds(index) { self.roles.get(index).copied().unwrap_or_default() } else { NameRole::None }
    }

    /// Whether the token begins with a small letter.
    pub(super) fn is_small(&self, index: usize) -> bool {
        self.raw(index).starts_with(char::is_lowercase)
    }

    /// Whether the token begins with a capital.
    pub(super) fn is_capitalized(&self, index: usize) -> bool {
        self.raw(index).starts_with(char::is_uppercase)
    }

    /// Whether the token looks like a noun in the plural, written small: `people`, `boats`.
    pub(super) fn is_plural(&self, index: usize) -> bool {
        let word = self.raw(index);
        let irregular =
            matches!(word, "people" | "men" | "women" | "children" | "police" | "staff" | "cattle" | "fish" | "sheep" | "aircraft");
        let regular = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("is");
        self.is_small(index) && (irregular || regular)
    }
}
