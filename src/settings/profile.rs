//! What extracts.

use serde::{Deserialize, Serialize};

/// What extracts: the rules alone, or a network of one size with the rules as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// The largest network.
    Accurate,
    /// Nearly its quality at half its cost.
    #[default]
    Balanced,
    /// A small network, for many stories a second.
    Fast,
    /// No network.
    Rules,
}

impl Profile {
    /// Every one, the most accurate first.
    pub const ALL: [Self; 4] = [Self::Accurate, Self::Balanced, Self::Fast, Self::Rules];

    /// Its name in configuration, records and the names of weights files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Accurate => "accurate",
            Self::Balanced => "balanced",
            Self::Fast => "fast",
            Self::Rules => "rules",
        }
    }

    /// The profile called `name`.
    ///
    /// # Errors
    /// With the names that there are.
    pub fn from_name(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|profile| profile.name() == name).ok_or_else(|| "accurate, balanced, fast or rules".to_owned())
    }
}
