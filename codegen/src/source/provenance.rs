//! Where the values of the overlaid entry document come from: its own text, or the overlay's.
//!
//! A sparse tree that mirrors the changes of the overlay and nothing else; whatever it does not mention comes from the
//! same pointer of the entry's text.

use super::{DocumentId, Location, Pointer};
use std::collections::BTreeMap;

/// The origins of the values that an overlay made or moved.
#[derive(Clone, Debug, Default)]
pub(crate) struct Provenance {
    root: Origin,
}

#[derive(Clone, Debug, Default)]
struct Origin {
    /// Where the value comes from; `None` when it comes from where its parent comes from.
    location: Option<Location>,
    members: BTreeMap<String, Origin>,
    /// The elements of an array whose elements were added or removed.
    elements: Option<Vec<Origin>>,
}

impl Provenance {
    /// The place in the texts that the value at `location` was read from.
    pub(super) fn origin(&self, location: &Location) -> Location {
        if location.document != DocumentId::ENTRY {
            return location.clone();
        }
        let mut node = Some(&self.root);
        let mut origin = Location::root(DocumentId::ENTRY);
        for key in location.pointer.keys() {
            node = node.and_then(|node| node.child(&key));
            origin = match node.and_then(|node| node.location.as_ref()) {
                Some(moved) => moved.clone(),
                None => origin.key(&key),
            };
        }
        origin
    }

    /// The value at `pointer` was made by the part of the overlay at `origin`.
    pub(crate) fn set(&mut self, pointer: &Pointer, origin: Location) {
        *self.root.descend(pointer) = Origin::made(origin);
    }

    /// The value at `pointer` is no longer there.
    pub(crate) fn forget(&mut self, pointer: &Pointer) {
        *self.root.descend(pointer) = Origin::default();
    }

    /// An element is added to the array at `array`, which has had `length` elements.
    pub(crate) fn push(&mut self, array: &Pointer, length: usize, origin: Location) {
        self.elements(array, length).push(Origin::made(origin));
    }

    /// The element `index` is removed from the array at `array`, which has had `length` elements.
    pub(crate) fn remove(&mut self, array: &Pointer, length: usize, index: usize) {
        let elements = self.elements(array, length);
        if index < elements.len() {
            elements.remove(index);
        }
    }

    fn elements(&mut self, array: &Pointer, length: usize) -> &mut Vec<Origin> {
        let base = self.origin(&Location {
            document: DocumentId::ENTRY,
            pointer: array.clone(),
        });
        let node = self.root.descend(array);
        let members = &mut node.members;
        node.elements.get_or_insert_with(|| {
            let element = |index: usize| {
                let mut element = members.remove(&index.to_string()).unwrap_or_default();
                element.location.get_or_insert_with(|| base.index(index));
                element
            };
            (0..length).map(element).collect()
        })
    }
}

impl Origin {
    fn made(location: Location) -> Self {
        Self {
            location: Some(location),
            ..Self::default()
        }
    }

    fn child(&self, key: &str) -> Option<&Self> {
        match &self.elements {
            Some(elements) => elements.get(key.parse::<usize>().ok()?),
            None => self.members.get(key),
        }
    }

    fn descend(&mut self, pointer: &Pointer) -> &mut Self {
        pointer.keys().fold(self, |node, key| {
            let element = node.elements.as_mut().and_then(|elements| {
                let index = key.parse::<usize>().ok()?;
                elements.get_mut(index)
            });
            match element {
                Some(element) => element,
                None => node.members.entry(key).or_default(),
            }
        })
    }
}
