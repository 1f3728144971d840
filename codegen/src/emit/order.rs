//! The order in which rustfmt keeps imports, so that it leaves generated files alone. Modules it keeps in plain order.

use std::cmp::Ordering;

/// Compares as rustfmt of the 2024 edition does: runs of digits by their value, an underscore before anything else.
pub(super) fn version_cmp(left: &str, right: &str) -> Ordering {
    let mut left_chunks = chunks(left).into_iter();
    let mut right_chunks = chunks(right).into_iter();
    loop {
        let ordering = match (left_chunks.next(), right_chunks.next()) {
            (None, None) => return left.cmp(right),
            (None, Some(_)) => Ordering::Less,
            (Some(_), None) => Ordering::Greater,
            (Some(left), Some(right)) => compare_chunks(left, right),
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

/// A run of characters of one kind.
#[derive(Clone, Copy)]
enum Chunk<'a> {
    Underscore,
    Digits(&'a str),
    Text(&'a str),
}

fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let mut rest = text;
    let mut chunks = Vec::new();
    while let Some(first) = rest.chars().next() {
        let end = if first == '_' {
            1
        } else {
            let same_kind = |c: char| c.is_ascii_digit() == first.is_ascii_digit() && c != '_';
            rest.find(|c: char| !same_kind(c)).unwrap_or(rest.len())
        };
        let (chunk, tail) = rest.split_at(end);
        chunks.push(match first {
            '_' => Chunk::Underscore,
            digit if digit.is_ascii_digit() => Chunk::Digits(chunk),
            _ => Chunk::Text(chunk),
        });
        rest = tail;
    }
    chunks
}

fn compare_chunks(left: Chunk<'_>, right: Chunk<'_>) -> Ordering {
    match (left, right) {
        (Chunk::Underscore, Chunk::Underscore) => Ordering::Equal,
        (Chunk::Underscore, Chunk::Digits(_) | Chunk::Text(_)) => Ordering::Less,
        (Chunk::Digits(_) | Chunk::Text(_), Chunk::Underscore) => Ordering::Greater,
        (Chunk::Digits(left), Chunk::Digits(right)) => {
            let value = |digits: &str| digits.trim_start_matches('0').to_owned();
            let (left, right) = (value(left), value(right));
            left.len().cmp(&right.len()).then(left.cmp(&right))
        }
        (Chunk::Digits(left) | Chunk::Text(left), Chunk::Digits(right) | Chunk::Text(right)) => {
            left.cmp(right)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::version_cmp;

    /// The order of `rustfmt 1.8` in the 2024 edition, taken from its output.
    #[test]
    fn names_are_ordered_as_rustfmt_does() {
        let ordered = ["A", "A_", "A2", "A10", "B", "a_b", "a2", "a10", "ab"];
        let mut sorted = ordered;
        sorted.sort_by(|left, right| version_cmp(left, right));
        assert_eq!(sorted, ordered);
    }
}
