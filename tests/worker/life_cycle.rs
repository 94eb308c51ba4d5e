//! A story's life as messages: first version, correction, kill, embargo; what their records say outside their bodies.

use std::time::Duration;

use async_nats::ConnectOptions;
use futures_util::StreamExt;

use super::broker::{Broker, Kept, OUTPUT, SUBJECT};
use super::process::Worker;
use super::server::Server;

const PATIENCE: Duration = Duration::from_secs(15);

const FIRST: &str = include_str!("../../samples/01-harbour-wall.ninjs-1.json");
const CORRECTION: &str = include_str!("../../samples/02-harbour-wall-correction.ninjs-1.json");
const KILL: &str = include_str!("../../samples/18-harbour-wall-kill.ninjs-1.json");
const EMBARGOED: &str = include_str!("../../samples/13-infant-injection-embargoed.ninjs-3.json");

async fn records_of(stories: &[&str], settings: &[&str], headers: &[(&str, &str)]) -> Vec<Kept> {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let settings: Vec<&str> = settings.iter().copied().chain(["worker.threads=1"]).collect(); // records in the order of their stories
    let _worker = Worker::start_ready(&server, &settings);
    for story in stories {
        broker.publish(SUBJECT, headers, (*story).to_owned()).await;
    }
    broker.wait_ended(stories.len() as u64, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.kept(OUTPUT).await
}

fn state_of(record: &Kept) -> &str {
    record.subject.rsplit('.').next().unwrap()
}

#[tokio::test]
async fn a_story_is_corrected_and_killed() {
    let records = records_of(&[FIRST, CORRECTION, KILL], &[], &[]).await;
    assert_eq!(records.iter().map(state_of).collect::<Vec<_>>(), ["usable", "usable", "retracted"]);
    let bodies: Vec<_> = records.iter().map(Kept::json).collect();
    let each = |key: &str| bodies.iter().map(|body| body["article"][key].as_str().unwrap_or_default().to_owned()).collect::<Vec<_>>();
    assert_eq!(each("version"), ["1", "2", "3"]);
    assert_eq!(each("uri"), ["urn:newsml:xwa.example:20260310:port-alden-wall"; 3], "it stays one story");
    assert_eq!(each("state"), ["usable", "usable", "canceled"]);
    let events: Vec<_> = bodies.iter().map(|body| body["event"].as_str().unwrap()).collect();
    assert_eq!(events, ["enriched", "enriched", "retracted"]);
    let types: Vec<_> = records.iter().map(|record| record.header("ce-type")).collect();
    assert_eq!(types, ["quotewire.record.enriched.v1", "quotewire.record.enriched.v1", "quotewire.record.retracted.v1"]);
    let quotes = |body: &serde_json::Value| body["quotes"].as_array().map_or(0, Vec::len);
    assert!(quotes(&bodies[0]) > 0 && quotes(&bodies[1]) > 0);
    for items in ["quotes", "entities", "claims"] {
        assert!(bodies[2][items].as_array().is_none_or(Vec::is_empty), "a kill says nothing more: {items}");
    }
    let ids: std::collections::BTreeSet<_> = records.iter().map(|record| record.header("Nats-Msg-Id")).collect();
    assert_eq!(ids.len(), 3, "no version hides another");
}

#[tokio::test]
async fn every_version_twice_is_one_record_each() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let worker = Worker::start_ready(&server, &[]);
    for story in [FIRST, CORRECTION, KILL, EMBARGOED, FIRST, CORRECTION, KILL, EMBARGOED] {
        broker.publish(SUBJECT, &[], story).await;
    }
    broker.wait_ended(4, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    assert_eq!(broker.count(OUTPUT).await, 4);
    assert_eq!(worker.metric("quotewire_messages_total{outcome=\"duplicate\"}"), 4.0);
}

#[tokio::test]
async fn a_record_is_a_complete_cloud_event() {
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let story =
        serde_json::json!({ "id": "Zoë 50% \"x\"", "text": "The harbour will stay open, Mayor Ana Brandt said.", "source": "XWA News" });
    let records = records_of(
        &[&story.to_string(), KILL],
        &["publish.source=urn:norland:Øst desk", "publish.forward_headers=X-Desk,X-Absent,Nats-Msg-Id,ce-id"],
        &[("Traceparent", trace), ("Tracestate", "a=1,b=2"), ("x-desk", "night"), ("X-Private", "no"), ("ce-id", "theirs")],
    )
    .await;
    for record in &records {
        let body = record.json();
        let id = body["id"].as_str().unwrap();
        for (name, value) in [
            ("ce-specversion", "1.0"),
            ("ce-id", id),
            ("Nats-Msg-Id", id),
            ("ce-source", "urn:norland:%C3%98st%20desk"),
            ("ce-datacontenttype", "application/json"),
            ("Content-Type", "application/json"),
            ("ce-dataschema", "urn:quotewire:schema:record:v1"),
            ("traceparent", trace),
            ("tracestate", "a=1,b=2"),
            ("X-Desk", "night"),
        ] {
            assert_eq!(record.header(name), value, "{name}");
        }
        assert!(record.header("ce-time").parse::<jiff::Timestamp>().is_ok(), "{}", record.header("ce-time"));
        let names: Vec<String> = record.headers.iter().map(|(name, _)| name.to_string().to_lowercase()).collect();
        assert_eq!(names.iter().filter(|name| name.starts_with("ce-")).count(), 8, "{names:?}");
        assert!(!names.contains(&"x-private".to_owned()) && !names.contains(&"x-absent".to_owned()), "{names:?}");
        let values = record.headers.iter().flat_map(|(_, values)| values);
        assert!(values.into_iter().all(|value| value.as_str().is_ascii()));
    }
    assert_eq!(records[0].header("ce-subject"), "Zo%C3%AB%2050%25%20%22x%22");
    assert_eq!(records[0].header("ce-type"), "quotewire.record.enriched.v1");
    assert_eq!(records[1].header("ce-type"), "quotewire.record.retracted.v1");
}

#[tokio::test]
async fn an_embargoed_record_is_not_for_everybody() {
    let server = Server::start_with(
        "authorization { users: [
           { user: admin, password: a },
           { user: reader, password: r, permissions: { publish: { deny: \">\" }, subscribe: \"wire.enriched.v1.*.*.usable\" } }
         ] }",
    );
    let login = |user: &str, password: &str| ConnectOptions::with_user_and_password(user.to_owned(), password.to_owned());
    let _worker = Worker::start_ready(&server, &["nats.user=admin", "nats.password=a", "worker.threads=1"]);
    let broker = Broker::connect_with(login("admin", "a"), &server).await;
    let reader = login("reader", "r").connect(server.url()).await.unwrap();
    let mut allowed = reader.subscribe("wire.enriched.v1.*.*.usable").await.unwrap();
    let mut forbidden = reader.subscribe("wire.enriched.v1.>").await.unwrap();
    let mut fenced = reader.subscribe("wire.enriched.v1.*.*.embargoed").await.unwrap();
    reader.flush().await.unwrap();

    for story in [EMBARGOED, FIRST] {
        broker.publish(SUBJECT, &[], story).await;
    }
    broker.wait_ended(2, PATIENCE).await;
    let records = broker.kept(OUTPUT).await;
    assert_eq!(records.iter().map(state_of).collect::<Vec<_>>(), ["embargoed", "usable"]);
    assert_eq!(records[0].json()["article"]["embargoed_until"], "2026-06-11T05:00:00Z");
    let wait = |subscriber| tokio::time::timeout(Duration::from_millis(300), StreamExt::into_future(subscriber));
    let seen = tokio::time::timeout(PATIENCE, allowed.next()).await.unwrap().unwrap();
    assert_eq!(seen.subject.as_str(), records[1].subject, "the first that is seen is the usable one");
    assert!(wait(&mut allowed).await.is_err(), "and it is the only one");
    for subscriber in [&mut forbidden, &mut fenced] {
        assert!(!matches!(wait(subscriber).await, Ok((Some(_), _))), "nothing of what is forbidden");
    }
}
