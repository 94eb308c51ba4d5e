//! What HTML elements mean for running text. From the rendering section of the HTML standard, and from how news pages use classes.

/// Whether an element starts and ends a paragraph.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "caption"
            | "center"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "head"
            | "header"
            | "hgroup"
            | "hr"
            | "html"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "tbody"
            | "tfoot"
            | "thead"
            | "tr"
            | "ul"
    )
}

/// Whether an element never has content.
pub(super) fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "param" | "source" | "track" | "wbr"
    )
}

/// Whether an element's text is never running text of a story.
pub(super) fn is_dropped(name: &str) -> bool {
    matches!(
        name,
        "aside"
            | "audio"
            | "button"
            | "canvas"
            | "dialog"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "iframe"
            | "map"
            | "math"
            | "nav"
            | "noscript"
            | "object"
            | "script"
            | "search"
            | "select"
            | "style"
            | "svg"
            | "template"
            | "textarea"
            | "title"
            | "video"
    )
}

/// Whether an ARIA role marks what stands around a story.
pub(super) fn is_dropped_role(role: &str) -> bool {
    matches!(role, "navigation" | "complementary" | "contentinfo" | "search" | "dialog" | "menu")
}

/// Whether a class of a page's element marks what stands around a story.
pub(super) fn is_dropped_class(class: &str) -> bool {
    matches!(
        class,
        "ad" | "ads"
            | "advertisement"
            | "breadcrumb"
            | "breadcrumbs"
            | "caption"
            | "comments"
            | "newsletter"
            | "promo"
            | "related"
            | "related-articles"
            | "related-links"
            | "screen-reader-text"
            | "share"
            | "sharing"
            | "social"
            | "sr-only"
            | "tags"
            | "visually-hidden"
            | "wp-caption-text"
    )
}

/// The level of a heading, 1 to 6.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    match name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}
