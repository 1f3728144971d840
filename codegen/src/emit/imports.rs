//! The `use` lines of a file, found by looking which known names its tokens use.
//!
//! Invariant: naming reserves every name in [`KNOWN`], so an identifier of a file that stands in type position and is
//! in the table (or is a model's name) can mean nothing else. No emitter keeps a list of imports by hand.

use super::order::version_cmp;
use proc_macro2::{Delimiter, Ident, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
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
    pub(super) fn of(&self, items: &TokenStream, own: &[String]) -> TokenStream {
        let mut used = BTreeSet::new();
        collect_used(items, Position::Elsewhere, &mut used);
        let mut by_path: BTreeMap<&[&str], Vec<&str>> = BTreeMap::new();
        for name in used.iter().filter(|name| !own.contains(name)) {
            if let Some((name, path)) = self.0.get_key_value(name.as_str()) {
                by_path.entry(path).or_default().push(name);
            }
        }
        let mut lines: Vec<Line<'_>> = by_path
            .into_iter()
            .map(|(path, names)| Line::new(path, names))
            .collect();
        lines.sort_by(Line::compare);
        quote! { #(#lines)* }
    }
}

/// A `use` line.
struct Line<'a> {
    path: &'a [&'a str],
    names: Vec<&'a str>,
}

impl<'a> Line<'a> {
    fn new(path: &'a [&'a str], mut names: Vec<&'a str>) -> Self {
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
    (RUNTIME, "ClientOptions"),
    (RUNTIME, "Collection"),
    (RUNTIME, "Core"),
    (RUNTIME, "Credential"),
    (RUNTIME, "Date"),
    (RUNTIME, "DateTime"),
    (RUNTIME, "FromHeaders"),
    (RUNTIME, "FromWire"),
    (RUNTIME, "HeaderError"),
    (RUNTIME, "HostPart"),
    (RUNTIME, "HttpDate"),
    (RUNTIME, "Items"),
    (RUNTIME, "Json"),
    (RUNTIME, "Operation"),
    (RUNTIME, "Pages"),
    (RUNTIME, "Patch"),
    (RUNTIME, "Redirects"),
    (RUNTIME, "ReplyHeaders"),
    (RUNTIME, "Request"),
    (RUNTIME, "Response"),
    (RUNTIME, "SchemeUse"),
    (RUNTIME, "Secret"),
    (RUNTIME, "SecurityScheme"),
    (RUNTIME, "SecuritySchemeKind"),
    (RUNTIME, "UnixTime"),
    (RUNTIME, "Wire"),
    (RUNTIME, "WithoutQuery"),
    (RUNTIME, "decode_json"),
    (RUNTIME, "decode_json_nonempty"),
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

/// Adds the identifiers that may be the name of an item: not the rest of a path, not a variant's name, not a
/// field's, not that of an associated type in `Iterator<Item = …>`.
fn collect_used(tokens: &TokenStream, position: Position, used: &mut BTreeSet<String>) {
    let mut in_enum_header = false;
    let mut before = [Before::Other; 2];
    let mut trees = tokens.clone().into_iter().peekable();
    while let Some(tree) = trees.next() {
        match &tree {
            TokenTree::Ident(ident) => {
                in_enum_header |= ident == "enum";
                let names_item = position == Position::Elsewhere
                    && before != [Before::Punct(':'); 2]
                    && !is_associated_type(before[1], trees.peek())
                    && !is_label(trees.peek());
                if names_item {
                    used.insert(ident.to_string());
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
                collect_used(&group.stream(), inner, used);
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        before = [before[1], Before::new(&tree)];
    }
}

/// Whether a single colon follows: what stands before it is a field or a parameter.
fn is_label(next: Option<&TokenTree>) -> bool {
    matches!(next, Some(TokenTree::Punct(punct)) if punct.as_char() == ':' && punct.spacing() == Spacing::Alone)
}

/// Whether a token is the `Item` of `Iterator<Item = …>`, or of `type Item = …`.
fn is_associated_type(before: Before, next: Option<&TokenTree>) -> bool {
    matches!(before, Before::Punct('<') | Before::KeywordType)
        && matches!(next, Some(TokenTree::Punct(punct)) if punct.as_char() == '=')
}

/// What stands before a token, as far as it matters here.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    Punct(char),
    /// The keyword `type`.
    KeywordType,
    Other,
}

impl Before {
    fn new(tree: &TokenTree) -> Self {
        match tree {
            TokenTree::Punct(punct) => Self::Punct(punct.as_char()),
            TokenTree::Ident(ident) if ident == "type" => Self::KeywordType,
            TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => Self::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Importable, Imports};
    use proc_macro2::TokenStream;
    use quote::quote;

    fn imports(items: &TokenStream, own: &[&str]) -> String {
        let models = ["Item", "Pet"].map(|name| Importable {
            path: vec!["crate", "generated", "models"],
            name,
        });
        let own: Vec<String> = own.iter().map(ToString::to_string).collect();
        Imports::new(models.into_iter())
            .of(items, &own)
            .to_string()
            .replace(' ', "")
    }

    #[test]
    fn what_is_used_is_imported_once_in_order() {
        let items = quote! {
            struct A { pet: Option<Pet>, secret: Secret, json: Json<Pet> }
            impl fmt::Display for A {}
        };
        let expected = "usecrate::generated::models::Pet;usecrate::generated::runtime::{Json,Secret};usestd::fmt;";
        assert_eq!(imports(&items, &[]), expected);
    }

    #[test]
    fn names_of_other_things_are_not_imported() {
        for items in [
            quote! { enum A { Pet, Json(String) } },
            quote! { fn a() { A::Pet; serde_json::Value } },
            quote! { fn a(x: impl IntoIterator<Item = String>) {} },
            quote! { static A: B = B { security: C }; },
            quote! { impl A for B { type Error = C; } },
        ] {
            assert_eq!(imports(&items, &[]), "", "{items}");
        }
    }

    #[test]
    fn a_file_does_not_import_what_it_defines() {
        assert_eq!(
            imports(&quote! { struct Pet { next: Box<Pet> } }, &["Pet"]),
            ""
        );
    }
}
