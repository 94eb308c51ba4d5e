//! Whether type, gender and number leave it open that a referent is meant.

use super::anaphors::Anaphor;
use super::discourse::Referent;
use super::form::{Determiner, Form};
use crate::annotation::EntityType;

/// Whether `anaphor` may mean `known`; `speaks` tells whether that one speaks the words that hold the mention.
pub(super) fn fits(known: &Referent<'_>, speaks: bool, anaphor: &Anaphor<'_>) -> bool {
    use EntityType::{Group, Location, Organization, Person};
    let is_people = matches!(known.entity_type, Person | Group);
    match anaphor.form {
        Form::Single(gender, _) => {
            known.entity_type == Person && known.gender.is_none_or(|other| other == gender) && !known.is_several && !speaks
        }
        Form::They(_) => !(known.entity_type == Person && known.name.is_some() && known.gender.is_some()),
        Form::It(_) => !is_people,
        Form::Speaker => known.entity_type == Person && !known.is_several,
        Form::Addressee => is_people,
        Form::We => known.entity_type != Location || known.name.is_none(),
        Form::Relative | Form::OtherPronoun => is_people == (anaphor.entity_type == Person),
        Form::Nominal(determiner) => {
            let types_fit = match anaphor.entity_type {
                Person | Group => is_people,
                Organization | Location => matches!(known.entity_type, Organization | Location) || known.name.is_some() && !is_people,
                _ => !is_people,
            };
            let genders_fit = known.gender.is_none() || anaphor.gender.is_none() || known.gender == anaphor.gender;
            let numbers_fit = known.entity_type != Person || known.name.is_none() || !anaphor.is_several;
            types_fit && genders_fit && numbers_fit && (determiner != Determiner::Indefinite || known.count > 0)
        }
    }
}
