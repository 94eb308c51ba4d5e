//! The tokens of a document as the finder of names sees them.

use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::lexicon::measures::unit;
use crate::lexicon::{WordClasses, WordKey, classes_of, without_possessive};
use crate::text::{Document, Sentence, Span, TokenKind};

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// Starts small.
    Small,
    /// Starts with a capital, or holds one inside: `Reed`, `iPhone`, `McKay`.
    Capitalised,
    /// At least two capitals and nothing small: `NATO`, `F-35`.
    AllCapitals,
    /// One capital, with or without a full stop.
    Initial,
    /// A number.
    Number,
    /// A quotation mark.
    QuoteMark,
    /// Any other sign.
    Sign,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Its place, without a possessive mark; of `US-led` the name alone.
    pub span: Span,
    /// How it is written.
    pub shape: Shape,
    /// What the lists say of it; nothing for words that start small.
    pub classes: WordClasses,
    /// Whether a name that holds it must end with it: a possessive mark or a small word follows in the same token.
    pub closed: bool,
    /// Whether its capital may be owed to its place: first in its sentence or after an opening mark or colon.
    pub first: bool,
    /// Whether it stands in a line in which most words are capitalised.
    pub headline: bool,
}

impl Word {
    /// Whether the word may be part of a name by its capitals.
    pub(super) fn is_capitalised(&self) -> bool {
        matches!(self.shape, Shape::Capitalised | Shape::AllCapitals | Shape::Initial)
    }
}

/// All tokens of a document, and which words are seen where a capital tells something.
pub(super) struct Words<'a> {
    /// The text behind the spans.
    pub text: &'a str,
    /// One for each token of the document.
    pub all: Vec<Word>,
    /// Words seen capitalised inside a sentence.
    pub capitalised_inside: FxHashSet<&'a str>,
    /// Words of four bytes and more seen written small.
    pub small: FxHashSet<&'a str>,
}

impl<'a> Words<'a> {
    /// Looks at every token of `document` once.
    pub(super) fn new(document: &'a Document) -> Self {
        let text = document.text();
        let mut words = Self {
            text,
            all: Vec::with_capacity(document.tokens().len()),
            capitalised_inside: FxHashSet::default(),
            small: FxHashSet::with_capacity_and_hasher(document.tokens().len() / 2, FxBuildHasher),
        };
        for sentence in document.sentences() {
            words.add_sentence(document, sentence);
        }
        words
    }

    /// The text of the word at `index`.
    pub(super) fn word(&self, index: usize) -> &'a str {
        self.all[index].span.of(self.text)
    }

    /// The text from the word at `start` to the one before `end`.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        self.span(start, end).of(self.text)
    }

    /// The place of the words from `start` to the one before `end`.
    pub(super) fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.all[start].span.start, self.all[end - 1].span.end)
    }

    /// The text of the word `back` words before `index`; empty before the first.
    pub(super) fn before(&self, index: usize, back: usize) -> &'a str {
        index.checked_sub(back).map_or("", |at| self.word(at))
    }

    /// The text of the word at `index`; empty after the last.
    pub(super) fn at(&self, index: usize) -> &'a str {
        if index < self.all.len() { self.word(index) } else { "" }
    }

    /// Whether the word at `index`, which is capitalised, is seen written small elsewhere.
    pub(super) fn is_seen_small(&self, index: usize) -> bool {
        let mut buffer = [0; 32];
        let written = self.word(index);
        let Some(small) = buffer.get_mut(..written.len()) else { return false };
        small.copy_from_slice(written.as_bytes());
        small.make_ascii_lowercase();
        std::str::from_utf8(small).is_ok_and(|small| self.small.contains(small))
    }

    fn add_sentence(&mut self, document: &'a Document, sentence: &Sentence) {
        let from = self.all.len();
        let mut first = true;
        for index in sentence.tokens.indices() {
            let token = document.tokens()[index];
            let written = token.span.of(self.text);
            let shape = shape_of(written, token.kind);
            let mut word = Word { span: token.span, shape, classes: WordClasses::default(), closed: false, first, headline: false };
            if word.is_capitalised() {
                trim(&mut word, written, self.text);
                word.classes = classes_of(word.span.of(self.text));
            }
            first = match shape {
                Shape::QuoteMark => true,
                Shape::Sign => first || matches!(written, ":" | "•" | "-" | "–" | "*"),
                _ => false,
            };
            self.all.push(word);
        }
        self.close_before_marks(from);
        self.note_capitals(from);
    }

    /// Closes words before a possessive mark that is a token of its own.
    fn close_before_marks(&mut self, from: usize) {
        for index in from + 1..self.all.len() {
            let mark = self.all[index].span;
            if matches!(mark.of(self.text), "'s" | "’s" | "'S" | "’S" | "'" | "’") && self.all[index - 1].span.end == mark.start {
                self.all[index - 1].closed = true;
            }
        }
    }

    /// Notes which words of the sentence from `from` on are capitalised by choice, unless all of them are.
    fn note_capitals(&mut self, from: usize) {
        let headline = self.is_headline(from);
        for index in from..self.all.len() {
            self.all[index].headline = headline;
            let word = self.all[index];
            match word.shape {
                Shape::Small if word.span.len() > 3 => {
                    self.small.insert(word.span.of(self.text));
                }
                Shape::Capitalised | Shape::AllCapitals if !headline && !word.first => {
                    self.capitalised_inside.insert(word.span.of(self.text));
                }
                _ => {}
            }
        }
    }

    fn is_headline(&self, from: usize) -> bool {
        let sentence = &self.all[from..];
        let ends_open = sentence.last().is_some_and(|word| !matches!(word.span.of(self.text), "." | "?" | "!" | "”" | "\""));
        let long = |word: &&Word| word.span.len() > 3 && word.shape != Shape::Sign && word.shape != Shape::Number;
        let (mut capitals, mut all, mut shouted) = (0, 0, 0);
        for word in sentence.iter().filter(long) {
            all += 1;
            capitals += usize::from(word.is_capitalised());
            shouted += usize::from(word.shape == Shape::AllCapitals);
        }
        all >= 3 && (ends_open && capitals * 10 >= all * 7 || shouted * 10 >= all * 7)
    }
}

/// Whether it is a number with its unit: `600MW`, not `3M`.
fn is_measured(written: &str) -> bool {
    let rest = written.trim_start_matches(|sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ','));
    rest.len() > 1 && rest.len() < written.len() && WordKey::new(rest).is_some_and(|key| unit(key.as_str()).is_some())
}

fn shape_of(written: &str, kind: TokenKind) -> Shape {
    match kind {
        TokenKind::Number => return Shape::Number,
        TokenKind::QuoteMark => return Shape::QuoteMark,
        TokenKind::Punctuation => return Shape::Sign,
        TokenKind::Word if is_measured(written) => return Shape::Number,
        TokenKind::Word => {}
    }
    let (mut capitals, mut small) = (0, 0);
    for sign in without_possessive(written).chars() {
        capitals += usize::from(sign.is_uppercase());
        small += usize::from(sign.is_lowercase());
    }
    let starts = written.chars().next();
    let starts_large = starts.is_some_and(char::is_uppercase);
    match (capitals, small) {
        (1, 0) => Shape::Initial,
        (2.., 0) => Shape::AllCapitals,
        // `iPhone`, `eBay`, `al-Assad`; but not `anti-American`.
        (1.., _) if starts_large || small_start(written) <= 3 || has_compound_start(written) => Shape::Capitalised,
        _ => Shape::Small,
    }
}

fn has_compound_start(written: &str) -> bool {
    written.split_once('-').is_some_and(|(prefix, name)| COMPOUND_STARTS.contains(&prefix) && name.starts_with(char::is_uppercase))
}

/// Bytes before the first capital.
fn small_start(written: &str) -> usize {
    written.find(char::is_uppercase).unwrap_or(written.len())
}

/// Small words that end a compound with a name: `Alden-based`.
const COMPOUND_ENDS: &[&str] = &[
    "backed",
    "based",
    "born",
    "bound",
    "controlled",
    "educated",
    "era",
    "friendly",
    "funded",
    "held",
    "inspired",
    "led",
    "like",
    "made",
    "mandated",
    "occupied",
    "operated",
    "owned",
    "related",
    "run",
    "speaking",
    "sponsored",
    "style",
    "supported",
    "themed",
    "trained",
    "wide",
];

/// Small words that begin a compound with a name: `pro-Brandt`.
const COMPOUND_STARTS: &[&str] = &["anti", "ex", "inter", "mid", "non", "post", "pre", "pro", "trans", "un"];

/// Cuts a possessive mark, the small half of a compound (`US-led`), and takes in the full stop of `U.S.` where it is a token of its own.
fn trim(word: &mut Word, written: &str, text: &str) {
    let bare = without_possessive(written);
    word.closed = bare.len() < written.len();
    word.span.end = word.span.start + bare.len();
    if let Some((name, rest)) = bare.rsplit_once(['-', '–'])
        && rest.starts_with(char::is_lowercase)
        && (COMPOUND_ENDS.contains(&rest) || classes_of(name).any(WordClasses::KNOWN_NAME))
        && !classes_of(bare).any(WordClasses::KNOWN_NAME)
    {
        word.closed = true;
        word.span.end = word.span.start + name.len();
    }
    if let Some((prefix, name)) = bare.split_once('-')
        && COMPOUND_STARTS.contains(&prefix)
        && name.starts_with(char::is_uppercase)
    {
        word.span.start += prefix.len() + 1;
        word.first = false;
        word.shape = shape_of(name, TokenKind::Word);
    }
    let dotted = bare.len() >= 3 && bare.as_bytes()[1] == b'.' && word.shape == Shape::AllCapitals;
    if dotted && !bare.ends_with('.') && text[word.span.end..].starts_with('.') {
        word.span.end += 1;
    }
}
