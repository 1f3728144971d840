//! Gives any names to things.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen_fuzz::naming(text));
