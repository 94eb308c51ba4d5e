//! Reads the rows of a list, each with its line.

use std::io::{BufRead, ErrorKind};

use csv::{ReaderBuilder, StringRecord};

use super::line_starts::{LineStarts, Noted};
use super::row::{Row, RowFault};

/// Between the names, and between the contexts, of one field of a CSV file.
const SEPARATOR: char = ';';

/// Why reading stopped; `E` is what the taker of the rows stops for.
#[derive(Debug)]
pub(super) enum Stop<E> {
    /// The list cannot be read.
    Unreadable(std::io::Error),
    /// A CSV file has no such column.
    NoColumn(&'static str),
    /// The taker wants no more.
    Taker(E),
}

/// Gives every row to `take`, with the line where it begins, the first being 1. A list whose first sign is `{` is NDJSON, any other CSV.
pub(super) fn for_each_row<E>(
    mut list: impl BufRead,
    mut take: impl FnMut(u64, Result<Row, RowFault>) -> Result<(), E>,
) -> Result<(), Stop<E>> {
    let begins = list.fill_buf().map_err(Stop::Unreadable)?;
    let first = begins.strip_prefix(b"\xef\xbb\xbf").unwrap_or(begins).iter().find(|byte| !byte.is_ascii_whitespace());
    if first == Some(&b'{') { ndjson(list, &mut take) } else { csv(list, &mut take) }
}

fn ndjson<E>(mut list: impl BufRead, take: &mut impl FnMut(u64, Result<Row, RowFault>) -> Result<(), E>) -> Result<(), Stop<E>> {
    let mut line = Vec::new();
    for number in 1.. {
        line.clear();
        if list.read_until(b'\n', &mut line).map_err(Stop::Unreadable)? == 0 {
            break;
        }
        let json = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line);
        if !json.iter().all(u8::is_ascii_whitespace) {
            take(number, Row::from_json(json)).map_err(Stop::Taker)?;
        }
    }
    Ok(())
}

/// The columns of a CSV file that are read.
struct Columns {
    id: usize,
    names: Vec<usize>,
    entity_type: Option<usize>,
    context: Option<usize>,
}

impl Columns {
    fn new(header: &StringRecord) -> Result<Self, &'static str> {
        let places = |names: &[&str]| -> Vec<usize> {
            let named = |field: &str| names.iter().any(|name| field.trim().eq_ignore_ascii_case(name));
            header.iter().enumerate().filter(|(_, field)| named(field)).map(|(place, _)| place).collect()
        };
        let first = |name| places(&[name]).first().copied();
        let names = places(&["name", "names"]);
        if names.is_empty() {
            return Err("name");
        }
        Ok(Self { id: first("id").ok_or("id")?, names, entity_type: first("type"), context: first("context") })
    }

    fn row(&self, record: &StringRecord) -> Result<Row, RowFault> {
        let field = |place: usize| record.get(place).unwrap_or_default();
        let entity_type = self.entity_type.map(field).unwrap_or_default();
        let names = self.names.iter().flat_map(|place| field(*place).split(SEPARATOR));
        let context = self.context.into_iter().flat_map(|place| field(place).split(SEPARATOR));
        Row::new(field(self.id), names, entity_type, context)
    }
}

fn csv<E>(list: impl BufRead, take: &mut impl FnMut(u64, Result<Row, RowFault>) -> Result<(), E>) -> Result<(), Stop<E>> {
    let starts = LineStarts::default();
    let mut reader = ReaderBuilder::new().from_reader(Noted::new(list, starts.clone()));
    let columns = match reader.headers() {
        Ok(header) => Columns::new(header).map_err(Stop::NoColumn)?,
        Err(error) => return take(1, Err(row_fault(error).map_err(Stop::Unreadable)?)).map_err(Stop::Taker),
    };
    let mut record = StringRecord::new();
    loop {
        let begins = reader.position().byte();
        let row = match reader.read_record(&mut record) {
            Ok(true) => columns.row(&record),
            Ok(false) => return Ok(()),
            Err(error) => Err(row_fault(error).map_err(Stop::Unreadable)?),
        };
        take(starts.line(begins).unwrap_or_default(), row).map_err(Stop::Taker)?;
    }
}

/// What is wrong with the row that `error` is about; else why nothing can be read.
fn row_fault(error: csv::Error) -> Result<RowFault, std::io::Error> {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => Err(error),
        csv::ErrorKind::Utf8 { .. } => Ok(RowFault::Format("not UTF-8".to_owned())),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => Ok(RowFault::Format(format!("{len} fields, not {expected_len}"))),
        other => Err(std::io::Error::new(ErrorKind::InvalidData, format!("{other:?}"))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each row as `line: id names type context`, or its fault.
    fn rows(list: &[u8]) -> Vec<String> {
        let mut shown = Vec::new();
        let read = for_each_row(list, |line, row| {
            shown.push(match row {
                Ok(row) => format!("{line}: {} {:?} {:?} {:?}", row.id, row.names, row.entity_type, row.context),
                Err(fault) => format!("{line}: {fault}"),
            });
            Ok::<(), ()>(())
        });
        if let Err(Stop::NoColumn(column)) = read {
            shown.push(format!("no column {column}"));
        }
        shown
    }

    #[test]
    fn csv_is_read_by_the_names_of_its_columns() {
        let list = "\u{feff}Type,note,ID,name,context\nlocation,x,Q1,\"Alden; Port Alden\",\"Lisbon; harbour\"\n\n,,Q2,\"Vale,\nAna\",\n";
        assert_eq!(
            rows(list.as_bytes()),
            [r#"2: Q1 ["alden", "port alden"] Some(Location) ["lisbon", "harbour"]"#, r#"4: Q2 ["vale ana"] None []"#,]
        );
    }

    #[test]
    fn lines_are_counted_whatever_breaks_them() {
        let list = b"\xef\xbb\xbfid,name\r\n\r\n1,Vale\r\n\r\n\n2,\"Port\r\nAlden\"\r\n,Vik\r\n3,Brede,\r\n4,\xff\r\n";
        let lines: Vec<String> = rows(list).iter().map(|row| row.split([' ', '[']).take(2).collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(lines, ["3: 1", "6: 2", "8: no", "9: 3", "10: not"]);
    }

    #[test]
    fn faults_of_csv_have_their_line_and_the_others_go_on() {
        let list = b"id,name\n1,Vale\n2\n3,\xff\n,Vale\n4,Alden,x\n5,Alden\n";
        assert_eq!(
            rows(list),
            [
                r#"2: 1 ["vale"] None []"#,
                "3: 1 fields, not 2",
                "4: not UTF-8",
                "5: no id",
                "6: 3 fields, not 2",
                r#"7: 5 ["alden"] None []"#,
            ]
        );
    }

    #[test]
    fn ndjson_is_told_by_its_first_sign() {
        let list = b"\n{\"id\":\"1\",\"name\":\"Vale\"}\r\n{\"id\":\n\n{\"id\":\"2\",\"name\":\"Alden\"}";
        let shown = rows(list);
        assert_eq!((shown[0].as_str(), shown[2].as_str()), (r#"2: 1 ["vale"] None []"#, r#"5: 2 ["alden"] None []"#));
        assert!(shown[1].starts_with("3: EOF"), "{}", shown[1]);
    }

    #[test]
    fn missing_columns_are_named() {
        assert_eq!(rows(b"id,label\n1,Vale\n"), ["no column name"]);
        assert_eq!(rows(b"qid,name\n1,Vale\n"), ["no column id"]);
        assert_eq!(rows(b""), ["no column name"]);
    }
}
