//! Text and nothing else: the payload is the article's text, exactly; a headline and a byline at its top become blocks of it.

use super::raw_hash::{hash_uri, raw_sha256};
use super::{Article, DecodeError, SourceFormat, charset};
use crate::text::{Block, BlockRole, Span};

/// A title is a line of its own; anything longer is a paragraph.
const LONGEST_HEADLINE: usize = 160;
/// A byline is shorter still.
const LONGEST_BYLINE: usize = 120;

/// Reads the whole payload as the text of a story, in the `declared` character set.
///
/// A first line that looks like a title is both: the headline of the article, and the block [`BlockRole::Headline`] of its text, in
/// which all offsets count. So is a `By …` line after it.
pub(super) fn decode(payload: &[u8], declared: Option<&str>) -> Result<Article, DecodeError> {
    let text = charset::decode(payload, declared)?;
    if let Some(at) = memchr::memchr(0, text.as_bytes()) {
        return Err(DecodeError::Undecodable(format!("no text: a zero byte at {at}")));
    }
    if text.trim().is_empty() {
        return Err(DecodeError::NoText("the payload is blank".to_owned()));
    }
    let hash = raw_sha256(payload);
    let blocks = top_blocks(&text);
    let mut article = Article::new(hash_uri(&hash), text.into_owned(), SourceFormat::PlainText, hash);
    for block in &blocks {
        let words = block.span.of(&article.text).to_owned();
        match block.role {
            BlockRole::Headline => article.headline = Some(words),
            BlockRole::Byline => article.byline = Some(words),
            _ => {}
        }
    }
    article.blocks = blocks;
    Ok(article)
}

/// Headline, byline, and the rest as one paragraph that `segment` takes apart; empty where the text does not start with a headline.
fn top_blocks(text: &str) -> Vec<Block> {
    let lines = top_lines(text);
    let Some((&headline, after)) = lines.split_first() else { return Vec::new() };
    let byline = after.first().copied().filter(|line| is_byline(line.of(text)));
    let set_apart = byline.is_some() || followed_by_blank_line(text, headline);
    let rest_from = byline.unwrap_or(headline).end;
    let rest = trimmed(text, rest_from, text.len());
    if !set_apart || !is_headline(headline.of(text)) || rest.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block { role: BlockRole::Headline, span: headline }];
    blocks.extend(byline.map(|span| Block { role: BlockRole::Byline, span }));
    blocks.push(Block { role: BlockRole::Paragraph, span: rest });
    blocks
}

/// The first two lines that are not blank.
fn top_lines(text: &str) -> Vec<Span> {
    let mut offset = 0;
    let mut lines = Vec::with_capacity(2);
    for line in text.split_inclusive('\n') {
        let span = trimmed(text, offset, offset + line.len());
        if !span.is_empty() {
            lines.push(span);
        }
        if lines.len() == 2 {
            break;
        }
        offset += line.len();
    }
    lines
}

fn trimmed(text: &str, start: usize, end: usize) -> Span {
    let stretch = &text[start..end];
    let before = stretch.len() - stretch.trim_start().len();
    let length = stretch.trim().len();
    Span::new(start + before, start + before + length)
}

fn followed_by_blank_line(text: &str, line: Span) -> bool {
    let after = &text[line.end..];
    let white_space = &after[..after.len() - after.trim_start().len()];
    white_space.bytes().filter(|byte| *byte == b'\n').count() >= 2
}

/// Short, starting like a title, and not ending like a sentence or like a dateline that stands alone.
fn is_headline(line: &str) -> bool {
    let ends_sentence = line.ends_with(['.', '!', ':', ';', ',', '—', '–', '-', ')', '”', '"']) && !line.ends_with("...");
    let starts_well = line.chars().next().is_some_and(|first| first.is_alphanumeric() || matches!(first, '‘' | '\'' | '“' | '"' | '«'));
    line.chars().count() <= LONGEST_HEADLINE && starts_well && (!ends_sentence || line.ends_with(['”', '"'])) && line.contains(' ')
}

/// `By Ana Brandt`; the words after are looked at no further, as the line stands right under a headline.
fn is_byline(line: &str) -> bool {
    let named = ["By ", "BY ", "by ", "Von ", "Par "].iter().find_map(|word| line.strip_prefix(word));
    let named = named.is_some_and(|name| name.trim_start().starts_with(char::is_uppercase));
    named && line.chars().count() <= LONGEST_BYLINE && !line.ends_with(['.', '!', '?', ':'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(BlockRole, String)> {
        let article = decode(text.as_bytes(), None).unwrap();
        assert_eq!(article.text, text);
        article.blocks.iter().map(|block| (block.role, block.span.of(text).to_owned())).collect()
    }

    #[test]
    fn a_title_and_a_byline_are_blocks_of_the_text() {
        let text = "Wall to be rebuilt, mayor says\r\nBy Ana Brandt\r\n\r\nThe wall will stand.\r\n";
        let article = decode(text.as_bytes(), None).unwrap();
        assert_eq!(article.headline.as_deref(), Some("Wall to be rebuilt, mayor says"));
        assert_eq!(article.byline.as_deref(), Some("By Ana Brandt"));
        let expected = [
            (BlockRole::Headline, "Wall to be rebuilt, mayor says".to_owned()),
            (BlockRole::Byline, "By Ana Brandt".to_owned()),
            (BlockRole::Paragraph, "The wall will stand.".to_owned()),
        ];
        assert_eq!(blocks(text), expected);
    }

    #[test]
    fn a_sentence_at_the_top_is_no_title() {
        for text in ["The wall will stand.\n\nNobody doubts it.", "The wall\nwill stand, she said.", "Only one line here", "Alone\n\nText."]
        {
            assert_eq!(blocks(text), [], "{text}");
        }
    }

    #[test]
    fn binary_and_blank_payloads_are_refused() {
        let message = |payload: &[u8]| decode(payload, None).unwrap_err().to_string();
        assert_eq!(message(b"\0\0"), "undecodable: no text: a zero byte at 0");
        assert_eq!(message(b" \r\n\t "), "no text: the payload is blank");
        assert_eq!(message(b""), "no text: the payload is blank");
    }
}
