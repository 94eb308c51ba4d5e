//! Words in the names of news outlets.
//!
//! Origin: own list, from general knowledge.

const OUTLET_WORDS: [&str; 64] = [
    "ABC",
    "AFP",
    "AP",
    "Agency",
    "Associated",
    "Atlantic",
    "BBC",
    "Bloomberg",
    "Breitbart",
    "Bulletin",
    "BuzzFeed",
    "CBC",
    "CBS",
    "CNBC",
    "CNN",
    "Chronicle",
    "Courier",
    "Dispatch",
    "Economist",
    "Examiner",
    "FOX",
    "Figaro",
    "Fox",
    "Gazette",
    "Globe",
    "Guardian",
    "Herald",
    "HuffPost",
    "Independent",
    "Journal",
    "Magazine",
    "Mail",
    "Mirror",
    "Monde",
    "Monitor",
    "MSNBC",
    "NBC",
    "NPR",
    "News",
    "Newsweek",
    "Newsmax",
    "PBS",
    "Politico",
    "POLITICO",
    "Post",
    "Press",
    "Radio",
    "Register",
    "Reuters",
    "Review",
    "Sentinel",
    "Sky",
    "Slate",
    "Spiegel",
    "Standard",
    "Star",
    "Sun",
    "Telegraph",
    "Times",
    "Tribune",
    "Univision",
    "Vox",
    "Weekly",
    "Yorker",
];

/// Whether `word`, as written, is part of many outlets' names.
pub fn is_outlet_word(word: &str) -> bool {
    OUTLET_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::is_outlet_word;

    #[test]
    fn knows_outlets_by_a_word() {
        assert!(is_outlet_word("Herald"));
        assert!(!is_outlet_word("herald"));
    }
}
