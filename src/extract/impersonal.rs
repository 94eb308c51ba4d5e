//! `It has been reported`: a verb of reporting in whose passive nobody speaks.

use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::reporting_verbs::{VerbForm, reporting_form};
use crate::text::{Document, TokenRange};

/// Most tokens between `it` and the verb: `it has also been widely reported`.
const LONGEST: usize = 5;

/// Participles that say so beside those of the verbs of reporting.
const OTHERS: [&str; 2] = ["rumored", "rumoured"];

/// From `it` through the participle at `verb`, where only helpers, one of them a form of `be`, and adverbs stand between.
pub(super) fn impersonal(document: &Document, verb: usize) -> Option<TokenRange> {
    let word = document.word(verb);
    let is_participle =
        OTHERS.contains(&word) || reporting_form(word).is_some_and(|form| matches!(form.form, VerbForm::Past | VerbForm::Participle));
    if !is_participle {
        return None;
    }
    let mut has_be = false;
    for at in (verb.saturating_sub(LONGEST)..verb).rev() {
        let word = document.word(at);
        match function_word(&word.to_lowercase()) {
            _ if word.eq_ignore_ascii_case("it") => return has_be.then(|| TokenRange::new(at, verb + 1)),
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
    use crate::segment::segment;

    #[test]
    fn passives_without_a_speaker() {
        let found = |text: &str| {
            let document = segment(text, &[]);
            let all = 0..document.tokens().len();
            let mut clauses = all.filter_map(|verb| impersonal(&document, verb));
            clauses.next().map(|clause| document.slice(document.span_of(clause)).to_owned())
        };
        assert_eq!(found("It has been reported that he left.").as_deref(), Some("It has been reported"));
        assert_eq!(found("He left, it was widely rumoured.").as_deref(), Some("it was widely rumoured"));
        assert_eq!(found("It has reported a loss."), None);
        assert_eq!(found("The loss it was asked about is said to be small."), None);
    }
}
