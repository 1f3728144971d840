//! Settings of one run: what `codegen.toml` and the command line say.

use crate::diagnostics::Levels;
use std::collections::BTreeMap;

/// The settings.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The name of the generated crate.
    pub crate_name: String,
    /// Names that the naming stage must use, by JSON pointer of the thing named.
    pub pinned_names: BTreeMap<String, String>,
    /// The levels of diagnostics.
    pub levels: Levels,
}
