//! What came of one document, as `--json` tells it and as the process of the document tells it to the command.

use serde::{Deserialize, Serialize};

/// What came of a document. The order of the fields is part of the format.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// The document, relative to the corpus.
    pub(super) path: String,
    pub(super) status: Outcome,
    /// Operations that can be called.
    pub(super) operations: usize,
    /// Operations that the document has, counted apart from the generator.
    pub(super) operations_in_document: usize,
    /// Named types.
    pub(super) models: usize,
    /// Warnings of the generator about the document.
    pub(super) warnings: usize,
    /// Warnings of rustc and clippy about the crate; none where it was not compiled.
    pub(super) compiler_warnings: Option<usize>,
    /// The first of these warnings, with its place.
    pub(super) first_warning: Option<String>,
    /// Files of the crate that rustfmt would change; none where it was not compiled.
    pub(super) unformatted: Option<usize>,
    /// How long the document took, its process included.
    pub(super) seconds: f64,
    /// The first fault, with its place.
    pub(super) first_error: Option<String>,
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Outcome {
    /// There is a client.
    Ok,
    /// The document has errors.
    Error,
    /// The client does not compile.
    CompileError,
    /// The process of the document ended without a word.
    Crash,
    /// The process of the document took longer than it may.
    Timeout,
}

impl Outcome {
    /// The word that the format has for it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Error => "error",
            Self::CompileError => "compile-error",
            Self::Crash => "crash",
            Self::Timeout => "timeout",
        }
    }
}

impl Record {
    /// A document of which nothing but its path is known.
    pub(super) fn new(path: &str, status: Outcome) -> Self {
        Self {
            path: path.to_owned(),
            status,
            operations: 0,
            operations_in_document: 0,
            models: 0,
            warnings: 0,
            compiler_warnings: None,
            first_warning: None,
            unformatted: None,
            seconds: 0.0,
            first_error: None,
        }
    }

    /// Whether there is a crate to compile.
    pub(super) fn is_generated(&self) -> bool {
        match self.status {
            Outcome::Ok | Outcome::CompileError => true,
            Outcome::Error | Outcome::Crash | Outcome::Timeout => false,
        }
    }

    /// The record as one line.
    pub(super) fn to_line(&self) -> String {
        // A record of texts and finite numbers always serializes.
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::{Outcome, Record};

    #[test]
    fn a_record_has_the_fields_of_the_format_in_their_order() {
        let record = Record::new("a.json", Outcome::CompileError);
        assert_eq!(
            record.to_line(),
            "{\"path\":\"a.json\",\"status\":\"compile-error\",\"operations\":0,\"operations_in_document\":0,\
             \"models\":0,\"warnings\":0,\"compiler_warnings\":null,\"first_warning\":null,\"unformatted\":null,\"seconds\":0.0,\
             \"first_error\":null}"
        );
    }

    #[test]
    fn the_words_of_people_and_programs_are_the_same() {
        for outcome in [
            Outcome::Ok,
            Outcome::Error,
            Outcome::CompileError,
            Outcome::Crash,
            Outcome::Timeout,
        ] {
            let json = serde_json::to_string(&outcome).expect("a word");
            assert_eq!(json, format!("\"{}\"", outcome.word()));
        }
    }
}
