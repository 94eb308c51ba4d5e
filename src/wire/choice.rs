//! Which format a payload is to be read as.

use std::str::FromStr;

/// What the caller says a payload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FormatChoice {
    /// Told by content type and content.
    #[default]
    Auto,
    /// An object with `text` or `body`.
    Json,
    /// Text and nothing else.
    Text,
    /// A page.
    Html,
    /// IPTC ninjs of any generation, Superdesk's too.
    Ninjs,
}

impl FormatChoice {
    /// Every choice, in the order that help texts list them.
    pub const ALL: [FormatChoice; 5] =
        [FormatChoice::Auto, FormatChoice::Json, FormatChoice::Text, FormatChoice::Html, FormatChoice::Ninjs];

    /// The word for it on the command line and in the configuration.
    pub fn name(self) -> &'static str {
        match self {
            FormatChoice::Auto => "auto",
            FormatChoice::Json => "json",
            FormatChoice::Text => "text",
            FormatChoice::Html => "html",
            FormatChoice::Ninjs => "ninjs",
        }
    }
}

impl std::fmt::Display for FormatChoice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name())
    }
}

/// A word that names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown format `{0}`: one of auto, json, text, html, ninjs")]
pub struct UnknownFormat(String);

impl FromStr for FormatChoice {
    type Err = UnknownFormat;

    fn from_str(word: &str) -> Result<Self, Self::Err> {
        Self::ALL.into_iter().find(|choice| choice.name() == word).ok_or_else(|| UnknownFormat(word.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for choice in FormatChoice::ALL {
            assert_eq!(choice.name().parse(), Ok(choice));
        }
    }

    #[test]
    fn an_unknown_name_lists_the_known_ones() {
        let error = "nitf".parse::<FormatChoice>().unwrap_err();
        for choice in FormatChoice::ALL {
            assert!(error.to_string().contains(choice.name()), "{error}");
        }
    }
}
