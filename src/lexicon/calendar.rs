//! Months, weekdays and feast days. Origin: the calendar, written down by hand.

/// Names of months, with the short forms of newspapers.
pub const MONTHS: &str = "January, February, March, April, May, June, July, August, September, October, November, December, \
    Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sept, Sep, Oct, Nov, Dec";

/// Names of weekdays, with their short forms.
pub const WEEKDAYS: &str = "Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, Mondays, Tuesdays, Wednesdays, Thursdays, \
    Fridays, Saturdays, Sundays, Mon, Tue, Tues, Wed, Thu, Thurs, Fri";

/// Feast days and seasons, which are times rather than names.
pub const FEASTS: &str = "Christmas, Easter, Thanksgiving, Halloween, Ramadan, Hanukkah, Diwali, Passover, Lent, Advent, Eid, Nowruz, \
    Yuletide, Pentecost, Christmas Eve, Christmas Day, Boxing Day, New Year, New Year's Eve, New Year's Day, Labor Day, Memorial Day, \
    Independence Day, Valentine's Day, Veterans Day, Mother's Day, Father's Day, Election Day, Good Friday, Ash Wednesday, Palm Sunday, \
    Easter Sunday, Easter Monday, Black Friday, Cyber Monday, GMT, UTC, EST, EDT, PST, PDT, BST, CET, AD, BC, BCE, CE";
