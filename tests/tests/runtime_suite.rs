//! The run-time against a raw listener: what it sends, byte for byte, and what it makes of what comes back.

mod runtime;
