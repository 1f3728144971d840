//! The text of generated files: what `cargo fmt` would make of it, and that no text of a document can disturb it.

use codegen::format::format_items;
use proc_macro2::TokenStream;
use quote::quote;
use std::io::Write;
use std::process::{Command, Stdio};

fn format(tokens: TokenStream) -> String {
    format_items(tokens).expect("the tokens are items")
}

/// What rustfmt with its default settings makes of `text`.
fn rustfmt(text: &str) -> String {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024"])
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt is installed with the toolchain");
    let mut input = child.stdin.take().expect("it is piped");
    input.write_all(text.as_bytes()).expect("rustfmt reads");
    drop(input);
    let output = child.wait_with_output().expect("rustfmt ends");
    assert!(output.status.success(), "{text}");
    String::from_utf8(output.stdout).expect("rustfmt writes UTF-8")
}

/// Code of the kinds that emitters write, on as few lines as it takes.
fn sample() -> TokenStream {
    let code = include_str!("format_sample.txt");
    code.parse().expect("the sample lexes")
}

#[test]
fn rustfmt_has_nothing_to_change() {
    let text = format(sample());
    assert_eq!(rustfmt(&text), text);
}

#[test]
fn tokens_stay_the_same() {
    // Names long enough to be broken everywhere; only `use` and `mod` are moved, trailing commas added.
    let tokens = quote! {
        pub fn set(mut self, some_quite_long_name_of_a_parameter: impl Into<String>, other: Option<&'static str>) -> Self {
            self.some_quite_long_name_of_a_parameter = Some(some_quite_long_name_of_a_parameter.into());
            self.request().with("a, b", &other, |reply| Box::pin(reply.json())).send().await?.json().await
        }
    };
    let plain = |text: &str| {
        let tokens: TokenStream = text.parse().expect("it lexes");
        tokens.to_string().replace(' ', "").replace(",)", ")")
    };
    assert_eq!(plain(&format(tokens.clone())), plain(&tokens.to_string()));
}

#[test]
fn texts_that_look_like_placeholders_change_nothing() {
    let text = ["_\u{301}piece_0", "_\u{301}piece_1", "_\u{301}"];
    let [first, second, third] = text;
    let tokens = quote! {
        #[doc = #first]
        #[deprecated(note = #third)]
        pub static WORD: &str = #second;
        pub fn name(text: &str) -> u8 { match text { #second => 1, #third => 2, "}" => 3, _ => 4 } }
    };
    let text = format(tokens);
    for word in [
        "///_\u{301}piece_0\n",
        "\"_\\u{301}piece_1\";",
        "\"_\\u{301}piece_1\" => 1,",
        "\"_\\u{301}\" => 2,",
    ] {
        assert!(text.contains(word), "{text}");
    }
}

#[test]
fn items_are_parted_by_blank_lines_and_end_with_one_line_feed() {
    let text = format(quote!(//
        #![doc = " Docs."]
        use b::B; use a::A; const X: u8 = 1; const Y: u8 = 2; fn f() {} impl A { fn a() {} fn b() {} }));
    let expected = "//! Docs.\n\nuse a::A;\nuse b::B;\n\nconst X: u8 = 1;\nconst Y: u8 = 2;\n\nfn f() {}\n\nimpl A {\n    fn a() {}\n\n    fn b() {}\n}\n";
    assert_eq!(text, expected);
}

#[test]
fn tokens_that_are_no_file_are_an_error() {
    let error = format_items(quote!(fn fn)).expect_err("it is no Rust");
    assert!(
        error
            .to_string()
            .starts_with("generated code is no Rust file")
    );
}
