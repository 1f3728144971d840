//! Paging: which field of a reply holds the items, and where the link to the next page stands.
//!
//! Runs when all models are composed, since the fields may be inherited. Paging that cannot be is reported, and the
//! operation gives its reply as it is.

use super::Lowering;
use super::operations::LoweredOperations;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Method, ModelId, NextLink, Operation, Paging, ReplyBody, Shape, Struct, Success, Type, WireName,
};
use crate::source::Location;
use crate::swagger::extensions::{CodegenPageable, OperationExtensions, Pageable};

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
        for (id, wanted) in &operations.paged {
            let operation = &mut operations.arena[*id];
            match self.paging(operation, wanted) {
                Ok((page, paging)) => {
                    set_page(operation, page);
                    operation.paging = Some(paging);
                }
                Err(reason) => {
                    let message = format!("{reason}: the operation gives its reply as it is");
                    let place = wanted.location();
                    self.report(Diagnostic::at(code::PAGING_IGNORED, place, message));
                }
            }
        }
    }

    /// The struct of the page and what to make of it, or why there is none.
    fn paging(
        &mut self,
        operation: &Operation,
        wanted: &Wanted,
    ) -> Result<(ModelId, Paging), String> {
        let Success::Uniform {
            body: ReplyBody::Json(Type::Model(named)),
            ..
        } = &operation.replies.success
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
            Wanted::ByField(pageable) => self.next_field(operation, &object, pageable),
        };
        let items = WireName(items.to_owned());
        Ok((page, Paging { items, next }))
    }

    fn next_field(
        &mut self,
        operation: &Operation,
        page: &Struct,
        pageable: &Pageable,
    ) -> NextLink {
        let Some(name) = &pageable.next_link_name else {
            return NextLink::None;
        };
        let reason = if pageable.operation_name.is_some() {
            "`operationName` is not supported yet".to_owned()
        } else if operation.method != Method::Get {
            "only GET is paged yet".to_owned()
        } else if self.field_is(page, name, |ty| matches!(ty, Type::String)) {
            return NextLink::Field(WireName(name.clone()));
        } else {
            format!("`{name}` is no text in the reply")
        };
        let message = format!("{reason}: the operation gives one page");
        self.report(Diagnostic::at(
            code::PAGING_ONE_PAGE,
            &pageable.location,
            message,
        ));
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
    if let Success::Uniform { body, .. } = &mut operation.replies.success {
        *body = ReplyBody::Json(Type::Model(page));
    }
}
