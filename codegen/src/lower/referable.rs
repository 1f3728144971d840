//! Objects that stand where they are used, or are referred to: parameters, responses, headers, bodies, security schemes.
//!
//! Invariant: one that is referred to is read and settled once, however many refer to it.

use super::Lowering;
use super::content::RequestContent;
use super::resolve::{Kind, Known, Origin, References};
use crate::openapi::RequestBody;
use crate::swagger::read::Readable;
use crate::swagger::{Document, Header, Parameter, RefOr, Response, SecurityScheme};
use std::rc::Rc;

/// An object that may stand where it is used, or be referred to.
pub(super) trait Referable: Readable {
    /// What it is when lowering has put it into the terms of version 2.
    type Settled;
    /// What a reference to it must lead to.
    const KIND: Kind;

    /// The one under `key` of its section in the entry document, which was read with the document.
    fn of_entry<'d>(document: &'d Document, key: &str) -> Option<&'d Self>;
    /// Those that were referred to so far.
    fn known(references: &mut References) -> &mut Known<Self::Settled>;
    /// Settles it.
    fn settled(&self, lowering: &mut Lowering<'_>) -> Option<Self::Settled>;
}

impl Lowering<'_> {
    /// The object itself or the one referred to, and which of both it is; `None` when that was reported.
    pub(super) fn referable<T: Referable>(
        &mut self,
        written: &RefOr<T>,
    ) -> Option<(Rc<T::Settled>, Origin)> {
        let reference = match written {
            RefOr::Item(item) => return Some((Rc::new(item.settled(self)?), Origin::Inline)),
            RefOr::Ref(reference) => reference,
        };
        let location = self.chain(reference, T::KIND)?.pop()?;
        if let Some(known) = T::known(&mut self.references).get(&location) {
            return Some((known.clone()?, Origin::Shared(location)));
        }
        let document = self.document;
        let key = self.entry_key(&location, T::KIND);
        let of_entry = key.and_then(|key| T::of_entry(document, &key));
        let found = if let Some(item) = of_entry {
            item.settled(self)
        } else {
            let item: Option<T> = self.read(&location);
            item.and_then(|item| item.settled(self))
        };
        let found = found.map(Rc::new);
        T::known(&mut self.references).insert(location.clone(), found.clone());
        Some((found?, Origin::Shared(location)))
    }
}

impl Referable for Parameter {
    type Settled = Self;
    const KIND: Kind = Kind::Parameter;

    fn of_entry<'d>(document: &'d Document, key: &str) -> Option<&'d Self> {
        document.parameters.get(key)
    }

    fn known(references: &mut References) -> &mut Known<Self> {
        &mut references.parameters
    }

    fn settled(&self, lowering: &mut Lowering<'_>) -> Option<Self> {
        Some(lowering.settled_parameter(self.clone()))
    }
}

impl Referable for Response {
    type Settled = Self;
    const KIND: Kind = Kind::Response;

    fn of_entry<'d>(document: &'d Document, key: &str) -> Option<&'d Self> {
        document.responses.get(key)
    }

    fn known(references: &mut References) -> &mut Known<Self> {
        &mut references.responses
    }

    fn settled(&self, lowering: &mut Lowering<'_>) -> Option<Self> {
        Some(lowering.settled_response(self.clone()))
    }
}

impl Referable for Header {
    type Settled = Self;
    const KIND: Kind = Kind::Header;

    fn of_entry<'d>(document: &'d Document, key: &str) -> Option<&'d Self> {
        document.headers.get(key)
    }

    fn known(references: &mut References) -> &mut Known<Self> {
        &mut references.headers
    }

    fn settled(&self, lowering: &mut Lowering<'_>) -> Option<Self> {
        Some(lowering.settled_header(self.clone()))
    }
}

impl Referable for RequestBody {
    type Settled = RequestContent;
    const KIND: Kind = Kind::RequestBody;

    fn of_entry<'d>(document: &'d Document, key: &str) -> Option<&'d Self> {
        document.request_bodies.get(key)
    }

    fn known(references: &mut References) -> &mut Known<RequestContent> {
        &mut references.contents
    }

    fn settled(&self, lowering: &mut Lowering<'_>) -> Option<RequestContent> {
        lowering.settled_content(self)
    }
}

impl Referable for SecurityScheme {
    type Settled = Self;
    const KIND: Kind = Kind::SecurityScheme;

    fn of_entry<'d>(document: &'d Document, key: &str) -> Option<&'d Self> {
        match document.security_definitions.get(key)? {
            RefOr::Item(scheme) => Some(scheme),
            RefOr::Ref(_) => None,
        }
    }

    fn known(references: &mut References) -> &mut Known<Self> {
        &mut references.schemes
    }

    fn settled(&self, _: &mut Lowering<'_>) -> Option<Self> {
        Some(self.clone())
    }
}
