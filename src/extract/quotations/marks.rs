//! Pairs quotation marks, paragraph by paragraph.
//!
//! A mark without a partner costs at most its paragraph: pairing starts afresh at each.

use super::reading::Reading;
use crate::text::{Document, Span, TokenKind, TokenRange};

/// Longest stretch, in bytes, that is taken as quoted although no mark closes it in its paragraph, unless it begins the paragraph.
const LONGEST_UNCLOSED: usize = 400;

/// Verbs beside a speaker that tell where a mark is missing.
const SAYS: [&str; 8] = ["said", "says", "added", "asked", "explained", "argued", "replied", "wrote"];

/// What stands between two quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// The opening mark.
    pub(super) open: usize,
    /// The closing mark, or the comma in its place where it is missing; `None` where the paragraph ends without one.
    pub(super) close: Option<usize>,
    /// The tokens between the marks; never empty.
    pub(super) inside: TokenRange,
    /// The paragraph, as an index among the blocks.
    pub(super) block: usize,
}

impl Stretch {
    /// One past the closing mark, or past the last token where there is none.
    pub(super) fn end(&self) -> usize {
        self.close.map_or(self.inside.end, |close| close + 1)
    }
}

/// Signs that pair with each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Angle,
    Single,
}

/// What a mark can do where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Either,
}

/// The stretches of `document`, in the order of the text. Stretches inside a stretch are not told apart.
pub(super) fn stretches(document: &Document) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut sentences = document.sentences().iter().peekable();
    while let Some(first) = sentences.next() {
        let mut end = first.tokens.end;
        while let Some(next) = sentences.next_if(|next| next.block == first.block) {
            end = next.tokens.end;
        }
        pair(document, TokenRange::new(first.tokens.start, end), first.block, &mut found);
    }
    found
}

/// For each token where it stands among the quotation marks: 0 outside, 1 inside, 2 an opening mark, 3 a closing one.
pub fn mark_states(reading: &Reading<'_>) -> Vec<u8> {
    let mut states = vec![0; reading.words.len()];
    for stretch in &reading.stretches {
        states[stretch.inside.indices()].fill(1);
        states[stretch.open] = 2;
        if let Some(close) = stretch.close {
            states[close] = 3;
        }
    }
    states
}

/// What stands between quotation marks, in the order of the text.
pub fn marked(reading: &Reading<'_>) -> Vec<Span> {
    reading.stretches.iter().map(|stretch| reading.document.span_of(stretch.inside)).collect()
}

fn pair(document: &Document, paragraph: TokenRange, block: usize, found: &mut Vec<Stretch>) {
    let mut open: Option<(usize, Family)> = None;
    for index in paragraph.indices() {
        if document.tokens()[index].kind != TokenKind::QuoteMark {
            continue;
        }
        let (family, role) = family_and_role(document, paragraph, index);
        match open {
            None if role != Role::Closes => open = Some((index, family)),
            None => {}
            Some((_, inner)) if inner != family => {}
            Some((start, _)) if role == Role::Opens => {
                // The mark that should have closed the stretch is missing: it ends before the next one opens.
                push(found, start, None, index, block, document);
                open = Some((index, family));
            }
            Some((start, _)) => {
                push(found, start, Some(index), index, block, document);
                open = None;
            }
        }
    }
    if let Some((start, family)) = open
        && family != Family::Single
    {
        push(found, start, None, paragraph.end, block, document);
    }
}

fn push(found: &mut Vec<Stretch>, open: usize, close: Option<usize>, end: usize, block: usize, document: &Document) {
    if open + 1 >= end {
        return;
    }
    let comma = if close.is_none() { comma_that_closes(document, TokenRange::new(open + 1, end)) } else { None };
    let (close, end) = comma.map_or((close, end), |comma| (Some(comma), comma + 1));
    let inside = TokenRange::new(open + 1, end);
    let begins_paragraph = document.blocks()[block].span.start == document.tokens()[open].span.start;
    if close.is_some() || begins_paragraph || document.span_of(inside).len() < LONGEST_UNCLOSED {
        found.push(Stretch { open, close, inside, block });
    }
}

/// Where the mark that should close a stretch is missing, the comma before the words that attribute it: `“It holds, said Brandt, who left.`,
/// `“It holds, she said.`
fn comma_that_closes(document: &Document, inside: TokenRange) -> Option<usize> {
    let word = |at: usize| if at < inside.end { document.word(at) } else { "" };
    let is_name = |at: usize| word(at).starts_with(char::is_uppercase);
    let is_speaker = |at: usize| is_name(at) || matches!(word(at), "he" | "she" | "they");
    let says = |at: usize| SAYS.contains(&word(at));
    let attributes = |at: usize| says(at) && is_name(at + 1) || is_speaker(at) && says(at + 1) && matches!(word(at + 2), "." | "");
    // the first word may not be all there is: `“No, said Brandt`
    inside.indices().find(|at| *at > inside.start && word(*at) == "," && attributes(at + 1))
}

fn family_and_role(document: &Document, paragraph: TokenRange, index: usize) -> (Family, Role) {
    let by_place = role_by_place(document, paragraph, index);
    match document.word(index) {
        "“" | "„" | "``" => (Family::Double, if by_place == Role::Closes { Role::Closes } else { Role::Opens }),
        "”" | "‟" => (Family::Double, if by_place == Role::Opens { Role::Opens } else { Role::Closes }),
        "\"" | "''" => (Family::Double, by_place),
        "«" | "»" | "‹" | "›" => (Family::Angle, by_place),
        "‘" | "‚" | "‛" | "`" => (Family::Single, Role::Opens),
        _ => (Family::Single, by_place),
    }
}

/// What the mark at `index` does, by the white space around it.
fn role_by_place(document: &Document, paragraph: TokenRange, index: usize) -> Role {
    let tokens = document.tokens();
    let is_edge = |sign: char| matches!(sign, '(' | '[' | '—' | '–' | '-');
    let glued_before = index > paragraph.start
        && tokens[index - 1].span.end == tokens[index].span.start
        && !document.word(index - 1).ends_with(is_edge)
        && !(tokens[index - 1].kind == TokenKind::QuoteMark && index - 1 == paragraph.start);
    let glued_after = index + 1 < paragraph.end
        && tokens[index].span.end == tokens[index + 1].span.start
        && !document.word(index + 1).starts_with([')', ']', '—', '–', ',', '.', ';', ':', '?', '!']);
    match (glued_before, glued_after) {
        (true, false) => Role::Closes,
        (false, true) => Role::Opens,
        (true, true) | (false, false) => Role::Either,
    }
}

#[cfg(test)]
mod tests {
    use crate::segment::segment;

    fn stretches(text: &str) -> Vec<String> {
        let document = segment(text, &[]);
        super::stretches(&document).iter().map(|stretch| document.slice(document.span_of(stretch.inside)).to_owned()).collect()
    }

    #[test]
    fn pairs_marks_of_every_kind() {
        assert_eq!(
            stretches("“One,” \"two,\" ``three,'' «four», „five“ and ''six'' ‘seven’."),
            ["One,", "two,", "three,", "four", "five", "six", "seven"]
        );
    }

    #[test]
    fn inner_marks_stay_inside() {
        assert_eq!(stretches("“He said ‘no’ to me,” she said."), ["He said ‘no’ to me,"]);
        assert_eq!(stretches("\"He said 'no' to me,\" she said."), ["He said 'no' to me,"]);
    }

    #[test]
    fn a_missing_mark_costs_its_paragraph_at_most() {
        assert_eq!(stretches("“We sail.\n\n“We fish,” she said."), ["We sail.", "We fish,"]);
        assert_eq!(stretches("We sail,” he said. “We fish,” she said."), ["We fish,"]);
        assert_eq!(stretches("\"We sail, he said. \"We fish,\" she said."), ["We sail,", "We fish,"]);
        assert_eq!(stretches("“We were told so, said Ana Brandt, who has a boat."), ["We were told so,"]);
        assert_eq!(stretches("“We met them, he said so, and we left."), ["We met them, he said so, and we left."]);
    }

    #[test]
    fn apostrophes_pair_with_nothing() {
        assert!(stretches("The crews' boats and the harbor's cranes").is_empty());
    }
}
