//! The one pass over a story that gives each mention its referent.

use rustc_hash::FxHashMap;

use super::anaphors::Anaphor;
use super::certain::{owning_subject, stressed};
use super::discourse::{Discourse, Place};
use super::features::{Around, Features, Standing, features, weighted_sum};
use super::fit::fits;
use super::form::{Case, Form, pronoun_form};
use super::narrator::{narrator, telling};
use super::nominals;
use super::story::Story;
use super::talk::Talk;
use super::voices::Voices;
use super::weights::Weights;
use crate::annotation::{EntityCluster, EntityType};
use crate::model::{Antecedent, Reading};
use crate::text::{Document, Span, TokenRange};

/// Places, at the most, that a mention looks back at.
const REACH: usize = 90;
/// Candidates of a mention, at the most; below 256.
const MOST_CANDIDATES: usize = 32;
/// A referent that is less probable is not taken for `he`, `she`, `they`, `it`: hardly one of them goes back to nothing. Set on GUM's and
/// LitBank's dev.
const LEAST_OF_PRONOUN: f32 = 0.3;
/// A referent that is less probable is not taken for a description, nor for `I`, `you`, `we`, whose speakers are often not named.
const LEAST_OF_OTHERS: f32 = 0.45;

/// What guides the decisions beside the story.
#[derive(Debug)]
pub struct Guidance<'g> {
    /// What each feature counts for.
    pub weights: &'g Weights,
    /// The number of the chain that a mention is known to belong to, by its place: in training, where decisions follow the gold.
    pub chains: FxHashMap<Span, usize>,
}

impl Guidance<'static> {
    /// The weights in the program for a network whose vectors have `width` numbers, and no chain known.
    pub fn new(width: Option<usize>) -> Self {
        Self { weights: Weights::for_width(width.unwrap_or_default()), chains: FxHashMap::default() }
    }
}

/// How one mention was decided.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    /// The referents that were weighed, with what speaks for and against each, where the pass keeps them.
    pub weighed: Vec<(usize, Features)>,
    /// Where the mention went.
    pub referent: usize,
}

/// What a pass has seen of a referent while it gathers the candidates of one mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// Nothing.
    Not,
    /// That it cannot be meant.
    Unfit,
    /// That it may be, the candidate of this number.
    Candidate(u8),
}

/// The pass.
pub(super) struct Resolver<'a, 'd> {
    document: &'a Document,
    reading: Option<&'d Reading>,
    voices: &'d Voices,
    guidance: &'d Guidance<'d>,
    /// The entity of each description that is safe without weighing, by where it ends.
    safe: FxHashMap<usize, usize>,
    /// Named places, in the order of their heads.
    names: Vec<Place>,
    /// The story so far.
    pub discourse: Discourse<'a>,
    /// Who speaks where, once all but the talk is decided.
    talk: Talk,
    /// Who tells the story in the first person, where somebody does, by each of those `I`.
    told: FxHashMap<Span, usize>,
    /// Whom the last mention of each form of talk was of, with the quoted words it stood in: I, you, we.
    last_of_form: [Option<(Option<usize>, usize)>; 3],
    /// The referent of each known chain so far; a named one, where there is one.
    of_chain: FxHashMap<usize, usize>,
    /// Whether decisions hold what was weighed: to fit weights, not to decide.
    pub keeps_weighed: bool,
}

impl<'a, 'd> Resolver<'a, 'd> {
    /// With the names of `named` known and no pronoun.
    pub(super) fn new(
        document: &'a Document,
        named: &'a [EntityCluster],
        reading: Option<&'d Reading>,
        voices: &'d Voices,
        guidance: &'d Guidance<'d>,
        discourse: Discourse<'a>,
    ) -> Self {
        let mut names = Vec::new();
        for (referent, entity) in named.iter().enumerate() {
            for mention in &entity.mentions {
                let tokens = document.tokens_in(mention.span);
                let Some(sentence) = document.sentence_at(mention.span.start).filter(|_| !tokens.is_empty()) else { continue };
                names.push(place(voices, referent, tokens, mention.span, sentence, None));
            }
        }
        names.sort_by_key(|place| (place.tokens.end, place.tokens.start));
        let safe = nominals::resolve(document, named, &Story::new(document, named));
        let safe = safe.into_iter().map(|(entity, mention)| (mention.span.end, entity)).collect();
        Self {
            document,
            reading,
            voices,
            guidance,
            safe,
            names,
            discourse,
            talk: Talk::default(),
            told: FxHashMap::default(),
            last_of_form: [None; 3],
            of_chain: FxHashMap::default(),
            keeps_weighed: false,
        }
    }

    /// Decides all of `anaphors`, in the order of their heads; those of the talk (`I`, `you`, `we`) last, when the speakers are known.
    pub(super) fn decide(&mut self, anaphors: &[Anaphor<'a>]) -> Vec<Decision> {
        let mut decisions: Vec<Option<Decision>> = vec![None; anaphors.len()];
        let mut next_name = 0;
        for (index, anaphor) in anaphors.iter().enumerate().filter(|(_, anaphor)| !anaphor.form.is_of_talk()) {
            while let Some(name) = self.names.get(next_name).copied().filter(|name| name.tokens.end <= anaphor.tokens.end) {
                self.place_name(name);
                next_name += 1;
            }
            decisions[index] = Some(self.decide_one(anaphor));
        }
        for index in next_name..self.names.len() {
            self.place_name(self.names[index]);
        }
        self.discourse.places.sort_by_key(|place| (place.tokens.end, place.tokens.start));
        self.listen(anaphors);
        for (index, anaphor) in anaphors.iter().enumerate().filter(|(_, anaphor)| anaphor.form.is_of_talk()) {
            decisions[index] = Some(self.decide_one(anaphor));
        }
        decisions.into_iter().flatten().collect()
    }

    fn place_name(&mut self, name: Place) {
        self.discourse.place(name);
        if let Some(chain) = self.guidance.chains.get(&name.span) {
            self.of_chain.insert(*chain, name.referent);
        }
    }

    /// Finds out who speaks in the quoted words, and who tells the story.
    fn listen(&mut self, anaphors: &[Anaphor<'a>]) {
        if !anaphors.iter().any(|anaphor| anaphor.form.is_of_talk()) {
            return;
        }
        self.talk = self.talk_with(None);
        let told = telling(self.document, anaphors, self.voices);
        let Some(first) = told.first() else { return };
        let named = narrator(self.document, &self.names, &self.discourse, &self.talk);
        let narrator = named.unwrap_or_else(|| self.discourse.add_referent(&anaphors[*first]));
        self.talk = self.talk_with(Some(narrator));
        self.told = told.iter().map(|index| (anaphors[*index].span, narrator)).collect();
    }

    /// Who speaks where; an `I` that is a source is `narrator`.
    fn talk_with(&self, narrator: Option<usize>) -> Talk {
        Talk::read(self.document, self.voices, &self.names, &self.discourse, |quoted| {
            let source = self.voices.speaker_span(quoted)?;
            let is_narrator = pronoun_form(self.document.slice(source)) == Form::Speaker;
            if is_narrator { narrator } else { self.person_in(source) }
        })
    }

    /// The person of a name who speaks the words that hold the `I` that `anaphor` is.
    fn named_speaker(&self, anaphor: &Anaphor<'a>) -> Option<usize> {
        let quoted = self.voices.quoted_at(anaphor.span.start).filter(|_| anaphor.form == Form::Speaker)?;
        self.talk.speaker(quoted).filter(|speaker| self.discourse.referents[*speaker].name.is_some())
    }

    /// The entity that `anaphor` means without any weighing.
    fn certain(&self, anaphor: &Anaphor<'a>) -> Option<usize> {
        let safe = self.safe.get(&anaphor.span.end).copied();
        let narrator = || self.told.get(&anaphor.span).copied();
        let near = || self.discourse.places.iter().rev().take(REACH);
        safe.or_else(narrator).or_else(|| self.named_speaker(anaphor)).or_else(|| stressed(near(), anaphor)).or_else(|| {
            let place = near().find(|place| place.tokens.end < anaphor.tokens.start)?;
            owning_subject(self.document, &self.discourse.referents[place.referent], place, anaphor)
        })
    }

    fn decide_one(&mut self, anaphor: &Anaphor<'a>) -> Decision {
        let chain = self.guidance.chains.get(&anaphor.span).copied();
        let certain = if chain.is_none() { self.certain(anaphor) } else { None };
        let mut weighed = Vec::new();
        let scores = if certain.is_some() && !self.keeps_weighed { Vec::new() } else { self.scores(anaphor, &mut weighed) };
        // a referent not spoken of before scores 0
        let highest = scores.iter().map(|(_, score)| *score).fold(0.0, f32::max);
        let sum: f32 = scores.iter().map(|(_, score)| *score).chain([0.0]).map(|score| (score - highest).exp()).sum();
        let probability = |score: f32| (score - highest).exp() / sum;
        let is_pronoun = !matches!(anaphor.form, Form::Nominal(_)) && !anaphor.form.is_of_talk();
        let least = if is_pronoun { LEAST_OF_PRONOUN } else { LEAST_OF_OTHERS };
        let best = scores.iter().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let is_weighty = |score: f32| probability(score) >= least && score > 0.0;
        let weighty = best.filter(|(_, score)| is_weighty(*score)).map(|(referent, _)| *referent);
        let referent = match chain {
            Some(chain) => self.of_chain.get(&chain).copied(),
            None => certain.or(weighty),
        };
        let found = referent.unwrap_or_else(|| self.discourse.add_referent(anaphor));
        if let Some(chain) = chain {
            self.of_chain.insert(chain, found);
        }
        if anaphor.form.is_of_talk() {
            let quoted = self.voices.quoted_at(anaphor.span.start);
            self.last_of_form[talk_slot(anaphor.form)] = Some((quoted, found));
            self.discourse.note(found, anaphor.tokens);
        } else {
            self.discourse.place(self.place_of(anaphor, found));
        }
        self.discourse.describe(found, anaphor);
        Decision { weighed, referent: found }
    }

    /// The referents that may be meant, with what speaks for each in sum; the parts of that go to `weighed`, where the pass keeps them.
    fn scores(&self, anaphor: &Anaphor<'a>, weighed: &mut Vec<(usize, Features)>) -> Vec<(usize, f32)> {
        let by_network = self.by_network(anaphor);
        let own_content = self.voices.content_of_source(anaphor.span);
        let around = self.around(anaphor, &by_network, own_content);
        let mut standings = self.standings(anaphor, own_content, &around);
        self.mark_commonest(&mut standings);
        let weights = self.guidance.weights.of(anaphor.form.class(anaphor.entity_type));
        let score = |(referent, standing): &(usize, Standing)| {
            let values = features(self.document, &self.discourse, anaphor, &around, *referent, standing);
            if self.keeps_weighed {
                weighed.push((*referent, values));
            }
            (*referent, weighted_sum(&values, weights))
        };
        standings.iter().map(score).collect()
    }

    /// What is known of `anaphor` from outside the discourse; `own_content` is what it says, where it is a source.
    fn around<'c>(
        &'c self,
        anaphor: &Anaphor<'a>,
        by_network: &'c (Vec<(usize, f32)>, Option<f32>),
        own_content: Option<Span>,
    ) -> Around<'c> {
        let offset = anaphor.span.start;
        let quoted = self.voices.quoted_at(offset);
        let person_in = |span: Option<Span>| span.and_then(|span| self.person_in(span));
        let mut around = Around {
            by_network: &by_network.0,
            none: by_network.1,
            quoted,
            speaker: None,
            speaker_before: None,
            spoke_last: person_in(own_content.and_then(|_| self.voices.last_source_before(offset))),
            is_source: own_content.is_some(),
            last_of_form: None,
            is_subject: anaphor.form.case() == Some(Case::Subject),
        };
        if anaphor.form.is_of_talk() {
            let last = self.last_of_form[talk_slot(anaphor.form)];
            around.last_of_form = last.filter(|(voice, _)| *voice == quoted).map(|(_, referent)| referent);
        }
        let Some(quoted) = quoted else { return around };
        if anaphor.form.is_of_talk() {
            around.speaker = self.talk.speaker(quoted);
            around.speaker_before = self.talk.speaker_before(quoted);
        } else {
            around.speaker = person_in(self.voices.speaker_span(quoted));
            around.speaker_before = person_in(self.voices.speaker_before(quoted)).filter(|before| Some(*before) != around.speaker);
        }
        around
    }

    /// The referents that may be meant, the nearest first.
    fn standings(&self, anaphor: &Anaphor<'a>, own_content: Option<Span>, around: &Around<'_>) -> Vec<(usize, Standing)> {
        let mut standings: Vec<(usize, Standing)> = Vec::with_capacity(MOST_CANDIDATES);
        let mut seen = vec![Seen::Not; self.discourse.referents.len()];
        let before = self.discourse.places.partition_point(|place| place.tokens.end <= anaphor.tokens.end);
        for place in self.discourse.places[..before].iter().rev().take(REACH) {
            let seen = &mut seen[place.referent];
            let overlaps = place.tokens.end > anaphor.tokens.start && place.tokens.start < anaphor.tokens.end;
            if overlaps {
                *seen = Seen::Unfit;
            }
            if *seen == Seen::Unfit || own_content.is_some_and(|content| content.contains(place.span)) {
                continue;
            }
            let is_before = place.sentence + 1 == anaphor.sentence && place.is_subject;
            if let Seen::Candidate(number) = *seen {
                standings[usize::from(number)].1.was_subject |= is_before;
            } else if standings.len() == MOST_CANDIDATES || !self.fits(anaphor, place.referent, around) {
                *seen = Seen::Unfit;
            } else {
                *seen = Seen::Candidate(standings.len() as u8);
                standings.push((place.referent, standing(place, standings.len(), is_before)));
            }
        }
        if anaphor.form.is_of_talk() {
            let known = [around.speaker, around.speaker_before, around.last_of_form];
            let led = known.into_iter().flatten().chain(around.by_network.iter().map(|(referent, _)| *referent));
            for referent in led {
                let is_known = standings.iter().any(|(other, _)| *other == referent);
                if is_known || !self.fits(anaphor, referent, around) {
                    continue;
                }
                let place = self.discourse.places.iter().find(|place| place.referent == referent).copied();
                let place = place.unwrap_or_else(|| self.place_of(anaphor, referent));
                let standing = standing(&place, standings.len(), false);
                standings.push((referent, standing));
            }
        }
        standings
    }

    fn place_of(&self, anaphor: &Anaphor<'a>, referent: usize) -> Place {
        place(self.voices, referent, anaphor.tokens, anaphor.span, anaphor.sentence, Some(anaphor.form))
    }

    fn mark_commonest(&self, standings: &mut [(usize, Standing)]) {
        let count = |referent: usize| self.discourse.referents[referent].count;
        let most = standings.iter().map(|(referent, _)| count(*referent)).max().unwrap_or(0);
        let is_alone = standings.iter().filter(|(referent, _)| count(*referent) == most).count() == 1;
        for (referent, standing) in standings {
            standing.is_commonest = is_alone && count(*referent) == most;
        }
    }

    fn fits(&self, anaphor: &Anaphor<'a>, referent: usize, around: &Around<'_>) -> bool {
        fits(&self.discourse.referents[referent], around.speaker == Some(referent), anaphor)
    }

    /// Probability of each referent by the network, and of none of them.
    fn by_network(&self, anaphor: &Anaphor<'a>) -> (Vec<(usize, f32)>, Option<f32>) {
        let mut found: Vec<(usize, f32)> = Vec::new();
        let Some((reading, index)) = self.reading.zip(anaphor.of_network) else { return (found, None) };
        let Some(candidates) = reading.candidates.get(index) else { return (found, None) };
        for (antecedent, probability) in &candidates.earlier {
            let head = match antecedent {
                Antecedent::Name(name) => reading.names[*name].tokens.end - 1,
                Antecedent::Mention(mention) => reading.mentions[*mention].tokens.end - 1,
            };
            let Some(referent) = self.discourse.at_head(head) else { continue };
            match found.iter_mut().find(|(other, _)| *other == referent) {
                Some((_, sum)) => *sum += probability,
                None => found.push((referent, *probability)),
            }
        }
        (found, Some(candidates.none))
    }

    /// The person who stands at `span`: there exactly, at its end, or first in it.
    pub(super) fn person_in(&self, span: Span) -> Option<usize> {
        let is_person =
            |place: &&Place| span.contains(place.span) && self.discourse.referents[place.referent].entity_type == EntityType::Person;
        let tokens = self.document.tokens_in(span);
        let inside = |places: &'_ [Place]| -> Option<usize> {
            let from = places.partition_point(|place| place.tokens.end <= tokens.start);
            let within = || places[from..].iter().take_while(|place| place.tokens.end <= tokens.end).filter(is_person);
            let ends = within().find(|place| place.span.end == span.end);
            ends.or_else(|| within().next()).map(|place| place.referent)
        };
        inside(&self.discourse.places).or_else(|| inside(&self.names))
    }
}

fn place(voices: &Voices, referent: usize, tokens: TokenRange, span: Span, sentence: usize, form: Option<Form>) -> Place {
    let quoted = voices.quoted_at(span.start);
    let is_source = voices.content_of_source(span).is_some();
    Place { referent, tokens, span, sentence, form, quoted, is_source, is_subject: false, owns: false }
}

fn standing(place: &Place, rank: usize, was_subject: bool) -> Standing {
    Standing { nearest: *place, rank, was_subject, is_commonest: false }
}

fn talk_slot(form: Form) -> usize {
    match form {
        Form::Speaker => 0,
        Form::Addressee => 1,
        _ => 2,
    }
}
