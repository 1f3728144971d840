//! What values are held to beside their types, and what of it is checked.

use super::ModelId;
use std::collections::BTreeSet;

pub use crate::swagger::{Bounds as OwnBounds, ExactNumber};

/// What a value is held to beside its type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The value itself. Only what says something about its type is set: no `maxLength` of a number.
    pub own: OwnBounds,
    /// Whether a check can tell the `pattern`.
    pub pattern: PatternUse,
    /// Each element of a list, each value of a map.
    pub each: Option<Box<Bounds>>,
}

/// Whether a check can tell a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternUse {
    /// It is for people only.
    Told,
    /// It is a regular expression that the run-time knows.
    Checked,
}

/// What is checked before a request is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checks {
    /// Nothing: the service does.
    Off,
    /// Parameters, and bodies in JSON (`validate`).
    On {
        /// The structs and unions that have, or hold, what there is something to check about.
        models: BTreeSet<ModelId>,
    },
}

impl Checks {
    /// Whether a value of this model is checked.
    pub fn has(&self, model: ModelId) -> bool {
        match self {
            Self::Off => false,
            Self::On { models } => models.contains(&model),
        }
    }

    /// Whether anything is checked.
    pub fn are_on(&self) -> bool {
        match self {
            Self::Off => false,
            Self::On { .. } => true,
        }
    }
}
