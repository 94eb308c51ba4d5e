//! Months, weekdays, seasons, parts of the day and feasts with their place in the year. Origin: the calendar, written down by hand.

/// Number of the month that `word` names, 1 to 12; lower case, short forms with or without full stop.
pub fn month(word: &str) -> Option<i8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let number = match word {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    };
    Some(number)
}

/// Number of the weekday that `word` names, Monday 1 to Sunday 7; lower case.
pub fn weekday(word: &str) -> Option<i8> {
    let word = word.strip_suffix('.').unwrap_or(word);
    let number = match word {
        "monday" | "mon" => 1,
        "tuesday" | "tue" | "tues" => 2,
        "wednesday" | "wed" => 3,
        "thursday" | "thu" | "thurs" => 4,
        "friday" | "fri" => 5,
        "saturday" => 6,
        "sunday" => 7,
        _ => return None,
    };
    Some(number)
}

/// TIMEX code of a season.
pub fn season(word: &str) -> Option<&'static str> {
    Some(match word {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" | "fall" => "FA",
        "winter" => "WI",
        _ => return None,
    })
}

/// TIMEX code of a part of the day.
pub fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" => "MO",
        "afternoon" => "AF",
        "evening" => "EV",
        "night" => "NI",
        _ => return None,
    })
}

/// A day that has its own rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Fourth Thursday of November.
    Thanksgiving,
    /// Days after Easter Sunday.
    Easter(i8),
    /// Hangs on another calendar.
    Other,
}

/// The feast that `word` begins, with how many words it takes; `second` is the word after it. Both in lower case.
pub fn feast(word: &str, second: &str) -> Option<(Feast, usize)> {
    Some(match (word, second) {
        ("christmas", "eve") => (Feast::Fixed(12, 24), 2),
        ("christmas", "day") => (Feast::Fixed(12, 25), 2),
        ("christmas", _) => (Feast::Fixed(12, 25), 1),
        ("boxing", "day") => (Feast::Fixed(12, 26), 2),
        ("halloween", _) => (Feast::Fixed(10, 31), 1),
        ("thanksgiving", _) => (Feast::Thanksgiving, 1),
        ("easter", "monday") => (Feast::Easter(1), 2),
        ("easter", "sunday") => (Feast::Easter(0), 2),
        ("easter", _) => (Feast::Easter(0), 1),
        ("good", "friday") => (Feast::Easter(-2), 2),
        ("ramadan" | "hanukkah" | "diwali" | "passover" | "eid" | "nowruz", _) => (Feast::Other, 1),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_calendar() {
        assert_eq!((month("sept."), month("may"), month("mars")), (Some(9), Some(5), None));
        assert_eq!((weekday("tues"), weekday("sunday"), weekday("sun")), (Some(2), Some(7), None));
        assert_eq!(feast("easter", "monday"), Some((Feast::Easter(1), 2)));
    }
}
