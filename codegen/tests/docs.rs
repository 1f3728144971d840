//! Text of a document in doc comments: what it may not do to rustdoc, seen by the parser that rustdoc uses.

#[path = "shared/markdown.rs"]
mod markdown;

use codegen::emit::docs::{DocText, code_span};
use markdown::faults;
use proptest::prelude::*;
use quote::ToTokens;

fn lines(text: &str) -> Vec<String> {
    DocText::of_document(text).lines().to_vec()
}

fn text(text: &str) -> String {
    lines(text).join("\n")
}

#[test]
fn characters_that_hide_something_are_dropped() {
    assert_eq!(text("a\r\nb\rc"), "a\nb\nc");
    assert_eq!(text("a\u{0}b\u{202E}c\u{2028}d\u{FEFF}e\u{7}"), "abcde");
    assert_eq!(text("  \n\n \t "), "");
    assert_eq!(text("a \n\n\n\nb  "), "a\n\nb");
}

#[test]
fn code_is_text_and_closed() {
    assert_eq!(text("```rust\nlet x;\n```"), "```text\nlet x;\n```");
    assert_eq!(text("~~~\nlet x;\n~~~"), "```text\nlet x;\n```");
    assert_eq!(text("a\n```\nunclosed"), "a\n```text\nunclosed\n```");
    assert_eq!(text("~~~\n```\nx\n~~~"), "````text\n```\nx\n````");
    assert_eq!(text("a\n\n    let x;"), "a\n\nlet x;");
    assert_eq!(text("- ```rust\n  let x;\n  ```"), "```text\nlet x;\n```");
}

#[test]
fn tags_links_and_images_are_prose() {
    assert_eq!(
        text("<script>alert(1)</script>"),
        r"\<script\>alert(1)\</script\>"
    );
    assert_eq!(text("bytes=<start>-<end>"), r"bytes=\<start\>-\<end\>");
    assert_eq!(text("[a::b] and `Vec<T>`"), r"\[`a::b`\] and `Vec<T>`");
    assert_eq!(
        text("![x](https://x.example/y.png)"),
        r"!\[x\](<https://x.example/y.png>)"
    );
    assert_eq!(text("one<br/>two"), "one\ntwo");
}

#[test]
fn addresses_are_links() {
    assert_eq!(
        text("See https://a.example/b?c=d."),
        "See <https://a.example/b?c=d>."
    );
    assert_eq!(text("<https://a.example>"), "<https://a.example>");
    assert_eq!(
        text("[here](https://a.example/b)"),
        "[here](https://a.example/b)"
    );
    assert_eq!(text("[here](crate::Evil)"), r"\[here\](`crate::Evil`)");
}

#[test]
fn words_of_code_are_in_backticks() {
    assert_eq!(
        text("(OCIIndex) grant_type `a_b`\n| a_b |\n|---|"),
        "(`OCIIndex`) `grant_type` `a_b`\n| `a_b` |\n|---|"
    );
    assert_eq!(
        text("**a_b** [a_b](https://a.example/c_d) https://a.example/c_d"),
        "**`a_b`** [a_b](https://a.example/c_d) <https://a.example/c_d>"
    );
}

#[test]
fn lists_keep_their_shape() {
    let nested = "Modes:\n* one\nlazy\n    * inner\n* two";
    assert_eq!(text(nested), "Modes:\n\n* one\n  lazy\n  * inner\n* two");
    assert_eq!(text("-      far"), "- far");
    assert_eq!(text("a\n- b\n2. c"), "a\n\n- b\n\n2. c");
}

#[test]
fn long_lines_are_wrapped_where_that_changes_nothing() {
    let long = format!("{} - x", "word ".repeat(18).trim_end());
    assert_eq!(
        lines(&long).last().map(String::as_str),
        Some("x"),
        "no bullet there"
    );
    let long = "word ".repeat(40);
    assert!(lines(&long).iter().all(|line| line.len() <= 92));
    assert_eq!(lines(&long).join(" "), long.trim_end());
}

#[test]
fn a_comment_that_closes_itself_stays_text() {
    let evil = "*/ pub fn evil {} /*";
    assert_eq!(text(evil), evil);
    let tokens = DocText::of_document(evil).to_token_stream();
    assert_eq!(tokens.to_string(), "# [doc = r#\" */ pub fn evil {} /*\"#]");
}

#[test]
fn code_spans_hold_any_text() {
    assert_eq!(code_span("GET /a"), "`GET /a`");
    assert_eq!(code_span("a`b"), "``a`b``");
    assert_eq!(code_span("`"), "`` ` ``");
    for text in ["<a>", "[a]", "`[a]", "a``<b>`", "\n"] {
        assert_eq!(faults(&code_span(text)), Vec::<String>::new());
    }
}

/// Texts made of what means something to Markdown.
fn any_markdown() -> impl Strategy<Value = String> {
    let tokens: &[&str] = &[
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "- ",
        "* ",
        "1. ",
        "7) ",
        "`",
        "``",
        "```",
        "```rust\n",
        "~~~",
        "<",
        ">",
        "[",
        "]",
        "(",
        ")",
        "!",
        "|",
        "|---|---|\n",
        "---",
        "===",
        "#",
        "\\",
        "<br>",
        "<p>",
        "http://a.example/x",
        "https://",
        "word",
        "a_b",
        "OciIndex",
        "f()",
        "a::b",
        "'",
        "/",
        "\"",
        "ftp://x",
        "Vec<T>",
        "&lt;",
        "=== ",
        "+",
        ":",
        "_",
        "**",
        "é",
        "[x]: http://e.example",
        "[^1]",
        "\n> ",
        "# ",
        "\n    let x;",
        "long enough to be wrapped somewhere along its way to the end of the line, ",
    ];
    prop::collection::vec(prop::sample::select(tokens), 0..40).prop_map(|tokens| tokens.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(4000) })]

    #[test]
    fn markdown_is_prose_to_rustdoc(input in any_markdown()) {
        let safe = text(&input);
        prop_assert_eq!(faults(&safe), Vec::<String>::new(), "{}", safe);
        prop_assert_eq!(text(&safe), safe);
    }

    #[test]
    fn any_text_is_prose_to_rustdoc(input in any::<String>()) {
        let safe = text(&input);
        prop_assert_eq!(faults(&safe), Vec::<String>::new(), "{}", safe);
        prop_assert_eq!(text(&safe), safe);
    }
}
