//! Streams and the consumer: what we ask for, making what is missing, and telling where what exists differs.

use std::fmt;
use std::time::Duration;

use async_nats::jetstream::consumer::{AckPolicy, PullConsumer, pull};
use async_nats::jetstream::context::{CreateStreamErrorKind, GetStreamErrorKind};
use async_nats::jetstream::stream::{Config, ConsumerErrorKind, DiscardPolicy, RetentionPolicy, StorageType};
use async_nats::jetstream::{Context, ErrorCode};

use crate::settings::{ProvisionMode, Settings, Storage};

/// A place where the server's configuration is not what we asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drift {
    /// The stream or consumer, and the setting: `stream WIRE_IN: subjects`.
    pub what: String,
    /// What we asked for.
    pub asked: String,
    /// What the server has.
    pub found: String,
}

impl fmt::Display for Drift {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: asked for {}, the server has {}", self.what, self.asked, self.found)
    }
}

/// Why streams or the consumer are not as they must be. All of it may pass.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProvisionError {
    /// It is not there, and we were told not to make it.
    #[error("{0} does not exist")]
    Missing(String),
    /// The server refused to make or show it, or did not answer.
    #[error("{what}: {reason}")]
    Failed {
        /// The stream or consumer.
        what: String,
        /// The server's word.
        reason: String,
    },
}

/// What was found or made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Provisioned {
    /// What was made.
    pub created: Vec<String>,
    /// Where the rest differs.
    pub drift: Vec<Drift>,
}

/// Makes or verifies the three streams and the consumer, as `mode` says; looks at nothing in the mode `off`.
///
/// # Errors
/// At the first that is missing and may not be made, or that the server refuses.
pub async fn provision(context: &Context, settings: &Settings, mode: ProvisionMode) -> Result<Provisioned, ProvisionError> {
    let mut provisioned = Provisioned::default();
    if mode == ProvisionMode::Off {
        return Ok(provisioned);
    }
    for config in [input_stream(settings), output_stream(settings), dead_letter_stream(settings)] {
        let what = format!("stream {}", config.name);
        let found = match find_stream(context, &config.name).await? {
            Some(found) => found,
            None if mode == ProvisionMode::Create => {
                provisioned.created.push(what.clone());
                create_stream(context, &config).await?
            }
            None => return Err(ProvisionError::Missing(what)),
        };
        provisioned.drift.extend(stream_drift(&what, &config, &found));
    }
    provision_consumer(context, settings, mode, &mut provisioned).await?;
    Ok(provisioned)
}

async fn provision_consumer(
    context: &Context,
    settings: &Settings,
    mode: ProvisionMode,
    provisioned: &mut Provisioned,
) -> Result<(), ProvisionError> {
    let asked = consumer_config(settings);
    let what = consumer_name(settings);
    let found = match find_consumer(context, settings).await? {
        Some(found) => found,
        None if mode == ProvisionMode::Create => {
            provisioned.created.push(what.clone());
            let created = context.create_consumer_on_stream(asked.clone(), settings.input.stream.as_str()).await;
            created.map_err(|error| failed(&what, error))?
        }
        None => return Err(ProvisionError::Missing(what)),
    };
    provisioned.drift.extend(consumer_drift(&what, &asked, &found.cached_info().config));
    Ok(())
}

/// Binds to the consumer; needs the permission to see it, no other.
///
/// # Errors
/// When it is missing, is no pull consumer with explicit acks, or the server does not answer.
pub async fn bind(context: &Context, settings: &Settings) -> Result<PullConsumer, ProvisionError> {
    let what = consumer_name(settings);
    let consumer = find_consumer(context, settings).await?.ok_or_else(|| ProvisionError::Missing(what.clone()))?;
    let policy = consumer.cached_info().config.ack_policy;
    if policy != AckPolicy::Explicit {
        return Err(ProvisionError::Failed { what, reason: format!("its ack policy is {policy:?}, only Explicit loses nothing") });
    }
    Ok(consumer)
}

fn consumer_name(settings: &Settings) -> String {
    format!("consumer {} of stream {}", settings.input.consumer, settings.input.stream)
}

async fn find_stream(context: &Context, name: &str) -> Result<Option<Config>, ProvisionError> {
    match context.get_stream(name).await {
        Ok(stream) => Ok(Some(stream.cached_info().config.clone())),
        Err(error) => match error.kind() {
            GetStreamErrorKind::JetStream(refusal) if refusal.error_code() == ErrorCode::STREAM_NOT_FOUND => Ok(None),
            _ => Err(failed(&format!("stream {name}"), error)),
        },
    }
}

async fn create_stream(context: &Context, config: &Config) -> Result<Config, ProvisionError> {
    match context.create_stream(config.clone()).await {
        Ok(stream) => Ok(stream.cached_info().config.clone()),
        Err(error) => match error.kind() {
            // another replica was faster
            CreateStreamErrorKind::JetStream(refusal) if refusal.error_code() == ErrorCode::STREAM_NAME_EXIST => {
                let found = find_stream(context, &config.name).await?;
                found.ok_or_else(|| ProvisionError::Missing(format!("stream {}", config.name)))
            }
            _ => Err(failed(&format!("stream {}", config.name), error)),
        },
    }
}

async fn find_consumer(context: &Context, settings: &Settings) -> Result<Option<PullConsumer>, ProvisionError> {
    match context.get_consumer_from_stream(settings.input.consumer.as_str(), settings.input.stream.as_str()).await {
        Ok(consumer) => Ok(Some(consumer)),
        Err(error) => match error.kind() {
            ConsumerErrorKind::JetStream(refusal) if refusal.error_code() == ErrorCode::CONSUMER_NOT_FOUND => Ok(None),
            ConsumerErrorKind::JetStream(refusal) if refusal.error_code() == ErrorCode::STREAM_NOT_FOUND => {
                Err(ProvisionError::Missing(format!("stream {}", settings.input.stream)))
            }
            _ => Err(failed(&consumer_name(settings), error)),
        },
    }
}

fn failed(what: &str, error: impl std::error::Error) -> ProvisionError {
    ProvisionError::Failed { what: what.to_owned(), reason: error.to_string() }
}

fn stream(settings: &Settings, name: &str, subjects: Vec<String>) -> Config {
    Config {
        name: name.to_owned(),
        subjects,
        retention: RetentionPolicy::Limits,
        discard: DiscardPolicy::New, // a full stream says so; the other way, it would drop what nobody has read
        storage: match settings.provision.storage {
            Storage::File => StorageType::File,
            Storage::Memory => StorageType::Memory,
        },
        num_replicas: settings.provision.replicas,
        ..Config::default()
    }
}

fn input_stream(settings: &Settings) -> Config {
    stream(settings, &settings.input.stream, settings.input.subjects.clone())
}

fn output_stream(settings: &Settings) -> Config {
    let duplicate_window = Duration::from_secs(settings.output.duplicate_window_secs);
    Config { duplicate_window, ..stream(settings, &settings.output.stream, settings.output.subjects.clone()) }
}

fn dead_letter_stream(settings: &Settings) -> Config {
    let subjects = vec![format!("{}.>", settings.dead_letter.subject_prefix)];
    let duplicate_window = Duration::from_secs(settings.output.duplicate_window_secs);
    Config { duplicate_window, ..stream(settings, &settings.dead_letter.stream, subjects) }
}

fn consumer_config(settings: &Settings) -> pull::Config {
    let input = &settings.input;
    let one_filter = input.filter_subjects.len() == 1;
    pull::Config {
        durable_name: Some(input.consumer.clone()),
        ack_policy: AckPolicy::Explicit,
        ack_wait: input.ack_wait(),
        max_deliver: -1, // the worker counts: the server would only keep the message and send an advisory
        max_ack_pending: i64::from(input.max_ack_pending),
        filter_subject: if one_filter { input.filter_subjects[0].clone() } else { String::new() },
        filter_subjects: if one_filter { Vec::new() } else { input.filter_subjects.clone() },
        ..pull::Config::default()
    }
}

fn stream_drift(what: &str, asked: &Config, found: &Config) -> Vec<Drift> {
    let mut drift = Comparison::new(what);
    drift.compare("subjects", &asked.subjects, &found.subjects);
    drift.compare("storage", &asked.storage, &found.storage);
    drift.compare("replicas", &asked.num_replicas, &found.num_replicas);
    drift.compare("retention", &asked.retention, &found.retention);
    if asked.duplicate_window > Duration::ZERO {
        drift.compare("duplicate window", &asked.duplicate_window, &found.duplicate_window);
    }
    drift.0
}

fn consumer_drift(what: &str, asked: &pull::Config, found: &async_nats::jetstream::consumer::Config) -> Vec<Drift> {
    let mut drift = Comparison::new(what);
    drift.compare("ack policy", &asked.ack_policy, &found.ack_policy);
    drift.compare("ack wait", &asked.ack_wait, &found.ack_wait);
    drift.compare("max deliver", &asked.max_deliver, &found.max_deliver);
    drift.compare("max ack pending", &asked.max_ack_pending, &found.max_ack_pending);
    drift.compare(
        "filter",
        &filters(&asked.filter_subject, &asked.filter_subjects),
        &filters(&found.filter_subject, &found.filter_subjects),
    );
    drift.0
}

fn filters(one: &str, many: &[String]) -> Vec<String> {
    if one.is_empty() { many.to_vec() } else { vec![one.to_owned()] }
}

/// Collects where two configurations differ.
struct Comparison<'a>(Vec<Drift>, &'a str);

impl<'a> Comparison<'a> {
    fn new(what: &'a str) -> Self {
        Self(Vec::new(), what)
    }

    fn compare<T: PartialEq + fmt::Debug>(&mut self, setting: &str, asked: &T, found: &T) {
        if asked != found {
            self.0.push(Drift { what: format!("{}: {setting}", self.1), asked: format!("{asked:?}"), found: format!("{found:?}") });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::Layers;

    fn settings() -> Settings {
        Layers::default().load().unwrap()
    }

    #[test]
    fn what_the_server_ignored_is_told() {
        let asked = consumer_config(&settings());
        let found = async_nats::jetstream::consumer::Config {
            ack_policy: AckPolicy::Explicit,
            ack_wait: Duration::from_secs(30),
            max_deliver: -1,
            max_ack_pending: 1024,
            ..Default::default()
        };
        let drift = consumer_drift("consumer quotewire", &asked, &found);
        assert_eq!(drift.len(), 1, "{drift:?}");
        assert_eq!(drift[0].to_string(), "consumer quotewire: ack wait: asked for 15s, the server has 30s");
    }

    #[test]
    fn the_same_is_no_drift() {
        let asked = output_stream(&settings());
        assert_eq!(stream_drift("stream", &asked, &asked.clone()), []);
    }

    #[test]
    fn one_filter_stands_where_old_and_new_servers_know_it() {
        let mut settings = settings();
        settings.input.filter_subjects = vec!["wire.in.v1.a".to_owned()];
        let config = consumer_config(&settings);
        assert_eq!((config.filter_subject.as_str(), config.filter_subjects.len()), ("wire.in.v1.a", 0));
    }
}
