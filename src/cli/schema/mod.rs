//! `quotewire schema`: the contracts, made from the types.

mod article;
mod asyncapi;

use std::io::Write;

use anyhow::Context;
use clap::{Args, ValueEnum};
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use super::exit::Failure;
use crate::record::Record;

/// Print a contract: the input that a simple producer sends, the record that comes out, or the subjects
#[derive(Debug, Args)]
pub(super) struct SchemaArguments {
    /// Which contract
    #[arg(value_enum)]
    contract: Contract,
}

/// The contracts that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Contract {
    /// JSON Schema of a plain JSON article.
    Input,
    /// JSON Schema of a record.
    Output,
    /// AsyncAPI document of the subjects.
    Asyncapi,
}

/// Runs the command.
pub(super) fn run(arguments: &SchemaArguments) -> Result<(), Failure> {
    let document = match arguments.contract {
        Contract::Input => article::schema(),
        Contract::Output => record_schema(),
        Contract::Asyncapi => asyncapi::document(),
    };
    let mut out = std::io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, &document).context("cannot write the schema")?;
    out.write_all(b"\n").context("cannot write the schema")?;
    Ok(())
}

/// The JSON Schema (2020-12) of a record, from its types.
fn record_schema() -> Value {
    let mut document = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<Record>().to_value();
    document.as_object_mut().expect("a schema of a struct is an object").insert("$id".to_owned(), json!("urn:quotewire:schema:record.v1"));
    document
}
