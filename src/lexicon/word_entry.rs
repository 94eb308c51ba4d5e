//! What the tables of function words, verbs and cues say of a word, in one look-up: all of them are asked for each word of a story, and their
//! memory is cold whenever a network has run.

use std::sync::LazyLock;

use super::WordTable;
use super::claim_cues::{self, ClaimCues, claim_cues};
use super::function_words::{self, FunctionWord, function_word};
use super::reporting_verbs::{self, ReportingForm, reporting_form};
use super::verb_forms::{self, VerbForms, forms_by_ending};

/// What the tables say of a word.
#[derive(Debug, Clone, Copy)]
pub struct WordEntry {
    /// [`function_word`] of it.
    pub function: Option<FunctionWord>,
    /// [`super::verb_forms::verb_forms`] of it.
    pub forms: VerbForms,
    /// [`reporting_form`] of it.
    pub reporting: Option<ReportingForm>,
    /// [`claim_cues`] of it.
    pub cues: ClaimCues,
}

impl WordEntry {
    /// What the tables say of `word`, in lower case with straight apostrophes.
    pub fn of(word: &str) -> Self {
        static INDEX: LazyLock<WordTable<WordEntry>> = LazyLock::new(|| {
            let (functions, verbs, reporting) = (function_words::table(), verb_forms::table(), reporting_verbs::table());
            let words = functions.words().chain(verbs.words()).chain(reporting.words()).chain(claim_cues::words());
            words
                .map(|word| {
                    let entry = WordEntry::look_up(&word);
                    (word, entry)
                })
                .collect()
        });
        let unknown = || Self { function: None, forms: forms_by_ending(word), reporting: None, cues: ClaimCues::NONE };
        INDEX.get(word).copied().unwrap_or_else(unknown)
    }

    fn look_up(word: &str) -> Self {
        Self { function: function_word(word), forms: verb_forms::verb_forms(word), reporting: reporting_form(word), cues: claim_cues(word) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_what_each_table_says() {
        for word in ["may", "the", "said", "nearly", "building", "sailed", "quay", "percent", "won't", "denied", "is", "nobody"] {
            let (entry, asked) = (WordEntry::of(word), WordEntry::look_up(word));
            assert_eq!(entry.function, asked.function, "{word}");
            assert_eq!((entry.forms, entry.cues), (asked.forms, asked.cues), "{word}");
            let verb = |entry: WordEntry| entry.reporting.map(|found| (found.verb.lemma, found.form));
            assert_eq!(verb(entry), verb(asked), "{word}");
        }
    }
}
