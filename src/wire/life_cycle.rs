//! State and update type: from the wire's words, its dates, and the hints that desks put into headlines.

use super::time::at_or_after;
use super::{Article, ArticleState, UpdateType, Warning};

/// Sets state and update type of a decoded article.
///
/// `status` is the wire's word for the state, `embargo_unreadable` whether an embargo was named that could not be read. An embargo
/// counts until a version made at or after it: there is no clock here. What is unclear is withheld, never published.
pub(super) fn settle(article: &mut Article, status: Option<&str>, embargo_unreadable: bool) {
    article.state = match status {
        None => ArticleState::Usable,
        Some(word) => state_of(word).unwrap_or_else(|| {
            article.warnings.push(Warning::new("unknown_status", "the status is no word that is known; taken as withheld"));
            ArticleState::Withheld
        }),
    };
    if article.state == ArticleState::Canceled {
        article.update_type = Some(UpdateType::Kill);
        return;
    }
    let lifted = match (&article.embargoed_until, &article.version_created) {
        (Some(until), Some(made)) => article.state == ArticleState::Usable && at_or_after(made, until),
        _ => false,
    };
    if article.embargoed_until.is_some() && !lifted {
        article.state = ArticleState::Embargoed;
    } else if embargo_unreadable && article.state == ArticleState::Usable {
        article.state = ArticleState::Withheld;
    }
    if article.update_type.is_none() {
        article.update_type = hinted(article);
    }
}

/// The state that a word names, in the spellings of ninjs, Superdesk and plain producers, with or without `stat:`.
fn state_of(word: &str) -> Option<ArticleState> {
    let word = word.trim().to_ascii_lowercase();
    match word.rsplit(':').next().unwrap_or_default() {
        "usable" | "published" | "live" | "corrected" => Some(ArticleState::Usable),
        "withheld" | "withhold" | "hold" | "held" | "draft" => Some(ArticleState::Withheld),
        "embargoed" | "embargo" => Some(ArticleState::Embargoed),
        "canceled" | "cancelled" | "killed" | "kill" | "withdrawn" | "recalled" | "retracted" | "deleted" => Some(ArticleState::Canceled),
        _ => None,
    }
}

fn hinted(article: &Article) -> Option<UpdateType> {
    let headline = article.headline.as_deref().and_then(headline_hint);
    let slugline = || article.slugline.as_deref().and_then(slugline_hint);
    let note = || article.editor_note.as_deref().and_then(note_hint);
    headline.or_else(slugline).or_else(note)
}

/// The update type that a signal's code or name says: `sig:correction`, `Correction`.
pub(super) fn signal_hint(signal: &str) -> Option<UpdateType> {
    let word = signal.rsplit([':', '/']).next().unwrap_or_default().trim().to_ascii_lowercase();
    match word.as_str() {
        "correction" | "corrected" => Some(UpdateType::Correction),
        "update" | "updated" | "writethru" | "writethrough" => Some(UpdateType::Update),
        "refile" | "refiled" | "repeat" => Some(UpdateType::Refile),
        _ => None,
    }
}

/// The hint before a headline: `CORRECTED-…`, `UPDATE 2-…`, `REFILE-…`. A hint is in capitals and ends in a hyphen or colon.
fn headline_hint(headline: &str) -> Option<UpdateType> {
    let (before, _) = headline.split_once(['-', ':', '—', '–'])?;
    let mut words = before.split_whitespace();
    let hint = match words.next()? {
        "CORRECTED" | "CORRECTION" | "CORRECTS" | "CORRECT" => UpdateType::Correction,
        "UPDATE" | "UPDATED" | "WRAPUP" | "RECASTS" => UpdateType::Update,
        "REFILE" | "REFILED" | "RPT" | "REPEAT" => UpdateType::Refile,
        _ => return None,
    };
    let rest_is_part_of_it =
        words.all(|word| word.bytes().all(|byte| byte.is_ascii_digit()) || matches!(word, "(OFFICIAL)" | "UPDATE" | "REFILE" | "WRAPUP"));
    rest_is_part_of_it.then_some(hint)
}

/// The hint in a slugline: `BC-Wall, 4th Ld-Writethru`.
fn slugline_hint(slugline: &str) -> Option<UpdateType> {
    let lower = slugline.to_ascii_lowercase();
    (lower.contains("ld-writethru") || lower.ends_with("writethru")).then_some(UpdateType::Update)
}

/// The hint at the start of a note: `CORRECTS cost …`, `Adds quotes …`.
fn note_hint(note: &str) -> Option<UpdateType> {
    let note = note.trim_start_matches('(');
    let first = note.split(|sign: char| !sign.is_ascii_alphabetic()).next().unwrap_or_default().to_ascii_lowercase();
    match first.as_str() {
        "corrects" | "correction" | "correcting" => Some(UpdateType::Correction),
        "adds" | "updates" | "recasts" | "update" => Some(UpdateType::Update),
        "refiles" | "refile" => Some(UpdateType::Refile),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::SourceFormat;
    use super::*;

    fn article() -> Article {
        Article::new("urn:wall".to_owned(), "The wall stands.".to_owned(), SourceFormat::PlainJson, String::new())
    }

    fn state(status: Option<&str>, embargoed_until: Option<&str>, version_created: Option<&str>) -> ArticleState {
        let mut article = article();
        article.embargoed_until = embargoed_until.map(str::to_owned);
        article.version_created = version_created.map(str::to_owned);
        settle(&mut article, status, false);
        article.state
    }

    #[test]
    fn an_embargo_holds_until_a_version_made_after_it() {
        let until = Some("2026-03-12T06:00:00Z");
        assert_eq!(state(None, until, Some("2026-03-10T09:00:00Z")), ArticleState::Embargoed);
        assert_eq!(state(Some("withheld"), until, Some("2026-03-10T09:00:00Z")), ArticleState::Embargoed);
        assert_eq!(state(Some("usable"), until, Some("2026-03-12T06:00:00Z")), ArticleState::Usable);
        assert_eq!(state(Some("canceled"), until, None), ArticleState::Canceled);
    }

    #[test]
    fn what_is_unclear_is_withheld() {
        assert_eq!(state(Some("limbo"), None, None), ArticleState::Withheld);
        let mut article = article();
        settle(&mut article, Some("usable"), true);
        assert_eq!(article.state, ArticleState::Withheld);
    }

    #[test]
    fn desk_words_before_a_headline_are_hints() {
        assert_eq!(headline_hint("CORRECTED-Port Alden to rebuild wall"), Some(UpdateType::Correction));
        assert_eq!(headline_hint("UPDATE 2-Port Alden to rebuild wall"), Some(UpdateType::Update));
        assert_eq!(headline_hint("REFILE-UPDATE 1-Port Alden to rebuild wall"), Some(UpdateType::Refile));
        assert_eq!(slugline_hint("BC-Port Alden, 4th Ld-Writethru"), Some(UpdateType::Update));
        assert_eq!(note_hint("CORRECTS cost to 421 million krona."), Some(UpdateType::Correction));
    }

    #[test]
    fn ordinary_headlines_are_not() {
        for headline in ["Update: wall stands", "Corrected figures show wall-building boom", "UPDATE SHOWS WALL - AND MORE", "Wall"] {
            assert_eq!(headline_hint(headline), None, "{headline}");
        }
    }
}
