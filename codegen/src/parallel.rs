//! The same work for each of many things, on all cores.
//!
//! Invariant: what comes out depends on the things alone, not on the number of threads or on which is done first.

use std::num::NonZero;
use std::panic;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// More threads than this wait for the memory rather than for each other.
const MOST_THREADS: usize = 8;

/// How many things are worth a thread: to begin one costs as much as to do a few.
const LEAST_SHARE: usize = 64;

/// What `work` makes of each of `things`, in their order.
pub(crate) fn map<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let threads = (things.len() / LEAST_SHARE).min(cores).min(MOST_THREADS);
    if threads < 2 {
        return things.iter().map(work).collect();
    }
    let taken = AtomicUsize::new(0);
    // Whoever is free takes the next, since some things are much more work than others.
    let share = || -> Vec<(usize, R)> {
        let next = || {
            let index = taken.fetch_add(1, Ordering::Relaxed);
            Some((index, work(things.get(index)?)))
        };
        std::iter::from_fn(next).collect()
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        // Where the system gives no thread, those that there are do its share.
        let begin = |_| thread::Builder::new().spawn_scoped(scope, share).ok();
        let others: Vec<_> = (1..threads).filter_map(begin).collect();
        let mut done = share();
        for other in others {
            done.extend(
                other
                    .join()
                    .unwrap_or_else(|panic| panic::resume_unwind(panic)),
            );
        }
        done
    });
    done.sort_unstable_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

#[cfg(test)]
mod tests {
    use super::{LEAST_SHARE, map};
    use std::panic::catch_unwind;

    #[test]
    fn results_are_in_the_order_of_the_things() {
        for count in [0, 1, LEAST_SHARE * 40 + 1] {
            let things: Vec<usize> = (0..count).collect();
            let doubled: Vec<usize> = things.iter().map(|thing| thing * 2).collect();
            assert_eq!(map(&things, |thing| thing * 2), doubled);
        }
    }

    #[test]
    fn a_panic_in_any_thread_is_one_of_the_caller() {
        let things: Vec<usize> = (0..LEAST_SHARE * 40).collect();
        for bad in [0, 1, things.len() - 1] {
            let panicked = catch_unwind(|| map(&things, |&thing| assert_ne!(thing, bad)));
            assert!(panicked.is_err());
        }
    }
}
