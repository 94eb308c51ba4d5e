//! Common verbs and their forms, to find the finite verb of a clause.
//!
//! Origin: own lists, from general knowledge of news English.

use std::sync::LazyLock;

use super::WordTable;

/// The forms that a word may be; empty for a word that is no verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct VerbForms(u8);

impl VerbForms {
    /// No verb.
    pub const NONE: Self = Self(0);
    /// `take`.
    pub const BASE: Self = Self(1);
    /// `takes`.
    pub const THIRD_PERSON: Self = Self(1 << 1);
    /// `took`.
    pub const PAST: Self = Self(1 << 2);
    /// `taken`.
    pub const PARTICIPLE: Self = Self(1 << 3);
    /// `taking`.
    pub const GERUND: Self = Self(1 << 4);
    /// The same word is often a noun: `plans`, `work`.
    pub const OFTEN_NOUN: Self = Self(1 << 5);
    /// Tells how something is, not what happens: `own`, `know`.
    pub const STATE: Self = Self(1 << 6);

    /// Whether the word may be any of the forms `others`.
    pub fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The forms of this set and of `others`.
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }
}

/// The forms that `word` (lower case) may be; a word in `-ed` or `-ing` that the lists lack is taken for a regular verb's.
pub fn verb_forms(word: &str) -> VerbForms {
    static TABLE: LazyLock<WordTable<VerbForms>> = LazyLock::new(table);
    TABLE.get(word).copied().unwrap_or_else(|| forms_by_ending(word))
}

/// The forms of a word that the lists lack.
pub(super) fn forms_by_ending(word: &str) -> VerbForms {
    let is_past = word.len() > 4 && word.ends_with("ed") && !word.ends_with("eed");
    let is_gerund = word.len() > 5 && word.ends_with("ing");
    match (is_past, is_gerund) {
        (true, _) => VerbForms::PAST.with(VerbForms::PARTICIPLE),
        (_, true) => VerbForms::GERUND,
        _ => VerbForms::default(),
    }
}

pub(super) fn table() -> WordTable<VerbForms> {
    let mut forms: WordTable<VerbForms> = WordTable::default();
    let mut add = |word: String, form: VerbForms| {
        let known = forms.or_default(&word);
        *known = known.with(form);
    };
    for (lemmas, class) in [(REGULAR, VerbForms::default()), (OFTEN_NOUNS, VerbForms::OFTEN_NOUN), (STATES, VerbForms::STATE)] {
        for lemma in lemmas.split_whitespace() {
            let past = past_of(lemma);
            add(past, VerbForms::PAST.with(VerbForms::PARTICIPLE).with(class & VerbForms::STATE));
            add_regular(&mut add, lemma, class);
        }
    }
    for row in IRREGULAR {
        let mut parts = row.split_whitespace();
        let (Some(lemma), Some(past)) = (parts.next(), parts.next()) else { continue };
        let class = parts.clone().fold(VerbForms::default(), |class, mark| class.with(mark_of(mark)));
        let participle = parts.find(|part| mark_of(part) == VerbForms::default()).unwrap_or(past);
        add(past.to_owned(), VerbForms::PAST.with(class & VerbForms::STATE));
        add(participle.to_owned(), VerbForms::PARTICIPLE.with(class & VerbForms::STATE));
        add_regular(&mut add, lemma, class);
    }
    for noun in NO_GERUNDS.split_whitespace() {
        forms.or_default(noun);
    }
    forms
}

/// What a mark behind an irregular verb says of it.
fn mark_of(mark: &str) -> VerbForms {
    match mark {
        "+noun" => VerbForms::OFTEN_NOUN,
        "+state" => VerbForms::STATE,
        _ => VerbForms::default(),
    }
}

fn add_regular(add: &mut impl FnMut(String, VerbForms), lemma: &str, class: VerbForms) {
    let stem = lemma.strip_suffix('e').filter(|stem| !stem.ends_with('e')).unwrap_or(lemma);
    let third_person = match lemma.as_bytes() {
        [.., before, b'y'] if !b"aeou".contains(before) => format!("{}ies", &lemma[..lemma.len() - 1]),
        [.., b's' | b'x' | b'z' | b'o'] | [.., b'c' | b's', b'h'] => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    };
    add(lemma.to_owned(), VerbForms::BASE.with(class));
    add(third_person, VerbForms::THIRD_PERSON.with(class));
    add(format!("{stem}ing"), VerbForms::GERUND.with(class & VerbForms::STATE));
}

fn past_of(lemma: &str) -> String {
    match lemma.as_bytes() {
        [.., b'e'] => format!("{lemma}d"),
        [.., before, b'y'] if !b"aeou".contains(before) => format!("{}ied", &lemma[..lemma.len() - 1]),
        _ => format!("{lemma}ed"),
    }
}

impl std::ops::BitAnd for VerbForms {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

/// Words in `-ing` that are no verb's.
const NO_GERUNDS: &str = "during morning evening nothing anything something everything according building painting meeting wedding ceiling including following \
    regarding concerning spring string";

/// Regular verbs that are seldom anything else.
const REGULAR: &str = "accept achieve accuse acquire act add adopt advise affect agree allege allow announce apologise apologize appear apply appoint appreciate \
    approve argue arrive ask assess assist avoid become believe blame borrow breathe cancel carry celebrate close collapse collect combine comment complain \
    complete confirm conduct consult continue contribute convict create criticise criticize cure damage deal decide decline defend define defy delay delete deliver \
    deny deport depend describe deserve design destroy detain deteriorate develop die differ disagree disappear discover discuss dismiss display dispute donate \
    earn emerge employ enable encourage end enjoy enter establish evacuate examine exceed exist expand expect expire explain explode express extend face fail file finish \
    fire fix flee focus follow fund gather grant grow handle happen harm hate hesitate hire identify ignore illustrate imagine impose improve include increase inform \
    injure inspect install intend introduce invest investigate invite involve join kill land last launch learn lend listen load locate lower maintain manage merge \
    monitor move name negotiate notice notify observe obtain occur offer open operate order organise organize overcharge overstate perform permit persuade pick play pour prefer prepare \
    prevent produce promise promote prosecute protect prove provide publish pull purchase pursue push question raise reach realise realize recall receive recognise recognize \
    recommend recover reduce refuse reject release remember remind remove repair repeat replace reply represent require rescue resign resolve respond restart restore \
    resume retire retain reveal review rule save say seem serve settle shatter shrink sign slip solve spread stage start stop struggle submit succeed sue suffer suggest \
    supply surround survive suspend talk tell test thank threaten tolerate train transfer treat trigger turn undercount underreport undermine understand unload update urge use \
    vanish violate visit wait walk want warn watch waste weaken welcome widen win wish witness worry";

/// Regular verbs whose forms are nouns as often.
const OFTEN_NOUNS: &str = "aim answer attack attempt award ban benefit bill block board bomb boost call campaign care cause challenge change charge chase claim climb cost count cover \
    crash crowd cut damage date debate decrease demand doubt drop drive ease escape estimate exercise experience export fear fight fish flood force forecast function gain \
    guard guide head help hope host house hurt import influence issue judge jump lack land laugh lead leak level limit line link look lose mark market master \
    match measure mine need note number object offer pay permit phone pitch place plan plant plunge point post power practice praise press price profit progress project promise protest \
    quarrel race rain raise range rank rate record regret rent report request rescue research result return reward ride risk run sail sale score seat sentence shape share shift ship shop shot shout \
    show signal silence slump smile sound stand state stay step stock store strike study support surge surprise survey talk target taste tax threat tie top total touch tour trade travel trust \
    turn value view visit voice vote voyage walk wave weather wish work worry yield";

/// Regular verbs that tell how something is.
const STATES: &str = "belong believe consist contain deserve equal exist fear hate hope know like live love matter need own owe possess prefer rely remain represent reside \
    resemble seem suffer trust want";

/// Irregular verbs: lemma, past tense, participle where it differs; marks tell the rest.
const IRREGULAR: &[&str] = &[
    "arise arose arisen",
    "beat beat beaten",
    "become became become",
    "begin began begun",
    "bend bent",
    "bet bet",
    "bind bound",
    "bite bit bitten",
    "bleed bled",
    "blow blew blown",
    "break broke broken +noun",
    "bring brought",
    "broadcast broadcast +noun",
    "build built",
    "burn burnt +noun",
    "buy bought",
    "catch caught",
    "choose chose chosen",
    "cling clung",
    "come came come",
    "cost cost +noun +state",
    "creep crept",
    "cut cut +noun",
    "deal dealt +noun",
    "dig dug",
    "do did done",
    "draw drew drawn +noun",
    "drink drank drunk +noun",
    "drive drove driven +noun",
    "eat ate eaten",
    "fall fell fallen +noun",
    "feed fed",
    "feel felt +state",
    "fight fought +noun",
    "find found",
    "flee fled",
    "fling flung",
    "fly flew flown",
    "forbid forbade forbidden",
    "forecast forecast +noun",
    "forget forgot forgotten",
    "forgive forgave forgiven",
    "freeze froze frozen",
    "get got gotten",
    "give gave given",
    "go went gone",
    "grind ground",
    "grow grew grown",
    "hang hung",
    "have had +state",
    "hear heard",
    "hide hid hidden",
    "hit hit +noun",
    "hold held +noun",
    "hurt hurt +noun",
    "keep kept",
    "know knew known +state",
    "lay laid",
    "lead led +noun",
    "learn learnt",
    "leave left +noun",
    "lend lent",
    "let let",
    "lie lay lain +noun",
    "lose lost",
    "make made",
    "mean meant +state",
    "meet met",
    "mislead misled",
    "overcome overcame overcome",
    "pay paid +noun",
    "put put",
    "quit quit",
    "read read",
    "rebuild rebuilt",
    "ride rode ridden +noun",
    "ring rang rung +noun",
    "rise rose risen +noun",
    "run ran run +noun",
    "say said",
    "see saw seen",
    "seek sought",
    "sell sold",
    "send sent",
    "set set +noun",
    "shake shook shaken",
    "shed shed +noun",
    "shoot shot +noun",
    "shrink shrank shrunk",
    "shut shut",
    "sing sang sung",
    "sink sank sunk",
    "sit sat",
    "sleep slept +noun",
    "slide slid +noun",
    "speak spoke spoken",
    "spend spent",
    "spin spun",
    "split split +noun",
    "spread spread +noun",
    "spring sprang sprung +noun",
    "stand stood +noun",
    "steal stole stolen",
    "stick stuck +noun",
    "strike struck stricken +noun",
    "strip stripped",
    "swear swore sworn",
    "sweep swept",
    "swim swam swum",
    "swing swung +noun",
    "take took taken",
    "teach taught",
    "tear tore torn +noun",
    "tell told",
    "think thought +state",
    "throw threw thrown",
    "undergo underwent undergone",
    "understand understood +state",
    "wake woke woken",
    "wear wore worn",
    "weep wept",
    "win won",
    "withdraw withdrew withdrawn",
    "write wrote written",
    "admit admitted",
    "commit committed",
    "compel compelled",
    "control controlled +noun",
    "drop dropped +noun",
    "equip equipped",
    "grab grabbed",
    "occur occurred",
    "permit permitted +noun",
    "plan planned +noun",
    "rob robbed",
    "run ran run +noun",
    "scrub scrubbed",
    "ship shipped +noun",
    "slip slipped +noun",
    "stop stopped",
    "submit submitted",
    "transfer transferred +noun",
    "wed wed",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_forms() {
        assert!(verb_forms("took").any(VerbForms::PAST) && !verb_forms("took").any(VerbForms::PARTICIPLE));
        assert!(verb_forms("taken").any(VerbForms::PARTICIPLE) && !verb_forms("taken").any(VerbForms::PAST));
        assert!(verb_forms("collapsed").any(VerbForms::PAST) && verb_forms("carries").any(VerbForms::THIRD_PERSON));
        assert!(verb_forms("owns").any(VerbForms::STATE) && verb_forms("works").any(VerbForms::OFTEN_NOUN));
        assert!(verb_forms("dredged").any(VerbForms::PAST));
    }

    #[test]
    fn knows_no_other_words() {
        assert_eq!(verb_forms("harbor"), VerbForms::default());
        assert_eq!(verb_forms("during"), VerbForms::default());
        assert!(!verb_forms("need").any(VerbForms::PAST));
    }
}
