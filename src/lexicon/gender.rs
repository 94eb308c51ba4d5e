//! Which gender words tell of a person.

use super::{WordClasses, classes_of};

/// A gender in the grammatical sense: `he` or `she`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gender {
    /// `he`.
    Man,
    /// `she`.
    Woman,
}

/// The gender that a noun or title tells: `spokeswoman`, `Mr`.
pub fn of_noun(noun: &str) -> Option<Gender> {
    by_classes(classes_of(noun), WordClasses::OF_MAN, WordClasses::OF_WOMAN)
}

/// The gender that the given name in `name` tells; initials are passed over, of `Anne-Marie` the first part counts.
pub fn of_name(name: &str) -> Option<Gender> {
    let given = name.split(' ').find(|word| word.trim_end_matches('.').chars().count() > 1)?;
    let given = given.split('-').next().unwrap_or(given);
    by_classes(classes_of(given), WordClasses::GIVEN_MAN, WordClasses::GIVEN_WOMAN)
}

fn by_classes(classes: WordClasses, man: WordClasses, woman: WordClasses) -> Option<Gender> {
    match (classes.any(man), classes.any(woman)) {
        (true, false) => Some(Gender::Man),
        (false, true) => Some(Gender::Woman),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_given_names_tell() {
        assert_eq!((of_noun("spokeswoman"), of_noun("chairman"), of_noun("mayor")), (Some(Gender::Woman), Some(Gender::Man), None));
        assert_eq!(
            (of_name("J. Thomas Reed"), of_name("Ingrid Halvorsen"), of_name("Zandvliet")),
            (Some(Gender::Man), Some(Gender::Woman), None)
        );
    }
}
