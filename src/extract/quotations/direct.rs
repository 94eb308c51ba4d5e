//! Stretches between marks whose cue stands after, inside or before them.

use super::clause::{Beside, CueClause, cue_clause, unknown_verb_clause};
use super::cue::{Voice, cue_verb};
use super::draft::{Draft, DraftCue, Findings};
use super::main_subject::main_subject;
use super::noun_phrase::subject_before;
use super::reading::Reading;
use super::word::Part;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::reporting_verbs::{SPEECH, VerbForm};
use crate::text::TokenRange;

/// Farthest that a cue is looked for in front of an opening mark, in tokens.
const REACH_BEFORE: usize = 28;

/// Most paragraphs that one quotation carries on over: a text whose marks all stay open is no speech, and work on it stays bounded.
const MOST_PARAGRAPHS: usize = 64;

/// Finds the stretches of `reading` with a cue of their own.
pub(super) fn direct(reading: &Reading<'_>, findings: &mut Findings) {
    let mut index = 0;
    while index < reading.stretches.len() {
        let group_end = continued(reading, index);
        if findings.is_taken(reading.stretches[index].open) {
            index = group_end;
            continue;
        }
        let draft = after(reading, findings, index, group_end).or_else(|| before(reading, findings, index, group_end));
        match draft {
            Some((draft, next)) => {
                findings.add(draft);
                index = next;
            }
            None => index = group_end,
        }
    }
}

/// One past the last stretch that carries on the one at `index` over paragraphs: no closing mark, and the next paragraph opens again.
pub(super) fn continued(reading: &Reading<'_>, index: usize) -> usize {
    let mut last = index;
    while let (Some(current), Some(next)) = (reading.stretches.get(last), reading.stretches.get(last + 1)) {
        let opens_paragraph = next.open == current.inside.end && next.block != current.block;
        let may_go_on = last - index < MOST_PARAGRAPHS && may_carry_on(reading, current.open);
        if current.close.is_some() || !opens_paragraph || !may_go_on {
            break;
        }
        last += 1;
    }
    last + 1
}

/// Whether the mark at `open` begins a quotation that may carry on: at the start of a sentence or after a sign, not amid words.
fn may_carry_on(reading: &Reading<'_>, open: usize) -> bool {
    reading.sentence(open).start == open || matches!(reading.part(open - 1), Part::Comma | Part::Colon | Part::Dash)
}

fn parts(reading: &Reading<'_>, from: usize, to: usize) -> Vec<TokenRange> {
    reading.stretches[from..to].iter().map(|stretch| stretch.inside).collect()
}

/// `“…,” she said.`, `The dam is “safe,” she said. “It holds.”` Gives the draft and the first stretch behind it.
fn after(reading: &Reading<'_>, findings: &Findings, first: usize, group_end: usize) -> Option<(Draft, usize)> {
    let clause = clause_after(reading, group_end - 1)?;
    let open = reading.stretches[first].open;
    let sentence_start = reading.sentence(open).start;
    let left = findings.free_from(sentence_start, open);
    let mut content = parts(reading, first, group_end);
    let has_words_before = (left..open).any(|index| reading.words[index].is_noun_like());
    let is_apart = open > left && matches!(reading.part(open - 1), Part::Colon | Part::Dash | Part::Open);
    if has_words_before && !is_apart {
        if clause.is_participle {
            return None;
        }
        content[0] = TokenRange::new(left, content[0].end);
    }
    let next = join_following(reading, &clause, group_end, &mut content);
    let source_score = if clause.source.is_some() { 0.95 } else { 0.3 };
    let rule = if group_end > first + 1 { "continued_paragraph" } else { clause.rule };
    let draft = Draft {
        parts: content,
        source: clause.source,
        cue: Some(clause.cue),
        addressee: clause.addressee,
        rule,
        source_score,
        score: 0.95,
    };
    Some((draft, next))
}

/// The attributing clause that follows the stretch at `index`.
pub(super) fn clause_after(reading: &Reading<'_>, index: usize) -> Option<CueClause> {
    let stretch = &reading.stretches[index];
    let close = stretch.close?;
    let at = close + 1;
    if at >= reading.words.len() || reading.block(at) != stretch.block {
        return None;
    }
    let last = reading.part(stretch.inside.end - 1);
    let begins_sentence = reading.sentence(stretch.open).start == stretch.open;
    let beside = match last {
        Part::Stop if reading.is_word(stretch.inside.end - 1, ".") && reading.words[at].is_capital => return None,
        Part::Stop | Part::Ellipsis => Beside::FinishedQuotation,
        Part::Comma | Part::Dash => Beside::Quotation,
        _ if matches!(reading.part(at), Part::Comma | Part::Dash) => Beside::Words,
        _ if begins_sentence => Beside::FinishedQuotation,
        _ => return None,
    };
    let limit = reading.sentence(at).end;
    let known = cue_clause(reading, at, limit, beside).or_else(|| super::according::clause(reading, at, limit));
    let may_be_unknown = begins_sentence && last == Part::Comma;
    known.or_else(|| may_be_unknown.then(|| unknown_verb_clause(reading, at, limit)).flatten())
}

/// Adds the stretches that go on behind `clause` to `content`; gives the first stretch that does not.
fn join_following(reading: &Reading<'_>, clause: &CueClause, from: usize, content: &mut Vec<TokenRange>) -> usize {
    let same_sentence = reading.stretches.get(from).is_some_and(|next| next.open < reading.sentence(clause.cue.range.start).end);
    let rest_start = clause.source.map_or(clause.cue.range.end, |source| source.end.max(clause.cue.range.end));
    let leads_on = |index: usize| {
        let is_gerund = reading.words[index].verb.is_some_and(|verb| verb.verb.takes(SPEECH) && verb.form == VerbForm::Gerund);
        reading.is(index, FunctionWord::That) || is_gerund
    };
    if same_sentence && (rest_start..clause.end).any(leads_on) {
        return from;
    }
    // `“…,” she said on “Good Morning Norland”`
    let runs_into_marks = reading.stretches.get(from).is_some_and(|next| next.open == clause.end && is_title(reading, next.inside));
    if same_sentence && runs_into_marks && !matches!(reading.part(clause.end - 1), Part::Comma | Part::Dash | Part::Colon) {
        return from;
    }
    join_adjacent(reading, clause.end, from, content)
}

/// Whether `inside` is written like a title: no word of an open class without a capital.
fn is_title(reading: &Reading<'_>, inside: TokenRange) -> bool {
    inside.indices().all(|index| reading.part(index) != Part::Plain) && inside.indices().any(|index| reading.part(index) == Part::Name)
}

/// Adds the stretches from `from` on that follow `at` and each other with nothing but signs between, and have no clause of their own.
fn join_adjacent(reading: &Reading<'_>, at: usize, from: usize, content: &mut Vec<TokenRange>) -> usize {
    let mut end = at;
    let mut index = from;
    while let Some(stretch) = reading.stretches.get(index) {
        let is_adjacent = stretch.open >= end
            && (end..stretch.open).all(|sign| {
                matches!(reading.part(sign), Part::Comma | Part::Stop | Part::Semicolon | Part::Colon | Part::Dash | Part::Ellipsis)
            })
            && reading.block(stretch.open) == reading.block(end.saturating_sub(1));
        let group_end = continued(reading, index);
        if !is_adjacent || clause_after(reading, group_end - 1).is_some() || !stands_alone(reading, index) {
            break;
        }
        content.extend(parts(reading, index, group_end));
        end = reading.stretches[group_end - 1].end();
        index = group_end;
    }
    index
}

/// Whether the stretch at `index` is a sentence of its own or the end of one, no piece of a sentence that goes on.
pub(super) fn stands_alone(reading: &Reading<'_>, index: usize) -> bool {
    let stretch = &reading.stretches[index];
    let last = reading.part(stretch.inside.end - 1);
    let end = stretch.end();
    let sentence_goes_on =
        end < reading.words.len() && reading.sentence(stretch.inside.end - 1).end > end && reading.words[end].is_noun_like();
    matches!(last, Part::Stop | Part::Ellipsis | Part::Dash | Part::Comma) || stretch.close.is_none() || !sentence_goes_on
}

/// `She said, “…”`, `Brandt told reporters: “…”`. Gives the draft and the first stretch behind it.
fn before(reading: &Reading<'_>, findings: &Findings, first: usize, group_end: usize) -> Option<(Draft, usize)> {
    let stretch = &reading.stretches[first];
    let preposed = cue_before(reading, findings, stretch.open)?;
    let first_word = reading.words[stretch.inside.start];
    let after_sign = matches!(reading.part(stretch.open - 1), Part::Comma | Part::Colon | Part::Dash);
    let is_sentence = first_word.is_capital && (stretch.inside.len() > 3 || after_sign) && stands_alone(reading, group_end - 1);
    let is_announced = after_sign && stretch.inside.len() > 1;
    if !is_sentence && !is_announced {
        return None;
    }
    let mut content = parts(reading, first, group_end);
    let next = join_adjacent(reading, reading.stretches[group_end - 1].end(), group_end, &mut content);
    Some((Draft { parts: content, ..preposed }, next))
}

/// The cue in front of the opening mark at `open`, as a draft without content.
fn cue_before(reading: &Reading<'_>, findings: &Findings, open: usize) -> Option<Draft> {
    let last = open.checked_sub(1)?;
    if !matches!(reading.part(last), Part::Comma | Part::Colon | Part::Dash) && reading.sentence(open).start == open {
        return None;
    }
    let sentence = reading.sentence(last);
    let floor = findings.free_from(sentence.start, last);
    let by_verb = (floor.max(last.saturating_sub(REACH_BEFORE))..=last)
        .rev()
        .take_while(|index| !reading.quoted[*index] && !matches!(reading.part(*index), Part::Mark | Part::Stop | Part::Semicolon))
        .find_map(|index| verb_before(reading, index, floor, open));
    by_verb.or_else(|| colon_speaker(reading, floor, last))
}

fn verb_before(reading: &Reading<'_>, index: usize, floor: usize, open: usize) -> Option<Draft> {
    let found = reading.words[index].verb.filter(|found| found.verb.takes(SPEECH))?;
    let cue = cue_verb(reading, index, floor)?;
    let leads_elsewhere = (index + 1..open)
        .any(|at| matches!(reading.part(at), Part::Function(FunctionWord::Auxiliary | FunctionWord::SubjectPronoun | FunctionWord::That)));
    let last = reading.part(open - 1);
    let after_sign = matches!(last, Part::Comma | Part::Colon);
    let reaches =
        after_sign || index + 1 == open || super::clause::addressee_after(reading, index + 1, open).is_some_and(|range| range.end == open);
    if !reaches || (leads_elsewhere && last != Part::Colon) {
        return None;
    }
    let source = match cue.voice {
        Voice::Finite => {
            subject_before(reading, floor, cue.group.start).or_else(|| main_subject(reading, reading.sentence(index), cue.group.start))
        }
        Voice::Gerund | Voice::Infinitive => main_subject(reading, reading.sentence(index), cue.group.start),
        Voice::Passive => None,
    };
    let takes_addressee = found.verb.takes(crate::lexicon::reporting_verbs::ADDRESSEE);
    let addressee = takes_addressee.then(|| super::clause::addressee_after(reading, index + 1, open)).flatten();
    let source_score = if source.is_some() { 0.9 } else { 0.3 };
    let rule = if last == Part::Colon { "verb_and_colon" } else { "verb_before_quotation" };
    Some(Draft { parts: Vec::new(), source, cue: Some(DraftCue::of(cue.verb, cue.group)), addressee, rule, source_score, score: 0.9 })
}

/// `Brandt: “…”`, and `She had one answer: “…”`.
fn colon_speaker(reading: &Reading<'_>, floor: usize, colon: usize) -> Option<Draft> {
    if reading.part(colon) != Part::Colon {
        return None;
    }
    let before = TokenRange::new(floor, colon);
    if let Some(source) = named_by_from(reading, before) {
        let cue = DraftCue { range: TokenRange::new(source.start - 1, source.start), lemma: "from" };
        return Some(Draft {
            parts: Vec::new(),
            source: Some(source),
            cue: Some(cue),
            addressee: None,
            rule: "colon_speaker",
            source_score: 0.85,
            score: 0.85,
        });
    }
    let is_label = before.len() <= 8
        && before.indices().all(|index| !reading.is(index, FunctionWord::Auxiliary))
        && before.indices().any(|index| reading.part(index) == Part::Name);
    let source = if is_label { reading.trimmed(before) } else { main_subject(reading, before, colon) };
    let cue = DraftCue { range: TokenRange::new(colon, colon + 1), lemma: ":" };
    let source_score = if source.is_some() { 0.7 } else { 0.2 };
    Some(Draft { parts: Vec::new(), source, cue: Some(cue), addressee: None, rule: "colon_speaker", source_score, score: 0.8 })
}

/// `And from Chairwoman Brandt, who leads the panel:` or `From Brandt, this:`
fn named_by_from(reading: &Reading<'_>, before: TokenRange) -> Option<TokenRange> {
    let from = before.indices().take(4).find(|index| reading.is_word(*index, "from"))?;
    let opens = (before.start..from)
        .all(|index| matches!(reading.part(index), Part::Function(FunctionWord::Conjunction | FunctionWord::Adverb) | Part::Comma));
    let source = super::noun_phrase::phrase_after(reading, from + 1, before.end)?;
    let rest = TokenRange::new(source.end, before.end);
    let is_all = rest
        .indices()
        .all(|index| reading.part(index) == Part::Comma || reading.is_any(index, &["this", "came", "there", "was", "a", "reply"]));
    (opens && is_all).then_some(source)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{found, rules};

    #[test]
    fn a_title_behind_the_clause_is_no_further_part() {
        assert_eq!(found("“It holds,” Brandt said on NBC's “Meet the Crew”."), ["Brandt | said | It holds,"]);
        assert_eq!(found("“It holds,” Brandt said, “For Now.”"), ["Brandt | said | It holds, … For Now."]);
    }

    #[test]
    fn cue_and_source_after_the_quotation() {
        assert_eq!(found("“The dam will hold,” Ana Brandt said."), ["Ana Brandt | said | The dam will hold,"]);
        assert_eq!(
            found("\"The dam will hold,\" said Mayor Ana Brandt, a former diver."),
            ["Mayor Ana Brandt, a former diver | said | The dam will hold,"]
        );
        assert_eq!(found("“Why now?” she asked."), ["she | asked | Why now?"]);
    }

    #[test]
    fn a_cue_inside_makes_one_quotation_of_two_parts() {
        assert_eq!(found("“The dam,” Brandt said, “will hold.” Crews left."), ["Brandt | said | The dam, … will hold."]);
        assert_eq!(found("“The dam will hold,” Brandt said. “We checked it.”"), ["Brandt | said | The dam will hold, … We checked it."]);
    }

    #[test]
    fn two_cues_make_two_quotations() {
        assert_eq!(
            found("“The dam will hold,” Brandt said. “I doubt it,” Orlov replied."),
            ["Brandt | said | The dam will hold,", "Orlov | replied | I doubt it,"]
        );
    }

    #[test]
    fn cue_before_the_quotation() {
        assert_eq!(found("On Monday, Brandt told reporters: “The dam will hold.”"), ["Brandt | told | The dam will hold."]);
        assert_eq!(found("Brandt said, “The dam will hold.”"), ["Brandt | said | The dam will hold."]);
        assert_eq!(found("Orlov shook his head, saying, “Nobody asked us.”"), ["Orlov | saying | Nobody asked us."]);
        assert_eq!(rules("Brandt: “The dam will hold.”"), ["colon_speaker"]);
        assert_eq!(found("And from Chairwoman Brandt: “The dam will hold.”"), ["Chairwoman Brandt | from | The dam will hold."]);
    }

    #[test]
    fn a_quotation_runs_over_paragraphs() {
        let text = "“The dam will hold,” Brandt said. “We checked it.\n\n“Then we checked again.”";
        assert_eq!(found(text), ["Brandt | said | The dam will hold, … We checked it. … Then we checked again."]);
        assert_eq!(rules("“We checked it.\n\n“Then we checked again,” Brandt said."), ["continued_paragraph"]);
    }

    #[test]
    fn words_before_the_marks_belong_to_a_mixed_quotation() {
        assert_eq!(found("The dam is “as safe as a church,” Brandt said."), ["Brandt | said | The dam is “as safe as a church,”"]);
    }

    #[test]
    fn scare_quotes_titles_and_nicknames_are_no_quotations() {
        assert!(found("The “temporary” wall has stood for nine years.").is_empty());
        assert!(found("Her second novel, “The Long Tide,” came out in May.").is_empty());
        assert!(found("Ivan “The Otter” Orlov swims there each morning.").is_empty());
    }

    #[test]
    fn an_odd_mark_costs_its_paragraph_at_most() {
        let text = "The “temporary wall stands.\n\n“It will fall,” Orlov said.";
        assert_eq!(found(text), ["Orlov | said | It will fall,"]);
    }
}
