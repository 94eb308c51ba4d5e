//! Puts the layers together: defaults ← file ← environment ← flags.

use std::fmt;
use std::path::PathBuf;

use config::builder::DefaultState;
use config::{Config, ConfigBuilder, File, FileFormat, Source, Value, ValueKind};
use serde::{Deserialize, Serialize};

use super::sections::{
    DeadLetterSettings, EmitSettings, HttpSettings, InputSettings, LogSettings, NatsSettings, OutputSettings, PipelineSettings,
    ProvisionSettings, PublishSettings, WorkerSettings,
};
use super::validate;

const DEFAULTS: &str = include_str!("../../config/default.toml");

/// What variables of the environment start with.
const PREFIX: &str = "QUOTEWIRE_";

/// The whole configuration.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How to reach NATS.
    pub nats: NatsSettings,
    /// How streams and the consumer come to be.
    pub provision: ProvisionSettings,
    /// What is read.
    pub input: InputSettings,
    /// Where records go.
    pub output: OutputSettings,
    /// Where dead letters go.
    pub dead_letter: DeadLetterSettings,
    /// How records are published.
    pub publish: PublishSettings,
    /// What extracts.
    pub pipeline: PipelineSettings,
    /// What records contain.
    pub emit: EmitSettings,
    /// How the worker works.
    pub worker: WorkerSettings,
    /// The worker's HTTP server.
    pub http: HttpSettings,
    /// What is logged.
    pub log: LogSettings,
}

/// Everything that is wrong with a configuration, a line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Faults(pub Vec<String>);

impl fmt::Display for Faults {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let noun = if self.0.len() == 1 { "fault" } else { "faults" };
        write!(formatter, "{} {noun} in the configuration", self.0.len())?;
        self.0.iter().try_for_each(|fault| write!(formatter, "\n  {fault}"))
    }
}

impl std::error::Error for Faults {}

/// The layers above the defaults, the lowest first.
#[derive(Debug, Clone, Default)]
pub struct Layers {
    /// A TOML file.
    pub file: Option<PathBuf>,
    /// Variables of the environment, all of them: those that are not ours are passed over.
    pub environment: Vec<(String, String)>,
    /// Assignments from the command line: `section.key` and its value.
    pub flags: Vec<(String, String)>,
}

/// A key that a layer sets.
struct Setting {
    key: String,
    value: Value,
    layer: String,
}

impl Layers {
    /// Reads and validates the whole configuration.
    ///
    /// # Errors
    /// With everything that is wrong in any layer, not only the first fault.
    pub fn load(&self) -> Result<Settings, Faults> {
        let defaults = default_settings();
        let mut faults = Vec::new();
        let mut good = Vec::new();
        for setting in self.settings(&defaults, &mut faults) {
            match fault_of(&setting) {
                Some(fault) => faults.push(fault),
                None => good.push(setting),
            }
        }
        let settings = build(&good).expect("each setting was accepted alone");
        faults.extend(validate::faults(&settings));
        if faults.is_empty() { Ok(settings) } else { Err(Faults(faults)) }
    }

    /// All settings of all layers, lowest layer first; what cannot be read at all goes to `faults`.
    fn settings(&self, defaults: &[(String, Value)], faults: &mut Vec<String>) -> Vec<Setting> {
        let mut settings = self.file_settings(faults);
        settings.extend(self.environment_settings(defaults, faults));
        settings.extend(self.flags.iter().map(|(key, text)| Setting {
            key: key.clone(),
            value: parse(key, text, defaults),
            layer: "the command line".to_owned(),
        }));
        settings
    }

    fn file_settings(&self, faults: &mut Vec<String>) -> Vec<Setting> {
        let Some(path) = &self.file else { return Vec::new() };
        let source = File::from(path.as_path()).format(FileFormat::Toml);
        match source.collect() {
            Ok(table) => leaves(table).into_iter().map(|(key, value)| Setting { key, value, layer: path.display().to_string() }).collect(),
            Err(error) => {
                faults.push(format!("{}: {error}", path.display()));
                Vec::new()
            }
        }
    }

    fn environment_settings(&self, defaults: &[(String, Value)], faults: &mut Vec<String>) -> Vec<Setting> {
        let mut settings = Vec::new();
        for (name, text) in &self.environment {
            let Some(rest) = name.strip_prefix(PREFIX) else { continue };
            if let Some((section, key)) = rest.split_once("__") {
                let key = format!("{}.{}", section.to_lowercase(), key.to_lowercase());
                settings.push(Setting { value: parse(&key, text, defaults), key, layer: format!("the environment ({name})") });
            } else if let Some(meant) = meant(rest, defaults) {
                faults.push(format!("{name}: two underscores stand between section and key: {PREFIX}{meant}"));
            }
        }
        settings
    }
}

/// The variable that was meant by `rest`, where all that it lacks is the second underscore. Other variables that happen to start with
/// our prefix are nobody's fault: Kubernetes sets some for every service.
fn meant(rest: &str, defaults: &[(String, Value)]) -> Option<String> {
    defaults.iter().map(|(key, _)| key.to_uppercase()).find(|key| key.replace('.', "_") == rest).map(|key| key.replace('.', "__"))
}

/// A value from text: a list is split at its commas where the default is a list; numbers and booleans are read when they are used.
fn parse(key: &str, text: &str, defaults: &[(String, Value)]) -> Value {
    let is_list = defaults.iter().any(|(known, value)| known == key && matches!(value.kind, ValueKind::Array(_)));
    if is_list {
        let items: Vec<Value> = text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(|item| Value::new(None, item)).collect();
        return Value::new(None, items);
    }
    Value::new(None, text)
}

/// What is wrong with one setting, held against the defaults alone.
fn fault_of(setting: &Setting) -> Option<String> {
    let error = build(std::slice::from_ref(setting)).err()?;
    let reason = choices(setting).unwrap_or_else(|| root_cause(error));
    Some(format!("{}: {reason} (from {})", setting.key, setting.layer))
}

/// What is wrong with a word that must be one of a few: `config` does not list them, `serde_json` does.
fn choices(setting: &Setting) -> Option<String> {
    let config = defaults_builder().set_override(&setting.key, setting.value.clone()).ok()?.build().ok()?;
    let settings: serde_json::Value = config.try_deserialize().ok()?;
    let message = serde_json::from_value::<Settings>(settings).err()?.to_string();
    message.starts_with("unknown variant").then_some(message)
}

fn root_cause(error: config::ConfigError) -> String {
    match error {
        config::ConfigError::At { error, .. } => root_cause(*error),
        config::ConfigError::Type { unexpected, expected, .. } => format!("expected {expected}, found {unexpected}"),
        config::ConfigError::Message(message) if message.starts_with("unknown field") => "no such key".to_owned(),
        other => other.to_string(),
    }
}

fn build(settings: &[Setting]) -> Result<Settings, config::ConfigError> {
    let mut builder = defaults_builder();
    for setting in settings {
        builder = builder.set_override(&setting.key, setting.value.clone())?;
    }
    builder.build()?.try_deserialize()
}

fn defaults_builder() -> ConfigBuilder<DefaultState> {
    Config::builder().add_source(File::from_str(DEFAULTS, FileFormat::Toml))
}

fn default_settings() -> Vec<(String, Value)> {
    leaves(File::from_str(DEFAULTS, FileFormat::Toml).collect().expect("the built-in defaults are TOML"))
}

/// The keys of a table and of the tables in it, as `section.key`, in the order of their names.
fn leaves(table: config::Map<String, Value>) -> Vec<(String, Value)> {
    let mut leaves = Vec::new();
    for (name, value) in table {
        match value.kind {
            ValueKind::Table(inner) => leaves.extend(self::leaves(inner).into_iter().map(|(key, value)| (format!("{name}.{key}"), value))),
            _ => leaves.push((name, value)),
        }
    }
    leaves.sort_by(|left, right| left.0.cmp(&right.0));
    leaves
}

#[cfg(test)]
mod tests {
    use super::super::{EmitText, LogFormat, ProvisionMode};
    use super::*;

    fn environment(variables: &[(&str, &str)]) -> Layers {
        Layers { environment: pairs(variables), ..Layers::default() }
    }

    fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn the_defaults_are_valid_and_whole() {
        let settings = Layers::default().load().unwrap();
        assert_eq!(settings.emit.text, EmitText::Full);
        assert_eq!(settings.input.consumer, "quotewire");
    }

    #[test]
    fn the_shipped_files_hold_valid_overrides() {
        for name in ["production", "development"] {
            let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(format!("config/{name}.toml"));
            let settings = Layers { file: Some(path), ..Layers::default() }.load().unwrap();
            assert_ne!(settings, Layers::default().load().unwrap(), "{name}");
        }
    }

    #[test]
    fn a_wrong_word_is_told_with_the_right_ones() {
        let faults = Layers { flags: pairs(&[("emit.text", "some")]), ..Layers::default() }.load().unwrap_err();
        assert_eq!(faults.0, ["emit.text: unknown variant `some`, expected one of `full`, `hash`, `none` (from the command line)"]);
    }

    #[test]
    fn a_higher_layer_wins() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, "[worker]\nthreads = 2\nin_flight = 8\n[log]\nformat = \"json\"\n").unwrap();
        let layers = Layers {
            file: Some(file.path().to_owned()),
            environment: pairs(&[("QUOTEWIRE_WORKER__THREADS", "3"), ("QUOTEWIRE_WORKER__IN_FLIGHT", "32")]),
            flags: pairs(&[("worker.threads", "4")]),
        };
        let settings = layers.load().unwrap();
        assert_eq!((settings.worker.threads, settings.worker.in_flight, settings.log.format), (4, 32, LogFormat::Json));
    }

    #[test]
    fn the_environment_sets_lists_enums_and_keys_with_underscores() {
        let settings = environment(&[
            ("QUOTEWIRE_NATS__SERVERS", "nats://a:1, nats://b:2"),
            ("QUOTEWIRE_PROVISION__MODE", "off"),
            ("QUOTEWIRE_DEAD_LETTER__SUBJECT_PREFIX", "dead.letters"),
            ("QUOTEWIRE_NATS__USER", "worker"),
            ("QUOTEWIRE_NATS__PASSWORD", "007"),
            ("QUOTEWIRE_HTTP__LISTEN", ""),
        ])
        .load()
        .unwrap();
        assert_eq!(settings.nats.servers, ["nats://a:1", "nats://b:2"]);
        assert_eq!(settings.provision.mode, ProvisionMode::Off);
        assert_eq!(settings.dead_letter.subject_prefix, "dead.letters");
        assert_eq!(settings.nats.password.reveal(), Some("007"));
        assert_eq!(settings.http.listen, "");
    }

    #[test]
    fn all_faults_of_all_layers_are_told_together() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(&file, "[worker]\nthreads = \"many\"\nspeed = 9\n[emit]\ntext = \"half\"\n[nonsense]\nkey = 1\n").unwrap();
        let layers = Layers {
            file: Some(file.path().to_owned()),
            environment: pairs(&[("QUOTEWIRE_NATS__SERVER", "x"), ("QUOTEWIRE_WORKER__IN_FLIGHT", "0")]),
            flags: pairs(&[("worker.thread", "4")]),
        };
        let faults = layers.load().unwrap_err().0.join("\n");
        for expected in [
            "worker.threads: ",
            "worker.speed: no such key",
            "emit.text: ",
            "nonsense.key: no such key",
            "nats.server: no such key",
            "worker.in_flight",
            "worker.thread: no such key",
        ] {
            assert!(faults.contains(expected), "{expected} is missing in:\n{faults}");
        }
    }

    #[test]
    fn a_missing_underscore_is_told_and_strangers_are_passed_over() {
        let faults = environment(&[("QUOTEWIRE_NATS_SERVERS", "nats://a:1")]).load().unwrap_err();
        assert!(faults.to_string().contains("QUOTEWIRE_NATS__SERVERS"), "{faults}");
        environment(&[("QUOTEWIRE_SERVICE_HOST", "10.0.0.1"), ("QUOTEWIRE_PORT_9464_TCP", "x"), ("PATH", "/bin")]).load().unwrap();
    }

    #[test]
    fn secrets_are_hidden_when_settings_are_shown() {
        let in_address = [("QUOTEWIRE_NATS__SERVERS", "nats://a:hunter2@b:1")];
        let apart = [("QUOTEWIRE_NATS__USER", "ana"), ("QUOTEWIRE_NATS__PASSWORD", "hunter2")];
        for login in [&in_address[..], &apart[..]] {
            let settings = environment(login).load().unwrap();
            let shown = toml::to_string(&settings).unwrap();
            assert!(!shown.contains("hunter2"), "{shown}");
            assert!(!format!("{:?}", settings.nats.password).contains("hunter2"));
        }
        let both = [in_address[0], apart[0], apart[1]];
        assert!(environment(&both).load().unwrap_err().to_string().contains("more than one of user"), "which of them?");
    }

    #[test]
    fn a_missing_file_is_a_fault() {
        let layers = Layers { file: Some("/no/such/file.toml".into()), ..Layers::default() };
        assert!(layers.load().unwrap_err().to_string().contains("/no/such/file.toml"));
    }
}
