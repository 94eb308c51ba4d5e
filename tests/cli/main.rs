//! The command line as a user meets it: the README's commands, exit codes, order, complaints.

mod extract;
mod gazetteer;
#[cfg(all(target_arch = "x86_64", target_feature = "avx2"))]
mod old_processor;
mod profiles;

#[test]
fn the_readme_shows_what_the_commands_print() {
    trycmd::TestCases::new().case("README.md");
}
