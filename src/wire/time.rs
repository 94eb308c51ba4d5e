//! Times as feeds write them, to RFC 3339 in UTC.

use jiff::{Timestamp, civil, tz::TimeZone};

/// What became of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum ReadTime {
    /// RFC 3339, UTC.
    Exact(String),
    /// The same, but the wire named no offset: UTC is assumed.
    Assumed(String),
    /// It is no time that anybody here can read.
    Unreadable,
}

/// Reads `2026-03-10T10:15:00Z`, `2022-06-26T23:54:25+0000`, `20260310T101500Z`, `Tue, 10 Mar 2026 10:15:00 GMT`, a date alone (its
/// first moment), and a time without offset.
pub(super) fn read(written: &str) -> ReadTime {
    let written = written.trim();
    if let Ok(exact) = written.parse::<Timestamp>() {
        return ReadTime::Exact(exact.to_string());
    }
    if let Ok(exact) = jiff::fmt::rfc2822::parse(written) {
        return ReadTime::Exact(exact.timestamp().to_string());
    }
    let date_time = written.parse::<civil::DateTime>().or_else(|_| written.parse::<civil::Date>().map(|date| date.at(0, 0, 0, 0)));
    let assumed = date_time.ok().and_then(|civil| TimeZone::UTC.to_timestamp(civil).ok());
    assumed.map_or(ReadTime::Unreadable, |timestamp| ReadTime::Assumed(timestamp.to_string()))
}

/// Reads seconds since 1970, or milliseconds where the number is too large for seconds of this millennium.
pub(super) fn read_unix(number: i64) -> ReadTime {
    const LAST_SECONDS: i64 = 32_503_680_000; // the year 3000
    let timestamp = if number.unsigned_abs() < LAST_SECONDS.unsigned_abs() {
        Timestamp::from_second(number)
    } else {
        Timestamp::from_millisecond(number)
    };
    timestamp.map_or(ReadTime::Unreadable, |timestamp| ReadTime::Exact(timestamp.to_string()))
}

/// Whether `first` lies at or after `second`; both as [`read`] gives them.
pub(super) fn at_or_after(first: &str, second: &str) -> bool {
    match (first.parse::<Timestamp>(), second.parse::<Timestamp>()) {
        (Ok(first), Ok(second)) => first >= second,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_of_every_spelling_become_utc() {
        for written in
            ["2026-03-10T10:15:00Z", "2026-03-10T11:15:00+01:00", "2026-03-10T10:15:00+0000", "20260310T101500Z", "20260310T111500+0100"]
        {
            assert_eq!(read(written), ReadTime::Exact("2026-03-10T10:15:00Z".to_owned()), "{written}");
        }
        assert_eq!(read("Tue, 10 Mar 2026 10:15:00 GMT"), ReadTime::Exact("2026-03-10T10:15:00Z".to_owned()));
    }

    #[test]
    fn a_time_without_offset_is_taken_as_utc_and_says_so() {
        assert_eq!(read("2026-03-10T10:15:00"), ReadTime::Assumed("2026-03-10T10:15:00Z".to_owned()));
        assert_eq!(read("2026-03-10"), ReadTime::Assumed("2026-03-10T00:00:00Z".to_owned()));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for written in ["", "yesterday", "2026-13-40T00:00:00Z", "10:15"] {
            assert_eq!(read(written), ReadTime::Unreadable, "{written}");
        }
    }

    #[test]
    fn numbers_are_seconds_or_milliseconds() {
        let expected = ReadTime::Exact("2026-03-10T10:15:00Z".to_owned());
        assert_eq!(read_unix(1_773_137_700), expected);
        assert_eq!(read_unix(1_773_137_700_000), expected);
        assert_eq!(read_unix(i64::MAX), ReadTime::Unreadable);
    }
}
