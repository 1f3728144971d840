//! Puts the pieces back into the printed skeleton, each broken as rustfmt would break it where it stands.

use super::expression::{Place, arm_body, render, right_side, width};
use super::imports;
use super::signature::{constant_type, field_type, function, header, struct_head, variant};
use super::skeleton::{MARK, PLACEHOLDER, Piece, Pieces};
use std::str::Lines;
use syn::{Expr, Type};

/// `skeleton` with its placeholders filled; `None` when not all can be.
pub(super) fn fill(skeleton: &str, pieces: &Pieces) -> Option<String> {
    let mut text = String::with_capacity(skeleton.len() * 2);
    let mut filled = 0;
    let mut lines = skeleton.lines();
    while let Some(line) = lines.next() {
        let unbraced = without_braces(line, &lines, pieces);
        if unbraced.is_some() {
            lines.nth(1);
        }
        let line = unbraced.as_deref().unwrap_or(line);
        if line.contains(MARK) {
            text.push_str(&fill_line(line, pieces)?);
            filled += 1;
        } else if let Some(broken) = attribute(line).or_else(|| long_head(line)) {
            text.push_str(&broken);
        } else {
            text.push_str(line);
        }
        text.push('\n');
    }
    (filled == pieces.len()).then_some(text)
}

/// A line with the body of a match arm that prettyplease puts into braces, since a long pattern leaves it no room: how
/// much room it needs is known only when it is filled in.
fn without_braces(line: &str, others: &Lines<'_>, pieces: &Pieces) -> Option<String> {
    let head = line
        .strip_suffix(" {")
        .filter(|head| head.ends_with("=>"))?;
    let mut others = others.clone();
    let (body, end) = (others.next()?.trim_start(), others.next()?.trim_start());
    (end == "}" && is_arm_body(body, pieces)).then(|| format!("{head} {body},"))
}

fn is_arm_body(line: &str, pieces: &Pieces) -> bool {
    let number = line.trim_start().strip_prefix(PLACEHOLDER);
    let number = number.and_then(|digits| digits.parse().ok());
    matches!(
        number.and_then(|number| pieces.get(number)),
        Some(Piece::ArmBody(_))
    )
}

/// A line holds at most one placeholder, since none is inside another.
fn fill_line(line: &str, pieces: &Pieces) -> Option<String> {
    let (head, rest) = line.split_at_checked(line.find(MARK)? - 1)?;
    let rest = rest.strip_prefix(PLACEHOLDER)?;
    let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let tail = rest.get(digits..)?;
    let indent = line.len() - line.trim_start().len();
    let piece = pieces.get(rest.get(..digits)?.parse().ok()?)?;
    // The `=` or `=>`, without the space behind it.
    let sign = head.trim_end();
    let at = |head: &str| Place {
        indent,
        column: width(head),
        suffix: width(tail),
    };
    Some(match piece {
        Piece::Statement(expr) => format!("{head}{}{tail}", render(expr, at(head))?),
        Piece::RightSide(expr) => format!("{sign}{}{tail}", right_side(expr, at(sign))?),
        Piece::Constant(ty, value) => constant(sign, ty, value, indent)?,
        Piece::ArmBody(expr) => {
            let body = arm_body(expr, at(sign))?;
            let tail = if body.starts_with(" {\n") { "" } else { tail };
            format!("{sign}{body}{tail}")
        }
        Piece::FieldType(ty) => field_type(sign, ty, tail, indent),
        Piece::Signature(signature) => format!("{head}{}", function(signature, at(head), tail)),
        Piece::Header(params, of_trait, ty) => {
            let head = line.get(..indent)?;
            header(head, (params, of_trait.as_ref(), ty), tail)
        }
        Piece::StructName(name, generics) => struct_head(head, name, generics, tail),
        Piece::Variant(name, ty) => variant(head, name, ty, tail),
        Piece::Import(tree) => {
            format!("{head}{}{tail}", imports::render(tree, indent, width(head)))
        }
        Piece::Docs(text) => docs(&text.value(), indent),
    })
}

/// A constant or a static behind `sign`, which is its name and the colon.
fn constant(sign: &str, ty: &Type, value: &Expr, indent: usize) -> Option<String> {
    let head = constant_type(sign, ty, " =", indent);
    let place = Place {
        indent,
        column: head.lines().last().map(width)?,
        suffix: width(";"),
    };
    Some(format!("{head}{};", right_side(value, place)?))
}

/// The lines of a doc comment.
fn docs(text: &str, indent: usize) -> String {
    let mut lines = String::with_capacity(text.len() + indent + 4);
    for line in text.split('\n') {
        if !lines.is_empty() {
            lines.push('\n');
        }
        lines.extend(std::iter::repeat_n(' ', indent));
        lines.push_str("///");
        lines.push_str(line.trim_end());
    }
    lines
}

/// An attribute whose arguments are wider than rustfmt has them in one line: each in its own.
fn attribute(line: &str) -> Option<String> {
    let code = line.trim_start();
    let indent = line.len() - code.len();
    if !code.starts_with("#[") {
        return None;
    }
    let (head, rest) = code.split_once('(')?;
    let arguments = rest.strip_suffix(")]")?;
    if head.ends_with("derive") || width(arguments) <= 70 {
        return None;
    }
    let arguments = split_arguments(arguments);
    if arguments.len() < 2 {
        return None;
    }
    let inner = indent + 4;
    let lines: Vec<String> = arguments
        .iter()
        .map(|argument| format!("{:inner$}{argument}", ""))
        .collect();
    let lines = lines.join(",\n");
    Some(format!("{:indent$}{head}(\n{lines}\n{:indent$})]", "", ""))
}

/// The head of a type whose name leaves no room for its `{`.
fn long_head(line: &str) -> Option<String> {
    let is_type = line.starts_with("pub struct ") || line.starts_with("pub enum ");
    let head = line.strip_suffix(" {").filter(|_| is_type)?;
    (width(line) > 100).then(|| format!("{head}\n{{"))
}

/// The arguments between the commas outside literals; generated attributes have no nested lists.
fn split_arguments(text: &str) -> Vec<&str> {
    let (mut in_literal, mut escaped) = (false, false);
    let arguments = text.split(|next| {
        match next {
            _ if escaped => escaped = false,
            '\\' => escaped = in_literal,
            '"' => in_literal = !in_literal,
            _ => {}
        }
        next == ',' && !in_literal
    });
    arguments.map(str::trim).collect()
}
