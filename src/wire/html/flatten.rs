//! From markup to pieces of text, in one pass over the tokens.
//!
//! html5ever's tokenizer reads entities, comments and broken tags as browsers do. Its tree builder is left out: deep nesting makes it
//! quadratic, and a wire story needs no tree.

use std::cell::RefCell;

use html5ever::tendril::StrTendril;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};

use super::attribute_limit;
use super::elements::{heading_level, is_block, is_dropped, is_dropped_class, is_dropped_role, is_void};
use super::open_elements::{Area, Capture, OpenElement, OpenElements};

/// What the markup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkupKind {
    /// A whole page, with what pages have around a story.
    Page,
    /// The body of a story.
    Fragment,
}

/// A stretch of running text: one paragraph, heading, list item or table row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Piece {
    pub text: String,
    pub area: Area,
    pub container: u32,
    /// Level of a heading; `None` for anything else.
    pub heading: Option<u8>,
}

/// What a page says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PageFacts {
    pub title: String,
    pub heading: String,
    pub byline: String,
    pub language: Option<String>,
    pub canonical: Option<String>,
    /// `<meta>`: name or property in lower case, and content.
    pub metas: Vec<(String, String)>,
    /// Scripts of linked data, as they stand.
    pub linked_data: Vec<String>,
}

/// Reads markup into its pieces and the page's facts. Markup that is made to keep the tokenizer busy gives nothing.
pub(super) fn flatten(markup: &str, kind: MarkupKind) -> (Vec<Piece>, PageFacts) {
    if attribute_limit::is_exceeded(markup) {
        return (Vec::new(), PageFacts::default());
    }
    let input = BufferQueue::default();
    input.push_back(StrTendril::from_slice(markup));
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Flattener::new(kind))), TokenizerOpts::default());
    while !input.is_empty() {
        let _ = tokenizer.feed(&input);
    }
    tokenizer.end();
    let mut flattener = tokenizer.sink.0.into_inner();
    flattener.flush();
    (flattener.pieces, flattener.facts)
}

/// The tokenizer hands its tokens to a shared reference.
struct Sink(RefCell<Flattener>);

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line_number: u64) -> TokenSinkResult<()> {
        let mut flattener = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => return flattener.start(&tag),
            Token::TagToken(tag) => flattener.end(&tag.name),
            Token::CharacterTokens(text) => flattener.characters(&text),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

struct Flattener {
    kind: MarkupKind,
    open: OpenElements,
    text: String,
    pieces: Vec<Piece>,
    facts: PageFacts,
    containers: u32,
    articles: u32,
    quotes_open: u32,
}

impl Flattener {
    fn new(kind: MarkupKind) -> Self {
        Self {
            kind,
            open: OpenElements::new(),
            text: String::new(),
            pieces: Vec::new(),
            facts: PageFacts::default(),
            containers: 0,
            articles: 0,
            quotes_open: 0,
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let name: &str = &tag.name;
        if is_block(name) {
            self.flush();
            self.open.close_implied(name);
        } else if matches!(name, "td" | "th") {
            self.open.close_implied(name);
            self.next_cell();
        }
        match name {
            "br" => self.line_break(),
            "meta" => self.meta(tag),
            "link" if attribute(tag, "rel") == Some("canonical") => {
                self.facts.canonical = attribute(tag, "href").map(str::to_owned);
            }
            "html" => self.facts.language = attribute(tag, "lang").or_else(|| attribute(tag, "xml:lang")).map(str::to_owned),
            "q" if !self.open.innermost().dropped => self.quotation_mark(true),
            _ => {}
        }
        if is_void(name) || tag.self_closing {
            return TokenSinkResult::Continue;
        }
        let element = self.element(tag);
        if name == "script" && element.capture == Some(Capture::LinkedData) {
            self.facts.linked_data.push(String::new());
        }
        self.open.push(element);
        match name {
            "script" => TokenSinkResult::RawData(RawKind::ScriptData),
            "style" | "noscript" | "iframe" | "xmp" | "noembed" | "noframes" => TokenSinkResult::RawData(RawKind::Rawtext),
            "title" | "textarea" => TokenSinkResult::RawData(RawKind::Rcdata),
            _ => TokenSinkResult::Continue,
        }
    }

    fn element(&mut self, tag: &Tag) -> OpenElement {
        let name: &str = &tag.name;
        let around = self.open.innermost().clone();
        let area = match (name, around.area) {
            ("article", Area::Page | Area::Main) => {
                self.articles += 1;
                Area::Article(self.articles)
            }
            ("main", Area::Page) => Area::Main,
            (_, area) => area,
        };
        let is_own_container = is_block(name) && name != "p" && heading_level(name).is_none();
        if is_own_container && !matches!(name, "li" | "tr" | "blockquote" | "dd" | "dt") {
            self.containers += 1;
        }
        let container = match name {
            "p" | "li" | "tr" | "blockquote" | "dd" | "dt" | "ul" | "ol" => around.container,
            _ if is_own_container => self.containers,
            _ => around.container,
        };
        let capture = self.capture(tag, around.dropped && !matches!(around.name.as_str(), "header")).or(around.capture);
        OpenElement {
            area,
            dropped: around.dropped || capture.is_some_and(|capture| capture != Capture::Heading) || self.is_dropped(tag),
            preformatted: around.preformatted || name == "pre",
            capture,
            container,
            heading: heading_level(name).or(around.heading),
            name: name.to_owned(),
        }
    }

    /// What of an element is kept apart. A script of linked data always is; a heading or byline in a sidebar is not.
    fn capture(&self, tag: &Tag, in_dropped: bool) -> Option<Capture> {
        if self.kind == MarkupKind::Fragment {
            return None;
        }
        match &*tag.name {
            "script" => attribute(tag, "type")
                .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/ld+json"))
                .then_some(Capture::LinkedData),
            "title" if self.facts.title.is_empty() && !in_dropped => Some(Capture::Title),
            "h1" if self.facts.heading.is_empty() && !in_dropped => Some(Capture::Heading),
            _ if !in_dropped && is_marked_byline(tag) => Some(Capture::Byline),
            _ => None,
        }
    }

    fn is_dropped(&self, tag: &Tag) -> bool {
        let name: &str = &tag.name;
        let hidden = attribute(tag, "hidden").is_some() || attribute(tag, "aria-hidden") == Some("true");
        let role = attribute(tag, "role").is_some_and(is_dropped_role);
        let page_only = self.kind == MarkupKind::Page && (name == "header" || classes(tag).any(is_dropped_class));
        is_dropped(name) || hidden || role || page_only
    }

    fn end(&mut self, name: &str) {
        if is_block(name) {
            self.flush();
        }
        if name == "br" {
            self.line_break();
            return;
        }
        if name == "q" && !self.open.innermost().dropped {
            self.quotation_mark(false);
        }
        self.open.close(name);
    }

    fn characters(&mut self, text: &str) {
        let element = self.open.innermost();
        if let Some(capture) = element.capture {
            let kept = match capture {
                Capture::Title => &mut self.facts.title,
                Capture::Heading => &mut self.facts.heading,
                Capture::Byline => &mut self.facts.byline,
                Capture::LinkedData => {
                    if let Some(script) = self.facts.linked_data.last_mut() {
                        script.push_str(text);
                    }
                    return;
                }
            };
            append(kept, text, false);
            return;
        }
        if !element.dropped {
            let preformatted = element.preformatted;
            append(&mut self.text, text, preformatted);
        }
    }

    /// One break is a line's end; two are a paragraph's.
    fn line_break(&mut self) {
        if self.open.innermost().dropped {
            return;
        }
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if self.text.ends_with('\n') {
            self.flush();
        } else if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    fn next_cell(&mut self) {
        self.text.truncate(self.text.trim_end_matches(' ').len());
        if !self.text.is_empty() && !self.text.ends_with('\t') && !self.open.innermost().dropped {
            self.text.push('\t');
        }
    }

    /// Browsers print marks around `<q>`: double outside, single inside.
    fn quotation_mark(&mut self, opens: bool) {
        if opens {
            self.quotes_open += 1;
        }
        let double = self.quotes_open % 2 == 1;
        self.text.push(match (opens, double) {
            (true, true) => '“',
            (true, false) => '‘',
            (false, true) => '”',
            (false, false) => '’',
        });
        if !opens {
            self.quotes_open = self.quotes_open.saturating_sub(1);
        }
    }

    fn meta(&mut self, tag: &Tag) {
        let name = attribute(tag, "property").or_else(|| attribute(tag, "name")).or_else(|| attribute(tag, "itemprop"));
        if let (Some(name), Some(content)) = (name, attribute(tag, "content")) {
            self.facts.metas.push((name.to_ascii_lowercase(), content.trim().to_owned()));
        }
    }

    /// Ends the piece that is being read.
    fn flush(&mut self) {
        let text = self.text.trim();
        if !text.is_empty() {
            let element = self.open.innermost();
            let piece = Piece { text: text.to_owned(), area: element.area, container: element.container, heading: element.heading };
            self.pieces.push(piece);
        }
        self.text.clear();
    }
}

/// Appends `text` with its white space collapsed, as browsers show it; no-break spaces stay, what is invisible goes.
fn append(out: &mut String, text: &str, preformatted: bool) {
    for sign in text.chars() {
        match sign {
            '\u{ad}' | '\u{200b}' | '\u{feff}' | '\0' | '\r' => {}
            _ if preformatted => out.push(sign),
            ' ' | '\n' | '\t' | '\u{c}' => {
                if !out.is_empty() && !out.ends_with([' ', '\n', '\t']) {
                    out.push(' ');
                }
            }
            _ => out.push(sign),
        }
    }
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

fn classes(tag: &Tag) -> impl Iterator<Item = &str> {
    attribute(tag, "class").unwrap_or_default().split_ascii_whitespace()
}

fn is_marked_byline(tag: &Tag) -> bool {
    classes(tag).any(|class| matches!(class, "byline" | "author" | "article-byline" | "entry-author"))
        || attribute(tag, "rel") == Some("author")
        || attribute(tag, "itemprop") == Some("author")
}
