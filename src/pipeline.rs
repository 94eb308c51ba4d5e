//! The one place that knows the order of the steps from an article's text to its annotations.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::annotation::{Annotations, EntityCluster, EntityType, Mention, Quotation};
pub use crate::extract::coreference::Weights as AntecedentWeights;
use crate::extract::{claims, clusters, coreference, language, names, quotations, sources, values};
use crate::gazetteer::{Gazetteer, GazetteerError};
use crate::model::{Evidence, Model, ModelError, ModelFile, Pieces, Reading, Vocabulary, embedded};
use crate::segment::segment;
use crate::settings::Profile;
use crate::text::{Document, Span};
use crate::wire::{Article, SuppliedEntityKind, Warning};

/// A loaded extraction pipeline; shared by all threads.
#[derive(Clone)]
pub struct Pipeline {
    profile: Profile,
    model: Option<Arc<Model>>,
    gazetteer: Option<Arc<Gazetteer>>,
}

/// Why a pipeline cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The program has no weights for the profile.
    #[error("the program holds no weights for the profile `{0}`: name a folder that does (pipeline.models)")]
    NotEmbedded(&'static str),
    /// The weights cannot be used.
    #[error("the weights of the profile `{profile}` ({from}) cannot be used")]
    Model {
        /// Name of the profile.
        profile: &'static str,
        /// Where the weights were read.
        from: String,
        /// What is wrong with them.
        source: ModelError,
    },
    /// The weights are those of another profile.
    #[error("{} holds the weights of `{found}`, not of `{profile}`", path.display())]
    OtherProfile {
        /// Name of the profile.
        profile: &'static str,
        /// The name in the file.
        found: String,
        /// The file.
        path: PathBuf,
    },
    /// The gazetteer cannot be used.
    #[error("the gazetteer {} cannot be used", path.display())]
    Gazetteer {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        source: GazetteerError,
    },
}

/// Name and checksum of a model, as records carry them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelName {
    /// Its name and version: `balanced 2026.11.28`.
    pub name: String,
    /// Hex sha256 of its weights.
    pub sha256: String,
}

/// A part of the work on an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Segmenting, and what the rules read.
    Rules,
    /// The network, and names and quotations from what it and the rules found.
    Network,
    /// Linking: entities, speakers, relays, claims, values, ids of a gazetteer.
    Linking,
}

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

/// What the rules find: all there is without a network, evidence for one.
struct ByRules<'d> {
    names: Vec<Mention>,
    named: Vec<EntityCluster>,
    /// The text as the rules for quotations read it.
    reading: quotations::Reading<'d>,
}

/// What linking reads beside names and quotations, where there is a network.
struct Heard {
    /// The words between quotation marks, in the order of the text.
    marked: Vec<Span>,
    reading: Reading,
}

impl Pipeline {
    /// Makes the rules pipeline, which needs no weights.
    pub fn rules() -> Self {
        Self { profile: Profile::Rules, model: None, gazetteer: None }
    }

    /// Loads the pipeline of `profile`, its weights from `NAME.qwm` in `folder`, else from those in the program.
    ///
    /// # Errors
    /// When the weights are missing, cut, foreign or damaged.
    pub fn load(profile: Profile, folder: Option<&Path>) -> Result<Self, LoadError> {
        if profile == Profile::Rules {
            return Ok(Self::rules());
        }
        let name = profile.name();
        let path = folder.map(|folder| folder.join(format!("{name}.qwm")));
        let from = path.as_ref().map_or_else(|| "in the program".to_owned(), |path| path.display().to_string());
        let failed = |source| LoadError::Model { profile: name, from: from.clone(), source };
        let file = match &path {
            Some(path) => ModelFile::read(path).map_err(failed)?,
            None => embedded(name).ok_or(LoadError::NotEmbedded(name))?.map_err(failed)?,
        };
        if let Some(path) = path.filter(|_| file.name() != name) {
            return Err(LoadError::OtherProfile { profile: name, found: file.name().to_owned(), path });
        }
        Ok(Self { profile, model: Some(Arc::new(Model::load(file).map_err(failed)?)), gazetteer: None })
    }

    /// Gives entities the ids of the compiled gazetteer at `path`; without one, or with an empty path, they get none.
    ///
    /// # Errors
    /// When it is missing, cut, foreign, damaged at its head, or older than the list that it was built from.
    pub fn with_gazetteer(mut self, path: Option<&Path>) -> Result<Self, LoadError> {
        self.gazetteer = match path.filter(|path| !path.as_os_str().is_empty()) {
            Some(path) => {
                let failed = |source| LoadError::Gazetteer { path: path.to_owned(), source };
                Some(Arc::new(Gazetteer::open(path).map_err(failed)?))
            }
            None => None,
        };
        Ok(self)
    }

    /// The gazetteer whose ids entities get.
    pub fn gazetteer(&self) -> Option<&Gazetteer> {
        self.gazetteer.as_deref()
    }

    /// The profile that it was loaded for.
    pub fn profile(&self) -> Profile {
        self.profile
    }

    /// The models in it; none for the rules.
    pub fn models(&self) -> Vec<ModelName> {
        let files = self.model.iter().map(|model| model.file());
        files.map(|file| ModelName { name: format!("{} {}", file.name(), file.version()), sha256: file.sha256().to_owned() }).collect()
    }

    /// The document of `article`, and its word pieces with what the rules say of them: what a network is trained on.
    pub fn pieces(&self, article: &Article, vocabulary: &Vocabulary) -> (Document, Pieces) {
        let document = segment(&article.text, &article.blocks);
        let evidence = ByRules::find(&document).evidence(&document);
        let pieces = Pieces::new(&document, &evidence, vocabulary);
        (document, pieces)
    }

    /// What guides the choice of antecedents, with no chain known.
    pub fn guidance(&self) -> coreference::Guidance<'static> {
        coreference::Guidance::new(self.model.as_ref().map(|model| model.file().hidden()))
    }

    /// The document of `article`, and what was weighed for each of its pronouns and descriptions: what the antecedents' weights are fitted to.
    pub fn weighings(&self, article: &Article, guidance: &coreference::Guidance<'_>) -> (Document, coreference::Weighings) {
        let document = segment(&article.text, &article.blocks);
        let by_rules = ByRules::find(&document);
        let weighings = match &self.model {
            Some(model) => {
                let (named, found, heard) = read(&document, by_rules, model);
                coreference::weighings(&document, &named, &found, &heard.marked, Some(&heard.reading), guidance)
            }
            None => coreference::weighings(&document, &by_rules.named, &by_rules.quotations(), &[], None, guidance),
        };
        (document, weighings)
    }

    /// Annotates one article. Cannot fail; the same article always gives the same result.
    ///
    /// English alone is extracted: a story in another language comes out with its text and blocks, a warning, and nothing found.
    pub fn annotate(&self, article: &Article) -> Annotated {
        self.annotate_in_steps(article, |_| {})
    }

    /// As [`Self::annotate`]; tells `done` of each step when it is done. The pipeline has no clock: whoever calls it may have one.
    pub fn annotate_in_steps(&self, article: &Article, mut done: impl FnMut(Step)) -> Annotated {
        let document = segment(&article.text, &article.blocks);
        let language = article.language.clone().or_else(|| language::detect(&article.text).map(str::to_owned));
        if let Some(other) = language.as_deref().filter(|language| !language::is_english(language)) {
            let warnings = vec![Warning::new("language_not_supported", format!("{other}: only English is extracted"))];
            return Annotated { document, annotations: Annotations::default(), language, warnings };
        }
        let by_rules = ByRules::find(&document);
        done(Step::Rules);
        let (named, found, heard) = match &self.model {
            Some(model) => {
                let (named, found, heard) = read(&document, by_rules, model);
                (named, found, Some(heard))
            }
            None => {
                let found = by_rules.quotations();
                (by_rules.named, found, None)
            }
        };
        done(Step::Network);
        let mut annotations = annotations(&document, article, named, found, heard.as_ref());
        if let Some(gazetteer) = &self.gazetteer {
            gazetteer.link(&document, &mut annotations.entities);
        }
        done(Step::Linking);
        Annotated { document, annotations, language, warnings: Vec::new() }
    }
}

impl<'d> ByRules<'d> {
    fn find(document: &'d Document) -> Self {
        let names = names::names(document);
        let named = clusters::clusters(document, names.clone());
        let reading = quotations::Reading::new(document, &named);
        Self { names, named, reading }
    }

    fn quotations(&self) -> Vec<Quotation> {
        quotations::quotations(&self.reading)
    }

    fn evidence(&self, document: &Document) -> Evidence {
        Evidence::new(document, &self.named, &quotations::evidence(&self.reading), quotations::mark_states(&self.reading))
    }
}

/// The day, in UTC, of this version of the story, else of its first.
fn story_day(article: &Article) -> Option<values::Date> {
    let created = article.version_created.as_deref().or(article.first_created.as_deref())?;
    created.get(..10)?.parse().ok()
}

/// Runs the network; names and quotations come from what it found and what the rules did.
fn read(document: &Document, by_rules: ByRules<'_>, model: &Model) -> (Vec<EntityCluster>, Vec<Quotation>, Heard) {
    let reading = model.read(document, &by_rules.evidence(document));
    let names = names::tagged(document, &by_rules.names, &reading.names);
    let named = clusters::clusters(document, names);
    let by_rules = by_rules.reading.with_names(&named);
    let found = quotations::tagged(&by_rules, &reading.quotations);
    (named, found, Heard { marked: quotations::marked(&by_rules), reading })
}

/// Leads pronouns, descriptions and sources to entities, and finds the claims and values.
fn annotations(
    document: &Document,
    article: &Article,
    named: Vec<EntityCluster>,
    found: Vec<Quotation>,
    heard: Option<&Heard>,
) -> Annotations {
    let entities = match heard {
        Some(Heard { marked, reading }) => coreference::resolve(document, named, &found, marked, Some(reading)),
        None => coreference::with_pronouns(document, named, &found),
    };
    let entities = sources::with_described(document, entities, &found);
    let entities = sources::with_names_beside(document, entities, &found);
    let entities = coreference::with_salience(document, entities, article.headline.as_deref());
    let supplied: Vec<(&str, EntityType)> = article.supplied.iter().map(|entry| (entry.name.as_str(), supplied_type(entry.kind))).collect();
    let entities = coreference::with_supplied(document, entities, &supplied);
    let quotations = sources::resolve(document, found, &entities);
    let claims = claims::claims(document, &quotations, &entities, heard.map(|heard| heard.reading.check_worthiness.as_slice()));
    let entities = sources::with_metonyms(document, entities);
    let values = values::values(document, &entities, story_day(article));
    let claims = claims::with_values(document, claims, &entities, &values);
    Annotations { entities, quotations, claims, values }
}

fn supplied_type(kind: SuppliedEntityKind) -> EntityType {
    match kind {
        SuppliedEntityKind::Person => EntityType::Person,
        SuppliedEntityKind::Organization => EntityType::Organization,
        SuppliedEntityKind::Place => EntityType::Location,
    }
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
