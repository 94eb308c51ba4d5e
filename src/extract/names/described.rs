//! Names that look like a place's or a body's and are a person's by what the text says of them: `Brooklyn, 34, said`, `Sydney was a nurse`.

use rustc_hash::FxHashSet;

use crate::annotation::{EntityType, Mention};
use crate::lexicon::function_words::function_word;
use crate::lexicon::gender::of_noun;
use crate::text::{Document, TokenKind};

/// Oldest age.
const OLDEST: u32 = 110;
/// Most words between the article and the noun: `a short, pursy Englishman`.
const MOST_ADJECTIVES: usize = 6;
/// Nouns of people alone; those with a gender are known elsewhere. A country can be a leader, a member or a host.
const OF_PEOPLE: [&str; 32] = [
    "accountant",
    "actor",
    "artist",
    "athlete",
    "author",
    "baby",
    "carpenter",
    "child",
    "clerk",
    "dentist",
    "doctor",
    "electrician",
    "farmer",
    "journalist",
    "lawyer",
    "mechanic",
    "musician",
    "novelist",
    "nurse",
    "painter",
    "pensioner",
    "plumber",
    "poet",
    "programmer",
    "singer",
    "soldier",
    "student",
    "surgeon",
    "teacher",
    "teenager",
    "toddler",
    "writer",
];
/// Ends of nouns like `Englishman`, `Dutchwoman`.
const OF_NATIONS: [&str; 6] = ["shman", "chman", "tsman", "shwoman", "chwoman", "tswoman"];

/// Makes persons of the places, bodies and other things among `mentions` of one word that the text describes as a person, at all their mentions.
pub(super) fn make_persons(document: &Document, mentions: &mut [Mention]) {
    let is_open = |mention: &Mention| {
        let is_one_word = !document.slice(mention.span).contains(char::is_whitespace);
        is_one_word && matches!(mention.entity_type, EntityType::Location | EntityType::Organization | EntityType::Other)
    };
    let open = || mentions.iter().filter(|mention| is_open(mention));
    let described: FxHashSet<&str> =
        open().filter(|mention| is_described(document, mention)).map(|mention| document.slice(mention.span)).collect();
    if described.is_empty() {
        return;
    }
    let lived_in: FxHashSet<&str> =
        open().filter(|mention| follows_in(document, mention)).map(|mention| document.slice(mention.span)).collect();
    for mention in mentions.iter_mut().filter(|mention| is_open(mention)) {
        let name = document.slice(mention.span);
        if described.contains(name) && !lived_in.contains(name) {
            mention.entity_type = EntityType::Person;
        }
    }
}

/// Whether an age or a noun of people is said of the name here.
fn is_described(document: &Document, mention: &Mention) -> bool {
    let after = document.tokens_in(mention.span).end;
    let word = |at: usize| if at < document.tokens().len() { document.word(at) } else { "" };
    let is_age = word(after) == "," && matches!(word(after + 2), "," | ".") && word(after + 1).parse().is_ok_and(|age: u32| age <= OLDEST);
    let is_copula = matches!(word(after), "is" | "was");
    let has_article = matches!(word(after + 1), "a" | "an");
    is_age || (is_copula || word(after) == ",") && has_article && names_person(document, after + 2)
}

/// Whether the phrase that goes on at `start`, behind its article, has a noun of people as its head.
fn names_person(document: &Document, start: usize) -> bool {
    let is_word = |at: usize| document.tokens().get(at).is_some_and(|token| token.kind == TokenKind::Word);
    let is_function = |at: usize| function_word(&document.word(at).to_lowercase()).is_some();
    let ends = |at: usize| !is_word(at) || is_function(at);
    (start..start + MOST_ADJECTIVES)
        .take_while(|at| document.tokens().get(*at).is_some() && !(is_word(*at) && is_function(*at)))
        .any(|at| is_word(at) && is_of_people(document.word(at)) && ends(at + 1))
}

fn is_of_people(noun: &str) -> bool {
    OF_PEOPLE.contains(&noun) || OF_NATIONS.iter().any(|end| noun.ends_with(end)) || (of_noun(noun).is_some() && !noun.starts_with("host"))
}

/// Whether the mention is where somebody or something is: `in Brooklyn`.
fn follows_in(document: &Document, mention: &Mention) -> bool {
    let start = document.tokens_in(mention.span).start;
    start > 0 && matches!(document.word(start - 1), "in" | "across" | "throughout" | "near")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::MentionKind;
    use crate::segment::segment;
    use crate::text::Span;

    /// Whether `Sydney`, a place by itself, is a person in `text`.
    fn is_person(text: &str) -> bool {
        let document = segment(text, &[]);
        let mention = |(start, name): (usize, &str)| Mention {
            span: Span::new(start, start + name.len()),
            kind: MentionKind::Name,
            entity_type: EntityType::Location,
            score: 0.9,
        };
        let mut mentions: Vec<Mention> = text.match_indices("Sydney").map(mention).collect();
        make_persons(&document, &mut mentions);
        mentions.iter().all(|mention| mention.entity_type == EntityType::Person)
    }

    #[test]
    fn an_age_or_a_noun_of_people() {
        assert!(is_person("Sydney, 34, said so. Sydney left."));
        assert!(is_person("Sydney was a short, cheerful Scotswoman of sixty. They waited for Sydney."));
        assert!(is_person("They met Sydney, a 34-year-old nurse from Leeds."));
    }

    #[test]
    fn a_place_stays_one() {
        assert!(!is_person("Sydney is a student city."));
        assert!(!is_person("Sydney was a host and a leader."));
        assert!(!is_person("Sydney, 2015, was wet."));
        assert!(!is_person("She lives in Sydney. Sydney, a nurse said, is dear."));
    }
}
