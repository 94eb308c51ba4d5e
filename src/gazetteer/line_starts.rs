//! Where the lines of a CSV file begin.
//!
//! The crate `csv` counts the line of a row before it passes over the line breaks that stand there: after a break of two signs (CRLF, as
//! spreadsheets write) or an empty line it names an earlier one. It is right about the byte, so that lines are counted here.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read};
use std::rc::Rc;

/// The lines that were read and not yet asked for.
#[derive(Debug, Clone, Default)]
pub(super) struct LineStarts {
    /// First byte and number of each line that is not empty; the first line is 1.
    waiting: Rc<RefCell<VecDeque<(u64, u64)>>>,
}

impl LineStarts {
    /// The line of the row that begins at `byte`, or after the line breaks there. Rows are asked for in their order.
    pub(super) fn line(&self, byte: u64) -> Option<u64> {
        let mut waiting = self.waiting.borrow_mut();
        while waiting.front().is_some_and(|(start, _)| *start < byte) {
            waiting.pop_front();
        }
        waiting.front().map(|(_, line)| *line)
    }
}

/// Bytes whose lines are noted as they are read.
#[derive(Debug)]
pub(super) struct Noted<R> {
    reader: R,
    starts: LineStarts,
    byte: u64,
    line: u64,
    is_begun: bool,
}

impl<R: Read> Noted<R> {
    /// Reads `reader`, and notes in `starts`.
    pub(super) fn new(reader: R, starts: LineStarts) -> Self {
        Self { reader, starts, byte: 0, line: 1, is_begun: false }
    }

    fn note(&mut self, bytes: &[u8]) {
        let mut waiting = self.starts.waiting.borrow_mut();
        for byte in bytes {
            if *byte == b'\n' {
                self.line += 1;
                self.is_begun = false;
            } else if *byte != b'\r' && !self.is_begun {
                waiting.push_back((self.byte, self.line));
                self.is_begun = true;
            }
            self.byte += 1;
        }
    }
}

impl<R: Read> Read for Noted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.reader.read(buffer)?;
        self.note(&buffer[..count]);
        Ok(count)
    }
}
