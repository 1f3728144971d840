//! Settings of one run: what `codegen.toml` and the command line say.
//!
//! Invariant: a [`Config`] holds only names and codes that exist and are usable, because everything that enters it from
//! outside is checked here; a setting that would do nothing is an error with a place, never ignored.

mod crate_name;
mod error;

pub use crate_name::{CrateName, InvalidCrateName};
pub use error::ConfigError;

use crate::diagnostics::{Code, Level, Levels, UnknownCode};
use crate::source::Pointer;
use serde::Deserialize;
use std::collections::BTreeMap;
use toml::Spanned;

/// The settings.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// The name of the generated crate; empty when nobody chose one.
    pub crate_name: String,
    /// Names that the naming stage must use, by JSON pointer of the thing named.
    pub pinned_names: BTreeMap<String, String>,
    /// The levels of diagnostics.
    pub levels: Levels,
    /// What a `HEAD` that is answered by 404 means.
    pub head: Head,
    /// What becomes of `minimum`, `pattern` and their like.
    pub validation: Validation,
}

/// What becomes of `minimum`, `pattern` and their like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Validation {
    /// They are told to readers, and checked by the service.
    #[default]
    Documented,
    /// They are checked before anything is sent (`validate`).
    Checked,
}

/// What a `HEAD` that is answered by 404 means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Head {
    /// A failure, as of any other method.
    #[default]
    Fails,
    /// That the thing is not there: the reply of a `HEAD` is a `bool` (`head-as-boolean`).
    AsksWhetherThere,
}

impl Config {
    /// Reads the text of a `codegen.toml`.
    ///
    /// # Errors
    ///
    /// The first thing in `text` that is not TOML, not a setting, or not a possible value of its setting.
    pub fn from_toml(text: &str) -> Result<Self, ConfigError> {
        let file: File = toml::from_str(text).map_err(|error| ConfigError::from_toml(&error))?;
        let mut config = Self::default();
        if let Some(name) = file.crate_name {
            let checked = CrateName::new(name.get_ref())
                .map_err(|error| ConfigError::at(name.span(), error.to_string()))?;
            config.crate_name = checked.to_string();
        }
        if file.head_as_boolean {
            config.head = Head::AsksWhetherThere;
        }
        if file.validate {
            config.validation = Validation::Checked;
        }
        for (pointer, name) in file.names {
            check_pointer(&pointer)?;
            check_identifier(&name)?;
            config
                .pinned_names
                .insert(pointer.into_inner(), name.into_inner());
        }
        for (id, level) in file.diagnostics {
            let span = id.span();
            config
                .set_level(id.get_ref(), level.into())
                .map_err(|error| ConfigError::at(span, error.to_string()))?;
        }
        Ok(config)
    }

    /// Sets the level of the code `id`, whatever was set before.
    ///
    /// # Errors
    ///
    /// When there is no such code: a level that is never looked up would silently do nothing.
    pub fn set_level(&mut self, id: &str, level: Level) -> Result<(), UnknownCode> {
        let code = Code::find(id)?;
        self.levels.by_code.insert(code.id.to_owned(), level);
        Ok(())
    }
}

/// The file as written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct File {
    crate_name: Option<Spanned<String>>,
    #[serde(default)]
    head_as_boolean: bool,
    #[serde(default)]
    validate: bool,
    #[serde(default)]
    names: BTreeMap<Spanned<String>, Spanned<String>>,
    #[serde(default)]
    diagnostics: BTreeMap<Spanned<String>, WrittenLevel>,
}

/// A level under the name that lints have for it.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum WrittenLevel {
    Allow,
    Warn,
    Deny,
}

impl From<WrittenLevel> for Level {
    fn from(level: WrittenLevel) -> Self {
        match level {
            WrittenLevel::Allow => Self::Allow,
            WrittenLevel::Warn => Self::Warning,
            WrittenLevel::Deny => Self::Error,
        }
    }
}

fn check_pointer(pointer: &Spanned<String>) -> Result<(), ConfigError> {
    if !pointer.get_ref().is_empty() && Pointer::parse(pointer.get_ref()).is_some() {
        return Ok(());
    }
    let message = format!(
        "`{}` is not a JSON pointer: it has to begin with `/`, such as `/definitions/Pet`",
        pointer.get_ref()
    );
    Err(ConfigError::at(pointer.span(), message))
}

fn check_identifier(name: &Spanned<String>) -> Result<(), ConfigError> {
    if syn::parse_str::<syn::Ident>(name.get_ref()).is_ok() && name.get_ref().is_ascii() {
        return Ok(());
    }
    let message = format!(
        "`{}` cannot be a name in Rust: use ASCII letters, digits and `_`, and no keyword",
        name.get_ref()
    );
    Err(ConfigError::at(name.span(), message))
}

#[cfg(test)]
mod tests;
