//! Long-running operations: where the result stands and what its type is.
//!
//! Invariant: the result is that of the documented successes that mean the end; 202 means that there is none yet.

use super::Lowering;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{FinalState, LongRunning, Method, ReplyBody, Success};
use crate::nearest;
use crate::swagger::extensions::LongRunningOptions;
use crate::swagger::{Operation, Reference};

/// Whether a final reply may come without the body.
#[derive(Clone, Copy, PartialEq)]
enum Presence {
    Always,
    MayBeAbsent,
}

impl Lowering<'_> {
    /// How `operation` is followed to its end, if it asks for that.
    pub(super) fn long_running(
        &mut self,
        operation: &Operation,
        success: &Success,
    ) -> Option<LongRunning> {
        if !operation.extensions.long_running {
            return None;
        }
        let options = operation.extensions.long_running_options.clone();
        let options = options.unwrap_or_default();
        let (mut body, presence) = final_body(operation.method, success);
        if let Some(target) = &options.final_state_schema {
            let reference = Reference {
                target: target.clone(),
                location: operation.location.clone(),
            };
            body = ReplyBody::Json(self.type_of_reference(&reference));
        }
        Some(LongRunning {
            final_state: self.final_state(operation, &options),
            result: result(body, presence),
        })
    }

    fn final_state(&mut self, operation: &Operation, options: &LongRunningOptions) -> FinalState {
        let Some(via) = options.final_state_via.as_deref() else {
            return FinalState::ByMethod;
        };
        match via.to_ascii_lowercase().as_str() {
            "location" => FinalState::Location,
            "original-uri" => FinalState::OriginalUri,
            // A status monitor has the result of an action; that of a write is the resource.
            "azure-async-operation" | "operation-location" => match operation.method {
                Method::Post => FinalState::StatusMonitor,
                Method::Get
                | Method::Put
                | Method::Delete
                | Method::Options
                | Method::Head
                | Method::Patch
                | Method::Trace => FinalState::ByMethod,
            },
            _ => {
                let message = format!(
                    "`final-state-via: {via}` is unknown: the result is looked for where the method puts it"
                );
                let way = ["x-ms-long-running-operation-options", "final-state-via"];
                let place = self.sources.part(&operation.location, &way);
                self.report(
                    Diagnostic::at(code::FINAL_STATE, &place, message)
                        .help_if(nearest::question(via, FINAL_STATES)),
                );
                FinalState::ByMethod
            }
        }
    }
}

/// The values of `final-state-via`.
const FINAL_STATES: [&str; 4] = [
    "location",
    "original-uri",
    "azure-async-operation",
    "operation-location",
];

/// The body of the last reply.
fn final_body(method: Method, success: &Success) -> (ReplyBody, Presence) {
    let mut replies = by_status(success);
    replies.sort_by_key(|(status, _)| *status);
    let only_accepted = replies.iter().all(|(status, _)| *status == 202);
    if !only_accepted {
        replies.retain(|(status, _)| *status != 202);
    }
    let has_body = |(_, body): &&(u16, ReplyBody)| *body != ReplyBody::Empty;
    let body = replies.iter().find(has_body).map(|(_, body)| body.clone());
    let may_be_absent = match method {
        Method::Delete => true,
        // What an action accepts says little about what it comes to.
        Method::Post => only_accepted || replies.iter().any(|reply| !has_body(&reply)),
        Method::Get
        | Method::Put
        | Method::Options
        | Method::Head
        | Method::Patch
        | Method::Trace => replies.iter().any(|reply| !has_body(&reply)),
    };
    let presence = if may_be_absent {
        Presence::MayBeAbsent
    } else {
        Presence::Always
    };
    (body.unwrap_or(ReplyBody::Empty), presence)
}

fn by_status(success: &Success) -> Vec<(u16, ReplyBody)> {
    match success {
        Success::Uniform { statuses, body } if statuses.is_empty() => vec![(200, body.clone())],
        Success::Uniform { statuses, body } => statuses
            .iter()
            .map(|status| (*status, body.clone()))
            .collect(),
        Success::Optional {
            with_body,
            without_body,
            body,
        } => {
            let any = if with_body.is_empty() {
                &[200][..]
            } else {
                with_body.as_slice()
            };
            let with = any.iter().map(|status| (*status, body.clone()));
            let without = without_body
                .iter()
                .map(|status| (*status, ReplyBody::Empty));
            with.chain(without).collect()
        }
        Success::ByStatus(replies) => replies
            .iter()
            .map(|reply| (reply.status, reply.body.clone()))
            .collect(),
    }
}

/// Only of a JSON text can be seen whether it is there.
fn result(body: ReplyBody, presence: Presence) -> Success {
    match (&body, presence) {
        (ReplyBody::Json(_), Presence::MayBeAbsent) => Success::Optional {
            with_body: vec![200],
            without_body: vec![204],
            body,
        },
        (ReplyBody::Json(_), Presence::Always)
        | (
            ReplyBody::Empty
            | ReplyBody::Found
            | ReplyBody::Xml(..)
            | ReplyBody::Bytes
            | ReplyBody::Text,
            _,
        ) => Success::Uniform {
            statuses: vec![200],
            body,
        },
    }
}
