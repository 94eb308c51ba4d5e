//! What the gathered words of a claim come to: opposites, sides and idioms settled, and what says little left out.

use std::borrow::Cow;

use super::Content;
use super::gathered::Gathered;
use crate::lexicon::claim_words::telling;

/// Acts, and those who do them when nobody else is named: `officers arrested the suspect` as `the suspect was arrested`.
const IMPLIED: [(&str, &[&str]); 6] = [
    ("arrest", &["police", "detective"]),
    ("jail", &["court", "jury"]),
    ("convict", &["court", "jury"]),
    ("acquit", &["court", "jury"]),
    ("rescue", &["crew"]),
    ("fire", &["firefighter", "crew"]),
];

/// Classes or stems, and what each comes to where it is denied.
const OPPOSITES: [(&str, &str); 12] = [
    ("pace", "lag"),
    ("allow", "ban"),
    ("survive", "die"),
    ("legal", "illegal"),
    ("likely", "unlikely"),
    ("clear", "uncertain"),
    ("certain", "uncertain"),
    ("chang", "unchanged"),
    ("safe", "dangerous"),
    ("present", "absent"),
    ("attend", "absent"),
    ("heed", "ignore"),
];

/// From how many points on a claim is specific that names somebody or something: a name counts one, a date two or three, a figure two to six.
/// By the pairs for development, from 2 to 4 do equally well.
const SPECIFIC: usize = 3;
/// The same of a claim without a name: `It rose 12 percent` may be said of anything.
const SPECIFIC_WITHOUT_NAME: usize = 6;

impl<'r> Gathered<'r> {
    /// The content that all of it comes to.
    pub(super) fn into_content(mut self) -> Content<'r> {
        let is_denied = self.settle_denial();
        let is_denied = self.settle_opposite(is_denied);
        self.settle_sides();
        self.settle_idioms();
        self.settle_origin();
        // Where something went matters where it moved: `fell to 4`, `fell by 4`, `from 7 to 8`.
        let moves = self.has(&["rise", "fall"]) || ["from ", "to "].iter().all(|way| self.figures.iter().any(|(own, _)| own == way));
        self.settle_figures();
        let topic = if self.is_specific() { self.take_topic() } else { Vec::new() };
        let mut words = self.words;
        words.extend(self.names);
        words.sort_unstable();
        words.dedup();
        let mut figures: Vec<String> =
            self.figures.into_iter().map(|(way, figure)| if moves { format!("{way}{figure}") } else { figure }).collect();
        let mut dates = self.dates;
        figures.sort_unstable();
        dates.sort_unstable();
        dates.dedup();
        let marks = [
            (is_denied, "denied"),
            (self.is_future && !self.is_possible, "future"),
            (self.is_possible, "possible"),
            (self.is_due, "due"),
            (self.is_advised, "advised"),
        ];
        Content { words, topic, figures, dates, marks: marks.iter().filter(|(holds, _)| *holds).map(|(_, mark)| *mark).collect() }
    }

    /// Whether it is denied; `knew nothing until May` is `did not know before May`.
    fn settle_denial(&mut self) -> bool {
        let is_denied = self.denials % 2 == 1;
        if is_denied && self.has(&["until"]) {
            // nor is `until after`
            self.words.retain(|word| word != "after");
            self.words.iter_mut().filter(|word| *word == "until").for_each(|word| *word = "before".into());
        }
        is_denied
    }

    /// Puts the opposite of what is denied, where a word says it: `has not kept pace` is `lags`. Whether what remains is denied.
    fn settle_opposite(&mut self, is_denied: bool) -> bool {
        let Some((affirmed, opposite)) = OPPOSITES.iter().find(|(affirmed, _)| is_denied && self.has(&[affirmed])) else {
            return is_denied;
        };
        self.replace(&[affirmed], opposite);
        false
    }

    /// Says to whom it was done, or else who did it: `A hit B` and `B hit A` hold the same words.
    fn settle_sides(&mut self) {
        if self.is_loss {
            self.replace(&["los", "lose"], "win");
        }
        // who goes to a place is not told from the place
        let sides = if self.actors.is_empty() { &mut self.places } else { &mut self.actors };
        sides.sort_unstable();
        sides.dedup();
        let has_both = sides.len() > 1;
        let actor = self.by_actor.or(self.first_actor).filter(|_| has_both);
        if !self.patients.is_empty() {
            self.words.extend(self.patients.iter().map(|patient| format!("patient {patient}").into()));
        } else if let Some(actor) = actor {
            self.words.push(format!("actor {actor}").into());
        }
    }

    /// Reads whither it went where it is said only whence: `640 permits, down from 910`.
    fn settle_origin(&mut self) {
        let unit = |figure: &str| figure.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.').to_owned();
        let mut origins = self.figures.iter().filter(|(way, _)| *way == "from ");
        let (Some((_, origin)), None) = (origins.next(), origins.next()) else { return };
        let of = unit(origin);
        let mut goals = self.figures.iter_mut().filter(|(way, figure)| *way != "from " && unit(figure) == of);
        if let (Some(goal), None) = (goals.next(), goals.next()) {
            goal.0 = "to ";
        }
    }

    /// Puts one word for what several say together, and leaves out those who do it when nobody else is named.
    fn settle_idioms(&mut self) {
        // who left home had to
        if self.is_own_home && self.has(&["leav", "leave", "escape"]) {
            self.replace(&["home", "leav", "leave", "escape"], "evacuate");
            self.light.push("evacuate".into());
            self.is_due = false;
        }
        if self.has(&["hurt", "die", "damage"]) {
            self.words.retain(|word| word != "report");
        }
        // a court throws out what it overturns
        if self.has(&["reject"]) && self.has(&["convict", "verdict"]) {
            self.replace(&["reject"], "overturn");
            self.light.push("overturn".into());
        }
        if self.has(&["postpone"]) {
            self.words.retain(|word| word != "until");
        }
        self.is_future &= !self.has(&["takeeffect"]);
        if self.has(&["life", "live", "liv"]) && self.has(&["claim", "lose", "los", "cost"]) {
            self.replace(&["life", "live", "liv", "claim", "lose", "los", "cost"], "die");
        }
        for (act, doers) in IMPLIED {
            if self.has(&[act]) {
                self.words.retain(|word| !doers.contains(&word.as_ref()));
            }
        }
    }

    /// Leaves out what says little beside figures: there are many words for one event, and what remains is who, what, how many, which way and
    /// when.
    fn settle_figures(&mut self) {
        if self.figures.iter().any(|(_, figure)| figure.contains(':')) {
            // how many for and against says who voted, too
            self.words.retain(|word| !matches!(word.as_ref(), "vote" | "parliament" | "lawmaker" | "goal" | "scor"));
            // a draw is a result; a crowd is drawn
            self.light.retain(|word| word != "draw");
        }
        let is_share = self.figures.iter().any(|(_, figure)| figure.ends_with("percent"));
        let are_jobs = self.has(&["job"]);
        const LOSSES: [&str; 7] = ["los", "lose", "loss", "shed", "fall", "disappear", "disappearance"];
        if (is_share || are_jobs) && self.has(&LOSSES) {
            self.replace(&LOSSES, if are_jobs { "layoff" } else { "fall" });
        }
        if !self.figures.is_empty() {
            self.words.retain(|word| !self.light.contains(word) || telling(word).has_opposite);
        }
    }

    /// Whether names, figures and dates alone tell the claim from nearly all others.
    fn is_specific(&self) -> bool {
        let of_figure = |figure: &str| match figure.bytes().filter(u8::is_ascii_digit).count() {
            _ if figure.starts_with('#') => 2,
            0 | 1 => 2,
            2 => 4,
            _ => 6,
        };
        let of_date = |date: &String| if date.bytes().any(|byte| byte.is_ascii_digit()) { 3 } else { 2 };
        let figures: usize = self.figures.iter().map(|(_, figure)| of_figure(figure)).sum();
        let dates: usize = self.dates.iter().map(of_date).sum();
        let mut names: Vec<&str> = self.names.iter().map(Cow::as_ref).collect();
        names.sort_unstable();
        names.dedup();
        let least = if names.is_empty() { SPECIFIC_WITHOUT_NAME } else { SPECIFIC };
        figures + dates + names.len() >= least
    }

    /// Takes out what a specific claim is about: two desks seldom choose the same words for that. What tells facts apart stays.
    fn take_topic(&mut self) -> Vec<Cow<'r, str>> {
        // a bill that is introduced is not passed yet
        let is_law = self.has(&["bill", "law", "legisl", "measur"]);
        let stays = |word: &str| {
            let told = telling(word);
            let is_left_out = told.is_understood && !(is_law && matches!(word, "introduce" | "approve" | "back"));
            told.tells_apart && !is_left_out
        };
        // `Category 2`
        let is_number = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
        let names = &self.names;
        let is_side =
            |word: &str| word.split_once(' ').is_some_and(|(_, side)| side.split(' ').any(|side| names.iter().any(|name| name == side)));
        let (kept, mut topic): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.words).into_iter().partition(|word| stays(word) || is_number(word) || is_side(word));
        self.words = kept;
        topic.sort_unstable();
        topic.dedup();
        topic
    }

    fn has(&self, wanted: &[&str]) -> bool {
        self.words.iter().any(|word| wanted.contains(&word.as_ref()))
    }

    /// Puts `new` in the place of the words `old`.
    fn replace(&mut self, old: &[&str], new: &'static str) {
        self.words.retain(|word| !old.contains(&word.as_ref()));
        self.words.push(new.into());
    }
}
