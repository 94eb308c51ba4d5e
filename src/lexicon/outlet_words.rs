//! Words in the names of news outlets, what outlets are called, and words in the names of bodies that are none.
//!
//! Origin: own list, from general knowledge.

use super::{WordClasses, classes_of};

const OUTLET_WORDS: [&str; 90] = [
    "ABC",
    "AFP",
    "AP",
    "Advertiser",
    "Argus",
    "Associated",
    "Atlantic",
    "BBC",
    "Bloomberg",
    "Breitbart",
    "Broadcasting",
    "Bugle",
    "Bulletin",
    "BuzzFeed",
    "CBC",
    "CBS",
    "CNBC",
    "CNN",
    "Channel",
    "Clarion",
    "Chronicle",
    "Courier",
    "Daily",
    "Dealer",
    "Digest",
    "Dispatch",
    "Echo",
    "Economist",
    "Enquirer",
    "Examiner",
    "FM",
    "FOX",
    "Figaro",
    "Fox",
    "Gazette",
    "Globe",
    "Guardian",
    "Herald",
    "HuffPost",
    "Independent",
    "Inquirer",
    "Journal",
    "Intelligencer",
    "Lantern",
    "Leader",
    "Ledger",
    "MSNBC",
    "Magazine",
    "Mail",
    "Mirror",
    "Monde",
    "Monitor",
    "NBC",
    "NPR",
    "News",
    "Newsletter",
    "Newsmax",
    "Newswire",
    "Newsweek",
    "Observer",
    "PBS",
    "POLITICO",
    "Politico",
    "Podcast",
    "Post",
    "Press",
    "Radio",
    "Register",
    "Reporter",
    "Reuters",
    "Review",
    "Sentinel",
    "Sky",
    "Slate",
    "Spiegel",
    "Standard",
    "Statesman",
    "Star",
    "Sun",
    "TV",
    "Telegraph",
    "Television",
    "Times",
    "Tribune",
    "Univision",
    "Vox",
    "Weekly",
    "Wire",
    "Yorker",
    "Zeitung",
];

/// What an outlet is called without its name, in lower case.
const OUTLET_NOUNS: [&str; 29] = [
    "newspaper",
    "paper",
    "newspapers",
    "newsletter",
    "newsmagazine",
    "magazine",
    "broadcaster",
    "broadcasters",
    "network",
    "station",
    "publication",
    "outlet",
    "tabloid",
    "daily",
    "weekly",
    "broadsheet",
    "newswire",
    "wire",
    "website",
    "blog",
    "podcast",
    "programme",
    "program",
    "show",
    "television",
    "tv",
    "radio",
    "newscast",
    "channel",
];

/// Those of them that other things share: `railway station`, `space programme`.
const SHARED_NOUNS: [&str; 9] = ["network", "station", "programme", "program", "show", "channel", "wire", "outlet", "website"];

/// Words that stand before a shared noun where it is an outlet's.
const WORDS_OF_MEDIA: [&str; 22] = [
    "television",
    "tv",
    "TV",
    "radio",
    "news",
    "cable",
    "broadcast",
    "media",
    "satellite",
    "streaming",
    "talk",
    "affairs",
    "breakfast",
    "morning",
    "evening",
    "phone-in",
    "state",
    "public",
    "business",
    "sports",
    "gossip",
    "investigative",
];

/// Bodies whose four letters look like a call sign.
const NO_CALL_SIGNS: [&str; 5] = ["WADA", "WIPO", "WNBA", "KFOR", "KPMG"];

/// Words in the names of bodies that are spoken to but pass nothing on.
const INSTITUTION_WORDS: [&str; 75] = [
    "Congress",
    "Senate",
    "House",
    "Parliament",
    "Commons",
    "Lords",
    "Committee",
    "Council",
    "Commission",
    "Court",
    "Board",
    "Cabinet",
    "Assembly",
    "Ministry",
    "Department",
    "Police",
    "Union",
    "Party",
    "Army",
    "Navy",
    "Bank",
    "Office",
    "Authority",
    "Agency",
    "Association",
    "Federation",
    "Institute",
    "University",
    "College",
    "School",
    "Hospital",
    "Trust",
    "Company",
    "Inc",
    "Inc.",
    "Corp",
    "Corp.",
    "Ltd",
    "Ltd.",
    "PLC",
    "Group",
    "Holdings",
    "Nations",
    "Organization",
    "Organisation",
    "Administration",
    "Center",
    "Centre",
    "Club",
    "League",
    "Inquiry",
    "Tribunal",
    "Legislature",
    "Knesset",
    "Duma",
    "Bundestag",
    "Treasury",
    "Kremlin",
    "Pentagon",
    "Conference",
    "Summit",
    "Congressional",
    "FBI",
    "CIA",
    "EU",
    "UN",
    "U.N.",
    "NATO",
    "FDA",
    "SEC",
    "IMF",
    "WHO",
    "NHS",
    "IRS",
    "FIFA",
];

/// Whether `word`, in lower case, is what an outlet is called without its name.
pub fn is_outlet_noun(word: &str) -> bool {
    OUTLET_NOUNS.contains(&word)
}

/// Whether `word` after `before` is what an agency or site of news is called: `press agency`.
pub fn is_news_agency(before: &str, word: &str) -> bool {
    let is_any = |word: &str, words: &[&str]| words.iter().any(|known| word.eq_ignore_ascii_case(known));
    is_any(word, &["agency", "agencies", "service", "site", "outlet"]) && is_any(before, &["news", "press", "wire"])
}

/// Whether the outlet's noun `word` is shared by other things.
pub fn is_shared_noun(word: &str) -> bool {
    SHARED_NOUNS.contains(&word)
}

/// Whether `word` before a shared noun says that it is an outlet's.
pub fn is_word_of_media(word: &str) -> bool {
    WORDS_OF_MEDIA.contains(&word)
}

/// Whether `name` is the call sign of an American station: `WAKM`, `KVND-TV`.
pub fn is_call_sign(name: &str) -> bool {
    let letters = name.split_once('-').filter(|(_, band)| matches!(*band, "TV" | "FM" | "AM")).map_or(name, |(letters, _)| letters);
    letters.len() == 4
        && letters.starts_with(['K', 'W'])
        && letters.bytes().all(|byte| byte.is_ascii_uppercase())
        && !NO_CALL_SIGNS.contains(&letters)
}

/// Whether `word`, as written, is part of the names of bodies that are no outlets.
pub fn is_institution_word(word: &str) -> bool {
    INSTITUTION_WORDS.contains(&word)
}

/// Whether `name` is, or sounds like, that of an outlet.
pub fn names_outlet(name: &str) -> bool {
    classes_of(name).any(WordClasses::OUTLET) || name.split(' ').any(is_outlet_word)
}

/// Whether `word`, as written, is part of many outlets' names.
pub fn is_outlet_word(word: &str) -> bool {
    OUTLET_WORDS.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::{is_institution_word, is_outlet_noun, is_outlet_word};

    #[test]
    fn knows_outlets_by_a_word() {
        assert!(is_outlet_word("Herald"));
        assert!(!is_outlet_word("herald"));
    }

    #[test]
    fn tells_outlets_from_other_bodies() {
        assert!(is_outlet_noun("newspaper") && !is_outlet_noun("committee"));
        assert!(is_institution_word("Committee") && !is_institution_word("Herald"));
    }
}
