//! The same story in every format: what is read gives the same text, what is not is named.

use quotewire::text::BlockRole;
use quotewire::wire::{ArticleState, SourceFormat, UpdateType};

use super::{blocks_of, decode_file, document, ends_of_body, folder};

fn sample(name: &str) -> std::path::PathBuf {
    folder("tests/wire/samples").join(name)
}

#[test]
fn every_format_that_is_read_gives_the_same_story() {
    for (name, format) in [
        ("ninjs-1.6.v1.json", SourceFormat::Ninjs1),
        ("ninjs-1.6.v2-late-out-of-order.json", SourceFormat::Ninjs1),
        ("ninjs-1.6.v3-correction.json", SourceFormat::Ninjs1),
        ("ninjs-1.6.embargoed.json", SourceFormat::Ninjs1),
        ("ninjs-2.2.v1.json", SourceFormat::Ninjs2),
        ("ninjs-3.1.v2-update.json", SourceFormat::Ninjs3),
        ("page.html", SourceFormat::Html),
        ("plain.txt", SourceFormat::PlainText),
    ] {
        let article = decode_file(&sample(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(article.source_format, format, "{name}");
        assert!(article.warnings.is_empty(), "{name}: {:?}", article.warnings);
        let headline = article.headline.as_deref().unwrap_or_default();
        assert!(headline.ends_with("Port Alden to rebuild harbour wall by 2029, mayor says"), "{name}: {headline}");
        let document = document(&article);
        assert_eq!(document.paragraphs().count(), 5, "{name}");
        assert_eq!(ends_of_body(&document), ("The mayor of".to_owned(), "the flood line.".to_owned()), "{name}");
        assert_eq!(blocks_of(&document, BlockRole::Dateline), ["PORT ALDEN, Norland (XWA) —"], "{name}");
    }
}

#[test]
fn the_life_cycle_is_read() {
    let correction = decode_file(&sample("ninjs-1.6.v3-correction.json")).unwrap();
    assert_eq!((correction.version.as_deref(), correction.update_type), (Some("3"), Some(UpdateType::Correction)));
    let embargoed = decode_file(&sample("ninjs-1.6.embargoed.json")).unwrap();
    assert_eq!((embargoed.state, embargoed.embargoed_until.as_deref()), (ArticleState::Embargoed, Some("2026-03-12T06:00:00Z")));
    let kill = decode_file(&sample("ninjs-1.6.v4-kill.json")).unwrap();
    assert_eq!((kill.state, kill.update_type, kill.text.as_str()), (ArticleState::Canceled, Some(UpdateType::Kill), ""));
    assert_eq!(kill.uri, correction.uri);
}

#[test]
fn formats_without_an_adapter_are_named() {
    for (name, format) in [
        ("newsml-g2.xml", "NewsML-G2"),
        ("nitf.xml", "NITF"),
        ("rss2-content-encoded.xml", "RSS"),
        ("atom.xml", "Atom"),
        ("ap-media-api-like.json", "AP Media API"),
        ("dpa-digitalwires-like.json", "dpa-digitalwires"),
        ("newsarticle.jsonld", "schema.org JSON-LD"),
    ] {
        let error = decode_file(&sample(name)).expect_err(name);
        assert_eq!(error.to_string(), format!("unsupported format: {format}"), "{name}");
    }
}
