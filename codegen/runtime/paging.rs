//! Lists that come in pages. Invariant: a next link is followed only at the endpoint's origin and only once, and after
//! an error there is no further page.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;
use url::Url;

use super::credential::BoxFuture;
use super::error::{Error, Failure};
use super::link::next_link;
use super::next_page::Follow;
use super::operation::ReadError;
use super::reply::{Reply, service_error};
use super::request::Request;
use super::send::{Outgoing, send};

/// Reads a reply as a page.
pub type ReadPage<P, E> = fn(Reply<E>) -> BoxFuture<'static, Result<P, Error<E>>>;

/// The pages of a list, each fetched when it is asked for.
///
/// After an error there is no further page.
#[must_use = "pages are fetched only when they are asked for"]
pub struct Pages<P, E: 'static> {
    rule: Rule<P, E>,
    state: State<P, E>,
    follow: Option<Follow>,
}

struct Rule<P, E> {
    operation: &'static str,
    errors: ReadError<E>,
    read: ReadPage<P, E>,
    next: NextRule<P>,
}

/// Where a page says what the next one is.
enum NextRule<P> {
    Header(&'static str),
    Field(fn(&P) -> Option<String>),
    Nowhere,
}

// Not derived: a derive would ask the same of the page.
impl<P> Clone for NextRule<P> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P> Copy for NextRule<P> {}

enum State<P, E: 'static> {
    Next(Box<Result<Outgoing, Failure>>),
    Fetching(BoxFuture<'static, Result<Fetched<P>, Error<E>>>),
    Ended,
}

struct Fetched<P> {
    page: P,
    url: Url,
    link: Option<String>,
}

impl<P, E> Pages<P, E> {
    /// Pages that name the next one by a `Link` header with `rel="next"` (RFC 8288).
    #[doc(hidden)]
    pub fn by_link(
        request: Request,
        errors: ReadError<E>,
        read: ReadPage<P, E>,
        header: &'static str,
    ) -> Self {
        Self::new(request, errors, read, NextRule::Header(header))
    }

    /// Pages that name the next one in their body (`x-ms-pageable`); an empty link is none.
    #[doc(hidden)]
    pub fn by_field(
        request: Request,
        errors: ReadError<E>,
        read: ReadPage<P, E>,
        next: fn(&P) -> Option<String>,
    ) -> Self {
        Self::new(request, errors, read, NextRule::Field(next))
    }

    /// Like [`by_field`](Self::by_field), but all further pages are asked for by the method and with the body of the first
    /// one, instead of a `GET`.
    #[doc(hidden)]
    pub fn by_repeating(
        request: Request,
        errors: ReadError<E>,
        read: ReadPage<P, E>,
        next: fn(&P) -> Option<String>,
    ) -> Self {
        let mut pages = Self::by_field(request, errors, read, next);
        if let (State::Next(first), Some(follow)) = (&pages.state, &mut pages.follow) {
            if let Ok(first) = first.as_ref() {
                follow.repeat(first);
            }
        }
        pages
    }

    /// Like [`by_field`](Self::by_field), but all further pages are asked for by this request, whose [`Request::link`] the
    /// links fill in; where it has none, by its method, headers and query at the place where a link leads.
    #[doc(hidden)]
    pub fn by_operation(
        request: Request,
        further: Request,
        errors: ReadError<E>,
        read: ReadPage<P, E>,
        next: fn(&P) -> Option<String>,
    ) -> Self {
        let mut pages = Self::by_field(request, errors, read, next);
        let operation = further.draft.plan.id;
        let used = match &mut pages.follow {
            Some(follow) => follow.use_draft(*further.draft),
            None => Ok(()),
        };
        if let Err(failure) = used {
            pages.state = State::Next(Box::new(Err(failure.of(operation))));
        }
        pages
    }

    /// A list that always is one page.
    #[doc(hidden)]
    pub fn single(request: Request, errors: ReadError<E>, read: ReadPage<P, E>) -> Self {
        Self::new(request, errors, read, NextRule::Nowhere)
    }

    fn new(
        request: Request,
        errors: ReadError<E>,
        read: ReadPage<P, E>,
        next: NextRule<P>,
    ) -> Self {
        let operation = request.draft.plan.id;
        let first = request.draft.finish();
        let follow = first.as_ref().ok().map(Follow::new);
        Self {
            rule: Rule {
                operation,
                errors,
                read,
                next,
            },
            state: State::Next(Box::new(first)),
            follow,
        }
    }

    /// The items of all pages, one by one.
    pub fn items<T>(self, items: fn(P) -> Vec<T>) -> Items<T, P, E> {
        Items {
            pages: self,
            split: items,
            page: Vec::new().into_iter(),
        }
    }
}

impl<P: 'static, E> Pages<P, E> {
    /// The next page; `None` after the last one and after an error. When the future is dropped before its end, the next
    /// call goes on where it stopped.
    ///
    /// # Errors
    ///
    /// Those of the operation, [`ErrorKind::PageLoop`](super::ErrorKind::PageLoop) when the service names a page that was there before, and
    /// [`ErrorKind::Untrusted`](super::ErrorKind::Untrusted) when it names one at another origin than the endpoint's.
    pub async fn next(&mut self) -> Option<Result<P, Error<E>>> {
        poll_fn(|context| self.poll_page(context)).await
    }

    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, Error<E>>>> {
        loop {
            match std::mem::replace(&mut self.state, State::Ended) {
                State::Ended => return Poll::Ready(None),
                State::Next(request) => self.state = State::Fetching(self.rule.fetch(*request)),
                State::Fetching(mut fetch) => {
                    let Poll::Ready(fetched) = fetch.as_mut().poll(context) else {
                        self.state = State::Fetching(fetch);
                        return Poll::Pending;
                    };
                    return Poll::Ready(Some(fetched.map(|fetched| self.accept(fetched))));
                }
            }
        }
    }

    fn accept(&mut self, fetched: Fetched<P>) -> P {
        let Fetched { page, url, link } = fetched;
        if let (Some(link), Some(follow)) = (link, &mut self.follow) {
            let operation = follow.plan.id;
            let request = follow
                .request(&url, &link)
                .map_err(|failure| failure.of(operation));
            self.state = State::Next(Box::new(request));
        }
        page
    }
}

impl<P: 'static, E: 'static> Rule<P, E> {
    fn fetch(
        &self,
        request: Result<Outgoing, Failure>,
    ) -> BoxFuture<'static, Result<Fetched<P>, Error<E>>> {
        let Self {
            errors, read, next, ..
        } = *self;
        let sent = send(request);
        Box::pin(async move {
            let raw = sent
                .await
                .map_err(|failure| service_error(failure, errors))?;
            let url = raw.url.clone();
            let header = match next {
                NextRule::Header(name) => next_link(&raw.headers, name).map(str::to_owned),
                NextRule::Field(_) | NextRule::Nowhere => None,
            };
            let page = read(Reply::new(raw)).await?;
            let link = match next {
                NextRule::Field(field) => field(&page).filter(|link| !link.trim().is_empty()),
                NextRule::Header(_) | NextRule::Nowhere => header,
            };
            Ok(Fetched { page, url, link })
        })
    }
}

impl<P: 'static, E> Stream for Pages<P, E> {
    type Item = Result<P, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_page(context)
    }
}

impl<P, E> fmt::Debug for Pages<P, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Pages")
            .field("operation", &self.rule.operation)
            .finish_non_exhaustive()
    }
}

/// The items of a list, whose pages are fetched one after the other.
///
/// After an error there is no further item.
#[must_use = "pages are fetched only when their items are asked for"]
pub struct Items<T, P, E: 'static> {
    pages: Pages<P, E>,
    split: fn(P) -> Vec<T>,
    page: vec::IntoIter<T>,
}

impl<T, P: 'static, E> Items<T, P, E> {
    /// The next item; `None` after the last one and after an error. When the future is dropped before its end, the next
    /// call goes on where it stopped.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<T, Error<E>>> {
        poll_fn(|context| self.poll_item(context)).await
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error<E>>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll_page(context)) {
                Some(Ok(page)) => self.page = (self.split)(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

impl<T, P, E> Unpin for Items<T, P, E> {}

impl<T, P: 'static, E> Stream for Items<T, P, E> {
    type Item = Result<T, Error<E>>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll_item(context)
    }
}

impl<T, P, E> fmt::Debug for Items<T, P, E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Items").field(&self.pages).finish()
    }
}
