//! What is often left out of a name: the legal form of a company, the middle initials of a person.

use super::legal_forms::{GENERATIONS, LEGAL_FORMS};
use crate::annotation::EntityType;

/// A key without what is often left out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Shorter<'a> {
    /// What is left; never empty.
    pub key: String,
    /// What was left out, a legal form by its short word; never empty.
    pub left_out: Vec<&'a str>,
}

/// How well two names that are the same without what was left out go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameFit {
    /// They have the same in other words, as `Ltd.` and `Limited`.
    Same,
    /// One has something that the other lacks.
    Shorter,
}

/// The ways to shorten `key`, the name of something of `entity_type`; both where nobody knows what it is.
pub(super) fn shorter(key: &str, entity_type: Option<EntityType>) -> impl Iterator<Item = Shorter<'_>> {
    let is_person = entity_type == Some(EntityType::Person);
    let may_be_person = entity_type.is_none() || is_person;
    let without_initials = if may_be_person { without_initials(key) } else { None };
    let without_legal_form = if is_person { None } else { without_legal_form(key) };
    without_legal_form.into_iter().chain(without_initials)
}

/// How two names of which this was left out go together; `None` where each has what the other lacks: `Inc.` and `Ltd.` are two companies.
pub(super) fn fit(left_out: &[&str], other: &[&str]) -> Option<NameFit> {
    let is_within = |part: &[&str], whole: &[&str]| part.iter().all(|word| whole.contains(word));
    match (is_within(left_out, other), is_within(other, left_out)) {
        (true, true) => Some(NameFit::Same),
        (false, false) => None,
        _ => Some(NameFit::Shorter),
    }
}

fn without_legal_form(key: &str) -> Option<Shorter<'_>> {
    let mut rest = key;
    let mut left_out = Vec::new();
    while let Some((before, last)) = rest.rsplit_once(' ') {
        match LEGAL_FORMS.binary_search_by_key(&last, |(form, _)| form) {
            Ok(place) => left_out.push(LEGAL_FORMS[place].1),
            Err(_) if last == "and" && !left_out.is_empty() => {} // of "and Company"
            Err(_) => break,
        }
        rest = before;
    }
    (!left_out.is_empty()).then(|| Shorter { key: rest.to_owned(), left_out })
}

fn without_initials(key: &str) -> Option<Shorter<'_>> {
    let words: Vec<&str> = key.split(' ').collect();
    let (&first, rest) = words.split_first()?;
    let mut kept = first.to_owned();
    let mut left_out = Vec::new();
    for (place, word) in rest.iter().enumerate() {
        let is_last = place + 1 == rest.len();
        let is_initial = !is_last && word.chars().count() == 1;
        if is_initial || (is_last && place > 0 && GENERATIONS.contains(word)) {
            left_out.push(*word);
        } else {
            kept.push(' ');
            kept.push_str(word);
        }
    }
    (!left_out.is_empty()).then_some(Shorter { key: kept, left_out })
}

#[cfg(test)]
mod tests {
    use super::super::key::key;
    use super::*;

    fn keys(name: &str, entity_type: Option<EntityType>) -> Vec<String> {
        shorter(&key(name), entity_type).map(|shorter| shorter.key).collect()
    }

    #[test]
    fn legal_forms_are_left_out_of_companies() {
        let company = Some(EntityType::Organization);
        assert_eq!(keys("Alden Shipping Co., Ltd.", company), ["alden shipping"]);
        assert_eq!(keys("Vale & Company", company), ["vale"]);
        assert_eq!(keys("Marlowe S.A.", company), ["marlowe"]);
        for whole in ["Ltd.", "Incorporated Works", "Port Alden Harbour Commission", "Linda T. Vale"] {
            assert!(keys(whole, company).is_empty(), "{whole}");
        }
    }

    #[test]
    fn initials_and_generations_are_left_out_of_people() {
        let person = Some(EntityType::Person);
        assert_eq!(keys("Linda T. Vale", person), ["linda vale"]);
        assert_eq!(keys("Tomas R. Vale Jr.", person), ["tomas vale"]);
        for whole in ["Linda Vale", "T. Vale", "Sanders Jr.", "Vale Ltd."] {
            assert!(keys(whole, person).is_empty(), "{whole}");
        }
        assert_eq!(keys("Linda T. Vale", None), ["linda vale"]);
    }

    #[test]
    fn what_was_left_out_must_not_contradict() {
        assert_eq!(fit(&["ltd"], &["ltd"]), Some(NameFit::Same));
        assert_eq!(fit(&[], &["ltd", "co"]), Some(NameFit::Shorter));
        assert_eq!(fit(&["co"], &["ltd", "co"]), Some(NameFit::Shorter));
        assert_eq!(fit(&["inc"], &["ltd"]), None);
    }

    #[test]
    fn the_table_is_sorted_for_its_search() {
        assert!(LEGAL_FORMS.is_sorted_by(|one, next| one.0 < next.0));
    }
}
