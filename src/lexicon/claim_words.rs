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

/// The words of `list` as stems, and as they stand where they name a class.
fn stems_and_classes(list: &'static str) -> FxHashSet<String> {
    list.split_whitespace().flat_map(|word| [stem(word), word.to_owned()]).collect()
}

/// Whether a class, or a stem without one, has an opposite: a verb that has none makes no other claim of it beside a figure.
pub fn has_opposite(word: &str) -> bool {
    static INDEX: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| OPPOSED.split_whitespace().collect());
    INDEX.contains(word)
}

/// Dictionary form of an irregular form.
pub fn regular_form(word: &str) -> Option<&'static str> {
    static INDEX: LazyLock<FxHashMap<&'static str, &'static str>> =
        LazyLock::new(|| IRREGULAR.split_whitespace().filter_map(|pair| pair.split_once('>')).collect());
    INDEX.get(word).copied()
}

/// What two words together say, the first by its stem or that of its dictionary form: `lay off`, `voted no`.
pub fn class_of_pair(first: &str, second: &str) -> Option<&'static str> {
    static INDEX: LazyLock<FxHashMap<&'static str, FxHashMap<String, &'static str>>> = LazyLock::new(|| {
        let mut index: FxHashMap<&str, FxHashMap<String, &str>> = FxHashMap::default();
        for (firsts, second, class) in PAIRS {
            index.entry(second).or_default().extend(firsts.split(' ').map(|first| (stem(first), *class)));
        }
        index
    });
    INDEX.get(second)?.get(&stem(first)).copied()
}

/// Verbs in their dictionary forms, the word behind them, and the class that they make.
const PAIRS: &[(&str, &str, &str)] = &[
    ("lay", "off", "layoff"),
    ("pull move march", "out", "withdraw"),
    ("turn vote", "down", "reject"),
    ("throw", "out", "reject"),
    ("vote", "against", "oppose"),
    ("vote", "no", "oppose"),
    ("vote", "for", "back"),
    ("walk", "out", "hit"),
    ("step stand", "down", "resign"),
    ("step", "aside", "resign"),
    ("call pull", "off", "cancel"),
    ("go be move edge", "up", "rise"),
    ("go be move edge come", "down", "fall"),
    ("carry", "out", "conduct"),
    ("break", "out", "start"),
    ("kick", "off", "start"),
    ("set", "up", "found"),
    ("shut close", "down", "close"),
    ("blow", "up", "explode"),
    ("burn", "down", "destroy"),
    ("find", "out", "learn"),
    ("knock tear pull", "down", "demolish"),
    ("take", "over", "buy"),
    ("put", "off", "postpone"),
    ("push", "back", "postpone"),
    ("find", "guilty", "convict"),
    ("ahead", "of", "before"),
    ("death", "toll", "die"),
    ("chief", "executive", "director"),
    ("strike", "down", "overturn"),
    ("dock", "workers", "docker"),
    ("dock", "worker", "docker"),
    ("call", "on", "urge"),
    ("call", "upon", "urge"),
    ("rescue", "worker", "rescue"),
    ("rescue", "workers", "rescue"),
    ("rescue", "crews", "rescue"),
    ("rescue", "teams", "rescue"),
    ("benchmark policy base repo", "rate", "interest"),
    ("price", "growth", "infl"),
    ("ticket", "prices", "cost"),
    ("fall be get", "behind", "arrears"),
    ("prior", "to", "before"),
];

/// Members as stems, a class a line, or two where one is too short.
const CLASSES: &str = "
    rise: rise climb gain increase grow growth jump surge soar advance raise lift boost swell balloon spike rebound higher hike mount
    rise: accelerate escalate expand expansion widen double triple quadruple upturn uptick
    rise: leap skyrocket enlarge intensify strengthen swelled
    fall: fall drop decline decrease slip slide sink plunge tumble dip shrink cut reduce reduction lower slash halve trim dwindle weaken
    fall: slow ease cool diminish lessen plummet nosedive downturn recede ebb shed subside curtail cutback downsize ebbed
    hot: hot warm
    die: die dead death kill fatality perish slay fatal drown lethal deceased succumb mortality deadly
    hurt: hurt injure wound injury maim
    home: home house residence dwelling household
    worker: worker employee staff workforce staffer personnel labourer laborer workman workmen
    layoff: layoff redundant redundancy dismissal retrench
    job: job post position role employment vacancy
    hit: hit strike batter pound pummel lash
    crash: crash collide collision smash ram pileup accident
    ignore: ignore disregard overlook neglect
    withdraw: withdraw retreat pullout pullback
    troop: troop soldier servicemen serviceman servicewomen infantry
    rebel: rebel insurgent militant guerrilla fighter guerilla
    reject: reject rejection dismiss veto rebuff spurn overrule refuse refusal rebuffed
    approve: approve pass endorse approval adopt ratify authorise authorize authorisation authorization okay greenlight
    back: back support favour favor
    close: close shut closure shutdown shutter
    buy: buy purchase acquire acquisition takeover snap buyout procure
    start: start begin commence launch inaugurate initiate embark kickoff rollout underway
    end: end finish conclude terminate expire cease complete
    stop: stop halt suspend suspension pause moratorium standstill
    resume: resume restart reopen resumption
    arrest: arrest detain custody apprehend detention nab remand
    jail: jail imprison prison sentence incarcerate
    convict: convict guilty conviction
    acquit: acquit acquittal exonerate
    build: build construct construction erect
    destroy: destroy wreck raze gut demolish flatten ruin demolition obliterate incinerate ravage devastate
    fire: fire blaze inferno wildfire bushfire conflagration
    quake: quake earthquake tremor temblor
    outage: outage blackout
    car: car vehicle automobile auto automotive
    truck: truck lorry
    petrol: petrol gasoline
    rail: rail railway railroad
    highway: highway motorway freeway expressway interstate
    road: road street avenue lane boulevard
    plane: aircraft airplane jet airliner jetliner
    ship: ship vessel liner
    shop: shop store retailer supermarket
    flat: flat apartment condominium condo
    rubbish: rubbish garbage trash
    child: child kid youngster toddler teenager teen youth minor adolescent
    doctor: doctor physician medic surgeon clinician
    drug: drug medicine medication
    vaccine: vaccine jab inoculation immunise
    sick: sick ill illness disease sickness ailment infection infected infect unwell
    pupil: pupil student schoolchild undergraduate
    customer: customer client consumer shopper buyer
    owner: owner proprietor
    lawmaker: lawmaker legislator parliamentarian mp congressman congresswoman
    firm: firm company business corporation enterprise employer manufacturer maker
    profit: profit
    sale: sale revenue turnover
    plan: plan scheme proposal propose blueprint
    tax: tax levy
    survey: survey poll questionnaire canvass
    protest: protest demonstration demonstrate rally march
    protester: protester demonstrator marcher activist campaigner
    resign: resign quit resignation
    win: win victory beat defeat triumph clinch trounce thrash rout overcome
    draw: draw attract
    hospital: hospital admission
    cancel: cancel scrap axe cancellation
    rescue: rescue rescuer save pluck bailout
    escape: escape flee abscond
    show: show reveal indicate
    find: find discover uncover discovery detect
    attack: attack assault raid ambush shell bombard bombardment onslaught shelled
    explode: explode explosion blast detonate detonation bomb bombing
    spacecraft: spacecraft spaceship
    diplomat: diplomat envoy ambassador
    takeoff: takeoff liftoff
    failure: failure malfunction breakdown fail glitch
    jury: jury juror
    plot: plot conspiracy conspire
    walkout: walkout stoppage
    tribe: tribe clan
    coup: coup putsch mutiny
    riot: riot unrest disturbance
    famine: famine starvation starve hunger hungry
    curfew: curfew lockdown
    clash: clash skirmish
    shelter: shelter refuge
    rocket: rocket missile
    recession: recession slump
    subsidy: subsidy subsidise subsidize
    aid: aid help assist assistance
    film: film movie
    lawyer: lawyer attorney solicitor barrister counsel
    rival: rival competitor opponent
    wage: wage salary paycheck remuneration
    vote: vote ballot
    probe: probe investigate investigation inquiry enquiry
    sue: sue lawsuit litigation
    agree: agree consent accept
    force: force compel oblige
    ban: ban prohibit outlaw forbid bar embargo
    allow: allow permit let permission
    deal: deal agreement accord pact treaty settlement truce contract
    repair: repair fix mend restore renovate refurbish refurbishment maintenance
    illegal: illegal unlawful illicit illegally unlawfully
    postpone: postpone delay defer deferral adjourn reschedule
    fine: fine penalty penalise
    tug: tug tugboat
    cargo: cargo freight
    usual: usual normal
    moon: moon lunar
    sue: suit
    bird: bird avian
    prosecutor: prosecutor prosecution
    constitution: constitution constitutional
    attempt: attempt try
    pause: gap lull hiatus
    drug: dope
    airline: airline carrier
    steal: steal theft rob robbery loot burglary burgle pilfer heist
    flood: flood inundate submerge
    need: need require
    hire: hire recruit
    appoint: appoint
    collapse: collapse
    decide: decide decision
    produce: produce production output manufacture
    merge: merge merger
    spend: spend expenditure outlay
    loan: loan lend borrow
    grant: grant award confer
    leak: leak spill seep spillage discharge spilled
    stage: stage hold host
    oppose: oppose opposition
    warn: warn caution alert
    secret: secret confidential classified
    stay: stay remain
    seize: seize capture confiscate impound
    country: country nation
    sack: sack oust ouster depose overthrow topple unseat
    choose: choose pick select opt
    worry: worry concern anxiety anxious
    shoot: shoot gun gunfire
    urge: urge press exhort implore
    tell: tell inform notify brief
    plead: plead beg
    check: check inspect inspection audit examine examination scrutinise scrutinize
    hide: hide conceal coverup
    blame: blame fault
    anger: anger angry fury furious outrage
    talks: talks negotiation negotiate discuss dialogue
    storm: storm hurricane typhoon cyclone
    snow: snow blizzard snowstorm snowfall
    victim: victim casualty
    gift: gift donation donate
    speed: speed pace
    copy: copy counterfeit fake forge
    lead: lead head chair
    replace: replace succeed supplant succeeded substitute
    split: split divide
    border: border frontier
    woods: woods forest woodland
    reveal: disclose unveil disclosure
    search: search hunt manhunt
    free: free release liberate bail
    debt: debt borrowing liability arrears
    cost: cost price expense fee fare
    money: money cash fund funding finance
    budget: budget spending
    rent: rent lease tenancy rental
    tenant: tenant renter lodger
    landlord: landlord lessor
    bank: bank lender
    trade: trade commerce
    export: export shipment
    tourist: tourist visitor holidaymaker traveller traveler vacationer
    passenger: passenger commuter rider
    farm: farm agriculture agricultural
    farmer: farmer grower rancher
    crop: crop harvest yield
    food: food grocery
    cattle: cattle cow livestock herd
    fish: fish fishery catch
    boat: boat yacht dinghy
    airport: airport airfield
    train: train locomotive
    bus: bus coach
    bicycle: bicycle bike
    cyclist: cyclist biker
    driver: driver motorist
    pilot: pilot aviator
    team: team squad
    player: player footballer athlete
    manager: manager trainer
    game: game match fixture
    trophy: trophy title cup championship
    fan: fan supporter spectator
    contest: contest compete competition tournament
    teacher: teacher tutor schoolteacher lecturer educator
    school: school classroom academy
    university: university college campus
    scientist: scientist researcher academic
    research: research study analysis analyse analyze
    test: test exam
    patient: patient inpatient
    nurse: nurse midwife
    clinic: clinic surgery
    epidemic: epidemic outbreak pandemic
    virus: virus pathogen
    police: police officer constable cop policeman policewoman
    detective: detective investigator
    suspect: suspect accused defendant
    court: court tribunal judge magistrate justice
    appeal: appeal challenge
    evidence: evidence proof
    crime: crime offense wrongdoing
    murder: murder homicide assassinate
    fraud: fraud scam swindle embezzle embezzlement defraud
    bribe: bribe bribery kickback corruption corrupt
    inmate: inmate prisoner detainee
    smuggle: smuggle traffic trafficking
    weapon: weapon firearm rifle arms handgun pistol
    knife: knife blade stab
    hostage: hostage captive kidnap abduct abduction
    army: army military
    navy: navy fleet warship
    war: war conflict warfare
    peace: peace ceasefire armistice
    refugee: refugee migrant asylum immigrant
    candidate: candidate contender nominee hopeful
    voter: voter elector electorate
    party: party faction
    parliament: parliament legislature
    government: government administration cabinet
    minister: minister secretary
    law: law legislation statute
    rule: rule regulation
    licence: licence license
    leader: leader chief boss
    chairman: chairman chairwoman chairperson
    director: director executive ceo
    spokesman: spokesman spokeswoman spokesperson
    meet: meet meeting summit
    visit: visit trip tour
    speech: speech address
    letter: letter note
    report: report dossier
    document: document record
    promise: promise pledge vow commitment
    threaten: threaten threat
    criticise: criticise criticize condemn denounce slam lambast rebuke criticism censure castigate reprimand
    praise: praise hail laud commend applaud acclaim
    apologise: apologise apologize apology sorry
    admit: admit concede acknowledge confess
    accuse: accuse allege allegation
    mislead: mislead deceive dupe deception
    hope: hope optimism optimistic
    fear: fear afraid dread
    surprise: surprise shock stun astonish astound
    terrify: terrify frighten
    avoid: avoid avert prevent thwart foil
    protect: protect safeguard shield defend
    keep: keep retain preserve maintain
    remove: remove removal
    move: move relocate relocation transfer
    leave: leave depart departure exit
    arrive: arrive arrival
    enter: enter entry
    join: join enrol enroll
    share: share stake stock
    invest: invest investment plough
    bankrupt: bankrupt insolvent insolvency bankruptcy
    contribute: contribute contribution
    collect: collect gather
    distribute: distribute hand deliver delivery
    order: order instruct command
    install: install fit installed
    faulty: faulty defective flawed
    damage: damage harm
    cause: cause trigger spark provoke
    block: block obstruct blockade
    cover: cover span
    empty: empty vacant unoccupied
    cheap: cheap inexpensive affordable
    expensive: expensive costly dear
    rich: rich wealthy affluent
    poor: poor impoverished poverty
    dangerous: dangerous hazardous unsafe perilous danger hazard
    fast: fast quick rapid swift quickly rapidly swiftly
    elderly: elderly pensioner retiree
    young: young youthful
    baby: baby infant newborn
    mother: mother mum mom
    father: father dad
    spouse: spouse husband wife
    woman: woman female
    man: man male
    river: river waterway
    lake: lake reservoir
    coast: coast shore shoreline seaside coastline
    beach: beach sand
    mountain: mountain peak
    valley: valley glen
    tree: tree timber
    rain: rain rainfall downpour deluge
    heat: heat heatwave
    wind: wind gale gust
    landslide: landslide mudslide landslip
    tunnel: tunnel underpass
    bridge: bridge overpass viaduct flyover
    harbor: harbor port dock quay wharf
    factory: factory plant mill works
    mine: mine colliery
    oil: oil crude petroleum
    power: power electricity
    pollute: pollute pollution contaminate contamination pollutant
    emission: emission carbon emit
    waste: waste sewage
    internet: internet online web
    phone: phone telephone mobile cellphone smartphone
    software: software app program
    hack: hack cyberattack breach
    data: data information
    museum: museum gallery
    painting: painting canvas
    theater: theater playhouse
    actor: actor actress
    singer: singer vocalist
    song: song tune
    author: author writer novelist
    book: book novel
    church: church cathedral
    priest: priest clergyman vicar pastor cleric preacher
    hotel: hotel inn
    restaurant: restaurant eatery diner
    pub: pub tavern
    holiday: holiday vacation
    suburb: suburb outskirts
    town: town township borough
    city: city metropolis
    village: village hamlet
    region: region area district province
    inhabitant: inhabitant resident
    annual: annual yearly annually
    evacuate: evacuate evacuation evacuee
    overturn: overturn quash annul reverse invalidate
    sell: sell sold seller divest
    reform: reform overhaul shakeup revamp
    found: founded establish
    abolish: abolish abolition repeal
    revoke: revoke rescind revocation
    uprising: uprising revolt rebellion insurrection insurgency
    referendum: referendum plebiscite
    reelect: reelect
    runoff: runoff
    leftist: leftist leftwing
    rightist: rightist rightwing
    farright: farright
    premier: premier
    councillor: councillor councilman councilwoman
    former: former ex
    coalition: coalition alliance
    deadlock: deadlock stalemate impasse standoff
    dispute: dispute feud quarrel disagreement
    controversial: controversial contentious
    unanimous: unanimous unanimously
    crackdown: crackdown clampdown
    expel: expel expulsion deport
    immigration: immigration migration
    send: send dispatch despatch deploy
    airstrike: airstrike
    warplane: warplane
    nuclear: nuclear atomic
    drone: drone uav
    invade: invade incursion
    ammunition: ammunition munitions
    checkpoint: checkpoint roadblock
    spy: spy espionage
    abuse: abuse mistreat maltreat
    pardon: pardon clemency amnesty
    uphold: uphold affirm
    violate: violate infringe flout contravene
    legal: legal lawful
    testify: testify testimony
    plaintiff: plaintiff claimant complainant
    witness: witness eyewitness bystander onlooker
    compensation: compensation payout restitution reparation
    extortion: extortion blackmail
    autopsy: autopsy postmortem
    gunman: gunman shooter
    attacker: attacker assailant
    thief: thief robber burglar
    killer: killer murderer
    cannabis: cannabis marijuana
    economy: economy gdp
    analyst: analyst economist
    exceed: exceed exceeded surpass outstrip
    recall: recall recalled
    boycott: boycott boycotted
    worsen: worsen deteriorate
    deficit: deficit shortfall
    shortage: shortage scarcity
    shareholder: shareholder stockholder
    tycoon: tycoon magnate mogul
    businessman: businessman businesswoman entrepreneur
    carmaker: carmaker automaker
    regulator: regulator watchdog
    headquarters: headquarters hq
    startup: startup
    foreclosure: foreclosure foreclose repossess
    motorcycle: motorcycle motorbike
    metro: metro subway
    tram: tram streetcar
    pavement: pavement sidewalk
    junction: junction intersection crossroads
    congestion: congestion gridlock tailback
    helicopter: helicopter chopper
    luggage: luggage baggage
    captain: captain skipper
    sailor: sailor seaman seafarer mariner
    disaster: disaster catastrophe calamity
    debris: debris rubble wreckage
    disappearance: disappear vanish unaccounted
    unharmed: unharmed unhurt unscathed uninjured
    extinguish: extinguish douse
    firefighter: firefighter fireman
    tornado: tornado twister
    forecaster: forecaster meteorologist
    rebuild: rebuild reconstruct
    astronaut: astronaut cosmonaut
    flu: flu influenza
    covid: covid coronavirus covid19
    healthcare: healthcare
    treat: treat therapy
    toxic: toxic poisonous
    pregnant: pregnant pregnancy
    obesity: obesity obese
    principal: principal headteacher headmaster headmistress
    childcare: childcare daycare creche
    journalist: journalist reporter correspondent
    television: television tv
    concert: concert gig
    archaeologist: archaeologist archeologist
    artifact: artifact relic
    pope: pope pontiff
    stadium: stadium arena
    unbeaten: unbeaten undefeated
    goalkeeper: goalkeeper goalie
    semifinal: semifinal
    quarterfinal: quarterfinal
    corn: corn maize
    soybean: soybean soy soya
    pig: pig hog swine
    cull: cull slaughter
    chip: chip semiconductor microchip
    email: email
    respond: respond response reply
    continue: continue persist
    proceed: proceed proceeded
    participate: participate
    cooperate: cooperate collaborate
    expect: expect anticipate
    forecast: forecast predict
    consider: consider mull contemplate
    recover: recover recuperate
    eliminate: eliminate eradicate
    marry: marry marriage wed
    born: born birth
    corpse: corpse body
    family: family relative
    charity: charity nonprofit
    huge: huge massive enormous vast
    severe: severe serious severely seriously
    temporary: temporary temporarily
    permanent: permanent permanently
    global: global worldwide
    foreign: foreign overseas
";

const EMPTY: &str = "
    be have do make take get happen occur total worth number amount figure people person individual say state thing way there very place
    knowledge approximately roughly shortly soon just nearly almost about around some percent cent per mr mrs ms dr miss sir also own able just still even because owing
    due cause reason result lead during within amid following various several certain additional further extra other put it its their his
    her they them he she who which that this these those area approximately estimated estimate known call named current currently recent
    recently already yet once again such so then than as both either go come give bring find enter reach carry include involve";

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
    until inhabitant attacker victim patient target schedule mean enable lack confirm note add tell warn insist suggest indicate reveal be
    have do authority term speed pace ruling";

/// By class, or by stem where there is none.
const OPPOSED: &str = "
    rise fall die hurt surviv miss win los lose reject approve back oppose against buy sell start end stop resume close complet arrest
    free jail convict acquit build destroy allow ban hire layoff sack appoint resign withdraw repair damage steal spend earn owe import
    export loan borrow before more less fewer if man woman boy girl attempt accuse";

const IRREGULAR: &str =
    "fell>fall fallen>fall rose>rise risen>rise struck>strike stricken>strike drew>draw drawn>draw won>win lost>lose met>meet held>hold
    built>build bought>buy sold>sell paid>pay sent>send spent>spend told>tell said>say went>go gone>go came>come took>take taken>take
    gave>give given>give made>make grew>grow grown>grow fled>flee kept>keep led>lead found>find shrank>shrink shrunk>shrink sank>sink
    sunk>sink began>begin begun>begin broke>break broken>break brought>bring caught>catch chose>choose chosen>choose drove>drive
    driven>drive flew>fly flown>fly fought>fight froze>freeze frozen>freeze got>get gotten>get hid>hide hidden>hide knew>know known>know
    laid>lay lay>lay left>leave lent>lend rang>ring ran>run saw>see seen>see shook>shake shaken>shake shot>shoot slept>sleep slid>slide
    spoke>speak spoken>speak stole>steal stolen>steal stood>stand swore>swear sworn>swear swam>swim taught>teach thought>think
    threw>throw thrown>throw understood>understand woke>wake wore>wear worn>wear wrote>write written>write withdrew>withdraw
    withdrawn>withdraw withdrawal>withdraw withdrawals>withdraw slain>slay slew>slay felt>feel heard>hear dealt>deal meant>mean was>be
    were>be is>be are>be been>be being>be am>be has>have had>have having>have did>do does>do done>do people>people children>child
    men>man women>woman wives>wife lives>life halves>half feet>foot teeth>tooth mice>mouse tried>try tries>try dying>die died>die
    dies>die lying>lie ties>tie tied>tie destruction>destroy growth>grow jewellery>jewelry parliamentary>parliament losses>loss
    hospitalised>hospital hospitalized>hospital hospitalisation>hospital hospitalization>hospital hospitalisations>hospital
    hospitalizations>hospital forces>troop centre>center centres>center theatre>theater theatres>theater metre>meter litre>liter
    programme>program programmes>program defence>defense offence>offense licence>license cheque>check cheques>check tyre>tire tyres>tire
    grey>gray aeroplane>airplane travelled>travel travelling>travel labelled>label modelled>model fuelled>fuel earnings>profit
    warmest>hottest warmer>hotter biggest>largest bigger>larger tiniest>smallest highest>highest french>france british>britain
    german>germany spanish>spain italian>italy chinese>china japanese>japan polish>poland turkish>turkey irish>ireland scottish>scotland
    welsh>wales english>england dutch>netherlands swedish>sweden danish>denmark norwegian>norway finnish>finland greek>greece
    portuguese>portugal swiss>switzerland israeli>israel iraqi>iraq iranian>iran afghan>afghanistan pakistani>pakistan thai>thailand
    mexican>mexico brazilian>brazil canadian>canada egyptian>egypt ukrainian>ukraine lebanese>lebanon vietnamese>vietnam korean>korea
    american>us u.s.>us u.s>us plane>airplane planes>airplane northern>north southern>south eastern>east western>west unemployed>jobless
    unemployment>jobless joblessness>jobless became>become bent>bend bitten>bite blew>blow blown>blow borne>bear bred>breed breed>breed
    bled>bleed bleed>bleed clung>cling crept>creep dug>dig ate>eat eaten>eat fed>feed forbade>forbid forbidden>forbid foresaw>foresee
    foreseen>foresee forgot>forget forgotten>forget forgave>forgive forgiven>forgive hung>hang hanged>hang knelt>kneel leapt>leap
    learnt>learn burnt>burn spilt>spill spoilt>spoil misled>mislead overcame>overcome overran>overrun oversaw>oversee overseen>oversee
    overtook>overtake overtaken>overtake overthrew>overthrow overthrown>overthrow rebuilt>rebuild repaid>repay retook>retake
    retaken>retake ridden>ride rode>ride sang>sing sung>sing sat>sit shone>shine shown>show sought>seek sped>speed spun>spin
    sprang>spring sprung>spring stuck>stick stung>sting swept>sweep swung>swing tore>tear torn>tear undertook>undertake
    undertaken>undertake underwent>undergo undergone>undergo upheld>uphold withheld>withhold withstood>withstand beaten>beat sued>sue
    suing>sue axed>axe axing>axe owed>owe added>add adding>add used>use using>use lied>lie vied>vie vying>vie tying>tie panicked>panic
    panicking>panic policemen>policeman policewomen>policewoman spokesmen>spokesman spokeswomen>spokeswoman chairmen>chairman
    gunmen>gunman firemen>fireman fishermen>fisherman businessmen>businessman businesswomen>businesswoman congressmen>congressman
    congresswomen>congresswoman councilmen>councilman councilwomen>councilwoman clergymen>clergyman seamen>seaman batsmen>batsman
    schoolchildren>schoolchild grandchildren>grandchild knives>knife thieves>thief wolves>wolf calves>calf crises>crisis
    bacteria>bacterium invasion>invade evasion>evade erosion>erode intrusion>intrude exclusion>exclude persuasion>persuade
    revision>revise supervision>supervise submission>submit transmission>transmit intervention>intervene abstention>abstain
    retention>retain consumption>consume prescription>prescribe subscription>subscribe introduction>introduce imposition>impose
    recognition>recognise application>apply publication>publish notification>notify verification>verify identification>identify
    certification>certify ratification>ratify modification>modify qualification>qualify occupation>occupy registration>register
    explanation>explain proclamation>proclaim interference>interfere occurrence>occur diagnosis>diagnose recovery>recover seizure>seize
    exposure>expose signature>sign burial>bury choice>choose belief>believe presidential>president congressional>congress
    electoral>elect environmental>environ economic>economy financial>finance naval>navy papal>pope volcanic>volcano suburban>suburb
    missing>disappear kilometre>kilometer fibre>fiber manoeuvre>maneuver aluminium>aluminum artefact>artifact gaol>jail storey>story
    sceptical>skeptic sceptic>skeptic sulphur>sulfur mould>mold smoulder>smolder catalogue>catalog moustache>mustache ageing>aging
    practise>practice practised>practice practising>practice fulfill>fulfil skilful>skillful councilor>councillor counsellor>counselor
    medallist>medalist jeweller>jeweler yoghurt>yogurt paediatric>pediatric paediatrician>pediatrician anaemia>anemia
    anaesthetic>anesthetic haemorrhage>hemorrhage leukaemia>leukemia diarrhoea>diarrhea foetus>fetus foetal>fetal orthopaedic>orthopedic
    caesarean>cesarean paedophile>pedophile african>africa asian>asia european>europe belgian>belgium hungarian>hungary libyan>libya
    kenyan>kenya cuban>cuba venezuelan>venezuela chilean>chile peruvian>peru argentine>argentina argentinian>argentina jordanian>jordan
    yemeni>yemen kuwaiti>kuwait qatari>qatar sudanese>sudan somali>somalia moroccan>morocco malian>mali congolese>congo rwandan>rwanda
    ugandan>uganda zimbabwean>zimbabwe nepalese>nepal bangladeshi>bangladesh taiwanese>taiwan singaporean>singapore cypriot>cyprus
    maltese>malta icelandic>iceland haitian>haiti jamaican>jamaica netherlands>netherlands wales>wales philippines>philippines
    filipino>philippines texas>texas texan>texas shipment>shipment medication>medication medical>medical information>information
    department>ministry care>healthcare cope>manage coped>manage coping>manage wine>winery far>distant several>several going>go";

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
