//! Each rule against a file that breaks it and one that keeps it.

use super::repository::File;
use super::{findings, syntax::Code};

fn told(path: &str, text: &str) -> Vec<String> {
    let file = File {
        path: path.to_owned(),
        text: text.to_owned(),
    };
    findings(&[file]).iter().map(ToString::to_string).collect()
}

fn emitter(body: &str) -> Vec<String> {
    told("codegen/src/emit/x.rs", &format!("//! Emits x.\n{body}"))
}

#[test]
fn only_known_names_stand_at_the_top() {
    assert_eq!(told("notes/x.txt", "").len(), 1);
    assert!(told(".github/x.yml", "").is_empty());
    assert!(told("spec/x.yaml", "").is_empty());
}

#[test]
fn lines_end_with_a_line_feed_alone() {
    let found = told("README.md", "good\nbad \nworse\r\n");
    assert_eq!(
        found,
        [
            "README.md:2: the line ends with white space",
            "README.md:3: the line has a carriage return"
        ]
    );
    assert!(told("codegen/tests/fixtures/x.json", "{}\r\n").is_empty());
}

#[test]
fn machine_names_are_found_where_a_path_begins() {
    for name in ["home", "root", "work", "tmp"] {
        assert_eq!(
            told("README.md", &format!("see `/{name}/me/x`\n")).len(),
            1,
            "{name}"
        );
        assert!(told("README.md", &format!("https://a.example/{name}/x\n")).is_empty());
    }
    assert_eq!(
        told("README.md", &format!("https://pypi{}/simple\n", ".org")).len(),
        1
    );
    assert!(told("Cargo.lock", &format!("pypi{}\n", ".org")).is_empty());
}

#[test]
fn rust_files_are_short_and_say_what_they_are_for() {
    let long = format!("//! x\n{}", "\n".repeat(400));
    assert_eq!(told("xtask/src/x.rs", &long).len(), 1);
    assert!(told("generated-client/src/generated/x.rs", &long).is_empty());
    assert_eq!(told("xtask/src/x.rs", "fn main() {}\n").len(), 1);
    assert_eq!(told("xtask/src/x.rs", &"//! x\n".repeat(13)).len(), 1);
    assert!(told("xtask/src/x.rs", &"//! x\n".repeat(12)).is_empty());
}

#[test]
fn the_templates_of_a_function_have_few_lines() {
    let template = |lines: usize| format!("quote! {{\n{}}}", "a\n".repeat(lines - 2));
    let function =
        |name: &str, lines| format!("fn {name}() -> [u8; 1] {{ {} }}\n", template(lines));
    let found = emitter(&(function("short", 25) + &function("long", 26)));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("`long` has 26 lines"), "{found:?}");
    let two = format!("fn two() {{ {}; {} }}\n", template(13), template(13));
    assert_eq!(emitter(&two).len(), 1);
}

#[test]
fn a_match_on_an_enum_has_no_catch_all_arm() {
    let arms = |arms: &str| emitter(&format!("fn f() {{ match x {{ {arms} }} }}\n"));
    for told in [
        "Type::Int(width) => g(width), _ => 2",
        "Type::Bool | Type::Any => { g(); h() } _ => 2",
        "Type::List { item: A(b) } if item.c() => [1, 2], None => 3, _ => 2",
    ] {
        assert_eq!(arms(told).len(), 1, "{told}");
    }
    for kept in [
        "Type::Int(_) => 1, other_ => \"_ => 2\" // _ => 3\n",
        "\"a\" => Type::Int, _ => Type::Bool",
        "Some(x) => 1, _ => 2",
        "Value::Null => 1, _ => 2",
        "Type::Int => match y { 1 => 2, _ => 3 }",
        "Type::Int => quote! { match status { Status::Ok => 1, _ => 2 } }",
    ] {
        assert!(arms(kept).is_empty(), "{kept}");
    }
    let test = "#[cfg(test)]\nmod tests { fn f() { match x { Type::Int => 1, _ => 2 } } }\n";
    assert!(emitter(test).is_empty());
}

#[test]
fn text_does_not_become_rust() {
    assert_eq!(
        emitter("fn f() { format!(\"pub fn {name}() {{}}\") }\n").len(),
        1
    );
    assert!(emitter("fn f() { format!(\"The `{name}` property.\") }\n").is_empty());
    assert_eq!(
        emitter("fn f() { syn::parse_str::<syn::Expr>(x) }\n").len(),
        1
    );
    assert!(emitter("fn f() { syn::parse_str::<syn::Ident>(x) }\n").is_empty());
    assert_eq!(emitter("fn f() { text.parse::<TokenStream>() }\n").len(), 1);
    assert!(
        told(
            "codegen/tests/x.rs",
            "//! x\nfn f() { syn::parse_str::<syn::Expr>(x) }\n"
        )
        .is_empty()
    );
}

#[test]
fn test_data_is_short() {
    assert_eq!(
        told("codegen/tests/fixtures/x.yaml", &"a: 1\n".repeat(41)).len(),
        1
    );
    assert_eq!(
        told("codegen/tests/snapshots/x.snap", &"a\n".repeat(201)).len(),
        1
    );
    assert!(told("codegen/tests/snapshots/x.snap", &"a\n".repeat(200)).is_empty());
}

#[test]
fn code_is_told_from_comments_strings_and_characters() {
    let text = r##"a /* { /* */ { */ b "{\"{" c 'x' '{' '\'' '\u{1F600}' 'l: d br#"{"{"# e // { é
f é g"##;
    let code = Code::of(text);
    assert_eq!(code.as_str().len(), text.len());
    let words: Vec<&str> = code.as_str().split_whitespace().collect();
    assert!(!code.as_str().contains('{'), "{words:?}");
    for word in ["a", "b", "c", "d", "e", "f", "xx", "g"] {
        assert!(words.contains(&word), "{word} in {words:?}");
    }
    assert_eq!(code.as_str().matches('\n').count(), 1);
}
