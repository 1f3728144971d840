//! The `use` lines of a file, found by looking which known names its tokens use.
//!
//! Invariant: naming reserves every name in [`KNOWN`], so an identifier of a file that stands in type position and is
//! in the table (or is a model's name) can mean nothing else. No emitter keeps a list of imports by hand.

use super::order::version_cmp;
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::quote;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The tokens of a file with the `use` lines they need; `models` are the names that the module of models exports, and
/// `own` are the names that the file defines.
pub(super) fn with_imports<'a>(
    body: &TokenStream,
    models: impl Iterator<Item = &'a str>,
    own: &[String],
) -> TokenStream {
    let mut used = BTreeSet::new();
    collect_used(body, Position::Elsewhere, &mut used);
    let known = KNOWN.iter().map(|(path, name)| (*path, *name));
    let models = models.map(|name| (MODELS, name));
    let mut lines: BTreeMap<&[&str], Vec<&str>> = BTreeMap::new();
    for (path, name) in known.chain(models) {
        if used.contains(name) && !own.iter().any(|defined| defined == name) {
            lines.entry(path).or_default().push(name);
        }
    }
    let mut lines: Vec<(&[&str], Vec<&str>)> = lines.into_iter().collect();
    for (_, names) in &mut lines {
        names.sort_by(|left, right| version_cmp(left, right));
    }
    lines.sort_by(compare_lines);
    let lines = lines
        .into_iter()
        .map(|(path, names)| use_line(path, &names));
    quote! { #(#lines)* #body }
}

/// As rustfmt sorts them: `crate` first, then segment by segment, a list of names behind any single name.
fn compare_lines(left: &(&[&str], Vec<&str>), right: &(&[&str], Vec<&str>)) -> Ordering {
    let is_foreign = |line: &(&[&str], Vec<&str>)| line.0.first() != Some(&"crate");
    let segments = |line: &(&[&str], Vec<&str>)| -> Vec<String> {
        let only_name = match line.1.as_slice() {
            [name] => Some(*name),
            _ => None,
        };
        let path = line.0.iter().copied().chain(only_name);
        path.map(str::to_owned).collect()
    };
    let (left_segments, right_segments) = (segments(left), segments(right));
    let by_segment = left_segments
        .iter()
        .zip(&right_segments)
        .map(|(left, right)| version_cmp(left, right))
        .find(|ordering| *ordering != Ordering::Equal);
    // What is a prefix of the other ends in a list.
    let by_length = right_segments.len().cmp(&left_segments.len());
    is_foreign(left)
        .cmp(&is_foreign(right))
        .then(by_segment.unwrap_or(by_length))
}

const GENERATED: &[&str] = &["crate", "generated"];
const MODELS: &[&str] = &["crate", "generated", "models"];
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
    (RUNTIME, "decode_json"),
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

/// Adds the identifiers that may be the name of an item: not the rest of a path, not a variant's name, not the name
/// of an associated type in `Iterator<Item = …>`.
fn collect_used(tokens: &TokenStream, position: Position, used: &mut BTreeSet<String>) {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut in_enum_header = false;
    for (index, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(ident) => {
                in_enum_header |= ident == "enum";
                let names_item = position == Position::Elsewhere
                    && !ends_in_path(before(&trees, index))
                    && !is_associated_type(&trees, index);
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
    }
}

/// Whether the last two tokens are `::`.
fn ends_in_path(before: &[TokenTree]) -> bool {
    matches!(before, [.., first, second] if is_punct(first, ':') && is_punct(second, ':'))
}

/// Whether the token at `index` is the `Item` of `Iterator<Item = …>`.
fn is_associated_type(trees: &[TokenTree], index: usize) -> bool {
    let opened = before(trees, index)
        .last()
        .is_some_and(|tree| is_punct(tree, '<'));
    opened && trees.get(index + 1).is_some_and(|tree| is_punct(tree, '='))
}

fn before(trees: &[TokenTree], index: usize) -> &[TokenTree] {
    trees.get(..index).unwrap_or_default()
}

fn is_punct(tree: &TokenTree, expected: char) -> bool {
    matches!(tree, TokenTree::Punct(punct) if punct.as_char() == expected)
}

fn use_line(path: &[&str], names: &[&str]) -> TokenStream {
    let ident = |text: &&str| match *text {
        "crate" => quote! { crate },
        name => {
            let name = Ident::new(name, Span::call_site());
            quote! { #name }
        }
    };
    let path = path.iter().map(ident);
    let names: Vec<TokenStream> = names.iter().map(ident).collect();
    match names.as_slice() {
        [name] => quote! { use #(#path::)* #name; },
        names => quote! { use #(#path::)* {#(#names),*}; },
    }
}
