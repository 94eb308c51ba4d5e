//! The entity behind each source and relay.

use crate::annotation::{EntityCluster, MentionKind, Quotation, Resolution, Source};
use crate::lexicon::WordKey;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::source_nouns::{is_collective, is_unnamed_head, withholds_name};
use crate::text::{Document, Span};

/// Farthest, in bytes, that the name in front of `who` is looked for: `Brandt, who said`.
const ANTECEDENT_REACH: usize = 3;

/// Leads the sources and relays of `quotations` to `entities`, by the mentions that stand in them.
pub fn resolve(document: &Document, quotations: Vec<Quotation>, entities: &[EntityCluster]) -> Vec<Quotation> {
    let mentions = MentionIndex::new(entities);
    let mut resolved = quotations;
    for quotation in &mut resolved {
        if let Some(source) = &mut quotation.attribution.source {
            let (cluster, resolution) = lead(document, &mentions, source);
            source.cluster = cluster;
            source.resolution = resolution;
        }
        for relay in &mut quotation.relays {
            relay.cluster = mentions.name_in(relay.span).or_else(|| mentions.exact(relay.span)).map(|mention| mention.cluster);
        }
    }
    resolved
}

/// A mention and the index of its cluster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Indexed {
    span: Span,
    cluster: usize,
    is_name: bool,
    is_pronoun: bool,
}

/// All mentions, ordered by their place.
struct MentionIndex {
    mentions: Vec<Indexed>,
}

impl MentionIndex {
    fn new(entities: &[EntityCluster]) -> Self {
        let mut mentions: Vec<_> = entities
            .iter()
            .enumerate()
            .flat_map(|(cluster, entity)| entity.mentions.iter().map(move |mention| (cluster, mention)))
            .map(|(cluster, mention)| Indexed {
                span: mention.span,
                cluster,
                is_name: mention.kind == MentionKind::Name,
                is_pronoun: mention.kind == MentionKind::Pronoun,
            })
            .collect();
        mentions.sort_unstable();
        Self { mentions }
    }

    /// The mentions that begin inside `span`.
    fn within(&self, span: Span) -> impl Iterator<Item = Indexed> + '_ {
        let first = self.mentions.partition_point(|mention| mention.span.start < span.start);
        self.mentions[first..]
            .iter()
            .take_while(move |mention| mention.span.start < span.end)
            .filter(move |mention| span.contains(mention.span))
            .copied()
    }

    fn exact(&self, span: Span) -> Option<Indexed> {
        self.within(span).find(|mention| mention.span == span)
    }

    /// The longest name inside `span`, the last of those.
    fn name_in(&self, span: Span) -> Option<Indexed> {
        self.within(span).filter(|mention| mention.is_name).max_by_key(|mention| mention.span.len())
    }

    /// The mention inside `span` that ends with it: the head of `the mayor Ana Brandt`.
    fn head_of(&self, span: Span) -> Option<Indexed> {
        self.within(span).filter(|mention| mention.span.end == span.end).max_by_key(|mention| (mention.is_name, mention.span.len()))
    }

    /// The name that ends just before `offset`.
    fn name_before(&self, offset: usize) -> Option<Indexed> {
        let end = self.mentions.partition_point(|mention| mention.span.start < offset);
        let near = self.mentions[..end].iter().rev().take(8);
        near.filter(|mention| mention.is_name && mention.span.end <= offset && offset - mention.span.end <= ANTECEDENT_REACH)
            .max_by_key(|mention| mention.span.len())
            .copied()
    }
}

fn lead(document: &Document, mentions: &MentionIndex, source: &Source) -> (Option<usize>, Resolution) {
    let Some(mention) = source.mention else { return (None, Resolution::Unknown) };
    let words = document.slice(mention);
    let is_relative = words.eq_ignore_ascii_case("who");
    let found =
        if is_relative { mentions.name_before(mention.start) } else { mentions.exact(mention).or_else(|| mentions.head_of(mention)) };
    let cluster = found.map(|found| found.cluster);
    let resolution = match found {
        Some(_) if is_relative => Resolution::Pronoun,
        Some(found) if found.is_pronoun => Resolution::Pronoun,
        Some(found) if found.is_name => Resolution::Name,
        _ => without_name(document, source.span, words, cluster),
    };
    (cluster, resolution)
}

/// How a source without a name resolves: several people, a withheld name, a description, or not at all.
fn without_name(document: &Document, whole: Span, mention: &str, cluster: Option<usize>) -> Resolution {
    let mut words = mention.split_whitespace();
    let first = words.next().and_then(WordKey::new);
    let last = mention.split_whitespace().next_back().and_then(WordKey::new);
    let head = last.as_ref().map_or("", WordKey::as_str);
    let is_indefinite = first.as_ref().is_some_and(|word| matches!(word.as_str(), "a" | "an" | "one" | "another"));
    let is_withheld = document.slice(whole).split_whitespace().filter_map(WordKey::new).any(|word| withholds_name(word.as_str()));
    let is_pronoun = matches!(function_word(head), Some(FunctionWord::SubjectPronoun | FunctionWord::Relative)) && words.next().is_none();
    if is_withheld || (is_indefinite && is_unnamed_head(head)) {
        Resolution::Unnamed
    } else if is_pronoun && cluster.is_none() {
        Resolution::Unknown
    } else if is_collective(head) && !is_name_like(mention) {
        Resolution::Collective
    } else if cluster.is_some() {
        Resolution::Nominal
    } else {
        Resolution::Unknown
    }
}

/// Whether the last word is capitalised: a name that no cluster holds.
fn is_name_like(mention: &str) -> bool {
    mention.split_whitespace().next_back().is_some_and(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Attribution, EntityType, Mention, QuotationKind, Relay};
    use crate::segment::segment;

    fn entity(text: &str, names: &[(&str, MentionKind)]) -> EntityCluster {
        let mention = |(name, kind): &(&str, MentionKind)| {
            let start = text.find(name).expect("the mention stands in the text");
            Mention { span: Span::new(start, start + name.len()), kind: *kind, entity_type: EntityType::Person, score: 1.0 }
        };
        EntityCluster {
            canonical_name: names[0].0.to_owned(),
            entity_type: EntityType::Person,
            titles: Vec::new(),
            mentions: names.iter().map(mention).collect(),
            ..EntityCluster::default()
        }
    }

    fn resolved(text: &str, whole: &str, mention: &str, entities: &[EntityCluster]) -> (Option<String>, Resolution) {
        let span = |words: &str| {
            let start = text.find(words).expect("the words stand in the text");
            Span::new(start, start + words.len())
        };
        let source = Source {
            span: span(whole),
            mention: Some(span(mention)),
            cluster: None,
            resolution: Resolution::Unknown,
            alternatives: Vec::new(),
        };
        let quotation = Quotation {
            parts: vec![Span::new(0, 1)],
            kind: QuotationKind::Direct,
            attribution: Attribution { source: Some(source), cue: None, rule: "test", score: 1.0 },
            relays: vec![Relay { span: span(whole), cluster: None, cue: None }],
            addressee: None,
            score: 1.0,
        };
        let document = segment(text, &[]);
        let found = resolve(&document, vec![quotation], entities);
        let source = found[0].attribution.source.as_ref().expect("the source stays");
        (source.cluster.map(|cluster| entities[cluster].canonical_name.clone()), source.resolution)
    }

    #[test]
    fn a_name_leads_to_its_entity() {
        let text = "Harbor chief Ana Brandt, a sailor, said no. She left.";
        let entities = [entity(text, &[("Ana Brandt", MentionKind::Name), ("She", MentionKind::Pronoun)])];
        assert_eq!(
            resolved(text, "Harbor chief Ana Brandt, a sailor", "Ana Brandt", &entities),
            (Some("Ana Brandt".into()), Resolution::Name)
        );
        assert_eq!(resolved(text, "She", "She", &entities), (Some("Ana Brandt".into()), Resolution::Pronoun));
    }

    #[test]
    fn who_leads_to_the_name_before_it() {
        let text = "It was Ana Brandt, who said no.";
        let entities = [entity(text, &[("Ana Brandt", MentionKind::Name)])];
        assert_eq!(resolved(text, "who", "who", &entities), (Some("Ana Brandt".into()), Resolution::Pronoun));
    }

    #[test]
    fn a_source_without_a_name_says_why() {
        let text = "Harbor officials, a source close to Brandt and he said so. The mayor agreed.";
        assert_eq!(resolved(text, "Harbor officials", "Harbor officials", &[]), (None, Resolution::Collective));
        assert_eq!(resolved(text, "a source close to Brandt", "a source", &[]), (None, Resolution::Unnamed));
        assert_eq!(resolved(text, "he", "he", &[]), (None, Resolution::Unknown));
        assert_eq!(resolved(text, "The mayor", "The mayor", &[]), (None, Resolution::Unknown));
    }

    #[test]
    fn a_possessor_is_not_the_source() {
        let text = "Brandt's spokesman said no.";
        let entities = [entity(text, &[("Brandt", MentionKind::Name)])];
        assert_eq!(resolved(text, "Brandt's spokesman", "Brandt's spokesman", &entities).0, None);
    }
}
