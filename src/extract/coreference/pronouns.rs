//! `he`, `she` and their forms, `who` after a name, and `I` in quotations.

use super::Found;
use super::story::{Place, Story, owns};
use super::voices::Voices;
use crate::annotation::{EntityType, Mention, MentionKind};
use crate::lexicon::gender::Gender;
use crate::text::{Document, Span, TokenKind};

/// Sentences after which a person is no longer at hand.
const REACH: usize = 6;
/// Points by which the best must lead the second; less is no answer.
const LEAD: f32 = 0.15;
/// Fewer points than these are no answer.
const LEAST: f32 = -2.6;

/// What a pronoun asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `he`, `she`.
    Subject,
    /// `him`, `her` before no noun.
    Object,
    /// `his`, `her`.
    Owner,
    /// `himself`, `herself`.
    Reflexive,
}

/// Leads third-person pronouns and `who` to persons, in the order of the text; the places found join `story`.
pub(super) fn resolve(document: &Document, story: &mut Story, voices: &Voices, mut genders: Vec<Option<Gender>>) -> Vec<Found> {
    let mut found = Vec::new();
    let names = std::mem::take(&mut story.places);
    let mut next_name = 0;
    for (sentence_index, sentence) in document.sentences().iter().enumerate() {
        for index in sentence.tokens.indices() {
            let token = document.tokens()[index];
            while next_name < names.len() && names[next_name].span.start <= token.span.start {
                story.counts[names[next_name].entity] += 1;
                story.places.push(names[next_name]);
                next_name += 1;
            }
            if token.kind != TokenKind::Word || token.span.len() > 8 {
                continue;
            }
            let word = document.word(index);
            let entity = if matches!(word, "who" | "whose" | "whom") {
                person_before(document, story, index)
            } else if let Some((gender, form)) = third_person(word) {
                let asked = Asked { span: token.span, sentence: sentence_index, gender, form };
                best(document, story, voices, &genders, &asked).inspect(|entity| genders[*entity] = Some(gender))
            } else {
                None
            };
            let Some(entity) = entity else { continue };
            found.push((entity, pronoun(token.span)));
            story.counts[entity] += 1;
            let subject = matches!(word, "he" | "she" | "He" | "She");
            story.places.push(Place { entity, span: token.span, sentence: sentence_index, subject, name: false });
        }
    }
    story.places.extend_from_slice(&names[next_name..]);
    found
}

/// Leads `I`, `me` and `my` inside direct quotations to the speaker.
pub(super) fn first_persons(document: &Document, story: &Story, voices: &Voices) -> Vec<Found> {
    let mut found = Vec::new();
    for token in document.tokens().iter().filter(|token| token.kind == TokenKind::Word && token.span.len() <= 6) {
        let word = token.span.of(document.text());
        if !is_first_person(word) {
            continue;
        }
        let Some(source) = voices.at(token.span.start).and_then(|voice| voice.source) else { continue };
        let Some(entity) = person_in(story, source) else { continue };
        let length = word.find(['\'', '’']).unwrap_or(word.len());
        found.push((entity, pronoun(Span::new(token.span.start, token.span.start + length))));
    }
    found
}

fn is_first_person(word: &str) -> bool {
    matches!(word, "I" | "me" | "Me" | "my" | "My" | "mine" | "Mine" | "myself" | "Myself")
        || word.strip_prefix('I').is_some_and(|rest| matches!(rest, "'m" | "’m" | "'ve" | "’ve" | "'d" | "’d" | "'ll" | "’ll"))
}

fn pronoun(span: Span) -> Mention {
    Mention { span, kind: MentionKind::Pronoun, entity_type: EntityType::Person, score: 0.6 }
}

fn third_person(word: &str) -> Option<(Gender, Form)> {
    Some(match word {
        "he" | "He" | "HE" => (Gender::Man, Form::Subject),
        "him" | "Him" => (Gender::Man, Form::Object),
        "his" | "His" => (Gender::Man, Form::Owner),
        "himself" | "Himself" => (Gender::Man, Form::Reflexive),
        "she" | "She" | "SHE" => (Gender::Woman, Form::Subject),
        "her" | "Her" => (Gender::Woman, Form::Owner),
        "hers" | "Hers" => (Gender::Woman, Form::Object),
        "herself" | "Herself" => (Gender::Woman, Form::Reflexive),
        _ => return None,
    })
}

/// The person whose name stands right before the `who` at `index`, with or without a comma between.
fn person_before(document: &Document, story: &Story, index: usize) -> Option<usize> {
    let before = index.checked_sub(1)?;
    let end = if document.word(before) == "," { before.checked_sub(1)? } else { before };
    let token = document.tokens()[end].span;
    let last = story.places.iter().rev().find(|place| place.name)?;
    (last.span.end >= token.end && last.span.start <= token.start && story.types[last.entity] == EntityType::Person).then_some(last.entity)
}

/// The person who stands at `span`, by name or by a resolved pronoun.
fn person_in(story: &Story, span: Span) -> Option<usize> {
    let from = story.places.partition_point(|place| place.span.start < span.start);
    let mut inside = story.places[from..].iter().take_while(|place| place.span.start < span.end);
    inside.find(|place| span.contains(place.span) && story.types[place.entity] == EntityType::Person).map(|place| place.entity)
}

/// A pronoun whose person is asked for.
struct Asked {
    span: Span,
    sentence: usize,
    gender: Gender,
    form: Form,
}

/// The person who fits best, where one leads.
fn best(document: &Document, story: &Story, voices: &Voices, genders: &[Option<Gender>], asked: &Asked) -> Option<usize> {
    let voice = voices.at(asked.span.start);
    let speaker = voice.and_then(|voice| voice.source).and_then(|source| person_in(story, source));
    let own_content = voices.content_of_source(asked.span);
    let last_speaker = voices.last_source_before(asked.span.start).and_then(|source| person_in(story, source));
    let mut candidates: Vec<(usize, f32)> = Vec::new();
    for place in story.places.iter().rev().take_while(|place| place.sentence + REACH >= asked.sentence) {
        let fits = story.types[place.entity] == EntityType::Person && genders[place.entity].is_none_or(|gender| gender == asked.gender);
        let inside_own = own_content.is_some_and(|content| content.contains(place.span));
        if !fits || inside_own || Some(place.entity) == speaker {
            continue;
        }
        let mut points = points_of(document, place, asked);
        if genders[place.entity].is_some() {
            points += 1.0;
        }
        points += (story.counts[place.entity] as f32).min(8.0) * 0.12;
        if voice.is_none() && voices.at(place.span.start).is_some() {
            points -= 1.0;
        }
        if own_content.is_some() && last_speaker == Some(place.entity) {
            points += 1.5;
        }
        match candidates.iter_mut().find(|(entity, _)| *entity == place.entity) {
            Some((_, best)) => *best = best.max(points),
            None => candidates.push((place.entity, points)),
        }
    }
    let (entity, points) = *candidates.iter().max_by(|a, b| a.1.total_cmp(&b.1))?;
    let leads = candidates.iter().all(|(other, less)| *other == entity || less + LEAD <= points);
    (leads && points >= LEAST).then_some(entity)
}

/// How well one place fits by distance and part of the sentence.
fn points_of(document: &Document, place: &Place, asked: &Asked) -> f32 {
    let sentences = asked.sentence.saturating_sub(place.sentence) as f32;
    let mut points = -0.9 * sentences;
    if place.subject {
        points += 0.9;
    }
    if !place.name && place.subject && asked.form == Form::Subject {
        points += 0.5;
    }
    if owns(document, place.span) {
        points -= 0.3;
    }
    let same = place.sentence == asked.sentence;
    match asked.form {
        Form::Reflexive if !same => points -= 2.0,
        Form::Owner if same => points += 0.4,
        Form::Object if same && place.subject => points -= 0.8,
        _ => {}
    }
    points
}
