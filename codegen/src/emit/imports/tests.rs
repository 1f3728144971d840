//! Which names are imported, and which are not.

use super::{Importable, Imports, KNOWN};
use crate::format::format_items;
use crate::naming::is_reserved_type;
use proc_macro2::TokenStream;
use quote::quote;

fn imports(items: &TokenStream, own: &[&str]) -> String {
    let models = ["Item", "Pet"].map(|name| Importable {
        path: vec!["crate", "generated", "models"],
        name,
    });
    let own: Vec<String> = own.iter().map(ToString::to_string).collect();
    Imports::new(models.into_iter())
        .of(&format_items(items.clone()).unwrap(), &own)
        .to_string()
}

#[test]
fn what_is_used_is_imported_once_in_order() {
    let items = quote! {
        struct A { pet: Option<Pet>, secret: Secret, json: Json<Pet> }
        impl fmt::Display for A {}
    };
    let expected = "use crate::generated::models::Pet;\nuse crate::generated::runtime::{Json, Secret};\nuse std::fmt;\n";
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
        quote! { fn security(security: A) { self.security.fmt(security); B { security, fmt } } },
        quote! { fn decode_json(host_template: A) { self.host_template(decode_json) } },
        quote! { mod security; pub use security::A; },
        quote! { pub static Pet: &'static str = ""; fn a() { Pet } },
        quote! { fn a<Pet: B>(b: Pet) -> Pet::C {} },
        quote! { const A: &str = "Pet \" Pet"; #[doc = "Pet"] const B: u8 = 1; },
    ] {
        assert_eq!(imports(&items, &[]), "", "{items}");
    }
}

#[test]
fn modules_and_functions_are_imported_where_they_are_used() {
    let items = quote! { fn a(b: &'static Pet) { decode_json(security::DEFAULT) } };
    let expected = "use crate::generated::models::Pet;\nuse crate::generated::runtime::decode_json;\nuse crate::generated::security;\n";
    assert_eq!(imports(&items, &[]), expected);
}

#[test]
fn naming_keeps_documents_from_every_type_that_is_imported() {
    let types = KNOWN.iter().map(|(_, name)| *name);
    for name in types.filter(|name| name.starts_with(|first: char| first.is_ascii_uppercase())) {
        assert!(is_reserved_type(name), "{name}");
    }
}

#[test]
fn a_file_does_not_import_what_it_defines() {
    assert_eq!(
        imports(&quote! { struct Pet { next: Box<Pet> } }, &["Pet"]),
        ""
    );
}
