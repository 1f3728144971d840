//! The reports of the server: how often it has counted each scenario, by category.
//!
//! The counts are the server's own, read over plain HTTP without the client that is tested. The command mounts this file
//! as well, so both read the same.

use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::io::{self, Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

/// The counts of one report, by scenario.
pub type Counts = BTreeMap<String, u64>;

/// One of the server's four reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// What every generator has to do.
    Vanilla,
    /// What a generator for Azure has to do.
    Azure,
    /// What it may do.
    Optional,
    /// What a generator with a mode of its own for the data plane does.
    Dpg,
}

impl Category {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 4] = [Self::Vanilla, Self::Azure, Self::Optional, Self::Dpg];

    /// The name that the server has for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Vanilla => "vanilla",
            Self::Azure => "azure",
            Self::Optional => "optional",
            Self::Dpg => "dpg",
        }
    }

    /// The number of its scenarios. A report grows while the server is used, so this is not read from it.
    pub fn total(self) -> usize {
        match self {
            Self::Vanilla => 631,
            Self::Azure => 145,
            Self::Optional => 43,
            Self::Dpg => 18,
        }
    }
}

/// The scenarios that a fresh server has, each with why it is given up, if it is.
///
/// A used server has more in its reports: one more for each path that a route with a pattern was called with.
pub type Scenarios = BTreeMap<Category, BTreeMap<String, Option<GivenUp>>>;

/// Why a scenario is given up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenUp {
    /// The reason.
    pub because: String,
    /// A file of the server.
    pub file: String,
    /// What stands in that file, word by word, and supports the reason.
    pub says: String,
}

impl fmt::Display for GivenUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            because,
            file,
            says,
        } = self;
        write!(f, "{because} `{file}` says `{says}`.")
    }
}

/// Reads the list of scenarios.
///
/// # Errors
///
/// When `text` is no such list.
pub fn scenarios(text: &str) -> io::Result<Scenarios> {
    let mut lists: BTreeMap<String, BTreeMap<String, Value>> = serde_json::from_str(text)?;
    let mut scenarios = Scenarios::new();
    for category in Category::ALL {
        let list = lists.remove(category.name()).unwrap_or_default();
        let list = list.into_iter().map(|(name, why)| {
            let why = given_up(&why).map_err(|problem| invalid(format!("{name}: {problem}")))?;
            Ok((name, why))
        });
        scenarios.insert(category, list.collect::<io::Result<_>>()?);
    }
    Ok(scenarios)
}

fn given_up(why: &Value) -> Result<Option<GivenUp>, String> {
    if why.is_null() {
        return Ok(None);
    }
    let text = |key: &str| {
        let text = why.get(key).and_then(Value::as_str);
        let text = text.filter(|text| !text.trim().is_empty());
        text.map(str::to_owned)
            .ok_or_else(|| format!("there is no text `{key}`"))
    };
    Ok(Some(GivenUp {
        because: text("because")?,
        file: text("file")?,
        says: text("says")?,
    }))
}

/// Reads one report of the server at `server`, an `http:` address.
///
/// # Errors
///
/// When the server cannot be reached, or answers with something else.
pub fn read(server: &str, category: Category) -> io::Result<Counts> {
    let authority = authority(server)?;
    let mut stream = TcpStream::connect(authority)?;
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    // HTTP/1.0, so that the reply ends with the connection and comes in one piece.
    let path = category.name();
    write!(
        stream,
        "GET /report/{path} HTTP/1.0\r\nHost: {authority}\r\n\r\n"
    )?;
    let mut reply = Vec::new();
    stream.read_to_end(&mut reply)?;
    counts(&reply).ok_or_else(|| invalid(format!("{server}/report/{path} is no report")))
}

/// Reads all reports.
///
/// # Errors
///
/// As [`read`].
pub fn read_all(server: &str) -> io::Result<BTreeMap<Category, Counts>> {
    Category::ALL
        .into_iter()
        .map(|category| Ok((category, read(server, category)?)))
        .collect()
}

fn authority(server: &str) -> io::Result<&str> {
    server
        .strip_prefix("http://")
        .map(|rest| rest.trim_end_matches('/'))
        .filter(|rest| !rest.is_empty() && !rest.contains('/'))
        .ok_or_else(|| invalid(format!("`{server}` is not like `http://127.0.0.1:3000`")))
}

fn counts(reply: &[u8]) -> Option<Counts> {
    let text = std::str::from_utf8(reply).ok()?;
    let (head, body) = text.split_once("\r\n\r\n")?;
    let status = head.split(' ').nth(1)?;
    (status == "200").then(|| serde_json::from_str(body).ok())?
}

fn invalid(message: String) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, message)
}
