//! `quotewire gazetteer`: the user's own list of names.

use std::path::PathBuf;

use anyhow::Context;
use clap::{Args, Subcommand};

use super::exit::Failure;
use crate::gazetteer::{BadRows, build};

/// Compile a list of names, so that entities get its ids.
#[derive(Debug, Args)]
pub(super) struct GazetteerArguments {
    #[command(subcommand)]
    command: GazetteerCommand,
}

#[derive(Debug, Subcommand)]
enum GazetteerCommand {
    Build(BuildArguments),
}

/// Compile a list of names for `extract --gazetteer` and `pipeline.gazetteer`
///
/// INPUT is CSV or NDJSON, in UTF-8. The first line of CSV names the columns: `id` (yours, or a QID of Wikidata), `name` or `names`, and
/// perhaps `type` (person, organization, location, group, event, work, product, other) and `context`: words such as "Lisbon; harbour"
/// that stand in stories about it and tell it from others of its name. A semicolon stands between several names or contexts; other
/// columns are passed over. A line of NDJSON has the same fields, several names or contexts as a list:
///
/// {"id": "Q42", "names": ["Alden Shipping Ltd.", "Alden"], "type": "organization", "context": ["harbour"]}
///
/// Rows with one id are one entry. Names are compared without regard to case, full stops, accents and "The"; legal forms (Inc., Ltd.) and
/// middle initials may be missing on either side, but must not contradict. A name that several entries have is linked only where their
/// types, a longer name elsewhere in the story or the context decide.
///
/// A worker keeps the file that it opened: build at any time, then start it anew. When INPUT changes, the file is refused until it is
/// built again.
#[derive(Debug, Args)]
struct BuildArguments {
    /// The list: CSV, or NDJSON where its first sign is `{`
    #[arg(value_name = "INPUT")]
    input: PathBuf,
    /// Where the compiled list goes
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    /// Leave out rows that cannot be used, and count them; without it the first one stops the build
    #[arg(long)]
    skip_bad_rows: bool,
}

/// Runs the command.
pub(super) fn run(arguments: &GazetteerArguments) -> Result<(), Failure> {
    let GazetteerCommand::Build(arguments) = &arguments.command;
    let bad_rows = if arguments.skip_bad_rows { BadRows::Skip } else { BadRows::Stop };
    let built = build(&arguments.input, &arguments.into, bad_rows).context("no gazetteer was built")?;
    for skipped in &built.told {
        anstream::eprintln!("quotewire: {}: line {}: {}", arguments.input.display(), skipped.line, skipped.fault);
    }
    if built.skipped > 0 {
        let noun = if built.skipped == 1 { "row was" } else { "rows were" };
        anstream::eprintln!("quotewire: {} {noun} left out", built.skipped);
    }
    anstream::println!("{}: {} entries, {} names, {} bytes", arguments.into.display(), built.entries, built.names, built.bytes);
    Ok(())
}
