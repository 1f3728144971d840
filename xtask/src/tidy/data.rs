//! Rules for test data: what nobody reads proves nothing.

use super::Finding;
use super::repository::File;

const LONGEST_FIXTURE: usize = 40;
const LONGEST_SNAPSHOT: usize = 200;

/// One fixture shows one thing.
pub(super) fn fixtures(file: &File, found: &mut Vec<Finding>) {
    if file.is_below("fixtures") && !file.has_extension("snap") {
        limit(file, "fixture", LONGEST_FIXTURE, found);
    }
}

/// A snapshot is short enough to be looked at when it changes.
pub(super) fn snapshots(file: &File, found: &mut Vec<Finding>) {
    if file.has_extension("snap") {
        limit(file, "snapshot", LONGEST_SNAPSHOT, found);
    }
}

fn limit(file: &File, kind: &str, most: usize, found: &mut Vec<Finding>) {
    let lines = file.text.lines().count();
    if lines > most {
        let message = format!("the {kind} has {lines} lines, more than {most}");
        found.push(Finding::new(file, most + 1, message));
    }
}
