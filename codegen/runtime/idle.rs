//! The time-out for a transfer on which nothing moves. `reqwest` has one for reading, but it runs from the beginning of
//! a request on, so that it would end every upload that takes longer. Invariant: the time in which a caller's stream
//! has nothing to send does not count.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::thread;
use std::time::{Duration, Instant};

/// Says when nothing has moved for too long.
pub(super) struct Idle {
    limit: Duration,
    progress: Arc<Progress>,
    alarm: Alarm,
}

impl Idle {
    pub(super) fn new(limit: Duration) -> Self {
        Self {
            limit,
            progress: Arc::new(Progress::new()),
            alarm: Alarm::default(),
        }
    }

    pub(super) fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// Makes the time-out shorter, or leaves it as it is.
    pub(super) fn shorten(&mut self, limit: Duration) {
        self.limit = self.limit.min(limit);
        self.alarm = Alarm::default();
    }

    /// Is ready when nothing has moved for too long.
    pub(super) fn poll_expired(&mut self, context: &mut Context<'_>) -> Poll<()> {
        let now = Instant::now();
        // A limit beyond what a clock can show is none.
        let Some(deadline) = self.progress.last(now).checked_add(self.limit) else {
            return Poll::Pending;
        };
        if now >= deadline {
            return Poll::Ready(());
        }
        self.alarm.wake_at(deadline, now, context.waker());
        Poll::Pending
    }
}

/// When something last moved; shared by the two directions of a transfer.
pub(super) struct Progress {
    start: Instant,
    millis: AtomicU64,
}

/// Stands for a caller's stream that has nothing to send.
const WAITING: u64 = u64::MAX;

impl Progress {
    fn new() -> Self {
        Self {
            start: Instant::now(),
            millis: AtomicU64::new(0),
        }
    }

    /// Something moved.
    pub(super) fn note(&self) {
        let millis = u64::try_from(self.start.elapsed().as_millis()).unwrap_or(WAITING - 1);
        self.millis.store(millis, Ordering::Relaxed);
    }

    /// From now on, and until something moves, it is the caller's turn.
    pub(super) fn wait_for_caller(&self) {
        self.millis.store(WAITING, Ordering::Relaxed);
    }

    fn last(&self, now: Instant) -> Instant {
        match self.millis.load(Ordering::Relaxed) {
            WAITING => now,
            millis => self.start + Duration::from_millis(millis),
        }
    }
}

/// The place of a task among those that wait for the clock.
#[derive(Default)]
struct Alarm {
    set: Option<(Instant, u64, Waker)>,
}

impl Alarm {
    /// Wakes a task at this time or before it. Deadlines only move away, so that an alarm that is already set stays:
    /// moving it at each chunk of a transfer would cost more than the one needless wake-up.
    fn wake_at(&mut self, deadline: Instant, now: Instant, waker: &Waker) {
        if let Some((time, _, woken)) = &self.set {
            if *time > now && woken.will_wake(waker) {
                return;
            }
        }
        self.cancel();
        let id = CLOCK.add(deadline, waker.clone());
        self.set = Some((deadline, id, waker.clone()));
    }

    fn cancel(&mut self) {
        if let Some((_, id, _)) = self.set.take() {
            CLOCK.lock().sleepers.retain(|sleeper| sleeper.id != id);
        }
    }
}

impl Drop for Alarm {
    fn drop(&mut self) {
        self.cancel();
    }
}

/// One sleeping thread for all transfers, since the packages that this code may use have no timer to offer.
struct Clock {
    queue: Mutex<Queue>,
    changed: Condvar,
}

struct Queue {
    /// In no order: there are few, and most leave before their time.
    sleepers: Vec<Sleeper>,
    next_id: u64,
    runs: bool,
}

struct Sleeper {
    deadline: Instant,
    id: u64,
    waker: Waker,
}

static CLOCK: Clock = Clock {
    queue: Mutex::new(Queue {
        sleepers: Vec::new(),
        next_id: 0,
        runs: false,
    }),
    changed: Condvar::new(),
};

impl Clock {
    fn lock(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&'static self, deadline: Instant, waker: Waker) -> u64 {
        let mut queue = self.lock();
        let id = queue.next_id;
        queue.next_id += 1;
        if !queue.runs {
            // Without a thread there is no time-out; the next transfer tries again.
            let thread = thread::Builder::new().name("http-idle-clock".into());
            queue.runs = thread.spawn(|| self.run()).is_ok();
        }
        if queue.first().is_none_or(|first| deadline < first) {
            self.changed.notify_one();
        }
        queue.sleepers.push(Sleeper {
            deadline,
            id,
            waker,
        });
        id
    }

    fn run(&self) {
        let mut queue = self.lock();
        loop {
            let now = Instant::now();
            queue = match queue.first() {
                None => self
                    .changed
                    .wait(queue)
                    .unwrap_or_else(PoisonError::into_inner),
                Some(first) if first > now => {
                    let waited = self.changed.wait_timeout(queue, first - now);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                Some(_) => {
                    let due = queue.take_due(now);
                    // A waker runs foreign code, which may come back to this queue.
                    drop(queue);
                    due.into_iter().for_each(Waker::wake);
                    self.lock()
                }
            };
        }
    }
}

impl Queue {
    fn first(&self) -> Option<Instant> {
        self.sleepers.iter().map(|sleeper| sleeper.deadline).min()
    }

    fn take_due(&mut self, now: Instant) -> Vec<Waker> {
        let mut due = Vec::new();
        self.sleepers.retain(|sleeper| {
            let is_due = sleeper.deadline <= now;
            if is_due {
                due.push(sleeper.waker.clone());
            }
            !is_due
        });
        due
    }
}
