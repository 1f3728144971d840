//! What somebody may have meant who wrote a name that does not exist.
//!
//! Invariant: a suggestion is a help for people and never a repair; it holds no control characters.

/// How much of two names has to be the same, from 0 to 1.
const CUTOFF: f32 = 0.7;

/// The one of `candidates` that differs least from `text`, if it is like it at all.
pub(crate) fn nearest<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    nearest_of(text, candidates, CUTOFF)
}

/// As [`nearest`], where at least `cutoff` of both is the same.
pub(crate) fn nearest_of<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    cutoff: f32,
) -> Option<&'a str> {
    let is_shown = |candidate: &&str| !candidate.contains(char::is_control);
    let candidates = candidates.into_iter().filter(is_shown);
    let likely = likely(text, candidates);
    similar::get_close_matches(text, &likely, 1, cutoff)
        .first()
        .copied()
}

/// How many names are compared in earnest, which takes far longer than to count their letters.
const MOST_COMPARED: usize = 16;

/// The candidates that have the most letters in common with `text`, in whatever order these stand.
fn likely<'a>(text: &str, candidates: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let letters = letters(text);
    let difference = |candidate: &str| {
        let pairs = letters.iter().zip(self::letters(candidate));
        pairs
            .map(|(left, right)| left.abs_diff(right))
            .sum::<usize>()
    };
    let mut likely: Vec<_> = candidates.map(|name| (difference(name), name)).collect();
    likely.sort_by_key(|(difference, _)| *difference);
    likely.truncate(MOST_COMPARED);
    likely.into_iter().map(|(_, name)| name).collect()
}

/// How often each letter stands in `text`: all bytes, in 32 classes of which each has one letter of each case.
fn letters(text: &str) -> [usize; 32] {
    let mut counts = [0; 32];
    for byte in text.bytes() {
        if let Some(count) = counts.get_mut(usize::from(byte % 32)) {
            *count += 1;
        }
    }
    counts
}

/// The question whether another name is meant, of a message that quotes what was found, and behind it what was expected.
pub(crate) fn question_of_message(message: &str) -> Option<String> {
    let mut quoted = message.split('`').skip(1).step_by(2);
    question(quoted.next()?, quoted)
}

/// The question whether the nearest of `candidates` is meant.
pub(crate) fn question<'a>(
    text: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<String> {
    let nearest = nearest(text, candidates)?;
    Some(format!("did you mean `{nearest}`?"))
}
