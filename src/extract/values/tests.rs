use proptest::prelude::*;

use super::values;
use crate::annotation::{EntityCluster, EntityType, Mention, MentionKind, Normalised, Value, ValueKind};
use crate::segment::segment;
use crate::text::Span;

/// A Wednesday.
const STORY: &str = "2026-05-06";

fn find(text: &str, names: &[(&str, EntityType)], day: Option<&str>) -> Vec<Value> {
    let entities: Vec<EntityCluster> = names
        .iter()
        .map(|(name, entity_type)| {
            let start = text.find(name).expect("the name stands in the text");
            let span = Span::new(start, start + name.len());
            let mention = Mention { span, kind: MentionKind::Name, entity_type: *entity_type, score: 1.0 };
            EntityCluster {
                canonical_name: (*name).to_owned(),
                entity_type: *entity_type,
                mentions: vec![mention],
                ..EntityCluster::default()
            }
        })
        .collect();
    values(&segment(text, &[]), &entities, day.map(|day| day.parse().expect("a date")))
}

/// `kind words = norm` of each value.
fn shown(text: &str, names: &[(&str, EntityType)], day: Option<&str>) -> Vec<String> {
    let found = find(text, names, day);
    found.iter().map(|value| format!("{} {} = {}", kind(value.kind), value.span.of(text), norm(&value.normalised))).collect()
}

fn kind(kind: ValueKind) -> String {
    format!("{kind:?}").to_lowercase()
}

fn norm(normalised: &Normalised) -> String {
    let Normalised { value, min, max, score, unit, approximate, age, timex } = normalised;
    let mut parts: Vec<String> = Vec::new();
    if let Some(timex) = timex {
        parts.push(timex.clone());
    } else {
        parts.extend(value.map(|value| value.to_string()));
    }
    if min.is_some() || max.is_some() {
        let side = |side: &Option<f64>| side.map(|side| side.to_string()).unwrap_or_default();
        parts.push(format!("{}..{}", side(min), side(max)));
    }
    parts.extend(score.map(|[own, other]| format!("{own}:{other}")));
    parts.extend(unit.clone().filter(|_| timex.is_none()));
    parts.extend(approximate.then(|| "about".to_owned()));
    parts.extend(age.then(|| "old".to_owned()));
    parts.join(" ")
}

/// Holds each text against its values, told as of [`STORY`].
fn hold(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        assert_eq!(shown(text, &[], Some(STORY)), *expected, "{text}");
    }
}

#[test]
fn counts_in_digits_and_words() {
    hold(&[
        ("The ferry carried 1,200 people.", &["cardinal 1,200 = 1200"]),
        ("It drew 3.2 million visitors.", &["cardinal 3.2 million = 3200000"]),
        ("Two hundred and fifty boats sank.", &["cardinal Two hundred and fifty = 250"]),
        ("They sent thirty-four letters.", &["cardinal thirty-four = 34"]),
        ("Tens of thousands marched.", &["cardinal Tens of thousands = 20000.. about"]),
        ("It hurt dozens and left a dozen dead.", &["cardinal dozens = 24.. about", "cardinal a dozen = 12"]),
        ("A few hundred came.", &["cardinal A few hundred = 200.. about"]),
        ("The six-member panel met.", &["cardinal six = 6"]),
        ("Half a million fled.", &["cardinal Half a million = 500000"]),
    ]);
}

#[test]
fn m_says_millions_of_what_is_counted_and_metres_of_the_rest() {
    hold(&[
        ("They ship 1.4m tonnes.", &["quantity 1.4m tonnes = 1400000 t"]),
        ("It reached 2m people.", &["cardinal 2m = 2000000"]),
        ("He won the 200m hurdles.", &["quantity 200m = 200 m"]),
        ("It fell from 40m crowns to 30m.", &["cardinal 40m = 40000000", "cardinal 30m = 30000000"]),
        ("It grew by 40 m.", &["quantity 40 m = 40 m"]),
        ("It burned 1,500 sq km.", &["quantity 1,500 sq km = 1500 km²"]),
    ]);
}

#[test]
fn one_in_some_with_its_noun_between() {
    hold(&[
        ("One nurse in three may leave.", &["proportion One nurse in three = 0.333"]),
        ("They scored one goal in three games.", &["cardinal one = 1", "cardinal three = 3"]),
    ]);
}

#[test]
fn clock_times_take_the_part_of_the_day() {
    hold(&[
        ("It shut at 8 o'clock in the evening.", &["time 8 o'clock in the evening = T20:00"]),
        ("It shut at 8 o'clock.", &["time 8 o'clock = T08:00"]),
    ]);
}

#[test]
fn bounds_belong_to_the_amount() {
    hold(&[
        ("At least 40 boats sank.", &["cardinal At least 40 = 40.."]),
        ("No more than 9 boats sank.", &["cardinal No more than 9 = ..9"]),
        ("As many as 1,200 may go.", &["cardinal As many as 1,200 = ..1200"]),
        (
            "Some 200 boats sank, or about 10 a year.",
            &["cardinal Some 200 = 200 about", "cardinal about 10 = 10 about", "duration a year = P1Y"],
        ),
        ("Ten or so boats sank.", &["cardinal Ten or so = 10 about"]),
        ("They talked about two ships.", &["cardinal two = 2"]),
        ("It began a row over £5m.", &["money £5m = 5000000 GBP"]),
    ]);
}

#[test]
fn money_in_signs_codes_and_words() {
    hold(&[
        ("It cost $1.2 million.", &["money $1.2 million = 1200000 USD"]),
        ("It cost between £14m and £18m.", &["money between £14m and £18m = 14000000..18000000 GBP"]),
        ("It cost A$5 and 40 cents.", &["money A$5 = 5 AUD", "money 40 cents = 0.4 USD"]),
        ("It cost EUR 5bn.", &["money EUR 5bn = 5000000000 EUR"]),
        (
            "They paid 600 million kroner and 30 Canadian dollars.",
            &["money 600 million kroner = 600000000 NOK", "money 30 Canadian dollars = 30 CAD"],
        ),
        ("The $5 fee rose to 50 pounds of fish.", &["money $5 = 5 USD", "quantity 50 pounds = 50 lb"]),
        ("They asked for $3-5 million.", &["money $3-5 million = 3000000..5000000 USD"]),
    ]);
}

#[test]
fn percent_is_not_percentage_points() {
    hold(&[
        ("It fell 4.5 percent, then 3 per cent.", &["percent 4.5 percent = 4.5 percent", "percent 3 per cent = 3 percent"]),
        ("It rose by a quarter of a percentage point.", &["quantity a quarter of a percentage point = 0.25 percentage point"]),
        ("It was raised three-quarters of a percentage point.", &["quantity three-quarters of a percentage point = 0.75 percentage point"]),
        ("It fell by 3 percentage points.", &["quantity 3 percentage points = 3 percentage point"]),
        ("Patients older than 65 were asked.", &["cardinal older than 65 = 65.."]),
        ("It will be between 3% and 5%.", &["percent between 3% and 5% = 3..5 percent"]),
    ]);
}

#[test]
fn parts_and_multiples() {
    hold(&[
        ("Two-thirds of them and a third of us left.", &["proportion Two-thirds = 0.667", "proportion a third = 0.333"]),
        ("It fell by a third among the young; a third man came.", &["proportion a third = 0.333", "ordinal third = 3"]),
        ("One in five stayed, nine out of 10 slept.", &["proportion One in five = 0.2", "proportion nine out of 10 = 0.9"]),
        ("Most of the crew left.", &["proportion Most = 0.5.."]),
        ("Prices more than doubled.", &["proportion more than doubled = 2.."]),
        ("It is three times as long.", &["proportion three times = 3"]),
        ("The most important pier, at most, is the most loved.", &[]),
        ("A third man came in the first half.", &["ordinal third = 3", "ordinal first = 1"]),
    ]);
}

#[test]
fn ranges_scores_and_votes() {
    hold(&[
        ("It takes 10 to 15 boats.", &["cardinal 10 to 15 = 10..15"]),
        ("It rose from 10 to 15.", &["cardinal 10 = 10", "cardinal 15 = 15"]),
        ("Alden won 3-1.", &["cardinal 3-1 = 3:1"]),
        ("They passed it by 7 votes to 2.", &["cardinal 7 votes to 2 = 7:2"]),
        ("They voted by 212 to 188 to ban it.", &["cardinal 212 to 188 = 212:188"]),
        ("Oil climbed past $90 a barrel.", &["money past $90 = 90.. USD"]),
        ("It needs 3-5 million people.", &["cardinal 3-5 million = 3000000..5000000"]),
    ]);
}

#[test]
fn days_by_the_tense_around_them() {
    hold(&[
        ("The council met on Monday.", &["date Monday = 2026-05-04"]),
        ("The council will meet on Monday.", &["date Monday = 2026-05-11"]),
        ("He said on Monday it would close on Friday.", &["date Monday = 2026-05-04", "date Friday = 2026-05-08"]),
        ("It closed last Wednesday.", &["date last Wednesday = 2026-04-29"]),
        ("It is due to open on 3 March.", &["date 3 March = 2027-03-03"]),
        ("It opened on March 3, 2026.", &["date March 3, 2026 = 2026-03-03"]),
        ("It sank yesterday and late on Tuesday night.", &["date yesterday = 2026-05-05", "time Tuesday night = 2026-05-05TNI"]),
        ("It opened at Christmas.", &["date Christmas = 2025-12-25"]),
    ]);
}

#[test]
fn stretches_of_the_calendar() {
    hold(&[
        ("It grew last year and will grow next month.", &["date last year = 2025", "date next month = 2026-06"]),
        ("It began in the 1990s, in 2012 and in March 2024.", &["date the 1990s = 199", "date 2012 = 2012", "date March 2024 = 2024-03"]),
        ("It will close by the end of September.", &["date the end of September = 2026-09-30"]),
        ("It will close by end-June, its rival by end-2027.", &["date end-June = 2026-06", "date end-2027 = 2027-12"]),
        ("They sat out May's elections. May's house is sold.", &["date May = 2026-05"]),
        ("It fell in the first quarter.", &["date first quarter = 2026-Q1"]),
        ("It sank three years ago.", &["date three years ago = 2023"]),
        ("It sank in the 19th century.", &["date 19th century = 18"]),
        ("They may march in a parade and fall in line.", &[]),
    ]);
}

#[test]
fn relative_dates_stay_open_without_a_day() {
    let found = shown("It sank on Tuesday, March 3, and again last year; it was built in 1988.", &[], None);
    assert_eq!(found, ["date Tuesday, March 3 = ", "date last year = ", "date 1988 = 1988"]);
}

#[test]
fn a_dateline_sets_the_day() {
    let text = "PORT ALDEN, March 3 (XWA) - The pier sank on Monday, the council said in a statement that it sent to all of the town.";
    let found = shown(text, &[], Some("2026-03-04"));
    assert_eq!(found, ["date March 3 = 2026-03-03", "date Monday = 2026-03-02"]);
}

#[test]
fn times_durations_and_ages() {
    hold(&[
        ("It sank at 4.40am, not at 9 p.m. or noon.", &["time 4.40am = T04:40", "time 9 p.m. = T21:00", "time noon = T12:00"]),
        (
            "It took at least 90 days, half an hour and two and a half years.",
            &["duration at least 90 days = P90D 90..", "duration half an hour = PT0.5H", "duration two and a half years = P2.5Y"],
        ),
        ("The 34-year-old waited 12 more minutes.", &["duration 34-year-old = P34Y old", "duration 12 more minutes = PT12M"]),
        ("A man aged 54 and a woman in her thirties died.", &["duration 54 = P54Y old", "duration thirties = 30..39 year old"]),
        ("The defendant, 46, is a year and a half late.", &["duration 46 = P46Y old", "duration a year and a half = P1.5Y"]),
    ]);
    let found = shown("Ana Brandt, 34, left.", &[("Ana Brandt", EntityType::Person)], None);
    assert_eq!(found, ["duration 34 = P34Y old"]);
}

#[test]
fn quantities_have_signs() {
    hold(&[
        ("It is 5 kilometres or 20 miles off.", &["quantity 5 kilometres = 5 km", "quantity 20 miles = 20 mi"]),
        ("More than 90mm fell on 61 square miles.", &["quantity More than 90mm = 90.. mm", "quantity 61 square miles = 61 mi²"]),
        ("Winds of 35 miles per hour came.", &["quantity 35 miles per hour = 35 mph"]),
        ("Winds of 110 km/h came.", &["quantity 110 km/h = 110 km/h"]),
        ("It is 5m deep and cost 6.2m euros.", &["quantity 5m = 5 m", "money 6.2m euros = 6200000 EUR"]),
        ("It cost half a billion dollars.", &["money half a billion dollars = 500000000 USD"]),
        (
            "Raised a quarter of a point, from 0.25 points to 5.25 per cent.",
            &["quantity a quarter of a point = 0.25 percentage point", "cardinal 0.25 = 0.25", "percent 5.25 per cent = 5.25 percent"],
        ),
    ]);
}

#[test]
fn names_and_marks_are_no_values() {
    hold(&[
        ("See Section 12, page 4 and No. 7.", &[]),
        ("Call 555-0134 or +44 20 7946 0018.", &[]),
        ("1. The pier is closed.", &[]),
        ("No one knows; one of them, the one in red, can tell.", &["cardinal one = 1"]),
        ("At first he had a one-way ticket for COVID-19 and a 401(k).", &[]),
    ]);
    let named = [("Boeing 737", EntityType::Product), ("Group of 7", EntityType::Organization)];
    assert_eq!(shown("A Boeing 737 took the Group of 7 home.", &named, None), Vec::<String>::new());
}

proptest! {
    #[test]
    fn values_are_ordered_and_disjoint(text in "(\\PC|[0-9 ,.:/$£%'’½-]|[ ](one|two|a|half|of|hundred|million|in|to|and|between|March|May|Monday|night|the|end|last|year|ago|s|third|quarter|first|more|than|percent|least|at|up|days|km|most|or|so|few|few hundred)[ -]){0,40}") {
        for day in [None, Some(STORY), Some("9999-12-31"), Some("0001-01-01")] {
            let found = find(&text, &[], day);
            let mut end = 0;
            for value in &found {
                prop_assert!(value.span.start >= end && !value.span.is_empty());
                prop_assert!(text.is_char_boundary(value.span.start) && text.is_char_boundary(value.span.end));
                end = value.span.end;
            }
        }
    }
}
