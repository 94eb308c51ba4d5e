//! Nouns for sources that have no name of their own.
//!
//! Origin: own list, from general knowledge of news style.

/// Heads of phrases that stand for several people without a plural `s`.
const COLLECTIVES: [&str; 16] = [
    "people", "police", "media", "some", "many", "most", "others", "few", "several", "women", "men", "families", "majority", "public",
    "percent", "they",
];

/// Heads of indefinite phrases for a person whose name is withheld.
const UNNAMED_HEADS: [&str; 24] = [
    "source",
    "official",
    "person",
    "aide",
    "insider",
    "diplomat",
    "adviser",
    "advisor",
    "operative",
    "strategist",
    "executive",
    "employee",
    "witness",
    "resident",
    "lawyer",
    "officer",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "man",
    "woman",
    "member",
    "ally",
    "friend",
];

/// Words that say that a name is withheld.
const WITHHOLDING: [&str; 5] = ["anonymity", "anonymous", "unnamed", "unidentified", "undisclosed"];

/// Whether `word` (lower case) as the head of a phrase means several people.
pub fn is_collective(word: &str) -> bool {
    let is_plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("'s");
    is_plural || COLLECTIVES.contains(&word)
}

/// Whether `word` (lower case) as the head of an indefinite phrase means somebody whose name is withheld.
pub fn is_unnamed_head(word: &str) -> bool {
    UNNAMED_HEADS.contains(&word)
}

/// Whether `word` (lower case) says that a name is withheld.
pub fn withholds_name(word: &str) -> bool {
    WITHHOLDING.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_several_people_from_one() {
        assert!(is_collective("officials") && is_collective("police"));
        assert!(!is_collective("mayor") && !is_collective("boss"));
    }

    #[test]
    fn knows_whose_name_is_withheld() {
        assert!(is_unnamed_head("source") && withholds_name("anonymity"));
        assert!(!is_unnamed_head("mayor"));
    }
}
