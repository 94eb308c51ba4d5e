//! Figures worked out by hand; the sums stand beside them.

use quotewire::evaluate::check_worthiness::CheckWorthinessFigures;
use quotewire::evaluate::entities::{CoreferenceFigures, EntityFigures, LinkFigures};
use quotewire::evaluate::quotations::{MarkedQuotation, QuotationFigures};
use quotewire::evaluate::{CharSpan, Evaluation, Figures, Form, Prediction, Rates, Report, Scores, evaluate, judged};

use crate::fixtures::{self, Fixture};

fn evaluated(fixture: &Fixture) -> Evaluation {
    evaluate(&fixture.gold(), &fixture.predictions)
}

fn quotation_figures(fixture: &Fixture) -> QuotationFigures {
    let Figures::Quotations(figures) = evaluated(fixture).figures else { panic!("the fixture has quotations") };
    *figures
}

fn entity_figures(fixture: &Fixture) -> EntityFigures {
    let Figures::Entities(figures) = evaluated(fixture).figures else { panic!("the fixture has mentions") };
    *figures
}

fn coreference_figures(fixture: &Fixture) -> CoreferenceFigures {
    entity_figures(fixture).coreference.expect("the fixture has clusters")
}

fn worth_figures(fixture: &Fixture) -> CheckWorthinessFigures {
    let Figures::CheckWorthiness(figures) = evaluated(fixture).figures else { panic!("the fixture has labels") };
    *figures
}

/// Holds precision and recall, given as `(right, of)`, against what is there.
fn assert_scores(scores: &Scores, precision: (usize, usize), recall: (usize, usize)) {
    let ratio = |(right, of): (usize, usize)| right as f64 / of as f64;
    assert_eq!((scores.pred, scores.gold), (precision.1, recall.1));
    assert_rates(&scores.rates, ratio(precision), ratio(recall));
}

fn assert_rates(rates: &Rates, precision: f64, recall: f64) {
    assert_near(rates.precision, precision);
    assert_near(rates.recall, recall);
    assert_near(rates.f1, 2.0 * precision * recall / (precision + recall));
}

#[track_caller]
fn assert_near(value: f64, expected: f64) {
    assert!((value - expected).abs() < 1e-9, "{value} is not {expected}");
}

#[test]
fn quotations_are_counted_as_found_exact_and_attributed() {
    let all = quotation_figures(&fixtures::quotations()).all;
    assert_scores(&all.exact, (3, 6), (3, 6)); // two parts with marks, one whole, one without a speaker
    assert_scores(&all.iou50, (5, 6), (5, 6)); // `it leaks` is 8 of 13 signs, `a drop in the sea` 17 of 27
    assert_scores(&all.attribution, (3, 6), (3, 6)); // `Brandt` is the last word, `He` the same, none is none
    assert_scores(&all.attr_any, (4, 6), (4, 6)); // `harbour` only touches `the harbour master, Olav Moe`
    // gold 21 + 13 + 15 + 27 + 11 + 10 signs; found 21 + 8 + 15 + 17 + 8 + 10, all of them right but `and left`
    assert_scores(&all.char, (71, 79), (71, 97));
}

#[test]
fn kinds_are_the_golds_for_recall_and_the_claimed_ones_for_precision() {
    let figures = quotation_figures(&fixtures::quotations());
    assert_scores(&figures.direct_only.exact, (3, 4), (3, 3)); // what is half of a mixed quotation claims to be direct
    assert_scores(&figures.direct_only.iou50, (4, 4), (3, 3));
    assert_scores(&figures.direct_only.attribution, (3, 4), (2, 3));
    let recall = |kind: &str| figures.recall_by_gold_kind[kind].iou50.value();
    assert_eq!((recall("direct"), recall("mixed"), recall("indirect")), (Some(1.0), Some(1.0), Some(0.5)));
    assert_eq!(figures.precision_by_pred_kind["indirect"].iou50.value(), Some(0.5));
    assert!(!figures.precision_by_pred_kind.contains_key("mixed"), "no prediction claims it");
}

#[test]
fn matched_quotations_are_compared() {
    let pairs = quotation_figures(&fixtures::quotations()).matched_pairs;
    assert_eq!((pairs.n, pairs.same_kind), (5, Some(0.8)));
    assert_eq!((pairs.speaker_right, pairs.speaker_any_overlap, pairs.speaker_left_empty), (Some(0.5), Some(0.75), Some(0.0)));
    assert_eq!((pairs.no_speaker_agreed, pairs.cue_overlap), (Some(1.0), Some(0.75)));
}

#[test]
fn names_are_trimmed_and_groups_and_dates_do_not_count() {
    let names = entity_figures(&fixtures::entities()).names;
    assert_scores(&names.person, (2, 2), (2, 3)); // `Olav Moe` is taken for an organization
    assert_scores(&names.organization, (2, 3), (2, 2)); // `the Authority’s` is `Authority`
    assert_scores(&names.location, (1, 1), (1, 2)); // `Halden` in `Halden Port Authority` is missed
    assert_scores(&names.typed, (5, 6), (5, 7));
    assert_scores(&names.boundary, (6, 6), (6, 7));
    assert_scores(&names.outermost, (6, 6), (6, 6));
    assert_scores(&names.all, (6, 6), (6, 7));
}

fn assert_links(figures: &LinkFigures, muc: (f64, f64), b3: (f64, f64), ceafe: (f64, f64)) {
    assert_rates(&figures.muc, muc.0, muc.1);
    assert_rates(&figures.b3, b3.0, b3.1);
    assert_rates(&figures.ceafe, ceafe.0, ceafe.1);
    assert_near(figures.conll, (figures.muc.f1 + figures.b3.f1 + figures.ceafe.f1) / 3.0);
}

#[test]
fn clusters_are_compared_by_span_and_by_head() {
    let figures = coreference_figures(&fixtures::entities());
    // gold: Brandt 3, Authority 3, Halden 2, Moe 2. By span `Authority` and `engineer` stand for no mention.
    assert_scores(&figures.exact.mentions, (6, 8), (6, 10));
    let b3 = 3.0 + 4.0 / 3.0 + 0.5;
    let ceafe = 1.0 + 4.0 / 6.0 + 2.0 / 4.0;
    assert_links(&figures.exact, (3.0 / 5.0, 3.0 / 6.0), (b3 / 8.0, b3 / 10.0), (ceafe / 3.0, ceafe / 4.0));
    // by head they do; Halden is alone on the predicted side
    assert_scores(&figures.head.mentions, (8, 8), (8, 10));
    assert_links(&figures.head, (1.0, 5.0 / 6.0), (1.0, 0.8), (1.0, 0.75));
}

#[test]
fn pronouns_are_led_to_names_and_names_are_put_together() {
    let figures = coreference_figures(&fixtures::entities());
    assert_eq!((figures.person_pronouns.n, figures.person_pronouns.n_earlier), (1, 1)); // `He` has no name, `its` is no person's
    assert_eq!((figures.person_pronouns.accuracy, figures.person_pronouns.earlier), (1.0, 1.0));
    assert_eq!((figures.name_clusters.n, figures.name_clusters.missed), (6, 1));
    assert_eq!((figures.name_clusters.purity, figures.name_clusters.completeness), (1.0, 1.0));
    let mut fixture = fixtures::entities();
    fixture.predictions[0].mentions.iter_mut().for_each(|mention| mention.cluster = 0);
    let joined = coreference_figures(&fixture);
    assert_eq!((joined.person_pronouns.accuracy, joined.person_pronouns.no_other_entity_in_cluster), (1.0, 0.0));
    assert_near(joined.name_clusters.purity, (2.0 * 2.0 + 2.0 * 2.0 + 1.0 + 1.0) / 6.0 / 6.0);
}

#[test]
fn described_mentions_are_matched_by_head() {
    let described = coreference_figures(&fixtures::entities()).described_mentions;
    assert_scores(&described.all, (4, 5), (4, 5)); // a group counts; `port` is spurious and `He` missed
    assert_scores(&described.nominal, (2, 3), (2, 2));
    assert_scores(&described.pronoun, (2, 2), (2, 3));
}

#[test]
fn sentences_are_ranked_and_calibrated() {
    let figures = worth_figures(&fixtures::check_worthiness());
    assert_scores(&figures.at_half, (3, 4), (3, 4));
    assert_near(figures.ap, (1.0 + 2.0 / 3.0 + 3.0 / 4.0 + 4.0 / 6.0) / 4.0);
    assert_near(figures.auc.expect("both answers occur"), (1.5 + 3.0) / 8.0);
    assert_near(figures.acc, 4.0 / 6.0);
    assert_eq!((figures.best.f1, figures.best.threshold), (0.8, 0.1));
    assert_near(figures.calibration.expected_error, (0.1 + 2.0 * 0.3 + 0.5 + 0.3 + 0.9) / 6.0);
    assert_eq!(figures.calibration.reliability.iter().map(|bin| bin.n).collect::<Vec<_>>(), [1, 1, 1, 2, 1]);
}

#[test]
fn a_gold_without_speech_within_speech_judges_none() {
    let mut fixture = fixtures::quotations();
    let outer = fixture.predictions[0].quotations[2].clone();
    let inner = outer.content.iter().map(|part| CharSpan::new(part.start + 3, part.end)).collect();
    fixture.predictions[0].quotations.push(MarkedQuotation { content: inner, ..outer });
    let judged = judged(&fixture.gold(), fixture.predictions.clone());
    assert_eq!(judged, fixtures::quotations().predictions);
}

#[test]
fn no_prediction_scores_nothing() {
    for mut fixture in [fixtures::quotations(), fixtures::entities(), fixtures::check_worthiness()] {
        fixture.predictions.iter_mut().for_each(|prediction| *prediction = Prediction::default());
        match evaluated(&fixture).figures {
            Figures::Quotations(figures) => {
                assert_eq!((figures.all.iou50.rates, figures.all.iou50.gold), (Rates::default(), 6));
                assert!(figures.precision_by_pred_kind.is_empty());
            }
            Figures::Entities(figures) => {
                assert_eq!((figures.names.typed.rates, figures.names.typed.gold), (Rates::default(), 7));
                let coreference = figures.coreference.expect("the fixture has clusters");
                assert_eq!((coreference.exact.conll, coreference.described_mentions.all.rates.f1), (0.0, 0.0));
            }
            Figures::CheckWorthiness(figures) => assert_eq!((figures.at_half.rates, figures.auc), (Rates::default(), Some(0.5))),
        }
    }
}

#[test]
fn the_first_errors_of_each_kind_are_shown_with_their_words() {
    let fixture = fixtures::quotations();
    let report = Report::new("pier.jsonl", "rules", &fixture.gold(), 0.5, evaluated(&fixture), 1);
    let text = report.write(Form::Table);
    assert!(text.starts_with("pier.jsonl, rules: 3 texts, 42 words, 6 texts/s\n"), "{text}");
    for line in [
        "missed, indirect\n  prices 0..11  [Prices rose], the ministry said.\n",
        "spurious, indirect\n  pier 182..190   He called the leak “a drop in the sea” [and left].\n",
        "wrong speaker, direct\n  pier 79..94  ",
        "“[We will mend it],” the harbour master, Olav Moe, told re  (gold ‹the harbour master, Olav Moe›, found ‹harbour›)\n",
    ] {
        assert!(text.contains(line), "{line}\nis not in\n{text}");
    }
    let without = Report::new("pier.jsonl", "rules", &fixture.gold(), 0.5, evaluated(&fixture), 0);
    assert!(without.errors.is_empty());
}
