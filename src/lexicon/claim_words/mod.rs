//! Words of news that say the same, and words that carry no claim: what makes two wordings of one claim alike.
//! Origin: written down by hand from the usage of newspapers.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::WordTable;
use super::stem::stem;

/// What the tables say of a word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ClaimWord {
    /// The class that it belongs to, named by one of its members: `climb` is in `rise`.
    pub class: Option<&'static str>,
    /// [`is_empty_word`] of it or its class.
    pub is_empty: bool,
    /// [`is_light_beside_figure`] of it or its class.
    pub is_light: bool,
}

/// What the tables say of the word of a stem, in one look-up.
pub fn claim_word(stemmed: &str) -> ClaimWord {
    static INDEX: LazyLock<WordTable<ClaimWord>> = LazyLock::new(|| {
        let rows = rows(include_str!("classes.txt"));
        let mut index: WordTable<ClaimWord> = WordTable::default();
        for (name, members) in rows {
            let of_class = ClaimWord { class: Some(name), is_empty: is_empty_word(name), is_light: is_light_beside_figure(name) };
            members.split_whitespace().for_each(|member| index.insert(&stem(member), of_class));
        }
        stems_and_classes(EMPTY).iter().for_each(|word| index.or_default(word).is_empty = true);
        stems_and_classes(LIGHT).iter().for_each(|word| index.or_default(word).is_light = true);
        index
    });
    INDEX.get(stemmed).copied().unwrap_or_default()
}

/// The class that the stem of a word belongs to.
pub fn class_of(stemmed: &str) -> Option<&'static str> {
    claim_word(stemmed).class
}

/// Whether `name` is that of a class, which need not be the stem of a member: `factory`.
pub fn is_class(name: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| rows(include_str!("classes.txt")).map(|(name, _)| name).collect());
    INDEX.contains(name)
}

/// Whether the word of a stem, or the class, carries nothing of a claim, beyond the function words: `total`, `place` of `took place`.
pub fn is_empty_word(stem_or_class: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<String>> = LazyLock::new(|| stems_and_classes(EMPTY));
    INDEX.contains(stem_or_class)
}

/// Whether the word of a stem, or the class, says little beside a figure: `reach`, `employ` in `employs 450 people`. What remains is who, what,
/// how many, which way and when.
pub fn is_light_beside_figure(stem_or_class: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<String>> = LazyLock::new(|| stems_and_classes(LIGHT));
    INDEX.contains(stem_or_class)
}

/// The lines `left: right` of a table; `#` begins a remark.
fn rows(table: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(": "))
}

/// The words of `list` as stems, and as they stand where they name a class.
fn stems_and_classes(list: &'static str) -> FxHashSet<String> {
    list.split_whitespace().flat_map(|word| [stem(word), word.to_owned()]).collect()
}

/// What tells claims apart, or does not, of a class or of a stem without one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    /// It has an opposite: a verb that has none makes no other claim of it beside a figure.
    pub has_opposite: bool,
    /// It tells facts apart that are alike in all else: `north`, `semifinal`, `revenue`, or what has an opposite.
    pub tells_apart: bool,
    /// One desk says it and another leaves it to be understood from names, figures and dates: `rise`, `win`, `fined`. Its opposite, where it
    /// has one, is not, so that claims of opposites stay apart without it.
    pub is_understood: bool,
}

/// What `word`, a class or a stem without one, tells.
pub fn telling(word: &str) -> Telling {
    static INDEX: LazyLock<WordTable<Telling>> = LazyLock::new(|| {
        let mut index: WordTable<Telling> = WordTable::default();
        for word in classes_or_stems(OPPOSED) {
            *index.or_default(&word) = Telling { has_opposite: true, tells_apart: true, is_understood: false };
        }
        classes_or_stems(TELLING).for_each(|word| index.or_default(&word).tells_apart = true);
        classes_or_stems(UNDERSTOOD).for_each(|word| index.or_default(&word).is_understood = true);
        index
    });
    INDEX.get(word).copied().unwrap_or_default()
}

/// The words of `list` as the content of a claim has them.
fn classes_or_stems(list: &'static str) -> impl Iterator<Item = String> {
    list.split_whitespace().map(stem).map(|stem| class_of(&stem).map_or(stem, str::to_owned))
}

/// Whether the word (lower case) says of what kind a name is that stands behind it: `the airline Pelisse`, `the town of Adra`.
pub fn is_kind(word: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| KINDS.split_whitespace().collect());
    INDEX.contains(word)
}

/// What the word (lower case) says was not done, or is not so: `declared` of `undeclared`, `sufficient` of `insufficient`.
pub fn undone(word: &str) -> Option<&str> {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| UNDONE.split_whitespace().collect());
    word.strip_prefix("un").or(word.strip_prefix("in")).filter(|done| INDEX.contains(done))
}

/// Whether the noun (lower case) opens a sentence without an article: `Rain has fallen`, where `Selby has fallen` names a place.
pub fn is_mass_noun(word: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| MASS_NOUNS.split_whitespace().collect());
    INDEX.contains(word)
}

/// What pairs of words with the same second word say, by the stem of the first.
pub type Pairs = WordTable<&'static str>;

/// What two words together say whose second is `second`: `off` of `lay off`, `no` of `voted no`. By the stem of the first, or of its dictionary
/// form.
pub fn pairs_with(second: &str) -> Option<&'static Pairs> {
    static INDEX: LazyLock<WordTable<Pairs>> = LazyLock::new(|| {
        let mut index: WordTable<Pairs> = WordTable::default();
        for (words, class) in rows(include_str!("pairs.txt")) {
            let (firsts, second) = words.rsplit_once(' ').expect("a pair has two words");
            firsts.split(' ').for_each(|first| index.or_default(second).insert(&stem(first), class));
        }
        index
    });
    INDEX.get(second)
}

const KINDS: &str = "
    airline carrier steelmaker carmaker automaker chipmaker drugmaker planemaker brewer retailer lender insurer broadcaster publisher studio
    operator manufacturer startup film movie novel album song musical drug medicine vaccine volcano ship ferry tanker freighter trawler yacht
    submarine warship probe spacecraft satellite rover star asteroid comet hurricane typhoon cyclone village town city hamlet suburb island
    river lake newspaper daily weekly magazine rival competitor club side striker midfielder defender goalkeeper winger forward seed
    mountain peak glacier";

const EMPTY: &str = "
    be have do make take get happen occur total worth number amount figure people person individual say state thing way there very place
    knowledge approximately roughly shortly soon just nearly almost about around some percent cent per mr mrs ms dr miss sir also own able just still even because owing
    due cause reason result lead during within amid following various several certain additional further extra other put it its their his
    her they them he she who which that this these those area approximately estimated estimate known call named current currently recent
    recently already yet once again such so then than as both either aware go come give bring find enter reach carry include involve aboard";

/// As stems or classes.
const LIGHT: &str = "
    reach stand total come give bring run carry involve include attend join part employ work lose cost shed leave cause consider think pull
    far report record post publish announce draw attract see show find need face receive produce provide contain cover count estimate
    company firm remain stay last arrive expect claim gather turn sign say treat start end mark number set serve hold suffer sustain
    experience register log average stretch span measure weigh capacity use battle fight tackle member aboard board straight consecutive
    successive row pay spend account loss country nation game match sack transport take seek call visit travel go walk move head return lead
    follow meet make create develop plan offer ask order decide want try help let keep get lie sit happen new old big large small major main
    full whole entire recent early late high low long short good bad great key own many much several few amount figure level rate sum people
    person man woman resident citizen local human folk individual other someone near inside outside across along around away there where
    when while today now currently ever still already just only again also first next previous past predict project forecast believe hope
    aim serious severe minor slight slightly sharply steadily strongly heavily badly seriously nearly fully partly completely result
    consequence because due reason effect impact system service programme scheme area region site place base hand side time period month
    week day year decade sink batter sweep tear rip spread burst erupt force drive push trigger spark prompt aged connection after since
    until inhabitant attacker victim patient target schedule occasion value failure mean enable lack confirm note add tell warn insist suggest indicate reveal be
    have do authority term speed pace ruling wage timetable";

/// Words whose opposites are claimed of the same figures, too.
const OPPOSED: &str = "
    rise fall die hurt survive miss win lose reject approve back oppose against buy sell start end stop resume close complete arrest free jail
    convict acquit build destroy allow ban hire layoff sack appoint resign withdraw repair damage steal spend owe import export lend
    borrow before more less fewer if man woman boy girl attempt accuse";

/// Words, besides those, that tell apart what has the same names, figures and dates.
const TELLING: &str = "
    north south east west northeast northwest southeast southwest northbound southbound eastbound westbound semifinal quarterfinal final
    revenue profit deficit surplus postpone forward urge order warn consider introduce plan propose charge fine keep regain younger older
    mild severe full empty uphold overturn unanimous majority improve worsen upgrade downgrade promote relegate qualify eliminate reveal hide
    impose remove merge split confirm legal illegal temporary permanent public private male female husband wife father mother son daughter
    brother sister disappearance investigate suspect threaten pledge recommend demand deny admit only some all after until
    core maximum minimum since than without lowest highest open reopen recover infect attack defend gold silver bronze";

/// Of the words that tell apart; `fall`, `stop`, `close`, `lose`, `sell`, `reject`, `ban`, `destroy`, `resign`, `free` and `acquit` go on doing so.
const UNDERSTOOD: &str = "
    rise start resume open reopen keep win buy approve back allow hire build appoint introduce jail fine steal charge";

const UNDONE: &str = "
    declared reported registered licensed authorised authorized vaccinated insured published tested treated opened announced disclosed
    documented regulated approved answered attended inspected sold paid marked used effective sufficient complete adequate correct
    accurate";

const MASS_NOUNS: &str = "
    rain snow ice fog hail smoke dust mud sand water air milk wheat corn maize rice sugar coffee cocoa oil gas coal gold silver copper
    zinc iron steel timber beef pork fish meat food bread beer wine tobacco cotton wool paper traffic industry tourism demand crime
    research evidence science art music football cricket tennis rugby weather lightning cash everyone someone anyone";

#[cfg(test)]
mod tests {
    use rustc_hash::FxHashMap;

    use super::*;

    #[test]
    fn no_stem_is_of_two_classes() {
        let mut classes: FxHashMap<String, &str> = FxHashMap::default();
        let mut twice = Vec::new();
        for (name, members) in rows(include_str!("classes.txt")) {
            for member in members.split(' ') {
                if let Some(other) = classes.insert(stem(member), name).filter(|other| *other != name) {
                    twice.push(format!("{member}: {other}, {name}"));
                }
            }
        }
        assert!(twice.is_empty(), "{twice:#?}");
    }

    #[test]
    fn direction_parts_the_classes() {
        assert_eq!((class_of(&stem("climbed")), class_of(&stem("gains"))), (Some("rise"), Some("rise")));
        assert_eq!(class_of("drop"), Some("fall"));
        assert_eq!(pairs_with("off").and_then(|pairs| pairs.get("lay")), Some(&"layoff"));
        assert!(is_empty_word(&stem("total")) && !is_empty_word("quay"));
    }
}
