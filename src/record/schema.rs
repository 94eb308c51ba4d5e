//! The types of the record. Additive change is a minor version; anything else is a new major one.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::annotation::{
    ClaimKind, ClaimantKind, ClaimantVia, EntityType, KnowledgeLink, MentionKind, Modality, Normalised, Polarity, QuotationKind,
    Resolution, SourceChainRole, Tense, TitleKind, ValueKind,
};
use crate::text::BlockRole;
use crate::wire::{AlternativeId, ArticleKind, ArticleState, Dateline, SourceFormat, Subject, SuppliedEntity, UpdateType, Warning};

/// What a record does for its reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// What was found in a story.
    Enriched,
    /// The story was killed: nothing that any record of its uri says stands any longer.
    Retracted,
}

/// A half-open range of Unicode code points of `text.value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SpanRecord {
    /// First code point.
    pub start: usize,
    /// One past the last.
    pub end: usize,
}

/// What quotewire found in one version of one story.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(title = "quotewire record, version 1")]
pub struct Record {
    /// Version of this schema.
    pub schema: String,
    /// Id of the record: the same for the same story, version, state, content and pipeline.
    pub id: String,
    /// What the record does.
    pub event: Event,
    /// The story.
    pub article: ArticleRecord,
    /// Its text.
    pub text: TextRecord,
    /// Who said what, in the order of the text.
    pub quotes: Vec<QuoteRecord>,
    /// Who and what is named, in the order of the first mention.
    pub entities: Vec<EntityRecord>,
    /// What is asserted, in the order of the text.
    pub claims: Vec<ClaimRecord>,
    /// Amounts, dates and durations, in the order of the text.
    pub values: Vec<ValueRecord>,
    /// What made the record.
    pub pipeline: PipelineRecord,
    /// What the reader should know.
    pub warnings: Vec<Warning>,
}

/// The story that a record is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleRecord {
    /// The publisher's id, the same in all versions.
    pub uri: String,
    /// The version as the wire writes it.
    pub version: Option<String>,
    /// Who sent it.
    pub provider: Option<String>,
    /// What it is.
    pub kind: ArticleKind,
    /// Whether it may be published.
    pub state: ArticleState,
    /// What this version does to the one before, where the wire says so.
    pub update_type: Option<UpdateType>,
    /// When the first version was made.
    pub first_created: Option<String>,
    /// When this version was made.
    pub version_created: Option<String>,
    /// Until when it may not be published.
    pub embargoed_until: Option<String>,
    /// 1 (most urgent) to 9.
    pub urgency: Option<u8>,
    /// BCP 47 tag: the wire's word, else detected.
    pub language: Option<String>,
    /// The title.
    pub headline: Option<String>,
    /// The desk's working name of the story.
    pub slugline: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Where it was filed.
    pub dateline: Option<Dateline>,
    /// The desk's note.
    pub ednote: Option<String>,
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
    /// The message that it came in.
    pub source: ArticleSource,
}

/// The message that a story came in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ArticleSource {
    /// Its format.
    pub format: SourceFormat,
    /// Name of the JetStream stream; absent outside the worker.
    pub stream: Option<String>,
    /// Sequence number in that stream; absent outside the worker.
    pub seq: Option<u64>,
    /// Hex sha256 of its bytes.
    pub raw_sha256: String,
}

/// The unit of all offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum OffsetUnit {
    /// Unicode code points.
    Codepoint,
}

/// The text that all spans point into.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TextRecord {
    /// The text, where the configuration lets it out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub value: Option<String>,
    /// Hex sha256 of its UTF-8 bytes, where the configuration lets it out.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub sha256: Option<String>,
    /// Its length in code points.
    pub length: usize,
    /// The unit of all offsets.
    pub offset_unit: OffsetUnit,
    /// What its stretches are for, and what stands beside it.
    pub blocks: Vec<BlockRecord>,
}

/// A block of the story: inside the text with its span, or beside it with its own words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct BlockRecord {
    /// What it is for.
    pub role: BlockRole,
    /// Its place in the text; absent for a block beside it.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub span: Option<SpanRecord>,
    /// The words of a block beside the text: a headline, byline or note with a field of its own.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub text: Option<String>,
}

/// Something that somebody said, wrote or is reported to hold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct QuoteRecord {
    /// The same in every version that has these words.
    pub id: String,
    /// Shared by the same words in any story.
    pub key: String,
    /// How much of it stands in quotation marks.
    pub kind: QuotationKind,
    /// From the first part to the last, with what stands between them.
    pub text: String,
    /// Hull of the parts.
    pub span: SpanRecord,
    /// The content itself, without the marks at its edges.
    pub parts: Vec<SpanRecord>,
    /// The attributing words.
    pub cue: Option<CueRecord>,
    /// Who is quoted.
    pub source: Option<SourceRecord>,
    /// Who passed it on, the nearest to the source first; the outlet itself is always the last and never listed.
    pub relays: Vec<RelayRecord>,
    /// To whom it was said.
    pub addressee: Option<AddresseeRecord>,
    /// That this is a quotation with these edges, 0 to 1.
    pub confidence: f32,
    /// The rule that decided the source, or agreed with the network on content and source; `model` where the network decided against the
    /// rules or without them.
    pub rule: String,
}

/// Attributing words.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CueRecord {
    /// The words.
    pub text: String,
    /// Their head in dictionary form.
    pub lemma: String,
    /// Their place.
    pub span: SpanRecord,
}

/// Who is quoted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceRecord {
    /// The whole phrase, titles and appositions included.
    pub text: String,
    /// Its place.
    pub span: SpanRecord,
    /// The name, noun or pronoun in it that refers.
    pub mention_span: Option<SpanRecord>,
    /// The entity; null where it is unknown.
    pub entity_id: Option<String>,
    /// How the entity was found.
    pub resolution: Resolution,
    /// In the entity, 0 to 1.
    pub confidence: f32,
    /// Other entities that it may be, the likeliest first.
    pub alternatives: Vec<AlternativeRecord>,
}

/// An entity that a source may be instead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AlternativeRecord {
    /// The entity.
    pub entity_id: String,
    /// 0 to 1.
    pub confidence: f32,
}

/// Who passed a quotation on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RelayRecord {
    /// The entity; null where it is unknown.
    pub entity_id: Option<String>,
    /// As the text has it.
    pub text: String,
    /// Its place.
    pub span: SpanRecord,
    /// The words that say so; null where the relay is inherited from the quotation before.
    pub cue: Option<CueRecord>,
}

/// To whom something was said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AddresseeRecord {
    /// As the text has it.
    pub text: String,
    /// Its place.
    pub span: SpanRecord,
}

/// Somebody or something that the story speaks of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct EntityRecord {
    /// The same in every version that has this name.
    pub id: String,
    /// The fullest name that the text gives.
    pub name: String,
    /// What it is.
    #[serde(rename = "type")]
    pub entity_type: EntityType,
    /// Titles and roles that the text gives it.
    pub titles: Vec<TitleRecord>,
    /// Where it is spoken of, in the order of the text.
    pub mentions: Vec<MentionRecord>,
    /// How much the story is about it, 0 to 1; the most salient of a story has 1.
    pub salience: f32,
    /// The entry of the wire's own list (`article.supplied`) that it is.
    pub supplied: Option<SuppliedEntity>,
    /// Entries of the user's gazetteer that it is.
    pub links: Vec<KnowledgeLink>,
}

impl EntityRecord {
    /// Whether the text names it, and does not only describe it.
    pub fn has_name(&self) -> bool {
        self.mentions.iter().any(|mention| mention.kind == MentionKind::Name)
    }
}

/// A title or role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TitleRecord {
    /// The words.
    pub text: String,
    /// Their place.
    pub span: SpanRecord,
    /// What sort it is.
    pub kind: TitleKind,
}

/// A place where an entity is spoken of.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct MentionRecord {
    /// The words.
    pub text: String,
    /// Their place.
    pub span: SpanRecord,
    /// How they refer.
    pub kind: MentionKind,
    /// What they stand for, where it is not what their entity is: `Washington` for those who govern there.
    #[serde(rename = "type", default, skip_serializing_if = "Option::is_none")]
    pub entity_type: Option<EntityType>,
}

/// A statement that could be agreed with or denied.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimRecord {
    /// The same in every version that has this claim.
    pub id: String,
    /// From the first part to the last, with what stands between them.
    pub text: String,
    /// Hull of the parts.
    pub span: SpanRecord,
    /// Its words.
    pub parts: Vec<SpanRecord>,
    /// The quotation that it comes from.
    pub quote_id: Option<String>,
    /// Who asserts it.
    pub claimant: ClaimantRecord,
    /// From the claimant outward; the publisher is last.
    pub source_chain: Vec<SourceChainRecord>,
    /// What sort of statement it is.
    pub kind: ClaimKind,
    /// How much it is worth checking.
    pub check_worthiness: CheckWorthiness,
    /// In which mode it is put.
    pub factuality: Factuality,
    /// Ids of the amounts and dates in it.
    pub values: Vec<String>,
    /// Ids of the entities that it speaks of, its claimant left out.
    pub about: Vec<String>,
    /// The claim whose content holds this one.
    pub parent: Option<String>,
    /// Other claims of the story that say the same.
    pub same_as: Vec<String>,
    /// The same for two wordings of one claim by one claimant with the same figures, in any story.
    pub fingerprint: String,
}

/// An amount, date or duration.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ValueRecord {
    /// The same in every version that has these words.
    pub id: String,
    /// What it is of.
    #[serde(rename = "type")]
    pub kind: ValueKind,
    /// The words, with those that bound it (`at least`, `about`).
    pub text: String,
    /// Their place.
    pub span: SpanRecord,
    /// What it comes to.
    pub norm: Normalised,
}

/// Who asserts a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ClaimantRecord {
    /// What sort of claimant.
    #[serde(rename = "type")]
    pub kind: ClaimantKind,
    /// The entity; null for the outlet and the unnamed.
    pub entity_id: Option<String>,
    /// The words that name the claimant.
    pub span: Option<SpanRecord>,
    /// How the claim came to it.
    pub via: ClaimantVia,
    /// 0 to 1.
    pub confidence: f32,
}

/// One step from a claimant outward to the reader.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SourceChainRecord {
    /// The part played.
    pub role: SourceChainRole,
    /// The entity, where one is named.
    pub entity_id: Option<String>,
    /// The words that say so.
    pub cue: Option<String>,
}

/// How much a claim is worth checking.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CheckWorthiness {
    /// 0 to 1.
    pub score: f32,
    /// What gave the score; scores of the rules are not calibrated.
    pub model: String,
}

/// In which mode a claim is put.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Factuality {
    /// Whether it affirms or denies.
    pub polarity: Polarity,
    /// As fact, wish, possibility or forecast.
    pub modality: Modality,
    /// When it takes place.
    pub tense: Tense,
    /// Words that soften it.
    pub hedge_cues: Vec<HedgeRecord>,
}

/// A word that softens a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HedgeRecord {
    /// The word.
    pub text: String,
    /// Its place.
    pub span: SpanRecord,
}

/// What made a record.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PipelineRecord {
    /// Name of the profile.
    pub name: String,
    /// Version of quotewire.
    pub version: String,
    /// Hex sha256 of the settings that the record depends on.
    pub config_sha256: String,
    /// The models in it; none for the rules.
    pub models: Vec<ModelRecord>,
}

/// A model of a pipeline.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ModelRecord {
    /// Its name.
    pub name: String,
    /// Hex sha256 of its file.
    pub sha256: String,
}
