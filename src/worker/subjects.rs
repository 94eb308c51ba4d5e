//! Subjects of records and dead letters.

use crate::wire::ArticleState;

/// The longest token that is made of a wire's words.
const LONGEST_TOKEN: usize = 48;

/// Makes subjects of records from a template such as `wire.enriched.v1.{provider}.{language}.{state}`.
#[derive(Debug, Clone)]
pub(super) struct SubjectTemplate(String);

impl SubjectTemplate {
    pub(super) fn new(template: &str) -> Self {
        Self(template.to_owned())
    }

    /// The subject of a record; what the wire does not say is `unknown`.
    pub(super) fn subject(&self, provider: Option<&str>, language: Option<&str>, state: ArticleState) -> String {
        self.0
            .replace("{provider}", &token(provider.unwrap_or_default()))
            .replace("{language}", &token(language.unwrap_or_default()))
            .replace("{state}", state_token(state))
    }
}

/// A state as subjects have it: an embargo is fenced by it, and a kill is told by it.
fn state_token(state: ArticleState) -> &'static str {
    match state {
        ArticleState::Usable => "usable",
        ArticleState::Withheld => "withheld",
        ArticleState::Embargoed => "embargoed",
        ArticleState::Canceled => "retracted",
    }
}

/// One token of a subject from words of a wire: lower-case ASCII letters, digits, hyphens and underscores; anything else is one hyphen.
fn token(words: &str) -> String {
    let mut token = String::with_capacity(words.len().min(LONGEST_TOKEN));
    for sign in words.trim().chars() {
        if token.len() == LONGEST_TOKEN {
            break;
        }
        match sign {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => token.push(sign.to_ascii_lowercase()),
            _ if token.is_empty() || token.ends_with('-') => {}
            _ => token.push('-'),
        }
    }
    let token = token.trim_end_matches('-');
    if token.is_empty() { "unknown".to_owned() } else { token.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject(provider: &str, language: &str, state: ArticleState) -> String {
        SubjectTemplate::new("wire.enriched.v1.{provider}.{language}.{state}").subject(Some(provider), Some(language), state)
    }

    #[test]
    fn a_record_goes_where_its_story_comes_from() {
        assert_eq!(subject("XWA", "en-GB", ArticleState::Usable), "wire.enriched.v1.xwa.en-gb.usable");
        assert_eq!(subject("XWA", "en", ArticleState::Canceled), "wire.enriched.v1.xwa.en.retracted");
        assert_eq!(subject("XWA", "en", ArticleState::Embargoed), "wire.enriched.v1.xwa.en.embargoed");
    }

    #[test]
    fn no_words_of_a_wire_break_out_of_their_token() {
        assert_eq!(subject("Norland News. *>\r\n", "", ArticleState::Usable), "wire.enriched.v1.norland-news.unknown.usable");
        assert_eq!(subject("北方通讯社", "..", ArticleState::Usable), "wire.enriched.v1.unknown.unknown.usable");
        assert_eq!(subject(&"x".repeat(500), "en", ArticleState::Usable).len(), "wire.enriched.v1..en.usable".len() + LONGEST_TOKEN);
    }

    #[test]
    fn a_template_may_leave_everything_out() {
        assert_eq!(SubjectTemplate::new("peer.out.a").subject(Some("x"), None, ArticleState::Usable), "peer.out.a");
    }
}
