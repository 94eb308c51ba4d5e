//! A network between worker and server that breaks when it is told to.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{mpsc, watch};
use tokio::time::Instant;

use super::server::Server;

/// What happens to the connections that exist.
#[derive(Debug, Clone, Copy)]
enum Break {
    /// Both ends learn at once that the connection is gone.
    Reset,
    /// The server's end is closed; the worker's stays open, takes all and answers nothing.
    HalfOpen,
}

/// A TCP proxy on a thread of its own, so that a test may block. It ends with the process.
pub struct Proxy {
    port: u16,
    /// How long bytes are under way; `None` while none arrive.
    delay: watch::Sender<Option<Duration>>,
    breaks: watch::Sender<Option<Break>>,
}

impl Proxy {
    /// Starts a proxy in front of a server.
    pub fn start(server: &Server) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (delay, delayed) = watch::channel(Some(Duration::ZERO));
        let (breaks, breaking) = watch::channel(None);
        let target = SocketAddr::from(([127, 0, 0, 1], server.port()));
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { accept(TcpListener::from_std(listener).unwrap(), target, delayed, breaking).await });
        });
        Self { port, delay, breaks }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Carries nothing for a while; nobody is told. What was under way arrives afterwards, as TCP has it.
    pub fn blackhole(&self, pause: Duration) {
        let delay = self.delay.send_replace(None);
        std::thread::sleep(pause);
        self.delay.send_replace(delay);
    }

    /// Takes its time with everything from now on, each way.
    pub fn slow_down(&self, delay: Duration) {
        self.delay.send_replace(Some(delay));
    }

    /// Resets every connection; new ones are welcome.
    pub fn reset(&self) {
        self.break_now(Break::Reset);
    }

    /// Leaves every connection half open; new ones are welcome.
    pub fn half_open(&self) {
        self.break_now(Break::HalfOpen);
    }

    /// Breaks, and waits until the server knows: what it sent before is lost, what comes after is not sent here.
    fn break_now(&self, how: Break) {
        self.breaks.send_replace(Some(how));
        std::thread::sleep(Duration::from_millis(50));
    }
}

async fn accept(
    listener: TcpListener,
    target: SocketAddr,
    delay: watch::Receiver<Option<Duration>>,
    breaks: watch::Receiver<Option<Break>>,
) {
    loop {
        let (client, _) = listener.accept().await.unwrap();
        let (delay, mut breaks) = (delay.clone(), breaks.clone());
        breaks.mark_unchanged();
        tokio::spawn(async move {
            if let Ok(server) = TcpStream::connect(target).await {
                connection(client, server, delay, breaks).await;
            }
        });
    }
}

async fn connection(
    mut client: TcpStream,
    mut server: TcpStream,
    delay: watch::Receiver<Option<Duration>>,
    mut breaks: watch::Receiver<Option<Break>>,
) {
    tokio::select! {
        () = carry(&mut client, &mut server, delay) => return,
        _ = breaks.changed() => {}
    }
    let how = *breaks.borrow();
    match how {
        Some(Break::HalfOpen) => {
            drop(server);
            let mut swallowed = [0; 4096];
            while client.read(&mut swallowed).await.is_ok_and(|count| count > 0) {}
        }
        _ => [client, server].iter().for_each(|end| end.set_zero_linger().unwrap()), // closed so, an end sends a reset
    }
}

/// Carries bytes both ways until an end is closed.
async fn carry(client: &mut TcpStream, server: &mut TcpStream, delay: watch::Receiver<Option<Duration>>) {
    let ((from_client, to_client), (from_server, to_server)) = (client.split(), server.split());
    tokio::select! {
        () = pump(from_client, to_server, delay.clone()) => {}
        () = pump(from_server, to_client, delay) => {}
    }
}

async fn pump(mut from: impl AsyncReadExt + Unpin, mut to: impl AsyncWriteExt + Unpin, delay: watch::Receiver<Option<Duration>>) {
    let (sender, mut under_way) = mpsc::unbounded_channel();
    let mut carrying = delay.clone();
    let read = async move {
        let mut bytes = vec![0; 16 * 1024];
        while let Ok(count @ 1..) = from.read(&mut bytes).await {
            let Some(delay) = open(&mut carrying).await else { return };
            let _ = sender.send((Instant::now() + delay, bytes[..count].to_vec()));
        }
    };
    let mut carrying = delay;
    let write = async move {
        while let Some((due, bytes)) = under_way.recv().await {
            tokio::time::sleep_until(due).await;
            if open(&mut carrying).await.is_none() || to.write_all(&bytes).await.is_err() {
                return;
            }
        }
    };
    tokio::select! {
        () = write => {}
        () = async { read.await; std::future::pending().await } => {} // what is under way still arrives
    }
}

/// Waits until bytes are carried, and says how long they take; `None` when the test is over.
async fn open(delay: &mut watch::Receiver<Option<Duration>>) -> Option<Duration> {
    *delay.wait_for(Option::is_some).await.ok()?
}
