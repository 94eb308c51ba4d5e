//! A processor without AVX2, as qemu plays one.

use std::io::ErrorKind;
use std::process::Command;

#[test]
fn a_processor_without_avx2_is_told_so() {
    for processor in ["core2duo", "Nehalem", "SandyBridge"] {
        let mut emulated = Command::new("qemu-x86_64-static");
        let output = match emulated.args(["-cpu", processor, env!("CARGO_BIN_EXE_quotewire"), "--version"]).output() {
            Err(error) if error.kind() == ErrorKind::NotFound => return eprintln!("skipped: qemu-x86_64-static is not there"),
            output => output.expect("qemu runs"),
        };
        let complaint = String::from_utf8_lossy(&output.stderr);
        assert!(complaint.contains("this processor has no AVX2"), "{processor}: {complaint}");
        assert_eq!(output.status.code(), Some(1), "{processor}");
    }
}
