//! Which format a payload is to be read as.

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

    /// The choice of that [`name`](Self::name).
    ///
    /// # Errors
    /// When no format has that name; the message lists those that there are.
    pub fn from_name(name: &str) -> Result<Self, UnknownFormat> {
        Self::ALL.into_iter().find(|choice| choice.name() == name).ok_or_else(|| UnknownFormat(name.to_owned()))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_back() {
        for choice in FormatChoice::ALL {
            assert_eq!(FormatChoice::from_name(choice.name()), Ok(choice));
        }
    }

    #[test]
    fn an_unknown_name_lists_the_known_ones() {
        let error = FormatChoice::from_name("nitf").unwrap_err();
        for choice in FormatChoice::ALL {
            assert!(error.to_string().contains(choice.name()), "{error}");
        }
    }
}
