//! The network between worker and server breaks; the server is well. Every story has one record, and the worker is back at once.

use std::time::{Duration, Instant};

use futures_util::StreamExt;

use super::broker::{Broker, OUTPUT};
use super::process::Worker;
use super::proxy::Proxy;
use super::server::Server;

const PATIENCE: Duration = Duration::from_secs(20);
const SETTINGS: [&str; 2] = ["input.ack_wait_secs=4", "worker.threads=1"];

async fn behind_a_proxy(settings: &[&str]) -> (Server, Proxy, Broker, Worker) {
    let server = Server::start();
    let proxy = Proxy::start(&server);
    let broker = Broker::with_streams(&server).await;
    let settings: Vec<&str> = SETTINGS.iter().chain(settings).copied().collect();
    let mut worker = Worker::start_at(&proxy.url(), &settings);
    worker.wait_ready(Duration::from_secs(10));
    (server, proxy, broker, worker)
}

/// Waits until there are more records.
async fn until_more(broker: &Broker, than: u64) {
    let begun = Instant::now();
    while broker.count(OUTPUT).await <= than {
        assert!(begun.elapsed() < PATIENCE, "nothing more after {than} records");
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// How long it takes from now until a story that is published now has its record.
async fn until_new_work(broker: &Broker, number: usize) -> Duration {
    let begun = Instant::now();
    let mut records = broker.context.client().subscribe("wire.enriched.v1.>").await.unwrap();
    broker.publish_stories(number..number + 1).await;
    let uri = format!("\"story-{number}\"");
    let seen = async {
        while let Some(record) = records.next().await {
            if String::from_utf8_lossy(&record.payload).contains(&uri) {
                return;
            }
        }
    };
    assert!(tokio::time::timeout(PATIENCE, seen).await.is_ok(), "no record of {uri}");
    begun.elapsed()
}

async fn assert_all_ended_once(broker: &Broker, count: usize) {
    broker.wait_ended(count as u64, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    broker.assert_one_record_each(count).await;
}

#[tokio::test]
async fn a_network_that_swallows_everything_for_a_while() {
    let (_server, proxy, broker, mut worker) = behind_a_proxy(&[]).await;
    // one blackout is over before anybody can notice, one lasts longer than the patience of everybody
    for (round, pause) in [2, 10].into_iter().enumerate() {
        let before = broker.count(OUTPUT).await;
        broker.publish_stories(round * 300..round * 300 + 299).await;
        until_more(&broker, before + 20).await;
        proxy.blackhole(Duration::from_secs(pause));
        assert!(broker.count(OUTPUT).await < before + 299, "it was over before the network broke");
        let took = until_new_work(&broker, round * 300 + 299).await;
        eprintln!("a blackout of {pause} s, resumed after {took:?}");
        assert!(took < Duration::from_secs(3), "a blackout of {pause} s, resumed after {took:?}");
        worker.wait_ready(Duration::from_secs(3));
    }
    assert_all_ended_once(&broker, 600).await;
}

#[tokio::test]
async fn a_blackout_is_told() {
    let (_server, proxy, broker, mut worker) = behind_a_proxy(&["nats.ping_interval_secs=1"]).await;
    std::thread::scope(|scope| {
        let breaking = scope.spawn(|| proxy.blackhole(Duration::from_secs(5)));
        worker.wait_unready(Duration::from_millis(4500));
        breaking.join().unwrap();
    });
    worker.wait_ready(Duration::from_secs(3));
    broker.publish_stories(0..5).await;
    assert_all_ended_once(&broker, 5).await;
}

#[tokio::test]
async fn a_connection_that_only_one_end_knows() {
    let (_server, proxy, broker, mut worker) = behind_a_proxy(&["nats.ping_interval_secs=1"]).await;
    for round in 0..2 {
        let before = broker.count(OUTPUT).await;
        broker.publish_stories(round * 200..round * 200 + 199).await;
        until_more(&broker, before + 20).await;
        proxy.half_open();
        assert!(broker.count(OUTPUT).await < before + 199, "it was over before the network broke");
        let took = until_new_work(&broker, round * 200 + 199).await;
        eprintln!("half open, noticed and resumed after {took:?}");
        assert!(took < Duration::from_secs(4), "noticed and resumed after {took:?}");
    }
    assert_all_ended_once(&broker, 400).await;
    worker.wait_ready(Duration::from_secs(3));
}

#[tokio::test]
async fn a_connection_that_is_reset_again_and_again() {
    let (_server, proxy, broker, mut worker) = behind_a_proxy(&[]).await;
    for round in 0..8 {
        let before = broker.count(OUTPUT).await;
        broker.publish_stories(round * 60..round * 60 + 59).await;
        until_more(&broker, before + 3 * round as u64).await;
        proxy.reset();
        let took = until_new_work(&broker, round * 60 + 59).await;
        eprintln!("reset, resumed after {took:?}");
        assert!(took < Duration::from_secs(3), "resumed after {took:?}");
    }
    assert_all_ended_once(&broker, 480).await;
    worker.wait_ready(Duration::from_secs(3));
}

#[tokio::test]
async fn a_slow_network_costs_time_and_nothing_else() {
    let (_server, proxy, broker, mut worker) = behind_a_proxy(&[]).await;
    proxy.slow_down(Duration::from_millis(200));
    broker.publish_stories(0..300).await;
    assert_all_ended_once(&broker, 300).await;
    assert_eq!(worker.metric("quotewire_redelivered_total"), 0.0);
    worker.wait_ready(Duration::from_secs(1));
}
