//! The work itself, on threads of its own: bytes of a message in, a record ready to publish out.

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::JoinHandle;
use std::time::Instant;

use async_nats::Subject;
use async_nats::header::HeaderMap;
use bytes::Bytes;
use crossbeam_channel::Receiver;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::watch;

use super::disposition::Reason;
use super::headers::{self, Description};
use super::metrics::{KindLabel, Metrics};
use super::subjects::SubjectTemplate;
use crate::pipeline::{LoadError, Pipeline};
use crate::record::{Event, ModelRecord, PipelineRecord, Provenance, Record};
use crate::settings::{EmitText, OversizedRecord, Settings};
use crate::wire::{self, DecodeError, FormatChoice, Warning};

/// What the work is given.
#[derive(Debug, Clone, Copy)]
pub struct Input<'a> {
    /// The message's bytes.
    pub payload: &'a [u8],
    /// Its `Content-Type`, where it has one.
    pub content_type: Option<&'a str>,
    /// The stream that it comes from.
    pub stream: &'a str,
    /// Its place there.
    pub sequence: u64,
}

/// Why a message can never become a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// What its dead letter is filed under.
    pub reason: Reason,
    /// The particulars for people; never text of the article.
    pub detail: String,
}

impl From<DecodeError> for Rejection {
    fn from(error: DecodeError) -> Self {
        let reason = match &error {
            DecodeError::Undecodable(_) => Reason::Undecodable,
            DecodeError::NoText(_) => Reason::NoText,
            DecodeError::UnsupportedFormat(_) => Reason::UnsupportedFormat,
        };
        Self { reason, detail: error.to_string() }
    }
}

/// The work: from a message to its record. May panic; may take its time.
pub type Work = Arc<dyn Fn(&Input<'_>) -> Result<Record, Rejection> + Send + Sync>;

/// The work as the settings want it: decode, annotate, write the record.
///
/// # Errors
/// When the profile's weights or the gazetteer cannot be loaded.
pub fn load(settings: &Settings) -> Result<Work, LoadError> {
    let folder = &settings.pipeline.models;
    let pipeline = Pipeline::load(settings.pipeline.profile, (!folder.as_os_str().is_empty()).then_some(folder.as_path()))?
        .with_gazetteer(Some(&settings.pipeline.gazetteer))?;
    if let Some(gazetteer) = pipeline.gazetteer() {
        tracing::info!(path = %gazetteer.path().display(), entries = gazetteer.entries(), sha256 = gazetteer.sha256(), "gazetteer opened");
    }
    let emit_text = settings.emit.text;
    let description = describe(&pipeline, emit_text);
    Ok(Arc::new(move |input| {
        let article = wire::decode(input.payload, input.content_type, FormatChoice::Auto)?;
        let annotated = pipeline.annotate(&article);
        let provenance = Provenance { message: Some((input.stream, input.sequence)), pipeline: &description, emit_text };
        Ok(Record::new(article, &annotated.document, &annotated.annotations, annotated.language, annotated.warnings, &provenance))
    }))
}

/// What a record says of `pipeline`.
pub fn describe(pipeline: &Pipeline, emit_text: EmitText) -> PipelineRecord {
    let models = pipeline.models().into_iter().map(|model| ModelRecord { name: model.name, sha256: model.sha256 }).collect();
    PipelineRecord::describe(pipeline.profile().name(), models, pipeline.gazetteer().map(|gazetteer| gazetteer.sha256()), emit_text)
}

/// A message that holds a slot.
#[derive(Debug)]
pub(super) struct Delivery {
    pub(super) slot: u64,
    /// Where it is acknowledged.
    pub(super) reply: Subject,
    pub(super) payload: Bytes,
    pub(super) headers: Option<HeaderMap>,
    pub(super) stream: Arc<str>,
    pub(super) sequence: u64,
    /// How often it was delivered, this time included.
    pub(super) delivered: u32,
    /// When the stream took it, in nanoseconds since 1970.
    pub(super) published_nanos: i128,
}

/// A record as it is published.
#[derive(Debug, Clone)]
pub(super) struct Outgoing {
    pub(super) subject: Subject,
    pub(super) headers: HeaderMap,
    pub(super) body: Bytes,
}

/// What became of a message on the threads.
#[derive(Debug)]
pub(super) enum Finished {
    /// Its record.
    Record(Box<Outgoing>),
    /// It can never have one.
    Rejected(Rejection),
    /// The worker stops, and it was not begun.
    NotStarted,
}

/// What all threads share.
pub(super) struct Workshop {
    pub(super) work: Work,
    pub(super) template: SubjectTemplate,
    pub(super) source: String,
    pub(super) forward_headers: Vec<String>,
    pub(super) oversized: OversizedRecord,
    /// What the server takes in one message, headers included; told when it is known.
    pub(super) max_payload: Arc<AtomicUsize>,
    pub(super) metrics: Arc<Metrics>,
    /// True when what has not been begun is to be given back.
    pub(super) give_back: watch::Receiver<bool>,
}

/// Starts the threads. They end when no more jobs can come.
///
/// # Errors
/// When the system gives no thread.
pub(super) fn start(
    count: usize,
    workshop: &Arc<Workshop>,
    jobs: &Receiver<Delivery>,
    finished: &UnboundedSender<(Delivery, Finished)>,
) -> std::io::Result<Vec<JoinHandle<()>>> {
    let start_one = |number: usize| {
        let (workshop, jobs, finished) = (Arc::clone(workshop), jobs.clone(), finished.clone());
        std::thread::Builder::new().name(format!("extract-{number}")).spawn(move || {
            for delivery in jobs {
                let end = if *workshop.give_back.borrow() { Finished::NotStarted } else { workshop.finish(&delivery) };
                if finished.send((delivery, end)).is_err() {
                    return; // the runtime is gone, and the process with it
                }
            }
        })
    };
    (0..count).map(start_one).collect()
}

impl Workshop {
    fn finish(&self, delivery: &Delivery) -> Finished {
        let begun = Instant::now();
        let content_type = delivery.headers.as_ref().and_then(|headers| headers::value(headers, "content-type"));
        let input = Input { payload: &delivery.payload, content_type, stream: &delivery.stream, sequence: delivery.sequence };
        let worked = catch_unwind(AssertUnwindSafe(|| (self.work)(&input)));
        self.metrics.stage("extract", begun.elapsed());
        match worked {
            Ok(Ok(record)) => self.pack(record, delivery),
            Ok(Err(rejection)) => Finished::Rejected(rejection),
            Err(_) => Finished::Rejected(Rejection {
                reason: Reason::ExtractionPanicked,
                detail: "extraction panicked; the log has the place".to_owned(),
            }),
        }
    }

    /// Writes a record as a message that the server will take.
    fn pack(&self, mut record: Record, delivery: &Delivery) -> Finished {
        let begun = Instant::now();
        self.count(&record);
        let headers = self.headers(&record, delivery);
        let room = self.max_payload.load(Ordering::Relaxed).saturating_sub(size_of_headers(&headers));
        let mut body = json(&record);
        if body.len() > room && self.oversized == OversizedRecord::LeaveOutText && record.text.value.take().is_some() {
            let detail = format!("the record would be {} bytes, the server takes {room}", body.len());
            record.warnings.push(Warning::new("text_left_out", detail));
            body = json(&record);
        }
        if body.len() > room {
            let detail = format!("its record is {} bytes, the server takes {room}", body.len());
            return Finished::Rejected(Rejection { reason: Reason::TooLarge, detail });
        }
        let article = &record.article;
        let subject = self.template.subject(article.provider.as_deref(), article.language.as_deref(), article.state);
        self.metrics.stage("pack", begun.elapsed());
        Finished::Record(Box::new(Outgoing { subject: subject.into(), headers, body: body.into() }))
    }

    fn headers(&self, record: &Record, delivery: &Delivery) -> HeaderMap {
        let time = jiff::Timestamp::now().to_string();
        let description = Description { id: &record.id, event: record.event, uri: &record.article.uri, time: &time, source: &self.source };
        headers::record_headers(&description, delivery.headers.as_ref(), &self.forward_headers)
    }

    fn count(&self, record: &Record) {
        let metrics = &self.metrics;
        tally(&metrics.quotes, record.quotes.iter().map(|quote| quote.kind));
        tally(&metrics.entities, record.entities.iter().map(|entity| entity.entity_type));
        tally(&metrics.claims, record.claims.iter().map(|claim| claim.kind));
        let unresolved = record.quotes.iter().filter(|quote| quote.source.as_ref().is_none_or(|source| source.entity_id.is_none())).count();
        metrics.speaker_unresolved.inc_by(unresolved as u64);
        if record.event == Event::Retracted {
            metrics.retracted.inc();
        }
    }
}

/// Adds the items of each kind to their counters, each counter once. A kind is labelled in lower case: `Direct` is `direct`.
fn tally<T: Copy + PartialEq + fmt::Debug>(family: &Family<KindLabel, Counter>, kinds: impl Iterator<Item = T>) {
    let mut counts: Vec<(T, u64)> = Vec::new();
    for kind in kinds {
        match counts.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, count)) => *count += 1,
            None => counts.push((kind, 1)),
        }
    }
    for (kind, count) in counts {
        Metrics::counted(family, format!("{kind:?}").to_lowercase(), count);
    }
}

fn json(record: &Record) -> Vec<u8> {
    serde_json::to_vec(record).expect("a record has string keys and finite numbers")
}

/// Bytes of headers on the wire: `NATS/1.0\r\n`, a line each, and an empty line.
pub(super) fn size_of_headers(headers: &HeaderMap) -> usize {
    let lines: usize = headers
        .iter()
        .flat_map(|(name, values)| values.iter().map(move |value| AsRef::<str>::as_ref(name).len() + value.as_str().len() + 4))
        .sum();
    lines + 12
}
