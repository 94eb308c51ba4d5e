//! The one place that knows the order of the steps from an article's text to its annotations.

use crate::annotation::Annotations;
use crate::extract::{claims, clusters, coreference, language, names, quotations, sources};
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
    ///
    /// English alone is extracted: a story in another language comes out with its text and blocks, a warning, and nothing found.
    pub fn annotate(&self, article: &Article) -> Annotated {
        let document = segment(&article.text, &article.blocks);
        let language = article.language.clone().or_else(|| language::detect(&article.text).map(str::to_owned));
        if let Some(other) = language.as_deref().filter(|language| !language::is_english(language)) {
            let warnings = vec![Warning::new("language_not_supported", format!("{other}: only English is extracted"))];
            return Annotated { document, annotations: Annotations::default(), language, warnings };
        }
        let annotations = annotations(&document);
        Annotated { document, annotations, language, warnings: Vec::new() }
    }
}

/// Runs the extractors in their order.
fn annotations(document: &Document) -> Annotations {
    let names = names::names(document);
    let named = clusters::clusters(document, names);
    let found = quotations::quotations(document, &named);
    let entities = coreference::with_pronouns(document, named, &found);
    let quotations = sources::resolve(document, found, &entities);
    let claims = claims::claims(document, &quotations, &entities);
    Annotations { entities, quotations, claims }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::SourceFormat;

    fn annotated(text: &str, language: Option<&str>) -> Annotated {
        let mut article = Article::new("u".to_owned(), text.to_owned(), SourceFormat::PlainText, String::new());
        article.language = language.map(str::to_owned);
        Pipeline::rules().annotate(&article)
    }

    const ENGLISH: &str = "Mayor Ingrid Halvorsen closed the old quay on Tuesday, and the council of Port Alden agreed with her.";
    const GERMAN: &str =
        "Bürgermeisterin Ingrid Halvorsen hat am Dienstag den alten Kai geschlossen, und der Rat der Stadt stimmte ihr zu.";

    #[test]
    fn story_in_another_language_gives_no_guesses() {
        let found = annotated(GERMAN, None);
        assert_eq!(found.language.as_deref(), Some("de"));
        assert_eq!(found.annotations, Annotations::default());
        assert_eq!(found.warnings[0].code, "language_not_supported");
        assert!(!found.document.blocks().is_empty());
    }

    #[test]
    fn the_wires_word_goes_before_detection() {
        assert!(annotated(ENGLISH, Some("fr")).annotations.entities.is_empty());
        assert!(!annotated(ENGLISH, Some("en-GB")).annotations.entities.is_empty());
    }

    #[test]
    fn english_and_short_texts_are_extracted() {
        let found = annotated(ENGLISH, None);
        assert_eq!((found.language.as_deref(), found.warnings.len()), (Some("en"), 0));
        assert!(!annotated("Halvorsen won.", None).annotations.entities.is_empty());
    }
}
