//! The overlay document as its specification describes it.

use crate::diagnostics::{Diagnostic, Diagnostics, code};
use crate::nearest;
use crate::source::Location;
use serde_json::{Map, Value};

/// One action that can be run.
pub(super) struct Action<'a> {
    pub(super) location: Location,
    pub(super) target: &'a str,
    pub(super) change: Change<'a>,
}

/// What an action does.
pub(super) enum Change<'a> {
    Update(&'a Value),
    Remove,
}

impl Action<'_> {
    /// Where the target stands in the overlay.
    pub(super) fn target_location(&self) -> Location {
        self.location.key("target")
    }
}

/// The well-formed actions of the overlay `value`; what is malformed is reported.
pub(super) fn actions<'a>(
    value: &'a Value,
    root: &Location,
    diagnostics: &mut Diagnostics,
) -> Vec<Action<'a>> {
    let mut reader = Reader { diagnostics };
    let Some(overlay) = reader.object(value, root, "an overlay") else {
        return Vec::new();
    };
    reader.check_keys(overlay, &["overlay", "info", "extends", "actions"], root);
    reader.check_version(overlay, root);
    reader.check_info(overlay, root);
    if let Some(extends) = overlay.get("extends") {
        reader.string(extends, &root.key("extends"), "`extends`");
    }
    let location = root.key("actions");
    match overlay.get("actions") {
        Some(Value::Array(actions)) if !actions.is_empty() => {
            let numbered = actions.iter().enumerate();
            numbered
                .filter_map(|(index, action)| reader.action(action, location.index(index)))
                .collect()
        }
        Some(_) => {
            reader.report(
                &location,
                "`actions` has to be an array of at least one action".into(),
            );
            Vec::new()
        }
        None => {
            reader.report(root, "the overlay has no `actions`".into());
            Vec::new()
        }
    }
}

struct Reader<'a> {
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn action<'a>(&mut self, value: &'a Value, location: Location) -> Option<Action<'a>> {
        let action = self.object(value, &location, "an action")?;
        self.check_keys(
            action,
            &["target", "description", "update", "remove"],
            &location,
        );
        if let Some(description) = action.get("description") {
            self.string(description, &location.key("description"), "`description`");
        }
        let Some(target) = action.get("target") else {
            self.report(&location, "the action has no `target`".into());
            return None;
        };
        let target = self.string(target, &location.key("target"), "`target`")?;
        let change = self.change(action, &location)?;
        Some(Action {
            location,
            target,
            change,
        })
    }

    fn change<'a>(
        &mut self,
        action: &'a Map<String, Value>,
        location: &Location,
    ) -> Option<Change<'a>> {
        match (action.get("remove"), action.get("update")) {
            (Some(Value::Bool(true)), _) => Some(Change::Remove),
            (None | Some(Value::Bool(false)), Some(update)) => Some(Change::Update(update)),
            (None | Some(Value::Bool(false)), None) => {
                let message = "the action neither updates nor removes anything";
                self.report(location, message.into());
                None
            }
            (Some(_), _) => {
                let message = "`remove` has to be `true` or `false`";
                self.report(&location.key("remove"), message.into());
                None
            }
        }
    }

    fn check_version(&mut self, overlay: &Map<String, Value>, root: &Location) {
        let location = root.key("overlay");
        match overlay.get("overlay") {
            Some(Value::String(version)) if version == "1.0" || version.starts_with("1.0.") => {}
            Some(Value::String(version)) => {
                let message = format!("version `{version}` of overlays is not supported, only 1.0");
                self.report(&location, message);
            }
            Some(_) => self.report(&location, "`overlay` has to be the string \"1.0.0\"".into()),
            None => self.report(
                root,
                "the key `overlay` with the version 1.0.0 is missing".into(),
            ),
        }
    }

    fn check_info(&mut self, overlay: &Map<String, Value>, root: &Location) {
        let Some(info) = overlay.get("info") else {
            self.report(root, "the overlay has no `info`".into());
            return;
        };
        let location = root.key("info");
        let Some(info) = self.object(info, &location, "`info`") else {
            return;
        };
        self.check_keys(info, &["title", "version"], &location);
        for key in ["title", "version"] {
            if !info.contains_key(key) {
                self.report(&location, format!("`info` has no `{key}`"));
            }
        }
    }

    fn check_keys(&mut self, object: &Map<String, Value>, known: &[&str], location: &Location) {
        let unknown = object
            .keys()
            .filter(|key| !known.contains(&key.as_str()) && !key.starts_with("x-"));
        for key in unknown {
            let message = format!("the key `{key}` is unknown here");
            let place = location.key(key);
            let finding = Diagnostic::at_key(code::OVERLAY_MALFORMED, &place, message);
            let meant = nearest::question(key, known.iter().copied());
            let help = meant.unwrap_or_else(|| {
                let known = known.join("`, `");
                format!("the keys are `{known}`, and others that begin with `x-`")
            });
            self.diagnostics.report(finding.help(help));
        }
    }

    fn object<'a>(
        &mut self,
        value: &'a Value,
        location: &Location,
        what: &str,
    ) -> Option<&'a Map<String, Value>> {
        if !value.is_object() {
            self.report(location, format!("{what} has to be an object"));
        }
        value.as_object()
    }

    fn string<'a>(&mut self, value: &'a Value, location: &Location, what: &str) -> Option<&'a str> {
        if !value.is_string() {
            self.report(location, format!("{what} has to be a string"));
        }
        value.as_str()
    }

    fn report(&mut self, location: &Location, message: String) {
        self.diagnostics
            .report(Diagnostic::at(code::OVERLAY_MALFORMED, location, message));
    }
}
