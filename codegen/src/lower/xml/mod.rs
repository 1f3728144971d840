//! XML: the names that schemas give to elements. They are gathered with the schemas they stand in, and looked up when
//! all models are known.

mod settle;

use super::kind::{Kind, classify, effective_reference};
use super::{Lowering, MAX_CHAIN};
use crate::ir::{XmlName, XmlRoot};
use crate::swagger::{Schema, XmlObject};

/// What the `xml` objects on the way to a property's type say.
#[derive(Clone)]
pub(super) struct XmlWish {
    name: XmlName,
    /// The name of each element, should it be a list.
    item: XmlName,
    node: Node,
    wrapping: Wrapping,
}

/// What in an element a property is.
#[derive(Clone, Copy, PartialEq)]
enum Node {
    Attribute,
    Text,
    Element,
}

/// Whether a list has an element of its own.
#[derive(Clone, Copy, PartialEq)]
enum Wrapping {
    Wrapped,
    Bare,
}

impl Lowering<'_> {
    /// What is said of the property `wire`.
    pub(super) fn xml_of_property(&mut self, schema: &Schema, wire: &str) -> XmlWish {
        let own = self.xml_object(schema);
        let wrapping = if own.wrapped {
            Wrapping::Wrapped
        } else {
            Wrapping::Bare
        };
        let name = named(&own, wire);
        let node = match (own.attribute, own.text) {
            (true, _) => Node::Attribute,
            (false, true) => Node::Text,
            (false, false) => Node::Element,
        };
        XmlWish {
            item: self.xml_item(schema, &name, wrapping),
            name,
            node,
            wrapping,
        }
    }

    /// The root element of a body. A definition without a name in XML lends its own; `fallback` does where there is none.
    pub(super) fn xml_root(&mut self, schema: &Schema, fallback: Option<&str>) -> XmlRoot {
        let own = self.xml_object(schema);
        let definition = self.xml_definition(schema);
        let given = own.name.clone().or(definition);
        let name = given.or(fallback.map(str::to_owned));
        let name = name.map(|name| named(&own, &name));
        let around = name.clone().unwrap_or_else(|| named(&own, "item"));
        XmlRoot {
            item: self.xml_item(schema, &around, Wrapping::Wrapped),
            name,
        }
    }

    /// The name of each element of a list. Within an element of its own a definition lends its name; otherwise the
    /// specification has the name of the property repeated.
    fn xml_item(&mut self, list: &Schema, around: &XmlName, wrapping: Wrapping) -> XmlName {
        let Some(items) = self.xml_items(list) else {
            return around.clone();
        };
        let own = self.xml_object(&items);
        match (&own.name, wrapping) {
            (Some(name), _) => named(&own, name),
            (None, Wrapping::Bare) => around.clone(),
            (None, Wrapping::Wrapped) => {
                let definition = self.xml_definition(&items);
                named(&own, definition.as_ref().unwrap_or(&around.local))
            }
        }
    }

    /// All that is said of a schema and of what it refers to; what is said first counts.
    fn xml_object(&mut self, schema: &Schema) -> XmlObject {
        let mut whole = schema.xml.clone().unwrap_or_default();
        let mut next = effective_reference(schema).cloned();
        for _ in 0..MAX_CHAIN {
            let target = next.and_then(|reference| self.referenced_schema(&reference));
            let Some((_, target)) = target else {
                break;
            };
            let outer = target.xml.clone().unwrap_or_default();
            whole = XmlObject {
                name: whole.name.or(outer.name),
                namespace: whole.namespace.or(outer.namespace),
                prefix: whole.prefix.or(outer.prefix),
                attribute: whole.attribute || outer.attribute,
                wrapped: whole.wrapped || outer.wrapped,
                text: whole.text || outer.text,
            };
            next = effective_reference(&target).cloned();
        }
        whole
    }

    /// The key of the definition that a schema refers to.
    fn xml_definition(&mut self, schema: &Schema) -> Option<String> {
        let reference = effective_reference(schema)?.clone();
        let (location, _) = self.referenced_schema(&reference)?;
        location.pointer.keys().last()
    }

    /// The schema of the elements of a list, behind references.
    fn xml_items(&mut self, schema: &Schema) -> Option<Schema> {
        let mut current = schema.clone();
        for _ in 0..MAX_CHAIN {
            let reference = match classify(&current) {
                Kind::List(items) => return items.cloned(),
                Kind::Reference(reference) => reference.clone(),
                Kind::Enum
                | Kind::Struct
                | Kind::Map(_)
                | Kind::Choice(_)
                | Kind::Any
                | Kind::SeveralTypes
                | Kind::Plain(_) => return None,
            };
            current = self.referenced_schema(&reference)?.1.as_ref().clone();
        }
        None
    }
}

/// The name that an `xml` object gives, or `fallback`. A prefix may stand in the name itself.
fn named(xml: &XmlObject, fallback: &str) -> XmlName {
    let name = xml.name.as_deref().unwrap_or(fallback);
    let (prefix, local) = match name.split_once(':') {
        Some((prefix, local)) => (Some(prefix.to_owned()), local),
        None => (None, name),
    };
    XmlName {
        local: local.to_owned(),
        prefix: xml.prefix.clone().or(prefix),
        namespace: xml.namespace.clone(),
    }
}
