//! Long-running operations as the caller sees them: a thin shell over [`Watch`], which is not generic.

use std::fmt;
use std::time::Duration;

use super::core::Core;
use super::credential::BoxFuture;
use super::error::{Error, Failure};
use super::operation::{Ending, FinalState, Operation, ReadError};
use super::polling::{Watch, until_done};
use super::reply::{Reply, service_error};
use super::request::Request;

/// A long-running operation as data.
pub struct Polling<T: 'static, E: 'static> {
    /// The operation that begins it.
    pub operation: &'static Operation,
    /// Reads the bodies of failures.
    pub errors: ReadError<E>,
    /// Where its result stands.
    pub final_state: FinalState,
    /// Reads its result.
    pub read: ReadResult<T, E>,
}

/// Reads a reply as the result of a long-running operation.
type ReadResult<T, E> = fn(Reply<E>) -> BoxFuture<'static, Result<T, Error<E>>>;

/// A long-running operation: its service goes on working when it has answered.
///
/// Nothing is sent before [`wait`](Self::wait) or [`poll_once`](Self::poll_once). Between two questions it waits as long
/// as the service asks for by `Retry-After`, and otherwise as the client's options say.
#[must_use = "a long-running operation begins only when it is waited for"]
pub struct Poller<T: 'static, E: 'static> {
    polling: &'static Polling<T, E>,
    watch: Watch,
}

/// How far a long-running operation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PollStatus {
    /// The service is still at it.
    InProgress,
    /// It has succeeded: [`Poller::wait`] gives the result.
    Succeeded,
}

impl<T, E> Poller<T, E> {
    /// The operation that a request begins.
    #[doc(hidden)]
    pub fn new(request: Request, polling: &'static Polling<T, E>) -> Self {
        let watch = Watch::new(request.draft.finish(), polling.final_state);
        Self { polling, watch }
    }

    /// The operation that a token stands for.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::BadParameter`](super::ErrorKind) when the token is none of this operation, and
    /// [`ErrorKind::Untrusted`](super::ErrorKind) when it leads to another origin than the endpoint's.
    #[doc(hidden)]
    pub fn resume(
        core: &Core,
        token: &str,
        polling: &'static Polling<T, E>,
    ) -> Result<Self, Failure> {
        let draft = *Request::new(core, polling.operation).draft;
        let watch = Watch::resume(draft, polling.final_state, token)
            .map_err(|failure| failure.of(polling.operation.id))?;
        Ok(Self { polling, watch })
    }

    /// Begins the operation if it has not begun, waits for its end, and gives the result. When the future is dropped
    /// before its end, the next call goes on where it stopped.
    ///
    /// # Errors
    ///
    /// Those of the operation's `send`, for each request; [`ErrorKind::LongRunning`](super::ErrorKind) when the service
    /// says that the operation failed or was canceled, with its reasons in [`Error::service`]; and
    /// [`ErrorKind::Untrusted`](super::ErrorKind) when it wants to be asked at another origin than the endpoint's.
    pub async fn wait(&mut self) -> Result<T, Error<E>> {
        match self.watch.wait().await {
            Ok(raw) => (self.polling.read)(Reply::new(raw)).await,
            Err(failure) => Err(self.error(failure)),
        }
    }

    /// Sends one request, without any wait: the first one, or one that asks how far the operation is. Wait for
    /// [`delay`](Self::delay) before the next.
    ///
    /// # Errors
    ///
    /// Those of [`wait`](Self::wait). After an error that passes, the next call asks again.
    pub async fn poll_once(&mut self) -> Result<PollStatus, Error<E>> {
        match self.watch.poll_once().await {
            Ok(()) if self.watch.is_done() => Ok(PollStatus::Succeeded),
            Ok(()) => Ok(PollStatus::InProgress),
            Err(failure) => Err(self.error(failure)),
        }
    }

    /// What the service called the state of the operation when it was last asked; `None` before, and where a reply said
    /// it by its status alone.
    pub fn status(&self) -> Option<&str> {
        self.watch.status()
    }

    /// How long to wait before the service is asked again.
    pub fn delay(&self) -> Duration {
        self.watch.delay()
    }

    /// A text that stands for the operation while it is under way: `resume` of the operation's request makes a poller of
    /// it again, in another process too. `None` before the first reply and after the end.
    ///
    /// It contains the URLs that are asked and no credential, header or query parameter that is secret. There is none where
    /// a secret stands in the path.
    pub fn token(&self) -> Option<String> {
        self.watch.token()
    }

    fn error(&self, failure: Failure) -> Error<E> {
        service_error(failure.of(self.polling.operation.id), self.polling.errors)
    }
}

impl Request {
    /// Lets [`Request::send`] wait for the end of a long-running operation and give its result.
    #[doc(hidden)]
    pub fn until_done(mut self, final_state: FinalState) -> Self {
        self.draft.plan.ending = Some(Ending {
            wait: until_done,
            final_state,
        });
        self
    }
}

impl<T, E> fmt::Debug for Poller<T, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Poller")
            .field("operation", &self.polling.operation.id)
            .field("status", &self.status())
            .finish_non_exhaustive()
    }
}
