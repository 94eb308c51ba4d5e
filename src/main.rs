//! The `quotewire` command: see `quotewire --help`.

#[cfg(all(target_arch = "x86_64", target_feature = "avx2"))]
mod processor;

use std::process::ExitCode;

#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    #[cfg(all(target_arch = "x86_64", target_feature = "avx2"))]
    if !processor::suffices() {
        eprintln!(
            "quotewire: this processor has no AVX2, FMA and BMI2, which this build needs; build it with RUSTFLAGS=\"-C target-cpu=x86-64\""
        );
        return ExitCode::FAILURE;
    }
    quotewire::cli::main()
}
