//! Abbreviations that end in a full stop.
//!
//! Origin: own list, from general knowledge of English-language news style.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::WordKey;

/// What may follow an abbreviation's full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abbreviation {
    /// Stands before a name: a sentence never ends with it.
    BeforeName,
    /// Stands before a number only (`No. 5`); elsewhere the full stop ends the sentence.
    BeforeNumber,
    /// May end a sentence: what follows decides.
    Anywhere,
}

/// Looks `word` up, without its final full stop.
pub fn abbreviation(word: &str) -> Option<Abbreviation> {
    static TABLE: LazyLock<FxHashMap<&str, Abbreviation>> = LazyLock::new(table);
    TABLE.get(WordKey::new(word)?.as_str()).copied()
}

fn table() -> FxHashMap<&'static str, Abbreviation> {
    let rows = [(BEFORE_NAME, Abbreviation::BeforeName), (BEFORE_NUMBER, Abbreviation::BeforeNumber), (ANYWHERE, Abbreviation::Anywhere)];
    rows.into_iter().flat_map(|(words, class)| words.split_whitespace().map(move |word| (word, class))).collect()
}

const BEFORE_NAME: &str = "
    mr mrs ms mx dr prof rev hon messrs mme mlle fr msgr
    gen lt col maj capt cpl sgt cmdr adm brig pvt spc ens supt insp det
    sen sens rep reps gov govs pres sec amb del atty treas vp asst assoc
    lt-gov mt ft st ste
    vs";

const BEFORE_NUMBER: &str = "no nos art fig pp vol ch sect";

const ANYWHERE: &str = "
    inc ltd co corp cos bros llc plc dept univ assn intl natl jr sr esq etc al ave blvd rd hwy approx est
    jan feb mar apr jun jul aug sept oct nov dec
    mon tue tues wed thu thur thurs fri
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
    ont que alta
    ph.d m.d b.a m.a j.d p.s a.m p.m u.s u.k u.n u.s.a d.c e.u n.y n.j n.h n.c n.d n.m s.c s.d r.i w.va";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_follows() {
        assert_eq!(abbreviation("Gen"), Some(Abbreviation::BeforeName));
        assert_eq!(abbreviation("No"), Some(Abbreviation::BeforeNumber));
        assert_eq!(abbreviation("Inc"), Some(Abbreviation::Anywhere));
        assert_eq!(abbreviation("mayor"), None);
    }
}
