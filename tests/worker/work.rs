//! Work that takes long, panics, or kills the process: the worker runs inside the test, with work of the test's own.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use quotewire::settings::{Layers, Settings};
use quotewire::worker::process::{self, Work};
use tokio::sync::oneshot;

use super::broker::{Broker, DEAD, OUTPUT, SUBJECT, story};
use super::server::Server;

const PATIENCE: Duration = Duration::from_secs(20);

fn settings(url: &str, more: &[(&str, &str)]) -> Settings {
    let mut flags = vec![("nats.servers", url), ("http.listen", ""), ("worker.threads", "1"), ("pipeline.profile", "rules")];
    flags.extend(more);
    let flags = flags.into_iter().map(|(key, value)| (key.to_owned(), value.to_owned())).collect();
    Layers { flags, ..Layers::default() }.load().unwrap()
}

/// A worker inside the test.
struct Inside {
    stop: oneshot::Sender<()>,
    run: tokio::task::JoinHandle<Result<(), quotewire::worker::RunError>>,
}

impl Inside {
    fn start(settings: Settings, work: Work) -> Self {
        let (stop, told) = oneshot::channel();
        let run = tokio::spawn(quotewire::worker::run(settings, work, async move {
            let _ = told.await;
        }));
        Self { stop, run }
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        self.run.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn work_longer_than_the_servers_patience_is_done_once() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let settings = settings(&server.url(), &[("input.ack_wait_secs", "1"), ("worker.in_flight", "4")]);
    let (rules, calls) = (process::load(&settings).expect("the rules need no weights"), Arc::new(AtomicUsize::new(0)));
    let counted = Arc::clone(&calls);
    let slow: Work = Arc::new(move |input| {
        counted.fetch_add(1, Ordering::Relaxed);
        std::thread::sleep(Duration::from_millis(1600));
        rules(input)
    });
    broker.publish_stories(0..4).await; // the last one waits in the queue for almost five seconds
    let worker = Inside::start(settings, slow);
    broker.wait_ended(4, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    worker.stop().await;
    assert_eq!(calls.load(Ordering::Relaxed), 4, "each was worked on once");
    broker.assert_one_record_each(4).await;
}

#[tokio::test]
async fn a_panic_costs_its_own_message_alone() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let settings = settings(&server.url(), &[]);
    let rules = process::load(&settings).expect("the rules need no weights");
    let fragile: Work = Arc::new(move |input| {
        assert!(!input.payload.windows(8).any(|window| window == b"story-7\""), "this one is too much");
        rules(input)
    });
    broker.publish_stories(0..20).await;
    let worker = Inside::start(settings, fragile);
    broker.wait_ended(20, PATIENCE).await;
    broker.wait_idle(PATIENCE).await;
    worker.stop().await;
    let letters = broker.kept(DEAD).await;
    assert_eq!(letters.len(), 1);
    assert_eq!(letters[0].header("Quotewire-Reason"), "extraction_panicked");
    assert!(!letters[0].header("Quotewire-Detail").contains("too much"), "a panic may quote the article");
    assert_eq!(broker.count(OUTPUT).await, 19);
}

/// Not a test: a worker that dies over one story, for the test below to start again and again.
#[tokio::test]
#[ignore = "it is a part of another test"]
async fn a_worker_that_dies() {
    let Ok(url) = std::env::var("TEST_SERVER_URL") else { return };
    let settings = settings(&url, &[("input.ack_wait_secs", "1"), ("input.max_deliveries", "6")]);
    let rules = process::load(&settings).expect("the rules need no weights");
    let deadly: Work = Arc::new(move |input| {
        if input.payload.windows(9).any(|window| window == b"story-13\"") {
            std::process::abort();
        }
        rules(input)
    });
    let _ = quotewire::worker::run(settings, deadly, std::future::pending()).await;
}

#[tokio::test]
async fn a_story_that_kills_the_process_ends_among_the_dead_letters() {
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    broker.publish_stories(0..40).await;
    let start = || {
        std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "work::a_worker_that_dies", "--ignored"])
            .env("TEST_SERVER_URL", server.url())
            .stdout(std::process::Stdio::null())
            .stderr(std::process::Stdio::null())
            .spawn()
            .unwrap()
    };
    let (mut worker, mut deaths) = (start(), 0);
    let deadline = std::time::Instant::now() + Duration::from_secs(40);
    while broker.count(OUTPUT).await + broker.count(DEAD).await < 40 {
        assert!(std::time::Instant::now() < deadline, "{} records, {} dead letters", broker.count(OUTPUT).await, broker.count(DEAD).await);
        if worker.try_wait().unwrap().is_some() {
            deaths += 1;
            worker = start();
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    broker.wait_idle(PATIENCE).await;
    worker.kill().unwrap();
    worker.wait().unwrap();
    let letters = broker.kept(DEAD).await;
    assert_eq!(letters.len(), 1, "its neighbours live");
    assert_eq!(letters[0].header("Quotewire-Reason"), "delivered_too_often");
    assert_eq!(letters[0].json()["id"], "story-13");
    assert_eq!(deaths, 6, "as often as it may be delivered");
}

#[tokio::test]
async fn a_message_is_worked_on_as_often_as_allowed_and_no_more() {
    use futures_util::StreamExt;
    let server = Server::start();
    let broker = Broker::with_streams(&server).await;
    let settings = settings(&server.url(), &[("input.max_deliveries", "2")]);
    let context = &broker.context;
    quotewire::worker::provision::provision(context, &settings, settings.provision.mode).await.unwrap();
    let consumer = quotewire::worker::provision::bind(context, &settings).await.unwrap();
    broker.publish(SUBJECT, &[], story("story-0")).await;
    for _ in 0..2 {
        let mut batch = consumer.batch().max_messages(1).expires(Duration::from_secs(3)).messages().await.unwrap();
        batch.next().await.unwrap().unwrap().ack_with(async_nats::jetstream::AckKind::Nak(None)).await.unwrap();
    }
    broker.publish(SUBJECT, &[], story("story-1")).await;
    let rules = process::load(&settings).expect("the rules need no weights");
    let worker = Inside::start(settings, rules);
    broker.wait_ended(2, PATIENCE).await;
    worker.stop().await;
    assert_eq!(broker.kept(DEAD).await[0].header("Quotewire-Deliveries"), "3");
    assert_eq!(broker.count(OUTPUT).await, 1);
}
