//! `It has been reported`: a verb of reporting in whose passive nobody speaks.

use super::function_words::{FunctionWord, function_word};
use super::reporting_verbs::{THAT, VerbForm, reporting_form};

/// Most tokens between `it` and the verb: `it has also been widely reported`.
const LONGEST: usize = 5;

/// Participles that say so beside those of the verbs of reporting.
const OTHERS: [&str; 2] = ["rumored", "rumoured"];

/// Where the `it` stands whose participle is the word numbered `verb` of a text, where only helpers, one of them a form of `be`, and adverbs
/// stand between. `word_at` gives the words.
pub fn impersonal<'t>(word_at: impl Fn(usize) -> &'t str, verb: usize) -> Option<usize> {
    let word = word_at(verb);
    let says = |form: VerbForm| matches!(form, VerbForm::Past | VerbForm::Participle);
    let is_participle = OTHERS.contains(&word)
        || reporting_form(word).is_some_and(|found| found.verb.takes(THAT) && found.verb.lemma != "ask" && says(found.form));
    if !is_participle {
        return None;
    }
    let mut has_be = false;
    for at in (verb.saturating_sub(LONGEST)..verb).rev() {
        let word = word_at(at);
        match function_word(&word.to_lowercase()) {
            _ if word.eq_ignore_ascii_case("it") => return has_be.then_some(at),
            Some(FunctionWord::Auxiliary) => has_be |= matches!(word, "is" | "was" | "been" | "being" | "be"),
            Some(FunctionWord::Adverb) => {}
            _ if word.ends_with("ly") => {}
            _ => return None,
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passives_without_a_speaker() {
        let found = |text: &str| {
            let words: Vec<&str> = text.split(' ').collect();
            (0..words.len()).find_map(|verb| impersonal(|at| words[at], verb).map(|it| words[it..=verb].join(" ")))
        };
        assert_eq!(found("It has been reported that he left .").as_deref(), Some("It has been reported"));
        assert_eq!(found("He left , it was widely rumoured .").as_deref(), Some("it was widely rumoured"));
        assert_eq!(found("It has reported a loss ."), None);
        assert_eq!(found("The loss it was asked about is said to be small ."), None);
    }
}
