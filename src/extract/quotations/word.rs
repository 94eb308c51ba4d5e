//! What a token is to the rules: its part in the sentence, by form and table.

use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::ReportingForm;
use crate::lexicon::{WordEntry, WordKey};
use crate::text::{Token, TokenKind};

/// The part a token plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A word of a closed class.
    Function(FunctionWord),
    /// A capitalised word that is no function word.
    Name,
    /// Any other word.
    Plain,
    /// A possessive mark: `'s`, `'`.
    PossessiveMark,
    /// Digits.
    Number,
    /// A quotation mark.
    Mark,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `—`, `–`, `--`, or a hyphen that stands free.
    Dash,
    /// `.`, `!`, `?`.
    Stop,
    /// `...`, `…`.
    Ellipsis,
    /// `(`, `[`.
    Open,
    /// `)`, `]`.
    Close,
    /// Any other sign.
    Sign,
}

/// One token as the rules read it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Its part.
    pub(super) part: Part,
    /// The reporting verb that it may be a form of.
    pub(super) verb: Option<ReportingForm>,
    /// Whether it begins with a capital.
    pub(super) is_capital: bool,
}

impl Word {
    /// Reads the token `token` of `text`.
    pub(super) fn read(text: &str, token: Token) -> Self {
        let word = token.span.of(text);
        match token.kind {
            TokenKind::QuoteMark => Self::plain(Part::Mark),
            TokenKind::Number => Self::plain(Part::Number),
            TokenKind::Punctuation => Self::plain(sign(word)),
            TokenKind::Word => Self::read_word(word),
        }
    }

    fn plain(part: Part) -> Self {
        Self { part, verb: None, is_capital: false }
    }

    fn read_word(word: &str) -> Self {
        let is_capital = word.starts_with(char::is_uppercase);
        let open_class = if is_capital || word.starts_with(['@', '#']) { Part::Name } else { Part::Plain };
        let Some(key) = WordKey::new(word) else { return Self { part: open_class, verb: None, is_capital } };
        if matches!(key.as_str(), "'s" | "'") {
            return Self::plain(Part::PossessiveMark);
        }
        let entry = WordEntry::of(key.as_str());
        if let Some(function) = entry.function {
            let is_country = matches!(word, "US" | "IT");
            return Self { part: if is_country { Part::Name } else { Part::Function(function) }, verb: None, is_capital };
        }
        let verb = entry.reporting;
        let is_adverb = verb.is_none() && !is_capital && is_adverb_by_form(key.as_str());
        Self { part: if is_adverb { Part::Function(FunctionWord::Adverb) } else { open_class }, verb, is_capital }
    }

    /// Whether it is a name or another word of the open classes.
    pub(super) fn is_noun_like(self) -> bool {
        matches!(self.part, Part::Name | Part::Plain | Part::Number)
    }
}

/// Words in `-ly` that are no adverbs.
const NO_ADVERBS: [&str; 20] = [
    "early",
    "daily",
    "weekly",
    "monthly",
    "family",
    "friendly",
    "likely",
    "unlikely",
    "elderly",
    "rally",
    "supply",
    "assembly",
    "anomaly",
    "bully",
    "monopoly",
    "lovely",
    "costly",
    "deadly",
    "orderly",
    "quarterly",
];

fn is_adverb_by_form(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ly") && !NO_ADVERBS.contains(&word)
}

fn sign(word: &str) -> Part {
    match word {
        "," => Part::Comma,
        ":" => Part::Colon,
        ";" => Part::Semicolon,
        "—" | "–" | "--" | "---" | "-" | "―" => Part::Dash,
        "." | "!" | "?" => Part::Stop,
        "’" | "'" => Part::PossessiveMark,
        "(" | "[" => Part::Open,
        ")" | "]" => Part::Close,
        _ if word.starts_with("..") || word.starts_with('…') => Part::Ellipsis,
        _ if word.starts_with(['!', '?']) => Part::Stop,
        _ => Part::Sign,
    }
}
