//! The flags that every command with a configuration has.

use std::path::PathBuf;

use clap::Args;

use super::exit::Failure;
use crate::settings::{Layers, Settings};

/// Where the configuration comes from: defaults ← file ← environment (`QUOTEWIRE_<SECTION>__<KEY>`) ← flags.
#[derive(Debug, Args)]
pub(super) struct SettingsArguments {
    /// TOML file with overrides of the defaults.
    #[arg(long, value_name = "FILE", env = "QUOTEWIRE_CONFIG")]
    config: Option<PathBuf>,

    /// Address of a NATS server, instead of `nats.servers`; may be repeated.
    #[arg(long, value_name = "URL")]
    server: Vec<String>,

    /// What extracts (accurate, balanced, fast or rules), instead of `pipeline.profile`.
    #[arg(long, value_name = "PROFILE")]
    profile: Option<String>,

    /// Folder with weights files, instead of `pipeline.models`.
    #[arg(long, value_name = "FOLDER")]
    models: Option<String>,

    /// Compiled list of names whose ids entities get, instead of `pipeline.gazetteer`.
    #[arg(long, value_name = "FILE")]
    gazetteer: Option<String>,

    /// One setting, such as `worker.threads=2`; may be repeated.
    #[arg(long, value_name = "KEY=VALUE", value_parser = assignment)]
    set: Vec<(String, String)>,
}

fn assignment(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("an assignment is KEY=VALUE")?;
    Ok((key.trim().to_owned(), value.to_owned()))
}

impl SettingsArguments {
    /// Reads and validates all layers.
    pub(super) fn load(&self) -> Result<Settings, Failure> {
        let mut flags = self.set.clone();
        if !self.server.is_empty() {
            flags.push(("nats.servers".to_owned(), self.server.join(",")));
        }
        if let Some(profile) = &self.profile {
            flags.push(("pipeline.profile".to_owned(), profile.clone()));
        }
        if let Some(folder) = &self.models {
            flags.push(("pipeline.models".to_owned(), folder.clone()));
        }
        if let Some(file) = &self.gazetteer {
            flags.push(("pipeline.gazetteer".to_owned(), file.clone()));
        }
        // a variable that is not Unicode is nobody's setting
        let environment = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
        let layers = Layers { file: self.config.clone(), environment: environment.collect(), flags };
        layers.load().map_err(|faults| Failure::Config(faults.to_string()))
    }
}
