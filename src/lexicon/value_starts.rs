//! Words that a value may begin with or hang on: one look-up that passes over all others. Origin: the other tables of values, and the deictic
//! words of English, written down by hand.

use std::sync::LazyLock;

use super::WordTable;

/// Whether a value may begin with `word`, or hang on it; lower case, the part before the first hyphen of a joined word.
pub fn begins_value(word: &str) -> bool {
    static WORDS: LazyLock<WordTable<()>> = LazyLock::new(|| LISTS.split_whitespace().map(|word| (word, ())).collect());
    WORDS.get(word).is_some()
}

const LISTS: &str = "
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
    twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion trillion dozen lakh crore
    tens dozens scores hundreds thousands millions billions trillions
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth
    eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth
    half quarter most majority twice double triple
    halve halved halves halving doubled doubles doubling tripled triples tripling trebled trebles trebling quadrupled quadruples quadrupling
    quintupled twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold hundredfold
    twenties thirties forties fifties sixties seventies eighties nineties
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. mid end
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri
    today yesterday tomorrow tonight noon midday midnight
    christmas boxing halloween thanksgiving easter good ramadan hanukkah diwali passover eid nowruz
    minutes hours days weeks months years decades centuries minute hour day night week fortnight month year decade century weekend season morning afternoon evening
    spring summer autumn fall winter q1 q2 q3 q4
    usd eur gbp chf jpy cny rmb inr rs rs. aud cad sek nok dkk pln zar ngn kes ksh";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{calendar_words, number_words};

    #[test]
    fn holds_the_words_of_the_other_tables() {
        assert!(begins_value("yesterday") && begins_value("dozen"));
        assert!(!begins_value("harbour"));
        for word in LISTS.split_whitespace() {
            let is_number = number_words::cardinal(word).or(number_words::scale(word)).is_some();
            let is_day = calendar_words::month(word).or(calendar_words::weekday(word)).is_some();
            assert!(begins_value(word), "{word} {is_number} {is_day}");
        }
    }
}
