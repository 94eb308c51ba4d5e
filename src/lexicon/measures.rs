//! Units of measure and money. Origin: SI, ISO 4217 and the customary units, with the spellings of newspapers, written down by hand.

use std::sync::LazyLock;

use super::WordTable;

/// The usual sign of the unit that `word` names, lower case, singular or plural. `pounds` are left out: they are money too.
pub fn unit(word: &str) -> Option<&'static str> {
    static INDEX: LazyLock<WordTable<&'static str>> =
        LazyLock::new(|| UNITS.iter().flat_map(|(sign, names)| names.split(' ').map(move |name| (name, *sign))).collect());
    INDEX.get(word).copied()
}

const UNITS: &[(&str, &str)] = &[
    ("km", "km kms kilometre kilometres kilometer kilometers"),
    ("m", "metre metres meter meters"),
    ("cm", "cm centimetre centimetres centimeter centimeters"),
    ("mm", "mm millimetre millimetres millimeter millimeters"),
    ("mi", "mile miles"),
    ("nmi", "nmi"),
    ("yd", "yard yards yd yds"),
    ("ft", "foot feet ft"),
    ("in", "inch inches"),
    ("acre", "acre acres"),
    ("ha", "hectare hectares ha"),
    ("kg", "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    ("g", "gram grams gramme grammes"),
    ("mg", "mg milligram milligrams"),
    ("µg", "microgram micrograms"),
    ("t", "tonne tonnes"),
    ("ton", "ton tons"),
    ("lb", "lb lbs"),
    ("oz", "ounce ounces oz"),
    ("l", "litre litres liter liters"),
    ("ml", "ml millilitre millilitres milliliter milliliters"),
    ("gal", "gallon gallons"),
    ("bbl", "barrel barrels bbl"),
    ("bushel", "bushel bushels"),
    ("W", "watt watts"),
    ("kW", "kw kilowatt kilowatts"),
    ("MW", "mw megawatt megawatts"),
    ("GW", "gw gigawatt gigawatts"),
    ("kWh", "kwh kilowatt-hour kilowatt-hours"),
    ("MWh", "mwh megawatt-hour megawatt-hours"),
    ("GWh", "gwh gigawatt-hour gigawatt-hours"),
    ("TWh", "twh terawatt-hour terawatt-hours"),
    ("V", "volt volts"),
    ("Hz", "hertz hz"),
    ("GHz", "ghz gigahertz"),
    ("dB", "decibel decibels db"),
    ("MB", "mb megabyte megabytes"),
    ("GB", "gb gigabyte gigabytes"),
    ("TB", "tb terabyte terabytes"),
    ("mph", "mph"),
    ("km/h", "kph km/h kmh kmph"),
    ("kn", "knot knots"),
    ("°", "degree degrees"),
    ("°C", "°c celsius"),
    ("°F", "°f fahrenheit"),
    ("ly", "light-year light-years"),
    ("ppm", "ppm"),
    ("calorie", "calorie calories"),
    ("carat", "carat carats"),
];

/// Whether `m` before `word` (lower case) says millions: money, or the plural of what is counted or not measured in metres, `6.2m euros`,
/// `1.4m tonnes`, `2m people`; `200m hurdles` are metres.
pub fn goes_by_millions(word: &str) -> bool {
    currency(word).is_some() || BY_MILLIONS.split_whitespace().any(|counted| counted == word)
}

const BY_MILLIONS: &str = "
    tonnes tons barrels bushels litres liters gallons acres hectares miles kilos kilograms ounces watts people men women children adults users
    viewers listeners readers voters customers subscribers members households homes families passengers travellers workers employees jobs
    visitors tourists shares votes ballots doses copies units items parcels letters tickets pupils students patients residents citizens
    refugees migrants vehicles cars phones devices records accounts downloads followers crowns florins marks guilders thalers";

/// Money by its noun: ISO 4217 code, and how much of the main unit one is.
pub fn currency(word: &str) -> Option<(&'static str, f64)> {
    Some(match word {
        "dollar" | "dollars" | "usd" => ("USD", 1.0),
        "cent" | "cents" => ("USD", 0.01),
        "euro" | "euros" | "eur" => ("EUR", 1.0),
        "pound" | "pounds" | "quid" | "gbp" => ("GBP", 1.0),
        "pence" | "penny" => ("GBP", 0.01),
        "yen" | "jpy" => ("JPY", 1.0),
        "yuan" | "renminbi" | "rmb" | "cny" => ("CNY", 1.0),
        "rupee" | "rupees" | "inr" => ("INR", 1.0),
        "rouble" | "roubles" | "ruble" | "rubles" | "rub" => ("RUB", 1.0),
        "franc" | "francs" | "chf" => ("CHF", 1.0),
        "krone" | "kroner" | "nok" => ("NOK", 1.0),
        "krona" | "kronor" | "sek" => ("SEK", 1.0),
        "dkk" => ("DKK", 1.0),
        "peso" | "pesos" => ("MXN", 1.0),
        "reais" => ("BRL", 1.0),
        "rand" => ("ZAR", 1.0),
        "lira" | "liras" => ("TRY", 1.0),
        "shekel" | "shekels" => ("ILS", 1.0),
        "zloty" | "zlotys" | "zlotych" => ("PLN", 1.0),
        "forint" | "forints" => ("HUF", 1.0),
        "koruna" | "korunas" => ("CZK", 1.0),
        "hryvnia" | "hryvnias" => ("UAH", 1.0),
        "baht" => ("THB", 1.0),
        "ringgit" => ("MYR", 1.0),
        "rupiah" => ("IDR", 1.0),
        "dirham" | "dirhams" => ("AED", 1.0),
        "riyal" | "riyals" => ("SAR", 1.0),
        "dinar" | "dinars" => ("KWD", 1.0),
        "naira" => ("NGN", 1.0),
        "cedi" | "cedis" => ("GHS", 1.0),
        "shilling" | "shillings" => ("KES", 1.0),
        "aud" => ("AUD", 1.0),
        "cad" => ("CAD", 1.0),
        _ => return None,
    })
}

/// Whose money a nationality before its noun tells: `Canadian dollars`. `word` is in lower case, `code` what the noun alone says.
pub fn national_currency(word: &str, code: &'static str) -> &'static str {
    match (word, code) {
        ("australian", "USD") => "AUD",
        ("canadian", "USD") => "CAD",
        ("zealand", "USD") => "NZD",
        ("kong", "USD") => "HKD",
        ("singapore" | "singaporean", "USD") => "SGD",
        ("taiwan" | "taiwanese", "USD") => "TWD",
        ("danish", "NOK") => "DKK",
        ("icelandic", "SEK") => "ISK",
        ("egyptian", "GBP") => "EGP",
        ("pakistani", "INR") => "PKR",
        ("lankan", "INR") => "LKR",
        ("philippine", "MXN") => "PHP",
        ("argentine", "MXN") => "ARS",
        ("colombian", "MXN") => "COP",
        ("chilean", "MXN") => "CLP",
        ("ugandan", "KES") => "UGX",
        ("tanzanian", "KES") => "TZS",
        ("iraqi", "KWD") => "IQD",
        ("serbian", "KWD") => "RSD",
        _ => code,
    }
}

/// Code of the money that `sign` stands for, with the letters that touch it in front: `$` after `A`.
pub fn currency_sign(letters: &str, sign: &str) -> Option<&'static str> {
    Some(match (letters, sign) {
        ("A" | "AU", "$") => "AUD",
        ("C" | "CA", "$") => "CAD",
        ("NZ", "$") => "NZD",
        ("HK", "$") => "HKD",
        ("S", "$") => "SGD",
        ("NT", "$") => "TWD",
        ("R", "$") => "BRL",
        ("E", "£") => "EGP",
        (_, "$") => "USD",
        (_, "€") => "EUR",
        (_, "£") => "GBP",
        (_, "¥") => "JPY",
        (_, "₹") => "INR",
        (_, "₩") => "KRW",
        (_, "₽") => "RUB",
        (_, "₺") => "TRY",
        (_, "₦") => "NGN",
        (_, "₪") => "ILS",
        (_, "₫") => "VND",
        _ => return None,
    })
}

/// Code of the money that a code or short form before a number stands for: `EUR 5m`, `Rs 500`.
pub fn currency_code(word: &str) -> Option<&'static str> {
    Some(match word {
        "USD" => "USD",
        "EUR" => "EUR",
        "GBP" => "GBP",
        "CHF" => "CHF",
        "JPY" => "JPY",
        "CNY" | "RMB" => "CNY",
        "INR" | "Rs" | "Rs." => "INR",
        "AUD" => "AUD",
        "CAD" => "CAD",
        "SEK" => "SEK",
        "NOK" => "NOK",
        "DKK" => "DKK",
        "PLN" => "PLN",
        "ZAR" => "ZAR",
        "NGN" => "NGN",
        "KES" | "Ksh" => "KES",
        _ => return None,
    })
}

/// Length of a unit of time: its name, the letter of ISO 8601, whether that stands after `T`, and how many of them `word` is
/// (a decade is ten years).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stretch {
    /// The unit that it is counted in.
    pub unit: &'static str,
    /// The letter of ISO 8601.
    pub letter: char,
    /// Whether it is shorter than a day.
    pub is_clock: bool,
    /// How many of the unit.
    pub count: f64,
}

/// The stretch of time that `word` names, lower case, singular or plural.
pub fn stretch(word: &str) -> Option<Stretch> {
    let (unit, letter, is_clock, count) = match word {
        "second" | "seconds" | "sec" | "secs" => ("second", 'S', true, 1.0),
        "minute" | "minutes" | "min" | "mins" => ("minute", 'M', true, 1.0),
        "hour" | "hours" | "hr" | "hrs" => ("hour", 'H', true, 1.0),
        "day" | "days" => ("day", 'D', false, 1.0),
        "week" | "weeks" => ("week", 'W', false, 1.0),
        "fortnight" | "fortnights" => ("week", 'W', false, 2.0),
        "month" | "months" => ("month", 'M', false, 1.0),
        "year" | "years" | "yr" | "yrs" => ("year", 'Y', false, 1.0),
        "decade" | "decades" => ("year", 'Y', false, 10.0),
        "century" | "centuries" => ("year", 'Y', false, 100.0),
        _ => return None,
    };
    Some(Stretch { unit, letter, is_clock, count })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_share_a_sign() {
        assert_eq!((unit("kilometres"), unit("kilometers"), unit("km"), unit("quay")), (Some("km"), Some("km"), Some("km"), None));
        assert_eq!(currency_sign("A", "$"), Some("AUD"));
        assert_eq!(national_currency("canadian", "USD"), "CAD");
        assert_eq!(stretch("decades").map(|stretch| stretch.count), Some(10.0));
    }
}
