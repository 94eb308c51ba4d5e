//! What speaks for and against a referent as the antecedent of a mention.

use std::sync::LazyLock;

use super::anaphors::Anaphor;
use super::discourse::{Discourse, Place, Referent};
use super::form::{Case, Determiner, Form};
use super::nouns::{NameFit, name_fit};
use crate::annotation::EntityType;
use crate::text::{Document, TokenRange};

/// Declares the features, numbered in their order.
macro_rules! features {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        /// A feature, as an index into [`Features`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Feature {
            $($(#[$doc])* $name,)*
        }

        /// Names of all features, in their order.
        pub(super) const FEATURE_NAMES: &[&str] = &[$($text,)*];
    };
}

features! {
    /// Always 1.
    Candidate = "candidate";
    /// How much more probable the network finds it than nothing, as a logarithm.
    Network = "network";
    /// Its probability by the network.
    Probability = "probability";
    /// Logarithm of the sentences between, plus 1.
    Distance = "distance";
    /// In the same sentence.
    SameSentence = "same_sentence";
    /// In the sentence before.
    NextSentence = "next_sentence";
    /// Logarithm of how many others that fit stand nearer, plus 1.
    Rank = "rank";
    /// None stands nearer.
    Nearest = "nearest";
    /// Its nearest place looks like a subject.
    Subject = "subject";
    /// It was the subject of the sentence before.
    SubjectBefore = "subject_before";
    /// Its nearest place is a pronoun.
    Pronoun = "pronoun";
    /// Its nearest place is the same pronoun.
    SamePronoun = "same_pronoun";
    /// Both are subjects.
    BothSubjects = "both_subjects";
    /// It has a name.
    Named = "named";
    /// Its nearest place is a name.
    NamePlace = "name_place";
    /// Logarithm of how often it has stood, plus 1.
    Count = "count";
    /// No other of its type has stood as often.
    Commonest = "commonest";
    /// The gender is known of it, and right.
    Gender = "gender";
    /// A possessive mark follows its nearest place.
    Owns = "owns";
    /// `him` after the subject of the same sentence.
    ObjectOfSubject = "object_of_subject";
    /// `his` in its sentence.
    OwnerInSentence = "owner_in_sentence";
    /// `himself` in its sentence.
    ReflexiveInSentence = "reflexive_in_sentence";
    /// It stands in quoted words, the mention does not.
    InQuotedWords = "in_quoted_words";
    /// The mention stands in quoted words, it does not.
    OutOfQuotedWords = "out_of_quoted_words";
    /// Both in the same quoted words.
    SameQuotedWords = "same_quoted_words";
    /// It spoke last and the mention is a source.
    SpokeLast = "spoke_last";
    /// Both are sources.
    BothSources = "both_sources";
    /// Its nearest place is in the same paragraph.
    SameParagraph = "same_paragraph";
    /// It is an organization.
    Organization = "organization";
    /// It is a place.
    Location = "location";
    /// It is of another type than the mention.
    OtherType = "other_type";
    /// Both are known to be several.
    BothSeveral = "both_several";
    /// One is several, the other is not.
    OtherNumber = "other_number";
    /// Somebody described it by the same noun.
    SameHead = "same_head";
    /// The same words.
    SameWords = "same_words";
    /// It was described, never by this noun.
    OtherHead = "other_head";
    /// Its title has the noun.
    InTitle = "in_title";
    /// Its name has the noun.
    InName = "in_name";
    /// The noun says what sort it is of.
    OfSort = "of_sort";
    /// Named, and nothing ties the noun to the name.
    NoTie = "no_tie";
    /// The mention begins with `the`.
    Definite = "definite";
    /// … with `a`, `some`, a number.
    Indefinite = "indefinite";
    /// … with `this`, `those`.
    Pointing = "pointing";
    /// … with an owner.
    Owned = "owned";
    /// … with no determiner.
    Bare = "bare";
    /// Only a comma or nothing stands between.
    Apposition = "apposition";
    /// Only a form of `be` stands between.
    Predicate = "predicate";
    /// `who` right after it.
    RelativeAfter = "relative_after";
    /// It speaks the words that hold the mention.
    Speaks = "speaks";
    /// It spoke the words before these, and another speaks these.
    SpokeBefore = "spoke_before";
    /// The words that hold the mention have a speaker who is known, and it is another.
    OtherSpeaks = "other_speaks";
    /// The last mention of this form in the same quoted words, or outside of any, was of it.
    LastOfForm = "last_of_form";
}

/// Values that are multiplied at once.
const LANES: usize = 8;

/// Number of features.
pub(super) const FEATURES: usize = FEATURE_NAMES.len();

/// Values of all features.
pub(super) type Features = [f32; FEATURES];

/// The sum of `values` weighted by `weights`, added up in lanes.
pub(super) fn weighted_sum(values: &Features, weights: &Features) -> f32 {
    let ((values, rest), (weights, rest_of_weights)) = (values.as_chunks::<LANES>(), weights.as_chunks::<LANES>());
    let mut sums = [0.0; LANES];
    for (values, weights) in values.iter().zip(weights) {
        for lane in 0..LANES {
            sums[lane] += values[lane] * weights[lane];
        }
    }
    let rest: f32 = rest.iter().zip(rest_of_weights).map(|(value, weight)| value * weight).sum();
    sums.iter().sum::<f32>() + rest
}

/// What is known of the mention from outside the discourse.
pub(super) struct Around<'c> {
    /// Probability of each referent by the network, where it has any.
    pub by_network: &'c [(usize, f32)],
    /// Probability of none of them; `None` without a network.
    pub none: Option<f32>,
    /// The quoted words that hold the mention.
    pub quoted: Option<usize>,
    /// Who speaks them.
    pub speaker: Option<usize>,
    /// Who spoke the quoted words before, if not the same.
    pub speaker_before: Option<usize>,
    /// Who spoke last before the mention, where the mention is a source.
    pub spoke_last: Option<usize>,
    /// Whether the mention is a source.
    pub is_source: bool,
    /// Whom the last mention of this form was of.
    pub last_of_form: Option<usize>,
    /// Whether the mention looks like the subject of its sentence.
    pub is_subject: bool,
}

/// What is known of a candidate's places.
pub(super) struct Standing {
    /// The nearest place before the mention.
    pub nearest: Place,
    /// How many others that fit stand nearer.
    pub rank: usize,
    /// Whether it was the subject of the sentence before.
    pub was_subject: bool,
    /// Whether no other of its type has stood as often.
    pub is_commonest: bool,
}

/// The values for `referent`, which stands before `anaphor` as `standing` says.
pub(super) fn features(
    document: &Document,
    discourse: &Discourse<'_>,
    anaphor: &Anaphor<'_>,
    around: &Around<'_>,
    referent: usize,
    standing: &Standing,
) -> Features {
    let mut values = [0.0; FEATURES];
    let mut set = |feature: Feature, value: f32| values[feature as usize] = value;
    let mut flag = |feature: Feature, is: bool| {
        if is {
            set(feature, 1.0)
        }
    };
    let known = &discourse.referents[referent];
    let nearest = &standing.nearest;
    let distance = anaphor.sentence.abs_diff(nearest.sentence);
    let same_sentence = distance == 0;
    let case = anaphor.form.case();

    flag(Feature::Candidate, true);
    flag(Feature::SameSentence, same_sentence);
    flag(Feature::NextSentence, distance == 1);
    flag(Feature::Nearest, standing.rank == 0);
    flag(Feature::Subject, nearest.is_subject);
    flag(Feature::SubjectBefore, standing.was_subject);
    let is_pronoun = nearest.form.is_some_and(|form| !matches!(form, Form::Nominal(_)));
    flag(Feature::Pronoun, is_pronoun);
    flag(Feature::SamePronoun, nearest.form.is_some_and(|form| is_same_pronoun(form, anaphor.form)));
    flag(Feature::BothSubjects, nearest.is_subject && around.is_subject);
    flag(Feature::Named, known.name.is_some());
    flag(Feature::NamePlace, nearest.form.is_none());
    flag(Feature::Commonest, standing.is_commonest);
    flag(Feature::Gender, matches!(anaphor.form, Form::Single(gender, _) if known.gender == Some(gender)));
    flag(Feature::Owns, nearest.owns);
    flag(Feature::ObjectOfSubject, same_sentence && nearest.is_subject && case == Some(Case::Object));
    flag(Feature::OwnerInSentence, same_sentence && case == Some(Case::Owner));
    flag(Feature::ReflexiveInSentence, same_sentence && case == Some(Case::Reflexive));
    flag(Feature::InQuotedWords, nearest.quoted.is_some() && around.quoted.is_none());
    flag(Feature::OutOfQuotedWords, nearest.quoted.is_none() && around.quoted.is_some());
    flag(Feature::SameQuotedWords, nearest.quoted.is_some() && around.quoted == nearest.quoted);
    flag(Feature::SpokeLast, around.spoke_last == Some(referent));
    flag(Feature::BothSources, around.is_source && nearest.is_source);
    flag(Feature::SameParagraph, document.sentences()[nearest.sentence].block == document.sentences()[anaphor.sentence].block);
    flag(Feature::Organization, known.entity_type == EntityType::Organization);
    flag(Feature::Location, known.entity_type == EntityType::Location);
    flag(Feature::OtherType, known.entity_type != anaphor.entity_type);
    flag(Feature::BothSeveral, known.is_several && anaphor.is_several);
    flag(Feature::OtherNumber, known.is_several != anaphor.is_several);
    flag(Feature::RelativeAfter, anaphor.form == Form::Relative && is_apposition(document, nearest.tokens, anaphor.tokens));
    flag(Feature::Speaks, around.speaker == Some(referent));
    flag(Feature::SpokeBefore, around.speaker_before == Some(referent));
    flag(Feature::OtherSpeaks, around.speaker.is_some_and(|speaker| speaker != referent));
    flag(Feature::LastOfForm, around.last_of_form == Some(referent));
    if let Some(determiner) = anaphor.determiner() {
        flag(Feature::Definite, determiner == Determiner::Definite);
        flag(Feature::Indefinite, determiner == Determiner::Indefinite);
        flag(Feature::Pointing, determiner == Determiner::Pointing);
        flag(Feature::Owned, determiner == Determiner::Owner);
        flag(Feature::Bare, determiner == Determiner::Bare);
        flag(Feature::Apposition, same_sentence && is_apposition(document, nearest.tokens, anaphor.tokens));
        flag(Feature::Predicate, same_sentence && is_predicate(document, nearest.tokens, anaphor.tokens));
        let tie = tie(document, known, anaphor);
        flag(Feature::SameHead, tie.same_head);
        flag(Feature::SameWords, tie.same_words);
        flag(Feature::OtherHead, !tie.same_head && !known.heads.is_empty());
        flag(Feature::InTitle, tie.in_title);
        flag(Feature::InName, tie.fit == NameFit::Word);
        flag(Feature::OfSort, tie.fit == NameFit::Sort);
        flag(Feature::NoTie, known.name.is_some() && !tie.same_head && !tie.in_title && tie.fit == NameFit::No);
    }
    set(Feature::Distance, log_of_next(distance));
    set(Feature::Rank, log_of_next(standing.rank));
    set(Feature::Count, log_of_next(known.count));
    if let Some(none) = around.none {
        let probability = around.by_network.iter().find(|(other, _)| *other == referent).map_or(0.0, |(_, probability)| *probability);
        set(Feature::Network, ((probability + FLOOR) / (none + FLOOR)).ln());
        set(Feature::Probability, probability);
    }
    values
}

/// The logarithm of `number` plus 1.
fn log_of_next(number: usize) -> f32 {
    static OF_SMALL: LazyLock<[f32; 64]> = LazyLock::new(|| std::array::from_fn(|number| (1.0 + number as f32).ln()));
    OF_SMALL.get(number).copied().unwrap_or_else(|| (1.0 + number as f32).ln())
}

/// Added to the network's probabilities before their logarithm is taken.
const FLOOR: f32 = 0.01;

fn is_same_pronoun(form: Form, other: Form) -> bool {
    match (form, other) {
        (Form::Single(gender, _), Form::Single(other, _)) => gender == other,
        (Form::They(_), Form::They(_)) | (Form::It(_), Form::It(_)) => true,
        _ => form == other && !matches!(form, Form::Nominal(_)),
    }
}

/// What ties a noun to a referent.
struct Tie {
    same_head: bool,
    same_words: bool,
    in_title: bool,
    fit: NameFit,
}

fn tie(document: &Document, known: &Referent<'_>, anaphor: &Anaphor<'_>) -> Tie {
    let same_head = known.heads.iter().any(|(head, _)| head.eq_ignore_ascii_case(anaphor.head));
    let words = document.slice(anaphor.span);
    let in_title = known
        .titles
        .iter()
        .filter(|title| title.start < anaphor.span.start)
        .any(|title| document.slice(*title).split([' ', '-']).any(|word| word.eq_ignore_ascii_case(anaphor.head)));
    Tie {
        same_head,
        same_words: same_head && known.heads.iter().any(|(_, span)| document.slice(*span).eq_ignore_ascii_case(words)),
        in_title,
        fit: known.name.map_or(NameFit::No, |name| name_fit(anaphor.head, anaphor.sort, name, known.entity_type, known.is_outlet)),
    }
}

fn between(before: TokenRange, after: TokenRange) -> Option<TokenRange> {
    (before.end <= after.start).then(|| TokenRange::new(before.end, after.start))
}

fn is_apposition(document: &Document, before: TokenRange, after: TokenRange) -> bool {
    between(before, after)
        .is_some_and(|gap| gap.len() <= 1 && gap.indices().all(|index| matches!(document.word(index), "," | "(" | "—" | "–" | "-")))
}

fn is_predicate(document: &Document, before: TokenRange, after: TokenRange) -> bool {
    let Some(gap) = between(before, after).filter(|gap| !gap.is_empty() && gap.len() <= 4) else { return false };
    let is_copula = |word: &str| {
        matches!(word, "is" | "was" | "are" | "were" | "be" | "been" | "became" | "becomes" | "remains" | "remained" | "'s" | "’s")
    };
    let may_stand =
        |word: &str| matches!(word, "also" | "now" | "then" | "still" | "once" | "has" | "had" | "have" | "will" | "currently" | "become");
    gap.indices().any(|index| is_copula(document.word(index)))
        && gap.indices().all(|index| is_copula(document.word(index)) || may_stand(document.word(index)))
}
