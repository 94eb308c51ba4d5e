//! Who has been spoken of so far, and where.

use super::anaphors::Anaphor;
use super::form::{Case, Form};
use crate::annotation::{EntityCluster, EntityType};
use crate::lexicon::gender::Gender;
use crate::lexicon::is_possessive_mark;
use crate::text::{Document, Span, TokenRange};

/// Nominal heads that are kept for each referent.
const MOST_HEADS: usize = 12;

/// Somebody or something spoken of.
#[derive(Debug, Clone)]
pub(super) struct Referent<'a> {
    /// What it is.
    pub entity_type: EntityType,
    /// `he` or `she`, as far as known.
    pub gender: Option<Gender>,
    /// Whether it is known to be several.
    pub is_several: bool,
    /// Its name; `None` of the unnamed.
    pub name: Option<&'a str>,
    /// Whether it is known as a news outlet.
    pub is_outlet: bool,
    /// Its titles, lying before the place at hand or not.
    pub titles: Vec<Span>,
    /// Heads of the descriptions of it, and where those stand.
    pub heads: Vec<(&'a str, Span)>,
    /// How often it has stood so far.
    pub count: usize,
}

/// One place where a referent stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// The referent.
    pub referent: usize,
    /// Its words.
    pub tokens: TokenRange,
    /// The same, in bytes.
    pub span: Span,
    /// Index of its sentence.
    pub sentence: usize,
    /// The form of a pronoun or description; `None` of names.
    pub form: Option<Form>,
    /// The quoted words that hold it.
    pub quoted: Option<usize>,
    /// Whether it is a source.
    pub is_source: bool,
    /// Whether it looks like the subject of its sentence; told by [`Discourse::place`].
    pub is_subject: bool,
    /// Whether a possessive mark follows; told by the same.
    pub owns: bool,
}

/// The story so far.
pub(super) struct Discourse<'a> {
    document: &'a Document,
    /// The named ones first, in the order of the clusters.
    pub referents: Vec<Referent<'a>>,
    /// In the order of their heads.
    pub places: Vec<Place>,
    /// Referent whose mention has its last word at a token, by token.
    at_head: Vec<Option<usize>>,
    last_subject: Option<usize>,
}

impl<'a> Discourse<'a> {
    /// With the named entities and none of their places.
    pub(super) fn new(document: &'a Document, named: &'a [EntityCluster], genders: &[Option<Gender>]) -> Self {
        let referents = named
            .iter()
            .zip(genders)
            .map(|(entity, gender)| Referent {
                entity_type: entity.entity_type,
                gender: *gender,
                is_several: entity.entity_type == EntityType::Group,
                name: Some(&entity.canonical_name),
                is_outlet: entity.is_outlet,
                titles: entity.titles.iter().map(|title| title.span).collect(),
                heads: Vec::new(),
                count: 0,
            })
            .collect();
        Self { document, referents, places: Vec::new(), at_head: vec![None; document.tokens().len()], last_subject: None }
    }

    /// Makes a referent of `anaphor`, whom nothing before it leads to.
    pub(super) fn add_referent(&mut self, anaphor: &Anaphor<'a>) -> usize {
        let gender = match anaphor.form {
            Form::Single(gender, _) => Some(gender),
            _ => anaphor.gender,
        };
        self.referents.push(Referent {
            entity_type: anaphor.entity_type,
            gender,
            is_several: anaphor.is_several,
            name: None,
            is_outlet: false,
            titles: Vec::new(),
            heads: Vec::new(),
            count: 0,
        });
        self.referents.len() - 1
    }

    /// Tells of a place, in the order of heads.
    pub(super) fn place(&mut self, place: Place) {
        let owns = self.owns(place.tokens);
        let is_subject = self.is_subject(&place, owns);
        if is_subject {
            self.last_subject = Some(place.sentence);
        }
        self.referents[place.referent].count += 1;
        self.at_head[place.tokens.end - 1] = Some(place.referent);
        self.places.push(Place { is_subject, owns, ..place });
    }

    /// Tells of a mention of `referent` out of the order of heads: one of the talk.
    pub(super) fn note(&mut self, referent: usize, tokens: TokenRange) {
        self.at_head[tokens.end - 1] = Some(referent);
    }

    /// Tells what `anaphor`, a mention of `referent`, says of it.
    pub(super) fn describe(&mut self, referent: usize, anaphor: &Anaphor<'a>) {
        let known = &mut self.referents[referent];
        match anaphor.form {
            Form::Single(gender, _) => known.gender = known.gender.or(Some(gender)),
            Form::Nominal(_) => {
                known.gender = known.gender.or(anaphor.gender);
                if known.heads.len() < MOST_HEADS {
                    known.heads.push((anaphor.head, anaphor.span));
                }
            }
            _ => {}
        }
    }

    /// The referent whose mention has its last word at `token`, or just before a possessive mark there.
    pub(super) fn at_head(&self, token: usize) -> Option<usize> {
        let here = self.at_head.get(token).copied().flatten();
        here.or_else(|| {
            self.at_head.get(token.checked_sub(1)?).copied().flatten().filter(|_| self.document.word(token).starts_with(['\'', '’']))
        })
    }

    fn is_subject(&self, place: &Place, owns: bool) -> bool {
        match place.form.and_then(Form::case) {
            Some(Case::Subject) => true,
            Some(Case::Owner | Case::Reflexive) => false,
            _ if matches!(place.form, Some(Form::Relative)) => false,
            _ => self.last_subject != Some(place.sentence) && !owns && !self.is_after_preposition(place.tokens),
        }
    }

    fn is_after_preposition(&self, tokens: TokenRange) -> bool {
        let before = tokens.start.checked_sub(1).map_or("", |index| self.document.word(index));
        const PREPOSITIONS: &[&str] = &[
            "of", "by", "with", "to", "from", "for", "against", "about", "on", "like", "between", "over", "under", "after", "in", "at",
            "near", "In", "At", "On", "By", "With", "For", "After", "From",
        ];
        PREPOSITIONS.contains(&before)
    }

    /// Whether a possessive mark follows.
    fn owns(&self, tokens: TokenRange) -> bool {
        let next = self.document.tokens().get(tokens.end).map(|token| token.span.of(self.document.text()));
        next.is_some_and(is_possessive_mark)
    }
}
