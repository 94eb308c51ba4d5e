//! Nominals and pronouns of persons and organizations, by their heads.

use super::alignment::by_head;
use super::figures::DescribedFigures;
use super::mention::{Class, GoldMention};
use crate::annotation::{EntityType, MentionKind};
use crate::evaluate::prediction::FoundMention;
use crate::evaluate::slip::{Fault, Slip};
use crate::evaluate::{CharSpan, Scores, Share};

/// Counts described mentions, document by document.
#[derive(Default)]
pub(super) struct DescribedCounts {
    nominal: Sides,
    pronoun: Sides,
    pub(super) slips: Vec<Slip>,
}

/// Mentions of one kind, on both sides.
#[derive(Default)]
struct Sides {
    gold: Share,
    found: Share,
}

impl DescribedCounts {
    pub(super) fn add_document(&mut self, document: usize, gold: &[GoldMention], found: &[FoundMention]) {
        let gold: Vec<GoldMention> = gold.iter().filter(|mention| is_wanted(mention)).cloned().collect();
        let found: Vec<FoundMention> = found.iter().filter(|mention| is_counted(mention)).copied().collect();
        let spans: Vec<CharSpan> = found.iter().map(|mention| mention.span).collect();
        let alignment = by_head(&gold, &spans);
        let mut is_found = vec![false; gold.len()];
        alignment.values().for_each(|index| is_found[*index] = true);
        for (mention, is_found) in gold.iter().zip(is_found) {
            self.of_kind(mention.kind).gold.add(usize::from(is_found), 1);
            if !is_found {
                self.add_slip(document, mention.span(), Fault::Missed, mention.kind);
            }
        }
        for (index, mention) in found.iter().enumerate() {
            let is_right = alignment.contains_key(&index);
            self.of_kind(mention.kind).found.add(usize::from(is_right), 1);
            if !is_right {
                self.add_slip(document, mention.span, Fault::Spurious, mention.kind);
            }
        }
    }

    fn of_kind(&mut self, kind: MentionKind) -> &mut Sides {
        if kind == MentionKind::Pronoun { &mut self.pronoun } else { &mut self.nominal }
    }

    fn add_slip(&mut self, document: usize, span: CharSpan, fault: Fault, kind: MentionKind) {
        let kind = if kind == MentionKind::Pronoun { "pronoun" } else { "nominal" };
        self.slips.push(Slip { document, span, fault, kind, note: String::new() });
    }

    pub(super) fn figures(&self) -> DescribedFigures {
        let sum = |a: Share, b: Share| Share { hits: a.hits + b.hits, total: a.total + b.total };
        DescribedFigures {
            all: Scores::new(sum(self.nominal.found, self.pronoun.found), sum(self.nominal.gold, self.pronoun.gold)),
            nominal: Scores::new(self.nominal.found, self.nominal.gold),
            pronoun: Scores::new(self.pronoun.found, self.pronoun.gold),
        }
    }
}

fn is_wanted(mention: &GoldMention) -> bool {
    mention.kind != MentionKind::Name && matches!(mention.class(), Class::Person | Class::Organization)
}

fn is_counted(mention: &FoundMention) -> bool {
    mention.kind != MentionKind::Name && matches!(mention.entity_type, EntityType::Person | EntityType::Group | EntityType::Organization)
}
