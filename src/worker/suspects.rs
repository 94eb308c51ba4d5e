//! Messages that were delivered again and again: one of them may kill whoever works on it, and the others died with it.
//!
//! Each delivery counts, also for those that only lay beside the killer when it struck; after enough strikes all of them would be dead
//! letters. So suspects are worked on alone, one after the other, and each time around in another order: whoever comes before the killer
//! is done with. What is left to strike again is the killer alone.

use std::time::Duration;

use tokio::time::Instant;

use super::disposition::spread;
use super::process::Delivery;

/// From this delivery on a message is a suspect: once is a restart, twice may be chance.
const FROM_DELIVERY: u32 = 3;
/// How long to wait for more of them: those that died together come back together, and their order matters.
const GATHERING: Duration = Duration::from_millis(200);

/// Suspects that wait for their turn.
#[derive(Debug, Default)]
pub(super) struct Suspects {
    waiting: Vec<Delivery>,
    last_arrival: Option<Instant>,
}

impl Suspects {
    /// Whether a message has to wait here.
    pub(super) fn is_suspect(delivery: &Delivery) -> bool {
        delivery.delivered >= FROM_DELIVERY
    }

    /// Lets a suspect wait.
    pub(super) fn push(&mut self, delivery: Delivery, now: Instant) {
        self.waiting.push(delivery);
        self.last_arrival = Some(now);
    }

    /// How many wait.
    pub(super) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether none waits.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// When the next turn may come at the earliest; `None` while nobody waits.
    pub(super) fn next_turn(&self) -> Option<Instant> {
        self.last_arrival.filter(|_| !self.waiting.is_empty()).map(|arrival| arrival + GATHERING)
    }

    /// Takes the one whose turn it is: at first the oldest, next time around the youngest, then by chance.
    pub(super) fn take(&mut self, now: Instant) -> Option<Delivery> {
        if self.next_turn()? > now {
            return None;
        }
        let round = self.waiting.iter().map(|delivery| delivery.delivered).max()?;
        let rank = |delivery: &Delivery| rank(round, delivery.sequence);
        let (index, _) = self.waiting.iter().enumerate().min_by_key(|(_, delivery)| rank(delivery))?;
        Some(self.waiting.swap_remove(index))
    }

    /// Takes all, to give them back.
    pub(super) fn drain(&mut self) -> Vec<Delivery> {
        std::mem::take(&mut self.waiting)
    }
}

fn rank(round: u32, sequence: u64) -> u64 {
    match round % 3 {
        0 => sequence,
        1 => u64::MAX - sequence,
        _ => (spread(sequence ^ u64::from(round)) * 1e18) as u64,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn delivery(sequence: u64, delivered: u32) -> Delivery {
        Delivery {
            slot: sequence,
            reply: "ack".into(),
            payload: bytes::Bytes::new(),
            headers: None,
            stream: Arc::from("S"),
            sequence,
            delivered,
            published_nanos: 0,
        }
    }

    fn order(delivered: u32) -> Vec<u64> {
        let (mut suspects, now) = (Suspects::default(), Instant::now());
        (1..=5).for_each(|sequence| suspects.push(delivery(sequence, delivered), now));
        std::iter::from_fn(|| suspects.take(now + GATHERING)).map(|delivery| delivery.sequence).collect()
    }

    #[test]
    fn a_first_and_a_second_delivery_are_no_reason_to_wait() {
        assert!(!Suspects::is_suspect(&delivery(1, 2)));
        assert!(Suspects::is_suspect(&delivery(1, 3)));
    }

    #[test]
    fn who_stands_on_either_side_of_a_killer_gets_his_turn_before_it() {
        assert_eq!(order(3), [1, 2, 3, 4, 5]);
        assert_eq!(order(4), [5, 4, 3, 2, 1]);
        assert_ne!(order(5), order(3));
        assert_ne!(order(5), order(8));
    }

    #[test]
    fn nobody_has_a_turn_while_more_are_coming() {
        let (mut suspects, now) = (Suspects::default(), Instant::now());
        assert!(suspects.take(now).is_none());
        suspects.push(delivery(1, 3), now);
        assert!(suspects.take(now + GATHERING / 2).is_none());
        suspects.push(delivery(2, 3), now + GATHERING / 2);
        assert!(suspects.take(now + GATHERING).is_none());
        assert_eq!(suspects.take(now + GATHERING * 2).unwrap().sequence, 1);
    }
}
