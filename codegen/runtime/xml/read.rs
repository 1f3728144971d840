//! Text to elements.

use std::borrow::Cow;

use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesDecl, BytesRef, BytesStart, Event};
use quick_xml::name::{NamespaceResolver, QName, ResolveResult};
use quick_xml::{NsReader, XmlVersion};

use super::super::json::without_bom;
use super::element::XmlElement;
use super::error::XmlError;
use super::name::XmlName;
use super::write::is_character;

/// How many elements may stand one in another.
const MAX_DEPTH: usize = 128;

/// How many attributes an element may have.
const MAX_ATTRIBUTES: usize = 128;

/// How many prefixes may be bound around an element, since they are looked through for each name.
const MAX_BINDINGS: usize = 256;

/// The root of a document.
pub(super) fn read(text: &[u8]) -> Result<XmlElement, XmlError> {
    let text = std::str::from_utf8(without_bom(text))
        .map_err(|_| XmlError::new("it is not written in UTF-8"))?;
    let mut reader = NsReader::from_str(text);
    let mut tree = Tree::default();
    loop {
        let Ok(event) = reader.read_event() else {
            let place = reader.error_position();
            return Err(malformed(&format!(", as byte {place} shows")));
        };
        match event {
            Event::Start(tag) => tree.open(&tag, reader.resolver())?,
            Event::Empty(tag) => {
                tree.open(&tag, reader.resolver())?;
                tree.close();
            }
            Event::End(_) => tree.close(),
            Event::Text(text) => tree.text(&text.xml10_content().map_err(|_| malformed(""))?)?,
            Event::CData(text) => tree.text(&text.xml10_content().map_err(|_| malformed(""))?)?,
            Event::GeneralRef(reference) => tree.text(&referenced(&reference)?)?,
            Event::Decl(declaration) => check_encoding(&declaration)?,
            Event::DocType(_) => return Err(XmlError::new("it has a document type")),
            Event::Comment(_) | Event::PI(_) => {}
            Event::Eof => return tree.finish(),
        }
    }
}

fn malformed(place: &str) -> XmlError {
    XmlError::new(format!("it is no well-formed XML{place}"))
}

/// What has been read so far.
#[derive(Default)]
struct Tree {
    /// The elements that are not closed yet, inner ones last.
    open: Vec<XmlElement>,
    /// How many prefixes are bound within each of them.
    bindings: Vec<usize>,
    root: Option<XmlElement>,
}

impl Tree {
    fn open(&mut self, tag: &BytesStart<'_>, names: &NamespaceResolver) -> Result<(), XmlError> {
        if self.root.is_some() {
            return Err(malformed(": it has two roots"));
        }
        if self.open.len() >= MAX_DEPTH {
            return Err(XmlError::new(format!(
                "its elements are nested deeper than {MAX_DEPTH}"
            )));
        }
        let outer = self.bindings.last().copied().unwrap_or_default();
        let mut attributes = tag.attributes();
        let own = attributes.with_checks(false).flatten();
        let own = own.filter(|attribute| attribute.key.as_namespace_binding().is_some());
        let bindings = outer + own.count();
        if bindings > MAX_BINDINGS {
            return Err(XmlError::new("it binds too many prefixes"));
        }
        self.open.push(element(tag, names)?);
        self.bindings.push(bindings);
        Ok(())
    }

    fn close(&mut self) {
        self.bindings.pop();
        if let Some(closed) = self.open.pop() {
            match self.open.last_mut() {
                Some(parent) => parent.children.push(closed),
                None => self.root = Some(closed),
            }
        }
    }

    fn text(&mut self, text: &str) -> Result<(), XmlError> {
        match self.open.last_mut() {
            Some(element) => element.text.push_str(text),
            None if text.trim().is_empty() => {}
            None => return Err(malformed(": it has text outside its root")),
        }
        Ok(())
    }

    fn finish(self) -> Result<XmlElement, XmlError> {
        match self.root {
            Some(root) if self.open.is_empty() => Ok(root),
            Some(_) | None => Err(malformed(": it ends before its end")),
        }
    }
}

fn element(tag: &BytesStart<'_>, names: &NamespaceResolver) -> Result<XmlElement, XmlError> {
    let (namespace, _) = names.resolve_element(tag.name());
    let mut element = XmlElement::new(name(tag.name(), &namespace)?);
    for attribute in tag.attributes() {
        let attribute = attribute.map_err(|_| malformed(": an attribute is malformed"))?;
        if element.attributes.len() >= MAX_ATTRIBUTES {
            return Err(XmlError::new("an element has too many attributes"));
        }
        if attribute.key.as_namespace_binding().is_some() {
            continue;
        }
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|_| malformed(": an attribute is malformed"))?;
        let (namespace, _) = names.resolve_attribute(attribute.key);
        let name = name(attribute.key, &namespace)?;
        element.attributes.push((name, value.into_owned()));
    }
    Ok(element)
}

fn name(qualified: QName<'_>, namespace: &ResolveResult<'_>) -> Result<XmlName, XmlError> {
    let text = |bytes: &[u8]| match std::str::from_utf8(bytes) {
        Ok(text) => Ok(Cow::Owned(text.to_owned())),
        Err(_) => Err(malformed("")),
    };
    Ok(XmlName {
        local: text(qualified.local_name().into_inner())?,
        prefix: Cow::Borrowed(""),
        namespace: match namespace {
            ResolveResult::Bound(namespace) => Some(text(namespace.into_inner())?),
            ResolveResult::Unbound => None,
            ResolveResult::Unknown(_) => return Err(malformed(": a prefix has no namespace")),
        },
    })
}

/// What a reference stands for: a character, or one of the five entities that every document has.
fn referenced(reference: &BytesRef<'_>) -> Result<String, XmlError> {
    match reference.resolve_char_ref() {
        Ok(Some(c)) if is_character(c) => return Ok(c.to_string()),
        Ok(None) => {}
        Ok(Some(_)) | Err(_) => return Err(malformed(": a character reference is none")),
    }
    let entity = reference.decode().map_err(|_| malformed(""))?;
    match resolve_predefined_entity(&entity) {
        Some(text) => Ok(text.to_owned()),
        None => Err(XmlError::new("it has an entity of its own")),
    }
}

fn check_encoding(declaration: &BytesDecl<'_>) -> Result<(), XmlError> {
    let known = match declaration.encoding() {
        None => true,
        Some(Ok(name)) => {
            name.eq_ignore_ascii_case(b"utf-8") || name.eq_ignore_ascii_case(b"us-ascii")
        }
        Some(Err(_)) => false,
    };
    if known {
        Ok(())
    } else {
        Err(XmlError::new("it is not written in UTF-8"))
    }
}
