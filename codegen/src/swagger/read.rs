//! Reads the typed model from JSON values and reports what does not fit.
