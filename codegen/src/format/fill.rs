//! Puts the pieces back into the printed skeleton, each broken as rustfmt would break it where it stands.

use super::expression::{Place, arm_body, render, right_side, width};
use super::imports;
use super::skeleton::{PLACEHOLDER, Piece, Pieces};
use super::tokens::one_line;
use syn::{ReturnType, Signature, Type};

/// `skeleton` with its placeholders filled.
pub(super) fn fill(skeleton: &str, pieces: &Pieces) -> String {
    let mut text = String::with_capacity(skeleton.len() * 2);
    for line in skeleton.lines() {
        text.push_str(&fill_line(line, pieces).unwrap_or_else(|| line.to_owned()));
        text.push('\n');
    }
    text
}

/// A line holds at most one placeholder, since none is inside another.
fn fill_line(line: &str, pieces: &Pieces) -> Option<String> {
    let (head, rest) = line.split_once(PLACEHOLDER)?;
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
        Piece::ArmBody(expr) => {
            let body = arm_body(expr, at(sign))?;
            let tail = if body.starts_with(" {\n") { "" } else { tail };
            format!("{sign}{body}{tail}")
        }
        Piece::FieldType(ty) => field_type(sign, ty, tail, indent),
        Piece::Signature(signature) => format!("{head}{}", function(signature, at(head), tail)),
        Piece::Import(tree) => {
            format!("{head}{}{tail}", imports::render(tree, indent, width(head)))
        }
    })
}

fn field_type(sign: &str, ty: &Type, tail: &str, indent: usize) -> String {
    let ty = one_line(ty);
    if width(sign) + 1 + width(&ty) + width(tail) <= 100 {
        format!("{sign} {ty}{tail}")
    } else {
        let indent = indent + 4;
        format!("{sign}\n{:indent$}{ty}{tail}", "")
    }
}

/// The name, generics, parameters and result of a function; `tail` is the parentheses of the skeleton and what follows.
fn function(signature: &Signature, place: Place, tail: &str) -> String {
    let tail = tail.strip_prefix("()").unwrap_or(tail);
    let generics = if signature.generics.params.is_empty() {
        String::new()
    } else {
        let params: Vec<String> = signature.generics.params.iter().map(one_line).collect();
        format!("<{}>", params.join(", "))
    };
    let name = format!("{}{generics}", signature.ident);
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", one_line(ty)),
    };
    let inputs: Vec<String> = signature.inputs.iter().map(one_line).collect();
    let line = format!("{name}({}){output}", inputs.join(", "));
    if place.column + width(&line) + width(tail) <= 100 {
        return format!("{line}{tail}");
    }
    let (inner, end) = (place.indent + 4, place.indent);
    let mut text = format!("{name}(\n");
    for input in inputs {
        text.push_str(&format!("{:inner$}{input},\n", ""));
    }
    let result = format!("{:end$}){output}", "");
    let fits = width(&result) + width(tail) <= 100;
    let brace = match tail.strip_prefix(" {") {
        Some(rest) if !fits => format!("\n{:end$}{{{rest}", ""),
        _ => tail.to_owned(),
    };
    text + &result + &brace
}
