//! Evidence for what a name names, from its words and from those around it.

use super::pieces::Candidate;
use super::words::{Shape, Words};
use crate::annotation::EntityType;
use crate::lexicon::reporting_verbs::reporting_form;
use crate::lexicon::{WordClasses, classes_of};

/// The types that evidence is gathered for, in the order of [`Evidence`].
pub(super) const TYPES: [EntityType; 7] = [
    EntityType::Person,
    EntityType::Organization,
    EntityType::Location,
    EntityType::Group,
    EntityType::Event,
    EntityType::Work,
    EntityType::Product,
];

/// Points for each of [`TYPES`].
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Evidence([f32; 7]);

impl Evidence {
    /// Adds points for a type.
    pub(super) fn add(&mut self, entity_type: EntityType, points: f32) {
        if let Some(at) = TYPES.iter().position(|other| *other == entity_type) {
            self.0[at] += points;
        }
    }

    /// Points of a type.
    pub(super) fn of(&self, entity_type: EntityType) -> f32 {
        TYPES.iter().position(|other| *other == entity_type).map_or(0.0, |at| self.0[at])
    }

    /// Adds `share` of the points of `other`.
    pub(super) fn add_all(&mut self, other: &Self, share: f32) {
        for (points, more) in self.0.iter_mut().zip(other.0) {
            *points += share * more;
        }
    }

    /// The same with no type beyond `most` points either way.
    pub(super) fn bounded(mut self, most: f32) -> Self {
        for points in &mut self.0 {
            *points = points.clamp(-most, most);
        }
        self
    }

    /// The type with the most points, the first of equals, with its points and the runner-up's.
    pub(super) fn best(&self) -> (EntityType, f32, f32) {
        let mut best = 0;
        for at in 1..self.0.len() {
            if self.0[at] > self.0[best] {
                best = at;
            }
        }
        let second = (0..self.0.len()).filter(|at| *at != best).map(|at| self.0[at]).fold(f32::MIN, f32::max);
        (TYPES[best], self.0[best], second)
    }
}

/// Evidence from the words of the name itself.
pub(super) fn from_within(words: &Words<'_>, candidate: &Candidate) -> Evidence {
    let mut evidence = Evidence::default();
    let (start, end) = (candidate.range.start, candidate.range.end);
    let single = candidate.range.len() == 1;
    add_known(&mut evidence, candidate.classes);
    if candidate.titled {
        evidence.add(EntityType::Person, 5.0);
    }
    let (first, last) = (&words.all[start], &words.all[end - 1]);
    if single {
        add_single(&mut evidence, words, candidate);
        return evidence;
    }
    if last.classes.any(WordClasses::ORGANIZATION_LAST) {
        evidence.add(EntityType::Organization, 3.5);
    }
    if last.classes.any(WordClasses::PLACE_LAST) {
        evidence.add(EntityType::Location, 3.0);
    }
    if last.classes.any(WordClasses::EVENT_LAST) {
        evidence.add(EntityType::Event, 3.2);
    }
    if last.classes.any(WordClasses::WORK_LAST) {
        evidence.add(EntityType::Work, 3.4);
    }
    if first.classes.any(WordClasses::BEFORE_OF) && matches!(words.word(start + 1), "of" | "for" | "on") {
        evidence.add(EntityType::Organization, 4.5);
    }
    if first.classes.any(WordClasses::EVENT_BEFORE_OF) && words.word(start + 1) == "of" {
        evidence.add(EntityType::Event, 4.0);
    }
    if first.classes.any(WordClasses::PLACE_FIRST) {
        evidence.add(EntityType::Location, 2.5);
    }
    if first.classes.any(WordClasses::DIRECTION) {
        evidence.add(EntityType::Location, 1.5);
        if words.all[start + 1].classes.any(WordClasses::PLACE) {
            evidence.add(EntityType::Location, 2.0);
        }
    }
    add_person_shape(&mut evidence, words, candidate);
    evidence
}

fn add_known(evidence: &mut Evidence, classes: WordClasses) {
    let known = [
        (WordClasses::PLACE, EntityType::Location, 3.5),
        (WordClasses::ORGANIZATION, EntityType::Organization, 3.5),
        (WordClasses::OUTLET, EntityType::Organization, 3.0),
        (WordClasses::GROUP, EntityType::Group, 8.0),
        (WordClasses::EVENT, EntityType::Event, 5.0),
        (WordClasses::WORK, EntityType::Work, 4.0),
        (WordClasses::PRODUCT, EntityType::Product, 4.0),
    ];
    for (class, entity_type, points) in known {
        if classes.any(class) {
            evidence.add(entity_type, points);
        }
    }
}

fn add_single(evidence: &mut Evidence, words: &Words<'_>, candidate: &Candidate) {
    let index = candidate.range.start;
    let classes = candidate.classes;
    if classes.any(WordClasses::GIVEN) {
        evidence.add(EntityType::Person, 2.0);
    }
    if classes.any(WordClasses::SURNAME) {
        evidence.add(EntityType::Person, 2.5);
    }
    if classes.any(WordClasses::ORGANIZATION_LAST) && !classes.any(WordClasses::SURNAME) {
        evidence.add(EntityType::Organization, 1.5);
    }
    match words.all[index].shape {
        Shape::AllCapitals if words.all[index].span.len() > 1 && !words.all[index].headline => evidence.add(EntityType::Organization, 1.8),
        _ if words.word(index).bytes().skip(1).any(|byte| byte.is_ascii_uppercase()) && !words.word(index).starts_with("Mc") => {
            evidence.add(EntityType::Organization, 1.0);
        }
        _ => {
            evidence.add(EntityType::Person, 0.7);
            evidence.add(EntityType::Location, 0.6);
            evidence.add(EntityType::Organization, 0.4);
        }
    }
}

/// `Ana Brandt`, `J. D. Reed`, `Tsai Ping-kun`: words that look like a person's name together.
fn add_person_shape(evidence: &mut Evidence, words: &Words<'_>, candidate: &Candidate) {
    let range = candidate.range;
    let (first, last) = (&words.all[range.start], &words.all[range.end - 1]);
    if first.classes.any(WordClasses::GIVEN) {
        evidence.add(EntityType::Person, 2.8);
    }
    if last.classes.any(WordClasses::SURNAME) {
        evidence.add(EntityType::Person, 1.2);
    }
    if range.indices().any(|index| words.all[index].shape == Shape::Initial) && last.shape != Shape::Initial {
        evidence.add(EntityType::Person, 2.0);
    }
    let plain = range.indices().any(|index| {
        let classes = words.all[index].classes;
        classes.any(WordClasses::COMMON.with(WordClasses::TOPIC)) && !classes.any(WordClasses::GIVEN.with(WordClasses::SURNAME))
    });
    let all_unknown = range.indices().all(|index| words.all[index].classes.is_unknown());
    let capitals = range.indices().any(|index| words.all[index].shape == Shape::AllCapitals);
    if (2..=4).contains(&range.len()) && !plain && !capitals {
        evidence.add(EntityType::Person, if all_unknown { 1.6 } else { 1.0 });
    }
    if plain || capitals {
        evidence.add(EntityType::Organization, 1.0);
        evidence.add(EntityType::Work, 0.8);
    }
}

/// Evidence from the words around the name.
pub(super) fn from_around(words: &Words<'_>, candidate: &Candidate) -> Evidence {
    let mut evidence = Evidence::default();
    add_before(&mut evidence, words, candidate);
    add_after(&mut evidence, words, candidate);
    evidence
}

fn add_before(evidence: &mut Evidence, words: &Words<'_>, candidate: &Candidate) {
    let start = candidate.range.start;
    let before = words.before(start, 1);
    match before {
        "in" | "In" => evidence.add(EntityType::Location, 1.5),
        "near" | "outside" | "across" | "throughout" | "toward" | "towards" => evidence.add(EntityType::Location, 1.5),
        "at" | "At" => {
            evidence.add(EntityType::Location, 0.6);
            evidence.add(EntityType::Organization, 0.6);
        }
        "from" | "From" | "to" => evidence.add(EntityType::Location, 0.5),
        "the" | "The" => {
            evidence.add(EntityType::Person, -1.8);
            if !candidate.classes.any(WordClasses::KNOWN_NAME) {
                evidence.add(EntityType::Organization, 0.8);
                evidence.add(EntityType::Work, 0.3);
            }
        }
        "," if words.all[start - 1].shape == Shape::Sign && words.before(start, 2).starts_with(char::is_uppercase) => {
            evidence.add(EntityType::Location, 0.4);
        }
        "of" => match words.before(start, 2) {
            "city" | "town" | "village" | "state" | "province" | "island" | "district" | "region" | "capital" | "county" | "port"
            | "suburb" | "coast" | "south" | "north" | "east" | "west" | "outskirts" | "part" | "people" | "country" | "republic"
            | "kingdom" => {
                evidence.add(EntityType::Location, 3.0);
            }
            _ => {}
        },
        "company" | "firm" | "newspaper" | "magazine" | "agency" | "group" | "startup" | "giant" | "broadcaster" | "website"
        | "network" | "club" | "team" | "party" | "union" | "charity" | "retailer" | "bank" | "airline" => {
            evidence.add(EntityType::Organization, 2.5)
        }
        _ => {}
    }
}

fn add_after(evidence: &mut Evidence, words: &Words<'_>, candidate: &Candidate) {
    let end = candidate.range.end;
    let next = if words.at(end).starts_with(['\'', '’']) { end + 1 } else { end };
    let after = words.at(next);
    match after {
        "announced" | "reported" | "reports" | "confirmed" | "launched" | "published" | "acquired" => {
            evidence.add(EntityType::Organization, 0.8)
        }
        "who" | "whose" | "himself" | "herself" | "Jr" | "Jr." | "Sr." | "II" | "III" => evidence.add(EntityType::Person, 3.0),
        "city" | "province" | "district" | "region" | "county" | "town" | "village" | "island" | "airport" | "street" | "area"
        | "state" | "river" | "coast" | "peninsula" | "border" | "neighborhood" | "suburb" | "valley" | "desert" | "capital"
        | "residents" => evidence.add(EntityType::Location, 2.5),
        "company" | "newspaper" | "magazine" | "group" | "spokesman" | "spokeswoman" | "spokesperson" | "employees" | "executives"
        | "shares" | "party" | "team" | "members" | "website" | "headquarters" | "agency" | "CEO" | "fighters" | "militants" => {
            evidence.add(EntityType::Organization, 2.0)
        }
        "(" if is_acronym_of(words, candidate, next + 1) => evidence.add(EntityType::Organization, 2.5),
        "," => add_after_comma(evidence, words, next + 1),
        "was" | "is" | "had" | "has" if words.at(next + 1) == "born" => evidence.add(EntityType::Person, 3.0),
        _ if reporting_form(after).is_some() => {
            evidence.add(EntityType::Person, 1.2);
            evidence.add(EntityType::Organization, 0.4);
        }
        _ => {}
    }
}

/// `, 34,` and `, who`, `, a spokesman`: a person; `, Texas`: a place.
fn add_after_comma(evidence: &mut Evidence, words: &Words<'_>, at: usize) {
    let Some(word) = words.all.get(at) else { return };
    let written = words.word(at);
    if word.shape == Shape::Number && written.len() == 2 && words.at(at + 1) == "," {
        evidence.add(EntityType::Person, 3.0);
    } else if written == "who" || written == "whose" {
        evidence.add(EntityType::Person, 2.5);
    } else if matches!(written, "a" | "an" | "the" | "our" | "his" | "her") {
        let role = (at + 1..at + 4).any(|index| {
            index < words.all.len()
                && words.all[index].shape == Shape::Small
                && classes_of(words.word(index)).any(WordClasses::ROLE.with(WordClasses::OFFICE))
        });
        if role {
            evidence.add(EntityType::Person, 2.5);
        }
    } else if word.classes.any(WordClasses::PLACE) {
        evidence.add(EntityType::Location, 1.2);
    } else if word.shape == Shape::Small && classes_of(written).any(WordClasses::ROLE) {
        evidence.add(EntityType::Person, 2.0);
    }
}

/// Whether the word at `at`, in brackets, is made of the first letters of the name: `World Health Organization (WHO)`.
fn is_acronym_of(words: &Words<'_>, candidate: &Candidate, at: usize) -> bool {
    let acronym = words.at(at);
    if acronym.len() < 2 || words.all[at].shape != Shape::AllCapitals {
        return false;
    }
    let initials =
        candidate.range.indices().filter(|index| words.all[*index].is_capitalised()).filter_map(|index| words.word(index).chars().next());
    initials.zip(acronym.chars()).filter(|(initial, letter)| initial == letter).count() + 1 >= acronym.len()
}
