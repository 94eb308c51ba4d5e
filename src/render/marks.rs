//! Marks in the text: which stretch is a quotation, a source, a cue, an entity. They differ by signs and type as well as by colour.

use anstyle::{AnsiColor, Style};

use crate::record::{Record, SpanRecord};

/// What a stretch of the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// Part of the quotation of that number, from 1.
    Quote(usize),
    /// Who is quoted.
    Source,
    /// The attributing words.
    Cue,
    /// Somebody or something named.
    Entity,
}

/// A marked stretch, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: SpanRecord,
    pub(super) kind: MarkKind,
}

impl MarkKind {
    /// Sign before the stretch.
    pub(super) fn opening(self) -> String {
        match self {
            MarkKind::Quote(_) => "[".to_owned(),
            MarkKind::Source => "‹".to_owned(),
            MarkKind::Cue | MarkKind::Entity => String::new(),
        }
    }

    /// Sign after the stretch.
    pub(super) fn closing(self) -> String {
        match self {
            MarkKind::Quote(number) => format!("]{}", superscript(number)),
            MarkKind::Source => "›".to_owned(),
            MarkKind::Cue | MarkKind::Entity => String::new(),
        }
    }

    fn applied_to(self, style: Style) -> Style {
        match self {
            MarkKind::Quote(_) => style.fg_color(Some(AnsiColor::Green.into())),
            MarkKind::Source => style.bold().fg_color(Some(AnsiColor::Yellow.into())),
            MarkKind::Cue => style.italic().fg_color(Some(AnsiColor::Magenta.into())),
            MarkKind::Entity => style.underline(),
        }
    }
}

/// The look of a stretch that lies in all of `kinds`.
pub(super) fn style_of(kinds: impl Iterator<Item = MarkKind>) -> Style {
    kinds.fold(Style::new(), |style, kind| kind.applied_to(style))
}

/// All marks of `record`, the outer before the inner.
pub(super) fn marks_of(record: &Record) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (index, quote) in record.quotes.iter().enumerate() {
        marks.extend(quote.parts.iter().map(|span| Mark { span: *span, kind: MarkKind::Quote(index + 1) }));
        marks.extend(quote.source.iter().map(|source| Mark { span: source.span, kind: MarkKind::Source }));
        marks.extend(quote.cue.iter().map(|cue| Mark { span: cue.span, kind: MarkKind::Cue }));
    }
    let mentions = record.entities.iter().filter(|entity| entity.has_name()).flat_map(|entity| &entity.mentions);
    marks.extend(mentions.map(|mention| Mark { span: mention.span, kind: MarkKind::Entity }));
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    marks.dedup();
    marks
}

/// `number` in raised digits.
pub(super) fn superscript(number: usize) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    number.to_string().bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect()
}
