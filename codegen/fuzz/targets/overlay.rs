//! Applies any overlay to any document.

#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| codegen_fuzz::overlay(text));
