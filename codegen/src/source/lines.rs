//! Line and column of a byte offset, without reading a long line again for each question.

/// How many bytes lie between two of the offsets for which the number of characters is kept.
const STRIDE: usize = 128;

/// Where the lines of a text begin.
#[derive(Clone, Debug)]
pub(super) struct LineIndex {
    starts: Vec<usize>,
    /// The number of characters that begin before each multiple of [`STRIDE`].
    characters: Vec<usize>,
}

impl LineIndex {
    /// The index of `text`.
    pub(super) fn new(text: &str) -> Self {
        let line_ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0).chain(line_ends.map(|(offset, _)| offset + 1));
        let mut total = 0;
        let characters = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let before = total;
            total += count_characters(chunk);
            before
        });
        Self {
            characters: characters.collect(),
            starts: starts.collect(),
        }
    }

    /// Line and column, both from 1, of the character at or before the byte `offset` of `text`.
    pub(super) fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let offset = offset.min(text.len());
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = self.line_start(line);
        let column = self.characters_before(text, offset) - self.characters_before(text, start);
        (line, column + 1)
    }

    /// The byte offset at which `line`, from 1, begins.
    pub(super) fn line_start(&self, line: usize) -> usize {
        let index = line.saturating_sub(1);
        self.starts.get(index).copied().unwrap_or_default()
    }

    /// The byte offset of the character with this number, from 0.
    pub(super) fn byte_of_character(&self, text: &str, character: usize) -> usize {
        let chunk = self
            .characters
            .partition_point(|before| *before <= character);
        let chunk = chunk.saturating_sub(1);
        let before = self.characters.get(chunk).copied().unwrap_or_default();
        let from = chunk * STRIDE;
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        rest.iter()
            .enumerate()
            .filter(|(_, byte)| begins_character(**byte))
            .nth(character - before)
            .map_or(text.len(), |(offset, _)| from + offset)
    }

    fn characters_before(&self, text: &str, offset: usize) -> usize {
        let chunk = offset / STRIDE;
        // An offset at the very end of the text may lie in a chunk of its own, which is empty.
        let Some(before) = self.characters.get(chunk) else {
            let last = self.characters.len().saturating_sub(1);
            let before = self.characters.last().copied().unwrap_or_default();
            return before
                + count_characters(text.as_bytes().get(last * STRIDE..).unwrap_or_default());
        };
        let bytes = text.as_bytes().get(chunk * STRIDE..offset);
        before + count_characters(bytes.unwrap_or_default())
    }
}

fn count_characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| begins_character(**byte)).count()
}

/// Whether this byte of UTF-8 is not a continuation.
fn begins_character(byte: u8) -> bool {
    byte & 0xC0 != 0x80
}
