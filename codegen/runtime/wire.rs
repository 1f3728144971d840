//! Values as text: in paths, queries, headers and forms. JSON is `serde`'s.

use std::borrow::Cow;

use super::error::Failure;

/// A value that can be sent as text.
pub trait Wire {
    /// The text; `None` for a value that is absent, and for one that no text can stand for.
    fn wire(&self) -> Option<Cow<'_, str>>;

    /// Whether the value is absent, so that nothing is sent. A value that is there and has no text is an error.
    fn is_absent(&self) -> bool {
        false
    }

    /// Whether the text must not be logged.
    fn is_secret(&self) -> bool {
        false
    }
}

/// A list of values that can be sent as text.
pub trait WireList {
    /// The elements, or `None` for a list that is absent.
    fn wire_list(&self) -> Option<Vec<&dyn Wire>>;
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

    fn is_absent(&self) -> bool {
        (**self).is_absent()
    }

    fn is_secret(&self) -> bool {
        (**self).is_secret()
    }
}

impl<T: Wire> Wire for Option<T> {
    fn wire(&self) -> Option<Cow<'_, str>> {
        self.as_ref()?.wire()
    }

    fn is_absent(&self) -> bool {
        self.as_ref().is_none_or(Wire::is_absent)
    }

    fn is_secret(&self) -> bool {
        self.as_ref().is_some_and(Wire::is_secret)
    }
}

impl<T: Wire> WireList for [T] {
    fn wire_list(&self) -> Option<Vec<&dyn Wire>> {
        Some(self.iter().map(|element| element as &dyn Wire).collect())
    }
}

impl<T: Wire> WireList for Vec<T> {
    fn wire_list(&self) -> Option<Vec<&dyn Wire>> {
        self.as_slice().wire_list()
    }
}

impl<T: WireList> WireList for Option<T> {
    fn wire_list(&self) -> Option<Vec<&dyn Wire>> {
        self.as_ref()?.wire_list()
    }
}

impl<T: WireList + ?Sized> WireList for &T {
    fn wire_list(&self) -> Option<Vec<&dyn Wire>> {
        (**self).wire_list()
    }
}

impl FromWire for String {
    fn from_wire(text: &str) -> Option<Self> {
        Some(text.to_owned())
    }
}

/// Implements the traits by `Display` and `FromStr`, for values of which some have no text.
macro_rules! wire_as_text {
    ($($ty:ty, $has_text:expr;)+) => {$(
        impl Wire for $ty {
            fn wire(&self) -> Option<Cow<'_, str>> {
                let has_text: fn(Self) -> bool = $has_text;
                has_text(*self).then(|| Cow::Owned(self.to_string()))
            }
        }

        impl FromWire for $ty {
            fn from_wire(text: &str) -> Option<Self> {
                text.parse().ok()
            }
        }
    )+};
}

wire_as_text! {
    bool, |_| true;
    i32, |_| true;
    i64, |_| true;
    f32, f32::is_finite;
    f64, f64::is_finite;
}

/// The text of a value; `None` when it is absent.
pub(super) fn text_of<'v>(
    name: &str,
    value: &'v dyn Wire,
) -> Result<Option<Cow<'v, str>>, Failure> {
    let text = value.wire();
    if text.is_none() && !value.is_absent() {
        return Err(Failure::bad_parameter(name, "cannot be written as text"));
    }
    Ok(text)
}

/// The text of a value that cannot be left out.
pub(super) fn path_text<'v>(name: &str, value: &'v dyn Wire) -> Result<Cow<'v, str>, Failure> {
    text_of(name, value)?.ok_or_else(|| Failure::bad_parameter(name, "is absent"))
}
