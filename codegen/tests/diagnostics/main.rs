//! Findings: how they look, and for each code the example in its explanation.

mod corrections;
mod examples;
mod look;
mod suggestions;
