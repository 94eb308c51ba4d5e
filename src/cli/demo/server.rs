//! A nats-server of the demo's own: a free loopback port, a temporary store, gone when the demo is.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, bail};
use serde::Deserialize;
use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::{Instant, sleep};

/// How long a server may take until it listens.
const START_TIMEOUT: Duration = Duration::from_secs(10);

/// A running server; dropping it ends the process and removes its store.
pub(super) struct DemoServer {
    /// Where clients reach it.
    pub(super) url: String,
    child: Child,
    _store: TempDir,
}

/// The part that the demo reads of the file in which nats-server tells its ports.
#[derive(Deserialize)]
struct Ports {
    nats: Vec<String>,
}

impl DemoServer {
    /// Starts `program` and waits until it listens.
    ///
    /// # Errors
    /// When it cannot be started, ends at once, or does not listen in time.
    pub(super) async fn start(program: &Path) -> anyhow::Result<Self> {
        let store = TempDir::with_prefix("quotewire-demo-").context("cannot make a temporary folder")?;
        let mut child = Command::new(program)
            .args(["--jetstream", "--addr", "127.0.0.1", "--port", "-1"])
            .arg("--store_dir")
            .arg(store.path())
            .arg("--ports_file_dir")
            .arg(store.path())
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .process_group(0) // Ctrl-C is for the demo, which ends the server when it is done with it
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let url = wait_for_port(&mut child, store.path()).await?;
        Ok(Self { url, child, _store: store })
    }

    /// Ends the server.
    pub(super) async fn stop(mut self) {
        let _ = self.child.kill().await;
    }
}

async fn wait_for_port(child: &mut Child, folder: &Path) -> anyhow::Result<String> {
    let began = Instant::now();
    while began.elapsed() < START_TIMEOUT {
        if let Some(status) = child.try_wait().context("cannot watch nats-server")? {
            bail!("nats-server ended at once ({status})");
        }
        if let Some(url) = read_ports(folder) {
            return Ok(url);
        }
        sleep(Duration::from_millis(10)).await;
    }
    bail!("nats-server does not listen after {} s", START_TIMEOUT.as_secs())
}

fn read_ports(folder: &Path) -> Option<String> {
    let file =
        std::fs::read_dir(folder).ok()?.flatten().find(|entry| entry.path().extension().is_some_and(|extension| extension == "ports"))?;
    let ports: Ports = serde_json::from_slice(&std::fs::read(file.path()).ok()?).ok()?;
    ports.nats.into_iter().next()
}

/// The server to use: the one named, else the one in PATH, else the one that `scripts/get-nats-server` put into `.tools`.
///
/// # Errors
/// When there is none; the message says how to get one.
pub(super) fn find(named: Option<&Path>) -> anyhow::Result<PathBuf> {
    if let Some(path) = named {
        return Ok(path.to_owned());
    }
    let in_path = std::env::var_os("PATH").into_iter().flat_map(|path| std::env::split_paths(&path).collect::<Vec<_>>());
    let candidates = in_path.map(|folder| folder.join("nats-server")).chain([PathBuf::from(".tools/nats-server")]);
    match candidates.into_iter().find(|path| path.is_file()) {
        Some(path) => Ok(path),
        None => bail!("no nats-server in PATH or .tools: run scripts/get-nats-server, or name one with --nats-server"),
    }
}
