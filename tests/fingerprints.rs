//! Two wordings of one claim share a fingerprint, and traps do not: 60 pairs of our own, half for development, half for the final figure; and,
//! development too, 990 more by eleven who knew neither the rules nor each other, `further` (85 of one claim, 55 traps), `third` (50 and 50),
//! `fourth` (70 and 30), `fifth` (72 and 48), `sixth` (60 and 60), `seventh` (60 and 30) and `eighth` (240 and 80, by four of them), and 298 of
//! our own of a single form each, `forms`: `a third` and `one in three`, `could not` and `was unable to`.

use quotewire::annotation::EntityType;
use quotewire::extract::claims::fingerprint::{ContentReader, entity_key, name_key};
use quotewire::pipeline::{Annotated, Pipeline};
use quotewire::settings::Profile;
use quotewire::text::Span;
use quotewire::wire::{Article, SourceFormat};

/// Pairs that must be right of each part where the rules find the names. What is missed are wordings too far from each other, and traps that
/// hold the same words in another order. The held-out figure may rise, not fall.
const BY_RULES: [(&str, usize); 10] = [
    ("development", 29),
    ("further", 130),
    ("third", 93),
    ("fourth", 86),
    ("fifth", 110),
    ("sixth", 99),
    ("seventh", 65),
    ("forms", 245),
    ("eighth", 225),
    ("held_out", 27),
];
/// The same where the network of `balanced` finds them, in texts of one sentence.
const BY_NETWORK: [(&str, usize); 10] = [
    ("development", 29),
    ("further", 131),
    ("third", 92),
    ("fourth", 84),
    ("fifth", 111),
    ("sixth", 97),
    ("seventh", 64),
    ("forms", 241),
    ("eighth", 229),
    ("held_out", 26),
];

#[derive(serde::Deserialize)]
struct Wording {
    text: String,
    claimant: String,
}

#[derive(serde::Deserialize)]
struct Pair {
    id: String,
    half: String,
    a: Wording,
    b: Wording,
    same: bool,
}

fn annotated(pipeline: &Pipeline, text: &str) -> Annotated {
    pipeline.annotate(&Article {
        language: Some("en".to_owned()),
        ..Article::new("u".to_owned(), text.to_owned(), SourceFormat::PlainText, String::new())
    })
}

/// The key that the pipeline gives the claimant in `… said so.`: of `Ana Brandt, the mayor` and `Mayor Ana Brandt` the person's.
fn claimant_key(pipeline: &Pipeline, name: &str) -> String {
    let sentence = format!("{name} said so.");
    let entities = annotated(pipeline, &sentence).annotations.entities;
    let is_person = |name: &str, own: &str| {
        name.split_once(own).is_some_and(|(before, after)| {
            let is_of_other = matches!(before.split_whitespace().next_back(), Some("of" | "for" | "at" | "in"));
            (after.is_empty() || after.starts_with(',')) && !is_of_other
        })
    };
    let person = entities.iter().find(|entity| entity.entity_type == EntityType::Person && is_person(name, &entity.canonical_name));
    person.map_or_else(|| name_key(name), entity_key)
}

fn fingerprint(pipeline: &Pipeline, wording: &Wording) -> (String, String) {
    let text = format!("{}.", wording.text);
    let found = annotated(pipeline, &text);
    let reader = ContentReader::new(&found.document, &found.annotations.entities, &found.annotations.values);
    let claimant = claimant_key(pipeline, &wording.claimant);
    let content = reader.content(&[Span::new(0, wording.text.len())], &claimant);
    (content.fingerprint(&claimant), format!("{claimant:?} {content:?}"))
}

/// Counts the right pairs of each part, and holds the counts against `least`.
fn hold(pipeline: &Pipeline, least: &[(&str, usize)]) {
    let pairs: Vec<Pair> = serde_json::from_str(include_str!("gold/fingerprints.json")).expect("the pairs are JSON");
    let shows_errors = std::env::var_os("FINGERPRINT_ERRORS").is_some();
    let mut short = Vec::new();
    for &(half, least) in least {
        let of_half: Vec<&Pair> = pairs.iter().filter(|pair| pair.half == half).collect();
        let (mut right, mut traps) = (0, 0);
        for pair in &of_half {
            let (first, second) = (fingerprint(pipeline, &pair.a), fingerprint(pipeline, &pair.b));
            let is_right = (first.0 == second.0) == pair.same;
            right += usize::from(is_right);
            traps += usize::from(is_right && !pair.same);
            // Nobody looks at the held-out half while writing rules.
            if shows_errors && !is_right && half != "held_out" {
                eprintln!("{}: same {}\n  {}\n  {}", pair.id, pair.same, first.1, second.1);
            }
        }
        let all_traps = of_half.iter().filter(|pair| !pair.same).count();
        let profile = pipeline.profile().name();
        eprintln!("{profile}, {half}: {right} of {} pairs right, {traps} of {all_traps} traps among them", of_half.len());
        if right < least {
            short.push(format!("{half}: {right}, not {least}"));
        }
    }
    assert!(short.is_empty(), "{short:?}");
}

#[test]
fn pairs_of_each_part_by_rules() {
    hold(&Pipeline::rules(), &BY_RULES);
}

#[test]
fn pairs_by_the_network() {
    hold(&Pipeline::load(Profile::Balanced, None).expect("the program carries its models"), &BY_NETWORK);
}
