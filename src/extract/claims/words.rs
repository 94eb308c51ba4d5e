//! A document's words as the claims read them: their parts, their cues, and which verbs are finite.

use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::THAT;
use crate::lexicon::verb_forms::VerbForms;
use crate::lexicon::{ClaimCues, WordClasses, WordEntry, WordKey, claim_cues, classes_of};
use crate::text::{Document, Span, TokenKind};

/// The part that a token plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A word of a closed class.
    Function(FunctionWord),
    /// A subject pronoun with its verb: `it's`, `we've`, `there's`.
    PronounWithVerb,
    /// A capitalised word of an open class.
    Name,
    /// Another word of an open class.
    Plain,
    /// Digits.
    Number,
    /// A quotation mark.
    Mark,
    /// `,`
    Comma,
    /// `;`
    Semicolon,
    /// `:`
    Colon,
    /// A dash.
    Dash,
    /// `…`
    Ellipsis,
    /// `.`, `!`, `?`.
    Stop,
    /// `'s`, `'`
    PossessiveMark,
    /// Any other sign.
    Sign,
}

/// A token as the claims read it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word {
    /// Its part.
    pub part: Part,
    /// The forms of a verb that it may be.
    pub forms: VerbForms,
    /// What it says of the sort of statement.
    pub cues: ClaimCues,
    /// Whether it begins a finite verb group: `has` in `has never sailed`, `sank`.
    pub is_finite: bool,
    /// Whether it is a verb that takes a clause as what was said.
    pub reports: bool,
    /// Whether it names a day, a month or another stretch of the calendar.
    pub is_date: bool,
    /// Whether a phrase that [`Words::phrase_at`] is asked for may begin with it.
    pub opens_phrase: bool,
}

/// All words of a document.
pub(super) struct Words<'a> {
    /// The document.
    pub document: &'a Document,
    words: Vec<Word>,
}

impl<'a> Words<'a> {
    /// Reads `document`.
    pub(super) fn new(document: &'a Document) -> Self {
        let words = document.of_each_word(|index| read(document.word(index), document.tokens()[index].kind));
        let mut read = Self { document, words };
        for sentence in document.sentences() {
            read.mark_finite(sentence.tokens.start, sentence.tokens.end);
        }
        read
    }

    /// The word at `index`; a stop beyond the end.
    pub(super) fn get(&self, index: usize) -> Word {
        const BEYOND: Word = plain(Part::Stop);
        self.words.get(index).copied().unwrap_or(BEYOND)
    }

    /// The part of the word at `index`.
    pub(super) fn part(&self, index: usize) -> Part {
        self.get(index).part
    }

    /// Whether the word at `index` is the function word `function`.
    pub(super) fn is(&self, index: usize, function: FunctionWord) -> bool {
        self.part(index) == Part::Function(function)
    }

    /// The text of the word at `index`; empty beyond the end.
    pub(super) fn text(&self, index: usize) -> &'a str {
        self.document.tokens().get(index).map_or("", |token| token.span.of(self.document.text()))
    }

    /// Whether the word at `index` is one of `words` (lower case), whatever its case.
    pub(super) fn is_any(&self, index: usize, words: &[&str]) -> bool {
        let text = self.text(index);
        words.iter().any(|word| text.eq_ignore_ascii_case(word))
    }

    /// The length of the first of `phrases`, runs of words in lower case, that begins at the token `at` of `tokens`.
    pub(super) fn phrase_at(&self, tokens: &[usize], at: usize, phrases: &[&[&str]]) -> Option<usize> {
        let first = *tokens.get(at)?;
        let is = |(offset, word): (usize, &&str)| tokens.get(at + offset).is_some_and(|index| self.is_any(*index, &[word]));
        let find = || phrases.iter().find(|phrase| phrase.iter().enumerate().all(is)).map(|phrase| phrase.len());
        let opens = self.get(first).opens_phrase;
        debug_assert!(opens || find().is_none(), "{:?} opens a phrase", self.text(first));
        if opens { find() } else { None }
    }

    /// The place of the token at `index`.
    pub(super) fn span(&self, index: usize) -> Span {
        self.document.tokens()[index].span
    }

    fn mark_finite(&mut self, start: usize, end: usize) {
        // Backwards, so that each verb knows whether a finite one follows in its own clause.
        let mut follows = false;
        for index in (start..end).rev() {
            let is_finite = self.is_finite(index, start, end, follows);
            self.words[index].is_finite = is_finite;
            match self.words[index].part {
                _ if is_finite => follows = true,
                Part::Function(
                    FunctionWord::Conjunction
                    | FunctionWord::Subordinator
                    | FunctionWord::Relative
                    | FunctionWord::That
                    | FunctionWord::Question
                    | FunctionWord::SubjectPronoun,
                )
                | Part::PronounWithVerb
                | Part::Comma
                | Part::Semicolon
                | Part::Colon
                | Part::Dash
                | Part::Ellipsis
                | Part::Mark => follows = false,
                _ => {}
            }
        }
    }

    /// Whether the word at `index` begins a finite verb group; `follows` where a finite verb comes after it in the same run of words.
    fn is_finite(&self, index: usize, start: usize, end: usize, follows: bool) -> bool {
        let word = self.words[index];
        if word.part == Part::PronounWithVerb {
            return true;
        }
        let before = (start..index).rev().find(|at| !self.is(*at, FunctionWord::Adverb));
        let before_part = before.map(|at| self.words[at].part);
        let continues_group =
            matches!(before_part, Some(Part::Function(FunctionWord::Auxiliary | FunctionWord::To) | Part::PronounWithVerb));
        if word.part == Part::Function(FunctionWord::Auxiliary) {
            return !continues_group && !self.is_any(index, &["be", "been", "being", "having"]);
        }
        let text = self.text(index);
        let is_unlisted = word.forms == VerbForms::NONE && word.part == Part::Plain && is_plural(text);
        if is_unlisted {
            return matches!(before_part, Some(Part::Function(FunctionWord::Relative)))
                || before.is_some_and(|at| self.is_any(at, &["he", "she", "it"]));
        }
        let is_verb = word.forms.any(VerbForms::BASE.with(VerbForms::THIRD_PERSON).with(VerbForms::PAST));
        if !is_verb || continues_group || word.part == Part::Name && index != start {
            return false;
        }
        let is_modified = matches!(
            before_part,
            None | Some(
                Part::Function(FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::Preposition) | Part::PossessiveMark
            )
        ) && !before
            .is_some_and(|at| self.is_any(at, &["all", "both", "each", "some", "many", "most", "few", "several", "others", "this"]));
        if is_modified {
            return false;
        }
        let has_subject =
            matches!(before_part, Some(Part::Function(FunctionWord::Relative | FunctionWord::That | FunctionWord::SubjectPronoun)));
        let next_part = if index + 1 < end { self.part(index + 1) } else { Part::Stop };
        if word.forms.any(VerbForms::PAST) {
            let may_be_participle = word.forms.any(VerbForms::PARTICIPLE);
            let passive = self.is_any(index + 1, &["by"]) && self.part(index + 2) != Part::Number;
            let reduced =
                follows && !word.reports && !has_subject || before_part == Some(Part::Comma) && self.follows_after_comma(index, end);
            return !may_be_participle || !passive && !reduced;
        }
        let is_often_noun = word.forms.any(VerbForms::OFTEN_NOUN);
        let follows_that = before_part == Some(Part::Function(FunctionWord::That));
        if follows && !word.reports && (!has_subject || follows_that) {
            return false; // `the trust's shares fell`: one verb a clause
        }
        if word.forms.any(VerbForms::THIRD_PERSON) {
            return self.is_third_person(before, before_part, next_part, is_often_noun);
        }
        self.is_base(before, before_part, next_part, is_often_noun)
    }

    /// Whether a finite verb stands behind the next comma: `, published in 2021, put`.
    fn follows_after_comma(&self, index: usize, end: usize) -> bool {
        let Some(comma) = (index + 1..end.min(index + 24)).find(|at| self.part(*at) == Part::Comma) else { return false };
        comma + 1 < end && self.words[comma + 1].is_finite
    }

    fn is_third_person(&self, before: Option<usize>, before_part: Option<Part>, next: Part, is_often_noun: bool) -> bool {
        let follows_subject = match before_part {
            Some(Part::Name | Part::Plain | Part::Number) => before.is_some_and(|at| !is_often_noun || !is_plural(self.text(at))),
            Some(Part::Function(
                FunctionWord::SubjectPronoun
                | FunctionWord::Relative
                | FunctionWord::That
                | FunctionWord::Question
                | FunctionWord::Conjunction,
            )) => true,
            Some(Part::Function(FunctionWord::Determiner)) => true,
            Some(Part::Comma | Part::Mark) => !is_often_noun,
            _ => false,
        };
        let goes_on = match next {
            Part::Function(part) => !is_often_noun || !matches!(part, FunctionWord::Preposition | FunctionWord::Conjunction),
            Part::Number | Part::Name | Part::Mark => true,
            Part::Plain | Part::Sign => !is_often_noun || matches!(before_part, Some(Part::Function(_) | Part::Name)),
            _ => !is_often_noun || matches!(before_part, Some(Part::Function(FunctionWord::SubjectPronoun))),
        };
        follows_subject && goes_on
    }

    fn is_base(&self, before: Option<usize>, before_part: Option<Part>, next: Part, is_often_noun: bool) -> bool {
        let Some(at) = before else { return false };
        match before_part {
            Some(Part::Function(FunctionWord::SubjectPronoun)) => !self.is_any(at, &["he", "she", "it", "one", "nobody"]),
            Some(Part::Function(FunctionWord::Relative | FunctionWord::Determiner)) => !is_often_noun || next != Part::Stop,
            Some(Part::Function(FunctionWord::That)) => !is_often_noun,
            Some(Part::Plain | Part::Name | Part::Number) => {
                let goes_on =
                    !is_often_noun || matches!(next, Part::Function(_) | Part::Number | Part::Name | Part::Plain | Part::Mark | Part::Sign);
                let is_object = matches!(
                    next,
                    Part::Function(FunctionWord::Determiner | FunctionWord::Possessive | FunctionWord::ObjectPronoun | FunctionWord::That)
                );
                (is_plural(self.text(at)) || self.is_any(at, &["people", "police", "percent"])) && goes_on && (!is_often_noun || is_object)
            }
            _ => false,
        }
    }
}

fn is_plural(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("'s") && !word.ends_with("’s")
}

/// First words of the phrases that [`Words::phrase_at`] is asked for.
const PHRASE_OPENERS: [&str; 22] = [
    "because",
    "due",
    "led",
    "lead",
    "leads",
    "thanks",
    "owing",
    "contributed",
    "adds",
    "as",
    "in",
    "have",
    "is",
    "was",
    "are",
    "i'd",
    "would",
    "at",
    "up",
    "more",
    "less",
    "fewer",
];

/// A word that plays `part` and says nothing else.
const fn plain(part: Part) -> Word {
    Word { part, forms: VerbForms::NONE, cues: ClaimCues::NONE, is_finite: false, reports: false, is_date: false, opens_phrase: false }
}

fn read(text: &str, kind: TokenKind) -> Word {
    match kind {
        TokenKind::QuoteMark => plain(Part::Mark),
        TokenKind::Number => Word { cues: ClaimCues::NUMBER, is_date: is_year(text), ..plain(Part::Number) },
        TokenKind::Punctuation => Word { cues: claim_cues(text), ..plain(sign(text)) },
        TokenKind::Word => read_word(text),
    }
}

fn read_word(text: &str) -> Word {
    let plain = plain(Part::Plain);
    let is_capital = text.starts_with(char::is_uppercase);
    let open_class = if is_capital { Part::Name } else { Part::Plain };
    let is_calendar = is_capital && text != "March" && text != "May" && classes_of(text).any(WordClasses::MONTH.with(WordClasses::DAY));
    let mut word = Word { part: open_class, is_date: is_calendar, ..plain };
    if is_figure(text) {
        return Word { cues: ClaimCues::NUMBER, is_date: is_year(text.trim_end_matches('s')), ..Word { part: Part::Number, ..plain } };
    }
    let Some(key) = WordKey::new(text) else { return word };
    let key = key.as_str();
    let entry = WordEntry::of(key);
    word.cues = if text == "US" { ClaimCues::NONE } else { entry.cues };
    word.opens_phrase = PHRASE_OPENERS.contains(&key);
    if matches!(key, "'s" | "'") {
        return Word { part: Part::PossessiveMark, cues: ClaimCues::NONE, ..plain };
    }
    word.is_date |= matches!(key, "weekend" | "yesterday" | "today" | "tomorrow" | "tonight" | "christmas" | "easter" | "thanksgiving");
    if has_verb_inside(key) {
        word.part = Part::PronounWithVerb;
        return word;
    }
    if let Some(function) = entry.function.filter(|_| !matches!(text, "US" | "IT")) {
        word.part = Part::Function(function);
        return word;
    }
    word.forms = entry.forms;
    word.reports = entry.reporting.is_some_and(|found| found.verb.takes(THAT));
    if word.forms == VerbForms::NONE && !is_capital && key.len() > 4 && key.ends_with("ly") && !NO_ADVERBS.contains(&key) {
        word.part = Part::Function(FunctionWord::Adverb);
    }
    word
}

/// Words in `-ly` that are no adverbs.
const NO_ADVERBS: [&str; 12] =
    ["early", "daily", "weekly", "monthly", "family", "likely", "unlikely", "elderly", "rally", "supply", "assembly", "quarterly"];

/// Whether the word (folded) is a subject with its verb: `it's`, `we've`, `that's`.
fn has_verb_inside(key: &str) -> bool {
    let Some((subject, verb)) = key.split_once('\'') else { return false };
    let is_pronoun =
        matches!(subject, "i" | "he" | "she" | "it" | "we" | "you" | "they" | "there" | "that" | "this" | "here" | "what" | "who");
    is_pronoun && matches!(verb, "s" | "m" | "re" | "ve" | "ll" | "d")
}

/// Whether the word is a figure with its unit or two figures: `6m`, `90mm`, `61-58`, `1980s`.
fn is_figure(text: &str) -> bool {
    let letters = text.chars().filter(|sign| sign.is_alphabetic()).count();
    text.starts_with(|sign: char| sign.is_ascii_digit()) && letters <= 3
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn sign(text: &str) -> Part {
    match text {
        "," => Part::Comma,
        ";" => Part::Semicolon,
        ":" => Part::Colon,
        "—" | "–" | "--" | "---" | "-" | "―" => Part::Dash,
        "'" | "’" => Part::PossessiveMark,
        _ if text.starts_with("..") || text.starts_with('…') => Part::Ellipsis,
        _ if text.starts_with(['.', '!', '?']) => Part::Stop,
        _ => Part::Sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;

    fn finite(text: &str) -> Vec<String> {
        let document = segment(text, &[]);
        let words = Words::new(&document);
        (0..document.tokens().len()).filter(|index| words.get(*index).is_finite).map(|index| words.text(index).to_owned()).collect()
    }

    #[test]
    fn finds_finite_verbs() {
        assert_eq!(finite("The ferry has never sailed at night and its crew wants more."), ["has", "wants"]);
        assert_eq!(finite("Boats built in Brask sank, but we've kept ours."), ["sank", "we've"]);
        assert_eq!(finite("Stocks held by mills reached a record."), ["reached"]);
        assert_eq!(finite("A study, published in 2021, put the rate at 3."), ["put"]);
        assert_eq!(finite("Farmers who own boats want to sell them."), ["own", "want"]);
    }

    #[test]
    fn leaves_nouns_and_participles() {
        assert_eq!(finite("The plans for a closed port near the works."), Vec::<String>::new());
        assert_eq!(finite("A walk to the shop, and a talk with the guide."), Vec::<String>::new());
    }
}
