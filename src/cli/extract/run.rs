//! Runs `extract`: one reader, `--jobs` extracting threads, one writer that keeps the input's order.

use std::fs::File;
use std::io::{BufReader, ErrorKind, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::thread;

use anyhow::Context;
use crossbeam_channel::{Receiver, Sender, bounded};
use indicatif::ProgressBar;

use super::arguments::ExtractArguments;
use super::job::Job;
use super::output::{default_form, progress_bar, standard};
use super::timings::{Spent, Timings};
use crate::cli::exit::Failure;
use crate::cli::stories::{Input, Story, for_each_story, list};
use crate::pipeline::Pipeline;
use crate::settings::EmitText;
use crate::wire::FormatChoice;
use crate::worker::process;

/// How many bytes of stories one hand-over to a thread holds at the most (one story may be longer).
const BATCH_BYTES: usize = 64 * 1024;

/// A batch of stories of one input, and where its records are to go.
struct Batch {
    input: Arc<str>,
    content_type: Option<&'static str>,
    stories: Vec<Story>,
    done: Sender<Finished>,
}

/// The records of one batch, in order, and what was wrong with the others.
#[derive(Default)]
struct Finished {
    records: Vec<u8>,
    complaints: Vec<String>,
    stories: u64,
    bytes: u64,
    spent: Vec<Spent>,
}

/// What the writer waits for, in the input's order.
type Ordered = Receiver<Finished>;

/// Runs the command.
pub(in crate::cli) fn run(arguments: &ExtractArguments) -> Result<(), Failure> {
    let inputs = list(&arguments.paths)?;
    let output = arguments.output.unwrap_or_else(default_form);
    let pipeline = Pipeline::load(arguments.profile, arguments.models.as_deref())?.with_gazetteer(arguments.gazetteer.as_deref())?;
    let job = Job { description: process::describe(&pipeline, EmitText::Full), pipeline, format: arguments.format, output };
    let jobs = arguments.jobs.map_or_else(default_jobs, Into::into);
    let bar = progress_bar(total_bytes(&inputs));
    let faults = thread::scope(|scope| -> anyhow::Result<u64> {
        let (batch_sender, batches) = bounded::<Batch>(2 * jobs);
        let (order_sender, ordered) = bounded::<Ordered>(4 * jobs);
        for _ in 0..jobs {
            let (batches, job) = (batches.clone(), &job);
            scope.spawn(move || work(job, &batches));
        }
        drop(batches);
        let format = arguments.format;
        let reader = scope.spawn(move || read_all(&inputs, format, &batch_sender, &order_sender));
        let mut timings = arguments.timings.then(Timings::default);
        let written = write_all(&ordered, &mut standard(output), &bar, timings.as_mut());
        if let Some(timings) = &timings {
            bar.suspend(|| anstream::eprintln!("{timings}"));
        }
        drop(ordered);
        let unread = reader.join().expect("the reader does not panic");
        Ok(written? + unread)
    })?;
    bar.finish_and_clear();
    match faults {
        0 => Ok(()),
        _ => Err(Failure::Runtime(anyhow::anyhow!("{faults} of the inputs could not be read: see above"))),
    }
}

fn default_jobs() -> usize {
    thread::available_parallelism().map_or(1, Into::into)
}

/// Bytes of all inputs; `None` where one of them has no known length.
fn total_bytes(inputs: &[Input]) -> Option<u64> {
    inputs.iter().map(|input| if let Input::File(path) = input { Some(std::fs::metadata(path).ok()?.len()) } else { None }).sum()
}

/// Reads every input and hands its stories on; gives the number of inputs that could not be read.
fn read_all(inputs: &[Input], format: FormatChoice, batches: &Sender<Batch>, order: &Sender<Ordered>) -> u64 {
    let mut unread = 0;
    for input in inputs {
        let mut hand_over = HandOver::new(input, batches, order);
        let read = match input {
            Input::Stdin => for_each_story(std::io::stdin().lock(), false, format, |story| hand_over.add(story)),
            Input::File(path) => File::open(path).and_then(|file| {
                let reader = BufReader::with_capacity(BATCH_BYTES, file);
                for_each_story(reader, input.is_named_ndjson(), format, |story| hand_over.add(story))
            }),
        };
        hand_over.flush();
        if let Err(error) = read {
            unread += 1;
            anstream::eprintln!("quotewire: {}: {error}", input.name());
        }
    }
    unread
}

/// Gathers stories into batches and queues each twice: for a thread to work on, and for the writer to wait on.
struct HandOver<'a> {
    input: Arc<str>,
    content_type: Option<&'static str>,
    waiting: Vec<Story>,
    waiting_bytes: usize,
    /// Bytes that make a batch; the standard input is not held back, as its stories may come slowly.
    batch_bytes: usize,
    batches: &'a Sender<Batch>,
    order: &'a Sender<Ordered>,
}

impl<'a> HandOver<'a> {
    fn new(input: &Input, batches: &'a Sender<Batch>, order: &'a Sender<Ordered>) -> Self {
        let batch_bytes = if *input == Input::Stdin { 0 } else { BATCH_BYTES };
        Self {
            input: input.name().into(),
            content_type: input.content_type(),
            waiting: Vec::new(),
            waiting_bytes: 0,
            batch_bytes,
            batches,
            order,
        }
    }

    /// Takes a story; `false` when nobody writes any longer.
    fn add(&mut self, story: Story) -> bool {
        self.waiting_bytes += story.payload.len();
        self.waiting.push(story);
        self.waiting_bytes < self.batch_bytes || self.flush()
    }

    fn flush(&mut self) -> bool {
        if self.waiting.is_empty() {
            return true;
        }
        let (done, finished) = bounded(1);
        let stories = std::mem::take(&mut self.waiting);
        self.waiting_bytes = 0;
        let batch = Batch { input: Arc::clone(&self.input), content_type: self.content_type, stories, done };
        self.order.send(finished).is_ok() && self.batches.send(batch).is_ok()
    }
}

fn work(job: &Job, batches: &Receiver<Batch>) {
    for batch in batches {
        let mut finished = Finished::default();
        for story in &batch.stories {
            finished.stories += 1;
            finished.bytes += story.payload.len() as u64 + 1;
            match caught(|| job.record(story, batch.content_type).map_err(|error| error.to_string())) {
                Ok((bytes, spent)) => {
                    finished.records.extend_from_slice(&bytes);
                    finished.spent.push(spent);
                }
                Err(reason) => finished.complaints.push(complaint(&batch.input, story.line, &reason)),
            }
        }
        if batch.done.send(finished).is_err() {
            return;
        }
    }
}

/// What `work` gives; a panic in it costs its own story alone, as it does in the worker.
fn caught<T>(work: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err("extraction panicked: please report this story".to_owned()))
}

fn complaint(input: &str, line: Option<usize>, reason: &str) -> String {
    match line {
        Some(line) => format!("quotewire: {input}: line {line}: {reason}"),
        None => format!("quotewire: {input}: {reason}"),
    }
}

/// Writes what is finished, in order; gives the number of complaints. A reader that went away ends it quietly.
fn write_all(
    ordered: &Receiver<Ordered>,
    out: &mut dyn Write,
    bar: &ProgressBar,
    mut timings: Option<&mut Timings>,
) -> anyhow::Result<u64> {
    let mut faults = 0;
    let mut stories = 0;
    for finished in ordered {
        let Ok(finished) = finished.recv() else { break };
        for line in &finished.complaints {
            bar.suspend(|| anstream::eprintln!("{line}"));
        }
        faults += finished.complaints.len() as u64;
        stories += finished.stories;
        if let Some(timings) = &mut timings {
            timings.add(&finished.spent);
        }
        bar.set_message(stories.to_string());
        bar.inc(finished.bytes);
        let written = out.write_all(&finished.records).and_then(|()| if ordered.is_empty() { out.flush() } else { Ok(()) });
        if let Err(error) = written {
            return if error.kind() == ErrorKind::BrokenPipe { Ok(faults) } else { Err(error).context("cannot write the records") };
        }
    }
    match out.flush() {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(error).context("cannot write the records"),
        _ => Ok(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_a_complaint_about_its_story() {
        assert!(caught::<()>(|| panic!("too much")).unwrap_err().starts_with("extraction panicked"));
        assert_eq!(caught(|| Ok(1)), Ok(1));
    }
}
