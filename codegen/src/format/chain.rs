//! Chains of calls, fields, `.await` and `?`, broken as rustfmt's `ChainFormatterBlock` breaks them.

use super::expression::{Arguments, CHAIN, Place, TAB, push_flat, push_flat_list, render, width};
use super::list::List;
use super::tokens::{push_ident, push_line};
use std::iter::repeat_n;
use syn::Expr;

/// A call, field, `.await` or `?` after another.
pub(super) struct Chain<'a> {
    pub(super) root: &'a Expr,
    /// How many `?` follow the root.
    root_tries: usize,
    pub(super) links: Vec<Link<'a>>,
}

pub(super) struct Link<'a> {
    /// `.map_or`, `.await`.
    head: String,
    pub(super) arguments: Option<&'a Arguments>,
    /// How many `?` follow.
    tries: usize,
}

impl<'a> Chain<'a> {
    pub(super) fn new(expr: &'a Expr) -> Self {
        let mut links: Vec<Link<'a>> = Vec::new();
        let mut root = expr;
        let mut tries = 0;
        loop {
            let mut head = ".".to_owned();
            let (inner, arguments) = match root {
                Expr::Try(inner) => {
                    tries += 1;
                    root = &inner.expr;
                    continue;
                }
                Expr::Field(field) => {
                    push_line(&field.member, &mut head);
                    (&field.base, None)
                }
                Expr::Await(inner) => {
                    head.push_str("await");
                    (&inner.base, None)
                }
                Expr::MethodCall(call) => {
                    push_ident(&call.method, &mut head);
                    push_line(&call.turbofish, &mut head);
                    (&call.receiver, Some(&call.args))
                }
                _ => break,
            };
            links.push(Link {
                head,
                arguments,
                tries: std::mem::take(&mut tries),
            });
            root = inner;
        }
        links.reverse();
        Self {
            root,
            root_tries: tries,
            links,
        }
    }

    /// How many `?` end it: rustfmt counts each three times.
    pub(super) fn last_tries(&self) -> usize {
        self.links.last().map_or(0, |link| link.tries)
    }

    /// The chain in one line, behind `text`.
    pub(super) fn push_flat(&self, text: &mut String) -> Option<()> {
        push_flat(self.root, text)?;
        text.extend(repeat_n('?', self.root_tries));
        self.links.iter().try_for_each(|link| link.push_flat(text))
    }
}

impl Link<'_> {
    fn push_flat(&self, text: &mut String) -> Option<()> {
        text.push_str(&self.head);
        if let Some(arguments) = self.arguments {
            push_flat_list('(', arguments, ')', text)?;
        }
        text.extend(repeat_n('?', self.tries));
        Some(())
    }

    fn render(&self, place: Place) -> Option<String> {
        let place = place.with_suffix(place.suffix + self.tries);
        let head = width(&self.head);
        let arguments = match self.arguments {
            Some(arguments) => List::of_call(arguments).render(place.after(head), head)?,
            None => String::new(),
        };
        Some(format!(
            "{}{arguments}{}",
            self.head,
            "?".repeat(self.tries)
        ))
    }
}

/// As rustfmt's `ChainFormatterBlock` does.
pub(super) fn render_chain(expr: &Expr, place: Place) -> Option<String> {
    let Chain {
        root,
        root_tries: tries,
        links,
    } = Chain::new(expr);
    let budget = match links.len() {
        1 => place.room(),
        _ => place.room().min(CHAIN),
    };
    let suffix_of_root = if links.is_empty() { place.suffix } else { 0 };
    let root_place = place.with_suffix(suffix_of_root + tries);
    let mut links = links.iter();
    let mut parts = vec![render(root, root_place)? + &"?".repeat(tries)];
    let tab = TAB.saturating_sub(place.column - place.indent);
    while let Some(first) = parts.first_mut().filter(|first| width(first) <= tab) {
        let Some(link) = links.next() else { break };
        let rendered = link.render(place.with_suffix(0).after(width(first)))?;
        first.push_str(&rendered);
    }
    let Some(last) = links.next_back() else {
        return parts.pop();
    };
    let below = Place::line(place.indent + TAB, 0);
    for link in links {
        parts.push(link.render(below)?);
    }
    let total: usize = parts.iter().map(|part| width(part)).sum::<usize>() + last.tries;
    let one_line_budget = budget.saturating_sub(total);
    let all_in_one_line = one_line_budget > 0 && !parts.iter().any(|part| part.contains('\n'));
    let vertical = last.render(below.with_suffix(place.suffix))?;
    let mut separator = format!("\n{:indent$}", "", indent = place.indent + TAB);
    let mut tail = vertical;
    if all_in_one_line {
        let beside = last.render(place.after(total).with_suffix(place.suffix + last.tries))?;
        let first = beside.lines().next().map(width).unwrap_or_default();
        let height = |text: &str| text.lines().count();
        let fits = first <= one_line_budget;
        if fits && (height(&beside) >= 5 || height(&tail) >= height(&beside)) {
            separator = String::new();
            tail = beside;
        }
    }
    parts.push(tail);
    Some(parts.join(&separator))
}
