//! Runs the documents, several at once.

use super::entries::Entry;
use super::record::Record;
use super::{Plan, entry, names, progress};
use indicatif::ProgressBar;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io, thread};

/// The record of each entry, in their order.
pub(super) fn run(plan: &Plan<'_>, entries: &[Entry]) -> Result<Vec<Record>, String> {
    let bar = progress::bar("generate", entries.len());
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(entries.len()));
    thread::scope(|scope| {
        for _ in 0..plan.jobs.get().min(entries.len()) {
            scope.spawn(|| work(plan, entries, &next, &done, &bar));
        }
    });
    bar.finish_and_clear();
    let mut done = done
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    let records = done.into_iter().map(|(_, record)| record);
    records
        .collect::<io::Result<Vec<Record>>>()
        .map_err(|error| format!("the process of a document cannot be run: {error}"))
}

/// Takes one entry after the other until there are none.
fn work(
    plan: &Plan<'_>,
    entries: &[Entry],
    next: &AtomicUsize,
    done: &Mutex<Vec<(usize, io::Result<Record>)>>,
    bar: &ProgressBar,
) {
    loop {
        let index = next.fetch_add(1, Ordering::Relaxed);
        let Some(entry) = entries.get(index) else {
            return;
        };
        bar.set_message(entry.path.clone());
        let record = one(plan, entry);
        if let Ok(mut done) = done.lock() {
            done.push((index, record));
        }
        bar.inc(1);
    }
}

fn one(plan: &Plan<'_>, entry: &Entry) -> io::Result<Record> {
    let name = names::crate_name(&entry.path);
    let out = plan
        .workspace
        .map(|workspace| workspace.member(&entry.path));
    entry::run(entry::Task {
        corpus: plan.corpus,
        ref_root: plan.ref_root,
        path: &entry.path,
        name: &name,
        out: out.as_deref(),
        limit: plan.limit,
    })
}
