//! Which piece of a text each value and key of it is.
//!
//! Built at the first question about a document, by a second pass over the text; a tree, so that the memory is linear
//! in the text however deep the values are.

use super::Pointer;
use super::value::MERGE_KEY;
use std::collections::HashMap;
use std::ops::Range;

/// How many duplicate keys are kept: enough to see what is wrong with a document, however many it has.
const MAX_DUPLICATES: usize = 100;
/// How many merged objects are looked through for a value before one around it will do.
const MAX_MERGES: usize = 100;

/// The spans of one text. When a key stands twice in one object, the last one that is not null counts, as it
/// does for the value.
#[derive(Clone, Debug, Default)]
pub(super) struct SpanIndex {
    nodes: Vec<Node>,
    children: HashMap<(usize, Box<str>), usize>,
    /// The nodes that aliases stand for.
    aliased: HashMap<usize, usize>,
    duplicates: Vec<Duplicate>,
}

/// The spans of one value.
#[derive(Clone, Debug, Default)]
pub(super) struct Node {
    /// The key under which it stands; `None` in an array and at the top.
    pub(super) key: Option<Range<usize>>,
    /// The value.
    pub(super) value: Range<usize>,
}

/// Two equal keys of one object.
#[derive(Clone, Debug)]
pub(super) struct Duplicate {
    pub(super) pointer: Pointer,
    pub(super) name: String,
    pub(super) first: Range<usize>,
    pub(super) second: Range<usize>,
}

/// What holds other values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    Object,
    Array,
}

impl Node {
    /// The key, or the value where there is no key.
    pub(super) fn key_or_value(&self) -> Range<usize> {
        self.key.clone().unwrap_or_else(|| self.value.clone())
    }
}

impl SpanIndex {
    /// The node that `pointer` leads to.
    pub(super) fn exact(&self, pointer: &Pointer) -> Option<&Node> {
        let mut steps = MAX_MERGES;
        let node = pointer
            .keys()
            .try_fold(0, |node, key| self.child(node, &key, &mut steps))?;
        self.nodes.get(self.behind_alias(node))
    }

    /// The node that `pointer` leads to, or the deepest one on the way to it.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Option<&Node> {
        let mut node = 0;
        let mut steps = MAX_MERGES;
        for key in pointer.keys() {
            match self.child(node, &key, &mut steps) {
                Some(child) => node = child,
                None => break,
            }
        }
        self.nodes.get(node)
    }

    /// The member `key` of `node`: its own, or else one that a merge key stands for.
    fn child(&self, node: usize, key: &str, steps: &mut usize) -> Option<usize> {
        if let Some(child) = self.own_child(node, key) {
            return Some(child);
        }
        *steps = steps.checked_sub(1)?;
        let merged = self.own_child(node, MERGE_KEY)?;
        if let Some(child) = self.child(merged, key, steps) {
            return Some(child);
        }
        let mut elements =
            (0..).map_while(|index: usize| self.own_child(merged, &index.to_string()));
        elements.find_map(|element| self.child(element, key, steps))
    }

    fn own_child(&self, node: usize, key: &str) -> Option<usize> {
        let parent = self.behind_alias(node);
        self.children.get(&(parent, key.into())).copied()
    }

    fn behind_alias(&self, node: usize) -> usize {
        self.aliased.get(&node).copied().unwrap_or(node)
    }

    /// The first of the keys that stand twice, in the order of the text.
    pub(super) fn duplicates(&self) -> &[Duplicate] {
        &self.duplicates
    }
}

/// Builds a [`SpanIndex`] from the events of a parser.
#[derive(Debug, Default)]
pub(super) struct SpanBuilder {
    index: SpanIndex,
    open: Vec<Frame>,
}

#[derive(Debug)]
struct Frame {
    node: usize,
    container: Container,
    next_index: usize,
    /// The key whose value comes next or is open.
    key: Option<(String, Range<usize>)>,
}

impl SpanBuilder {
    /// A container begins at `start`.
    pub(super) fn begin(&mut self, container: Container, start: usize) {
        let node = self.add(start..start);
        self.open.push(Frame {
            node,
            container,
            next_index: 0,
            key: None,
        });
    }

    /// The innermost container ends before `end`.
    pub(super) fn end(&mut self, end: usize) {
        let Some(frame) = self.open.pop() else { return };
        if let Some(node) = self.index.nodes.get_mut(frame.node) {
            node.value.end = end.max(node.value.start);
        }
        self.close_member();
    }

    /// A value that holds no others.
    pub(super) fn scalar(&mut self, bytes: Range<usize>) {
        self.add(bytes);
        self.close_member();
    }

    /// An alias of what stands at `node`.
    pub(super) fn alias(&mut self, bytes: Range<usize>, node: Option<usize>) {
        let alias = self.add(bytes);
        self.index.aliased.extend(node.map(|node| (alias, node)));
        self.close_member();
    }

    /// The node of the value that comes next.
    pub(super) fn next_node(&self) -> usize {
        self.index.nodes.len()
    }

    /// A `null`, which takes the place of no other value.
    pub(super) fn null(&mut self, bytes: Range<usize>) {
        let other = self.value_of_key();
        self.add(bytes);
        self.index.children.extend(other);
        self.close_member();
    }

    /// The node that the current key has already, with its place in the index.
    fn value_of_key(&self) -> Option<((usize, Box<str>), usize)> {
        let frame = self.open.last()?;
        let (name, _) = frame.key.as_ref()?;
        let child = (frame.node, name.as_str().into());
        let node = *self.index.children.get(&child)?;
        Some((child, node))
    }

    /// The key of the value that comes next.
    pub(super) fn key(&mut self, name: String, bytes: Range<usize>) {
        if let Some(frame) = self.open.last_mut() {
            frame.key = Some((name, bytes));
        }
    }

    /// Whether what comes next is a key.
    pub(super) fn expects_key(&self) -> bool {
        self.open
            .last()
            .is_some_and(|frame| frame.container == Container::Object && frame.key.is_none())
    }

    /// The index of what came so far.
    pub(super) fn finish(self) -> SpanIndex {
        self.index
    }

    fn add(&mut self, value: Range<usize>) -> usize {
        let node = self.index.nodes.len();
        let mut key = None;
        if let Some(frame) = self.open.last_mut() {
            let name = match &frame.key {
                Some((name, bytes)) => {
                    key = Some(bytes.clone());
                    name.as_str().into()
                }
                None => frame.next_index.to_string().into_boxed_str(),
            };
            frame.next_index += 1;
            let previous = self.index.children.insert((frame.node, name), node);
            if let Some(previous) = previous {
                self.note_duplicate(previous);
            }
        }
        self.index.nodes.push(Node { key, value });
        node
    }

    fn note_duplicate(&mut self, previous: usize) {
        if self.index.duplicates.len() == MAX_DUPLICATES {
            return;
        }
        let first = self
            .index
            .nodes
            .get(previous)
            .and_then(|node| node.key.clone());
        let current = self.open.last().and_then(|frame| frame.key.clone());
        if let (Some(first), Some((name, second))) = (first, current) {
            self.index.duplicates.push(Duplicate {
                pointer: self.pointer(),
                name,
                first,
                second,
            });
        }
    }

    /// The pointer to the value that comes next or is open.
    fn pointer(&self) -> Pointer {
        self.open.iter().fold(Pointer::root(), |pointer, frame| {
            match (&frame.key, frame.next_index.checked_sub(1)) {
                (Some((name, _)), _) => pointer.key(name),
                (None, Some(index)) => pointer.index(index),
                (None, None) => pointer,
            }
        })
    }

    fn close_member(&mut self) {
        if let Some(frame) = self.open.last_mut() {
            frame.key = None;
        }
    }
}
