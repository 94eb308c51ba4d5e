//! Which entities are news outlets: by their names, or because the story says so: `the newspaper O Farol`, `Hospodar, a business daily`,
//! `told Tees Sound … he told the station`.

use rustc_hash::FxHashSet;

use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind};
use crate::lexicon::WordKey;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::outlet_words::{
    is_call_sign, is_institution_word, is_news_agency, is_outlet_noun, is_shared_noun, is_word_of_media, names_outlet,
};
use crate::lexicon::verb_forms::{VerbForms, verb_forms};
use crate::text::{Document, TokenKind};

/// Most words of a description, from its first to its noun.
const LONGEST: usize = 8;

/// Sentences that `the paper` reaches back over at most.
const BACK: usize = 1;

/// Says which of `entities` are outlets: by its name, by what the story calls it, or because `the paper` can be nobody else.
pub(super) fn mark_outlets(document: &Document, entities: &mut [EntityCluster]) {
    for entity in entities.iter_mut() {
        entity.is_outlet = is_outlet(document, entity);
    }
    for entity in meant_by_noun(document, entities) {
        entities[entity].is_outlet = true;
    }
}

fn is_outlet(document: &Document, entity: &EntityCluster) -> bool {
    let is_named_so =
        entity.entity_type == EntityType::Organization && (names_outlet(&entity.canonical_name) || is_call_sign(&entity.canonical_name));
    let is_introduced = |mention: &Mention| mention.kind == MentionKind::Name && Introduction { document, mention }.calls_it_outlet();
    is_named_so || entity.mentions.iter().any(is_introduced)
}

/// The entities that `the paper` and the like go back to where no outlet is known nearby: the name that was just told something, or that
/// just reported it.
fn meant_by_noun(document: &Document, entities: &[EntityCluster]) -> FxHashSet<usize> {
    let mut names: Vec<(usize, &Mention)> =
        entities.iter().enumerate().flat_map(|(index, entity)| entity.mentions.iter().map(move |mention| (index, mention))).collect();
    names.sort_unstable_by_key(|(_, mention)| mention.span.start);
    let before = |offset: usize| names.partition_point(|(_, mention)| mention.span.start < offset);
    let mut meant = FxHashSet::default();
    for (index, sentence) in document.sentences().iter().enumerate() {
        let definite = sentence.tokens.indices().skip(1).find(|at| {
            let opens = matches!(document.word(at - 1), "the" | "The");
            opens && is_outlet_noun(document.word(*at)) && !names_something(document, at + 1)
        });
        let Some(noun) = definite.map(|at| document.tokens()[at].span.start) else { continue };
        let first = document.sentences()[index.saturating_sub(BACK)].span.start;
        let near = &names[before(first)..before(noun)];
        if near.iter().any(|(entity, _)| entities[*entity].is_outlet || meant.contains(entity)) {
            continue;
        }
        let passes_on = |(entity, mention): &&(usize, &Mention)| {
            let is_body = entities[*entity].entity_type != EntityType::Person && !is_institution(&entities[*entity].canonical_name);
            is_body && Introduction { document, mention }.passes_on()
        };
        meant.extend(near.iter().rev().find(passes_on).map(|(entity, _)| *entity));
    }
    meant
}

fn is_institution(name: &str) -> bool {
    name.split(' ').any(is_institution_word)
}

/// Whether a name or another noun follows: `the radio show Dirt Road Now`, `the paper mill`.
fn names_something(document: &Document, at: usize) -> bool {
    let word = if at < document.tokens().len() { document.word(at) } else { return false };
    let is_word = word.chars().all(char::is_alphabetic);
    let is_function = WordKey::new(word).is_some_and(|key| function_word(key.as_str()).is_some());
    is_word && !is_function && verb_forms(word) == VerbForms::NONE
}

/// The words around a name.
struct Introduction<'a> {
    document: &'a Document,
    mention: &'a Mention,
}

/// Words before the name of whoever is told something, or has it from somebody.
const BEFORE: [&str; 6] = ["told", "tells", "with", "to", "by", "on"];

/// Verbs of a name that passes on what others say.
const PASSES_ON: [&str; 8] = ["reported", "reports", "quoted", "quotes", "cited", "cites", "citing", "quoting"];

impl Introduction<'_> {
    /// Whether a noun or an apposition says that it is an outlet.
    fn calls_it_outlet(&self) -> bool {
        let tokens = self.document.tokens_in(self.mention.span);
        !tokens.is_empty()
            && (self.apposition_behind(tokens.end) || self.noun_before(tokens.start) || self.apposition_before(tokens.start, tokens.end))
    }

    /// Whether it is told something, or passes something on: `told Tees Sound`, `Folha de Alden, citing two farmers,`.
    fn passes_on(&self) -> bool {
        let tokens = self.document.tokens_in(self.mention.span);
        if tokens.is_empty() {
            return false;
        }
        let before = tokens.start - usize::from(tokens.start > 0 && self.part(tokens.start - 1) == Some(FunctionWord::Determiner));
        let is_told = before > 0 && BEFORE.contains(&self.word(before - 1));
        let behind = tokens.end + usize::from(self.word(tokens.end) == ",");
        is_told || PASSES_ON.contains(&self.word(behind))
    }

    /// `the newspaper O Farol`, `the radio show “Dirt Road Today”`
    fn noun_before(&self, start: usize) -> bool {
        let mut at = start;
        if at > 0 && self.document.tokens()[at - 1].kind == TokenKind::QuoteMark {
            at -= 1;
        }
        at > 0 && self.is_outlet_noun_at(at - 1)
    }

    /// `her local paper, the Henley Argus,`: not `in a letter to the paper, Halden Water said`.
    fn apposition_before(&self, start: usize, end: usize) -> bool {
        let comma = start - usize::from(start > 0 && self.part(start - 1) == Some(FunctionWord::Determiner));
        if comma < 2 || self.word(comma - 1) != "," || !self.is_outlet_noun_at(comma - 2) {
            return false;
        }
        let closes = self.word(end).starts_with([',', '.', ';', ')', '’', '”', '"']) || self.part(end) == Some(FunctionWord::That);
        let first = (comma - 2).saturating_sub(LONGEST);
        let determined = (first..comma - 2).rev().find(|at| self.part(*at).is_some());
        let opens =
            |at: usize| matches!(self.part(at), Some(FunctionWord::Determiner | FunctionWord::Possessive)) || self.word(at) == "her";
        closes && determined.is_some_and(opens)
    }

    /// `Hospodar, a business daily`, `Over the Wicket, a podcast hosted by two players`
    fn apposition_behind(&self, end: usize) -> bool {
        if !matches!(self.word(end), "," | "(") {
            return false;
        }
        let opens = matches!(self.part(end + 1), Some(FunctionWord::Determiner | FunctionWord::Possessive));
        let noun = (end + 2..end + 2 + LONGEST).take_while(|at| self.part(*at).is_none() && !self.is_sign(*at));
        opens && noun.last().is_some_and(|last| self.head_before(end + 2, last))
    }

    /// Whether the phrase of the words `first..=last` has an outlet's noun for its head, participles behind it left out.
    fn head_before(&self, first: usize, last: usize) -> bool {
        let head = (first..=last).find(|at| self.is_outlet_noun_at(*at) && (*at == last || self.word(at + 1).ends_with("ed")));
        head.is_some() && self.part(last + 1) != Some(FunctionWord::Conjunction)
    }

    /// Whether the word is an outlet's noun; one that other things share only beside a word of the media: `radio station`.
    fn is_outlet_noun_at(&self, at: usize) -> bool {
        let word = self.word(at);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        is_news_agency(before, word) || is_outlet_noun(word) && (!is_shared_noun(word) || is_word_of_media(before))
    }

    fn word(&self, at: usize) -> &str {
        if at < self.document.tokens().len() { self.document.word(at) } else { "" }
    }

    fn part(&self, at: usize) -> Option<FunctionWord> {
        WordKey::new(self.word(at)).and_then(|key| function_word(key.as_str()))
    }

    fn is_sign(&self, at: usize) -> bool {
        !self.word(at).contains(char::is_alphanumeric)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::segment::segment;
    use crate::text::Span;

    fn is_introduced(text: &str, name: &str) -> bool {
        let start = text.find(name).expect("the name stands in the text");
        let mention = Mention {
            span: Span::new(start, start + name.len()),
            kind: MentionKind::Name,
            entity_type: EntityType::Organization,
            score: 1.0,
        };
        let entity = EntityCluster {
            canonical_name: name.to_owned(),
            entity_type: EntityType::Organization,
            mentions: vec![mention],
            ..EntityCluster::default()
        };
        let mut entities = [entity];
        mark_outlets(&segment(text, &[]), &mut entities);
        entities[0].is_outlet
    }

    #[test]
    fn a_noun_that_can_mean_nobody_else() {
        assert!(is_introduced("Speaking to Tees Sound, Brandt said no. She told the station so.", "Tees Sound"));
        assert!(is_introduced("Folha de Alden, citing two farmers, said no. The paper left it there.", "Folha de Alden"));
        assert!(!is_introduced("Halden Water raised its price. The paper was wet.", "Halden Water"));
        assert!(!is_introduced("Brandt wrote to Halden Water. The paper mill was closed.", "Halden Water"));
    }

    #[test]
    fn a_noun_or_an_apposition_introduces_an_outlet() {
        for (text, name) in [
            ("The newspaper O Farol printed it.", "O Farol"),
            ("The daily La Voz printed it.", "La Voz"),
            ("She told the cable network NewsPoint so.", "NewsPoint"),
            ("She told the radio show “Dirt Road Now” so.", "Dirt Road Now"),
            ("She told the state news agency Karvin so.", "Karvin"),
            ("She told her local paper, the Henley Lamp, that it would hold.", "Henley Lamp"),
            ("She told the state television network, RTM.", "RTM"),
            ("She told Hospodar, a business daily.", "Hospodar"),
            ("She said it on Over the Wicket, a podcast hosted by two players.", "Over the Wicket"),
            ("She told Prospect Row, the media industry newsletter.", "Prospect Row"),
            ("She told WDLX so.", "WDLX"),
        ] {
            assert!(is_introduced(text, name), "{text}");
        }
    }

    #[test]
    fn other_bodies_are_none() {
        for (text, name) in [
            ("In a letter to the paper, Halden Water said no.", "Halden Water"),
            ("Halden Mills, a paper company, said no.", "Halden Mills"),
            ("Halden Pulp, the paper and board group, said no.", "Halden Pulp"),
            ("Halden Park, a railway station, is closed.", "Halden Park"),
            ("On television, Halden Water said no.", "Halden Water"),
            ("She told WADA so.", "WADA"),
        ] {
            assert!(!is_introduced(text, name), "{text}");
        }
    }
}
