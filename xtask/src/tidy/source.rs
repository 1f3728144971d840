//! Rules for Rust that people wrote.

use super::Finding;
use super::repository::File;

const LONGEST_FILE: usize = 400;
const LONGEST_MODULE_DOCUMENTATION: usize = 12;

/// A file can be read in one go.
pub(super) fn length(file: &File, found: &mut Vec<Finding>) {
    let lines = file.text.lines().count();
    if file.is_written_rust() && lines > LONGEST_FILE {
        let message =
            format!("the file has {lines} lines, more than {LONGEST_FILE}: split it by meaning");
        found.push(Finding::new(file, LONGEST_FILE + 1, message));
    }
}

/// A module says first what it is for, shortly; a crate, whose page users read, as long as it takes.
pub(super) fn module_documentation(file: &File, found: &mut Vec<Finding>) {
    if !file.is_written_rust() {
        return;
    }
    let lines = file
        .text
        .lines()
        .take_while(|line| line.starts_with("//!"))
        .count();
    if lines == 0 {
        found.push(Finding::new(
            file,
            1,
            "the file does not begin with `//!`: what is it for?",
        ));
    } else if lines > LONGEST_MODULE_DOCUMENTATION && !file.path.ends_with("src/lib.rs") {
        let message = format!(
            "the module's `//!` has {lines} lines, more than {LONGEST_MODULE_DOCUMENTATION}"
        );
        found.push(Finding::new(
            file,
            LONGEST_MODULE_DOCUMENTATION + 1,
            message,
        ));
    }
}
