//! What stands under the marked article: its quotes, entities, claims and warnings, a line each.

use std::fmt::Write;

use anstyle::Style;

use super::line::{printable, shortened};
use super::marks::superscript;
use crate::annotation::{ClaimantKind, EntityType, QuotationKind};
use crate::record::{ClaimRecord, EntityRecord, QuoteRecord, Record, SpanRecord};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

/// The quotes: number, kind, speaker, words.
pub(super) fn quotes(record: &Record) -> String {
    let lines = record.quotes.iter().enumerate().map(|(index, quote)| quote_line(record, index, quote));
    list("Quotes", lines)
}

fn quote_line(record: &Record, index: usize, quote: &QuoteRecord) -> String {
    let kind = match quote.kind {
        QuotationKind::Direct => "direct",
        QuotationKind::Indirect => "indirect",
        QuotationKind::Mixed => "mixed",
    };
    let mut notes = vec![quote.cue.as_ref().map_or("no cue", |cue| cue.text.as_str()).to_owned(), quote.rule.clone()];
    notes.extend(quote.relays.iter().map(|relay| format!("relayed by {}", relay.text)));
    let speaker = shortened(&speaker(record, quote), 34);
    let number = superscript(index + 1);
    format!(
        "{number:>3} {kind:<8} {BOLD}{speaker}{BOLD:#}: {} {DIM}({}){DIM:#}",
        shortened(&words(record, &quote.parts, &quote.text), 60),
        printable(&notes.join("; "))
    )
}

/// The parts without what stands between them; all of it where the record does not carry the text.
fn words(record: &Record, parts: &[SpanRecord], all: &str) -> String {
    let Some(text) = record.text.value.as_deref().filter(|_| parts.len() > 1) else { return all.to_owned() };
    let part = |span: &SpanRecord| text.chars().skip(span.start).take(span.end - span.start).collect::<String>();
    parts.iter().map(part).collect::<Vec<_>>().join(" … ")
}

/// The entity that speaks, else the words that name the source, else that it is unknown.
fn speaker(record: &Record, quote: &QuoteRecord) -> String {
    let Some(source) = &quote.source else { return "unknown".to_owned() };
    match name_of(record, source.entity_id.as_deref()) {
        Some(name) => name.to_owned(),
        None => format!("“{}”", source.text),
    }
}

fn name_of<'a>(record: &'a Record, id: Option<&str>) -> Option<&'a str> {
    let id = id?;
    record.entities.iter().find(|entity| entity.id == id).map(|entity| entity.name.as_str())
}

/// The entities that have a name: type, name, titles, number of mentions.
pub(super) fn entities(record: &Record) -> String {
    let named: Vec<&EntityRecord> = record.entities.iter().filter(|entity| entity.has_name()).collect();
    list("Entities", named.into_iter().map(entity_line))
}

fn entity_line(entity: &EntityRecord) -> String {
    let kind = match entity.entity_type {
        EntityType::Person => "person",
        EntityType::Organization => "organization",
        EntityType::Location => "location",
        EntityType::Group => "group",
        EntityType::Event => "event",
        EntityType::Work => "work",
        EntityType::Product => "product",
        EntityType::Other => "other",
    };
    let mut titles: Vec<&str> = entity.titles.iter().map(|title| title.text.as_str()).collect();
    titles.dedup();
    let roles = if titles.is_empty() { String::new() } else { format!(" ({})", shortened(&titles.join("; "), 50)) };
    format!("    {kind:<12} {BOLD}{}{BOLD:#}{roles} {DIM}×{}{DIM:#}", shortened(&entity.name, 50), entity.mentions.len())
}

/// The claims: kind, claimant, words.
pub(super) fn claims(record: &Record) -> String {
    list("Claims", record.claims.iter().map(|claim| claim_line(record, claim)))
}

fn claim_line(record: &Record, claim: &ClaimRecord) -> String {
    let claimant = match claim.claimant.kind {
        ClaimantKind::Outlet => "the outlet",
        ClaimantKind::Unnamed => "unnamed",
        ClaimantKind::Entity => name_of(record, claim.claimant.entity_id.as_deref()).unwrap_or("unknown"),
    };
    let kind = format!("{:?}", claim.kind).to_lowercase();
    let score = claim.check_worthiness.score;
    format!(
        "    {kind:<12} {BOLD}{}{BOLD:#}: {} {DIM}({score:.2}){DIM:#}",
        shortened(claimant, 30),
        shortened(&words(record, &claim.parts, &claim.text), 60)
    )
}

/// The warnings: code and particulars.
pub(super) fn warnings(record: &Record) -> String {
    list("Warnings", record.warnings.iter().map(|warning| format!("    {}: {}", printable(&warning.code), printable(&warning.detail))))
}

fn list(title: &str, lines: impl ExactSizeIterator<Item = String>) -> String {
    if lines.len() == 0 {
        return String::new();
    }
    let mut out = format!("\n{BOLD}{title}{BOLD:#}\n");
    for line in lines {
        let _ = writeln!(out, "{line}");
    }
    out
}
