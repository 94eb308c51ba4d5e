//! Words by which events, works and products are known. Origin: written down by hand.

/// Words that end the name of an event.
pub const EVENT_LAST_WORDS: &str = "War, Wars, Battle, Games, Olympics, Paralympics, Cup, Championship, Championships, Tournament, Open, Bowl, Series, Festival, Fest, Fair, Expo, Summit, Conference, Convention, Symposium, Congress, Forum, Marathon, Prix, Derby, Revolution, Uprising, Rebellion, Massacre, Genocide, Holocaust, Crisis, Scandal, Affair, Election, Elections, Referendum, Earthquake, Hurricane, \
    Tsunami, Pandemic, Plague, Depression, Recession, Crusade, Crusades, Siege, Coup, March, Protests, Strike, Riots, Parade, Day, Week, Month, Awards, Ceremony, Trial, Trials, Exhibition, Biennale, Era, Spring, Renaissance, Reformation, Enlightenment, Debate, Disaster, Attack, Attacks, Bombing, Shooting, Night, Jubilee, Concert, Tour, Show, Rally, Celebration";

/// Words that begin the name of an event and go on with `of`.
pub const EVENT_BEFORE_OF: &str = "Battle, War, Siege, Treaty, Fall, Feast, Festival, Council, Night, Day, Tour";

/// Words that end the name of a work, law or prize.
pub const WORK_LAST_WORDS: &str = "Act, Bill, Treaty, Agreement, Accord, Accords, Amendment, Constitution, Declaration, Convention, Protocol, Charter, Code, Law, Pact, Plan, Report, Papers, Deal, Resolution, Directive, Prize, Award, Medal, Oscar, Emmy, Grammy, Bible, Quran, Koran, Torah, Trilogy, Concerto, Sonata, Anthem, Manifesto, Doctrine, Theorem, Theory, Index, Survey, Study, Dictionary, Encyclopedia, Order, Ordinance, Decree, Proposition, Policy, Scale, Test, Scholarship, Fellowship";

/// Events, works and products that nothing in their name gives away.
pub const EVENTS: &str = "Brexit, Watergate, Holocaust, Olympics, Paralympics, World War I, World War II, World War One, World War Two, Second World War, First World War, Cold War, Civil War, Super Bowl, World Cup, Arab Spring, Great Depression, Industrial Revolution, D-Day, Eurovision, Wimbledon, Hajj, Nakba, 9/11, Coachella, Woodstock, Comic-Con, Grand Slam, Big Bang, Renaissance, Premier League, Bundesliga, La Liga, Serie A, Champions League, Formula One, NASCAR, Ryder Cup";

/// Works and prizes that nothing in their name gives away.
pub const WORKS: &str = "Bible, Quran, Koran, Torah, Talmud, Constitution, Obamacare, Medicare, Medicaid, Social Security, Magna Carta, Nobel, Nobel Prize, Nobel Peace Prize, Pulitzer, Pulitzer Prize, Oscar, Oscars, Emmy, Emmys, Grammy, Grammys, Internet, Web, World Wide Web, Star Wars, Star Trek, Harry Potter, Game of Thrones, Hamlet, Macbeth, Mona Lisa, Second Amendment, First Amendment, Bill of Rights, Brady Bill, Common Core, Title IX, Green New Deal, New Deal";

/// Products that nothing in their name gives away.
pub const PRODUCTS: &str = "iPhone, iPad, iPod, Mac, Windows, Android, Kindle, PlayStation, Xbox, Linux, Firefox, Chrome, Photoshop, Bitcoin, Ethereum, Zantac, Aspirin, Viagra, Botox, Prozac, Covid, Covid-19, COVID-19, Ebola, Zika, Alzheimer, Alzheimer's, Parkinson's, Omicron, Delta, Python, Java, JavaScript, ChatGPT, Siri, Alexa, Kalashnikov, Sputnik V, Ritalin, Boeing 737, Concorde";
