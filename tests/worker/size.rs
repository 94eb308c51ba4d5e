//! How much of a test there is: a little in the suite, the whole by `make chaos` and `make poison`.

/// The number that the environment sets, else the `usual` one.
pub fn wanted(variable: &str, usual: usize) -> usize {
    std::env::var(variable).map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{variable} is not a number")))
}
