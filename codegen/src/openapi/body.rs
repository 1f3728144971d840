//! The Request Body Object and the Media Type Object.

use super::note_unused;
use crate::source::Location;
use crate::swagger::Schema;
use crate::swagger::object::{ObjectReader, report_unknown};
use crate::swagger::read::{Readable, Reader};
use indexmap::IndexMap;
use openapiv3::Encoding;
use serde_json::Value;

/// The Request Body Object.
#[derive(Clone, Debug)]
pub struct RequestBody {
    /// Where it stands.
    pub location: Location,
    /// `description`.
    pub description: Option<String>,
    /// `required`.
    pub required: bool,
    /// `content` in document order.
    pub content: Vec<MediaType>,
    /// The name of the argument: `x-ms-client-name`, or what other generators have for it.
    pub client_name: Option<String>,
}

/// The Media Type Object.
#[derive(Clone, Debug)]
pub struct MediaType {
    /// Where it stands.
    pub location: Location,
    /// The key: a media type or a range of them.
    pub name: String,
    /// `schema`.
    pub schema: Option<Schema>,
    /// `encoding` of the properties of a form.
    pub encoding: IndexMap<String, Encoding>,
}

impl Readable for RequestBody {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        let content = take_content(&mut object);
        let names = ["x-ms-client-name", "x-ms-requestBody-name", "x-bodyName"];
        let names = names.map(|key| object.optional::<String>(key));
        let name = object.optional("x-codegen-request-body-name");
        // What nests was taken, so the type of the crate sees the rest.
        let written: Option<openapiv3::RequestBody> = object.typed(&["description", "required"]);
        object.finish();
        let written = written?;
        Some(Self {
            location: location.clone(),
            description: written.description,
            required: written.required,
            content,
            client_name: names.into_iter().flatten().next().or(name),
        })
    }
}

/// `content`, in document order.
pub(crate) fn take_content(object: &mut ObjectReader<'_, '_, '_>) -> Vec<MediaType> {
    let Some((members, location)) = object.members_of("content") else {
        return Vec::new();
    };
    let reader = object.reader();
    let mut content = Vec::new();
    for (name, member) in members {
        if name.starts_with("x-") && !name.contains('/') {
            report_unknown(name, &location, &[], reader);
        } else {
            content.extend(MediaType::read(member, &location.key(name), reader));
        }
    }
    content
}

impl Readable for MediaType {
    fn read(value: &Value, location: &Location, reader: &mut Reader<'_>) -> Option<Self> {
        let mut object = reader.object(value, location)?;
        object.ignore(&["example", "examples"]);
        let schema = object.optional("schema");
        let encoding = take_encoding(&mut object);
        object.finish();
        Some(Self {
            location: location.clone(),
            name: location.pointer.keys().last().unwrap_or_default(),
            schema,
            encoding,
        })
    }
}

fn take_encoding(object: &mut ObjectReader<'_, '_, '_>) -> IndexMap<String, Encoding> {
    let Some((members, location)) = object.members_of("encoding") else {
        return IndexMap::new();
    };
    let mut encoding = IndexMap::new();
    for (name, member) in members {
        let location = location.key(name);
        let Some(mut object) = object.reader().object(member, &location) else {
            continue;
        };
        note_unused(
            &mut object,
            "headers",
            "the run-time writes the head of a part",
        );
        let keys = ["contentType", "style", "explode", "allowReserved"];
        let written = object.typed(&keys);
        object.finish();
        encoding.extend(written.map(|written| (name.clone(), written)));
    }
    encoding
}
