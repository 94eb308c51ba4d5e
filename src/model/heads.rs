//! The heads of the network: what each column of its output scores.

/// A head that scores labels for every token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TagHead {
    /// Content, source and cue of quotations.
    Quotations,
    /// Outermost names.
    Names,
    /// Names inside another name.
    InnerNames,
    /// Nominal and pronominal mentions; a label other than `inside` stands on the mention's head word.
    Mentions,
}

impl TagHead {
    /// Every one, in the order of their declaration.
    pub const ALL: [Self; 4] = [Self::Quotations, Self::Names, Self::InnerNames, Self::Mentions];

    /// Its name in the weights file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Quotations => "quotations",
            Self::Names => "names",
            Self::InnerNames => "inner_names",
            Self::Mentions => "mentions",
        }
    }

    /// Its labels, in the order of its columns.
    pub fn labels(self) -> &'static [&'static str] {
        match self {
            Self::Quotations => &["O", "B-content", "I-content", "B-source", "I-source", "B-cue", "I-cue"],
            Self::Names | Self::InnerNames => &NAME_LABELS,
            Self::Mentions => &[
                "O",
                "inside",
                "nominal-person",
                "nominal-organization",
                "nominal-location",
                "pronoun-person",
                "pronoun-organization",
                "pronoun-location",
            ],
        }
    }

    /// Whether its labels mark spans by `B-` and `I-`, so that the weights file has transitions for it.
    pub fn is_sequence(self) -> bool {
        self != Self::Mentions
    }
}

const NAME_LABELS: [&str; 9] =
    ["O", "B-person", "I-person", "B-organization", "I-organization", "B-location", "I-location", "B-other", "I-other"];

/// A head that scores pairs of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkHead {
    /// First token of a content part → first token of its cue.
    PartCue,
    /// First token of a cue → first token of its source.
    CueSource,
    /// Head of a mention → head of an earlier mention of the same entity.
    Antecedent,
}

impl LinkHead {
    /// Every one, in the order of their declaration.
    pub const ALL: [Self; 3] = [Self::PartCue, Self::CueSource, Self::Antecedent];

    /// Its name in the weights file.
    pub fn name(self) -> &'static str {
        match self {
            Self::PartCue => "part_cue",
            Self::CueSource => "cue_source",
            Self::Antecedent => "antecedent",
        }
    }
}

/// Where each head's columns lie in a row of the network's output.
#[derive(Debug, Clone, PartialEq)]
pub struct Heads {
    /// First column of each [`TagHead`].
    pub(super) tags: [usize; TagHead::ALL.len()],
    /// Columns of each [`LinkHead`].
    pub(super) links: [LinkColumns; LinkHead::ALL.len()],
    /// First of two columns: attention, then value.
    pub(super) check_worthiness: usize,
    /// Number of columns.
    pub(super) columns: usize,
}

/// Columns and distance biases of a [`LinkHead`].
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct LinkColumns {
    /// First query column.
    pub start: usize,
    /// Number of query columns, and of the key columns after them.
    pub width: usize,
    /// Bias for each distance in pieces, from `-radius` to `radius`; farther ones take the bias at the end.
    pub distance_bias: Vec<f32>,
}

/// Learned weights of a sequence of labels, besides the scores of each token.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
pub struct Transitions {
    /// Per label: score of beginning with it.
    pub start: Vec<f32>,
    /// `[from][to]`: score of the one label after the other.
    pub transitions: Vec<Vec<f32>>,
}

/// Turns a logit into a probability: sigmoid(logit × scale + shift).
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
pub struct Calibration {
    /// Factor of the logit.
    pub scale: f32,
    /// Added after it.
    pub shift: f32,
}
