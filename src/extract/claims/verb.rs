//! The verb group of a clause: modal, tense, voice.

use super::clause::verb_group;
use super::words::Words;
use crate::lexicon::WordKey;
use crate::lexicon::function_words::FunctionWord;
use crate::lexicon::verb_forms::VerbForms;

/// What the verb group of the main clause tells.
#[derive(Debug, Default)]
pub(super) struct Verb {
    /// The modal verb, in lower case: `would`; `going` for what is going to be.
    pub modal: Option<&'static str>,
    pub has_past: bool,
    pub has_perfect: bool,
    pub has_be: bool,
    pub has_got: bool,
    pub is_progressive: bool,
    pub is_passive: bool,
    pub is_state: bool,
    /// Index of the last word of the group.
    pub head: Option<usize>,
}

const MODALS: [&str; 12] = ["will", "would", "can", "could", "may", "might", "must", "shall", "should", "ought", "have-to", "going"];

/// Whether the word at `index` is a participle and no base form.
fn is_only_participle(words: &Words<'_>, index: usize) -> bool {
    let forms = words.get(index).forms;
    forms.any(VerbForms::PARTICIPLE) && !forms.any(VerbForms::BASE)
}

impl Verb {
    pub(super) fn read(words: &Words<'_>, tokens: &[usize], at: usize) -> Self {
        let group = verb_group(words, tokens, at);
        let mut verb = Self { head: group.last().copied(), ..Self::default() };
        for (place, index) in group.iter().enumerate() {
            let text = words.text(*index);
            let key = WordKey::new(text);
            verb.add(words, *index, key.as_ref().map_or(text, WordKey::as_str), place == 0);
        }
        verb.read_after(words, tokens, at, group.len());
        // `he'd touched`
        if verb.modal == Some("would") && group.len() > 1 && verb.head.is_some_and(|head| is_only_participle(words, head)) {
            (verb.modal, verb.has_perfect, verb.has_past) = (None, true, true);
        }
        verb
    }

    fn add(&mut self, words: &Words<'_>, index: usize, text: &str, is_first: bool) {
        let bare = text.strip_suffix("n't").map_or(text, |stem| match stem {
            "wo" => "will",
            "ca" => "can",
            stem => stem,
        });
        match bare {
            "cannot" => self.modal = Some("can"),
            "was" | "were" => (self.has_past, self.has_be) = (true, true),
            "is" | "are" | "am" | "be" | "been" | "being" | "ai" => self.has_be = true,
            "has" | "have" => self.has_perfect = true,
            "had" => (self.has_perfect, self.has_past) = (true, true),
            "did" => self.has_past = true,
            "do" | "does" => {}
            _ => self.add_other(words, index, bare, is_first),
        }
    }

    fn add_other(&mut self, words: &Words<'_>, index: usize, text: &str, is_first: bool) {
        if let Some(modal) = MODALS.iter().find(|modal| **modal == text) {
            self.modal = Some(modal);
            return;
        }
        match text.split_once('\'').map(|(_, ending)| ending) {
            Some("ll") => self.modal = Some("will"),
            Some("d") => self.modal = Some("would"),
            Some("ve") => self.has_perfect = true,
            Some("m" | "re" | "s") => self.has_be = true,
            _ => {
                let forms = words.get(index).forms;
                self.is_progressive = self.has_be && forms.any(VerbForms::GERUND);
                self.is_passive = self.has_be && forms.any(VerbForms::PARTICIPLE);
                self.has_past |= is_first && forms.any(VerbForms::PAST);
                self.is_state = forms.any(VerbForms::STATE);
                self.has_got = matches!(text, "got");
            }
        }
    }

    /// What stands right behind the group: `has to`, `is set to`, `is to`.
    fn read_after(&mut self, words: &Words<'_>, tokens: &[usize], at: usize, length: usize) {
        let Some(head) = self.head else { return };
        let Some(place) = tokens[at..].iter().take(length + 8).position(|index| *index == head).map(|offset| at + offset) else { return };
        let to_follows = |place: usize| tokens.get(place + 1).is_some_and(|index| words.is(*index, FunctionWord::To));
        let is_have = words.is_any(head, &["have", "has", "need", "needs"]) || words.is_any(head, &["had"]);
        let is_going = self.has_be && words.is_any(head, &["going", "set", "expected", "due", "bound", "poised", "likely", "scheduled"]);
        let is_be = self.has_be && words.is_any(head, &["is", "are"]);
        let intends = !self.has_perfect
            && words.is_any(head, &["plan", "plans", "planned", "intends", "intend", "intended", "vowed", "vows", "aims", "hopes"]);
        let expects = words.is_any(head, &["expect", "expects", "expected"]) && !self.has_be && self.modal.is_none();
        // `is due to`, `are likely to`: the adjective is no verb of the group.
        let next_is_adjective =
            self.has_be && tokens.get(place + 1).is_some_and(|index| words.is_any(*index, &["due", "likely", "set", "about", "poised"]));
        if is_have && to_follows(place) {
            self.modal = Some("have-to");
        } else if (is_going || is_be || intends) && to_follows(place) || next_is_adjective && to_follows(place + 1) || expects {
            self.modal = Some("going");
        }
    }

    pub(super) fn is_any_modal(&self, modals: &[&str]) -> bool {
        self.modal.is_some_and(|modal| modals.contains(&modal))
    }
}
