//! What came out of a demo, in one line.

use std::time::Duration;

use crate::record::{Event, Record};

/// Counts of a demo.
#[derive(Debug, Default)]
pub(super) struct Tally {
    stories: usize,
    records: usize,
    retracted: usize,
    dead_letters: usize,
    quotes: usize,
    speakers_resolved: usize,
    entities: usize,
    claims: usize,
    times: Vec<Duration>,
}

impl Tally {
    /// Counts a record that came `after` its story was sent.
    pub(super) fn record(&mut self, record: &Record, after: Duration) {
        self.stories += 1;
        self.records += 1;
        self.retracted += usize::from(record.event == Event::Retracted);
        self.quotes += record.quotes.len();
        let is_resolved = |quote: &&crate::record::QuoteRecord| quote.source.as_ref().is_some_and(|source| source.entity_id.is_some());
        self.speakers_resolved += record.quotes.iter().filter(is_resolved).count();
        self.entities += record.entities.len();
        self.claims += record.claims.len();
        self.times.push(after);
    }

    /// Counts a dead letter.
    pub(super) fn dead_letter(&mut self) {
        self.stories += 1;
        self.dead_letters += 1;
    }

    /// The line.
    pub(super) fn line(&mut self) -> String {
        self.times.sort();
        let median = self.times.get(self.times.len() / 2).copied().unwrap_or_default();
        format!(
            "{} stories: {} records ({} retracted), {} dead letters · {} quotes, {} speakers resolved · {} entities · {} claims · median {:.1} ms from story to record",
            self.stories,
            self.records,
            self.retracted,
            self.dead_letters,
            self.quotes,
            self.speakers_resolved,
            self.entities,
            self.claims,
            median.as_secs_f64() * 1e3,
        )
    }
}
