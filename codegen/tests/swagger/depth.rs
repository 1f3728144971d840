//! The deepest document that the source stage lets through is read on a small stack.

use crate::read;
use codegen::swagger::{Schema, SchemaItems};
use std::thread;

/// How many values may nest; the innermost schema and the text's own object count, too.
const DEEPEST: usize = 126;

/// Reads what `open` nests into itself, and gives the depth at which there is no schema inside any more.
fn depth_on_small_stack(open: &'static str, close: &'static str, levels: usize) -> usize {
    const STACK: usize = 512 * 1024;
    let work = move || {
        let text = format!("{}{{}}{}", open.repeat(levels), close.repeat(levels));
        let (schema, findings) = read::<Schema>(&text);
        assert_eq!(findings, Vec::<String>::new());
        let schema = schema.expect("it is read");
        std::iter::successors(Some(&schema), |schema| inner(schema)).count() - 1
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(work);
    thread
        .expect("a thread starts")
        .join()
        .expect("the work ends")
}

fn inner(schema: &Schema) -> Option<&Schema> {
    match &schema.items {
        Some(SchemaItems::One(items)) => Some(items),
        Some(SchemaItems::Tuple(items)) => items.first(),
        None => schema.properties.get("a").or(schema.all_of.first()),
    }
}

#[test]
fn g16_nested_schemas() {
    let shapes = [
        ("{items: ", "}", DEEPEST),
        ("{properties: {a: ", "}}", DEEPEST / 2),
        ("{allOf: [", "]}", DEEPEST / 2),
        ("{items: [", "]}", DEEPEST / 2),
    ];
    for (open, close, levels) in shapes {
        assert_eq!(depth_on_small_stack(open, close, levels), levels, "{open}");
    }
}
