//! Generates the client of any document.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen_fuzz::document(text));
