//! Annotated texts, read from JSON lines.

use std::collections::HashMap;

use super::CharText;
use super::entities::GoldMention;
use super::gold_line::{Answer, GoldLine};
use super::quotations::MarkedQuotation;
use crate::wire::{self, Article, FormatChoice};

/// Why gold cannot be used. Nothing is to be gained by trying again.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum GoldError {
    /// A line is broken, or does not fit the lines before it.
    #[error("line {line}: {reason}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// What is wrong with it.
        reason: String,
    },
    /// There is not one line in it.
    #[error("no documents in it")]
    NoDocuments,
}

/// One text of the gold.
#[derive(Debug, Clone, PartialEq)]
pub struct GoldDocument {
    /// Its id.
    pub id: String,
    /// The text as `extract` reads the same line.
    pub article: Article,
    /// The same text by code point.
    pub text: CharText,
}

/// What is right, one entry a document. The first line's fields tell which sort it is: `quotes`, `mentions` or `label`, in this order.
#[derive(Debug, Clone, PartialEq)]
pub enum Answers {
    /// The quotations of each document.
    Quotations(Vec<Vec<MarkedQuotation>>),
    /// The mentions of each document.
    Entities(Vec<Vec<GoldMention>>),
    /// Whether each document, one sentence, is worth checking.
    CheckWorthiness(Vec<bool>),
}

/// Annotated texts of one sort.
#[derive(Debug, Clone, PartialEq)]
pub struct Gold {
    /// The texts; never empty.
    pub documents: Vec<GoldDocument>,
    /// What is right in them.
    pub answers: Answers,
}

impl Gold {
    /// Reads JSON lines; empty lines are skipped.
    ///
    /// # Errors
    /// When a line is broken, of another sort than the first, or used an id again, and when there is no line.
    pub fn read(lines: &[u8]) -> Result<Self, GoldError> {
        let mut documents = Vec::new();
        let mut answers = None;
        let mut lines_of_ids = HashMap::new();
        let mut linking = Linking::default();
        for (index, payload) in lines.split(|byte| *byte == b'\n').enumerate() {
            let payload = payload.trim_ascii();
            if payload.is_empty() {
                continue;
            }
            let line = index + 1;
            let (document, answer) = read_line(payload).map_err(|reason| GoldError::Line { line, reason })?;
            if let Some(earlier) = lines_of_ids.insert(document.id.clone(), line) {
                return Err(GoldError::Line { line, reason: format!("id `{}` stands on line {earlier} already", document.id) });
            }
            linking.see(&answer, line);
            push(&mut answers, answer).map_err(|reason| GoldError::Line { line, reason })?;
            documents.push(document);
        }
        linking.check()?;
        let answers = answers.ok_or(GoldError::NoDocuments)?;
        Ok(Self { documents, answers })
    }

    /// Words of all texts, by white space.
    pub fn word_count(&self) -> usize {
        self.documents.iter().map(|document| document.article.text.split_whitespace().count()).sum()
    }
}

fn read_line(payload: &[u8]) -> Result<(GoldDocument, Answer), String> {
    let line: GoldLine = serde_json::from_slice(payload).map_err(|error| error.to_string())?;
    let text = CharText::new(&line.text);
    let id = line.id();
    let article = wire::decode(payload, None, FormatChoice::Auto).map_err(|error| error.to_string())?;
    if article.text != line.text {
        return Err("as a story it is read with another text than its `text`".to_owned());
    }
    let answer = line.answer(text.len())?;
    Ok((GoldDocument { id, article, text }, answer))
}

/// Adds `answer`, of the sort that the first one has.
fn push(answers: &mut Option<Answers>, answer: Answer) -> Result<(), String> {
    let of_same_sort = answers.get_or_insert_with(|| match answer {
        Answer::Quotations(_) => Answers::Quotations(Vec::new()),
        Answer::Entities(_) => Answers::Entities(Vec::new()),
        Answer::CheckWorthiness(_) => Answers::CheckWorthiness(Vec::new()),
    });
    match (of_same_sort, answer) {
        (Answers::Quotations(all), Answer::Quotations(quotations)) => all.push(quotations),
        (Answers::Entities(all), Answer::Entities(mentions)) => all.push(mentions),
        (Answers::CheckWorthiness(all), Answer::CheckWorthiness(label)) => all.push(label),
        (Answers::Quotations(_), _) => return Err("no `quotes`, which the lines before have".to_owned()),
        (Answers::Entities(_), _) => return Err("no `mentions`, which the lines before have".to_owned()),
        (Answers::CheckWorthiness(_), _) => return Err("no `label` alone, as the lines before have".to_owned()),
    }
    Ok(())
}

/// Mentions have clusters and heads all together, or none has a cluster: one alone would count as wrong what is only unmarked.
#[derive(Default)]
struct Linking {
    has_clusters: bool,
    /// The first line with a mention that lacks its cluster or head.
    unlinked: Option<usize>,
}

impl Linking {
    fn see(&mut self, answer: &Answer, line: usize) {
        let Answer::Entities(mentions) = answer else { return };
        self.has_clusters |= mentions.iter().any(|mention| mention.cluster.is_some());
        if mentions.iter().any(|mention| mention.cluster.is_none() || mention.head.is_none()) {
            self.unlinked.get_or_insert(line);
        }
    }

    fn check(&self) -> Result<(), GoldError> {
        match self.unlinked {
            Some(line) if self.has_clusters => {
                Err(GoldError::Line { line, reason: "a mention without `cluster` or `head`, in a file with clusters".to_owned() })
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(lines: &str) -> String {
        Gold::read(lines.as_bytes()).expect_err("must be refused").to_string()
    }

    #[test]
    fn the_fields_tell_the_sort() {
        let quotations = r#"{"id": "a", "text": "“No,” she said.", "quotes": [{"content": [[1, 4]], "kind": "direct"}]}"#;
        assert!(matches!(Gold::read(quotations.as_bytes()).unwrap().answers, Answers::Quotations(_)));
        let names = r#"{"id": 1, "text": "Ida won.", "mentions": [{"start": 0, "end": 3, "type": "person", "kind": "name"}]}"#;
        assert!(matches!(Gold::read(names.as_bytes()).unwrap().answers, Answers::Entities(_)));
        let label = "\n{\"id\": 1, \"text\": \"Ida won.\", \"label\": 1}\n\n";
        assert_eq!(Gold::read(label.as_bytes()).unwrap().answers, Answers::CheckWorthiness(vec![true]));
    }

    #[test]
    fn a_fault_is_told_with_its_line() {
        let good = r#"{"id": 1, "text": "Ida won.", "label": 0}"#;
        assert!(fault(&format!("{good}\n{{\"id\": 2")).starts_with("line 2: EOF"));
        assert_eq!(fault(&format!("{good}\n{good}")), "line 2: id `1` stands on line 1 already");
        assert_eq!(fault(r#"{"id": 1, "text": "Ida won."}"#), "line 1: neither `quotes`, `mentions` nor `label`");
        assert_eq!(fault(r#"{"id": 1, "text": "Ida won.", "label": 2}"#), "line 1: `label` is 2, not 0 or 1");
        let other = r#"{"id": 2, "text": "Ida won.", "quotes": []}"#;
        assert_eq!(fault(&format!("{good}\n{other}")), "line 2: no `label` alone, as the lines before have");
        assert_eq!(fault(r#"{"id": 1, "text": " ", "quotes": []}"#), "line 1: no text: neither `text` nor `body` holds any");
    }

    #[test]
    fn places_outside_the_text_are_refused() {
        let quotation = r#"{"id": 1, "text": "Ida won.", "quotes": [{"content": [[4, 9]]}]}"#;
        assert_eq!(fault(quotation), "line 1: 4..9 lies outside the text, which has 8 code points");
        let mention = r#"{"id": 1, "text": "Ida won.", "mentions": [{"start": 3, "end": 3, "type": "person", "kind": "name"}]}"#;
        assert_eq!(fault(mention), "line 1: 3..3 covers nothing");
    }

    #[test]
    fn clusters_are_there_for_all_mentions_or_none() {
        let linked = r#"{"id": 1, "text": "Ida won.", "mentions": [{"start": 0, "end": 3, "head": [0, 3], "type": "person", "kind": "name", "cluster": 1}]}"#;
        let bare = r#"{"id": 2, "text": "Ida won.", "mentions": [{"start": 0, "end": 3, "type": "person", "kind": "name"}]}"#;
        assert_eq!(fault(&format!("{linked}\n{bare}")), "line 2: a mention without `cluster` or `head`, in a file with clusters");
    }

    #[test]
    fn a_file_without_lines_is_refused() {
        assert_eq!(fault(" \n\n"), "no documents in it");
    }
}
