//! The figures of entities.

use serde::Serialize;

use crate::evaluate::{Rates, Scores};

/// How entities do against the gold.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntityFigures {
    /// Of names.
    pub names: NameFigures,
    /// Of mentions and clusters; `None` where the gold has only names.
    #[serde(rename = "coref", skip_serializing_if = "Option::is_none")]
    pub coreference: Option<CoreferenceFigures>,
}

/// Names by span and type; what the measures mean stands in the module's documentation.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NameFigures {
    /// Span and type.
    pub typed: Scores,
    /// Persons alone.
    #[serde(rename = "PER")]
    pub person: Scores,
    /// Organizations alone.
    #[serde(rename = "ORG")]
    pub organization: Scores,
    /// Places alone.
    #[serde(rename = "LOC")]
    pub location: Scores,
    /// The span alone, of these three types.
    pub boundary: Scores,
    /// Spans that lie in no other name.
    pub outermost: Scores,
    /// Spans of every name.
    pub all: Scores,
}

/// Mentions and clusters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CoreferenceFigures {
    /// With mentions matched by their span.
    pub exact: LinkFigures,
    /// With mentions matched by their head.
    pub head: LinkFigures,
    /// Pronouns of persons, led to names.
    pub person_pronouns: PersonPronouns,
    /// Names, put together.
    pub name_clusters: NameClusters,
    /// Nominals and pronouns of persons and organizations, by head.
    pub described_mentions: DescribedFigures,
}

/// The CoNLL measures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkFigures {
    /// Mentions in clusters of more than one.
    pub mentions: Scores,
    /// MUC.
    pub muc: Rates,
    /// B³.
    pub b3: Rates,
    /// CEAF-e.
    pub ceafe: Rates,
    /// Mean of the three F1.
    pub conll: f64,
}

/// Gold pronouns of persons whose cluster has a name, as shares.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonPronouns {
    /// Led to a name of their cluster.
    pub accuracy: f64,
    /// … and to no other cluster's name.
    pub no_other_entity_in_cluster: f64,
    /// Accuracy where such a name stands before the pronoun.
    pub earlier: f64,
    /// Found as mentions at all.
    pub found: f64,
    /// How many there are.
    pub n: usize,
    /// How many have such a name before them.
    pub n_earlier: usize,
}

/// Names found on both sides, of persons, organizations and places.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NameClusters {
    /// Share of a name's predicted cluster that is of its entity.
    pub purity: f64,
    /// Share of an entity's names that are in a name's predicted cluster.
    pub completeness: f64,
    /// How many there are.
    pub n: usize,
    /// Names that were not found.
    pub missed: usize,
}

/// Nominals and pronouns of persons and organizations; by kind, recall is of the gold's and precision of the predicted kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DescribedFigures {
    /// Both.
    pub all: Scores,
    /// Nominals.
    pub nominal: Scores,
    /// Pronouns.
    pub pronoun: Scores,
}
