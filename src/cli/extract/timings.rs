//! Where the time of stories went.

use std::fmt;
use std::time::{Duration, Instant};

use crate::pipeline::Step;

/// The steps, by their names.
const STEPS: [(Step, &str); 3] = [(Step::Rules, "rules"), (Step::Network, "network"), (Step::Linking, "linking, claims, values")];

/// What was spent on one story, in the order of [`STEPS`].
pub(super) type Spent = [Duration; STEPS.len()];

/// Times the steps of one story.
pub(super) struct Clock {
    since: Instant,
    spent: Spent,
}

impl Clock {
    /// Starts with the first step.
    pub(super) fn start() -> Self {
        Self { since: Instant::now(), spent: Spent::default() }
    }

    /// Takes the time of `step`, which is done.
    pub(super) fn lap(&mut self, step: Step) {
        let now = Instant::now();
        for ((known, _), spent) in STEPS.iter().zip(&mut self.spent) {
            if *known == step {
                *spent = now - self.since;
            }
        }
        self.since = now;
    }

    /// What each step took; nothing for one that was not taken.
    pub(super) fn spent(&self) -> Spent {
        self.spent
    }
}

/// What was spent on each story.
#[derive(Debug, Default)]
pub(super) struct Timings(Vec<Spent>);

impl Timings {
    /// Takes in what was spent on some stories.
    pub(super) fn add(&mut self, spent: &[Spent]) {
        self.0.extend_from_slice(spent);
    }

    /// The least time that `share` of the stories stayed within, at the step number `step`.
    fn quantile(&self, share: f64, step: usize) -> Duration {
        let mut times: Vec<Duration> = self.0.iter().map(|spent| spent[step]).collect();
        times.sort_unstable();
        let place = (share * times.len() as f64).ceil() as usize;
        times.get(place.saturating_sub(1)).copied().unwrap_or_default()
    }
}

impl fmt::Display for Timings {
    /// A line for each step: median and 99th percentile, in milliseconds.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "ms a story, p50 and p99 of {}:", self.0.len())?;
        for (step, (_, name)) in STEPS.iter().enumerate() {
            let [median, high] = [0.5, 0.99].map(|share| self.quantile(share, step).as_secs_f64() * 1e3);
            write!(out, "\n  {name:<24}{median:>9.3}{high:>9.3}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_stories_stay_within_the_median() {
        let spent = |linking: u64| [0, 0, linking].map(Duration::from_micros);
        let mut timings = Timings::default();
        timings.add(&[spent(4000), spent(1000)]);
        timings.add(&[spent(2000)]);
        let shown = timings.to_string();
        assert!(shown.starts_with("ms a story, p50 and p99 of 3:\n"), "{shown}");
        assert!(shown.ends_with("linking, claims, values     2.000    4.000"), "{shown}");
        assert!(Timings::default().to_string().contains("of 0:"));
    }

    #[test]
    fn a_step_that_was_not_taken_costs_nothing() {
        let mut clock = Clock::start();
        std::thread::sleep(Duration::from_millis(1));
        clock.lap(Step::Rules);
        let [rules, network, linking] = clock.spent();
        assert!(rules >= Duration::from_millis(1));
        assert_eq!((network, linking), (Duration::ZERO, Duration::ZERO));
    }
}
