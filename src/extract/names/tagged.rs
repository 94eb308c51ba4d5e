//! The network's names, with what the rules know of their finer types.

use rustc_hash::FxHashMap;

use super::described::make_persons;
use crate::annotation::{EntityType, Mention, MentionKind};
use crate::lexicon::{WordClasses, classes_of, is_possessive_mark, without_possessive};
use crate::model::TaggedName;
use crate::text::{Document, Span, TokenRange};

/// Makes mentions of the names that the network tagged, in the order of the text; they may nest.
///
/// The network tells persons, organizations and locations apart, but for names that are described as a person's. What it calls other gets the type that the rules gave the same words in
/// `by_rules`, as far as that is a finer one, else that of the word lists. Of the rules' own findings stay: an article that belongs to the
/// name (`The Washington Post`), the person in `Obama administration`, groups around a name (`Norwegian fishers`), and persons whom the
/// network named elsewhere in the story.
pub fn tagged(document: &Document, by_rules: &[Mention], found: &[TaggedName]) -> Vec<Mention> {
    let of_rules: FxHashMap<Span, EntityType> = by_rules.iter().map(|mention| (mention.span, mention.entity_type)).collect();
    let ends: FxHashMap<usize, Span> = by_rules.iter().map(|mention| (mention.span.end, mention.span)).collect();
    let pieces = found.iter().flat_map(|name| in_blocks(document, name.tokens).into_iter().map(move |piece| (name, piece)));
    let mut mentions: Vec<Mention> = pieces
        .filter_map(|(name, piece)| {
            let span = document.span_of(trimmed(document, piece)?);
            let with_article =
                ends.get(&span.end).copied().filter(|own| is_article(&document.text()[own.start..span.start.max(own.start)]));
            let entity_type = match name.entity_type {
                EntityType::Other => finer(of_rules.get(&span).copied(), document.slice(span)),
                certain => certain,
            };
            Some(Mention { span: with_article.unwrap_or(span), kind: MentionKind::Name, entity_type, score: name.probability })
        })
        .collect();
    make_persons(document, &mut mentions);
    let kept = kept(document, by_rules, &mentions);
    mentions.extend(kept);
    mentions.sort_by_key(|mention| (mention.span.start, usize::MAX - mention.span.end));
    mentions.dedup_by_key(|mention| mention.span);
    mentions
}

fn is_article(before: &str) -> bool {
    before.trim_end().eq_ignore_ascii_case("the")
}

/// What stays of the rules' findings beside the network's `mentions`.
fn kept(document: &Document, by_rules: &[Mention], mentions: &[Mention]) -> Vec<Mention> {
    let known: FxHashMap<&str, EntityType> = mentions.iter().map(|mention| (document.slice(mention.span), mention.entity_type)).collect();
    let mut kept = Vec::new();
    for own in by_rules {
        let from = mentions.partition_point(|mention| mention.span.end <= own.span.start);
        let touching = || mentions[from.saturating_sub(NESTED)..].iter().take_while(|mention| mention.span.start < own.span.end);
        let mut touching = touching().filter(|mention| own.span.start < mention.span.end).peekable();
        let stays = match touching.peek() {
            Some(_) => touching.all(|mention| nests(document, own, mention)),
            None => own.entity_type == EntityType::Person && known.get(document.slice(own.span)) == Some(&EntityType::Person),
        };
        if stays {
            kept.push(own.clone());
        }
    }
    kept
}

/// Mentions, at the most, that end before one and stand after it in the order of the text: the inner ones of a name.
const NESTED: usize = 4;

/// Whether a finding of the rules is the person of a body called after one, or a group around a name. Other names inside a name are the
/// network's to find: two of three of the rules' own are wrong where it finds none.
fn nests(document: &Document, own: &Mention, mention: &Mention) -> bool {
    let is_person = own.kind == MentionKind::Name && own.entity_type == EntityType::Person;
    let rest = mention.span.contains(own.span).then(|| &document.text()[own.span.end..mention.span.end]);
    is_person && rest.is_some_and(|rest| rest.trim_start().starts_with(char::is_lowercase))
        || own.kind == MentionKind::Nominal && own.span.contains(mention.span)
}

/// The pieces of a name in one paragraph each: a headline's last name and the first one below are two.
fn in_blocks(document: &Document, tokens: TokenRange) -> Vec<TokenRange> {
    let block = |at: usize| document.sentence_at(document.tokens()[at].span.start).map(|sentence| document.sentences()[sentence].block);
    let mut pieces = Vec::with_capacity(1);
    let mut start = tokens.start;
    for at in tokens.indices().skip(1).filter(|at| block(*at) != block(at - 1)) {
        pieces.push(TokenRange::new(start, at));
        start = at;
    }
    pieces.push(TokenRange::new(start, tokens.end));
    pieces
}

/// The name without an article before it and a possessive mark behind it; `None` where nothing is left.
fn trimmed(document: &Document, tokens: TokenRange) -> Option<TokenRange> {
    let TokenRange { mut start, mut end } = tokens;
    while start < end && document.word(start).eq_ignore_ascii_case("the") {
        start += 1;
    }
    while start < end && is_possessive_mark(document.word(end - 1)) {
        end -= 1;
    }
    (start < end).then(|| TokenRange::new(start, end))
}

/// Type of a name that is no person, organization or location.
fn finer(by_rules: Option<EntityType>, name: &str) -> EntityType {
    match by_rules {
        Some(known @ (EntityType::Group | EntityType::Event | EntityType::Work | EntityType::Product)) => known,
        _ if classes_of(without_possessive(name)).any(WordClasses::GROUP) => EntityType::Group,
        _ => EntityType::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::names::names;
    use crate::segment::segment;

    /// What becomes of the words that the network calls names, each with its type, as `words/type`.
    fn found(text: &str, names_found: &[(&str, EntityType)]) -> Vec<String> {
        let document = segment(text, &[]);
        let by_network: Vec<TaggedName> = names_found
            .iter()
            .map(|(words, entity_type)| {
                let start = text.find(words).expect("the words stand in the text");
                let tokens = document.tokens_in(Span::new(start, start + words.len()));
                TaggedName { tokens, entity_type: *entity_type, probability: 0.9 }
            })
            .collect();
        let mentions = tagged(&document, &names(&document), &by_network);
        mentions.iter().map(|mention| format!("{}/{:?}", document.slice(mention.span), mention.entity_type)).collect()
    }

    #[test]
    fn a_name_stays_in_its_paragraph() {
        let headline = "Halvorsen\n\nIngrid Halvorsen";
        let text = format!("A day with {headline} won.");
        assert_eq!(found(&text, &[(headline, EntityType::Person)]), ["Halvorsen/Person", "Ingrid Halvorsen/Person"]);
    }

    #[test]
    fn the_network_decides_what_is_a_name_and_of_which_type() {
        assert_eq!(
            found("Halden beat Port Alden.", &[("Halden", EntityType::Organization), ("Port Alden", EntityType::Organization)]),
            ["Halden/Organization", "Port Alden/Organization"]
        );
        assert_eq!(found("Mayor Ingrid Halvorsen left.", &[]), [""; 0]);
    }

    #[test]
    fn the_rules_tell_other_names_apart() {
        let text = "Norwegian fishers spoke of the Northfold Zither.";
        let tagged = [("Norwegian", EntityType::Other), ("Northfold Zither", EntityType::Other)];
        assert_eq!(found(text, &tagged), ["Norwegian fishers/Group", "Norwegian/Group", "Northfold Zither/Other"]);
    }

    #[test]
    fn articles_and_possessive_marks_stay_outside() {
        assert_eq!(found("The Gazette's view", &[("The Gazette's", EntityType::Organization)]), ["Gazette/Organization"]);
    }
}
