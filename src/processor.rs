//! Tells, before anything else runs, that the processor is older than the build allows (`.cargo/config.toml`).

use std::arch::x86_64::{__cpuid, __cpuid_count};

/// FMA, MOVBE, AVX and F16C, in `ecx` of leaf 1.
const BASIC: u32 = 1 << 12 | 1 << 22 | 1 << 28 | 1 << 29;
/// BMI1, AVX2 and BMI2, in `ebx` of leaf 7.
const EXTENDED: u32 = 1 << 3 | 1 << 5 | 1 << 8;

/// Whether the processor has what x86-64-v3 promises to compilers. `is_x86_feature_detected!` would not ask it: the build has promised already.
///
/// Whole numbers alone: what is compiled here may itself use what it asks for wherever it moves more than a word.
#[inline(never)]
pub fn suffices() -> bool {
    let leaves = __cpuid(0).eax;
    leaves >= 7 && __cpuid(1).ecx & BASIC == BASIC && __cpuid_count(7, 0).ebx & EXTENDED == EXTENDED
}
