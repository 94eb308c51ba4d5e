//! Which names mean the same entity.

use rustc_hash::FxHashMap;

use crate::annotation::{EntityType, Mention};
use crate::lexicon::{WordClasses, aliases, classes_of};
use crate::text::Document;

/// Mentions in groups; a group's number is its place in the order of first mentions.
pub(super) struct Groups<'a> {
    /// The group of each mention.
    pub of_mention: Vec<usize>,
    /// The fullest name of each group.
    pub names: Vec<&'a str>,
    /// The type of each group.
    pub types: Vec<EntityType>,
    /// How many groups there are.
    pub count: usize,
}

/// A name as written, of one type, with all its mentions.
struct Form<'a> {
    written: &'a str,
    words: Vec<&'a str>,
    entity_type: EntityType,
}

/// Joins the same names, short names with the only full name that they fit, acronyms with their expansion, and aliases.
pub(super) fn join<'a>(document: &'a Document, mentions: &[Mention]) -> Groups<'a> {
    let (forms, form_of) = forms(document, mentions);
    let mut parent: Vec<usize> = (0..forms.len()).collect();
    join_aliases(&forms, &mut parent);
    let holders = Holders::new(&forms);
    for short in 0..forms.len() {
        if let Some(full) = fuller_form(&forms, &holders, short) {
            let root = find(&parent, full);
            let own = find(&parent, short);
            parent[own] = root;
        }
    }
    number(&forms, &form_of, &parent)
}

fn forms<'a>(document: &'a Document, mentions: &[Mention]) -> (Vec<Form<'a>>, Vec<usize>) {
    let mut known: FxHashMap<(&str, EntityType), usize> = FxHashMap::default();
    let mut forms: Vec<Form<'a>> = Vec::new();
    let mut form_of = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let written = document.slice(mention.span);
        let form = *known.entry((written, mention.entity_type)).or_insert_with(|| {
            let words = written.split([' ', '\u{a0}', '\n']).filter(|word| !word.is_empty()).collect();
            forms.push(Form { written, words, entity_type: mention.entity_type });
            forms.len() - 1
        });
        form_of.push(form);
    }
    (forms, form_of)
}

/// Joins forms that stand for the same country or body, and forms that differ in capitals or an article alone.
fn join_aliases(forms: &[Form<'_>], parent: &mut [usize]) {
    let mut known: FxHashMap<(String, EntityType), usize> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate() {
        let bare = form.written.strip_prefix("The ").unwrap_or(form.written);
        let key = (aliases::fullest(bare).to_lowercase(), form.entity_type);
        match known.get(&key) {
            Some(first) => parent[index] = *first,
            None => {
                known.insert(key, index);
            }
        }
    }
}

/// Which forms a short form can stand for: those that hold its last word, and those that have its letters as initials.
struct Holders<'a> {
    by_word: FxHashMap<&'a str, Vec<usize>>,
    by_initials: FxHashMap<String, Vec<usize>>,
}

impl<'a> Holders<'a> {
    fn new(forms: &[Form<'a>]) -> Self {
        let mut holders = Self { by_word: FxHashMap::default(), by_initials: FxHashMap::default() };
        for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1) {
            for word in &form.words {
                holders.by_word.entry(word).or_default().push(index);
            }
            if form.entity_type != EntityType::Person {
                holders.by_initials.entry(initials(&form.words)).or_default().push(index);
            }
        }
        holders
    }

    /// Candidates in the order of the forms.
    fn candidates(&self, short: &Form<'_>) -> Vec<usize> {
        let by_word = short.words.last().and_then(|word| self.by_word.get(word));
        let letters: String = short.written.chars().filter(|sign| *sign != '.').collect();
        let by_initials = if short.words.len() == 1 { self.by_initials.get(letters.as_str()) } else { None };
        let mut found: Vec<usize> = by_word.into_iter().chain(by_initials).flatten().copied().collect();
        found.sort_unstable();
        found.dedup();
        found
    }
}

/// The first letters of the capitalised words.
fn initials(words: &[&str]) -> String {
    words.iter().flat_map(|word| word.split('-')).filter_map(|word| word.chars().next()).filter(|sign| sign.is_uppercase()).collect()
}

/// The one form that the form at `short` abbreviates; `None` where none or several fit.
fn fuller_form(forms: &[Form<'_>], holders: &Holders<'_>, short: usize) -> Option<usize> {
    let mut found: Option<usize> = None;
    for index in holders.candidates(&forms[short]) {
        let full = &forms[index];
        if index == short || !abbreviates(&forms[short], full) {
            continue;
        }
        match found {
            // The fuller of two forms of one person: `Brandt`, `Ana Brandt`, `Ana Lucia Brandt`.
            Some(other) if abbreviates(&forms[other], full) => found = Some(index),
            Some(other) if abbreviates(full, &forms[other]) => {}
            Some(_) => return None,
            None => found = Some(index),
        }
    }
    found
}

fn abbreviates(short: &Form<'_>, full: &Form<'_>) -> bool {
    if short.entity_type != full.entity_type {
        return false;
    }
    match short.entity_type {
        EntityType::Person => shortens_person(&short.words, &full.words),
        EntityType::Organization => is_acronym(short.written, &full.words) || shortens_body(&short.words, &full.words),
        EntityType::Event | EntityType::Work => is_acronym(short.written, &full.words),
        _ => false,
    }
}

/// `Brandt` or `Ana` of `Ana Brandt`; `Ana Brandt` of `Ana Lucia Brandt`; `A. Brandt` of `Ana Brandt`.
fn shortens_person(short: &[&str], full: &[&str]) -> bool {
    if short.len() > full.len() || short == full {
        return false;
    }
    if full.ends_with(short) || (full.starts_with(short) && full.len() > short.len()) {
        return true;
    }
    if short.len() < 2 || short.last() != full.last() {
        return false;
    }
    let (first, full_first) = (short[0].trim_end_matches('.'), full[0]);
    first == full_first.trim_end_matches('.') || first.chars().count() == 1 && full_first.starts_with(first)
}

/// `Halden` of `Halden Corp.`; `Health Ministry` of `Norland Health Ministry`.
fn shortens_body(short: &[&str], full: &[&str]) -> bool {
    if short.len() >= full.len() {
        return false;
    }
    let rest_is_form = |rest: &[&str]| rest.iter().all(|word| classes_of(word).any(WordClasses::ORGANIZATION_LAST));
    full.starts_with(short) && rest_is_form(&full[short.len()..]) || short.len() > 1 && full.ends_with(short)
}

/// Whether `acronym` is made of the first letters of the capitalised words of `full`.
fn is_acronym(acronym: &str, full: &[&str]) -> bool {
    let letters: String = acronym.chars().filter(|sign| *sign != '.').collect();
    letters.len() > 1 && letters == initials(full)
}

fn find(parent: &[usize], index: usize) -> usize {
    let mut root = index;
    // Short forms point at fuller ones, so the path ends; the bound guards against two forms that abbreviate each other.
    for _ in 0..parent.len() {
        if parent[root] == root {
            break;
        }
        root = parent[root];
    }
    root
}

/// Numbers the groups in the order of their first mention and gives each its fullest name and commonest type.
fn number<'a>(forms: &[Form<'a>], form_of: &[usize], parent: &[usize]) -> Groups<'a> {
    let mut group_of_root: FxHashMap<usize, usize> = FxHashMap::default();
    let mut groups = Groups { of_mention: Vec::with_capacity(form_of.len()), names: Vec::new(), types: Vec::new(), count: 0 };
    for form in form_of {
        let root = find(parent, *form);
        let group = *group_of_root.entry(root).or_insert_with(|| {
            groups.names.push(forms[*form].written);
            groups.types.push(forms[root].entity_type);
            groups.count += 1;
            groups.count - 1
        });
        let name = &mut groups.names[group];
        if is_fuller(forms[*form].written, name) {
            *name = forms[*form].written;
        }
        groups.of_mention.push(group);
    }
    groups
}

/// Whether `name` says more than `other`: more words, then more letters, but not for being in capitals.
fn is_fuller(name: &str, other: &str) -> bool {
    let weight = |text: &str| (text.split(' ').count(), text.len());
    weight(name) > weight(other)
}
