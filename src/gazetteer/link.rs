//! Decides which entry of the gazetteer an entity is.

use std::cmp::Reverse;

use super::file::Gazetteer;
use super::key::{is_part_of, key};
use super::posting::Posting;
use super::shorter::{NameFit, Shorter, fit, shorter};
use super::story::Story;
use super::weigh::{Weight, weigh};
use crate::annotation::{EntityCluster, EntityType, KnowledgeLink, MentionKind};
use crate::text::Document;

/// Most names of one entity that are looked up.
const MOST_NAMES: usize = 8;

/// Most entries that one entity is held against; a name that more of them have tells nothing.
const MOST_CANDIDATES: usize = 256;

/// By how many points an entry must be ahead of every other with the same name.
const LEAST_MARGIN: i32 = 2;

/// Below it nothing is linked.
const LEAST_CONFIDENCE: f32 = 0.5;

/// An entry that an entity may be.
#[derive(Debug, Clone, Copy)]
struct Candidate<'a> {
    /// Where its entry begins.
    place: usize,
    id: &'a str,
    weight: Weight,
}

impl Gazetteer {
    /// Fills [`EntityCluster::links`] of all that have names: with one entry, or none where the list has none of that name, or where
    /// several have it and nothing in the story decides.
    pub fn link(&self, document: &Document, entities: &mut [EntityCluster]) {
        let keys: Vec<Vec<String>> = entities.iter().map(|entity| keys(document, entity)).collect();
        let story = Story::new(document.text(), keys.iter().flatten().map(String::as_str));
        for (entity, keys) in entities.iter_mut().zip(&keys) {
            entity.links = self.find(entity.entity_type, keys, &story).into_iter().collect();
        }
    }

    /// The entry of an entity of this type with names of these keys.
    fn find(&self, entity_type: EntityType, keys: &[String], story: &Story<'_>) -> Option<KnowledgeLink> {
        let mut candidates = Vec::new();
        for key in keys {
            self.add_candidates(key, entity_type, story, &mut candidates);
            if candidates.len() > MOST_CANDIDATES {
                return None;
            }
        }
        decide(candidates)
    }

    /// Adds what `key` may be the name of; its shorter form is looked up only where nothing has the name itself.
    fn add_candidates<'a>(&'a self, key: &str, entity_type: EntityType, story: &Story<'_>, candidates: &mut Vec<Candidate<'a>>) {
        let before = candidates.len();
        for posting in self.postings(key).take(MOST_CANDIDATES + 1) {
            let name_fit = if posting.is_shorter() { NameFit::Shorter } else { NameFit::Same };
            candidates.extend(self.candidate(posting, name_fit, key, entity_type, story));
        }
        if candidates.len() > before {
            return;
        }
        let known = Some(entity_type).filter(|kind| *kind != EntityType::Other);
        for shorter in shorter(key, known) {
            for posting in self.postings(&shorter.key).take(MOST_CANDIDATES + 1) {
                let Some(name_fit) = self.fit(posting, &shorter) else { continue };
                candidates.extend(self.candidate(posting, name_fit, &shorter.key, entity_type, story));
            }
        }
    }

    fn candidate(
        &self,
        posting: Posting,
        name_fit: NameFit,
        key: &str,
        entity_type: EntityType,
        story: &Story<'_>,
    ) -> Option<Candidate<'_>> {
        let entry = self.entry(posting)?;
        Some(Candidate { place: posting.entry(), id: entry.id, weight: weigh(&entry, name_fit, key, entity_type, story) })
    }

    /// How a name of the story that was shortened goes with the names of an entry.
    fn fit(&self, posting: Posting, of_story: &Shorter<'_>) -> Option<NameFit> {
        if !posting.is_shorter() {
            return Some(NameFit::Shorter);
        }
        let entry = self.entry(posting)?;
        let shortened = entry.names.flat_map(|name| shorter(name, entry.entity_type));
        shortened.filter(|name| name.key == of_story.key).filter_map(|name| fit(&of_story.left_out, &name.left_out)).min()
    }
}

/// Keys of the names of an entity that say the most: `Halvorsen` is left out where there is `Ingrid Halvorsen`, as it may be anybody's.
fn keys(document: &Document, entity: &EntityCluster) -> Vec<String> {
    let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
    let mut written: Vec<&str> = Vec::new();
    for name in names.map(|mention| document.slice(mention.span)) {
        if written.len() < MOST_NAMES && !written.contains(&name) {
            written.push(name);
        }
    }
    let mut keys: Vec<String> = written.into_iter().map(key).filter(|key| !key.is_empty()).collect();
    keys.sort_by_key(|key| Reverse(key.len()));
    let mut fullest: Vec<String> = Vec::new();
    for key in keys {
        if !fullest.iter().any(|longer| is_part_of(&key, longer)) {
            fullest.push(key);
        }
    }
    fullest
}

/// The one that is ahead of all others, if one is and can be meant.
fn decide(mut candidates: Vec<Candidate<'_>>) -> Option<KnowledgeLink> {
    candidates.sort_by_key(|candidate| (candidate.place, Reverse(candidate.weight.points)));
    candidates.dedup_by_key(|candidate| candidate.place); // by several names: the best stays
    candidates.sort_by_key(|candidate| Reverse(candidate.weight.points));
    let best = candidates.first()?;
    let mut confidence = best.weight.confidence?;
    if let Some(second) = candidates.get(1) {
        let margin = best.weight.points - second.weight.points;
        if margin < LEAST_MARGIN {
            return None;
        }
        confidence *= 1.0 - 0.4 / margin as f32;
    }
    let confidence = (confidence * 100.0).round() / 100.0;
    (confidence >= LEAST_CONFIDENCE).then(|| KnowledgeLink { id: best.id.to_owned(), confidence })
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;

    use super::super::build::{BadRows, build};
    use super::*;
    use crate::annotation::Mention;
    use crate::text::Span;

    /// A gazetteer of these rows: id, names, type, context.
    fn gazetteer(rows: &str) -> Gazetteer {
        let folder = tempfile::tempdir().unwrap();
        let (list, file) = (folder.path().join("list.csv"), folder.path().join("list.qwg"));
        fs::write(&list, format!("id,names,type,context\n{rows}")).unwrap();
        build(&list, &file, BadRows::Stop).unwrap();
        Gazetteer::open(&file).unwrap() // stays mapped when the folder is gone
    }

    fn entity(text: &str, name: &str, entity_type: EntityType) -> EntityCluster {
        let start = text.find(name).unwrap();
        let mention = Mention { span: Span::new(start, start + name.len()), kind: MentionKind::Name, entity_type, score: 1.0 };
        EntityCluster { canonical_name: name.to_owned(), entity_type, mentions: vec![mention], ..EntityCluster::default() }
    }

    /// The links of the entities with these names in `text`, as `id` or `-`.
    fn links(gazetteer: &Gazetteer, text: &str, names: &[(&str, EntityType)]) -> Vec<String> {
        let mut entities: Vec<EntityCluster> = names.iter().map(|(name, kind)| entity(text, name, *kind)).collect();
        let document = Document::new(text.to_owned(), Vec::new(), Vec::new(), Vec::new());
        gazetteer.link(&document, &mut entities);
        entities.iter().map(|entity| entity.links.first().map_or("-", |link| link.id.as_str()).to_owned()).collect()
    }

    fn link(gazetteer: &Gazetteer, text: &str, name: &str, kind: EntityType) -> Option<(String, f32)> {
        let mut entities = [entity(text, name, kind)];
        gazetteer.link(&Document::new(text.to_owned(), Vec::new(), Vec::new(), Vec::new()), &mut entities);
        entities[0].links.first().map(|link| (link.id.clone(), link.confidence))
    }

    use EntityType::{Location, Organization, Other, Person};

    #[test]
    fn a_name_that_one_entry_has_is_linked() {
        let list = gazetteer("Q1,Ingrid Halvorsen,person,\nQ2,The Port Alden Herald; Herald,organization,\n");
        let text = "“No,” Ingrid Halvorsen told the Port Alden Herald.";
        assert_eq!(links(&list, text, &[("Ingrid Halvorsen", Person), ("Port Alden Herald", Organization)]), ["Q1", "Q2"]);
        assert_eq!(links(&list, text, &[("Ingrid", Person), ("Port Alden", Location)]), ["-", "-"], "no entry has these names");
    }

    #[test]
    fn a_short_name_is_not_looked_up_beside_the_full_one() {
        let list = gazetteer("Q1,Halvorsen,person,\n");
        let text = "Ingrid Halvorsen spoke. Halvorsen left.";
        let mut halvorsen = entity(text, "Ingrid Halvorsen", Person);
        halvorsen.mentions.extend(entity(text, "Halvorsen", Person).mentions);
        let mut entities = [halvorsen];
        list.link(&Document::new(text.to_owned(), Vec::new(), Vec::new(), Vec::new()), &mut entities);
        assert!(entities[0].links.is_empty(), "the list knows another Halvorsen, or this one: nobody can tell");
        assert_eq!(links(&list, "Halvorsen left.", &[("Halvorsen", Person)]), ["Q1"]);
    }

    #[test]
    fn the_type_decides_between_entries_and_forbids_what_cannot_be() {
        let list = gazetteer("Q1,Alden,location,\nQ2,Alden,person,\nQ3,Marlowe,person,\n");
        assert_eq!(links(&list, "In Alden it rained.", &[("Alden", Location)]), ["Q1"]);
        assert_eq!(links(&list, "In Alden it rained.", &[("Alden", Other)]), ["-"]);
        assert_eq!(links(&list, "In Marlowe it rained.", &[("Marlowe", Location)]), ["-"]);
    }

    #[test]
    fn ambiguous_names_stay_unlinked_unless_the_context_decides() {
        let list = gazetteer("Q1,Port Alden,location,Lisbon; harbour\nQ2,Port Alden,location,Ohio\n");
        let name = [("Port Alden", Location)];
        assert_eq!(links(&list, "It rained in Port Alden.", &name), ["-"]);
        assert_eq!(links(&list, "Ships left Port Alden for Lisbon.", &name), ["Q1"]);
        assert_eq!(links(&list, "Ohio’s governor went to Port Alden.", &name), ["Q2"]);
        assert_eq!(links(&list, "From Lisbon he flew to Port Alden, Ohio.", &name), ["-"], "one word each");
        assert_eq!(links(&list, "Port Alden’s harbour froze, from Lisbon to Ohio.", &name), ["Q1"], "two against one");
    }

    #[test]
    fn a_full_name_elsewhere_in_the_story_decides() {
        let list = gazetteer("Q1,Halvorsen; Ingrid Halvorsen,person,\nQ2,Halvorsen; Will; Nils Halvorsen,person,\n");
        let text = "Halvorsen won, as Ingrid Halvorsen’s allies said she will.";
        assert_eq!(links(&list, text, &[("Halvorsen", Person)]), ["Q1"]);
        let both = "Halvorsen won. Ingrid Halvorsen and Nils Halvorsen were there.";
        assert_eq!(links(&list, both, &[("Halvorsen", Person)]), ["-"], "a family");
        assert_eq!(links(&list, "Halvorsen said he will.", &[("Halvorsen", Person)]), ["-"], "a word is no name");
        assert_eq!(links(&list, "Halvorsen is called Will.", &[("Halvorsen", Person), ("Will", Person)]), ["Q2", "Q2"]);
    }

    #[test]
    fn legal_forms_are_alternatives_that_must_not_contradict() {
        let list = gazetteer("Q1,Alden Shipping Ltd.,organization,\nQ2,Apple Inc.,organization,\nQ3,Vale,organization,\n");
        let organization = |name: &'static str| links(&list, name, &[(name, Organization)]).remove(0);
        for name in ["Alden Shipping Ltd", "Alden Shipping", "Alden Shipping Limited", "ALDEN SHIPPING CO. LTD."] {
            assert_eq!(organization(name), "Q1", "{name}");
        }
        assert_eq!(organization("Alden Shipping Inc."), "-");
        assert_eq!(organization("Alden"), "-");
        assert_eq!((organization("Apple"), organization("Vale & Co.")), ("Q2".to_owned(), "Q3".to_owned()));
        assert_eq!(links(&list, "Apple", &[("Apple", Other)]), ["-"], "one word, shortened, of an unknown kind");
    }

    #[test]
    fn initials_are_alternatives_that_must_not_contradict() {
        let list = gazetteer("Q1,Linda T. Vale,person,\n");
        for (name, id) in [("Linda Vale", "Q1"), ("Linda T Vale", "Q1"), ("Linda K. Vale", "-"), ("L. Vale", "-")] {
            assert_eq!(links(&list, name, &[(name, Person)]), [id], "{name}");
        }
    }

    #[test]
    fn confidence_tells_how_sure_it_is() {
        let list = gazetteer(
            "Q1,Ingrid Halvorsen,person,Port Alden\nQ2,Alden,location,\nQ3,Alden,person,\nQ4,Kremlin,location,\nQ5,Brede Vik,,\n",
        );
        let confidence = |text: &str, name: &str, kind| link(&list, text, name, kind).map(|(_, confidence)| confidence);
        assert_eq!(confidence("Ingrid Halvorsen spoke.", "Ingrid Halvorsen", Person), Some(0.9));
        assert_eq!(confidence("Ingrid Halvorsen of Port Alden spoke.", "Ingrid Halvorsen", Person), Some(0.95));
        assert_eq!(confidence("Rain fell on Alden.", "Alden", Location), Some(0.81));
        assert_eq!(confidence("The Kremlin denied it.", "Kremlin", Organization), Some(0.63));
        assert_eq!(confidence("Brede Vik denied it.", "Brede Vik", Person), Some(0.77));
    }

    #[test]
    fn a_name_that_too_many_have_tells_nothing() {
        let rows: String =
            (0..=MOST_CANDIDATES).map(|id| format!("{id},Ana Vale,person,{}\n", if id == 0 { "Lisbon" } else { "" })).collect();
        assert_eq!(links(&gazetteer(&rows), "Ana Vale of Lisbon.", &[("Ana Vale", Person)]), ["-"]);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn any_text_is_linked_without_a_panic(text in "\\PC{1,60}", name in "[\\PC&&[^;,\"]]{1,12}") {
            let list = gazetteer("Q1,Ana Vale,person,Lisbon\n");
            let text = format!("{text}{name}");
            let _ = link(&list, &text, &name, Person);
        }
    }
}
