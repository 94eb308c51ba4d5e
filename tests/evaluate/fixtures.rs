//! Small annotated texts of our own, and predictions with one slip of each sort.

use quotewire::annotation::{EntityType, MentionKind, QuotationKind};
use quotewire::evaluate::quotations::MarkedQuotation;
use quotewire::evaluate::{CharSpan, FoundMention, Gold, Prediction};
use serde_json::{Value, json};

/// Gold as JSON lines, and what is predicted for it.
pub struct Fixture {
    pub lines: String,
    pub predictions: Vec<Prediction>,
}

impl Fixture {
    fn new(documents: &[Value], predictions: Vec<Prediction>) -> Self {
        let lines = documents.iter().map(|document| format!("{document}\n")).collect();
        Self { lines, predictions }
    }

    pub fn gold(&self) -> Gold {
        Gold::read(self.lines.as_bytes()).expect("the fixture is good gold")
    }
}

/// Where the `nth` occurrence of `words` stands in `text`, from 0, in code points.
fn nth(text: &str, words: &str, nth: usize) -> CharSpan {
    let (offset, _) = text.match_indices(words).nth(nth).unwrap_or_else(|| panic!("{words:?} is in the text"));
    let start = text[..offset].chars().count();
    CharSpan::new(start, start + words.chars().count())
}

fn at(text: &str, words: &str) -> CharSpan {
    nth(text, words, 0)
}

const PIER: &str = "“The pier stays,” said Ida Brandt. “For now.” Officials think that it leaks.\n\n“We will mend it,” the harbour \
    master, Olav Moe, told reporters. He called the leak “a drop in the sea” and left.";
const PRICES: &str = "Prices rose, the ministry said.";
const SILENCE: &str = "“No comment.”";

/// Content in parts, cue and speaker by their words, and a kind.
fn quotation(text: &str, kind: QuotationKind, content: &[&str], cue: &str, speaker: &str) -> MarkedQuotation {
    let places = |words: &[&str]| words.iter().filter(|words| !words.is_empty()).map(|words| at(text, words)).collect();
    MarkedQuotation { content: places(content), cue: places(&[cue]), speaker: places(&[speaker]), kind: Some(kind) }
}

pub fn quotation_json(quotation: &MarkedQuotation) -> Value {
    json!({ "content": quotation.content, "cue": quotation.cue, "speaker": quotation.speaker, "kind": quotation.kind })
}

/// Six quotations, of which five are found, three of them exactly, three with the right speaker; one prediction is spurious.
pub fn quotations() -> Fixture {
    use QuotationKind::{Direct, Indirect, Mixed};
    let pier = [
        quotation(PIER, Direct, &["The pier stays,", "For now."], "said", "Ida Brandt"),
        quotation(PIER, Indirect, &["that it leaks"], "think", "Officials"),
        quotation(PIER, Direct, &["We will mend it,"], "told", "the harbour master, Olav Moe"),
        quotation(PIER, Mixed, &["the leak “a drop in the sea"], "called", "He"),
    ];
    let prices = [quotation(PRICES, Indirect, &["Prices rose,"], "said", "the ministry")];
    let silence = [quotation(SILENCE, Direct, &["No comment."], "", "")];
    let document = |id: &str, text: &str, quotations: &[MarkedQuotation]| json!({ "id": id, "text": text, "quotes": quotations.iter().map(quotation_json).collect::<Vec<_>>() });
    let found_pier = vec![
        quotation(PIER, Direct, &["“The pier stays,”", "“For now.”"], "said", "Brandt"),
        quotation(PIER, Indirect, &["it leaks"], "think", "Ida Brandt"),
        quotation(PIER, Direct, &["We will mend it,"], "", "harbour"),
        quotation(PIER, Direct, &["a drop in the sea"], "called", "He"),
        quotation(PIER, Indirect, &["and left"], "", ""),
    ];
    let predictions = [found_pier, Vec::new(), silence.to_vec()];
    let predictions = predictions.map(|quotations| Prediction { quotations, ..Prediction::default() });
    let documents = [document("pier", PIER, &pier), document("prices", PRICES, &prices), document("silence", SILENCE, &silence)];
    Fixture::new(&documents, predictions.into())
}

const PORT: &str = "Ida Brandt runs the Halden Port Authority. She praised the Authority’s board. Danes in Halden thanked Brandt on \
    Monday. Olav Moe, its engineer, did not.";
const LEFT: &str = "He left the port.";

/// A gold mention: its place, its head, its type, kind and cluster.
fn mention(span: CharSpan, head: CharSpan, entity_type: &str, kind: MentionKind, cluster: usize) -> Value {
    json!({ "start": span.start, "end": span.end, "head": head, "type": entity_type, "kind": kind, "cluster": cluster })
}

fn with(mut mention: Value, field: &str, value: Value) -> Value {
    mention[field] = value;
    mention
}

fn gold_mentions() -> Vec<Value> {
    use MentionKind::{Name, Nominal, Pronoun};
    let place = |words: &str| at(PORT, words);
    let board = place("the Authority’s board");
    let authority = CharSpan::new(board.start, board.start + "the Authority’s".chars().count());
    let engineer = place("Olav Moe, its engineer");
    vec![
        mention(place("Ida Brandt"), place("Ida"), "person", Name, 1),
        with(
            mention(place("the Halden Port Authority"), place("Authority"), "organization", Name, 2),
            "name",
            json!(place("Halden Port Authority")),
        ),
        mention(place("Halden"), place("Halden"), "place", Name, 3),
        mention(place("She"), place("She"), "person", Pronoun, 1),
        mention(board, place("board"), "organization", Nominal, 4),
        mention(authority, nth(PORT, "Authority", 1), "organization", Name, 2),
        with(mention(place("Danes"), place("Danes"), "person", Name, 5), "group", json!(true)),
        mention(nth(PORT, "Halden", 1), nth(PORT, "Halden", 1), "place", Name, 3),
        mention(nth(PORT, "Brandt", 1), nth(PORT, "Brandt", 1), "person", Name, 1),
        mention(place("Monday"), place("Monday"), "time", Name, 6),
        with(mention(engineer, place("Olav"), "person", Name, 7), "name", json!(place("Olav Moe"))),
        mention(place("its"), place("its"), "organization", Pronoun, 2),
        mention(place("its engineer"), place("engineer"), "person", Nominal, 7),
    ]
}

/// Names with a nested one missed and one of the wrong type, a group and a date, nominals and pronouns; one text with a spurious nominal.
pub fn entities() -> Fixture {
    use EntityType::{Group, Location, Organization, Other, Person};
    use MentionKind::{Name, Nominal, Pronoun};
    let found = |cluster, entity_type, span, kind| FoundMention { span, kind, entity_type, cluster };
    let place = |words: &str| at(PORT, words);
    let mentions = vec![
        found(0, Person, place("Ida Brandt"), Name),
        found(0, Person, place("She"), Pronoun),
        found(0, Person, nth(PORT, "Brandt", 1), Name),
        found(1, Organization, place("the Halden Port Authority"), Name),
        found(1, Organization, nth(PORT, "Authority", 1), Name),
        found(1, Organization, place("its"), Pronoun),
        found(2, Location, nth(PORT, "Halden", 1), Name),
        found(3, Person, place("Danes"), Name),
        found(4, Other, place("Monday"), Name),
        found(5, Organization, place("Olav Moe"), Name),
        found(5, Organization, place("engineer"), Nominal),
        found(6, Group, place("board"), Nominal),
    ];
    let spurious = vec![found(0, Organization, at(LEFT, "port"), Nominal)];
    let he = mention(at(LEFT, "He"), at(LEFT, "He"), "person", Pronoun, 1);
    let documents =
        [json!({ "id": "port", "text": PORT, "mentions": gold_mentions() }), json!({ "id": 2, "text": LEFT, "mentions": [he] })];
    let predictions = [mentions, spurious].map(|mentions| Prediction { mentions, ..Prediction::default() });
    Fixture::new(&documents, predictions.into())
}

/// Six sentences, four of them worth checking; two have the same score.
pub fn check_worthiness() -> Fixture {
    let sentences = [(0.9, 1), (0.8, 0), (0.8, 1), (0.5, 1), (0.3, 0), (0.1, 1)];
    let document = |(index, (_, label)): (usize, &(f64, u8))| json!({ "id": index, "text": format!("The harbour took in {index} million crowns last year."), "label": label });
    let documents: Vec<Value> = sentences.iter().enumerate().map(document).collect();
    let predictions = sentences.map(|(check_worthiness, _)| Prediction { check_worthiness, ..Prediction::default() });
    Fixture::new(&documents, predictions.into())
}
