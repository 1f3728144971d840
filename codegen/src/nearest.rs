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
    let candidates: Vec<&str> = candidates.into_iter().filter(is_shown).collect();
    similar::get_close_matches(text, &candidates, 1, cutoff)
        .first()
        .copied()
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
