//! Claims of one story that say the same.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::fingerprint::Content;

/// Most claims with the same figures that are held against each other; a story with more tells of them in a table.
const MOST_COMPARED: usize = 24;
/// Least share of the smaller claim's words that two wordings of one event have in common.
const LEAST_SHARED: f64 = 0.6;
/// Fewer words in common than these say nothing.
const LEAST_WORDS: usize = 2;

/// For each claim the others that say the same, in order: those with the same content, and those with the same figures whose words overlap.
pub(super) fn same_as(contents: &[Content<'_>]) -> Vec<Vec<usize>> {
    let mut same: Vec<Vec<usize>> = vec![Vec::new(); contents.len()];
    let mut by_content = BTreeMap::<_, Vec<usize>>::new();
    let mut by_figures: BTreeMap<(&[String], &[&str]), Vec<usize>> = BTreeMap::new();
    for (index, content) in contents.iter().enumerate() {
        if content.words.len() + content.topic.len() + content.figures.len() < LEAST_WORDS {
            continue;
        }
        by_content.entry((&content.words, &content.figures, &content.dates, &content.marks)).or_default().push(index);
        if !content.figures.is_empty() {
            by_figures.entry((&content.figures, &content.marks)).or_default().push(index);
        }
    }
    for group in by_content.values() {
        link(group, &mut same, |_, _| true);
    }
    for group in by_figures.values() {
        link(group, &mut same, |first, second| overlap(&contents[first], &contents[second]));
    }
    for links in &mut same {
        links.sort_unstable();
        links.dedup();
    }
    same
}

/// Links the pairs of `group` that `fits` accepts, both ways.
fn link(group: &[usize], same: &mut [Vec<usize>], fits: impl Fn(usize, usize) -> bool) {
    let group = &group[..group.len().min(MOST_COMPARED)];
    for (position, first) in group.iter().enumerate() {
        for second in &group[position + 1..] {
            if fits(*first, *second) {
                same[*first].push(*second);
                same[*second].push(*first);
            }
        }
    }
}

/// Whether two claims with the same figures tell of one event: most words of the smaller one, and no other date.
fn overlap(first: &Content<'_>, second: &Content<'_>) -> bool {
    let all = |content: &Content<'_>| content.words.len() + content.topic.len();
    let has = |content: &Content<'_>, word: &Cow<'_, str>| {
        content.words.binary_search(word).or_else(|_| content.topic.binary_search(word)).is_ok()
    };
    let shared = first.words.iter().chain(&first.topic).filter(|word| has(second, word)).count();
    let smaller = all(first).min(all(second));
    let is_same_day = first.dates.is_empty() || second.dates.is_empty() || first.dates.iter().any(|date| second.dates.contains(date));
    let goes_one_way = ["rise", "fall"].iter().all(|way| {
        let goes = |content: &Content<'_>| content.words.iter().chain(&content.topic).any(|word| word == way);
        goes(first) == goes(second)
    });
    shared >= LEAST_WORDS && shared as f64 >= LEAST_SHARED * smaller as f64 && is_same_day && goes_one_way
}

#[cfg(test)]
mod tests {
    use super::*;

    fn content(words: &'static str, figures: &str, dates: &str) -> Content<'static> {
        let list = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let mut words: Vec<_> = words.split_whitespace().map(Cow::from).collect();
        words.sort_unstable();
        Content { words, figures: list(figures), dates: list(dates), ..Content::default() }
    }

    #[test]
    fn same_figures_and_words_say_the_same() {
        let contents = [
            content("ferry strike pier hurt", "40", ""),
            content("fog close quay", "", ""),
            content("hurt ferry pier", "40", "2026-03-02"),
        ];
        assert_eq!(same_as(&contents), [vec![2], vec![], vec![0]]);
    }

    #[test]
    fn another_figure_day_or_way_does_not() {
        let contents = [
            content("price cocoa rise", "4%", "2026-03"),
            content("price cocoa rise", "5%", "2026-03"),
            content("price cocoa rise", "4%", "2026-04"),
            content("price cocoa fall", "4%", "2026-03"),
        ];
        assert!(same_as(&contents).iter().all(Vec::is_empty));
    }
}
