//! A user who may do what the worker needs, and nothing else.

use std::time::Duration;

use super::broker::{Broker, SUBJECT};
use super::process::Worker;
use super::server::Server;

/// The example that is shipped, in the place of the server's own configuration.
const USERS: &str = include_str!("../../deploy/nats/users.conf");

async fn admin(server: &Server) -> Broker {
    let options = async_nats::ConnectOptions::with_user_and_password("admin".to_owned(), "change-me-admin".to_owned());
    Broker::connect_with(options, server).await
}

fn init(server: &Server) {
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_quotewire"))
        .args(["init", "--server", &server.url(), "--set", "nats.user=admin", "--set", "nats.password=change-me-admin"])
        .args(["--set", "input.ack_wait_secs=3"]) // a server that is killed forgets the last acks: they come again
        .output()
        .unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
}

const LOGIN: [&str; 4] = ["nats.user=worker", "nats.password=change-me-worker", "nats.inbox_prefix=_INBOX_quotewire", "provision.mode=off"];

#[tokio::test]
async fn the_least_privilege_is_enough() {
    let mut server = Server::start_with(USERS);
    init(&server);
    let mut worker = Worker::start_ready(&server, &LOGIN);
    let broker = admin(&server).await;
    broker.publish_stories(0..50).await;
    broker.publish(SUBJECT, &[], "{broken").await;
    broker.wait_ended(51, Duration::from_secs(10)).await;
    server.kill();
    worker.wait_unready(Duration::from_secs(5));
    server.start_again();
    worker.wait_ready(Duration::from_secs(5));
    let broker = admin(&server).await;
    broker.publish_stories(50..100).await;
    broker.wait_ended(101, Duration::from_secs(10)).await;
    broker.wait_idle(Duration::from_secs(10)).await;
    broker.assert_one_record_each(100).await;
    assert!(!worker.log().contains("ermissions"), "{}", worker.log());
}

#[tokio::test]
async fn a_missing_permission_is_told() {
    let fenced = USERS.replace("\"wire.enriched.v1.>\", ", "");
    assert_ne!(fenced, USERS);
    let server = Server::start_with(&fenced);
    init(&server);
    let mut worker = Worker::start_ready(&server, &LOGIN);
    let broker = admin(&server).await;
    broker.publish_stories(0..1).await;
    let why = worker.wait_unready(Duration::from_secs(5));
    assert!(why.contains("wire.enriched.v1.xwa.en.usable"), "{why}");
}

fn doctor(server: &Server) -> (Option<i32>, String) {
    let mut doctor = std::process::Command::new(env!("CARGO_BIN_EXE_quotewire"));
    doctor.args(["doctor", "--server", &server.url()]);
    for setting in LOGIN {
        doctor.args(["--set", setting]);
    }
    let output = doctor.output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[tokio::test]
async fn the_doctor_asks_for_no_more_than_the_worker() {
    let server = Server::start_with(USERS);
    init(&server);
    let (code, told) = doctor(&server);
    assert_eq!(code, Some(0), "{told}");
    assert!(!told.contains("FAIL"), "{told}");
}

#[tokio::test]
async fn the_doctor_tells_a_missing_permission() {
    for (line, forbidden) in [
        ("          \"$JS.ACK.WIRE_IN.quotewire.>\"\n", "$JS.ACK.WIRE_IN.quotewire"),
        ("          \"$JS.API.CONSUMER.MSG.NEXT.WIRE_IN.quotewire\"\n", "$JS.API.CONSUMER.MSG.NEXT.WIRE_IN.quotewire"),
    ] {
        let fenced = USERS.replace(line, "");
        assert_ne!(fenced, USERS);
        let server = Server::start_with(&fenced);
        init(&server);
        let (code, told) = doctor(&server);
        assert_eq!(code, Some(1), "{told}");
        assert!(told.contains("the server forbids") && told.to_lowercase().contains(&forbidden.to_lowercase()), "{forbidden}:\n{told}");
    }
}
