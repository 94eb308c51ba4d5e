//! What a test does on the broker itself: publish stories, read streams, wait.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use async_nats::HeaderMap;
use async_nats::jetstream::consumer::{AckPolicy, pull};
use async_nats::jetstream::context::ContextBuilder;
use async_nats::jetstream::message::PublishMessage;
use async_nats::jetstream::{self, Context, stream};
use futures_util::StreamExt;
use futures_util::future::join_all;

use super::server::Server;

/// The names of the defaults.
pub const INPUT: &str = "WIRE_IN";
/// Where stories go in.
pub const SUBJECT: &str = "wire.in.v1.xwa";
/// Where records come out.
pub const OUTPUT: &str = "WIRE_ENRICHED";
/// Where dead letters come out.
pub const DEAD: &str = "WIRE_DLQ";

/// A connection of the test's own.
pub struct Broker {
    /// JetStream.
    pub context: Context,
}

/// A message that a stream keeps.
pub struct Kept {
    /// Its subject.
    pub subject: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Vec<u8>,
    /// When the stream took it, in nanoseconds since 1970.
    pub stored_nanos: i128,
}

impl Kept {
    /// The value of a header; empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(async_nats::HeaderValue::as_str).unwrap_or_default()
    }

    /// The body as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// A story of our own invention.
pub fn story(id: &str) -> String {
    let text = format!(
        "PORT ALDEN, Norland (XWA) — The harbour of Port Alden will stay open through the winter, Mayor Ana Brandt said on Tuesday.\n\n\
         \"We counted 412 ships last month, and number {id} was the largest,\" Brandt told reporters. \"Nobody is going home.\""
    );
    serde_json::json!({ "id": id, "text": text, "language": "en", "source": "XWA" }).to_string()
}

impl Broker {
    /// Connects.
    pub async fn connect(server: &Server) -> Self {
        Self::connect_with(async_nats::ConnectOptions::new(), server).await
    }

    /// Connects as somebody.
    pub async fn connect_with(options: async_nats::ConnectOptions, server: &Server) -> Self {
        let options = options.max_reconnects(None).reconnect_delay_callback(|_| Duration::from_millis(20));
        let client = options.connect(server.url()).await.unwrap();
        Self { context: ContextBuilder::new().timeout(Duration::from_secs(1)).build(client) }
    }

    /// Connects and makes the streams as the worker would, in case it is not there yet.
    pub async fn with_streams(server: &Server) -> Self {
        let broker = Self::connect(server).await;
        for (name, subject) in [(INPUT, "wire.in.v1.>"), (OUTPUT, "wire.enriched.v1.>"), (DEAD, "wire.dlq.v1.>")] {
            broker.make_stream(name, subject).await;
        }
        broker
    }

    /// Makes a stream.
    pub async fn make_stream(&self, name: &str, subject: &str) {
        let config = stream::Config {
            name: name.to_owned(),
            subjects: vec![subject.to_owned()],
            duplicate_window: Duration::from_secs(600),
            ..Default::default()
        };
        self.context.create_stream(config).await.unwrap();
    }

    /// Publishes one message and waits until the stream has it.
    pub async fn publish(&self, subject: &str, headers: &[(&str, &str)], body: impl Into<bytes::Bytes>) {
        let mut message = PublishMessage::build().payload(body.into());
        for (name, value) in headers {
            message = message.header(*name, *value);
        }
        self.context.send_publish(subject.to_owned(), message).await.unwrap().await.unwrap();
    }

    /// Publishes stories, each once, however often that has to be tried.
    pub async fn publish_stories(&self, numbers: std::ops::Range<usize>) {
        let mut left: Vec<usize> = numbers.collect();
        for _ in 0..10 {
            let mut answers = Vec::new();
            for number in left {
                let id = format!("story-{number}");
                let message = PublishMessage::build().payload(story(&id).into()).message_id(format!("input-{id}"));
                let sent = self.context.send_publish(SUBJECT, message).await;
                answers.push(async move {
                    let stored = match sent {
                        Ok(answer) => answer.await.is_ok(),
                        Err(_) => false,
                    };
                    (!stored).then_some(number)
                });
            }
            left = join_all(answers).await.into_iter().flatten().collect();
            if left.is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
        panic!("{} stories cannot be published", left.len());
    }

    /// How many messages a stream keeps; 0 where there is none.
    pub async fn count(&self, name: &str) -> u64 {
        self.context.get_stream(name).await.map_or(0, |stream| stream.cached_info().state.messages)
    }

    /// All that a stream keeps, in order.
    pub async fn kept(&self, name: &str) -> Vec<Kept> {
        let stream = self.context.get_stream(name).await.unwrap();
        let count = stream.cached_info().state.messages as usize;
        let config = pull::Config { ack_policy: AckPolicy::None, ..Default::default() };
        let consumer = stream.create_consumer(config).await.unwrap();
        let mut kept = Vec::with_capacity(count);
        while kept.len() < count {
            let mut batch = consumer.fetch().max_messages(500).messages().await.unwrap();
            while let Some(message) = batch.next().await {
                let message = message.unwrap();
                kept.push(Kept {
                    subject: message.subject.to_string(),
                    headers: message.headers.clone().unwrap_or_default(),
                    body: message.payload.to_vec(),
                    stored_nanos: message.info().unwrap().published.unix_timestamp_nanos(),
                });
            }
        }
        kept
    }

    /// Messages of the worker's consumer that are not delivered, and those that are not acknowledged.
    pub async fn backlog(&self) -> (u64, usize) {
        let consumer: jetstream::consumer::PullConsumer = self.context.get_consumer_from_stream("quotewire", INPUT).await.unwrap();
        (consumer.cached_info().num_pending, consumer.cached_info().num_ack_pending)
    }

    /// Waits until `count` messages have come to their end, as records or dead letters.
    pub async fn wait_ended(&self, count: u64, patience: Duration) {
        let deadline = Instant::now() + patience;
        loop {
            let (records, letters) = (self.count(OUTPUT).await, self.count(DEAD).await);
            if records + letters >= count {
                return;
            }
            assert!(Instant::now() < deadline, "{records} records and {letters} dead letters of {count}");
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Waits until nothing is left to deliver or to acknowledge.
    pub async fn wait_idle(&self, patience: Duration) {
        let deadline = Instant::now() + patience;
        while self.backlog().await != (0, 0) {
            assert!(Instant::now() < deadline, "left to deliver, to acknowledge: {:?}", self.backlog().await);
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
    }

    /// Checks that each of `count` stories has exactly one record.
    pub async fn assert_one_record_each(&self, count: usize) {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        for record in self.kept(OUTPUT).await {
            *seen.entry(record.json()["article"]["uri"].as_str().unwrap().to_owned()).or_default() += 1;
        }
        let twice: Vec<_> = seen.iter().filter(|(_, times)| **times > 1).collect();
        assert!(twice.is_empty(), "twice in the output stream: {twice:?}");
        let missing: Vec<_> = (0..count).map(|number| format!("story-{number}")).filter(|uri| !seen.contains_key(uri)).collect();
        assert!(missing.is_empty(), "{} of {count} lost: {missing:?}", missing.len());
        assert_eq!(seen.len(), count);
    }
}
