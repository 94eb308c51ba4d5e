//! How a mention refers: which pronoun it is, or by which determiner its phrase begins.

use crate::annotation::EntityType;
use crate::lexicon::gender::Gender;
use crate::lexicon::source_nouns::is_collective;

/// The part that a pronoun plays, as far as its form tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `he`, `she`, `they`.
    Subject,
    /// `him`, `them`; `it`, which may be either.
    Object,
    /// `his`, `her`, `their`, `its`.
    Owner,
    /// `himself`, `themselves`.
    Reflexive,
}

/// What a phrase begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Determiner {
    /// `the`.
    Definite,
    /// `a`, `an`, `some`, `many`, a number.
    Indefinite,
    /// `this`, `that`, `these`.
    Pointing,
    /// `his`, `Brandt's`.
    Owner,
    /// None.
    Bare,
}

/// How a mention refers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// `he`, `she`.
    Single(Gender, Case),
    /// `they`.
    They(Case),
    /// `it`.
    It(Case),
    /// `I`.
    Speaker,
    /// `you`.
    Addressee,
    /// `we`.
    We,
    /// `who`, `which`, `that`.
    Relative,
    /// `everyone`, `one`, `there`.
    OtherPronoun,
    /// A noun with what comes before it.
    Nominal(Determiner),
}

/// Forms that share their weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FormClass {
    /// `he`, `she`.
    Single,
    /// `they`.
    They,
    /// `it`.
    It,
    /// `I`.
    Speaker,
    /// `you`.
    Addressee,
    /// `we`.
    We,
    /// Other pronouns.
    OtherPronoun,
    /// Descriptions of people.
    Person,
    /// Descriptions of anything else.
    Thing,
}

impl FormClass {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 9] =
        [Self::Single, Self::They, Self::It, Self::Speaker, Self::Addressee, Self::We, Self::OtherPronoun, Self::Person, Self::Thing];

    /// Its name in the training data.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::They => "they",
            Self::It => "it",
            Self::Speaker => "speaker",
            Self::Addressee => "addressee",
            Self::We => "we",
            Self::OtherPronoun => "other_pronoun",
            Self::Person => "person",
            Self::Thing => "thing",
        }
    }
}

impl Form {
    /// Which weights count for it.
    pub(super) fn class(self, entity_type: EntityType) -> FormClass {
        match self {
            Self::Single(..) => FormClass::Single,
            Self::They(_) => FormClass::They,
            Self::It(_) => FormClass::It,
            Self::Speaker => FormClass::Speaker,
            Self::Addressee => FormClass::Addressee,
            Self::We => FormClass::We,
            Self::Relative | Self::OtherPronoun => FormClass::OtherPronoun,
            Self::Nominal(_) if matches!(entity_type, EntityType::Person | EntityType::Group) => FormClass::Person,
            Self::Nominal(_) => FormClass::Thing,
        }
    }

    /// The part that it plays, where its form tells.
    pub(super) fn case(self) -> Option<Case> {
        match self {
            Self::Single(_, case) | Self::They(case) | Self::It(case) => Some(case),
            _ => None,
        }
    }

    /// Whether somebody takes part in the talk: `I`, `you`, `we`.
    pub(super) fn is_of_talk(self) -> bool {
        matches!(self, Self::Speaker | Self::Addressee | Self::We)
    }
}

/// The form of the pronoun `word`, in any case, a contraction cut off.
pub(super) fn pronoun_form(word: &str) -> Form {
    use Case::{Object, Owner, Reflexive, Subject};
    use Gender::{Man, Woman};
    let mut buffer = [0; 12];
    let Some(small) = buffer.get_mut(..word.len()) else { return Form::OtherPronoun };
    small.copy_from_slice(word.as_bytes());
    small.make_ascii_lowercase();
    match std::str::from_utf8(small).unwrap_or_default() {
        "he" => Form::Single(Man, Subject),
        "him" => Form::Single(Man, Object),
        "his" => Form::Single(Man, Owner),
        "himself" => Form::Single(Man, Reflexive),
        "she" => Form::Single(Woman, Subject),
        "her" => Form::Single(Woman, Owner),
        "hers" => Form::Single(Woman, Object),
        "herself" => Form::Single(Woman, Reflexive),
        "they" => Form::They(Subject),
        "them" => Form::They(Object),
        "their" | "theirs" => Form::They(Owner),
        "themselves" | "themself" => Form::They(Reflexive),
        "it" => Form::It(Object),
        "its" => Form::It(Owner),
        "itself" => Form::It(Reflexive),
        "i" | "me" | "my" | "mine" | "myself" => Form::Speaker,
        "you" | "your" | "yours" | "yourself" | "yourselves" => Form::Addressee,
        "we" | "us" | "our" | "ours" | "ourselves" => Form::We,
        "who" | "whose" | "whom" | "which" | "that" => Form::Relative,
        _ => Form::OtherPronoun,
    }
}

/// The determiner that `first`, the first word of a phrase of `words` words, is; `owned` where a possessive mark stands in it.
pub(super) fn determiner(first: &str, owned: bool) -> Determiner {
    let is = |words: &[&str]| words.iter().any(|word| first.eq_ignore_ascii_case(word));
    if owned || is(&["my", "your", "his", "her", "its", "our", "their", "whose"]) {
        Determiner::Owner
    } else if is(&["the"]) {
        Determiner::Definite
    } else if is(&["this", "that", "these", "those", "such"]) {
        Determiner::Pointing
    } else if is(&["a", "an", "some", "any", "many", "several", "few", "each", "every", "no", "another", "other", "most", "more", "one"])
        || first.starts_with(|sign: char| sign.is_ascii_digit())
    {
        Determiner::Indefinite
    } else {
        Determiner::Bare
    }
}

/// Whether the noun `head` means several.
pub(super) fn is_plural(head: &str) -> bool {
    is_collective(head) || matches!(head, "children" | "couple" | "pair")
}
