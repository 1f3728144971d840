//! How values are written in XML.

use super::{Api, Body, ErrorFormat, ModelId, Operation, ReplyBody, Success};
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};

/// The name of an element or an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlName {
    /// The name without a prefix.
    pub local: String,
    /// What stands before the colon.
    pub prefix: Option<String>,
    /// The namespace; `None` for that of the surroundings.
    pub namespace: Option<String>,
}

/// The root element of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlRoot {
    /// Its name; `None` for a reply whose root the document does not name.
    pub name: Option<XmlName>,
    /// The name of each element in it; means nothing for a type that is no list.
    pub item: XmlName,
}

/// Where in its element a field stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XmlPlace {
    /// It is an attribute. Never a list, a map or a struct.
    Attribute(XmlName),
    /// It is the text (`x-ms-text`). Never a list, a map or a struct.
    Text,
    /// It is an element. Never a list.
    Element(XmlName),
    /// It is a list, with an element for each value.
    Items(XmlName),
    /// It is a list in an element of its own.
    List {
        /// The element around the list.
        name: XmlName,
        /// The elements in it.
        item: XmlName,
    },
}

/// How a model is written in XML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct XmlModel {
    /// Where the fields stand, parallel to those of the struct; empty for an enum.
    pub places: Vec<XmlPlace>,
    /// It is part of an XML request.
    pub sent: bool,
    /// It is part of an XML reply.
    pub received: bool,
}

/// The structs and enums that are written in XML. Never one that has a list of lists, or a map of lists.
#[derive(Clone, Debug, Default)]
pub struct XmlModels(pub BTreeMap<ModelId, XmlModel>);

impl XmlModels {
    /// How a model is written, if it is written in XML at all.
    pub fn get(&self, id: ModelId) -> Option<&XmlModel> {
        self.0.get(&id)
    }
}

impl Api {
    /// Whether any body is XML.
    pub fn has_xml(&self) -> bool {
        self.operations.values().any(has_xml)
    }
}

fn has_xml(operation: &Operation) -> bool {
    let is_xml = |body: &ReplyBody| matches!(body, ReplyBody::Xml(..));
    let replies = match &operation.replies.success {
        Success::Uniform { body, .. } | Success::Optional { body, .. } => is_xml(body),
        Success::ByStatus(replies) => replies.iter().any(|reply| is_xml(&reply.body)),
    };
    let mut errors = operation.replies.errors.iter();
    replies
        || matches!(operation.body, Some(Body::Xml { .. }))
        || errors.any(|error| error.format == ErrorFormat::Xml)
}

/// `{namespace}prefix:local`.
impl Display for XmlName {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        if let Some(namespace) = &self.namespace {
            write!(out, "{{{namespace}}}")?;
        }
        if let Some(prefix) = &self.prefix {
            write!(out, "{prefix}:")?;
        }
        out.write_str(&self.local)
    }
}

impl Display for XmlRoot {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(out, "<{name}> of <{}>", self.item),
            None => write!(out, "any root of <{}>", self.item),
        }
    }
}

impl Display for XmlPlace {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Attribute(name) => write!(out, "@{name}"),
            Self::Text => out.write_str("text"),
            Self::Element(name) => write!(out, "<{name}>"),
            Self::Items(item) => write!(out, "<{item}>*"),
            Self::List { name, item } => write!(out, "<{name}/{item}>*"),
        }
    }
}
