//! Client of Azure Container Registry, and of other registries of the distribution API.
//!
//! Everything starts with [`Client::builder`]. An operation is reached through its group, takes what it requires as
//! arguments and the rest by setters, and is sent by `send`:
//!
//! ```no_run
//! # async fn example() -> generated_client::Result<()> {
//! use generated_client::{BasicCredential, Client};
//!
//! let client = Client::builder("https://myregistry.azurecr.io")
//!     .credential(BasicCredential::new("user", "password"))
//!     .build()?;
//! let manifest = client.manifests().get("library/hello", "latest").send().await?;
//! println!("{:?}", manifest.headers().docker_content_digest);
//! # Ok(())
//! # }
//! ```
//!
//! Lists come as a page (`send`), as a stream of pages (`pages`) or of elements (`items`). Blobs are streamed both
//! ways. A failure is an [`Error`], which tells by [`Error::kind`](Error) what went wrong and holds the registry's own
//! [`ServiceError`] when it sent one.
//!
//! # Features
//!
//! - `tls` (default): `https`, by rustls with the platform's root certificates.
//! - `http2`: HTTP/2 where the server offers it.

mod generated;

pub use generated::*;
