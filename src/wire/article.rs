//! A wire story as every adapter gives it.

use crate::text::Block;

/// What a message is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ArticleKind {
    /// A story.
    News,
    /// A note to editors, not for publication.
    Advisory,
    /// A headline alone, the story to follow.
    Alert,
    /// None of these.
    Other,
}

/// Whether a story may be published, as its publisher says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ArticleState {
    /// It may.
    Usable,
    /// Not until the publisher says so.
    Withheld,
    /// Not before a stated time.
    Embargoed,
    /// Never again: it was killed.
    Canceled,
}

/// What a new version of a story does to the one before, where the wire says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UpdateType {
    /// Adds to it.
    Update,
    /// Mends an error.
    Correction,
    /// Sends it again, mended in form.
    Refile,
    /// Takes it back.
    Kill,
}

/// The format that a story was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceFormat {
    /// An object with `text` or `body`.
    PlainJson,
    /// Text and nothing else.
    PlainText,
    /// A page.
    Html,
    /// IPTC ninjs 1.x.
    #[serde(rename = "ninjs-1")]
    Ninjs1,
    /// IPTC ninjs 2.x.
    #[serde(rename = "ninjs-2")]
    Ninjs2,
    /// IPTC ninjs 3.x.
    #[serde(rename = "ninjs-3")]
    Ninjs3,
    /// The ninjs that Superdesk writes.
    NinjsSuperdesk,
}

/// A dateline: where a story was filed, and by which agency.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Dateline {
    /// As printed.
    pub text: String,
    /// The place alone.
    pub place: Option<String>,
    /// The agency alone.
    pub agency: Option<String>,
}

/// A subject of the story, as the wire codes it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Subject {
    /// Its name.
    pub name: Option<String>,
    /// Its code or uri.
    pub code: Option<String>,
}

/// A person, organization or place that the wire itself names; kept apart from what is extracted.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct SuppliedEntity {
    /// Its name.
    pub name: String,
    /// Its code or uri.
    pub code: Option<String>,
    /// What it is.
    #[serde(rename = "type")]
    pub kind: SuppliedEntityKind,
}

/// What a supplied entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SuppliedEntityKind {
    /// A human being.
    Person,
    /// A body.
    Organization,
    /// A place.
    Place,
}

/// Another id of the same story.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct AlternativeId {
    /// What the id is in.
    pub role: String,
    /// The id.
    pub value: String,
}

/// A decoded wire story. Times are RFC 3339 in UTC, whole seconds kept as they came; empty strings are `None`.
#[derive(Debug, Clone, PartialEq)]
pub struct Article {
    /// The publisher's id, the same in all versions; made from the content where the wire has none.
    pub uri: String,
    /// The version as the wire writes it.
    pub version: Option<String>,
    /// Who sent it.
    pub provider: Option<String>,
    /// What it is.
    pub kind: ArticleKind,
    /// Whether it may be published.
    pub state: ArticleState,
    /// What this version does to the one before.
    pub update_type: Option<UpdateType>,
    /// When the first version was made.
    pub first_created: Option<String>,
    /// When this version was made.
    pub version_created: Option<String>,
    /// Until when it may not be published.
    pub embargoed_until: Option<String>,
    /// 1 (most urgent) to 9.
    pub urgency: Option<u8>,
    /// BCP 47 tag, as the wire has it.
    pub language: Option<String>,
    /// The title.
    pub headline: Option<String>,
    /// The desk's working name of the story.
    pub slugline: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it was filed, from a field of its own; one inside the text is a block of the document.
    pub dateline: Option<Dateline>,
    /// The desk's note.
    pub editor_note: Option<String>,
    /// The wire's signals, as they came.
    pub signals: Vec<String>,
    /// What it is about.
    pub subjects: Vec<Subject>,
    /// Who and what the wire itself names.
    pub supplied: Vec<SuppliedEntity>,
    /// What a reader may do with it.
    pub usage_terms: Option<String>,
    /// Whose it is.
    pub copyright: Option<String>,
    /// Other ids.
    pub alternative_ids: Vec<AlternativeId>,
    /// What it was read from.
    pub source_format: SourceFormat,
    /// Hex sha256 of the message as it came.
    pub raw_sha256: String,
    /// The flattened body, without headline, byline and note that have fields of their own. Empty in a kill.
    pub text: String,
    /// The blocks that the format itself tells apart, over `text`; empty where `segment` is to find them.
    pub blocks: Vec<Block>,
    /// What was odd but could be read.
    pub warnings: Vec<Warning>,
}

/// Something odd in the input that did not keep it from being read.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Warning {
    /// A fixed word for programs: `unknown_field`, `language_not_supported`.
    pub code: String,
    /// The particulars for people; never text of the article.
    pub detail: String,
}

impl Warning {
    /// Makes a warning.
    pub fn new(code: &str, detail: impl Into<String>) -> Self {
        Self { code: code.to_owned(), detail: detail.into() }
    }
}

impl Article {
    /// A usable news story with `text` and nothing else known; adapters fill in the rest.
    pub fn new(uri: String, text: String, source_format: SourceFormat, raw_sha256: String) -> Self {
        Self {
            uri,
            version: None,
            provider: None,
            kind: ArticleKind::News,
            state: ArticleState::Usable,
            update_type: None,
            first_created: None,
            version_created: None,
            embargoed_until: None,
            urgency: None,
            language: None,
            headline: None,
            slugline: None,
            byline: None,
            dateline: None,
            editor_note: None,
            signals: Vec::new(),
            subjects: Vec::new(),
            supplied: Vec::new(),
            usage_terms: None,
            copyright: None,
            alternative_ids: Vec::new(),
            source_format,
            raw_sha256,
            text,
            blocks: Vec::new(),
            warnings: Vec::new(),
        }
    }
}
