//! Workers that share a consumer are replaced one after the other, under load.

use std::time::Duration;

use super::broker::{Broker, INPUT, OUTPUT};
use super::process::Worker;
use super::server::Server;

const STORIES: usize = 400;
/// One story each so often.
const PACE: Duration = Duration::from_millis(10);

#[tokio::test(flavor = "multi_thread", worker_threads = 1)]
async fn a_rolling_restart_is_not_noticed() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    // with this patience of the server, a story that a stopped worker keeps would be late by half a minute
    let settings = ["input.ack_wait_secs=30", "worker.threads=1"];
    let mut first = Worker::start_ready(&server, &settings);
    let mut second = Worker::start_ready(&server, &settings);
    let publisher = Broker::connect(&server).await;
    let load = tokio::spawn(async move {
        let mut clock = tokio::time::interval(PACE);
        for number in 0..STORIES {
            clock.tick().await;
            publisher.publish_stories(number..number + 1).await;
        }
    });
    broker.wait_ended(STORIES as u64 / 5, Duration::from_secs(20)).await;
    assert_eq!(first.terminate().0.code(), Some(0));
    let _third = Worker::start_ready(&server, &settings);
    broker.wait_ended(3 * STORIES as u64 / 5, Duration::from_secs(20)).await;
    assert_eq!(second.terminate().0.code(), Some(0));
    load.await.unwrap();
    broker.wait_ended(STORIES as u64, Duration::from_secs(10)).await;
    broker.wait_idle(Duration::from_secs(5)).await;
    broker.assert_one_record_each(STORIES).await;

    let stories = broker.kept(INPUT).await;
    for record in broker.kept(OUTPUT).await {
        let sequence = record.json()["article"]["source"]["seq"].as_u64().unwrap();
        let late = (record.stored_nanos - stories[sequence as usize - 1].stored_nanos) / 1_000_000;
        assert!(late < 1000, "story {sequence} of {STORIES} was taken over after {late} ms");
    }
}
