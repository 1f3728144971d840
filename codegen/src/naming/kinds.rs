//! The kinds of names and what each has to heed.

use super::reserved::{self, CLIENT_SETTERS, METHODS, MODEL_METHODS, SETTERS};
use super::scope::{Kind, WayOut};

pub(super) const MODEL: Kind = Kind {
    what: "type",
    is_reserved: reserved::is_type,
    way_out: WayOut::After("Model"),
};

pub(super) const GROUP_CLIENT: Kind = Kind {
    what: "group client",
    is_reserved: reserved::is_type,
    way_out: WayOut::After("Group"),
};

pub(super) const REQUEST: Kind = Kind {
    what: "request",
    is_reserved: reserved::is_type,
    way_out: WayOut::After("Request"),
};

/// Headers, replies by status and choices of media type: their names already end with such a word.
pub(super) const COMPANION: Kind = Kind {
    what: "companion of a request",
    is_reserved: reserved::is_type,
    way_out: WayOut::Number,
};

pub(super) const FIELD: Kind = Kind {
    what: "field",
    is_reserved: |_| false,
    way_out: WayOut::Number,
};

/// What gives a property of a flattened object. It stands beside the fields, whose names it cannot have.
pub(super) const REACHED: Kind = Kind {
    what: "accessor",
    is_reserved: |name| MODEL_METHODS.contains(&name),
    way_out: WayOut::Number,
};

pub(super) const OPEN_VARIANT: Kind = Kind {
    what: "value",
    is_reserved: |name| matches!(name, "Self" | "Unknown" | "Other"),
    way_out: WayOut::After("Value"),
};

pub(super) const UNION_VARIANT: Kind = Kind {
    what: "variant",
    is_reserved: |name| matches!(name, "Self" | "Unknown"),
    way_out: WayOut::After("Model"),
};

pub(super) const CLOSED_VARIANT: Kind = Kind {
    what: "value",
    is_reserved: |name| name == "Self",
    way_out: WayOut::After("Value"),
};

pub(super) const MODEL_MODULE: Kind = Kind {
    what: "module",
    is_reserved: reserved::is_module,
    way_out: WayOut::After("_model"),
};

pub(super) const GROUP_MODULE: Kind = Kind {
    what: "module",
    is_reserved: reserved::is_module,
    way_out: WayOut::After("_group"),
};

pub(super) const REQUEST_MODULE: Kind = Kind {
    what: "module",
    is_reserved: reserved::is_module,
    way_out: WayOut::After("_request"),
};

pub(super) const ACCESSOR: Kind = Kind {
    what: "group",
    is_reserved: |name| METHODS.contains(&name),
    way_out: WayOut::After("_group"),
};

pub(super) const METHOD: Kind = Kind {
    what: "operation",
    is_reserved: |name| METHODS.contains(&name),
    way_out: WayOut::After("_request"),
};

/// The fields of a request builder, one of which is the client that it borrows.
pub(super) const REQUEST_FIELD: Kind = Kind {
    what: "parameter",
    is_reserved: |name| name == "client",
    way_out: WayOut::After("_param"),
};

pub(super) const SETTER: Kind = Kind {
    what: "setter",
    is_reserved: |name| SETTERS.contains(&name),
    way_out: WayOut::Before("with_"),
};

/// The fields of the client and its builder, some of which are their own.
pub(super) const CLIENT_FIELD: Kind = Kind {
    what: "parameter",
    is_reserved: |name| matches!(name, "core" | "credential" | "endpoint" | "options"),
    way_out: WayOut::After("_param"),
};

pub(super) const CLIENT_SETTER: Kind = Kind {
    what: "setter",
    is_reserved: |name| CLIENT_SETTERS.contains(&name),
    way_out: WayOut::Before("with_"),
};

pub(super) const SCHEME: Kind = Kind {
    what: "security scheme",
    is_reserved: |name| name == "DEFAULT",
    way_out: WayOut::After("_SCHEME"),
};
