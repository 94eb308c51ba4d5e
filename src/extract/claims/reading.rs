//! What sort of statement some words make.

use crate::annotation::{ClaimKind, Modality, Polarity, Tense};
use crate::lexicon::{ClaimCues, WordClasses, claim_cues, classes_of};
use crate::text::{Document, Span, TokenKind};

/// What a statement's words tell of it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// Its sort.
    pub kind: ClaimKind,
    /// Whether it denies.
    pub polarity: Polarity,
    /// Its mode.
    pub modality: Modality,
    /// Words that soften it.
    pub hedges: Vec<Span>,
    /// All cues in it.
    pub cues: ClaimCues,
    /// Whether it holds a figure that counts something.
    pub has_figure: bool,
    /// Whether it holds a date.
    pub has_date: bool,
    /// Whether it asks.
    pub is_question: bool,
    /// Whether one thing brings about another in it, whatever else it says.
    pub is_causal: bool,
    /// Whether it tells of the past.
    pub is_past: bool,
    /// How many words it has.
    pub words: usize,
}

impl Reading {
    /// When it takes place.
    pub(super) fn tense(&self) -> Tense {
        match self.modality {
            Modality::Predicted => Tense::Future,
            _ if self.is_past => Tense::Past,
            _ => Tense::Present,
        }
    }

    /// Whether narration of this sort is worth a claim of its own.
    pub(super) fn is_checkable(&self) -> bool {
        let substantial = self.words >= 5 && !self.is_question;
        substantial && (self.has_figure || self.cues.any(ClaimCues::PERCENT) || self.has_date && self.is_past || self.is_causal)
    }
}

/// Reads the words of `parts`.
pub(super) fn read(document: &Document, parts: &[Span]) -> Reading {
    let mut reading = Reading {
        kind: ClaimKind::State,
        polarity: Polarity::Positive,
        modality: Modality::Asserted,
        hedges: Vec::new(),
        cues: ClaimCues::default(),
        has_figure: false,
        has_date: false,
        is_question: false,
        is_causal: false,
        is_past: false,
        words: 0,
    };
    let mut phrases = Phrases::default();
    for part in parts {
        reading.is_question |= document.slice(*part).ends_with('?');
        let mut before = ("", ClaimCues::default());
        for index in document.tokens_in(*part).indices() {
            before = add_word(document, index, before, &mut reading, &mut phrases);
        }
    }
    reading.is_causal = phrases.causes || reading.cues.any(ClaimCues::CAUSAL);
    reading.kind = kind_of(&reading, &phrases);
    reading.modality = modality_of(&reading, &phrases);
    if reading.cues.any(ClaimCues::NEGATION) {
        reading.polarity = Polarity::Negative;
    }
    reading
}

/// Cues of more than one word.
#[derive(Debug, Default)]
struct Phrases {
    /// `have to`, `need to`.
    obliges: bool,
    /// `going to`, `set to`.
    foretells: bool,
    /// `led to`, `in light of`, `out of`.
    causes: bool,
    /// `most of`, `tens of`.
    counts: bool,
    /// `I think`.
    judges: bool,
}

/// Adds one word; gives it back with its cues, as the next word's neighbour.
fn add_word<'a>(
    document: &'a Document,
    index: usize,
    (before, before_cues): (&str, ClaimCues),
    reading: &mut Reading,
    phrases: &mut Phrases,
) -> (&'a str, ClaimCues) {
    let token = document.tokens()[index];
    let word = document.word(index);
    match token.kind {
        TokenKind::Number => {
            reading.words += 1;
            add_number(word, before, reading);
            return (word, ClaimCues::NUMBER);
        }
        TokenKind::Word => reading.words += 1,
        _ if matches!(word, "%" | "$" | "€" | "£") => {}
        _ => return (word, ClaimCues::default()),
    }
    let mut cues = claim_cues(word);
    let number_next = document.tokens().get(index + 1).is_some_and(|next| next.kind == TokenKind::Number);
    let softens = cues.any(ClaimCues::HEDGE) && !matches!(word, "thought" | "May");
    if softens || cues.any(ClaimCues::HEDGE_OF_NUMBER) && number_next {
        reading.hedges.push(token.span);
    }
    if word == "not" && document.tokens().get(index + 1).is_some_and(|next| next.span.of(document.text()) == "only") {
        cues = ClaimCues::default();
    }
    if word == "US" || word == "May" && !before.is_empty() {
        cues = ClaimCues::default();
    }
    match (before, word) {
        ("have" | "has" | "had" | "need" | "needs" | "ought", "to") => phrases.obliges = true,
        ("We" | "we", "cannot") => phrases.obliges = true,
        ("going" | "set" | "expected" | "bound", "to") => phrases.foretells = true,
        ("led" | "leads" | "due" | "adds" | "contributed", "to") | ("light" | "because" | "out", "of") | ("result", "of" | "in") => {
            phrases.causes = true
        }
        ("have" | "has", "led") => phrases.causes = true,
        (
            "most" | "Most" | "half" | "Half" | "tens" | "Tens" | "majority" | "dozens" | "Dozens" | "hundreds" | "Hundreds" | "thousands"
            | "Thousands" | "millions" | "Millions" | "third",
            "of",
        ) => {
            phrases.counts = true;
        }
        ("I" | "we" | "We", "think" | "believe" | "feel" | "hope" | "love" | "hate") => phrases.judges = true,
        _ => {}
    }
    if word.starts_with(char::is_uppercase)
        && classes_of(word).any(WordClasses::MONTH.with(WordClasses::DAY))
        && word != "March"
        && !(word == "May" && before.is_empty())
    {
        reading.has_date = true;
    }
    let participle = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    if cues.any(ClaimCues::EVENT) || participle && (before_cues.any(ClaimCues::AUXILIARY) || word.starts_with(char::is_lowercase)) {
        reading.is_past = true;
    }
    if matches!(word, "was" | "were" | "had") {
        reading.is_past = true;
    }
    reading.cues.insert(cues);
    (word, cues)
}

/// A figure counts something unless it's a year, a day of a month or an age.
fn add_number(word: &str, before: &str, reading: &mut Reading) {
    let year = word.len() == 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().all(|byte| byte.is_ascii_digit());
    let day_of_month = before.starts_with(char::is_uppercase) && classes_of(before).any(WordClasses::MONTH);
    if year && before != "$" || day_of_month {
        reading.has_date = true;
    } else {
        reading.has_figure = true;
    }
}

fn kind_of(reading: &Reading, phrases: &Phrases) -> ClaimKind {
    let cues = reading.cues;
    let counted =
        reading.has_figure || phrases.counts || cues.any(ClaimCues::PERCENT.with(ClaimCues::MONEY)) && cues.any(ClaimCues::NUMBER);
    if cues.any(ClaimCues::NORMATIVE) || phrases.obliges {
        return ClaimKind::Position;
    }
    if counted {
        return ClaimKind::Statistic;
    }
    if cues.any(ClaimCues::RULE) {
        return ClaimKind::Rule;
    }
    if cues.any(ClaimCues::PREDICTION) || phrases.foretells {
        return ClaimKind::Prediction;
    }
    if reading.is_causal {
        return ClaimKind::Causal;
    }
    if cues.any(ClaimCues::POSITION) {
        return ClaimKind::Position;
    }
    if phrases.judges || cues.any(ClaimCues::OPINION) {
        return ClaimKind::Opinion;
    }
    if cues.any(ClaimCues::COMPARISON) {
        return ClaimKind::Comparison;
    }
    if reading.is_past {
        return ClaimKind::Event;
    }
    if cues.any(ClaimCues::HYPOTHETICAL) { ClaimKind::Opinion } else { ClaimKind::State }
}

fn modality_of(reading: &Reading, phrases: &Phrases) -> Modality {
    if reading.cues.any(ClaimCues::NORMATIVE) || phrases.obliges {
        Modality::Normative
    } else if reading.cues.any(ClaimCues::PREDICTION) || phrases.foretells {
        Modality::Predicted
    } else if reading.cues.any(ClaimCues::HYPOTHETICAL) {
        Modality::Hypothetical
    } else {
        Modality::Asserted
    }
}
