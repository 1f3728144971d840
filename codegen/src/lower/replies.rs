//! What may come back: which statuses mean success, what their bodies are, and what a failure says.

use super::kind::Nullability;
use super::media::{Form, all_of_form, any_of_form, form};
use super::schema::extended;
use super::{Lowering, docs};
use crate::config::Head;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    ErrorFormat, ErrorReply, Method, NameHint, Redirects, Replies, Reply, ReplyBody, StatusMatch,
    Success,
};
use crate::swagger::{Operation, Response, StatusKey};
use std::ops::RangeInclusive;
use std::rc::Rc;

/// The replies of an operation, and what follows from them for its request.
pub(super) struct LoweredReplies {
    pub(super) replies: Replies,
    pub(super) accept: Vec<String>,
    pub(super) redirects: Redirects,
}

const NOT_FOUND: StatusMatch = StatusMatch::Code(404);

/// The statuses of success in RFC 9110.
const ANY_SUCCESS: RangeInclusive<u16> = 200..=206;

/// The documented responses by what they mean.
#[derive(Default)]
struct Documented {
    success: Vec<(u16, Rc<Response>)>,
    /// Any 2xx: `default` stands alone.
    any_success: Option<Rc<Response>>,
    redirects: Vec<Rc<Response>>,
    errors: Vec<(StatusMatch, Rc<Response>)>,
}

impl Lowering<'_> {
    /// What `operation`, whose id is `id`, may get back.
    pub(super) fn replies(&mut self, operation: &Operation, id: &str) -> LoweredReplies {
        let mut documented = self.documented(operation);
        let produces = documented.media_types();
        let produces = produces.unwrap_or_else(|| self.produces(operation));
        let mut success = Vec::new();
        for (status, response) in &documented.success {
            let body = self.reply_body(operation, Some(*status), response, &produces, id);
            let docs = docs(None, response.description.as_ref());
            success.push(Reply {
                status: *status,
                docs,
                body,
            });
        }
        let range = documented.any_success.clone();
        let any_body = range.and_then(|range| {
            let body = self.reply_body(operation, None, &range, &produces, id);
            self.join_range(operation, &range, &mut success, body)
        });
        if self.asks_whether_there(operation) {
            documented.errors.retain(|(status, _)| *status != NOT_FOUND);
        }
        let errors = self.error_replies(&documented.errors, &produces, id);
        let with_headers: Vec<_> = documented
            .success
            .iter()
            .map(|(_, response)| Rc::clone(response))
            .chain(documented.any_success.clone())
            .collect();
        let success = match self.replies_nullability(&with_headers) {
            Nullability::Null => nullable(united(success, any_body)),
            Nullability::NotNull => united(success, any_body),
        };
        let success = if self.asks_whether_there(operation) {
            found_or_not(success)
        } else {
            success
        };
        LoweredReplies {
            accept: accept(&success, &errors, operation.method, &produces),
            redirects: redirects(&documented.redirects),
            replies: Replies {
                headers: self.reply_headers(&with_headers, id),
                success,
                errors,
            },
        }
    }

    /// Whether 404 is an answer to `operation`, and no failure of it.
    fn asks_whether_there(&self, operation: &Operation) -> bool {
        match self.config.head {
            Head::AsksWhetherThere => operation.method == Method::Head,
            Head::Fails => false,
        }
    }

    fn documented(&mut self, operation: &Operation) -> Documented {
        let mut documented = Documented::default();
        let mut default = None;
        for (status, response) in &operation.responses {
            let Some((response, _)) = self.referable(response) else {
                continue;
            };
            let is_error = response.extensions.error_response;
            match status {
                StatusKey::Default => default = Some(response),
                StatusKey::Code(code @ 200..=299) if !is_error => {
                    documented.success.push((*code, response));
                }
                StatusKey::Code(300..=399) | StatusKey::Range(3) if !is_error => {
                    documented.redirects.push(response);
                }
                StatusKey::Code(100..=199) | StatusKey::Range(1) if !is_error => {}
                StatusKey::Range(2) if !is_error => documented.any_success = Some(response),
                StatusKey::Range(digit) => {
                    documented
                        .errors
                        .push((StatusMatch::Range(*digit), response));
                }
                StatusKey::Code(code) => {
                    documented.errors.push((StatusMatch::Code(*code), response));
                }
            }
        }
        if let Some(default) = default {
            let alone = documented.success.is_empty()
                && documented.any_success.is_none()
                && documented.redirects.is_empty();
            if alone && !default.extensions.error_response {
                documented.any_success = Some(Rc::clone(&default));
            }
            documented.errors.push((StatusMatch::Default, default));
        }
        documented
    }

    /// A range beside codes is for all other successes, so it can only be of use where those codes bring the same or
    /// nothing. Leaves the codes that differ from it; `None` when these alone are successes.
    fn join_range(
        &mut self,
        operation: &Operation,
        range: &Response,
        success: &mut Vec<Reply>,
        body: ReplyBody,
    ) -> Option<ReplyBody> {
        let is_same = |reply: &Reply| reply.body == body;
        let joins = |reply: &Reply| is_same(reply) || reply.body == ReplyBody::Empty;
        if success.iter().all(joins) {
            success.retain(|reply| !is_same(reply));
            return Some(body);
        }
        let message = "the codes beside this range have other bodies: they alone are successes";
        let diagnostic = Diagnostic::at(code::RANGE_NOT_USED, &range.location, message);
        self.report(diagnostic.related(&operation.location, "the operation"));
        None
    }

    fn reply_body(
        &mut self,
        operation: &Operation,
        status: Option<u16>,
        response: &Response,
        produces: &[String],
        id: &str,
    ) -> ReplyBody {
        let Some(schema) = &response.schema else {
            return ReplyBody::Empty;
        };
        let produces = response.produces.as_deref().unwrap_or(produces);
        if operation.method == Method::Head || matches!(status, Some(204 | 205)) {
            let message = "this reply never has a body: its schema is ignored";
            self.report(Diagnostic::at(
                code::BODY_NOT_ALLOWED,
                &schema.location,
                message,
            ));
            return ReplyBody::Empty;
        }
        if self.is_binary(schema) {
            return ReplyBody::Bytes;
        }
        let any = |wanted| any_of_form(produces, wanted);
        let json = produces.is_empty() || any(Form::Json);
        if !json && self.is_text(schema) {
            return if any(Form::Text) || any(Form::Xml) {
                ReplyBody::Text
            } else {
                ReplyBody::Bytes
            };
        }
        let hint = extended(&NameHint(vec![id.to_owned()]), "Response");
        let ty = self.type_of(schema, &hint);
        if !json && any(Form::Xml) {
            return ReplyBody::Xml(ty, self.xml_root(schema, None));
        }
        ReplyBody::Json(ty)
    }

    /// Whether `null` is a legal body of one of these replies.
    fn replies_nullability(&mut self, replies: &[Rc<Response>]) -> Nullability {
        let mut schemas = replies.iter().filter_map(|reply| reply.schema.as_ref());
        let any = schemas.any(|schema| self.nullability(schema) == Nullability::Null);
        Nullability::from(any)
    }

    fn error_replies(
        &mut self,
        documented: &[(StatusMatch, Rc<Response>)],
        produces: &[String],
        id: &str,
    ) -> Vec<ErrorReply> {
        let mut errors = Vec::new();
        let hint = extended(&NameHint(vec![id.to_owned()]), "Error");
        for (status, response) in documented {
            let Some(schema) = &response.schema else {
                continue;
            };
            let own = response.produces.as_deref();
            // What is text alone, the raw body of the failure says as well.
            let is_text = own.is_some_and(|own| all_of_form(own, Form::Text));
            if is_text || self.is_binary(schema) {
                continue;
            }
            let format = error_format(own.unwrap_or(produces));
            let ty = self.type_of(schema, &hint);
            if !self.service_errors.contains(&ty) {
                self.service_errors.push(ty.clone());
            }
            errors.push(ErrorReply {
                status: *status,
                ty,
                format,
            });
        }
        errors
    }
}

impl Documented {
    /// The media types of the replies of version 3: of the successful ones, or else of the others.
    fn media_types(&self) -> Option<Vec<String>> {
        let success = self.success.iter().map(|(_, response)| response);
        let success = media_types(success.chain(&self.any_success));
        success.or_else(|| media_types(self.errors.iter().map(|(_, response)| response)))
    }
}

fn media_types<'r>(responses: impl Iterator<Item = &'r Rc<Response>>) -> Option<Vec<String>> {
    let mut all = None;
    for name in responses
        .filter_map(|response| response.produces.as_ref())
        .flatten()
    {
        let all: &mut Vec<String> = all.get_or_insert_default();
        if !all.contains(name) {
            all.push(name.clone());
        }
    }
    all
}

fn error_format(produces: &[String]) -> ErrorFormat {
    if any_of_form(produces, Form::Xml) && !any_of_form(produces, Form::Json) {
        ErrorFormat::Xml
    } else {
        ErrorFormat::Json
    }
}

/// All successes as one thing to the caller, if they can be. `any_body` is that of all other 2xx.
fn united(replies: Vec<Reply>, any_body: Option<ReplyBody>) -> Success {
    let codes = |replies: &[Reply]| replies.iter().map(|reply| reply.status).collect();
    let first = match (replies.first(), any_body) {
        (Some(_), Some(body)) => {
            return Success::Optional {
                with_body: Vec::new(),
                without_body: codes(&replies),
                body,
            };
        }
        (None, any_body) => {
            return Success::Uniform {
                statuses: Vec::new(),
                body: any_body.unwrap_or(ReplyBody::Empty),
            };
        }
        (Some(first), None) => first,
    };
    if replies.iter().all(|reply| reply.body == first.body) {
        let body = first.body.clone();
        return Success::Uniform {
            statuses: codes(&replies),
            body,
        };
    }
    let (with, without): (Vec<&Reply>, Vec<&Reply>) = replies
        .iter()
        .partition(|reply| reply.body != ReplyBody::Empty);
    let statuses = |replies: &[&Reply]| replies.iter().map(|reply| reply.status).collect();
    match with.split_first() {
        Some((first, others)) if others.iter().all(|other| other.body == first.body) => {
            Success::Optional {
                with_body: statuses(&with),
                without_body: statuses(&without),
                body: first.body.clone(),
            }
        }
        Some(_) | None => Success::ByStatus(replies),
    }
}

/// `success` of a `HEAD`, which has no body, as the question whether the thing is there.
fn found_or_not(success: Success) -> Success {
    match success {
        Success::Uniform {
            mut statuses,
            body: ReplyBody::Empty,
        } => {
            if statuses.is_empty() {
                statuses.extend(ANY_SUCCESS);
            }
            statuses.push(404);
            Success::Uniform {
                statuses,
                body: ReplyBody::Found,
            }
        }
        Success::Uniform { .. } | Success::Optional { .. } | Success::ByStatus(_) => success,
    }
}

/// `success` where the body may be `null`, which is the same to the caller as none.
fn nullable(success: Success) -> Success {
    match success {
        Success::Uniform {
            statuses,
            body: body @ ReplyBody::Json(_),
        } => Success::Optional {
            with_body: statuses,
            without_body: Vec::new(),
            body,
        },
        Success::Uniform { .. } | Success::Optional { .. } | Success::ByStatus(_) => success,
    }
}

/// The media types to ask for: those of the body's form, where the operation produces any of that form.
fn accept(
    success: &Success,
    errors: &[ErrorReply],
    method: Method,
    produces: &[String],
) -> Vec<String> {
    let bodies: Vec<&ReplyBody> = match success {
        Success::Uniform { body, .. } | Success::Optional { body, .. } => vec![body],
        Success::ByStatus(replies) => replies.iter().map(|reply| &reply.body).collect(),
    };
    let has = |wanted: fn(&ReplyBody) -> bool| bodies.iter().any(|body| wanted(body));
    let any_body = has(|body| *body != ReplyBody::Empty);
    if has(|body| *body == ReplyBody::Bytes) || method == Method::Head {
        return produces.to_vec();
    }
    let mut wanted = Vec::new();
    if has(|body| *body == ReplyBody::Text) {
        wanted.push((Form::Text, "text/plain"));
    }
    if has(|body| matches!(body, ReplyBody::Xml(..))) {
        wanted.push((Form::Xml, "application/xml"));
    }
    if has(|body| matches!(body, ReplyBody::Json(_))) || (!any_body && !errors.is_empty()) {
        wanted.push((Form::Json, "application/json"));
    }
    let Some((_, default)) = wanted.first() else {
        return Vec::new();
    };
    let is_wanted = |name: &&String| wanted.iter().any(|(wanted, _)| form(name) == *wanted);
    let chosen: Vec<String> = produces.iter().filter(is_wanted).cloned().collect();
    match (chosen.is_empty(), produces.is_empty()) {
        (false, _) => chosen,
        (true, false) => produces.to_vec(),
        (true, true) => vec![(*default).to_owned()],
    }
}

/// Redirects may be followed where the document shows one; whether they are, the run-time decides by the method.
fn redirects(documented: &[Rc<Response>]) -> Redirects {
    let has_location = documented.iter().any(|response| {
        let mut names = response.headers.keys();
        names.any(|name| name.eq_ignore_ascii_case("location"))
    });
    if has_location {
        Redirects::Follow
    } else {
        Redirects::Fail
    }
}
