//! Titles, offices and roles that stand with a person's name. Origin: written down by hand from the usage of newspapers.

/// Forms of address of men.
pub const HONORIFICS_OF_MEN: &str = "Mr, Mr., Mister, Sir, Lord, Señor, Monsieur, Herr, Messrs, Messrs.";

/// Forms of address of women.
pub const HONORIFICS_OF_WOMEN: &str = "Mrs, Mrs., Ms, Ms., Miss, Madam, Madame, Lady, Dame, Señora, Mme, Mme., Begum, Frau";

/// Forms of address that do not tell.
pub const HONORIFICS: &str = "Dr, Dr., Doctor, Prof, Prof., Mx, Mx., Hon, Hon., Rev, Rev., Fr, Fr., Revd, Esq, Mohd, \
    Haji, Hajj, Shri, Smt, Ustaz, Datuk, Tan Sri, Dato, Alhaji, Hajia, Otunba";

/// Offices and ranks that may stand before a name, capitalised or not.
pub const OFFICES: &str = "President, Minister, Premier, Chancellor, Secretary, Senator, Sen, Sen., Sens, Sens., Representative, Rep, Rep., \
    Reps, Reps., Congressman, Congresswoman, Congressmember, Governor, Gov, Gov., Govs., Mayor, Ambassador, Councillor, Councilor, Councilman, \
    Councilwoman, Councilmember, Alderman, Alderwoman, Judge, Justice, Magistrate, Attorney, Prosecutor, Sheriff, General, Gen, Gen., Colonel, Col, \
    Col., Major, Maj, Maj., Captain, Capt, Capt., Lieutenant, Lt, Lt., Sergeant, Sgt, Sgt., Corporal, Cpl, Cpl., Private, Pvt, Pvt., \
    Admiral, Adm, Adm., Commander, Cmdr, Cmdr., Commodore, Marshal, Brigadier, Brig, Brig., Officer, Detective, Det, Det., Inspector, Insp, \
    Superintendent, Supt, Supt., Constable, Deputy, Chief, Commissioner, Comptroller, Speaker, Chairman, Chairwoman, Chairperson, Chair, \
    Director, Treasurer, Auditor, Ombudsman, Pope, Cardinal, Archbishop, Bishop, Father, Pastor, Reverend, Rabbi, Imam, Sheikh, Shaikh, Mullah, \
    Ayatollah, Sister, Brother, Mother, Deacon, Archdeacon, Patriarch, Monsignor, Msgr, Msgr., Vicar, Professor, Dean, Provost, Rector, Principal, King, Queen, \
    Prince, Princess, Duke, Duchess, Count, Countess, Baron, Baroness, Emperor, Empress, Emir, Sultan, Tsar, Czar, Shah, Crown Prince, Crown Princess, \
    Coach, Manager, Assemblyman, Assemblywoman, Assemblymember, Assemblyperson, Delegate, Del., MP, MEP, MLA, MSP, Solicitor, Undersecretary, Spokesman, \
    Spokeswoman, Spokesperson, Vice-President, Prime Minister, Secretary-General, Attorney-General, Vice-Chancellor, \
    Chairmen, Presidents, Senators, Representatives, Ministers, Justices, Governors, Mayors, CEO, CFO, COO, PM, Minority, Majority, Leader, Whip, Envoy, \
    Consul, Attaché, Taoiseach, Tánaiste, Sen.-elect, President-elect, Lieutenant-Governor, Co-founder, Founder, Warden, Ranger, \
    Aldermen, Counsel, Supervisor, Registrar, Governor-General, Sub-Inspector, Havildar, Warrant, Airman, Seaman, Specialist, Spc., Staff, Trooper, \
    Firefighter, Highness, Majesty, Excellency, Eminence, Ruler, Member, Head, Honourable, Honorable, Amir, Vice President, Executive, Chief Executive, Managing Director, Fellow, Earl, Viscount, Abbot, Archduke, Advocate, Protector, Candidate, Co-chair, Co-Chair, Nurse, Uncle, Aunt, Auntie, Grandma, Grandpa";

/// Words that stand before an office and belong to it.
pub const OFFICE_MODIFIERS: &str = "former, ex, vice, deputy, acting, interim, assistant, associate, senior, junior, chief, prime, foreign, lead, \
    honorary, state, federal, district, county, city, national, presidential, democratic, republican, executive, managing, first, second, \
    third, incoming, outgoing, retired, late, then, press, home, interior, lieutenant, major, brigadier, rear, solicitor, attorney, crown, under, \
    special, general, police, military, army, navy, air, field, world, opposition, ruling, house, senate, majority, minority, provincial, regional, local, \
    candidate, operating, financial, technology, marketing, medical, information, legal, party, cabinet, hon, rt, supreme, court, chair, white house, head, public, fire, campaign, communications, candidate, nominee";

/// Roles of men, written small.
pub const ROLES_OF_MEN: &str = "spokesman, chairman, congressman, councilman, businessman, salesman, policeman, fireman, actor, king, prince, father, son, \
    brother, husband, uncle, nephew, grandfather, grandson, boy, man, gentleman, widower, boyfriend, fiance, monk, priest, stepfather, \
    stepson, sportsman, fisherman, craftsman, alderman, assemblyman, statesman, waiter, host, godfather, duke, emperor, lord, dad";

/// Roles of women, written small.
pub const ROLES_OF_WOMEN: &str = "spokeswoman, chairwoman, congresswoman, councilwoman, businesswoman, saleswoman, policewoman, actress, queen, \
    princess, mother, daughter, sister, wife, aunt, niece, grandmother, granddaughter, girl, woman, lady, widow, girlfriend, fiancee, nun, stepmother, \
    stepdaughter, sportswoman, alderwoman, assemblywoman, stateswoman, waitress, hostess, heroine, duchess, empress, mum, mom, ballerina";

/// Roles that do not tell, written small.
pub const ROLES: &str = "president, minister, premier, chancellor, secretary, senator, representative, governor, mayor, ambassador, councillor, \
    councilor, judge, justice, attorney, prosecutor, sheriff, general, colonel, captain, lieutenant, sergeant, admiral, commander, officer, \
    detective, inspector, superintendent, deputy, commissioner, speaker, chairperson, chair, director, treasurer, pope, cardinal, archbishop, bishop, \
    pastor, rabbi, imam, professor, dean, principal, coach, manager, spokesperson, leader, founder, co-founder, owner, chief, head, executive, \
    analyst, economist, expert, researcher, scientist, author, writer, novelist, poet, journalist, reporter, editor, columnist, correspondent, broadcaster, \
    blogger, lawyer, barrister, solicitor, doctor, surgeon, physician, nurse, teacher, student, engineer, architect, artist, painter, photographer, \
    musician, singer, rapper, composer, pianist, drummer, guitarist, comedian, filmmaker, producer, playwright, dancer, designer, chef, model, \
    player, striker, midfielder, defender, goalkeeper, quarterback, pitcher, footballer, cricketer, golfer, boxer, driver, \
    runner, swimmer, champion, skipper, activist, campaigner, advocate, organizer, candidate, lawmaker, legislator, politician, diplomat, envoy, \
    aide, adviser, advisor, consultant, strategist, pollster, official, entrepreneur, investor, banker, broker, trader, farmer, fisher, miner, \
    worker, resident, neighbor, neighbour, victim, suspect, witness, defendant, plaintiff, soldier, pilot, astronaut, partner, colleague, \
    friend, cousin, baby, child, teenager, pensioner, historian, philosopher, psychologist, sociologist, biologist, chemist, physicist, mathematician, \
    astronomer, geologist, epidemiologist, virologist, psychiatrist, therapist, librarian, curator, counselor, counsellor, coordinator, \
    administrator, chairholder, co-author, coauthor, co-chair, co-director, vice-president, president-elect, incumbent, challenger, rival, counterpart, \
    nominee, successor, predecessor, superstar, star, legend, veteran, tycoon, billionaire, magnate, mogul, dictator, warlord, \
    gunman, attacker, shooter, hacker, whistleblower, inventor, explorer, missionary, preacher, evangelist, theologian, nobelist, laureate, envoy, \
    ombudsman, registrar, auditor, accountant, clerk, investigator, agent, spy, trustee, volunteer, YouTuber, youtuber, influencer";
