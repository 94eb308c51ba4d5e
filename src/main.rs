//! The `quotewire` command: see `quotewire --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    quotewire::cli::main()
}
