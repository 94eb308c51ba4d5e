//! Verbs that attribute: what they take, and their forms.

use std::sync::LazyLock;

use super::WordTable;
use super::reporting_verb_table::VERBS;

/// Stands beside a quotation: `“…,” she said`.
pub const SPEECH: u8 = 1;
/// Takes a clause with `that`.
pub const THAT: u8 = 2;
/// Takes a clause without `that`, or a noun phrase that is what was said, wanted or judged: `said the dam holds`, `criticized the plan`.
pub const OBJECT: u8 = 4;
/// Takes an infinitive: `vowed to stay`.
pub const INFINITIVE: u8 = 8;
/// Takes a question: `asked whether`, `explained how`.
pub const QUESTION: u8 = 16;
/// Its first object is the one spoken to: `told reporters that …`.
pub const ADDRESSEE: u8 = 32;
/// Attributes in the passive too, what was said being the subject or the complement: `was asked whether …`.
pub const PASSIVE: u8 = 64;

/// A verb that attributes.
#[derive(Debug)]
pub struct ReportingVerb {
    /// Dictionary form.
    pub lemma: &'static str,
    /// Past tense and participle where they are not made with `-ed`, or double the last letter; empty where regular.
    irregular: &'static str,
    /// What it takes: the constants of this module, added up.
    takes: u8,
    /// Prepositions and particles that belong to the cue, apart by blanks: `for` in `called for`.
    prepositions: &'static str,
}

impl ReportingVerb {
    /// An entry of the table.
    pub(super) const fn new(lemma: &'static str, irregular: &'static str, takes: u8, prepositions: &'static str) -> Self {
        Self { lemma, irregular, takes, prepositions }
    }

    /// Whether it takes any of `what`.
    pub fn takes(&self, what: u8) -> bool {
        self.takes & what != 0
    }

    /// Whether `word` (lower case) is a preposition or particle of its cue.
    pub fn takes_preposition(&self, word: &str) -> bool {
        self.prepositions.split(' ').any(|preposition| preposition == word)
    }
}

/// Form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbForm {
    /// `say`.
    Base,
    /// `says`.
    ThirdPerson,
    /// `said`: past tense or participle.
    Past,
    /// `written`, where it differs from the past tense.
    Participle,
    /// `saying`.
    Gerund,
}

/// A form of a reporting verb.
#[derive(Debug, Clone, Copy)]
pub struct ReportingForm {
    /// The verb.
    pub verb: &'static ReportingVerb,
    /// Which form of it.
    pub form: VerbForm,
}

/// Looks up `word`, in lower case.
pub fn reporting_form(word: &str) -> Option<ReportingForm> {
    static TABLE: LazyLock<WordTable<ReportingForm>> = LazyLock::new(table);
    TABLE.get(word).copied()
}

pub(super) fn table() -> WordTable<ReportingForm> {
    let mut forms: WordTable<ReportingForm> = WordTable::default();
    for verb in VERBS {
        for (word, form) in inflections(verb) {
            if forms.get(&word).is_none() {
                forms.insert(&word, ReportingForm { verb, form });
            }
        }
    }
    forms
}

fn inflections(verb: &ReportingVerb) -> Vec<(String, VerbForm)> {
    let lemma = verb.lemma;
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let ends_in_consonant_y = lemma.ends_with('y') && !lemma.ends_with("ay") && !lemma.ends_with("ey") && !lemma.ends_with("oy");
    let mut irregular = verb.irregular.split_whitespace();
    let past = irregular.next();
    let doubled = past.and_then(|past| past.strip_suffix("ed")).filter(|start| start.len() > lemma.len());
    let third_person = match lemma.as_bytes() {
        _ if ends_in_consonant_y => format!("{}ies", &lemma[..lemma.len() - 1]),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    };
    let gerund_stem = doubled.unwrap_or(if lemma.ends_with("ee") { lemma } else { stem });
    let past_form = match past {
        Some(past) => past.to_owned(),
        None if ends_in_consonant_y => format!("{}ied", &lemma[..lemma.len() - 1]),
        None => format!("{stem}ed"),
    };
    // The past tense comes first: of `read` it is the likelier reading in news.
    let mut forms = vec![
        (past_form, VerbForm::Past),
        (lemma.to_owned(), VerbForm::Base),
        (third_person, VerbForm::ThirdPerson),
        (format!("{gerund_stem}ing"), VerbForm::Gerund),
    ];
    forms.extend(irregular.next().map(|participle| (participle.to_owned(), VerbForm::Participle)));
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lemma_and_form(word: &str) -> Option<(&'static str, VerbForm)> {
        reporting_form(word).map(|found| (found.verb.lemma, found.form))
    }

    #[test]
    fn makes_regular_and_irregular_forms() {
        assert_eq!(lemma_and_form("said"), Some(("say", VerbForm::Past)));
        assert_eq!(lemma_and_form("denies"), Some(("deny", VerbForm::ThirdPerson)));
        assert_eq!(lemma_and_form("urging"), Some(("urge", VerbForm::Gerund)));
        assert_eq!(lemma_and_form("admitting"), Some(("admit", VerbForm::Gerund)));
        assert_eq!(lemma_and_form("written"), Some(("write", VerbForm::Participle)));
        assert_eq!(lemma_and_form("agreeing"), Some(("agree", VerbForm::Gerund)));
        assert_eq!(lemma_and_form("planning"), Some(("plan", VerbForm::Gerund)));
    }

    #[test]
    fn knows_no_other_verbs() {
        assert_eq!(lemma_and_form("sailed"), None);
    }

    #[test]
    fn tells_what_belongs_to_the_cue() {
        let call = reporting_form("called").expect("in the table").verb;
        assert!(call.takes_preposition("for") && !call.takes_preposition("with"));
    }
}
