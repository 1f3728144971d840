//! `use` and `mod` in rustfmt's order and shape.

use std::cmp::Ordering;
use syn::{Item, UseTree};

/// Sorts each run of `use` and each run of `mod` without a body.
pub(super) fn sort(items: &mut [Item]) {
    for run in items.chunk_by_mut(|left, right| kind(left).is_some() && kind(left) == kind(right)) {
        run.sort_by(|left, right| match (left, right) {
            (Item::Use(left), Item::Use(right)) => {
                compare_paths(&path(&left.tree), &path(&right.tree))
            }
            (Item::Mod(left), Item::Mod(right)) => left.ident.cmp(&right.ident),
            _ => Ordering::Equal,
        });
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Use,
    Mod,
}

fn kind(item: &Item) -> Option<Kind> {
    match item {
        Item::Use(_) => Some(Kind::Use),
        Item::Mod(item) if item.content.is_none() => Some(Kind::Mod),
        _ => None,
    }
}

/// `tree` behind `head`, before `;`.
pub(super) fn render(tree: &UseTree, indent: usize, head: usize) -> String {
    let mut names = path(tree);
    let leaves = match names.last() {
        Some(Segment::Group(leaves)) => leaves.clone(),
        Some(Segment::Name(_)) | None => return text(&names),
    };
    names.pop();
    let leaves: Vec<&str> = leaves.iter().map(String::as_str).collect();
    group(&text(&names), &leaves, indent, head)
}

/// The line that imports `names`, which are sorted, from `path`.
pub(crate) fn use_line(path: &[&str], names: &[&str]) -> String {
    let path = path.join("::");
    match names {
        [name] => format!("use {path}::{name};"),
        names => format!("use {};", group(&path, names, 0, "use ".len())),
    }
}

/// Several names from one path, behind `head` columns.
fn group(prefix: &str, leaves: &[&str], indent: usize, head: usize) -> String {
    let line = format!("{prefix}::{{{}}}", leaves.join(", "));
    if head + line.len() + 1 < 99 {
        return line;
    }
    let inner = indent + 4;
    let last = leaves.len().saturating_sub(1);
    let mut lines = vec![String::new()];
    for (index, leaf) in leaves.iter().enumerate() {
        // rustfmt does not count the last comma, unless it has begun another line.
        let room = if index == last && lines.len() == 1 {
            100
        } else {
            99
        };
        match lines.last_mut() {
            Some(line) if inner + line.len() + leaf.len() + 2 <= room => {
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(leaf);
                line.push(',');
            }
            _ => lines.push(format!("{leaf},")),
        }
    }
    let lines: Vec<String> = lines
        .into_iter()
        .filter(|line| !line.is_empty())
        .map(|line| format!("{:inner$}{line}\n", ""))
        .collect();
    format!("{prefix}::{{\n{}{:indent$}}}", lines.concat(), "")
}

enum Segment {
    Name(String),
    /// The last one, sorted.
    Group(Vec<String>),
}

/// The segments of a path; groups within groups are written out, since `use` has no need of them.
fn path(tree: &UseTree) -> Vec<Segment> {
    let mut names = Vec::new();
    let mut rest = tree;
    while let UseTree::Path(path) = rest {
        names.push(Segment::Name(path.ident.to_string()));
        rest = &path.tree;
    }
    names.push(match rest {
        UseTree::Group(group) => {
            let mut leaves: Vec<String> =
                group.items.iter().map(|item| text(&path(item))).collect();
            leaves.sort_by(|left, right| compare(left, right));
            match leaves.pop() {
                Some(only) if leaves.is_empty() => Segment::Name(only),
                Some(last) => {
                    leaves.push(last);
                    Segment::Group(leaves)
                }
                None => Segment::Group(leaves),
            }
        }
        UseTree::Path(_) | UseTree::Name(_) | UseTree::Rename(_) | UseTree::Glob(_) => {
            Segment::Name(leaf(rest))
        }
    });
    names
}

fn leaf(tree: &UseTree) -> String {
    match tree {
        UseTree::Name(name) => name.ident.to_string(),
        UseTree::Rename(rename) => format!("{} as {}", rename.ident, rename.rename),
        UseTree::Glob(_) | UseTree::Path(_) | UseTree::Group(_) => "*".to_owned(),
    }
}

fn text(segments: &[Segment]) -> String {
    let texts: Vec<String> = segments
        .iter()
        .map(|segment| match segment {
            Segment::Name(name) => name.clone(),
            Segment::Group(leaves) => format!("{{{}}}", leaves.join(", ")),
        })
        .collect();
    texts.join("::")
}

fn compare_paths(left: &[Segment], right: &[Segment]) -> Ordering {
    let mut pairs = left.iter().zip(right).map(|pair| match pair {
        (Segment::Name(left), Segment::Name(right)) => compare(left, right),
        (Segment::Name(_), Segment::Group(_)) => Ordering::Less,
        (Segment::Group(_), Segment::Name(_)) => Ordering::Greater,
        (Segment::Group(left), Segment::Group(right)) => left.cmp(right),
    });
    pairs
        .find(|order| order.is_ne())
        .unwrap_or_else(|| left.len().cmp(&right.len()))
}

/// `self`, `super`, `crate`, then by text, where numbers count as such and `_` comes first.
fn compare(left: &str, right: &str) -> Ordering {
    rank(left)
        .cmp(&rank(right))
        .then_with(|| parts(left).cmp(&parts(right)))
}

fn rank(name: &str) -> u8 {
    match name {
        "self" => 0,
        "super" => 1,
        "crate" => 2,
        "*" => 4,
        _ => 3,
    }
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    Underscore,
    Number(usize, String),
    Letter(char),
}

fn parts(name: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = name.trim_start_matches("r#");
    while let Some(first) = rest.chars().next() {
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let length = digits.max(first.len_utf8());
        parts.push(if digits > 0 {
            let number = rest
                .get(..digits)
                .unwrap_or_default()
                .trim_start_matches('0');
            Part::Number(number.len(), number.to_owned())
        } else if first == '_' {
            Part::Underscore
        } else {
            Part::Letter(first)
        });
        rest = rest.get(length..).unwrap_or_default();
    }
    parts
}
