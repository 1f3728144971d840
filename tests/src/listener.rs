//! A raw HTTP/1.1 listener: it records each request byte for byte and answers with the bytes that a test has written
//! down, however wrong they are. Two of them are two origins.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, PoisonError};

use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A listener on `127.0.0.1`, which answers the requests of all its connections in the order of its scripts. When there
/// is no script left, it closes the connection without an answer.
pub struct Listener {
    address: SocketAddr,
    state: Arc<Mutex<State>>,
    task: JoinHandle<()>,
}

struct State {
    scripts: VecDeque<Script>,
    requests: Vec<Recorded>,
    connections: usize,
}

/// How much of a request's body is recorded.
const RECORD_LIMIT: usize = 1024 * 1024;

impl Listener {
    /// Starts a listener. In its scripts, `{url}` stands for its own [`url`](Self::url).
    ///
    /// # Panics
    ///
    /// No port is free.
    pub async fn start(scripts: impl IntoIterator<Item = Script>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener
            .local_addr()
            .expect("the address of a bound socket");
        let state = State {
            scripts: scripts.into_iter().collect(),
            requests: Vec::new(),
            connections: 0,
        };
        let state = Arc::new(Mutex::new(state));
        let task = tokio::spawn(accept(listener, address, state.clone()));
        Self {
            address,
            state,
            task,
        }
    }

    /// `http://127.0.0.1:PORT`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Adds a script behind the others, for answers that need the URL of another listener.
    pub fn push(&self, script: Script) {
        lock(&self.state).scripts.push_back(script);
    }

    /// The requests so far, in the order in which they were read.
    pub fn requests(&self) -> Vec<Recorded> {
        lock(&self.state).requests.clone()
    }

    /// The only request so far.
    ///
    /// # Panics
    ///
    /// There is none, or there are several.
    #[track_caller]
    pub fn request(&self) -> Recorded {
        let mut requests = self.requests();
        assert_eq!(
            requests.len(),
            1,
            "one request was expected, not {requests:#?}"
        );
        requests.remove(0)
    }

    /// How many connections were opened so far.
    pub fn connections(&self) -> usize {
        lock(&self.state).connections
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What the listener does about one request.
#[derive(Clone, Debug)]
pub struct Script {
    steps: Vec<Step>,
}

#[derive(Clone, Debug)]
enum Step {
    Answer { head: String, body: Vec<u8> },
    Send(Vec<u8>),
    Repeat { piece: Vec<u8>, times: usize },
    Pause(std::time::Duration),
    Hang,
    Close,
}

impl Script {
    /// Answers with these bytes and keeps the connection.
    pub fn reply(bytes: impl AsRef<[u8]>) -> Self {
        Self {
            steps: vec![Step::Send(bytes.as_ref().to_vec())],
        }
    }

    /// Answers with a status, these header lines (each with its `\r\n`) and a body with its `Content-Length`.
    pub fn with(status: u16, headers: &str, body: impl AsRef<[u8]>) -> Self {
        let head = format!("HTTP/1.1 {status} Status\r\n{headers}");
        Self {
            steps: vec![Step::Answer {
                head,
                body: body.as_ref().to_vec(),
            }],
        }
    }

    /// Answers with a status and a JSON body.
    pub fn json(status: u16, body: &str) -> Self {
        Self::with(status, "Content-Type: application/json\r\n", body)
    }

    /// Closes the connection without an answer.
    pub fn close() -> Self {
        Self {
            steps: vec![Step::Close],
        }
    }

    /// Never answers.
    pub fn hang() -> Self {
        Self {
            steps: vec![Step::Hang],
        }
    }

    /// Sends a piece many times more.
    #[must_use]
    pub fn then_repeat(mut self, piece: impl AsRef<[u8]>, times: usize) -> Self {
        self.steps.push(Step::Repeat {
            piece: piece.as_ref().to_vec(),
            times,
        });
        self
    }

    /// Waits before it goes on.
    #[must_use]
    pub fn then_pause(mut self, pause: std::time::Duration) -> Self {
        self.steps.push(Step::Pause(pause));
        self
    }

    /// Sends more bytes.
    #[must_use]
    pub fn then_send(mut self, bytes: impl AsRef<[u8]>) -> Self {
        self.steps.push(Step::Send(bytes.as_ref().to_vec()));
        self
    }

    /// Then closes the connection.
    #[must_use]
    pub fn then_close(mut self) -> Self {
        self.steps.push(Step::Close);
        self
    }

    /// Then keeps the connection open and does nothing more.
    #[must_use]
    pub fn then_hang(mut self) -> Self {
        self.steps.push(Step::Hang);
        self
    }
}

/// A request as it came in.
#[derive(Clone)]
pub struct Recorded {
    /// The head, up to and with the empty line, byte for byte.
    pub head: String,
    /// The first mebibyte of the body, without the framing of chunks.
    pub body: Vec<u8>,
    /// The length of the whole body.
    pub body_length: usize,
}

impl Recorded {
    /// `GET /path?query HTTP/1.1`.
    pub fn line(&self) -> &str {
        self.head.lines().next().unwrap_or_default()
    }

    /// The method.
    pub fn method(&self) -> &str {
        self.line().split(' ').next().unwrap_or_default()
    }

    /// Path and query, byte for byte.
    pub fn target(&self) -> &str {
        self.line().split(' ').nth(1).unwrap_or_default()
    }

    /// The value of a header, if it is there once.
    ///
    /// # Panics
    ///
    /// The header is there more than once.
    #[track_caller]
    pub fn header(&self, name: &str) -> Option<&str> {
        let values = self.headers(name);
        assert!(
            values.len() <= 1,
            "`{name}` was sent {} times",
            values.len()
        );
        values.first().copied()
    }

    /// The values of a header, in order.
    pub fn headers(&self, name: &str) -> Vec<&str> {
        self.head
            .lines()
            .skip(1)
            .filter_map(|line| line.split_once(':'))
            .filter(|(header, _)| header.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.trim())
            .collect()
    }

    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl std::fmt::Debug for Recorded {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{}[{} bytes]", self.head, self.body_length)
    }
}

fn lock(state: &Mutex<State>) -> std::sync::MutexGuard<'_, State> {
    state.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn accept(listener: TcpListener, address: SocketAddr, state: Arc<Mutex<State>>) {
    // A set, so that all connections end with the listener.
    let mut connections = tokio::task::JoinSet::new();
    while let Ok((stream, _)) = listener.accept().await {
        lock(&state).connections += 1;
        let state = state.clone();
        connections.spawn(async move {
            // A client that goes away is none of the listener's business.
            let _ = serve(stream, address, &state).await;
        });
    }
}

async fn serve(
    stream: TcpStream,
    address: SocketAddr,
    state: &Mutex<State>,
) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    loop {
        let request = read_request(&mut stream).await?;
        let script = {
            let mut state = lock(state);
            state.requests.push(request);
            state.scripts.pop_front()
        };
        for step in script.map_or_else(|| vec![Step::Close], |script| script.steps) {
            match step {
                Step::Answer { head, body } => {
                    let head = own_url(head.as_bytes(), address);
                    let body = own_url(&body, address);
                    let length = format!("Content-Length: {}\r\n\r\n", body.len());
                    stream
                        .write_all(&[&head, length.as_bytes(), &body].concat())
                        .await?;
                }
                Step::Send(bytes) => stream.write_all(&own_url(&bytes, address)).await?,
                Step::Repeat { piece, times } => {
                    for _ in 0..times {
                        stream.write_all(&piece).await?;
                    }
                }
                Step::Pause(pause) => tokio::time::sleep(pause).await,
                Step::Hang => std::future::pending().await,
                Step::Close => return Ok(()),
            }
        }
    }
}

fn own_url(bytes: &[u8], address: SocketAddr) -> Vec<u8> {
    match std::str::from_utf8(bytes) {
        Ok(text) => text
            .replace("{url}", &format!("http://{address}"))
            .into_bytes(),
        Err(_) => bytes.to_vec(),
    }
}

async fn read_request(stream: &mut BufReader<TcpStream>) -> std::io::Result<Recorded> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        head.push(stream.read_u8().await?);
    }
    let head = String::from_utf8_lossy(&head).into_owned();
    let mut request = Recorded {
        head,
        body: Vec::new(),
        body_length: 0,
    };
    if request
        .header("Transfer-Encoding")
        .is_some_and(|value| value.contains("chunked"))
    {
        while let length @ 1.. = read_chunk_length(stream).await? {
            read_body(stream, length, &mut request).await?;
            read_line(stream).await?;
        }
        read_line(stream).await?;
    } else {
        let length = request
            .header("Content-Length")
            .and_then(|value| value.parse().ok());
        read_body(stream, length.unwrap_or(0), &mut request).await?;
    }
    Ok(request)
}

async fn read_chunk_length(stream: &mut BufReader<TcpStream>) -> std::io::Result<usize> {
    let line = read_line(stream).await?;
    usize::from_str_radix(&line, 16).map_err(std::io::Error::other)
}

async fn read_line(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut line = Vec::new();
    while !line.ends_with(b"\r\n") {
        line.push(stream.read_u8().await?);
    }
    Ok(String::from_utf8_lossy(&line).trim().to_owned())
}

async fn read_body(
    stream: &mut BufReader<TcpStream>,
    mut length: usize,
    request: &mut Recorded,
) -> std::io::Result<()> {
    let mut piece = vec![0; 64 * 1024];
    while length > 0 {
        let end = length.min(piece.len());
        let read = stream.read(&mut piece[..end]).await?;
        if read == 0 {
            return Err(std::io::ErrorKind::UnexpectedEof.into());
        }
        let room = RECORD_LIMIT.saturating_sub(request.body.len());
        request.body.extend_from_slice(&piece[..read.min(room)]);
        request.body_length += read;
        length -= read;
    }
    Ok(())
}
