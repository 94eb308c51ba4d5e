//! A document as the rules read it: parts of speech by form and table, and the stretches between quotation marks.

use rustc_hash::FxHashSet;

use super::marks::{Stretch, stretches};
use super::word::{Part, Word};
use crate::annotation::{EntityCluster, EntityType, MentionKind};
use crate::lexicon::function_words::FunctionWord;
use crate::text::{Document, Span, TokenRange};

/// What every sieve reads.
pub struct Reading<'a> {
    /// The text.
    pub(super) document: &'a Document,
    /// Where names stand, and of what type, ordered by their ends, a longer one after a shorter one.
    names: Vec<(Span, EntityType)>,
    /// Where outlets are named, in the order of the text.
    outlets: Vec<Span>,
    /// Its tokens.
    pub(super) words: Vec<Word>,
    /// What stands between quotation marks, in the order of the text.
    pub(super) stretches: Vec<Stretch>,
    /// For each token, whether it stands inside a stretch.
    pub(super) quoted: Vec<bool>,
    /// For each token, the sentence that holds it.
    sentence_of: Vec<u32>,
}

impl<'a> Reading<'a> {
    /// Reads `document`, whose names are those of `entities`.
    pub fn new(document: &'a Document, entities: &[EntityCluster]) -> Self {
        let text = document.text();
        let words = document.of_each_word(|index| Word::read(text, document.tokens()[index]));
        let stretches = stretches(document);
        let mut quoted = vec![false; words.len()];
        for stretch in &stretches {
            quoted[stretch.inside.indices()].fill(true);
        }
        let mut sentence_of = vec![0; words.len()];
        for (index, sentence) in document.sentences().iter().enumerate() {
            sentence_of[sentence.tokens.indices()].fill(u32::try_from(index).unwrap_or(u32::MAX));
        }
        Self { document, names: names(entities), outlets: outlets(entities), words, stretches, quoted, sentence_of }
    }

    /// The same text with the names of `entities` in the place of those that it had.
    pub fn with_names(self, entities: &[EntityCluster]) -> Self {
        Self { names: names(entities), outlets: outlets(entities), ..self }
    }

    /// The sentence of the token at `index`, as tokens.
    pub(super) fn sentence(&self, index: usize) -> TokenRange {
        self.document.sentences()[self.sentence_of[index] as usize].tokens
    }

    /// The paragraph of the token at `index`, as an index among the blocks.
    pub(super) fn block(&self, index: usize) -> usize {
        self.document.sentences()[self.sentence_of[index] as usize].block
    }

    /// The part of the token at `index`; a stop beyond either end.
    pub(super) fn part(&self, index: usize) -> Part {
        self.words.get(index).map_or(Part::Stop, |word| word.part)
    }

    /// Whether the token at `index` is the function word `function`.
    pub(super) fn is(&self, index: usize, function: FunctionWord) -> bool {
        self.part(index) == Part::Function(function)
    }

    /// Whether the token at `index` is `word` (lower case), whatever its case.
    pub(super) fn is_word(&self, index: usize, word: &str) -> bool {
        index < self.words.len() && self.document.word(index).eq_ignore_ascii_case(word)
    }

    /// Whether the token at `index` is one of `words` (lower case).
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(index, word))
    }

    /// `range` without signs and quotation marks at its edges; `None` where nothing else is in it.
    pub(super) fn trimmed(&self, range: TokenRange) -> Option<TokenRange> {
        let is_edge =
            |index: &usize| matches!(self.part(*index), Part::Comma | Part::Colon | Part::Semicolon | Part::Dash | Part::Mark | Part::Stop);
        let start = range.indices().find(|index| !is_edge(index))?;
        let end = range.indices().rev().find(|index| !is_edge(index))?;
        Some(TokenRange::new(start, end + 1))
    }

    /// The longest known name that lies inside `span` and ends with it.
    pub(super) fn name_at_end(&self, span: Span) -> Option<Span> {
        let after = self.names.partition_point(|(name, _)| name.end <= span.end);
        let ends_there = self.names[..after].iter().rev().take_while(|(name, _)| name.end == span.end);
        ends_there.map(|(name, _)| *name).find(|name| name.start >= span.start)
    }

    /// The longest known name that begins inside `head` and goes on behind it, up to `limit`: `Centers for Disease Control`.
    pub(super) fn name_across(&self, head: Span, limit: usize) -> Option<Span> {
        let from = self.names.partition_point(|(name, _)| name.end <= head.end);
        let across = self.names[from..].iter().map(|(name, _)| *name).take_while(|name| name.end <= limit);
        across.filter(|name| head.start <= name.start && name.start < head.end).max_by_key(|name| name.len())
    }

    /// Whether the name of an outlet lies inside `range`, as the story introduced it.
    pub(super) fn names_outlet(&self, range: TokenRange) -> bool {
        let span = self.document.span_of(range);
        let first = self.outlets.partition_point(|name| name.start < span.start);
        self.outlets.get(first).is_some_and(|name| span.contains(*name))
    }

    /// The longest name of an outlet that begins with the token at `index`.
    pub(super) fn outlet_from(&self, index: usize) -> Option<TokenRange> {
        let start = self.document.tokens().get(index)?.span.start;
        let first = self.outlets.partition_point(|name| name.start < start);
        let longest = self.outlets[first..].iter().take_while(|name| name.start == start).last()?;
        Some(self.document.tokens_in(*longest))
    }

    /// Whether an organization's name lies inside `range`.
    pub(super) fn names_organization(&self, range: TokenRange) -> bool {
        self.holds_name(EntityType::Organization, range)
    }

    /// Whether a person's name lies inside `range`.
    pub(super) fn names_person(&self, range: TokenRange) -> bool {
        self.holds_name(EntityType::Person, range)
    }

    fn holds_name(&self, wanted: EntityType, range: TokenRange) -> bool {
        let span = self.document.span_of(range);
        let after = self.names.partition_point(|(name, _)| name.end <= span.end);
        let inside = self.names[..after].iter().rev().take_while(|(name, _)| name.end > span.start);
        inside.filter(|(name, _)| span.contains(*name)).any(|(_, name_type)| *name_type == wanted)
    }

    /// The last words of persons' full names, in small letters.
    pub(super) fn last_names(&self) -> FxHashSet<String> {
        let persons = self.names.iter().filter(|(_, name_type)| *name_type == EntityType::Person);
        let full = persons.filter_map(|(name, _)| self.document.slice(*name).rsplit_once(char::is_whitespace));
        full.map(|(_, last)| last.to_lowercase()).collect()
    }
}

fn outlets(entities: &[EntityCluster]) -> Vec<Span> {
    let mentions = entities.iter().filter(|entity| entity.is_outlet).flat_map(|entity| &entity.mentions);
    let mut names: Vec<_> = mentions.filter(|mention| mention.kind == MentionKind::Name).map(|mention| mention.span).collect();
    names.sort_unstable();
    names
}

fn names(entities: &[EntityCluster]) -> Vec<(Span, EntityType)> {
    let mentions = entities.iter().flat_map(|entity| &entity.mentions);
    let names = mentions.filter(|mention| mention.kind == MentionKind::Name);
    let mut names: Vec<_> = names.map(|mention| (mention.span, mention.entity_type)).collect();
    names.sort_unstable_by_key(|(name, _)| (name.end, std::cmp::Reverse(name.start)));
    names
}
