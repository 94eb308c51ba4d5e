//! Single words that tell what sort of statement a sentence makes. Origin: written down by hand.

use std::sync::LazyLock;

use super::WordTable;

/// A set of cue classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ClaimCues(u32);

impl ClaimCues {
    /// No cue.
    pub const NONE: Self = Self(0);
    /// Softens: `may`, `reportedly`.
    pub const HEDGE: Self = Self(1);
    /// Softens a number after it: `about 300`.
    pub const HEDGE_OF_NUMBER: Self = Self(1 << 1);
    /// Denies: `not`, `never`.
    pub const NEGATION: Self = Self(1 << 2);
    /// Says what should be: `should`, `must`.
    pub const NORMATIVE: Self = Self(1 << 3);
    /// Says what somebody is for or against: `support`, `demand`.
    pub const POSITION: Self = Self(1 << 4);
    /// Says what will be: `will`, `expected`.
    pub const PREDICTION: Self = Self(1 << 5);
    /// Says what could be: `could`, `if`.
    pub const HYPOTHETICAL: Self = Self(1 << 6);
    /// Says what is allowed: `illegal`, `entitled`.
    pub const RULE: Self = Self(1 << 7);
    /// Brings about: `because`, `caused`.
    pub const CAUSAL: Self = Self(1 << 8);
    /// Compares: `than`, `higher`.
    pub const COMPARISON: Self = Self(1 << 9);
    /// Counts without a figure: `majority`, `doubled`.
    pub const QUANTITY: Self = Self(1 << 10);
    /// A number word: `three`, `million`.
    pub const NUMBER: Self = Self(1 << 11);
    /// Judges worth: `terrible`, `proud`.
    pub const OPINION: Self = Self(1 << 12);
    /// A verb of something that happened: `began`, `killed`.
    pub const EVENT: Self = Self(1 << 13);
    /// Auxiliary of the perfect or passive: `has`, `was`.
    pub const AUXILIARY: Self = Self(1 << 14);
    /// First person singular: `I`, `my`.
    pub const FIRST_PERSON: Self = Self(1 << 15);
    /// Percent.
    pub const PERCENT: Self = Self(1 << 16);
    /// Money: `dollars`, `euros`.
    pub const MONEY: Self = Self(1 << 17);
    /// Counts a share or a multitude without a figure: `most`, `tens`, `doubled`.
    pub const SHARE: Self = Self(1 << 18);
    /// Ranks: `largest`, `first`.
    pub const SUPERLATIVE: Self = Self(1 << 19);

    /// Whether the set shares a class with `others`.
    pub fn any(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }

    /// The classes of this set and of `others`.
    pub const fn with(self, others: Self) -> Self {
        Self(self.0 | others.0)
    }

    /// Adds the classes of `others`.
    pub fn insert(&mut self, others: Self) {
        self.0 |= others.0;
    }
}

const LISTS: &[(&str, ClaimCues)] = &[
    (
        "may might could perhaps possibly probably reportedly allegedly apparently seemingly presumably supposedly purportedly likely unlikely seems seem seemed \
         appears appear appeared suggests suggest suggested estimated believed thought alleged rumored rumoured potentially arguably ostensibly",
        ClaimCues::HEDGE,
    ),
    ("about around some approximately roughly nearly almost estimated circa over", ClaimCues::HEDGE_OF_NUMBER),
    ("approximately roughly nearly almost", ClaimCues::HEDGE),
    (
        "not never no nobody none nothing neither nor cannot can't don't doesn't didn't isn't aren't wasn't weren't won't wouldn't couldn't shouldn't haven't hasn't \
         hadn't n't n’t can’t don’t doesn’t didn’t isn’t aren’t wasn’t weren’t won’t wouldn’t couldn’t shouldn’t haven’t hasn’t hadn’t neither",
        ClaimCues::NEGATION,
    ),
    ("should must ought shouldn't shouldn’t needs", ClaimCues::NORMATIVE),
    (
        "responsibility duty urge urges urged urging demand demands demanded oppose opposes opposed opposing support supports supported favor favors favour favours \
         condemn condemns condemned reject rejects rejected endorse endorses endorsed insist insists want wants wanted wish wishes refuse refuses vow vows vowed \
         pledge pledges pledged unacceptable answer welcome welcomes deserve deserves",
        ClaimCues::POSITION,
    ),
    (
        "will shall won't won’t 'll ’ll expected expects expect forecast forecasts predict predicts predicted projected poised tomorrow",
        ClaimCues::PREDICTION,
    ),
    ("could might may would if perhaps possibly unless whether wouldn't wouldn’t couldn't couldn’t 'd ’d", ClaimCues::HYPOTHETICAL),
    (
        "illegal legal unlawful lawful entitled prohibited prohibits banned bans forbidden forbids allowed allows permitted permits required requires mandatory \
         compulsory eligible ineligible exempt unconstitutional constitutional mandates",
        ClaimCues::RULE,
    ),
    (
        "because caused causes cause causing led leads leading resulted results prompted prompts triggered triggers sparked due thanks therefore consequently \
         thus hence blamed contributed contributes owing fueled fuelled spurred forcing forced",
        ClaimCues::CAUSAL,
    ),
    (
        "than more less fewer higher lower larger smaller bigger greater better worse faster slower longer shorter older younger stronger weaker cheaper compared \
         comparison highest lowest largest smallest biggest greatest fastest longest oldest youngest strongest worst exceeds exceeded outpaced twice",
        ClaimCues::COMPARISON,
    ),
    (
        "most majority half third quarter dozens hundreds thousands millions billions doubled tripled halved quadrupled percentage proportion average median total \
         record rate tens many few fewer twice",
        ClaimCues::QUANTITY,
    ),
    (
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty \
         sixty seventy eighty ninety hundred thousand million billion trillion dozen dozens hundreds thousands millions billions trillions",
        ClaimCues::NUMBER,
    ),
    (
        "good great best bad terrible horrible awful wonderful beautiful amazing fantastic excellent inhumane cruel shameful disgraceful outrageous ridiculous \
         disappointed disappointing proud happy sad glad sorry delighted thrilled excited grateful honored honoured devastated heartbroken shocked shocking \
         tragic tragedy brilliant stupid foolish brave courageous love hate hope think feel believe beacon important critical crucial vital unfair fair wrong right \
         unfortunate unfortunately sadly frankly disgusting perfect incredible incredibly remarkable inspiring evil absurd nonsense lovely ugly nice",
        ClaimCues::OPINION,
    ),
    (
        "began became came went made took gave got found told said left won lost killed died shot hit struck fell rose grew fled met held built bought sold paid sent \
         spent broke brought caught chose cut drew drove ate felt fought flew forgot hid hurt kept knew laid led let lent read ran rang saw sang sank set shook shut \
         sat slept slid spoke spread stood stole swam taught threw understood woke wore wrote stopped started opened closed arrested charged signed",
        ClaimCues::EVENT,
    ),
    ("has have had was were been be is are being got 's ’s", ClaimCues::AUXILIARY),
    ("i me my mine myself i'm i’m i've i’ve i'd i’d i'll i’ll", ClaimCues::FIRST_PERSON),
    ("percent cent % percentage pct", ClaimCues::PERCENT),
    (
        "most half majority third quarter two-thirds three-quarters tens dozens hundreds thousands millions billions doubled tripled halved quadrupled twofold fivefold",
        ClaimCues::SHARE,
    ),
    (
        "highest lowest largest smallest biggest greatest fastest longest oldest youngest strongest worst most least steepest deepest hottest coldest \
         heaviest deadliest poorest richest busiest sharpest",
        ClaimCues::SUPERLATIVE,
    ),
    ("dollar dollars euro euros pounds yen yuan rupees pesos rubles roubles francs cents $ € £ ¥", ClaimCues::MONEY),
];

static INDEX: LazyLock<WordTable<ClaimCues>> = LazyLock::new(|| {
    let mut index: WordTable<ClaimCues> = WordTable::default();
    for (list, cues) in LISTS {
        for word in list.split_whitespace() {
            index.or_default(word).insert(*cues);
        }
    }
    index
});

/// All cues, some of them several times.
pub(super) fn words() -> impl Iterator<Item = String> {
    LISTS.iter().flat_map(|(list, _)| list.split_whitespace().map(str::to_owned))
}

/// Longest cue, in bytes, with room for curly apostrophes.
const LONGEST: usize = 24;

/// The cues that `word` is, in any case.
pub fn claim_cues(word: &str) -> ClaimCues {
    if word.len() > LONGEST {
        return ClaimCues::default();
    }
    let mut buffer = [0; LONGEST];
    let small = &mut buffer[..word.len()];
    small.copy_from_slice(word.as_bytes());
    // Folding ASCII alone leaves the bytes of all other signs as they are, so the text stays well formed.
    small.make_ascii_lowercase();
    std::str::from_utf8(small).ok().and_then(|small| INDEX.get(small)).copied().unwrap_or_default()
}
