//! How a message ends: one pure decision for every outcome.

use std::fmt;
use std::time::Duration;

/// Why a message is a dead letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is not what it says it is.
    Undecodable,
    /// It holds no text and is no kill.
    NoText,
    /// It, or its record, is larger than may be.
    TooLarge,
    /// Nobody here reads its format.
    UnsupportedFormat,
    /// It was delivered again and again without an end: whoever works on it dies.
    DeliveredTooOften,
    /// Extraction panicked over it.
    ExtractionPanicked,
}

impl Reason {
    /// Every reason that there is.
    pub const ALL: [Reason; 6] = [
        Reason::Undecodable,
        Reason::NoText,
        Reason::TooLarge,
        Reason::UnsupportedFormat,
        Reason::DeliveredTooOften,
        Reason::ExtractionPanicked,
    ];

    /// The reason as subjects, headers and metrics have it.
    pub fn as_str(self) -> &'static str {
        match self {
            Reason::Undecodable => "undecodable",
            Reason::NoText => "no_text",
            Reason::TooLarge => "too_large",
            Reason::UnsupportedFormat => "unsupported_format",
            Reason::DeliveredTooOften => "delivered_too_often",
            Reason::ExtractionPanicked => "extraction_panicked",
        }
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.as_str())
    }
}

/// What happened to a message, or to its record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// The output stream has the record, now or since an earlier delivery.
    Published,
    /// The message can never become a record.
    Rejected(Reason),
    /// Nobody answered for the output stream, or the answer was lost: an election, a restart, no connection.
    Unanswered,
    /// The output stream has no room.
    OutputFull,
    /// The server refuses a message of this size.
    OverSize,
    /// The output stream refused the record for a reason that is not known to pass.
    Refused,
    /// The worker was told to stop before the message was published.
    Stopping,
}

/// What is done with a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Disposition {
    /// Acknowledge it.
    Ack,
    /// Keep it, with signs of life, and publish again after a while.
    Hold(Duration),
    /// Give it back to the server, to be delivered again after a while.
    Retry(Duration),
    /// Publish it as a dead letter, then terminate it.
    DeadLetter(Reason),
}

/// The first pause after a failure.
const FIRST_DELAY: Duration = Duration::from_millis(50);
/// The longest pause of a message that is kept: what was down is used again at most this long after it is back.
const LONGEST_HOLD: Duration = Duration::from_secs(1);
/// The longest pause of a message that is given back.
const LONGEST_RETRY: Duration = Duration::from_secs(60);

/// Decides how a message goes on after `outcome`.
///
/// `failures` counts what went wrong with it since it was received, this time included; `delivered` counts its deliveries; `sequence`
/// is its place in the stream and spreads the pauses. Trouble of the output keeps the message: giving it back would count a delivery
/// more each time and end as a dead letter that nothing is wrong with.
pub fn decide(outcome: Outcome, failures: u32, delivered: u32, sequence: u64) -> Disposition {
    match outcome {
        Outcome::Published => Disposition::Ack,
        Outcome::Rejected(reason) => Disposition::DeadLetter(reason),
        Outcome::OverSize => Disposition::DeadLetter(Reason::TooLarge),
        Outcome::Unanswered | Outcome::OutputFull => Disposition::Hold(delay(failures, sequence, LONGEST_HOLD)),
        Outcome::Refused => Disposition::Retry(delay(delivered.saturating_add(3), sequence, LONGEST_RETRY)),
        Outcome::Stopping => Disposition::Retry(Duration::ZERO),
    }
}

/// Whether a message was delivered so often that it is not worked on again. Counted before the work: a message that kills the process
/// leaves no other trace.
pub fn is_delivered_too_often(delivered: u32, max_deliveries: u32) -> bool {
    delivered > max_deliveries
}

/// Doubles from [`FIRST_DELAY`] with each failure up to `longest`; between three quarters of that and the whole, told by `sequence`, so
/// that messages which failed together do not come back together.
fn delay(failures: u32, sequence: u64, longest: Duration) -> Duration {
    let doublings = failures.saturating_sub(1).min(16);
    let whole = FIRST_DELAY.saturating_mul(1 << doublings).min(longest);
    let spread = spread(sequence ^ u64::from(failures));
    whole.mul_f64(0.75 + 0.25 * spread)
}

/// A number from 0 to 1 that neighbouring sequences do not share (the finaliser of SplitMix64).
pub(super) fn spread(sequence: u64) -> f64 {
    let mut mixed = sequence.wrapping_add(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed >> 40) as f64 / (1u64 << 24) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    const REASONS: [Reason; 6] = [
        Reason::Undecodable,
        Reason::NoText,
        Reason::TooLarge,
        Reason::UnsupportedFormat,
        Reason::DeliveredTooOften,
        Reason::ExtractionPanicked,
    ];

    #[test]
    fn what_is_published_is_acknowledged() {
        assert_eq!(decide(Outcome::Published, 7, 9, 1), Disposition::Ack);
    }

    #[test]
    fn what_is_rejected_is_a_dead_letter_at_once() {
        for reason in REASONS {
            assert_eq!(decide(Outcome::Rejected(reason), 0, 1, 1), Disposition::DeadLetter(reason));
        }
        assert_eq!(decide(Outcome::OverSize, 1, 1, 1), Disposition::DeadLetter(Reason::TooLarge));
    }

    #[test]
    fn trouble_of_the_output_never_gives_a_message_back_or_up() {
        for outcome in [Outcome::Unanswered, Outcome::OutputFull] {
            for failures in [1, 2, 10, 1_000_000] {
                let Disposition::Hold(pause) = decide(outcome, failures, 1, 42) else { panic!("{outcome:?} after {failures}") };
                assert!(pause <= LONGEST_HOLD && pause >= FIRST_DELAY.mul_f64(0.75), "{pause:?}");
            }
        }
    }

    #[test]
    fn a_refused_record_waits_longer_with_each_delivery() {
        let pauses: Vec<Duration> = (1..=12)
            .map(|delivered| match decide(Outcome::Refused, 1, delivered, 5) {
                Disposition::Retry(pause) => pause,
                other => panic!("{other:?}"),
            })
            .collect();
        assert!(pauses[0] >= Duration::from_millis(300), "never a storm: {pauses:?}");
        assert!(pauses[5] > pauses[0] * 8, "{pauses:?}");
        assert!(pauses.iter().all(|pause| *pause <= LONGEST_RETRY), "{pauses:?}");
    }

    #[test]
    fn neighbours_do_not_come_back_together() {
        let pauses: std::collections::BTreeSet<Duration> = (0..100).map(|sequence| delay(8, sequence, LONGEST_RETRY)).collect();
        assert!(pauses.len() > 95, "{}", pauses.len());
    }

    #[test]
    fn the_same_message_always_waits_as_long() {
        assert_eq!(decide(Outcome::Refused, 1, 3, 77), decide(Outcome::Refused, 1, 3, 77));
    }

    #[test]
    fn the_last_allowed_delivery_is_still_worked_on() {
        assert!(!is_delivered_too_often(5, 5));
        assert!(is_delivered_too_often(6, 5));
    }
}
