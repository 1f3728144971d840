//! Lists, whose elements are elements of their own: there, absent, or null.

use super::super::patch::Patch;
use super::value::{FromXml, ToXml};

/// A list of values that are written as elements.
pub trait ToXmlList {
    /// The values, or `None` for a list that is absent.
    fn xml_items(&self) -> Option<Vec<&dyn ToXml>>;
}

/// A list of values that are read from elements.
pub trait FromXmlList: Sized {
    /// One of the values.
    type Item: FromXml;

    /// The list, of which `None` is there where its element is missing; `None` when it must not be.
    fn from_items(items: Option<Vec<Self::Item>>) -> Option<Self>;
}

impl<T: ToXml> ToXmlList for Vec<T> {
    fn xml_items(&self) -> Option<Vec<&dyn ToXml>> {
        Some(self.iter().map(|item| item as &dyn ToXml).collect())
    }
}

impl<T: ToXml> ToXmlList for Option<Vec<T>> {
    fn xml_items(&self) -> Option<Vec<&dyn ToXml>> {
        self.as_ref()?.xml_items()
    }
}

impl<T: ToXml> ToXmlList for Patch<Vec<T>> {
    fn xml_items(&self) -> Option<Vec<&dyn ToXml>> {
        self.value()?.xml_items()
    }
}

impl<T: FromXml> FromXmlList for Vec<T> {
    type Item = T;

    fn from_items(items: Option<Vec<T>>) -> Option<Self> {
        items
    }
}

impl<T: FromXml> FromXmlList for Option<Vec<T>> {
    type Item = T;

    fn from_items(items: Option<Vec<T>>) -> Option<Self> {
        Some(items)
    }
}

impl<T: FromXml> FromXmlList for Patch<Vec<T>> {
    type Item = T;

    fn from_items(items: Option<Vec<T>>) -> Option<Self> {
        Some(items.map_or(Self::Absent, Self::Value))
    }
}
