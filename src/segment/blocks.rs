//! Paragraphs and block roles: what of a text is the story, and what the desk wrote around it.

mod byline;
mod credit;
mod dateline;
mod dateline_places;
mod desk_note;
mod paragraphs;
mod standing_text;

use crate::text::{Block, BlockRole, Span};

/// Datelines without agency, bylines and bracketed notes are looked for only so many body paragraphs from the top: the first may be
/// a headline, the second a summary.
const TOP_PARAGRAPHS: usize = 2;

/// The blocks of `text`: those `given`, else its paragraphs, each with its role.
///
/// A given block that is a paragraph is taken apart like a text; one with another role stays as it is. Blocks are ordered and
/// disjoint, and skip only white space.
pub(super) fn find(text: &str, given: &[Block]) -> Vec<Block> {
    let mut finder = Finder { text, blocks: Vec::with_capacity(given.len().max(16)), body_paragraphs: 0, has_dateline: false };
    if given.is_empty() {
        finder.split(Span::new(0, text.len()));
    }
    for block in given {
        match block.role {
            BlockRole::Paragraph => finder.split(block.span),
            _ => finder.blocks.push(*block),
        }
    }
    finder.blocks
}

/// Gives each paragraph its role, knowing what came before it.
struct Finder<'a> {
    text: &'a str,
    blocks: Vec<Block>,
    body_paragraphs: usize,
    has_dateline: bool,
}

impl Finder<'_> {
    fn split(&mut self, within: Span) {
        for span in paragraphs::split(self.text, within) {
            self.classify(span);
        }
    }

    fn classify(&mut self, span: Span) {
        let paragraph = span.of(self.text);
        let at_top = self.body_paragraphs <= TOP_PARAGRAPHS && !self.has_dateline;
        if let Some(role) = self.role_of_whole(paragraph, at_top) {
            self.push(role, span);
            return;
        }
        let body = self.split_off_dateline(span, at_top);
        match credit::trailing(body.of(self.text)) {
            Some(at) => {
                self.push_body(trimmed(self.text, Span::new(body.start, body.start + at)));
                self.push(BlockRole::Credit, Span::new(body.start + at, body.end));
            }
            None => self.push_body(body),
        }
    }

    /// The role of a paragraph that is no body text at all.
    fn role_of_whole(&self, paragraph: &str, at_top: bool) -> Option<BlockRole> {
        if desk_note::is_note(paragraph, at_top) {
            Some(BlockRole::EditorNote)
        } else if credit::is_credit(paragraph) {
            Some(BlockRole::Credit)
        } else if standing_text::is_standing_text(paragraph) {
            Some(BlockRole::Boilerplate)
        } else if at_top && (byline::is_byline(paragraph) || (self.follows_byline() && byline::is_affiliation(paragraph))) {
            Some(BlockRole::Byline)
        } else {
            None
        }
    }

    fn follows_byline(&self) -> bool {
        self.blocks.last().is_some_and(|block| block.role == BlockRole::Byline)
    }

    /// Makes a block of the dateline at the start of a paragraph, and gives what is left.
    fn split_off_dateline(&mut self, span: Span, at_top: bool) -> Span {
        let Some(length) = dateline::length(span.of(self.text), at_top) else { return span };
        self.has_dateline = true;
        self.push(BlockRole::Dateline, Span::new(span.start, span.start + length));
        trimmed(self.text, Span::new(span.start + length, span.end))
    }

    fn push_body(&mut self, span: Span) {
        if !span.is_empty() {
            self.body_paragraphs += 1;
            self.push(BlockRole::Paragraph, span);
        }
    }

    fn push(&mut self, role: BlockRole, span: Span) {
        self.blocks.push(Block { role, span });
    }
}

/// `span` without the white space at its ends.
fn trimmed(text: &str, span: Span) -> Span {
    let stretch = span.of(text);
    let start = span.start + (stretch.len() - stretch.trim_start().len());
    Span::new(start, start + stretch.trim().len())
}

/// Whether `text` begins with `prefix`, ASCII letters of either case. Most texts differ in the first byte already.
fn starts_with_ignoring_case(text: &str, prefix: &str) -> bool {
    let (text, prefix) = (text.as_bytes(), prefix.as_bytes());
    let same_first = text.first().map(u8::to_ascii_lowercase) == prefix.first().map(u8::to_ascii_lowercase);
    same_first && text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix))
}

#[cfg(test)]
mod tests;
