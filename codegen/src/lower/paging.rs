//! Paging: which field of a reply holds the items, and where the link to the next page stands.
//!
//! Runs when all models are composed, since the fields may be inherited. Paging that cannot be is reported, and the
//! operation gives its reply as it is.

use super::Lowering;
use super::aliases::model_in;
use super::operations::LoweredOperations;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    ModelId, NextLink, NextRequest, Operation, Paging, ReplyBody, Shape, Struct, Success, Type,
    WireName,
};
use crate::source::Location;
use crate::swagger::extensions::{CodegenPageable, OperationExtensions, Pageable};
use std::collections::BTreeMap;

/// How an operation asks for paging.
pub(super) enum Wanted {
    /// `x-ms-pageable`.
    ByField(Pageable),
    /// `x-codegen-pageable`.
    ByHeader(CodegenPageable),
}

impl Wanted {
    /// What the extensions of an operation ask for; ours goes first, since only an overlay brings it.
    pub(super) fn of(extensions: &OperationExtensions) -> Option<Self> {
        match (&extensions.codegen_pageable, &extensions.pageable) {
            (Some(ours), _) => Some(Self::ByHeader(ours.clone())),
            (None, Some(theirs)) => Some(Self::ByField(theirs.clone())),
            (None, None) => None,
        }
    }

    fn location(&self) -> &Location {
        match self {
            Self::ByField(pageable) => &pageable.location,
            Self::ByHeader(pageable) => &pageable.location,
        }
    }

    fn items_key(&self) -> &'static str {
        match self {
            Self::ByField(_) => "itemName",
            Self::ByHeader(_) => "items",
        }
    }

    fn items(&self) -> &str {
        match self {
            Self::ByField(pageable) => pageable.item_name.as_deref().unwrap_or("value"),
            Self::ByHeader(pageable) => &pageable.items,
        }
    }
}

impl Lowering<'_> {
    /// Sets the paging of the operations that ask for it.
    pub(super) fn resolve_paging(&mut self, operations: &mut LoweredOperations) {
        let mut pages = BTreeMap::new();
        for (id, wanted) in &operations.paged {
            let operation = &mut operations.arena[*id];
            match self.paging(operation, wanted) {
                Ok((page, paging)) => {
                    set_page(operation, page);
                    operation.paging = Some(paging);
                    pages.insert(*id, page);
                }
                Err(_) if self.is_unknown(operation) => {}
                Err(reason) => {
                    let message = format!("{reason}: the operation gives its reply as it is");
                    let place = self.part(wanted.location(), wanted.items_key());
                    self.report(Diagnostic::at(code::PAGING_IGNORED, &place, message));
                }
            }
        }
        for (id, wanted) in &operations.paged {
            let request = self.next_request(&operations.arena, &pages, *id, wanted);
            if let Some(paging) = &mut operations.arena[*id].paging {
                paging.request = request;
            }
        }
    }

    /// The struct of the page and what to make of it, or why there is none.
    fn paging(
        &mut self,
        operation: &Operation,
        wanted: &Wanted,
    ) -> Result<(ModelId, Paging), String> {
        let (Success::Uniform {
            body: ReplyBody::Json(Type::Model(named)),
            ..
        }
        | Success::Optional {
            body: ReplyBody::Json(Type::Model(named)),
            ..
        }) = operation.outcome()
        else {
            return Err("the reply is no object with a list".to_owned());
        };
        let page = self.types.behind_aliases(*named);
        let page = page.ok_or("the reply is no object with a list")?;
        let Shape::Struct(object) = &self.types.models[page].shape else {
            return Err("the reply is no object with a list".to_owned());
        };
        let object = object.clone();
        let items = wanted.items();
        if !self.field_is(&object, items, |ty| matches!(ty, Type::List(_))) {
            return Err(format!("`{items}` is no list in the reply"));
        }
        let next = match wanted {
            Wanted::ByHeader(pageable) => {
                NextLink::Header(WireName(pageable.next_link_header.clone()))
            }
            Wanted::ByField(pageable) => self.next_field(&object, pageable),
        };
        let items = WireName(items.to_owned());
        let request = NextRequest::Get;
        Ok((
            page,
            Paging {
                items,
                next,
                request,
            },
        ))
    }

    /// Whether the reply is not what the document says, since a reference in it leads nowhere, which is reported.
    fn is_unknown(&self, operation: &Operation) -> bool {
        let (Success::Uniform { body, .. } | Success::Optional { body, .. }) = operation.outcome()
        else {
            return false;
        };
        let ReplyBody::Json(ty) = body else {
            return false;
        };
        let models = model_in(ty).map(|id| (id, self.types.behind_aliases(id)));
        let models = models
            .into_iter()
            .flat_map(|(id, behind)| [Some(id), behind]);
        let mut places = models.flatten().map(|id| &self.types.models[id].origin);
        self.references.dangle_below(&operation.origin)
            || places.any(|place| self.references.dangle_below(place))
    }

    fn next_field(&mut self, page: &Struct, pageable: &Pageable) -> NextLink {
        let Some(name) = &pageable.next_link_name else {
            return NextLink::None;
        };
        if self.field_is(page, name, |ty| matches!(ty, Type::String)) {
            return NextLink::Field(WireName(name.clone()));
        }
        let message = format!("`{name}` is no text in the reply: the operation gives one page");
        let place = self.part(&pageable.location, "nextLinkName");
        self.report(Diagnostic::at(code::PAGING_REPAIRED, &place, message));
        NextLink::None
    }

    /// Whether `object` has the field `wire`, and its type, behind aliases, is of the kind `wanted`.
    fn field_is(&self, object: &Struct, wire: &str, wanted: fn(&Type) -> bool) -> bool {
        let mut fields = object.fields.iter();
        let Some(field) = fields.find(|field| field.wire.as_str() == wire) else {
            return false;
        };
        let Type::Model(named) = field.ty else {
            return wanted(&field.ty);
        };
        let behind = self.types.behind_aliases(named);
        behind.is_some_and(|id| match &self.types.models[id].shape {
            Shape::Alias(ty) => wanted(ty),
            Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => false,
        })
    }
}

/// Lets the reply name the struct of the page itself, not an alias of it.
fn set_page(operation: &mut Operation, page: ModelId) {
    let outcome = match &mut operation.poll {
        Some(poll) => &mut poll.result,
        None => &mut operation.replies.success,
    };
    match outcome {
        Success::Uniform { body, .. } | Success::Optional { body, .. } => {
            *body = ReplyBody::Json(Type::Model(page));
        }
        Success::ByStatus(_) => {}
    }
}
