//! The command line as a user meets it: the README's commands, exit codes, order, complaints.

mod extract;
mod gazetteer;
mod profiles;

#[test]
fn the_readme_shows_what_the_commands_print() {
    trycmd::TestCases::new().case("README.md");
}
