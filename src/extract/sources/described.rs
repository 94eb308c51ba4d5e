//! Sources without a name: each becomes an entity, or joins the one it goes back to.

use rustc_hash::FxHashSet;

use super::description::Description;
use super::index::{Indexed, MentionIndex};
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind, Quotation};
use crate::lexicon::outlet_words::is_outlet_noun;
use crate::text::{Document, Span};

/// Most earlier descriptions that are looked at.
const MOST: usize = 64;

/// Confidence in a mention that is one because it speaks.
const SCORE: f32 = 0.6;

/// Adds the sources and relays of `quotations` that no mention of `entities` stands for, and gives those that one stands for in part their whole
/// extent. The entities come in the order of their first mention.
///
/// A definite description goes back to the outlet, body or person that it names (`the newspaper`, `the agency`, `the senator`), else to an
/// earlier description with its noun; any other one is an entity of its own.
pub fn with_described(document: &Document, mut entities: Vec<EntityCluster>, quotations: &[Quotation]) -> Vec<EntityCluster> {
    let index = MentionIndex::new(&entities);
    let mut added: Vec<(usize, Mention, String)> = Vec::new();
    let mut seen: FxHashSet<Span> = FxHashSet::default();
    let mut outlets: FxHashSet<usize> = FxHashSet::default();
    for (mention, role) in spoken(quotations) {
        if let Some(name) = index.name_in(mention).filter(|_| role == Role::Relay) {
            outlets.insert(name.cluster);
        }
        let Some(description) = described(document, &index, mention) else { continue };
        if !seen.insert(mention) {
            continue;
        }
        if let Some(part) = part_of(&index, &description, mention) {
            widen(document, &mut entities[part.cluster], part.span, mention);
            continue;
        }
        let entity_type = description.entity_type();
        let back = antecedent(document, &index, &entities, &outlets, &description, mention.start).or_else(|| {
            let again = |(_, known, head): &&(usize, Mention, String)| goes_back(document, &description, known.span, head, mention);
            added.iter().rev().take(MOST).find(again).map(|(entity, _, _)| *entity)
        });
        let entity = back.unwrap_or(entities.len());
        if back.is_none() {
            entities.push(EntityCluster { canonical_name: document.slice(mention).to_owned(), entity_type, ..EntityCluster::default() });
        }
        let entity_type = entities[entity].entity_type;
        added.push((entity, Mention { span: mention, kind: MentionKind::Nominal, entity_type, score: SCORE }, description.head));
    }
    for (entity, mention, _) in added {
        entities[entity].mentions.push(mention);
    }
    for entity in &mut entities {
        entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
    }
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    entities
}

/// As what a mention stands with a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Source,
    Relay,
}

/// The mentions of sources and relays, in the order of the quotations.
fn spoken(quotations: &[Quotation]) -> impl Iterator<Item = (Span, Role)> + '_ {
    quotations.iter().flat_map(|quotation| {
        let source = quotation.attribution.source.as_ref().and_then(|source| source.mention);
        let relays = quotation.relays.iter().map(|relay| (relay.span, Role::Relay));
        source.into_iter().map(|mention| (mention, Role::Source)).chain(relays)
    })
}

/// The description at `mention`; `None` where it is a pronoun, a name, or a mention already.
fn described(document: &Document, index: &MentionIndex, mention: Span) -> Option<Description> {
    let description = Description::read(document, mention)?;
    let is_name = |found: Indexed| found.is_name || found.span == mention;
    let last = document.slice(description.to_head).rsplit(' ').next().unwrap_or_default();
    let is_one_word = description.to_head == mention && !document.slice(mention).contains(' ');
    let is_capital = last.starts_with(char::is_uppercase) && !opens_sentence(document, mention, is_one_word);
    let is_word = last.contains(char::is_alphabetic) && !(description.ends_with_head && is_pronoun(&description.head));
    (is_word && !is_capital && !index.head_of(description.to_head).is_some_and(is_name) && index.exact(mention).is_none())
        .then_some(description)
}

/// Whether a single word has its capital from the start of a sentence.
fn opens_sentence(document: &Document, mention: Span, is_one_word: bool) -> bool {
    let sentence = document.sentence_at(mention.start).map(|sentence| document.sentences()[sentence].span.start);
    let head_is_first = sentence == Some(mention.start);
    head_is_first && (is_one_word || document.slice(mention).split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_lowercase)))
}

fn is_pronoun(head: &str) -> bool {
    matches!(
        head,
        "he" | "she"
            | "it"
            | "they"
            | "i"
            | "we"
            | "you"
            | "who"
            | "which"
            | "that"
            | "this"
            | "him"
            | "her"
            | "them"
            | "us"
            | "me"
            | "one"
            | "those"
            | "these"
    )
}

/// A described mention that holds the head of the whole one.
fn part_of(index: &MentionIndex, description: &Description, mention: Span) -> Option<Indexed> {
    let inside = index.within(mention).filter(|part| !part.is_name && !part.is_pronoun && part.span.end == description.to_head.end);
    inside.max_by_key(|part| part.span.len())
}

/// Gives the mention at `part` its whole extent, and the entity its name where it had that from it.
fn widen(document: &Document, entity: &mut EntityCluster, part: Span, whole: Span) {
    if entity.canonical_name == document.slice(part) {
        entity.canonical_name = document.slice(whole).to_owned();
    }
    for mention in entity.mentions.iter_mut().filter(|mention| mention.span == part) {
        mention.span = whole;
    }
}

/// The entity that a definite description goes back to.
fn antecedent(
    document: &Document,
    index: &MentionIndex,
    entities: &[EntityCluster],
    outlets: &FxHashSet<usize>,
    description: &Description,
    offset: usize,
) -> Option<usize> {
    if !description.is_definite || !description.ends_with_head {
        return None;
    }
    let head = description.head.as_str();
    let fits = |cluster: usize| {
        let entity = &entities[cluster];
        if is_outlet_noun(head) {
            outlets.contains(&cluster) || entity.is_outlet
        } else {
            names_body(entity, head) || holds_office(document, entity, head)
        }
    };
    let described_alike = |mention: &Indexed| {
        !mention.is_name && !mention.is_pronoun && document.slice(mention.span).to_lowercase().rsplit(' ').next() == Some(head)
    };
    index.preceding(offset).find(|mention| fits(mention.cluster) || described_alike(mention)).map(|mention| mention.cluster)
}

/// Whether the entity's name says `head`: `the center` of `Casco Policy Center`.
fn names_body(entity: &EntityCluster, head: &str) -> bool {
    entity.entity_type == EntityType::Organization && entity.canonical_name.split(' ').any(|word| word.eq_ignore_ascii_case(head))
}

/// Forms of one office.
const OFFICES: [(&str, &[&str]); 9] = [
    ("senator", &["sen.", "sen", "senator"]),
    ("congressman", &["rep.", "rep", "representative", "congressman"]),
    ("congresswoman", &["rep.", "rep", "representative", "congresswoman"]),
    ("lawmaker", &["sen.", "sen", "senator", "rep.", "rep", "representative", "congressman", "congresswoman"]),
    ("governor", &["gov.", "gov", "governor"]),
    ("general", &["gen.", "gen", "general"]),
    ("professor", &["prof.", "prof", "professor"]),
    ("doctor", &["dr.", "dr", "doctor"]),
    ("minister", &["minister", "secretary"]),
];

/// Whether a person has `head` among the titles: `the judge` of `Judge Ana Brandt`.
pub(super) fn holds_office(document: &Document, entity: &EntityCluster, head: &str) -> bool {
    let forms = OFFICES.iter().find(|(office, _)| *office == head).map(|(_, forms)| *forms);
    entity.entity_type == EntityType::Person
        && entity.titles.iter().flat_map(|title| document.slice(title.span).split(' ')).any(|word| {
            let word = word.to_lowercase();
            word == head || forms.is_some_and(|forms| forms.contains(&word.as_str()))
        })
}

/// Whether a description goes back to an earlier one: by its noun where it is definite, by all its words where it is a bare plural.
fn goes_back(document: &Document, description: &Description, known: Span, head: &str, mention: Span) -> bool {
    let is_same = document.slice(known).eq_ignore_ascii_case(document.slice(mention));
    if description.is_definite { head == description.head } else { is_same && !description.is_indefinite }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Attribution, QuotationKind, Resolution, Source};
    use crate::lexicon::outlet_words::names_outlet;
    use crate::segment::segment;

    /// Entities as `name: mention, mention`, after sources at `sources` spoke; `names` are known.
    fn shown(text: &str, names: &[(&str, EntityType)], sources: &[&str]) -> Vec<String> {
        let span = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        };
        let named = |(name, entity_type): &(&str, EntityType)| EntityCluster {
            canonical_name: (*name).to_owned(),
            entity_type: *entity_type,
            is_outlet: names_outlet(name),
            mentions: vec![Mention { span: span(name), kind: MentionKind::Name, entity_type: *entity_type, score: 1.0 }],
            ..EntityCluster::default()
        };
        let quotation = |words: &&str| Quotation {
            parts: vec![Span::new(0, 1)],
            kind: QuotationKind::Indirect,
            attribution: Attribution {
                source: Some(Source {
                    span: span(words),
                    mention: Some(span(words)),
                    cluster: None,
                    resolution: Resolution::Unknown,
                    alternatives: Vec::new(),
                }),
                cue: None,
                rule: "test",
                score: 1.0,
            },
            relays: Vec::new(),
            addressee: None,
            score: 1.0,
        };
        let document = segment(text, &[]);
        let quotations: Vec<_> = sources.iter().map(quotation).collect();
        let entities = with_described(&document, names.iter().map(named).collect(), &quotations);
        let words = |entity: &EntityCluster| entity.mentions.iter().map(|m| document.slice(m.span)).collect::<Vec<_>>().join(", ");
        entities.iter().map(|entity| format!("{}: {}", entity.canonical_name, words(entity))).collect()
    }

    #[test]
    fn a_description_is_an_entity() {
        let text = "A spokesman for the Ruhn Company said no. Divers agreed.";
        assert_eq!(
            shown(text, &[("Ruhn Company", EntityType::Organization)], &["A spokesman for the Ruhn Company", "Divers"]),
            ["A spokesman for the Ruhn Company: A spokesman for the Ruhn Company", "Ruhn Company: Ruhn Company", "Divers: Divers"]
        );
    }

    #[test]
    fn a_definite_one_goes_back_to_what_it_names() {
        let text = "The Alden Gazette saw it. Norland Policy Center did not. The paper said so; the center said no.";
        let names = [("Alden Gazette", EntityType::Organization), ("Norland Policy Center", EntityType::Organization)];
        assert_eq!(
            shown(text, &names, &["The paper", "the center"]),
            ["Alden Gazette: Alden Gazette, The paper", "Norland Policy Center: Norland Policy Center, the center"]
        );
    }

    #[test]
    fn names_and_pronouns_are_no_descriptions() {
        let text = "She said no, and Orlov said yes.";
        assert_eq!(shown(text, &[], &["She", "Orlov"]), [""; 0]);
    }
}
