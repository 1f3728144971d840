//! Types of fields, headers of functions and of `impl` blocks, broken as rustfmt breaks them.

use super::expression::{Place, width};
use super::tokens::one_line;
use syn::{
    FnArg, GenericArgument, Generics, Ident, PatType, Path, PathArguments, ReturnType, Signature,
    Type, TypeParamBound,
};

const LINE: usize = 100;
const TAB: usize = 4;

/// A field's type behind `sign`, which is its name and the colon.
pub(super) fn field_type(sign: &str, ty: &Type, tail: &str, indent: usize) -> String {
    let line = one_line(ty);
    if width(sign) + 1 + width(&line) + width(tail) <= LINE {
        return format!("{sign} {line}{tail}");
    }
    let inner = indent + TAB;
    if inner + width(&line) + width(tail) <= LINE {
        return format!("{sign}\n{:inner$}{line}{tail}", "");
    }
    format!("{sign} {}{tail}", broken(ty, indent))
}

/// A constant's type behind `sign`, which is its name and the colon; unlike a field's it never goes into the next line.
pub(super) fn constant_type(sign: &str, ty: &Type, tail: &str, indent: usize) -> String {
    let line = one_line(ty);
    if width(sign) + 1 + width(&line) + width(tail) <= LINE {
        format!("{sign} {line}{tail}")
    } else {
        format!("{sign} {}{tail}", broken(ty, indent))
    }
}

/// A variant that holds one value, behind the indent `head`.
pub(super) fn variant(head: &str, name: &Ident, ty: &Type, tail: &str) -> String {
    let (line, indent) = (one_line(ty), width(head));
    if indent + width(&format!("{name}({line}){tail}")) <= LINE {
        return format!("{head}{name}({line}){tail}");
    }
    let inner = indent + TAB;
    format!("{head}{name}(\n{:inner$}{line},\n{head}){tail}", "")
}

/// A type whose arguments stand each in a line.
fn broken(ty: &Type, indent: usize) -> String {
    let line = one_line(ty);
    let Some(path) = path_of(ty) else { return line };
    let arguments = path.segments.last().map(|segment| &segment.arguments);
    let Some(PathArguments::AngleBracketed(arguments)) = arguments else {
        return line;
    };
    let head = line.split('<').next().unwrap_or_default();
    let inner = indent + TAB;
    let lines: Vec<String> = arguments
        .args
        .iter()
        .map(|argument| format!("{:inner$}{},\n", "", generic_argument(argument, inner)))
        .collect();
    format!("{head}<\n{}{:indent$}>", lines.concat(), "")
}

/// The path whose arguments can be broken: that of the type, or of its only trait.
fn path_of(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Path(ty) => Some(&ty.path),
        Type::ImplTrait(ty) => match ty.bounds.first() {
            Some(TypeParamBound::Trait(bound)) if ty.bounds.len() == 1 => Some(&bound.path),
            _ => None,
        },
        _ => None,
    }
}

fn generic_argument(argument: &GenericArgument, indent: usize) -> String {
    let line = one_line(argument);
    match argument {
        GenericArgument::Type(ty) if indent + width(&line) + 1 > LINE => broken(ty, indent),
        _ => line,
    }
}

/// The name, generics, parameters and result of a function; `tail` is what follows its name in the skeleton.
pub(super) fn function(signature: &Signature, place: Place, tail: &str) -> String {
    let tail = tail.strip_prefix("()").unwrap_or(tail);
    let name = format!("{}{}", signature.ident, generics(&signature.generics));
    let inputs: Vec<String> = signature.inputs.iter().map(one_line).collect();
    let output = match &signature.output {
        ReturnType::Default => String::new(),
        ReturnType::Type(_, ty) => format!(" -> {}", one_line(ty)),
    };
    let line = format!("{name}({}){output}", inputs.join(", "));
    if place.column + width(&line) + width(tail) <= LINE {
        return format!("{line}{tail}");
    }
    let (inner, end) = (place.indent + TAB, place.indent);
    let inputs: Vec<String> = signature
        .inputs
        .iter()
        .map(|input| format!("{:inner$}{},\n", "", parameter(input, inner)))
        .collect();
    let end = format!("{:end$})", "");
    format!(
        "{name}(\n{}{end}{}",
        inputs.concat(),
        result(signature, place.indent, tail)
    )
}

/// A parameter in lines of its own.
fn parameter(input: &FnArg, indent: usize) -> String {
    let line = one_line(input);
    let FnArg::Typed(PatType { pat, ty, .. }) = input else {
        return line;
    };
    // rustfmt does not count the word `impl`.
    let uncounted = match **ty {
        Type::ImplTrait(_) => "impl ".len(),
        _ => 0,
    };
    if indent + width(&line) < LINE + uncounted {
        return line;
    }
    format!("{}: {}", one_line(pat), broken(ty, indent))
}

/// The result of a function whose parameters are broken, and its `{`.
fn result(signature: &Signature, indent: usize, tail: &str) -> String {
    let ReturnType::Type(_, ty) = &signature.output else {
        return tail.to_owned();
    };
    let line = format!(" -> {}", one_line(ty));
    let used = indent + 1 + width(&line);
    // rustfmt counts the indent twice here.
    if used + width(tail) + indent <= LINE {
        return line + tail;
    }
    match tail.strip_prefix(" {") {
        // And here it takes the result to stand at the indent.
        Some(rest) if indent + width(&line) <= LINE + 1 => {
            format!("{line}\n{:indent$}{{{rest}", "")
        }
        Some(_) | None => format!(" -> {}{tail}", broken(ty, indent)),
    }
}

/// The header of an `impl` block behind `head`, its indent; `tail` is its `{`.
pub(super) fn header(
    head: &str,
    (params, of_trait, ty): (&Generics, Option<&Path>, &Type),
    tail: &str,
) -> String {
    let (generics, ty, indent) = (generics(params), one_line(ty), width(head));
    let (first, second) = match of_trait {
        Some(path) => (
            format!("{head}impl{generics} {}", one_line(path)),
            format!("for {ty}"),
        ),
        None => (format!("{head}impl{generics}"), ty),
    };
    if width(&first) + 1 + width(&second) + width(tail) <= LINE {
        return format!("{first} {second}{tail}");
    }
    let inner = indent + TAB;
    let tail = tail.trim_start();
    format!("{first}\n{:inner$}{second}\n{head}{tail}", "")
}

/// The head of a struct between `pub struct ` and its `{`.
pub(super) fn struct_head(head: &str, name: &Ident, params: &Generics, tail: &str) -> String {
    let line = format!("{head}{name}{}", generics(params));
    if width(&line) + width(tail) <= LINE {
        return line + tail;
    }
    if width(&line) <= LINE {
        return format!("{line}\n{}", tail.trim_start());
    }
    let params: Vec<String> = params.params.iter().map(one_line).collect();
    format!("{head}{name}<\n{:TAB$}{},\n>{tail}", "", params.join(", "))
}

fn generics(generics: &Generics) -> String {
    if generics.params.is_empty() {
        return String::new();
    }
    let params: Vec<String> = generics.params.iter().map(one_line).collect();
    format!("<{}>", params.join(", "))
}
