//! Typed configuration: what can be set, read once from its layers, validated whole, then handed down by section.

mod emit_text;
mod layers;
mod profile;
mod secret;
mod sections;
mod validate;

pub use emit_text::EmitText;
pub use layers::{Faults, Layers, Settings};
pub use profile::Profile;
pub use secret::Secret;
pub use sections::{
    DeadLetterSettings, EmitSettings, HttpSettings, InputSettings, LogFormat, LogSettings, NatsSettings, OutputSettings, OversizedRecord,
    PipelineSettings, ProvisionMode, ProvisionSettings, PublishSettings, Storage, WorkerSettings,
};
