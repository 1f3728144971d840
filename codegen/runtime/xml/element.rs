//! An element: its attributes, its text and its children, to be filled and to be taken apart.
//!
//! What is taken is gone, so that what is left can be looked through for properties that the document does not name.

use super::super::wire::{FromWire, Wire};
use super::error::XmlError;
use super::list::{FromXmlList, ToXmlList};
use super::name::{SCHEMA_INSTANCE, XmlName};
use super::value::{FromXml, ToXml};

/// An element and all that is in it.
#[derive(Debug)]
pub struct XmlElement {
    pub(super) name: XmlName,
    pub(super) attributes: Vec<(XmlName, String)>,
    pub(super) text: String,
    pub(super) children: Vec<XmlElement>,
    /// Why it cannot be written.
    pub(super) fault: Option<&'static str>,
}

impl XmlElement {
    pub(super) fn new(name: XmlName) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            text: String::new(),
            children: Vec::new(),
            fault: None,
        }
    }

    pub(super) fn of(name: XmlName, value: &dyn ToXml) -> Self {
        let mut element = Self::new(name);
        value.to_xml(&mut element);
        element
    }

    /// Adds an attribute; nothing when the value is absent.
    pub fn attribute(&mut self, name: impl Into<XmlName>, value: &dyn ToXml) {
        if !value.is_absent() {
            let Self { text, fault, .. } = Self::of(XmlName::ANY, value);
            self.attributes.push((name.into(), text));
            self.fault = self.fault.or(fault);
        }
    }

    /// Adds the text; nothing when the value is absent.
    pub fn text(&mut self, value: &dyn ToXml) {
        if !value.is_absent() {
            value.to_xml(self);
        }
    }

    /// Writes a value that is a text.
    pub fn write(&mut self, value: &dyn Wire) {
        match value.wire() {
            Some(text) => self.text.push_str(&text),
            None if value.is_absent() => {}
            None => self.fault = Some("it has a value that cannot be written as text"),
        }
    }

    /// Adds an element; nothing when the value is absent.
    pub fn child(&mut self, name: impl Into<XmlName>, value: &dyn ToXml) {
        if !value.is_absent() {
            self.nullable_child(name, value);
        }
    }

    /// Adds an element, one that says so when the value is absent.
    pub fn nullable_child(&mut self, name: impl Into<XmlName>, value: &dyn ToXml) {
        self.children.push(Self::of(name.into(), value));
    }

    /// Adds an element for each value.
    pub fn items(&mut self, name: impl Into<XmlName>, values: &dyn ToXmlList) {
        let name = name.into();
        for value in values.xml_items().unwrap_or_default() {
            self.nullable_child(name.clone(), value);
        }
    }

    /// Adds an element with an element for each value in it; nothing when the list is absent.
    pub fn list(
        &mut self,
        name: impl Into<XmlName>,
        item: impl Into<XmlName>,
        values: &dyn ToXmlList,
    ) {
        if values.xml_items().is_some() {
            let mut list = Self::new(name.into());
            list.items(item, values);
            self.children.push(list);
        }
    }

    /// Takes an attribute.
    ///
    /// # Errors
    ///
    /// It is not of its type, or is missing and must not be.
    pub fn take_attribute<T: FromXml>(&mut self, name: impl Into<XmlName>) -> Result<T, XmlError> {
        let name = name.into();
        let place = || format!("@{}", name.local);
        let mut names = self.attributes.iter().map(|(name, _)| name);
        match names.position(|found| name.is_attribute(found)) {
            Some(index) => {
                let mut element = Self::new(XmlName::ANY);
                element.text = self.attributes.swap_remove(index).1;
                T::from_xml(&mut element)
            }
            None => T::absent().ok_or_else(missing),
        }
        .map_err(|error| error.within(&place()))
    }

    /// Takes the text. An empty one is absent where it may be.
    ///
    /// # Errors
    ///
    /// It is not of its type.
    pub fn take_text<T: FromXml>(&mut self) -> Result<T, XmlError> {
        let mut element = Self::new(XmlName::ANY);
        std::mem::swap(&mut element.text, &mut self.text);
        match T::absent().filter(|_| element.text.is_empty()) {
            Some(absent) => Ok(absent),
            None => T::from_xml(&mut element),
        }
    }

    /// Takes the only element of this name.
    ///
    /// # Errors
    ///
    /// It is not of its type, is missing and must not be, or stands more than once.
    pub fn take_child<T: FromXml>(&mut self, name: impl Into<XmlName>) -> Result<T, XmlError> {
        let name = name.into();
        let value = match self.take_only(&name) {
            Ok(Some(mut child)) => T::from_xml(&mut child),
            Ok(None) => T::absent().ok_or_else(missing),
            Err(error) => Err(error),
        };
        value.map_err(|error| error.within(&name.local))
    }

    /// Takes all elements of this name as a list.
    ///
    /// # Errors
    ///
    /// One is not of its type.
    pub fn take_items<L: FromXmlList>(&mut self, name: impl Into<XmlName>) -> Result<L, XmlError> {
        let items = self.take_all(&name.into())?;
        let found = Some(items).filter(|items| !items.is_empty());
        L::from_items(found)
            .or_else(|| L::from_items(Some(Vec::new())))
            .ok_or_else(missing)
    }

    /// Takes the list in the element of this name.
    ///
    /// # Errors
    ///
    /// It is missing and must not be, stands more than once, or one in it is not of its type.
    pub fn take_list<L: FromXmlList>(
        &mut self,
        name: impl Into<XmlName>,
        item: impl Into<XmlName>,
    ) -> Result<L, XmlError> {
        let name = name.into();
        let items = match self.take_only(&name) {
            Ok(Some(list)) if list.is_nil() => Ok(None),
            Ok(Some(mut list)) => list.take_all(&item.into()).map(Some),
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        };
        items
            .and_then(|items| L::from_items(items).ok_or_else(missing))
            .map_err(|error| error.within(&name.local))
    }

    fn take_only(&mut self, name: &XmlName) -> Result<Option<Self>, XmlError> {
        let is_it = |child: &Self| name.is_element(&child.name);
        let Some(index) = self.children.iter().position(is_it) else {
            return Ok(None);
        };
        let child = self.children.remove(index);
        if self.children.iter().any(is_it) {
            return Err(XmlError::new("it stands more than once"));
        }
        Ok(Some(child))
    }

    fn take_all<T: FromXml>(&mut self, name: &XmlName) -> Result<Vec<T>, XmlError> {
        let children = std::mem::take(&mut self.children);
        let (taken, left) = children
            .into_iter()
            .partition(|child| name.is_element(&child.name));
        self.children = left;
        let taken: Vec<Self> = taken;
        let items = taken.into_iter().enumerate().map(|(index, mut child)| {
            let place = format!("{}[{}]", child.name.local, index + 1);
            T::from_xml(&mut child).map_err(|error| error.within(&place))
        });
        items.collect()
    }

    /// Reads the text as a value.
    ///
    /// # Errors
    ///
    /// It is not of its type, or there are elements.
    pub fn parse<T: FromWire>(&self) -> Result<T, XmlError> {
        if !self.children.is_empty() {
            return Err(XmlError::new("it has elements where a text is expected"));
        }
        T::from_wire(&self.text)
            .or_else(|| T::from_wire(self.text.trim()))
            .ok_or_else(XmlError::wrong_text)
    }

    /// Whether nothing is in it.
    pub(super) fn is_blank(&self) -> bool {
        self.children.is_empty() && self.attributes.is_empty() && self.text.trim().is_empty()
    }

    /// Whether it says that it is null: `xsi:nil="true"`.
    pub(super) fn is_nil(&self) -> bool {
        self.attributes.iter().any(|(name, value)| {
            name.local == "nil"
                && name.namespace.as_deref() == Some(SCHEMA_INSTANCE)
                && matches!(value.trim(), "true" | "1")
        })
    }

    pub(super) fn set_nil(&mut self) {
        let name = XmlName::new("nil").namespace(SCHEMA_INSTANCE).prefix("xsi");
        self.attributes.push((name, "true".to_owned()));
    }
}

fn missing() -> XmlError {
    XmlError::new("it is missing")
}
