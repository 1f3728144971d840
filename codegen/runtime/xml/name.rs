//! Names of elements and attributes.

use std::borrow::Cow;

/// The namespace of `xsi:nil`, by which XML says null.
pub(super) const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";

/// The name of an element or an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct XmlName {
    pub(super) local: Cow<'static, str>,
    /// What is written before the colon; reading ignores it.
    pub(super) prefix: Cow<'static, str>,
    /// `None`: that of the surroundings when written, any when read.
    pub(super) namespace: Option<Cow<'static, str>>,
}

impl XmlName {
    /// The name of an element that may have any name: the root of a reply to which the document gives none.
    pub const ANY: Self = Self::new("");

    /// A name without a prefix.
    pub const fn new(local: &'static str) -> Self {
        Self {
            local: Cow::Borrowed(local),
            prefix: Cow::Borrowed(""),
            namespace: None,
        }
    }

    /// The name in a namespace.
    #[must_use]
    pub fn namespace(self, namespace: &'static str) -> Self {
        Self {
            namespace: Some(Cow::Borrowed(namespace)),
            ..self
        }
    }

    /// The name with a prefix.
    #[must_use]
    pub fn prefix(self, prefix: &'static str) -> Self {
        Self {
            prefix: Cow::Borrowed(prefix),
            ..self
        }
    }

    pub(super) fn of_key(key: &str) -> Self {
        Self {
            local: Cow::Owned(key.to_owned()),
            ..Self::ANY
        }
    }

    /// Whether an element of the name `found` is the one that is looked for.
    pub(super) fn is_element(&self, found: &Self) -> bool {
        let any = self.local.is_empty();
        any || (self.local == found.local
            && (self.namespace.is_none() || self.namespace == found.namespace))
    }

    /// Whether an attribute of the name `found` is the one that is looked for. One without a prefix is in no namespace,
    /// whatever that of its element is.
    pub(super) fn is_attribute(&self, found: &Self) -> bool {
        found.namespace.is_none() && self.local == found.local || self.is_element(found)
    }

    /// Whether it can be written.
    pub(super) fn is_writable(&self) -> bool {
        is_name(&self.local) && (self.prefix.is_empty() || is_name(&self.prefix))
    }
}

impl From<&'static str> for XmlName {
    fn from(local: &'static str) -> Self {
        Self::new(local)
    }
}

/// The first and the last character of each range that a name may begin with (XML 1.0, section 2.3), without the colon.
const NAME_START: &[(char, char)] = &[
    ('A', 'Z'),
    ('_', '_'),
    ('a', 'z'),
    ('\u{C0}', '\u{D6}'),
    ('\u{D8}', '\u{F6}'),
    ('\u{F8}', '\u{2FF}'),
    ('\u{370}', '\u{37D}'),
    ('\u{37F}', '\u{1FFF}'),
    ('\u{200C}', '\u{200D}'),
    ('\u{2070}', '\u{218F}'),
    ('\u{2C00}', '\u{2FEF}'),
    ('\u{3001}', '\u{D7FF}'),
    ('\u{F900}', '\u{FDCF}'),
    ('\u{FDF0}', '\u{FFFD}'),
    ('\u{10000}', '\u{EFFFF}'),
];

/// Those that may come later besides.
const NAME_REST: &[(char, char)] = &[
    ('-', '.'),
    ('0', '9'),
    ('\u{B7}', '\u{B7}'),
    ('\u{300}', '\u{36F}'),
    ('\u{203F}', '\u{2040}'),
];

fn is_name(text: &str) -> bool {
    let within = |ranges: &[(char, char)], c: char| {
        ranges
            .iter()
            .any(|&(first, last)| (first..=last).contains(&c))
    };
    text.starts_with(|c| within(NAME_START, c))
        && text
            .chars()
            .all(|c| within(NAME_START, c) || within(NAME_REST, c))
}

#[cfg(test)]
mod tests {
    use super::XmlName;

    #[test]
    fn a_name_cannot_become_markup() {
        for name in [
            "", "a b", "a>", "a/", "1a", "-a", "a:b", "a=\"\"", "<a", "a\0",
        ] {
            assert!(!XmlName::of_key(name).is_writable(), "{name:?}");
        }
        for name in ["a", "_a", "Last-Modified", "x.y", "größe", "日本", "a1"] {
            assert!(XmlName::of_key(name).is_writable(), "{name:?}");
        }
    }
}
