//! Which names mean the same entity.

use rustc_hash::FxHashMap;

use super::focus::Focus;
use super::short_forms::{Address, Form, abbreviates, initials};
use crate::annotation::{EntityType, Mention};
use crate::lexicon::aliases;
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

/// Joins the same names, short names with the only full name that they fit, acronyms with their expansion, and aliases.
///
/// A short name that fits several (a family) is led mention by mention to the one that the story is at, and otherwise stays apart.
pub(super) fn join<'a>(document: &'a Document, mentions: &[Mention]) -> Groups<'a> {
    let (forms, mut form_of) = forms(document, mentions);
    let mut parent: Vec<usize> = (0..forms.len()).collect();
    join_aliases(&forms, &mut parent);
    join_types(&forms, &mut parent);
    join_addresses(&forms, &mut parent);
    join_parentheses(document, mentions, &forms, &form_of, &mut parent);
    let holders = Holders::new(&forms);
    let mut doubtful: Vec<(usize, Vec<usize>)> = Vec::new();
    for short in 0..forms.len() {
        match fuller_forms(&forms, &holders, &parent, short).as_slice() {
            [] => {}
            [full] => union(&mut parent, short, *full),
            several => doubtful.push((short, several.to_vec())),
        }
    }
    let focus = Focus::new(document, mentions);
    for (short, several) in doubtful {
        // another of its forms may have led it home already
        if find(&parent, short) == short {
            focus.lead(short, &several, &mut form_of, |form| find(&parent, form));
        }
    }
    number(&forms, &form_of, &parent)
}

fn forms<'a>(document: &'a Document, mentions: &[Mention]) -> (Vec<Form<'a>>, Vec<usize>) {
    let mut known: FxHashMap<(&str, EntityType, Address), usize> = FxHashMap::default();
    let mut forms: Vec<Form<'a>> = Vec::new();
    let mut form_of = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let written = document.slice(mention.span);
        let address = if mention.entity_type == EntityType::Person { Address::before(document, mention.span) } else { Address::None };
        let form = *known.entry((written, mention.entity_type, address)).or_insert_with(|| {
            forms.push(Form::new(written, mention.entity_type, address));
            forms.len() - 1
        });
        forms[form].count += 1;
        form_of.push(form);
    }
    (forms, form_of)
}

/// Joins forms that differ in their type alone, which is the network's doubt more often than two things of one name.
///
/// A single word that is a person here and something else there stays two, unless one of them is all but alone.
fn join_types(forms: &[Form<'_>], parent: &mut [usize]) {
    let mut by_words: FxHashMap<&str, usize> = FxHashMap::default();
    let mut of_persons: FxHashMap<&str, ()> = FxHashMap::default();
    for form in forms.iter().filter(|form| form.entity_type == EntityType::Person && form.words.len() > 1) {
        of_persons.extend(form.words.iter().map(|word| (*word, ())));
    }
    for (index, form) in forms.iter().enumerate() {
        let first = *by_words.entry(form.written).or_insert(index);
        let other = &forms[first];
        if first == index || form.entity_type == other.entity_type {
            continue;
        }
        let is_one_a_person = form.entity_type == EntityType::Person || other.entity_type == EntityType::Person;
        let (less, more) = (form.count.min(other.count), form.count.max(other.count));
        let is_slip = form.words.len() > 1 || more >= 3 * less && !of_persons.contains_key(form.written);
        if !is_one_a_person || is_slip {
            union(parent, index, first);
        }
    }
}

/// Joins a name with the same after a form of address, where all its forms of address agree: `Pett` with `Mr. Pett`, as long as no
/// `Mrs. Pett` is there.
fn join_addresses(forms: &[Form<'_>], parent: &mut [usize]) {
    let mut by_name: FxHashMap<(&str, EntityType), Vec<usize>> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.entity_type == EntityType::Person) {
        by_name.entry((form.written, form.entity_type)).or_default().push(index);
    }
    for index in 0..forms.len() {
        let Some(same) = by_name.get(&(forms[index].written, forms[index].entity_type)) else { continue };
        let is_apart = same.iter().any(|one| same.iter().any(|other| forms[*one].address.speaks_against(forms[*other].address)));
        if !is_apart && same[0] != index {
            union(parent, index, same[0]);
        }
    }
}

/// Joins a name with the acronym in parentheses right after it, whatever letters that takes: `Italian Episcopal Conference (CEI)`.
fn join_parentheses(document: &Document, mentions: &[Mention], forms: &[Form<'_>], form_of: &[usize], parent: &mut [usize]) {
    for (pair, index) in mentions.windows(2).zip(0..) {
        let between = document.text().get(pair[0].span.end..pair[1].span.start).map(str::trim);
        let (full, short) = (&forms[form_of[index]], &forms[form_of[index + 1]]);
        let is_acronym = short.words.len() == 1 && short.written.chars().filter(|sign| sign.is_uppercase()).count() > 1;
        let is_closed = document.text()[pair[1].span.end..].starts_with(')');
        let are_bodies = full.entity_type != EntityType::Person && short.entity_type != EntityType::Person;
        if between == Some("(") && is_closed && is_acronym && are_bodies && full.words.len() > 1 {
            union(parent, form_of[index + 1], form_of[index]);
        }
    }
}

/// Joins forms that stand for the same country or body, and forms that differ in capitals or an article alone.
fn join_aliases(forms: &[Form<'_>], parent: &mut [usize]) {
    let mut known: FxHashMap<(String, EntityType), usize> = FxHashMap::default();
    for (index, form) in forms.iter().enumerate() {
        let bare = form.written.strip_prefix("The ").unwrap_or(form.written);
        let mut small = aliases::fullest(bare).to_lowercase();
        if matches!(form.entity_type, EntityType::Group | EntityType::Other) && form.words.len() == 1 {
            // `Democrats`, `Democratic` and `Democrat`
            let stem = small.strip_suffix('s').unwrap_or(&small);
            let stem = stem.strip_suffix("ic").unwrap_or(stem);
            small.truncate(stem.len());
        }
        let key = (small, form.entity_type);
        match known.get(&key) {
            Some(first) if form.address.speaks_against(forms[*first].address) => {}
            Some(first) => union(parent, index, *first),
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
        for (index, form) in forms.iter().enumerate().filter(|(_, form)| form.words.len() > 1 || form.numeral.is_some()) {
            for word in &form.words {
                holders.by_word.entry(*word).or_default().push(index);
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

/// The forms that the form at `short` may abbreviate: of those of one entity the fullest, and one entity alone where it can be told.
fn fuller_forms(forms: &[Form<'_>], holders: &Holders<'_>, parent: &[usize], short: usize) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for index in holders.candidates(&forms[short]) {
        let full = &forms[index];
        if index == short || !abbreviates(&forms[short], full) || find(parent, index) == find(parent, short) {
            continue;
        }
        // The fuller of two forms of one person: `Brandt`, `Ana Brandt`, `Ana Lucia Brandt`.
        let same = found.iter_mut().find(|other| {
            let other = **other;
            find(parent, other) == find(parent, index) || abbreviates(&forms[other], full) || abbreviates(full, &forms[other])
        });
        match same {
            Some(other) if abbreviates(&forms[*other], full) => *other = index,
            Some(_) => {}
            None => found.push(index),
        }
    }
    found
}

fn union(parent: &mut [usize], one: usize, other: usize) {
    let (one, other) = (find(parent, one), find(parent, other));
    parent[one] = other;
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
    let mut commonest: Vec<FxHashMap<EntityType, usize>> = Vec::new();
    for form in form_of {
        let root = find(parent, *form);
        let group = *group_of_root.entry(root).or_insert_with(|| {
            groups.names.push(forms[*form].written);
            groups.types.push(forms[root].entity_type);
            commonest.push(FxHashMap::default());
            groups.count += 1;
            groups.count - 1
        });
        let name = &mut groups.names[group];
        if is_fuller(forms[*form].written, name) {
            *name = forms[*form].written;
        }
        *commonest[group].entry(forms[*form].entity_type).or_default() += 1;
        groups.of_mention.push(group);
    }
    for (entity_type, counts) in groups.types.iter_mut().zip(&commonest) {
        // of equally common types the first in their order
        let best = counts.iter().max_by_key(|(other, count)| (**count, std::cmp::Reverse(**other)));
        *entity_type = best.map_or(*entity_type, |(best, _)| *best);
    }
    groups
}

/// Whether `name` says more than `other`: more words, then more letters, but not for being in capitals.
fn is_fuller(name: &str, other: &str) -> bool {
    let weight = |text: &str| (text.split(' ').count(), text.len());
    weight(name) > weight(other)
}
