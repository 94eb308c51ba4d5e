//! Which figures stand in which table.

use std::collections::BTreeMap;

use super::table::Table;
use crate::evaluate::check_worthiness::CheckWorthinessFigures;
use crate::evaluate::entities::{CoreferenceFigures, EntityFigures, LinkFigures};
use crate::evaluate::evaluation::Figures;
use crate::evaluate::quotations::{Measures, QuotationFigures};
use crate::evaluate::{Rates, Scores, Share};

const SCORES: [&str; 5] = ["P", "R", "F1", "predicted", "gold"];

/// The tables of `figures`.
pub(super) fn tables(figures: &Figures) -> Vec<Table> {
    match figures {
        Figures::Quotations(figures) => quotations(figures),
        Figures::Entities(figures) => entities(figures),
        Figures::CheckWorthiness(figures) => check_worthiness(figures),
    }
}

fn quotations(figures: &QuotationFigures) -> Vec<Table> {
    let scores = |title, measures: &Measures<Scores>| {
        measures.rows().iter().fold(Table::new(title, &SCORES), |table, (name, scores)| table.with(name, score_cells(scores)))
    };
    let pairs = &figures.matched_pairs;
    let agreement = [
        ("kind", pairs.same_kind),
        ("speaker right", pairs.speaker_right),
        ("speaker overlaps", pairs.speaker_any_overlap),
        ("speaker left empty", pairs.speaker_left_empty),
        ("no speaker, as in the gold", pairs.no_speaker_agreed),
        ("cue overlaps", pairs.cue_overlap),
    ];
    let agreement =
        agreement.iter().fold(Table::new("pairs of iou50", &["share"]), |table, (name, value)| table.with(name, [share(*value)]));
    vec![
        scores("all quotations", &figures.all),
        scores("direct only", &figures.direct_only),
        by_kind("recall by gold kind", &figures.recall_by_gold_kind),
        by_kind("precision by predicted kind", &figures.precision_by_pred_kind),
        agreement.with("pairs", [pairs.n.to_string()]),
    ]
}

fn by_kind(title: &'static str, kinds: &BTreeMap<&'static str, Measures<Share>>) -> Table {
    let columns = ["exact", "iou50", "char", "attribution", "attr_any", "n"];
    let mut table = Table::new(title, &columns);
    for (kind, measures) in kinds {
        let values = measures.rows().map(|(_, value)| share(value.value()));
        table = table.with(kind, values.into_iter().chain([measures.iou50.total.to_string()]));
    }
    table
}

fn entities(figures: &EntityFigures) -> Vec<Table> {
    let names = &figures.names;
    let rows = [
        ("typed", &names.typed),
        ("PER", &names.person),
        ("ORG", &names.organization),
        ("LOC", &names.location),
        ("boundary", &names.boundary),
        ("outermost", &names.outermost),
        ("all", &names.all),
    ];
    let mut tables = vec![rows.iter().fold(Table::new("names", &SCORES), |table, (name, scores)| table.with(name, score_cells(scores)))];
    if let Some(coreference) = &figures.coreference {
        tables.extend(mentions_and_clusters(coreference));
    }
    tables
}

fn mentions_and_clusters(figures: &CoreferenceFigures) -> Vec<Table> {
    let described = &figures.described_mentions;
    let (pronouns, clusters) = (&figures.person_pronouns, &figures.name_clusters);
    vec![
        Table::new("nominals and pronouns, by head", &SCORES)
            .with("all", score_cells(&described.all))
            .with("nominal", score_cells(&described.nominal))
            .with("pronoun", score_cells(&described.pronoun)),
        links("coreference, exact match", &figures.exact),
        links("coreference, head match", &figures.head),
        Table::new("person pronouns", &["share", "n"])
            .with("led to their name", [digits(pronouns.accuracy), pronouns.n.to_string()])
            .with("… and to no other", [digits(pronouns.no_other_entity_in_cluster), pronouns.n.to_string()])
            .with("… where the name comes first", [digits(pronouns.earlier), pronouns.n_earlier.to_string()])
            .with("found", [digits(pronouns.found), pronouns.n.to_string()]),
        Table::new("name clusters", &["value"])
            .with("purity", [digits(clusters.purity)])
            .with("completeness", [digits(clusters.completeness)])
            .with("names found", [clusters.n.to_string()])
            .with("names missed", [clusters.missed.to_string()]),
    ]
}

fn links(title: &'static str, figures: &LinkFigures) -> Table {
    let rates = |rates: &Rates| [digits(rates.precision), digits(rates.recall), digits(rates.f1), String::new(), String::new()];
    Table::new(title, &SCORES)
        .with("mentions", score_cells(&figures.mentions))
        .with("MUC", rates(&figures.muc))
        .with("B3", rates(&figures.b3))
        .with("CEAFe", rates(&figures.ceafe))
        .with("CoNLL", [String::new(), String::new(), digits(figures.conll), String::new(), String::new()])
}

fn check_worthiness(figures: &CheckWorthinessFigures) -> Vec<Table> {
    let ranking = Table::new("ranking and calibration", &["value"])
        .with("average precision", [digits(figures.ap)])
        .with("area under ROC", [share(figures.auc)])
        .with("precision at 10", [digits(figures.precision_at_10)])
        .with("precision at 50", [digits(figures.precision_at_50)])
        .with("accuracy at .5", [digits(figures.acc)])
        .with("best F1", [digits(figures.best.f1)])
        .with("… at a score of", [digits(figures.best.threshold)])
        .with("expected calibration error", [digits(figures.calibration.expected_error)]);
    let mut reliability = Table::new("reliability", &["mean score", "share of yes", "n"]);
    for bin in &figures.calibration.reliability {
        let cells = [digits(bin.mean_score), digits(bin.share_of_yes), bin.n.to_string()];
        reliability = reliability.with(&format!("{} to {}", digits(bin.from), digits(bin.to)), cells);
    }
    vec![Table::new("worth checking", &SCORES).with("at .5", score_cells(&figures.at_half)), ranking, reliability]
}

fn score_cells(scores: &Scores) -> [String; 5] {
    let Rates { precision, recall, f1 } = scores.rates;
    [digits(precision), digits(recall), digits(f1), scores.pred.to_string(), scores.gold.to_string()]
}

fn share(value: Option<f64>) -> String {
    value.map_or_else(|| "-".to_owned(), digits)
}

fn digits(value: f64) -> String {
    format!("{value:.3}")
}
