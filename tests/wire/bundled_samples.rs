//! The stories under `samples/`, as the demo feeds them.

use quotewire::text::BlockRole;
use quotewire::wire::{ArticleKind, ArticleState, SourceFormat, UpdateType};

use super::{blocks_of, decode_file, document, ends_of_body, folder};

/// What a sample must decode to: file, format, state, headline, first and last words of its body.
type Expected = (&'static str, SourceFormat, ArticleState, &'static str, &'static str, &'static str);

const SAMPLES: &[Expected] = &[
    (
        "01-harbour-wall.ninjs-1.json",
        SourceFormat::Ninjs1,
        ArticleState::Usable,
        "Port Alden to rebuild harbour wall by 2029, mayor says",
        "Port Alden will",
        "during the works.",
    ),
    (
        "02-harbour-wall-correction.ninjs-1.json",
        SourceFormat::Ninjs1,
        ArticleState::Usable,
        "CORRECTED-Port Alden to rebuild harbour wall by 2029, mayor says",
        "Port Alden will",
        "during the works.",
    ),
    (
        "03-rate-decision.json",
        SourceFormat::PlainJson,
        ArticleState::Usable,
        "Central Bank of Norland holds rates, hints at cut by fall",
        "The Central Bank",
        "citing weak exports.",
    ),
    (
        "04-ferry-aground.txt",
        SourceFormat::PlainText,
        ArticleState::Usable,
        "Ferry with 212 aboard runs aground off Skerry Point",
        "A passenger ferry",
        "around the wreck.",
    ),
    (
        "05-relay-final.html",
        SourceFormat::Html,
        ArticleState::Usable,
        "Ferreira’s last lap ends Lunderby’s nine-year reign",
        "Nadia Ferreira made",
        "Lunderby 31:03.1",
    ),
    (
        "06-fraud-verdict.superdesk-ninjs.json",
        SourceFormat::NinjsSuperdesk,
        ArticleState::Usable,
        "Meal-delivery founder convicted of defrauding investors of $86 million",
        "A jury on",
        "could not name.",
    ),
    (
        "07-glacier-lake.ninjs-3.json",
        SourceFormat::Ninjs3,
        ArticleState::Usable,
        "Hidden lake under Norland glacier drains four times faster than expected",
        "A lake that",
        "who is early.”",
    ),
    (
        "08-dockers-strike.txt",
        SourceFormat::PlainText,
        ArticleState::Usable,
        "Dockers in Brightwater to strike over robot cranes",
        "Dockers at the",
        "can a slogan.''",
    ),
    (
        "09-school-meals.json",
        SourceFormat::PlainJson,
        ArticleState::Usable,
        "Pupils, parents and one goat protest over school meals",
        "About 400 parents",
        "by the mayor.",
    ),
    (
        "10-ghost-buses.ninjs-2.json",
        SourceFormat::Ninjs2,
        ArticleState::Usable,
        "‘Ghost buses’ to vanish from Norland’s timetables",
        "Norland’s so-called “ghost",
        "promise in 2022.",
    ),
    (
        "11-election-night-advisory.ninjs-1.json",
        SourceFormat::Ninjs1,
        ArticleState::Usable,
        "ADVISORY: XWA coverage plans for the Norland election",
        "1900 Polls close.",
        "languages you need.",
    ),
    (
        "12-deich.superdesk-ninjs.json",
        SourceFormat::NinjsSuperdesk,
        ArticleState::Usable,
        "Deich in Küstersiel wird um einen Meter erhöht",
        "Der Deich an",
        "nannte sie nicht.",
    ),
    (
        "13-infant-injection-embargoed.ninjs-3.json",
        SourceFormat::Ninjs3,
        ArticleState::Embargoed,
        "One injection shields most infants from grey cough, trial finds",
        "A single injection",
        "Fever Council estimates.",
    ),
    (
        "14-budget-vote.html",
        SourceFormat::Html,
        ArticleState::Usable,
        "Budget passes by one vote, and a chair",
        "The government of",
        "nearer the door.",
    ),
    (
        "15-shipyard-merger.json",
        SourceFormat::PlainJson,
        ArticleState::Usable,
        "Rival shipyards in talks to merge, newspaper reports",
        "Shares of Calder’s",
        "one dry dock.",
    ),
    (
        "16-earthquake-update.ninjs-2.json",
        SourceFormat::Ninjs2,
        ArticleState::Usable,
        "UPDATE 2-Magnitude 6.1 earthquake damages hospital in Norland’s north",
        "A magnitude 6.1",
        "killed nine people.",
    ),
    (
        "17-marche-couvert.txt",
        SourceFormat::PlainText,
        ArticleState::Usable,
        "Le marché couvert de Valmure rouvre après quatre ans de travaux",
        "Le marché couvert",
        "demande un audit.",
    ),
    (
        "18-harbour-wall-kill.ninjs-1.json",
        SourceFormat::Ninjs1,
        ArticleState::Canceled,
        "Port Alden to rebuild harbour wall by 2029, mayor says",
        "",
        "",
    ),
];

#[test]
fn each_sample_decodes_to_what_it_is() {
    for (name, format, state, headline, first, last) in SAMPLES {
        let article = decode_file(&folder("samples").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!((article.source_format, article.state), (*format, *state), "{name}");
        assert_eq!(article.headline.as_deref(), Some(*headline), "{name}");
        let (found_first, found_last) = ends_of_body(&document(&article));
        assert_eq!((found_first.as_str(), found_last.as_str()), (*first, *last), "{name}");
    }
}

#[test]
fn every_sample_is_in_the_table_and_in_the_readme() {
    let readme = std::fs::read_to_string(folder("samples/README.md")).expect("samples have a readme");
    let mut files: Vec<String> = std::fs::read_dir(folder("samples"))
        .expect("samples are in the repository")
        .map(|entry| entry.expect("a readable folder").file_name().to_string_lossy().into_owned())
        .filter(|name| name != "README.md")
        .collect();
    files.sort();
    assert_eq!(files, SAMPLES.iter().map(|sample| sample.0).collect::<Vec<_>>());
    for name in files {
        assert!(readme.contains(&format!("({name})")), "{name} has no row in samples/README.md");
    }
}

#[test]
fn samples_show_what_the_readme_says() {
    let read = |name: &str| decode_file(&folder("samples").join(name)).expect(name);
    let (first, correction, kill) =
        (read("01-harbour-wall.ninjs-1.json"), read("02-harbour-wall-correction.ninjs-1.json"), read("18-harbour-wall-kill.ninjs-1.json"));
    assert_eq!((&first.uri, &correction.uri), (&kill.uri, &kill.uri));
    assert_eq!((correction.update_type, kill.update_type), (Some(UpdateType::Correction), Some(UpdateType::Kill)));
    assert_eq!(read("11-election-night-advisory.ninjs-1.json").kind, ArticleKind::Advisory);
    assert_eq!(read("13-infant-injection-embargoed.ninjs-3.json").embargoed_until.as_deref(), Some("2026-06-11T05:00:00Z"));
    let quake = read("16-earthquake-update.ninjs-2.json");
    assert_eq!(quake.warnings.iter().map(|warning| warning.detail.as_str()).collect::<Vec<_>>(), ["not of ninjs, left out: mood, x_desk"]);
}

#[test]
fn what_surrounds_a_story_is_no_body_text() {
    let shown = |name: &str, role: BlockRole| {
        let article = decode_file(&folder("samples").join(name)).expect(name);
        blocks_of(&document(&article), role).into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(shown("08-dockers-strike.txt", BlockRole::Byline), ["By HUGO SANTANDER", "Meridian Wire Correspondent"]);
    assert_eq!(shown("08-dockers-strike.txt", BlockRole::Dateline), ["BRIGHTWATER, Norland (Meridian) _"]);
    assert_eq!(shown("08-dockers-strike.txt", BlockRole::Boilerplate), ["(END)"]);
    assert_eq!(shown("08-dockers-strike.txt", BlockRole::Paragraph).len(), 7, "wrapped lines are joined");
    assert_eq!(shown("05-relay-final.html", BlockRole::Headline), ["“It looked like walking”"]);
    assert_eq!(
        shown("06-fraud-verdict.superdesk-ninjs.json", BlockRole::Credit),
        ["Corvane Press writer Gail Odum contributed to this report."]
    );
    assert_eq!(shown("14-budget-vote.html", BlockRole::Paragraph).len(), 8, "neither menu nor footer");
}
