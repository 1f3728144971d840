//! Doc comments as the parser sees them that rustdoc uses.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Options, Parser, Tag};

/// What in `markdown` would be more than prose to rustdoc.
pub(crate) fn faults(markdown: &str) -> Vec<String> {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    let is_web = |url: &CowStr<'_>| url.starts_with("http://") || url.starts_with("https://");
    // Every bracket could be a link to an item, which the parser reports only when something resolves it.
    let resolve = |link: pulldown_cmark::BrokenLink<'_>| {
        Some((format!("item:{}", link.reference).into(), "".into()))
    };
    Parser::new_with_broken_link_callback(markdown, options, Some(resolve))
        .filter_map(|event| match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) if &*info == "text" => None,
            Event::Start(Tag::Link { dest_url, .. }) if is_web(&dest_url) => None,
            Event::Start(
                tag @ (Tag::CodeBlock(_)
                | Tag::Link { .. }
                | Tag::Image { .. }
                | Tag::HtmlBlock
                | Tag::FootnoteDefinition(_)),
            ) => Some(format!("{tag:?}")),
            Event::Html(html) | Event::InlineHtml(html) => Some(format!("html {html}")),
            Event::FootnoteReference(name) => Some(format!("footnote {name}")),
            _ => None,
        })
        .collect()
}
