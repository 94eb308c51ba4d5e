//! Claims of the outlet itself, and of the source before where its attribution plainly runs on.

use super::claimant::{chain_of, claimant_of};
use super::clause::is_clause;
use super::quoted::Piece;
use super::reading::Voice;
use super::split::relative_claim;
use super::statement::{Origin, claim, claims as claims_of};
use super::words::{Part, Words};
use super::worth::Worth;
use crate::annotation::{Claim, ClaimantVia, EntityCluster, Quotation, QuotationKind};
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::VerbForms;
use crate::text::Sentence;

/// How sure a claimant is that is carried over from the sentence before, as a share of the first.
const CARRIED_SHARE: f32 = 0.6;
/// Cues after which the next sentence may go on in the same voice.
const REPORTS: &[&str] =
    &["report", "say", "state", "add", "note", "find", "show", "write", "claim", "reveal", "explain", "according to", "according"];

/// Claims of what the quotations leave of each sentence; `in_sentence` holds what they take.
pub(super) fn claims(
    words: &Words<'_>,
    quotations: &[Quotation],
    in_sentence: &[Vec<Piece>],
    entities: &[EntityCluster],
    worth: &Worth<'_>,
) -> Vec<Claim> {
    let mut claims = Vec::new();
    let mut carried: Option<(usize, usize)> = None;
    for (index, sentence) in words.document.sentences().iter().enumerate() {
        let pieces = &in_sentence[index];
        if let Some(last) = pieces.last() {
            carried =
                Some(last.quotation).filter(|quotation| runs_on(&quotations[*quotation], sentence)).map(|quotation| (quotation, index));
            claims.extend(frame(words, sentence, pieces, quotations, entities, worth));
            continue;
        }
        if announces(words, sentence) {
            continue;
        }
        let tokens: Vec<usize> = sentence.tokens.indices().collect();
        let from = carried.filter(|(_, from)| from + 1 == index && words.document.sentences()[*from].block == sentence.block);
        let origin = match from {
            Some((quotation, _)) if carries_over(words, sentence) => {
                carried = Some((quotation, index));
                carried_over(words, &quotations[quotation], quotation, entities)
            }
            _ => Origin::narration(),
        };
        claims.extend(claims_of(words, &tokens, &origin, worth));
    }
    claims
}

/// Whether the sentence says no more than whose words follow it: `The Herald reported:`.
fn announces(words: &Words<'_>, sentence: &Sentence) -> bool {
    let end = sentence.tokens.end;
    let tells = |index: usize| words.get(index).reports || words.is_any(index, &["reads", "read"]);
    sentence.tokens.len() > 2 && words.part(end - 1) == Part::Colon && tells(end - 2)
}

/// Whether the quotation is reported speech that ends with its sentence: `X reports that …`.
fn runs_on(quotation: &Quotation, sentence: &Sentence) -> bool {
    let cue = quotation.attribution.cue.as_ref();
    quotation.kind != QuotationKind::Direct
        && quotation.span().end + 2 >= sentence.span.end
        && quotation.attribution.source.is_some()
        && cue.is_some_and(|cue| cue.span.end <= quotation.span().start && REPORTS.contains(&cue.lemma.as_str()))
}

/// Whether the sentence goes on in the voice before it: `And …`, `But …`, `It also …`.
fn carries_over(words: &Words<'_>, sentence: &Sentence) -> bool {
    let first = sentence.tokens.start;
    let connects = words.is_any(first, &["and", "but", "also", "moreover", "furthermore", "additionally"]);
    connects || words.is_any(first, &["it", "they"]) && words.is_any(first + 1, &["also"])
}

fn carried_over(words: &Words<'_>, quotation: &Quotation, index: usize, entities: &[EntityCluster]) -> Origin {
    let mut claimant = claimant_of(words.document, quotation, entities);
    claimant.via = ClaimantVia::CarriedOver;
    claimant.span = None;
    claimant.score *= CARRIED_SHARE;
    Origin { claimant, chain: chain_of(words.document, quotation), quotation: Some(index), voice: Voice::Reported }
}

/// The outlet's claims in a sentence that attributes: a main clause before the attribution (`The union sued in May, saying …`), and relative
/// clauses with a figure or a date (`said Brandt, who took over in 2019`).
fn frame(
    words: &Words<'_>,
    sentence: &Sentence,
    pieces: &[Piece],
    quotations: &[Quotation],
    entities: &[EntityCluster],
    worth: &Worth<'_>,
) -> Vec<Claim> {
    let is_quoted = |index: usize| {
        let span = words.span(index);
        pieces.iter().flat_map(|piece| &piece.places).any(|place| place.contains(span))
    };
    let tokens: Vec<usize> = sentence.tokens.indices().filter(|index| !is_quoted(*index)).collect();
    let mut claims = opening_clause(words, &tokens, sentence, pieces, quotations, worth);
    let behind = claims.last().map_or(0, |claim| claim.span().end);
    let mut at = 0;
    while at < tokens.len() {
        let run = at + tokens[at..].iter().enumerate().take_while(|(offset, index)| **index == tokens[at] + offset).count();
        let run_tokens = &tokens[..run];
        match relative_claim(words, run_tokens, at).filter(|_| words.span(tokens[at]).start >= behind) {
            Some((clause, end)) => {
                // right behind the words of somebody else it is theirs
                let comma = words.span(tokens[at]).start;
                let follows = |piece: &&Piece| {
                    quotations[piece.quotation].kind != QuotationKind::Direct && piece.places.iter().any(|place| place.end == comma)
                };
                let origin = pieces.iter().find(follows).map_or_else(Origin::narration, |piece| {
                    Origin::quotation(words, &quotations[piece.quotation], piece.quotation, entities, Voice::Reported)
                });
                claims.extend(claim(words, &clause, &origin, worth));
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    claims
}

/// The claims of the main clause that the attribution follows.
fn opening_clause(
    words: &Words<'_>,
    tokens: &[usize],
    sentence: &Sentence,
    pieces: &[Piece],
    quotations: &[Quotation],
    worth: &Worth<'_>,
) -> Vec<Claim> {
    let Some(attribution) = pieces.iter().map(|piece| attribution_start(words, sentence, piece, &quotations[piece.quotation])).min() else {
        return Vec::new();
    };
    let before: Vec<usize> = tokens.iter().copied().take_while(|index| words.span(*index).end <= attribution).collect();
    let starts_sentence = before.first() == Some(&sentence.tokens.start)
        && before.last().is_some_and(|last| last + 1 - sentence.tokens.start == before.len());
    let joint = before
        .iter()
        .rposition(|index| matches!(words.part(*index), Part::Comma | Part::Semicolon) || words.is(*index, FunctionWord::Conjunction));
    let Some(joint) = joint else { return Vec::new() };
    let clause = &before[..joint];
    let is_adverbial = clause.first().is_some_and(|index| words.is(*index, FunctionWord::Preposition))
        && !clause.iter().any(|index| words.part(*index) == Part::Comma);
    // the conjunction joins nouns of what attributes
    let joins_nouns = words.is(before[joint], FunctionWord::Conjunction) && joint + 1 < before.len();
    if !starts_sentence || clause.len() < 3 || is_adverbial || joins_nouns || !is_clause(words, clause) {
        return Vec::new();
    }
    claims_of(words, clause, &Origin::narration(), worth)
}

/// Where the attribution of the piece begins: at its source, cue or content, whichever is first; at the cue where that is a participle.
fn attribution_start(words: &Words<'_>, sentence: &Sentence, piece: &Piece, quotation: &Quotation) -> usize {
    let content = piece.places.first().map_or(sentence.span.start, |place| place.start);
    let cue = quotation.attribution.cue.as_ref().map(|cue| cue.span).filter(|cue| sentence.span.contains(*cue));
    let source =
        quotation.attribution.source.as_ref().map(|source| source.span.start).filter(|start| sentence.span.contains_offset(*start));
    // `, saying`, `and said`: the subject stands in the clause before
    let shares_subject = cue.is_some_and(|cue| {
        let tokens = words.document.tokens_in(cue);
        let before = tokens.start.checked_sub(1).map(|before| words.part(before));
        let is_participle = words.get(tokens.start).forms.any(VerbForms::GERUND);
        !tokens.is_empty() && (is_participle && before == Some(Part::Comma) || before == Some(Part::Function(FunctionWord::Conjunction)))
    });
    let named = if shares_subject { None } else { source };
    [Some(content), cue.map(|cue| cue.start), named].into_iter().flatten().min().unwrap_or(content)
}
