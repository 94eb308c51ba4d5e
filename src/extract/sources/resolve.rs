//! Leads each source and relay to its entity.

use rustc_hash::FxHashSet;

use super::candidates::{Asked, Wanted, alternatives, candidates, leading};
use super::description::Description;
use super::index::{Indexed, MentionIndex};
use super::inherited::inherit_relays;
use crate::annotation::{EntityCluster, EntityType, MentionKind, Quotation, Relay, Resolution, Source};
use crate::text::{Document, Span};

/// A source that the text does not give beside its quotation, and that is less sure than this, stays unknown; set on our own development
/// stories.
const LEAST_SURE: f32 = 0.35;

/// Confidence in a pronoun's entity that was found here at most.
const SURE_OF_PRONOUN: f32 = 0.6;

/// Leads the sources and relays of `quotations` to `entities`, by the mentions that stand in them.
///
/// A pronoun that nothing leads anywhere goes to the entity at hand that fits alone. Where a source is a pronoun or a description, or stands
/// with another quotation, the entities that it may be instead are its alternatives. Relays go on to what the same speaker says next.
pub fn resolve(document: &Document, quotations: Vec<Quotation>, entities: &[EntityCluster]) -> Vec<Quotation> {
    let index = MentionIndex::new(entities);
    let mut resolved = quotations;
    let publisher = publisher(document).unwrap_or_default();
    let mut last_speaker = None;
    for quotation in &mut resolved {
        resolve_source(document, &index, entities, last_speaker, quotation);
        let cluster = quotation.attribution.source.as_ref().and_then(|source| source.cluster);
        last_speaker = cluster.or(last_speaker);
        for relay in &mut quotation.relays {
            relay.cluster = relay_cluster(document, &index, entities, relay.span);
        }
        // `told it`: a body that is no outlet was merely told
        let was_told = |relay: &Relay| is_it(document, relay.span) && relay.cue.as_ref().is_some_and(|cue| cue.lemma == "tell");
        quotation.relays.retain(|relay| !was_told(relay) || relay.cluster.is_some_and(|cluster| entities[cluster].is_outlet));
        quotation.relays.retain(|relay| !is_publisher(document, relay.span, publisher));
        let mut known = FxHashSet::default();
        quotation.relays.retain(|relay| relay.cluster.is_none_or(|cluster| known.insert(cluster)));
    }
    inherit_relays(document, &mut resolved);
    resolved
}

/// The entity of the relay at `relay`. An `it` that leads to none is the outlet named last, in its sentence or the one before.
fn relay_cluster(document: &Document, index: &MentionIndex, entities: &[EntityCluster], relay: Span) -> Option<usize> {
    let owns = |mention: &Indexed| mention.span.end < relay.end && document.text()[mention.span.end..].starts_with(['\'', '’']);
    let named = index.exact(relay).or_else(|| index.name_in(relay).filter(|mention| !owns(mention)));
    let found = named.or_else(|| index.head_of(relay)).map(|mention| mention.cluster);
    let is_known =
        |cluster: &usize| entities[*cluster].is_outlet || entities[*cluster].mentions.iter().any(|m| m.kind == MentionKind::Name);
    if !is_it(document, relay) || found.as_ref().is_some_and(is_known) {
        return found;
    }
    let sentence = document.sentence_at(relay.start)?;
    let near = |mention: &Indexed| document.sentence_at(mention.span.start).is_some_and(|other| other + 1 >= sentence);
    let last = index.preceding(relay.start).take_while(near).find(|mention| entities[mention.cluster].is_outlet);
    last.map(|mention| mention.cluster).or(found)
}

fn is_it(document: &Document, span: Span) -> bool {
    document.slice(span).eq_ignore_ascii_case("it")
}

/// Longest dateline, in bytes.
const LONGEST_DATELINE: usize = 100;

/// Whoever the story is by: named in the brackets of its dateline, as in `OSLO, May 3 (Alden Wire) -`.
fn publisher(document: &Document) -> Option<&str> {
    let (before, rest) = document.text().split_once('(')?;
    let (name, after) = rest.split_once(')')?;
    let is_short = before.trim_start().len() < LONGEST_DATELINE && name.len() < LONGEST_DATELINE;
    let is_dateline = before.trim_end().lines().count() <= 1 && after.trim_start().starts_with(['-', '–', '—']);
    (is_short && is_dateline).then_some(name.trim())
}

/// Whether `relay` names `publisher`.
fn is_publisher(document: &Document, relay: Span, publisher: &str) -> bool {
    let words = document.slice(relay);
    !publisher.is_empty() && words.strip_prefix("the ").unwrap_or(words) == publisher
}

fn resolve_source(
    document: &Document,
    index: &MentionIndex,
    entities: &[EntityCluster],
    last_speaker: Option<usize>,
    quotation: &mut Quotation,
) {
    let content = quotation.span();
    let attribution = &mut quotation.attribution;
    let Some(source) = &mut attribution.source else { return };
    let (cluster, resolution) = lead(document, index, source);
    let is_apart = attribution.cue.is_none();
    let pronoun = source.mention.and_then(|mention| Wanted::by_pronoun(document.slice(mention)));
    let wanted = match (pronoun, resolution) {
        (Some(wanted), _) => wanted,
        _ if is_apart => Wanted::Anyone,
        (None, Resolution::Nominal) => described(entities, cluster),
        _ => {
            (source.cluster, source.resolution) = (cluster, resolution);
            return;
        }
    };
    let offset = if is_apart { content.start } else { source.span.start };
    let found = candidates(document, index, entities, &Asked { offset, wanted, content, last_speaker });
    (source.cluster, source.resolution) = (cluster, resolution);
    if is_apart && attribution.score < LEAST_SURE {
        (source.cluster, source.resolution) = (None, Resolution::Unknown);
    } else if cluster.is_none() && pronoun.is_some() && resolution == Resolution::Unknown {
        source.cluster = leading(&found);
        if source.cluster.is_some() {
            source.resolution = Resolution::Pronoun;
            attribution.score = attribution.score.min(SURE_OF_PRONOUN);
        }
    }
    source.alternatives = alternatives(&found, source.cluster, attribution.score);
}

/// What a description of the entity at `cluster` asks for.
fn described(entities: &[EntityCluster], cluster: Option<usize>) -> Wanted {
    let is_body = cluster.is_some_and(|cluster| matches!(entities[cluster].entity_type, EntityType::Organization | EntityType::Work));
    if is_body { Wanted::Body } else { Wanted::Person }
}

fn lead(document: &Document, index: &MentionIndex, source: &Source) -> (Option<usize>, Resolution) {
    let Some(mention) = source.mention else { return (None, Resolution::Unknown) };
    let words = document.slice(mention);
    if ["who", "which"].iter().any(|relative| words.eq_ignore_ascii_case(relative)) {
        let found = index.exact(mention).or_else(|| index.before_relative(document, mention.start));
        return (found.map(|found| found.cluster), if found.is_some() { Resolution::Pronoun } else { Resolution::Unknown });
    }
    let description = Description::read(document, mention).filter(|description| !description.ends_with_head);
    let found = index.exact(mention).or_else(|| match &description {
        Some(description) => index.head_of(description.to_head).filter(|found| !found.is_name && !found.is_pronoun),
        None => index.head_of(mention),
    });
    let cluster = found.map(|found| found.cluster);
    let resolution = match found {
        Some(found) if found.is_pronoun => Resolution::Pronoun,
        Some(found) if found.is_name => Resolution::Name,
        _ => without_name(document, source.span, mention, found),
    };
    (cluster, resolution)
}

/// How a source without a name resolves: several people, a withheld name, a description, or not at all.
fn without_name(document: &Document, whole: Span, mention: Span, found: Option<Indexed>) -> Resolution {
    let words = document.slice(mention);
    let is_pronoun = Wanted::by_pronoun(words).is_some() || ["i", "we", "you", "that"].iter().any(|word| words.eq_ignore_ascii_case(word));
    let Some(description) = Description::read(document, mention).filter(|_| !is_pronoun) else { return Resolution::Unknown };
    let resolution = description.resolution(document, whole);
    let is_name_like = found.is_none() && is_name_like(document.slice(description.to_head));
    match resolution {
        Resolution::Nominal if found.is_none() => Resolution::Unknown,
        Resolution::Collective if is_name_like => Resolution::Unknown,
        _ => resolution,
    }
}

/// Whether the last word of several is capitalised: a name that no cluster holds.
fn is_name_like(words: &str) -> bool {
    words.contains(' ') && words.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::{Attribution, Cue, Mention, MentionKind, QuotationKind, Relay};
    use crate::extract::quotations::{Reading, quotations};
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
            attribution: Attribution {
                source: Some(source),
                cue: Some(Cue { span: span(whole), lemma: "say".to_owned() }),
                rule: "test",
                score: 1.0,
            },
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
    fn who_and_which_lead_to_the_name_before_them() {
        let text = "It was Ana Brandt, who said no.";
        let entities = [entity(text, &[("Ana Brandt", MentionKind::Name)])];
        assert_eq!(resolved(text, "who", "who", &entities), (Some("Ana Brandt".into()), Resolution::Pronoun));
        let text = "It told the Herald, which said so.";
        let entities = [entity(text, &[("the Herald", MentionKind::Name)])];
        assert_eq!(resolved(text, "which", "which", &entities), (Some("the Herald".into()), Resolution::Pronoun));
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
    fn the_outlet_itself_is_no_relay() {
        let document = segment("OSLO, May 3 (Alden Wire) - The dam may break, according to a memo seen by Alden Wire.", &[]);
        assert_eq!(publisher(&document), Some("Alden Wire"));
        assert_eq!(publisher(&segment("Ana Brandt (Alden Wire) said no.", &[])), None);
    }

    #[test]
    fn a_pronoun_that_nothing_leads_goes_to_who_fits_alone() {
        let text = "Alden Water met Ana Brandt. It said no.";
        let mut water = entity(text, &[("Alden Water", MentionKind::Name)]);
        water.entity_type = EntityType::Organization;
        let entities = [water, entity(text, &[("Ana Brandt", MentionKind::Name)])];
        assert_eq!(resolved(text, "It", "It", &entities), (Some("Alden Water".into()), Resolution::Pronoun));
        assert_eq!(resolved(text, "It", "It", &entities[1..]), (None, Resolution::Unknown));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_resolved_without_panic(
            text in "(\\PC|Ana Brandt|the paper|A spokesman| who| said| told| the Herald| seen by| according to|she|It|[ \n.,:;'’“”\"—()]){0,60}"
        ) {
            let document = segment(&text, &[]);
            let named = crate::extract::clusters::clusters(&document, crate::extract::names::names(&document));
            let found = quotations(&Reading::new(&document, &named));
            let entities = super::super::with_described(&document, named, &found);
            for quotation in resolve(&document, found, &entities) {
                let source = quotation.attribution.source;
                proptest::prop_assert!(source.and_then(|source| source.cluster).is_none_or(|cluster| cluster < entities.len()));
            }
        }
    }

    #[test]
    fn a_possessor_is_not_the_source() {
        let text = "Brandt's spokesman said no.";
        let entities = [entity(text, &[("Brandt", MentionKind::Name)])];
        assert_eq!(resolved(text, "Brandt's spokesman", "Brandt's spokesman", &entities).0, None);
    }
}
