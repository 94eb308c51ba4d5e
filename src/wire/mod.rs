//! Wire formats: bytes in, [`Article`] out. One adapter a format; `detect` tells which.

mod article;
mod decode;
mod plain_json;
mod plain_text;

pub use article::{
    AlternativeId, Article, ArticleKind, ArticleState, Dateline, SourceFormat, Subject, SuppliedEntity, SuppliedEntityKind, UpdateType,
    Warning,
};
pub use decode::{DecodeError, FormatChoice, decode};
