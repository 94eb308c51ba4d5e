//! One adapter for all generations: they differ in names and in the shape of bodies and headlines.

use serde_json::{Map, Value};

use super::{body, names, signals};
use crate::wire::fields::{Fields, member, plain_text};
use crate::wire::raw_hash::hash_uri;
use crate::wire::{AlternativeId, Article, ArticleState, Dateline, DecodeError, SourceFormat, Warning, life_cycle, provider};

/// At most so many unknown properties are named in a warning.
const MOST_NAMED: usize = 10;

/// Reads a ninjs object of the generation `format`. Properties that ninjs does not have give one warning, never a rejection; a kill
/// has no body and is read.
pub(in crate::wire) fn decode(object: Map<String, Value>, format: SourceFormat, raw_sha256: String) -> Result<Article, DecodeError> {
    let mut fields = Fields::new(object);
    let uri = fields.id("uri")?;
    let guid = fields.id("guid")?;
    let story = uri.clone().or_else(|| guid.clone()).unwrap_or_else(|| hash_uri(&raw_sha256));
    let mut article = Article::new(story, String::new(), format, raw_sha256);
    if let Some(guid) = guid.filter(|guid| *guid != article.uri) {
        article.alternative_ids.push(AlternativeId { role: "guid".to_owned(), value: guid });
    }
    read_metadata(&mut article, &mut fields);
    alternative_ids(&mut article, &mut fields);
    signals::read(&mut article, &mut fields);

    let status = fields.text(&["pubstatus"]);
    let embargo_named = fields.has("embargoed") || fields.has("embargoeduntil");
    let warnings_before = fields.warnings.len();
    article.embargoed_until = fields.time(&["embargoeduntil", "embargoed"]);
    let embargo_unreadable = embargo_named && article.embargoed_until.is_none() && fields.warnings.len() > warnings_before;

    let text = body::read(&mut fields, article.headline.as_deref());
    article.text = text.text;
    article.blocks = text.blocks;
    warn_unknown(&mut fields);
    article.warnings = fields.warnings;
    life_cycle::settle(&mut article, status.as_deref(), embargo_unreadable);
    if article.text.trim().is_empty() {
        article.text.clear();
        article.blocks.clear();
        if article.state != ArticleState::Canceled {
            return Err(DecodeError::NoText("no body and no description holds any, and it is no kill".to_owned()));
        }
    }
    Ok(article)
}

fn read_metadata(article: &mut Article, fields: &mut Fields) {
    article.version = fields.text(&["version"]);
    article.first_created = fields.time(&["firstcreated"]);
    article.version_created = fields.time(&["versioncreated"]).or_else(|| article.first_created.clone());
    article.urgency = fields.urgency("urgency");
    article.language = fields.text(&["language"]);
    article.headline = headline(fields);
    article.slugline = fields.text(&["slugline"]);
    article.byline = fields.text(&["byline", "by"]).or_else(|| authors(fields));
    article.dateline = located(fields);
    article.editor_note = fields.text(&["ednote"]);
    article.usage_terms = terms(fields);
    let holder = fields.text(&["copyrightholder"]);
    article.copyright = fields.text(&["copyrightnotice"]).or_else(|| holder.clone());
    article.provider = fields
        .text(&["source"])
        .or_else(|| provider_field(fields))
        .or_else(|| information_source(fields))
        .or(holder)
        .or_else(|| provider::authority(&article.uri));
}

/// Generation 1 has `headline`, and `headline_…` beside it; 2 and 3 have a list, the main one among it.
fn headline(fields: &mut Fields) -> Option<String> {
    let listed = fields.list("headlines");
    let main = listed.iter().find(|entry| member(entry, "role").is_none_or(|role| role == "main")).or_else(|| listed.first());
    let from_list = main.and_then(|entry| member(entry, "value"));
    let single = fields.text(&["headline", "headline_main", "headline_text", "title"]);
    from_list.or(single).map(|headline| without_tags(&headline))
}

/// Superdesk lets editors set headlines in HTML.
fn without_tags(headline: &str) -> String {
    if !headline.contains('<') && !headline.contains('&') {
        return headline.to_owned();
    }
    crate::wire::html::flatten_fragment(headline, None).text
}

/// Superdesk's `authors`: those who wrote it, else all.
fn authors(fields: &mut Fields) -> Option<String> {
    let listed = fields.list("authors");
    let writers: Vec<_> =
        listed.iter().filter(|author| member(author, "role").is_none_or(|role| role.eq_ignore_ascii_case("writer"))).collect();
    let named = if writers.is_empty() { listed.iter().collect() } else { writers };
    let names: Vec<String> = named.into_iter().filter_map(|author| member(author, "name")).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// `located` is a place alone; what the text prints as its dateline is a block of it.
fn located(fields: &mut Fields) -> Option<Dateline> {
    let place = match fields.take("located")? {
        value @ Value::Object(_) => member(&value, "name").or_else(|| member(&value, "city")),
        value => plain_text(&value).filter(|text| !text.is_empty()),
    }?;
    Some(Dateline { text: place.clone(), place: Some(place), agency: None })
}

fn terms(fields: &mut Fields) -> Option<String> {
    let terms: Vec<String> = fields.list("usageterms").iter().filter_map(plain_text).filter(|term| !term.is_empty()).collect();
    (!terms.is_empty()).then(|| terms.join(" "))
}

fn provider_field(fields: &mut Fields) -> Option<String> {
    match fields.take("provider")? {
        value @ Value::Object(_) => member(&value, "name"),
        value => plain_text(&value).filter(|text| !text.is_empty()),
    }
}

fn information_source(fields: &mut Fields) -> Option<String> {
    let mut found = None;
    for name in ["infosource", "infosources"] {
        let names = fields.list(name).iter().find_map(|entry| member(entry, "name").or_else(|| entry.as_str().map(str::to_owned)));
        found = found.or(names);
    }
    found.filter(|name| !name.trim().is_empty())
}

/// Generation 1: an object of role and id; 2 and 3: `[{role, value}]`. Superdesk: what a story was rewritten from.
fn alternative_ids(article: &mut Article, fields: &mut Fields) {
    let from_object = |object: Map<String, Value>| {
        object.into_iter().filter_map(|(role, value)| Some(AlternativeId { role, value: plain_text(&value)? }))
    };
    match fields.take("altids") {
        Some(Value::Object(object)) => article.alternative_ids.extend(from_object(object)),
        Some(Value::Array(entries)) => article.alternative_ids.extend(entries.iter().filter_map(|entry| {
            Some(AlternativeId { role: member(entry, "role").unwrap_or_else(|| "id".to_owned()), value: member(entry, "value")? })
        })),
        Some(_) => fields.warn_unreadable("altids"),
        None => {}
    }
    for name in ["evolvedfrom", "ingest_id"] {
        if let Some(value) = fields.text(&[name]) {
            article.alternative_ids.push(AlternativeId { role: name.to_owned(), value });
        }
    }
}

/// One warning for all properties that ninjs does not have.
fn warn_unknown(fields: &mut Fields) {
    let unknown: Vec<&str> = fields.left_names().into_iter().filter(|name| !names::is_known(name)).collect();
    if unknown.is_empty() {
        return;
    }
    let shown: Vec<String> = unknown.iter().take(MOST_NAMED).map(|name| printable(name)).collect();
    let more = unknown.len().saturating_sub(MOST_NAMED);
    let tail = if more > 0 { format!(" and {more} more") } else { String::new() };
    let warning = Warning::new("unknown_field", format!("not of ninjs, left out: {}{tail}", shown.join(", ")));
    fields.warnings.push(warning);
}

/// A property's name as a log can bear it.
fn printable(name: &str) -> String {
    let fit = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '_' | '-' | ':' | '.' | '$' | '@');
    name.chars().take(40).map(|sign| if fit(sign) { sign } else { '?' }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::BlockRole;
    use crate::wire::UpdateType;
    use crate::wire::fields::parse_object;
    use crate::wire::ninjs::generation;

    fn read(json: &str) -> Result<Article, DecodeError> {
        let object = parse_object(json)?;
        let format = generation(&object).expect("ninjs");
        decode(object, format, "00".to_owned())
    }

    #[test]
    fn html_is_preferred_to_text_that_lost_its_paragraphs() {
        let article = read(
            r#"{"uri": "u", "versionCreated": "2026-03-10T09:00:00Z", "headlines": [{"role": "main", "value": "Wall"}],
                "bodies": [{"role": "main", "contentType": "text/plain", "value": "One. Two."},
                           {"role": "rich", "contentType": "application/xhtml+xml", "value": "<h1>Wall</h1><p>One.</p><p>Two.</p>"}]}"#,
        )
        .unwrap();
        assert_eq!(article.text, "One.\n\nTwo.");
        assert!(article.blocks.iter().all(|block| block.role == BlockRole::Paragraph));
        assert_eq!(article.source_format, SourceFormat::Ninjs3);
    }

    #[test]
    fn superdesk_dates_ids_and_sources_are_read() {
        let article = read(
            r#"{"guid": "urn:newsml:xwa.example:2026:wall", "version": "7", "versioncreated": "2022-06-26T23:54:25+0000", "source": "XWA",
                "evolvedfrom": "urn:old", "authors": [{"name": "Lee Okafor", "role": "photographer"}, {"name": "Ana Brandt", "role": "writer"}],
                "body_html": "<p>The wall stands.</p>", "priority": 6, "charcount": 16}"#,
        )
        .unwrap();
        assert_eq!(article.uri, "urn:newsml:xwa.example:2026:wall");
        assert_eq!(article.version_created.as_deref(), Some("2022-06-26T23:54:25Z"));
        assert_eq!((article.provider.as_deref(), article.byline.as_deref()), (Some("XWA"), Some("Ana Brandt")));
        assert_eq!(article.alternative_ids[0].role, "evolvedfrom");
        assert!(article.warnings.is_empty(), "{:?}", article.warnings);
    }

    #[test]
    fn a_kill_needs_no_body_and_an_empty_story_does() {
        let kill = read(r#"{"uri": "u", "version": "1542761538", "versioncreated": "2026-03-10T09:00:00Z", "pubstatus": "canceled", "headline": "Wall"}"#).unwrap();
        assert_eq!((kill.state, kill.update_type, kill.text.as_str()), (ArticleState::Canceled, Some(UpdateType::Kill), ""));
        let error =
            read(r#"{"uri": "u", "versioncreated": "2026-03-10T09:00:00Z", "headline": "Wall", "body_html": "<p> </p>"}"#).unwrap_err();
        assert!(matches!(error, DecodeError::NoText(_)));
    }

    #[test]
    fn the_description_stands_in_for_a_body() {
        let article =
            read(r#"{"uri": "u", "versioncreated": "2026-03-10", "descriptions": [{"role": "text", "value": "The wall stands."}]}"#)
                .unwrap();
        assert_eq!(article.text, "The wall stands.");
        let codes: Vec<_> = article.warnings.iter().map(|warning| warning.code.as_str()).collect();
        assert_eq!(codes, ["time_without_offset", "body_in_description"]);
    }

    #[test]
    fn all_unknown_properties_give_one_warning() {
        let article =
            read(r#"{"uri": "u", "pubstatus": "usable", "body_text": "The wall.", "mood": 1, "colour": {"a": 2}, "x y<": 3}"#).unwrap();
        let [warning] = &article.warnings[..] else { panic!("{:?}", article.warnings) };
        assert_eq!(warning.detail, "not of ninjs, left out: colour, mood, x?y?");
    }

    #[test]
    fn signals_among_the_subjects_say_what_a_version_does() {
        let article = read(
            r#"{"uri": "u", "pubstatus": "usable", "body_text": "The wall.",
                "subject": [{"name": "Correction", "code": "sig:correction", "rel": "signal"}, {"name": "ports", "code": "04015001"}]}"#,
        )
        .unwrap();
        assert_eq!(article.update_type, Some(UpdateType::Correction));
        assert_eq!(article.signals, ["sig:correction"]);
        assert_eq!(article.subjects.len(), 1);
    }

    #[test]
    fn the_copyright_holder_and_then_the_uri_name_the_provider() {
        let held =
            read(r#"{"uri": "urn:newsml:xwa.example:2026:wall", "pubstatus": "usable", "body_text": "x", "copyrightholder": "XWA"}"#)
                .unwrap();
        assert_eq!(held.provider.as_deref(), Some("XWA"));
        let bare = read(r#"{"uri": "urn:newsml:xwa.example:2026:wall", "pubstatus": "usable", "body_text": "x"}"#).unwrap();
        assert_eq!(bare.provider.as_deref(), Some("xwa.example"));
    }
}
