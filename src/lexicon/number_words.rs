//! Numbers, orders and parts in words. Origin: English grammar, written down by hand.

/// The number that `word` is, below a hundred; lower case, one word.
pub fn cardinal(word: &str) -> Option<f64> {
    SMALL.iter().position(|name| *name == word).map(|number| number as f64).or_else(|| {
        let tens = TENS.iter().position(|name| *name == word)?;
        Some((tens as f64 + 2.0) * 10.0)
    })
}

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// What `word` multiplies the number before it by: `hundred`, `million`, `bn`.
pub fn scale(word: &str) -> Option<f64> {
    Some(match word {
        "dozen" => 12.0,
        "hundred" => 1e2,
        "thousand" | "k" => 1e3,
        "lakh" => 1e5,
        "million" | "mln" | "mn" | "m" => 1e6,
        "crore" => 1e7,
        "billion" | "bln" | "bn" => 1e9,
        "trillion" | "trn" | "tn" => 1e12,
        _ => return None,
    })
}

/// What one of `word` is, for numbers named in the plural without a figure: `dozens`, `thousands`.
pub fn plural_scale(word: &str) -> Option<f64> {
    Some(match word {
        "tens" => 10.0,
        "dozens" => 12.0,
        "scores" => 20.0,
        "hundreds" => 1e2,
        "thousands" => 1e3,
        "millions" => 1e6,
        "billions" => 1e9,
        "trillions" => 1e12,
        _ => return None,
    })
}

/// The place in an order that `word` names: `first` is 1.
pub fn ordinal(word: &str) -> Option<u32> {
    // `twenty-first`
    if let Some((tens, last)) = word.split_once('-') {
        let tens = cardinal(tens).filter(|tens| (20.0..100.0).contains(tens) && tens % 10.0 == 0.0)?;
        return ordinal(last).filter(|last| *last < 10).map(|last| tens as u32 + last);
    }
    let place = ORDINALS.iter().position(|name| *name == word)?;
    Some(match place {
        0..20 => place as u32 + 1,
        tens => (tens as u32 - 17) * 10,
    })
}

const ORDINALS: [&str; 27] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "thirtieth",
    "fortieth",
    "fiftieth",
    "sixtieth",
    "seventieth",
    "eightieth",
    "ninetieth",
];

/// Into how many parts a whole is cut where `word` is one of them: `third`, `quarters`.
pub fn denominator(word: &str) -> Option<u32> {
    match word {
        "half" | "halves" => Some(2),
        "quarter" | "quarters" => Some(4),
        "hundredth" | "hundredths" => Some(100),
        "thousandth" | "thousandths" => Some(1000),
        _ => ordinal(word.strip_suffix('s').unwrap_or(word)).filter(|parts| (3..=20).contains(parts)),
    }
}

/// By what a verb or adverb multiplies: `doubled`, `halving`, `tenfold`.
pub fn multiple(word: &str) -> Option<f64> {
    Some(match word {
        "halve" | "halved" | "halves" | "halving" => 0.5,
        "doubled" | "doubles" | "doubling" | "twofold" => 2.0,
        "tripled" | "triples" | "tripling" | "trebled" | "trebles" | "trebling" | "threefold" => 3.0,
        "quadrupled" | "quadruples" | "quadrupling" | "fourfold" => 4.0,
        "quintupled" | "fivefold" => 5.0,
        "sixfold" => 6.0,
        "sevenfold" => 7.0,
        "eightfold" => 8.0,
        "ninefold" => 9.0,
        "tenfold" => 10.0,
        "hundredfold" => 100.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_in_words() {
        assert_eq!(
            (cardinal("zero"), cardinal("nineteen"), cardinal("ninety"), cardinal("quay")),
            (Some(0.0), Some(19.0), Some(90.0), None)
        );
        assert_eq!((ordinal("first"), ordinal("twentieth"), ordinal("ninetieth")), (Some(1), Some(20), Some(90)));
        assert_eq!(
            (denominator("thirds"), denominator("quarter"), denominator("second"), denominator("first")),
            (Some(3), Some(4), None, None)
        );
    }
}
