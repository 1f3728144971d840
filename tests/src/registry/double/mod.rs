//! An in-process registry: `/v2` as CNCF Distribution 2.8.2 serves it, with Azure's additions, all in memory.
//!
//! What `/v2` answers is held to the real registry by `tests/registry_wire.rs`; the rest (`/acr/v1`, `/oauth2`, the
//! redirect to storage) follows Azure's documentation and public recordings.

mod access;
mod acr;
mod answer;
mod blobs;
mod call;
mod listener;
mod listings;
mod log;
mod manifests;
mod oauth2;
mod route;
mod state;
mod storage;
mod uploads;

use std::sync::{Arc, Mutex, PoisonError};

use axum::extract::Request;

pub use access::{Access, Login};
pub use log::Entry;

use answer::Response;
use call::Call;
use listener::Listener;
use log::Log;
use state::Registry;

/// How the registry writes the `Location` of a reply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locations {
    /// `/v2/…`, as Azure does.
    #[default]
    Relative,
    /// `http://host:port/v2/…`, as Distribution does unless told otherwise.
    Absolute,
}

/// Where the bytes of a blob come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlobDelivery {
    /// The registry sends them.
    #[default]
    Inline,
    /// The registry answers 307 to a storage host, which refuses an `Authorization` header.
    Redirected,
}

/// How a [`Double`] behaves.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How `Location` is written.
    pub locations: Locations,
    /// Where blobs come from.
    pub blobs: BlobDelivery,
    /// Who may use the registry.
    pub access: Access,
}

/// A running registry; it stops when it is dropped.
#[derive(Debug)]
pub struct Double {
    registry: Listener,
    storage: Listener,
    log: Arc<Log>,
    storage_log: Arc<Log>,
}

impl Double {
    /// Starts a registry on a free port of 127.0.0.1, and beside it the storage host.
    ///
    /// # Panics
    ///
    /// When no port can be opened.
    pub async fn start(options: Options) -> Self {
        let (log, storage_log) = (Arc::new(Log::default()), Arc::new(Log::default()));
        let (registry, storage) = (Listener::bind().await, Listener::bind().await);
        let state = Registry::new(options, registry.url(), storage.url());
        let state = Arc::new(Mutex::new(state));
        let storage = storage.serve({
            let (state, log) = (Arc::clone(&state), Arc::clone(&storage_log));
            move |request| {
                serve(
                    request,
                    Arc::clone(&state),
                    Arc::clone(&log),
                    storage::answer,
                )
            }
        });
        let registry = registry.serve({
            let log = Arc::clone(&log);
            move |request| serve(request, Arc::clone(&state), Arc::clone(&log), route::answer)
        });
        Self {
            registry,
            storage,
            log,
            storage_log,
        }
    }

    /// The registry's endpoint: `http://127.0.0.1:PORT`.
    pub fn url(&self) -> &str {
        self.registry.url()
    }

    /// The storage host that a redirected blob comes from.
    pub fn storage_url(&self) -> &str {
        self.storage.url()
    }

    /// The requests that the registry has seen, in their order.
    pub fn log(&self) -> Vec<Entry> {
        self.log.entries()
    }

    /// The requests that the storage host has seen, in their order.
    pub fn storage_log(&self) -> Vec<Entry> {
        self.storage_log.entries()
    }

    /// Forgets the requests seen so far.
    pub fn clear_log(&self) {
        self.log.clear();
        self.storage_log.clear();
    }
}

/// Reads one request to its end, answers it by `answer`, and logs both.
async fn serve(
    request: Request,
    state: Arc<Mutex<Registry>>,
    log: Arc<Log>,
    answer: fn(&mut Registry, &Call) -> answer::Answer,
) -> Response {
    let call = Call::read(request).await;
    let answer = {
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        answer(&mut state, &call)
    };
    log.add(&call, answer.status());
    answer.into_response()
}
