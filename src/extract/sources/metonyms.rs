//! Places that stand for those who govern, trade or play there: `Washington said`, `talks between Ankara and Brussels`, `the Kremlin`.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::annotation::{EntityCluster, EntityType, MentionKind};
use crate::lexicon::aliases::is_country;
use crate::lexicon::function_words::{FunctionWord, function_word};
use crate::lexicon::is_possessive_mark;
use crate::lexicon::reporting_verbs::{VerbForm, reporting_form};
use crate::lexicon::stem::stem;
use crate::text::{Document, Span};

/// What those do who act, beside the verbs of reporting.
const ACTS: &str = "agree answer approve arm back ban bar block boycott brace broker call cancel choose close concede condemn cut decide decline
    delay demand deploy dismiss downgrade drop embrace endorse expel free freeze fund gamble grant halt hit impose insist intervene join launch
    lift lobby lodge mediate negotiate offer oppose order oust pardon plan pledge postpone pour press proceed propose protest pull push ratify
    react rebuff recall recognise recognize refuse reject release remain reopen respond restrict resume retaliate return revoke sack sanction
    seek send shelve shrug sign sort spend stall summon supply support suspend sweat tighten trade veto vote warn weigh welcome withdraw withhold
    beat win rally tumble";

/// What is done to those who act: `accused London`.
const DONE_TO: &str = "accuse anger ask beat blame criticise criticize condemn convince defy denounce embarrass fault infuriate irk lobby
    persuade petition press pressure rebuke reassure sanction sue tell thank urge warn";

/// What they have of their own: `Moscow's offer`.
const OWNED: &str =
    "allegation ally ambassador announcement approval approach backing behaviour behavior blessing claim concession decision
    defiance demand denial diplomat embargo envoy goodwill help hostility insistence intention leadership message move negotiator objection
    offer opposition order overture patience plan pledge policy position pressure promise proposal protest reaction refusal rejection reply
    request response retaliation retort sanction silence stance statement support tariff threat tone view warning word";

/// What there is with, from, on or between those who act: `relations with Tehran`.
const AMONG: &str = "accord agreement alliance argument backing clash concession consultation contact contract cooperation deal demand dialogue
    diplomat dispute embargo exchange feud friction help hostility link meeting negotiation negotiator order pact pressure protest quarrel
    rapprochement reassurance relation relationship reply request response rift row rupture sanction spat standoff support talk tariff tension
    thaw threat tie treaty truce understanding war warning envoy ambassador assurance approval permission guarantee";

/// Where somebody or something is.
const WHERE: [&str; 14] =
    ["in", "at", "near", "outside", "inside", "across", "around", "toward", "towards", "through", "over", "into", "behind", "within"];

/// Prepositions of what is outside of a building, and of that alone.
const BESIDE: [&str; 6] = ["outside", "inside", "near", "around", "behind", "past"];

/// Words between a place and its verb, at the most: `Washington has also quietly urged`.
const LONGEST: usize = 4;

/// Gives each name of a place that stands for those who act there the type of an organization, and a building that is spoken of as such that
/// of a place; the type of the entity stays. Countries act as what they are.
pub fn with_metonyms(document: &Document, mut entities: Vec<EntityCluster>) -> Vec<EntityCluster> {
    for entity in &mut entities {
        let is_place = entity.entity_type == EntityType::Location && !is_country(&entity.canonical_name);
        let is_body = entity.entity_type == EntityType::Organization;
        for mention in entity.mentions.iter_mut().filter(|mention| mention.kind == MentionKind::Name) {
            if is_place && stands_for_others(document, mention.span) {
                mention.entity_type = EntityType::Organization;
            } else if is_body && is_building(document, mention.span) {
                mention.entity_type = EntityType::Location;
            }
        }
    }
    entities
}

fn stems(list: &'static str) -> FxHashSet<String> {
    list.split_whitespace().map(stem).collect()
}

fn is_among(list: &FxHashSet<String>, word: &str) -> bool {
    list.contains(&stem(&word.to_lowercase()))
}

/// Whether the place at `span` acts, is acted upon, or has what only those have who act.
fn stands_for_others(document: &Document, span: Span) -> bool {
    let tokens = document.tokens_in(span);
    if tokens.is_empty() {
        return false;
    }
    let sentence = document.sentence_at(span.start).map(|index| document.sentences()[index].tokens);
    let Some(sentence) = sentence else { return false };
    let word = |at: usize| if sentence.start <= at && at < sentence.end { document.word(at) } else { "" };
    let first = if matches!(word(tokens.start.wrapping_sub(1)), "the" | "The") { tokens.start - 1 } else { tokens.start };
    let before = word(first.wrapping_sub(1));
    // another place joined to this one: `Ankara and Brussels`
    let joined = before == "and" && word(first.wrapping_sub(2)).starts_with(char::is_uppercase);
    let (before, at_before) = if joined { (word(first.wrapping_sub(3)), first.wrapping_sub(3)) } else { (before, first.wrapping_sub(1)) };
    if WHERE.contains(&before.to_lowercase().as_str()) {
        return false;
    }
    acts(&word, tokens.end, before) || is_acted_on(&word, before, at_before)
}

/// Whether a verb of acting, or what somebody has who acts, follows at `at`.
fn acts<'t>(word: &impl Fn(usize) -> &'t str, at: usize, before: &str) -> bool {
    static LISTS: LazyLock<[FxHashSet<String>; 2]> = LazyLock::new(|| [stems(ACTS), stems(OWNED)]);
    let [verbs, owned] = &*LISTS;
    if is_possessive_mark(word(at)) {
        // a phrase of up to three words: `Moscow's latest offer`
        return (at + 1..at + 4).any(|at| is_among(owned, word(at)));
    }
    // `outskirts of Kyiv said`, `a road to Paris closed`: not the subject
    if matches!(function_word(before), Some(FunctionWord::Preposition | FunctionWord::To)) {
        return false;
    }
    let rest = if word(at) == "and" && word(at + 1).starts_with(char::is_uppercase) { at + 2 } else { at };
    let mut is_after_be = false;
    for at in rest..rest + LONGEST {
        let lower = word(at);
        match function_word(lower) {
            Some(FunctionWord::Auxiliary) if matches!(lower, "was" | "were" | "been") => return false,
            Some(FunctionWord::Auxiliary) => is_after_be |= matches!(lower, "is" | "are" | "be"),
            Some(FunctionWord::Adverb) => {}
            None if lower.ends_with("ly") => {}
            _ => {
                let says = reporting_form(lower).is_some_and(|form| !matches!(form.form, VerbForm::Base) || at > rest);
                // `is expected to`, `has seen three floods`
                let is_passive = is_after_be && !lower.ends_with("ing");
                let is_act = says && !matches!(lower, "sees" | "saw" | "seen") || is_among(verbs, lower);
                return lower.starts_with(char::is_lowercase) && !is_passive && is_act;
            }
        }
    }
    false
}

/// Whether it is done to those who act, by the word before the place, which stands at `at`.
fn is_acted_on<'t>(word: &impl Fn(usize) -> &'t str, before: &str, at: usize) -> bool {
    static LISTS: LazyLock<[FxHashSet<String>; 2]> = LazyLock::new(|| [stems(DONE_TO), stems(AMONG)]);
    let [done_to, among] = &*LISTS;
    let back = |count: usize| word(at.wrapping_sub(count));
    match before {
        "with" | "from" | "on" | "between" | "to" | "against" => {
            let calls = before == "on" && matches!(back(1), "called" | "call" | "calls" | "calling");
            calls || is_among(among, back(1)) || before == "on" && (1..=3).any(|count| matches!(back(count), "sanctions" | "imposed"))
        }
        "by" => reporting_form(back(1)).is_some() || is_among(done_to, back(1)),
        _ => before.starts_with(char::is_lowercase) && is_among(done_to, before) && function_word(before).is_none(),
    }
}

/// Whether a body is spoken of as the building that it is in.
fn is_building(document: &Document, span: Span) -> bool {
    let tokens = document.tokens_in(span);
    let word = |back: usize| tokens.start.checked_sub(back).map_or("", |at| document.word(at));
    let is_house = ["House", "Palace", "Kremlin", "Pentagon", "Street", "Hall", "Court", "Capitol"];
    let last = document.slice(span).rsplit(' ').next().unwrap_or_default();
    is_house.contains(&last) && (BESIDE.contains(&word(1)) || word(1) == "the" && BESIDE.contains(&word(2)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotation::Mention;
    use crate::segment::segment;

    /// Whether the first `name` in `text`, which is of `entity_type`, comes out as something else.
    fn turns(text: &str, name: &str, entity_type: EntityType) -> bool {
        let document = segment(text, &[]);
        let start = text.find(name).expect("the name stands in the text");
        let mention = Mention { span: Span::new(start, start + name.len()), kind: MentionKind::Name, entity_type, score: 0.9 };
        let entity = EntityCluster { canonical_name: name.to_owned(), entity_type, mentions: vec![mention], ..EntityCluster::default() };
        with_metonyms(&document, vec![entity])[0].mentions[0].entity_type != entity_type
    }

    #[test]
    fn a_place_that_acts() {
        for (text, name) in [
            ("Washington said on Friday it would wait.", "Washington"),
            ("Paris accused London of delay.", "Paris"),
            ("Paris accused London of delay.", "London"),
            ("Talks between Ankara and Brussels broke down.", "Ankara"),
            ("Talks between Ankara and Brussels broke down.", "Brussels"),
            ("Relations with Tehran have soured.", "Tehran"),
            ("Moscow's latest offer met with doubt.", "Moscow"),
            ("It is a step long urged by Washington.", "Washington"),
            ("Canberra will spend more on ships.", "Canberra"),
        ] {
            assert!(turns(text, name, EntityType::Location), "{name}: {text}");
        }
    }

    #[test]
    fn a_place_that_is_one() {
        for (text, name) in [
            ("He said in Washington that it would wait.", "Washington"),
            ("Paris was hit by a heatwave.", "Paris"),
            ("Tokyo recorded its hottest day.", "Tokyo"),
            ("Lagos is expected to overtake it.", "Lagos"),
            ("Texas has seen three floods.", "Texas"),
            ("Moscow's airports were closed.", "Moscow"),
            ("France said on Friday it would wait.", "France"),
            ("Police in London said nobody was hurt.", "London"),
            ("A flight from Beijing to Cairo was called off.", "Beijing"),
        ] {
            assert!(!turns(text, name, EntityType::Location), "{name}: {text}");
        }
    }

    #[test]
    fn a_body_by_its_house() {
        assert!(turns("A crowd stood outside the White House.", "White House", EntityType::Organization));
        assert!(!turns("A crowd heard the White House deny it.", "White House", EntityType::Organization));
    }
}
