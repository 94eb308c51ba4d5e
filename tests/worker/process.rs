//! The worker as a process of its own.

use std::fs::File;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use super::http;
use super::server::{Server, free_port};

/// A running `quotewire run`. Killed when this is dropped.
pub struct Worker {
    child: Child,
    port: u16,
    log: PathBuf,
    directory: tempfile::TempDir,
}

impl Worker {
    /// Starts a worker on a server, with settings such as `worker.threads=1`.
    pub fn start(server: &Server, settings: &[&str]) -> Self {
        Self::start_at(&server.url(), settings)
    }

    /// Starts a worker on whatever is at an address.
    pub fn start_at(url: &str, settings: &[&str]) -> Self {
        let (directory, port) = (tempfile::tempdir().unwrap(), free_port());
        let log = directory.path().join("worker.log");
        let child = spawn(url, port, settings, &log);
        Self { child, port, log, directory }
    }

    /// Starts a worker and waits until it is ready.
    pub fn start_ready(server: &Server, settings: &[&str]) -> Self {
        let mut worker = Self::start(server, settings);
        worker.wait_ready(Duration::from_secs(10));
        worker
    }

    /// Waits until `/readyz` says yes.
    pub fn wait_ready(&mut self, patience: Duration) {
        self.wait_for(patience, "be ready", |worker| worker.readiness().is_some_and(|(status, _)| status == 200));
    }

    /// Waits until `/readyz` says no, and gives its reason.
    pub fn wait_unready(&mut self, patience: Duration) -> String {
        self.wait_for(patience, "be not ready", |worker| worker.readiness().is_some_and(|(status, _)| status == 503));
        self.readiness().map(|(_, body)| body).unwrap_or_default()
    }

    fn wait_for(&mut self, patience: Duration, what: &str, holds: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + patience;
        while !holds(self) {
            assert!(self.child.try_wait().unwrap().is_none(), "the worker ended:\n{}", self.log());
            assert!(Instant::now() < deadline, "the worker does not {what}: {:?}\n{}", self.readiness(), self.log());
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Status and body of `/readyz`.
    pub fn readiness(&self) -> Option<(u16, String)> {
        http::get(self.port, "/readyz")
    }

    /// The value of a metric, labels included in its name; 0 where it is not there.
    pub fn metric(&self, name: &str) -> f64 {
        let (_, text) = http::get(self.port, "/metrics").unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
        line.map_or(0.0, |value| value.parse().unwrap())
    }

    /// Resident memory, in bytes.
    pub fn memory(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).unwrap();
        let kilobytes = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        kilobytes.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
    }

    /// All that it logged.
    pub fn log(&self) -> String {
        std::fs::read_to_string(&self.log).unwrap_or_default()
    }

    /// Kills it with SIGKILL.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Tells it to stop with SIGTERM and waits until it has; gives its exit status and how long that took.
    pub fn terminate(&mut self) -> (ExitStatus, Duration) {
        let begun = Instant::now();
        let told = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap();
        assert!(told.success());
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return (status, begun.elapsed());
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "the worker does not stop:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

fn spawn(url: &str, port: u16, settings: &[&str], log: &PathBuf) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_quotewire"));
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("QUOTEWIRE_")) {
        command.env_remove(name);
    }
    command.args(["run", "--profile", "rules", "--server", url, "--set", &format!("http.listen=127.0.0.1:{port}")]);
    for setting in settings {
        command.args(["--set", setting]);
    }
    let log = File::create(log).unwrap();
    command.stdout(Stdio::null()).stderr(log).spawn().unwrap()
}

impl Drop for Worker {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = &self.directory; // the log lives as long as the worker
    }
}
