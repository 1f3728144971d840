//! Values as text: in paths, queries, headers and forms. JSON is `serde`'s.

use std::borrow::Cow;

/// A value that can be sent as text.
pub trait Wire {
    /// The text, or `None` for a value that is absent.
    fn wire(&self) -> Option<Cow<'_, str>>;
}

/// A list of values that can be sent as text.
pub trait WireList {
    /// The text of each element, or `None` for a list that is absent. Elements that are absent are left out.
    fn wire_list(&self) -> Option<Vec<Cow<'_, str>>>;
}

/// A value that can be read from text: from the headers of a reply.
pub trait FromWire: Sized {
    /// The value, or `None` when the text is none of its type.
    fn from_wire(text: &str) -> Option<Self>;
}

impl Wire for str {
    fn wire(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl Wire for String {
    fn wire(&self) -> Option<Cow<'_, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<T: Wire + ?Sized> Wire for &T {
    fn wire(&self) -> Option<Cow<'_, str>> {
        (**self).wire()
    }
}

impl<T: Wire> Wire for Option<T> {
    fn wire(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.wire()
    }
}

impl<T: Wire> WireList for [T] {
    fn wire_list(&self) -> Option<Vec<Cow<'_, str>>> {
        Some(self.iter().filter_map(Wire::wire).collect())
    }
}

impl<T: Wire> WireList for Vec<T> {
    fn wire_list(&self) -> Option<Vec<Cow<'_, str>>> {
        self.as_slice().wire_list()
    }
}

impl<T: WireList> WireList for Option<T> {
    fn wire_list(&self) -> Option<Vec<Cow<'_, str>>> {
        self.as_ref()?.wire_list()
    }
}

impl<T: WireList + ?Sized> WireList for &T {
    fn wire_list(&self) -> Option<Vec<Cow<'_, str>>> {
        (**self).wire_list()
    }
}

impl FromWire for String {
    fn from_wire(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

/// Implements the traits by `Display` and `FromStr`.
macro_rules! wire_as_text {
    ($($ty:ty),+) => {$(
        impl Wire for $ty {
            fn wire(&self) -> Option<Cow<'_, str>> {
                Some(Cow::Owned(self.to_string()))
            }
        }

        impl FromWire for $ty {
            fn from_wire(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )+};
}

wire_as_text!(bool, i32, i64, f32, f64);
