//! Real nats-servers.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

/// A nats-server of our own. Gone, with all that it stored, when this is dropped.
pub struct Server {
    child: Child,
    port: u16,
    directory: tempfile::TempDir,
}

/// A port that nobody uses.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// The server's binary, fetched if need be. Without one these tests cannot say anything: they fail.
fn binary() -> &'static str {
    static BINARY: OnceLock<String> = OnceLock::new();
    BINARY.get_or_init(|| {
        let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("scripts/get-nats-server");
        let output = Command::new(&script).output().unwrap_or_else(|error| panic!("cannot run {}: {error}", script.display()));
        assert!(output.status.success(), "no nats-server to test against:\n{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    })
}

impl Server {
    /// Starts a server with JetStream.
    pub fn start() -> Self {
        Self::start_with("")
    }

    /// Starts a server with JetStream and more configuration.
    pub fn start_with(configuration: &str) -> Self {
        let (port, directory) = (free_port(), tempfile::tempdir().unwrap());
        configure(&directory, port, configuration);
        let mut server = Self { child: Self::spawn(&directory), port, directory };
        server.wait();
        server
    }

    /// Gives it another configuration while it runs.
    pub fn reload(&self, configuration: &str) {
        configure(&self.directory, self.port, configuration);
        assert!(Command::new("kill").args(["-HUP", &self.child.id().to_string()]).status().unwrap().success());
    }

    fn spawn(directory: &tempfile::TempDir) -> Child {
        let mut command = Command::new(binary());
        command.arg("-c").arg(directory.path().join("server.conf")).arg("-l").arg(directory.path().join("server.log"));
        command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
    }

    fn wait(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(10);
        while std::net::TcpStream::connect(("127.0.0.1", self.port)).is_err() {
            assert!(self.child.try_wait().unwrap().is_none(), "the server ended:\n{}", self.log());
            assert!(Instant::now() < deadline, "the server does not listen:\n{}", self.log());
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    fn log(&self) -> String {
        std::fs::read_to_string(self.directory.path().join("server.log")).unwrap_or_default()
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Where it listens, as a number.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Kills it as a power cut would.
    pub fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Freezes it for a while: connections stay open and nothing moves.
    pub fn freeze(&self, pause: Duration) {
        let signal = |name: &str| assert!(Command::new("kill").args([name, &self.child.id().to_string()]).status().unwrap().success());
        signal("-STOP");
        std::thread::sleep(pause);
        signal("-CONT");
    }

    /// Starts it again, on the same port and with the same store.
    pub fn start_again(&mut self) {
        self.child = Self::spawn(&self.directory);
        self.wait();
    }
}

fn configure(directory: &tempfile::TempDir, port: u16, configuration: &str) {
    let store = directory.path().join("store");
    let file = format!(
        "listen: \"127.0.0.1:{port}\"\njetstream {{ store_dir: {:?}, max_mem: 256MB, max_file: 1GB }}\n{configuration}\n",
        store.to_str().unwrap()
    );
    std::fs::write(directory.path().join("server.conf"), file).unwrap();
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
