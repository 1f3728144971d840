//! Elements as text. Invariant: values are escaped, and what XML has no way to say is refused, not left out.

use super::element::XmlElement;
use super::error::XmlError;
use super::name::XmlName;

const DECLARATION: &str = r#"<?xml version="1.0" encoding="utf-8"?>"#;

/// The text of a document with this root.
pub(super) fn write(root: &XmlElement) -> Result<String, XmlError> {
    let mut writer = Writer {
        out: DECLARATION.to_owned(),
        bindings: Vec::new(),
    };
    writer.element(root)?;
    Ok(writer.out)
}

struct Writer<'a> {
    out: String,
    /// The namespaces of prefixes, inner ones last.
    bindings: Vec<(&'a str, &'a str)>,
}

impl<'a> Writer<'a> {
    fn element(&mut self, element: &'a XmlElement) -> Result<(), XmlError> {
        let outer = self.bindings.len();
        let written = self.open(element).and_then(|()| self.content(element));
        self.bindings.truncate(outer);
        written.map_err(|error| error.within(&element.name.local))
    }

    fn open(&mut self, element: &'a XmlElement) -> Result<(), XmlError> {
        if let Some(fault) = element.fault {
            return Err(XmlError::new(fault));
        }
        self.out.push('<');
        self.name(&element.name)?;
        self.declare(&element.name)?;
        for (name, value) in &element.attributes {
            // Without a prefix it is in no namespace.
            if !name.prefix.is_empty() {
                self.declare(name)?;
            }
            self.out.push(' ');
            self.name(name)?;
            self.out.push_str("=\"");
            self.escaped(value, Place::Attribute)?;
            self.out.push('"');
        }
        Ok(())
    }

    fn content(&mut self, element: &'a XmlElement) -> Result<(), XmlError> {
        if element.text.is_empty() && element.children.is_empty() {
            self.out.push_str("/>");
            return Ok(());
        }
        self.out.push('>');
        self.escaped(&element.text, Place::Text)?;
        for child in &element.children {
            self.element(child)?;
        }
        self.out.push_str("</");
        self.name(&element.name)?;
        self.out.push('>');
        Ok(())
    }

    fn name(&mut self, name: &XmlName) -> Result<(), XmlError> {
        if !name.is_writable() {
            return Err(XmlError::new("this is no name of an element"));
        }
        if !name.prefix.is_empty() {
            self.out.push_str(&name.prefix);
            self.out.push(':');
        }
        self.out.push_str(&name.local);
        Ok(())
    }

    /// Binds the prefix of a name to its namespace, unless it is so already.
    fn declare(&mut self, name: &'a XmlName) -> Result<(), XmlError> {
        let Some(namespace) = &name.namespace else {
            return Ok(());
        };
        let prefix = &*name.prefix;
        // The only one that every document has.
        if prefix == "xml" {
            return Ok(());
        }
        let mut inner_first = self.bindings.iter().rev();
        let bound = inner_first.find(|(known, _)| *known == prefix);
        if bound.is_some_and(|(_, bound)| bound == namespace) {
            return Ok(());
        }
        self.bindings.push((prefix, namespace));
        self.out.push_str(" xmlns");
        if !prefix.is_empty() {
            self.out.push(':');
            self.out.push_str(prefix);
        }
        self.out.push_str("=\"");
        self.escaped(namespace, Place::Attribute)?;
        self.out.push('"');
        Ok(())
    }

    fn escaped(&mut self, text: &str, place: Place) -> Result<(), XmlError> {
        for c in text.chars() {
            match (c, place) {
                ('&', _) => self.out.push_str("&amp;"),
                ('<', _) => self.out.push_str("&lt;"),
                ('>', _) => self.out.push_str("&gt;"),
                // A reader makes other line ends and, in attributes, white space of these.
                ('\r', _) => self.out.push_str("&#13;"),
                ('"', Place::Attribute) => self.out.push_str("&quot;"),
                ('\n', Place::Attribute) => self.out.push_str("&#10;"),
                ('\t', Place::Attribute) => self.out.push_str("&#9;"),
                _ if is_character(c) => self.out.push(c),
                _ => return Err(XmlError::new("it has a character that XML cannot write")),
            }
        }
        Ok(())
    }
}

/// Where a value stands.
#[derive(Clone, Copy)]
enum Place {
    Attribute,
    Text,
}

/// Whether XML 1.0 (section 2.2) has this character.
pub(super) fn is_character(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{FFFD}' | '\u{10000}'..)
}
