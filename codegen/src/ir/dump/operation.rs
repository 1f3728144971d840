//! An operation as text: a line for each part of it.

use super::{Dump, body_text, list, path, renamed};
use crate::ir::{
    ErrorFormat, FinalState, LongRunning, NextLink, NextRequest, Operation, Paging, Redirects,
    Replies, StatusMatch, Visibility,
};
use std::fmt::{self, Formatter};

impl Dump<'_> {
    pub(super) fn operation(
        self,
        out: &mut Formatter<'_>,
        group: &str,
        op: &Operation,
    ) -> fmt::Result {
        let deprecated = if op.deprecated { " deprecated" } else { "" };
        let visibility = match op.visibility {
            Visibility::Public => "",
            Visibility::Crate => " internal",
        };
        writeln!(
            out,
            "operation {} ({group}/{}){deprecated}{visibility}",
            op.id, op.name
        )?;
        writeln!(out, "  {:?} {}", op.method, path(&op.path, op))?;
        for param in &op.params {
            writeln!(out, "  param {}", self.param(param))?;
        }
        if let Some(body) = &op.body {
            writeln!(out, "  body {}", body_text(body, op))?;
        }
        if !op.accept.is_empty() {
            writeln!(out, "  accept {}", op.accept.join(", "))?;
        }
        self.replies(out, &op.replies)?;
        if op.redirects == Redirects::Follow {
            writeln!(out, "  redirects followed")?;
        }
        writeln!(out, "  auth {}", self.auth(&op.auth))?;
        if let Some(poll) = &op.poll {
            self.polling(out, poll)?;
        }
        match &op.paging {
            Some(paging) => self.paging(out, paging),
            None => Ok(()),
        }
    }

    fn replies(self, out: &mut Formatter<'_>, replies: &Replies) -> fmt::Result {
        for reply in self.success(&replies.success) {
            writeln!(out, "  reply {reply}")?;
        }
        for header in &replies.headers {
            let name = renamed(header.wire.as_str(), header.client_name.as_ref());
            let ty = self.ty(&header.ty);
            writeln!(out, "  header {name}: {ty}{}", list(header.collection))?;
        }
        for error in &replies.errors {
            let status = match error.status {
                StatusMatch::Code(code) => code.to_string(),
                StatusMatch::Range(digit) => format!("{digit}XX"),
                StatusMatch::Default => "default".to_owned(),
            };
            let format = match error.format {
                ErrorFormat::Json => "",
                ErrorFormat::Xml => " xml",
            };
            writeln!(out, "  error {status}{format} {}", self.ty(&error.ty))?;
        }
        Ok(())
    }

    fn polling(self, out: &mut Formatter<'_>, poll: &LongRunning) -> fmt::Result {
        let via = match poll.final_state {
            FinalState::ByMethod => "by method",
            FinalState::StatusMonitor => "in the status monitor",
            FinalState::Location => "at the location",
            FinalState::OriginalUri => "at the original URI",
        };
        let result = self.success(&poll.result).join(", ");
        writeln!(out, "  polled, {via}: {result}")
    }

    fn paging(self, out: &mut Formatter<'_>, paging: &Paging) -> fmt::Result {
        let next = match &paging.next {
            NextLink::Header(name) => format!("header {name}"),
            NextLink::Field(name) => format!("field {name}"),
            NextLink::None => "nothing".to_owned(),
        };
        let request = match &paging.request {
            NextRequest::Get => String::new(),
            NextRequest::Repeat => ", repeated".to_owned(),
            NextRequest::Operation(next) => {
                format!(", with {}", self.0.operations[next.operation].id)
            }
        };
        writeln!(out, "  pages of {} by {next}{request}", paging.items)
    }
}
