//! How much of the text goes out.

use serde::{Deserialize, Serialize};

/// How much of the text a record carries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmitText {
    /// The text, its hash and its length.
    #[default]
    Full,
    /// Its hash and length; items keep their own words.
    Hash,
    /// Its length alone; items keep their own words.
    None,
}
