//! SIGTERM: what has begun is finished, the rest is given back at once.

use std::time::Duration;

use super::broker::Broker;
use super::process::Worker;
use super::server::Server;

#[tokio::test]
async fn a_worker_that_is_told_to_stop_leaves_nothing_behind() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    // with this patience of the server, only what is given back can be finished by others in time
    let settings = ["input.ack_wait_secs=60", "worker.threads=1"];
    let mut first = Worker::start_ready(&server, &settings);
    broker.publish_stories(0..1500).await;
    broker.wait_ended(20, Duration::from_secs(10)).await;
    let (status, took) = first.terminate();
    assert_eq!(status.code(), Some(0), "{}", first.log());
    assert!(took < Duration::from_secs(10), "{took:?}");

    let _second = Worker::start_ready(&server, &settings);
    broker.wait_ended(1500, Duration::from_secs(15)).await;
    broker.wait_idle(Duration::from_secs(5)).await;
    broker.assert_one_record_each(1500).await;
}

#[tokio::test]
async fn an_idle_worker_stops_at_once() {
    let server = Server::start();
    let mut worker = Worker::start_ready(&server, &[]);
    let (status, took) = worker.terminate();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(2), "{took:?}");
}

#[tokio::test]
async fn a_worker_without_a_server_stops_too() {
    let mut server = Server::start();
    let mut worker = Worker::start_ready(&server, &[]);
    server.kill();
    worker.wait_unready(Duration::from_secs(5));
    let (status, took) = worker.terminate();
    assert_eq!(status.code(), Some(0));
    assert!(took < Duration::from_secs(10), "{took:?}");
}
