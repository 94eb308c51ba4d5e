//! What the tests of the sieves share: text in, text out.

use super::{Reading, quotations};
use crate::annotation::Quotation;
use crate::segment::segment;

/// The quotations of `text`, each as `source | cue | content`, parts joined by ` … `.
pub(super) fn found(text: &str) -> Vec<String> {
    each(text, |text, quotation| {
        let source = quotation.attribution.source.as_ref().map_or("-", |source| source.span.of(text));
        let cue = quotation.attribution.cue.as_ref().map_or("-", |cue| cue.span.of(text));
        let parts: Vec<_> = quotation.parts.iter().map(|part| part.of(text)).collect();
        format!("{source} | {cue} | {}", parts.join(" … "))
    })
}

/// The name of the rule for each quotation of `text`.
pub(super) fn rules(text: &str) -> Vec<String> {
    each(text, |_, quotation| quotation.attribution.rule.to_owned())
}

/// The relays of each quotation of `text`.
pub(super) fn relays_of(text: &str) -> Vec<String> {
    each(text, |text, quotation| quotation.relays.iter().map(|relay| relay.span.of(text)).collect::<Vec<_>>().join(", "))
}

/// `source / relays / content` of each quotation of `text`.
pub(super) fn passed_on_in(text: &str) -> Vec<String> {
    each(text, |text, quotation| {
        let source = quotation.attribution.source.as_ref().map_or("-", |source| source.span.of(text));
        let relays: Vec<_> = quotation.relays.iter().map(|relay| relay.span.of(text)).collect();
        let parts: Vec<_> = quotation.parts.iter().map(|part| part.of(text)).collect();
        format!("{source} / {} / {}", relays.join(", "), parts.join(" … "))
    })
}

/// What `show` makes of each quotation of `text`.
pub(super) fn each(text: &str, show: impl Fn(&str, &Quotation) -> String) -> Vec<String> {
    let document = segment(text, &[]);
    quotations(&Reading::new(&document, &[])).iter().map(|quotation| show(text, quotation)).collect()
}
