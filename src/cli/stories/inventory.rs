//! Which files there are to read.

use std::fs;
use std::path::Path;

use anyhow::Context;

/// One thing to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Input {
    /// The standard input.
    Stdin,
    /// A file.
    File(String),
}

impl Input {
    /// Its name in messages.
    pub(in crate::cli) fn name(&self) -> &str {
        match self {
            Input::Stdin => "standard input",
            Input::File(path) => path,
        }
    }

    /// What its name says of its content; JSON and unknown names are told by content.
    pub(in crate::cli) fn content_type(&self) -> Option<&'static str> {
        content_type(self.name())
    }

    /// Whether its name promises one JSON object a line.
    pub(in crate::cli) fn is_named_ndjson(&self) -> bool {
        let Input::File(path) = self else { return false };
        let extension = Path::new(path).extension().and_then(|extension| extension.to_str());
        matches!(extension, Some("ndjson" | "jsonl"))
    }
}

/// What a file's name says of its content; `None` where the content itself is to tell.
pub(in crate::cli) fn content_type(name: &str) -> Option<&'static str> {
    match name.rsplit('.').next()? {
        "html" | "htm" => Some("text/html"),
        "txt" => Some("text/plain"),
        _ => None,
    }
}

/// The inputs that `paths` name: folders are listed whole, in name order.
///
/// # Errors
/// When a path is not there or a folder cannot be listed.
pub(in crate::cli) fn list(paths: &[String]) -> anyhow::Result<Vec<Input>> {
    let mut inputs = Vec::new();
    for path in paths {
        if path == "-" {
            inputs.push(Input::Stdin);
        } else {
            list_path(Path::new(path), &mut inputs)?;
        }
    }
    Ok(inputs)
}

fn list_path(path: &Path, inputs: &mut Vec<Input>) -> anyhow::Result<()> {
    let metadata = fs::metadata(path).with_context(|| format!("cannot read {}", path.display()))?;
    if !metadata.is_dir() {
        inputs.push(Input::File(path.display().to_string()));
        return Ok(());
    }
    let entries = fs::read_dir(path).with_context(|| format!("cannot list {}", path.display()))?;
    let mut children = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    children.retain(|child| !is_hidden(child));
    children.sort();
    for child in children {
        list_path(&child, inputs)?;
    }
    Ok(())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
}
