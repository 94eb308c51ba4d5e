//! Servers, streams and consumers that come and go.

use std::time::{Duration, Instant};

use super::broker::{Broker, INPUT, OUTPUT, SUBJECT, story};
use super::process::Worker;
use super::server::Server;

const PATIENCE: Duration = Duration::from_secs(20);

#[tokio::test]
async fn a_server_that_is_killed_and_comes_back_costs_nothing() {
    let mut server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let mut worker = Worker::start_ready(&server, &["input.ack_wait_secs=5", "worker.threads=1"]);
    for round in 0..3 {
        broker.publish_stories(round * 200..(round + 1) * 200).await;
        server.kill();
        worker.wait_unready(Duration::from_secs(5));
        server.start_again();
        let back = Instant::now();
        worker.wait_ready(Duration::from_secs(5));
        assert!(back.elapsed() < Duration::from_secs(3), "ready {:?} after the server was back", back.elapsed());
    }
    broker.wait_ended(600, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(600).await;
}

#[tokio::test]
async fn a_server_that_is_frozen_for_a_while_costs_nothing() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let mut worker = Worker::start_ready(&server, &["input.ack_wait_secs=5"]);
    for round in 0..2 {
        broker.publish_stories(round * 100..(round + 1) * 100).await;
        server.freeze(Duration::from_secs(4));
        worker.wait_ready(Duration::from_secs(2));
    }
    broker.wait_ended(200, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(200).await;
}

#[tokio::test]
async fn a_consumer_with_limits_of_its_own_is_respected() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let config = async_nats::jetstream::consumer::pull::Config {
        durable_name: Some("quotewire".to_owned()),
        max_batch: 5,
        max_expires: Duration::from_secs(2),
        ..Default::default()
    };
    broker.context.create_consumer_on_stream(config, INPUT).await.unwrap();
    let worker = Worker::start_ready(&server, &["provision.mode=off"]);
    broker.publish_stories(0..100).await;
    broker.wait_ended(100, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    tokio::time::sleep(Duration::from_secs(3)).await; // some requests expire with nothing to deliver
    broker.publish_stories(100..110).await;
    broker.wait_ended(110, Duration::from_secs(2)).await;
    assert_eq!(worker.metric("quotewire_intake_reopened_total{reason=\"request_terminated\"}"), 0.0);
}

#[tokio::test]
async fn a_server_that_is_late_is_waited_for() {
    let mut server = Server::start();
    server.kill();
    let mut worker = Worker::start(&server, &[]);
    let why = worker.wait_unready(Duration::from_secs(5));
    assert!(why.contains("not connected"), "{why}");
    server.start_again();
    worker.wait_ready(Duration::from_secs(3));
}

#[tokio::test]
async fn a_stream_that_is_missing_is_waited_for() {
    let server = Server::start();
    let mut worker = Worker::start(&server, &["provision.mode=off"]);
    let why = worker.wait_unready(Duration::from_secs(5));
    std::thread::sleep(Duration::from_millis(500));
    assert!(why.contains("does not exist") || worker.readiness().unwrap().1.contains("stream WIRE_IN does not exist"), "{why}");
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_quotewire")).args(["init", "--server", &server.url()]).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    worker.wait_ready(Duration::from_millis(2500));
    let broker = Broker::connect(&server).await;
    broker.publish(SUBJECT, &[], story("story-0")).await;
    broker.wait_ended(1, PATIENCE).await;
}

#[tokio::test]
async fn a_consumer_that_is_deleted_is_made_again() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let mut worker = Worker::start_ready(&server, &[]);
    broker.publish_stories(0..50).await;
    broker.wait_ended(50, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.context.delete_consumer_from_stream("quotewire", INPUT).await.unwrap();
    broker.publish_stories(50..100).await;
    broker.wait_ended(100, PATIENCE).await;
    worker.wait_ready(PATIENCE);
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(100).await;
}

#[tokio::test]
async fn a_consumer_that_others_must_make_is_waited_for() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let made = || std::process::Command::new(env!("CARGO_BIN_EXE_quotewire")).args(["init", "--server", &server.url()]).output().unwrap();
    made();
    let mut worker = Worker::start_ready(&server, &["provision.mode=off"]);
    broker.context.delete_consumer_from_stream("quotewire", INPUT).await.unwrap();
    let why = worker.wait_unready(Duration::from_secs(3));
    assert!(why.contains("consumer"), "{why}");
    broker.publish_stories(0..20).await;
    made();
    worker.wait_ready(Duration::from_secs(3));
    broker.wait_ended(20, PATIENCE).await;
    broker.assert_one_record_each(20).await;
}

#[tokio::test]
async fn a_full_output_stream_pauses_the_work_and_loses_nothing() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let mut output = broker.context.get_stream(OUTPUT).await.unwrap().cached_info().config.clone();
    output.max_messages = 30;
    output.discard = async_nats::jetstream::stream::DiscardPolicy::New;
    broker.context.update_stream(output.clone()).await.unwrap();
    let mut worker = Worker::start_ready(&server, &["input.ack_wait_secs=2"]);
    broker.publish_stories(0..150).await;
    broker.wait_ended(30, PATIENCE).await;
    let why = worker.wait_unready(Duration::from_secs(5));
    assert!(why.contains("has no room"), "{why}");
    assert_eq!(worker.metric("quotewire_output_blocked"), 1.0);
    tokio::time::sleep(Duration::from_secs(3)).await; // longer than the server's patience
    assert_eq!(worker.metric("quotewire_redelivered_total"), 0.0, "what is held gets its signs of life");

    output.max_messages = -1;
    broker.context.update_stream(output).await.unwrap();
    let back = Instant::now();
    worker.wait_ready(Duration::from_secs(3));
    assert!(back.elapsed() < Duration::from_secs(2), "{:?}", back.elapsed());
    broker.wait_ended(150, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(150).await;
}

#[tokio::test]
async fn an_output_stream_that_is_missing_loses_nothing() {
    let server = Server::start();
    let broker = Broker::connect(&server).await;
    broker.make_stream(INPUT, "wire.in.v1.>").await;
    let made = std::process::Command::new(env!("CARGO_BIN_EXE_quotewire")).args(["init", "--server", &server.url()]).output().unwrap();
    assert!(made.status.code().is_some());
    broker.context.delete_stream(OUTPUT).await.unwrap();
    let mut worker = Worker::start_ready(&server, &["provision.mode=off"]);
    broker.publish_stories(0..100).await;
    let why = worker.wait_unready(Duration::from_secs(8));
    assert!(why.contains("stream WIRE_ENRICHED acknowledges nothing"), "{why}");
    broker.make_stream(OUTPUT, "wire.enriched.v1.>").await;
    broker.wait_ended(100, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(100).await;
}
