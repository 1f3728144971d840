//! Arguments, tuples and arrays, broken as rustfmt's `overflow` module breaks them.

use super::expression::{
    ARGUMENTS, Arguments, LINE, Place, TAB, flat, is_small_list, push_flat_list, render, width,
};
use syn::Expr;

/// A list in brackets.
pub(super) struct List<'a> {
    items: &'a Arguments,
    open: char,
    close: char,
}

/// Whether an argument is the only one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Arity {
    One,
    Several,
}

impl<'a> List<'a> {
    pub(super) fn of_call(items: &'a Arguments) -> Self {
        Self {
            items,
            open: '(',
            close: ')',
        }
    }

    pub(super) fn of_array(items: &'a Arguments) -> Self {
        Self {
            items,
            open: '[',
            close: ']',
        }
    }

    /// The list at `place`, behind a name of the width `callee`.
    pub(super) fn render(&self, place: Place, callee: usize) -> Option<String> {
        let (open, close) = (self.open, self.close);
        if is_small_list(self.items) {
            let mut line = String::new();
            push_flat_list(open, self.items, close, &mut line)?;
            if width(&line) <= place.room() {
                return Some(line);
            }
        }
        if let Some(overflowed) = self.overflow(place, callee) {
            return Some(overflowed);
        }
        let mut text = format!("{open}\n");
        for line in self.lines(place.indent + TAB)? {
            text.push_str(&line);
        }
        let end = place.indent;
        Some(text + &format!("{:end$}{close}", ""))
    }

    /// The list with its last item going on below, where that looks as if the brackets were not there.
    fn overflow(&self, place: Place, callee: usize) -> Option<String> {
        let (open, close) = (self.open, self.close);
        let last = self.items.last()?;
        let arity = if self.items.len() == 1 {
            Arity::One
        } else {
            Arity::Several
        };
        let is_joined = arity == Arity::One && callee < TAB;
        let closures = self
            .items
            .iter()
            .filter(|item| matches!(item, Expr::Closure(_)));
        if closures.count() > 1 || !(is_joined || overflows(last, arity)) {
            return None;
        }
        let before: Option<Vec<String>> = self
            .items
            .iter()
            .take(self.items.len() - 1)
            .map(flat)
            .collect();
        let mut before = before?.join(", ");
        if !before.is_empty() {
            before.push_str(", ");
        }
        let mut inside = place
            .after(1 + width(&before))
            .with_suffix(place.suffix + 1);
        if arity == Arity::One && is_nested_call(last) {
            let beyond = inside.room().saturating_sub(ARGUMENTS);
            inside = inside.with_suffix(inside.suffix + beyond);
        }
        let below = render(last, Place::line(place.indent + TAB, 1))?;
        let last = render(last, inside)?;
        if last.matches('\n').count() == 1 && !below.contains('\n') {
            return None;
        }
        let first = last.lines().next().map(width).unwrap_or_default();
        let fits = width(&before) + first <= ARGUMENTS.min(place.room());
        (fits && last.contains('\n')).then(|| format!("{open}{before}{last}{close}"))
    }

    /// The items, one in a line; short ones of an array as many as fit.
    fn lines(&self, indent: usize) -> Option<Vec<String>> {
        let items: Option<Vec<String>> = self
            .items
            .iter()
            .map(|item| Some(render(item, Place::line(indent, 1))? + ","))
            .collect();
        let items = items?;
        let are_short = self.open == '[' && items.iter().all(|item| width(item) <= 11);
        let mut lines: Vec<String> = Vec::new();
        for item in items {
            match lines.last_mut() {
                Some(line) if are_short && width(line) + 1 + width(&item) <= LINE => {
                    line.push(' ');
                    line.push_str(&item);
                }
                _ => lines.push(format!("{:indent$}{item}", "")),
            }
        }
        Some(lines.into_iter().map(|line| line + "\n").collect())
    }
}

/// Whether rustfmt keeps a lone argument short because it is a call itself.
pub(super) fn is_nested_call(expr: &Expr) -> bool {
    match expr {
        Expr::Call(_) | Expr::Macro(_) => true,
        Expr::Try(inner) => is_nested_call(&inner.expr),
        Expr::Reference(inner) => is_nested_call(&inner.expr),
        Expr::Unary(inner) => is_nested_call(&inner.expr),
        _ => false,
    }
}

/// Whether rustfmt lets an argument go on below the line of its brackets.
pub(super) fn overflows(expr: &Expr, arity: Arity) -> bool {
    match expr {
        Expr::Closure(_) => true,
        Expr::Array(_) | Expr::Struct(_) | Expr::Call(_) | Expr::Tuple(_) | Expr::Macro(_) => {
            arity == Arity::One
        }
        Expr::Try(inner) => overflows(&inner.expr, arity),
        Expr::Reference(inner) => overflows(&inner.expr, arity),
        Expr::Unary(inner) => overflows(&inner.expr, arity),
        _ => false,
    }
}
