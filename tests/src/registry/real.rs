//! The real registry, CNCF Distribution's `docker-registry`, as a child process on a free port.

use std::env;
use std::fs;
use std::io;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use tempfile::TempDir;
use tokio::process::{Child, Command};
use tokio::time::sleep;

use super::double::Locations;

const PROGRAM: &str = "docker-registry";

/// Who may use the registry.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Login {
    /// Everybody.
    #[default]
    Open,
    /// `alice`, whose password is `wonderland`: the default login of the double.
    Alice,
}

/// `htpasswd -nbB -C 5 alice wonderland`
const HTPASSWD: &str = "alice:$2y$05$abcdefghijklmnopqrstuuA0vov2GDneHB3.8.cv9UF9g.RdvScIW\n";

/// How the registry is set up.
#[derive(Clone, Copy, Debug, Default)]
pub struct Options {
    /// How `Location` is written.
    pub locations: Locations,
    /// Who may use the registry.
    pub login: Login,
}

/// A running registry; it is killed when it is dropped, and what it stored is removed.
#[derive(Debug)]
pub struct Real {
    url: String,
    // The process goes before its folder.
    _process: Child,
    _folder: TempDir,
}

impl Real {
    /// Starts a registry with an empty storage; `None`, with a line on standard error, when the program is not installed.
    ///
    /// # Panics
    ///
    /// When the program is there and does not start, and when it is missing and `CI` is `true`: a test that is skipped
    /// there would never be noticed.
    pub async fn start(options: Options) -> Option<Self> {
        let Some(program) = find(PROGRAM) else {
            let missing = format!("{PROGRAM} is not in PATH (install: apt-get install {PROGRAM})");
            assert!(env::var("CI").as_deref() != Ok("true"), "{missing}");
            eprintln!("SKIPPED: {missing}");
            return None;
        };
        // Another process can take the free port before the registry does.
        for _ in 0..3 {
            if let Some(real) = Self::try_start(&program, options).await {
                return Some(real);
            }
        }
        panic!("{} does not answer", program.display());
    }

    /// The registry's endpoint: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> &str {
        &self.url
    }

    async fn try_start(program: &Path, options: Options) -> Option<Self> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let port = free_port().expect("a free port of 127.0.0.1");
        let config = write_config(folder.path(), port, options).expect("a written configuration");
        let mut process = Command::new(program)
            .arg("serve")
            .arg(config)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("a process of the registry");
        let url = format!("http://127.0.0.1:{port}");
        for _ in 0..200 {
            // A registry that ended has lost its port to somebody else.
            if !matches!(process.try_wait(), Ok(None)) {
                return None;
            }
            if answers(&url).await {
                return Some(Self {
                    url,
                    _process: process,
                    _folder: folder,
                });
            }
            sleep(Duration::from_millis(50)).await;
        }
        None
    }
}

async fn answers(url: &str) -> bool {
    let client = reqwest::Client::builder().no_proxy().build();
    let client = client.expect("a client without settings");
    client.get(format!("{url}/v2/")).send().await.is_ok()
}

fn find(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

fn free_port() -> io::Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    Ok(listener.local_addr()?.port())
}

fn write_config(folder: &Path, port: u16, options: Options) -> io::Result<PathBuf> {
    let passwords = folder.join("htpasswd");
    fs::write(&passwords, HTPASSWD)?;
    let auth = match options.login {
        Login::Open => String::new(),
        Login::Alice => format!(
            "auth: {{htpasswd: {{realm: registry, path: {}}}}}\n",
            passwords.display()
        ),
    };
    let relative = options.locations == Locations::Relative;
    let storage = folder.join("storage");
    let config = format!(
        "version: 0.1\n\
         log: {{level: error}}\n\
         storage: {{filesystem: {{rootdirectory: {}}}, delete: {{enabled: true}}, \
         cache: {{blobdescriptor: inmemory}}}}\n\
         http: {{addr: 127.0.0.1:{port}, relativeurls: {relative}}}\n\
         {auth}",
        storage.display(),
    );
    let file = folder.join("config.yml");
    fs::write(&file, config)?;
    Ok(file)
}
