//! The time-out for a transfer on which nothing moves. `reqwest` has one for reading, but it runs from the beginning of
//! a request on, so that it would end every upload that takes longer. Invariant: the time in which a caller's stream
//! has nothing to send does not count.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use tokio::time::{Instant, Sleep, sleep};

/// Says when nothing has moved for too long.
pub(super) struct Idle {
    limit: Duration,
    progress: Arc<Progress>,
    alarm: Pin<Box<Sleep>>,
}

impl Idle {
    pub(super) fn new(limit: Duration) -> Self {
        Self {
            limit,
            progress: Arc::new(Progress::new()),
            alarm: Box::pin(sleep(limit)),
        }
    }

    pub(super) fn progress(&self) -> &Arc<Progress> {
        &self.progress
    }

    /// Is ready when nothing has moved for too long.
    pub(super) fn poll_expired(&mut self, context: &mut Context<'_>) -> Poll<()> {
        // Deadlines only move away: an alarm that rings too early is cheaper than one that is set at each chunk.
        loop {
            ready!(self.alarm.as_mut().poll(context));
            let left = self.limit.saturating_sub(self.progress.age());
            if left.is_zero() {
                return Poll::Ready(());
            }
            let Some(deadline) = Instant::now().checked_add(left) else {
                return Poll::Pending;
            };
            self.alarm.as_mut().reset(deadline);
        }
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

    /// For how long nothing has moved.
    fn age(&self) -> Duration {
        match self.millis.load(Ordering::Relaxed) {
            WAITING => Duration::ZERO,
            millis => self
                .start
                .elapsed()
                .saturating_sub(Duration::from_millis(millis)),
        }
    }
}
