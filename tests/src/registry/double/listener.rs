//! A port of 127.0.0.1 with a server behind it that stops when it is dropped.

use std::future::Future;

use axum::extract::Request;
use axum::handler::HandlerWithoutStateExt as _;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

use super::answer::Response;

/// A port that is open, and has no server yet.
pub(super) struct Bound {
    listener: TcpListener,
    url: String,
}

/// A port that is served.
#[derive(Debug)]
pub(super) struct Listener {
    url: String,
    /// Dropping it ends the server.
    _running: oneshot::Sender<()>,
}

impl Listener {
    /// Opens a free port.
    pub(super) async fn bind() -> Bound {
        let listener = TcpListener::bind(("127.0.0.1", 0))
            .await
            .expect("a free port of 127.0.0.1");
        let address = listener.local_addr().expect("the address of an open port");
        Bound {
            listener,
            url: format!("http://{address}"),
        }
    }

    pub(super) fn url(&self) -> &str {
        &self.url
    }
}

impl Bound {
    pub(super) fn url(&self) -> &str {
        &self.url
    }

    /// Answers every request of the port by `answer`.
    pub(super) fn serve<F, R>(self, answer: F) -> Listener
    where
        F: Fn(Request) -> R + Clone + Send + Sync + 'static,
        R: Future<Output = Response> + Send + 'static,
    {
        let (running, stopped) = oneshot::channel::<()>();
        // No `Router`: it would add a `Content-Length` to the replies to HEAD.
        let server = axum::serve(self.listener, answer.into_make_service()).with_graceful_shutdown(
            async move {
                // Nothing is ever sent: the other end is dropped.
                let _ = stopped.await;
            },
        );
        tokio::spawn(async move { server.await });
        Listener {
            url: self.url,
            _running: running,
        }
    }
}
