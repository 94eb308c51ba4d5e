//! A whole page: the story in it, and what the page says about itself.

use serde_json::Value;

use super::flat_text::FlatText;
use super::flatten::{MarkupKind, PageFacts, Piece, flatten};
use super::json_ld;
use super::open_elements::Area;
use crate::wire::fields::{Fields, member};
use crate::wire::raw_hash::{hash_uri, raw_sha256};
use crate::wire::{Article, DecodeError, SourceFormat, Warning, charset, life_cycle, provider};

/// An `<article>` with less running text is a teaser where the page has more elsewhere. In bytes.
const SHORTEST_STORY: usize = 250;

/// Reads a page in the `declared` character set, else in its own.
///
/// The text is that of the longest `<article>`, else of `<main>`, else of the element whose paragraphs hold most. Metadata come from
/// the page's linked data, then from its `<meta>`, then from its markup.
pub(in crate::wire) fn decode(payload: &[u8], declared: Option<&str>) -> Result<Article, DecodeError> {
    let (markup, guessed) = charset::decode_page(payload, declared)?;
    let (pieces, facts) = flatten(&markup, MarkupKind::Page);
    let linked = json_ld::article(&facts.linked_data).unwrap_or(Value::Null);
    let mut story = FlatText::join(story_pieces(&pieces));
    if story.text.is_empty() {
        story.text = member(&linked, "articleBody").unwrap_or_default();
    }
    if story.text.is_empty() {
        return Err(DecodeError::NoText("the page has no running text".to_owned()));
    }
    let hash = raw_sha256(payload);
    let mut article = Article::new(hash_uri(&hash), story.text, SourceFormat::Html, hash);
    article.blocks = story.blocks;
    if guessed {
        article.warnings.push(Warning::new("charset_guessed", "the page names no character set and is not UTF-8; read as windows-1252"));
    }
    describe(&mut article, &facts, &linked);
    life_cycle::settle(&mut article, None, false);
    Ok(article)
}

/// The pieces of the story alone, without its title.
fn story_pieces(pieces: &[Piece]) -> Vec<&Piece> {
    let in_area = |area: Area| pieces.iter().filter(move |piece| piece.area == area && piece.heading != Some(1)).collect::<Vec<_>>();
    let (best, length) = longest_article(pieces).map_or((Vec::new(), 0), |(area, length)| (in_area(area), length));
    if length >= SHORTEST_STORY {
        return best;
    }
    let mut others = in_area(Area::Main);
    if others.is_empty() {
        others = densest(pieces);
    }
    let others_length: usize = others.iter().filter(|piece| piece.heading.is_none()).map(|piece| piece.text.len()).sum();
    if others_length > SHORTEST_STORY.max(2 * length) || best.is_empty() { others } else { best }
}

/// The `<article>` with most running text, and its length in bytes. Pieces of one article lie together.
fn longest_article(pieces: &[Piece]) -> Option<(Area, usize)> {
    let mut lengths: Vec<(Area, usize)> = Vec::new();
    for piece in pieces.iter().filter(|piece| piece.heading.is_none() && matches!(piece.area, Area::Article(_))) {
        match lengths.last_mut() {
            Some((area, length)) if *area == piece.area => *length += piece.text.len(),
            _ => lengths.push((piece.area, piece.text.len())),
        }
    }
    lengths.into_iter().rev().max_by_key(|(_, length)| *length)
}

/// The pieces of the container that holds most text of paragraphs.
fn densest(pieces: &[Piece]) -> Vec<&Piece> {
    let mut lengths: Vec<(u32, usize)> = Vec::new();
    let running = || pieces.iter().filter(|piece| piece.heading.is_none());
    for piece in running() {
        match lengths.iter_mut().rev().take(64).find(|(container, _)| *container == piece.container) {
            Some((_, length)) => *length += piece.text.len(),
            None => lengths.push((piece.container, piece.text.len())),
        }
    }
    let Some((best, _)) = lengths.iter().rev().max_by_key(|(_, length)| *length) else { return Vec::new() };
    pieces.iter().filter(|piece| piece.container == *best && piece.heading != Some(1)).collect()
}

fn describe(article: &mut Article, facts: &PageFacts, linked: &Value) {
    let meta = |names: &[&str]| {
        names.iter().find_map(|name| facts.metas.iter().find(|(found, _)| found == name)).map(|(_, content)| content.clone())
    };
    let kept = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());

    let linked_id = member(linked, "@id").filter(|id| id.contains(':'));
    let id = linked_id.or_else(|| member(linked, "url")).or_else(|| facts.canonical.clone()).or_else(|| meta(&["og:url"]));
    if let Some(id) = id.filter(|id| !id.is_empty()) {
        article.uri = id;
    }
    let headline = member(linked, "headline").or_else(|| meta(&["og:title"])).filter(|text| !text.is_empty());
    article.headline = headline.or_else(|| kept(&facts.heading)).or_else(|| kept(&facts.title));
    article.language = facts.language.clone().and_then(|language| kept(&language)).or_else(|| member(linked, "inLanguage"));
    let authors = json_ld::names(linked, "author").join(", ");
    article.byline = kept(&authors).or_else(|| kept(&facts.byline)).or_else(|| meta(&["author"]).filter(|text| !text.is_empty()));
    let publisher = json_ld::names(linked, "publisher").into_iter().next().or_else(|| meta(&["og:site_name"]));
    article.provider = publisher.filter(|text| !text.is_empty()).or_else(|| provider::authority(&article.uri));
    article.copyright = member(linked, "copyrightNotice");

    let mut times = Fields::new(serde_json::Map::new());
    let published = member(linked, "datePublished").or_else(|| meta(&["article:published_time", "datepublished"]));
    let modified = member(linked, "dateModified").or_else(|| meta(&["article:modified_time", "datemodified"]));
    article.first_created = published.and_then(|written| times.read_time("datePublished", &Value::String(written)));
    article.version_created =
        modified.and_then(|written| times.read_time("dateModified", &Value::String(written))).or_else(|| article.first_created.clone());
    article.warnings.append(&mut times.warnings);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> Article {
        decode(page.as_bytes(), Some("utf-8")).unwrap()
    }

    #[test]
    fn the_article_is_found_among_what_surrounds_it() {
        let article = read(
            "<!doctype html><html lang=en-GB><head><title>Wall | XWA</title></head><body><header>Menu</header><nav>Home</nav>\
             <article><h1>Wall to stand</h1><p class=byline>By Ana Brandt</p><p>The wall will stand.</p><h2>Cost</h2><p>It costs.</p>\
             <div class='related'>More walls</div><aside>Storms</aside></article><footer>© XWA</footer></body></html>",
        );
        assert_eq!(article.text, "The wall will stand.\n\nCost\n\nIt costs.");
        assert_eq!(article.headline.as_deref(), Some("Wall to stand"));
        assert_eq!(article.byline.as_deref(), Some("By Ana Brandt"));
        assert_eq!(article.language.as_deref(), Some("en-GB"));
    }

    #[test]
    fn without_an_article_the_densest_part_is_taken() {
        let article = read(
            "<div id=menu><p>Home</p><p>Sport</p></div><div id=story><p>The wall will stand, the mayor said on Tuesday.</p>\
             <p>Nobody had doubted it for a moment.</p></div><div><p>Subscribe today.</p></div>",
        );
        assert_eq!(article.text, "The wall will stand, the mayor said on Tuesday.\n\nNobody had doubted it for a moment.");
    }

    #[test]
    fn linked_data_name_the_story() {
        let article = read(
            r#"<script type="application/ld+json">{"@type": "NewsArticle", "@id": "https://xwa.example/wall", "headline": "Wall stands",
               "datePublished": "2026-03-10T09:00:00Z", "author": {"name": "Ana Brandt"}, "publisher": {"name": "XWA"}}</script>
               <main><p>The wall stands.</p></main>"#,
        );
        assert_eq!((article.uri.as_str(), article.provider.as_deref()), ("https://xwa.example/wall", Some("XWA")));
        assert_eq!(article.headline.as_deref(), Some("Wall stands"));
        assert_eq!(article.first_created.as_deref(), Some("2026-03-10T09:00:00Z"));
    }

    #[test]
    fn a_page_without_text_is_refused() {
        let error = decode(b"<html><script>secret()</script></html>", None).unwrap_err();
        assert_eq!(error.to_string(), "no text: the page has no running text");
    }
}
