//! Verbs that attribute: what they take, and their forms.
//!
//! Origin: own table of English verbs. Which complement counts for which verb was decided from knowledge of English and from counts
//! (verb and what follows it, attributing or not) over the train split of PolNeAR 1.0 (Newell, Margolin and Ruths, LREC 2018).

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// Stands beside a quotation: `“…,” she said`.
pub const SPEECH: u8 = 1;
/// Takes a clause with `that`.
pub const THAT: u8 = 2;
/// Takes a clause without `that`, or a noun phrase that is what was said, wanted or judged: `said the dam holds`, `criticized the plan`.
pub const OBJECT: u8 = 4;
/// Takes an infinitive: `vowed to stay`.
pub const INFINITIVE: u8 = 8;
/// Takes a question: `asked whether`, `explained how`.
pub const QUESTION: u8 = 16;
/// Its first object is the one spoken to: `told reporters that …`.
pub const ADDRESSEE: u8 = 32;
/// Attributes in the passive too, what was said being the subject or the complement: `was asked whether …`.
pub const PASSIVE: u8 = 64;

/// A verb that attributes.
#[derive(Debug)]
pub struct ReportingVerb {
    /// Dictionary form.
    pub lemma: &'static str,
    /// Past tense and participle where they are not made with `-ed`, or double the last letter; empty where regular.
    irregular: &'static str,
    /// What it takes: the constants of this module, added up.
    takes: u8,
    /// Prepositions and particles that belong to the cue, apart by blanks: `for` in `called for`.
    prepositions: &'static str,
}

impl ReportingVerb {
    /// Whether it takes any of `what`.
    pub fn takes(&self, what: u8) -> bool {
        self.takes & what != 0
    }

    /// Whether `word` (lower case) is a preposition or particle of its cue.
    pub fn takes_preposition(&self, word: &str) -> bool {
        self.prepositions.split(' ').any(|preposition| preposition == word)
    }
}

/// Form of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VerbForm {
    /// `say`.
    Base,
    /// `says`.
    ThirdPerson,
    /// `said`: past tense or participle.
    Past,
    /// `written`, where it differs from the past tense.
    Participle,
    /// `saying`.
    Gerund,
}

/// A form of a reporting verb.
#[derive(Debug, Clone, Copy)]
pub struct ReportingForm {
    /// The verb.
    pub verb: &'static ReportingVerb,
    /// Which form of it.
    pub form: VerbForm,
}

/// Looks up `word`, in lower case.
pub fn reporting_form(word: &str) -> Option<ReportingForm> {
    static TABLE: LazyLock<FxHashMap<String, ReportingForm>> = LazyLock::new(table);
    TABLE.get(word).copied()
}

fn table() -> FxHashMap<String, ReportingForm> {
    let mut forms = FxHashMap::default();
    for verb in VERBS {
        for (word, form) in inflections(verb) {
            forms.entry(word).or_insert(ReportingForm { verb, form });
        }
    }
    forms
}

fn inflections(verb: &ReportingVerb) -> Vec<(String, VerbForm)> {
    let lemma = verb.lemma;
    let stem = lemma.strip_suffix('e').unwrap_or(lemma);
    let ends_in_consonant_y = lemma.ends_with('y') && !lemma.ends_with("ay") && !lemma.ends_with("ey") && !lemma.ends_with("oy");
    let mut irregular = verb.irregular.split_whitespace();
    let past = irregular.next();
    let doubled = past.and_then(|past| past.strip_suffix("ed")).filter(|start| start.len() > lemma.len());
    let third_person = match lemma.as_bytes() {
        _ if ends_in_consonant_y => format!("{}ies", &lemma[..lemma.len() - 1]),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    };
    let gerund_stem = doubled.unwrap_or(if lemma.ends_with("ee") { lemma } else { stem });
    let past_form = match past {
        Some(past) => past.to_owned(),
        None if ends_in_consonant_y => format!("{}ied", &lemma[..lemma.len() - 1]),
        None => format!("{stem}ed"),
    };
    // The past tense comes first: of `read` it is the likelier reading in news.
    let mut forms = vec![
        (past_form, VerbForm::Past),
        (lemma.to_owned(), VerbForm::Base),
        (third_person, VerbForm::ThirdPerson),
        (format!("{gerund_stem}ing"), VerbForm::Gerund),
    ];
    forms.extend(irregular.next().map(|participle| (participle.to_owned(), VerbForm::Participle)));
    forms
}

const fn verb(lemma: &'static str, irregular: &'static str, takes: u8, prepositions: &'static str) -> ReportingVerb {
    ReportingVerb { lemma, irregular, takes, prepositions }
}

const SAY: u8 = SPEECH | THAT | OBJECT | QUESTION;
const CLAIM: u8 = SPEECH | THAT | OBJECT;
const THINK: u8 = THAT | OBJECT | QUESTION;
const SHOUT: u8 = SPEECH;

static VERBS: &[ReportingVerb] = &[
    // Saying and writing.
    verb("say", "said", SAY | PASSIVE, "of about"),
    verb("tell", "told", SAY | ADDRESSEE | INFINITIVE | PASSIVE, ""),
    verb("ask", "", SAY | INFINITIVE | ADDRESSEE | PASSIVE, "about for"),
    verb("add", "", SPEECH | THAT, ""),
    verb("write", "wrote written", SAY, "about"),
    verb("note", "", SAY, ""),
    verb("report", "", SAY | PASSIVE, "on"),
    verb("state", "", SPEECH | THAT, ""),
    verb("explain", "", SAY, ""),
    verb("announce", "", CLAIM, "on"),
    verb("argue", "", CLAIM | PASSIVE, "for against"),
    verb("claim", "", CLAIM | INFINITIVE, ""),
    verb("declare", "", CLAIM, ""),
    verb("insist", "", CLAIM, "on"),
    verb("reply", "", CLAIM, ""),
    verb("respond", "", SPEECH | THAT, "to"),
    verb("answer", "", CLAIM, ""),
    verb("continue", "", SPEECH, ""),
    verb("conclude", "", CLAIM, ""),
    verb("remark", "", CLAIM, "on upon"),
    verb("observe", "", CLAIM, ""),
    verb("recall", "", SAY, ""),
    verb("reveal", "", SAY, ""),
    verb("predict", "", CLAIM, ""),
    verb("warn", "", CLAIM | ADDRESSEE | PASSIVE, "of against about"),
    verb("acknowledge", "", CLAIM, ""),
    verb("admit", "admitted", CLAIM, "to"),
    verb("concede", "", CLAIM, ""),
    verb("confirm", "", SAY, ""),
    verb("stress", "", CLAIM, ""),
    verb("emphasize", "", CLAIM, ""),
    verb("emphasise", "", CLAIM, ""),
    verb("suggest", "", SAY, ""),
    verb("assert", "", CLAIM, ""),
    verb("allege", "", CLAIM, ""),
    verb("maintain", "", SPEECH | THAT, ""),
    verb("contend", "", CLAIM, ""),
    verb("reiterate", "", CLAIM, ""),
    verb("repeat", "", CLAIM, ""),
    verb("joke", "", CLAIM, "about"),
    verb("quip", "quipped", CLAIM, ""),
    verb("lament", "", CLAIM, ""),
    verb("complain", "", CLAIM, "about of"),
    verb("boast", "", CLAIM, "of about"),
    verb("brag", "bragged", CLAIM, "about of"),
    verb("promise", "", CLAIM | INFINITIVE, ""),
    verb("vow", "", CLAIM | INFINITIVE, ""),
    verb("pledge", "", SPEECH | THAT | INFINITIVE, ""),
    verb("swear", "swore sworn", THAT, ""),
    verb("tweet", "", CLAIM, "about on"),
    verb("retweet", "", OBJECT, ""),
    verb("post", "", SPEECH, ""),
    verb("blog", "blogged", SPEECH | THAT, "about"),
    verb("email", "", SPEECH, ""),
    verb("testify", "", CLAIM, "about"),
    verb("opine", "", CLAIM, ""),
    verb("muse", "", CLAIM, "about"),
    verb("recount", "", SAY, ""),
    verb("relate", "", SPEECH, ""),
    verb("estimate", "", THAT | OBJECT, ""),
    verb("caution", "", CLAIM, "against"),
    verb("counter", "", CLAIM, ""),
    verb("retort", "", CLAIM, ""),
    verb("deny", "", CLAIM, ""),
    verb("protest", "", CLAIM, ""),
    verb("proclaim", "", CLAIM, ""),
    verb("disclose", "", SAY, ""),
    verb("indicate", "", SAY, ""),
    verb("signal", "", THAT | OBJECT, ""),
    verb("inform", "", SPEECH | THAT | ADDRESSEE | OBJECT, ""),
    verb("assure", "", SPEECH | THAT | ADDRESSEE | OBJECT, ""),
    verb("remind", "", SPEECH | THAT | ADDRESSEE | OBJECT, ""),
    verb("notify", "", THAT | ADDRESSEE | OBJECT, ""),
    verb("advise", "", SPEECH | THAT | OBJECT | ADDRESSEE, ""),
    verb("inquire", "", SPEECH | QUESTION, "about"),
    verb("wonder", "", SPEECH | QUESTION | THAT, "about"),
    verb("question", "", OBJECT | QUESTION, ""),
    verb("shout", "", SHOUT, ""),
    verb("yell", "", SHOUT, ""),
    verb("scream", "", SHOUT, ""),
    verb("chant", "", SHOUT, ""),
    verb("exclaim", "", SHOUT | THAT, ""),
    verb("cry", "", SHOUT, ""),
    verb("whisper", "", SHOUT | THAT, ""),
    verb("mutter", "", SHOUT | THAT, ""),
    verb("murmur", "", SHOUT | THAT, ""),
    verb("bellow", "", SHOUT, ""),
    verb("intone", "", SHOUT, ""),
    verb("gush", "", SHOUT, ""),
    verb("crow", "", SHOUT, ""),
    verb("fume", "", SHOUT | THAT, ""),
    verb("scoff", "", SHOUT, "at"),
    verb("marvel", "", SHOUT | THAT, "at"),
    verb("vent", "", SHOUT, ""),
    verb("snap", "snapped", SHOUT, ""),
    verb("read", "read", SPEECH, ""),
    verb("interject", "", SHOUT, ""),
    verb("chuckle", "", SHOUT, ""),
    verb("bark", "", SHOUT, ""),
    verb("roar", "", SHOUT, ""),
    verb("thunder", "", SHOUT, ""),
    verb("growl", "", SHOUT, ""),
    verb("sigh", "", SHOUT, ""),
    verb("retaliate", "", SHOUT, ""),
    verb("bemoan", "", SHOUT | OBJECT, ""),
    verb("bristle", "", SHOUT, "at"),
    verb("deadpan", "deadpanned", SHOUT, ""),
    verb("enthuse", "", SHOUT, ""),
    verb("confess", "", CLAIM, "to"),
    verb("confide", "", SHOUT | THAT, ""),
    verb("rejoin", "", SHOUT, ""),
    verb("persist", "", SHOUT, ""),
    verb("text", "", SHOUT | THAT, ""),
    verb("message", "", SHOUT, ""),
    verb("comment", "", SPEECH | THAT, "on"),
    verb("elaborate", "", SPEECH, "on"),
    verb("clarify", "", SPEECH | THAT, ""),
    verb("summarize", "", SPEECH | OBJECT, ""),
    verb("reason", "", SPEECH | THAT, ""),
    verb("apologize", "", SPEECH, "for"),
    verb("apologise", "", SPEECH, "for"),
    verb("plead", "", SPEECH | OBJECT, "with for"),
    verb("implore", "", SPEECH | OBJECT, ""),
    verb("beg", "begged", SPEECH | OBJECT, "for"),
    verb("theorize", "", SPEECH | THAT, ""),
    verb("speculate", "", SPEECH | THAT, "about on"),
    verb("hint", "", SPEECH | THAT, "at"),
    verb("imply", "", THAT | OBJECT, ""),
    verb("mention", "", SPEECH | THAT | OBJECT, ""),
    verb("discuss", "", OBJECT | QUESTION, ""),
    verb("describe", "", SPEECH | OBJECT | QUESTION, "as"),
    verb("call", "", SPEECH | OBJECT | INFINITIVE, "for on"),
    verb("refer", "referred", 0, "to"),
    verb("point", "", SPEECH, "out to"),
    verb("talk", "", 0, "about of"),
    verb("speak", "spoke spoken", 0, "about of against"),
    verb("cite", "", OBJECT, ""),
    verb("quote", "", OBJECT, ""),
    verb("reference", "", OBJECT, ""),
    verb("invoke", "", OBJECT, ""),
    verb("express", "", OBJECT, ""),
    verb("voice", "", OBJECT, ""),
    verb("echo", "", SPEECH | OBJECT | THAT, ""),
    verb("outline", "", OBJECT | QUESTION, ""),
    verb("highlight", "", OBJECT | QUESTION, ""),
    verb("underscore", "", THAT, ""),
    verb("detail", "", QUESTION, ""),
    verb("spell", "", 0, "out"),
    verb("lash", "", 0, "out"),
    // Judging.
    verb("criticize", "", SPEECH | OBJECT | PASSIVE, ""),
    verb("criticise", "", SPEECH | OBJECT | PASSIVE, ""),
    verb("accuse", "", OBJECT | PASSIVE, ""),
    verb("praise", "", OBJECT, ""),
    verb("endorse", "", OBJECT, ""),
    verb("defend", "", OBJECT, ""),
    verb("denounce", "", OBJECT, ""),
    verb("condemn", "", OBJECT, ""),
    verb("blast", "", OBJECT, ""),
    verb("slam", "slammed", OBJECT, ""),
    verb("blame", "", OBJECT, ""),
    verb("dismiss", "", OBJECT, ""),
    verb("reject", "", OBJECT, ""),
    verb("attack", "", OBJECT, ""),
    verb("mock", "", OBJECT, ""),
    verb("deride", "", OBJECT, ""),
    verb("ridicule", "", OBJECT, ""),
    verb("decry", "", OBJECT, ""),
    verb("assail", "", OBJECT, ""),
    verb("rebuke", "", OBJECT, ""),
    verb("chide", "", OBJECT, ""),
    verb("scold", "", OBJECT, ""),
    verb("lambaste", "", OBJECT, ""),
    verb("bash", "", OBJECT, ""),
    verb("rip", "ripped", OBJECT, ""),
    verb("hail", "", OBJECT, ""),
    verb("laud", "", OBJECT, ""),
    verb("applaud", "", SPEECH | OBJECT, ""),
    verb("tout", "", OBJECT, ""),
    verb("thank", "", OBJECT, ""),
    verb("credit", "", OBJECT, ""),
    verb("label", "", OBJECT, ""),
    verb("brand", "", OBJECT, ""),
    verb("dub", "dubbed", OBJECT, ""),
    verb("deem", "", OBJECT, ""),
    verb("portray", "", OBJECT, ""),
    verb("characterize", "", OBJECT, ""),
    verb("liken", "", OBJECT, ""),
    verb("compare", "", OBJECT, ""),
    verb("rail", "", 0, "against"),
    verb("disavow", "", OBJECT, ""),
    verb("repudiate", "", OBJECT, ""),
    verb("dispute", "", OBJECT | THAT, ""),
    verb("embrace", "", 0, "of"),
    verb("welcome", "", OBJECT, ""),
    // Asking for, refusing, deciding.
    verb("urge", "", SPEECH | OBJECT | THAT, ""),
    verb("demand", "", SPEECH | OBJECT | THAT | INFINITIVE, ""),
    verb("propose", "", OBJECT | THAT | INFINITIVE, ""),
    verb("recommend", "", SPEECH | OBJECT | THAT, ""),
    verb("request", "", OBJECT | THAT, ""),
    verb("order", "", OBJECT | THAT, ""),
    verb("encourage", "", OBJECT, ""),
    verb("advocate", "", OBJECT, "for"),
    verb("push", "", 0, "for"),
    verb("press", "", SPEECH, "for"),
    verb("decline", "", INFINITIVE, ""),
    verb("refuse", "", INFINITIVE, ""),
    verb("threaten", "", INFINITIVE | OBJECT, ""),
    verb("agree", "", SPEECH | THAT | INFINITIVE, "with on"),
    verb("disagree", "", SPEECH | THAT, "with on"),
    verb("decide", "", THAT | INFINITIVE | QUESTION, ""),
    verb("rule", "", THAT, ""),
    verb("vote", "", INFINITIVE, "against for"),
    verb("offer", "", INFINITIVE | OBJECT, ""),
    verb("plan", "planned", INFINITIVE, ""),
    verb("intend", "", INFINITIVE, ""),
    verb("hope", "", SPEECH | THAT | OBJECT | INFINITIVE, "for"),
    verb("want", "", OBJECT | INFINITIVE, ""),
    verb("wish", "", THAT | OBJECT | INFINITIVE, ""),
    verb("expect", "", THAT | OBJECT | INFINITIVE | PASSIVE, ""),
    verb("prefer", "preferred", OBJECT | INFINITIVE, ""),
    verb("seek", "sought", INFINITIVE, ""),
    verb("favor", "", OBJECT, ""),
    verb("favour", "", OBJECT, ""),
    verb("oppose", "", OBJECT, ""),
    verb("support", "", OBJECT, ""),
    verb("back", "", OBJECT, ""),
    // Holding to be true, feeling, finding.
    verb("think", "thought", SPEECH | THINK | PASSIVE, "about of"),
    verb("believe", "", SPEECH | THINK | PASSIVE, "in"),
    verb("know", "knew", THINK, "about"),
    verb("feel", "felt", THAT | OBJECT, "about"),
    verb("fear", "", SPEECH | THAT | OBJECT, ""),
    verb("worry", "", SPEECH | THAT | OBJECT, "about"),
    verb("doubt", "", THAT | OBJECT | QUESTION, ""),
    verb("understand", "understood", THINK, ""),
    verb("realize", "", THINK, ""),
    verb("recognize", "", THAT, ""),
    verb("remember", "", SPEECH | THINK, ""),
    verb("assume", "", THAT, ""),
    verb("learn", "", THAT | QUESTION, ""),
    verb("consider", "", OBJECT | QUESTION, ""),
    verb("view", "", OBJECT, ""),
    verb("regard", "", OBJECT, ""),
    verb("see", "saw seen", THAT | QUESTION, ""),
    verb("imagine", "", THAT | OBJECT | QUESTION, ""),
    verb("envision", "", OBJECT | QUESTION, ""),
    verb("find", "found", SPEECH | THAT, ""),
    verb("show", "", SPEECH | THAT | OBJECT, ""),
    verb("determine", "", THAT | QUESTION, ""),
    verb("love", "", INFINITIVE, ""),
    verb("like", "", INFINITIVE, ""),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn lemma_and_form(word: &str) -> Option<(&'static str, VerbForm)> {
        reporting_form(word).map(|found| (found.verb.lemma, found.form))
    }

    #[test]
    fn makes_regular_and_irregular_forms() {
        assert_eq!(lemma_and_form("said"), Some(("say", VerbForm::Past)));
        assert_eq!(lemma_and_form("denies"), Some(("deny", VerbForm::ThirdPerson)));
        assert_eq!(lemma_and_form("urging"), Some(("urge", VerbForm::Gerund)));
        assert_eq!(lemma_and_form("admitting"), Some(("admit", VerbForm::Gerund)));
        assert_eq!(lemma_and_form("written"), Some(("write", VerbForm::Participle)));
        assert_eq!(lemma_and_form("agreeing"), Some(("agree", VerbForm::Gerund)));
        assert_eq!(lemma_and_form("planning"), Some(("plan", VerbForm::Gerund)));
    }

    #[test]
    fn knows_no_other_verbs() {
        assert_eq!(lemma_and_form("sailed"), None);
    }

    #[test]
    fn tells_what_belongs_to_the_cue() {
        let call = reporting_form("called").expect("in the table").verb;
        assert!(call.takes_preposition("for") && !call.takes_preposition("with"));
    }
}
