//! A word as it is compared, looked up once for all places where it stands.

use std::cell::{OnceCell, RefCell};
use std::ops::Index;
use std::rc::Rc;

use compact_str::CompactString;

use super::gathered::{Use, opens_mark};
use super::idioms::opens_idiom;
use super::keys::place_stem;
use super::roles::tells_deed;
use super::words::{is_particle, opens_rate};
use crate::lexicon::Remembered;
use crate::lexicon::claim_words::{ClaimWord, Pairs, claim_word, class_of, is_kind, pairs_with};
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::irregular_forms::regular_form;
use crate::lexicon::stem::stem;
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::text::Document;

/// A word as it is compared. In one piece, as its short strings are: memory is cold whenever a network has run.
#[derive(Debug)]
pub(super) struct Word {
    /// In lower case.
    pub(super) lower: CompactString,
    /// Its stem; a function word has none.
    pub(super) stem: Option<CompactString>,
    /// Its dictionary form, where that is irregular.
    regular: Option<&'static str>,
    /// The stem of [`Self::base`], once that was asked.
    stem_of_base: OnceCell<CompactString>,
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
    /// What pairs of words say whose second it is.
    pub(super) pairs: Option<&'static Pairs>,
    /// Whether it has letters and digits alone.
    pub(super) is_plain: bool,
    /// Whether it may say of what kind a name is.
    pub(super) is_kind: bool,
    /// Whether an idiom may begin with it.
    pub(super) opens_idiom: bool,
    /// Whether it, or what begins with it, may deny, foretell or oblige.
    pub(super) opens_mark: bool,
    /// Whether it may be a function word that changes what is claimed.
    pub(super) is_particle: bool,
    /// Whether it, or what begins with it, is a rate or half a year.
    pub(super) opens_rate: bool,
    /// Whether it tells what somebody does to another.
    pub(super) tells_deed: bool,
}

/// What a content word says.
#[derive(Debug)]
pub(super) struct Term {
    /// Its class, or its stem where it has none.
    pub(super) name: CompactString,
    pub(super) class: Option<&'static str>,
    /// Whether it says little beside a figure, however it stands.
    is_light: bool,
    /// Whether it is what somebody does or what happens, where a noun stands before `of`.
    is_act: bool,
    /// The same where nothing tells.
    is_open_act: bool,
}

/// The words of a document, each looked up when it is asked for: names and figures mostly are not.
pub(super) struct Words<'a> {
    document: &'a Document,
    /// By their numbers in the document.
    words: Vec<OnceCell<Rc<Word>>>,
}

impl<'a> Words<'a> {
    pub(super) fn new(document: &'a Document) -> Self {
        Self { document, words: vec![OnceCell::new(); document.distinct().len()] }
    }
}

impl Index<usize> for Words<'_> {
    type Output = Word;

    /// The word of the token at `index`.
    fn index(&self, index: usize) -> &Word {
        self.words[self.document.number(index)].get_or_init(|| Word::of(self.document.word(index)))
    }
}

impl Word {
    /// `word` as it is compared; a thread remembers it.
    pub(super) fn of(word: &str) -> Rc<Self> {
        thread_local! {
            static KNOWN: RefCell<Remembered<Rc<Word>>> = RefCell::default();
        }
        KNOWN.with_borrow_mut(|known| known.of(word, |word| Rc::new(Self::read(word))))
    }

    fn read(word: &str) -> Self {
        let mut lower = word.to_lowercase();
        if lower.contains('’') {
            lower = lower.replace('’', "'");
        }
        let part = function_word(&lower);
        let stem = part.is_none().then(|| CompactString::from(stem(&lower)));
        let regular = regular_form(&lower);
        let class = stem.as_ref().and_then(|stem| regular.map_or_else(|| claim_word(stem).class, class_of));
        let base = regular.or(stem.as_deref()).unwrap_or(&lower);
        let class_of_form = class.or_else(|| base.ends_with(['e', 'y']).then(|| class_of(&self::stem(base))).flatten());
        let opens_idiom = [Some(lower.as_str()), regular, stem.as_deref()].into_iter().flatten().any(opens_idiom);
        let forms = if part.is_none() { verb_forms(&lower) } else { VerbForms::NONE };
        Self {
            content: stem.as_deref().and_then(|stem| Term::new(stem, &lower)),
            pairs: pairs_with(&lower),
            is_plain: lower.bytes().all(|byte| byte.is_ascii_alphanumeric()),
            is_kind: part.is_none() && is_kind(&lower),
            opens_mark: opens_mark(&lower),
            is_particle: is_particle(&lower),
            opens_rate: opens_rate(&lower),
            tells_deed: tells_deed(class_of_form.unwrap_or(base)),
            lower: lower.into(),
            stem,
            regular,
            stem_of_base: OnceCell::new(),
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

    /// The stem of [`Self::base`].
    pub(super) fn stem_of_base(&self) -> &str {
        self.stem_of_base.get_or_init(|| stem(self.base()).into())
    }

    /// Whether it says nothing by itself.
    pub(super) fn is_silent(&self) -> bool {
        let asks = [self.is_kind, self.opens_idiom, self.opens_mark, self.is_particle, self.opens_rate, self.tells_deed];
        self.stem.is_none() && !asks.contains(&true)
    }

    /// The class of [`Self::base`], else itself.
    pub(super) fn class_or_base(&self) -> &str {
        self.class.unwrap_or_else(|| self.base())
    }
}

impl Term {
    /// What the word `lower` (lower case) of the stem `stemmed` says; `None` where that is nothing.
    pub(super) fn new(stemmed: &str, lower: &str) -> Option<Self> {
        let ClaimWord { class, is_empty, is_light } = claim_word(stemmed);
        let of_class = class.unwrap_or(lower);
        let is_no_verb = verb_forms(of_class) == VerbForms::NONE;
        (!is_empty).then(|| Self {
            name: class.unwrap_or_else(|| place_stem(stemmed)).into(),
            class,
            is_light,
            is_act: is_verb(of_class) || is_no_verb && verb_forms(lower) != VerbForms::NONE,
            is_open_act: is_verb(of_class) || is_no_verb && is_verb(lower),
        })
    }

    /// Whether it says little beside a figure as `word_use`.
    pub(super) fn is_light_as(&self, word_use: Use) -> bool {
        let is_act = match word_use {
            Use::Noun | Use::Name => false,
            Use::Act => self.is_act,
            Use::Open => self.is_open_act,
        };
        is_act || self.is_light
    }
}

/// Whether `word` (lower case) is a verb and hardly a noun: `weathered`, not `plans`.
pub(super) fn is_verb(word: &str) -> bool {
    let forms = verb_forms(word);
    forms != VerbForms::NONE && !forms.any(VerbForms::OFTEN_NOUN)
}
