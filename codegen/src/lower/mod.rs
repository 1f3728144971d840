//! Typed Swagger to [`ir::Api`]: every decision about the document is made here.
//!
//! Lowering is a list of passes over a small IR. A `$ref` always becomes a model of its own, whose schema is lowered
//! from a queue, so no chain of references can exhaust the stack; later passes see models only.
//! Invariant: what is unsupported is reported with a code and degrades the one operation it belongs to.

mod address;
mod aliases;
mod alternatives;
mod body;
mod bounds;
mod boxes;
mod choice;
mod compose;
mod content;
mod contents;
mod enum_names;
mod enums;
mod families;
mod flatten;
mod grouping;
mod headers;
mod kind;
mod media;
mod next_page;
mod operations;
mod paging;
mod params;
mod path;
mod place_name;
mod plain;
mod polling;
mod referable;
mod reference_faults;
mod replies;
mod required;
mod resolve;
mod schema;
mod secrets;
mod security;
mod server;
mod servers;
mod simple;
mod unions;
mod usage;
mod wire_names;
mod xml;

use crate::config::Config;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::ir::{self, Docs};
use crate::source::{Location, Sources};
use crate::swagger;
use std::collections::BTreeMap;

/// How many references may follow one another (aliases of aliases, `allOf` of `allOf`).
const MAX_CHAIN: usize = 64;

/// Makes the IR of `document`, whose `$ref`s lead into `sources`.
pub fn lower(
    sources: &Sources,
    document: &swagger::Document,
    config: &Config,
    diagnostics: &mut Diagnostics,
) -> ir::Api {
    let mut lowering = Lowering::new(sources, document, config, diagnostics);
    lowering.declare_definitions();
    lowering.lower_security_definitions();
    let server = lowering.lower_server();
    let mut operations = lowering.lower_operations(&server.path_prefix);
    lowering.lower_pending_models();
    lowering.compose_models();
    lowering.settle_enum_names();
    lowering.unite_families();
    lowering.check_aliases();
    lowering.resolve_paging(&mut operations);
    let xml = lowering.settle_xml(&mut operations.arena);
    lowering.settle_usage(operations.arena.values());
    let checks = lowering.checks(operations.arena.values());
    lowering.box_cycles();
    lowering.reach_flattened();
    lowering.settle_contents();
    ir::Api {
        title: document.info.title.clone(),
        version: document.info.version.clone(),
        docs: docs(None, document.info.description.as_ref()),
        server: server.server,
        client_params: lowering.client_params,
        models: lowering.types.models,
        xml,
        groups: operations.groups,
        operations: operations.arena,
        security: lowering.security,
        service_errors: lowering.service_errors,
        checks,
    }
}

/// What the passes share.
struct Lowering<'a> {
    sources: &'a Sources,
    document: &'a swagger::Document,
    config: &'a Config,
    diagnostics: &'a mut Diagnostics,
    references: resolve::References,
    families: families::Families,
    types: schema::Types,
    client_params: ir::Arena<ir::Param>,
    /// The models of the groups of parameters, by the words of their names.
    param_groups: BTreeMap<ir::NameHint, ir::ModelId>,
    security: ir::Arena<ir::SecurityScheme>,
    /// Those of the document that can be used, by their names.
    schemes: BTreeMap<String, ir::SchemeId>,
    /// Those that operations name, and of which nothing is known.
    assumed_schemes: BTreeMap<String, ir::SchemeId>,
    service_errors: Vec<ir::Type>,
    /// Whether any body may be XML.
    has_xml: bool,
    /// What is known of patterns, by the schemas that have them.
    patterns: BTreeMap<Location, ir::PatternUse>,
}

impl<'a> Lowering<'a> {
    fn new(
        sources: &'a Sources,
        document: &'a swagger::Document,
        config: &'a Config,
        diagnostics: &'a mut Diagnostics,
    ) -> Self {
        Self {
            sources,
            document,
            config,
            diagnostics,
            references: resolve::References::default(),
            families: families::Families::find(sources),
            types: schema::Types::default(),
            client_params: ir::Arena::new(),
            param_groups: BTreeMap::new(),
            security: ir::Arena::new(),
            schemes: BTreeMap::new(),
            assumed_schemes: BTreeMap::new(),
            service_errors: Vec::new(),
            has_xml: media::names_xml(document),
            patterns: BTreeMap::new(),
        }
    }

    /// What a finding about the member `key` of the object at `object` points at: that member, if it is there.
    fn part(&self, object: &Location, key: &str) -> Location {
        self.sources.part(object, &[key])
    }

    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.report(diagnostic);
    }
}

fn docs(summary: Option<&String>, description: Option<&String>) -> Docs {
    Docs {
        summary: summary.cloned(),
        description: description.cloned(),
    }
}
