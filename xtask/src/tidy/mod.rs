//! `cargo xtask tidy`: the rules of the repository that no lint covers.
//!
//! Every rule looks at one file and reports all that it finds, so one run shows everything there is to do. The rules read
//! text, not syntax trees: they are guard rails, and a rule that has to be understood to be obeyed is a bad one.

mod data;
mod emitter;
mod repository;
mod source;
mod syntax;
mod text;

use crate::status::Status;
use crate::terminal::{self, counted};
use crate::workspace;
use repository::File;
use std::fmt;

/// The rules. Each decides by the path whether it has anything to say about a file.
const RULES: &[fn(&File, &mut Vec<Finding>)] = &[
    text::top_of_the_repository,
    text::line_ends,
    text::machine_names,
    source::length,
    source::module_documentation,
    emitter::templates,
    emitter::catch_all_arms,
    emitter::rust_as_text,
    data::fixtures,
    data::snapshots,
];

pub(crate) fn run() -> Status {
    let files = match repository::files(&workspace::root()) {
        Ok(files) => files,
        Err(error) => {
            terminal::err(error);
            return Status::InputOutput;
        }
    };
    let findings = findings(&files);
    for finding in &findings {
        terminal::out(finding);
    }
    let checked = counted(files.len(), "file");
    terminal::out(format_args!(
        "tidy: {checked}, {}",
        counted(findings.len(), "finding")
    ));
    if findings.is_empty() {
        Status::Done
    } else {
        Status::Failed
    }
}

fn findings(files: &[File]) -> Vec<Finding> {
    let mut found = Vec::new();
    for file in files {
        for rule in RULES {
            rule(file, &mut found);
        }
    }
    found.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    found
}

/// A rule that is not kept.
#[derive(Debug)]
struct Finding {
    path: String,
    /// From 1.
    line: usize,
    message: String,
}

impl Finding {
    fn new(file: &File, line: usize, message: impl Into<String>) -> Self {
        Self {
            path: file.path.clone(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}:{}: {}", self.path, self.line, self.message)
    }
}

#[cfg(test)]
mod tests;
