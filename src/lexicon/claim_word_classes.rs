//! Words of news that say the same; `claim_words` looks them up. Origin: written down by hand from the usage of newspapers.

/// Members as stems, a class a line, or two where one is too short.
pub(super) const CLASSES: &str = "
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
