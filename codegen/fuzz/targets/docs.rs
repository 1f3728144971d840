//! Makes a doc comment of any text.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen_fuzz::docs(text));
