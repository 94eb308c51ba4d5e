//! Wire formats: bytes in, [`Article`] out. One adapter a format; `detect` tells which.

mod article;
mod charset;
mod choice;
mod content_type;
mod decode;
mod detect;
mod fields;
mod html;
mod life_cycle;
mod ninjs;
mod plain_json;
mod plain_text;
mod provider;
mod raw_hash;
mod time;
mod xml_root;

pub use article::{
    AlternativeId, Article, ArticleKind, ArticleState, Dateline, SourceFormat, Subject, SuppliedEntity, SuppliedEntityKind, UpdateType,
    Warning,
};
pub use choice::{FormatChoice, UnknownFormat};
pub use decode::{DecodeError, decode};
