//! Expressions, broken over lines as rustfmt breaks them.
//!
//! The rules and widths are rustfmt's defaults (`use_small_heuristics = "Default"`): a line has 100 columns, a chain of
//! several calls 60, the arguments of a call 60, the fields of a struct 18. Invariant: the tokens stay the same.

use super::chain::{Chain, render_chain};
use super::list::{Arity, List, is_nested_call, overflows};
use super::tokens::{one_line, push_line, push_path};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprArray, ExprCall, ExprClosure, ExprStruct, ExprTuple, Token};

pub(super) const LINE: usize = 100;
pub(super) const CHAIN: usize = 60;
pub(super) const ARGUMENTS: usize = 60;
const FIELDS: usize = 18;
pub(super) const TAB: usize = 4;

/// Where an expression is to be written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The indent of the line it begins in.
    pub(super) indent: usize,
    /// The column at which it begins.
    pub(super) column: usize,
    /// How much follows it in its last line.
    pub(super) suffix: usize,
}

impl Place {
    /// The beginning of a line.
    pub(super) fn line(indent: usize, suffix: usize) -> Self {
        Self {
            indent,
            column: indent,
            suffix,
        }
    }

    pub(super) fn after(self, width: usize) -> Self {
        Self {
            column: self.column + width,
            ..self
        }
    }

    pub(super) fn with_suffix(self, suffix: usize) -> Self {
        Self { suffix, ..self }
    }

    pub(super) fn room(self) -> usize {
        LINE.saturating_sub(self.column + self.suffix)
    }
}

/// Whether `expr` is of a kind that this module does not leave to prettyplease.
pub(super) fn is_known(expr: &Expr) -> bool {
    match expr {
        Expr::Path(_) | Expr::Lit(_) | Expr::Macro(_) => true,
        Expr::Reference(inner) => is_known(&inner.expr),
        Expr::Unary(inner) => is_known(&inner.expr),
        Expr::Paren(inner) => is_known(&inner.expr),
        Expr::Field(field) => is_known(&field.base),
        Expr::Await(inner) => is_known(&inner.base),
        Expr::Try(inner) => is_known(&inner.expr),
        Expr::MethodCall(call) => is_known(&call.receiver) && call.args.iter().all(is_known),
        Expr::Call(call) => is_known(&call.func) && call.args.iter().all(is_known),
        Expr::Tuple(tuple) => tuple.elems.iter().all(is_known),
        Expr::Array(array) => array.elems.iter().all(is_known),
        Expr::Struct(literal) => {
            let mut values = literal
                .fields
                .iter()
                .filter(|field| field.colon_token.is_some());
            values.all(|field| is_known(&field.expr))
                && literal.rest.as_deref().is_none_or(is_known)
        }
        Expr::Closure(closure) => is_known(&closure.body),
        Expr::Assign(assign) => is_known(&assign.left) && is_known(&assign.right),
        _ => false,
    }
}

/// `expr` in one line, whatever its width; `None` where [`is_known`] says no.
pub(super) fn flat(expr: &Expr) -> Option<String> {
    let mut text = String::new();
    push_flat(expr, &mut text)?;
    Some(text)
}

/// As [`flat`], behind `text`.
pub(super) fn push_flat(expr: &Expr, text: &mut String) -> Option<()> {
    match expr {
        Expr::Path(path) if path.qself.is_none() && path.attrs.is_empty() => {
            push_path(&path.path, text);
        }
        Expr::Path(_) | Expr::Lit(_) | Expr::Macro(_) => push_line(expr, text),
        Expr::Reference(inner) => {
            text.push_str(reference(inner));
            push_flat(&inner.expr, text)?;
        }
        Expr::Unary(unary) => {
            push_line(&unary.op, text);
            push_flat(&unary.expr, text)?;
        }
        Expr::Paren(inner) => {
            text.push('(');
            push_flat(&inner.expr, text)?;
            text.push(')');
        }
        Expr::Field(_) | Expr::MethodCall(_) | Expr::Await(_) | Expr::Try(_) => {
            Chain::new(expr).push_flat(text)?;
        }
        Expr::Call(call) => {
            push_flat(&call.func, text)?;
            push_flat_list('(', &call.args, ')', text)?;
        }
        Expr::Tuple(tuple) => push_flat_list('(', &tuple.elems, ')', text)?,
        Expr::Array(array) => push_flat_list('[', &array.elems, ']', text)?,
        Expr::Struct(literal) => {
            push_path(&literal.path, text);
            let is_empty = literal.fields.is_empty() && literal.rest.is_none();
            text.push_str(if is_empty { " {" } else { " { " });
            push_fields(literal, text)?;
            text.push_str(if is_empty { "}" } else { " }" });
        }
        Expr::Closure(closure) => {
            text.push_str(&closure_head(closure));
            text.push(' ');
            push_flat(&closure.body, text)?;
        }
        Expr::Assign(assign) => {
            push_flat(&assign.left, text)?;
            text.push_str(" = ");
            push_flat(&assign.right, text)?;
        }
        _ => return None,
    }
    Some(())
}

/// `expr` at `place`, broken where rustfmt would break it. `None` as for [`flat`].
pub(super) fn render(expr: &Expr, place: Place) -> Option<String> {
    let line = flat(expr)?;
    if fits(expr, &line, place) {
        return Some(line);
    }
    match expr {
        Expr::Reference(inner) => {
            let sign = reference(inner);
            let inner = render(&inner.expr, place.after(sign.len()))?;
            Some(sign.to_owned() + &inner)
        }
        Expr::Field(_) | Expr::MethodCall(_) | Expr::Await(_) | Expr::Try(_) => {
            render_chain(expr, place)
        }
        Expr::Call(ExprCall { func, args, .. }) => {
            let callee = flat(func)?;
            let list = List::of_call(args);
            let arguments = list.render(place.after(width(&callee)), width(&callee))?;
            Some(callee + &arguments)
        }
        Expr::Tuple(ExprTuple { elems, .. }) => List::of_call(elems).render(place, 0),
        Expr::Array(ExprArray { elems, .. }) => List::of_array(elems).render(place, 0),
        Expr::Struct(literal) => struct_literal(literal, place),
        Expr::Closure(closure) => {
            let head = closure_head(closure) + " ";
            let body = render(&closure.body, place.after(width(&head)))?;
            if !body.contains('\n') || matches!(*closure.body, Expr::Struct(_)) {
                return Some(head + &body);
            }
            let (indent, end) = (place.indent + TAB, place.indent);
            let body = render(&closure.body, Place::line(indent, 0))?;
            Some(format!("{head}{{\n{:indent$}{body}\n{:end$}}}", "", ""))
        }
        Expr::Assign(assign) => {
            let left = flat(&assign.left)? + " =";
            let right = right_side(&assign.right, place.after(width(&left)))?;
            Some(left + &right)
        }
        _ => Some(line),
    }
}

/// Whether an expression, which is `line`, stays in one line at `place`.
fn fits(expr: &Expr, line: &str, place: Place) -> bool {
    let tries = match expr {
        Expr::Try(_) => Chain::new(expr).last_tries(),
        _ => 0,
    };
    // No part of a short line is wider than a chain or arguments may be; fields may only be short.
    let is_short = || line.len() <= CHAIN.min(ARGUMENTS) && !line.contains('{');
    width(line) + 2 * tries <= place.room() && (is_short() || is_small(expr).unwrap_or(false))
}

/// What follows a `=` that ends at `place`: behind a space, or in the next line.
pub(super) fn right_side(expr: &Expr, place: Place) -> Option<String> {
    let here = render(expr, place.after(1))?;
    let is_line = !here.contains('\n');
    let first = here.lines().next().map(width).unwrap_or_default();
    let in_room = first <= place.after(1).room();
    let indent = place.indent + TAB;
    let beneath = Place::line(indent, place.suffix);
    // In the next line a broken struct would be broken in the same way.
    let stays_broken = || {
        matches!(expr, Expr::Struct(_))
            && !flat(expr).is_some_and(|line| fits(expr, &line, beneath))
    };
    if in_room && (is_line || stays_broken()) {
        return Some(format!(" {here}"));
    }
    let below = render(expr, beneath)?;
    let fits = below
        .lines()
        .all(|line| width(line) <= LINE.saturating_sub(indent));
    if fits && (!in_room || prefers_next_line(&here, &below)) {
        Some(format!("\n{:indent$}{below}", ""))
    } else {
        Some(format!(" {here}"))
    }
}

/// The body of a match arm, whose `=>` ends at `place`.
pub(super) fn arm_body(expr: &Expr, place: Place) -> Option<String> {
    let here = render(expr, place.after(1))?;
    if !here.contains('\n') && width(&here) <= place.after(1).room() {
        return Some(format!(" {here}"));
    }
    let indent = place.indent + TAB;
    let below = render(expr, Place::line(indent, 0))?;
    let first = here.lines().next().map(width).unwrap_or_default();
    let extends = goes_on_below(expr) && first <= place.after(1).room();
    if extends && below.contains('\n') && !prefers_next_line(&here, &below) {
        return Some(format!(" {here}"));
    }
    let end = place.indent;
    Some(format!(" {{\n{:indent$}{below}\n{:end$}}}", "", ""))
}

/// Whether rustfmt lets the body of a match arm begin beside its `=>` and go on below.
fn goes_on_below(expr: &Expr) -> bool {
    match expr {
        Expr::MethodCall(_) => true,
        Expr::Try(inner) => goes_on_below(&inner.expr),
        Expr::Reference(inner) => goes_on_below(&inner.expr),
        Expr::Unary(inner) => goes_on_below(&inner.expr),
        _ => overflows(expr, Arity::One),
    }
}

fn prefers_next_line(here: &str, below: &str) -> bool {
    let ends_with = |text: &str, last| text.lines().next().is_some_and(|line| line.ends_with(last));
    let newlines = |text: &str| text.matches('\n').count();
    newlines(here) > newlines(below) + 1
        || ['(', '{', '[']
            .iter()
            .any(|&last| ends_with(here, last) && !ends_with(below, last))
}

/// Whether rustfmt keeps an expression in one line that has the room for it.
fn is_small(expr: &Expr) -> Option<bool> {
    Some(match expr {
        Expr::Reference(inner) => is_small(&inner.expr)?,
        Expr::Unary(inner) => is_small(&inner.expr)?,
        Expr::Paren(inner) => is_small(&inner.expr)?,
        Expr::Field(_) | Expr::MethodCall(_) | Expr::Await(_) | Expr::Try(_) => {
            let chain = Chain::new(expr);
            let in_width = chain.links.len() < 2 || width(&flat(expr)?) <= CHAIN;
            let mut arguments = chain.links.iter().filter_map(|link| link.arguments);
            in_width && is_small(chain.root)? && arguments.all(is_small_list)
        }
        Expr::Call(call) => is_small(&call.func)? && is_small_list(&call.args),
        Expr::Tuple(tuple) => is_small_list(&tuple.elems),
        Expr::Array(array) => is_small_list(&array.elems),
        Expr::Struct(literal) => {
            literal.fields.is_empty()
                || width(&fields(literal)?) <= FIELDS
                    && literal
                        .fields
                        .iter()
                        .all(|field| is_small(&field.expr).unwrap_or(false))
        }
        Expr::Closure(closure) => is_small(&closure.body)?,
        Expr::Assign(assign) => is_small(&assign.right)?,
        _ => true,
    })
}

pub(super) fn is_small_list(list: &Arguments) -> bool {
    let is_free = list.len() < 2 && !list.iter().any(is_nested_call);
    let in_width = is_free || flat_width(list).is_some_and(|width| width <= ARGUMENTS);
    in_width && list.iter().all(|item| is_small(item).unwrap_or(false))
}

/// The width of a list in one line, without its brackets.
fn flat_width(list: &Arguments) -> Option<usize> {
    let mut text = String::new();
    push_flat_list('(', list, ')', &mut text)?;
    Some(width(&text) - 2)
}

pub(super) type Arguments = Punctuated<Expr, Token![,]>;

fn struct_literal(literal: &ExprStruct, place: Place) -> Option<String> {
    let (indent, end) = (place.indent + TAB, place.indent);
    let mut lines = Vec::new();
    for field in &literal.fields {
        let name = one_line(&field.member);
        lines.push(if field.colon_token.is_some() {
            let at = Place::line(indent, 1).after(width(&name) + 1);
            format!("{:indent$}{name}:{},\n", "", right_side(&field.expr, at)?)
        } else {
            format!("{:indent$}{name},\n", "")
        });
    }
    if let Some(rest) = &literal.rest {
        lines.push(format!("{:indent$}..{}\n", "", flat(rest)?));
    }
    let path = one_line(&literal.path);
    Some(format!("{path} {{\n{}{:end$}}}", lines.concat(), ""))
}

fn push_fields(literal: &ExprStruct, text: &mut String) -> Option<()> {
    for (index, field) in literal.fields.iter().enumerate() {
        text.push_str(if index > 0 { ", " } else { "" });
        push_line(&field.member, text);
        if field.colon_token.is_some() {
            text.push_str(": ");
            push_flat(&field.expr, text)?;
        }
    }
    if let Some(rest) = &literal.rest {
        text.push_str(if literal.fields.is_empty() {
            ".."
        } else {
            ", .."
        });
        push_flat(rest, text)?;
    }
    Some(())
}

fn fields(literal: &ExprStruct) -> Option<String> {
    let mut text = String::new();
    push_fields(literal, &mut text)?;
    Some(text)
}

/// The items of a list in one line, in its brackets.
pub(super) fn push_flat_list(
    open: char,
    list: &Arguments,
    close: char,
    text: &mut String,
) -> Option<()> {
    text.push(open);
    for (index, item) in list.iter().enumerate() {
        text.push_str(if index > 0 { ", " } else { "" });
        push_flat(item, text)?;
    }
    text.push(close);
    Some(())
}

fn closure_head(closure: &ExprClosure) -> String {
    let inputs: Vec<String> = closure.inputs.iter().map(one_line).collect();
    let capture = if closure.capture.is_some() {
        "move "
    } else {
        ""
    };
    format!("{capture}|{}|", inputs.join(", "))
}

fn reference(reference: &syn::ExprReference) -> &'static str {
    if reference.mutability.is_some() {
        "&mut "
    } else {
        "&"
    }
}

/// The width of a text in columns.
pub(super) fn width(text: &str) -> usize {
    text.chars().count()
}
