//! The worker killed again and again under load: every story has exactly one record.

use std::time::Duration;

use super::broker::Broker;
use super::process::Worker;
use super::server::Server;
use super::size::wanted;

#[tokio::test]
async fn a_worker_that_is_killed_loses_nothing_and_doubles_nothing() {
    let messages = wanted("QUOTEWIRE_CHAOS_MESSAGES", 600);
    let kills = wanted("QUOTEWIRE_CHAOS_KILLS", 4);
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let settings = ["input.ack_wait_secs=1", "worker.threads=1"];
    let mut worker = Worker::start_ready(&server, &settings);
    for kill in 0..kills {
        let share = messages * kill / kills..messages * (kill + 1) / kills;
        let before = broker.count(super::broker::OUTPUT).await;
        let some = share.len() as u64 / 3;
        broker.publish_stories(share).await;
        broker.wait_ended(before + some, Duration::from_secs(30)).await;
        worker.kill();
        worker = Worker::start(&server, &settings);
    }
    worker.wait_ready(Duration::from_secs(10));
    broker.wait_ended(messages as u64, Duration::from_secs(60)).await;
    broker.wait_idle(Duration::from_secs(10)).await;
    broker.assert_one_record_each(messages).await;
    let redelivered = worker.metric("quotewire_redelivered_total");
    eprintln!("{messages} stories, {kills} kills: one record each; the last worker saw {redelivered} redeliveries");
}
