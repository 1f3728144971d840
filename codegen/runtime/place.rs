//! Where in a JSON text a failure of `serde_json` is. The text is read a second time, and only then, so that a reply that
//! is what it should be costs nothing for it.

use super::json::Within;

/// The path of the value at which reading stopped, such as `siblings[0].birthday`; `.` is the whole text.
pub(super) fn place_of(text: &[u8], error: &serde_json::Error) -> String {
    let read = &text[..offset(text, error.line(), error.column())];
    let message = error.to_string();
    let property = Within::property_of(&message);
    let mut walk = Walk {
        property: property.unwrap_or_default().as_bytes(),
        ..Walk::default()
    };
    walk.read(read);
    // A value that was refused after it had been read is noticed at the end of what it is the last member of. An object that
    // has the property which tells its type is the value itself.
    let is_about_last = match property {
        Some(_) => !walk.ended_with_property,
        None => error.is_data() && !is_about_container(&message),
    };
    walk.path(is_about_last)
}

/// How far a line and a column are in the text. Both are zero when a failure has no place.
fn offset(text: &[u8], line: usize, column: usize) -> usize {
    let mut start = 0;
    for _ in 1..line {
        match text[start..].iter().position(|byte| *byte == b'\n') {
            Some(end) => start += end + 1,
            None => break,
        }
    }
    text.len().min(start + column)
}

/// Whether a failure at the end of a container is about all of it. The messages are those of `serde`.
fn is_about_container(message: &str) -> bool {
    let messages = ["missing field", "duplicate field", "invalid"];
    messages.iter().any(|start| message.starts_with(start))
}

/// A text up to some byte.
#[derive(Default)]
struct Walk<'t> {
    /// The containers that are open, from the outermost to the innermost, each as the place in it.
    open: Vec<Step<'t>>,
    /// The last place in the container that ended with the last byte, if one did.
    ended: Option<Step<'t>>,
    /// The property that tells the type of the object that was refused.
    property: &'t [u8],
    /// Whether each of the open containers has that property.
    with_property: Vec<bool>,
    /// Whether the last container that ended has it.
    ended_with_property: bool,
    /// Whether the last byte opened the innermost container.
    begins: bool,
}

#[derive(Clone, Copy)]
enum Step<'t> {
    /// In an object, behind this name; at its beginning the name is empty.
    Member(&'t [u8]),
    /// In an array. A comma does not count before the next element begins.
    Element { index: usize, is_over: bool },
}

impl<'t> Walk<'t> {
    fn read(&mut self, text: &'t [u8]) {
        let mut at = 0;
        let mut expects_name = false;
        while let Some(&byte) = text.get(at) {
            let start = at;
            at += 1;
            if byte.is_ascii_whitespace() {
                continue;
            }
            self.ended = None;
            self.begins = false;
            if !matches!(byte, b',' | b']') {
                self.begin_element();
            }
            match byte {
                b'"' => {
                    at = end_of_string(text, at);
                    if let (true, Some(Step::Member(name))) = (expects_name, self.open.last_mut()) {
                        *name = text[start + 1..at].strip_suffix(b"\"").unwrap_or_default();
                        expects_name = false;
                        if let Some(has) = self.with_property.last_mut() {
                            *has |= *name == self.property;
                        }
                    }
                }
                b'{' | b'[' => {
                    expects_name = byte == b'{';
                    self.begins = true;
                    self.open.push(Step::within(byte));
                    self.with_property.push(false);
                }
                b'}' | b']' => {
                    self.ended = self.open.pop();
                    self.ended_with_property = self.with_property.pop().unwrap_or_default();
                }
                b',' => match self.open.last_mut() {
                    Some(Step::Element { is_over, .. }) => *is_over = true,
                    Some(Step::Member(_)) => expects_name = true,
                    None => {}
                },
                _ => {}
            }
        }
    }

    fn begin_element(&mut self) {
        if let Some(Step::Element { index, is_over }) = self.open.last_mut() {
            *index += usize::from(*is_over);
            *is_over = false;
        }
    }

    fn path(mut self, is_about_last: bool) -> String {
        if self.begins {
            self.open.pop();
        }
        self.open.extend(self.ended.filter(|_| is_about_last));
        let mut path = String::new();
        for step in self.open {
            match step {
                Step::Member(b"") => {}
                Step::Member(name) => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(&String::from_utf8_lossy(name));
                }
                Step::Element { index, .. } => {
                    path.push('[');
                    path.push_str(&index.to_string());
                    path.push(']');
                }
            }
        }
        if path.is_empty() {
            path.push('.');
        }
        path
    }
}

impl Step<'_> {
    /// The beginning of the container that this byte opens.
    fn within(bracket: u8) -> Self {
        if bracket == b'{' {
            Self::Member(b"")
        } else {
            Self::Element {
                index: 0,
                is_over: false,
            }
        }
    }
}

/// Behind the quotation mark that ends a string.
fn end_of_string(text: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = text.get(at) {
        match byte {
            b'"' => return at + 1,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    text.len()
}
