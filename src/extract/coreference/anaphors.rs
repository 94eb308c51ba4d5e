//! The mentions that want an antecedent: the network's, and those that the word lists find beside them.

use super::form::{Determiner, Form, determiner, is_plural, pronoun_form};
use super::nominals::definites;
use super::nouns::{NounSort, is_known_noun};
use crate::annotation::{EntityCluster, EntityType, MentionKind};
use crate::lexicon::gender::{Gender, of_noun};
use crate::lexicon::is_possessive_mark;
use crate::model::Reading;
use crate::text::{Document, Span, TokenKind, TokenRange};

/// A mention of the network that is less probable is left out.
const LEAST_MENTION: f32 = 0.5;
/// Confidence in a mention that the word lists alone have found.
const LISTED: f32 = 0.6;

/// A mention that wants an antecedent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anaphor<'a> {
    /// Its words up to its head.
    pub tokens: TokenRange,
    /// Its place; of a contraction the pronoun alone.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// Nominal or pronoun.
    pub kind: MentionKind,
    /// What it refers to.
    pub entity_type: EntityType,
    /// How it refers.
    pub form: Form,
    /// Its last word.
    pub head: &'a str,
    /// The gender that the noun of a description tells.
    pub gender: Option<Gender>,
    /// What sort of thing the noun of a description says that it is.
    pub sort: NounSort,
    /// Whether it means several.
    pub is_several: bool,
    /// Its index in the network's mentions.
    pub of_network: Option<usize>,
    /// Confidence in span and type.
    pub score: f32,
}

/// All of them, in the order of their heads. `named` are the entities with names: a mention inside a name is none.
pub(super) fn anaphors<'a>(document: &'a Document, named: &[EntityCluster], reading: Option<&Reading>) -> Vec<Anaphor<'a>> {
    let mut covered = Covered::new(document, named);
    let mut found: Vec<Anaphor<'a>> = Vec::new();
    for (index, mention) in reading.iter().flat_map(|reading| reading.mentions.iter().enumerate()) {
        let head = mention.tokens.end - 1;
        if mention.probability < LEAST_MENTION
            || covered.name_from[head].is_some()
            || covered.is_title(document, mention.tokens, mention.kind)
        {
            continue;
        }
        covered.taken[head] = true;
        let tokens = covered.with_owner(document, mention.tokens);
        let anaphor = anaphor(document, tokens, mention.kind, mention.entity_type, mention.probability);
        found.extend(anaphor.map(|anaphor| Anaphor { of_network: Some(index), ..anaphor }));
    }
    found.extend(listed_pronouns(document, &covered));
    found.extend(listed_nouns(document, &covered));
    found.sort_by_key(|anaphor| (anaphor.tokens.end, anaphor.tokens.start));
    found.dedup_by_key(|anaphor| anaphor.tokens.end);
    found
}

/// What stands where, by token.
struct Covered {
    /// Where the name begins that the token is part of; of several the longest.
    name_from: Vec<Option<usize>>,
    /// Where the name of a person begins.
    person_begins: Vec<bool>,
    taken: Vec<bool>,
}

impl Covered {
    fn new(document: &Document, named: &[EntityCluster]) -> Self {
        let count = document.tokens().len();
        let mut covered = Self { name_from: vec![None; count], person_begins: vec![false; count], taken: vec![false; count] };
        for entity in named {
            for mention in &entity.mentions {
                let tokens = document.tokens_in(mention.span);
                for from in &mut covered.name_from[tokens.indices()] {
                    *from = Some(from.map_or(tokens.start, |from| from.min(tokens.start)));
                }
                if !tokens.is_empty() && entity.entity_type == EntityType::Person {
                    covered.person_begins[tokens.start] = true;
                }
            }
        }
        covered
    }

    /// A mention with the name of whoever owns it, which the network keeps apart, and without signs before it: `Brandt's boat` of `'s boat`.
    fn with_owner(&self, document: &Document, tokens: TokenRange) -> TokenRange {
        let owner = tokens.start.checked_sub(1).filter(|_| is_possessive_mark(document.word(tokens.start)));
        if let Some(start) = owner.and_then(|before| self.name_from[before]) {
            return TokenRange::new(start, tokens.end);
        }
        let is_left_out = |index: &usize| {
            let word = document.word(*index);
            document.tokens()[*index].kind == TokenKind::QuoteMark || is_possessive_mark(word) || matches!(word, ")" | "]" | ",")
        };
        let signs = (tokens.start..tokens.end - 1).take_while(is_left_out).count();
        TokenRange::new(tokens.start + signs, tokens.end)
    }

    /// Whether a description is the title of the person whose name follows it: `harbor chief Ana Brandt`.
    fn is_title(&self, document: &Document, tokens: TokenRange, kind: MentionKind) -> bool {
        let is_followed = self.person_begins.get(tokens.end).copied().unwrap_or(false);
        kind == MentionKind::Nominal
            && is_followed
            && document.sentence_at(document.tokens()[tokens.end].span.start)
                == document.sentence_at(document.tokens()[tokens.start].span.start)
    }
}

fn anaphor<'a>(document: &'a Document, tokens: TokenRange, kind: MentionKind, entity_type: EntityType, score: f32) -> Option<Anaphor<'a>> {
    let tokens = with_bound(document, tokens);
    let mut span = document.span_of(tokens);
    let mut head = document.word(tokens.end - 1);
    let form = if kind == MentionKind::Pronoun {
        head = without_contraction(head);
        span.end = document.tokens()[tokens.end - 1].span.start + head.len();
        pronoun_form(head)
    } else {
        let owned = tokens.indices().any(|index| is_possessive_mark(document.word(index)));
        Form::Nominal(determiner(document.word(tokens.start), owned))
    };
    let entity_type = if matches!(form, Form::Single(..) | Form::Speaker) { EntityType::Person } else { entity_type };
    let is_nominal = matches!(form, Form::Nominal(_));
    let gender = of_noun(head).filter(|_| is_nominal);
    let sort = if is_nominal { NounSort::of(head) } else { NounSort::Unknown };
    let is_several = matches!(form, Form::They(_) | Form::We) || is_nominal && is_plural(head);
    let sentence = document.sentence_at(span.start)?;
    Some(Anaphor { tokens, span, sentence, kind, entity_type, form, head, gender, sort, is_several, of_network: None, score })
}

/// `at least 25 fighters` of `least 25 fighters`.
fn with_bound(document: &Document, tokens: TokenRange) -> TokenRange {
    let opens = tokens.start > 0 && matches!(document.word(tokens.start), "least" | "most");
    let is_bound = opens && document.word(tokens.start - 1).eq_ignore_ascii_case("at");
    TokenRange::new(tokens.start - usize::from(is_bound), tokens.end)
}

/// `he` of `he's`.
fn without_contraction(word: &str) -> &str {
    match word.find(['\'', '’']) {
        Some(at) if at > 0 => &word[..at],
        _ => word,
    }
}

/// `he`, `she` and, in quotations and out of them, `I`, where the network has overlooked them or there is none.
fn listed_pronouns<'a>(document: &'a Document, covered: &Covered) -> Vec<Anaphor<'a>> {
    let mut found = Vec::new();
    for (index, token) in document.tokens().iter().enumerate() {
        if token.kind != TokenKind::Word || token.span.len() > 9 || covered.name_from[index].is_some() || covered.taken[index] {
            continue;
        }
        let word = document.word(index);
        // `he`, `she`, `I`, `me`, `who` and their forms: most words are none by their first letter
        if !word.starts_with(['h', 'H', 's', 'S', 'i', 'I', 'm', 'M', 'w', 'W']) {
            continue;
        }
        let word = without_contraction(word);
        let form = pronoun_form(word);
        let is_wanted = match form {
            Form::Single(..) => true,
            Form::Speaker => word == "I" || word.len() > 1,
            Form::Relative => word.starts_with("who"),
            _ => false,
        };
        if is_wanted {
            let range = TokenRange::new(index, index + 1);
            found.extend(anaphor(document, range, MentionKind::Pronoun, EntityType::Person, LISTED));
        }
    }
    found
}

/// `the agency`, `the newspaper`, `the mayor`: nouns that are safe to lead home, where the network has overlooked them or there is none.
fn listed_nouns<'a>(document: &'a Document, covered: &Covered) -> Vec<Anaphor<'a>> {
    let known = definites(document).filter_map(|definite| {
        let noun = definite.tokens.end - 1;
        let entity_type = is_known_noun(document.word(noun)).filter(|_| covered.name_from[noun].is_none() && !covered.taken[noun])?;
        anaphor(document, definite.tokens, MentionKind::Nominal, entity_type, LISTED)
    });
    known.collect()
}

impl Anaphor<'_> {
    /// Whether it opens with `a` or nothing, and so mostly brings somebody new.
    pub(super) fn determiner(&self) -> Option<Determiner> {
        match self.form {
            Form::Nominal(determiner) => Some(determiner),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Mention;
    use crate::segment::segment;

    #[test]
    fn a_mention_holds_its_owner_and_no_sign_before_it() {
        let text = "Ana Brandt’s boat, the dockers’ places, “heroes” and (NHA) fighters.";
        let document = segment(text, &[]);
        let name = Mention { span: Span::new(0, 10), kind: MentionKind::Name, entity_type: EntityType::Person, score: 0.9 };
        let covered = Covered::new(&document, &[EntityCluster { mentions: vec![name], ..EntityCluster::default() }]);
        let whole = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            let tokens = covered.with_owner(&document, document.tokens_in(Span::new(start, start + words.len())));
            document.slice(document.span_of(tokens))
        };
        let mentions = ["’s boat", "’ places", "“heroes", ") fighters", "the dockers"];
        assert_eq!(mentions.map(whole), ["Ana Brandt’s boat", "places", "heroes", "fighters", "the dockers"]);
    }

    #[test]
    fn a_bound_is_part_of_what_it_bounds() {
        let document = segment("At least 25 fighters died, most of them there.", &[]);
        assert_eq!(with_bound(&document, TokenRange::new(1, 4)), TokenRange::new(0, 4));
        let most = (0..document.tokens().len()).find(|at| document.word(*at) == "most").expect("the word stands there");
        assert_eq!(with_bound(&document, TokenRange::new(most, most + 3)).start, most);
    }
}
