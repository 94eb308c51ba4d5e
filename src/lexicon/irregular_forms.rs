//! Irregular forms and spellings of words, each with the form that stands for it. Origin: written down by hand, from general knowledge.

use std::sync::LazyLock;

use super::WordTable;

/// The form that stands for `word` (lower case): `fall` for `fell`; `None` where it is regular.
pub fn regular_form(word: &str) -> Option<&'static str> {
    static INDEX: LazyLock<WordTable<&'static str>> =
        LazyLock::new(|| IRREGULAR.split_whitespace().filter_map(|pair| pair.split_once('>')).collect());
    INDEX.get(word).copied()
}

/// `form>the form that stands for it`
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
    warmest>hottest warmer>hotter biggest>largest bigger>larger tiniest>smallest french>france british>britain
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
