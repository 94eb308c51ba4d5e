//! What the worker says of itself: `/livez`, `/readyz`, `/metrics`.

use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use axum::Router;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use axum::routing::get;
use tokio::net::TcpListener;

use super::metrics::Metrics;

/// Whether the worker can do its work, and if not, why.
#[derive(Debug)]
pub(super) struct Health(Mutex<Troubles>);

/// What stands in the way. The worker is ready while nothing does.
#[derive(Debug)]
struct Troubles {
    connection: Option<String>,
    consumer: Option<String>,
    permission: Option<String>,
    output: Option<String>,
    stopping: Option<String>,
}

/// What part of the work a trouble stands in the way of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// The connection to NATS.
    Connection,
    /// The streams and the consumer.
    Consumer,
    /// What the user may do.
    Permission,
    /// The output stream.
    Output,
    /// The worker itself: it is told to stop.
    Worker,
}

impl Default for Health {
    fn default() -> Self {
        Self(Mutex::new(Troubles {
            connection: Some("not connected yet".to_owned()),
            consumer: Some("not bound to the consumer yet".to_owned()),
            permission: None,
            output: None,
            stopping: None,
        }))
    }
}

impl Troubles {
    fn slot(&mut self, part: Part) -> &mut Option<String> {
        match part {
            Part::Connection => &mut self.connection,
            Part::Consumer => &mut self.consumer,
            Part::Permission => &mut self.permission,
            Part::Output => &mut self.output,
            Part::Worker => &mut self.stopping,
        }
    }

    fn told(&self) -> Vec<String> {
        [&self.stopping, &self.connection, &self.consumer, &self.permission, &self.output].into_iter().flatten().cloned().collect()
    }
}

impl Health {
    /// Notes a trouble and logs it once; the worker is not ready until [`Health::well`] takes it back.
    pub(super) fn trouble(&self, part: Part, what: impl Into<String>) {
        let what = what.into();
        let mut troubles = self.0.lock().expect("no thread panics while it holds this lock");
        let slot = troubles.slot(part);
        if slot.as_deref() != Some(what.as_str()) {
            match part {
                Part::Worker => tracing::info!("stopping"),
                _ => tracing::warn!(?part, trouble = what, "not ready"),
            }
            *slot = Some(what);
        }
    }

    /// Takes a trouble back.
    pub(super) fn well(&self, part: Part) {
        let mut troubles = self.0.lock().expect("no thread panics while it holds this lock");
        if troubles.slot(part).take().is_some() && troubles.told().is_empty() {
            tracing::info!("ready");
        }
    }

    /// Says more of a trouble; nothing where it is gone by now.
    pub(super) fn explain(&self, part: Part, what: String) {
        let mut troubles = self.0.lock().expect("no thread panics while it holds this lock");
        if let Some(told) = troubles.slot(part).as_mut().filter(|told| **told != what) {
            tracing::warn!(?part, trouble = what, "not ready");
            *told = what;
        }
    }

    /// Whether a part works.
    pub(super) fn is_well(&self, part: Part) -> bool {
        self.0.lock().expect("no thread panics while it holds this lock").slot(part).is_none()
    }

    /// What stands in the way; empty while the worker is ready.
    pub(super) fn troubles(&self) -> Vec<String> {
        self.0.lock().expect("no thread panics while it holds this lock").told()
    }
}

/// What the HTTP server shows.
#[derive(Clone)]
pub(super) struct Shown {
    pub(super) health: Arc<Health>,
    pub(super) metrics: Arc<Metrics>,
}

/// Starts to listen.
///
/// # Errors
/// When the address is taken or not ours.
pub(super) async fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    TcpListener::bind(address).await
}

/// Answers until the runtime ends.
pub(super) async fn serve(listener: TcpListener, shown: Shown) {
    let router = Router::new()
        .route("/livez", get(|| async { "alive\n" }))
        .route("/readyz", get(readyz))
        .route("/metrics", get(metrics))
        .with_state(shown);
    if let Err(error) = axum::serve(listener, router).await {
        tracing::error!(%error, "the HTTP server ended");
    }
}

async fn readyz(State(shown): State<Shown>) -> impl IntoResponse {
    let troubles = shown.health.troubles();
    if troubles.is_empty() {
        return (StatusCode::OK, "ready\n".to_owned());
    }
    (StatusCode::SERVICE_UNAVAILABLE, troubles.join("\n") + "\n")
}

async fn metrics(State(shown): State<Shown>) -> impl IntoResponse {
    ([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], shown.metrics.text())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ready_means_that_nothing_stands_in_the_way() {
        let health = Health::default();
        health.well(Part::Connection);
        assert_eq!(health.troubles(), ["not bound to the consumer yet"]);
        health.well(Part::Consumer);
        assert!(health.troubles().is_empty());
        health.trouble(Part::Output, "the output stream has no room");
        assert_eq!(health.troubles(), ["the output stream has no room"]);
    }

    #[test]
    fn a_trouble_that_is_gone_needs_no_explanation() {
        let health = Health::default();
        health.explain(Part::Connection, "the server refuses the user".to_owned());
        assert_eq!(health.troubles()[0], "the server refuses the user");
        health.well(Part::Connection);
        health.explain(Part::Connection, "the server refuses the user".to_owned());
        assert_eq!(health.troubles(), ["not bound to the consumer yet"]);
        assert!(health.is_well(Part::Connection) && !health.is_well(Part::Consumer));
    }
}
