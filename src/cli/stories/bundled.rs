//! The stories in `samples/`, inside the program, so that a first look needs no file.

/// A bundled story.
#[derive(Debug, Clone, Copy)]
pub(in crate::cli) struct BundledStory {
    /// Name of its file.
    pub(in crate::cli) name: &'static str,
    /// Its bytes.
    pub(in crate::cli) payload: &'static [u8],
}

/// All bundled stories, in the order in which they are told.
pub(in crate::cli) fn bundled() -> &'static [BundledStory] {
    BUNDLED
}

macro_rules! stories {
    ($($name:literal),* $(,)?) => {
        &[$(BundledStory { name: $name, payload: include_bytes!(concat!("../../../samples/", $name)) }),*]
    };
}

const BUNDLED: &[BundledStory] = stories![
    "01-harbour-wall.ninjs-1.json",
    "02-harbour-wall-correction.ninjs-1.json",
    "03-rate-decision.json",
    "04-ferry-aground.txt",
    "05-relay-final.html",
    "06-fraud-verdict.superdesk-ninjs.json",
    "07-glacier-lake.ninjs-3.json",
    "08-dockers-strike.txt",
    "09-school-meals.json",
    "10-ghost-buses.ninjs-2.json",
    "11-election-night-advisory.ninjs-1.json",
    "12-deich.superdesk-ninjs.json",
    "13-infant-injection-embargoed.ninjs-3.json",
    "14-budget-vote.html",
    "15-shipyard-merger.json",
    "16-earthquake-update.ninjs-2.json",
    "17-marche-couvert.txt",
    "18-harbour-wall-kill.ninjs-1.json",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_of_the_folder_is_bundled_in_name_order() {
        let entries = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/samples")).expect("the samples are there");
        let mut names: Vec<String> = entries.map(|entry| entry.expect("readable").file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name != "README.md");
        names.sort();
        assert_eq!(bundled().iter().map(|story| story.name).collect::<Vec<_>>(), names);
    }
}
