//! From named entities to all entities, with the pronouns and descriptions of each.

use super::anaphors::{Anaphor, anaphors};
use super::discourse::Discourse;
use super::features::FEATURE_NAMES;
use super::gender::genders;
use super::resolver::{Decision, Guidance, Resolver};
use super::voices::Voices;
use crate::annotation::{EntityCluster, Mention, MentionKind, Quotation};
use crate::model::Reading;
use crate::text::{Document, Span};

/// Adds pronouns and descriptions to the entities that they mean; those of nobody named become entities too, as far as `reading` has them.
/// All come in the order of their first mention.
///
/// `quotations` tell whose voice a pronoun stands in; `marked` are the words between quotation marks, in the order of the text. Where several
/// entities fit about equally well, a mention joins none.
pub fn resolve(
    document: &Document,
    named: Vec<EntityCluster>,
    quotations: &[Quotation],
    marked: &[Span],
    reading: Option<&Reading>,
) -> Vec<EntityCluster> {
    let guidance = Guidance::new(reading.map(|reading| reading.width));
    let (anaphors, decisions) = decided(document, &named, quotations, marked, reading, &guidance, false);
    let first_unnamed = named.len();
    let mut entities = named;
    let count = decisions.iter().map(|decision| decision.referent + 1).max().unwrap_or(0).max(first_unnamed);
    let mut is_worth_a_word = vec![false; count];
    for (anaphor, decision) in anaphors.iter().zip(&decisions) {
        is_worth_a_word[decision.referent] |= decision.referent < first_unnamed || anaphor.of_network.is_some();
    }
    let mut place_of: Vec<Option<usize>> = (0..count).map(|referent| (referent < first_unnamed).then_some(referent)).collect();
    for (anaphor, decision) in anaphors.iter().zip(&decisions).filter(|(_, decision)| is_worth_a_word[decision.referent]) {
        let mention = Mention { span: anaphor.span, kind: anaphor.kind, entity_type: anaphor.entity_type, score: anaphor.score };
        match place_of[decision.referent] {
            Some(entity) => entities[entity].mentions.push(mention),
            None => {
                place_of[decision.referent] = Some(entities.len());
                entities.push(EntityCluster { entity_type: anaphor.entity_type, mentions: vec![mention], ..EntityCluster::default() });
            }
        }
    }
    for (index, entity) in entities.iter_mut().enumerate() {
        entity.mentions.sort_by_key(|mention| (mention.span.start, mention.span.end));
        entity.mentions.dedup_by_key(|mention| mention.span);
        if index >= first_unnamed {
            let description = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Nominal);
            entity.canonical_name = document.slice(description.unwrap_or(&entity.mentions[0]).span).to_owned();
        }
    }
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    entities
}

fn decided<'d>(
    document: &'d Document,
    named: &[EntityCluster],
    quotations: &[Quotation],
    marked: &[Span],
    reading: Option<&Reading>,
    guidance: &Guidance<'_>,
    keeps_weighed: bool,
) -> (Vec<Anaphor<'d>>, Vec<Decision>) {
    let voices = Voices::new(quotations, marked);
    let discourse = Discourse::new(document, named, &genders(document, named));
    let anaphors = anaphors(document, named, reading);
    let mut resolver = Resolver::new(document, named, reading, &voices, guidance, discourse);
    resolver.keeps_weighed = keeps_weighed;
    let decisions = resolver.decide(&anaphors);
    (anaphors, decisions)
}

/// What was weighed for all mentions of a document: what the weights are fitted to.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighings {
    /// Names of the features, in their order.
    pub features: &'static [&'static str],
    /// Names, with the number of their referent.
    pub names: Vec<(Span, usize)>,
    /// Pronouns and descriptions, in the order of their heads.
    pub mentions: Vec<Weighing>,
}

/// What was weighed for one mention.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighing {
    /// Its place.
    pub span: Span,
    /// The class of its form: mentions of a class share their weights.
    pub class: &'static str,
    /// Where it went.
    pub referent: usize,
    /// The referents that it might mean, with the values of the features.
    pub candidates: Vec<(usize, Vec<f32>)>,
}

/// What [`resolve`] weighs, where `guidance` leads it.
pub fn weighings(
    document: &Document,
    named: &[EntityCluster],
    quotations: &[Quotation],
    marked: &[Span],
    reading: Option<&Reading>,
    guidance: &Guidance<'_>,
) -> Weighings {
    let (anaphors, decisions) = decided(document, named, quotations, marked, reading, guidance, true);
    let names = named.iter().enumerate().flat_map(|(referent, entity)| entity.mentions.iter().map(move |mention| (mention.span, referent)));
    let mentions = anaphors.iter().zip(decisions).map(|(anaphor, decision)| Weighing {
        span: anaphor.span,
        class: anaphor.form.class(anaphor.entity_type).name(),
        referent: decision.referent,
        candidates: decision.weighed.into_iter().map(|(referent, values)| (referent, values.to_vec())).collect(),
    });
    Weighings { features: FEATURE_NAMES, names: names.collect(), mentions: mentions.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::EntityType;
    use crate::model::{Antecedent, Candidates, TaggedMention};
    use crate::segment::segment;

    fn mention(document: &Document, words: &str, kind: MentionKind, back: Option<Antecedent>) -> TaggedMention {
        let start = document.text().find(words).expect("the words stand in the text");
        let tokens = document.tokens_in(Span::new(start, start + words.len()));
        TaggedMention {
            tokens,
            kind,
            entity_type: EntityType::Person,
            probability: 0.9,
            antecedent: back.map(|antecedent| (antecedent, 0.8)),
        }
    }

    fn reading(mentions: Vec<TaggedMention>) -> Reading {
        let candidates = |mention: &TaggedMention| {
            let none = mention.antecedent.map_or(1.0, |(_, probability)| 1.0 - probability);
            Candidates { earlier: mention.antecedent.into_iter().collect(), none }
        };
        let candidates = mentions.iter().map(candidates).collect();
        Reading { quotations: Vec::new(), names: Vec::new(), mentions, candidates, check_worthiness: Vec::new(), width: 384 }
    }

    /// Entities as `name: mention, mention`.
    fn shown(document: &Document, entities: &[EntityCluster]) -> Vec<String> {
        let words = |entity: &EntityCluster| entity.mentions.iter().map(|m| document.slice(m.span)).collect::<Vec<_>>().join(", ");
        entities.iter().map(|entity| format!("{}: {}", entity.canonical_name, words(entity))).collect()
    }

    #[test]
    fn nobody_known_is_an_entity_with_its_later_mentions() {
        let document = segment("A fisherman came. He left.", &[]);
        let mentions = vec![
            mention(&document, "A fisherman", MentionKind::Nominal, None),
            mention(&document, "He", MentionKind::Pronoun, Some(Antecedent::Mention(0))),
        ];
        assert_eq!(shown(&document, &resolve(&document, Vec::new(), &[], &[], Some(&reading(mentions)))), ["A fisherman: A fisherman, He"]);
    }

    #[test]
    fn a_pronoun_joins_the_only_person_of_its_gender() {
        let document = segment("Ingrid Halvorsen came. She left.", &[]);
        let named = EntityCluster {
            canonical_name: "Ingrid Halvorsen".to_owned(),
            entity_type: EntityType::Person,
            mentions: vec![Mention { span: Span::new(0, 16), kind: MentionKind::Name, entity_type: EntityType::Person, score: 0.9 }],
            ..EntityCluster::default()
        };
        let mentions = vec![mention(&document, "She", MentionKind::Pronoun, None)];
        assert_eq!(
            shown(&document, &resolve(&document, vec![named], &[], &[], Some(&reading(mentions)))),
            ["Ingrid Halvorsen: Ingrid Halvorsen, She"]
        );
    }

    #[test]
    fn what_a_body_does_with_its_own() {
        let document = segment("Inspectors watched. The Harbor Ministry has started their large raids.", &[]);
        let named = EntityCluster {
            canonical_name: "Harbor Ministry".to_owned(),
            entity_type: EntityType::Organization,
            mentions: vec![Mention { span: Span::new(24, 39), kind: MentionKind::Name, entity_type: EntityType::Organization, score: 0.9 }],
            ..EntityCluster::default()
        };
        let mentions = vec![
            mention(&document, "Inspectors", MentionKind::Nominal, None),
            mention(&document, "their", MentionKind::Pronoun, Some(Antecedent::Mention(0))),
        ];
        assert_eq!(
            shown(&document, &resolve(&document, vec![named], &[], &[], Some(&reading(mentions)))),
            ["Inspectors: Inspectors", "Harbor Ministry: Harbor Ministry, their"]
        );
    }

    #[test]
    fn doubtful_mentions_are_left_out() {
        let document = segment("A fisherman came.", &[]);
        let doubtful = TaggedMention { probability: 0.4, ..mention(&document, "A fisherman", MentionKind::Nominal, None) };
        assert!(resolve(&document, Vec::new(), &[], &[], Some(&reading(vec![doubtful]))).is_empty());
    }

    /// Entities of `persons`, wherever they stand in `text`, with all that leads to them; sources are not known, words between “ and ” are quoted.
    fn told(text: &str, persons: &[&str]) -> Vec<String> {
        let document = segment(text, &[]);
        let mention = |(start, name): (usize, &str)| {
            let span = Span::new(start, start + name.len());
            Mention { span, kind: MentionKind::Name, entity_type: EntityType::Person, score: 0.9 }
        };
        let entity = |name: &&str| EntityCluster {
            canonical_name: (*name).to_owned(),
            entity_type: EntityType::Person,
            mentions: text.match_indices(*name).map(mention).collect(),
            ..EntityCluster::default()
        };
        let marked = text.match_indices('“').zip(text.match_indices('”'));
        let marked: Vec<Span> = marked.map(|((open, mark), (close, _))| Span::new(open + mark.len(), close)).collect();
        let no_mentions = reading(Vec::new());
        shown(&document, &resolve(&document, persons.iter().map(entity).collect(), &[], &marked, Some(&no_mentions)))
    }

    #[test]
    fn who_tells_the_story_is_whom_others_call_and_nobody_tells_of() {
        let text = "I came late to the quay.\n\n“You are late, Brandt,” Orlov told me.\n\nOrlov laughed, and I went to my boat.";
        assert_eq!(told(text, &["Brandt", "Orlov"]), ["Brandt: I, Brandt, me, I, my", "Orlov: Orlov, Orlov"]);
    }

    #[test]
    fn who_tells_the_story_is_nobody_else_in_it() {
        let text = "I came late to the quay. Orlov laughed at me. Brandt went to his boat.";
        assert_eq!(told(text, &["Brandt", "Orlov"])[..2], ["Orlov: Orlov", "Brandt: Brandt, his"]);
    }

    #[test]
    fn who_tells_the_story_says_so() {
        assert_eq!(told("My name is Ana Brandt. I sail.", &["Ana Brandt"]), ["Ana Brandt: My, Ana Brandt, I"]);
        assert_eq!(told("ANA BRANDT’S DIARY\n\nI sail.", &["ANA BRANDT"]), ["ANA BRANDT: ANA BRANDT, I"]);
        assert_eq!(told("I sail.\n\nMr. Brandt", &["Brandt"]), ["Brandt: I, Brandt"]);
    }
}
