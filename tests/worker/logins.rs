//! Who the worker says it is, and whom it believes: each with the right secret and with a wrong one, which is told and never shown.

use std::process::{Command, Output};
use std::time::{Duration, Instant};

use async_nats::ConnectOptions;
use nkeys::KeyPair;

use super::accounts::Operator;
use super::broker::{Broker, SUBJECT, story};
use super::certificates::Authority;
use super::process::Worker;
use super::server::Server;

/// What a log shows that hides nothing.
const ALL: &str = "log.level=trace";

fn quotewire(command: &str, server: &str, settings: &[&str]) -> (i32, String) {
    let mut process = Command::new(env!("CARGO_BIN_EXE_quotewire"));
    process.args([command, "--server", server]);
    for setting in settings {
        process.args(["--set", setting]);
    }
    let Output { status, stdout, stderr } = process.output().unwrap();
    (status.code().unwrap(), String::from_utf8_lossy(&stdout).into_owned() + &String::from_utf8_lossy(&stderr))
}

/// The whole way: `init`, `doctor`, then `run` with a story through it. `secret` is nowhere to be seen.
async fn lets_in(server: &Server, settings: &[&str], secret: &str, options: ConnectOptions) {
    lets_in_at(&server.url(), server, settings, secret, options).await;
}

async fn lets_in_at(address: &str, server: &Server, settings: &[&str], secret: &str, options: ConnectOptions) {
    for command in ["init", "doctor"] {
        let (code, told) = quotewire(command, address, settings);
        assert_eq!(code, 0, "{command}: {told}");
        assert!(!told.contains(secret), "{command} shows the secret: {told}");
    }
    let with_log: Vec<&str> = settings.iter().copied().chain([ALL]).collect();
    let mut worker = Worker::start_at(address, &with_log);
    worker.wait_ready(Duration::from_secs(10));
    let broker = Broker::connect_with(options, server).await;
    broker.publish(SUBJECT, &[], story("story-0")).await;
    broker.wait_ended(1, Duration::from_secs(10)).await;
    broker.assert_one_record_each(1).await;
    assert!(!worker.log().contains(secret), "the log shows the secret");
}

/// `doctor` ends with exit code 4, and `run` is not ready; both say `why`, and never `secret`.
fn keeps_out(server: &Server, settings: &[&str], secret: &str, why: &str) {
    keeps_out_at(&server.url(), settings, secret, why);
}

fn keeps_out_at(address: &str, settings: &[&str], secret: &str, why: &str) {
    let (code, told) = quotewire("doctor", address, settings);
    assert_eq!(code, 4, "{told}");
    assert!(told.contains(why), "{why:?} is not in {told}");
    assert!(!told.contains(secret), "the doctor shows the secret: {told}");
    let with_log: Vec<&str> = settings.iter().copied().chain([ALL]).collect();
    let mut worker = Worker::start_at(address, &with_log);
    let deadline = Instant::now() + Duration::from_secs(4);
    let told = loop {
        let told = worker.wait_unready(Duration::from_secs(2));
        if told.contains(why) || Instant::now() > deadline {
            break told;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    assert!(told.contains(why), "{why:?} is not in {told:?}\n{}", worker.log());
    let log = worker.log();
    assert!(log.contains(why), "{why:?} is not in the log:\n{log}");
    assert!(!log.contains(secret), "the log shows the secret");
    worker.terminate();
}

const REFUSED: &str = "it refuses the user";

#[tokio::test]
async fn a_user_with_a_password() {
    let server = Server::start_with("authorization { users: [{ user: ana, password: \"right-and-proper\" }] }");
    let options = ConnectOptions::with_user_and_password("ana".to_owned(), "right-and-proper".to_owned());
    lets_in(&server, &["nats.user=ana", "nats.password=right-and-proper"], "right-and-proper", options).await;
    keeps_out(&server, &["nats.user=ana", "nats.password=wrong-and-bad"], "wrong-and-bad", REFUSED);
    keeps_out(&server, &[], "right-and-proper", REFUSED);
}

#[tokio::test]
async fn a_password_in_the_address() {
    let server = Server::start_with("authorization { users: [{ user: ana, password: \"right-and-proper\" }] }");
    let address = |password: &str| server.url().replace("nats://", &format!("nats://ana:{password}@"));
    let options = ConnectOptions::with_user_and_password("ana".to_owned(), "right-and-proper".to_owned());
    lets_in_at(&address("right-and-proper"), &server, &[], "right-and-proper", options).await;
    keeps_out_at(&address("wrong-and-bad"), &[], "wrong-and-bad", REFUSED);
}

#[tokio::test]
async fn a_token_in_the_address() {
    let server = Server::start_with("authorization { token: \"open-sesame\" }");
    let address = |token: &str| server.url().replace("nats://", &format!("nats://{token}@"));
    let options = ConnectOptions::with_token("open-sesame".to_owned());
    lets_in_at(&address("open-sesame"), &server, &[], "open-sesame", options).await;
    keeps_out_at(&address("open-barley"), &[], "open-barley", REFUSED);
}

#[tokio::test]
async fn an_nkey() {
    let (known, stranger) = (KeyPair::new_user(), KeyPair::new_user());
    let server = Server::start_with(&format!("authorization {{ users: [{{ nkey: {} }}] }}", known.public_key()));
    let directory = tempfile::tempdir().unwrap();
    let seed_file = |name: &str, contents: &str| {
        let file = directory.path().join(name);
        std::fs::write(&file, contents).unwrap();
        format!("nats.nkey_seed_file={}", file.display())
    };
    let seed = known.seed().unwrap();
    lets_in(&server, &[&seed_file("known.nk", &format!("{seed}\n"))], &seed, ConnectOptions::with_nkey(seed.clone())).await;
    let seed = stranger.seed().unwrap();
    keeps_out(&server, &[&seed_file("stranger.nk", &seed)], &seed, REFUSED);

    // what is no seed at all is told before anybody is asked
    for command in ["doctor", "run"] {
        let (code, told) = quotewire(command, &server.url(), &[&seed_file("broken.nk", "SUNOSEEDATALL")]);
        assert_eq!(code, 3, "{told}");
        assert!(told.contains("broken.nk: not an NKey seed") && !told.contains("SUNOSEED"), "{told}");
        let (code, told) = quotewire(command, &server.url(), &["nats.nkey_seed_file=nowhere.nk"]);
        assert_eq!(code, 3, "{told}");
        assert!(told.contains("cannot read nowhere.nk"), "{told}");
    }
}

#[tokio::test]
async fn a_credentials_file() {
    let (ours, others) = (Operator::new(), Operator::new());
    let server = Server::start_with(&ours.configuration());
    let directory = tempfile::tempdir().unwrap();
    let file = |name: &str, contents: &str| {
        let file = directory.path().join(name);
        std::fs::write(&file, contents).unwrap();
        format!("nats.credentials_file={}", file.display())
    };
    let (credentials, seed) = ours.user();
    lets_in(&server, &[&file("ours.creds", &credentials)], &seed, ConnectOptions::with_credentials(&credentials).unwrap()).await;
    let (credentials, seed) = others.user();
    keeps_out(&server, &[&file("others.creds", &credentials)], &seed, REFUSED);
    let (code, told) = quotewire("doctor", &server.url(), &[&file("broken.creds", "no credentials")]);
    assert_eq!(code, 3, "{told}");
    assert!(told.contains("broken.creds"), "{told}");
}

#[tokio::test]
async fn a_server_with_a_certificate_of_its_own_authority() {
    let (authority, stranger) = (Authority::new(), Authority::new());
    let pair = authority.server();
    let server = Server::start_with(&format!("tls {{ cert_file: {:?}, key_file: {:?} }}", pair.certificate, pair.key));
    let trusted = format!("nats.tls_ca_file={}", authority.file());
    let options = ConnectOptions::new().add_root_certificates(authority.file().into());
    lets_in(&server, &[&trusted], "PRIVATE KEY", options).await;
    keeps_out(&server, &[&format!("nats.tls_ca_file={}", stranger.file())], "PRIVATE KEY", "UnknownIssuer");
    keeps_out(&server, &[], "PRIVATE KEY", "UnknownIssuer");
}

#[tokio::test]
async fn a_server_with_a_certificate_of_another_name() {
    let authority = Authority::new();
    let pair = authority.server_elsewhere();
    let server = Server::start_with(&format!("tls {{ cert_file: {:?}, key_file: {:?} }}", pair.certificate, pair.key));
    keeps_out(&server, &[&format!("nats.tls_ca_file={}", authority.file())], "PRIVATE KEY", "not valid for name");
}

#[tokio::test]
async fn a_server_without_tls_where_it_is_required() {
    let server = Server::start();
    let settings = ["nats.tls_required=true", "nats.connect_timeout_secs=1"];
    keeps_out(&server, &settings, "PRIVATE KEY", "does not speak TLS");
}

#[tokio::test]
async fn a_server_that_wants_the_clients_certificate() {
    let (authority, stranger) = (Authority::new(), Authority::new());
    let (pair, client, other) = (authority.server(), authority.client(), stranger.client());
    let server = Server::start_with(&format!(
        "tls {{ cert_file: {:?}, key_file: {:?}, ca_file: {:?}, verify: true }}",
        pair.certificate,
        pair.key,
        authority.file()
    ));
    let trusted = format!("nats.tls_ca_file={}", authority.file());
    let (certificate, key) = (format!("nats.tls_certificate_file={}", client.certificate), format!("nats.tls_key_file={}", client.key));
    let options = ConnectOptions::new()
        .add_root_certificates(authority.file().into())
        .add_client_certificate(client.certificate.into(), client.key.into());
    lets_in(&server, &[&trusted, &certificate, &key], "PRIVATE KEY", options).await;
    keeps_out(&server, &[&trusted], "PRIVATE KEY", "CertificateRequired");
    let (certificate, key) = (format!("nats.tls_certificate_file={}", other.certificate), format!("nats.tls_key_file={}", other.key));
    keeps_out(&server, &[&trusted, &certificate, &key], "PRIVATE KEY", "alert");
}

#[tokio::test]
async fn a_server_that_speaks_tls_first() {
    let authority = Authority::new();
    let pair = authority.server();
    let server =
        Server::start_with(&format!("tls {{ cert_file: {:?}, key_file: {:?}, handshake_first: true }}", pair.certificate, pair.key));
    let trusted = format!("nats.tls_ca_file={}", authority.file());
    let options = ConnectOptions::new().add_root_certificates(authority.file().into()).tls_first();
    lets_in(&server, &[&trusted, "nats.tls_first=true"], "PRIVATE KEY", options).await;
    // such a server waits for the client, which waits for the server
    keeps_out(&server, &[&trusted, "nats.connect_timeout_secs=1"], "PRIVATE KEY", "tls_first");
}

#[tokio::test]
async fn a_password_that_is_changed_while_the_worker_runs() {
    let users =
        |password: &str| format!("authorization {{ users: [{{ user: admin, password: a }}, {{ user: ana, password: {password:?} }}] }}");
    let server = Server::start_with(&users("right-and-proper"));
    let options = ConnectOptions::with_user_and_password("admin".to_owned(), "a".to_owned());
    let broker = Broker::connect_with(options, &server).await;
    let mut worker = Worker::start_ready(&server, &["nats.user=ana", "nats.password=right-and-proper", "input.ack_wait_secs=3"]);
    broker.publish_stories(0..50).await;
    server.reload(&users("another-one"));
    worker.wait_unready(Duration::from_secs(5));
    broker.publish_stories(50..100).await;
    let deadline = Instant::now() + Duration::from_secs(5);
    while !worker.readiness().unwrap().1.contains(REFUSED) {
        assert!(Instant::now() < deadline, "{:?}", worker.readiness());
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    server.reload(&users("right-and-proper"));
    worker.wait_ready(Duration::from_secs(3));
    broker.wait_ended(100, Duration::from_secs(10)).await;
    broker.wait_idle(Duration::from_secs(10)).await;
    broker.assert_one_record_each(100).await;
}
