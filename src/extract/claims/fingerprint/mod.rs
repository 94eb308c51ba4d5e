//! Fingerprints: one claim in two wordings has one, whatever story it stands in.
//!
//! What a claim says is taken as a set: stems of its content words (those that say the same under one name), the figures by what they come to,
//! the names by last name, and marks for denial, future, and which of two names acts. Order, tense, voice, titles and function words are left
//! out. Beside a figure other words say the same in many ways, so there verbs count only where they have an
//! opposite. The set and the claimant are hashed.

mod gathered;
mod keys;
mod roles;

use sha2::{Digest, Sha256};

pub use keys::{entity_key, name_key};

use gathered::{Gathered, Use, add_word};
use keys::{date_key, figure_key, seconds};

use crate::annotation::{EntityCluster, EntityType, MentionKind, Value, ValueKind};
use crate::lexicon::claim_words::{class_of, class_of_pair, regular_form};
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::lexicon::{WordClasses, WordKey, classes_of, number_words};
use crate::text::{Document, Span, TokenKind};

/// Hex digits of a fingerprint.
const LENGTH: usize = 16;

/// What a claim says, apart from its wording.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Content {
    /// Stems and names, sorted, each once.
    pub words: Vec<String>,
    /// Figures by what they come to, sorted.
    pub figures: Vec<String>,
    /// Dates and times, sorted.
    pub dates: Vec<String>,
    /// Denial and future.
    pub marks: Vec<&'static str>,
}

impl Content {
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
}

impl<'a> ContentReader<'a> {
    /// A reader of `document` with what was found in it; `values` in the order of the text.
    pub fn new(document: &'a Document, entities: &'a [EntityCluster], values: &'a [Value]) -> Self {
        Self { document, entities, values, places: places(document, entities) }
    }

    /// What the words of `parts` say. Mentions of the claimant of the key are left out, as the key has them.
    pub fn content(&self, parts: &[Span], claimant: &str) -> Content {
        let mut gathered = Gathered::default();
        for part in parts {
            self.read_part(*part, claimant, &mut gathered);
        }
        // The claimant by its own noun: `the union` of a union.
        let is_other = |word: &String| !claimant.split(' ').any(|own| own == word);
        gathered.words.retain(is_other);
        gathered.names.retain(is_other);
        gathered.into_content()
    }

    fn read_part(&self, part: Span, claimant: &str, gathered: &mut Gathered) {
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
                Place::Mention(cluster, kind) => self.add_mention(cluster, kind, index, claimant, gathered),
                Place::Word if self.is_role_of_name(index, tokens.end) => {}
                Place::Word => {
                    gathered.add_deed(self.deed(index, tokens.start, tokens.end));
                    self.read_word(index, tokens.end, gathered);
                }
            }
            index += 1;
        }
    }

    /// Adds the name of the entity; a description as it stands, unless the entity has a name.
    fn add_mention(&self, cluster: usize, kind: MentionKind, index: usize, claimant: &str, gathered: &mut Gathered) {
        let entity = &self.entities[cluster];
        let is_named = entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name);
        let key = entity_key(entity);
        if !claimant.is_empty() && key == claimant {
            return;
        }
        match kind {
            MentionKind::Pronoun if !is_subject(self.document.word(index)) => {}
            MentionKind::Pronoun if !is_named => {}
            MentionKind::Nominal if !is_named => self.read_word(index, index + 1, gathered),
            _ => gathered.add_name(&key, self.is_core(index) && self.begins_name(index), self.follows_by(index)),
        }
    }

    /// Whether the mention begins at the token.
    fn begins_name(&self, index: usize) -> bool {
        index == 0 || self.places[index - 1] != self.places[index]
    }

    /// Whether the word is a role right before the name of a person: `cyclist Aron Leigh`.
    fn is_role_of_name(&self, index: usize, end: usize) -> bool {
        let follows = self.places.get(index + 1).filter(|_| index + 1 < end);
        let is_person = |cluster: usize| self.entities[cluster].entity_type == EntityType::Person;
        let is_name = matches!(follows, Some(Place::Mention(cluster, MentionKind::Name)) if is_person(*cluster));
        let word = self.document.word(index);
        let is_doer = ["er", "or", "ist", "man", "woman", "ian", "keeper"].iter().any(|ending| word.ends_with(ending))
            && !matches!(word, "former" | "other" | "younger" | "older" | "elder" | "another" | "fewer" | "under" | "over" | "after");
        let is_role = is_doer || classes_of(word).any(WordClasses::ROLE.with(WordClasses::OFFICE));
        is_name && is_role && word.starts_with(char::is_lowercase)
    }

    fn is_base_verb(&self, at: usize) -> bool {
        verb_forms(self.document.word(at)).any(VerbForms::BASE)
    }

    /// Whether charges or a suit are what the verb at `index` is about: `dropped two of the charges`.
    fn is_of_court(&self, index: usize, end: usize) -> bool {
        let near = (index + 1..end.min(index + 7)).map(|at| stem(&self.document.word(at).to_lowercase()));
        near.map(|word| class_of(&word).map_or(word, str::to_owned)).any(|word| matches!(word.as_str(), "charg" | "sue" | "complaint"))
    }

    /// Whether the word is a title or given name before a name that nobody found: the name after it is enough.
    fn stands_before_name(&self, index: usize) -> bool {
        let is_capital = |at: usize| at < self.document.tokens().len() && self.document.word(at).starts_with(char::is_uppercase);
        let title_or_given = WordClasses::HONORIFIC
            .with(WordClasses::OFFICE)
            .with(WordClasses::GIVEN_MAN)
            .with(WordClasses::GIVEN_WOMAN)
            .with(WordClasses::GIVEN_EITHER);
        is_capital(index) && is_capital(index + 1) && classes_of(self.document.word(index)).any(title_or_given)
    }

    /// Whether no preposition but `by` stands before the name, and no role after it (`the Alden mayor`), so that it acts or is acted upon.
    fn is_core(&self, index: usize) -> bool {
        let after = (index..self.document.tokens().len()).find(|at| self.places[*at] != self.places[index]);
        let owns = |word: &str| matches!(word, "'s" | "’s" | "'" | "’") || classes_of(word).any(WordClasses::ROLE);
        // `its Dunmoor plant`
        let is_noun =
            |word: &str| word.starts_with(char::is_lowercase) && function_word(word).is_none() && verb_forms(word) == VerbForms::NONE;
        let describes = |word: &str| owns(word) || is_noun(word);
        if after.is_some_and(|after| describes(self.document.word(after))) {
            return false;
        }
        let before = self.word_before_name(index);
        before.is_none_or(|key| {
            let part = function_word(key.as_str());
            key.as_str() == "by" || !matches!(part, Some(FunctionWord::Preposition | FunctionWord::To | FunctionWord::Subordinator))
        })
    }

    fn follows_by(&self, index: usize) -> bool {
        self.word_before_name(index).is_some_and(|key| key.as_str() == "by")
    }

    /// The word before a name, over its title and article.
    fn word_before_name(&self, index: usize) -> Option<WordKey> {
        let mut at = index.checked_sub(1)?;
        while at > 0 && (self.places[at] == Place::Title || self.places[at] == self.places[index] || is_article(self.document.word(at))) {
            at -= 1;
        }
        WordKey::new(self.document.word(at))
    }

    fn read_word(&self, index: usize, end: usize, gathered: &mut Gathered) {
        let token = self.document.tokens()[index];
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            return;
        }
        let word = self.document.word(index);
        if self.stands_before_name(index) {
            return;
        }
        let lower = word.to_lowercase().replace('’', "'");
        let next = if index + 1 < end { self.document.word(index + 1).to_lowercase() } else { String::new() };
        if gathered.skipped > 0 {
            gathered.skipped -= 1;
            return;
        }
        // `due to illness` foretells nothing, `due to open` does
        let is_reason = lower == "due" && next == "to" && !(index + 2 < end && self.is_base_verb(index + 2));
        if !is_reason && gathered.add_mark(&lower, &next) {
            return;
        }
        if self.is_appointment(index, end) {
            gathered.words.push("appoint".to_owned());
            return;
        }
        if let Some(denies) = self.plea(index, end) {
            gathered.denials += usize::from(denies);
            gathered.skipped = if denies { 2 } else { 1 };
            if !denies {
                gathered.words.push("admit".to_owned());
            }
            return;
        }
        // `the plant is to close`
        gathered.is_future |= matches!(lower.as_str(), "is" | "are") && next == "to";
        // `from May`, `starting in May`
        if matches!(lower.as_str(), "starting" | "beginning" | "effective") && matches!(next.as_str(), "in" | "on" | "from") {
            return;
        }
        let base = regular_form(&lower).map_or_else(|| stem(&lower), str::to_owned);
        // `ruled out joining`: will not join
        if matches!(lower.as_str(), "rule" | "rules" | "ruled") && next == "out" {
            gathered.denials += 1;
            gathered.is_future = true;
            gathered.skipped = 1;
            return;
        }
        if base == "drop" && self.is_of_court(index, end) {
            gathered.words.push("withdraw".to_owned());
            return;
        }
        // `they have run out of beds`: they have none
        if base == "run" && next == "out" {
            gathered.denials += 1;
            gathered.skipped = 1;
            return;
        }
        if let Some(class) = class_of_pair(&base, &next) {
            gathered.add_class(class);
            gathered.skipped = 1;
            return;
        }
        // `another three`
        if lower == "another" && (next.starts_with(|sign: char| sign.is_ascii_digit()) || number_words::cardinal(&next).is_some()) {
            gathered.add_particle("more");
            return;
        }
        let follows = lower == "following" && self.document.word(index.saturating_sub(1)) != "the";
        if follows || is_kept_particle(&lower) || lower == "some" && next == "of" {
            gathered.add_particle(if follows { "after" } else { &lower });
            return;
        }
        if lower == "against" {
            let before = index.checked_sub(1).map_or("", |at| self.document.word(at));
            if matches!(
                class_of(&stem(&before.to_lowercase())).unwrap_or(before),
                "vote" | "decide" | "ruled" | "argued" | "campaigned" | "protest"
            ) {
                gathered.words.push(lower);
            }
            return;
        }
        let before = index.checked_sub(1).map_or("", |at| self.document.word(at));
        let word_use = match (is_article(before), next.as_str()) {
            (true, "of") => Use::Act,
            (true, _) => Use::Noun,
            _ => Use::Open,
        };
        add_word(word, word_use, gathered);
    }

    /// `was named transport secretary`
    fn is_appointment(&self, index: usize, end: usize) -> bool {
        let is_named =
            self.document.word(index) == "named" && index > 0 && matches!(self.document.word(index - 1), "was" | "been" | "were");
        let office = (index + 1..end.min(index + 5)).take_while(|at| function_word(self.document.word(*at)).is_none());
        is_named
            && office.map(|at| classes_of(self.document.word(at))).any(|classes| classes.any(WordClasses::ROLE.with(WordClasses::OFFICE)))
    }

    /// Whether `pleaded not guilty`, or `pleaded guilty`, stands at the word; `None` where neither does.
    fn plea(&self, index: usize, end: usize) -> Option<bool> {
        let pleads = matches!(self.document.word(index), "pleaded" | "pleads" | "plead" | "pleading" | "pled");
        let is = |at: usize, word: &str| at < end && self.document.word(at) == word;
        match (pleads, is(index + 1, "guilty"), is(index + 1, "not") && is(index + 2, "guilty")) {
            (true, true, _) => Some(false),
            (true, _, true) => Some(true),
            _ => None,
        }
    }

    /// The seconds of `2 hours, 19 minutes and 44 seconds`, with its first value; nothing with the others; `None` for what stands alone.
    fn run_of_durations(&self, value: &Value) -> Option<Option<f64>> {
        let at = self.values.partition_point(|other| other.span.start < value.span.start);
        let goes_on = |first: usize| {
            let (Some(one), Some(next)) = (self.values.get(first), self.values.get(first + 1)) else { return false };
            let gap = self.document.text().get(one.span.end..next.span.start).unwrap_or_default();
            seconds(one).is_some() && seconds(next).is_some() && matches!(gap.trim(), "," | "and" | ", and")
        };
        if at > 0 && goes_on(at - 1) {
            return Some(None);
        }
        let more = (at..self.values.len()).take_while(|first| goes_on(*first)).count();
        (more > 0).then(|| Some(self.values[at..=at + more].iter().filter_map(seconds).sum()))
    }

    /// Adds what the value comes to; with `from` and `to` where it says whence and whither something went.
    fn add_value(&self, value: &Value, index: usize, gathered: &mut Gathered) {
        let before = |back: usize| index.checked_sub(back).map_or("", |at| self.document.word(at));
        let end = self.document.tokens().partition_point(|token| token.span.start < value.span.end);
        let after = if end < self.document.tokens().len() { self.document.word(end) } else { "" };
        let way = match (before(2), before(1)) {
            ("up" | "close" | "votes" | "due", "to") => "",
            (_, "from") => "from ",
            (_, "to" | "reached" | "reaching" | "hit" | "hitting" | "reach") => "to ",
            _ => "",
        };
        match value.kind {
            ValueKind::Date | ValueKind::Time => gathered.dates.push(date_key(value, self.document.slice(value.span))),
            _ => {
                if let Some(run) = self.run_of_durations(value) {
                    gathered.figures.extend(run.map(|seconds| (way, format!("{seconds}second"))));
                    return;
                }
                if let Some(change) = change_of(self.document.slice(value.span)) {
                    gathered.words.push(change.to_owned());
                }
                let counts_points = value.kind == ValueKind::Cardinal && matches!(after, "point" | "points");
                let unit = if counts_points { "percentage point" } else { "" };
                gathered.skipped = usize::from(counts_points);
                // `a ten-year low`
                let extreme = [("low", "lowest"), ("high", "highest")].into_iter().find(|(word, _)| *word == after);
                if let Some((_, most)) = extreme.filter(|_| value.kind == ValueKind::Duration) {
                    gathered.words.push(most.to_owned());
                }
                gathered.figures.push((way, format!("{}{unit}", figure_key(value))));
            }
        }
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
        document.tokens_in(span).indices().for_each(|index| places[index] = Place::Mention(cluster, kind));
    }
    places
}

fn is_article(word: &str) -> bool {
    matches!(word, "the" | "The" | "a" | "A" | "an" | "An")
}

fn is_subject(word: &str) -> bool {
    matches!(word, "he" | "He" | "she" | "She" | "they" | "They" | "it" | "It" | "him" | "them")
}

/// Function words that change what is claimed.
fn is_kept_particle(word: &str) -> bool {
    matches!(word, "before" | "after" | "since" | "until" | "more" | "less" | "fewer" | "if")
}

/// The direction that a multiple tells: `halved` falls, `doubled` rises.
fn change_of(words: &str) -> Option<&'static str> {
    let last = WordKey::new(words.rsplit(' ').next()?)?;
    let by = number_words::multiple(last.as_str()).filter(|_| !last.as_str().ends_with("fold"))?;
    Some(if by < 1.0 { "fall" } else { "rise" })
}
