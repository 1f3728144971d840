//! What a run amounts to, at a glance: a table, and a line for each document that has no client.

use super::entries::Entry;
use super::record::{Outcome, Record};
use crate::terminal::counted;
use std::fmt;

/// What is told at the end.
#[derive(Debug)]
pub(super) struct Summary<'a> {
    rows: Vec<(&'a Entry, &'a Record)>,
}

/// One row of the table.
#[derive(Debug, Default, PartialEq)]
struct Totals {
    documents: usize,
    generated: usize,
    compiled: usize,
    warnings: usize,
    compiler_warnings: Option<usize>,
    unformatted: usize,
    operations: usize,
    operations_in_document: usize,
    seconds: f64,
}

impl<'a> Summary<'a> {
    pub(super) fn new(entries: &'a [Entry], records: &'a [Record]) -> Self {
        Self {
            rows: entries.iter().zip(records).collect(),
        }
    }

    /// Whether every document that is to be taken for valid has its client, and nothing went wrong on the way.
    pub(super) fn is_good(&self) -> bool {
        self.rows.iter().all(|(entry, record)| match record.status {
            Outcome::Ok => true,
            Outcome::Error => !entry.markers.is_empty(),
            Outcome::CompileError | Outcome::Crash | Outcome::Timeout => false,
        })
    }

    fn count(&self, status: Outcome) -> usize {
        let of_status = |(_, record): &&(&Entry, &Record)| record.status == status;
        self.rows.iter().filter(of_status).count()
    }

    fn totals(&self, folder: Option<&str>) -> Totals {
        let mut totals = Totals::default();
        for (entry, record) in &self.rows {
            if folder.is_none_or(|folder| first_folder(&entry.path) == folder) {
                totals.add(record);
            }
        }
        totals
    }

    /// The folders that the documents stand in, on the first level.
    fn folders(&self) -> Vec<&str> {
        let mut folders: Vec<&str> = self
            .rows
            .iter()
            .map(|(entry, _)| first_folder(&entry.path))
            .collect();
        folders.sort_unstable();
        folders.dedup();
        folders
    }
}

impl fmt::Display for Summary<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (entry, record) in &self.rows {
            if record.status != Outcome::Ok {
                writeln!(formatter, "{}", line(entry, record))?;
            }
            if let Some(warning) = &record.first_warning {
                writeln!(formatter, "warning: {}: {warning}", record.path)?;
            }
        }
        writeln!(formatter, "\n{HEADER}")?;
        let folders = self.folders();
        if (2..=MOST_FOLDERS).contains(&folders.len()) {
            for folder in folders {
                writeln!(formatter, "{}", self.totals(Some(folder)).row(folder))?;
            }
        }
        let all = self.totals(None);
        writeln!(formatter, "{}\n", all.row("all"))?;
        write!(
            formatter,
            "{}: {} with a client, {} refused, {}, {}, {}",
            counted(all.documents, "document"),
            self.count(Outcome::Ok),
            self.count(Outcome::Error),
            counted(self.count(Outcome::CompileError), "compile error"),
            crashes(self.count(Outcome::Crash)),
            counted(self.count(Outcome::Timeout), "time-out"),
        )?;
        if let Some(warnings) = all.compiler_warnings {
            write!(formatter, ", {}", counted(warnings, "compiler warning"))?;
        }
        let warnings = counted(all.warnings, "warning");
        write!(formatter, "; {warnings} about documents")?;
        match all.unformatted {
            0 => Ok(()),
            files => {
                let files = counted(files, "file");
                write!(formatter, "; rustfmt would change {files}")
            }
        }
    }
}

/// A table with a row for each of more folders than these is not read at a glance.
const MOST_FOLDERS: usize = 8;

const HEADER: &str = "                      documents  generated  compiled  warnings  operations     of       seconds";

impl Totals {
    fn add(&mut self, record: &Record) {
        self.documents += 1;
        self.generated += usize::from(record.is_generated());
        if let Some(warnings) = record.compiler_warnings {
            self.compiled += usize::from(record.status == Outcome::Ok);
            *self.compiler_warnings.get_or_insert(0) += warnings;
        }
        self.warnings += record.warnings;
        self.unformatted += record.unformatted.unwrap_or_default();
        self.operations += record.operations;
        self.operations_in_document += record.operations_in_document;
        self.seconds += record.seconds;
    }

    /// A line below [`HEADER`]; the columns of the compiler are empty when it was not asked.
    fn row(&self, title: &str) -> String {
        let (compiled, warnings) = match self.compiler_warnings {
            Some(warnings) => (self.compiled.to_string(), warnings.to_string()),
            None => ("-".to_owned(), "-".to_owned()),
        };
        format!(
            "{title:20} {:>10} {:>10} {compiled:>9} {warnings:>9} {:>11} {:>6} {:>13.2}",
            self.documents,
            self.generated,
            self.operations,
            self.operations_in_document,
            self.seconds
        )
    }
}

/// What is wrong with a document, with the place once.
fn line(entry: &Entry, record: &Record) -> String {
    let path = &record.path;
    let place = match record.first_error.as_deref() {
        None => path.clone(),
        Some(fault) if fault.starts_with(path) => fault.to_owned(),
        Some(fault) => format!("{path}: {fault}"),
    };
    let known = match entry.markers.as_str() {
        "" => String::new(),
        markers => format!(" (known: {markers})"),
    };
    format!("{}: {place}{known}", record.status.word())
}

fn crashes(count: usize) -> String {
    let ending = if count == 1 { "" } else { "es" };
    format!("{count} crash{ending}")
}

fn first_folder(path: &str) -> &str {
    path.split_once('/').map_or(".", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::{Entry, Outcome, Record, Summary};

    fn entry(path: &str, markers: &str) -> Entry {
        Entry {
            path: path.to_owned(),
            markers: markers.to_owned(),
        }
    }

    fn is_good(markers: &str, status: Outcome) -> bool {
        let (entry, record) = (entry("a", markers), Record::new("a", status));
        Summary::new(&[entry], &[record]).is_good()
    }

    #[test]
    fn only_a_known_fault_may_be_refused() {
        assert!(is_good("", Outcome::Ok));
        assert!(!is_good("", Outcome::Error));
        assert!(is_good("dangling-ref=1", Outcome::Error));
        for outcome in [Outcome::Crash, Outcome::Timeout, Outcome::CompileError] {
            assert!(!is_good("dangling-ref=1", outcome));
        }
    }

    #[test]
    fn the_table_has_a_row_for_each_folder_and_one_for_all() {
        let entries = [entry("a/x.json", ""), entry("b/y.json", "no-responses=1")];
        let mut good = Record::new("a/x.json", Outcome::Ok);
        (good.operations, good.operations_in_document) = (3, 3);
        good.compiler_warnings = Some(0);
        let mut bad = Record::new("b/y.json", Outcome::Error);
        bad.operations_in_document = 1;
        bad.first_error = Some("b/y.json:1:2: error[SW0030]: no".to_owned());
        let text = Summary::new(&entries, &[good, bad]).to_string();
        assert_eq!(
            text,
            "error: b/y.json:1:2: error[SW0030]: no (known: no-responses=1)\n\n\
             \x20                     documents  generated  compiled  warnings  operations     of       seconds\n\
             a                             1          1         1         0           3      3          0.00\n\
             b                             1          0         -         -           0      1          0.00\n\
             all                           2          1         1         0           3      4          0.00\n\n\
             2 documents: 1 with a client, 1 refused, 0 compile errors, 0 crashes, 0 time-outs, 0 compiler warnings; \
             0 warnings about documents"
        );
    }
}
