//! Bodies in both directions, streamed and in memory.

use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::Method;
use tests::listener::{Listener, Script};
use tests::runtime::{Body, ErrorKind};

use super::{SERVICE, core, core_with, impatient, operation, send, thing};

const MIB: usize = 1024 * 1024;

/// Counts the pieces that exist at the same time: each is alive until its last clone is dropped.
#[derive(Default)]
struct Alive {
    now: AtomicUsize,
    most: AtomicUsize,
}

struct Piece {
    bytes: Vec<u8>,
    alive: Arc<Alive>,
}

impl AsRef<[u8]> for Piece {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

impl Drop for Piece {
    fn drop(&mut self) {
        self.alive.now.fetch_sub(1, Ordering::SeqCst);
    }
}

/// Pieces of one mebibyte.
struct Source {
    left: usize,
    alive: Arc<Alive>,
}

impl Stream for Source {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        let now = self.alive.now.fetch_add(1, Ordering::SeqCst) + 1;
        self.alive.most.fetch_max(now, Ordering::SeqCst);
        let piece = Piece {
            bytes: vec![7; MIB],
            alive: self.alive.clone(),
        };
        Poll::Ready(Some(Ok(Bytes::from_owner(piece))))
    }
}

/// Gives its items, then fails or ends.
struct Items(std::vec::IntoIter<Result<Bytes, &'static str>>);

impl Stream for Items {
    type Item = Result<Bytes, &'static str>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.next())
    }
}

fn items(items: &[Result<&'static str, &'static str>]) -> Items {
    let items: Vec<_> = items
        .iter()
        .map(|item| item.map(|text| Bytes::from_static(text.as_bytes())))
        .collect();
    Items(items.into_iter())
}

#[tokio::test]
async fn a_stream_is_sent_in_constant_memory() {
    let alive = Arc::new(Alive::default());
    for sized in [true, false] {
        let server = Listener::start([Script::with(201, "", "")]).await;
        let core = core(&server.url());
        let mut patch = thing(&core, operation(Method::PATCH));
        let source = Source {
            left: 64,
            alive: alive.clone(),
        };
        let body = if sized {
            Body::sized_stream(64 * MIB as u64, source)
        } else {
            Body::stream(source)
        };
        patch.body("application/octet-stream", body);
        patch.send(SERVICE).await.unwrap();
        let request = server.request();
        assert_eq!(request.body_length, 64 * MIB);
        assert!(request.body.iter().all(|byte| *byte == 7));
        assert_eq!(
            request.header("Content-Length"),
            sized.then_some("67108864")
        );
        assert_eq!(
            request.header("Transfer-Encoding"),
            (!sized).then_some("chunked")
        );
        assert_eq!(
            request.header("Content-Type"),
            Some("application/octet-stream")
        );
    }
    let most = alive.most.load(Ordering::SeqCst);
    assert!(most <= 4, "{most} MiB were held at the same time");
}

#[tokio::test]
async fn a_reply_is_received_in_constant_memory() {
    let script = Script::reply(format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n",
        64 * MIB
    ))
    .then_repeat(vec![3; MIB], 64);
    let server = Listener::start([script]).await;
    let response = send(&core(&server.url()), operation(Method::GET))
        .await
        .unwrap()
        .bytes::<()>()
        .unwrap();
    let mut stream = response.into_body();
    let (mut total, mut longest) = (0, 0);
    while let Some(piece) = stream.next().await {
        let piece = piece.unwrap();
        total += piece.len();
        longest = longest.max(piece.len());
    }
    assert_eq!(total, 64 * MIB);
    assert!(longest <= MIB, "a piece has {longest} bytes");
}

#[tokio::test]
async fn a_long_body_in_memory_arrives_whole() {
    let server = Listener::start([Script::with(201, "", "")]).await;
    let core = core(&server.url());
    let mut put = thing(&core, operation(Method::PUT));
    put.body("application/octet-stream", Body::from(vec![9; 300_000]));
    put.send(SERVICE).await.unwrap();
    let request = server.request();
    assert_eq!(request.header("Content-Length"), Some("300000"));
    assert_eq!(request.body, vec![9; 300_000]);
}

#[tokio::test]
async fn a_source_that_fails_is_the_callers_error() {
    for (body, message) in [
        (
            Body::stream(items(&[Ok("a"), Err("the disk is gone")])),
            "the stream of the body failed",
        ),
        (
            Body::sized_stream(5, items(&[Ok("abc")])),
            "the stream of the body ended after 3 of 5 bytes",
        ),
        (
            Body::sized_stream(2, items(&[Ok("abc")])),
            "the stream of the body has more bytes than its announced length of 2",
        ),
    ] {
        let server = Listener::start([Script::with(201, "", "")]).await;
        let core = core(&server.url());
        let mut put = thing(&core, operation(Method::PUT));
        put.body("application/octet-stream", body);
        let error = put.send(SERVICE).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::RequestBody, "{error:?}");
        assert_eq!(error.to_string(), "Thing_Do: the caller's body failed");
        let causes = causes(&error);
        assert!(causes.iter().any(|cause| cause == message), "{causes:?}");
        assert_eq!(
            server.requests().len(),
            0,
            "a request that is cut off is none"
        );
    }
}

/// What the sources of an error say, the nearest first.
fn causes(error: &dyn std::error::Error) -> Vec<String> {
    std::iter::successors(error.source(), |error| error.source())
        .map(ToString::to_string)
        .collect()
}

/// Waits before it ends.
struct Slow(Pin<Box<tokio::time::Sleep>>, bool);

impl Stream for Slow {
    type Item = Result<Bytes, std::io::Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if self.1 {
            return Poll::Ready(None);
        }
        std::task::ready!(self.0.as_mut().poll(context));
        self.1 = true;
        Poll::Ready(Some(Ok(Bytes::from_static(b"late"))))
    }
}

#[tokio::test]
async fn a_slow_source_is_no_time_out() {
    let server = Listener::start([Script::with(201, "", "")]).await;
    let core = core_with(&server.url(), None, impatient());
    let mut put = thing(&core, operation(Method::PUT));
    let slow = Slow(
        Box::pin(tokio::time::sleep(Duration::from_millis(700))),
        false,
    );
    put.body("application/octet-stream", Body::stream(slow));
    put.send(SERVICE).await.unwrap();
    assert_eq!(server.request().text(), "late");
}

#[tokio::test]
async fn a_reply_that_stops_is_a_time_out_and_a_slow_one_is_not() {
    let slow = Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
        .then_pause(Duration::from_millis(120))
        .then_send("ab")
        .then_pause(Duration::from_millis(120))
        .then_send("cd");
    let stops = Script::reply("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nab").then_hang();
    let server = Listener::start([slow, stops, Script::hang()]).await;
    let core = core_with(&server.url(), None, impatient());
    let text = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .text::<()>()
        .await
        .unwrap();
    assert_eq!(text.body(), "abcd");
    let error = send(&core, operation(Method::GET))
        .await
        .unwrap()
        .text::<()>()
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    let error = send(&core, operation(Method::GET)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.request_was_sent() && error.is_retryable());
}

#[tokio::test]
async fn a_connection_that_cannot_be_made_is_told_from_one_that_is_lost() {
    // Nobody listens on the port of a listener that is gone.
    let url = Listener::start([]).await.url();
    let error = send(&core(&url), operation(Method::POST))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(!error.request_was_sent() && error.is_retryable());
    let server = Listener::start([Script::close()]).await;
    let error = send(&core(&server.url()), operation(Method::POST))
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert!(error.request_was_sent());
}

#[test]
fn a_body_shows_its_length_only() {
    assert_eq!(format!("{:?}", Body::from("secret")), "Body(6 bytes)");
    assert_eq!(format!("{:?}", Body::stream(items(&[]))), "Body(stream)");
    assert_eq!(
        format!("{:?}", Body::sized_stream(9, items(&[]))),
        "Body(9 bytes)"
    );
}
