//! Pieces joined to one text with its blocks.

use super::flatten::{MarkupKind, Piece, flatten};
use crate::text::{Block, BlockRole, Span};

/// A flattened body: paragraphs with an empty line between them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::wire) struct FlatText {
    pub text: String,
    pub blocks: Vec<Block>,
}

impl FlatText {
    /// Joins pieces; headings become blocks of that role, anything else paragraphs.
    pub(super) fn join<'a>(pieces: impl IntoIterator<Item = &'a Piece>) -> Self {
        let mut joined = Self::default();
        for piece in pieces {
            if !joined.text.is_empty() {
                joined.text.push_str("\n\n");
            }
            let start = joined.text.len();
            joined.text.push_str(&piece.text);
            let role = if piece.heading.is_some() { BlockRole::Headline } else { BlockRole::Paragraph };
            joined.blocks.push(Block { role, span: Span::new(start, joined.text.len()) });
        }
        joined
    }
}

/// Flattens the body of a story. A heading at its top that only repeats the story's `headline` is left out.
pub(in crate::wire) fn flatten_fragment(markup: &str, headline: Option<&str>) -> FlatText {
    let (pieces, _) = flatten(markup, MarkupKind::Fragment);
    let repeats_headline = |piece: &Piece| piece.heading.is_some() && headline.is_some_and(|headline| same_words(headline, &piece.text));
    let from = usize::from(pieces.first().is_some_and(repeats_headline));
    FlatText::join(&pieces[from..])
}

fn same_words(first: &str, second: &str) -> bool {
    first.split_whitespace().eq(second.split_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(markup: &str) -> String {
        let flat = flatten_fragment(markup, None);
        for block in &flat.blocks {
            assert_eq!(block.span.of(&flat.text).trim(), block.span.of(&flat.text));
        }
        flat.text
    }

    #[test]
    fn paragraphs_are_joined_by_an_empty_line() {
        assert_eq!(text("<p>The wall\n   stands.</p> <p>It <b>will</b> stand.</p>"), "The wall stands.\n\nIt will stand.");
        assert_eq!(text("<div>One<div>Two</div>Three</div>"), "One\n\nTwo\n\nThree");
        assert_eq!(text("<p>Left open<p>Next"), "Left open\n\nNext");
    }

    #[test]
    fn entities_are_decoded_and_no_break_spaces_kept() {
        assert_eq!(
            text("<p>&ldquo;Wait,&rdquo; AT&amp;T said&#8212;412&nbsp;million &lt;krona&gt;.</p>"),
            "“Wait,” AT&T said—412\u{a0}million <krona>."
        );
        assert_eq!(text("<p>Har&shy;bour 5 < 6 & 7</p>"), "Harbour 5 < 6 & 7");
    }

    #[test]
    fn breaks_are_lines_and_two_of_them_paragraphs() {
        assert_eq!(text("<p>One <br> two<br/>three</p>"), "One\ntwo\nthree");
        assert_eq!(text("One.<br><br>Two.<br /> <br />Three."), "One.\n\nTwo.\n\nThree.");
    }

    #[test]
    fn lists_and_tables_are_read_row_by_row() {
        assert_eq!(text("<p>Costs:</p><ul><li>Wall <li>Gate</ul>"), "Costs:\n\nWall\n\nGate");
        assert_eq!(text("<table><tr><th>Port<th>Cost<tr><td>Alden</td> <td>412</td></tr></table>"), "Port\tCost\n\nAlden\t412");
    }

    #[test]
    fn scripts_styles_captions_and_comments_are_no_text() {
        let markup = "<style>p{}</style><!-- x --><p>Wall.</p><figure><img alt='no'><figcaption>Photo</figcaption></figure>\
                      <script>if (a < b) { '</p>' }</script><aside>Related</aside>";
        assert_eq!(text(markup), "Wall.");
    }

    #[test]
    fn quotation_elements_get_their_marks() {
        assert_eq!(text("<p><q>We <q>wait</q></q> she said.</p>"), "“We ‘wait’” she said.");
    }

    #[test]
    fn headings_are_blocks_of_their_own() {
        let flat = flatten_fragment("<h1>Wall to stand</h1><p>It stands.</p><h2>Cost</h2><p>Much.</p>", Some("Wall to  stand"));
        assert_eq!(flat.text, "It stands.\n\nCost\n\nMuch.");
        assert_eq!(flat.blocks[1].role, BlockRole::Headline);
    }

    #[test]
    fn deep_and_broken_markup_is_read_in_linear_time() {
        let deep = format!("{}wall{}", "<div><b>".repeat(50_000), "</b></div>".repeat(50_000));
        assert_eq!(text(&deep), "wall");
        assert_eq!(text("</p></div>a<b></i>b</b><p></span>c<"), "ab\n\nc<");
        assert_eq!(text("<![CDATA[x]]><!DOCTYPE html [<!ENTITY a 'b'>]>&a;"), "]>&a;");
    }
}
