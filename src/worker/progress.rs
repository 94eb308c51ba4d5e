//! The messages that are held: received and not yet settled. Each gets a sign of life before the server loses patience.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use async_nats::{Client, Subject};
use bytes::Bytes;
use tokio::sync::{Notify, watch};

/// The slots of the messages that are held. Whoever receives takes one; it is free again when the message has been settled.
#[derive(Debug, Default)]
pub(super) struct Held {
    slots: Mutex<HashMap<u64, Subject>>,
    count: AtomicUsize,
    next: AtomicUsize,
    /// Wakes the intake when a slot is free again.
    pub(super) freed: Notify,
}

impl Held {
    /// Takes a slot for a message that is answered at `reply`; gives its number.
    pub(super) fn take(&self, reply: Subject) -> u64 {
        let slot = self.next.fetch_add(1, Ordering::Relaxed) as u64;
        self.lock().insert(slot, reply);
        self.count.fetch_add(1, Ordering::Relaxed);
        slot
    }

    /// Frees a slot.
    pub(super) fn free(&self, slot: u64) {
        if self.lock().remove(&slot).is_some() {
            self.count.fetch_sub(1, Ordering::Relaxed);
            self.freed.notify_one();
        }
    }

    /// How many messages are held.
    pub(super) fn count(&self) -> usize {
        self.count.load(Ordering::Relaxed)
    }

    fn replies(&self) -> Vec<Subject> {
        self.lock().values().cloned().collect()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<u64, Subject>> {
        self.slots.lock().expect("no thread panics while it holds this lock")
    }
}

/// How long the server waits for a sign of life, told by the intake when it has bound to the consumer.
pub(super) type AckWait = watch::Receiver<Duration>;

/// Gives a sign of life for every message that is held, those in queues too, every third of the time that the server waits. Never ends.
pub(super) async fn keep_alive(client: Client, held: &Held, ack_wait: AckWait) {
    loop {
        let pause = *ack_wait.borrow() / 3;
        tokio::time::sleep(pause).await;
        for reply in held.replies() {
            if let Err(error) = client.publish(reply, Bytes::from_static(b"+WPI")).await {
                tracing::debug!(%error, "no sign of life sent");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_held_until_it_is_freed_once() {
        let held = Held::default();
        let (first, second) = (held.take("a".into()), held.take("b".into()));
        assert_eq!(held.count(), 2);
        held.free(first);
        held.free(first);
        assert_eq!(held.count(), 1);
        assert_eq!(held.replies(), [Subject::from("b")]);
        held.free(second);
        assert_eq!(held.count(), 0);
    }
}
