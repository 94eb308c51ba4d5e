//! Fingerprints: one claim in two wordings has one, whatever story it stands in.
//!
//! What a claim says is taken as a set: stems of its content words (those that say the same under one name), the figures by what they come to,
//! the names by last name, and marks for denial, future, and which of two names acts. Order, tense, voice, titles and function words are left
//! out. Beside a figure other words say the same in many ways, so there verbs count only where they have an opposite; and of a claim that names,
//! figures and dates make specific nothing else counts but words that tell facts apart, of two opposites the one that is never left out: `fall`,
//! not `rise`. The set and the claimant are hashed.

mod gathered;
mod idioms;
mod keys;
mod roles;
mod settled;
mod values;
mod word;
mod words;

use std::borrow::Cow;
use std::cell::OnceCell;

use sha2::{Digest, Sha256};

pub use keys::{entity_key, name_key};

use gathered::{Gathered, Side, Use, add_word};
use keys::has_name;
use word::Words;

use crate::annotation::{EntityCluster, EntityType, MentionKind, Value};
use crate::lexicon::claim_words::{class_of, is_mass_noun};
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, WordKey, classes_of, is_possessive_mark};
use crate::text::{Document, Span, TokenRange};

/// Hex digits of a fingerprint.
const LENGTH: usize = 16;

/// Content words that few claims have more of.
const USUAL_WORDS: usize = 16;

/// What a claim says, apart from its wording.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content<'r> {
    /// Classes or stems and names, sorted, each once.
    pub words: Vec<Cow<'r, str>>,
    /// What else a claim is about that names, figures and dates make specific, sorted, each once; no part of the fingerprint.
    pub topic: Vec<Cow<'r, str>>,
    /// Figures by what they come to, sorted.
    pub figures: Vec<String>,
    /// Dates and times, sorted.
    pub dates: Vec<String>,
    /// Denial and future.
    pub marks: Vec<&'static str>,
}

impl Content<'_> {
    /// The fingerprint of this content as asserted by the claimant of the key; an empty key stands for anybody.
    pub fn fingerprint(&self, claimant: &str) -> String {
        let mut hash = Sha256::new();
        let mut add = |kind: &str, item: &str| {
            hash.update(kind.as_bytes());
            hash.update(item.as_bytes());
            hash.update([0]);
        };
        add("claimant:", claimant);
        self.words.iter().for_each(|word| add("word:", word));
        self.figures.iter().for_each(|figure| add("figure:", figure));
        self.dates.iter().for_each(|date| add("date:", date));
        self.marks.iter().for_each(|mark| add("mark:", mark));
        let digest = hash.finalize();
        let first = digest.iter().take(LENGTH / 2).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{first:0LENGTH$x}")
    }
}

/// What stands at a token besides its word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Word,
    /// In a title before a name.
    Title,
    /// In a mention of this entity.
    Mention(usize, MentionKind),
}

/// Reads the content of the claims of one document.
pub struct ContentReader<'a> {
    document: &'a Document,
    entities: &'a [EntityCluster],
    values: &'a [Value],
    places: Vec<Place>,
    /// Each token as it is compared.
    words: Words<'a>,
    /// Whether each entity has a name.
    is_named: Vec<bool>,
    /// Each entity's key, where it was asked for.
    keys: Vec<OnceCell<String>>,
}

impl<'a> ContentReader<'a> {
    /// A reader of `document` with what was found in it; `values` in the order of the text.
    pub fn new(document: &'a Document, entities: &'a [EntityCluster], values: &'a [Value]) -> Self {
        Self {
            document,
            entities,
            values,
            places: places(document, entities),
            words: Words::new(document),
            is_named: entities.iter().map(has_name).collect(),
            keys: vec![OnceCell::new(); entities.len()],
        }
    }

    /// The key of the entity at `cluster`, see [`entity_key`]; `None` where there is no such entity.
    pub fn key(&self, cluster: usize) -> Option<&str> {
        Some(self.keys.get(cluster)?.get_or_init(|| entity_key(&self.entities[cluster])))
    }

    /// What the words of `parts` say. Mentions of the claimant of the key are left out, as the key has them.
    pub fn content(&self, parts: &[Span], claimant: &str) -> Content<'_> {
        let [words, light] = [(); 2].map(|()| Vec::with_capacity(USUAL_WORDS));
        let mut gathered = Gathered { words, light, ..Gathered::default() };
        for part in parts {
            self.read_part(*part, claimant, &mut gathered);
        }
        // The claimant by its own noun: `the union` of a union.
        let of_claimant: Vec<&str> = claimant.split(' ').flat_map(|own| [own, class_of(own).unwrap_or(own)]).collect();
        let is_other = |word: &Cow<'_, str>| !of_claimant.contains(&word.as_ref());
        gathered.words.retain(is_other);
        gathered.names.retain(is_other);
        gathered.into_content()
    }

    fn read_part<'r>(&'r self, part: Span, claimant: &str, gathered: &mut Gathered<'r>) {
        let tokens = self.document.tokens_in(part);
        let mut next_value = self.values.partition_point(|value| value.span.start < part.start);
        let mut index = tokens.start;
        while index < tokens.end {
            let token = self.document.tokens()[index];
            while self.values.get(next_value).is_some_and(|value| value.span.end <= token.span.start) {
                next_value += 1;
            }
            if let Some(value) =
                self.values.get(next_value).filter(|value| value.span.start <= token.span.start && value.span.end <= part.end)
            {
                self.add_value(value, index, gathered);
                let end = self.document.tokens().partition_point(|token| token.span.start < value.span.end);
                // What a joined word goes on with after its number stays a word: `member` of `six-member`.
                let last = self.document.tokens()[end.max(index + 1) - 1].span;
                if value.span.end < last.end {
                    add_word(Span::new(value.span.end, last.end).of(self.document.text()), Use::Open, gathered);
                }
                index = end.max(index + 1);
                continue;
            }
            match self.places[index] {
                Place::Title => {}
                Place::Mention(cluster, kind) => self.add_mention((cluster, kind), index, tokens, claimant, gathered),
                Place::Word if self.is_role_of_name(index, tokens.end) => {}
                Place::Word => self.read_word(index, tokens, gathered),
            }
            index += 1;
        }
    }

    /// Adds the name of the entity; a description as it stands, unless the entity has a name.
    fn add_mention<'r>(
        &'r self,
        (cluster, kind): (usize, MentionKind),
        index: usize,
        part: TokenRange,
        claimant: &str,
        gathered: &mut Gathered<'r>,
    ) {
        let is_named = self.is_named[cluster];
        if kind == MentionKind::Pronoun && !(is_named && is_subject(self.document.word(index))) {
            return;
        }
        if !claimant.is_empty() && self.key(cluster) == Some(claimant) {
            return;
        }
        if kind == MentionKind::Nominal && !is_named {
            return self.read_word(index, part, gathered);
        }
        let Some(key) = self.key(cluster) else { return };
        let side = (self.is_core(index) && self.begins_name(index) && !self.joins_name(index)).then(|| Side {
            is_place: matches!(self.entities[cluster].entity_type, EntityType::Location),
            follows_by: self.follows_by(index),
        });
        gathered.add_name(key, self.entities[cluster].entity_type == EntityType::Person, side);
    }

    /// Whether the mention begins at the token.
    fn begins_name(&self, index: usize) -> bool {
        index == 0 || self.places[index - 1] != self.places[index]
    }

    /// Whether no preposition but `by` stands before the name, and no role after it (`the Alden mayor`), so that it acts or is acted upon.
    fn is_core(&self, index: usize) -> bool {
        let after = (index..self.document.tokens().len()).find(|at| self.places[*at] != self.places[index]);
        let owns = |word: &str| is_possessive_mark(word) || classes_of(word).any(WordClasses::ROLE);
        // `its Dunmoor plant`
        let is_noun =
            |word: &str| word.starts_with(char::is_lowercase) && function_word(word).is_none() && verb_forms(word) == VerbForms::NONE;
        let before = self.word_before_name(index);
        // `the Ardenby plant`, `her European tour`, not `the Senate rejected`
        let is_of_noun = |word: &str| {
            let forms = verb_forms(word);
            let right_before = self.words[index.saturating_sub(1)].lower.as_str();
            let determined = index > 0 && is_determiner(right_before);
            determined && forms.any(VerbForms::BASE) && !forms.any(VerbForms::PAST)
        };
        let describes = |word: &str| owns(word) || is_noun(word) || is_of_noun(word);
        if after.is_some_and(|after| describes(self.document.word(after))) {
            return false;
        }
        before.is_none_or(|key| {
            let part = function_word(key.as_str());
            key.as_str() == "by" || !matches!(part, Some(FunctionWord::Preposition | FunctionWord::To | FunctionWord::Subordinator))
        })
    }

    /// Whether the name stands beside another as its equal: `Darrow and Sandoval`.
    fn joins_name(&self, index: usize) -> bool {
        let is_name = |at: usize| matches!(self.places[at], Place::Mention(_, MentionKind::Name));
        let end = (index..self.places.len()).find(|at| self.places[*at] != self.places[index]).unwrap_or(self.places.len());
        let joins = |at: usize| at < self.places.len() && self.words[at].lower == "and";
        index >= 2 && joins(index - 1) && is_name(index - 2) || joins(end) && end + 1 < self.places.len() && is_name(end + 1)
    }

    fn follows_by(&self, index: usize) -> bool {
        self.word_before_name(index).is_some_and(|key| key.as_str() == "by")
    }

    /// The word before a name, over its title and article.
    fn word_before_name(&self, index: usize) -> Option<WordKey<'_>> {
        let mut at = index.checked_sub(1)?;
        let mut has_role = false;
        while at > 0 {
            has_role |= self.is_role_of_name(at, index + 1);
            let word = self.document.word(at);
            // `gang member Leo Prast`
            // `by Ottilie Krane's novel Salt Hour`
            let owns = matches!(word, "'s" | "’s") || matches!(self.places[at], Place::Mention(_, MentionKind::Name)) && self.owns(at);
            let is_role = has_role && self.places[at] == Place::Word && self.words[at].part.is_none();
            let is_kind = self.places[at] == Place::Word && self.words[at].is_kind;
            if !(is_role
                || owns
                || is_kind
                || self.places[at] == Place::Title
                || self.places[at] == self.places[index]
                || is_determiner(word))
            {
                break;
            }
            at -= 1;
        }
        WordKey::new(self.document.word(at))
    }

    /// Whether the name at `at` has what follows it: `Krane's novel`.
    fn owns(&self, at: usize) -> bool {
        let end = (at..self.places.len()).find(|next| self.places[*next] != self.places[at]).unwrap_or(self.places.len());
        end < self.places.len() && matches!(self.document.word(end), "'s" | "’s")
    }
}

/// What each token of `document` is part of; the longest mention wins.
fn places(document: &Document, entities: &[EntityCluster]) -> Vec<Place> {
    let mut mentions: Vec<(usize, Span, usize, MentionKind)> = Vec::new();
    let mut places = vec![Place::Word; document.tokens().len()];
    for (cluster, entity) in entities.iter().enumerate() {
        mentions.extend(entity.mentions.iter().map(|mention| (mention.span.len(), mention.span, cluster, mention.kind)));
        for title in &entity.titles {
            document.tokens_in(title.span).indices().for_each(|index| places[index] = Place::Title);
        }
    }
    mentions.sort_unstable_by_key(|(length, span, cluster, _)| (*length, span.start, *cluster));
    for (_, span, cluster, kind) in mentions {
        let tokens = document.tokens_in(span);
        if !opens_as_noun(document, tokens) {
            tokens.indices().for_each(|index| places[index] = Place::Mention(cluster, kind));
        }
    }
    places
}

/// Whether the tokens are a noun that has its capital from the sentence it opens: `Milk rose`.
fn opens_as_noun(document: &Document, tokens: TokenRange) -> bool {
    let opens = || document.sentences().binary_search_by_key(&tokens.start, |sentence| sentence.tokens.start).is_ok();
    tokens.end == tokens.start + 1 && is_mass_noun(&document.word(tokens.start).to_lowercase()) && opens()
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An")
}

/// An article, or whose it is.
fn is_determiner(word: &str) -> bool {
    is_article(word) || word == "her" || function_word(word) == Some(FunctionWord::Possessive)
}

fn is_subject(word: &str) -> bool {
    matches!(word, "he" | "He" | "she" | "She" | "they" | "They" | "it" | "It" | "him" | "them")
}
