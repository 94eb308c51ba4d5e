//! The connection to NATS: how it is made, and what becomes known of it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_nats::{Client, ConnectErrorKind, ConnectOptions, Event, ServerAddr};
use tokio::sync::{mpsc, watch};

use super::address::{self, AddressLogin};
use super::health::{Health, Part};
use crate::settings::NatsSettings;

/// How long a request to the server may take before it counts as unanswered.
pub(super) const REQUEST_TIMEOUT: Duration = Duration::from_secs(5);

/// How long to wait before a connection that still fails is looked into again.
const ASK_AGAIN_AFTER: Duration = Duration::from_secs(5);

/// The oldest server that knows all settings that quotewire uses; older ones say OK to them and ignore them.
pub const OLDEST_SERVER: (i64, i64, i64) = (2, 10, 0);

/// Why there is no connection.
#[derive(Debug, thiserror::Error)]
pub enum ConnectError {
    /// The settings name something that cannot be used: a file, an address.
    #[error("{0}")]
    Settings(String),
    /// No server answers, or none lets us in.
    #[error("no NATS server at {servers}: {reason}")]
    Unreachable {
        /// Where we looked.
        servers: String,
        /// Why that failed.
        reason: String,
    },
    /// The server is too old.
    #[error("nats-server {0} is too old: 2.10 or newer is needed, older ones ignore settings that delivery rests on")]
    ServerTooOld(String),
}

/// Counts the connections made, so that whoever waits for an answer learns that it was lost with the one before.
pub(super) type Connections = watch::Receiver<u64>;

/// What the client tells about the connection goes here.
#[derive(Debug)]
struct Listener {
    health: Arc<Health>,
    connections: watch::Sender<u64>,
    /// Told when an attempt to connect has failed.
    failed: mpsc::Sender<()>,
}

impl Listener {
    fn heard(&self, event: &Event) {
        match event {
            Event::Connected => {
                self.health.well(Part::Permission); // what is still forbidden is told again
                self.health.well(Part::Connection);
                self.connections.send_modify(|count| *count += 1);
            }
            Event::Disconnected | Event::Closed => self.health.trouble(Part::Connection, "not connected to NATS"),
            Event::ServerError(error) => {
                let told = error.to_string();
                if told.to_lowercase().contains("permissions violation") {
                    self.health.trouble(Part::Permission, told);
                } else {
                    tracing::warn!(error = told, "the server reports an error");
                }
            }
            Event::ClientError(_) => {
                tracing::debug!(%event, "the connection reports");
                let _ = self.failed.try_send(()); // full: it is being looked into
            }
            Event::LameDuckMode | Event::SlowConsumer(_) | Event::Draining => {
                tracing::warn!(%event, "the connection reports");
            }
        }
    }
}

/// Connects for as long as it takes, now and after every loss; returns before the first connection is there.
pub(super) async fn stay_connected(settings: &NatsSettings, health: Arc<Health>) -> Result<(Client, Connections), ConnectError> {
    let (sender, connections) = watch::channel(0);
    let (failed, failures) = mpsc::channel(1);
    tokio::spawn(explain_failures(settings.clone(), Arc::clone(&health), failures));
    let listener = Arc::new(Listener { health, connections: sender, failed });
    let (options, addresses) = options(settings)?;
    let options = options.retry_on_initial_connect().max_reconnects(None).event_callback(move |event| {
        let listener = Arc::clone(&listener);
        async move { listener.heard(&event) }
    });
    let client = options.connect(addresses).await.map_err(|error| unreachable(settings, &error))?;
    Ok((client, connections))
}

/// Says why there is no connection, for as long as somebody may ask. The client's events name only the kind of a failure; one more attempt
/// names the failure itself.
async fn explain_failures(settings: NatsSettings, health: Arc<Health>, mut failures: mpsc::Receiver<()>) {
    while failures.recv().await.is_some() {
        if health.is_well(Part::Connection) {
            continue;
        }
        if let Err(error) = connect_once(&settings).await {
            health.explain(Part::Connection, format!("not connected: {error}"));
        }
        tokio::time::sleep(ASK_AGAIN_AFTER).await;
    }
}

/// Connects once, for a command that is over soon.
///
/// # Errors
/// When the settings cannot be used, no server answers, or it is too old.
pub async fn connect_once(settings: &NatsSettings) -> Result<Client, ConnectError> {
    let (options, addresses) = options(settings)?;
    let client = options.connect(addresses).await.map_err(|error| unreachable(settings, &error))?;
    check_version(&client)?;
    Ok(client)
}

/// Refuses a server that would ignore what it is told.
pub(super) fn check_version(client: &Client) -> Result<(), ConnectError> {
    let (major, minor, patch) = OLDEST_SERVER;
    if client.is_server_compatible(major, minor, patch) {
        return Ok(());
    }
    Err(ConnectError::ServerTooOld(client.server_info().version))
}

/// As [`connect_once`], and what the server forbids goes to `violations`.
pub(super) async fn connect_once_listening(settings: &NatsSettings, violations: Arc<Mutex<Vec<String>>>) -> Result<Client, ConnectError> {
    let (options, addresses) = options(settings)?;
    let options = options.event_callback(move |event| {
        if let (Event::ServerError(error), Ok(mut violations)) = (event, violations.lock()) {
            violations.push(error.to_string());
        }
        std::future::ready(())
    });
    let client = options.connect(addresses).await.map_err(|error| unreachable(settings, &error))?;
    check_version(&client)?;
    Ok(client)
}

fn options(settings: &NatsSettings) -> Result<(ConnectOptions, Vec<ServerAddr>), ConnectError> {
    let (addresses, address_login) = address::read(&settings.servers)?;
    let mut options = ConnectOptions::new()
        .name(&settings.name)
        .connection_timeout(Duration::from_secs(settings.connect_timeout_secs))
        .ping_interval(Duration::from_secs(settings.ping_interval_secs))
        .request_timeout(Some(REQUEST_TIMEOUT))
        .reconnect_delay_callback(reconnect_delay)
        .custom_inbox_prefix(&settings.inbox_prefix)
        .require_tls(settings.tls_required);
    if settings.tls_first {
        options = options.tls_first();
    }
    if let Some(file) = named(&settings.tls_ca_file) {
        options = options.add_root_certificates(readable(file)?);
    }
    if let (Some(certificate), Some(key)) = (named(&settings.tls_certificate_file), named(&settings.tls_key_file)) {
        options = options.add_client_certificate(readable(certificate)?, readable(key)?);
    }
    Ok((login(options, settings, address_login)?, addresses))
}

fn login(options: ConnectOptions, settings: &NatsSettings, address_login: Option<AddressLogin>) -> Result<ConnectOptions, ConnectError> {
    if let Some(file) = named(&settings.credentials_file) {
        let credentials = contents(file)?;
        return options.credentials(&credentials).map_err(|error| ConnectError::Settings(format!("{file}: {error}")));
    }
    if let Some(file) = named(&settings.nkey_seed_file) {
        let seed = contents(file)?.trim().to_owned();
        nkeys::KeyPair::from_seed(&seed).map_err(|_| ConnectError::Settings(format!("{file}: not an NKey seed")))?;
        return Ok(options.nkey(seed));
    }
    if let Some(password) = settings.password.reveal() {
        return Ok(options.user_and_password(settings.user.clone(), password.to_owned()));
    }
    Ok(match address_login {
        Some(AddressLogin::User { user, password }) => options.user_and_password(user, password),
        Some(AddressLogin::Token(token)) => options.token(token),
        None => options,
    })
}

/// 0 at first, then 50 ms more each time, half a second at most: a server that is back is used at once.
fn reconnect_delay(attempts: usize) -> Duration {
    Duration::from_millis(50 * attempts.saturating_sub(1) as u64).min(Duration::from_millis(500))
}

fn named(path: &str) -> Option<&str> {
    Some(path).filter(|path| !path.is_empty())
}

fn readable(path: &str) -> Result<PathBuf, ConnectError> {
    contents(path).map(|_| PathBuf::from(path))
}

fn contents(path: &str) -> Result<String, ConnectError> {
    std::fs::read_to_string(path).map_err(|error| ConnectError::Settings(format!("cannot read {path}: {error}")))
}

fn unreachable(settings: &NatsSettings, error: &async_nats::ConnectError) -> ConnectError {
    let reason = match error.kind() {
        ConnectErrorKind::AuthorizationViolation | ConnectErrorKind::Authentication => "it refuses the user".to_owned(),
        ConnectErrorKind::TimedOut if !settings.tls_first => "timed out (one that speaks TLS first needs nats.tls_first)".to_owned(),
        _ if error.to_string().contains("InvalidContentType") => "it does not speak TLS".to_owned(),
        _ => error.to_string(),
    };
    let hosts: Vec<&str> =
        settings.servers.iter().map(|address| address.rsplit_once('@').map_or(address.as_str(), |(_, host)| host)).collect();
    ConnectError::Unreachable { servers: hosts.join(", "), reason }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_back_is_used_within_half_a_second() {
        assert_eq!(reconnect_delay(1), Duration::ZERO);
        assert_eq!(reconnect_delay(3), Duration::from_millis(100));
        assert_eq!(reconnect_delay(1000), Duration::from_millis(500));
    }
}
