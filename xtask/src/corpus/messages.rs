//! What cargo says about crates, one JSON object a line.

use serde_json::Value;
use std::path::{Path, PathBuf};

/// What cargo says of one crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Message {
    /// It is compiled.
    Compiled(PathBuf),
    /// The compiler found something.
    Finding(Finding),
}

/// A warning or an error of the compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Finding {
    /// The folder of the crate.
    pub(super) folder: PathBuf,
    pub(super) severity: Severity,
    /// `file:line:column: error[E0308]: mismatched types`; an error may have no place.
    pub(super) text: String,
}

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Severity {
    Warning,
    Error,
}

impl Message {
    /// Reads a line; `None` when it is about nothing that counts.
    pub(super) fn parse(line: &str) -> Option<Self> {
        let line: Value = serde_json::from_str(line).ok()?;
        let folder = Path::new(line["manifest_path"].as_str()?).parent()?;
        match line["reason"].as_str()? {
            "compiler-artifact" => Some(Self::Compiled(folder.to_owned())),
            "compiler-message" => Finding::of(folder, &line["message"]).map(Self::Finding),
            _ => None,
        }
    }
}

/// How the compiler begins its sum of errors.
const SUM_OF_ERRORS: &str = "aborting due to";

impl Finding {
    /// The compiler's own sums at the end (`1 warning emitted`) are left out; they have no place.
    fn of(folder: &Path, message: &Value) -> Option<Self> {
        let level = message["level"].as_str()?;
        let severity = if level.starts_with("error") {
            Severity::Error
        } else if level == "warning" {
            Severity::Warning
        } else {
            return None;
        };
        let said = message["message"].as_str()?;
        let spans = message["spans"].as_array()?;
        let place = spans.iter().find(|span| span["is_primary"] == true);
        let place = match (place, severity) {
            (Some(span), _) => format!(
                "{}:{}:{}: ",
                span["file_name"].as_str()?,
                span["line_start"],
                span["column_start"]
            ),
            (None, Severity::Error) if !said.starts_with(SUM_OF_ERRORS) => String::new(),
            (None, Severity::Error | Severity::Warning) => return None,
        };
        let code = message["code"]["code"].as_str();
        let code = code.map_or_else(String::new, |code| format!("[{code}]"));
        Some(Self {
            folder: folder.to_owned(),
            severity,
            text: format!("{place}{level}{code}: {said}"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Finding, Message, Severity};
    use serde_json::json;

    #[test]
    fn a_finding_has_its_place_and_code() {
        let line = json!({
            "reason": "compiler-message",
            "manifest_path": "/w/a/Cargo.toml",
            "message": {
                "level": "error",
                "message": "mismatched types",
                "code": {"code": "E0308"},
                "spans": [{"file_name": "a/src/lib.rs", "line_start": 3, "column_start": 5, "is_primary": true}],
            },
        });
        let finding = Finding {
            folder: "/w/a".into(),
            severity: Severity::Error,
            text: "a/src/lib.rs:3:5: error[E0308]: mismatched types".to_owned(),
        };
        assert_eq!(
            Message::parse(&line.to_string()),
            Some(Message::Finding(finding))
        );
    }

    #[test]
    fn an_error_may_have_no_place() {
        let line = |level: &str, message: &str| {
            json!({
                "reason": "compiler-message",
                "manifest_path": "/w/a/Cargo.toml",
                "message": {"level": level, "message": message, "code": null, "spans": []},
            })
            .to_string()
        };
        let finding = Finding {
            folder: "/w/a".into(),
            severity: Severity::Error,
            text: "error: linking failed".to_owned(),
        };
        assert_eq!(
            Message::parse(&line("error", "linking failed")),
            Some(Message::Finding(finding))
        );
        let sum = "aborting due to 2 previous errors; 1 warning emitted";
        assert_eq!(Message::parse(&line("error", sum)), None);
    }

    #[test]
    fn sums_and_other_lines_are_left_out() {
        let sum = json!({
            "reason": "compiler-message",
            "manifest_path": "/w/a/Cargo.toml",
            "message": {"level": "warning", "message": "2 warnings emitted", "code": null, "spans": []},
        });
        assert_eq!(Message::parse(&sum.to_string()), None);
        assert_eq!(Message::parse("{\"reason\": \"build-finished\"}"), None);
        assert_eq!(Message::parse("Compiling"), None);
    }
}
