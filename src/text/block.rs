//! Blocks of an article: what kind of text a stretch of it is.

use super::Span;

/// What a block of an article is for. Only [`BlockRole::Paragraph`] is read for quotations, names and claims.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum BlockRole {
    /// The title of the story.
    Headline,
    /// Place, date and agency before the first sentence: `PORT ALDEN, Norland (XWA) —`.
    Dateline,
    /// Body text.
    Paragraph,
    /// Who wrote it: `By Ana Brandt`.
    Byline,
    /// A note of the desk, not part of the story: `EDITOR'S NOTE: …`.
    EditorNote,
    /// Who worked on it: `(Reporting by …; Editing by …)`.
    Credit,
    /// Standing text: copyright lines, subscription notes, links to other stories.
    Boilerplate,
}

/// A stretch of an article's text with one role. Blocks are ordered and disjoint, and skip only white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// What it is for.
    pub role: BlockRole,
    /// Its place in the text, without the white space around it.
    pub span: Span,
}
