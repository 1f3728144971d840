//! How a long-running operation is followed to its end, by the rules of Azure Resource Manager. Invariant: it is begun
//! once, and its service is asked at the endpoint's origin only.

use std::future::poll_fn;
use std::task::Poll;
use std::time::Duration;

use http::header::{ACCEPT, RANGE};
use http::{HeaderMap, HeaderName, HeaderValue, Method};
use tokio::time::sleep;
use url::Url;

use super::body::Body;
use super::core::Core;
use super::credential::BoxFuture;
use super::error::{ErrorKind, Failure};
use super::operation::{FinalState, Plan, Redirects};
use super::origin::own_url;
use super::poll_answer::{Answer, Ask, State};
use super::poll_token::Token;
use super::request::Draft;
use super::send::{Outgoing, Raw, send};

/// What an error calls the URL where a service wants to be asked.
const POLL_URL: &str = "the URL of the long-running operation";

/// Sends a request and waits for the end of what it begins.
pub(super) fn until_done(
    outgoing: Outgoing,
    final_state: FinalState,
) -> BoxFuture<'static, Result<Raw, Failure>> {
    Box::pin(async move { Watch::new(Ok(outgoing), final_state).wait().await })
}

/// Follows one operation.
pub(super) struct Watch {
    final_state: FinalState,
    at: At,
    /// What is asked next, once it has begun.
    underway: Option<Box<Underway>>,
    status: Option<String>,
    delay: Duration,
}

enum At {
    /// Nothing was sent yet.
    Start(Box<Result<Outgoing, Failure>>),
    /// A request is on its way.
    Asking(BoxFuture<'static, Result<Step, Failure>>),
    /// The service is at it.
    Underway,
    /// It has succeeded.
    Done(Box<Done>),
    /// The result, or the failure, was given.
    Ended,
}

/// What is known when a request has been answered.
struct Step {
    underway: Underway,
    answer: Answer,
    state: State,
}

/// An operation that has succeeded.
struct Done {
    /// What is asked for the result; `None` where the answer has it.
    result: Option<Outgoing>,
    answer: Answer,
}

/// An operation that its service is at.
#[derive(Clone)]
pub(super) struct Underway {
    pub(super) core: Core,
    pub(super) plan: Plan,
    pub(super) headers: HeaderMap,
    /// The method and the URL of the first request.
    pub(super) method: Method,
    pub(super) original: Url,
    pub(super) ask: Ask,
    /// The `Location` of the first reply.
    pub(super) location: Option<String>,
}

impl Watch {
    pub(super) fn new(first: Result<Outgoing, Failure>, final_state: FinalState) -> Self {
        Self {
            final_state,
            at: At::Start(Box::new(first)),
            underway: None,
            status: None,
            delay: Duration::ZERO,
        }
    }

    pub(super) fn resume(
        draft: Draft,
        final_state: FinalState,
        token: &str,
    ) -> Result<Self, Failure> {
        let underway = Token::read(token)?.underway(draft)?;
        // Not later, when the caller counts on it.
        underway.question()?;
        Ok(Self {
            final_state,
            at: At::Underway,
            underway: Some(Box::new(underway)),
            status: None,
            delay: Duration::ZERO,
        })
    }

    pub(super) fn is_done(&self) -> bool {
        matches!(self.at, At::Done(_))
    }

    pub(super) fn status(&self) -> Option<&str> {
        self.status.as_deref()
    }

    pub(super) fn delay(&self) -> Duration {
        self.delay
    }

    pub(super) fn token(&self) -> Option<String> {
        match &self.at {
            At::Underway | At::Asking(_) => Token::of(self.underway.as_ref()?)?.write(),
            At::Start(_) | At::Done(_) | At::Ended => None,
        }
    }

    /// Waits for the end and gives the reply that has the result.
    pub(super) async fn wait(&mut self) -> Result<Raw, Failure> {
        while !self.is_done() {
            if matches!(self.at, At::Underway) {
                sleep(self.delay).await;
            }
            self.poll_once().await?;
        }
        self.fetch_result().await
    }

    /// Sends one request, or waits for the answer of one that is on its way.
    pub(super) async fn poll_once(&mut self) -> Result<(), Failure> {
        match std::mem::replace(&mut self.at, At::Ended) {
            At::Start(first) => self.at = At::Asking(Box::pin(begin(*first))),
            At::Underway => {
                self.at = At::Underway;
                let Some(underway) = self.underway.clone() else {
                    return Err(ended());
                };
                self.at = At::Asking(Box::pin(ask(*underway)));
            }
            At::Asking(asking) => self.at = At::Asking(asking),
            At::Done(done) => {
                self.at = At::Done(done);
                return Ok(());
            }
            At::Ended => return Err(ended()),
        }
        let step = poll_fn(|context| match &mut self.at {
            At::Asking(asking) => asking.as_mut().poll(context),
            At::Start(_) | At::Underway | At::Done(_) | At::Ended => Poll::Ready(Err(ended())),
        })
        .await;
        match step {
            Ok(step) => self.accept(step),
            Err(failure) => {
                // To ask once more does no harm, to begin once more may.
                self.at = match self.underway {
                    Some(_) => At::Underway,
                    None => At::Ended,
                };
                Err(failure)
            }
        }
    }

    fn accept(&mut self, step: Step) -> Result<(), Failure> {
        let Step {
            underway,
            answer,
            state,
        } = step;
        self.at = At::Ended;
        self.delay = answer.delay(underway.core.settings().poll_interval);
        match state {
            State::InProgress(status) => {
                self.status = status;
                self.underway = Some(Box::new(underway));
                self.at = At::Underway;
                Ok(())
            }
            State::Succeeded(status) => {
                self.status = status;
                let (result, answer) = underway.result(self.final_state, answer)?;
                self.at = At::Done(Box::new(Done { result, answer }));
                Ok(())
            }
            State::Failed(status) => {
                self.status = Some(status);
                Err(answer.failure("the service says that the operation has failed"))
            }
            State::Canceled(status) => {
                self.status = Some(status);
                Err(answer.failure("the service says that the operation was canceled"))
            }
        }
    }

    async fn fetch_result(&mut self) -> Result<Raw, Failure> {
        let At::Done(done) = &self.at else {
            return Err(ended());
        };
        let question = done.result.as_ref().and_then(Outgoing::replay);
        let fetched = match question {
            Some(question) => Some(send(Ok(question)).await?),
            None => None,
        };
        match std::mem::replace(&mut self.at, At::Ended) {
            At::Done(done) => Ok(fetched.unwrap_or_else(|| done.answer.into_raw())),
            At::Start(_) | At::Asking(_) | At::Underway | At::Ended => Err(ended()),
        }
    }
}

/// The headers of what asks how far it is: without those about the body, the range or the condition of the first request,
/// which say something else of a `GET` (`If-None-Match: *` that nothing is there).
fn reading_headers(headers: &HeaderMap) -> HeaderMap {
    let about_first = |name: &HeaderName| {
        let name = name.as_str();
        name.starts_with("content-") || name.starts_with("if-") || name == RANGE
    };
    let pairs = headers.iter().filter(|(name, _)| !about_first(name));
    let mut kept = HeaderMap::new();
    for (name, value) in pairs {
        kept.append(name, value.clone());
    }
    kept
}

fn ended() -> Failure {
    Failure::new(
        ErrorKind::LongRunning,
        "the end of the long-running operation was given already",
    )
}

/// Sends the first request.
async fn begin(first: Result<Outgoing, Failure>) -> Result<Step, Failure> {
    let first = first?;
    let mut underway = Underway::new(&first);
    let answer = Answer::of(send(Ok(first)).await?).await?;
    underway.location = answer.link("location");
    let (ask, state) = answer.begin(&underway.method)?;
    underway.ask = ask;
    Ok(Step {
        underway,
        answer,
        state,
    })
}

/// Asks how far the operation is.
async fn ask(mut underway: Underway) -> Result<Step, Failure> {
    let question = underway.question()?;
    let answer = Answer::of(send(Ok(question)).await?).await?;
    let state = underway.ask.state(&answer)?;
    Ok(Step {
        underway,
        answer,
        state,
    })
}

impl Underway {
    fn new(first: &Outgoing) -> Self {
        let headers = reading_headers(&first.headers);
        Self::with(first.core.clone(), &first.plan, headers, first.url.clone())
    }

    pub(super) fn with(core: Core, plan: &Plan, mut headers: HeaderMap, original: Url) -> Self {
        let method = plan.method.clone();
        headers
            .entry(ACCEPT)
            .or_insert(HeaderValue::from_static("application/json"));
        Self {
            core,
            plan: Plan {
                method: Method::GET,
                success: &[200, 201, 202, 204],
                redirects: Redirects::Fail,
                ending: None,
                ..plan.clone()
            },
            headers,
            method,
            original,
            ask: Ask::Resource,
            location: None,
        }
    }

    /// The request that asks how far the operation is.
    pub(super) fn question(&self) -> Result<Outgoing, Failure> {
        match &self.ask {
            Ask::StatusMonitor(link) | Ask::Location(link) => self.get(link),
            Ask::Resource => self.get(self.original.as_str()),
        }
    }

    fn get(&self, link: &str) -> Result<Outgoing, Failure> {
        let url = own_url(self.core.endpoint(), &self.original, link, POLL_URL)?;
        Ok(Outgoing {
            core: self.core.clone(),
            plan: self.plan.clone(),
            url,
            headers: self.headers.clone(),
            body: Body::empty(),
        })
    }

    /// Where the result of an operation is that has succeeded: behind a request, or in the answer that says so.
    fn result(
        &self,
        final_state: FinalState,
        answer: Answer,
    ) -> Result<(Option<Outgoing>, Answer), Failure> {
        let Ask::StatusMonitor(_) = self.ask else {
            return Ok((None, answer));
        };
        let resource = answer.text("resourceLocation");
        let link = match (final_state, &self.location) {
            (FinalState::StatusMonitor, _) => None,
            (FinalState::OriginalUri, _) => Some(self.original.to_string()),
            (FinalState::Location, Some(location)) => Some(location.clone()),
            (FinalState::ByMethod | FinalState::Location, location) => match self.method {
                _ if resource.is_some() => resource,
                Method::PUT | Method::PATCH => Some(self.original.to_string()),
                Method::POST => location.clone(),
                // What is deleted has no state any more.
                Method::DELETE => return Ok((None, answer.without_body())),
                _ => None,
            },
        };
        let question = link.map(|link| self.get(&link)).transpose()?;
        Ok((question, answer))
    }
}
