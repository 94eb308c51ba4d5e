//! The sections of the configuration. Defaults stand in `config/default.toml`, which holds every key.

use std::path::PathBuf;
use std::time::Duration;

use serde::{Deserialize, Serialize, Serializer};

use super::secret::{Secret, without_password};
use super::{EmitText, Profile};

/// How to reach NATS. An empty string means "none" in every field.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct NatsSettings {
    /// Addresses of the servers, `nats://host:port` or `tls://host:port`; any of them will do. Default: the local one.
    #[serde(serialize_with = "servers_without_passwords")]
    pub servers: Vec<String>,
    /// Name of the connection in the server's monitoring. Default: `quotewire`.
    pub name: String,
    /// User name. Default: none.
    pub user: String,
    /// The user's password. Default: none.
    pub password: Secret,
    /// File with a user's JWT and key, as `nsc` writes it. Default: none.
    pub credentials_file: String,
    /// File with an NKey seed. Default: none.
    pub nkey_seed_file: String,
    /// Prefix of all subjects that answers come in on; a fenced user may subscribe to this alone. Default: `_INBOX`.
    pub inbox_prefix: String,
    /// Whether a connection without TLS is refused. Default: no, but `tls://` addresses always use it.
    pub tls_required: bool,
    /// Whether TLS starts before the server's first word. Default: no.
    pub tls_first: bool,
    /// File with the certificates that the server's is checked against. Default: the system's.
    pub tls_ca_file: String,
    /// File with the client's certificate. Default: none.
    pub tls_certificate_file: String,
    /// File with the key of the client's certificate. Default: none.
    pub tls_key_file: String,
    /// How long one attempt to connect may take, in seconds. Default: 5.
    pub connect_timeout_secs: u64,
    /// How often the connection is checked, in seconds; a dead one is noticed after two. Default: 3.
    pub ping_interval_secs: u64,
}

fn servers_without_passwords<S: Serializer>(servers: &[String], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(servers.iter().map(|address| without_password(address)))
}

/// What the worker does about streams and the consumer when it starts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProvisionMode {
    /// Creates what is missing; says where what exists differs.
    Create,
    /// Says what is missing or differs; waits for what is missing.
    Verify,
    /// Binds to the consumer and looks at nothing else: the least privilege.
    Off,
}

/// Where a stream keeps its messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Storage {
    /// On disk.
    File,
    /// In memory: lost when the server stops.
    Memory,
}

/// How streams and the consumer come to be.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct ProvisionSettings {
    /// What the worker does about them. Default: `create`.
    pub mode: ProvisionMode,
    /// Where they are kept. Default: `file`.
    pub storage: Storage,
    /// On how many servers of the cluster. Default: 1.
    pub replicas: usize,
}

/// What is read.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct InputSettings {
    /// Name of the stream. Default: `WIRE_IN`.
    pub stream: String,
    /// Subjects that the stream keeps, where quotewire creates it. Default: `wire.in.v1.>`.
    pub subjects: Vec<String>,
    /// Subjects that are read; all of the stream's where empty. Default: empty.
    pub filter_subjects: Vec<String>,
    /// Name of the durable consumer; replicas share it. Default: `quotewire`.
    pub consumer: String,
    /// How long the server waits for a sign of life before it delivers a message again, in seconds. Default: 15.
    pub ack_wait_secs: u64,
    /// How many messages may be under way in all replicas together. Default: 1024.
    pub max_ack_pending: u32,
    /// After how many deliveries without an end a message becomes a dead letter. Default: 10.
    pub max_deliveries: u32,
    /// Size above which a message becomes a dead letter unread, in bytes. Default: 524288.
    pub max_message_bytes: usize,
}

/// Where records go.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct OutputSettings {
    /// Name of the stream. Default: `WIRE_ENRICHED`.
    pub stream: String,
    /// Subjects that the stream keeps, where quotewire creates it. Default: `wire.enriched.v1.>`.
    pub subjects: Vec<String>,
    /// Subject of a record; `{provider}`, `{language}` and `{state}` are filled in. Default: `wire.enriched.v1.{provider}.{language}.{state}`.
    pub subject_template: String,
    /// How long the stream refuses a record that it has already, in seconds; longer than the longest outage. Default: 1800.
    pub duplicate_window_secs: u64,
}

/// Where dead letters go.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct DeadLetterSettings {
    /// Name of the stream. Default: `WIRE_DLQ`.
    pub stream: String,
    /// Subject of a dead letter, before the reason. Default: `wire.dlq.v1`.
    pub subject_prefix: String,
}

/// What becomes of a record that the server would refuse for its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OversizedRecord {
    /// It goes out without the value of its text, with a warning.
    LeaveOutText,
    /// The message becomes a dead letter.
    DeadLetter,
}

/// How records are published.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PublishSettings {
    /// `ce-source` of all records: a URI reference for this worker. Default: `quotewire`.
    pub source: String,
    /// Headers of the message that its record carries too. Default: none.
    pub forward_headers: Vec<String>,
    /// What becomes of a record that is too large. Default: `leave_out_text`.
    pub oversized: OversizedRecord,
}

/// What extracts.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PipelineSettings {
    /// Which network, or the rules alone. Default: `balanced`.
    pub profile: Profile,
    /// Folder with weights files, read instead of those in the program; empty means those. Default: empty.
    pub models: PathBuf,
    /// Compiled gazetteer whose ids entities get; empty: none. Default: empty.
    pub gazetteer: PathBuf,
}

/// What records contain.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct EmitSettings {
    /// How much of the text. Default: `full`.
    pub text: EmitText,
}

/// How the worker works.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct WorkerSettings {
    /// Threads that extract; 0 means one a core. Default: 0.
    pub threads: usize,
    /// Messages received and not yet acknowledged, at most. Default: 64.
    pub in_flight: usize,
    /// How long the worker may take to finish what it has begun when told to stop, in seconds. Default: 8.
    pub shutdown_deadline_secs: u64,
}

/// The worker's own HTTP server.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct HttpSettings {
    /// Address of `/livez`, `/readyz` and `/metrics`; empty means none. Default: `127.0.0.1:9464`.
    pub listen: String,
}

/// The form of log lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LogFormat {
    /// Text on a terminal, JSON elsewhere.
    Auto,
    /// Text.
    Text,
    /// JSON, one object a line.
    Json,
}

/// What is logged.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct LogSettings {
    /// Least important lines shown, `error` to `trace`, or a filter such as `info,quotewire=debug`. Default: `info`.
    pub level: String,
    /// Their form. Default: `auto`.
    pub format: LogFormat,
}

impl InputSettings {
    /// How long the server waits for a sign of life.
    pub fn ack_wait(&self) -> Duration {
        Duration::from_secs(self.ack_wait_secs)
    }
}

impl WorkerSettings {
    /// Threads that extract, with one a core filled in.
    pub fn thread_count(&self) -> usize {
        if self.threads > 0 { self.threads } else { std::thread::available_parallelism().map_or(1, usize::from) }
    }

    /// How long the worker may take to finish.
    pub fn shutdown_deadline(&self) -> Duration {
        Duration::from_secs(self.shutdown_deadline_secs)
    }
}
