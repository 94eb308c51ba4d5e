//! Broken messages among good ones.

use std::collections::BTreeMap;
use std::time::Duration;

use super::broker::{Broker, DEAD, SUBJECT, story};
use super::process::Worker;
use super::server::Server;
use super::size::wanted;

/// A broken message and the reason that its dead letter must have.
fn broken(number: usize) -> (Vec<u8>, &'static str) {
    match number % 6 {
        0 => (format!("{{\"id\": {number}, \"text\": ").into_bytes(), "undecodable"),
        1 => (vec![b'{', b'"', 0xff, 0xfe, 0x80, number as u8], "undecodable"),
        2 => (format!("{{\"id\": {number}, \"title\": \"No body\"}}").into_bytes(), "no_text"),
        3 => (format!("{{\"id\": {number}, \"text\": [1, 2]}}").into_bytes(), "undecodable"),
        4 => (format!("<?xml version=\"1.0\"?><nitf><body>{number}</body></nitf>").into_bytes(), "unsupported_format"),
        _ => (vec![b'x'; 700_000], "too_large"),
    }
}

#[tokio::test]
async fn broken_messages_are_dead_letters_and_good_ones_records() {
    let (good, bad) = (wanted("QUOTEWIRE_POISON_GOOD", 400), wanted("QUOTEWIRE_POISON_BAD", 100));
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let worker = Worker::start_ready(&server, &[]);
    let mut expected: BTreeMap<String, usize> = BTreeMap::new();
    let mut memory = Vec::new();
    for number in 0..bad {
        let (body, reason) = broken(number);
        *expected.entry(reason.to_owned()).or_default() += 1;
        broker.publish(SUBJECT, &[("X-Number", &number.to_string())], body).await;
        broker.publish_stories(good * number / bad..good * (number + 1) / bad).await;
        memory.push(worker.memory());
    }
    broker.wait_ended((good + bad) as u64, Duration::from_secs(60)).await;
    broker.wait_idle(Duration::from_secs(10)).await;
    broker.assert_one_record_each(good).await;

    let mut found: BTreeMap<String, usize> = BTreeMap::new();
    for letter in broker.kept(DEAD).await {
        let number: usize = letter.header("X-Number").parse().unwrap();
        let (body, reason) = broken(number);
        assert_eq!(letter.header("Quotewire-Reason"), reason, "message {number}");
        assert_eq!(letter.subject, format!("wire.dlq.v1.{reason}"));
        assert!(letter.body == body, "message {number} lies there as it came");
        assert!(!letter.header("Quotewire-Sequence").is_empty() && !letter.header("Quotewire-Detail").is_empty());
        *found.entry(reason.to_owned()).or_default() += 1;
    }
    assert_eq!(found, expected);
    let (middle, last) = (memory[memory.len() / 2], worker.memory());
    assert!(last < middle + middle / 2 + (16 << 20), "memory grows: {middle} to {last} bytes");
    eprintln!("{good} records, {bad} dead letters, {:.0} MiB at the end", last as f64 / f64::from(1 << 20));
}

#[tokio::test]
async fn a_dead_letter_is_there_once_though_its_message_comes_twice() {
    let server = Server::start();
    let worker = Worker::start_ready(&server, &[]);
    let broker = Broker::connect(&server).await;
    broker.publish(SUBJECT, &[("Nats-Msg-Id", "a")], "{broken").await;
    broker.publish(SUBJECT, &[("Nats-Msg-Id", "b")], "{broken").await;
    broker.publish(SUBJECT, &[], story("story-0")).await;
    broker.wait_ended(3, Duration::from_secs(10)).await;
    broker.wait_idle(Duration::from_secs(10)).await;
    let letters = broker.kept(DEAD).await;
    assert_eq!(letters.len(), 2, "two messages, two letters, though they are alike");
    let mut ids: Vec<_> = letters.iter().map(|letter| letter.header("Original-Nats-Msg-Id")).collect();
    ids.sort_unstable(); // the threads keep no order
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(worker.metric("quotewire_dead_letters_total{reason=\"undecodable\"}"), 2.0);
}
