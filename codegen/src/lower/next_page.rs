//! How the pages of a list behind the first one are asked for: `operationName` and `nextLinkVerb` of `x-ms-pageable`.
//!
//! Where another operation is named that cannot be used, the link is asked for by a `GET` as it is.

use super::Lowering;
use super::paging::Wanted;
use crate::diagnostics::{Diagnostic, code};
use crate::ir::{
    Arena, ModelId, NextOperation, NextRequest, NextValue, Operation, OperationId, Param, ParamIdx,
    ParamOwner, ParamPlace, Requirement, Type,
};
use std::collections::BTreeMap;

impl Lowering<'_> {
    /// How the pages of the operation `first` behind its first one are asked for. `pages` are the types of all pages.
    pub(super) fn next_request(
        &mut self,
        operations: &Arena<Operation>,
        pages: &BTreeMap<OperationId, ModelId>,
        first: OperationId,
        wanted: &Wanted,
    ) -> NextRequest {
        let Wanted::ByField(pageable) = wanted else {
            return NextRequest::Get;
        };
        let verb = pageable.next_link_verb.as_deref().unwrap_or("GET");
        let repeats = verb.eq_ignore_ascii_case("POST");
        let Some(name) = &pageable.operation_name else {
            return if repeats {
                NextRequest::Repeat
            } else {
                NextRequest::Get
            };
        };
        let mut known = operations.iter();
        let named = known.find(|(_, operation)| operation.id.as_str() == name);
        let next = match named {
            None => Err("there is no such operation".to_owned()),
            Some((id, _)) if pages.get(&id) != pages.get(&first) => {
                Err("it does not give the same page".to_owned())
            }
            Some((id, next)) => values(&operations[first], next).map(|values| NextOperation {
                operation: id,
                values,
            }),
        };
        match next {
            Ok(next) => NextRequest::Operation(next),
            Err(reason) => {
                let message = format!(
                    "`{name}` cannot fetch the next page, since {reason}: its link is fetched as it is"
                );
                let place = self.part(&pageable.location, "operationName");
                self.report(Diagnostic::at(code::PAGING_REPAIRED, &place, message));
                NextRequest::Get
            }
        }
    }
}

/// Where the parameters of `next` get their values from, or why one has none.
fn values(first: &Operation, next: &Operation) -> Result<Vec<NextValue>, String> {
    if next.body.is_some() {
        return Err("it has a body".to_owned());
    }
    let mut link_is_placed = false;
    let mut value = |param: &Param| {
        let is_own = matches!(param.owner, ParamOwner::Client(_))
            || matches!(param.requirement, Requirement::Constant(_));
        if is_own {
            return Ok(NextValue::Own);
        }
        if param.place == ParamPlace::Group {
            return Ok(NextValue::Absent);
        }
        if let Some(place) = same_param(first, param) {
            return Ok(NextValue::First(place));
        }
        let takes_link = matches!(param.place, ParamPlace::Path(_)) && param.ty == Type::String;
        if takes_link && !link_is_placed {
            link_is_placed = true;
            return Ok(NextValue::Link);
        }
        match param.requirement {
            Requirement::Optional | Requirement::RequestId | Requirement::Default(_) => {
                Ok(NextValue::Absent)
            }
            Requirement::Required | Requirement::Constant(_) => Err(format!(
                "nothing is known for its parameter `{}`",
                param.wire
            )),
        }
    };
    next.params.iter().map(&mut value).collect()
}

/// The parameter of `first` that has the same name, the same type and a value.
fn same_param(first: &Operation, param: &Param) -> Option<ParamIdx> {
    let place = first.params.iter().position(|known| {
        known.wire == param.wire
            && known.ty == param.ty
            && !matches!(known.place, ParamPlace::Body | ParamPlace::Group)
            && (known.requirement == Requirement::Required
                || param.requirement != Requirement::Required)
    })?;
    Some(ParamIdx(place))
}
