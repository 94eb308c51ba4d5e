//! Short names that fit several people, led to the one that the story is at.

use rustc_hash::FxHashMap;

use crate::annotation::Mention;
use crate::text::Document;

/// Sentences within which the last one named is the one that the story is at, if no other is.
const NEAR: usize = 3;
/// How often somebody must be named for each time that the others are, to be meant wherever nobody is near.
const LEAD: usize = 3;

/// Where the mentions stand.
pub(super) struct Focus {
    sentences: Vec<Option<usize>>,
}

impl Focus {
    /// Of `mentions`, in the order of the text.
    pub(super) fn new(document: &Document, mentions: &[Mention]) -> Self {
        Self { sentences: mentions.iter().map(|mention| document.sentence_at(mention.span.start)).collect() }
    }

    /// Gives each mention of the form `short` one of the forms `fuller`, in `form_of`, where one of them is in focus; `entity_of` tells
    /// the entity of a form.
    pub(super) fn lead(&self, short: usize, fuller: &[usize], form_of: &mut [usize], entity_of: impl Fn(usize) -> usize) {
        let entities: FxHashMap<usize, usize> = fuller.iter().map(|form| (entity_of(*form), *form)).collect();
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        let mut last: FxHashMap<usize, usize> = FxHashMap::default();
        for (form_of_mention, sentence) in form_of.iter_mut().zip(&self.sentences) {
            let sentence = sentence.unwrap_or(0);
            if *form_of_mention == short {
                let near = |entity: &usize| last.get(entity).is_some_and(|at| at + NEAR >= sentence);
                let mut at_hand = entities.keys().filter(|entity| near(entity));
                let nearest = at_hand.next().filter(|_| at_hand.next().is_none());
                let all: usize = counts.values().sum();
                let leading = counts.iter().find(|(_, count)| **count >= LEAD * (all - **count) && all > 1).map(|(entity, _)| entity);
                if let Some(form) = nearest.or(leading).and_then(|entity| entities.get(entity)) {
                    *form_of_mention = *form;
                }
            }
            let entity = entity_of(*form_of_mention);
            if entities.contains_key(&entity) {
                *counts.entry(entity).or_default() += 1;
                last.insert(entity, sentence);
            }
        }
    }
}
