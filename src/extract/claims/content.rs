//! What of a quotation asserts something, and in whose voice.

use super::clause::{Clause, is_clause};
use super::reading::Voice;
use super::words::{Part, Words};
use crate::annotation::{Quotation, QuotationKind};
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::reporting_form;
use crate::lexicon::verb_forms::VerbForms;
use crate::text::Span;

/// Verbs that say what somebody is to do.
const ASKING: [&str; 19] = [
    "urge",
    "call",
    "demand",
    "ask",
    "order",
    "recommend",
    "advise",
    "encourage",
    "request",
    "beg",
    "implore",
    "press",
    "push",
    "plead",
    "propose",
    "advocate",
    "tell",
    "warn",
    "remind",
];
/// Of those, the ones that may also report what is so: `told voters that the dam holds`.
const ASKING_OR_TELLING: [&str; 4] = ["tell", "warn", "advise", "remind"];
/// Verbs that say what somebody wants.
const WANTING: [&str; 4] = ["want", "wish", "hope", "prefer"];
/// Verbs that say what will be.
const FORESEEING: [&str; 8] = ["expect", "predict", "forecast", "vow", "pledge", "promise", "threaten", "swear"];
/// Verbs that deny what follows them.
const DENYING: [&str; 5] = ["deny", "dispute", "refute", "reject", "rebut"];
/// Verbs whose infinitive is somebody's act, not words: `declined to comment`.
const ACTING: [&str; 14] =
    ["decline", "refuse", "plan", "intend", "seek", "offer", "vote", "decide", "agree", "love", "like", "claim", "determine", "move"];
/// Words that open a question.
const QUESTIONS: [&str; 11] = ["whether", "if", "who", "whom", "whose", "what", "which", "when", "where", "why", "how"];
/// Speech acts that assert nothing.
const GREETINGS: [&[&str]; 10] = [
    &["thank", "you"],
    &["thanks"],
    &["good", "morning"],
    &["good", "evening"],
    &["good", "afternoon"],
    &["welcome"],
    &["hello"],
    &["congratulations"],
    &["please"],
    &["sorry"],
];
/// Fewer words than these without a verb assert nothing: `Yes.`, `No comment.`
const LEAST_WORDS: usize = 4;

/// How the claims of a quotation are to be read; `None` where its content asserts nothing by itself, so that its sentence is narration:
/// `opposed the fee`, `declined to comment`, `has not said whether it will`.
pub(super) fn voice(words: &Words<'_>, quotation: &Quotation) -> Option<Voice> {
    if quotation.kind == QuotationKind::Direct {
        return Some(Voice::Direct);
    }
    let lemma = quotation.attribution.cue.as_ref().map_or("", |cue| cue.lemma.as_str());
    let has_source = quotation.attribution.source.is_some();
    let is_mixed = quotation.kind == QuotationKind::Mixed;
    if lemma.is_empty() && !has_source && !is_mixed {
        return None;
    }
    let tokens = content(words, quotation);
    let first = *tokens.first()?;
    let has_that = words.is(words.document.tokens_in(quotation.span()).start, FunctionWord::That);
    if words.is_any(first, &QUESTIONS) && !is_mixed
        || words.is_any(first, &["anonymity"])
        || words.is_any(first, &["not"]) && words.is(first + 1, FunctionWord::To)
    {
        return None;
    }
    let has_verb = is_clause(words, &tokens);
    let has_to = tokens.iter().any(|index| words.is(*index, FunctionWord::To));
    let is_gerund = words.get(first).forms.any(VerbForms::GERUND);
    if DENYING.contains(&lemma) && (has_verb || is_gerund) {
        return Some(Voice::Denied);
    }
    if ACTING.contains(&lemma) && words.is(first, FunctionWord::To) {
        return None;
    }
    let asks = has_to && !(has_verb && ASKING_OR_TELLING.contains(&lemma)) || has_that && !ASKING_OR_TELLING.contains(&lemma);
    if ASKING.contains(&lemma) && asks {
        return Some(Voice::Asked);
    }
    if WANTING.contains(&lemma) && (has_to || has_verb) {
        return Some(Voice::Wanted);
    }
    if FORESEEING.contains(&lemma) && (!has_verb || has_to && !has_that) {
        return Some(Voice::Foreseen);
    }
    let is_cue = lemma.is_empty() || lemma.contains(' ') || matches!(lemma, "according" | "per") || reporting_form(lemma).is_some();
    let is_marked = is_mixed && tokens.len() > 2 && tokens.iter().any(|index| words.part(*index) == Part::Mark);
    (is_cue && (has_verb || is_marked)).then_some(Voice::Reported)
}

/// The tokens of the content, `that` at its start left out.
fn content(words: &Words<'_>, quotation: &Quotation) -> Vec<usize> {
    let tokens = quotation.parts.iter().flat_map(|part| words.document.tokens_in(*part).indices());
    trimmed(words, &tokens.collect::<Vec<_>>())
}

/// The statement without signs at its edges, `that` and `and` at its start, and a quotation mark that has lost its partner.
pub(super) fn trimmed(words: &Words<'_>, tokens: &[usize]) -> Vec<usize> {
    let mut rest = tokens;
    let is_sign =
        |index: usize| matches!(words.part(index), Part::Comma | Part::Semicolon | Part::Colon | Part::Dash | Part::Stop | Part::Ellipsis);
    let mut marks = rest.iter().filter(|index| words.part(**index) == Part::Mark).count();
    loop {
        match rest {
            [first, others @ ..] if marks % 2 == 1 && words.part(*first) == Part::Mark => (rest, marks) = (others, marks - 1),
            [others @ .., last] if marks % 2 == 1 && words.part(*last) == Part::Mark => (rest, marks) = (others, marks - 1),
            [first, others @ ..]
                if is_sign(*first)
                    || words.is(*first, FunctionWord::That) && others.first().is_some_and(|next| !words.get(*next).is_finite)
                    || others.len() > 1 && words.is(*first, FunctionWord::Conjunction) =>
            {
                rest = others;
            }
            [others @ .., last] if is_sign(*last) => rest = others,
            _ => return rest.to_vec(),
        }
    }
}

/// The places of the tokens, a run of neighbours each.
pub(super) fn places(words: &Words<'_>, tokens: &[usize]) -> Vec<Span> {
    // a comma beside a gap belongs to what stood there
    let is_neighbour = |other: Option<&usize>, index: usize| other.is_some_and(|other| other.abs_diff(index) == 1);
    let is_loose = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| tokens.get(before));
        words.part(tokens[at]) == Part::Comma && !(is_neighbour(before, tokens[at]) && is_neighbour(tokens.get(at + 1), tokens[at]))
    };
    let mut places: Vec<Span> = Vec::new();
    let mut last = None;
    for (at, &index) in tokens.iter().enumerate() {
        if is_loose(at) {
            continue;
        }
        let span = words.span(index);
        match places.last_mut() {
            Some(place) if last.is_some_and(|last| last + 1 == index) => place.end = span.end,
            _ => places.push(span),
        }
        last = Some(index);
    }
    places
}

/// Whether the statement asserts something: no question, no greeting, no single word.
pub(super) fn asserts(words: &Words<'_>, tokens: &[usize], voice: Voice) -> bool {
    let count = tokens.iter().filter(|index| !matches!(words.part(**index), Part::Mark | Part::Comma | Part::Stop)).count();
    let asks = tokens.iter().rev().take(2).any(|index| words.text(*index).starts_with('?'));
    let begins =
        |phrase: &&[&str]| phrase.iter().enumerate().all(|(at, word)| tokens.get(at).is_some_and(|index| words.is_any(*index, &[word])));
    let greets = voice == Voice::Direct && GREETINGS.iter().any(begins);
    let has_verb = is_clause(words, tokens);
    // `he said`: an attribution without its content.
    let attributes =
        count == 2 && tokens.iter().any(|index| words.get(*index).reports && !words.is_any(*index, &["know", "knew", "agree", "agreed"]));
    let fits = match voice {
        Voice::Narration => has_verb,
        Voice::Direct => has_verb || count >= LEAST_WORDS,
        Voice::Reported => has_verb || count > 2 && tokens.iter().any(|index| words.part(*index) == Part::Mark),
        Voice::Asked | Voice::Wanted | Voice::Foreseen | Voice::Denied | Voice::Felt => true,
    };
    !asks && !greets && !attributes && count > 1 && fits
}

/// What is felt to be so in `I am sorry that …`: the clause behind `that`.
pub(super) fn felt(words: &Words<'_>, tokens: &[usize]) -> Option<Vec<usize>> {
    const FEELINGS: [&str; 14] = [
        "disappointed",
        "sorry",
        "glad",
        "proud",
        "happy",
        "sad",
        "angry",
        "shocked",
        "pleased",
        "delighted",
        "relieved",
        "ashamed",
        "saddened",
        "grateful",
    ];
    let that = tokens.iter().position(|index| words.is(*index, FunctionWord::That))?;
    let feels = that > 1 && words.is_any(tokens[that - 1], &FEELINGS);
    let rest = &tokens[that + 1..];
    (feels && Clause::read(words, rest).verb.is_some()).then(|| rest.to_vec())
}

/// What is asked for, without who is asked: `to resign` of `the minister to resign`; a passive keeps its subject.
pub(super) fn without_addressee(words: &Words<'_>, tokens: Vec<usize>) -> Vec<usize> {
    let to = tokens.iter().position(|index| words.is(*index, FunctionWord::To));
    let Some(to) = to.filter(|to| !tokens[..*to].iter().any(|index| words.get(*index).is_finite || words.part(*index) == Part::Mark))
    else {
        return tokens;
    };
    let is_passive = tokens.get(to + 1).is_some_and(|index| words.is_any(*index, &["be"]));
    if is_passive { tokens } else { tokens[to..].to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Attribution;
    use crate::segment::segment;
    use crate::text::Document;

    fn all(document: &Document) -> Vec<usize> {
        (0..document.tokens().len()).collect()
    }

    fn trimmed_text(text: &str) -> String {
        let document = segment(text, &[]);
        let words = Words::new(&document);
        places(&words, &trimmed(&words, &all(&document))).iter().map(|place| document.slice(*place)).collect::<Vec<_>>().join(" … ")
    }

    #[test]
    fn trims_signs_connectors_and_lone_marks() {
        assert_eq!(trimmed_text("And the quay is shut,"), "the quay is shut");
        assert_eq!(trimmed_text("that the quay was “done for.”"), "the quay was “done for.”");
        assert_eq!(trimmed_text("the quay was done for.”"), "the quay was done for");
        assert_eq!(trimmed_text("That is wrong."), "That is wrong");
    }

    fn is_asserted(text: &str) -> bool {
        let document = segment(text, &[]);
        let words = Words::new(&document);
        asserts(&words, &all(&document), Voice::Direct)
    }

    #[test]
    fn questions_greetings_and_single_words_assert_nothing() {
        for text in ["Who built the quay?", "Thank you for coming today.", "Yes.", "No comment.", "She said"] {
            assert!(!is_asserted(text), "{text}");
        }
        for text in ["She laughed.", "I refused.", "An honest doctor on every boat."] {
            assert!(is_asserted(text), "{text}");
        }
    }

    fn voice_of(text: &str, lemma: &str, part: &str) -> Option<Voice> {
        let document = segment(text, &[]);
        let start = text.find(part).expect("the part stands in the text");
        let cue = crate::annotation::Cue { span: Span::new(0, 1), lemma: lemma.to_owned() };
        let quotation = Quotation {
            parts: vec![Span::new(start, start + part.len())],
            kind: QuotationKind::Indirect,
            attribution: Attribution { source: None, cue: Some(cue), rule: "test", score: 0.9 },
            relays: Vec::new(),
            addressee: None,
            score: 0.9,
        };
        voice(&Words::new(&document), &quotation)
    }

    #[test]
    fn the_verb_tells_how_the_content_is_meant() {
        assert_eq!(voice_of("Brandt said that the quay is shut.", "say", "that the quay is shut"), Some(Voice::Reported));
        assert_eq!(voice_of("Brandt urged the council to shut it.", "urge", "the council to shut it"), Some(Voice::Asked));
        assert_eq!(voice_of("Brandt denied misleading the council.", "deny", "misleading the council"), Some(Voice::Denied));
        assert_eq!(voice_of("Brandt expects a warm winter.", "expect", "a warm winter"), Some(Voice::Foreseen));
        assert_eq!(voice_of("Brandt told the court the quay was shut.", "tell", "the quay was shut"), Some(Voice::Reported));
    }

    #[test]
    fn acts_and_questions_are_no_contents() {
        assert_eq!(voice_of("Brandt opposed the fee.", "oppose", "the fee"), None);
        assert_eq!(voice_of("Brandt declined to comment.", "decline", "to comment"), None);
        assert_eq!(voice_of("Brandt has not said whether it will open.", "say", "whether it will open"), None);
    }

    #[test]
    fn what_is_felt_is_given() {
        let document = segment("I am sorry that the ferry sank.", &[]);
        let words = Words::new(&document);
        let given = felt(&words, &all(&document)).expect("it is given");
        assert_eq!(document.slice(places(&words, &given)[0]), "the ferry sank.");
        let other = segment("I am sure that the ferry sank.", &[]);
        assert!(felt(&Words::new(&other), &all(&other)).is_none());
    }
}
