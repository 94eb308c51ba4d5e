//! From an annotated article to its record.

use sha2::{Digest, Sha256};

use super::ids::{IdMaker, hex, normalised, short_hash};
use super::schema::{
    AddresseeRecord, AlternativeRecord, ArticleRecord, ArticleSource, BlockRecord, CheckWorthiness, ClaimRecord, ClaimantRecord, CueRecord,
    EntityRecord, Event, Factuality, HedgeRecord, MentionRecord, ModelRecord, OffsetUnit, PipelineRecord, QuoteRecord, Record, RelayRecord,
    SourceChainRecord, SourceRecord, SpanRecord, TextRecord, TitleRecord, ValueRecord,
};
use crate::annotation::{
    Alternative, Annotations, Claim, Cue, EntityCluster, EntityType, MentionKind, Quotation, Relay, Source, SourceChainLink, Value,
};
use crate::settings::EmitText;
use crate::text::{BlockRole, CodepointIndex, Document, Span, hull};
use crate::wire::{Article, ArticleState, Warning};

/// Version of the record's schema.
const SCHEMA: &str = "quotewire.record.v1";

/// What a record needs to know beside the article and its annotations.
#[derive(Debug, Clone)]
pub struct Provenance<'a> {
    /// Stream and sequence number of the message; `None` outside the worker.
    pub message: Option<(&'a str, u64)>,
    /// What annotated it.
    pub pipeline: &'a PipelineRecord,
    /// How much of the text goes out.
    pub emit_text: EmitText,
}

impl Record {
    /// Puts the record of one article together.
    ///
    /// `language` and `warnings` are the pipeline's; the article's own warnings come first.
    pub fn new(
        article: Article,
        document: &Document,
        annotations: &Annotations,
        language: Option<String>,
        warnings: Vec<Warning>,
        provenance: &Provenance<'_>,
    ) -> Self {
        let writer = Writer::new(document, annotations, &article.uri, &provenance.pipeline.name);
        let quotes = writer.quotes();
        let entities = writer.entities(&article);
        let claims = writer.claims();
        let values = writer.values();
        let text = writer.text(&article, provenance.emit_text);
        let event = if article.state == ArticleState::Canceled { Event::Retracted } else { Event::Enriched };
        let id = record_id(&article, event, provenance.pipeline);
        let mut all_warnings = article.warnings.clone();
        all_warnings.extend(warnings);
        Self {
            schema: SCHEMA.to_owned(),
            id,
            event,
            article: article_record(article, language, provenance),
            text,
            quotes,
            entities,
            claims,
            values,
            pipeline: provenance.pipeline.clone(),
            warnings: all_warnings,
        }
    }
}

impl PipelineRecord {
    /// Describes the pipeline of `profile` and its models, with a hash of the settings that a record depends on; `gazetteer` is the hex
    /// sha256 of what it holds, where there is one.
    pub fn describe(profile: &str, models: Vec<ModelRecord>, gazetteer: Option<&str>, emit_text: EmitText) -> Self {
        let mut settings = serde_json::json!({ "emit_text": emit_text, "profile": profile, "models": models });
        if let Some(sha256) = gazetteer {
            settings["gazetteer"] = sha256.into();
        }
        Self {
            name: profile.to_owned(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            config_sha256: hex(&Sha256::digest(settings.to_string())),
            models,
        }
    }
}

/// The same for the same story, version, state, content and pipeline: the broker's duplicate window rests on it.
fn record_id(article: &Article, event: Event, pipeline: &PipelineRecord) -> String {
    let version = article.version.as_deref().or(article.version_created.as_deref()).unwrap_or_default();
    let parts = [
        article.uri.as_str(),
        version,
        &format!("{:?}{event:?}", article.state),
        &article.raw_sha256,
        &pipeline.name,
        &pipeline.version,
        &pipeline.config_sha256,
    ];
    format!("r_{}{}", short_hash(&parts), short_hash(&[&article.raw_sha256, &article.uri]))
}

fn article_record(article: Article, language: Option<String>, provenance: &Provenance<'_>) -> ArticleRecord {
    ArticleRecord {
        uri: article.uri,
        version: article.version,
        provider: article.provider,
        kind: article.kind,
        state: article.state,
        update_type: article.update_type,
        first_created: article.first_created,
        version_created: article.version_created,
        embargoed_until: article.embargoed_until,
        urgency: article.urgency,
        language,
        headline: article.headline,
        slugline: article.slugline,
        byline: article.byline,
        dateline: article.dateline,
        ednote: article.editor_note,
        signals: article.signals,
        subjects: article.subjects,
        supplied: article.supplied,
        usage_terms: article.usage_terms,
        copyright: article.copyright,
        alternative_ids: article.alternative_ids,
        source: ArticleSource {
            format: article.source_format,
            stream: provenance.message.map(|(stream, _)| stream.to_owned()),
            seq: provenance.message.map(|(_, seq)| seq),
            raw_sha256: article.raw_sha256,
        },
    }
}

/// Writes annotations as record items; holds what all of them share.
struct Writer<'a> {
    document: &'a Document,
    annotations: &'a Annotations,
    /// What gave claims their worth: the profile.
    model: &'a str,
    codepoints: CodepointIndex,
    entity_ids: Vec<String>,
    quote_ids: Vec<String>,
    claim_ids: Vec<String>,
    value_ids: Vec<String>,
}

impl<'a> Writer<'a> {
    fn new(document: &'a Document, annotations: &'a Annotations, uri: &str, model: &'a str) -> Self {
        let mut ids = IdMaker::new(uri);
        let entity_ids = annotations.entities.iter().map(|entity| ids.next("e", &normalised(&entity.canonical_name))).collect();
        let quote_ids = annotations.quotations.iter().map(|quotation| ids.next("q", &words(document, &quotation.parts))).collect();
        let claim_ids = annotations.claims.iter().map(|claim| ids.next("c", &words(document, &claim.parts))).collect();
        let value_ids = annotations.values.iter().map(|value| ids.next("v", &normalised(document.slice(value.span)))).collect();
        let codepoints = CodepointIndex::new(document.text());
        Self { document, annotations, model, codepoints, entity_ids, quote_ids, claim_ids, value_ids }
    }

    fn text(&self, article: &Article, emit: EmitText) -> TextRecord {
        let text = self.document.text();
        TextRecord {
            value: (emit == EmitText::Full).then(|| text.to_owned()),
            sha256: (emit != EmitText::None).then(|| hex(&Sha256::digest(text))),
            length: self.codepoints.len(),
            offset_unit: OffsetUnit::Codepoint,
            blocks: self.blocks(article),
        }
    }

    fn blocks(&self, article: &Article) -> Vec<BlockRecord> {
        let beside = [
            (BlockRole::Headline, article.headline.as_ref()),
            (BlockRole::Byline, article.byline.as_ref()),
            (BlockRole::Dateline, article.dateline.as_ref().map(|dateline| &dateline.text)),
            (BlockRole::EditorNote, article.editor_note.as_ref()),
        ];
        // a plain text has its headline and byline in the text itself: the field is a copy
        let is_inside = |role: BlockRole, words: &str| {
            self.document.blocks().iter().any(|block| block.role == role && self.document.slice(block.span) == words)
        };
        let mut blocks: Vec<_> = beside
            .into_iter()
            .filter_map(|(role, text)| text.map(|text| (role, text)))
            .filter(|(role, text)| !is_inside(*role, text))
            .map(|(role, text)| BlockRecord { role, span: None, text: Some(text.clone()) })
            .collect();
        blocks.extend(self.document.blocks().iter().map(|block| BlockRecord {
            role: block.role,
            span: Some(self.span(block.span)),
            text: None,
        }));
        blocks
    }

    fn quotes(&self) -> Vec<QuoteRecord> {
        self.annotations.quotations.iter().zip(&self.quote_ids).map(|(quotation, id)| self.quote(quotation, id)).collect()
    }

    fn quote(&self, quotation: &Quotation, id: &str) -> QuoteRecord {
        let attribution = &quotation.attribution;
        QuoteRecord {
            id: id.to_owned(),
            key: short_hash(&[&words(self.document, &quotation.parts)]),
            kind: quotation.kind,
            text: self.words(quotation.span()),
            span: self.span(quotation.span()),
            parts: self.spans(&quotation.parts),
            cue: attribution.cue.as_ref().map(|cue| self.cue(cue)),
            source: attribution.source.as_ref().map(|source| self.source(source, attribution.score)),
            relays: quotation.relays.iter().map(|relay| self.relay(relay)).collect(),
            addressee: quotation.addressee.map(|span| AddresseeRecord { text: self.words(span), span: self.span(span) }),
            confidence: round(quotation.score),
            rule: attribution.rule.to_owned(),
        }
    }

    fn cue(&self, cue: &Cue) -> CueRecord {
        CueRecord { text: self.words(cue.span), lemma: cue.lemma.clone(), span: self.span(cue.span) }
    }

    fn source(&self, source: &Source, score: f32) -> SourceRecord {
        SourceRecord {
            text: self.words(source.span),
            span: self.span(source.span),
            mention_span: source.mention.map(|span| self.span(span)),
            entity_id: self.entity_id(source.cluster),
            resolution: source.resolution,
            confidence: round(score),
            alternatives: source.alternatives.iter().map(|other| self.alternative(other)).collect(),
        }
    }

    fn alternative(&self, other: &Alternative) -> AlternativeRecord {
        AlternativeRecord { entity_id: self.entity_ids[other.cluster].clone(), confidence: round(other.score) }
    }

    fn relay(&self, relay: &Relay) -> RelayRecord {
        RelayRecord {
            entity_id: self.entity_id(relay.cluster),
            text: self.words(relay.span),
            span: self.span(relay.span),
            cue: relay.cue.as_ref().map(|cue| self.cue(cue)),
        }
    }

    fn entities(&self, article: &Article) -> Vec<EntityRecord> {
        self.annotations.entities.iter().zip(&self.entity_ids).map(|(entity, id)| self.entity(entity, id, article)).collect()
    }

    fn entity(&self, entity: &EntityCluster, id: &str, article: &Article) -> EntityRecord {
        let title =
            |title: &crate::annotation::Title| TitleRecord { text: self.words(title.span), span: self.span(title.span), kind: title.kind };
        let mention = |mention: &crate::annotation::Mention| MentionRecord {
            text: self.words(mention.span),
            span: self.span(mention.span),
            kind: mention.kind,
            entity_type: (mention.kind == MentionKind::Name && may_stand_for(entity.entity_type, mention.entity_type))
                .then_some(mention.entity_type),
        };
        EntityRecord {
            id: id.to_owned(),
            name: entity.canonical_name.clone(),
            entity_type: entity.entity_type,
            titles: entity.titles.iter().map(title).collect(),
            mentions: entity.mentions.iter().map(mention).collect(),
            salience: round(entity.salience),
            supplied: entity.supplied.and_then(|index| article.supplied.get(index)).cloned(),
            links: entity.links.clone(),
        }
    }

    fn claims(&self) -> Vec<ClaimRecord> {
        self.annotations.claims.iter().zip(&self.claim_ids).map(|(claim, id)| self.claim(claim, id)).collect()
    }

    fn claim(&self, claim: &Claim, id: &str) -> ClaimRecord {
        let hedge = |span: &Span| HedgeRecord { text: self.words(*span), span: self.span(*span) };
        ClaimRecord {
            id: id.to_owned(),
            text: self.words(claim.span()),
            span: self.span(claim.span()),
            parts: self.spans(&claim.parts),
            quote_id: claim.quotation.map(|index| self.quote_ids[index].clone()),
            claimant: ClaimantRecord {
                kind: claim.claimant.kind,
                entity_id: self.entity_id(claim.claimant.cluster),
                span: claim.claimant.span.map(|span| self.span(span)),
                via: claim.claimant.via,
                confidence: round(claim.claimant.score),
            },
            source_chain: claim.source_chain.iter().map(|link| self.chain_link(link)).collect(),
            kind: claim.kind,
            check_worthiness: CheckWorthiness { score: round(claim.check_worthiness), model: self.model.to_owned() },
            factuality: Factuality {
                polarity: claim.polarity,
                modality: claim.modality,
                tense: claim.tense,
                hedge_cues: claim.hedges.iter().map(hedge).collect(),
            },
            values: claim.values.iter().map(|index| self.value_ids[*index].clone()).collect(),
            about: claim.about.iter().map(|index| self.entity_ids[*index].clone()).collect(),
            parent: claim.parent.map(|index| self.claim_ids[index].clone()),
            same_as: claim.same_as.iter().map(|index| self.claim_ids[*index].clone()).collect(),
            fingerprint: claim.fingerprint.clone(),
        }
    }

    fn values(&self) -> Vec<ValueRecord> {
        self.annotations.values.iter().zip(&self.value_ids).map(|(value, id)| self.value(value, id)).collect()
    }

    fn value(&self, value: &Value, id: &str) -> ValueRecord {
        ValueRecord {
            id: id.to_owned(),
            kind: value.kind,
            text: self.words(value.span),
            span: self.span(value.span),
            norm: value.normalised.clone(),
        }
    }

    fn chain_link(&self, link: &SourceChainLink) -> SourceChainRecord {
        SourceChainRecord { role: link.role, entity_id: self.entity_id(link.cluster), cue: link.cue.map(|span| self.words(span)) }
    }

    fn entity_id(&self, cluster: Option<usize>) -> Option<String> {
        cluster.map(|index| self.entity_ids[index].clone())
    }

    fn words(&self, span: Span) -> String {
        self.document.slice(span).to_owned()
    }

    fn span(&self, span: Span) -> SpanRecord {
        SpanRecord { start: self.codepoints.offset(span.start), end: self.codepoints.offset(span.end) }
    }

    fn spans(&self, spans: &[Span]) -> Vec<SpanRecord> {
        spans.iter().map(|span| self.span(*span)).collect()
    }
}

/// The normalised words of an item, all its parts together.
fn words(document: &Document, parts: &[Span]) -> String {
    debug_assert!(hull(parts).is_some(), "an item has at least one part");
    normalised(&parts.iter().map(|part| document.slice(*part)).collect::<Vec<_>>().join(" "))
}

/// Two digits: what a confidence can bear, and the same bytes on every machine.
fn round(score: f32) -> f32 {
    (score * 100.0).round() / 100.0
}

/// Whether an entity of one type may be spoken of as one of the other: a place and those who act there.
fn may_stand_for(entity: EntityType, mention: EntityType) -> bool {
    matches!((entity, mention), (EntityType::Location, EntityType::Organization) | (EntityType::Organization, EntityType::Location))
}
