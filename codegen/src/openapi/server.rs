//! The Server Object.

use crate::source::Location;
use crate::swagger::read::{Readable, Reader};
use serde_json::Value;

/// The Server Object, with its variables.
#[derive(Clone, Debug)]
pub struct Server {
    /// Where it stands.
    pub location: Location,
    /// What is written there.
    pub written: openapiv3::Server,
}

impl Readable for Server {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let written = object.typed(&["url", "description", "variables"]);
        object.finish();
        Some(Self {
            location: location.clone(),
            written: written?,
        })
    }
}
