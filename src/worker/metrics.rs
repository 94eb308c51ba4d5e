//! What is counted and timed, in the Prometheus text format. Never a label by story.

use std::time::Duration;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;

/// One label, `outcome`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct OutcomeLabel {
    outcome: &'static str,
}

/// One label, `stage`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct StageLabel {
    stage: &'static str,
}

/// One label, `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct KindLabel {
    kind: String,
}

/// One label, `reason`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
pub(super) struct ReasonLabel {
    reason: &'static str,
}

/// How a message that was received ended. Every one ends in exactly one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// Its record is in the output stream, new.
    Published,
    /// Its record was in the output stream already.
    Duplicate,
    /// It is a dead letter.
    DeadLetter,
    /// It was given back to the server.
    Returned,
}

/// All metrics of a worker.
pub(super) struct Metrics {
    registry: Registry,
    messages: [Counter; 4],
    stages: Family<StageLabel, Histogram, fn() -> Histogram>,
    pub(super) quotes: Family<KindLabel, Counter>,
    pub(super) entities: Family<KindLabel, Counter>,
    pub(super) claims: Family<KindLabel, Counter>,
    pub(super) speaker_unresolved: Counter,
    pub(super) retracted: Counter,
    pub(super) redelivered: Counter,
    pub(super) dead_letters: Family<ReasonLabel, Counter>,
    pub(super) unconfirmed_acks: Counter,
    pub(super) publish_failures: Family<ReasonLabel, Counter>,
    pub(super) reopened: Family<ReasonLabel, Counter>,
    pub(super) in_flight: Gauge,
    pub(super) consumer_pending: Gauge,
    pub(super) ack_pending: Gauge,
    pub(super) output_blocked: Gauge,
    pub(super) publish_ack: Histogram,
    pub(super) end_to_end: Histogram,
}

fn seconds() -> Histogram {
    Histogram::new(exponential_buckets(0.000_1, 2.0, 20)) // 0.1 ms to 52 s
}

impl Metrics {
    pub(super) fn new() -> Self {
        let mut registry = Registry::with_prefix("quotewire");
        let messages: Family<OutcomeLabel, Counter> = Family::default();
        let stages = Family::<StageLabel, Histogram, fn() -> Histogram>::new_with_constructor(seconds);
        registry.register("messages", "Messages that came to their end", messages.clone());
        registry.register("stage_seconds", "Time that one message spends in a stage", stages.clone());
        let outcomes = ["published", "duplicate", "dead_letter", "returned"];
        let metrics = Self {
            messages: outcomes.map(|outcome| messages.get_or_create_owned(&OutcomeLabel { outcome })),
            stages,
            quotes: Family::default(),
            entities: Family::default(),
            claims: Family::default(),
            speaker_unresolved: Counter::default(),
            retracted: Counter::default(),
            redelivered: Counter::default(),
            dead_letters: Family::default(),
            unconfirmed_acks: Counter::default(),
            publish_failures: Family::default(),
            reopened: Family::default(),
            in_flight: Gauge::default(),
            consumer_pending: Gauge::default(),
            ack_pending: Gauge::default(),
            output_blocked: Gauge::default(),
            publish_ack: seconds(),
            end_to_end: seconds(),
            registry: Registry::default(),
        };
        metrics.register(&mut registry);
        Self { registry, ..metrics }
    }

    fn register(&self, registry: &mut Registry) {
        registry.register("quotes", "Quotations found", self.quotes.clone());
        registry.register("entities", "Entities found", self.entities.clone());
        registry.register("claims", "Claims found", self.claims.clone());
        registry.register("speaker_unresolved", "Quotations whose source is unknown", self.speaker_unresolved.clone());
        registry.register("retracted", "Kills worked on; one that comes twice counts twice", self.retracted.clone());
        registry.register("redelivered", "Messages received again", self.redelivered.clone());
        registry.register("dead_letters", "Dead letters published", self.dead_letters.clone());
        registry.register("acks_unconfirmed", "Acks that the server did not confirm", self.unconfirmed_acks.clone());
        registry.register("publish_failures", "Publishes that were not acknowledged; each is tried again", self.publish_failures.clone());
        registry.register("intake_reopened", "Times that the intake opened its subscription anew", self.reopened.clone());
        registry.register("in_flight", "Messages received and not yet settled", self.in_flight.clone());
        registry.register("consumer_pending", "Messages of the stream that wait for a worker", self.consumer_pending.clone());
        registry.register("ack_pending", "Messages under way in all workers", self.ack_pending.clone());
        registry.register("output_blocked", "1 while the output stream has no room", self.output_blocked.clone());
        registry.register("publish_ack_seconds", "From publish to its acknowledgement", self.publish_ack.clone());
        registry.register("end_to_end_seconds", "From the input stream to the output stream", self.end_to_end.clone());
        registry.register("build", "What runs", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
    }

    pub(super) fn ended(&self, ended: Ended) {
        self.messages[ended as usize].inc();
    }

    pub(super) fn stage(&self, stage: &'static str, spent: Duration) {
        self.stages.get_or_create(&StageLabel { stage }).observe(spent.as_secs_f64());
    }

    pub(super) fn counted(family: &Family<KindLabel, Counter>, kind: String, count: u64) {
        family.get_or_create(&KindLabel { kind }).inc_by(count);
    }

    pub(super) fn reasoned(family: &Family<ReasonLabel, Counter>, reason: &'static str) {
        family.get_or_create(&ReasonLabel { reason }).inc();
    }

    /// All of it as text.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes everything");
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_is_shown() {
        let metrics = Metrics::new();
        metrics.ended(Ended::DeadLetter);
        Metrics::reasoned(&metrics.dead_letters, "no_text");
        Metrics::counted(&metrics.quotes, "direct".to_owned(), 3);
        metrics.stage("extract", Duration::from_millis(1));
        let text = metrics.text();
        for line in [
            "quotewire_messages_total{outcome=\"dead_letter\"} 1",
            "quotewire_messages_total{outcome=\"published\"} 0",
            "quotewire_dead_letters_total{reason=\"no_text\"} 1",
            "quotewire_quotes_total{kind=\"direct\"} 3",
            "quotewire_build_info{version=",
            "quotewire_stage_seconds_count{stage=\"extract\"} 1",
        ] {
            assert!(text.contains(line), "{line} is missing in:\n{text}");
        }
    }
}
