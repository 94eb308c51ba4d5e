//! What the rules say to the network's quotations: edges, sources, addressees, and which content is whose.

use super::draft::Draft;
use super::kept::is_kept;
use super::labels::TRANSCRIPT;
use super::reading::Reading;
use super::tagged::{ACCORDING_TO, BY_MODEL};
use super::word::Part;
use crate::text::TokenRange;

/// Score from which on the network's source stands against another one of the rules.
const SURE: f32 = 0.5;

/// Rules without a cue that tell of somebody else than the speaker before.
const SPEAKS_ALONE: [&str; 2] = ["dash_speaker", "dialogue_turn"];

/// A content that stands before the paragraph of its cue is joined to it where the network is this sure.
const SURE_OF_LINK: f32 = 0.5;

/// Lets one quotation of the rules say its word on those of the network that it overlaps. Marks with a cue between them are not to be
/// trusted: the one that closes them is missing.
pub(super) fn settle(reading: &Reading<'_>, rule: &Draft, drafts: &mut Vec<Draft>) {
    // whoever speaks in a transcript is named before the words, and what others say in them is theirs
    if rule.rule == TRANSCRIPT {
        drafts.retain(|draft| shared(rule, draft) == 0);
    }
    let touched: Vec<usize> = (0..drafts.len()).filter(|index| shared(rule, &drafts[*index]) > 0).collect();
    if touched.is_empty() {
        if is_kept(reading, rule) {
            drafts.push(rule.clone());
        }
        return;
    }
    let parts = || touched.iter().flat_map(|index| &drafts[*index].parts).filter(|part| inside(**part, rule) > 0);
    let attributed_within = touched.iter().any(|index| drafts[*index].cue.is_some_and(|cue| inside(cue.range, rule) > 0));
    let is_within = || parts().all(|part| 5 * inside(*part, rule) >= 4 * part.len());
    if is_quoted(reading, rule) && !attributed_within && (rule.rule == "dash_speaker" || is_within()) {
        take_parts(reading, rule, &touched, drafts);
        return;
    }
    if set_free(reading, rule, &touched, drafts) {
        return;
    }
    let close = touched.iter().copied().find(|index| 2 * shared(rule, &drafts[*index]) > size(&drafts[*index]).max(size(rule)));
    if let Some(close) = close {
        complete(reading, rule, &mut drafts[close]);
    }
}

/// Takes a content that the network joined to the cue of another sentence from there, where the rule has its cue beside it.
fn set_free(reading: &Reading<'_>, rule: &Draft, touched: &[usize], drafts: &mut Vec<Draft>) -> bool {
    let (Some(cue), Some(_), [part]) = (rule.cue, rule.source, rule.parts.as_slice()) else { return false };
    let sentence = reading.sentence(part.start).start;
    if reading.sentence(cue.range.start).start != sentence {
        return false;
    }
    let is_same = |other: &TokenRange| 5 * overlap(*part, *other) >= 4 * other.len().max(part.len());
    let foreign = touched.iter().copied().find(|index| {
        let draft = &drafts[*index];
        let elsewhere = draft.cue.is_some_and(|other| reading.sentence(other.range.start).start != sentence);
        elsewhere && draft.parts.len() > 1 && draft.parts.iter().any(is_same)
    });
    let Some(index) = foreign else { return false };
    drafts[index].parts.retain(|other| !is_same(other));
    drafts.push(rule.clone());
    true
}

/// Whether all words of `rule` stand between marks.
fn is_quoted(reading: &Reading<'_>, rule: &Draft) -> bool {
    rule.parts.iter().all(|part| part.indices().all(|index| reading.quoted[index] || is_sign(reading, index)))
}

/// Makes one quotation of all that the network found between the marks of `rule`, with the rule's edges.
///
/// It stays with the network's quotation that has the rule's cue, or that holds nothing else; a part that the network joined to the cue of
/// another paragraph is set free.
fn take_parts(reading: &Reading<'_>, rule: &Draft, touched: &[usize], drafts: &mut Vec<Draft>) {
    let holds_nothing_else = |draft: &Draft| draft.parts.iter().all(|part| inside(*part, rule) > 0);
    let may_go_on = |draft: &Draft| {
        let is_behind = rule.parts.first().is_some_and(|part| draft.cue.is_none_or(|cue| cue.range.start < part.end));
        rule.cue.is_none() && !SPEAKS_ALONE.contains(&rule.rule) && (is_behind || draft.source_score >= SURE_OF_LINK)
    };
    let home = touched.iter().copied().find(|index| shares_cue(rule, &drafts[*index]));
    let home = home.or_else(|| touched.iter().copied().find(|index| holds_nothing_else(&drafts[*index]) || may_go_on(&drafts[*index])));
    for index in touched {
        drafts[*index].parts.retain(|part| inside(*part, rule) == 0);
    }
    match home {
        Some(home) => {
            drafts[home].parts.extend_from_slice(&rule.parts);
            drafts[home].parts.sort_unstable();
            complete(reading, rule, &mut drafts[home]);
            let is_sure = drafts[home].source.is_some() && drafts[home].source_score >= SURE;
            // `“…,” Brandt wrote in May, according to prosecutors`: she wrote it, they pass it on
            let is_passed_on = passes_on(&drafts[home]) && !passes_on(rule);
            let tells_source = (rule.cue.is_some() && (!is_sure || is_passed_on)) || SPEAKS_ALONE.contains(&rule.rule);
            if rule.source.is_some() && tells_source && drafts[home].rule == BY_MODEL {
                (drafts[home].source, drafts[home].cue) = (rule.source, rule.cue);
                (drafts[home].rule, drafts[home].source_score) = (rule.rule, rule.source_score);
            }
        }
        None => drafts.push(rule.clone()),
    }
    drop_rivals(rule, drafts);
    drafts.retain(|draft| !draft.parts.is_empty());
}

/// One cue has one quotation: what the network gave the cue of `rule` beside its content goes.
fn drop_rivals(rule: &Draft, drafts: &mut [Draft]) {
    for draft in drafts.iter_mut().filter(|draft| shared(rule, draft) == 0) {
        if shares_cue(rule, draft) {
            draft.parts.clear();
        }
    }
}

fn inside(part: TokenRange, rule: &Draft) -> usize {
    rule.parts.iter().map(|own| overlap(*own, part)).sum()
}

fn is_sign(reading: &Reading<'_>, index: usize) -> bool {
    !reading.document.word(index).contains(char::is_alphanumeric)
}

/// Fills in what the network left open of a quotation that the rules found too, and gives it the rule's name where both agree.
fn complete(reading: &Reading<'_>, rule: &Draft, draft: &mut Draft) {
    if passes_on(draft) && !passes_on(rule) && rule.source.is_some() && rule.cue.is_some_and(|cue| is_free_of(draft, cue.range)) {
        (draft.source, draft.cue, draft.rule, draft.source_score) = (rule.source, rule.cue, rule.rule, rule.source_score);
    }
    // a source in another sentence than its cue, where the rule has one beside it: `Trent, who left in May, told …`
    if let (Some(cue), Some(own), Some(other)) = (draft.cue, rule.source, draft.source)
        && shares_cue(rule, draft)
    {
        let sentence = reading.sentence(cue.range.start);
        let is_beside = |source: TokenRange| sentence.indices().contains(&source.start);
        if is_beside(own) && !is_beside(other) {
            (draft.source, draft.rule, draft.source_score) = (rule.source, rule.rule, rule.source_score);
        }
    }
    let same_source = match (rule.source, draft.source) {
        (Some(own), Some(other)) => overlap(own, other) > 0,
        (own, other) => own.is_none() && other.is_none(),
    };
    if draft.source.is_none() && rule.source.is_some() {
        draft.source = rule.source;
        draft.cue = draft.cue.or(rule.cue);
        draft.source_score = rule.source_score;
        draft.rule = rule.rule;
    }
    if same_source {
        draft.cue = rule.cue.or(draft.cue);
        draft.rule = rule.rule;
        draft.source = draft.source.zip(rule.source).map(|(own, other)| {
            let whole = whole(draft, own, other);
            if is_closed(reading, rule) { TokenRange::new(whole.start, whole.end.min(other.end)) } else { whole }
        });
    }
    // whom another verb of the sentence speaks to was told it later
    if draft.cue.is_none() || shares_cue(rule, draft) {
        draft.addressee = rule.addressee;
    }
}

/// Whether all that is said follows the source of `rule` and a comma, so that nothing there belongs to it: `According to the Post, Brandt …`.
fn is_closed(reading: &Reading<'_>, rule: &Draft) -> bool {
    let Some(source) = rule.source.filter(|_| passes_on(rule)) else { return false };
    reading.part(source.end) == Part::Comma && rule.parts.iter().all(|part| part.start > source.end)
}

/// Whether both have the same cue.
fn shares_cue(rule: &Draft, draft: &Draft) -> bool {
    rule.cue.zip(draft.cue).is_some_and(|(own, other)| overlap(own.range, other.range) > 0)
}

/// Whether the source of `draft` may only pass on what another said.
fn passes_on(draft: &Draft) -> bool {
    draft.cue.is_some_and(|cue| cue.lemma == ACCORDING_TO)
}

/// Whether no part of `draft` reaches into `range`.
fn is_free_of(draft: &Draft, range: TokenRange) -> bool {
    draft.parts.iter().all(|part| part.end <= range.start || range.end <= part.start)
}

/// The source that two readings of it make up, its appositions included; that of the network where more than it lies between.
fn whole(draft: &Draft, own: TokenRange, other: TokenRange) -> TokenRange {
    let hull = TokenRange::new(own.start.min(other.start), own.end.max(other.end));
    let is_free = |range: TokenRange| range.end <= hull.start || hull.end <= range.start;
    let stands_alone = draft.cue.is_none_or(|cue| is_free(cue.range)) && draft.parts.iter().all(|part| is_free(*part));
    if stands_alone { hull } else { own }
}

fn size(draft: &Draft) -> usize {
    draft.parts.iter().map(|part| part.len()).sum()
}

fn shared(a: &Draft, b: &Draft) -> usize {
    a.parts.iter().flat_map(|part| b.parts.iter().map(|other| overlap(*part, *other))).sum()
}

fn overlap(a: TokenRange, b: TokenRange) -> usize {
    a.end.min(b.end).saturating_sub(a.start.max(b.start))
}
