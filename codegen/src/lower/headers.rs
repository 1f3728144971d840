//! The headers of successful replies, all together.

use super::schema::extended;
use super::{Lowering, docs};
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{Collection, Header, NameHint, Type, WireName};
use crate::swagger::Response;
use std::rc::Rc;

impl Lowering<'_> {
    /// The headers of `replies`, each name once, whatever its case.
    pub(super) fn reply_headers(&mut self, replies: &[Rc<Response>], id: &str) -> Vec<Header> {
        let mut headers: Vec<Header> = Vec::new();
        for (name, header) in replies.iter().flat_map(|reply| &reply.headers) {
            let Some((header, _)) = self.referable(header) else {
                continue;
            };
            let place = &header.location;
            let Some(name) = &self.token(name, place) else {
                self.report_no_name(name, place, "the header");
                continue;
            };
            let name_words = header.client_name.as_ref().unwrap_or(name);
            let hint = extended(&NameHint(vec![id.to_owned()]), name_words);
            let description = header.description.as_ref();
            let wire = header.collection_prefix.as_ref().unwrap_or(name);
            let (ty, collection) = if header.collection_prefix.is_some() {
                (Type::Map(Box::new(Type::String)), Collection::Csv)
            } else {
                self.simple_type(&header.simple, &hint, description)
            };
            if header.simple.secret {
                self.warn_of_shown_secret(&ty, &header.location);
            }
            let known = headers
                .iter_mut()
                .find(|known| known.wire.as_str().eq_ignore_ascii_case(wire));
            let Some(known) = known else {
                headers.push(Header {
                    wire: WireName(wire.clone()),
                    client_name: header
                        .client_name
                        .clone()
                        .or_else(|| (wire != name).then(|| name.clone())),
                    origin: header.location.clone(),
                    docs: docs(None, description),
                    ty,
                    collection,
                });
                continue;
            };
            if known.ty != ty {
                let is_secret = known.ty == Type::Secret || ty == Type::Secret;
                known.ty = if is_secret {
                    Type::Secret
                } else {
                    Type::String
                };
                let message = format!("replies disagree about the type of `{name}`: it is text");
                let diagnostic = Diagnostic::at(code::HEADER_CONFLICT, &header.location, message)
                    .related(&known.origin, "the other type");
                self.report(diagnostic);
            }
        }
        headers
    }
}
