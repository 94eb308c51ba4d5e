//! Nouns for sources that have no name of their own.
//!
//! Origin: own list, from general knowledge of news style.

/// Heads of phrases that stand for several people without a plural `s`.
const COLLECTIVES: [&str; 16] = [
    "people", "police", "media", "some", "many", "most", "others", "few", "several", "women", "men", "families", "majority", "public",
    "percent", "they",
];

/// Heads of indefinite phrases for a person whose name is withheld.
const UNNAMED_HEADS: [&str; 24] = [
    "source",
    "official",
    "person",
    "aide",
    "insider",
    "diplomat",
    "adviser",
    "advisor",
    "operative",
    "strategist",
    "executive",
    "employee",
    "witness",
    "resident",
    "lawyer",
    "officer",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "man",
    "woman",
    "member",
    "ally",
    "friend",
];

/// What is written or recorded, and speaks for whoever made it.
const DOCUMENTS: [&str; 63] = [
    "journal",
    "report",
    "study",
    "statement",
    "filing",
    "letter",
    "memo",
    "memorandum",
    "email",
    "e-mail",
    "emails",
    "e-mails",
    "document",
    "documents",
    "records",
    "record",
    "survey",
    "poll",
    "data",
    "figures",
    "minutes",
    "complaint",
    "lawsuit",
    "suit",
    "indictment",
    "affidavit",
    "notice",
    "review",
    "audit",
    "paper",
    "papers",
    "letters",
    "memos",
    "reports",
    "studies",
    "statements",
    "polls",
    "surveys",
    "filings",
    "statistics",
    "analysis",
    "research",
    "petition",
    "note",
    "notes",
    "tweet",
    "tweets",
    "post",
    "posts",
    "website",
    "bulletin",
    "order",
    "ruling",
    "judgment",
    "judgement",
    "opinion",
    "warrant",
    "agreement",
    "draft",
    "message",
    "messages",
    "transcript",
    "release",
];

/// Bodies that speak as one.
const BODIES: [&str; 75] = [
    "chain",
    "congress",
    "contractor",
    "co-op",
    "exchange",
    "forum",
    "opposition",
    "panel",
    "parliament",
    "company",
    "firm",
    "agency",
    "ministry",
    "department",
    "office",
    "bank",
    "union",
    "party",
    "council",
    "commission",
    "committee",
    "government",
    "administration",
    "court",
    "club",
    "team",
    "board",
    "group",
    "organization",
    "organisation",
    "association",
    "charity",
    "university",
    "college",
    "school",
    "hospital",
    "trust",
    "foundation",
    "institute",
    "center",
    "centre",
    "league",
    "federation",
    "authority",
    "regulator",
    "watchdog",
    "force",
    "military",
    "army",
    "navy",
    "airline",
    "airport",
    "carrier",
    "maker",
    "manufacturer",
    "retailer",
    "lender",
    "operator",
    "developer",
    "network",
    "newspaper",
    "broadcaster",
    "magazine",
    "publication",
    "campaign",
    "church",
    "city",
    "county",
    "state",
    "country",
    "embassy",
    "bureau",
    "brokerage",
    "startup",
    "cooperative",
];

/// Words that say that a name is withheld.
const WITHHOLDING: [&str; 5] = ["anonymity", "anonymous", "unnamed", "unidentified", "undisclosed"];

/// Whether `word` (lower case) as the head of a phrase means several people.
pub fn is_collective(word: &str) -> bool {
    let is_plural = word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") && !word.ends_with("'s");
    is_plural || COLLECTIVES.contains(&word)
}

/// Whether `word` (lower case) as the head of an indefinite phrase means somebody whose name is withheld.
pub fn is_unnamed_head(word: &str) -> bool {
    UNNAMED_HEADS.contains(&word)
}

/// Whether `word` (lower case) as the head of a phrase means something written or recorded.
pub fn is_document_noun(word: &str) -> bool {
    DOCUMENTS.contains(&word)
}

/// Whether `word` (lower case) as the head of a phrase means a body that speaks as one.
pub fn is_body_noun(word: &str) -> bool {
    BODIES.contains(&word)
}

/// Whether `word` (lower case) says that a name is withheld.
pub fn withholds_name(word: &str) -> bool {
    WITHHOLDING.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_several_people_from_one() {
        assert!(is_collective("officials") && is_collective("police"));
        assert!(!is_collective("mayor") && !is_collective("boss"));
    }

    #[test]
    fn tells_documents_and_bodies() {
        assert!(is_document_noun("filing") && is_body_noun("agency"));
        assert!(!is_document_noun("agency") && !is_body_noun("mayor"));
    }

    #[test]
    fn knows_whose_name_is_withheld() {
        assert!(is_unnamed_head("source") && withholds_name("anonymity"));
        assert!(!is_unnamed_head("mayor"));
    }
}
