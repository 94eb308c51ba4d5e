//! A network between worker and server that breaks when it is told to.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;

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
    carries: watch::Sender<bool>,
    breaks: watch::Sender<Option<Break>>,
}

impl Proxy {
    /// Starts a proxy in front of a server.
    pub fn start(server: &Server) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let port = listener.local_addr().unwrap().port();
        let (carries, carrying) = watch::channel(true);
        let (breaks, breaking) = watch::channel(None);
        let target = SocketAddr::from(([127, 0, 0, 1], server.port()));
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async { accept(TcpListener::from_std(listener).unwrap(), target, carrying, breaking).await });
        });
        Self { port, carries, breaks }
    }

    /// Where it listens.
    pub fn url(&self) -> String {
        format!("nats://127.0.0.1:{}", self.port)
    }

    /// Carries nothing for a while; nobody is told. What was under way arrives afterwards, as TCP has it.
    pub fn blackhole(&self, pause: Duration) {
        self.carries.send_replace(false);
        std::thread::sleep(pause);
        self.carries.send_replace(true);
    }

    /// Resets every connection; new ones are welcome.
    pub fn reset(&self) {
        self.breaks.send_replace(Some(Break::Reset));
    }

    /// Leaves every connection half open; new ones are welcome.
    pub fn half_open(&self) {
        self.breaks.send_replace(Some(Break::HalfOpen));
    }
}

async fn accept(listener: TcpListener, target: SocketAddr, carries: watch::Receiver<bool>, breaks: watch::Receiver<Option<Break>>) {
    loop {
        let (client, _) = listener.accept().await.unwrap();
        let (carries, mut breaks) = (carries.clone(), breaks.clone());
        breaks.mark_unchanged();
        tokio::spawn(async move {
            if let Ok(server) = TcpStream::connect(target).await {
                connection(client, server, carries, breaks).await;
            }
        });
    }
}

async fn connection(
    mut client: TcpStream,
    mut server: TcpStream,
    carries: watch::Receiver<bool>,
    mut breaks: watch::Receiver<Option<Break>>,
) {
    tokio::select! {
        () = carry(&mut client, &mut server, carries) => return,
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
async fn carry(client: &mut TcpStream, server: &mut TcpStream, carries: watch::Receiver<bool>) {
    let ((from_client, to_client), (from_server, to_server)) = (client.split(), server.split());
    tokio::select! {
        () = pump(from_client, to_server, carries.clone()) => {}
        () = pump(from_server, to_client, carries) => {}
    }
}

async fn pump(mut from: impl AsyncReadExt + Unpin, mut to: impl AsyncWriteExt + Unpin, mut carries: watch::Receiver<bool>) {
    let mut bytes = vec![0; 16 * 1024];
    while let Ok(count) = from.read(&mut bytes).await {
        if carries.wait_for(|carries| *carries).await.is_err() || count == 0 || to.write_all(&bytes[..count]).await.is_err() {
            return;
        }
    }
}
