//! The `use` lines of a file, found by looking which known names its code uses.
//!
//! Invariant: naming reserves every capitalized name in [`KNOWN`], so an identifier of a file that stands in type position
//! and is in the table (or is a model's name) can mean nothing else; a module is used where `::` follows its name, a
//! function where `(` does. No emitter keeps a list of imports by hand.
//!
//! They are found in the text: to walk through tokens is to copy each of them.

mod words;

use super::order::version_cmp;
use crate::format;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt as _, quote};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use words::Word;

/// Where a name can be imported from.
pub(super) struct Importable<'a> {
    /// The modules on the way to it, from `crate` on.
    pub(super) path: Vec<&'a str>,
    /// The name.
    pub(super) name: &'a str,
}

/// The paths of all names that files can import.
pub(super) struct Imports<'a>(HashMap<&'a str, Vec<&'a str>>);

impl<'a> Imports<'a> {
    /// The names of the run-time and of packages, and `others`, which documents bring along.
    pub(super) fn new(others: impl Iterator<Item = Importable<'a>>) -> Self {
        let known = KNOWN.iter().map(|(path, name)| (*name, path.to_vec()));
        let others = others.map(|Importable { path, name }| (name, path));
        Self(known.chain(others).collect())
    }

    /// The `use` lines that `code` needs, which is laid out; `own` are the names that the file defines.
    pub(super) fn of(&self, code: &str, own: &[String]) -> UseLines<'a> {
        let mut names = Names {
            importable: &self.0,
            used: BTreeSet::new(),
            defined: BTreeSet::new(),
        };
        words::each(code, |word| names.collect(word));
        let mut by_path: BTreeMap<&[&str], Vec<&str>> = BTreeMap::new();
        for (name, path) in names.foreign() {
            if !own.iter().any(|own| own == name) {
                by_path.entry(path).or_default().push(name);
            }
        }
        let mut lines: Vec<Line<'a>> = by_path
            .into_iter()
            .map(|(path, names)| Line::new(path.to_vec(), names))
            .collect();
        lines.sort_by(Line::compare);
        UseLines(lines)
    }
}

/// The `use` lines of a file, in rustfmt's order.
#[derive(Default)]
pub struct UseLines<'a>(Vec<Line<'a>>);

impl<'a> UseLines<'a> {
    /// The names of the run-time among what is imported.
    pub fn of_runtime(&self) -> impl Iterator<Item = &'a str> + '_ {
        let lines = self.0.iter().filter(|line| line.path == RUNTIME);
        lines.flat_map(|line| line.names.iter().copied())
    }
}

impl fmt::Display for UseLines<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lines = self.0.iter();
        lines.try_for_each(|line| {
            writeln!(formatter, "{}", format::use_line(&line.path, &line.names))
        })
    }
}

impl ToTokens for UseLines<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append_all(&self.0);
    }
}

/// A `use` line.
struct Line<'a> {
    path: Vec<&'a str>,
    names: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn new(path: Vec<&'a str>, mut names: Vec<&'a str>) -> Self {
        names.sort_by(|left, right| version_cmp(left, right));
        Self { path, names }
    }

    /// As rustfmt sorts them: `crate` first, then segment by segment, a list of names behind any single name.
    fn compare(&self, other: &Self) -> Ordering {
        let by_segment = self
            .segments()
            .zip(other.segments())
            .map(|(left, right)| version_cmp(left, right))
            .find(|ordering| *ordering != Ordering::Equal);
        // What is a prefix of the other ends in a list.
        let by_length = other.segments().count().cmp(&self.segments().count());
        let by_origin = self.is_foreign().cmp(&other.is_foreign());
        by_origin.then(by_segment.unwrap_or(by_length))
    }

    fn is_foreign(&self) -> bool {
        self.path.first() != Some(&"crate")
    }

    /// The path, and the name where it is the only one.
    fn segments(&self) -> impl Iterator<Item = &'a str> + '_ {
        let only = match self.names.as_slice() {
            [name] => Some(*name),
            _ => None,
        };
        self.path.iter().copied().chain(only)
    }
}

impl ToTokens for Line<'_> {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let path = self.path.iter().map(|segment| ident(segment));
        let names: Vec<TokenStream> = self.names.iter().map(|name| ident(name)).collect();
        tokens.extend(match names.as_slice() {
            [name] => quote! { use #(#path::)* #name; },
            names => quote! { use #(#path::)* {#(#names),*}; },
        });
    }
}

fn ident(text: &str) -> TokenStream {
    let name = Ident::new(text, Span::call_site());
    quote! { #name }
}

const GENERATED: &[&str] = &["crate", "generated"];
const RUNTIME: &[&str] = &["crate", "generated", "runtime"];

/// What generated code uses by its short name, and the module that exports it.
const KNOWN: &[(&[&str], &str)] = &[
    (GENERATED, "ByteStream"),
    (GENERATED, "Client"),
    (GENERATED, "Error"),
    (GENERATED, "Result"),
    (GENERATED, "ServiceError"),
    (GENERATED, "security"),
    (RUNTIME, "Base64"),
    (RUNTIME, "Base64Url"),
    (RUNTIME, "Body"),
    (RUNTIME, "Bound"),
    (RUNTIME, "ClientOptions"),
    (RUNTIME, "Collection"),
    (RUNTIME, "Core"),
    (RUNTIME, "Credential"),
    (RUNTIME, "Date"),
    (RUNTIME, "DateTime"),
    (RUNTIME, "FilePart"),
    (RUNTIME, "FinalState"),
    (RUNTIME, "FromHeaders"),
    (RUNTIME, "FromWire"),
    (RUNTIME, "FromXml"),
    (RUNTIME, "HeaderError"),
    (RUNTIME, "HostPart"),
    (RUNTIME, "HttpDate"),
    (RUNTIME, "Items"),
    (RUNTIME, "Json"),
    (RUNTIME, "Multipart"),
    (RUNTIME, "ObjectStyle"),
    (RUNTIME, "Operation"),
    (RUNTIME, "Pages"),
    (RUNTIME, "Patch"),
    (RUNTIME, "Payload"),
    (RUNTIME, "PayloadTypes"),
    (RUNTIME, "Poller"),
    (RUNTIME, "Polling"),
    (RUNTIME, "ReadError"),
    (RUNTIME, "Redirects"),
    (RUNTIME, "ReplyHeaders"),
    (RUNTIME, "Request"),
    (RUNTIME, "Response"),
    (RUNTIME, "SchemeUse"),
    (RUNTIME, "Secret"),
    (RUNTIME, "SecurityScheme"),
    (RUNTIME, "SecuritySchemeKind"),
    (RUNTIME, "TaggedObject"),
    (RUNTIME, "ToXml"),
    (RUNTIME, "UnixTime"),
    (RUNTIME, "Wire"),
    (RUNTIME, "WithoutQuery"),
    (RUNTIME, "XmlElement"),
    (RUNTIME, "XmlError"),
    (RUNTIME, "XmlName"),
    (RUNTIME, "decode_json"),
    (RUNTIME, "decode_json_nonempty"),
    (RUNTIME, "decode_xml"),
    (RUNTIME, "decode_xml_nonempty"),
    (RUNTIME, "host_template"),
    (&["http"], "Method"),
    (&["serde"], "Deserialize"),
    (&["serde"], "Deserializer"),
    (&["serde"], "Serialize"),
    (&["serde"], "Serializer"),
    (&["serde_json"], "Value"),
    (&["std", "borrow"], "Cow"),
    (&["std", "collections"], "BTreeMap"),
    (&["std", "convert"], "Infallible"),
    (&["std"], "fmt"),
    (&["std", "str"], "FromStr"),
    (&["std", "sync"], "Arc"),
];

/// The importable names in the code of a file.
struct Names<'i, 'a> {
    importable: &'i HashMap<&'a str, Vec<&'a str>>,
    /// What may name an item from elsewhere.
    used: BTreeSet<&'a str>,
    /// What names a module, a static or a generic parameter of the file itself.
    defined: BTreeSet<&'a str>,
}

impl<'i, 'a> Names<'i, 'a> {
    /// What names an item from elsewhere, and the path to it.
    fn foreign(&self) -> impl Iterator<Item = (&'a str, &'i [&'a str])> + '_ {
        let foreign = self.used.difference(&self.defined);
        foreign.filter_map(|name| Some((*name, self.importable.get(name)?.as_slice())))
    }

    fn collect(&mut self, word: Word<'_>) {
        let is_definition = word.is_definition();
        // To look up each word would take longer.
        let may_be_known = word.is_capitalized() || word.begins_path() || word.is_called();
        if !(may_be_known || is_definition) {
            return;
        }
        let Some((name, _)) = self.importable.get_key_value(word.text) else {
            return;
        };
        if is_definition {
            self.defined.insert(name);
        } else if names_item(word) {
            self.used.insert(name);
        }
    }
}

/// Whether a word may be the name of an item; that of a module or a function in the table only where it is used as one.
fn names_item(word: Word<'_>) -> bool {
    word.is_item()
        && match word.text {
            "security" | "fmt" => word.begins_path(),
            "decode_json"
            | "decode_json_nonempty"
            | "decode_xml"
            | "decode_xml_nonempty"
            | "host_template" => word.is_called(),
            _ => true,
        }
}

#[cfg(test)]
mod tests;
