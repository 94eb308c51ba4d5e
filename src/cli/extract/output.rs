//! Where records and complaints go.

use std::io::{BufWriter, IsTerminal, Write};

use super::arguments::OutputForm;

/// The standard output, buffered, with NO_COLOR and pipes honoured for the text view.
pub(super) fn standard(output: OutputForm) -> Box<dyn Write> {
    match output {
        OutputForm::Text => Box::new(BufWriter::new(anstream::AutoStream::auto(std::io::stdout()))),
        OutputForm::Ndjson | OutputForm::Json => Box::new(BufWriter::with_capacity(256 * 1024, std::io::stdout())),
    }
}

/// The form to write where none is asked for.
pub(super) fn default_form() -> OutputForm {
    if std::io::stdout().is_terminal() { OutputForm::Text } else { OutputForm::Ndjson }
}

/// A progress bar over `total_bytes` of input; hidden where stderr is no terminal, or where records scroll by on the same one.
pub(super) fn progress_bar(total_bytes: Option<u64>) -> indicatif::ProgressBar {
    if !std::io::stderr().is_terminal() || std::io::stdout().is_terminal() {
        return indicatif::ProgressBar::hidden();
    }
    let template = if total_bytes.is_some() {
        "{bar:30} {bytes}/{total_bytes}  {msg} stories  {bytes_per_sec} eta {eta}"
    } else {
        "{spinner} {bytes}  {msg} stories  {elapsed}"
    };
    let style = indicatif::ProgressStyle::with_template(template).expect("the template is fixed and valid");
    let bar = total_bytes.map_or_else(indicatif::ProgressBar::new_spinner, indicatif::ProgressBar::new);
    bar.with_style(style)
}
