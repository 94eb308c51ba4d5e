//! The ordinary course of things.

use std::time::Duration;

use super::broker::{Broker, DEAD, INPUT, OUTPUT, SUBJECT, story};
use super::process::Worker;
use super::server::Server;

const PATIENCE: Duration = Duration::from_secs(15);

#[tokio::test]
async fn a_story_becomes_a_record() {
    let server = Server::start();
    let worker = Worker::start_ready(&server, &["publish.forward_headers=ts,X-Desk", "publish.source=urn:test:worker"]);
    let broker = Broker::connect(&server).await;
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let headers = [("TS", "17"), ("x-desk", "night"), ("Traceparent", trace), ("Private", "no")];
    broker.publish(SUBJECT, &headers, story("story-0")).await;
    broker.wait_ended(1, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;

    let record = &broker.kept(OUTPUT).await[0];
    let body = record.json();
    assert_eq!(record.subject, "wire.enriched.v1.xwa.en.usable");
    assert_eq!(body["article"]["uri"], "story-0");
    assert_eq!(body["article"]["source"]["stream"], INPUT);
    assert_eq!(body["article"]["source"]["seq"], 1);
    assert_eq!(body["pipeline"]["config_sha256"].as_str().unwrap().len(), 64);
    for (name, value) in [
        ("ce-specversion", "1.0"),
        ("ce-id", body["id"].as_str().unwrap()),
        ("ce-source", "urn:test:worker"),
        ("ce-type", "quotewire.record.enriched.v1"),
        ("ce-subject", "story-0"),
        ("ce-datacontenttype", "application/json"),
        ("Content-Type", "application/json"),
        ("Nats-Msg-Id", body["id"].as_str().unwrap()),
        ("traceparent", trace),
        ("ts", "17"),
        ("X-Desk", "night"),
        ("Private", ""),
    ] {
        assert_eq!(record.header(name), value, "{name}");
    }
    assert!(record.header("ce-time").ends_with('Z'));
    assert_eq!(worker.metric("quotewire_messages_total{outcome=\"published\"}"), 1.0);
}

#[tokio::test]
async fn many_stories_become_as_many_records() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    broker.publish_stories(0..500).await;
    let worker = Worker::start_ready(&server, &[]);
    broker.wait_ended(500, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(500).await;
    assert_eq!(worker.metric("quotewire_acks_unconfirmed_total"), 0.0);
    assert_eq!(worker.metric("quotewire_redelivered_total"), 0.0);
}

#[tokio::test]
async fn the_same_story_twice_is_one_record() {
    let server = Server::start();
    let worker = Worker::start_ready(&server, &[]);
    let broker = Broker::connect(&server).await;
    for _ in 0..3 {
        broker.publish(SUBJECT, &[], story("story-0")).await;
    }
    broker.publish(SUBJECT, &[], story("story-1")).await;
    broker.wait_ended(2, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(2).await;
    assert_eq!(worker.metric("quotewire_messages_total{outcome=\"duplicate\"}"), 2.0);
}

#[tokio::test]
async fn streams_of_others_will_do() {
    let server = Server::start();
    let broker = Broker::connect(&server).await;
    broker.make_stream("PEER_IN", "peer.in.a").await;
    broker.make_stream("PEER_OUT", "peer.out.>").await;
    let settings = [
        "input.stream=PEER_IN",
        "input.subjects=peer.in.>",
        "output.stream=PEER_OUT",
        "output.subjects=peer.out.>",
        "output.subject_template=peer.out.{state}",
    ];
    let worker = Worker::start_ready(&server, &settings);
    broker.publish("peer.in.a", &[], story("story-0")).await;
    while broker.count("PEER_OUT").await == 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    assert_eq!(broker.kept("PEER_OUT").await[0].subject, "peer.out.usable");
    assert!(worker.log().contains("stream PEER_IN: subjects: asked for"), "differences are told:\n{}", worker.log());
}

#[tokio::test]
async fn a_record_above_the_limit_goes_out_without_its_text() {
    let server = Server::start_with("max_payload: 65536");
    let _worker = Worker::start_ready(&server, &[]);
    let broker = Broker::connect(&server).await;
    let text = "the tide came in and the tide went out. ".repeat(1632);
    broker.publish(SUBJECT, &[], serde_json::json!({ "id": "long", "text": text }).to_string()).await;
    broker.wait_ended(1, PATIENCE).await;
    if broker.count(DEAD).await == 1 {
        // an extractor that finds much in it makes a record that is too large even so
        assert_eq!(broker.kept(DEAD).await[0].header("Quotewire-Reason"), "too_large");
        return;
    }
    let record = broker.kept(OUTPUT).await[0].json();
    assert!(record["text"].get("value").is_none());
    assert!(record["warnings"].to_string().contains("text_left_out"), "{}", record["warnings"]);
}
