//! The suite against the double, and what only the double can do: Azure's part, and a look at the requests.

#[path = "registry/azure/mod.rs"]
mod azure;
#[path = "registry/steps/mod.rs"]
mod steps;

use generated_client::Client;
use tests::registry::double::{Double, Locations, Options};

steps::suite!(on_double);

/// Runs a step with relative and with absolute locations, each on an empty registry.
async fn on_double(step: impl AsyncFn(&Client)) {
    for locations in [Locations::Relative, Locations::Absolute] {
        let options = Options {
            locations,
            ..Options::default()
        };
        let double = Double::start(options).await;
        step(&steps::client(double.url())).await;
    }
}
