//! The only place where Rust identifiers are made: a side table from typed ids to names.
//!
//! A name is a candidate (the document's words in Rust's case), made distinct within its scope, unless the configuration
//! pins it. Invariant: total, deterministic, ASCII; in one scope no two names are equal, and things that are added at
//! the end of a document rename nothing of their kind.

mod client;
mod ident;
mod kinds;
mod models;
mod operations;
mod pins;
mod reserved;
mod scope;
mod table;
mod words;

pub use ident::{ConstName, FieldName, MethodName, ModuleName, TypeName, VariantName};
#[cfg(test)]
pub(crate) use reserved::is_type as is_reserved_type;
pub use table::{
    ByStatusNames, ContentTypeNames, GroupClientNames, GroupNames, HeadersNames, ModelNames, Names,
    OperationNames, ParamNames, ServiceErrorNames,
};

use crate::config::Config;
use crate::diagnostics::Diagnostics;
use crate::ir::Api;
use crate::source::Location;
use pins::{Initial, Pins};
use scope::{Choice, Claim, Kind, Scope};
use std::borrow::Cow;
use words::{Candidate, Case};

/// The names of everything that the client of `api` defines.
pub fn name(api: &Api, config: &Config, diagnostics: &mut Diagnostics) -> Names {
    let pins = Pins::new(config, diagnostics);
    let mut namer = Namer {
        pins,
        diagnostics,
        types: Scope::default(),
    };
    let models = namer.models(api);
    let groups = namer.groups(api);
    let operations = namer.operations(api);
    let table = Names {
        service_error: namer.service_error(api, &models),
        models,
        groups,
        operations,
        client_params: namer.client_params(api),
        security: namer.security(api),
    };
    let Namer {
        pins, diagnostics, ..
    } = namer;
    pins.report_unused(diagnostics);
    table
}

/// What naming carries from one thing to the next.
struct Namer<'a, 'd> {
    pins: Pins<'a>,
    diagnostics: &'d mut Diagnostics,
    /// All types are re-exported or used side by side, so they share one scope.
    types: Scope<'a>,
}

/// A name that the document proposes for one of its things.
struct Proposal<'a> {
    /// The words, from the wire or by the document's choice.
    text: Cow<'a, str>,
    /// Whose choice they are.
    choice: Choice,
    /// Where the thing stands.
    origin: &'a Location,
}

impl<'a> Proposal<'a> {
    /// `x-ms-client-name` where there is one, else the name on the wire.
    fn new(wire: &'a str, client_name: Option<&'a str>, origin: &'a Location) -> Self {
        Self {
            text: Cow::Borrowed(client_name.unwrap_or(wire)),
            choice: match client_name {
                Some(_) => Choice::Explicit,
                None => Choice::Derived,
            },
            origin,
        }
    }
}

impl<'a> Namer<'a, '_> {
    /// The wish of `proposal` in `case`, or the name that is pinned for it.
    fn claim(&mut self, proposal: &Proposal<'a>, case: Case) -> Claim<'a> {
        let initial = match case {
            Case::Camel | Case::Screaming => Initial::Capital,
            Case::Snake => Initial::Small,
        };
        let (candidate, choice) = match self.pins.find(proposal.origin, initial) {
            Some(pinned) => (Candidate::verbatim(pinned), Choice::Explicit),
            None => (Candidate::new(&proposal.text, case), proposal.choice),
        };
        Claim {
            candidate,
            choice,
            origin: Some(proposal.origin),
        }
    }

    /// A type that only the generated code has.
    fn derived_type(&mut self, kind: &Kind, name: String) -> TypeName {
        TypeName::new(self.types.give(kind, &own(name), self.diagnostics))
    }

    /// The fields of a struct, whose names are `proposals`.
    fn fields(
        &mut self,
        proposals: impl Iterator<Item = Proposal<'a>>,
    ) -> (Vec<FieldName>, Scope<'a>) {
        let mut scope = Scope::default();
        let fields = proposals
            .map(|proposal| {
                let claim = self.claim(&proposal, Case::Snake);
                FieldName::new(scope.give(&kinds::FIELD, &claim, self.diagnostics))
            })
            .collect();
        (fields, scope)
    }
}

/// The wish of a thing that no document has, so that nobody needs to hear of a change.
fn own<'a>(name: impl Into<String>) -> Claim<'a> {
    Claim {
        candidate: Candidate::verbatim(name),
        choice: Choice::Derived,
        origin: None,
    }
}
