//! The elements that are open at a place of the markup, and what they mean for the text there.

use super::elements::is_block;

/// Markup nested deeper is read as if it stood at this depth; browsers stop at 512 too.
const DEEPEST: usize = 512;

/// Where in a page an element stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Area {
    /// Neither in an article nor in the main part.
    #[default]
    Page,
    /// In `<main>`.
    Main,
    /// In the n-th outermost `<article>`.
    Article(u32),
}

/// Text of an element that is kept apart from the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Capture {
    /// `<title>`.
    Title,
    /// The first `<h1>`.
    Heading,
    /// An element that is marked as the byline.
    Byline,
    /// A script of linked data.
    LinkedData,
}

/// One open element, with what it has from those around it.
#[derive(Debug, Clone)]
pub(super) struct OpenElement {
    pub name: String,
    pub area: Area,
    /// Its text is no running text.
    pub dropped: bool,
    /// White space in it counts.
    pub preformatted: bool,
    pub capture: Option<Capture>,
    /// The nearest block around a paragraph: paragraphs of one story share it.
    pub container: u32,
    /// The level of the heading that it is or lies in.
    pub heading: Option<u8>,
}

impl OpenElement {
    /// What lies around everything.
    pub(super) fn root() -> Self {
        Self { name: String::new(), area: Area::Page, dropped: false, preformatted: false, capture: None, container: 0, heading: None }
    }
}

/// The stack of open elements.
#[derive(Debug)]
pub(super) struct OpenElements {
    stack: Vec<OpenElement>,
    /// How many elements are open beyond [`DEEPEST`].
    beyond: usize,
}

impl OpenElements {
    pub(super) fn new() -> Self {
        Self { stack: vec![OpenElement::root()], beyond: 0 }
    }

    /// The innermost open element.
    pub(super) fn innermost(&self) -> &OpenElement {
        self.stack.last().expect("the root is never closed")
    }

    pub(super) fn push(&mut self, element: OpenElement) {
        if self.stack.len() < DEEPEST {
            self.stack.push(element);
        } else {
            self.beyond += 1;
        }
    }

    /// Closes the innermost element of that name and all inside it; an inline end tag closes nothing across a block.
    pub(super) fn close(&mut self, name: &str) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let inline = !is_block(name);
        for index in (1..self.stack.len()).rev() {
            if self.stack[index].name == name {
                self.stack.truncate(index);
                return;
            }
            if inline && is_block(&self.stack[index].name) {
                return;
            }
        }
    }

    /// Closes an element that the markup left open and that cannot hold another of its kind: a paragraph, a list item.
    pub(super) fn close_implied(&mut self, starting: &str) {
        let implied: &[&str] = match starting {
            "li" => &["li", "p"],
            "tr" => &["tr", "td", "th", "p"],
            "td" | "th" => &["td", "th", "p"],
            "dt" | "dd" => &["dt", "dd", "p"],
            _ => &["p"],
        };
        let mut keep = self.stack.len();
        for index in (1..self.stack.len()).rev() {
            let name = self.stack[index].name.as_str();
            if implied.contains(&name) {
                keep = index;
            } else if is_block(name) || matches!(name, "td" | "th") {
                break;
            }
        }
        self.stack.truncate(keep);
    }
}
