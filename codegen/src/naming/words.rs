//! From text of any kind to a name in one of Rust's cases: the candidate, before anything is known of its scope.
//!
//! Invariant: a candidate is `[A-Za-z][A-Za-z0-9_]*`, at most [`LONGEST`] characters, whatever the text is.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// Longer names are cut, so that a file of that name can exist everywhere, and a line has room for a type of that name.
const LONGEST: usize = 80;

/// How the words of a name are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// `MediaType`.
    Camel,
    /// `media_type`.
    Snake,
    /// `MEDIA_TYPE`.
    Screaming,
}

/// What something would like to be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Of the letters and digits: `name` for `-name`.
    pub(super) plain: String,
    /// What the plain name leaves out, where it does: `minus_name`, with the symbols at the ends spelled. Better than a
    /// number where the plain name is taken.
    pub(super) fuller: Option<String>,
}

impl Candidate {
    /// The candidate of a text of the document.
    pub(super) fn new(text: &str, case: Case) -> Self {
        let words = words(text);
        if words.is_empty() {
            return Self::verbatim(join(&symbols(text), case));
        }
        let fuller = with_symbols(text, &words).map(|words| join(&words, case));
        Self {
            plain: join(&words, case),
            fuller,
        }
    }

    /// The candidate of a media type, in which `application/vnd.` tells nothing.
    pub(super) fn of_media_type(media_type: &str) -> Self {
        let whole = Self::new(media_type, Case::Camel).plain;
        let subtype = media_type
            .strip_prefix("application/")
            .unwrap_or(media_type);
        let telling = subtype.strip_prefix("vnd.").unwrap_or(subtype);
        if telling.len() == media_type.len() || words(telling).is_empty() {
            return Self::verbatim(whole);
        }
        Self {
            plain: Self::new(telling, Case::Camel).plain,
            fuller: Some(whole),
        }
    }

    /// A name that is already one.
    pub(super) fn verbatim(name: impl Into<String>) -> Self {
        Self {
            plain: name.into(),
            fuller: None,
        }
    }
}

/// A part of a name between separators.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Word {
    /// ASCII letters and digits, still in the case of the text: `OCIManifest` is one.
    Letters(String),
    /// A character that has no ASCII form, by its code point: `U1F600`.
    CodePoint(char),
}

/// The letters and digits of `text`; what stands between them only separates.
fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut letters = String::new();
    for character in text.chars() {
        if let Some(folded) = ascii(character) {
            letters.push_str(&folded);
            continue;
        }
        flush(&mut letters, &mut words);
        if character.is_alphanumeric() {
            words.push(Word::CodePoint(character));
        }
    }
    flush(&mut letters, &mut words);
    if let (Some(sign), Some(Word::Letters(first))) = (sign_of_number(text), words.first_mut()) {
        first.insert_str(0, sign);
    }
    words
}

fn flush(letters: &mut String, words: &mut Vec<Word>) {
    if !letters.is_empty() {
        words.push(Word::Letters(std::mem::take(letters)));
    }
}

/// The letters of western Europe without their accents; other letters keep their code point.
fn ascii(character: char) -> Option<String> {
    let folded = match character {
        'À'..='Å' => "A",
        'Æ' => "Ae",
        'Ç' => "C",
        'È'..='Ë' => "E",
        'Ì'..='Ï' => "I",
        'Ñ' => "N",
        'Ò'..='Ö' | 'Ø' => "O",
        'Ù'..='Ü' => "U",
        'Ý' => "Y",
        'ß' => "ss",
        'à'..='å' => "a",
        'æ' => "ae",
        'ç' => "c",
        'è'..='ë' => "e",
        'ì'..='ï' => "i",
        'ñ' => "n",
        'ò'..='ö' | 'ø' => "o",
        'ù'..='ü' => "u",
        'ý' | 'ÿ' => "y",
        _ => {
            return character
                .is_ascii_alphanumeric()
                .then(|| character.to_string());
        }
    };
    Some(folded.to_owned())
}

/// `+1` and `-1` are two things.
fn sign_of_number(text: &str) -> Option<&'static str> {
    let mut characters = text.chars();
    let sign = match characters.next() {
        Some('+') => "Plus",
        Some('-') => "Minus",
        _ => return None,
    };
    characters
        .next()
        .is_some_and(|next| next.is_ascii_digit())
        .then_some(sign)
}

/// The name of a text without letters and digits.
fn symbols(text: &str) -> Vec<Word> {
    let whole = match text {
        "" => Some("Empty"),
        "<=" => Some("LessOrEqual"),
        ">=" => Some("GreaterOrEqual"),
        "!=" | "<>" => Some("NotEqual"),
        _ => None,
    };
    match whole {
        Some(name) => vec![Word::Letters(name.to_owned())],
        None => text.chars().take(LONGEST).map(symbol).collect(),
    }
}

fn symbol(character: char) -> Word {
    let name = match character {
        ' ' => "Space",
        '\t' => "Tab",
        '\n' => "Newline",
        '!' => "Exclamation",
        '"' => "Quote",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "Ampersand",
        '\'' => "Apostrophe",
        '(' => "OpenParenthesis",
        ')' => "CloseParenthesis",
        '*' => "Star",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '<' => "Less",
        '=' => "Equal",
        '>' => "Greater",
        '?' => "Question",
        '@' => "At",
        '[' => "OpenBracket",
        '\\' => "Backslash",
        ']' => "CloseBracket",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backtick",
        '{' => "OpenBrace",
        '|' => "Pipe",
        '}' => "CloseBrace",
        '~' => "Tilde",
        other => return Word::CodePoint(other),
    };
    Word::Letters(name.to_owned())
}

/// `words` between the spelled symbols at the ends of `text`; `None` where there are none.
fn with_symbols(text: &str, words: &[Word]) -> Option<Vec<Word>> {
    let is_symbol = |character: &char| !character.is_alphanumeric() && !character.is_whitespace();
    let trimmed = text.trim();
    let mut before: Vec<Word> = trimmed.chars().take_while(is_symbol).map(symbol).collect();
    let mut after: Vec<Word> = trimmed
        .chars()
        .rev()
        .take_while(is_symbol)
        .map(symbol)
        .collect();
    after.reverse();
    if sign_of_number(text).is_some() {
        before.clear();
    }
    (!before.is_empty() || !after.is_empty()).then(|| [&before, words, &after].concat())
}

/// The words in one of Rust's cases.
fn join(words: &[Word], case: Case) -> String {
    let mut name = String::new();
    for word in words {
        let (text, separator) = match case {
            Case::Camel => (camel(word), ""),
            Case::Snake => (snake(word), "_"),
            Case::Screaming => (snake(word).to_uppercase(), "_"),
        };
        if name.is_empty() {
            name.push_str(digit_prefix(&text, case));
        } else if between_digits(&name, &text) {
            // Without it `1.5` and `15` would have one name.
            name.push('_');
        } else {
            name.push_str(separator);
        }
        name.push_str(&text);
        if name.len() > LONGEST {
            break;
        }
    }
    name.truncate(LONGEST);
    name.truncate(name.trim_end_matches('_').len());
    name
}

fn digit_prefix(text: &str, case: Case) -> &'static str {
    if !text.starts_with(|first: char| first.is_ascii_digit()) {
        return "";
    }
    match case {
        Case::Camel | Case::Screaming => "N",
        Case::Snake => "n",
    }
}

/// Whether a name that ends with a digit is followed by one.
fn between_digits(name: &str, next: &str) -> bool {
    name.ends_with(|last: char| last.is_ascii_digit())
        && next.starts_with(|first: char| first.is_ascii_digit())
}

fn camel(word: &Word) -> String {
    match word {
        Word::Letters(letters) => even_acronyms(letters).to_upper_camel_case(),
        Word::CodePoint(character) => format!("U{:04X}", u32::from(*character)),
    }
}

fn snake(word: &Word) -> String {
    match word {
        Word::Letters(letters) => even_acronyms(letters).to_snake_case(),
        Word::CodePoint(character) => format!("u{:04x}", u32::from(*character)),
    }
}

/// `resourceIDs` as `resourceIds`: else the plural's `s` would make `I` a word of its own.
fn even_acronyms(letters: &str) -> String {
    let mut even = String::with_capacity(letters.len());
    let mut capitals = String::new();
    let mut rest = letters.chars().peekable();
    while let Some(character) = rest.next() {
        if character.is_ascii_uppercase() {
            capitals.push(character);
            continue;
        }
        let ends = rest.peek().is_none_or(|next| !next.is_ascii_lowercase());
        if character == 's' && capitals.len() > 1 && ends {
            even.extend(capitals.drain(..1));
            even.push_str(&capitals.to_ascii_lowercase());
        } else {
            even.push_str(&capitals);
        }
        capitals.clear();
        even.push(character);
    }
    even.push_str(&capitals);
    even
}

#[cfg(test)]
mod tests {
    use super::{Candidate, Case};
    use proptest::prelude::*;

    fn camel(text: &str) -> String {
        Candidate::new(text, Case::Camel).plain
    }

    fn snake(text: &str) -> String {
        Candidate::new(text, Case::Snake).plain
    }

    #[test]
    fn acronyms_and_digits_stay_readable() {
        assert_eq!(camel("OCIManifest"), "OciManifest");
        assert_eq!(camel("V2Support"), "V2Support");
        assert_eq!(snake("V2Support"), "v2_support");
        assert_eq!(camel("JWK"), "Jwk");
        assert_eq!(
            camel("ManifestAttributes_manifest"),
            "ManifestAttributesManifest"
        );
        assert_eq!(snake("os.version"), "os_version");
        assert_eq!(snake("resourceIDs"), "resource_ids");
        assert_eq!(snake("Docker-Content-Digest"), "docker_content_digest");
        assert_eq!(camel("2021-10-01"), "N2021_10_01");
        assert_eq!(snake("1a"), "n1a");
        assert_ne!(camel("1.5"), camel("15"));
    }

    #[test]
    fn symbols_are_spelled_where_nothing_else_is_left() {
        assert_eq!(snake("+1"), "plus1");
        assert_eq!(snake("-1"), "minus1");
        assert_eq!(camel("<="), "LessOrEqual");
        assert_eq!(camel(""), "Empty");
        assert_eq!(camel("*"), "Star");
        assert_eq!(camel("\u{1F600}"), "U1F600");
        assert_eq!(snake("\u{1F600}"), "u1f600");
        assert_eq!(snake("$skip"), "skip");
    }

    #[test]
    fn symbols_at_the_ends_are_a_second_choice() {
        let fuller = |text| Candidate::new(text, Case::Camel).fuller;
        assert_eq!(fuller("-name"), Some("MinusName".to_owned()));
        assert_eq!(fuller("c++"), Some("CPlusPlus".to_owned()));
        assert_eq!(fuller("a-b"), None);
        assert_eq!(fuller("+1"), None);
    }

    #[test]
    fn media_types_are_called_after_what_tells_them_apart() {
        let names = |media_type| {
            let candidate = Candidate::of_media_type(media_type);
            (candidate.plain, candidate.fuller)
        };
        let whole = |name: &str| (name.to_owned(), None);
        assert_eq!(
            names("application/vnd.oci.image.index.v1+json"),
            (
                "OciImageIndexV1Json".to_owned(),
                Some("ApplicationVndOciImageIndexV1Json".to_owned())
            )
        );
        assert_eq!(names("application/json").0, "Json");
        assert_eq!(names("text/json"), whole("TextJson"));
        assert_eq!(names("application/*"), whole("Application"));
    }

    #[test]
    fn accents_are_folded_and_other_letters_numbered() {
        assert_eq!(snake("Größe"), "grosse");
        assert_eq!(camel("你好"), "U4F60U597D");
    }

    proptest! {
        #[test]
        fn every_text_gives_an_identifier(text in any::<String>()) {
            for case in [Case::Camel, Case::Snake, Case::Screaming] {
                let candidate = Candidate::new(&text, case);
                for name in std::iter::once(&candidate.plain).chain(&candidate.fuller) {
                    prop_assert!(name.starts_with(|first: char| first.is_ascii_alphabetic()), "{name:?}");
                    prop_assert!(name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'), "{name:?}");
                    prop_assert!(name.len() <= super::LONGEST);
                }
            }
        }
    }
}
