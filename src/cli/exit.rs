//! Exit codes: 0 done, 1 failure at run time, 2 usage, 3 configuration, 4 NATS unreachable.

use std::process::ExitCode;

/// Why a command stops, split by what its caller does next.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failure {
    /// Something went wrong at run time.
    #[error(transparent)]
    Runtime(#[from] anyhow::Error),
    /// The configuration has faults.
    #[error("{0}")]
    Config(String),
    /// No NATS server answers.
    #[error("{0}")]
    Unreachable(String),
}

/// Prints a failure to stderr and gives the exit code of the outcome.
pub(super) fn code(outcome: Result<(), Failure>) -> ExitCode {
    let Err(failure) = outcome else { return ExitCode::SUCCESS };
    let (code, message) = match failure {
        Failure::Runtime(error) => (1, format!("{error:#}")),
        Failure::Config(message) => (3, message),
        Failure::Unreachable(message) => (4, message),
    };
    anstream::eprintln!("quotewire: {message}");
    ExitCode::from(code)
}
