//! Corrections to the entry document: OpenAPI Overlay 1.0.

use crate::diagnostics::Diagnostics;
use crate::source::Sources;

/// Applies the overlay of `sources` to its entry.
pub(crate) fn apply(sources: &mut Sources, _diagnostics: &mut Diagnostics) {
    let _ = sources.overlaid();
}
