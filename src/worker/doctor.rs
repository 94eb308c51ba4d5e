//! Looks at all that a worker needs, without changing anything, and says how to mend what is wrong.

use std::error::Error;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_nats::Client;
use async_nats::client::Request;
use async_nats::header::HeaderMap;
use async_nats::jetstream::Context;
use async_nats::jetstream::context::ContextBuilder;
use bytes::Bytes;

use super::connect::{self, ConnectError};
use super::disposition::Reason;
use super::provision::{self, Drift, ProvisionError};
use super::pull;
use super::subjects::SubjectTemplate;
use crate::pipeline::Pipeline;
use crate::settings::{ProvisionMode, Settings};
use crate::wire::ArticleState;

/// A difference of clocks above this makes times in headers and metrics misleading.
const CLOCK_TOLERANCE: Duration = Duration::from_secs(2);

/// How long to wait for the server to say that something is forbidden.
const REFUSAL_TAKES: Duration = Duration::from_millis(300);

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// It is as it must be.
    Good(String),
    /// It works, and somebody should know.
    Note(String),
    /// It is not.
    Bad {
        /// What is wrong.
        what: String,
        /// How to mend it.
        fix: String,
    },
}

impl Finding {
    /// Whether the worker cannot do its work because of it.
    pub fn is_failure(&self) -> bool {
        matches!(self, Finding::Bad { .. })
    }

    fn bad(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Finding::Bad { what: what.into(), fix: fix.into() }
    }
}

/// Looks at server, JetStream, streams, consumer, permissions and clock.
///
/// # Errors
/// When no server can be reached: nothing else can be looked at then.
pub async fn examine(settings: &Settings) -> Result<Vec<Finding>, ConnectError> {
    let told = Arc::new(Mutex::new(Vec::new()));
    let client = match connect::connect_once_listening(&settings.nats, Arc::clone(&told)).await {
        Err(error @ ConnectError::ServerTooOld(_)) => {
            return Ok(vec![Finding::bad(error.to_string(), "upgrade nats-server")]);
        }
        client => client?,
    };
    let context = ContextBuilder::new().timeout(PATIENCE).build(client.clone());
    let server = client.server_info();
    let mut findings = vec![Finding::Good(format!("nats-server {} at {}:{}", server.version, server.host, server.port))];
    findings.extend(examine_gazetteer(&settings.pipeline.gazetteer));
    if !server.jetstream {
        findings.push(Finding::bad("the server has no JetStream", "start it with -js, or set `jetstream {}` in its configuration"));
        return Ok(findings);
    }
    findings.extend(examine_streams(&context, settings).await);
    findings.extend(examine_consumer(&client, &context, settings).await);
    findings.extend(examine_output(&context, settings).await);
    knock(&client, settings).await;
    let violations = told.lock().map(|told| told.clone()).unwrap_or_default();
    findings.extend(violations.into_iter().map(|what: String| {
        Finding::bad(format!("the server forbids: {what}"), "allow it to this user; deploy/nats/ lists all that the worker needs")
    }));
    Ok(findings)
}

/// Opens the gazetteer, where there is one, and reads all of it.
fn examine_gazetteer(path: &Path) -> Option<Finding> {
    let shown = path.display();
    let pipeline = match Pipeline::rules().with_gazetteer(Some(path)) {
        Ok(pipeline) => pipeline,
        Err(error) => {
            let reason = error.source().map(ToString::to_string).unwrap_or_default();
            return Some(Finding::bad(format!("{error}: {reason}"), "build it, or leave pipeline.gazetteer empty"));
        }
    };
    let gazetteer = pipeline.gazetteer()?;
    Some(match gazetteer.verify() {
        Ok(()) => Finding::Good(format!("gazetteer {shown} is whole; entries: {}, sha256: {}", gazetteer.entries(), gazetteer.sha256())),
        Err(error) => Finding::bad(format!("gazetteer {shown}: {error}"), "build it again"),
    })
}

/// Publishes what does nothing where the worker will ask and acknowledge, so that the server says if it may not.
async fn knock(client: &Client, settings: &Settings) {
    let (stream, consumer) = (&settings.input.stream, &settings.input.consumer);
    let _ = client.publish(format!("$JS.ACK.{stream}.{consumer}.1.0.0.0.0"), Bytes::new()).await; // no message has the sequence 0
    let _ = client.publish(pull::subject(stream, consumer), Bytes::from_static(b"{")).await; // no request, and no answer is wanted
    let _ = client.flush().await;
    tokio::time::sleep(REFUSAL_TAKES).await; // nothing answers where all is well
}

async fn examine_streams(context: &Context, settings: &Settings) -> Vec<Finding> {
    if settings.provision.mode == ProvisionMode::Off {
        return vec![Finding::Note("provision.mode is off: streams are not looked at, the worker may not be allowed to".to_owned())];
    }
    match provision::provision(context, settings, ProvisionMode::Verify).await {
        Ok(provisioned) if provisioned.drift.is_empty() => vec![Finding::Good("streams and consumer are as configured".to_owned())],
        Ok(provisioned) => provisioned.drift.iter().map(drifted).collect(),
        Err(error) => vec![missing(&error)],
    }
}

fn drifted(drift: &Drift) -> Finding {
    Finding::Note(format!("{drift}"))
}

fn missing(error: &ProvisionError) -> Finding {
    let fix = match error {
        ProvisionError::Missing(_) => "run `quotewire init` with this configuration",
        ProvisionError::Failed { .. } => "see the server's word; with a user that may not look at streams, set provision.mode to off",
    };
    Finding::bad(error.to_string(), fix)
}

async fn examine_consumer(client: &Client, context: &Context, settings: &Settings) -> Vec<Finding> {
    let consumer = match provision::bind(context, settings).await {
        Ok(consumer) => consumer,
        Err(error) => return vec![missing(&error)],
    };
    let info = consumer.cached_info();
    let mut findings =
        vec![Finding::Good(format!("consumer {}: {} waiting, {} under way", info.name, info.num_pending, info.num_ack_pending))];
    let needed = 2 * settings.worker.in_flight as i64;
    if info.config.max_ack_pending > 0 && info.config.max_ack_pending < needed {
        findings.push(Finding::bad(
            format!("the consumer's max_ack_pending is {}: one worker can take all of it", info.config.max_ack_pending),
            format!("set it to 2 × replicas × worker.in_flight, at least {needed}"),
        ));
    }
    findings.push(clock(client, settings).await);
    findings
}

/// Compares clocks by the time that the server stamps on its own answer.
async fn clock(client: &Client, settings: &Settings) -> Finding {
    let subject = format!("$JS.API.CONSUMER.INFO.{}.{}", settings.input.stream, settings.input.consumer);
    let asked = now();
    let answer = client.request(subject, Bytes::new()).await;
    let stamp = answer.ok().and_then(|answer| {
        let answer: serde_json::Value = serde_json::from_slice(&answer.payload).ok()?;
        answer.get("ts")?.as_str()?.parse::<jiff::Timestamp>().ok()
    });
    let Some(stamp) = stamp else { return Finding::Note("the server's clock could not be read".to_owned()) };
    let difference = Duration::from_nanos((stamp.as_nanosecond() - asked).unsigned_abs() as u64);
    if difference > CLOCK_TOLERANCE {
        return Finding::bad(format!("clocks differ by {:.1} s", difference.as_secs_f64()), "run NTP on both machines");
    }
    Finding::Good(format!("clocks differ by less than {} s", CLOCK_TOLERANCE.as_secs()))
}

fn now() -> i128 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos() as i128
}

/// Whether a stream keeps what we would publish; asked without publishing anything.
async fn examine_output(context: &Context, settings: &Settings) -> Vec<Finding> {
    let record = SubjectTemplate::new(&settings.output.subject_template).subject(Some("provider"), Some("en"), ArticleState::Usable);
    let letter = format!("{}.{}", settings.dead_letter.subject_prefix, Reason::Undecodable);
    let mut findings = Vec::new();
    for (subject, stream, key) in [(record, &settings.output.stream, "output"), (letter, &settings.dead_letter.stream, "dead_letter")] {
        findings.push(kept(context, &subject, stream, key, settings.provision.mode).await);
    }
    findings
}

async fn kept(context: &Context, subject: &str, stream: &str, key: &str, mode: ProvisionMode) -> Finding {
    // A publish that expects another stream is refused by the stream that would keep it, and by nobody where none would.
    let mut headers = HeaderMap::new();
    headers.insert("Nats-Expected-Stream", "quotewire-doctor-expects-no-stream");
    let request = Request::new().headers(headers).timeout(Some(PATIENCE));
    if let Err(error) = context.client().send_request(subject.to_owned(), request).await {
        return Finding::bad(
            format!("nobody keeps {subject}: {error}"),
            format!("let stream {stream} keep it, change the subject in section {key}, or allow this user to publish there"),
        );
    }
    if mode == ProvisionMode::Off {
        return Finding::Good(format!("{subject} is kept by a stream")); // its name is not for this user to ask
    }
    match context.stream_by_subject(subject).await {
        Ok(found) if found == stream => Finding::Good(format!("{subject} is kept by stream {stream}")),
        Ok(found) => {
            Finding::bad(format!("{subject} is kept by stream {found}, not {stream}"), format!("mend {key}.stream or the subjects"))
        }
        Err(_) => Finding::Good(format!("{subject} is kept by a stream")),
    }
}
