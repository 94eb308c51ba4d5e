//! Words of news that say the same, words that carry no claim, and irregular forms: what makes two wordings of one claim alike.
//! Origin: written down by hand from the usage of newspapers.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::stem::stem;

/// The class that the stem of a word belongs to, named by one of its members: `climb` is in `rise`.
pub fn class_of(stemmed: &str) -> Option<&'static str> {
    static INDEX: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(|| {
        let rows = CLASSES.lines().filter_map(|line| line.trim().split_once(':'));
        rows.flat_map(|(name, members)| members.split_whitespace().map(move |member| (stem(member), name))).collect()
    });
    INDEX.get(stemmed).copied()
}

/// Whether the word of a stem carries nothing of a claim, beyond the function words: `total`, `place` of `took place`.
pub fn is_empty_word(stemmed: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<String>> = LazyLock::new(|| EMPTY.split_whitespace().map(stem).collect());
    INDEX.contains(stemmed)
}

/// Whether the word of a stem says little beside a figure: `reach`, `employ` in `employs 450 people`. What remains is who, what, how many,
/// which way and when.
pub fn is_light_beside_figure(stemmed: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<String>> = LazyLock::new(|| LIGHT.split_whitespace().map(stem).collect());
    INDEX.contains(stemmed)
}

/// Dictionary form of an irregular form.
pub fn regular_form(word: &str) -> Option<&'static str> {
    static INDEX: LazyLock<FxHashMap<&'static str, &'static str>> =
        LazyLock::new(|| IRREGULAR.split_whitespace().filter_map(|pair| pair.split_once('>')).collect());
    INDEX.get(word).copied()
}

/// What two words together say, by their dictionary forms: `lay off`, `pull out`.
pub fn class_of_pair(first: &str, second: &str) -> Option<&'static str> {
    Some(match (first, second) {
        ("lay", "off") => "layoff",
        ("pull" | "move" | "march", "out") => "withdraw",
        ("turn" | "vote", "down") => "reject",
        ("throw", "out") => "reject",
        ("vote", "against") => "oppose",
        ("vote", "for") => "back",
        ("walk", "out") => "hit",
        ("step" | "stand", "down") | ("step", "aside") => "resign",
        ("call" | "pull", "off") => "cancel",
        ("go" | "be" | "move" | "edge", "up") => "rise",
        ("go" | "be" | "move" | "edge" | "come", "down") => "fall",
        ("carry", "out") => "conduct",
        ("break", "out") | ("kick", "off") => "start",
        ("set", "up") => "found",
        ("shut" | "close", "down") => "close",
        ("blow", "up") => "explode",
        ("burn", "down") => "destroy",
        ("find", "out") => "learn",
        ("knock" | "tear" | "pull", "down") => "demolish",
        ("take", "over") => "buy",
        ("run", "out") => "end",
        ("put", "off") | ("push", "back") => "postpone",
        ("find", "guilty") => "convict",
        ("ahead", "of") | ("prior", "to") => "before",
        _ => return None,
    })
}

/// Members as stems, a class a line.
const CLASSES: &str = "
    rise: rise climb gain increase grow growth jump surge soar advance raise lift boost swell balloon spike rebound higher hike
    fall: fall drop decline decrease slip slide sink plunge tumble dip shrink cut reduce reduction lower slash halve trim contract dwindle weaken slow ease cool
    die: die dead death kill fatality perish slay
    hurt: hurt injure wound injury
    home: home house residence
    worker: worker employee staff workforce staffer
    layoff: layoff redundant redundancy dismissal
    job: job post position role
    hit: hit strike
    crash: crash collide collision smash ram
    ignore: ignore disregard overlook
    withdraw: withdraw retreat pullout
    troop: troop soldier
    rebel: rebel insurgent militant
    reject: reject rejection dismiss veto
    approve: approve pass endorse approval adopt ratify
    back: back support
    close: close shut closure
    buy: buy purchase acquire acquisition takeover
    start: start begin commence launch
    end: end finish conclude
    stop: stop halt suspend suspension pause
    resume: resume restart
    arrest: arrest detain custody
    jail: jail imprison prison sentence
    convict: convict guilty conviction
    acquit: acquit acquittal
    build: build construct construction
    destroy: destroy wreck raze gut demolish level flatten ruin demolition
    fire: fire blaze
    quake: quake earthquake tremor
    outage: outage blackout
    car: car vehicle automobile
    truck: truck lorry
    petrol: petrol gasoline
    rail: rail railway railroad
    highway: highway motorway freeway
    road: road street
    plane: aircraft airplane jet
    ship: ship vessel
    shop: shop store
    flat: flat apartment
    rubbish: rubbish garbage trash
    child: child kid youngster
    doctor: doctor physician medic
    drug: drug medicine medication
    vaccine: vaccine jab inoculation
    sick: sick ill illness disease sickness
    pupil: pupil student schoolchild
    customer: customer client consumer
    owner: owner proprietor
    lawmaker: lawmaker legislator parliamentarian
    firm: firm company business corporation
    profit: profit earnings
    sale: sale revenue turnover
    plan: plan scheme proposal propose
    tax: tax levy
    survey: survey poll
    protest: protest demonstration demonstrate
    protester: protester demonstrator
    resign: resign quit resignation
    win: win victory beat defeat triumph
    draw: draw attract
    hospital: hospital admission
    cancel: cancel scrap axe cancellation
    rescue: rescue save
    escape: escape flee
    show: show reveal indicate
    find: find discover uncover discovery
    attack: attack assault
    explode: explode explosion blast detonate
    aid: aid help assist assistance
    film: film movie
    lawyer: lawyer attorney solicitor barrister
    rival: rival competitor
    wage: wage salary
    vote: vote ballot
    probe: probe investigate investigation inquiry
    sue: sue lawsuit
    agree: agree consent
    force: force compel oblige
    ban: ban prohibit outlaw forbid
    allow: allow permit let permission
    deal: deal agreement accord
    repair: repair fix mend
    illegal: illegal unlawful
    postpone: postpone delay defer
    fine: fine penalty penalise
    steal: steal theft
    flood: flood inundate
    need: need require
    hire: hire recruit
    appoint: appoint
    collapse: collapse
    decide: decide decision
    produce: produce production output
    merge: merge merger
    spend: spend expenditure
    loan: loan lend
    grant: grant award
    leak: leak spill
    stage: stage hold host
    oppose: oppose opposition
    warn: warn caution
    secret: secret confidential
    stay: stay remain
    seize: seize capture
    country: country nation
    sack: sack oust
    choose: choose pick select
    worry: worry concern
    shoot: shoot gun
    warn: warn alert
    urge: urge press
    tell: tell inform notify
    plead: plead beg
    check: check inspect inspection
    hide: hide conceal
    blame: blame fault
    anger: anger angry fury furious
    talks: talks negotiation negotiate
    storm: storm hurricane typhoon cyclone
    snow: snow blizzard
    victim: victim casualty
    gift: gift donation donate
    speed: speed pace
    copy: copy counterfeit
    lead: lead head chair
    replace: replace succeed
    split: split divide
    border: border frontier
    woods: woods forest
    reveal: disclose unveil
    search: search hunt
    free: free release liberate
";

const EMPTY: &str =
    "be have do make take get happen occur total worth number amount figure people person individual say state thing way there very
    place approximately roughly nearly almost about around some percent cent per mr mrs ms dr miss sir also own able just still even
    because owing due cause reason result lead during within amid following various several certain additional further extra other
    put it its their his her they them he she who which that this these those area approximately estimated estimate known call named
    current currently recent recently already yet once again such so then than as both either";

const LIGHT: &str = "
    reach stand total come give bring run carry involve include attend join part employ work lose cost shed leave cause consider think
    pull far report record post publish announce draw attract see show find need face receive produce provide contain cover count
    estimate company firm remain stay last arrive expect claim gather turn sign say treat start end mark number set serve hold suffer
    sustain experience register log average stretch span measure weigh capacity use battle fight tackle member aboard board straight
    consecutive successive row pay spend account loss country nation game match sack transport take seek call visit travel go walk move
    head return lead follow meet make create develop plan offer ask order decide want try help let keep get lie sit happen new old big
    large small major main full whole entire recent early late high low long short good bad great key own many much several few amount
    figure level rate sum people person man woman resident citizen local human folk individual other someone near inside outside across
    along around away there where when while today now currently ever still already just only again also first next previous past predict
    project forecast believe hope aim serious severe minor slight slightly sharply steadily strongly heavily badly seriously nearly fully
    partly completely result consequence because due reason effect impact system service programme scheme area region site place base
    hand side time period month week day year decade sink batter sweep tear rip spread burst erupt force drive push trigger spark prompt
    target schedule mean enable miss lack confirm note add tell warn insist suggest indicate reveal be have do";

const IRREGULAR: &str = "fell>fall fallen>fall rose>rise risen>rise struck>strike stricken>strike drew>draw drawn>draw won>win lost>lose met>meet
    held>hold built>build bought>buy sold>sell paid>pay sent>send spent>spend told>tell said>say went>go gone>go came>come took>take taken>take
    gave>give given>give made>make grew>grow grown>grow fled>flee kept>keep led>lead found>find shrank>shrink shrunk>shrink sank>sink sunk>sink
    began>begin begun>begin broke>break broken>break brought>bring caught>catch chose>choose chosen>choose drove>drive driven>drive flew>fly
    flown>fly fought>fight froze>freeze frozen>freeze got>get gotten>get hid>hide hidden>hide knew>know known>know laid>lay lay>lay left>leave
    lent>lend rang>ring ran>run saw>see seen>see shook>shake shaken>shake shot>shoot slept>sleep slid>slide spoke>speak spoken>speak
    stole>steal stolen>steal stood>stand swore>swear sworn>swear swam>swim taught>teach thought>think threw>throw thrown>throw understood>understand
    woke>wake wore>wear worn>wear wrote>write written>write withdrew>withdraw withdrawn>withdraw withdrawal>withdraw withdrawals>withdraw
    slain>slay slew>slay felt>feel heard>hear dealt>deal meant>mean
    was>be were>be is>be are>be been>be being>be am>be has>have had>have having>have did>do does>do done>do
    people>people children>child men>man women>woman wives>wife lives>life halves>half feet>foot teeth>tooth mice>mouse
    dying>die died>die dies>die lying>lie ties>tie tied>tie
    destruction>destroy growth>grow losses>loss
    hospitalised>hospital hospitalized>hospital hospitalisation>hospital hospitalization>hospital hospitalisations>hospital
    hospitalizations>hospital forces>troop
    centre>center centres>center theatre>theater theatres>theater metre>meter litre>liter programme>program programmes>program
    defence>defense offence>offense licence>license cheque>check cheques>check tyre>tire tyres>tire grey>gray aeroplane>airplane
    travelled>travel travelling>travel labelled>label modelled>model fuelled>fuel
    french>france british>britain german>germany spanish>spain italian>italy chinese>china japanese>japan polish>poland turkish>turkey
    irish>ireland scottish>scotland welsh>wales english>england dutch>netherlands swedish>sweden danish>denmark norwegian>norway finnish>finland
    greek>greece portuguese>portugal swiss>switzerland israeli>israel iraqi>iraq iranian>iran afghan>afghanistan pakistani>pakistan thai>thailand
    mexican>mexico brazilian>brazil canadian>canada egyptian>egypt ukrainian>ukraine lebanese>lebanon vietnamese>vietnam korean>korea
    american>us u.s.>us u.s>us
    plane>airplane planes>airplane northern>north southern>south eastern>east western>west
    unemployed>jobless unemployment>jobless joblessness>jobless";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_parts_the_classes() {
        assert_eq!((class_of(&stem("climbed")), class_of(&stem("gains"))), (Some("rise"), Some("rise")));
        assert_eq!(class_of("drop"), Some("fall"));
        assert_eq!((regular_form("fell"), class_of_pair("lay", "off")), (Some("fall"), Some("layoff")));
        assert!(is_empty_word(&stem("total")) && !is_empty_word("quay"));
    }
}
