//! A word as it is compared, looked up once for all places where it stands.

use std::cell::RefCell;
use std::rc::Rc;

use super::idioms::opens_idiom;
use super::keys::place_stem;
use crate::lexicon::WordTable;
use crate::lexicon::claim_words::{ClaimWord, claim_word, class_of, is_kind};
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::irregular_forms::regular_form;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};

/// A word as it is compared.
#[derive(Debug)]
pub(super) struct Word {
    /// In lower case.
    pub(super) lower: String,
    /// Its stem; a function word has none.
    pub(super) stem: Option<String>,
    /// Its dictionary form, where that is irregular.
    regular: Option<&'static str>,
    /// The class of [`Self::base`].
    pub(super) class: Option<&'static str>,
    /// [`Self::class`], else that of the stem of its dictionary form: `strik` of the `strike` of `struck`.
    pub(super) class_of_form: Option<&'static str>,
    /// What it says as a content word; `None` where it says nothing.
    pub(super) content: Option<Term>,
    /// The part that it plays as a function word.
    pub(super) part: Option<FunctionWord>,
    /// Its forms as a verb; a function word has none.
    pub(super) forms: VerbForms,
    /// Whether it may say of what kind a name is.
    pub(super) is_kind: bool,
    /// Whether an idiom may begin with it.
    pub(super) opens_idiom: bool,
}

/// What a content word says.
#[derive(Debug, Clone)]
pub(super) struct Term {
    /// Its class, or its stem where it has none.
    pub(super) name: String,
    pub(super) class: Option<&'static str>,
    /// Whether it says little beside a figure, however it stands.
    pub(super) is_light: bool,
}

/// Most words that a thread remembers.
const REMEMBERED: usize = 16_384;
/// Longest word that is remembered, in bytes.
const LONGEST_REMEMBERED: usize = 32;

impl Word {
    /// `word` as it is compared. Most words of a story were read in one before: the thread remembers them.
    pub(super) fn of(word: &str) -> Rc<Self> {
        thread_local! {
            static KNOWN: RefCell<WordTable<Rc<Word>>> = RefCell::default();
        }
        if word.len() > LONGEST_REMEMBERED {
            return Rc::new(Self::read(word));
        }
        KNOWN.with_borrow_mut(|known| {
            if let Some(found) = known.get(word) {
                return Rc::clone(found);
            }
            if known.len() == REMEMBERED {
                *known = WordTable::default();
            }
            let read = Rc::new(Self::read(word));
            known.insert(word, Rc::clone(&read));
            read
        })
    }

    fn read(word: &str) -> Self {
        let mut lower = word.to_lowercase();
        if lower.contains('’') {
            lower = lower.replace('’', "'");
        }
        let part = function_word(&lower);
        let stem = part.is_none().then(|| stem(&lower));
        let regular = regular_form(&lower);
        let class = stem.as_ref().and_then(|stem| regular.map_or_else(|| claim_word(stem).class, class_of));
        let base = regular.or(stem.as_deref()).unwrap_or(&lower);
        let class_of_form = class.or_else(|| base.ends_with(['e', 'y']).then(|| class_of(&self::stem(base))).flatten());
        let opens_idiom = [Some(lower.as_str()), regular, stem.as_deref()].into_iter().flatten().any(opens_idiom);
        let forms = if part.is_none() { verb_forms(&lower) } else { VerbForms::NONE };
        Self {
            content: stem.as_deref().and_then(Term::of_stem),
            is_kind: part.is_none() && is_kind(&lower),
            lower,
            stem,
            regular,
            class,
            class_of_form,
            part,
            forms,
            opens_idiom,
        }
    }

    /// Its dictionary form where that is irregular, else its stem.
    pub(super) fn base(&self) -> &str {
        self.regular.or(self.stem.as_deref()).unwrap_or(&self.lower)
    }

    /// The class of [`Self::base`], else itself.
    pub(super) fn class_or_base(&self) -> &str {
        self.class.unwrap_or_else(|| self.base())
    }
}

impl Term {
    /// What the word of a stem says; `None` where that is nothing.
    pub(super) fn of_stem(stemmed: &str) -> Option<Self> {
        let ClaimWord { class, is_empty, is_light } = claim_word(stemmed);
        let name = || class.map_or_else(|| place_stem(stemmed), str::to_owned);
        (!is_empty).then(|| Self { name: name(), class, is_light })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_remembered_unless_they_are_long() {
        assert!(Rc::ptr_eq(&Word::of("Struck"), &Word::of("Struck")));
        let long = "quay".repeat(9);
        assert!(!Rc::ptr_eq(&Word::of(&long), &Word::of(&long)));
        assert_eq!(Word::of("Struck").lower, "struck");
    }

    #[test]
    fn a_thread_forgets_before_it_remembers_too_much() {
        let first = Word::of("w0");
        for number in 1..=REMEMBERED {
            Word::of(&format!("w{number}"));
        }
        assert!(!Rc::ptr_eq(&first, &Word::of("w0")));
    }
}
