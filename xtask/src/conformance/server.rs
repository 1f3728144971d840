//! A running server.

use super::cannot;
use crate::terminal;
use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

/// What the server says when it is up; the number of its port follows.
const UP: &str = "Started server on port ";

const LONGEST_START: Duration = Duration::from_secs(120);

/// A server, which is stopped at the end when the run has started it.
pub(super) struct Server {
    address: String,
    child: Option<Child>,
}

impl Server {
    /// One that somebody else runs.
    pub(super) fn running(address: &str) -> Self {
        Self {
            address: address.trim_end_matches('/').to_owned(),
            child: None,
        }
    }

    /// Starts one on a free port and waits until it is up.
    ///
    /// `serve.js` ends it when its standard input is closed, so it never outlives this process, not even a killed one.
    pub(super) fn start(package: &Path, target: &Path) -> Result<Self, String> {
        let log = target.join("server.log");
        fs::create_dir_all(target).map_err(cannot("create", target))?;
        let log_file = File::create(&log).map_err(cannot("write", &log))?;
        let mut child = Command::new("node")
            .args(["serve.js", "run", "--port=0"])
            .arg(format!(
                "--coverageDirectory={}",
                target.join("coverage").display()
            ))
            .current_dir(package)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .map_err(|error| format!("node cannot be run: {error}"))?;
        let (tell, told) = mpsc::channel();
        if let Some(output) = child.stdout.take() {
            thread::spawn(move || watch(output, log_file, &tell));
        }
        let mut server = Self {
            address: String::new(),
            child: Some(child),
        };
        let port: u16 = told
            .recv_timeout(LONGEST_START)
            .map_err(|_| format!("the server does not start, see `{}`", log.display()))?;
        server.address = format!("http://127.0.0.1:{port}");
        terminal::out(format_args!("the server is up at {}", server.address));
        Ok(server)
    }

    pub(super) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            // It has ended by itself when there is nothing to kill.
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Copies what the server says to its log, and tells the port. Reads on to the end: a full pipe would stop the server.
fn watch(output: ChildStdout, mut log: File, tell: &Sender<u16>) {
    for line in BufReader::new(output).lines().map_while(Result::ok) {
        if let Some(port) = port(&line) {
            // Nobody listens any more when the start has been given up.
            let _ = tell.send(port);
        }
        let _ = writeln!(log, "{line}");
    }
}

/// The port, in the line that tells it. The lines are colored.
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once(UP)?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_from_the_line_that_says_that_the_server_is_up() {
        assert_eq!(
            port("\u{1b}[32minfo\u{1b}[39m: Started server on port 37313"),
            Some(37313)
        );
        assert_eq!(port("info: Registering route get /port"), None);
    }
}
