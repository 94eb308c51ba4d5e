//! Function words: what holds a sentence together, by the part that each plays.
//!
//! Origin: own list; the closed classes of English grammar.

use std::sync::LazyLock;

use super::WordTable;

/// The part that a function word plays. A word with several parts has the one that matters most for finding clauses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FunctionWord {
    /// `the`, `a`, `some`, `every`.
    Determiner,
    /// `my`, `their`.
    Possessive,
    /// A pronoun that can be a subject: `she`, `they`, `everyone`.
    SubjectPronoun,
    /// A pronoun that cannot: `him`, `themselves`.
    ObjectPronoun,
    /// `who`, `which`: opens a relative clause.
    Relative,
    /// `whether`, `how`, `why`: opens a question or a free relative clause.
    Question,
    /// `that`.
    That,
    /// `to`.
    To,
    /// `of`, `in`, `against`.
    Preposition,
    /// `and`, `but`, `or`.
    Conjunction,
    /// `because`, `while`, `after`: opens a subordinate clause.
    Subordinator,
    /// `has`, `will`, `didn't`.
    Auxiliary,
    /// `also`, `not`, `recently`.
    Adverb,
    /// Days, and other words of time without a preposition: `Monday`, `yesterday`, `earlier`.
    Time,
}

/// Looks up `word`, in lower case with straight apostrophes.
pub fn function_word(word: &str) -> Option<FunctionWord> {
    static TABLE: LazyLock<WordTable<FunctionWord>> = LazyLock::new(table);
    TABLE.get(word).copied()
}

pub(super) fn table() -> WordTable<FunctionWord> {
    ROWS.iter().flat_map(|(part, words)| words.split_whitespace().map(move |word| (word, *part))).collect()
}

const ROWS: &[(FunctionWord, &str)] = &[
    (
        FunctionWord::Determiner,
        "the a an this these those some any every each no another other both all several many most few such much more half
         certain various numerous",
    ),
    (FunctionWord::Possessive, "my your his its our their whose"),
    (
        FunctionWord::SubjectPronoun,
        "i he she it we you they one everyone everybody someone somebody anyone anybody nobody none i'm he's she's it's we're you're
         they're i've we've you've they've i'll he'll she'll it'll we'll you'll they'll i'd he'd she'd we'd you'd they'd there",
    ),
    (FunctionWord::ObjectPronoun, "me him her us them himself herself itself themselves myself ourselves yourself"),
    (FunctionWord::Relative, "who which whom who's who've who'd"),
    (FunctionWord::Question, "whether how why what where whoever whatever what's"),
    (FunctionWord::That, "that"),
    (FunctionWord::To, "to"),
    (
        FunctionWord::Preposition,
        "of in on at by for with from about against during into over under between among through via toward towards without within
         near across behind beyond outside inside amid alongside along around upon onto per despite following regarding including
         concerning below above like ahead throughout besides except off out up down",
    ),
    (FunctionWord::Conjunction, "and but or nor yet & plus"),
    (FunctionWord::Subordinator, "because although though while when whenever if unless until after before since as once whereas so than"),
    (
        FunctionWord::Auxiliary,
        "is are was were be been being am has have had having do does did will would can could may might must shall should
         isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't mustn't shouldn't cannot
         ain't 'd 've 'll ought",
    ),
    (
        FunctionWord::Adverb,
        "also then even not never always often again now just only still already soon once ever instead too further perhaps maybe indeed
         however meanwhile moreover therefore thus nevertheless nonetheless otherwise recently repeatedly publicly privately later
         earlier previously frequently simply merely openly specifically quickly immediately subsequently consistently reportedly
         famously personally strongly sharply actually clearly certainly quietly bluntly flatly explicitly initially eventually
         finally first long largely mostly really essentially effectively briefly directly angrily loudly formally officially
         separately similarly correctly rightly wrongly falsely jokingly candidly emphatically vehemently clearly apparently
         continually constantly regularly sometimes rarely seldom mainly chiefly basically literally probably certainly
         additionally afterward afterwards else altogether aloud here quite rather pretty very",
    ),
    (FunctionWord::Time, "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight last next ago"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_closed_classes() {
        assert_eq!(function_word("whether"), Some(FunctionWord::Question));
        assert_eq!(function_word("didn't"), Some(FunctionWord::Auxiliary));
        assert_eq!(function_word("harbor"), None);
    }
}
