//! A process that may crash or never end, and harms nobody by it.

use std::io::{self, Read};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// How often a process is looked after.
const PACE: Duration = Duration::from_millis(5);

/// How a process ended.
#[derive(Debug)]
pub(super) struct Ended {
    /// `None` when it was stopped because its time was over.
    pub(super) status: Option<ExitStatus>,
    pub(super) out: String,
    pub(super) err: String,
    pub(super) elapsed: Duration,
}

/// Runs `command` for as long as `limit`.
pub(super) fn run(command: &mut Command, limit: Duration) -> io::Result<Ended> {
    let started = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let out = read(child.stdout.take());
    let err = read(child.stderr.take());
    let status = wait(&mut child, started + limit)?;
    let elapsed = started.elapsed();
    Ok(Ended {
        status,
        out: out.join().unwrap_or_default(),
        err: err.join().unwrap_or_default(),
        elapsed,
    })
}

fn wait(child: &mut Child, end: Instant) -> io::Result<Option<ExitStatus>> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= end {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(PACE);
    }
}

/// Reads a stream beside the process, which would stop at a full pipe.
pub(super) fn read(stream: Option<impl Read + Send + 'static>) -> JoinHandle<String> {
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            // What was read before a failure is all there is.
            let _ = stream.read_to_end(&mut bytes);
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

#[cfg(all(test, unix))]
mod tests {
    use super::run;
    use std::process::Command;
    use std::time::Duration;

    fn shell(script: &str, limit: Duration) -> super::Ended {
        run(Command::new("sh").args(["-c", script]), limit).unwrap()
    }

    #[test]
    fn a_process_that_ends_in_time_is_heard() {
        let ended = shell("echo out; echo err >&2; exit 3", Duration::from_secs(20));
        assert_eq!(ended.status.unwrap().code(), Some(3));
        assert_eq!((ended.out.as_str(), ended.err.as_str()), ("out\n", "err\n"));
    }

    #[test]
    fn a_process_that_does_not_end_is_stopped() {
        let ended = shell("echo out; exec sleep 100", Duration::from_millis(300));
        assert_eq!(ended.status, None);
        assert_eq!(ended.out, "out\n");
        assert!(ended.elapsed < Duration::from_secs(50));
    }

    #[test]
    fn a_process_that_is_killed_has_no_code() {
        let ended = shell("kill -SEGV $$", Duration::from_secs(20));
        assert_eq!(ended.status.unwrap().code(), None);
    }
}
