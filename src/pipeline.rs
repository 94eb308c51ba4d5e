//! The one place that knows the order of the steps from an article's text to its annotations.

use crate::annotation::Annotations;
use crate::extract::{claims, clusters, coreference, names, quotations, sources};
use crate::segment::segment;
use crate::text::Document;
use crate::wire::{Article, Warning};

/// Name of the rules profile, as configuration and records have it.
pub const RULES_PROFILE: &str = "rules";

/// A loaded extraction pipeline; shared by all threads.
#[derive(Debug, Clone, Default)]
pub struct Pipeline;

/// What the pipeline makes of one article.
#[derive(Debug, Clone, PartialEq)]
pub struct Annotated {
    /// The segmented text.
    pub document: Document,
    /// What was found in it.
    pub annotations: Annotations,
    /// Language of the text as a BCP 47 tag: the wire's word, else detected; `None` where neither tells.
    pub language: Option<String>,
    /// What the reader of the record should know.
    pub warnings: Vec<Warning>,
}

impl Pipeline {
    /// Makes the rules pipeline.
    pub fn rules() -> Self {
        Self
    }

    /// Annotates one article. Cannot fail; the same article always gives the same result.
    pub fn annotate(&self, article: &Article) -> Annotated {
        let document = segment(&article.text, &article.blocks);
        let names = names::names(&document);
        let named = clusters::clusters(&document, names);
        let found = quotations::quotations(&document, &named);
        let entities = coreference::with_pronouns(&document, named, &found);
        let quotations = sources::resolve(&document, found, &entities);
        let claims = claims::claims(&document, &quotations, &entities);
        let annotations = Annotations { entities, quotations, claims };
        Annotated { document, annotations, language: article.language.clone(), warnings: Vec::new() }
    }
}
