//! Chains of calls, fields, `.await` and `?`, broken as rustfmt's `ChainFormatterBlock` breaks them.

use super::expression::{Arguments, CHAIN, Place, TAB, flat, flat_list, render, width};
use super::list::List;
use super::tokens::one_line;
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
            let (inner, head, arguments) = match root {
                Expr::Try(inner) => {
                    tries += 1;
                    root = &inner.expr;
                    continue;
                }
                Expr::Field(field) => (&field.base, one_line(&field.member), None),
                Expr::Await(inner) => (&inner.base, "await".to_owned(), None),
                Expr::MethodCall(call) => {
                    let method = one_line(&call.method);
                    let turbofish = call.turbofish.as_ref().map(one_line);
                    let head = method + &turbofish.unwrap_or_default();
                    (&call.receiver, head, Some(&call.args))
                }
                _ => break,
            };
            links.push(Link {
                head: format!(".{head}"),
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

    /// The chain in one line.
    pub(super) fn flat(&self) -> Option<String> {
        let links: Option<String> = self.links.iter().map(Link::flat).collect();
        Some(flat(self.root)? + &"?".repeat(self.root_tries) + &links?)
    }
}

impl Link<'_> {
    fn flat(&self) -> Option<String> {
        let arguments = match self.arguments {
            Some(arguments) => format!("({})", flat_list(arguments)?),
            None => String::new(),
        };
        Some(format!(
            "{}{arguments}{}",
            self.head,
            "?".repeat(self.tries)
        ))
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
