//! The `use` lines of a file, found by looking which known names its tokens use.
//!
//! Invariant: naming reserves every capitalized name in [`KNOWN`], so an identifier of a file that stands in type position
//! and is in the table (or is a model's name) can mean nothing else; a module is used where `::` follows its name, a
//! function where `(` does. No emitter keeps a list of imports by hand.

use super::order::version_cmp;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt as _, quote};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Where a name can be imported from.
pub(super) struct Importable<'a> {
    /// The modules on the way to it, from `crate` on.
    pub(super) path: Vec<&'a str>,
    /// The name.
    pub(super) name: &'a str,
}

/// The paths of all names that files can import.
pub(super) struct Imports<'a>(BTreeMap<&'a str, Vec<&'a str>>);

impl<'a> Imports<'a> {
    /// The names of the run-time and of packages, and `others`, which documents bring along.
    pub(super) fn new(others: impl Iterator<Item = Importable<'a>>) -> Self {
        let known = KNOWN.iter().map(|(path, name)| (*name, path.to_vec()));
        let others = others.map(|Importable { path, name }| (name, path));
        Self(known.chain(others).collect())
    }

    /// The `use` lines that `items` need; `own` are the names that the file defines.
    pub(super) fn of(&self, items: &TokenStream, own: &[String]) -> UseLines<'a> {
        let mut names = Names {
            importable: &self.0,
            used: BTreeSet::new(),
            defined: BTreeSet::new(),
        };
        names.collect(items, Position::Elsewhere);
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
pub(super) struct UseLines<'a>(Vec<Line<'a>>);

impl<'a> UseLines<'a> {
    /// The names of the run-time among what is imported.
    pub(super) fn of_runtime(&self) -> impl Iterator<Item = &'a str> + '_ {
        let lines = self.0.iter().filter(|line| line.path == RUNTIME);
        lines.flat_map(|line| line.names.iter().copied())
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

/// What the tokens of a group are.
#[derive(Clone, Copy, PartialEq)]
enum Position {
    /// The body of an enum: identifiers directly in it name variants.
    EnumBody,
    /// Anything else.
    Elsewhere,
}

/// The importable names in the tokens of a file.
struct Names<'i, 'a> {
    importable: &'i BTreeMap<&'a str, Vec<&'a str>>,
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

    fn collect(&mut self, tokens: &TokenStream, position: Position) {
        let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
        let mut in_enum_header = false;
        for (index, tree) in trees.iter().enumerate() {
            match tree {
                TokenTree::Ident(ident) => {
                    in_enum_header |= ident == "enum";
                    if position == Position::Elsewhere {
                        self.add(ident, before(&trees, index), after(&trees, index));
                    }
                }
                TokenTree::Group(group) => {
                    let is_enum_body = in_enum_header && group.delimiter() == Delimiter::Brace;
                    in_enum_header &= !is_enum_body;
                    let inner = if is_enum_body {
                        Position::EnumBody
                    } else {
                        Position::Elsewhere
                    };
                    self.collect(&group.stream(), inner);
                }
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
    }

    fn add(&mut self, ident: &Ident, before: &[TokenTree], after: &[TokenTree]) {
        let Some((name, _)) = self.importable.get_key_value(ident.to_string().as_str()) else {
            return;
        };
        if is_definition(before, after) {
            self.defined.insert(name);
        } else if names_item(name, before, after) {
            self.used.insert(name);
        }
    }
}

/// Whether an identifier names a module, a static or a generic parameter that begins here.
fn is_definition(before: &[TokenTree], after: &[TokenTree]) -> bool {
    let is_generic = before.last().is_some_and(|last| is_punct(last, '<')) && is_label(after);
    is_generic || follows_keyword(before, &["mod", "static"])
}

/// Whether an identifier may be the name of an item: not the rest of a path, not a variant's name, not a field's or a
/// method's, not that of an associated type in `Iterator<Item = …>`.
fn names_item(name: &str, before: &[TokenTree], after: &[TokenTree]) -> bool {
    let in_place = !ends_in_path(before)
        && !is_member(before)
        && !follows_keyword(before, &["fn", "type"])
        && !is_associated_type(before, after)
        && !is_label(after);
    in_place
        && match name {
            "security" | "fmt" => begins_path(after),
            "decode_json"
            | "decode_json_nonempty"
            | "decode_xml"
            | "decode_xml_nonempty"
            | "host_template" => is_called(after),
            _ => true,
        }
}

/// Whether one of `keywords` stands last; `'static` is none.
fn follows_keyword(before: &[TokenTree], keywords: &[&str]) -> bool {
    let (Some(TokenTree::Ident(last)), rest) = (before.last(), before.len().saturating_sub(1))
    else {
        return false;
    };
    let is_lifetime = before
        .get(..rest)
        .and_then(<[TokenTree]>::last)
        .is_some_and(|tree| is_punct(tree, '\''));
    !is_lifetime && keywords.iter().any(|keyword| last == keyword)
}

/// Whether a single dot stands last; two are the `..` of a struct expression.
fn is_member(before: &[TokenTree]) -> bool {
    match before {
        [.., first, second] => is_punct(second, '.') && !is_punct(first, '.'),
        [only] => is_punct(only, '.'),
        [] => false,
    }
}

/// Whether `::` follows.
fn begins_path(after: &[TokenTree]) -> bool {
    matches!(after, [first, second, ..] if is_punct(first, ':') && is_punct(second, ':'))
}

/// Whether arguments follow.
fn is_called(after: &[TokenTree]) -> bool {
    matches!(after.first(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis)
}

/// Whether a single colon follows: what stands before it is a field or a parameter.
fn is_label(after: &[TokenTree]) -> bool {
    match after {
        [first, second, ..] => is_punct(first, ':') && !is_punct(second, ':'),
        [_] | [] => false,
    }
}

/// Whether the last two tokens are `::`.
fn ends_in_path(before: &[TokenTree]) -> bool {
    matches!(before, [.., first, second] if is_punct(first, ':') && is_punct(second, ':'))
}

/// Whether an identifier is the `Item` of `Iterator<Item = …>`.
fn is_associated_type(before: &[TokenTree], after: &[TokenTree]) -> bool {
    before.last().is_some_and(|last| is_punct(last, '<'))
        && after.first().is_some_and(|next| is_punct(next, '='))
}

fn before(trees: &[TokenTree], index: usize) -> &[TokenTree] {
    trees.get(..index).unwrap_or_default()
}

fn after(trees: &[TokenTree], index: usize) -> &[TokenTree] {
    trees.get(index + 1..).unwrap_or_default()
}

fn is_punct(tree: &TokenTree, expected: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == expected)
}

#[cfg(test)]
mod tests;
