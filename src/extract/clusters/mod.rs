//! The names of one entity, together.

mod focus;
mod joining;
mod outlets;
mod short_forms;
mod titles;

use crate::annotation::{EntityCluster, EntityType, Mention};
use crate::text::{Document, TokenRange};

/// Joins `names` into entities, in the order of their first mention, gives each its titles and says which are outlets.
pub fn clusters(document: &Document, names: Vec<Mention>) -> Vec<EntityCluster> {
    let groups = joining::join(document, &names);
    let mut clusters: Vec<EntityCluster> = Vec::with_capacity(groups.count);
    for (mention, group) in names.into_iter().zip(&groups.of_mention) {
        match clusters.get_mut(*group) {
            Some(cluster) => cluster.mentions.push(mention),
            None => clusters.push(EntityCluster {
                canonical_name: groups.names[*group].to_owned(),
                entity_type: groups.types[*group],
                titles: Vec::new(),
                mentions: vec![mention],
                ..EntityCluster::default()
            }),
        }
    }
    let is_person = |cluster: &EntityCluster| cluster.entity_type == EntityType::Person;
    let of_persons = clusters.iter().filter(|cluster| is_person(cluster)).flat_map(|cluster| &cluster.mentions);
    let mut persons: Vec<TokenRange> = of_persons.map(|mention| document.tokens_in(mention.span)).collect();
    persons.sort_unstable_by_key(|name| (name.start, name.end));
    for cluster in clusters.iter_mut().filter(|cluster| is_person(cluster)) {
        cluster.titles = titles::titles_of(document, &cluster.mentions, &persons);
    }
    outlets::mark_outlets(document, &mut clusters);
    clusters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::MentionKind;
    use crate::segment::segment;
    use crate::text::Span;

    /// Clusters as `canonical: mention, mention`, names given by hand with their types.
    fn joined(text: &str, names: &[(&str, EntityType)]) -> Vec<String> {
        let document = segment(text, &[]);
        let mut from = 0;
        let mentions = names
            .iter()
            .map(|(name, entity_type)| {
                let start = from + text[from..].find(name).expect("the names stand in the text, in order");
                from = start + name.len();
                Mention { span: Span::new(start, from), kind: MentionKind::Name, entity_type: *entity_type, score: 0.9 }
            })
            .collect();
        let clusters = clusters(&document, mentions);
        clusters
            .iter()
            .map(|cluster| {
                let mentions: Vec<&str> = cluster.mentions.iter().map(|mention| document.slice(mention.span)).collect();
                let titles: Vec<&str> = cluster.titles.iter().map(|title| document.slice(title.span)).collect();
                let titles = if titles.is_empty() { String::new() } else { format!(" [{}]", titles.join("; ")) };
                format!("{}{titles}: {}", cluster.canonical_name, mentions.join(", "))
            })
            .collect()
    }

    use EntityType::{Location, Organization, Person};

    #[test]
    fn last_name_joins_the_full_name() {
        let text = "Ingrid Halvorsen spoke. Halvorsen left. Ingrid slept.";
        let names = [("Ingrid Halvorsen", Person), ("Halvorsen", Person), ("Ingrid", Person)];
        assert_eq!(joined(text, &names), ["Ingrid Halvorsen: Ingrid Halvorsen, Halvorsen, Ingrid"]);
    }

    #[test]
    fn families_are_not_merged() {
        let text = "Ingrid Halvorsen met Lars Halvorsen. Halvorsen left.";
        let names = [("Ingrid Halvorsen", Person), ("Lars Halvorsen", Person), ("Halvorsen", Person)];
        let clusters = ["Ingrid Halvorsen: Ingrid Halvorsen", "Lars Halvorsen: Lars Halvorsen", "Halvorsen: Halvorsen"];
        assert_eq!(joined(text, &names), clusters);
    }

    #[test]
    fn middle_name_does_not_part_a_person() {
        let text = "Ana Lucia Brandt won. Ana Brandt smiled. Brandt left.";
        let names = [("Ana Lucia Brandt", Person), ("Ana Brandt", Person), ("Brandt", Person)];
        assert_eq!(joined(text, &names), ["Ana Lucia Brandt: Ana Lucia Brandt, Ana Brandt, Brandt"]);
    }

    #[test]
    fn rulers_of_one_name_are_told_apart_by_number() {
        let text = "Olav III died. Olav IV followed. King Olav IV spoke; Olav left.";
        let names = [("Olav III", Person), ("Olav IV", Person), ("Olav IV", Person)];
        assert_eq!(joined(text, &names), ["Olav III: Olav III", "Olav IV [King]: Olav IV, Olav IV"]);
        let text = "Olav IV spoke in May. Olav left.";
        assert_eq!(joined(text, &[("Olav IV", Person), ("Olav", Person)]), ["Olav IV: Olav IV, Olav"]);
    }

    #[test]
    fn a_storm_is_known_by_its_name() {
        let text = "Hurricane Ilse turned. Ilse killed nine.";
        assert_eq!(joined(text, &[("Hurricane Ilse", EntityType::Event), ("Ilse", Person)]), ["Hurricane Ilse: Hurricane Ilse, Ilse"]);
    }

    #[test]
    fn acronym_joins_its_expansion() {
        let text = "The Norland Harbor Authority (NHA) paid. NHA was late. NHL was not.";
        let names = [("Norland Harbor Authority", Organization), ("NHA", Organization), ("NHA", Organization), ("NHL", Organization)];
        assert_eq!(joined(text, &names), ["Norland Harbor Authority: Norland Harbor Authority, NHA, NHA", "NHL: NHL"]);
    }

    #[test]
    fn country_joins_its_short_form() {
        let text = "The U.S. paid. The United States was late, and so was France.";
        let names = [("U.S.", Location), ("United States", Location), ("France", Location)];
        assert_eq!(joined(text, &names), ["United States: U.S., United States", "France: France"]);
    }

    #[test]
    fn person_is_not_joined_with_a_place_of_that_name() {
        let text = "Ana Jordan flew to Jordan.";
        assert_eq!(joined(text, &[("Ana Jordan", Person), ("Jordan", Location)]), ["Ana Jordan: Ana Jordan", "Jordan: Jordan"]);
    }

    #[test]
    fn company_joins_its_short_form() {
        let text = "Halden Holdings lost. Halden fell. Halden College did not.";
        let names = [("Halden Holdings", Organization), ("Halden", Organization)];
        assert_eq!(joined(text, &names), ["Halden Holdings: Halden Holdings, Halden"]);
    }

    #[test]
    fn titles_stand_before_and_after() {
        let text = "Deputy Mayor Ingrid Halvorsen met Ana Brandt, a spokeswoman for the port, in June.";
        let names = [("Ingrid Halvorsen", Person), ("Ana Brandt", Person)];
        let clusters = ["Ingrid Halvorsen [Deputy Mayor]: Ingrid Halvorsen", "Ana Brandt [a spokeswoman for the port]: Ana Brandt"];
        assert_eq!(joined(text, &names), clusters);
    }

    #[test]
    fn clause_after_a_comma_is_no_title() {
        let text = "Ana Brandt, the wind in her hair, ran.";
        assert_eq!(joined(text, &[("Ana Brandt", Person)]), ["Ana Brandt: Ana Brandt"]);
    }

    #[test]
    fn another_person_after_a_comma_is_no_title() {
        let text = "Since Ana Brandt, President Lars Lund, 61, has ruled.";
        let names = [("Ana Brandt", Person), ("Lars Lund", Person)];
        assert_eq!(joined(text, &names), ["Ana Brandt: Ana Brandt", "Lars Lund [President]: Lars Lund"]);
        let text = "Ana Brandt, President Lars Lund's secretary, left.";
        let clusters = ["Ana Brandt [President Lars Lund's secretary]: Ana Brandt", "Lars Lund [President]: Lars Lund"];
        assert_eq!(joined(text, &names), clusters);
    }
}
