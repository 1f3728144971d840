//! The sanitizer of doc comments.

use codegen::emit::docs::DocText;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};

/// `text` as a description of a document becomes a doc comment that is prose to rustdoc, and stays as it is when it is
/// made one again.
///
/// # Panics
///
/// When it does not.
pub fn docs(text: &str) {
    let lines = DocText::of_document(text).lines().to_vec();
    assert!(lines.iter().all(|line| !line.contains(['\r', '\n'])));
    let comment = lines.join("\n");
    assert_prose(&comment, WEB);
    let again = DocText::of_document(&comment).lines().join("\n");
    assert_eq!(again, comment, "made a doc comment twice");
}

/// How links of a document begin.
pub(crate) const WEB: &[&str] = &["http://", "https://"];

/// Fails when rustdoc would compile, run or embed something in `comment`, or when a link does not begin with one of `links`.
pub(crate) fn assert_prose(comment: &str, links: &[&str]) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(comment, options) {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                assert_eq!(&*info, "text", "{comment}");
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let is_known = links.iter().any(|start| dest_url.starts_with(start));
                assert!(is_known, "a link to {dest_url}: {comment}");
            }
            Event::Start(
                Tag::CodeBlock(_) | Tag::Image { .. } | Tag::HtmlBlock | Tag::FootnoteDefinition(_),
            )
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::FootnoteReference(_) => panic!("{event:?}: {comment}"),
            _ => {}
        }
    }
}
